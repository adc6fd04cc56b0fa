"""A ledger without its guards is found out, and has them again before anything more is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from tests.store.stores import PASSPHRASE, entry, every_file, every_store, new_store, passphrase_of, raw

from habeas.kernel.days import Day
from habeas.register.opened import new_register
from habeas.register.taking_in import add_note
from habeas.sources.note import Note
from habeas.store.check import check
from habeas.store.guards import Fault
from habeas.store.open import create, open_store
from habeas.store.store import Store
from habeas.store.tables import POSTGRES_GUARDS, SQLITE_GUARDS


def guards(store: Store) -> list[str]:
    return sorted(SQLITE_GUARDS if store.engine.dialect.name == "sqlite" else POSTGRES_GUARDS)


def disarm(store: Store, *names: str) -> None:
    with store.engine.connect().execution_options(writing=True) as connection, connection.begin():
        for name in names:
            on = "" if connection.dialect.name == "sqlite" else f" ON {name.split('_')[0]}"
            connection.execute(text(f"DROP TRIGGER {name}{on}"))


@every_store
def test_a_new_register_is_guarded(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        assert (check(store).ok, check(store).guards) == (True, ())


@every_store
def test_guards_taken_away_are_named_and_stand_again_after_the_next_write(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        disarm(store, *guards(store))
        result = check(store)
        assert (result.ok, result.problems) == (False, ())
        assert result.guards == tuple(Fault(name, "missing") for name in guards(store))
        store.append([entry(1)])
        assert check(store).ok
        assert any("were made again" in notice for notice in store.notices)


@every_file
def test_a_guard_that_guards_nothing_and_one_more_than_there_should_be_are_named(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        path = store.path
    file = raw(path, passphrase_of(kind))
    file.execute("DROP TRIGGER heads_no_update")
    file.execute(
        "CREATE TRIGGER heads_no_update BEFORE UPDATE ON heads WHEN 1 = 0 BEGIN SELECT RAISE(ABORT, 'never'); END"
    )
    file.execute('CREATE TRIGGER "a ""thief" AFTER INSERT ON entries BEGIN DELETE FROM drafts; END')
    file.commit()
    file.close()
    with open_store(path, passphrase=passphrase_of(kind)) as store:
        assert any('a "thief added, heads_no_update altered' in notice for notice in store.notices)
        assert check(store).guards == (Fault('a "thief', "added"), Fault("heads_no_update", "altered"))
        store.append([entry(1)])
        assert check(store).ok


@pytest.mark.parametrize("invented", [True, False])
def test_the_mark_of_invented_people_cannot_be_flipped(invented: bool, tmp_path: Path) -> None:
    path = str(tmp_path / "a.habeas")
    create(path, passphrase=PASSPHRASE, invented=invented).close()
    file = raw(path, PASSPHRASE)
    file.execute("UPDATE meta SET value = ? WHERE key = 'invented'", (b"0" if invented else b"1",))
    file.commit()
    file.close()
    with open_store(path, passphrase=PASSPHRASE) as store:
        assert store.invented == invented
        result = check(store)
        assert (result.ok, result.guards) == (False, (Fault("invented", "altered"),))
        store.append([entry(1)])
        assert check(store).ok


def test_a_key_that_is_flipped_too_is_found_by_every_id_made_under_it(tmp_path: Path) -> None:

    path = str(tmp_path / "a.habeas")
    with new_register(path) as register:
        add_note(register, Note("call", Day.parse("2030-03-01"), "Nothing new."))
    file = raw(path)
    (key,) = file.execute("SELECT value FROM meta WHERE key = 'key'").fetchone()
    file.execute("UPDATE meta SET value = ? WHERE key = 'key'", (b"\1" + key[1:],))
    file.execute("UPDATE meta SET value = ? WHERE key = 'invented'", (b"1",))
    file.commit()
    file.close()
    with open_store(path) as store:
        assert {(p.kind, p.entry) for p in check(store).problems} == {("changed", 1), ("changed", 2)}
        assert check(store).guards == ()
