"""Two lists are paired one to one, across scripts; whoever contradicts stays apart, and between two equally good ones nobody guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.identity.listed import Listed, in_their_order
from habeas.identity.two_lists import Matched, matched
from habeas.kernel.days import Day


def one(name: str, born: str = "", number: int = 0, **more: object) -> Listed:
    told = {"sex": "", "places": frozenset(), "days": (), "pages": frozenset(), **more}
    return Listed(f"{name} {number}", (name,), (Day.parse(born),) if born else (), **told)  # type: ignore[arg-type]  # a test gives any of the fields


#: Enough other people for a rare name to be rare.
OTHERS_A = [
    one(name, born)
    for name, born in (
        ("Алена Выдумка", "1980-05-05"),
        ("Пётр Прыдуманы", "1975"),
        ("Марта Фіктыўная", ""),
        ("Ян Казачны", "1990-01-02"),
    )
]
OTHERS_B = [
    one(name, born)
    for name, born in (("Alena Vydumka", "1980-05-05"), ("Piotr Prydumany", "1975-03-01"), ("Hanna Niejkaja", "1960"))
]


def decisions(ones: list[Listed], others: list[Listed]) -> dict[tuple[str, str], str]:
    found = matched([*ones, *OTHERS_A], [*others, *OTHERS_B])
    names_a, names_b = [p.names[0] for p in (*ones, *OTHERS_A)], [p.names[0] for p in (*others, *OTHERS_B)]
    told = [(c, "same") for c in found.same] + [(c, "review") for c in found.review]
    return {(names_a[c.a], names_b[c.b]): decision for c, decision in told}


def test_one_person_in_two_scripts_is_the_same() -> None:
    found = decisions([one("Грибовская Мария Ивановна", "1988-02-03")], [one("Maryja Hryboŭskaja", "1988")])
    assert found["Грибовская Мария Ивановна", "Maryja Hryboŭskaja"] == "same"
    assert found["Алена Выдумка", "Alena Vydumka"] == "same"
    assert found["Пётр Прыдуманы", "Piotr Prydumany"] == "same"


def test_father_and_son_stay_apart() -> None:
    found = decisions([one("Иван Петрович Нибыта", "1950-01-01")], [one("Piatro Ivanavič Nibyta", "1980-01-01")])
    assert not any("Нибыта" in a for a, _ in found)


def test_a_patronymic_in_a_column_of_its_own_speaks_for_and_against() -> None:
    told = one("Нибыта Иван", patronymics=("Петрович",))
    named = ("Нибыта Иван", "Ivan Nibyta")
    assert decisions([told], [one("Ivan Nibyta", patronymics=("Piatrovič",))])[named] == "same"
    assert named not in decisions([told], [one("Ivan Nibyta", patronymics=("Ivan",))])
    assert ("Нибыта Иван", "Ivan Ivanavič Nibyta") not in decisions([told], [one("Ivan Ivanavič Nibyta")])


def test_brothers_stay_apart() -> None:
    found = decisions([one("Иван Петрович Нибыта", "1978")], [one("Aleh Piatrovič Nibyta", "1980")])
    assert not any("Нибыта" in a for a, _ in found)


def test_twins_stay_apart() -> None:
    found = decisions([one("Иван Нибыта", "1978-04-04")], [one("Aleh Nibyta", "1978-04-04")])
    assert not any("Нибыта" in a for a, _ in found)


def test_husband_and_wife_stay_apart() -> None:
    found = decisions([one("Александр Грибовский")], [one("Aliaksandra Hrybouskaya")])
    assert not any("Грибовский" in a for a, _ in found)


def test_one_name_and_two_birth_dates_is_proposed_and_not_decided() -> None:
    names = ("Грибовская Мария Ивановна", "Maryja Ivanaŭna Hryboŭskaja")
    assert decisions([one(names[0], "1988-02-03")], [one(names[1], "1988-07-19")])[names] == "review"


@pytest.mark.parametrize(
    ("born", "others"),
    [
        ("1970-03-03", "1970-03-04"), ("1975-06-07", "1975-07-06"), ("1961-02-03", "1991-02-03"), ("1950-04-05", "1980-04-05"),
        ("1958-11-12", "1988-11-12"), ("1970-03-03", "1971-03-03"),
    ],
)  # fmt: skip
def test_two_full_birth_dates_are_never_the_same_however_near(born: str, others: str) -> None:
    for names in (("Грибовская Мария", "Maryja Hryboŭskaja"), ("Иван Нибыта", "Ivan Nibyta")):
        page = frozenset({"https://list.invalid/x"})
        ones, theirs = [one(names[0], born), one(names[0], born, pages=page)], one(names[1], others, pages=page)
        assert decisions([ones[0]], [one(names[1], others)])[names] == "review"
        assert decisions([ones[1]], [theirs])[names] == "review"
        (kept,) = [
            c for c in matched([ones[0], *OTHERS_A], [one(names[1], others), *OTHERS_B]).review if c.a == c.b == 0
        ]
        assert any(born in e.sentence and others in e.sentence for e in kept.evidence)


def test_of_several_birth_dates_on_a_list_one_that_agrees_is_enough() -> None:
    both = (Day.parse("1986-01-01"), Day.parse("1988-02-03"))
    found = decisions([one("Грибовская Мария", born="")], [one("Maryja Hryboŭskaja", "1988-02-03")])
    assert found["Грибовская Мария", "Maryja Hryboŭskaja"] == "same"
    ones = [Listed("x", ("Грибовская Мария",), both, "", frozenset(), (), frozenset()), *OTHERS_A]
    assert [
        (c.a, c.b) for c in matched(ones, [one("Maryja Hryboŭskaja", "1988-02-03"), *OTHERS_B]).same if c.a == 0
    ] == [(0, 0)]


def test_of_two_equally_good_ones_none_is_guessed() -> None:
    found = decisions(
        [one("Марыя Грыбоўская")], [one("Maria Gribovskaya", number=1), one("Maryja Hryboŭskaja", number=2)]
    )
    assert {found["Марыя Грыбоўская", b] for b in ("Maria Gribovskaya", "Maryja Hryboŭskaja")} == {"review"}


def test_who_is_taken_is_no_candidate_for_a_namesake() -> None:
    ones = [one("Марыя Грыбоўская", "1988-02-03", 1), one("Марыя Грыбоўская", "", 2)]
    others = [one("Maria Gribovskaya", "1988-02-03")]
    found = matched([*ones, *OTHERS_A], [*others, *OTHERS_B])
    assert [(c.a, c.b) for c in found.same if c.b == 0] == [(0, 0)]
    assert not [c for c in found.review if c.a == 1]


def test_a_page_in_common_finds_somebody_under_another_name() -> None:
    page = frozenset({"https://list.invalid/1"})
    found = decisions([one("Мария Иванова", pages=page)], [one("Maria Gribovskaya", pages=page)])
    assert found["Мария Иванова", "Maria Gribovskaya"] == "review"


def test_two_sexes_are_never_the_same() -> None:
    found = decisions([one("Саша Нибыта", "1988-02-03", sex="m")], [one("Sasha Nibyta", "1988-02-03", sex="f")])
    assert found.get(("Саша Нибыта", "Sasha Nibyta")) != "same"


def test_the_nearest_is_told_of_whoever_is_on_one_list_alone() -> None:
    ones, others = (
        [one("Марыя Грыбоўская", "1988-02-03"), *OTHERS_A],
        [one("Maria Gribalskaya", "1950-02-03"), *OTHERS_B],
    )
    near = matched(ones, others).nearest["a", 0]
    assert near.b == 0 and [e.verdict for e in near.evidence] == ["contradicts"]


def test_an_empty_list_has_nobody_on_both() -> None:
    assert matched([], OTHERS_B) == Matched()


def test_a_list_that_puts_the_surname_first_is_read_so_throughout() -> None:
    names = ("Иванов Иван", "Петрова Анна", "Грибовский Олег", "Казак Мария", "Нибыта Пётр", "Жук Ольга")
    people = in_their_order([*map(one, names), one("Зопин Мкар")])
    assert people[-1].read_as == ("Зопин, Мкар",)
    assert people[0].read_as == ("Иванов Иван",)
    assert in_their_order([one("Зопин Мкар")])[0].read_as == ("Зопин Мкар",)


PEOPLE = st.lists(
    st.builds(one, st.sampled_from(["Иван Нибыта", "Ivan Nibyta", "Анна Выдумка", "Hanna Vydumka", "Ян Казачны"]), st.sampled_from(["", "1980", "1980-05-05", "1981-05-05"]), st.integers(0, 9)),
    max_size=6,
)  # fmt: skip


@given(PEOPLE, PEOPLE)
def test_pairs_that_are_the_same_are_one_to_one_and_do_not_depend_on_which_list_is_first(
    ones: list[Listed], others: list[Listed]
) -> None:
    there, back = matched(ones, others), matched(others, ones)
    assert len({c.a for c in there.same}) == len({c.b for c in there.same}) == len(there.same)
    assert {(c.a, c.b) for c in there.review} == {(c.b, c.a) for c in back.review}
    assert not {c.a for c in there.same} & {c.a for c in there.review}
