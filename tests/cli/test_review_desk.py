"""The desk in the terminal: keys decide, bad values are asked again, the end of input keeps what was decided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from habeas.cli.main import run
from habeas.cli.reviewing import review_command

ARTICLE = "Alena Vymyslova was arrested in March 2024. Hanna Vydumka died in custody on 3 June.\n"


@pytest.fixture
def register(tmp_path: Path) -> str:
    path, article = str(tmp_path / "r.habeas"), tmp_path / "courier.txt"
    article.write_text(ARTICLE, "utf-8")
    assert run(["init", path]) == 0
    assert run(["add", path, str(article), "--published", "2024-06-26"]) == 0
    return path


def typed(register: str, keys: str, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(review_command, [register, *options], input=keys)
    return result.exit_code, result.output


def rates(register: str) -> dict[str, dict[str, object]]:
    return {rate["rule"]: rate for rate in json.loads(typed(register, "", "--rates", "--json")[1])["rules"]}


def test_a_card_shows_the_words_in_their_surroundings_and_the_source(register: str) -> None:
    _, out = typed(register, "q\n")

    assert "DEATH IN CUSTODY: Hanna Vydumka; 2024-06-03" in out
    assert ">>Hanna Vydumka died in custody on 3 June.<<" in " ".join(out.split())
    assert "courier.txt, 2024-06-26" in out


def test_the_end_of_input_keeps_what_was_decided(register: str) -> None:
    status, out = typed(register, "a\n")

    assert status == 0 and "Stopped" in out
    assert rates(register)["syntax.death_in_custody"]["accepted"] == 1


def test_a_field_is_asked_again_until_it_can_be_read(register: str) -> None:
    status, out = typed(register, "e\n\n31 April\n2024-06-02\n\n\nq\n")

    assert status == 0 and "when:" in out and "amended: when" in out
    assert rates(register)["syntax.death_in_custody"]["amended"] == 1


def test_cases_are_written_with_a_warning(register: str, tmp_path: Path) -> None:
    typed(register, "r\n1\nq\n")
    status, out = typed(register, "", "--cases", str(tmp_path / "cases.yml"))

    text = (tmp_path / "cases.yml").read_text("utf-8")
    assert status == 0 and "1 cases" in out
    assert text.startswith("# ") and "never to be published" in text and "misread" in text
