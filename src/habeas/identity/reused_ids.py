"""Whether a list's id stands for another human being now: people change names, and lists give an id to somebody new.

A name spelt otherwise, in another script or with a patronymic is the same name. Under a name that is simply another, such as a married
woman's, something that few share must agree: the full birth date, the given name with the patronymic, or the page. A year of birth and a
day of arrest are shared by many where crowds are arrested, so they count only both together, beside the given name.
"""

from __future__ import annotations

from itertools import product

from habeas.identity.features import births_compared, sexes_contradict
from habeas.identity.listed import Listed
from habeas.identity.particulars import Particulars
from habeas.kernel.days import Day
from habeas.names.agreement import given_names_agree, patronymics_agree
from habeas.names.keys import identical_key
from habeas.names.parsed import ParsedName
from habeas.names.score import REVIEW, SAME, score_of


def why_another(before: Listed, now: Listed) -> str | None:
    """What makes them two, beside another name; None = they may well be one."""
    if not {*map(identical_key, before.names)}.isdisjoint(map(identical_key, now.names)):
        return None
    one, other = _told(before), _told(now)
    if births_compared(one, other) == "contradicts":
        return "and of another birth date"
    if any(score_of(a, b) >= REVIEW for a, b in product(before.parsed, now.parsed)):
        return None
    if sexes_contradict(one, other):
        return "and of the other sex"
    return None if _something_agrees(before, now) else "and nothing else that both rows tell agrees"


def _told(person: Listed) -> Particulars:
    return Particulars(frozenset(person.names), frozenset(person.born), frozenset({person.sex} - {""}))


def _something_agrees(before: Listed, now: Listed) -> bool:
    born, again = ({day for day in person.born if day.is_exact} for person in (before, now))
    return (
        not born.isdisjoint(again)
        or not before.pages.isdisjoint(now.pages)
        or any(_one_child_of_one_father(a, b) for a, b in product(before.parsed, now.parsed))
        or (
            births_compared(_told(before), _told(now)) == "agrees"
            and not _arrests(before).isdisjoint(_arrests(now))
            and any(_share_given_name(a, b) for a, b in product(before.parsed, now.parsed))
        )
    )


def _arrests(person: Listed) -> set[Day]:
    return {day for what, day in person.days if what == "arrest" and day.is_exact}


def _one_child_of_one_father(one: ParsedName, other: ParsedName) -> bool:
    """Brothers and sisters share a patronymic too, so the given name has to agree with it."""
    if one.father is None or other.father is None or patronymics_agree(one.father, other.father) < SAME:
        return False
    return _share_given_name(one, other)


def _share_given_name(one: ParsedName, other: ParsedName) -> bool:
    if not one.whole or not other.whole:
        return False
    return not one.classes.isdisjoint(other.classes) or given_names_agree(one, other) >= SAME
