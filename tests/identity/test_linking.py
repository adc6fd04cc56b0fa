"""The policy links by a name and a second agreement, in whatever order people come in, and never two who are told apart."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.claim import Mention
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.linking import Linker
from habeas.identity.particulars import Told
from habeas.identity.persons import Persons, persons_of
from habeas.kernel.days import Day

START = datetime(2030, 1, 1, tzinfo=UTC)
#: Of each who comes in: a number, a name, a day of birth ("" = not told) and a source.
Coming = tuple[int, str, str, str]

names = st.sampled_from(
    ("Ivan Nibyta", "Иван Нибыта", "Ivan Petrovich Nibyta", "Ivan Pavlovich Nibyta", "Piotr Prydumany")
)
days = st.sampled_from(("", "1980-05-05", "1980-05-06", "1990-01-01", "1980"))


def coming(sources: st.SearchStrategy[str] | None) -> st.SearchStrategy[list[Coming]]:
    """People of few names and days; each in a source of its own unless `sources` are given."""
    one = st.tuples(names, days, st.just("") if sources is None else sources)
    return st.lists(one, max_size=6).map(
        lambda told: [(n, name, day, source or f"s{n}") for n, (name, day, source) in enumerate(told)]
    )


def come_in(people: Sequence[Coming], judged: Sequence[Judgement] = ()) -> Persons:
    """One after the other, each linked as the policy says."""
    mentions: list[Mention] = []
    births: dict[str, list[Day]] = {}
    made = list(judged)
    for moment, (number, name, day, source) in enumerate(people):
        mentions.append(Mention(f"m{number}", source, name, str(number), START + timedelta(hours=moment)))
        if day:
            births[f"m{number}"] = [Day.parse(day)]
        told: Told = {"births": births}
        linker = Linker(persons_of(mentions, made, told), {m.id: m for m in mentions}, told, ("birth_date",))
        for link in linker.links([f"m{number}"]):
            at = START + timedelta(days=moment)
            made.append(Judgement(f"j{link.a}{link.b}", link.a, link.b, Verdict.SAME, at, automatic=True))
    return persons_of(mentions, made, {"births": births})


def parts(persons: Persons) -> set[frozenset[str]]:
    return {frozenset(p.mentions) for p in persons.by_id.values()}


def alike(persons: Persons) -> set[frozenset[frozenset[str]]]:
    """The groups of look-alikes, each person as their mentions."""
    return {frozenset(frozenset(persons.by_id[p].mentions) for p in group) for group in persons.look_alikes}


def has_rivals(people: Sequence[Coming]) -> bool:
    """Whether two who are told apart may both fit a third: two fathers of one name, of whom a third is told without one."""
    named = {name for _, name, _, _ in people}
    return {"Ivan Petrovich Nibyta", "Ivan Pavlovich Nibyta"} <= named


@settings(deadline=None)
@given(coming(None).filter(lambda people: not has_rivals(people)), st.randoms(use_true_random=False))
def test_the_order_in_which_people_come_in_changes_nobody(people: list[Coming], dice: random.Random) -> None:
    expected = come_in(people)
    shuffled = list(people)
    dice.shuffle(shuffled)
    found = come_in(shuffled)
    assert parts(found) == parts(expected)
    assert alike(found) == alike(expected)


@settings(deadline=None)
@given(coming(st.sampled_from(("s1", "s2", "s3"))))
def test_whoever_is_linked_was_born_on_one_day_and_named_by_two_sources(people: list[Coming]) -> None:
    told = {f"m{number}": (day, source) for number, _, day, source in people}
    for person in come_in(people).by_id.values():
        days_told = {told[m][0] for m in person.mentions}
        sources = [told[m][1] for m in person.mentions]
        assert len(person.mentions) == 1 or (len(days_told) == 1 and len(days_told & {"", "1980"}) == 0)
        assert len(sources) == len(set(sources))


@settings(deadline=None)
@given(
    coming(None),
    st.sets(st.sampled_from(list(combinations(range(6), 2))), max_size=4),
    st.sampled_from(["different", "unsure"]),
)
def test_nobody_is_linked_against_a_persons_judgement(
    people: list[Coming], held: set[tuple[int, int]], verdict: str
) -> None:
    judged = [Judgement(f"p{a}{b}", f"m{a}", f"m{b}", Verdict(verdict), START) for a, b in sorted(held)]
    found = come_in(people, judged)
    for judgement in judged:
        if judgement.a in found.of_mention and judgement.b in found.of_mention:
            assert found.of_mention[judgement.a] != found.of_mention[judgement.b]


def test_without_an_agreement_that_the_policy_accepts_there_is_no_link() -> None:
    mentions = [Mention(f"m{n}", f"s{n}", "Ivan Nibyta", None, START) for n in (1, 2)]
    told: Told = {"births": {m.id: [Day.parse("1980-05-05")] for m in mentions}}
    persons = persons_of(mentions, [], told)
    by_id = {m.id: m for m in mentions}
    assert len(Linker(persons, by_id, told, ("birth_date",)).links(["m1"])) == 1
    assert Linker(persons, by_id, told, ("patronymic_and_place",)).links(["m1"]) == []
    assert Linker(persons, by_id, told, ()).links(["m1"]) == []


@pytest.mark.parametrize("name", ["Ivan Nibyta", "Sasha Nibyta"])
def test_two_sexes_told_are_never_linked_not_even_by_a_mention_that_tells_none(name: str) -> None:
    mentions = [Mention(f"m{n}", f"s{n}", name, None, START) for n in (1, 2, 3)]
    told: Told = {"births": {m.id: [Day.parse("1980-05-05")] for m in mentions}, "sexes": {"m1": ["m"], "m3": ["f"]}}
    judged = [Judgement("j", "m1", "m2", Verdict.SAME, START)]
    linker = Linker(persons_of(mentions, judged, told), {m.id: m for m in mentions}, told, ("birth_date",))
    assert linker.links(["m1", "m2", "m3"]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zdzisława Nibycka", "Zdzisław Nibycki"),
        ("Антонина Зуб", "Антоний Зуб"),
        ("Fariz Nibyev", "Farid Nibyev"),
        ("Ильхам Нибыев", "Ильхан Нибыев"),
        ("Наталия Зуб", "Натания Зуб"),
    ],
)
def test_twins_whose_given_names_are_near_are_not_linked(one: str, other: str) -> None:
    found = come_in([(1, one, "1980-05-05", "a"), (2, other, "1980-05-05", "b")])
    assert parts(found) == {frozenset({"m1"}), frozenset({"m2"})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fariz Nibyev", "Фариз Нибыев"),
        ("Zdzisława Nibycka", "Nibycka Zdzisława"),
        ("Sasha Nibyta", "Аляксандр Нібыта"),
        ("Ivan Nibytta", "Ivan Nibyta"),
    ],
)
def test_one_given_name_in_two_spellings_is_linked(one: str, other: str) -> None:
    found = come_in([(1, one, "1980-05-05", "a"), (2, other, "1980-05-05", "b")])
    assert parts(found) == {frozenset({"m1", "m2"})}


def test_whoever_was_linked_first_stays_linked_and_a_rival_waits() -> None:
    people = [
        (1, "Ivan Nibyta", "1980-05-05", "a"),
        (2, "Ivan Petrovich Nibyta", "1980-05-05", "b"),
        (3, "Ivan Pavlovich Nibyta", "1980-05-05", "c"),
    ]
    assert parts(come_in(people)) == {frozenset({"m1", "m2"}), frozenset({"m3"})}
    assert parts(come_in([people[1], people[2], people[0]])) == {
        frozenset({"m1"}),
        frozenset({"m2"}),
        frozenset({"m3"}),
    }
