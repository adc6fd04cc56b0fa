"""Groups that are people named elsewhere, one and all: "All six have been charged" after a list of six names, "found the five guilty"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.told import Told

RULE = "sets"
_DEFINITE = re.compile(r"(?:all|the|these|those|both)(?: of)?(?: the| these| those)? \w+", re.IGNORECASE)
_MORE = re.compile(r",|\b(?:and|who|as)\b")
_NOT_ALL = re.compile(r"\b(?:other|others|more|remaining|rest|first|last|another)\b", re.IGNORECASE)
_FEWEST, _MOST = 2, 12
#: What a text tells of people in number whom it names one by one before or after.
_TOLD_TOGETHER = ("sentence", "conviction", "arrest", "charge", "disappearance_incommunicado")
#: What is told of each of those whom a text then counts together.
_HELD = ("arrest", "rearrest", "charge", "new_charge", "sentence", "conviction")
#: How many sentences away from the group they may be named.
_FAR = 3
_FURTHER = 7
_CHARGED = re.compile(r"\b(?:charged|accused|indicted|on trial|prosecuted)\b", re.IGNORECASE)
#: Who was tried together, where no list names them.
_JUDGED = ("sentence", "conviction")


def named_sets_told(reader: Reader, told: list[Told], kinds: tuple[str, ...] = ()) -> Iterator[Told]:
    """One telling for each of the people such a group is, of `kinds` alone where any are given; the group itself stays."""
    lists = reader.referents.lists
    for one in told:
        if not one.is_group or one.count is None or not _FEWEST <= one.count <= _MOST or one.is_headline:
            continue
        words = _MORE.split(one.words)[0]
        for name in _the_others(reader, one, told):
            yield replace(one, person=name, count=None, rules={f"{RULE}.{one.type}"}, members=[], words="")
        is_definite = _DEFINITE.match(words) or re.search(rf"\b(?:the|all|these) {re.escape(words)}\b", one.quote)
        if one.members or (kinds and one.type not in kinds) or not is_definite or _NOT_ALL.search(words):
            continue
        names = lists.before(one.span[0], one.count) or _judged(one, told) or _nearest(reader, one, told)
        for name in names:
            if not any(o.person == name and o.type == one.type and o.reality == one.reality for o in told):
                is_state = one.is_state or one.note == "custody state"
                yield replace(
                    one, person=name, count=None, rules={f"{RULE}.{one.type}"}, members=[], words="", is_state=is_state
                )


def _the_others(reader: Reader, one: Told, told: list[Told]) -> tuple[str, ...]:
    """ "A was detained in July. The other two were picked up next morning": those of three tried together who are not A."""
    if one.type not in _HELD or not re.match(r"(?:the )?other \w+$", one.words, re.IGNORECASE):
        return ()
    sentences = reader.referents.passage.sentences
    at = next((s.index for s in reversed(sentences) if s.start <= one.span[0]), 0)
    start, near = sentences[max(0, at - _FURTHER)].start, sentences[max(0, at - 1)].start
    before = [o for o in told if o.person and start <= o.span[0] < one.span[0] and o.type in _HELD]
    first = {o.person for o in before if o.type == one.type and o.span[0] >= near and o.reality == "actual"}
    names = dict.fromkeys(o.person for o in before if o.person)
    others = tuple(name for name in names if name not in first)
    return others if len(first) == 1 and len(others) == one.count else ()


def _judged(one: Told, told: list[Told]) -> tuple[str, ...]:
    """Everybody of whom the text tells a sentence or a conviction, where they are just as many."""
    if one.type not in _JUDGED:
        return ()
    tried = dict.fromkeys(o.person for o in told if o.person and o.type in _JUDGED and o.reality == "actual")
    return tuple(name for name in tried if name) if len(tried) == one.count else ()


def _nearest(reader: Reader, one: Told, told: list[Told]) -> tuple[str, ...]:
    """Those told of as held in the sentences right before the group, or right after, where just so many are reached at the end of one."""
    if one.type not in _TOLD_TOGETHER or (one.type == "charge" and not _CHARGED.search(one.quote)):
        return ()
    sentences = reader.referents.passage.sentences
    at = next((s.index for s in reversed(sentences) if s.start <= one.span[0]), 0)
    held = [o for o in told if o.person and o.type in _HELD and (o.reality == "actual" or o.type == "sentence")]
    for indexes in (range(at - 1, max(-1, at - _FAR - 1), -1), range(at + 1, min(len(sentences), at + _FAR + 1))):
        names: dict[str, None] = {}
        for index in indexes:
            here = sentences[index]
            names |= dict.fromkeys(o.person for o in held if o.person and here.start <= o.span[0] < here.end)
            if len(names) >= (one.count or 0):
                break
        if len(names) == one.count:
            return tuple(names)
    return ()
