"""The open labelled article, taken into a register: what must be shown of it. Needs the shared evaluation data."""

import json
from pathlib import Path

import pytest

from habeas.cli.main import run

SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "open"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared evaluation data is not beside the repository")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("open") / "r.habeas")
    assert run(["init", path, "--quiet"]) == 0
    assert run(["add", path, str(SHARED / "seed.txt"), "--published", "2025-06-26", "--accept", "all"]) == 0
    return path


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    capsys.readouterr()
    assert run([*words, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_figures_are_those_of_the_labels(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    gold = json.loads((SHARED / "seed.json").read_text("utf-8"))["figures"]
    found = ask(capsys, "figures", register)["figures"]
    assert isinstance(found, list)
    wanted = {(g["value"], g["comparator"], g["population"], g["said_by"]) for g in gold}
    assert {(f["value"], f["comparator"], f["population"], f["said_by"]) for f in found} == wanted


def test_fourteen_reported_three_named(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    groups = ask(capsys, "figures", register)["groups"]
    assert isinstance(groups, list)
    assert [
        (g["reported"], g["named"], g["unnamed"])
        for g in groups
        if g["event"] == "release" and g["comparator"] == "exact"
    ] == [(14, 3, 11)]


@pytest.mark.parametrize(("day", "possible"), [("2025-06-20", 4), ("2025-06-22", 1)])
def test_the_counts_around_the_release(
    register: str, capsys: pytest.CaptureFixture[str], day: str, possible: int
) -> None:
    count = ask(capsys, "count", register, "--on", day)
    assert count["possible"] == possible
    assert count["coverage"] == "people named in these sources"


def test_the_two_numbers_of_prisoners_hold_only_under_conditions(
    register: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = ask(capsys, "reconcile", register)
    figures, pairs = ask(capsys, "figures", register)["figures"], answer["pairs"]
    assert isinstance(figures, list)
    assert isinstance(pairs, list)
    values = {f["id"]: f["value"] for f in figures}
    pair = next(p for p in pairs if {values[p["a"]], values[p["b"]]} == {1150, 1172})
    assert (pair["verdict"], abs(pair["difference"]), pair["unexplained"]) == ("only_if", 22, 22)
    assert "22 net additions in at most 5 days" in pair["only_if"][0]
