"""Two mentions are the SAME person, DIFFERENT, or UNSURE; not having judged is the absence of a judgement.

"Looked, cannot tell" differs from "not looked": an UNSURE pair was seen by a person and still widens the bounds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person, or a declared policy, decided about a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about two mentions. A later one on the same pair replaces it; `why` None = no reason given. `recorded_at` is when it was
    decided: in another register, where it comes from one.

    `automatic`: made by the register's declared policy and by nobody in particular. A person's judgement replaces it whichever is later.
    """

    id: str
    a: str
    b: str
    verdict: Verdict
    recorded_at: datetime
    actor: str | None = None
    why: str | None = None
    automatic: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """The two mentions in a fixed order."""
        return (self.a, self.b) if self.a <= self.b else (self.b, self.a)


def latest(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgement in force for each pair: those of persons, then automatic ones on pairs that no person judged; each oldest first."""
    in_force: dict[tuple[str, str], Judgement] = {}
    automatic: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.recorded_at, j.id)):
        those = automatic if judgement.automatic else in_force
        those.pop(judgement.pair, None)
        those[judgement.pair] = judgement
    return [*in_force.values(), *(j for pair, j in automatic.items() if pair not in in_force)]
