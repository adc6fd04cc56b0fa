"""A published figure as a picture needs it: words and numbers, nothing of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: Signs of the verdicts, to be told apart without colour.
SYMBOLS = {"compatible": "=", "only_if": "?", "incompatible": "x"}


@dataclass(frozen=True, slots=True)
class FigureMark:
    """One figure: `title` in bold ("1,172 in custody"), `below` its base day and speaker, parted by "; ".

    It speaks of days from `first` to `last` (None = no bound). `flow` is drawn as a bar, else it is a stock. With a `value` it also
    stands in the plot, its true number from `low` to `high` (None = no bound); stocks of one `group` share the plot; a flow is drawn
    there when it `moves` people in (1) or out (-1). Without a value it is only listed.
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

    @property
    def shown(self) -> str:
        """The number with its comparator as a sign; empty without a number."""
        return "" if self.value is None else f"{self._sign(self.value)}{self.value:,}"

    def _sign(self, value: int) -> str:
        if self.low == self.high == value:
            return ""
        if self.high is None:
            return "≥" if self.low == value else ">"
        if self.high <= value:
            return "≤" if self.high == value else "<"
        return "~"
