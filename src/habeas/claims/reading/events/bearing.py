"""What other tellings of a text say of somebody's custody, which decides what their death or illness means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from habeas.claims.reading.custody.illness_words import IN_PRISON
from habeas.claims.reading.told import Told

_CUSTODY = frozenset(
    {"arrest", "charge", "conviction", "sentence", "release", "pardon", "exchange", "rearrest", "new_charge", "transfer", "death_in_custody"}
)  # fmt: skip
_HELD_AS = re.compile(
    r"\b(?:prisoner|prisoners|inmate|detainee|convict|hostage|captive|imprisoned|jailed|detained|incarcerated)\b(?! (?:support|aid|rights|exchange|advocate|affairs|committee))"
)
_NO_LONGER = re.compile(
    r"\b(?:former|ex|once|previously|freed|released|wife|husband|mother|father|son|daughter|brother|sister|lawyer|attorney|of|for|who|spokes\w+|head|leader of|founder)\b"
)
_OUT = frozenset({"release", "pardon", "exchange"})


def has_custody(told: list[Told]) -> set[str]:
    """People of whom some custody is told, so that their health or visits bear on it."""
    return {one.person for one in told if one.person and one.type in _CUSTODY and not one.of_held}


def described_as_held(beside: Mapping[str, str]) -> set[str]:
    """People whom the words beside their names call prisoners: "political prisoner NAME", "NAME, an inmate"; not "former prisoner"."""
    return {name for name, words in beside.items() if _HELD_AS.search(words) and not _NO_LONGER.search(words)}


def deaths_placed(
    told: list[Told], held: set[str], is_held_people: Callable[[str], bool], at_prison: re.Pattern[str] | None = None
) -> Iterator[Told]:
    """ "died of a stroke": in custody, or after release, by what else is told of the person; left out when no custody is told of them.

    `is_held_people` says whether a word means people held, for groups; `at_prison` finds the words of a death at a prison that the text names.
    """
    for one in told:
        if one.type == "death":
            freed = one.person is not None and any(o.person == one.person and _is_out(o) for o in told)
            is_group = one.person is None
            of_held = is_group and (any(map(is_held_people, one.words.split())) or bool(IN_PRISON.search(one.quote)))
            of_held = of_held or (at_prison is not None and at_prison.search(one.quote) is not None)
            if not of_held and (one.person is None or one.person not in held):
                continue
            one.type = "death_after_release" if freed else "death_in_custody"
        yield one


def _is_out(one: Told) -> bool:
    """Freed, or acquitted."""
    return (one.type in _OUT and one.reality == "actual") or (one.type == "conviction" and one.reality == "denied")
