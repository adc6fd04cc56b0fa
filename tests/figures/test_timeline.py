"""Counts laid out over time agree with the roll, day by day, whatever was claimed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.claim import Claim, Mention, Source
from habeas.figures.definitions import Definition, definition
from habeas.figures.evidence import Evidence, claims_by_person, evidence_of
from habeas.figures.look_alikes import LookAlikes, look_alikes_of
from habeas.figures.roll import count, roll
from habeas.figures.timeline import timeline
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.persons import persons_of
from habeas.kernel.days import Day

FIRST = date(2021, 1, 1)
RECORDED = datetime(2023, 1, 1, tzinfo=UTC)
ANY_DAY = ("described-as-political-prisoner", "recognised-by:Lantern", "guidelines-2013", "pace-1900")
SOURCES = {
    s.id: s
    for s in (
        Source("s0", "Lantern", Day.on(date(2022, 6, 1))),
        Source("s1", "The Veldan Courier", Day.parse("2021-04")),
        Source("s2", "a letter", Day.unknown()),
    )
}
NAMES = ("Alena Vymyslova", "Ivan Nibyta", "Ivan Nibyta", "Ivan Nibyta")
WORDS: dict[str, list[dict[str, object]]] = {
    "arrest": [{}, {"place_kind": "pre_trial"}, {"place_kind": "house_arrest"}],
    "rearrest": [{}],
    "administrative_arrest": [{"term_days": 10}],
    "in_custody": [{}, {"place_kind": "prison"}],
    "release": [{}],
    "pardon": [{}],
    "death_in_custody": [{}],
    "described_as_political_prisoner": [{"as": "called"}, {"as": "example"}, {"former": True}],
    "recognised": [{"body": "Lantern"}, {"body": "Lantern", "ex_post_facto": True}],
    "recognition_withdrawn": [{"body": "Lantern"}],
    "occupation": [{"value": "journalist"}, {"value": "teacher"}],
    "assessment": [
        {"standard": standard, "criterion": criterion, "answer": answer, "body": "Lantern"}
        for standard, criterion in (
            ("pace-1900", "a"),
            ("pace-1900", "terrorist-crime"),
            ("guidelines-2013", "solely-beliefs"),
            ("guidelines-2013", "violence-or-calls-to-hatred"),
        )
        for answer in ("yes", "no", "unknown")
    ],
}


@dataclass(frozen=True)
class Small:
    """A register of four mentions in three sources, three of one name."""

    everyone: dict[str, Evidence]
    look_alikes: list[LookAlikes]


@st.composite
def days(draw: st.DrawFn) -> Day:
    first = FIRST + timedelta(days=draw(st.integers(0, 150)))
    last = first + timedelta(days=draw(st.sampled_from((0, 0, 3, 40))))
    return draw(st.sampled_from((Day.between(first, last), Day.between(first, last), Day.by(last), Day.after(first))))


@st.composite
def small_registers(draw: st.DrawFn) -> Small:
    mentions = [Mention(f"m{n}", f"s{n % 3}", name, None, RECORDED) for n, name in enumerate(NAMES)]
    claims = []
    for n in range(draw(st.integers(0, 12))):
        mention = draw(st.sampled_from(mentions))
        predicate = draw(st.sampled_from(sorted(WORDS)))
        value = draw(st.sampled_from(WORDS[predicate]))
        weak = draw(st.integers(0, 4)) == 0
        claims.append(
            Claim(
                f"c{n:02}", mention.id, predicate, value, mention.source, draw(days()), weak=weak, recorded_at=RECORDED
            )
        )
    pairs = draw(st.lists(st.sampled_from(((1, 2), (1, 3), (2, 3), (0, 1))), max_size=2, unique=True))
    verdicts = [Judgement(f"j{a}{b}", f"m{a}", f"m{b}", draw(st.sampled_from(Verdict)), RECORDED) for a, b in pairs]
    persons = persons_of(mentions, verdicts)
    found = claims_by_person(persons, claims)
    everyone = {p.id: evidence_of(p, found.get(p.id, ()), SOURCES, frozenset()) for p in persons.by_id.values()}
    return Small(everyone, look_alikes_of(everyone, persons, SOURCES))


def compare(small: Small, of: Definition, asked: list[date]) -> None:
    laid = timeline(small.everyone, small.look_alikes, of, {})
    for day in asked:
        fast, slow = laid.on(day), count(roll(small.everyone, small.look_alikes, of, day))
        if small.look_alikes:  # see test_a_look_alike_who_may_be_in_is_no_longer_not_assessed
            fast = replace(fast, not_assessed=slow.not_assessed)
        assert fast == slow, day


@pytest.mark.parametrize("name", ANY_DAY)
@settings(max_examples=25, deadline=None)
@given(small=small_registers())
def test_a_count_from_the_timeline_is_the_count_of_the_roll(name: str, small: Small) -> None:
    compare(small, definition(name), [FIRST + timedelta(days=n) for n in range(-3, 200)])


@settings(deadline=None)
@given(small_registers())
def test_a_snapshot_definition_counts_its_own_day_alike(small: Small) -> None:
    compare(small, definition("cpj-census"), [date(year, 12, 1) for year in (2020, 2021, 2022)])


@settings(deadline=None)
@given(small_registers())
def test_custody_unconfirmed_for_too_long_is_counted_alike(small: Small) -> None:
    compare(small, definition(), [FIRST + timedelta(days=n) for n in range(340, 600, 7)])


@settings(deadline=None)
@given(small_registers(), st.integers(-400, 600), st.integers(0, 40))
def test_a_series_is_its_single_days(small: Small, start: int, length: int) -> None:
    laid = timeline(small.everyone, small.look_alikes, definition(), {})
    first = FIRST + timedelta(days=start)
    asked = [first + timedelta(days=n) for n in range(length + 1)]
    assert laid.series(first, asked[-1]) == [laid.on(day) for day in asked]


@settings(deadline=None)
@given(small_registers())
def test_bounds_never_cross_and_hold_the_unconfirmed(small: Small) -> None:
    laid = timeline(small.everyone, small.look_alikes, definition(), {})
    for counted in laid.series(FIRST, FIRST + timedelta(days=500)):
        assert 0 <= counted.certain <= counted.possible
        assert counted.certain + counted.unconfirmed <= counted.possible


@settings(deadline=None)
@given(small_registers())
def test_what_was_laid_out_before_is_laid_out_alike(small: Small) -> None:
    kept: dict[tuple[str, int], tuple[tuple[int, int, int, int, int, int], ...]] = {}
    first = timeline(small.everyone, small.look_alikes, definition(), kept)
    second = timeline(small.everyone, small.look_alikes, definition(), kept)
    assert (first.counted == second.counted).all()
    assert (first.start == second.start).all()


def test_a_look_alike_who_may_be_in_is_no_longer_not_assessed() -> None:
    mentions = [Mention(f"m{n}", f"s{n}", "Ivan Nibyta", None, RECORDED) for n in range(2)]
    arrested = Claim("c0", "m0", "arrest", {}, "s0", Day.on(FIRST), recorded_at=RECORDED)
    reporter = Claim("c1", "m1", "occupation", {"value": "journalist"}, "s1", Day.unknown(), recorded_at=RECORDED)
    persons = persons_of(mentions, [])
    everyone = {
        "m0": evidence_of(persons.by_id["m0"], [arrested], SOURCES, frozenset()),
        "m1": evidence_of(persons.by_id["m1"], [reporter], SOURCES, frozenset()),
    }
    alike = look_alikes_of(everyone, persons, SOURCES)
    day, of = date(2021, 12, 1), definition("cpj-census")
    assert timeline(everyone, alike, of, {}).on(day) == count(roll(everyone, alike, of, day))


def test_an_empty_register_counts_nobody() -> None:
    laid = timeline({}, [], definition(), {})
    assert laid.on(FIRST).possible == 0
    assert [c.possible for c in laid.series(FIRST, FIRST + timedelta(days=2))] == [0, 0, 0]
