"""The axis of days that the parts of one picture share: where a day lies across it, and which months are named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

#: Longer periods than this (days) are cut at the left, so that one "since 2020" does not squeeze a summer into a pixel.
_LONG = 200
_BEFORE, _AFTER = 10, 4
_BETWEEN_NAMES = 60
#: From how many months on only years are named.
_MANY_MONTHS = 40


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """From day `low` to day `high` (ordinals), drawn from `left` to `right` (user units)."""

    low: int
    high: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Where a day lies; days outside lie on the edge."""
        inside = min(max(day, self.low), self.high)
        return round(self.left + (self.right - self.left) * (inside - self.low) / (self.high - self.low), 1)

    def x_of(self, day: date | None, unknown: int) -> float:
        """Where a date lies; `unknown` is the day drawn for no bound."""
        return self.x(unknown if day is None else day.toordinal())

    def lines(self, top: float, bottom: float) -> list[str]:
        """A line for each month, or of many for each year, from `top` to `bottom`, and as many names above as have room."""
        months = self._months()
        in_years = len(months) > _MANY_MONTHS
        shown = [month for month in months if month.month == 1] if in_years else months
        half, between = (14, 40) if in_years else (27, _BETWEEN_NAMES)
        out, last = [], -between * 1.0
        for month in shown[:: max(1, -(-len(shown) // 24))]:
            x = self.x(month.toordinal())
            out.append(f'<line x1="{x}" x2="{x}" y1="{top}" y2="{bottom}" stroke="#ddd"/>')
            if x - last >= between and self.left + 8 <= x <= self.right + 4 - half:
                name = f"{month:%Y}" if in_years else f"{month:%b %Y}"
                out.append(f'<text x="{x}" y="{top - 6}" font-size="11" text-anchor="middle">{name}</text>')
                last = x
        return out

    def _months(self) -> list[date]:
        month, out = date.fromordinal(self.low).replace(day=1), []
        while month.toordinal() <= self.high:
            if month.toordinal() >= self.low:
                out.append(month)
            if (month.year, month.month) == (date.max.year, 12):
                break
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        return out


def axis_over(spans: Iterable[tuple[date | None, date | None]], left: float, right: float) -> TimeAxis:
    """An axis that shows every span's end, and its beginning unless it is long."""
    known = list(spans)
    ends = [last or first for first, last in known if last or first]
    starts = [first for first, last in known if first and last and (last - first).days <= _LONG]
    shown = [day for day in (*ends, *starts) if day is not None] or [date(2000, 1, 1)]
    return TimeAxis(min(shown).toordinal() - _BEFORE, max(shown).toordinal() + _AFTER, left, right)
