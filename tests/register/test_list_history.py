"""Old versions of a list taken from a folder, in the order of their days, whatever the order of their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.lists import HELD, LIST, OUT, as_csv, certain

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.importing import Wish
from habeas.register.list_history import import_history, versions_in
from habeas.register.listing import HowList
from habeas.register.opened import Register, new_register
from habeas.sources.capture import About

NOBODY_TOLD = About(Day.unknown())


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "r.habeas")) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "old"
    made.mkdir()
    (made / "a 2032-03-31.csv").write_bytes(as_csv([{**HELD, "status": "former"}, OUT]))
    (made / "b 2032-01-31.csv").write_bytes(as_csv(LIST))
    (made / "c 2032-02-29.csv").write_bytes(
        as_csv([HELD, OUT, {**HELD, "id": "9", "url": "", "name": "Volha Newcomer"}])
    )
    return made


def test_each_version_is_the_difference_from_the_one_of_the_day_before_it(register: Register, folder: Path) -> None:
    answer = import_history(register, str(folder), NOBODY_TOLD, Wish(), HowList())
    told = [(v["published"], v["added"], v["changed"], v["gone"]) for v in answer["versions"]]
    assert told == [("2032-01-31", 3, 0, 0), ("2032-02-29", 1, 0, 1), ("2032-03-31", 0, 1, 1)]
    assert (answer["rows"], answer["added"], answer["gone"]) == (8, 4, 2)


def test_each_day_of_knowledge_answers_as_the_file_of_that_day(register: Register, folder: Path) -> None:
    import_history(register, str(folder), NOBODY_TOLD, Wish(), HowList())
    assert [certain(register, day) for day in ("2032-01-31", "2032-02-29", "2032-03-31")] == [1, 2, 0]


def test_the_same_folder_again_adds_nothing(register: Register, folder: Path) -> None:
    import_history(register, str(folder), NOBODY_TOLD, Wish(), HowList())
    size = register.store.head().size
    assert import_history(register, str(folder), NOBODY_TOLD, Wish(), HowList())["claims"] == 0
    assert register.store.head().size == size


def test_what_else_lies_in_the_folder_is_told(register: Register, folder: Path) -> None:
    (folder / "2031").mkdir()
    (folder / "2031" / "d 2031-12-31.csv").write_bytes(as_csv(LIST))
    (folder / "readme.txt").write_text("by hand", "utf-8")
    notices = import_history(register, str(folder), NOBODY_TOLD, Wish(), HowList())["notices"]
    told = [notice.removeprefix(f"{folder}/").partition(":")[0] for notice in notices]
    assert [name for name in told if name in ("2031", "readme.txt")] == ["2031", "readme.txt"]


def test_a_list_that_the_manifest_leaves_out_is_told(register: Register, folder: Path) -> None:
    (folder / "manifest.csv").write_text("file,published\na 2032-03-31.csv,2032-03-31\n", "utf-8")
    notices = import_history(register, str(folder), NOBODY_TOLD, Wish(), HowList())["notices"]
    assert sum("not named in manifest.csv" in notice for notice in notices) == 2


def test_a_manifest_says_the_days_that_names_do_not(register: Register, folder: Path) -> None:
    (folder / "b 2032-01-31.csv").rename(folder / "oldest.csv")
    (folder / "manifest.csv").write_text(
        "file,published\na 2032-03-31.csv,2032-03-31\noldest.csv,2031-12-31\n", "utf-8"
    )
    assert [(str(day), Path(path).name) for day, path in versions_in(str(folder))] == [
        ("2031-12-31", "oldest.csv"), ("2032-03-31", "a 2032-03-31.csv"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("file,published\nnone.csv,2032-01-31\n", "row 2: no file 'none.csv'"),
        ("file,published\n../b 2032-01-31.csv,2032-01-31\n", "row 2: no file"),
        ("file,published\nb 2032-01-31.csv,31.01.2032\n", "row 2: '31.01.2032' is no day"),
        ("name,day\n", "its columns are file and published"),
        ("file,published\nb 2032-01-31.csv,2032-01-31\nc 2032-02-29.csv,2032-01-31\n", "both of 2032-01-31"),
    ],
)
def test_a_faulty_manifest_is_refused_by_row(folder: Path, manifest: str, said: str) -> None:
    (folder / "manifest.csv").write_text(manifest, "utf-8")
    with pytest.raises(InputRefused, match=said):
        versions_in(str(folder))


def test_a_file_without_a_day_is_named(folder: Path) -> None:
    (folder / "latest.csv").write_bytes(as_csv(LIST))
    with pytest.raises(InputRefused, match=r"latest\.csv: no one day in its name"):
        versions_in(str(folder))


def test_a_faulty_file_is_told_before_anything_is_written(register: Register, folder: Path) -> None:
    (folder / "d 2032-04-30.csv").write_bytes(as_csv([]))
    size = register.store.head().size
    with pytest.raises(InputRefused, match="no row in it"):
        import_history(register, str(folder), NOBODY_TOLD, Wish(), HowList())
    assert register.store.head().size == size


def test_a_history_is_entered_not_tried(register: Register, folder: Path) -> None:
    with pytest.raises(UsageError, match="take one file"):
        import_history(register, str(folder), NOBODY_TOLD, Wish(dry_run=True), HowList())


def many(count: int) -> bytes:
    return as_csv({**HELD, "id": str(n), "url": f"https://list.invalid/{n}", "name": f"Alena {chr(65 + n)}ova"} for n in range(count))  # fmt: skip


@pytest.mark.parametrize("here_before", [False, True])
def test_a_halved_file_among_them_is_told_before_anything_is_written(
    register: Register, tmp_path: Path, here_before: bool
) -> None:
    made = tmp_path / "halved"
    made.mkdir()
    (made / "list-2032-01-31.csv").write_bytes(many(20))
    if here_before:
        import_history(register, str(made), NOBODY_TOLD, Wish(), HowList())
        (made / "list-2032-01-31.csv").unlink()
    (made / "list-2032-02-29.csv").write_bytes(many(10))
    (made / "list-2032-03-31.csv").write_bytes(many(20))
    size = register.store.head().size
    with pytest.raises(
        InputRefused, match=r"list-2032-02-29\.csv: 10 rows, where the version of 2032-01-31 had 20: .* --shrunk"
    ):
        import_history(register, str(made), NOBODY_TOLD, Wish(), HowList())
    assert register.store.head().size == size
    assert len(import_history(register, str(made), NOBODY_TOLD, Wish(), HowList(shrunk=True))["versions"]) >= 2
