"""Which true numbers a printed number leaves open: by its comparator, and were it rounded.

A number is taken at its word first: exactly 1,172 means 1,172. People round, though, and seldom say so, so the wider reading is kept
beside the plain one and is named wherever a verdict needs it.

What counts as round is a convention of ours. The unit of a number is the coarsest of 10, 50, 100, 500, 1,000 and so on that divides
it and is at most a quarter of it (1,150: 50; 1,200: 100; 1,000: 100; 1,110: 10; 1,172: none). A rounded number lies within half its unit.
"""

from __future__ import annotations

from collections.abc import Iterator

#: Stands for "no upper bound"; larger than any number of people.
ENDLESS = 10**12
COMPARATORS = ("exact", "at_least", "more_than", "about", "up_to", "nearly")
IN_WORDS = {
    "exact": "", "at_least": "at least ", "more_than": "more than ", "about": "about ", "up_to": "up to ", "nearly": "nearly ",
}  # fmt: skip

#: Lowest and highest true number, both included.
Range = tuple[int, int]


def unit(value: int) -> int:
    """The unit `value` may be rounded to, in people; 1 = it is not a round number."""
    return max((step for step in _steps(value // 4) if value % step == 0), default=1)


def _steps(limit: int) -> Iterator[int]:
    step, times = 10, 5
    while step <= limit:
        yield step
        step, times = step * times, 7 - times  # 10, 50, 100, 500, 1,000


def true_values(value: int, comparator: str) -> Range:
    """The true numbers that `comparator` and `value` leave open. "Nearly" reaches one unit down, "about" half a unit to either side."""
    half = max(1, unit(value) // 2)
    return {
        "exact": (value, value),
        "at_least": (value, ENDLESS),
        "more_than": (value + 1, ENDLESS),
        "up_to": (0, value),
        "nearly": (max(0, value - max(1, unit(value))), max(0, value - 1)),
        "about": (max(0, value - half), value + half),
    }[comparator]


def if_rounded(value: int, comparator: str) -> Range:
    """The same, were the number rounded. "More than", "nearly" and "about" own up to it already and are not widened again."""
    low, high = true_values(value, comparator)
    half = unit(value) // 2
    if comparator in ("exact", "at_least"):
        low = max(0, low - half)
    if comparator in ("exact", "up_to"):
        high += half
    return low, high


def meet(a: Range, b: Range) -> bool:
    """Whether one true number fits both."""
    return a[0] <= b[1] and b[0] <= a[1]


def apart(a: Range, b: Range) -> int:
    """By how many people the two miss each other; 0 when one number fits both."""
    return max(a[0] - b[1], b[0] - a[1], 0)
