"""Candidates: who is compared at all, whatever was misspelt, and who is not although the name is the same."""

from __future__ import annotations

import pytest

pytest.importorskip("duckdb", reason="the extra scale is not installed (make scale)")
pytest.importorskip("pyarrow", reason="the extra scale is not installed (make scale)")

import duckdb

from habeas.scale import candidates
from habeas.scale.candidates import RULES, candidate_pairs
from habeas.scale.columns import table_of
from habeas.scale.keys import key_of
from habeas.scale.records import Record


def compared(*records: Record, sides: list[int] | None = None) -> list[tuple[int, int]]:
    with duckdb.connect() as connection:
        connection.register("records", table_of(records, [key_of(r) for r in records], sides))
        number = candidate_pairs(connection)
        found = connection.sql("SELECT join_key_l, join_key_r FROM candidates ORDER BY ALL").fetchall()
    assert number == len(found)
    return [(int(a), int(b)) for a, b in found]


def named(*names: str, born: str = "") -> list[Record]:
    return [Record(str(n), name, born) for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siarhei Prydumanski", "Сергей Придуманский"),
        ("Siarhei Prydumanski", "Siarhei Prydumaski"),  # a consonant left out
        ("Siarhei Prydumanski", "Siarhei Prydubanski"),  # another in its place
        ("Siarhei Prydumanski", "Siarhei Prydunamski"),  # two changed about
        ("Siarhei Prydumanski", "Siarxhei Prydumanski"),  # a slip in the given name
        ("Hanna Hnatsiuk", "Ганна Гнатюк"),
    ],
)
def test_spellings_and_slips_meet(one: str, other: str) -> None:
    assert compared(*named(one, other)) == [(0, 1)]


def test_another_surname_is_compared_only_where_the_birth_date_agrees() -> None:
    maiden, married = "Alena Vymyslova", "Alena Prydumanskaya"
    assert compared(*named(maiden, married)) == []
    assert compared(*named(maiden, married, born="1980-05-05")) == [(0, 1)]


def test_a_name_that_very_many_bear_needs_more_to_go_by() -> None:
    most = max(rule.most for rule in RULES if rule.columns == ("skeleton", "given"))
    crowd = named(*["Ivan Nibyta"] * (most + 1))
    assert compared(*crowd) == []
    dated = [Record(r.id, r.name, f"{1950 + n % 50}") for n, r in enumerate(crowd)]
    assert {(b - a) % 50 for a, b in compared(*dated)} == {0}


def test_who_is_one_person_already_and_who_stands_in_one_list_is_not_compared() -> None:
    assert compared(Record("1", "Ivan Nibyta", person="p"), Record("2", "Ivan Nibyta", person="p")) == []
    assert compared(Record("1", "Ivan Nibyta", source="l"), Record("2", "Ivan Nibyta", source="l")) == []
    assert compared(Record("1", "Ivan Nibyta", source="l"), Record("2", "Ivan Nibyta", source="m")) == [(0, 1)]


def test_of_two_sides_only_pairs_across_are_compared() -> None:
    assert compared(*named("Ivan Nibyta", "Ivan Nibyta", "Ivan Nibyta"), sides=[0, 1, 1]) == [(0, 1), (0, 2)]


def test_records_without_a_name_meet_nobody() -> None:
    assert compared(*named("", "", "123", "123")) == []


def test_portions_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = [
        Record(str(n), name, f"{1950 + n % 7}")
        for n, name in enumerate(["Ivan Nibyta", "Іван Нібыта", "Alena Vymyslova"] * 9)
    ]
    whole = compared(*crowd)
    assert len(whole) > 50
    monkeypatch.setattr(candidates, "ROWS_AT_ONCE", 4)
    assert compared(*crowd) == whole
