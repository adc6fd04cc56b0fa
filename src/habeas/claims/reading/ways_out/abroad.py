"""Ways abroad: put on a flight, forced out of the country, slipped over a border, living elsewhere since a warrant, refusing to go; both sides of a swap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.clause_parts import subject_of
from habeas.claims.reading.ways_out.swap_sides import given_in_return, side_of_a_swap, swapped_for
from habeas.claims.reading.ways_out.swaps import is_in_a_swap, is_swapping, names_a_swap

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.parser import Sentence

_LANDS = frozenset({"country", "homeland", "republic", "motherland"})
_WAY = frozenset({"way", *_LANDS})
_CRAFT = frozenset({"plane", "flight", "aeroplane", "airplane", "bus", "jet", "aircraft", "train", "ship", "ferry"})
_PUT = frozenset({"put", "place", "load", "march", "escort", "bundle", "force", "shove"})
_OUST = frozenset(
    {"force", "throw", "kick", "push", "drive", "fly", "hound", "turf", "boot", "chase", "squeeze", "bundle", "remove", "send", "take", "ship", "whisk", "escort", "put"}
)  # fmt: skip
_GO = frozenset(
    {"cross", "walk", "slip", "move", "relocate", "escape", "flee", "sneak", "swim", "get", "run", "make", "go", "drive", "travel", "depart", "leave"}
)  # fmt: skip
_REASONS = re.compile(
    r"\b(?:summons(?:es)?|warrants?|charges?|arrests?|arrested|prosecut\w+|raid(?:ed|s)?|threat\w*|own accord|own will|ankle (?:bracelet|tag|monitor)|bracelet|house arrest|crackdown|persecut\w+|"
    r"repress\w+|interrogat\w+|search(?:ed|es)?|wanted|blacklist\w*|fear\w*|jail\w*|on foot)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:warrant|wanted|in (?:his|her|their) absence|in absentia|summons|put on trial|criminal case|charged|charges|indicted|sought by|fled)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:cells?|prison(?:s|ers?)?|jail|custody|detention|detainees?|colony|freed|released|pardoned|deport\w*)\b",
    re.IGNORECASE,
)
_FREED = re.compile(r"\b(?:freed|released|pardoned|amnestied)\b", re.IGNORECASE)
_REFUSE = frozenset({"refuse", "decline"})
_BOARD = frozenset({"get", "step", "climb", "walk", "board", "cross", "go", "leave"})


def ways_abroad(sentence: Sentence, before: str, has_swap: bool) -> Iterator[Trigger]:
    """Every such trigger, left to right. `before` = the words of the sentence before, which may tell why somebody lives elsewhere."""
    for token in sentence.tokens:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        for trigger in (
            _aboard(token), _ousted(token), _gone(token), _lives_elsewhere(token, before), _would_not_go(token), side_of_a_swap(token) if has_swap else _flown(token), given_in_return(token, has_swap), swapped_for(token), _carried(token, has_swap)
        ):  # fmt: skip
            if trigger is not None:
                yield trigger


def swaps_in(sentence: Sentence) -> bool:
    """Whether the sentence tells of a prisoner swap."""
    return any(names_a_swap(t) or is_swapping(t) for t in sentence.tokens)


def _aboard(verb: Token) -> Trigger | None:
    """ "was put directly from his cell onto a flight to Norland", "put 12 prisoners on a plane to Washington"."""
    if verb.lemma_ not in _PUT:
        return None
    words = list(verb.doc[verb.i + 1 : min(verb.i + 14, verb.sent.end)])
    craft = next((w for w in words if w.lemma_ in _CRAFT), None)
    if craft is None or not any(w.lower_ in ("on", "onto", "aboard") for w in words if w.i < craft.i):
        return None
    if any(
        w.lemma_ in ("prison", "colony", "jail", "camp") for w in verb.doc[craft.i : min(craft.i + 14, verb.sent.end)]
    ):
        return None  # moved to another prison
    away = any(
        w.lower_ in ("to", "for", "into", "bound") and _is_land_after(w)
        for w in verb.doc[craft.i + 1 : min(craft.i + 4, verb.sent.end)]
    )
    away = away or any(w.lemma_ in ("abroad", "exile") for w in words)
    held = bool(_HELD.search(verb.sent.text))
    return Trigger("exile", verb, "object", False, None, None, of_held=not held) if away else None


def _is_land_after(word: Token) -> bool:
    return any(
        t.ent_type_ in ("GPE", "LOC") or t.lemma_ in ("border", "exile")
        for t in word.doc[word.i + 1 : min(word.i + 4, word.sent.end)]
    )


def _ousted(verb: Token) -> Trigger | None:
    """ "was forced out of the country", "flown out of the country", "declined to be driven out of the country"."""
    if verb.lemma_ not in _OUST or not _is_done(verb):
        return None
    words = list(verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)])
    out = next(
        (
            n
            for n, w in enumerate(words)
            if w.lower_ in ("out", "from") and not any(t.pos_ == "VERB" for t in words[:n])
        ),
        None,
    )
    if out is None:
        return None
    goal = next((w for w in words[out + 1 : out + 5] if w.pos_ in ("NOUN", "PROPN")), None)
    strong = verb.lemma_ not in ("remove", "send", "take", "whisk", "escort", "bundle", "put")
    is_land = goal is not None and (
        goal.lemma_.lower() in _LANDS or (strong and goal.ent_type_ == "GPE" and words[out].lower_ == "out")
    )
    kind = "exchange" if is_in_a_swap(verb) else "exile"
    return Trigger(kind, verb, "object", False, None, None) if is_land else None


def _flown(verb: Token) -> Trigger | None:
    """ "flew 135 political prisoners to a neighbouring country", "was flown to Wolgar": of people whose custody is told."""
    if verb.lemma_ not in ("fly", "airlift") or not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return None
    goal = next((c for c in verb.children if c.lower_ == "to"), None)
    land = next((o for o in goal.children if o.dep_ == "pobj"), None) if goal is not None else None
    if land is None or not (land.ent_type_ == "GPE" or land.lemma_ in ("exile", "freedom")):
        return None
    return Trigger("exile", verb, "object", False, None, None, of_held=True)


def _carried(verb: Token, has_swap: bool) -> Trigger | None:
    """ "a plane landed in Norland carrying nine people collected from prisons": out, by the swap of which the text tells."""
    if verb.lemma_ not in ("carry", "bring") or not (_HELD if has_swap else _FREED).search(verb.sent.text):
        return None
    load = next((c for c in verb.children if c.dep_ == "dobj"), None)
    bearer = subject_of(verb) or (verb.head if verb.dep_ == "acl" else None)
    if load is None or bearer is None or bearer.lemma_ not in _CRAFT | {"convoy", "minibus", "van"}:
        return None
    if not any(c.pos_ == "NUM" for c in load.children) or any(
        t.lemma_ in ("court", "hearing", "trial", "back") for t in verb.sent
    ):
        return None
    kind = "exchange" if has_swap else "release"
    return Trigger(kind, verb, "given", False, None, None, given=load)


def _is_done(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass", "dobj") for c in verb.children) or verb.dep_ in (
        "acl",
        "conj",
        "relcl",
        "advcl",
    )


def _gone(verb: Token) -> Trigger | None:
    """ "crossed into Norland after a summons", "moved to Norland of his own accord", "slipped across the border on foot"."""
    if verb.lemma_ not in _GO or any(
        c.dep_ in ("auxpass", "nsubjpass", "dobj") for c in verb.children if c.lemma_ not in _WAY
    ):
        return None
    words = list(verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)])
    way = next(
        (w for w in words if w.lower_ in ("into", "to", "across", "over", "for") and w.pos_ in ("ADP", "PART")), None
    )
    if way is None or any(t.pos_ == "VERB" for t in verb.doc[verb.i + 1 : way.i + 1]):
        return None
    near = list(verb.doc[way.i + 1 : min(way.i + 4, verb.sent.end)])
    goal = next((t for t in near if t.pos_ in ("NOUN", "PROPN")), None)
    if goal is None or not (goal.ent_type_ in ("GPE", "LOC") or goal.lemma_ in ("border", "frontier")):
        return None
    if way.lower_ == "to" and goal.lemma_ in ("border", "frontier"):
        return None  # "drove to the border to meet her": not across it
    subject = subject_of(verb)
    if (
        subject is None
        or not (subject.pos_ in ("PROPN", "PRON", "NUM") or subject.tag_ in ("NNS", "WP"))
        or subject.ent_type_ in ("GPE", "ORG")
    ):
        return None
    rest = verb.doc[verb.left_edge.i : verb.right_edge.i + 1].text
    why = bool(_REASONS.search(rest))
    if verb.lemma_ in ("slip", "sneak", "flee", "escape") or (
        goal.lemma_ in ("border", "frontier") and verb.lemma_ in ("cross", "walk", "swim", "slip")
    ):
        why = why or goal.lemma_ in ("border", "frontier")
    return (
        Trigger("exile", verb, "given", False, None, "own choice", given=subject, of_held=not why)
        if why or verb.lemma_ in ("flee", "escape", "slip")
        else None
    )


def _lives_elsewhere(verb: Token, before: str) -> Trigger | None:
    """ "A warrant was issued for NAME. He has been in Norland since 2018": abroad since, out of reach."""
    if verb.lemma_ not in ("be", "live", "reside", "stay", "work") or not any(
        c.lower_ in ("has", "have", "'s") and c.dep_ == "aux" for c in verb.children
    ):
        return None
    words = list(verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)])
    place = next((n for n, w in enumerate(words) if w.lower_ == "in"), None)
    if place is None or place > 1 or not any(w.ent_type_ == "GPE" for w in words[place + 1 : place + 3]):
        return None
    if not any(w.lower_ == "since" for w in words) or not _WANTED.search(f"{before} {verb.sent.text}"):
        return None
    subject = subject_of(verb)
    return Trigger("exile", verb, "given", False, None, "own choice", given=subject) if subject is not None else None


def _would_not_go(verb: Token) -> Trigger | None:
    """ "refused to board the bus", "declined to cross", "does not intend to leave the country": somebody who would not go."""
    if verb.lemma_ in ("leave", "emigrate") and _is_not_meant(verb):
        whose = subject_of(verb.head)
        return _denied(verb, whose) if whose is not None else None
    if verb.lemma_ not in _BOARD or verb.dep_ != "xcomp" or verb.head.lemma_ not in _REFUSE:
        return None
    goal = next((c for c in verb.children if c.dep_ == "dobj"), None)
    craft = [o for c in verb.children if c.dep_ in ("prep", "prt", "advmod") for o in c.children if o.lemma_ in _CRAFT]
    if verb.lemma_ == "board" or craft or (goal is not None and goal.lemma_ in ("border", "frontier", "country")):
        whose = subject_of(verb.head)
        return _denied(verb, whose) if whose is not None else None
    return None


def _is_not_meant(verb: Token) -> bool:
    """ "does not intend to leave the country", "has no plans to leave"."""
    if verb.dep_ not in ("xcomp", "acl") or verb.head.lemma_ not in ("intend", "plan", "want", "intention"):
        return False
    goal = next((c for c in verb.children if c.dep_ == "dobj"), None)
    away = goal is None or goal.lemma_ in _LANDS or goal.ent_type_ == "GPE"
    return away and any(c.dep_ == "neg" or c.lower_ == "no" for c in verb.head.children)


def _denied(verb: Token, whose: Token) -> Trigger:
    return Trigger("exile", verb, "given", False, None, "refused to leave", given=whose, reality="denied", of_held=True)
