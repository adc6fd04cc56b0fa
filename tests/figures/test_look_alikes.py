"""Persons of one name whom nobody judged: every way of joining them that is allowed, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.claim import Claim, Mention, Source
from habeas.figures.definitions import definition
from habeas.figures.evidence import Evidence, claims_by_person, evidence_of
from habeas.figures.look_alikes import LookAlikes, look_alikes_of
from habeas.figures.roll import count, roll
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.persons import persons_of
from habeas.kernel.days import Day

RECORDED = datetime(2030, 1, 1, tzinfo=UTC)
BELL = (1, 1, 2, 5, 15, 52, 203)
Told = tuple[str, str]


def register(
    told: list[list[Told]],
    different: Sequence[tuple[int, int]] = (),
    sources: list[str] | None = None,
) -> tuple[dict[str, Evidence], list[LookAlikes]]:
    """One mention of "Ivan Nibyta" for each list of (predicate, day) told of him."""
    names = sources or [f"s{n}" for n in range(len(told))]
    known = {name: Source(name, name, Day.on(date(2029, 12, 31))) for name in names}
    mentions = [Mention(f"m{n:02}", name, "Ivan Nibyta", None, RECORDED) for n, name in enumerate(names)]
    claims = [
        Claim(f"c{n:02}.{i}", f"m{n:02}", predicate, {}, names[n], Day.parse(day), recorded_at=RECORDED)
        for n, one in enumerate(told)
        for i, (predicate, day) in enumerate([*one, ("described_as_political_prisoner", "")])
    ]
    verdicts = [Judgement(f"j{a}.{b}", f"m{a:02}", f"m{b:02}", Verdict.DIFFERENT, RECORDED) for a, b in different]
    persons = persons_of(mentions, verdicts)
    found = claims_by_person(persons, claims)
    everyone = {p.id: evidence_of(p, found.get(p.id, ()), known, frozenset()) for p in persons.by_id.values()}
    return everyone, look_alikes_of(everyone, persons, known)


def counted(everyone: dict[str, Evidence], alike: list[LookAlikes], on: str) -> tuple[int, int]:
    found = count(roll(everyone, alike, definition(), date.fromisoformat(on)))
    return found.certain, found.possible


ARRESTED: list[Told] = [("arrest", "2029-03-01")]
RELEASED: list[Told] = [("release", "2029-09-01")]


@pytest.mark.parametrize("many", [2, 3, 4, 5, 6])
def test_every_way_of_joining_is_tried_once(many: int) -> None:
    _, (group,) = register([ARRESTED] * many)
    assert len(group.ways) == len({frozenset(way) for way in group.ways}) == BELL[many]
    assert all(sorted(p for block in way for p in block) == sorted(group.persons) for way in group.ways)


def test_who_was_judged_different_is_never_joined() -> None:
    _, (group,) = register([ARRESTED] * 4, different=[(0, 1)])
    assert len(group.ways) == 15 - 5
    assert not any({"m00", "m01"} <= set(block) for way in group.ways for block in way)


def test_two_whom_one_source_names_as_two_are_never_joined() -> None:
    _, (group,) = register([ARRESTED] * 3, sources=["s0", "s0", "s1"])
    assert not any({"m00", "m01"} <= set(block) for way in group.ways for block in way)


def test_two_arrests_of_one_name_are_one_person_at_least_and_two_at_most() -> None:
    assert counted(*register([ARRESTED, ARRESTED]), "2029-06-01") == (1, 2)


def test_one_source_that_names_both_makes_them_two() -> None:
    assert counted(*register([ARRESTED, ARRESTED], sources=["s0", "s0"]), "2029-06-01") == (2, 2)


def test_a_release_of_the_same_name_may_be_of_the_one_arrested() -> None:
    told = register([ARRESTED, RELEASED])
    assert counted(*told, "2029-08-31") == (1, 2)
    assert counted(*told, "2029-10-01") == (0, 1)


def test_look_alikes_of_whom_nothing_bears_on_custody_are_no_group() -> None:
    everyone, alike = register([[("charge", "2029-01-01")], [("charge", "2029-01-02")]])
    assert len(everyone) == 2
    assert all(e.held.signs for e in everyone.values()) == bool(alike)


def test_many_of_one_name_are_held_to_be_one_at_least() -> None:
    many = 8
    everyone, (group,) = register([ARRESTED] * many)
    assert len(group.ways) == 2
    assert counted(everyone, [group], "2029-06-01") == (1, many)


def test_many_of_one_name_of_whom_two_are_apart_still_count() -> None:
    many = 7
    everyone, (group,) = register([ARRESTED] * many, different=[(0, 1)])
    assert counted(everyone, [group], "2029-06-01") == (1, many)


def test_one_mention_that_fits_many_told_apart_leaves_them_certain() -> None:
    """A list names seven of one name; an article names one of them, nobody knows which."""
    everyone, (group,) = register([ARRESTED] * 8, sources=["list"] * 7 + ["article"])
    assert len(group.ways) == 8
    assert counted(everyone, [group], "2029-06-01") == (7, 8)


histories = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(("arrest", "release", "in_custody")), st.dates(date(2029, 1, 1), date(2029, 3, 1)).map(str)
        ),
        max_size=2,
    ),
    min_size=2,
    max_size=4,
)


@settings(max_examples=50, deadline=None)
@given(histories, st.dates(date(2028, 12, 25), date(2029, 3, 9)))
def test_any_way_of_judging_them_gives_a_count_within_the_bounds(told: list[list[Told]], on: date) -> None:
    everyone, alike = register(told)
    low, high = counted(everyone, alike, on.isoformat())
    for group in alike:
        for way in group.ways:
            joined = {block[0]: group.blocks[block] for block in way}
            rest = {p: e for p, e in everyone.items() if p not in group.persons}
            found = count(roll({**rest, **joined}, [], definition(), on))
            assert low <= found.certain
            assert found.possible <= high
