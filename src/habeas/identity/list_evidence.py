"""What two lists say of two people beside their names: for or against their being one, as a weight and a sentence.

A weight is a natural logarithm: how many times likelier it is to see this of one person than of two taken at random.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz

from habeas.identity.listed import Listed
from habeas.kernel.days import Day

#: One full birth date in common; a month; a year. People on one list are born over some 45 years.
FULL_BIRTH_DATE, _MONTH, _YEAR = 9.0, 6.0, 3.6
_SWAPPED, _ONE_DIGIT, _NEXT_YEAR, _OTHER_BIRTH, _OTHER_GENERATION = -0.7, -1.2, -2.5, -5.0, -8.0
#: Years from which two birth dates are those of a father and a son rather than a slip.
_GENERATION = 12
_PAGE, _SAME_DAY, _MAYBE_DAY, _OTHER_DAY, _OTHER_DEATH = 12.0, 4.5, 1.2, -0.7, -4.0
_PLACE, _OTHER_PLACE = 1.5, -0.3
_OTHER_SEX = -5.0
#: Of 100, from which two spellings of a place are taken for one place.
_ONE_PLACE = 85


@dataclass(frozen=True, slots=True)
class Evidence:
    """`verdict`: agrees, unclear or contradicts. A contradiction keeps two people from being called the same, whatever the sum, and so do
    two birth dates that only a slip would make one.
    """

    about: str
    verdict: str
    weight: float
    sentence: str

    def __str__(self) -> str:
        return f"{self.about} {self.verdict}: {self.sentence}"


def evidence_between(one: Listed, other: Listed) -> list[Evidence]:
    """Everything beside the names, in the order birth date, sex, page, happenings, places."""
    return [
        *_births(one, other),
        *_sexes(one, other),
        *_pages(one, other),
        *_happenings(one, other),
        *_places(one, other),
    ]


def _births(one: Listed, other: Listed) -> list[Evidence]:
    """Of several birth dates those that agree best: lists that give two do not know which."""
    found = [_birth(a, b) for a in one.born for b in other.born if not a.is_unknown and not b.is_unknown]
    return [max(found, key=lambda e: e.weight)] if found else []


def _birth(one: Day, other: Day) -> Evidence:
    both = f"{one.text} and {other.text}" if one.text != other.text else f"both {one.text}"
    if one.overlaps(other):
        full = one.is_exact and other.is_exact
        weight = FULL_BIRTH_DATE if full else _MONTH if min(len(one.text), len(other.text)) >= len("1987-05") else _YEAR
        return Evidence("birth date", "agrees", weight, f"{both}." if full else f"{both} can be one day.")
    if (slip := _slip(one, other)) is not None:
        weight, what = slip
        return Evidence("birth date", "unclear", weight, f"{both}; {what}.")
    return Evidence("birth date", "contradicts", _apart(one, other), f"{both} are two days.")


def _apart(one: Day, other: Day) -> float:
    """What two birth dates take away: lists err by a year more often than by ten."""
    years = [int(day.text[:4]) for day in (one, other) if day.text[:4].isdigit()]
    between = abs(years[0] - years[1]) if len(years) == 2 else None
    if between is None:
        return _OTHER_BIRTH
    return _NEXT_YEAR if between == 1 else _OTHER_BIRTH if between < _GENERATION else _OTHER_GENERATION


def _slip(one: Day, other: Day) -> tuple[float, str] | None:
    """A slip of the pen that would make one day of two full ones; None = none that is common."""
    if not (one.is_exact and other.is_exact):
        return None
    a, b = one.text, other.text
    if a[:4] == b[:4] and a[5:7] == b[8:10] and a[8:10] == b[5:7]:
        return _SWAPPED, "day and month may be swapped"
    if sum(x != y for x, y in zip(a, b, strict=False)) == 1:
        kin = abs(int(a[:4]) - int(b[:4])) >= _GENERATION
        return _ONE_DIGIT, "one digit differs" + (", or they are of two generations" if kin else "")
    return None


def _sexes(one: Listed, other: Listed) -> Iterator[Evidence]:
    if one.sex and other.sex and one.sex != other.sex:
        yield Evidence("sex", "contradicts", _OTHER_SEX, "One is listed as a man, the other as a woman.")


def _pages(one: Listed, other: Listed) -> Iterator[Evidence]:
    if shared := one.pages & other.pages:
        yield Evidence("page", "agrees", _PAGE, f"Both name {min(shared)}.")


def _happenings(one: Listed, other: Listed) -> Iterator[Evidence]:
    told = dict(other.days)
    for predicate, day in one.days:
        theirs = told.get(predicate)
        if theirs is None or day.is_unknown or theirs.is_unknown:
            continue
        both = f"{day.text} and {theirs.text}" if day.text != theirs.text else f"both {day.text}"
        if day.overlaps(theirs):
            exact = day.is_exact and theirs.is_exact
            yield Evidence(
                predicate, "agrees", _SAME_DAY if exact else _MAYBE_DAY, f"{both}{'' if exact else ' can be one day'}."
            )
        elif predicate == "death":
            yield Evidence(predicate, "contradicts", _OTHER_DEATH, f"{both} are two days.")
        else:
            yield Evidence(predicate, "unclear", _OTHER_DAY, f"{both} are two days; there may have been two.")


def _places(one: Listed, other: Listed) -> Iterator[Evidence]:
    if not one.places or not other.places:
        return
    pairs = [(fuzz.token_set_ratio(_plain(a), _plain(b)), a, b) for a in one.places for b in other.places]
    alike, a, b = max(pairs)
    if alike >= _ONE_PLACE:
        yield Evidence("place", "agrees", _PLACE, f"{a} and {b} may be one place." if a != b else f"Both name {a}.")
    else:
        yield Evidence("place", "unclear", _OTHER_PLACE, "Other places are named; people are moved.")


def _plain(text: str) -> str:
    return anyascii(text).casefold()
