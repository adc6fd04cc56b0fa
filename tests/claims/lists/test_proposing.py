"""For an unknown header a mapping is proposed: by the words of the header, else by what stands below it; a person corrects it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.claims.lists.mapping import PLACEHOLDER, mapping_of
from habeas.claims.lists.proposing import proposed
from habeas.cli.main import run
from habeas.kernel.country_files import read_yaml
from habeas.sources.tables import Row, Table

NAMES = ("Alena Vymyslova", "Ivan Nibyta", "Ганна Уяўная", "Yan van Fiktsyya")


def table(header: str, *rows: str) -> Table:
    columns = tuple(header.split(";"))
    cells = [dict(zip(columns, row.split(";"), strict=True)) for row in rows]
    return Table(columns, tuple(Row(n, {c: t for c, t in row.items() if t}) for n, row in enumerate(cells, start=2)))


def targets(found: str) -> dict[str, str]:
    """The proposal as somebody saves it: a mapping that is read without a fault."""
    raw = read_yaml(found, "m.yml")
    mapping = mapping_of(raw, "m")
    return {name: column.to for name, column in mapping.columns.items()}


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Person", "name"), ("Prisoner", "name"), ("Person's name", "name"), ("Заключённый", "name"), ("Імя і прозвішча", "name"), ("Имя, отчество и фамилия", "name"),
        ("Held since", "arrest.when"), ("Detained", "arrest.when"), ("Под стражей с", "arrest.when"), ("Where", "in_custody.place"),
        ("Held at", "in_custody.place"), ("Name of the prison", "in_custody.place"), ("Где", "in_custody.place"), ("Дзе", "in_custody.place"),
        ("Father's name", "patronymic.text"), ("Отчество", "patronymic.text"), ("Judge's name", "case.judge"), ("Sentence date", "sentence.when"),
        ("Sentence", "sentence.term"), ("Freed", "release.when"), ("Place of birth", "ignore"), ("Born", "birth_date.when"), ("Пол", "sex.value"),
        ("Примечание", "description.text"), ("Photo", "reference.value"),
    ],
)  # fmt: skip
def test_plain_headers_are_understood(header: str, target: str) -> None:
    found = proposed(table(f"x;{header}", "1;"))
    line = next(line for line in found.splitlines() if line.startswith("  ") and header in line)
    assert target in line.partition(header)[2]


def test_a_column_is_understood_by_what_stands_below_it() -> None:
    rows = (f"{100 + n};{name};https://list.invalid/{n};0{n + 1}.2021" for n, name in enumerate(NAMES))
    found = proposed(table("a;b;c;d", *rows))
    assert targets(found) == {"a": "id", "b": "name", "c": "reference.value"}
    assert "holds days: of what?" in found


def test_places_that_come_again_and_again_are_no_names() -> None:
    found = proposed(table("a;b", *(f"{n};Penal Colony" for n in range(5))))
    assert "  # b: left out" in found and "Penal Colony" not in found and "no column looks like the name" in found


def test_the_words_of_a_status_are_proposed_and_those_unknown_are_told() -> None:
    found = proposed(
        table("id;Name;Status", "1;Alena Vymyslova;Held", "2;Ivan Nibyta;на свободе", "3;Yan Kazachny;wanted")
    )
    values = mapping_of(read_yaml(found, "m.yml"), "m").columns["Status"].values
    assert values == {"held": ("in_custody",), "на свободе": ("at_liberty",)}
    assert 'say what these claim: "wanted"' in found


def test_two_columns_for_one_thing_are_not_both_proposed() -> None:
    found = targets(proposed(table("id;Name;Full name;Born;Year of birth", "1;A B;C D;1980;1980")))
    assert found == {"id": "id", "Name": "name", "Born": "birth_date.when"}  # fmt: skip


def test_of_columns_that_may_hold_anything_no_cell_is_shown() -> None:
    found = proposed(
        table(
            "№;ФИО;Мама;Моб. тел.;Zeta",
            "1;Алена Вымыслова;Вера Уяўная;+000 11;unheard-of",
            "2;Ivan Nibyta;Ніна Уяўная;+000 12;odd",
        )
    )
    assert targets(found) == {"№": "id", "ФИО": "name"}
    assert not any(said in found for said in ("Вера", "Ніна", "+000", "unheard-of", "odd"))
    assert "# Мама: left out (relatives)" in found and "# Zeta: left out (not known what it holds)" in found


@pytest.fixture
def reg(tmp_path: Path) -> str:
    path = str(tmp_path / "a.habeas")
    (tmp_path / "list.csv").write_text("No;Person;Held since\n1;Alena Vymyslova;2030-10-02\n", "utf-8")
    assert run(["init", path]) == 0
    return path


def test_the_name_of_the_list_is_in_the_proposal(reg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", reg, str(tmp_path / "list.csv"), "--list", "lantern"]) == 3
    assert "\nlist: lantern\n" in capsys.readouterr().out


def test_a_list_without_a_name_is_refused(reg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", reg, str(tmp_path / "list.csv")]) == 3
    (tmp_path / "m.yml").write_text(capsys.readouterr().out.partition("\n")[2], "utf-8")
    assert PLACEHOLDER in (tmp_path / "m.yml").read_text("utf-8")
    asked = ["import", reg, str(tmp_path / "list.csv"), "--mapping", str(tmp_path / "m.yml")]
    assert run(asked) == 3
    assert "the list has no name yet" in capsys.readouterr().err
    assert run([*asked, "--list", "lantern"]) == 0


def test_with_json_the_proposal_is_one_object(reg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["import", reg, str(tmp_path / "list.csv"), "--json"]) == 3
    answer = json.loads(capsys.readouterr().out)
    assert answer["header"] == ["No", "Person", "Held since"]
    assert targets(answer["mapping"]) == {"No": "id", "Person": "name", "Held since": "arrest.when"}
