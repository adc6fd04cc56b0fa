"""The bridge between two rolls: each person who counts on one and not on the other, by the reason. It sums exactly.

start + everybody who came in - everybody who went out = end
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.figures.definitions import Definition
from habeas.figures.roll import Standing

_REASONS = {
    "custody": {"in": "came into custody", "out": "left custody"},
    "unconfirmed": {"in": "confirmed again", "out": "no longer confirmed"},
    "definition": {"in": "counted under the second definition only", "out": "counted under the first definition only"},
    "late_knowledge": {"in": "known by the second day of knowledge only", "out": "no longer so by the second day of knowledge"},
    "look_alike": {"in": "no longer taken for possibly the same person as another", "out": "may be the same person as another"},
    "status_conflict": {"in": "sources contradicted each other before", "out": "sources contradict each other"},
    "possibly": {"in": "possibly in before", "out": "possibly still in"},
    "not_listed": {"in": "told of on the second basis only", "out": "told of on the first basis only"},
    "perhaps_listed": {
        "in": "perhaps on the first basis too, under a name that nobody has judged",
        "out": "perhaps on the second basis too, under a name that nobody has judged",
    },
    "told_otherwise": {"in": "told otherwise on the first basis", "out": "told otherwise on the second basis"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RollAsked:
    """A roll with the question it answers. `basis` is whose knowledge; `perhaps` are persons who may be somebody on the other roll under
    another id.
    """

    on: date
    known_by: date
    definition: Definition
    standings: Sequence[Standing]
    basis: str = "register"
    perhaps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the bridge: `direction` is in or out, `persons` are ids in order, `why` says what they have in common."""

    kind: str
    direction: str
    persons: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Bridge:
    """From `start` to `end`, both numbers of persons, over spans that together make up the difference."""

    start: int
    end: int
    spans: tuple[Span, ...]

    @property
    def sums(self) -> bool:
        """Whether start, plus those in, less those out, is the end."""
        moved = sum(len(s.persons) if s.direction == "in" else -len(s.persons) for s in self.spans)
        return self.start + moved == self.end


def bridge(a: RollAsked, b: RollAsked, *, possible: bool = False) -> Bridge:
    """From the persons certain on `a` to those certain on `b`; with `possible`, from those possibly in to those possibly in."""
    counts = _possibly if possible else _certainly
    first, second = ({s.person: s for s in r.standings} for r in (a, b))
    moved: dict[tuple[str, str], list[str]] = {}
    for person in sorted(first.keys() | second.keys()):
        one, other = first.get(person), second.get(person)
        before, after = one is not None and counts(one), other is not None and counts(other)
        if before != after:
            moved.setdefault((_reason(a, b, one, other, after=after), "in" if after else "out"), []).append(person)
    spans = [Span(kind, way, tuple(found), _REASONS[kind][way]) for (kind, way), found in sorted(moved.items())]
    return Bridge(_number(a, counts), _number(b, counts), tuple(spans))


def _certainly(standing: Standing) -> bool:
    return standing.answer == "yes"


def _possibly(standing: Standing) -> bool:
    return standing.may_be_in


def _number(asked: RollAsked, counts: Callable[[Standing], bool]) -> int:
    return sum(counts(s) for s in asked.standings)


def _reason(a: RollAsked, b: RollAsked, one: Standing | None, other: Standing | None, *, after: bool) -> str:
    """The first of the reasons that fits, in the order in which a person would rule them out."""
    doubtful = one if after else other
    if doubtful is not None and "not judged" in doubtful.why:
        return "look_alike"
    if doubtful is not None and doubtful.answer == "disputed":
        return "status_conflict"
    if a.basis != b.basis:
        if one is not None and other is not None:
            return "told_otherwise"
        present = one or other
        return "perhaps_listed" if present is not None and present.person in a.perhaps | b.perhaps else "not_listed"
    if a.on == b.on:
        return "late_knowledge" if a.known_by != b.known_by else "definition"
    if doubtful is not None and doubtful.unconfirmed:
        return "unconfirmed"
    if doubtful is not None and doubtful.answer == "unknown":
        return "possibly"
    if str(a.definition) != str(b.definition) and _only_defined_out(doubtful):
        return "definition"
    return "custody"


def _only_defined_out(doubtful: Standing | None) -> bool:
    return doubtful is not None and (
        doubtful.why.startswith("not under this definition") or doubtful.answer == "not_assessed"
    )
