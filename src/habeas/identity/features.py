"""Two people feature by feature: what agrees, what only one is told of, what contradicts, each in a sentence.

A patronymic that one source leaves out contradicts nothing, and neither do two places: people are moved. Two days of birth contradict
each other unless they differ as a slip of the pen does; sources do disagree about one person's birth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from habeas.identity.like_names import name_score
from habeas.identity.particulars import Particulars
from habeas.kernel.days import Day
from habeas.names.agreement import CONTRADICTED, patronymics_agree
from habeas.names.explained import explained_of
from habeas.names.fathers import with_father
from habeas.names.keys import identical_key
from habeas.names.one_given_name import have_one_given_name as names_give_one
from habeas.names.parsed import ParsedName, parsed
from habeas.names.patronymics import Patronymic
from habeas.names.readings import coarse_readings
from habeas.names.score import score_of

#: A year told by counting back from an age may be one too early or too late.
_A_YEAR = 366
#: Years from which two birth dates are those of a parent and a child rather than a slip.
_GENERATION = 12
_PLACES = (("place", "places"), ("court", "courts"), ("case", "cases"))


@dataclass(frozen=True, slots=True)
class Feature:
    """`part`: surname, given name, patronymic, gender, word, nickname, sex, birth date, place, court or case. `verdict`: agrees, unclear, missing, contradicts."""

    part: str
    verdict: str
    sentence: str


def best_names(one: Particulars, other: Particulars) -> tuple[str, str]:
    """A name of each, those that agree best; of equal ones those with most to compare."""
    return max(
        product(sorted(one.names), sorted(other.names)), key=lambda two: (name_score(*two), len(two[0]) + len(two[1]))
    )


def likeness(one: Particulars, other: Particulars) -> float:
    """The score of the names that agree best, with the patronymics told beside them."""
    if _one_nickname(*(names := best_names(one, other))):
        return 1.0
    if not one.patronymics and not other.patronymics:
        return name_score(*names)
    return score_of(*_best_read(one, other))


def have_one_given_name(one: Particulars, other: Particulars) -> bool:
    """Whether the names that agree best give one given name, not two that are near; the same nickname counts as one."""
    return _one_nickname(*best_names(one, other)) or names_give_one(*_best_read(one, other))


def _best_read(one: Particulars, other: Particulars) -> tuple[ParsedName, ParsedName]:
    """The names that agree best, each with the patronymic of all told that agrees best."""
    first, second = map(parsed, best_names(one, other))
    if not one.patronymics and not other.patronymics:
        return first, second
    ours, theirs = _nearest_fathers(one.fathers, other.fathers)
    return with_father(first, ours), with_father(second, theirs)


def _nearest_fathers(
    ours: Sequence[Patronymic], theirs: Sequence[Patronymic]
) -> tuple[Patronymic | None, Patronymic | None]:
    if ours and theirs:
        return max(product(ours, theirs), key=lambda two: patronymics_agree(*two))
    return next(iter(ours), None), next(iter(theirs), None)


def features(one: Particulars, other: Particulars) -> tuple[Feature, ...]:
    """Everything compared, the names first."""
    return (
        *_name_features(one, other),
        *sex_feature(one, other),
        *_birth_feature(one, other),
        *_place_features(one, other),
    )


def _name_features(one: Particulars, other: Particulars) -> Iterator[Feature]:
    names = best_names(one, other)
    if _one_nickname(*names):
        yield Feature("nickname", "agrees", f"Both are called {names[0]}, and no name is told beside it.")
    for reason in explained_of(*_best_read(one, other)).reasons:
        yield Feature(reason.part, reason.verdict, reason.sentence)


def _one_nickname(one: str, other: str) -> bool:
    """Whether two texts hold no name and are the same to the letter."""
    return not (parsed(one).words or parsed(other).words) and identical_key(one) == identical_key(other) != ""


def contradicts(one: Particulars, other: Particulars) -> bool:
    """Whether they cannot be one person if what is told of both is right: two fathers, two sexes, two days of birth."""
    return names_contradict(one, other) or sexes_contradict(one, other) or births_compared(one, other) == "contradicts"


def names_contradict(one: Particulars, other: Particulars) -> bool:
    """Whether every patronymic of one names another father than every one of the other, or the names' genders are two that nobody puts right."""
    ours, theirs = one.fathers, other.fathers
    if ours and theirs and all(patronymics_agree(a, b) <= CONTRADICTED for a in ours for b in theirs):
        return True
    return _are_two(one.named_genders, other.named_genders) and are_two_sexes(one, other)


