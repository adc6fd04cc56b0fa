"""Two files of two lists, in two scripts and shapes, set against each other."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.kernel.errors import InputRefused
from habeas.register.comparing_lists import compare_lists
from habeas.register.listing import HowList, UnknownHeader

A = """No;Фамилия, имя;Born
001;Грибовская Мария;03.02.1988
2;Выдумка Алена;1980
3;Null;
4;Нибыта Иван;31.02.1978
"""
B = """code,person,birth
x1,Maryja Hryboŭskaja,1988
x2,Alena Vydumka,1980-05-05
x3,Yan Kazachny,
"""
MAPPING_A = "dates: dmy\ncolumns:\n  No: id\n  Фамилия, имя: name\n  Born: birth_date.when\n"
MAPPING_B = "columns:\n  code: id\n  person: name\n  birth: birth_date.when\n"
BOTH = f"{MAPPING_A}  code: id\n  person: name\n  birth: birth_date.when\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    made = {"a.csv": A, "b.csv": B, "a.yml": MAPPING_A, "b.yml": MAPPING_B, "both.yml": BOTH}
    for name, text in made.items():
        (tmp_path / name).write_text(text, "utf-8")
    return {name: str(tmp_path / name) for name in made}


def compared(files: dict[str, str], a: str = "a.yml", b: str = "b.yml") -> dict[str, Any]:
    return compare_lists(
        files["a.csv"], files["b.csv"], HowList(mapping=files[a]), HowList(mapping=files[b]), date(2032, 1, 31)
    )


def test_ids_are_those_of_the_mappings_columns(files: dict[str, str]) -> None:
    found = compared(files)
    assert {(p["a"], p["b"]): p["decision"] for p in found["pairs"]} == {("001", "x1"): "same", ("2", "x2"): "same"}
    assert (found["only_a"], found["only_b"]) == (["3"], ["x3"])


def test_a_father_in_a_column_of_his_own_tells_father_and_son_apart(files: dict[str, str]) -> None:
    for name, father in (("a", "отчество"), ("b", "father")):
        path = Path(files[f"{name}.yml"])
        path.write_text(f"{path.read_text('utf-8')}  {father}: patronymic.text\n", "utf-8")
    Path(files["a.csv"]).write_text(
        "No;Фамилия, имя;отчество\n1;Нибыта Иван;Петрович\n2;Выдумка Алена;Ивановна\n", "utf-8"
    )
    Path(files["b.csv"]).write_text("code,person,father\nx1,Ivan Nibyta,Ivan\nx2,Alena Vydumka,Ivanaŭna\n", "utf-8")
    found = compared(files)
    assert [(p["a"], p["b"]) for p in found["pairs"]] == [("2", "x2")]
    assert "patronymic agrees: Ивановна and Ivanaŭna name one father." in found["pairs"][0]["reasons"]
    assert (found["only_a"], found["only_b"]) == (["1"], ["x1"])


def test_one_mapping_can_serve_both_lists(files: dict[str, str]) -> None:
    assert compared(files, "both.yml", "both.yml")["pairs"] == compared(files)["pairs"]


def test_every_pair_says_why(files: dict[str, str]) -> None:
    pair = next(p for p in compared(files)["pairs"] if p["a"] == "001")
    assert any(reason.startswith("surname agrees") for reason in pair["reasons"])
    assert "birth date agrees: 1988-02-03 and 1988 can be one day." in pair["reasons"]
    assert 0.75 <= pair["score"] <= 1


def test_a_refused_row_is_told_with_its_list(files: dict[str, str]) -> None:
    (refused,) = compared(files)["refused"]
    assert (refused["list"], refused["row"], refused["column"]) == ("a", 5, "Born")


def test_without_a_mapping_one_is_asked_for(files: dict[str, str]) -> None:
    with pytest.raises(UnknownHeader):
        compare_lists(files["a.csv"], files["b.csv"], HowList(), HowList(), date(2032, 1, 31))


def test_a_mapping_of_another_list_is_refused(files: dict[str, str]) -> None:
    with pytest.raises(InputRefused, match=r"no column No, Фамилия, имя; its header is code, person, birth"):
        compared(files, "a.yml", "a.yml")
