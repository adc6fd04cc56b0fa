"""What was found about two published figures: a verdict, what would have to be true, and what accounts for the difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.figures.published import PublishedFigure

#: The order in which conditions are named.
CONDITIONS = ("net_additions", "further_exits", "rounded", "base_day", "list", "people")


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that would have to be true: its kind, the least number of people it asks for (None = no number), and in words."""

    kind: str
    people: int | None
    words: str

    def to_json(self) -> dict[str, Any]:
        """As a structure; the interface itself prints the words."""
        return {"kind": self.kind, "at_least": self.people, "words": self.words}


@dataclass(frozen=True, slots=True)
class Item:
    """A part of the difference that is accounted for, or a remark: `persons` are ids of named people, `people` how many."""

    kind: str
    people: int
    why: str
    persons: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """In the shape of the interface."""
        return {"kind": self.kind, "count": self.people, "persons": list(self.persons), "why": self.why}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of two figures. `difference` is b - a as printed; `unexplained` what no published flow and no named person accounts for."""

    a: str
    b: str
    verdict: str
    only_if: tuple[Condition, ...]
    difference: int
    items: tuple[Item, ...]
    unexplained: int

    def turned(self) -> Verdict:
        """The same verdict, told from b to a."""
        return Verdict(self.b, self.a, self.verdict, self.only_if, -self.difference, self.items, self.unexplained)

    def to_json(self) -> dict[str, Any]:
        """In the shape of the interface."""
        return {
            "a": self.a, "b": self.b, "verdict": self.verdict, "only_if": [c.words for c in self.only_if],
            "difference": self.difference, "items": [i.to_json() for i in self.items], "unexplained": self.unexplained,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Figures, and the verdict on every pair of them."""

    figures: tuple[str, ...]
    pairs: tuple[Verdict, ...]

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def to_json(self) -> dict[str, Any]:
        """In the shape of the interface."""
        return {"figures": list(self.figures), "pairs": [pair.to_json() for pair in self.pairs]}


def hold_together(
    a: PublishedFigure, b: PublishedFigure, items: Sequence[Item], people: Sequence[Condition] = ()
) -> Verdict:
    """The numbers fit. `people` still asks whether they speak of the same people."""
    return Verdict(a.id, b.id, "only_if" if people else "compatible", tuple(people), b.value - a.value, tuple(items), 0)


def collide(
    a: PublishedFigure, b: PublishedFigure, conditions: Sequence[Condition], items: Sequence[Item], unexplained: int
) -> Verdict:
    """The numbers do not fit as they stand: incompatible unless a condition is left."""
    ordered = sorted(conditions, key=lambda c: CONDITIONS.index(c.kind))
    verdict = "only_if" if ordered else "incompatible"
    return Verdict(a.id, b.id, verdict, tuple(ordered), b.value - a.value, tuple(items), unexplained)
