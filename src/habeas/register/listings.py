"""On which lists a person stands or stood, from which version to which: told by the versions held, never taken for custody or its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.knowledge import versions_known
from habeas.claims.versions import GONE, Version, in_order, spans_of
from habeas.kernel.asof import Basis
from habeas.register.opened import Register
from habeas.register.remembered import remembered


def listings(register: Register, known_by: date, basis: Basis, mentions: Iterable[str]) -> list[dict[str, Any]]:
    """Each stretch in which a list names the person of these mentions, by list and day. Somebody gone and back again has two.

    `first_listed` and `last_listed` are days of versions; `or_earlier`: no older version is held in which they could be missing. `gone_by`
    is the day of the first version without them, None = they stand in the newest. `ids` are those that the list gives them.
    """
    knowledge, own = register.caught_up(), set(mentions)
    of_list: dict[str, list[Version]] = defaultdict(list)
    for version in versions_known(knowledge, known_by, basis):
        of_list[version.list_id].append(version)
    named: dict[str, list[Claim]] = defaultdict(list)
    of_mention = remembered(register, "claims of lists", None, partial(_of_mention, knowledge.claims))
    for mention in sorted(own):
        if mention in of_mention:
            named[knowledge.mentions[mention].source] += of_mention[mention]
    found = []
    for list_id, versions in of_list.items():
        ordered = in_order(versions)
        ids = sorted({key for claim in named[list_id] if (key := knowledge.mentions[str(claim.subject)].key)})
        found += [{**stretch, "ids": ids} for stretch in _stretches(named[list_id], ordered)]
    return sorted(found, key=lambda one: (one["list"], one["first_listed"]))


def _of_mention(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims that lists make of each mention, but for its being gone."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.told_in is not None and claim.predicate != GONE:
            found[str(claim.subject)].append(claim)
    return dict(found)


def _stretches(claims: Sequence[Claim], ordered: Sequence[Version]) -> Iterator[dict[str, Any]]:
    place = {version.capture: number for number, version in enumerate(ordered)}
    stood: set[int] = set()
    spans = spans_of(claims, ordered)  # of others too, whom a version lists again
    for claim in claims:
        for span in spans.get(claim.id, ()):
            stood.update(range(place[span.first.capture], place[span.last.capture] + 1))
    for first in sorted(number for number in stood if number - 1 not in stood):
        after = next(number for number in range(first, len(ordered) + 1) if number not in stood)
        yield {
            "list": ordered[first].list_name, "first_listed": ordered[first].published.isoformat(), "or_earlier": first == 0,
            "last_listed": ordered[after - 1].published.isoformat(),
            "gone_by": ordered[after].published.isoformat() if after < len(ordered) else None,
        }  # fmt: skip
