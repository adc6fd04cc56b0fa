"""What waits for a decision or for the post: questions of identity, proposals by article, and versions of lists that are late."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from habeas.claims.versions import in_order as versions_in_order
from habeas.register.due.needs import Looked, Need, in_order
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.questions import questions

#: A list has to have come so often before it can be late, and is late by as much again as half of its usual pause.
_FEWEST, _LATE = 3, 1.5


def collisions(register: Register, looked: Looked) -> list[Need]:
    """Who may be one person and was not judged; those first whose answer narrows the count most, because no day tells how long they wait."""
    now = known(register, looked.asked.known_by, looked.asked.basis)
    found = []
    for one in questions(register, looked.asked, looked.of):
        names = [now.persons.by_id[person].name for person in (one.a, one.b)]
        why = f"names agree to {one.score:.2f}" + (f"; an answer narrows the count by {one.gain:g}" if one.gain else "")
        found.append(Need("collision", f"collision:{one.a}:{one.b}", " and ".join(names), why, None, one.a, one.b))
    return found


def drafts(register: Register, looked: Looked) -> list[Need]:
    """Articles with proposals that nobody has decided."""
    sources = register.caught_up().sources
    waiting = Counter(str(json.loads(data)["claim"]["source"]) for _, data in register.store.pending_drafts())
    found = []
    for source, number in waiting.items():
        told = sources.get(source)
        name = told.name if told is not None else source
        since = register.knowledge.recorded[source].date() if source in register.knowledge.recorded else None
        why = f"{number:,} proposal{'' if number == 1 else 's'} to decide"
        found.append(Need("draft", f"draft:{source}", name, why, since, source=source))
    return in_order(found)


def lists_awaited(register: Register, looked: Looked) -> list[Need]:
    """Lists whose versions came at a pace, and whose next one is late by it."""
    of_list = defaultdict(list)
    for version in register.caught_up().versions:
        of_list[version.list_id].append(version)
    found = []
    for list_id, versions in of_list.items():
        days = sorted({version.published for version in versions_in_order(versions)})
        expected = expected_next(days)
        if expected is not None and expected < looked.asked.day:
            name = versions[0].list_name
            why = f"the last version held is of {days[-1]}; by its pace the next was to come by {expected}"
            found.append(
                Need("list_awaited", f"list_awaited:{list_id}:{days[-1]}", name, why, expected, source=list_id)
            )
    return in_order(found)


def expected_next(days: list[date]) -> date | None:
    """By when the next version should have come, going by the pauses between those of these days; None = too few to tell."""
    if len(days) < _FEWEST:
        return None
    pauses = [(later - earlier).days for earlier, later in pairwise(days)]
    return days[-1] + timedelta(days=round(median(pauses) * _LATE))
