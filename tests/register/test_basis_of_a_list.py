"""The basis `source:LIST` answers as the file of that day alone, whatever versions of the list came before or after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register.lists import HEADER, bring_in, counted

from habeas.register.opened import new_register

Row = dict[str, str]
FIRST = date(2032, 1, 31)
HELD = {"status": "active", "prison": "Penal colony No. 1"}
STATES = st.sampled_from((
    HELD,
    {"status": "active", "prison": ""},
    {"status": "active", "prison": "Penal colony No. 1", "release_date": "2031-12-01"},
    {"status": "active", "prison": "released", "release_date": "2032-02-10"},
    {"status": "former", "prison": "released", "release_date": "2031-12-01"},
    {"status": "former", "prison": "Penal colony No. 1", "release_date": ""},
    {"status": "former", "prison": "released", "died": "2031-11-05"},
    {"status": "np", "prison": "unknown"},
))  # fmt: skip
#: By id: an id stays with one human being, whose birth date a version may tell or not. Two of them are called the same.
WHO = {"1": "Vasil Vydumany", "2": "Vasil Vydumany", "3": "Ihar Nibyta", "4": "Alena Fiktsyya"}
SAID = st.tuples(STATES, st.sampled_from(("1980-01-01", "")), st.sampled_from(("2031-01-01", "2031-06-01", "")))
Said = dict[str, tuple[Row, str, str]]
VERSIONS = st.lists(st.dictionaries(st.sampled_from(sorted(WHO)), SAID, min_size=3, max_size=4), min_size=2, max_size=4)


def rows_of(version: Said) -> list[Row]:
    return [
        {**dict.fromkeys(HEADER, ""), "id": key, "url": f"https://list.invalid/{key}", "name": WHO[key], "birthday": born, "arrested": arrested, **state}
        for key, (state, born, arrested) in sorted(version.items())
    ]  # fmt: skip


def count_of(versions: Sequence[tuple[date, list[Row]]], day: date) -> tuple[int, int]:
    with TemporaryDirectory() as place, new_register(str(Path(place) / "r.habeas")) as register:
        for published, rows in versions:
            bring_in(register, rows, published.isoformat())
        return counted(register, day.isoformat())


def of_one(state: Row, key: str = "1") -> Row:
    return {"id": key, "url": f"https://list.invalid/{key}", "name": "Vasil Vydumany", "birthday": "1980-01-01", "arrested": "2031-01-01", **state}  # fmt: skip


def test_somebody_active_again_counts_as_the_newest_file_says(tmp_path: Path) -> None:
    before = of_one({"status": "former", "prison": "released", "release_date": "2031-12-01"})
    now = of_one({"status": "active", "prison": "Penal colony No. 1", "release_date": "2031-12-01"})
    later = FIRST + timedelta(days=30)
    assert count_of([(FIRST, [before]), (later, [now])], later) == count_of([(later, [now])], later) == (1, 1)


def test_a_collision_that_the_newest_file_does_not_have_leaves_no_doubt() -> None:
    later = FIRST + timedelta(days=30)
    twice = [of_one(HELD, "1"), of_one(HELD, "2")]
    apart = [of_one(HELD, "1"), {**of_one(HELD, "2"), "name": "Ihar Nibyta"}]
    assert count_of([(FIRST, twice)], FIRST) == (1, 2)
    assert count_of([(FIRST, twice), (later, apart)], later) == (2, 2)


@settings(max_examples=25, deadline=None)
@given(VERSIONS)
def test_each_day_of_knowledge_counts_as_a_register_that_has_that_file_alone(
    told: list[Said],
) -> None:
    versions = [(FIRST + timedelta(days=30 * n), rows_of(version)) for n, version in enumerate(told)]
    with TemporaryDirectory() as place, new_register(str(Path(place) / "r.habeas")) as register:
        for published, rows in versions:
            bring_in(register, rows, published.isoformat())
        for day, rows in versions:
            assert counted(register, day.isoformat()) == count_of([(day, rows)], day)


@pytest.mark.parametrize("late", [0, 1])
def test_the_order_in_which_versions_come_in_does_not_matter(late: int) -> None:
    later = FIRST + timedelta(days=30)
    versions = [(FIRST, [of_one({"status": "np", "prison": "released"})]), (later, [of_one(HELD)])]
    first, second = versions[late], versions[1 - late]
    assert count_of([first, second], later) == count_of([versions[1]], later)
