"""Two lists compared from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.cli.main import run

MAPPING = "columns:\n  ID: id\n  Name: name\n  Born: birth_date.when\n"


@pytest.fixture
def lists(tmp_path: Path) -> list[str]:
    (tmp_path / "a.csv").write_text("ID,Name,Born\n1,Грибовская Мария,1988-02-03\n2,Казачный Ян,\n", "utf-8")
    (tmp_path / "b.csv").write_text("ID,Name,Born\nx,Maryja Hryboŭskaja,1988\n", "utf-8")
    (tmp_path / "m.yml").write_text(MAPPING)
    return [str(tmp_path / "a.csv"), str(tmp_path / "b.csv"), "--mapping", str(tmp_path / "m.yml")]


def test_the_answer_has_its_parts_and_the_same_bytes_each_time(
    lists: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare-lists", *lists, "--json"]) == 0
    first = capsys.readouterr().out
    assert run(["compare-lists", *lists, "--json"]) == 0
    assert capsys.readouterr().out == first
    answer = json.loads(first)
    assert [(p["a"], p["b"], p["decision"]) for p in answer["pairs"]] == [("1", "x", "same")]
    assert (answer["only_a"], answer["only_b"]) == (["2"], [])


def test_the_screen_counts_and_names_those_on_one_alone(lists: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare-lists", *lists]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "1 are on both, 0 pairs are to be looked at, 1 are on A alone, 0 on B alone" in told
    assert "only on A: 2; nobody there has a name like it" in told


def test_a_refused_row_ends_with_exit_code_1(lists: list[str], tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("ID,Name,Born\nx,Maryja Hryboŭskaja,31.02.1988\n", "utf-8")
    assert run(["compare-lists", *lists]) == 1


def test_without_a_mapping_one_is_proposed(lists: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare-lists", *lists[:2]]) == 3
    assert "ID: id" in capsys.readouterr().out
