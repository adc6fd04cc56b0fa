"""Finding people by a name or a part of one, in any script and spelling, with the reason for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.identity.look_up import look_up
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import UsageError
from habeas.names.found import found_because, found_score
from habeas.names.keys import identical_key
from habeas.register.everybody import Everybody, everybody
from habeas.register.opened import Register

#: Below this a name is no answer.
ANSWERS = 0.6
#: So many names are compared in full, where so many may answer.
_COMPARED = 500
#: Letters from which on a lone word still being typed is looked up.
_TYPED_FROM = 3


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed by; None = not. `in_custody`: yes, no or unknown on the question's day, where a proof of
    custody holds for `staleness` days (None = for ever). `born`: a year. `gender`: m or f. `source`: a list or a source that names the person.
    """

    in_custody: str | None = None
    born: int | None = None
    gender: str | None = None
    source: str | None = None
    staleness: int | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    score: float
    person: int
    matched: str


def find(
    register: Register,
    text: str,
    asked: AsOf,
    narrowed: Narrowed = Narrowed(),
    *,
    limit: int | None = None,
    typing: bool = False,
) -> dict[str, Any]:
    """People whom `text` may name, the likeliest first; `total` is how many there are before `limit` (None = all of them).

    `typing`: the last word is still being typed; of people called alike one comes first, and says how many there are.
    Raises UsageError where `narrowed` names a source that is not here.
    """
    everyone = everybody(register, asked.known_by, asked.basis)
    hits = _hits(everyone, text, _allowed(everyone, asked, narrowed), typing)
    alike = Counter(identical_key(hit.matched) for hit in hits)
    if typing:
        seen: Counter[str] = Counter()
        order = []
        for place, hit in enumerate(hits):
            order.append((seen[identical_key(hit.matched)] > 0, place))
            seen[identical_key(hit.matched)] += 1
        hits = [hits[place] for _, place in sorted(order)]
    shown = [_told(everyone, text, hit, typing, alike) for hit in hits[:limit]]
    return {"hits": shown, "total": len(hits)}


def _told(everyone: Everybody, text: str, hit: _Hit, typing: bool, alike: Counter[str]) -> dict[str, Any]:
    one = everyone.people[hit.person]
    why = found_because(text, hit.matched, unfinished=typing)
    if identical_key(text) == identical_key(hit.matched):
        why = ["The same name."]
    many = alike[identical_key(hit.matched)]
    if many > 1:
        why.append(f"{many} people here are called so.")
    return {"id": one.id, "name": one.name, "matched": hit.matched, "score": round(hit.score, 3), "why": why}


def _hits(everyone: Everybody, text: str, allowed: NDArray[np.bool_] | None, typing: bool) -> list[_Hit]:
    """Each person once, by the name that answers best."""
    if typing and len(identical_key(text).replace(" ", "")) < _TYPED_FROM:
        return []
    rough = look_up(everyone.index, text, _COMPARED, unfinished=typing, allowed=allowed)
    best: dict[int, _Hit] = {}
    for number in rough.names:
        name, person = everyone.names[number], int(everyone.whose[number])
        score = 1.0 if identical_key(name) == identical_key(text) else found_score(text, name, unfinished=typing)
        if score >= ANSWERS and (person not in best or score > best[person].score):
            best[person] = _Hit(score, person, name)
    hits = list(best.values())  # in the rough order, which tells equals of a search still being typed apart
    if typing:
        return sorted(hits, key=lambda hit: -round(hit.score, 1))
    return sorted(hits, key=lambda hit: (-hit.score, everyone.people[hit.person].name, everyone.people[hit.person].id))


def _allowed(everyone: Everybody, asked: AsOf, narrowed: Narrowed) -> NDArray[np.bool_] | None:
    """Of each name, whether its person is among those asked for; None = everybody is."""
    if narrowed == Narrowed():
        return None
    people = everyone.people
    right = np.ones(len(people), np.bool_)
    if narrowed.in_custody is not None:
        right &= everyone.in_custody(asked.day, narrowed.in_custody, narrowed.staleness)
    if narrowed.born is not None:
        right &= np.array([narrowed.born in one.born for one in people], np.bool_)
    if narrowed.gender is not None:
        right &= np.array([one.gender == narrowed.gender for one in people], np.bool_)
    if narrowed.source is not None:
        here = np.array([narrowed.source in one.sources for one in people], np.bool_)
        if not here.any():
            raise UsageError(f"--source {narrowed.source}: no list or source of that name names anybody here")
        right &= here
    found: NDArray[np.bool_] = right[everyone.whose]
    return found
