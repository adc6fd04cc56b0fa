"""Follow the Money entities, one a line: people with all their names and ids; other entities and endangering properties stay out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.register.lists import bring_in, claims_of

from habeas.cli.main import run
from habeas.register.listing import is_list
from habeas.register.opened import Register, new_register

ALENA = {
    "id": "Q001", "schema": "Person", "caption": "Alena Vymyslova", "referents": ["old-7"], "datasets": ["invented"],
    "properties": {
        "name": ["Alena Vymyslova", "Алена Вымыслова"], "alias": ["Lena"], "birthDate": ["1987-05", "1986"], "gender": ["female"],
        "nationality": ["xx"], "position": ["nurse"], "sourceUrl": ["https://list.invalid/alena"], "phone": ["+000"], "passportNumber": ["X1"],
    },
}  # fmt: skip
NULL = {"id": "Q2", "schema": "Person", "properties": {"name": ["Null"]}}
OFFICE = {"id": "Q3", "schema": "PublicBody", "properties": {"name": ["Court of Orsk"], "email": ["x@list.invalid"]}}
FAULTY = {"id": "Q4", "schema": "Person", "properties": {"name": ["Ivan Nibyta"], "birthDate": ["1980-02-31"]}}


def lines(*entities: dict[str, Any]) -> bytes:
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities).encode()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        yield made


def test_every_name_id_and_value_is_a_claim(register: Register) -> None:
    done = bring_in(register, lines(ALENA, NULL), name="entities.ftm.json")
    assert (done["format"], done["list"], done["added"], done["refused"]) == ("ftm", "ftm", 2, [])
    told = [(c.predicate, c.when.text, *map(str, c.value.values())) for c in claims_of(register, "Alena Vymyslova")]
    assert {t for t in told if t[0] == "name"} == {
        ("name", "", name) for name in ("Alena Vymyslova", "Алена Вымыслова", "Lena")
    }
    assert {t[1] for t in told if t[0] == "birth_date"} == {"1987-05", "1986"}
    assert ("reference", "", "entity", "old-7") in told and (
        "reference",
        "",
        "page",
        "https://list.invalid/alena",
    ) in told
    assert claims_of(register, "Null")


def test_other_entities_are_left_out_and_said(register: Register) -> None:
    done = bring_in(register, lines(ALENA, OFFICE), name="entities.jsonl")
    assert done["rows"] == 1 and "1 rows left out: this format takes those with schema Person" in done["notices"]
    assert not any("email" in notice for notice in done["notices"])


def test_telephones_and_passports_are_neither_claimed_nor_kept(register: Register) -> None:
    done = bring_in(register, lines(ALENA, NULL), name="entities.jsonl")
    said = " ".join(done["notices"])
    assert "'properties/phone/*' left out" in said and "'properties/passportNumber/*' left out" in said
    bodies = b"".join(body.data or b"" for body in register.store.bodies())
    assert b"+000" not in bodies and b"X1" not in bodies and b"Vymyslova" in bodies


def test_a_faulty_day_refuses_its_entity_alone(register: Register) -> None:
    done = bring_in(register, lines(ALENA, FAULTY), name="entities.jsonl")
    assert [(r["row"], r["column"]) for r in done["refused"]] == [(2, "properties/birthDate/0")]
    assert done["added"] == 1


def test_lines_of_entities_are_told_from_lines_of_claims(tmp_path: Path) -> None:
    for name, data in (
        ("e.jsonl", lines(NULL)),
        ("c.jsonl", b'{"subject": "A B", "predicate": "arrest"}\n'),
        ("x.jsonl", b"nothing"),
    ):
        (tmp_path / name).write_bytes(data)
    assert [is_list(str(tmp_path / name)) for name in ("e.jsonl", "c.jsonl", "x.jsonl")] == [True, False, False]


def test_the_format_is_recognised_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "e.jsonl").write_bytes(lines(ALENA))
    assert run(["init", str(tmp_path / "a.habeas")]) == 0
    capsys.readouterr()
    assert (
        run(["import", str(tmp_path / "a.habeas"), str(tmp_path / "e.jsonl"), "--published", "2032-01-31", "--json"])
        == 0
    )
    assert json.loads(capsys.readouterr().out)["format"] == "ftm"


def test_the_name_of_the_father_is_claimed_and_what_is_not_claimed_is_said(register: Register) -> None:
    properties: dict[str, Any] = {"name": ["Alena Vymyslova"], "fatherName": ["Piatro"], "profession": ["baker"], "birthPlace": ["Orsk"], "eyeColor": ["grey"]}  # fmt: skip
    done = bring_in(register, lines({**ALENA, "properties": properties}), name="entities.jsonl")
    told = {(c.predicate, *map(str, c.value.values())) for c in claims_of(register, "Alena Vymyslova")}
    assert {("patronymic", "Piatro"), ("occupation", "baker")} <= told
    said = " ".join(done["notices"])
    assert "claimed of nobody: " in said and "properties/birthPlace/*" in said.partition("claimed of nobody: ")[2]
    assert "'properties/eyeColor/*' left out" in said


def person(entity: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": entity, "schema": "Person", "properties": properties}


def test_whoever_has_no_name_is_named_by_its_parts_or_an_alias(register: Register) -> None:
    entities = lines(
        person("Q5", firstName=["Alena", "Lena"], lastName=["Vymyslova"]), person("Q6", alias=["Ivan Nibyta", "Vania"])
    )
    done = bring_in(register, entities, name="entities.ftm.json")
    assert (done["added"], done["refused"]) == (2, [])
    (name,) = [c for c in claims_of(register, "Alena Vymyslova") if c.predicate == "name"]
    assert (name.value, name.quote) == ({"text": "Alena Vymyslova"}, "Alena Vymyslova")
    assert [part.partition("column=")[2] for part in name.cells] == [
        "properties%2FfirstName%2F0",
        "properties%2FlastName%2F0",
    ]
    aliases = sorted(c.value["text"] for c in claims_of(register, "Ivan Nibyta") if c.predicate == "name")
    assert aliases == ["Ivan Nibyta", "Vania"]


def test_parts_of_a_name_add_nothing_to_a_name(register: Register) -> None:
    bring_in(
        register,
        lines(person("Q5", name=["Alena Vymyslova"], firstName=["Lena"], lastName=["Inakshaya"])),
        name="entities.jsonl",
    )
    assert [c.value["text"] for c in claims_of(register, "Alena Vymyslova") if c.predicate == "name"] == [
        "Alena Vymyslova"
    ]


def test_an_entity_that_names_nobody_is_refused_in_plain_words(register: Register) -> None:
    done = bring_in(register, lines(NULL, person("Q7", birthDate=["1980"])), name="entities.jsonl")
    (refused,) = done["refused"]
    assert refused["row"] == 2 and refused["why"].startswith(
        "nobody is named: a name is wanted, or properties/firstName and "
    )
