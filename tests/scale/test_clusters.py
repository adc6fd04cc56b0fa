"""Groups: what belongs together joins, what contradicts never does, whatever chain of likenesses leads there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.scale.clusters import LOWEST_MEAN, birth_dates_contradict, contradiction, groups, may_be_one
from habeas.scale.keys import Key, key_of
from habeas.scale.records import Record


def keys(*records: Record) -> list[Key]:
    return [key_of(record) for record in records]


FATHER = Record("1", "Ivan Petrovich Nibyta", "1950-03-02")
SON = Record("2", "Ivan Ivanovich Nibyta", "1975-08-09")
BARE = Record("3", "Ivan Nibyta")


def test_a_bare_name_does_not_make_father_and_son_one() -> None:
    found = groups([(0, 2, 9.0), (1, 2, 8.0), (0, 1, 1.0)], keys(FATHER, SON, BARE))
    assert found == [[0, 2]]


def test_husband_and_wife_stay_apart() -> None:
    pair = keys(Record("1", "Піотр Прыдуманскі"), Record("2", "Марта Прыдуманская"))
    assert contradiction(*pair) == "gender"
    assert groups([(0, 1, 12.0)], pair) == []


def test_brothers_whose_patronymics_agree_are_kept_apart_by_their_birth_dates() -> None:
    pair = keys(
        Record("1", "Yan Ivanovich Kazachny", "1980-05-06"), Record("2", "Yan Ivanovich Kazachny", "1983-11-20")
    )
    assert contradiction(*pair) == "birth date"


def test_a_slip_in_a_birth_date_does_not_contradict() -> None:
    assert not birth_dates_contradict((1980, 5, 6), (1980, 6, 5))
    assert not birth_dates_contradict((1980, 5, 6), (1981, 5, 6))
    assert not birth_dates_contradict((1980, 5, 6), (1980, None, None))
    assert birth_dates_contradict((1980, 5, 6), (1981, 5, 7))


def test_a_list_names_nobody_twice_unless_the_row_is_doubtful() -> None:
    one, other = Record("1", "Ivan Nibyta", source="list"), Record("2", "Ivan Nibyta", source="list")
    assert groups([(0, 1, 12.0)], keys(one, other)) == []
    doubtful = Record("2", "Ivan Nibyta", source="list", doubtful=True)
    assert may_be_one(*keys(one, doubtful))
    assert groups([(0, 1, 12.0)], keys(one, doubtful)) == [[0, 1]]


def test_who_was_judged_different_stays_apart_even_through_a_third() -> None:
    three = keys(*(Record(str(n), "Ivan Nibyta") for n in range(3)))
    pairs = [(0, 1, 9.0), (1, 2, 8.0), (0, 2, 7.0)]
    assert groups(pairs, three) == [[0, 1, 2]]
    assert groups(pairs, three, {(0, 2)}) == [[0, 1]]


def test_a_long_chain_of_weak_likenesses_does_not_become_one_person() -> None:
    many = keys(*(Record(str(n), "Ivan Nibyta") for n in range(6)))
    chain = [(n, n + 1, 1.0) for n in range(5)]
    assert max(len(group) for group in groups(chain, many)) < 6


def test_who_is_known_to_be_one_begins_as_one() -> None:
    four = keys(*(Record(str(n), "Ivan Nibyta") for n in range(4)))
    assert groups([(1, 2, 5.0), (0, 2, 5.0)], four, persons=[0, 0, 2, 3]) == [[0, 1, 2]]


NAMES = ("Ivan Ivanovich Nibyta", "Ivan Petrovich Nibyta", "Ivan Nibyta", "Marta Nibyta", "Іван Нібыта")
DATES = ("", "1980", "1980-05-06", "1980-06-05", "1991-01-30")


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(DATES), st.sampled_from(["", "a", "b"])),
        min_size=2,
        max_size=8,
    ),
    st.data(),
)
def test_no_group_holds_a_contradiction_and_every_order_of_pairs_gives_the_same(
    people: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    told = keys(*(Record(str(n), name, born, source=source) for n, (name, born, source) in enumerate(people)))
    every = [(a, b) for a in range(len(told)) for b in range(a + 1, len(told))]
    weights = data.draw(st.lists(st.integers(int(LOWEST_MEAN) - 2, 12), min_size=len(every), max_size=len(every)))
    pairs = [(a, b, float(w)) for (a, b), w in zip(every, weights, strict=True)]
    found = groups(pairs, told)
    assert groups(data.draw(st.permutations(pairs)), told) == found
    assert all(may_be_one(told[a], told[b]) for group in found for a in group for b in group if a != b)
    assert len({row for group in found for row in group}) == sum(map(len, found))
