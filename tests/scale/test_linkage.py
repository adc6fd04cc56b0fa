"""Linkage: what is proposed about invented people, and what never is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

pytest.importorskip("splink", reason="the extra scale is not installed (make scale)")

from habeas.scale import engine
from habeas.scale.linkage import grouped, linked_list, proposed, scored_among
from habeas.scale.records import Record

GIVEN = [
    ("Siarhei", "Сяргей"),
    ("Alena", "Алена"),
    ("Dzmitry", "Дзмітрый"),
    ("Iryna", "Ірына"),
    ("Mikalai", "Мікалай"),
    ("Volha", "Вольга"),
]
ROOTS = [
    ("Vymysl", "Вымысл"),
    ("Prydum", "Прыдум"),
    ("Kazach", "Казач"),
    ("Nibyt", "Нібыт"),
    ("Marn", "Марн"),
    ("Chutk", "Чутк"),
    ("Zdahad", "Здагад"),
]
ENDS = [("enka", "энка"), ("ovich", "овіч"), ("uk", "ук"), ("ik", "ік"), ("ets", "ец")]


def crowd(number: int) -> list[Record]:
    """So many people, each once in Latin and once in Cyrillic letters with the same birth date."""
    draw = random.Random(3)
    found = []
    for n in range(number):
        given, root, end = draw.choice(GIVEN), draw.choice(ROOTS), draw.choice(ENDS)
        born = f"{draw.randrange(1950, 2000)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
        for script, source in enumerate(("press", "memory")):
            found.append(Record(f"{n:04}{source}", f"{given[script]} {root[script]}{end[script]}", born, source=source))
    return found


PEOPLE = crowd(150)
ALENA = Record("a1", "Alena Vymyslova", "1980-05-05", source="x")
SAME_ALENA = Record("a2", "Вымыслова Алена", "1980-05-05", source="y")


def outcome_of(*records: Record, different: tuple[tuple[str, str], ...] = ()) -> list[str]:
    """What is proposed about these, in a crowd of others."""
    ids = {r.id for r in records}
    return [p.outcome for p in proposed([*PEOPLE, *records], different) if {p.a, p.b} <= ids]


def test_one_person_in_two_scripts_with_one_birth_date_is_linked() -> None:
    assert outcome_of(ALENA, SAME_ALENA) == ["link"]


def test_a_name_alone_is_never_linked() -> None:
    assert outcome_of(replace(ALENA, born=""), replace(SAME_ALENA, born="")) == ["review"]


def test_a_birth_year_is_not_enough_to_link() -> None:
    assert outcome_of(replace(ALENA, born="1980"), SAME_ALENA) == ["review"]


def test_patronymic_and_place_are_a_second_agreement() -> None:
    one = Record("1", "Алена Пятроўна Вымыслова", place="Орша", source="x")
    other = Record("2", "Alena Piatrouna Vymyslova", place="Orsha", source="y")
    assert outcome_of(one, other) == ["link"]
    assert outcome_of(one, replace(other, place="")) == ["review"]


def test_a_patronymic_told_beside_the_name_counts_as_one_in_it() -> None:
    one = Record("1", "Алена Вымыслова", place="Орша", source="x", father="Пятроўна")
    other = Record("2", "Alena Vymyslova", place="Orsha", source="y", father="Piotr")
    assert outcome_of(one, other) == ["link"]
    assert outcome_of(one, replace(other, name="Alena Ivanauna Vymyslova", father="")) == []
    assert outcome_of(one, replace(other, father="Ivan")) == []


def test_a_nickname_or_a_description_is_never_linked() -> None:
    for text in ("«Sever»", "a teacher from Orsk"):
        one, other = replace(ALENA, name=text), replace(SAME_ALENA, name=text)
        assert "link" not in outcome_of(one, other)


def test_who_was_judged_different_is_not_proposed_again() -> None:
    assert outcome_of(ALENA, SAME_ALENA, different=(("a2", "a1"),)) == []


def test_father_and_son_and_husband_and_wife_are_not_proposed() -> None:
    father, son = Record("1", "Ivan Petrovich Nibyta", "1950-03-02"), Record("2", "Ivan Ivanovich Nibyta", "1975-08-09")
    assert outcome_of(father, son) == []
    husband, wife = Record("3", "Yan Prydumanski", "1980-05-05"), Record("4", "Yana Prydumanskaya", "1980-05-05")
    assert outcome_of(husband, wife) == []


def test_two_sexes_told_of_one_name_are_asked_about_and_never_linked() -> None:
    one, other = replace(ALENA, gender="f"), replace(SAME_ALENA, gender="m")
    found = [p for p in proposed([*PEOPLE, one, other]) if {p.a, p.b} == {"a1", "a2"}]
    assert [(p.outcome, p.contradiction) for p in found] == [("review", "gender")]


def test_one_person_with_two_birth_dates_is_asked_about_with_the_contradiction_named() -> None:
    one = Record("1", "Алена Пятроўна Вымыслова", "1980-05-05", "Орша", source="x")
    other = Record("2", "Alena Piatrouna Vymyslova", "1979-11-28", "Orsha", source="y")
    found = [p for p in proposed([*PEOPLE, one, other]) if {p.a, p.b} == {"1", "2"}]
    assert [(p.outcome, p.contradiction) for p in found] == [("review", "birth date")]


def test_two_rows_of_one_list_are_two_people_unless_one_is_doubtful() -> None:
    twin = replace(SAME_ALENA, source="x")
    assert outcome_of(ALENA, twin) == []
    assert outcome_of(ALENA, replace(twin, doubtful=True)) == ["review"]


def test_two_doubtful_rows_of_one_list_are_not_linked_through_a_third() -> None:
    third = replace(ALENA, id="a3", source="z")
    assert outcome_of(ALENA, replace(SAME_ALENA, source="x", doubtful=True), third) == ["review", "review"]


def test_what_somebody_could_not_tell_is_not_linked_not_even_through_a_third() -> None:
    third = replace(ALENA, id="a3", source="z")
    ids = {"a1", "a2", "a3"}
    found = [
        p.outcome for p in proposed([*PEOPLE, ALENA, SAME_ALENA, third], unsure=[("a1", "a2")]) if {p.a, p.b} <= ids
    ]
    assert sorted(found) == ["link", "review"]


RIVAL = Record("a3", "Алена Пятроўна Вымыслова", "1980-05-05", source="y")


@pytest.mark.parametrize("rows", [[ALENA, SAME_ALENA, RIVAL], [RIVAL, ALENA, SAME_ALENA]])
def test_of_two_rows_of_one_list_that_fit_a_third_neither_is_linked_and_both_are_asked_about(
    rows: list[Record],
) -> None:
    found = [p for p in proposed([*PEOPLE, *rows]) if "a1" in (p.a, p.b)]
    assert sorted((p.a, p.b, p.outcome, p.contested) for p in found) == [
        ("a1", "a2", "review", True),
        ("a1", "a3", "review", True),
    ]


def test_of_two_judged_different_who_fit_a_third_both_are_asked_about() -> None:
    apart = [replace(ALENA, id="a2", source="y"), replace(ALENA, id="a3", source="z")]
    assert outcome_of(ALENA, *apart, different=(("a2", "a3"),)) == ["review", "review"]


def test_whom_the_register_tells_apart_is_a_rival_too() -> None:
    rows = [ALENA, replace(SAME_ALENA, source="y"), replace(ALENA, id="a3", source="z")]
    apart = [
        p
        for p in proposed([*PEOPLE, *rows], apart=lambda a, b: {a, b} == {"a2", "a3"})
        if {p.a, p.b} <= {"a1", "a2", "a3"}
    ]
    assert [(p.outcome, "a1" in (p.a, p.b)) for p in apart] == [("review", True), ("review", True)]


def test_records_of_a_person_already_known_are_not_proposed() -> None:
    assert outcome_of(replace(ALENA, person="p"), replace(SAME_ALENA, person="p")) == []


def test_questions_come_in_the_order_of_what_an_answer_may_move() -> None:
    bare = [replace(r, born="") for r in PEOPLE]
    counted = {r.id for r in bare[:100]}
    found = proposed(bare, moves=lambda a, b: 1.0 if {a, b} <= counted else 0.1)
    gains = [p.gain for p in found if p.outcome == "review"]
    assert len(gains) > 20
    assert gains == sorted(gains, reverse=True)
    assert gains[0] > 0.5 > gains[-1]


def test_the_same_records_in_any_order_give_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "FEWEST_TO_TRAIN", 200)  # trained, which samples and adds up in threads
    shuffled = list(PEOPLE)
    random.Random(1).shuffle(shuffled)
    first = proposed(PEOPLE)
    assert len(first) > 100
    assert proposed(shuffled) == first
    monkeypatch.setattr(engine, "PAIRS_AT_ONCE", 50)
    assert proposed(PEOPLE) == first


def test_groups_are_the_people_planted() -> None:
    groups = grouped(PEOPLE)
    right = [group for group in groups if len({record[:4] for record in group}) == 1]
    assert len(right) == len(groups)
    assert len(groups) > 140


def test_pairs_come_with_how_far_each_part_agrees() -> None:
    best = scored_among([*PEOPLE, ALENA, SAME_ALENA])[0]
    assert best.a < best.b
    assert best.probability > 0.99
    assert best.levels["born"] == "same day"
    assert best.levels["father"] == best.levels["place"] == "missing"


def test_nobody_and_one_alone_have_no_pairs() -> None:
    assert proposed([]) == proposed([ALENA]) == []
    assert linked_list([], PEOPLE) == []


@pytest.mark.parametrize("name", ["", "A", "123", "x" * 10_000, "\u202eИван\u200b Нибыта", "Null", "Dr."])
def test_a_name_that_is_none_harms_nobody(name: str) -> None:
    odd = [Record("1", name, "1980-05-05"), Record("2", name, "1980-05-05")]
    assert outcome_of(ALENA, SAME_ALENA, *odd).count("link") >= 1


# ---- a list against a register


def test_each_row_of_a_list_is_linked_asked_about_or_new() -> None:
    rows = [
        Record("r1", "Вымыслова Алена", "1980-05-05", source="list"),
        Record("r2", "Pridumannaya Marta", "1991-01-01", source="list"),
        replace(PEOPLE[1], id="r3", born="", source="list"),
    ]
    register = [*PEOPLE[2:], ALENA, PEOPLE[0]]
    assert [(r.row, r.outcome, r.record) for r in linked_list(rows, register)] == [
        ("r1", "link", "a1"), ("r2", "new", None), ("r3", "review", PEOPLE[0].id),
    ]  # fmt: skip


def test_a_person_takes_one_row_of_a_list_and_the_better_one() -> None:
    rows = [
        Record("r1", "Alena Vymyslova", "1980", source="list"),
        Record("r2", "Вымыслова Алена", "1980-05-05", source="list"),
    ]
    found = {r.row: r for r in linked_list(rows, [*PEOPLE, ALENA])}
    assert (found["r2"].outcome, found["r2"].record) == ("link", "a1")
    assert (found["r1"].outcome, found["r1"].record, found["r1"].others) == ("review", None, ("a1",))


def test_between_two_namesakes_a_person_is_asked() -> None:
    namesake = Record("a3", "Алена Вымыслова", "1980-05-05", source="z", person="another")
    found = linked_list(
        [Record("r1", "Вымыслова Алена", "1980-05-05", source="list")],
        [*PEOPLE, replace(ALENA, person="one"), namesake],
    )
    assert found[0].outcome == "review"
    assert {found[0].record, *found[0].others} == {"a1", "a3"}
