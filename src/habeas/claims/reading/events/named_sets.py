"""Groups that are people named elsewhere, one and all: "All six have been charged" after a list of six names, "found the five guilty"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.joined import joined_names

RULE = "sets"
_DEFINITE = re.compile(r"(?:all|the|these|those|both)(?: of)?(?: the| these| those)? \w+", re.IGNORECASE)
_MORE = re.compile(r",|\b(?:and|who|as)\b")
_NOT_ALL = re.compile(r"\b(?:other|others|more|remaining|rest|first|last|another)\b", re.IGNORECASE)
_FEWEST, _MOST = 2, 12
#: How many characters before the group its list of names may stand.
_REACH = 900
#: Who was tried together, where no list names them.
_JUDGED = ("sentence", "conviction")


def named_sets_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each of the people such a group is; the group itself stays."""
    lists = list(_lists(reader))
    for one in told:
        if not one.is_group or one.count is None or not _FEWEST <= one.count <= _MOST or one.is_headline:
            continue
        words = _MORE.split(one.words)[0]
        is_definite = _DEFINITE.match(words) or re.search(rf"\b(?:the|all|these) {re.escape(words)}\b", one.quote)
        if one.members or not is_definite or _NOT_ALL.search(words):
            continue
        names = _listed(one, lists) or _judged(one, told)
        for name in names:
            if not any(o.person == name and o.type == one.type and o.reality == one.reality for o in told):
                yield replace(one, person=name, count=None, rules={f"{RULE}.{one.type}"}, members=[], words="")


def _listed(one: Told, lists: list[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    """The list told last before, where it counts just as many."""
    before = [names for end, names in lists if one.span[0] - _REACH <= end <= one.span[0]]
    return before[-1] if before and len(before[-1]) == one.count else ()


def _judged(one: Told, told: list[Told]) -> tuple[str, ...]:
    """Everybody of whom the text tells a sentence or a conviction, where they are just as many."""
    if one.type not in _JUDGED:
        return ()
    tried = dict.fromkeys(o.person for o in told if o.person and o.type in _JUDGED and o.reality == "actual")
    return tuple(name for name in tried if name) if len(tried) == one.count else ()


def _lists(reader: Reader) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where each list of joined names ends, and the names."""
    people = reader.referents.people
    for sentence in reader.referents.passage.sentences:
        end = sentence.start
        for span, _ in people.between(sentence.start, sentence.end):
            token = sentence.token_at(span[1] - 1)
            names = joined_names(people, sentence, token) if token is not None and span[0] >= end else []
            if len(names) > 1:
                end = max(s[1] for s, name in people.between(span[0], sentence.end) if name == names[-1])
                yield end, tuple(names)
