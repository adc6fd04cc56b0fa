"""What is told by saying nothing again: "A was freed. B was not", "so was C", "as were D and E", "but not D", "nineteen followed in December", "those who refused stayed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import triggers_in
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import clause_span, quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.joined import joined_names
from habeas.claims.reading.whom.listed import listed_after, names_running_on

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "ellipsis"
_TYPES = frozenset(
    {
        "release",
        "pardon",
        "exchange",
        "exile",
        "arrest",
        "rearrest",
        "charge",
        "conviction",
        "sentence",
        "citizenship_loss",
    }
)
_OUT = frozenset({"release", "pardon", "exchange"})
_FREED = frozenset({"release", "pardon", "exchange", "arrest"})
_LEFT = ("nsubj", "nsubjpass", "neg", "punct", "cc", "advmod", "ccomp", "mark", "intj", "prep")
_STAYED = re.compile(
    r"^\W*(?:(?:but|and) )?(?:those|anyone|others|prisoners|all) who (?:refused|declined|did not|would not|balked|said no)\b[^.;:]{0,90}?\b"
    r"(?:stayed|remained|stay|remain|were kept|were left|was kept|were not (?:freed|released|let)|got nothing)\b",
    re.IGNORECASE,
)
_SENTENCES_BACK = 2
_DONE_TOO = ("was", "were", "did", "have", "has", "had")
_RIGHT_AFTER = 14
#: Whom a number counts beside the one told of.
_OTHERS = re.compile(
    r" (?:(?:of (?:\w+ ){0,2})?(?:co-?defendants|co-?accused|colleagues|others?|cellmates|fellow \w+|friends|relatives|brothers|sisters|prisoners|detainees|defendants|activists|journalists|people|men|women))\b",
    re.IGNORECASE,
)


def ellipsis_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling, in the order of the text, given what is told before."""
    for sentence in reader.referents.passage.sentences:
        yield from _stayed(reader, sentence, told)
        for token in sentence.tokens:
            if token.lemma_ in ("be", "have", "do") and _is_bare_denial(token):
                yield from _again(reader, sentence, token, _subject(token), told, "denied")
            elif (
                token.lower_ == "so"
                and token.i + 1 < token.sent.end
                and token.nbor(1).lower_ in ("was", "were", "did", "has", "have")
                and _opens(token)
            ):
                yield from _again(reader, sentence, token, _after(token.nbor(1)), told, "actual")
            elif token.lower_ == "as" and token.i + 1 < token.sent.end and token.nbor(1).lower_ in _DONE_TOO:
                yield from _as_were(reader, sentence, token, told)
            elif token.lower_ == "not" and token.i and token.nbor(-1).lower_ in ("but", "though", "although"):
                yield from _but_not(reader, sentence, token, told)
            elif token.lower_ == "same" and (to_whom := _same_to(token)) is not None:
                yield from _again(reader, sentence, token, to_whom, told, "actual")
            elif (
                token.lemma_ == "follow"
                and token.pos_ == "VERB"
                and not any(c.dep_ in ("dobj", "nsubjpass") for c in token.children)
            ):
                yield from _followed(reader, sentence, token, told)


