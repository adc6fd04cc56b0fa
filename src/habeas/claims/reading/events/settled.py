"""A last look at what was told of each: what a membership line, a headline or a journey only seems to add to it."""

from __future__ import annotations

import re

from habeas.claims.reading.told import Told

_OWN = frozenset(
    {"arrest", "rearrest", "charge", "new_charge", "conviction", "sentence", "disappearance_incommunicado"}
)
#: Said of groups in general where they are only threatened or expected.
_NEEDS_WHOM = frozenset({"arrest", "sentence", "charge", "meeting", "exchange"})
_OUT = ("release", "exchange", "exile")
_BELONGING = ("member", "one of", "among", "name and others")
_MEMBERS = ("members.arrest",)
_AMONG = re.compile(r"\b(?:among|includ\w+|one of)\b", re.IGNORECASE)
#: How many characters further on a pardon is still spoken of.
_NEAR = 200
_STAYS = re.compile(r"\brefus\w+ to (?:leave|go|board|cross)\b", re.IGNORECASE)


def settled(told: list[Told]) -> list[Told]:
    """The tellings that add something, in their order."""
    told = [_of_whom(_as_planned(one, told), told) for one in told]
    return [
        one
        for one in told
        if not (
            _is_inherited(one, told)
            or _is_conviction_of_sentenced(one, told)
            or _is_onward_journey(one, told)
            or _is_staying(one, told)
            or _is_of_nobody(one)
        )
    ]


def _others(one: Told, told: list[Told], types: frozenset[str] | tuple[str, ...]) -> list[Told]:
    """What else of these types is told of the same as having happened."""
    return [o for o in told if o is not one and o.person == one.person and o.type in types and o.reality == "actual"]


def _overlap(one: Told, other: Told) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _is_inherited(one: Told, told: list[Told]) -> bool:
    """ "They include NAME, who was charged in May": the arrest of the group is not told of one whose own case is."""
    return one.person is not None and one.rules <= {*_MEMBERS} and bool(_others(one, told, _OWN))


def _is_conviction_of_sentenced(one: Told, told: list[Told]) -> bool:
    """ "Hundreds were convicted, among them NAME, who got ten years": the sentence says it."""
    if one.type != "conviction" or one.person is None or one.reality != "actual":
        return False
    sentences = _others(one, told, ("sentence",))
    if one.is_member in _BELONGING and _AMONG.search(one.quote):
        return bool(sentences)
    is_of_set = all(rule.startswith("sets.") for rule in one.rules)
    return is_of_set and any(not _overlap(o, one) for o in sentences)


def _is_onward_journey(one: Told, told: list[Told]) -> bool:
    """ "is in hospital and will be flown home on Friday", of one who is out already: no exile."""
    return (
        one.type == "exile"
        and one.reality == "planned"
        and (one.of_held or one.note == "brought over a border")
        and one.person is not None
        and any(o.span[0] < one.span[0] for o in _others(one, told, _OUT))
    )


def _is_staying(one: Told, told: list[Told]) -> bool:
    """ "refused to leave the country and remain in prison": told as exile refused, not as a release denied too."""
    return (
        one.type == "release"
        and one.reality == "denied"
        and _STAYS.search(one.quote) is not None
        and any(o.type == "exile" and o.reality == "denied" and _overlap(o, one) for o in told)
    )


def _is_of_nobody(one: Told) -> bool:
    """ "could be arrested", "talks will follow": what may happen to a group without a number is of nobody to be found later."""
    return one.person is None and one.count is None and one.reality == "planned" and one.type in _NEEDS_WHOM


def _as_planned(one: Told, told: list[Told]) -> Told:
    """A headline "Court frees three" over a text that tells only of an order to free them: as far as the text goes."""
    if not one.is_headline or one.type != "release" or one.reality != "actual":
        return one
    below = [o for o in told if o.type == "release" and not o.is_headline and o.reality in ("actual", "planned")]
    if one.person is not None:
        of_them = [o for o in below if o.person == one.person]
    else:
        of_them = [o for o in below if o.is_group and o.count == one.count is not None] or _named(one, below)
    if of_them and all(o.reality == "planned" for o in of_them):
        one.reality = "planned"
    return one


def _of_whom(one: Told, told: list[Told]) -> Told:
    """ "asked the president to pardon NAME. His office said a pardon was not being considered": NAME's."""
    if one.type == "pardon" and one.is_bare and one.reality in ("denied", "planned") and one.note != "amnesty":
        before = [
            o for o in told
            if o.type == "pardon" and o.person is not None and 0 <= one.span[0] - o.span[1] < _NEAR
        ]  # fmt: skip
        one.person = before[-1].person if before else None
    return one


def _named(group: Told, below: list[Told]) -> list[Told]:
    """The releases of as many people as the headline counts, named in one breath."""
    for first in below:
        together = [o for o in below if o.person is not None and o.span == first.span]
        if len(together) == group.count:
            names = {o.person for o in together}
            return [o for o in below if o.person in names]
    return []
