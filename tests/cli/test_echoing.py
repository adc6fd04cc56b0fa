"""What is put on a screen cannot steer the terminal, and is kept as it was told everywhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.echoing import shown
from habeas.cli.main import run

TURNED = "Alena \u202eavolsymyV"


@given(st.text())
def test_a_json_text_stays_the_same_value(text: str) -> None:
    assert json.loads(shown(json.dumps(text, ensure_ascii=False))) == text


@pytest.mark.parametrize("char", ["\x1b", "\x9b", "\r", "\u202e", "\u2066", "\u200f"])
def test_what_steers_a_terminal_is_spelt_out(char: str) -> None:
    assert shown(f"a{char}b\tc\n") == f"a\\u{ord(char):04x}b\tc\n"


def test_joiners_that_spell_words_are_left_as_they_are() -> None:
    assert (
        shown("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") == "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )


@pytest.mark.parametrize("how", [(), ("--json",)])
@pytest.mark.parametrize("command", ["find", "person"])
def test_a_name_that_turns_the_direction_is_never_printed_raw(
    command: str, how: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reg, claims = str(tmp_path / "a.habeas"), tmp_path / "claims.jsonl"
    told = {"predicate": "arrest", "valid": "2021-03-02", "source": "Lantern 1", "published_on": "2021-03-04"}
    claims.write_text(json.dumps({"subject": TURNED, **told}) + "\n")
    assert run(["init", reg]) == 0
    assert run(["import", reg, str(claims), "--format", "claims"]) == 0
    capsys.readouterr()
    run(["find", reg, TURNED, "--json"])
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    assert hit["name"] == TURNED
    assert run([command, reg, TURNED if command == "find" else hit["id"], *how]) == 0
    out = capsys.readouterr().out
    assert "\u202e" not in out
    assert "\\u202e" in out
