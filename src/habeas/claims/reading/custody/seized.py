"""Arrests told without a word for arrest: taken from a flat, pulled off a train, come for, driven off with, kept for days, never back from a summons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.friendly import is_friendly
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.clause_parts import objects_of
from habeas.claims.reading.text.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.parser import Sentence

_PULL = frozenset(
    {"take", "pull", "drag", "haul", "remove", "snatch", "grab", "yank", "pluck", "march", "walk", "lead", "escort", "hustle", "frogmarch", "bundle", "whisk", "tear", "seize", "lift", "bring"}
)  # fmt: skip
_OUT_OF = frozenset({"from", "off", "out", "outside"})
_PLACES = frozenset(
    {"home", "flat", "apartment", "house", "dacha", "bed", "bedroom", "doorstep", "train", "bus", "minibus", "microbus", "car", "taxi", "tram", "metro", "vehicle", "street", "office",
     "newsroom", "studio", "courtroom", "classroom", "church", "mosque", "temple", "monastery", "dormitory", "workplace", "desk", "shop", "bookshop", "cafe", "café", "restaurant", "bar",
     "hotel", "theatre", "theater", "cinema", "stage", "building", "plane", "queue", "rally", "square", "stop", "village", "university", "campus", "checkpoint", "crowd", "hall", "lecture",
     "work", "headquarters", "chamber", "parliament", "wedding", "funeral", "farm", "market", "bakery", "boat", "ferry", "gate", "porch", "stairwell", "kitchen", "garden", "yard"}
)  # fmt: skip
_CUFFS = frozenset({"handcuff", "cuff", "restraint"})
_FORCE = frozenset(
    {"police", "policeman", "officer", "man", "agent", "soldier", "force", "security", "gunman", "militia", "troop", "they", "official", "militant", "bailiff", "trooper", "he"}
)  # fmt: skip
_UNTIMED = frozenset({"day", "week", "month", "hour", "night", "year", "minute"})
_LOCKUPS = frozenset(
    {"cell", "detention", "custody", "jail", "prison", "isolator", "cage", "dungeon", "basement", "captivity"}
)
_REACH = 9
_ABSENCE = re.compile(r"\bin (?:his|her|their) absence\b")


def seizures(sentence: Sentence) -> Iterator[Trigger]:
    """Every such trigger, left to right."""
    for token in sentence.tokens:
        if token.pos_ != "VERB" and token.tag_ not in ("VBN", "VBD"):
            continue
        for trigger in (
            _taken_from(token),
            _come_for(token),
            _gone_with(token),
            _kept(token),
            _ordered(token),
            _summoned(token),
            _took(token),
            _given_up(token),
            _holding(token),
        ):
            if trigger is not None:
                yield trigger


def _trigger(token: Token, given: Token | None = None, is_state: bool = False, note: str | None = None) -> Trigger:
    return Trigger("arrest", token, "given" if given is not None else "object", is_state, None, note, given=given)


def _taken_from(verb: Token) -> Trigger | None:
    """ "was pulled off a train", "hauled him out of the courtroom", "walked her out in handcuffs"; "walked out of the office" is no arrest."""
    if verb.lemma_ not in _PULL or not _has_object(verb) or is_friendly(verb):
        return None
    words = list(verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)])
    way = next((w for w in words if w.lower_ in _OUT_OF and not _is_of_another(w, verb)), None)
    if way is None:
        return None
    place = next((w for w in verb.doc[way.i + 1 : min(way.i + 8, verb.sent.end)] if w.lemma_.lower() in _PLACES), None)
    cuffed = any(w.lemma_.lower() in _CUFFS for w in words)
    return _trigger(verb) if place is not None or cuffed else None


def _is_of_another(way: Token, verb: Token) -> bool:
    """Whether another verb, or a comma, stands between the verb and the way."""
    return any(t.pos_ == "VERB" or t.text in (",", ";", ":") for t in verb.doc[verb.i + 1 : way.i])


def _come_for(verb: Token) -> Trigger | None:
    """ "police came for him at dawn"; "came for dinner", "the doctor came for her" are no arrests."""
    if verb.lemma_ != "come" or not _is_force(_child(verb, "nsubj")):
        return None
    whom = next(iter(objects_of(verb, ("for",))), None)
    if whom is None or not (whom.pos_ in ("PRON", "PROPN") or _is_kin(whom) or lexicon().has("people", whom.lemma_)):
        return None
    return _trigger(verb, whom)


def _gone_with(verb: Token) -> Trigger | None:
    """ "drove off with him", "drove her away", "took him with them"."""
    following = [w.lower_ for w in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]]
    if verb.lemma_ in ("drive", "make", "speed", "ride") and following[:2] in (["off", "with"], ["away", "with"]):
        whom = next((t for t in verb.doc[verb.i + 3 : min(verb.i + 6, verb.sent.end)] if t.dep_ == "pobj"), None)
        return (
            _trigger(verb, whom) if whom is not None and (whom.pos_ in ("PRON", "PROPN") or _is_person(whom)) else None
        )
    if verb.lemma_ == "drive" and _child(verb, "dobj") is not None and "away" in following and not is_friendly(verb):
        return _trigger(verb)
    if verb.lemma_ == "take" and _child(verb, "dobj") is not None and ("with" in following and "them" in following):
        return _trigger(verb) if _is_force(_subject(verb)) else None
    return None


def _kept(verb: Token) -> Trigger | None:
    """ "was held for five days", "were kept overnight": over, so a happening; "has been held for months" goes on."""
    if verb.lemma_ in ("hold", "keep", "detain") and verb.tag_ == "VBN":
        auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        over = bool(auxiliaries & {"was", "were"}) or verb.dep_ == "conj" or not auxiliaries
        words = list(verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)])
        timed = any(w.lower_ == "for" and _is_time_after(w) for w in words) or any(
            w.lower_ == "overnight" for w in words
        )
        waits = verb.i + 1 < verb.sent.end and verb.nbor(1).tag_ in ("VBG", "JJ", "VBN", "RP")  # "was kept waiting"
        return _trigger(verb) if over and timed and not waits and "been" not in auxiliaries else None
    if verb.lemma_ in ("serve", "spend", "do") and verb.tag_ in ("VBD", "VBN"):
        time = next(
            (c for c in verb.children if c.dep_ in ("dobj", "npadvmod") and c.lemma_ in _UNTIMED - {"year"}), None
        )
        where = any(w.lemma_.lower() in _LOCKUPS for w in verb.doc[verb.i + 1 : min(verb.i + 12, verb.sent.end)])
        if time is not None and where:
            return Trigger("arrest", verb, "subject", verb.lemma_ != "serve", None, "custody state")
    return None


def _took(verb: Token) -> Trigger | None:
    """ "they took him at ten past four", "who was taken in March": with a time and nothing else; "took her to the theatre" tells of something else."""
    if verb.lemma_ != "take" or any(
        c.dep_ in ("prt", "acomp", "oprd", "xcomp", "dative", "ccomp") for c in verb.children
    ):
        return None
    passive = _is_passive(verb)
    whom = _child(verb, "nsubjpass") if passive else _child(verb, "dobj")
    if (
        whom is None
        or whom.pos_ not in ("PRON", "PROPN")
        or whom.lower_ in ("it", "this", "that", "which", "what", "all", "something")
    ):
        return None
    if whom.pos_ == "PROPN" and whom.ent_type_ != "PERSON":
        return None
    if not passive and not _is_force(_child(verb, "nsubj")):
        return None
    others = [c for c in verb.children if c.dep_ in ("prep", "npadvmod", "agent") and c.i > verb.i]
    timed = [
        c
        for c in others
        if any(t.ent_type_ in ("DATE", "TIME") or t.lemma_ in ("night", "dawn", "morning", "noon") for t in c.subtree)
    ]
    return _trigger(verb) if timed and len(timed) == len(others) else None


def _given_up(verb: Token) -> Trigger | None:
    """ "handed himself in", "gave herself up to police"."""
    if verb.lemma_ not in ("hand", "give"):
        return None
    following = [w.lower_ for w in verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]]
    if (
        len(following) < 2
        or following[0] not in ("himself", "herself", "themselves", "myself")
        or following[1] not in ("in", "up", "over")
    ):
        return None
    return Trigger("arrest", verb, "subject", False, None, None)


def _holding(verb: Token) -> Trigger | None:
    """ "police are holding NAME"."""
    whom = _child(verb, "dobj")
    if (
        verb.lemma_ != "hold"
        or verb.tag_ not in ("VBG", "VBP", "VBZ", "VB")
        or whom is None
        or whom.ent_type_ != "PERSON"
    ):
        return None
    return _trigger(verb, is_state=True, note="custody state") if _is_force(_child(verb, "nsubj")) else None


def _is_time_after(word: Token) -> bool:
    return any(t.lemma_ in _UNTIMED for t in word.doc[word.i + 1 : min(word.i + 6, word.sent.end)])


def _ordered(verb: Token) -> Trigger | None:
    """ "a judge ordered him held for two months", "was ordered detained pending trial", "ordered that she be held", "ordered her detention"."""
    if verb.lemma_ != "order" or verb.tag_ not in ("VBD", "VBN", "VBG") or any(c.dep_ == "neg" for c in verb.children):
        return None
    held = next((t for t in verb.doc[verb.i + 1 : min(verb.i + 14, verb.sent.end)] if _is_holding(t)), None)
    if held is None or any(t.text in (";", ":") for t in verb.doc[verb.i : held.i]):
        return None
    if held.i == verb.i + 1 and held.tag_ == "VBN" and verb.dep_ in ("conj", "relcl", "acl"):
        return _ordering(verb, _child(verb, "nsubjpass") or _subject(verb))  # "was brought to court and ordered jailed"
    if held.pos_ == "NOUN":
        whose = _child(held, "poss") or next(iter(objects_of(held, ("of",))), None)
        return _ordering(verb, whose) if held.head == verb and whose is not None else None
    if held.head == verb or held.dep_ in ("ccomp", "oprd", "xcomp", "acl"):
        whom = (
            _child(held, "nsubjpass")
            or _child(held, "nsubj")
            or _child(verb, "nsubjpass")
            or _child(verb, "dobj")
            or (_subject(verb) if verb.dep_ == "conj" else None)
        )
        return _ordering(verb, whom) if whom is not None and whom != held else None
    return None


def _ordering(verb: Token, whom: Token | None) -> Trigger | None:
    if whom is None:
        return None
    words = verb.doc[verb.i : verb.sent.end].text.lower()
    is_away = "in absentia" in words or bool(_ABSENCE.search(words))
    return Trigger(
        "arrest", verb, "given", False, None, "ordered by a court", given=whom, reality="planned" if is_away else None
    )


def _is_holding(token: Token) -> bool:
    if token.pos_ == "NOUN" and token.dep_ == "dobj":
        return token.lemma_ in ("detention", "arrest", "imprisonment")
    return token.tag_ in ("VBN", "VBD") and token.lemma_ in ("hold", "detain", "jail", "remand", "imprison", "arrest")


def _summoned(verb: Token) -> Trigger | None:
    """ "was summoned for a talk and did not come home", "went to the police station and never came back"."""
    if verb.lemma_ not in ("come", "return", "reappear") or not any(
        c.dep_ == "neg" or c.lower_ == "never" for c in verb.children
    ):
        return None
    home = [w.lower_ for w in verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]]
    if verb.lemma_ == "come" and not {"home", "back", "out"} & set(home):
        return None
    before = next(
        (
            up
            for up in (verb.head, *verb.head.conjuncts)
            if up.lemma_ in ("summon", "go", "call", "report") and up.i < verb.i
        ),
        None,
    )
    if before is None or verb.dep_ != "conj":
        return None
    called = before.lemma_ in ("summon", "call") and before.tag_ == "VBN"
    police = any(
        t.lemma_.lower() in ("police", "station", "questioning", "interrogation") for t in verb.doc[before.i : verb.i]
    )
    whom = _subject(before)
    if whom is None or not (called or police):
        return None
    return Trigger("arrest", before, "given", False, None, "did not come back", given=whom)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _has_object(verb: Token) -> bool:
    return (
        _is_passive(verb)
        or _child(verb, "dobj") is not None
        or verb.dep_ in ("acl", "relcl")
        or (verb.tag_ == "VBN" and verb.dep_ in ("conj", "advcl", "ROOT"))
    )


def _is_force(subject: Token | None) -> bool:
    return subject is not None and (subject.lemma_.lower() in _FORCE or subject.lower_ in _FORCE)


def _is_person(noun: Token) -> bool:
    return lexicon().has("people", noun.lemma_) or _is_kin(noun)


def _is_kin(noun: Token) -> bool:
    return lexicon().has("kin", noun.lemma_)


def _subject(verb: Token) -> Token | None:
    for up in (verb, verb.head):
        found = next((c for c in up.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if found is not None:
            return found
        if verb.dep_ != "conj":
            return None
    return None


def _child(token: Token, dep: str) -> Token | None:
    return next((c for c in token.children if c.dep_ == dep), None)
