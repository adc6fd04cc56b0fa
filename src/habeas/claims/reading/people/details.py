"""What else a text says of a person: age, occupation, whose relative they are, and of their case the articles and the court."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.model import ReadDetail, Span
from habeas.claims.reading.people.kin import kin_told
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGE_AFTER = re.compile(r",? (?:\(|aged |who is )?(?P<age>\d{1,2})(?=[,).;]| years old|$)")
_AGE_BEFORE = re.compile(r"\b(?P<age>\d{1,2})-year-old (?:[\w-]+ ){0,6}$")
_YOUNGEST = 10
_ARTICLE = re.compile(
    r"\b(?:Articles?|Art\.|Arts\.|Section|Sections|Paragraph) (?P<numbers>\d+[\w.-]*(?:\(\w+\))*(?:(?:, | and | & |/)\d+[\w.-]*(?:\(\w+\))*)*)"
    r"(?P<code> of (?:the )?(?:[A-Z][\w’']+ )*(?:criminal|penal|administrative|national security)[\w ]{0,20}?(?:code|law|act))?",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4} )(?:[Cc]ourt|[Tt]ribunal)|[Cc]ourt (?:in|of) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?: of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?"
)
_TRIED = frozenset({"arrest", "charge", "new_charge", "conviction", "sentence"})
_NOT_OCCUPATIONS = frozenset({"man", "woman", "child", "girl", "boy", "minor", "individual", "citizen", "national", "resident", "figure", "relative", "suspect", "defendant",
                              "victim", "case", "exile", "prisoner", "member", "person", "detainee", "inmate", "convict", "hostage", "foreigner", "leader", "supporter", "mother",
                              "father", "parent", "colleague", "youth", "teenager", "official", "critic", "opponent", "candidate", "head", "civilian", "captive", "internee"})  # fmt: skip


def details_in(reader: Reader, told: list[Told]) -> tuple[ReadDetail, ...]:
    """Every detail once, in the order of the text."""
    found: dict[tuple[str, str, str], ReadDetail] = {}
    for one in (*_ages(reader), *_occupations(reader), *_relations(reader), *_cases(reader, told)):
        found.setdefault((one.person, one.kind, one.value), one)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.kind, one.person)))


def _detail(reader: Reader, person: str, kind: str, value: str, span: Span, other: str | None = None) -> ReadDetail:
    quote, place = quote_at(reader.referents.passage, span)
    return ReadDetail(person, kind, value, other, quote, place, f"detail.{kind}")


def _ages(reader: Reader) -> Iterator[ReadDetail]:
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        for span, name in reader.referents.people.between(sentence.start, sentence.end):
            after = _AGE_AFTER.match(shadow, span[1], sentence.end)
            before = _AGE_BEFORE.search(shadow, max(sentence.start, span[0] - 70), span[0])
            if after and int(after["age"]) >= _YOUNGEST:
                yield _detail(reader, name, "age", after["age"], (span[0], after.end()))
            elif before and not re.search(r"\b[A-Z]", before.group()):
                yield _detail(reader, name, "age", before["age"], (before.start(), span[1]))


def _occupations(reader: Reader) -> Iterator[ReadDetail]:
    """ "journalist NAME", "NAME, a teacher": a noun for what somebody does, standing beside the name."""
    for sentence in reader.referents.passage.sentences:
        for span, name in reader.referents.people.between(sentence.start, sentence.end):
            token = sentence.token_at(span[1] - 1)
            for noun in _nouns_beside(token, sentence, span) if token is not None else ():
                if _is_occupation(noun):
                    place = sentence.place(noun)
                    yield _detail(
                        reader,
                        name,
                        "occupation",
                        noun.lemma_.lower(),
                        (min(place[0], span[0]), max(place[1], span[1])),
                    )


def _nouns_beside(token: Token, sentence: Sentence, span: Span) -> Iterator[Token]:
    yield from (
        c for c in token.children if c.dep_ in ("compound", "appos") and not span[0] <= sentence.place(c)[0] < span[1]
    )
    if token.dep_ == "appos":
        yield token.head


def _is_occupation(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    known = lexicon().has("people", lemma) or any(
        lemma in lexicon().roles[role] for role in ("journalist", "activist", "politician")
    )
    return noun.tag_ == "NN" and known and lemma not in _NOT_OCCUPATIONS


def _relations(reader: Reader) -> Iterator[ReadDetail]:
    for sentence, token, owner, bearer in kin_told(reader.referents):
        yield _detail(
            reader,
            bearer,
            "relation",
            token.lemma_.lower(),
            (sentence.place(token)[0], sentence.place(token)[1]),
            owner,
        )


def _cases(reader: Reader, told: list[Told]) -> Iterator[ReadDetail]:
    """Articles and courts named in the sentence that tells of a charge, verdict or sentence, for those it befell."""
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        people = {
            t.person for t in told if t.person and t.type in _TRIED and sentence.start <= t.span[0] < sentence.end
        }
        end = _end(reader, sentence)
        for kind, pattern in (("article", _ARTICLE), ("court", _COURT)):
            for match in pattern.finditer(shadow, sentence.start, end) if people else ():
                for person in sorted(people):
                    yield _detail(reader, person, kind, match.group().strip(), match.span())


def _end(reader: Reader, sentence: Sentence) -> int:
    """Where the sentence ends; "under Art. 342" is cut in two by the parser and belongs together."""
    following = reader.referents.passage.sentences[sentence.index + 1 : sentence.index + 2]
    cut = sentence.tokens.text.rstrip().endswith(("Art.", "Arts.", "No.", "Sec."))
    return following[0].end if cut and following else sentence.end
