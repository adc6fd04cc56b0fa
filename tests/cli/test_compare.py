"""Pairs of names compared on the command line: input order, reasons, rows refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.cli.main import run

GOOD = "name_a,name_b\nHanna Stsiatsko,Анна Стецко\nPavel Titov,Piotr Tsitou\n"


def test_pairs_come_back_in_input_order_with_decision_and_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.csv").write_text(GOOD, "utf-8")
    assert run(["compare", str(tmp_path / "p.csv"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(p["name_a"], p["decision"]) for p in answer["pairs"]] == [
        ("Hanna Stsiatsko", "same"),
        ("Pavel Titov", "different"),
    ]
    assert answer["pairs"][0]["score"] >= answer["threshold"] > answer["pairs"][1]["score"]
    assert any("given name contradicts" in reason for reason in answer["pairs"][1]["reasons"])


def test_the_screen_prints_thresholds_and_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.csv").write_text(GOOD, "utf-8")
    assert run(["compare", str(tmp_path / "p.csv")]) == 0
    out = capsys.readouterr().out
    assert "same from 0.83" in out and "forms of one given name" in out


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("", "empty"), ("X", "one letter"), ("12345", "no letter"), ("a" * 10_000, "10,000"), ("Mr.", "title"),
        ("\u200b\u200b", "no letter"), ("\u202e", "no letter"),
    ],
)  # fmt: skip
def test_a_row_without_a_name_is_refused_and_the_rest_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cell: str, why: str
) -> None:
    (tmp_path / "p.csv").write_text(GOOD + f"{cell},Hanna Dub\n", "utf-8")
    assert run(["compare", str(tmp_path / "p.csv"), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert len(answer["pairs"]) == 2
    assert [(r["row"], r["column"]) for r in answer["refused"]] == [(4, "name_a")]
    assert why in answer["refused"][0]["why"]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_columns_may_be_separated_as_spreadsheets_in_other_languages_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mark: str
) -> None:
    (tmp_path / "p.csv").write_text(f'{GOOD}\n"Hanna, Dub",Hanna Dub\n'.replace(",", mark), "utf-8-sig")
    assert run(["compare", str(tmp_path / "p.csv"), "--json"]) == 0
    names = [(p["name_a"], p["name_b"]) for p in json.loads(capsys.readouterr().out)["pairs"]]
    assert names == [
        ("Hanna Stsiatsko", "Анна Стецко"),
        ("Pavel Titov", "Piotr Tsitou"),
        (f"Hanna{mark} Dub", "Hanna Dub"),
    ]


@pytest.mark.parametrize("row", ["Hanna Dub;Anna Dub", "Dub, Hanna,Anna Dub", "Hanna Dub"])
def test_a_row_of_other_columns_than_the_header_is_refused_with_the_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    (tmp_path / "p.csv").write_text(f"{GOOD}{row}\n", "utf-8")
    assert run(["compare", str(tmp_path / "p.csv")]) == 1
    printed = capsys.readouterr()
    assert "p.csv, row 4" in printed.err and "put a comma between its cells" in printed.err
    assert "Hanna Stsiatsko" in printed.out and "Dub" not in printed.out


def test_a_header_of_one_column_is_refused_with_what_may_separate_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.csv").write_text("name_a name_b\nHanna Dub Anna Dub\n", "utf-8")
    assert run(["compare", str(tmp_path / "p.csv")]) == 3
    assert "row 1" in (said := capsys.readouterr().err) and "a semicolon or a tab" in said


@pytest.mark.parametrize("content", [None, "a,b\nx,y\n", "", b"\xff\xfe\xfa"])
def test_a_file_that_holds_no_pairs_is_refused_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | bytes | None
) -> None:
    path = tmp_path / "p.csv"
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert run(["compare", str(path)]) == 3
    assert "p.csv" in capsys.readouterr().err


def test_marks_of_direction_and_mixed_scripts_are_read_through(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.csv").write_text("name_a,name_b\n\u202bВiктар\u200b Зубко\u202c,Viktar Zubko\n", "utf-8")
    assert run(["compare", str(tmp_path / "p.csv"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["pairs"][0]["decision"] == "same"