def _same_to(word: Token) -> Token | None:
    """ "did the same to 94 others", "the same happened to NAME", "the same fate befell NAME": the one it is told of."""
    verb = next((up for up in word.ancestors if up.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in ("do", "happen", "befall", "meet"):
        return None
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    dep = {"befall": "dobj", "meet": "nsubj"}.get(verb.lemma_)
    found = [c for c in verb.children if c.dep_ == dep]
    found += [o for c in verb.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj"]
    return found[0] if found else None


def _is_bare_denial(verb: Token) -> bool:
    """ "was not", with nothing said after it."""
    children = list(verb.children)
    if not any(c.dep_ == "neg" or c.lower_ == "n't" for c in children) or verb.dep_ in ("aux", "auxpass"):
        return False
    after = [c for c in children if c.i > verb.i and c.dep_ not in ("neg", "punct", "cc", "conj")]
    return _subject(verb) is not None and all(c.lower_ in ("yet", "so") for c in after)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _after(verb: Token) -> Token | None:
    return next(
        (c for c in (*verb.children, *verb.head.children) if c.dep_ in ("nsubj", "nsubjpass", "attr") and c.i > verb.i),
        None,
    )


def _opens(so: Token) -> bool:
    before = [t for t in so.doc[so.sent.start : so.i] if t.is_alpha]
    return not before or (so.i > 0 and so.nbor(-1).text in (",", ";", "–", "—")) or before[-1].lower_ in ("and", "but")


def _last_told(
    sentence: Sentence, reader: Reader, place: int, told: list[Told], types: frozenset[str] = _TYPES
) -> Told | None:
    """What was told last before a place, within the two sentences before it and its own; by a verb alone where nobody was found for it."""
    first = max(0, sentence.index - _SENTENCES_BACK)
    start = reader.referents.passage.sentences[first].start
    before = [
        o for o in told if o.type in types and o.reality == "actual" and not o.is_state and start <= o.span[0] < place
    ]
    if before:
        return max(before, key=lambda o: (o.span[0], o.span[1]))
    for earlier in reversed(reader.referents.passage.sentences[first : sentence.index]):
        for trigger in triggers_in(earlier):
            if trigger.type in _FREED and reality_of(trigger.token, trigger.type)[0] == "actual":
                return Told(trigger.type, None, None, "", earlier.place(trigger.token), "actual", set())
    return None


def _again(
    reader: Reader, sentence: Sentence, token: Token, subject: Token | None, told: list[Told], reality: str
) -> Iterator[Told]:
    """The same again, of the subject: of the people it names or the group it means."""
    last = _last_told(sentence, reader, sentence.place(subject)[0], told) if subject is not None else None
    if subject is None or last is None:
        return
    who = reader.referents.who(sentence, subject)
    names = [name for name in who.persons if name != last.person]
    span = clause_span(sentence, token, subject) if reality == "denied" else (sentence.start, sentence.end)
    for name in names:
        yield _telling(reader, sentence, token, span, last, name, None, reality)
    if not who.persons:
        count = who.group.count if who.group is not None else None
        if who.group is None and not _is_some_kin(subject):
            return
        count = count if count is not None else _counted_before(reader, sentence, subject)
        if reality == "denied" or count is not None:
            yield _telling(reader, sentence, token, span, last, None, count, reality)


def _is_some_kin(noun: Token) -> bool:
    return noun.tag_ == "NNS" and (lexicon().has("kin", noun.lemma_) or lexicon().has("people", noun.lemma_))


def _counted_before(reader: Reader, sentence: Sentence, noun: Token) -> int | None:
    """ "two cousins", told of a sentence or two before "the cousins"."""
    for earlier in reader.referents.passage.sentences[max(0, sentence.index - _SENTENCES_BACK) : sentence.index]:
        for token in earlier.tokens:
            if token.lemma_ == noun.lemma_ and token.tag_ == "NNS":
                number = reader.referents.number_of(earlier, token)
                if number is not None and not number.is_vague:
                    return number.value
    return None


def _as_were(reader: Reader, sentence: Sentence, token: Token, told: list[Told]) -> Iterator[Told]:
    """ "A was freed, as were B, a welder, and C", "as did four of her co-defendants": those named or counted after it."""
    place = sentence.place(token.nbor(1))[1]
    last = _last_told(sentence, reader, place, told)
    if last is None or last.span[1] <= sentence.start:
        return
    people, shadow = reader.referents.people, reader.referents.passage.shadow
    span = (sentence.place(token)[0], sentence.end)
    names = names_running_on(people, sentence, place, shadow)
    for name in names:
        yield _telling(reader, sentence, token, span, last, name, None, "actual")
    counted = [n for n in reader.referents.numbers(sentence) if place <= n.span[0] <= place + _RIGHT_AFTER]
    if not names and counted and not counted[0].is_vague and _OTHERS.match(shadow, counted[0].span[1], sentence.end):
        yield _telling(reader, sentence, token, span, last, None, int(counted[0].value), "actual")


def _but_not(reader: Reader, sentence: Sentence, token: Token, told: list[Told]) -> Iterator[Told]:
    """ "..., but not NAME"."""
    place = sentence.place(token)[0]
    named = reader.referents.people.between(place, min(place + 60, sentence.end))
    if not named or any(
        t.pos_ in ("VERB", "AUX") for t in token.doc[token.i : token.sent.end] if sentence.place(t)[0] < named[0][0][0]
    ):
        return
    last = _last_told(sentence, reader, place, told)
    head = sentence.token_at(named[0][0][1] - 1)
    if last is None or head is None or last.span[0] < sentence.start:
        return
    for name in joined_names(reader.referents.people, sentence, head):
        if name != last.person:
            yield _telling(reader, sentence, token, (place, sentence.end), last, name, None, "denied")


def _followed(reader: Reader, sentence: Sentence, verb: Token, told: list[Told]) -> Iterator[Told]:
    """ "eight were freed in November, and 19 followed in December, including NAME"."""
    subject = _subject(verb)
    group = reader.referents.group(sentence, subject) if subject is not None else None
    if subject is None or group is None or group.count is None:
        return
    last = _last_told(sentence, reader, sentence.place(subject)[0], told)
    last = last or _last_told(sentence, reader, sentence.end, told)
    if last is None or not last.is_group:
        return
    span = clause_span(sentence, verb, subject)
    words = reader.dates.attached(sentence, verb, ())
    date = words.day if words is not None else None
    for name, count in [
        (None, group.count),
        *((n, None) for n in listed_after(reader.referents.people, sentence, verb, reader.referents.passage.shadow)),
    ]:
        one = _telling(reader, sentence, verb, span, last, name, count, "actual")
        one.date = date
        yield one


def _stayed(reader: Reader, sentence: Sentence, told: list[Told]) -> Iterator[Told]:
    """ "Those who refused, such as NAME, stayed where they were", in a text that tells of people let out."""
    opening = _STAYED.match(reader.referents.passage.shadow[sentence.start : sentence.end])
    if opening is None or not any(o.type in _OUT and o.reality == "actual" for o in told):
        return
    last = Told("release", None, None, "", (0, 0), "actual", set())
    span = (sentence.start, sentence.end)
    yield _telling(reader, sentence, sentence.tokens.root, span, last, None, None, "denied")
    for _, name in reader.referents.people.between(sentence.start, sentence.start + opening.end()):
        yield _telling(reader, sentence, sentence.tokens.root, span, last, name, None, "denied")


def _telling(
    reader: Reader, sentence: Sentence, token: Token, span: tuple[int, int], last: Told, name: str | None, count: int | None, reality: str
) -> Told:  # fmt: skip
    quote, place = quote_at(reader.referents.passage, span)
    return Told(
        last.type, name, count, quote, place, reality, {f"{RULE}.{last.type}"}, said_by=reader.speakers.at(sentence, token), words=quote,
        is_clause=True,
    )  # fmt: skip
