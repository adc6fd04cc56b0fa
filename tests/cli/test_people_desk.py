"""Who may be one person, in the terminal: cards with reasons and with what an answer changes; keys decide."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from habeas.cli.main import run
from habeas.cli.reviewing import review_command

CALLED = "described_as_political_prisoner"
LINES = [
    {"subject": name, "predicate": predicate, "source": source, "published_on": "2024-02-01", "valid": valid}
    for name, source, born in (("Ivan Nibyta", "Lantern 1", "1980-05-05"), ("Иван Нибыта", "The Veldan Courier 1", "1980-05-05"))
    for predicate, valid in (("arrest", "2024-01-15"), (CALLED, None), ("birth_date", born))
]  # fmt: skip
POLICY = "reviewers: 1\nwaived_because: kept by one person\nautomatic_links: [birth_date]\n"


@pytest.fixture
def register(tmp_path: Path) -> str:
    path, lines = str(tmp_path / "r.habeas"), tmp_path / "lines.jsonl"
    lines.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    assert run(["init", path]) == 0
    assert run(["import", path, str(lines)]) == 0
    return path


def typed(register: str, keys: str, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(review_command, [register, "--people", *options], input=keys)
    return result.exit_code, " ".join(result.output.split())


def waiting(register: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        CliRunner().invoke(review_command, [register, "--people", "--json"]).output
    )["questions"]
    return found


def test_a_card_names_both_with_reasons_and_with_what_an_answer_changes(register: str) -> None:
    status, out = typed(register, "q\n")
    assert status == 0
    assert "Ivan Nibyta" in out and "Иван Нибыта" in out
    assert "birth date agrees: Both are told to be born on 1980-05-05." in out
    assert "if same: certain unchanged, possible -1 in today's count" in out


@pytest.mark.parametrize(("keys", "left"), [("s\nsame court\n", 0), ("d\n\n", 0), ("u\n\n", 0), ("n\n", 1), ("", 1)])
def test_a_key_decides(register: str, keys: str, left: int) -> None:
    assert typed(register, keys)[0] == 0
    assert len(waiting(register)) == left


def test_the_policy_decides_what_it_can_when_asked_to(
    register: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "policy.yml"
    policy.write_text(POLICY, "utf-8")
    assert run(["policy", register, str(policy)]) == 0
    assert "by the same name and birth date" in " ".join(capsys.readouterr().out.split())
    assert "The policy linked 1." in typed(register, "", "--by-policy")[1]
    assert waiting(register) == []


def test_a_policy_with_an_unknown_agreement_is_refused(register: str, tmp_path: Path) -> None:
    policy = tmp_path / "policy.yml"
    policy.write_text(POLICY.replace("[birth_date]", "[name]"), "utf-8")
    assert run(["policy", register, str(policy)]) == 3


def test_by_policy_alone_is_a_usage_error(register: str) -> None:
    assert run(["review", register, "--by-policy"]) == 2


def test_a_dry_run_of_a_judgement_says_what_would_change(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    (asked,) = waiting(register)
    capsys.readouterr()
    call = ["judge", register, asked["a"]["id"], asked["b"]["id"], "same", "--dry-run", "--json"]
    assert run([*call, "--on", "2024-02-01", "--on", "2023-01-01"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(c["before"]["possible"], c["after"]["possible"]) for c in said["counts"]] == [(2, 1), (0, 0)]
    assert len(waiting(register)) == 1


def test_days_without_a_dry_run_are_a_usage_error(register: str) -> None:
    (asked,) = waiting(register)
    assert run(["judge", register, asked["a"]["id"], asked["b"]["id"], "same", "--on", "2024-02-01"]) == 2


def test_two_days_of_birth_are_both_shown_with_what_joining_them_would_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, lines = str(tmp_path / "two.habeas"), tmp_path / "two.jsonl"
    other = [{**line, "valid": "1990-11-28"} if line["predicate"] == "birth_date" else line for line in LINES[3:]]
    lines.write_text("".join(json.dumps(line) + "\n" for line in (*LINES[:3], *other)), "utf-8")
    assert run(["init", path]) == run(["import", path, str(lines)]) == 0
    out = typed(path, "q\n")[1]
    assert any(f"contradicts: {a} and {b} are two days" in out for a, b in permutations(("1980-05-05", "1990-11-28")))
    assert "if same: certain unchanged, possible -1" in out
    assert "if different: certain unchanged, possible unchanged" in out
