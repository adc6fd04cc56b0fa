"""What each person is in this text: from what befell them, then from the words beside their name."""

from __future__ import annotations

import re

from habeas.claims.reading.people.callings import Calling, callings_in
from habeas.claims.reading.people.callings_roles import role_called
from habeas.claims.reading.people.custody_signs import called_after_others, not_befallen, signs_in
from habeas.claims.reading.people.group_members import signs_of_members
from habeas.claims.reading.people.kin import has_kin, kin_told, of_one_family
from habeas.claims.reading.people.occupations import occupations
from habeas.claims.reading.people.standing import FOR_OTHERS, IN_OFFICE, SOMEBODYS, signs_told, standing
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.marked import marked
from habeas.claims.reading.whom.refer import Referents

_WAYS_OUT = ("release", "pardon", "exchange", "exile")
_IN_CUSTODY = ("prisoner", "former_prisoner")
_NO_LONGER = re.compile(r"\b(?:former|ex|retired|ousted|ex-\w+|deposed|jailed|imprisoned|detained|sacked|dismissed)\b")
#: "his lawyer", "counsel for": not "my father", of whom the author tells, nor "the lawyer".
_OWNED = re.compile(
    r"(?:^| )'s |^'s|\b(?:their|defen[cs]e)\b|legal team|\b(?:lawyer|attorney|counsel|barrister|wife|husband|mother|father|son|daughter|brother|sister|widow) (?:for|of)\b"
)
_LAWYERS = ("lawyer", "attorney", "counsel", "barrister", "solicitor", "advocate")


def roles_of(
    referents: Referents, told: list[Told], described: set[str], this_year: int | None = None
) -> dict[str, tuple[str, str]]:
    """Person -> (role, the rule that gave it). `this_year` is the year of publication."""
    text = marked(referents)
    signs, callings = (
        [*signs_in(text), *signs_told(told, text, referents), *signs_of_members(text, told)],
        callings_in(text),
    )
    others = not_befallen(text)
    plain = {(sign.person, sign.where) for sign in signs if not sign.is_told}
    others |= called_after_others(text) - plain
    signs = [sign for sign in signs if (sign.person, sign.where) not in others]
    has_release = any(s.kind in ("out", "out list") for s in signs) or any(
        one.type in _WAYS_OUT and one.reality == "actual" for one in told
    )
    roles: dict[str, tuple[str, str]] = {}
    for person in referents.people.persons:
        own = sorted((sign for sign in signs if sign.person == person.name), key=lambda sign: sign.at)
        called = role_called(callings.get(person.name, []))
        so_called = _called(called, callings.get(person.name, []))
        held = standing(own, so_called, this_year, has_release)
        if held is None and person.name in described and so_called != IN_OFFICE:
            is_sent_away = any(sign.kind == "free" for sign in own)
            held = ("former_prisoner" if is_sent_away else "prisoner"), "role.described"
        roles[person.name] = held or called or ("other", "role.none")
    kin = {(owner, bearer) for _, _, owner, bearer in kin_told(referents)}
    owners = has_kin(text) | of_one_family(text, {name for name, role in roles.items() if role[0] in _IN_CUSTODY})
    return {name: _as_relative(name, role, roles, kin, owners) for name, role in roles.items()}


def _called(role: tuple[str, str] | None, callings: list[Calling]) -> str:
    """Whether somebody so called speaks of others in custody, as a rule."""
    if role is None:
        return ""
    if role[0] in ("diplomat", "official"):
        in_office = (
            role[1].rpartition(": ")[2] in occupations().nouns or "spokes" in role[1] or role[1].endswith("president")
        )
        return IN_OFFICE if in_office and not any(_NO_LONGER.search(one.words) for one in callings) else ""
    speaks = [one for one in callings if one.noun in _LAWYERS or occupations().nouns.get(one.noun or "") == "relative"]
    if any(_OWNED.search(one.words) for one in speaks):
        return SOMEBODYS
    return FOR_OTHERS if speaks or role[0] == "relative" else ""


def _as_relative(
    name: str, role: tuple[str, str], roles: dict[str, tuple[str, str]], kin: set[tuple[str, str]], owners: set[str]
) -> tuple[str, str]:
    """Who is nothing else of note and is called kin to someone in custody is a relative; so is who is told of only as having kin."""
    if role[0] == "other" and any(
        one == name and roles[owner][0] in _IN_CUSTODY for owner, one in kin if owner in roles
    ):
        return "relative", "role.kin"
    has_held = any(owner == name and roles[one][0] in _IN_CUSTODY for owner, one in kin if one in roles)
    if role == ("other", "role.none") and (has_held or name in owners):
        return "relative", "role.has kin"
    return role
