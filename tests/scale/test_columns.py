"""Columns: spellings of one name meet in one value, and nothing absent is taken for a text."""

from __future__ import annotations

import pytest

pytest.importorskip("pyarrow", reason="the extra scale is not installed (make scale)")

from habeas.scale.columns import commonest, rarest_word, table_of
from habeas.scale.keys import key_of
from habeas.scale.records import Record, day_parts, persons_of


def column(name: str, *records: Record) -> list[object]:
    found: list[object] = table_of(records, [key_of(r) for r in records])[name].to_pylist()
    return found


def test_six_spellings_meet_in_surname_and_given_name() -> None:
    spellings = (
        "Siarhei Prydumanski",
        "Сяргей Прыдуманскі",
        "Сергей Придуманский",
        "Sergey Pridumansky",
        "Siarhiej Prydumanski",
    )
    records = [Record(str(n), name) for n, name in enumerate(spellings)]
    for part in ("skeleton", "given"):
        assert len(set(column(part, *records))) == 1


def test_what_is_absent_is_null() -> None:
    bare = Record("1", "Nibyta")
    assert [column(name, bare)[0] for name in ("given", "father", "gender", "place", "year", "source")] == [None] * 6


def test_a_birth_date_is_kept_as_far_as_it_is_sure() -> None:
    assert day_parts("1980-05-06") == (1980, 5, 6)
    assert day_parts("1980-05") == (1980, 5, None)
    assert day_parts("1980") == (1980, None, None)
    assert day_parts("1980~") == day_parts("../1980-05-06") == day_parts("") == (None, None, None)


def test_of_many_readings_that_of_most_records_is_taken() -> None:
    assert commonest([("a", "b"), ("b", "c"), ("b",), ()]) == ["b", "b", "b", None]


def test_a_place_is_known_by_its_rarest_word() -> None:
    court = [(("sud",), ("orsk",)), (("sud",), ("lida",)), (("sud",), ("brast",)), ()]
    assert rarest_word(court) == [("orsk",), ("lida",), ("brast",), ()]


def test_records_of_one_person_share_their_first_row() -> None:
    assert persons_of([Record("1", "A", person="p"), Record("2", "B"), Record("3", "C", person="p")]) == [0, 1, 0]
