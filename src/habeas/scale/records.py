"""What linkage is told of somebody: one record for each time a source names a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.kernel.days import Day

#: Year, month and day, as far as told; None = not told.
DayParts = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Record:
    """A person as one source names them.

    `born`: an EDTF day of any precision, "" = not told. `place`: where they live, were born, tried or held, as written; "" = not told.
    `gender`: m or f as the source says, "" = not told (the name may tell it). `source`: a list that names everybody once, so that two of
    its records are two people, unless one of them is `doubtful` (a collision inside the list); "" = no such promise, as in an article.
    `person`: records of one value are one person already, as was judged before; "" = nobody has judged.
    `father`: the patronymic or the father's name, told beside the name; "" = not told.
    """

    id: str
    name: str
    born: str = ""
    place: str = ""
    gender: str = ""
    source: str = ""
    doubtful: bool = False
    person: str = ""
    father: str = ""


def persons_of(records: Sequence[Record]) -> list[int]:
    """For each record the first row of the person it is already known to be of: its own, where nobody has judged."""
    first: dict[str, int] = {}
    return [first.setdefault(r.person, row) if r.person else row for row, r in enumerate(records)]


def day_parts(text: str) -> DayParts:
    """Year, month and day as far as they are sure; None where they are not. A day told approximately is not sure at all."""
    told = Day.parse(text)
    first, last = told.first, told.last
    if first is None or last is None or told.approximate or first.year != last.year:
        return None, None, None
    month = first.month if first.month == last.month else None
    return first.year, month, first.day if first == last else None
