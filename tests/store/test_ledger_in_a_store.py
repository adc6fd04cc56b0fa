"""The ledger only grows, gives back what was put in, and notices every kind of damage."""

import os
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tests.store.on_every_store import every_store, fresh

from habeas.claims.ledger import NewEntry
from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.store.backup import backup, restore
from habeas.store.check import check
from habeas.store.connect import refuse_network
from habeas.store.open import create, open_store
from habeas.store.store import Store

MOMENT = datetime(2030, 1, 1, 12, tzinfo=UTC)


def entries(first: int, last: int) -> list[NewEntry]:
    return [NewEntry(f"clm_{n}", "claim", b'{"n":%d}' % n) for n in range(first, last)]


@every_store
def test_what_is_appended_is_read_back_in_order(backend: str, tmp_path: Path) -> None:
    with fresh(backend, tmp_path) as store:
        assert store.append(entries(0, 5), MOMENT) == 5
        assert [b.data for b in store.bodies()] == [e.data for e in entries(0, 5)]
        assert [e.sequence for e in store.entries()] == [1, 2, 3, 4, 5]
        assert check(store).ok


@every_store
def test_the_same_entry_twice_is_one(backend: str, tmp_path: Path) -> None:
    with fresh(backend, tmp_path) as store:
        store.append(entries(0, 3), MOMENT)
        head = store.head()
        assert store.append([*entries(0, 3), *entries(0, 1)], MOMENT) == 0
        assert store.head() == head


@every_store
def test_the_clock_never_runs_backwards(backend: str, tmp_path: Path) -> None:
    with fresh(backend, tmp_path) as store:
        store.append(entries(0, 1), MOMENT)
        with pytest.raises(InputRefused, match="never runs backwards"):
            store.append(entries(1, 2), MOMENT - timedelta(seconds=1))
        assert store.head().size == 1
        assert store.clock() >= MOMENT


@every_store
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET kind = 'other'",
        "UPDATE bodies SET data = 'x'",
        "UPDATE heads SET root = 'x'",
        "DELETE FROM entries",
        "DELETE FROM heads",
        "DELETE FROM bodies",
    ],
)
def test_nothing_is_changed_or_removed_through_the_database(backend: str, statement: str, tmp_path: Path) -> None:
    with fresh(backend, tmp_path) as store:
        store.append(entries(0, 2), MOMENT)
        with (
            pytest.raises(DBAPIError, match=r"only grows|expunged entry"),
            store.engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            connection.execute(text(statement))
        assert check(store).ok


def test_insert_or_replace_does_not_slip_past(tmp_path: Path) -> None:
    with fresh("sqlite", tmp_path) as store:
        store.append(entries(0, 2), MOMENT)
        with (
            pytest.raises(DBAPIError, match="already there"),
            store.engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            connection.execute(text("INSERT OR REPLACE INTO bodies SELECT id, salt, 'x' FROM bodies"))


@every_store
def test_a_body_goes_only_with_an_entry_that_says_so(backend: str, tmp_path: Path) -> None:
    with fresh(backend, tmp_path) as store:
        store.append(entries(0, 2), MOMENT)
        store.expunge(["clm_0"], [NewEntry("exp_0", "expunged", b"{}", names="clm_0")], MOMENT)
        assert [b.data for b in store.bodies(["claim"])] == [None, b'{"n":1}']
        assert check(store).ok


@every_store
def test_drafts_wait_in_order_and_leave_when_decided(backend: str, tmp_path: Path) -> None:
    with fresh(backend, tmp_path) as store:
        assert store.add_drafts([("d2", b"2"), ("d1", b"1")]) == 2
        assert store.add_drafts([("d1", b"again")]) == 0
        store.settle(entries(0, 1), ["d2"], MOMENT)
        assert store.pending_drafts() == [("d1", b"1")]
        assert store.head().size == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=12), st.integers(1, 5))
