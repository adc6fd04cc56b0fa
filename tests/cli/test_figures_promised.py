"""A number of people who are only promised or asked to be freed counts nobody: it is listed as such and reconciled with nothing."""

import json
from pathlib import Path

import pytest

from habeas.cli.main import run

ARTICLE = "The government of Veldania promised to free 553 political prisoners. Lantern said that 120 political prisoners were held.\n"


def test_a_promised_number_is_listed_as_planned_and_reconciled_with_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, article = str(tmp_path / "r.habeas"), tmp_path / "courier.txt"
    article.write_text(ARTICLE, "utf-8")
    assert run(["init", register]) == 0
    assert run(["add", register, str(article), "--published", "2030-06-26", "--accept", "all"]) == 0
    capsys.readouterr()

    assert run(["figures", register, "--json"]) == 0
    figures = {f["value"]: f for f in json.loads(capsys.readouterr().out)["figures"]}
    assert run(["reconcile", register, "--json"]) == 0
    reconciled = json.loads(capsys.readouterr().out)["figures"]

    assert (figures[553]["population"], figures[553]["reality"]) == ("released", "planned")
    assert reconciled == [figures[120]["id"]]
