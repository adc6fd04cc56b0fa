"""The working sheet from the command line: written once, for the owner alone; conflicts end with exit code 1."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from tests.register.lists import LIST, as_csv

from habeas.cli.main import run
from habeas.sources.sandbox import available


@pytest.fixture
def reg(tmp_path: Path) -> str:
    path = str(tmp_path / "a.habeas")
    (tmp_path / "list-2032-01-31.csv").write_bytes(as_csv(LIST))
    assert run(["init", path]) == 0
    assert run(["import", path, str(tmp_path / "list-2032-01-31.csv")]) == 0
    return path


def typed(path: Path, target: Path, born: str) -> str:
    book = openpyxl.load_workbook(path)
    book["People"]["D2"] = born
    book.save(target)
    return str(target)


def test_a_sheet_is_for_its_owner_alone_and_never_overwritten(
    reg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sheet.xlsx"
    assert run(["sheet", reg, "-o", str(out), "--on", "2032-02-01"]) == 0
    assert out.stat().st_mode & 0o077 == 0
    before = out.read_bytes()
    assert run(["sheet", reg, "-o", str(out)]) == 2
    assert out.read_bytes() == before
    assert "may hold edits not yet imported" in capsys.readouterr().err


def test_a_sheet_is_a_workbook(reg: str, tmp_path: Path) -> None:
    assert run(["sheet", reg, "-o", str(tmp_path / "sheet.csv")]) == 2


def test_a_folder_that_is_not_there_is_named(reg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sheet", reg, "-o", str(tmp_path / "none" / "sheet.xlsx")]) == 5
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
def test_conflicts_end_with_exit_code_1(reg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sheet.xlsx"
    assert run(["sheet", reg, "-o", str(out), "--on", "2032-02-01"]) == 0
    assert run(["import", reg, typed(out, tmp_path / "olga.xlsx", "1987-05-18"), "--as", "Olga"]) == 0
    capsys.readouterr()
    assert run(["import", reg, typed(out, tmp_path / "piotr.xlsx", "1987-05-19"), "--as", "Piotr", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["format"], answer["claims"], len(answer["conflicts"])) == ("sheet", 0, 1)
    assert run(["import", reg, str(tmp_path / "piotr.xlsx"), "--as", "Piotr"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "Exported: 1987-05-17. Register now: 1987-05-18. Sheet: 1987-05-19" in told


def test_a_list_is_no_sheet(reg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", reg, str(tmp_path / "list-2032-01-31.csv"), "--format", "sheet"]) == 2
    assert "is no working sheet" in capsys.readouterr().err
