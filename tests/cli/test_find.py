"""People found on the command line: JSON, the screen, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.cli.main import run

LINES = "".join(
    json.dumps({"subject": name, "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern"}) + "\n"
    for name in ("Рыгор Прыдумка", "Ryhor Nikoha", "Алена Прыдумка")
)


@pytest.fixture
def register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "c.jsonl").write_text(LINES, "utf-8")
    path = str(tmp_path / "a.habeas")
    assert run(["init", path]) == 0
    assert run(["import", path, str(tmp_path / "c.jsonl")]) == 0
    capsys.readouterr()
    return path


def test_the_answer_is_one_object_and_the_same_bytes_again(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for _ in range(2):
        assert run(["find", register, "Grigory Pridumka", "--json"]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    answer = json.loads(said[0])
    assert answer["total"] == 1
    assert set(answer["hits"][0]) == {"id", "name", "matched", "score", "why"}
    assert answer["hits"][0]["name"] == "Рыгор Прыдумка"


def test_the_screen_says_how_many_and_why(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", register, "Prydum", "--limit", "1"]) == 0
    out = capsys.readouterr().out
    assert "Prydum begins Прыдумка." in out
    assert "2 found, 1 shown; --limit shows more" in out
    assert (
        run(["find", register, "Pryd", "--type-ahead", "--gender", "f", "--in-custody", "yes", "--on", "2020-04-01"])
        == 0
    )
    assert "1 found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([""], "no letter"), (["\u200b\u202e"], "no letter"), (["—"], "no letter"), (["x" * 10_000], "10,000 characters"),
        (["Ryhor", "--gender", "x"], "--gender x: use one of m, f"), (["Ryhor", "--in-custody", "maybe"], "--in-custody maybe"),
        (["Ryhor", "--limit", "0"], "--limit"), (["Ryhor", "--born", "eighty"], "--born"), (["Ryhor", "--on", "2020-13-01"], "--on"),
        (["Ryhor", "--source", "Gazette"], "--source Gazette"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_refused_with_the_remedy(
    register: str, capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    assert run(["find", register, *words]) == 2
    printed = capsys.readouterr()
    assert (printed.out, says in printed.err) == ("", True)


def test_a_person_is_shown_by_any_spelling(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["person", register, "Grigorij Pridumko", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["names"] == ["Рыгор Прыдумка"]
    assert run(["person", register, "Prydumka", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["total"] == 2
