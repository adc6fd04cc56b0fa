"""A working sheet whose header was renamed, or one of whose columns slid against the ids, is refused as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from tests.register.lists import HELD, bring_in
from tests.register.sheets import as_editor, bring_back, edited, exported

from habeas.kernel.errors import InputRefused
from habeas.register.opened import Register, new_register
from habeas.register.sheet import PEOPLE
from habeas.sources.sandbox import available

pytestmark = pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
NAMES = ("Alena Fiktsyya", "Barys Vydumany", "Daria Nibyta", "Hanna Vymyslova", "Ihar Prydumany", "Yan Kazachny")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    rows = [
        {
            **HELD, "id": str(n), "url": f"https://list.invalid/{n}", "name": name, "birthday": f"198{n}-05-17", "gender": "",
            "status": ("active", "former")[n % 2], "prison": ("Penal colony No. 4", "released")[n % 2], "declaration": "",
        }
        for n, name in enumerate(NAMES)
    ]  # fmt: skip
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        bring_in(made, rows)
        as_editor(made, "Olga")
        yield made


def with_column(path: Path, column: str, change: Callable[[list[object]], list[object]]) -> Path:
    book = openpyxl.load_workbook(path)
    sheet = book[PEOPLE]
    place = [cell.value for cell in sheet[1]].index(column) + 1
    cells = [sheet.cell(n, place) for n in range(2, sheet.max_row + 1)]
    for cell, value in zip(cells, change([cell.value for cell in cells]), strict=True):
        cell.value = value
    book.save(path)
    return path


@pytest.mark.parametrize("column", ["name", "born", "status"])
@pytest.mark.parametrize(
    "change",
    [lambda cells: [*cells[1:], cells[0]], lambda cells: [*cells[1:], None], lambda cells: [cells[0], *cells[:-1]]],
    ids=["around", "up", "down"],
)
def test_a_column_that_slid_refuses_the_sheet(
    register: Register, column: str, change: Callable[[list[object]], list[object]]
) -> None:
    size = register.store.head().size
    with pytest.raises(InputRefused, match=f"the column '{column}' has slipped against the ids"):
        bring_back(register, with_column(exported(register), column, change))
    assert register.store.head().size == size


def test_a_column_sorted_by_itself_refuses_the_sheet(register: Register) -> None:
    with pytest.raises(InputRefused, match="the column 'name' has slipped"):
        bring_back(
            register, with_column(exported(register), "name", lambda cells: sorted(cells, key=str, reverse=True))
        )


def test_one_name_of_somebody_else_refuses_its_row(register: Register) -> None:
    done = bring_back(register, edited(exported(register), {NAMES[0]: {"name": f"{NAMES[3]} ", "occupation": "baker"}}))
    assert [(r["row"], r["column"]) for r in done["refused"]] == [(2, "name")]
    assert "habeas judge REG mtn_" in done["refused"][0]["why"]
    assert done["claims"] == 0


def test_the_same_edit_in_every_row_is_an_edit(register: Register) -> None:
    done = bring_back(
        register, with_column(exported(register), "status", lambda cells: ["not in custody"] * len(cells))
    )
    assert (done["claims"], done["refused"]) == (3, [])


def test_a_renamed_header_refuses_the_sheet(register: Register) -> None:
    path = exported(register)
    book = openpyxl.load_workbook(path)
    book[PEOPLE]["D1"], book[PEOPLE]["D2"] = "Date of birth", "1975"
    book.save(path)
    with pytest.raises(
        InputRefused, match="lacks 'born' and has 'Date of birth' instead; write 'born' over the column"
    ):
        bring_back(register, path)


def test_a_column_taken_out_takes_nothing_back(register: Register) -> None:
    path = exported(register)
    book = openpyxl.load_workbook(path)
    book[PEOPLE].delete_cols(4)
    book.save(path)
    done = bring_back(register, path)
    assert done["notices"] == ["column 'born' is gone from the sheet: nothing was taken back"]


@pytest.mark.parametrize(("word", "after"), [("ж", "female"), ("M", "male")])
def test_a_sex_typed_in_any_language_is_one_of_the_words_held(register: Register, word: str, after: str) -> None:
    bring_back(register, edited(exported(register), {NAMES[0]: {"sex": word}}))
    (told,) = [c.value["value"] for c in register.caught_up().claims if c.predicate == "sex"]
    assert told == after


def test_a_word_that_is_no_sex_refuses_its_row(register: Register) -> None:
    done = bring_back(register, edited(exported(register), {NAMES[0]: {"sex": "weird"}}))
    assert [(r["row"], r["column"]) for r in done["refused"]] == [(2, "sex")]
    assert "'weird' is no sex known here; write female, male, other" in done["refused"][0]["why"]


def test_a_worksheet_of_ones_own_is_left_out_and_said(register: Register) -> None:
    path = exported(register)
    book = openpyxl.load_workbook(path)
    book.create_sheet("mine").append(["what"])
    book["mine"].append(["a note"])
    book.save(path)
    assert bring_back(register, path)["notices"] == ["the worksheet 'mine' left out: only 'People' is read"]