def sexes_contradict(one: Particulars, other: Particulars) -> bool:
    """Whether one is a man and the other a woman, by what is told of the sex or else by the name."""
    return _are_two(one.genders, other.genders)


def are_two_sexes(one: Particulars, other: Particulars) -> bool:
    """Whether names and all that is told of the sex leave them no sex in common. A sex told against the person's own name is taken
    for a slip, which tells nobody apart.
    """
    return _are_two(one.genders | one.named_genders, other.genders | other.named_genders)


def _are_two(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def second_agreements(one: Particulars, other: Particulars) -> tuple[str, ...]:
    """Which agreements beside the name they show, as a policy calls them: one full day of birth; one father with a place, a court or a case in common."""
    found = []
    if any(day.is_exact for day in one.births & other.births):
        found.append("birth_date")
    fathers = any(a.fathers & b.fathers for a in one.fathers for b in other.fathers)
    if fathers and any(_shared(getattr(one, part), getattr(other, part)) for _, part in _PLACES):
        found.append("patronymic_and_place")
    return tuple(found)


def births_compared(one: Particulars, other: Particulars) -> str:
    """agrees, unclear (they differ as slips do), missing or contradicts; the best of all days told."""
    if not one.births or not other.births:
        return "missing"
    verdicts = {_two_births(a, b) for a in one.births for b in other.births}
    return next(verdict for verdict in ("agrees", "unclear", "contradicts") if verdict in verdicts)


def _two_births(a: Day, b: Day) -> str:
    if a.overlaps(b):
        return "agrees"
    if a.is_exact and b.is_exact:
        return "unclear" if _is_slip(a, b) else "contradicts"
    apart = max((a.lo or 0) - (b.hi or 0), (b.lo or 0) - (a.hi or 0))
    return "unclear" if apart <= _A_YEAR else "contradicts"


def _is_slip(a: Day, b: Day) -> bool:
    """One of year, month and day written otherwise, or month and day exchanged; a generation apart is none."""
    one, other = a.first, b.first
    if one is None or other is None or abs(one.year - other.year) >= _GENERATION:
        return False
    same = [one.year == other.year, one.month == other.month, one.day == other.day]
    return sum(same) == 2 or (same[0] and (one.month, one.day) == (other.day, other.month))


def sex_feature(one: Particulars, other: Particulars) -> Iterator[Feature]:
    """A contradiction of the sexes, where the names' genders do not say it already."""
    if sexes_contradict(one, other) and not _are_two(one.named_genders, other.named_genders):
        words = [_sex_in_words(person) for person in (one, other)]
        yield Feature("sex", "contradicts", f"The first is {words[0]}, the second {words[1]}.")


def _sex_in_words(person: Particulars) -> str:
    sex = {"m": "a man", "f": "a woman"}[min(person.genders)]
    return f"told to be {sex}" if person.sexes else f"{sex} by the name"


def _birth_feature(one: Particulars, other: Particulars) -> Iterator[Feature]:
    verdict = births_compared(one, other)
    ours, theirs = _days(one.births), _days(other.births)
    if verdict == "missing":
        told = ours or theirs
        if told:
            yield Feature("birth date", verdict, f"Only one is told to be born on {told}.")
    elif verdict == "agrees":
        same = f"Both are told to be born on {ours}." if ours == theirs else f"Born {ours} and {theirs} may be one day."
        yield Feature("birth date", verdict, same)
    else:
        how = "are near enough to be one with a slip" if verdict == "unclear" else "are two days of birth"
        yield Feature("birth date", verdict, f"{ours} and {theirs} {how}.")


def _days(births: Iterable[Day]) -> str:
    return " or ".join(sorted(day.text for day in births))


def _place_features(one: Particulars, other: Particulars) -> Iterator[Feature]:
    for part, name in _PLACES:
        ours, theirs = getattr(one, name), getattr(other, name)
        if shared := _shared(ours, theirs):
            yield Feature(part, "agrees", f"Of both the {part} is told as {shared}.")
        elif ours and theirs:
            yield Feature(part, "missing", f"No {part} in common, which says nothing: people are moved and tried anew.")


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> str:
    """The first text of one that reads as one of the other, in whatever script; "" = none."""
    keys = {_text_key(text) for text in theirs}
    return next((text for text in sorted(ours) if any(_reads_alike(_text_key(text), key) for key in keys)), "")


def _text_key(text: str) -> tuple[frozenset[str], ...]:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return tuple(frozenset((word,)) if word.isdigit() else frozenset(coarse_readings(word)) for word in words)


def _reads_alike(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]) -> bool:
    return bool(one) and len(one) == len(other) and not any(a.isdisjoint(b) for a, b in zip(one, other, strict=True))
