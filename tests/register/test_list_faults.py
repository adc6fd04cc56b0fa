"""A list's version whose names or birth dates slipped against the ids is refused whole; single changes and other spellings are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.register.lists import as_csv, bring_in

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.acts import Act
from habeas.register.importing import Wish
from habeas.register.list_acts import take_back
from habeas.register.list_history import import_history
from habeas.register.listing import HowList
from habeas.register.opened import Register, new_register
from habeas.sources.capture import About

GIVEN = (
    "Ivan",
    "Pavel",
    "Siarhei",
    "Mikalai",
    "Dzmitry",
    "Andrei",
    "Viktar",
    "Uladzimir",
    "Maksim",
    "Yury",
    "Kiryl",
    "Aleh",
)
CYRILLIC = ("Иван", "Павел", "Сергей", "Николай", "Дмитрий", "Андрей", "Виктор", "Владимир", "Максим", "Юрий", "Кирилл", "Олег")  # fmt: skip
SURNAMES = ("Nibyta", "Prydumany", "Vymysel", "Kazka", "Zdanko", "Niedzie", "Hadok", "Plotka", "Balbes", "Chutko", "Mroyak", "Snow")  # fmt: skip
NAMES = tuple(f"{a} {b}" for a, b in zip(GIVEN, SURNAMES, strict=True))
BORN = tuple(f"{1960 + n}-0{1 + n % 9}-1{n % 10}" for n in range(len(NAMES)))


def turned(values: Sequence[str], by: int = 1) -> tuple[str, ...]:
    return (*values[by:], *values[:by])


def rows(names: Sequence[str] = NAMES, born: Sequence[str] = BORN) -> list[dict[str, str]]:
    return [
        {"id": str(n), "name": name, "status": "active", "birthday": day, "arrested": "2031-03-01", "url": f"https://list.invalid/{n}"}
        for n, (name, day) in enumerate(zip(names, born, strict=False), 1)
    ]  # fmt: skip


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        yield made


@pytest.mark.parametrize(
    ("slipped", "what"),
    [
        (rows(names=turned(NAMES)), "12 of 12 people .* another name"),
        (rows(names=sorted(NAMES)), "another name"),
        (rows(born=turned(BORN)), "12 of 12 people .* another birth date"),
    ],
)
def test_a_column_that_slipped_refuses_the_version(
    register: Register, slipped: list[dict[str, str]], what: str
) -> None:
    bring_in(register, rows(), "2032-01-31")
    size = register.store.head().size
    with pytest.raises(InputRefused, match=rf"list\.csv: .*{what} .*get the file again"):
        bring_in(register, slipped, "2032-02-29")
    assert register.store.head().size == size
    assert bring_in(register, rows(), "2032-02-29")["unchanged"] == 12


@pytest.mark.parametrize(
    "after",
    [
        rows(names=(*turned(NAMES[:6]), *NAMES[6:])),
        rows(born=(*turned(BORN[:6]), *BORN[6:])),
        rows(names=[f"{a} {b}" for a, b in zip(CYRILLIC, SURNAMES, strict=True)]),
        rows(born=[day[:4] for day in BORN]),
        rows(born=[""] * 12),
    ],
    ids=["half of the names", "half of the births", "another script", "years alone", "no births"],
)
def test_what_a_list_may_change_is_no_slip(register: Register, after: list[dict[str, str]]) -> None:
    bring_in(register, rows(), "2032-01-31")
    assert bring_in(register, after, "2032-02-29")["rows"] == 12


def test_a_short_list_is_not_judged_as_a_whole(register: Register) -> None:
    bring_in(register, rows(NAMES[:9]), "2032-01-31")
    assert bring_in(register, rows(turned(NAMES[:9])), "2032-02-29")["rows"] == 9


def test_the_right_version_enters_once_the_slipped_one_before_it_is_taken_back(register: Register) -> None:
    before = register.store.head().size
    bring_in(register, rows(names=turned(NAMES)), "2032-01-31")
    after = register.store.head().size
    with pytest.raises(InputRefused, match="take its import back first"):
        bring_in(register, rows(), "2032-02-29")
    take_back(register, Act(before, after), "the names had slipped")
    assert bring_in(register, rows(), "2032-02-29")["rows"] == 12


def test_the_slipped_version_taken_in_before_may_be_taken_in_again(register: Register) -> None:
    bring_in(register, rows(names=turned(NAMES)), "2032-01-31")
    assert bring_in(register, rows(names=turned(NAMES)), "2032-01-31")["unchanged"] == 12


@pytest.mark.parametrize("here_before", [False, True])
def test_a_slipped_file_of_a_history_is_told_before_anything_is_written(
    register: Register, tmp_path: Path, here_before: bool
) -> None:
    folder = tmp_path / "versions"
    folder.mkdir()
    said = (About(Day.parse("")), Wish(), HowList())
    (folder / "list-2032-01-31.csv").write_bytes(as_csv(rows()))
    if here_before:
        import_history(register, str(folder), *said)
        (folder / "list-2032-01-31.csv").unlink()
    (folder / "list-2032-02-29.csv").write_bytes(as_csv(rows(NAMES[:11])))
    (folder / "list-2032-03-31.csv").write_bytes(as_csv(rows(names=turned(NAMES))))
    size = register.store.head().size
    with pytest.raises(InputRefused, match=r"list-2032-03-31\.csv: .* another name"):
        import_history(register, str(folder), *said)
    assert register.store.head().size == size
