"""Keys: what is compared of one record."""

from __future__ import annotations

from habeas.scale.keys import key_of
from habeas.scale.records import Record


def test_the_source_knows_the_gender_better_than_the_name() -> None:
    assert key_of(Record("1", "Sasha Nibyta", gender="f")).gender == "f"
    assert key_of(Record("1", "Иван Нибыта")).gender == "m"


def test_a_doubtful_row_has_no_list_that_vouches_for_it() -> None:
    assert key_of(Record("1", "Ivan Nibyta", source="list")).list_name == "list"
    assert key_of(Record("1", "Ivan Nibyta", source="list", doubtful=True)).list_name is None


def test_a_place_is_read_word_by_word_and_small_words_are_left_out() -> None:
    assert len(key_of(Record("1", "Ivan Nibyta", place="Orsk town court")).place) == 3
    assert key_of(Record("1", "Ivan Nibyta", place="г. 5")).place == ()
    assert (
        key_of(Record("1", "Ivan Nibyta", place="Орша")).place
        == key_of(Record("1", "Ivan Nibyta", place="Orsha")).place
    )


def test_what_is_no_name_makes_an_empty_key() -> None:
    bare = key_of(Record("1", "123"))
    assert (bare.surname, bare.given, bare.father, bare.gender) == ((), (), (), "")
