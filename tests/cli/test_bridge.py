"""The bridge between two counts on the command line, and remarks about days of which nobody can know."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.cli.main import run

LINES = """\
{"subject": "Alena Vymyslova", "predicate": "described_as_political_prisoner", "source": "Lantern 1", "published_on": "2020-04-24"}
{"subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern 1", "published_on": "2020-04-24"}
{"subject": "Ivan Nibyta", "predicate": "described_as_political_prisoner", "source": "Lantern 2", "published_on": "2020-05-04"}
{"subject": "Ivan Nibyta", "predicate": "arrest", "valid": "2020-05-02", "source": "Lantern 2", "published_on": "2020-05-04"}
{"subject": "Alena Vymyslova", "predicate": "release", "valid": "2020-04-20", "source": "Lantern 1", "published_on": "2020-04-24"}
"""


@pytest.fixture
def reg(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "a.habeas")
    (tmp_path / "claims.jsonl").write_text(LINES)
    run(["init", path])
    run(["import", path, str(tmp_path / "claims.jsonl")])
    capsys.readouterr()
    return path


def test_the_difference_is_itemised_by_name_and_sums(reg: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bridge", reg, "--from", "2020-04-01", "--to", "2020-07-01", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(i["direction"], [p["name"] for p in i["persons"]]) for i in answer["items"]] == [
        ("in", ["Ivan Nibyta"]), ("out", ["Alena Vymyslova"]),
    ]  # fmt: skip
    assert (answer["from"]["count"], answer["difference"], answer["to"]["count"]) == (1, 0, 1)


def test_the_screen_reads_from_one_count_to_the_other(reg: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bridge", reg, "--from", "2020-04-01", "--to", "2020-07-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 certain on 2020-04-01")
    assert "  + 1 came into custody: Ivan Nibyta" in lines
    assert "  - 1 left custody: Alena Vymyslova" in lines


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["--from", "2020-07-01", "--to", "2020-04-01"], "swap its two days"),
        (["--from", "2020-07-01"], "give another --to"),
        (["--from", "2020-02-31"], "--on 2020-02-31"),
        (["--from", "2020-02-01", "--to-definition", "nonsense"], "there are cpj-census@1"),
    ],
)
def test_a_bridge_that_cannot_be_asked_for_is_a_fault_of_use(
    reg: str, capsys: pytest.CaptureFixture[str], words: list[str], remedy: str
) -> None:
    assert run(["bridge", reg, *words]) == 2
    assert remedy in capsys.readouterr().err


def test_a_day_after_the_last_day_known_is_remarked_on(reg: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["count", reg, "--on", "2999-01-01"]) == 0
    assert "2999-01-01 lies after" in capsys.readouterr().err
    assert run(["count", reg, "--on", "2020-04-01", "--known-by", "2999-01-01"]) == 0
    assert "lies ahead" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["find", "x"], ["person", "x"], ["figures"], ["reconcile"], ["analyse", "waves"]])
def test_an_unknown_definition_is_refused_by_every_question(
    reg: str, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert run([command[0], reg, *command[1:], "--definition", "nonsense"]) == 2
    assert "no definition 'nonsense'" in capsys.readouterr().err


def test_a_single_source_is_no_census(reg: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["count", reg, "--on", "2020-04-01", "--basis", "source:Lantern 1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["coverage"] == "people named in source Lantern 1"
