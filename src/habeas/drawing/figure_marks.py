"""A published figure as a picture needs it: words and numbers, nothing of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: Signs of the verdicts, to be told apart without colour, and the words for them.
SYMBOLS = {"compatible": "=", "only_if": "?", "incompatible": "x"}
IN_WORDS = {"compatible": "fit together", "only_if": "fit only if something more is true", "incompatible": "do not fit"}
#: A name longer than this is cut at a word.
_SHORT = 24


@dataclass(frozen=True, slots=True)
class FigureMark:
    """One figure: `title` in bold ("1,172 in custody"), `below` its base day and speaker, parted by "; ".

    It speaks of days from `first` to `last` (None = no bound). `flow` is drawn as a bar, else it is a stock. With a `value` it also
    stands in the plot, its true number from `low` to `high` (None = no bound); stocks of one `group` share the plot; a flow is drawn
    there when it `moves` people in (1) or out (-1). Without a value it is only listed. `counted` says whom it counts (empty = not said).
    """

    title: str
    below: str
    first: date | None
    last: date | None
    flow: bool
    value: int | None = None
    low: int | None = None
    high: int | None = None
    group: str = ""
    moves: int = 0
    counted: str = ""

    @property
    def shown(self) -> str:
        """The number with its comparator as a sign; empty without a number."""
        return "" if self.value is None else f"{self._sign(self.value)}{self.value:,}"

    @property
    def exact(self) -> bool:
        """Whether its number is one number, taken at its word."""
        return self.low == self.high == self.value

    @property
    def speaker(self) -> str:
        """Who says so, short enough for a label: without what stands in brackets, cut at a word."""
        name = self.below.partition("; ")[2].partition(" (")[0]
        return name if len(name) <= _SHORT else f"{name[:_SHORT].rpartition(' ')[0] or name[: _SHORT - 1]}…"

    def _sign(self, value: int) -> str:
        if self.low == self.high == value:
            return ""
        if self.high is None:
            return "≥" if self.low == value else ">"
        if self.high <= value:
            return "≤" if self.high == value else "<"
        return "~"
