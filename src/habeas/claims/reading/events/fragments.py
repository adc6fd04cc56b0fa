"""Sentences without a subject: "NAME, a driver. Held since November.", "Released four days later.", "In custody since March."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.custody.seized import seizures
from habeas.claims.reading.events.triggers import Trigger, triggers_in
from habeas.claims.reading.events.voters import LIST_MARK, Reader, telling_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.ways_out.let_go import ways_let_go
from habeas.claims.reading.when.terms import term_in
from habeas.claims.reading.whom.groups import is_people_word

if TYPE_CHECKING:
    pass

RULE = "fragments"
_INSIDE = re.compile(
    r"^\W*(?P<back>back )?(?:now |still |currently |back |remains? )*(?:in|behind|under) (?:[\w.-]+ ){0,3}?(?:custody|prison|jail|detention|bars|isolator|house arrest|cell|pre-trial)\b",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"^\W*(?:(?:then|later|now|finally|since|already) )?(?:let (?:go|out)(?= on| after| in| by| without| later| the| again|\.|,)|set free|allowed home|sent home|back home|(?:out|free|home) (?:on bail|again|since|after|by))\b",
    re.IGNORECASE,
)
#: After a name at the head of a line of a list, and after any name.
_LINE_INSIDE = re.compile(
    r"^[^.;\n]{0,60}?(?:[,;:(]|\s[-–—])\s?(?:now |still |currently |has been |is )?(?:in|behind|under) (?:[\w.-]+ ){0,3}?(?:custody|prison|jail|detention|bars|isolator|house arrest|colony)\b",
    re.IGNORECASE,
)
_IN_EXILE = re.compile(
    r"^(?:, \d\d)?,? \(?(?:who (?:is|has been|was) |now |currently |living |still |himself |herself |\d\d, )*in (?:self-imposed )?exile\b",
    re.IGNORECASE,
)
_ON_BAIL = re.compile(
    r"^(?:, \d\d)?, \(?(?:who (?:is|was|remains) |now |currently |still |\d\d, )*(?:(?:out|free|released) )?on (?:bail|parole)\b",
    re.IGNORECASE,
)
_SERVING = re.compile(r"^\W*(?:(?:now|currently|still|is) )?serving\b", re.IGNORECASE)
_BACK_INSIDE = re.compile(
    r"[,;] (?:now |but )?back (?:in|behind) (?:[\w.-]+ ){0,2}?(?:custody|prison|jail|detention|bars)\b", re.IGNORECASE
)
_EARLY = 3
_NEAR_START = 8


def fragments_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each such sentence, of the person the line or the sentence before is about."""
    for sentence in reader.referents.passage.sentences:
        yield from _beside_names(reader, sentence)
        trigger = _opening_trigger(sentence)
        text = _text(reader, sentence)
        yield from _serving(reader, sentence, told, text)
        inside = (_INSIDE.match(text) or _OUT.match(text)) if trigger is None else None
        if trigger is None and (inside is None or _has_subject(sentence)):
            continue
        person = _about(reader, sentence, told)
        if person is None:
            continue
        if trigger is not None:
            yield from telling_of(
                reader, sentence, replace(trigger, person=person, given=None, is_state=False, reality=_denial(trigger))
            )
        elif inside is not None:
            quote, span = quote_at(reader.referents.passage, (sentence.start, sentence.end))
            kind = "release" if inside.re is _OUT else "rearrest" if inside["back"] else "arrest"
            yield Told(
                kind,
                person,
                None,
                quote,
                span,
                "actual",
                {f"{RULE}.{kind}"},
                is_state=kind == "arrest",
                note="custody state" if kind == "arrest" else None,
            )


def _serving(reader: Reader, sentence: Sentence, told: list[Told], text: str) -> Iterator[Told]:
    """ "NAME, historian. Serving nine years.", "Released in January, back in custody since April.": a term served, a way back."""
    served = _SERVING.match(text)
    back = _BACK_INSIDE.search(text) if served is None and not _has_subject(sentence) else None
    term = term_in(text) if served is not None else None
    if term is None and back is None:
        return
    person = _about(reader, sentence, told)
    if person is None:
        return
    kind = "rearrest" if back is not None else "sentence"
    quote, span = quote_at(reader.referents.passage, (sentence.start, sentence.end))
    yield Told(kind, person, None, quote, span, "actual", {f"{RULE}.{kind}"}, term=term)


