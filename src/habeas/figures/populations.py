"""Which populations bear on each other: who is among whom, who leaves custody, who comes in.

What is not said here is not compared. People convicted, arrested or ill on one day set no bound to people recognised in a month.
"""

from __future__ import annotations

#: Every member of the first is a member of each of the second, on the same day or in the same period.
PART_OF = {
    "serious_health": ("in_custody",),
    "in_custody": ("recognised_total",),
    "pardoned": ("released",),
    "exiled": ("released",),
    "recognised_new": ("recognised_total",),
}
#: Counts that only grow: everybody ever recognised, up to a day.
RUNNING = ("recognised_total",)
#: Flows out of custody. Deaths stand beside releases; pardons and expulsions are releases.
RELEASES = ("released", "pardoned", "exiled")
DEATHS = ("died_in_custody",)
#: Flows into custody, or onto the list of those held. The same people may be counted first as one, then as the other.
ENTRIES = ("recognised_new", "arrested")
#: Words for people by what they are, whatever befell them: who is counted by such a word is counted among all to whom it happened.
GROUP_WORDS = frozenset((
    "activists", "athletes", "bloggers", "boys", "children", "clergy", "clergymen", "doctors", "foreigners", "girls", "journalists",
    "lawyers", "men", "minors", "monks", "mothers", "pensioners", "priests", "students", "teachers", "teenagers", "women", "workers",
    "writers",
))  # fmt: skip
#: A rest that says nothing about who is in it.
UNSORTED = "other"


def in_words(population: str) -> str:
    """As people write it."""
    return population.replace("_", " ")


def part_of(part: str, whole: str) -> bool:
    """Whether every member of `part` is a member of `whole`."""
    return whole in PART_OF.get(part, ())
