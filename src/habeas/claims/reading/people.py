"""Who is named: full names found by the model or beside a title, then every later surname joined to its full name.

Only within one text. A shorter form belongs to the longest name that ends (or begins) with it; when two people share a surname
the bare surname goes to the one named last before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.model import ReadMention, Span
from habeas.claims.reading.parser import Passage, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES_NEVER_TWICE = 6
_NAME_WORD = re.compile(r"[^\W\d_][\w'.-]*")


@dataclass(frozen=True, slots=True)
class Named:
    """One person with every place they are named, in order."""

    name: str
    mentions: tuple[ReadMention, ...]


class People:
    """Which person is named at which place of the text."""

    def __init__(self, persons: tuple[Named, ...]) -> None:
        self.persons = persons
        places = sorted((mention.span, number) for number, person in enumerate(persons) for mention in person.mentions)
        self._starts = [span[0] for span, _ in places]
        self._places = places

    def at(self, place: Span) -> str | None:
        """The name of the person whose mention covers the place, or None."""
        found = bisect_right(self._starts, place[0]) - 1
        if found < 0:
            return None
        span, number = self._places[found]
        return self.persons[number].name if place[0] < span[1] else None

    def between(self, start: int, end: int) -> list[tuple[Span, str]]:
        """Mentions that begin in a stretch of the text, in order."""
        low = bisect_right(self._starts, start - 1)
        return [(span, self.persons[n].name) for span, n in self._places[low:] if span[0] < end] if low < end else []


def people_in(passage: Passage) -> People:
    """Everyone named in the text, in order of first mention."""
    full, single = _candidates(passage)
    for name in list(single):
        if any(name in _tokens(longer) for longer in full):
            del single[name]
    forms = {form: [name] for name in full for form in (name,)}
    for name in full:
        parts = _tokens(name)
        for short in {parts[-1], " ".join(parts[1:]), *([parts[0]] if parts[0] in single else [])}:
            if len(short) > 2 and name not in forms.setdefault(short, []):
                forms[short].append(name)
    for name in single:
        forms.setdefault(name, [_nearly(name, forms) or name])
    return _mentions(passage, forms)


def _nearly(name: str, forms: dict[str, list[str]]) -> str | None:
    """A full name whose surname differs from this one by one slip of the pen."""
    near = [
        owners[0]
        for form, owners in forms.items()
        if " " not in form and len(form) > _NAMES_NEVER_TWICE and form[0] == name[0] and OSA.distance(form, name) == 1
    ]
    return near[0] if len(set(near)) == 1 else None


def _tokens(name: str) -> list[str]:
    return name.split(" ")


def _candidates(passage: Passage) -> tuple[dict[str, int], dict[str, int]]:
    full: Counter[str] = Counter()
    single: Counter[str] = Counter()
    against: Counter[str] = Counter()
    for sentence in passage.sentences:
        for name in _names_of(sentence):
            (full if " " in name else single)[name] += 1
        for entity in sentence.tokens.ents:
            if entity.label_ in ("GPE", "ORG", "NORP", "LOC", "FAC", "PRODUCT"):
                against[entity.text] += 1
    lone = {name: count for name, count in single.items() if count > against[name] or name in _surnames(full)}
    return dict(full), lone


def _surnames(full: Counter[str]) -> set[str]:
    return {_tokens(name)[-1] for name in full}


def _names_of(sentence: Sentence) -> Iterator[str]:
    """Names the model found, and capitalised words that a role stands before or custody befalls."""
    for entity in sentence.tokens.ents:
        if entity.label_ == "PERSON" and not (len(entity) == 1 and _is_where(entity[0])):
            name = name_of(list(entity))
            if name:
                yield name
    for run in _capitalised_runs(sentence):
        if not any(token.ent_type_ == "PERSON" for token in run) and (_is_after_role(run[0]) or _befalls(run[-1])):
            name = name_of(run)
            if name and " " in name:
                yield name


def _is_where(token: Token) -> bool:
    """ "in Orsk", "to Orsk", "the capital Orsk": a place, whatever the model says."""
    here = token.head
    before = token.nbor(-1).lower_ if token.i else ""
    return (token.dep_ == "pobj" and here.lower_ in ("in", "at", "near", "from", "into")) or before in (
        "capital",
        "city",
        "town",
    )


def _capitalised_runs(sentence: Sentence) -> Iterator[list[Token]]:
    """Two to four capitalised proper nouns in a row."""
    run: list[Token] = []
    for token in [*sentence.tokens, None]:
        if token is not None and token.pos_ == "PROPN" and token.text[0].isupper() and not token.text.isupper():
            run.append(token)
            continue
        if 2 <= len(run) <= 4:
            yield run
        run = []


def _befalls(token: Token) -> bool:
    """Whether custody or death befalls what the token names, as it befalls only people."""
    verb = token.head
    done_to = token.dep_ == "nsubjpass" and verb.lemma_ in _DONE_TO_PEOPLE
    return (
        done_to
        or (token.dep_ == "dobj" and verb.lemma_ in _DONE_TO_PEOPLE)
        or (token.dep_ == "nsubj" and verb.lemma_ == "die")
    )


_DONE_TO_PEOPLE = frozenset(
    {"arrest", "detain", "jail", "imprison", "sentence", "convict", "pardon", "deport", "rearrest"}
)


def _is_after_role(token: Token) -> bool:
    if token.i == 0:
        return False
    before = token.nbor(-1)
    return before.text[0].islower() and before.lemma_.lower() in _ROLE_WORDS


_ROLE_WORDS = (
    frozenset(word for role, cues in lexicon().roles.items() if role != "official" for word in cues if " " not in word)
    | lexicon().words["people"]
) - {"other", "those", "many", "some", "several", "case", "national"}


def name_of(tokens: list[Token], is_sure: bool = True) -> str | None:
    """The name in an entity, without titles, possessive endings and lower-case words; None when none is left."""
    words = list(tokens)
    if len(words) > 2 and words[0].is_sent_start and words[0].lower_ in ("will", "may", "can", "dear"):
        words = words[1:]  # "Will NAME be freed?"
    while words and (lexicon().has("titles", words[0].text.rstrip(".")) or not words[0].text[0].isupper()):
        words = words[1:]
    kept: list[Token] = []
    for word in words:
        if word.text in ("'s", "'", ",", "(") or word.is_space or (word.text[0].isdigit()):
            break
        kept.append(word)
    while kept and not (kept[-1].text[0].isupper() and kept[-1].text[0].isalpha()):
        kept.pop()
    if not kept or len(kept) > 6 or not all(_may_be_name(word) for word in kept):
        return None
    return _joined(kept) if is_sure or len(kept) > 1 else None


def _may_be_name(word: Token) -> bool:
    text = word.text
    if lexicon().has("organisation_words", text) or (text.isupper() and len(text) > 4):
        return False
    return bool(_NAME_WORD.fullmatch(text)) or text in ("-", "'", ".")


def _joined(tokens: list[Token]) -> str:
    out = "".join(token.text_with_ws for token in tokens)
    return " ".join(out.split()).removesuffix("'s")


def _mentions(passage: Passage, forms: dict[str, list[str]]) -> People:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    found: dict[str, list[ReadMention]] = {}
    if not longest_first:
        return People(())
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(_flexible(form) for form in longest_first) + r")(?![\w-])")
    last_named: dict[str, str] = {}
    for match in pattern.finditer(passage.shadow):
        form = " ".join(match.group().split())
        owners = forms.get(form)
        if owners is None:
            continue
        owner = last_named.get(form, owners[0])
        for part in {form, form.split(" ")[-1]}:
            last_named[part] = owner
        start, end = match.span()
        found.setdefault(owner, []).append(ReadMention(passage.text[start:end], (start, end)))
    return People(tuple(Named(name, tuple(mentions)) for name, mentions in found.items()))


def _flexible(form: str) -> str:
    return r"\s+".join(re.escape(part) for part in form.split(" "))
