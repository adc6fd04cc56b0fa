"""Happenings told by a set phrase rather than by one verb: a case opened against someone, freed people taken abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.terms import term_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_CASE = frozenset({"case", "charge", "proceeding", "prosecution", "indictment", "investigation", "count", "accusation"})
_OPEN = frozenset(
    {
        "open",
        "launch",
        "initiate",
        "bring",
        "file",
        "institute",
        "start",
        "press",
        "lodge",
        "level",
        "fabricate",
        "raise",
        "lay",
        "prefer",
    }
)
_START = frozenset({"open", "begin", "start", "resume"})
_NEW = frozenset({"new", "another", "fresh", "second", "third", "additional", "further", "more"})
_REACH = 16
_JUDGED = re.compile(r"\b(?:sentenced|convicted|jailed|imprisoned|verdicts?|terms|sentences)\b", re.IGNORECASE)
_BRACKETED = re.compile(r",? ?\((?P<term>[^()]{0,20}?\b(?:years?|months?)[^()]{0,30})\)")
_NEAR = 400
_PASS = frozenset({"hand", "give", "impose", "issue", "pass", "deliver", "mete", "dole"})
_INSIDE = re.compile(r",? (?:\d\d, )?(?:now |currently |still )?(?:in|behind) (?:prison|jail|custody|detention|bars)\b")
_HAPPENING = {
    "exchange": "exchange",
    "swap": "exchange",
    "release": "release",
    "amnesty": "pardon",
    "pardon": "pardon",
    "raid": "arrest",
}
_BY_MERCY = frozenset({"under", "by", "through", "via", "in", "with", "following", "after"})
_MERCY = frozenset({"pardon", "amnesty", "clemency"})
_PRISONS = frozenset({"prison", "jail", "colony", "cell", "camp", "isolator", "penitentiary"})
_TAKE = frozenset({"take", "drive", "bring", "transport", "escort", "fly", "bus", "send", "transfer", "move"})


def phrases_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every telling by a phrase, in the order of the text."""
    out = [one.span for one in told if one.type in ("release", "pardon")]
    for sentence in reader.referents.passage.sentences:
        frees = any(sentence.start - _NEAR <= span[0] < sentence.end for span in out)
        for trigger in (
            *_cases(sentence),
            *_included(sentence),
            *_verbless(reader, sentence),
            *_handed_down(sentence),
            *_terms_in_brackets(reader, sentence),
            *_under_pardon(sentence),
            *(_taken_abroad(sentence) if frees else ()),
        ):
            yield from telling_of(reader, sentence, trigger)


def _terms_in_brackets(reader: Reader, sentence: Sentence) -> Iterator[Trigger]:
    """ "convicted were NAME (13 years) and NAME (33 years)": the term each was given."""
    text = reader.referents.passage.shadow
    if not _JUDGED.search(text, sentence.start, sentence.end):
        return
    for span, _name in reader.referents.people.between(sentence.start, sentence.end):
        match = _BRACKETED.match(text, span[1])
        term = term_in(match["term"]) if match else None
        token = sentence.token_at(span[1] - 1)
        if term is not None and token is not None:
            yield Trigger("sentence", token, "given", False, term, None, given=token, is_alone=True)


def _handed_down(sentence: Sentence) -> Iterator[Trigger]:
    """ "handed down prison terms of up to 66 years to 37 defendants": whom the sentences were passed on."""
    for token in sentence.tokens:
        if token.lemma_ in _PASS and token.pos_ == "VERB":
            terms = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in ("term", "sentence")]
            whom = [
                o for t in token.subtree if t.i > token.i and t.lower_ in ("to", "on", "against") for o in t.children
                if o.dep_ == "pobj" and (lexicon().has("people", o.lemma_) or o.ent_type_ == "PERSON")
            ]  # fmt: skip
            if terms and whom:
                yield Trigger("sentence", token, "given", False, None, None, given=whom[0])


