"""Folds the tellings of one happening into one event, and joins named members to the group they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable

from habeas.claims.reading.custody.illness_words import names_an_illness
from habeas.claims.reading.model import ReadEvent, ReadFigure
from habeas.claims.reading.told import Told, may_be_same_day, may_be_same_deed, more_exact

_CUSTODY = frozenset({"arrest", "charge", "conviction", "sentence", "rearrest", "new_charge"})

_AFTERWARDS = frozenset({"release", "exchange", "pardon", "exile", "death_in_custody", "death_after_release"})
#: What is seen of somebody in court.
_LED_AWAY = re.compile(
    r"\bas (?:he|she|they) (?:was|were|is|are) (?:being )?(?:led|taken|escorted) (?:away|out)\b", re.IGNORECASE
)
_ORDERED = re.compile(
    r"\b(?:order(?:ed|s|ing)?|rul(?:ed|ing)|agreed|decided|approved|decree[ds]?|remand(?:ed)?|held for|detained for)\b",
    re.IGNORECASE,
)
#: A denial that somebody is held, which nothing else in the text says.
_NOT_HELD = re.compile(r"\b(?:is|was|are|were)(?: not|n['’]t) (?:\w+ )?(?:in|under) (?!prison for)", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:could|may|might|will|next|fears?|expected|again|new)\b", re.IGNORECASE)
_SEIZED = re.compile(
    r"\b(?:arrest\w*|detain\w*|into custody|seized|picked up|rounded up|jailed|remanded|abducted)\b", re.IGNORECASE
)


def folded(told: list[Told]) -> list[Told]:
    """One telling per happening, in the order of the text; the first telling gives quote and span."""
    kept: list[Told] = []
    ordered = sorted(
        told, key=lambda one: (one.is_reference, one.is_state, one.is_headline, one.span, one.type, one.person or "")
    )
    for one in ordered:
        same = next((other for other in kept if _is_same(other, one)), None)
        if same is not None:
            _join(same, one)
        elif not _is_dropped(one, kept):
            kept.append(one)
    kept = [one for one in _without_retold(kept) if not _is_part_of_rearrest(one, kept)]
    kept = [one for one in kept if not _says_who_is_meant(one, kept) and not _is_counted_again(one, kept)]
    kept = [one for one in kept if not _is_part_of_move(one, kept) and not _is_done_since(one, kept)]
    _join_members(kept)
    return sorted(kept, key=lambda one: (one.span, one.type, one.person or "", one.count or 0))


def _without_retold(kept: list[Told]) -> list[Told]:
    """A second look, now that every telling has given its date."""
    out: list[Told] = []
    for one in kept:
        same = next((other for other in kept if other is not one and _is_retold_decision(other, one)), None)
        if same is None:
            out.append(one)
        else:
            same.also.append(one.span)
    return out


def _is_part_of_rearrest(one: Told, kept: list[Told]) -> bool:
    """ "was rearrested and sent back to jail": one arrest, told twice."""
    return one.type == "arrest" and any(
        other.type == "rearrest" and other.person == one.person and other.span[0] < one.span[1] and one.span[0] < other.span[1]
        and other.reality == one.reality and may_be_same_day(one.date, other.date) for other in kept
    )  # fmt: skip


def _says_who_is_meant(one: Told, kept: list[Told]) -> bool:
    """ "956 people jailed after the vote were freed": the freeing is told of them, not another arrest."""
    return (
        one.is_aside
        and one.is_group
        and one.count is not None
        and one.type in ("arrest", "charge", "conviction")
        and any(o.is_group and o.count == one.count and o.type in _AFTERWARDS and _overlap(o, one) for o in kept)
    )


def _is_counted_again(one: Told, kept: list[Told]) -> bool:
    """ "confirmed 15 of the 17 releases", "for all four to be set free": the same number of the same, by a noun or in the same words."""
    if not one.is_group or one.count is None or one.reality == "denied":
        return False
    is_noun = all(rule.startswith("nominal.") for rule in one.rules)
    return any(
        o is not one
        and o.is_group
        and o.type == one.type
        and o.count == one.count
        and (
            (is_noun and o.rules != one.rules)
            or (
                _overlap(o, one)
                and o.reality != one.reality
                and not _is_other_verdict(one, o)
                and _is_behind(one, o, kept)
            )
        )
        for o in kept
    )


def _is_other_verdict(one: Told, other: Told) -> bool:
    """ "were cleared of mass violence but found guilty of unrest": two verdicts, not one told twice."""
    return one.type == "conviction" and {one.reality, other.reality} == {"actual", "denied"}


def _is_behind(one: Told, other: Told, kept: list[Told]) -> bool:
    """Of two tellings in the same words, whether this is the less sure: planned before done, done before asked for."""
    order = {"actual": 1, "planned": 0, "demanded": 2, "denied": 3}
    return order[one.reality] < order[other.reality]


def _is_done_since(one: Told, kept: list[Told]) -> bool:
    """ "a judge ordered her freed ... she walked out", "ordered the release of 40 ... the 40 left": one happening, ordered and done."""
    if one.reality != "planned" or not _ORDERED.search(one.quote) or _AHEAD.search(one.quote):
        return False
    return any(
        o.type == one.type
        and o.person == one.person
        and o.reality == "actual"
        and (one.person is not None or (o.count == one.count and one.count is not None))
        for o in kept
    )


def _is_part_of_move(one: Told, kept: list[Told]) -> bool:
    """ "was taken off the bus and sent back to the colony": one move, no arrest."""
    return (
        one.type == "arrest"
        and one.person is not None
        and not _SEIZED.search(one.quote)
        and any(
            o.type == "transfer" and o.person == one.person and _overlap(o, one) and o.reality == one.reality
            for o in kept
        )
    )


def _overlap(one: Told, other: Told) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _is_same(kept: Told, new: Told) -> bool:
    if kept.type != new.type or kept.person != new.person or not may_be_same_deed(kept, new):
        return False
    if kept.reality != new.reality:
        return _is_retold_decision(kept, new)
    if not may_be_same_day(kept.date, new.date):
        return False
    if new.is_group:
        return _is_same_group(kept, new)
    endless = {one.note for one in (kept, new)} & {"life", "death"}
    return kept.term == new.term or (
        (kept.term is None or new.term is None) and not (endless and (kept.term or new.term))
    )


def _is_retold_decision(kept: Told, new: Told) -> bool:
    """ "their decision to free several prisoners on Monday": planned by its grammar, but dated like a release told as done."""
    if not (
        kept.type == new.type
        and may_be_same_deed(kept, new)
        and kept.is_group
        and new.is_group
        and kept.reality == "actual"
        and new.reality == "planned"
        and new.count is None
    ):
        return False
    dated = kept.date is not None and new.date is not None and kept.date.overlaps(new.date)
    return dated or (new.has_open_date and kept.has_open_date)


def _is_same_group(kept: Told, new: Told) -> bool:
    if kept.count is not None and new.count is not None:
        return kept.count == new.count
    if new.is_headline:
        return True
    if kept.is_period or new.is_period:
        return False
    if new.is_reference:
        return True
    dated = kept.date is not None and new.date is not None
    both_open = kept.has_open_date and new.has_open_date
    return dated or both_open or (kept.count is None and new.count is None)


def _is_dropped(one: Told, kept: list[Told]) -> bool:
    """Custody as a state is kept only for a person of whom no arrest, charge, conviction or sentence is told."""
    if (
        one.is_reference
        and not one.is_clause
        and one.reality == "actual"
        and one.type in ("release", "arrest", "sentence", "conviction")
    ):
        return True
    if one.type == "arrest" and one.person is not None and _LED_AWAY.search(one.quote):
        return any(
            o.person == one.person and o.type in ("conviction", "sentence") and o.reality == "actual" for o in kept
        )
    if not one.is_state or (one.person is not None and one.reality == "denied" and _NOT_HELD.search(one.quote)):
        return False
    return one.is_group or any(
        other.person == one.person and other.type in _CUSTODY and other.reality == "actual" for other in kept
    )


def _join(kept: Told, new: Told) -> None:
    kept.date = more_exact(kept.date, new.date)
    kept.count = kept.count if kept.count is not None else new.count
    kept.place = kept.place or new.place
    kept.term = kept.term if kept.term is not None else new.term
    kept.note = kept.note or new.note
    kept.rules |= new.rules
    kept.strong = kept.strong or new.strong
    kept.has_open_date = kept.has_open_date or new.has_open_date
    kept.is_member = kept.is_member if kept.is_member in ("member", "one of") else new.is_member
    kept.words = f"{kept.words} | {new.words}" if new.words and new.words not in kept.words else kept.words
    kept.members += [name for name in new.members if name not in kept.members]
    kept.also.append(new.span)


def _join_members(kept: list[Told]) -> None:
    """ "Among those released were A": A joins the group told of last before, and takes its day when that is more exact."""
    groups = [
        one for one in kept if one.is_group and one.reality == "actual" and not one.is_period and one.count is not None
    ]
    for one in kept:
        if one.person is None or one.is_member not in ("member", "one of"):
            continue
        fitting = [group for group in groups if group.type == one.type and may_be_same_day(group.date, one.date)]
        before = [group for group in fitting if group.span[0] <= one.span[1]] or fitting
        if before:
            group = next((g for g in before if one.person in g.members), before[-1])
            if one.person not in group.members:
                group.members.append(one.person)
            one.date = more_exact(one.date, group.date)
    for group in (one for one in groups if one.is_headline and not one.members):
        if group.type != "exchange" or sum(one.type == "exchange" for one in groups) == 1:  # not one side of two
            _join_headline(group, kept)


def _join_headline(group: Told, kept: list[Told]) -> None:
    """ "Two people freed", then one sentence that names two of whom the same is told: they are those two."""
    alike = [
        one for one in kept
        if one.person is not None and one.type == group.type and one.reality == "actual" and may_be_same_day(group.date, one.date)
    ]  # fmt: skip
    for first in alike:
        together = [one for one in alike if one.span == first.span]
        if len(together) == group.count:
            group.members += [one.person for one in together if one.person is not None]
            group.date = more_exact(group.date, first.date)
            return


def with_the_ill(
    events: tuple[ReadEvent, ...],
    figures: tuple[ReadFigure, ...],
    is_illness: Callable[[str], bool] = names_an_illness,
) -> tuple[ReadEvent, ...]:
    """A number of seriously ill prisoners tells of their illness too, where no verb does: "87 political prisoners with grave illnesses".

    Only where the words name an illness, which `is_illness` knows in its language: "in danger of their lives" is a number alone.
    """
    ill_told = [e for e in events if e.type == "health_condition"]
    ill = [
        f for f in figures if f.population == "serious_health" and f.reality == "actual" and is_illness(f.quote)
        and not any(e.count == f.value or (e.person is None and e.span[0] < f.span[1] and f.span[0] < e.span[1]) for e in ill_told)
    ]  # fmt: skip
    made = [
        ReadEvent("health_condition", None, f.value, None, None, None, f.quote, f.span, "actual", f.said_by, ("figure.serious_health",), "check")
        for f in ill
    ]  # fmt: skip
    return tuple(sorted([*events, *made], key=lambda one: one.span))


def as_events(told: list[Told]) -> tuple[ReadEvent, ...]:
    """Frozen, in the order of the text."""
    return tuple(
        ReadEvent(
            one.type, one.person, one.count if one.is_group else None, one.date, one.place, one.term, one.quote, one.span, one.reality,
            one.said_by, tuple(sorted(one.rules)), "strong" if one.strong else "check", tuple(one.members),
            one.note or ("custody state" if one.is_state else None),
        )
        for one in told
    )  # fmt: skip
