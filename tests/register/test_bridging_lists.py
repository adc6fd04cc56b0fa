"""Two lists in one register are bridged person by person: on one alone, told otherwise, perhaps on both. It sums exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.register.lists import HELD, OUT, as_csv, bring_in

from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.register.bridging import bridged
from habeas.register.deciding import judge
from habeas.register.importing import Wish
from habeas.register.listing import HowList
from habeas.register.opened import Register, new_register

LANTERN = """\
list: lantern
columns:
  No: id
  Имя: name
  Born: birth_date.when
  Status: {to: claims, values: {held: [in_custody, {described_as_political_prisoner: {as: called}}], free: [at_liberty, {described_as_political_prisoner: {as: called, former: true}}]}}
"""
ROWS = [
    {"No": "a", "Имя": "Алена Вымыслова", "Born": "1987", "Status": "held"},
    {"No": "b", "Имя": "Марта Фиктивная", "Born": "1990-01-01", "Status": "held"},
    {"No": "c", "Имя": "Янка Казачный", "Born": "", "Status": "free"},
]
YANKA = {**HELD, "id": "7", "url": "https://list.invalid/yanka", "name": "Yanka Kazachny", "birthday": ""}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        bring_in(made, [HELD, OUT, YANKA])
        (tmp_path / "lantern.yml").write_text(LANTERN, "utf-8")
        how = HowList(mapping=str(tmp_path / "lantern.yml"))
        bring_in(made, as_csv(ROWS, ("No", "Имя", "Born", "Status")), wish=Wish(), how=how, name="lantern.csv")
        yield made


def between(register: Register, one: str, other: str) -> dict[str, Any]:
    day = date(2032, 1, 31)
    ends = [AsOf(day, day, Basis.parse(f"source:{name}")) for name in (one, other)]
    return bridged(register, ends[0], definition(), ends[1], definition())


def items(answer: dict[str, Any]) -> dict[tuple[str, str], list[str]]:
    return {(i["kind"], i["direction"]): [p["name"] for p in i["persons"]] for i in answer["items"]}


def test_who_is_on_one_list_alone_or_told_otherwise_is_named(register: Register) -> None:
    answer = between(register, "viasna", "lantern")
    assert items(answer) == {("not_listed", "in"): ["Марта Фиктивная"], ("told_otherwise", "out"): ["Yanka Kazachny"]}
    assert (answer["from"]["count"], answer["to"]["count"], answer["difference"]) == (2, 2, 0)


def test_pairs_that_nobody_judged_are_listed(register: Register) -> None:
    pairs = {tuple(pair["names"]): pair["decision"] for pair in between(register, "viasna", "lantern")["pairs"]}
    assert pairs["Alena Vymyslova", "Алена Вымыслова"] == "same"


def test_people_judged_to_be_two_are_on_one_list_each(register: Register) -> None:
    of = {m.name: m.id for m in register.caught_up().mentions.values()}
    judge(register, of["Alena Vymyslova"], of["Алена Вымыслова"], Verdict.DIFFERENT, "two birthplaces")
    assert "Alena Vymyslova" in items(between(register, "viasna", "lantern"))["not_listed", "out"]


def test_a_judgement_makes_one_of_what_no_name_would(register: Register) -> None:
    of = {m.name: m.id for m in register.caught_up().mentions.values()}
    judge(register, of["Ivan Nibyta"], of["Марта Фиктивная"], Verdict.SAME, "a new name")
    assert items(between(register, "viasna", "lantern"))["told_otherwise", "in"] == ["Ivan Nibyta"]