def _verbless(reader: Reader, sentence: Sentence) -> Iterator[Trigger]:
    """ "NAME, in prison since 2019, ...": custody told without a verb."""
    shadow = reader.referents.passage.shadow
    for span, _name in reader.referents.people.between(sentence.start, sentence.end):
        match = _INSIDE.match(shadow, span[1], sentence.end)
        name, place = sentence.token_at(span[1] - 1), sentence.token_at(match.end() - 1) if match else None
        is_put_there = name is not None and name.dep_ == "dobj" and match is not None and match.group()[0] != ","
        if name is not None and place is not None and not is_put_there:
            yield Trigger("arrest", place, "given", True, None, "custody state", given=name, is_alone=True)


def _included(sentence: Sentence) -> Iterator[Trigger]:
    """ "The exchange included A and B": a happening whose members are named."""
    for token in sentence.tokens:
        if token.lemma_ in ("include", "involve", "cover") and token.pos_ == "VERB":
            subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
            members = next((c for c in token.children if c.dep_ == "dobj"), None)
            kind = _HAPPENING.get(subject.lemma_) if subject is not None else None
            if kind is not None and members is not None:
                yield Trigger(kind, token, "given", False, None, None, given=members)


def _under_pardon(sentence: Sentence) -> Iterator[Trigger]:
    """ "freed under a pardon": both a release and a pardon."""
    for token in sentence.tokens:
        if token.pos_ == "NOUN" and token.lemma_ in _MERCY and token.dep_ == "pobj" and token.head.lower_ in _BY_MERCY:
            verb = next((up for up in token.ancestors if up.lemma_ in ("free", "release") and up.pos_ == "VERB"), None)
            if verb is not None and token.i - verb.i < _REACH:
                yield Trigger("pardon", verb, "object", False, None, None)


def _cases(sentence: Sentence) -> Iterator[Trigger]:
    for token in sentence.tokens:
        if token.pos_ != "NOUN" or token.lemma_ not in _CASE:
            continue
        opened = token.head.lemma_ in _OPEN and token.dep_ in ("dobj", "nsubjpass")
        against = [
            obj
            for holder in (token, token.head)
            for child in holder.children
            if child.lower_ == "against"
            for obj in child.children
            if obj.dep_ == "pobj"
        ]
        starts = token.lemma_ in ("case", "proceeding") and token.dep_ == "nsubj" and token.head.lemma_ in _START
        if (opened or starts) and against and token.lemma_ != "investigation":
            is_new = any(child.lower_ in _NEW for child in token.children)
            yield Trigger(
                "new_charge" if is_new else "charge", token.head, "given", False, None, None, given=against[0],
                reality="actual" if starts else None,
            )  # fmt: skip


def _taken_abroad(sentence: Sentence) -> Iterator[Trigger]:
    """ "were released and taken to a neighbouring country": whoever is freed and brought over a border is sent away."""
    for token in sentence.tokens:
        if token.lemma_ in _TAKE and token.tag_ == "VBN" and not _is_active(token) and _ends_abroad(token):
            yield Trigger("exile", token, "object", False, None, "brought over a border")


def _is_active(verb: Token) -> bool:
    """ "had brought the envoy to Veldania"."""
    return any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children) and not any(
        c.dep_ == "auxpass" for c in verb.children
    )


def _ends_abroad(verb: Token) -> bool:
    """Whether "to", "across" or "into" and a country or border follow within the clause."""
    words = list(verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)])
    for number, word in enumerate(words):
        if word.text in (";", ":") or word.tag_ in ("VBD", "VBZ", "VBP"):
            return False
        if word.lower_ in ("to", "across", "into", "over"):
            goal = words[number + 1 : number + 4]
            if any(w.lemma_ in _PRISONS for w in words[number + 1 : number + 6]):
                return False  # "moved to Veldania's central prison"
            if any(w.ent_type_ == "GPE" or w.lemma_ in ("border", "country", "frontier") for w in goal):
                return True
    return False
