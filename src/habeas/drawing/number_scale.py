"""The upright axis of a plot: numbers of people to heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_STEPS = tuple(factor * 10**power for power in range(10) for factor in (1, 2, 5))


class NumberScale:
    """From the lowest to the highest of some numbers, with a little room, drawn from `bottom` up to `top` (user units)."""

    def __init__(self, values: Sequence[int], top: float, bottom: float) -> None:
        spread = max(values) - min(values) or 10
        self.low, self.high = min(values) - 0.08 * spread, max(values) + 0.12 * spread
        self.top, self.bottom = top, bottom

    def y(self, value: float) -> float:
        """Higher numbers lie higher."""
        return round(self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low), 1)

    def lines(self, left: float, right: float) -> Iterator[str]:
        """Level lines at round numbers, and the numbers at the left of them."""
        step = next(step for step in _STEPS if step >= (self.high - self.low) / 5)
        for value in range(int(self.low // step + 1) * step, int(self.high) + 1, step):
            y = self.y(value)
            yield f'<line x1="{left}" x2="{right}" y1="{y}" y2="{y}" stroke="#eee"/>'
            yield f'<text x="{left - 4}" y="{y + 4:.1f}" font-size="10" fill="#666" text-anchor="end">{value:,}</text>'