def _beside_names(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "- NAME, student - in detention since March", "NAME, now in exile in Wolgar, ..."."""
    shadow = reader.referents.passage.shadow
    mark = LIST_MARK.match(_text(reader, sentence))
    for span, name in reader.referents.people.between(sentence.start, sentence.end):
        at_head = mark is not None and span[0] <= sentence.start + mark.end() + _NEAR_START
        for pattern, kind in ((_LINE_INSIDE, "arrest"), (_IN_EXILE, "exile"), (_ON_BAIL, "release")):
            match = pattern.match(shadow[span[1] : sentence.end])
            if match is None or (kind == "arrest" and not at_head):
                continue
            quote, place = quote_at(reader.referents.passage, (span[0], span[1] + match.end()))
            note = "custody state" if kind == "arrest" else None
            yield Told(
                kind, name, None, quote, place, "actual", {f"{RULE}.{kind}"}, is_state=kind == "arrest", note=note
            )


def _text(reader: Reader, sentence: Sentence) -> str:
    return reader.referents.passage.shadow[sentence.start : sentence.end]


def _denial(trigger: Trigger) -> str | None:
    """ "Not released yet"."""
    before = trigger.token.doc[trigger.token.sent.start : trigger.token.i]
    return "denied" if any(t.lower_ in ("not", "never") for t in before) else trigger.reality


def _opening_trigger(sentence: Sentence) -> Trigger | None:
    """The participle that a sentence without a subject opens with."""
    words = [t for t in sentence.tokens if t.is_alpha][: _EARLY + 1]
    for word in words:
        if word.tag_ in ("VBN", "VBD") and word.dep_ == "ROOT":
            has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in word.children)
            if has_subject or any(c.dep_ == "dobj" and is_people_word(c.lemma_) for c in word.children):
                return None  # "Sentenced four students to prison.": said of a judge
            found = (*triggers_in(sentence), *seizures(sentence), *ways_let_go(sentence, frozenset()))
            return next((t for t in found if t.token == word and t.patient in ("object", "given")), None)
        if word.pos_ not in ("ADV", "PART", "ADJ", "CCONJ"):
            return None
    return None


def _has_subject(sentence: Sentence) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ in ("ROOT", "conj") for t in sentence.tokens)


def _about(reader: Reader, sentence: Sentence, told: list[Told]) -> str | None:
    """Whom the line is about: the one named at its head, or whom the sentence before tells of."""
    sentences = reader.referents.passage.sentences
    people = reader.referents.people
    before = [s for s in sentences[max(0, sentence.index - 4) : sentence.index] if s.paragraph == sentence.paragraph]
    if not before:
        return None
    first = next(s for s in sentences if s.paragraph == sentence.paragraph)
    mark = LIST_MARK.match(_text(reader, first))
    body = first.start + (mark.end() if mark else 0)
    head = [name for span, name in people.between(body, first.end) if span[0] <= body + _NEAR_START]
    last = before[-1]
    done = [
        o.person
        for o in told
        if o.person and last.start <= o.span[0] < last.end and o.reality == "actual" and o.type != "meeting"
    ]
    named = list(dict.fromkeys(name for _, name in people.between(last.start, last.end)))
    subject = next((t for t in last.tokens if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"), None)
    who = reader.referents.who(last, subject).persons if subject is not None else ()
    if head and (mark is not None or _is_only_name(first, head[0])) and not done:
        return head[0]
    return (
        next(iter(done), None)
        or (who[0] if len(who) == 1 else None)
        or (named[0] if len(named) == 1 else None)
        or next(iter(head), None)
    )


def _is_only_name(sentence: Sentence, name: str) -> bool:
    """ "NAME, a driver.": a sentence that only says who the line is about."""
    return not any(t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX") for t in sentence.tokens)
