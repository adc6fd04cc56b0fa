"""Which mentions are one person: by judgements alone, in whatever order they came, and never against a DIFFERENT."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.claim import Mention
from habeas.identity.judgements import Judgement, Verdict, latest
from habeas.identity.persons import Persons, persons_of
from habeas.kernel.days import Day

START = datetime(2030, 1, 1, tzinfo=UTC)
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def mention(number: int, name: str = "Ivan Nibyta", source: str | None = None) -> Mention:
    return Mention(f"m{number}", source or f"s{number}", name, None, START + timedelta(hours=number))


def judged(number: int, a: int, b: int, verdict: Verdict, *, automatic: bool = False) -> Judgement:
    at = START + timedelta(days=number)
    return Judgement(f"j{number}", f"m{a}", f"m{b}", verdict, at, automatic=automatic)


def groups(persons: Persons) -> set[frozenset[str]]:
    return {frozenset(p.mentions) for p in persons.by_id.values()}


mentions = st.lists(
    st.tuples(st.sampled_from(("Ivan Nibyta", "Piotr Prydumany", "IVAN  NIBYTA")), st.sampled_from(("s1", "s2", "s3"))),
    max_size=6,
).map(lambda told: [mention(n, name, source) for n, (name, source) in enumerate(told)])
judgements = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(Verdict), st.booleans()).filter(
        lambda t: t[0] != t[1]
    ),
    max_size=8,
).map(
    lambda told: [
        judged(n, a, b, verdict, automatic=by_policy and verdict is SAME)
        for n, (a, b, verdict, by_policy) in enumerate(told)
    ]
)


@given(mentions, judgements, st.randoms(use_true_random=False))
def test_the_order_in_which_things_come_changes_nothing(
    named: list[Mention], decided: list[Judgement], dice: random.Random
) -> None:
    expected = persons_of(named, decided)
    dice.shuffle(named)
    dice.shuffle(decided)
    assert persons_of(named, decided) == expected


@given(mentions, judgements)
def test_every_mention_belongs_to_one_person(named: list[Mention], decided: list[Judgement]) -> None:
    found = persons_of(named, decided)
    assert sorted(m for p in found.by_id.values() for m in p.mentions) == sorted(m.id for m in named)
    assert all(found.of_mention[m] == p.id for p in found.by_id.values() for m in p.mentions)
    assert set(found.of_mention.values()) == set(found.by_id)


@given(mentions, judgements)
def test_what_was_judged_different_is_never_one_person(named: list[Mention], decided: list[Judgement]) -> None:
    found = persons_of(named, decided)
    for judgement in latest(decided):
        if judgement.verdict is DIFFERENT and {judgement.a, judgement.b} <= set(found.of_mention):
            assert found.of_mention[judgement.a] != found.of_mention[judgement.b]


@given(mentions, judgements)
def test_a_judgement_not_followed_is_reported(named: list[Mention], decided: list[Judgement]) -> None:
    found = persons_of(named, decided)
    for judgement in latest(decided):
        if judgement.verdict is SAME and {judgement.a, judgement.b} <= set(found.of_mention):
            joined = found.of_mention[judgement.a] == found.of_mention[judgement.b]
            assert joined or judgement in found.conflicts


@given(mentions, judgements)
def test_a_person_is_called_by_the_earliest_mention(named: list[Mention], decided: list[Judgement]) -> None:
    recorded = {m.id: m.recorded_at for m in named}
    for person in persons_of(named, decided).by_id.values():
        assert person.id == min(person.mentions, key=lambda m: (recorded[m], m))


@given(mentions, judgements)
def test_look_alikes_are_persons_and_in_one_group_at_most(named: list[Mention], decided: list[Judgement]) -> None:
    found = persons_of(named, decided)
    listed = [p for group in found.look_alikes for p in group]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(found.by_id)
    assert all(len(group) > 1 for group in found.look_alikes)


def test_without_a_judgement_a_shared_name_joins_nobody() -> None:
    found = persons_of([mention(1), mention(2)], [])
    assert len(found.by_id) == 2
    assert found.look_alikes == (("m1", "m2"),)


def test_two_of_one_name_in_one_source_are_two_people() -> None:
    found = persons_of([mention(1, source="s"), mention(2, source="s")], [])
    assert found.look_alikes == ()
    assert found.apart == {("m1", "m2")}


def test_rows_of_one_list_that_never_stood_together_may_be_one_person() -> None:
    two = [mention(1, source="s"), mention(2, source="s")]
    found = persons_of(two, [], stood={"m1": 0b0011, "m2": 0b1100})
    assert (found.look_alikes, found.apart) == ((("m1", "m2"),), frozenset())
    assert found.are_apart("m1", "m2")


def test_rows_that_stood_together_in_one_version_are_two_people() -> None:
    two = [mention(1, source="s"), mention(2, source="s")]
    found = persons_of(two, [], stood={"m1": 0b0111, "m2": 0b1100})
    assert found.look_alikes == ()
    assert found.apart == {("m1", "m2")}


@pytest.mark.parametrize(("verdict", "alike"), [(SAME, False), (DIFFERENT, False), (UNSURE, True)])
def test_only_who_was_judged_is_no_longer_a_look_alike(verdict: Verdict, alike: bool) -> None:
    assert bool(persons_of([mention(1), mention(2)], [judged(1, 1, 2, verdict)]).look_alikes) is alike


@pytest.mark.parametrize("name", ["ivan nibyta", "Ivan-Nibyta", "IVAN NIBYTA", " Ivan  Nibyta "])
def test_case_blanks_and_hyphens_make_no_other_name(name: str) -> None:
    assert persons_of([mention(1), mention(2, name)], []).look_alikes


def test_names_without_a_letter_look_like_nobody() -> None:
    assert persons_of([mention(1, "?"), mention(2, "—")], []).look_alikes == ()


def test_an_absorbed_id_still_leads_to_the_person() -> None:
    found = persons_of([mention(1), mention(2), mention(3)], [judged(1, 3, 2, SAME), judged(2, 2, 1, SAME)])
    assert set(found.of_mention.values()) == {"m1"}
    assert set(found.by_id) == {"m1"}


def test_an_id_survives_a_join_and_a_split() -> None:
    both = [mention(1), mention(2)]
    apart = persons_of(both, [])
    joined = persons_of(both, [judged(1, 1, 2, SAME)])
    split = persons_of(both, [judged(1, 1, 2, SAME), judged(2, 2, 1, DIFFERENT)])
    assert set(apart.by_id) == set(split.by_id) == {"m1", "m2"}
    assert set(joined.by_id) == {"m1"}


def test_a_later_judgement_on_a_pair_replaces_the_earlier_one() -> None:
    back = [judged(1, 1, 2, DIFFERENT), judged(2, 2, 1, SAME)]
    assert groups(persons_of([mention(1), mention(2)], back)) == {frozenset({"m1", "m2"})}


def test_a_join_through_a_third_is_not_made_against_a_different() -> None:
    decided = [judged(1, 1, 3, DIFFERENT), judged(2, 1, 2, SAME), judged(3, 2, 3, SAME)]
    found = persons_of([mention(n) for n in (1, 2, 3)], decided)
    assert groups(found) == {frozenset({"m1", "m2"}), frozenset({"m3"})}
    assert [j.id for j in found.conflicts] == ["j3"]


def test_a_different_judged_later_undoes_the_join_it_contradicts() -> None:
    decided = [judged(1, 1, 2, SAME), judged(2, 2, 3, SAME), judged(3, 1, 3, DIFFERENT)]
    assert persons_of([mention(n) for n in (1, 2, 3)], decided).conflicts


def test_a_judgement_about_somebody_of_whom_nothing_counts_makes_nobody() -> None:
    found = persons_of([mention(1)], [judged(1, 1, 9, SAME), judged(2, 7, 8, SAME)])
    assert groups(found) == {frozenset({"m1"})}
    assert found.of_mention == {"m1": "m1", "m9": "m1"}


def test_two_who_are_one_through_a_third_stay_one_when_nothing_counts_of_the_third() -> None:
    decided = [judged(1, 1, 2, SAME), judged(2, 2, 3, SAME), judged(3, 2, 4, DIFFERENT)]
    found = persons_of([mention(n) for n in (1, 3, 4)], decided)
    assert groups(found) == {frozenset({"m1", "m3"}), frozenset({"m4"})}
    assert ("m1", "m4") in found.apart


def test_whoever_was_unsure_of_a_third_is_unsure_of_those_who_are_one_with_them() -> None:
    named = [mention(1), mention(3, "Piotr Prydumany")]
    assert persons_of(named, [judged(1, 1, 2, SAME), judged(2, 2, 3, UNSURE)]).look_alikes == (("m1", "m3"),)


@given(mentions, judgements, st.data())
def test_whatever_is_told_no_more_parts_nobody(
    named: list[Mention], decided: list[Judgement], data: st.DataObject
) -> None:
    by_persons = [j for j in decided if not j.automatic]
    gone = data.draw(st.sampled_from([None, *(m.id for m in named)]))
    before = groups(persons_of(named, by_persons))
    after = groups(persons_of([m for m in named if m.id != gone], by_persons))
    assert after == {left for g in before if (left := g - {gone})}


def test_all_names_are_kept_and_the_fullest_is_shown() -> None:
    spellings = ["Prydumany", "Piotr Prydumany", "Пётр Придуманный", "Piotr Prydumany"]
    named = [mention(n, name) for n, name in enumerate(spellings)]
    found = persons_of(named, [judged(n, 0, n, SAME) for n in (1, 2, 3)])
    (person,) = found.by_id.values()
    assert person.names == ("Prydumany", "Piotr Prydumany", "Пётр Придуманный")
    assert person.name == "Piotr Prydumany"


@given(judgements)
def test_one_judgement_is_in_force_for_each_pair(decided: list[Judgement]) -> None:
    found = latest(decided)
    assert len({j.pair for j in found}) == len(found)
    assert found == sorted(found, key=lambda j: (j.automatic, j.recorded_at))
    for judgement in decided:
        (in_force,) = [j for j in found if j.pair == judgement.pair]
        assert (not in_force.automatic, in_force.recorded_at) >= (not judgement.automatic, judgement.recorded_at)


@given(mentions, judgements)
def test_an_automatic_judgement_never_joins_two_whom_one_source_names(
    named: list[Mention], decided: list[Judgement]
) -> None:
    source = {m.id: m.source for m in named}
    by_persons = persons_of(named, [j for j in decided if not j.automatic])
    for person in persons_of(named, decided).by_id.values():
        parts = {by_persons.of_mention[m] for m in person.mentions}
        sources = [s for part in parts for s in {source[m] for m in by_persons.by_id[part].mentions}]
        assert len(sources) == len(set(sources))


@pytest.mark.parametrize("verdict", [DIFFERENT, UNSURE])
@pytest.mark.parametrize("day", [0, 9])
def test_a_persons_judgement_goes_before_an_automatic_one_whichever_is_later(verdict: Verdict, day: int) -> None:
    decided = [judged(5, 1, 2, SAME, automatic=True), judged(day, 1, 2, verdict)]
    assert len(persons_of([mention(1), mention(2)], decided).by_id) == 2


def test_an_automatic_judgement_joins_nobody_through_a_third_whom_a_person_was_unsure_of() -> None:
    decided = [judged(1, 1, 3, UNSURE), judged(2, 1, 2, SAME), judged(3, 2, 3, SAME, automatic=True)]
    found = persons_of([mention(n) for n in (1, 2, 3)], decided)
    assert groups(found) == {frozenset({"m1", "m2"}), frozenset({"m3"})}
    assert [j.id for j in found.conflicts] == ["j3"]


def test_a_person_may_join_what_the_policy_joined_otherwise() -> None:
    decided = [judged(1, 1, 2, SAME, automatic=True), judged(2, 2, 3, DIFFERENT), judged(3, 1, 3, SAME)]
    assert groups(persons_of([mention(n) for n in (1, 2, 3)], decided)) == {frozenset({"m1", "m3"}), frozenset({"m2"})}


def test_days_of_birth_that_differ_make_two_people_whom_somebody_should_see() -> None:
    told = {"births": {"m1": [Day.parse("1950-01-02")], "m2": [Day.parse("1975-11-28")]}}
    found = persons_of([mention(1), mention(2)], [], told)
    assert found.look_alikes == ()
    assert found.apart == found.in_sight == {("m1", "m2")}


def test_two_sexes_told_of_one_name_make_two_people_whom_somebody_should_see() -> None:
    told = {"sexes": {"m1": ["m"], "m2": ["f"]}}
    found = persons_of([mention(1, "Sasha Nibyta"), mention(2, "Sasha Nibyta")], [], told)
    assert found.look_alikes == ()
    assert found.apart == found.in_sight == {("m1", "m2")}


def test_a_sex_told_against_the_name_keeps_a_likeness_open() -> None:
    found = persons_of([mention(1), mention(2)], [], {"sexes": {"m1": ["m"], "m2": ["f"]}})
    assert found.look_alikes == (("m1", "m2"),)
    assert found.apart == frozenset()


def test_a_name_that_is_near_and_a_day_of_birth_in_common_are_a_likeness() -> None:
    near = [mention(1, "Alena Vymyslova"), mention(2, "Alena Vymslova")]
    told = {"births": {"m1": [Day.parse("1980-05-05")], "m2": [Day.parse("1980-05-05")]}}
    assert persons_of(near, []).look_alikes == ()
    assert persons_of(near, [], told).look_alikes == (("m1", "m2"),)


def test_two_fathers_are_told_apart_in_the_group_of_one_who_may_be_either() -> None:
    told = [mention(1, "Ivan Nibyta"), mention(2, "Ivan Petrovich Nibyta"), mention(3, "Ivan Pavlovich Nibyta")]
    found = persons_of(told, [])
    assert found.look_alikes == (("m1", "m2", "m3"),)
    assert found.apart == {("m2", "m3")}


def test_a_name_told_by_a_claim_is_a_name_too() -> None:
    two = [mention(1, "Ivan Nibyta"), mention(2, "The mayor of Orsk")]
    assert persons_of(two, [], {"names": {"m2": ["Иван Нибыта"]}}).look_alikes == (("m1", "m2"),)