def test_any_bytes_in_any_batches_come_back(bodies: list[bytes], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh("sqlite", Path(folder)) as store:
        made = [NewEntry(f"e{n}", "claim", data) for n, data in enumerate(bodies)]
        for at in range(0, len(made), size):
            store.append(made[at : at + size], MOMENT)
        assert [b.data for b in store.bodies()] == bodies
        assert check(store).ok


class Damaged:
    """A store of six entries in three batches, opened raw with its guards taken off."""

    def __init__(self, folder: Path) -> None:
        self.path = str(folder / "r.habeas")
        store = create(self.path, invented=True)
        for at in (0, 2, 4):
            store.append(entries(at, at + 2), MOMENT)
        store.close()

    def damage(self, *statements: str) -> list[tuple[str, int]]:
        raw = sqlcipher.connect(self.path)
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        raw.commit()
        raw.close()
        store = open_store(self.path)
        try:
            return [(p.kind, p.entry) for p in check(store).problems]
        finally:
            store.close()


@pytest.fixture
def damaged(tmp_path: Path) -> Damaged:
    return Damaged(tmp_path)


def test_a_sound_ledger_has_no_problem(damaged: Damaged) -> None:
    assert damaged.damage() == []


def test_a_changed_body_is_named(damaged: Damaged) -> None:
    assert damaged.damage("UPDATE bodies SET data = 'x' WHERE id = 'clm_2'") == [("changed", 3)]


def test_a_changed_body_with_a_fitting_commitment_is_still_found(damaged: Damaged) -> None:
    found = damaged.damage("UPDATE entries SET commitment = zeroblob(32) WHERE sequence = 3")
    assert ("changed", 3) in found


def test_an_entry_taken_out_of_the_middle_is_named(damaged: Damaged) -> None:
    found = damaged.damage("DELETE FROM bodies WHERE id = 'clm_2'", "DELETE FROM entries WHERE sequence = 3")
    assert ("dropped", 3) in found
    assert all(entry == 3 for _, entry in found)


def test_a_body_gone_without_a_word_is_named(damaged: Damaged) -> None:
    assert damaged.damage("DELETE FROM bodies WHERE id = 'clm_2'") == [("dropped", 3)]


def test_two_entries_that_changed_places_are_named(damaged: Damaged) -> None:
    found = damaged.damage(
        "UPDATE entries SET sequence = 99 WHERE sequence = 2",
        "UPDATE entries SET sequence = 2 WHERE sequence = 5",
        "UPDATE entries SET sequence = 5 WHERE sequence = 99",
    )
    assert ("reordered", 2) in found
    assert ("reordered", 5) in found


def test_a_ledger_cut_off_is_named(damaged: Damaged) -> None:
    found = damaged.damage("DELETE FROM bodies WHERE id = 'clm_5'", "DELETE FROM entries WHERE sequence = 6")
    assert found == [("cut_off", 6)]


def test_a_ledger_cut_off_with_its_heads_is_still_named(damaged: Damaged) -> None:
    found = damaged.damage(
        "DELETE FROM bodies WHERE id IN ('clm_4', 'clm_5')",
        "DELETE FROM entries WHERE sequence > 4",
        "DELETE FROM heads WHERE size > 4",
    )
    assert found == [("cut_off", 5), ("cut_off", 6)]


def test_a_damaged_page_is_said_with_its_remedy(damaged: Damaged) -> None:
    data = bytearray(Path(damaged.path).read_bytes())
    for at in range(4096 * 3, len(data), 4096):
        data[at : at + 2000] = b"\xff" * min(2000, len(data) - at)
    Path(damaged.path).write_bytes(bytes(data))
    with pytest.raises(CannotOpen, match="restore the latest backup"):
        check_once(damaged.path)


def check_once(path: str) -> None:
    store = open_store(path)
    try:
        result = check(store)
    finally:
        store.close()
    if not result.ok:
        raise CannotOpen(result.problems[0].why)


def test_a_wrong_or_missing_passphrase_is_said(tmp_path: Path) -> None:
    path = str(tmp_path / "r.habeas")
    create(path, passphrase="it's one").close()
    open_store(path, passphrase="it's one").close()
    with pytest.raises(CannotOpen, match="wrong passphrase"):
        open_store(path, passphrase="another")
    with pytest.raises(CannotOpen, match="is encrypted"):
        open_store(path)


def test_a_register_of_a_newer_version_is_not_opened(tmp_path: Path) -> None:
    path = str(tmp_path / "r.habeas")
    create(path).close()
    raw = sqlcipher.connect(path)
    raw.execute("UPDATE meta SET value = '99' WHERE key = 'format'")
    raw.commit()
    raw.close()
    with pytest.raises(CannotOpen, match="format 99"):
        open_store(path)


def test_a_network_file_system_is_refused(tmp_path: Path) -> None:
    table = f"proc /proc proc rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n/dev/a / ext4 rw 0 0\n"
    with pytest.raises(CannotOpen, match="nfs4"):
        refuse_network(tmp_path / "r.habeas", table)
    refuse_network(tmp_path / "r.habeas", "/dev/a / ext4 rw 0 0\n")


def test_a_read_only_register_answers_and_takes_nothing_in(tmp_path: Path) -> None:
    path = tmp_path / "r.habeas"
    store = create(str(path))
    store.append(entries(0, 2), MOMENT)
    store.close()
    path.chmod(0o444)
    store = open_store(str(path))
    assert store.head().size == 2
    with pytest.raises(CannotOpen, match="read-only"):
        store.append(entries(2, 3), MOMENT)
    store.close()


def test_a_backup_restores_and_a_damaged_one_does_not(tmp_path: Path) -> None:
    path, out = str(tmp_path / "r.habeas"), str(tmp_path / "backup")
    store = create(path)
    store.append(entries(0, 50), MOMENT)
    head = store.head()
    store.close()
    backup(path, out)
    restore(out, str(tmp_path / "again.habeas"))
    store = open_store(str(tmp_path / "again.habeas"))
    assert store.head() == head
    store.close()
    Path(out).write_bytes(Path(out).read_bytes()[:3000])
    with pytest.raises((InputRefused, CannotOpen)):
        restore(out, str(tmp_path / "third.habeas"))
    assert not (tmp_path / "third.habeas").exists()


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from habeas.claims.ledger import NewEntry
from habeas.store import store as module
from habeas.store.open import open_store
register = open_store(sys.argv[1])
def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)
module.Tree.packed = killed  # called inside the transaction, after the rows were written
register.append([NewEntry(f"late_{n}", "claim", b"{}") for n in range(5000)], datetime(2031, 1, 1, tzinfo=UTC))
"""


def test_a_kill_in_the_middle_of_an_append_leaves_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "r.habeas")
    store = create(path)
    store.append(entries(0, 3), MOMENT)
    store.close()
    done = subprocess.run([sys.executable, "-c", KILLED, path], check=False, env={**os.environ}, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    store = open_store(path)
    assert store.head().size == 3
    assert check(store).ok
    assert isinstance(store, Store)
    store.close()
