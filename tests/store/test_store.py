"""A store keeps what was appended, once, in order, and gives nothing up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlcipher3.dbapi2 import Error as SqlcipherError
from tests.store.stores import entry, every_store, expunging, new_store, on_postgres, passphrase_of, raw

from habeas.claims.ledger import NewEntry, Tree, commit
from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.store import appending
from habeas.store.check import check
from habeas.store.open import open_store
from habeas.store.store import Store

batches = st.lists(
    st.lists(
        st.tuples(st.integers(0, 12), st.sampled_from(("claim", "mention", "bytes")), st.binary(max_size=40)),
        max_size=6,
    ),
    max_size=4,
)


def appended(store: Store, *numbers: int) -> None:
    store.append([entry(n) for n in numbers])


@settings(max_examples=20, deadline=None)
@given(batches)
def test_what_was_appended_is_read_back_once_and_in_order(told: list[list[tuple[int, str, bytes]]]) -> None:
    expected: dict[str, tuple[str, bytes]] = {}
    with TemporaryDirectory() as folder, new_store("plain", Path(folder)) as store:
        for batch in told:
            new = [NewEntry(f"id_{n}", kind, data) for n, kind, data in batch]
            first_of_batch = {e.id: (e.kind, e.data) for e in reversed(new)}
            fresh = {i: said for i, said in first_of_batch.items() if i not in expected}
            assert store.append(new) == len(fresh)
            expected |= fresh
        found = list(store.bodies())
        assert {b.id: (b.kind, b.data) for b in found} == expected
        assert [b.sequence for b in found] == list(range(1, len(expected) + 1))
        assert check(store).ok


@every_store
def test_a_store_reads_back_after_it_was_closed(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        appended(store, 1, 2)
        store.close()
        with open_store(store.path, passphrase=passphrase_of(kind)) as again:
            assert again.key == store.key
            assert again.head() == store.head()
            assert again.invented
            assert again.notices == []
            assert [b.data for b in again.bodies()] == [b"invented 1", b"invented 2"]


@every_store
def test_the_same_entry_twice_is_one(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        assert store.append([entry(1), entry(1)]) == 1
        head = store.head()
        assert store.append([entry(1)]) == 0
        assert store.head() == head
        assert store.has(["clm_1", "clm_2"]) == {"clm_1"}


@every_store
def test_more_entries_than_one_statement_can_name_are_found(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        many = [entry(n) for n in range(1201)]
        assert store.append(many) == 1201
        assert store.append(many) == 0
        assert len(store.has(e.id for e in many)) == 1201


@every_store
def test_a_batch_put_in_by_parts_is_one_batch(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appending, "_AT_A_TIME", 3)
    with new_store(kind, tmp_path) as store:
        appended(store, *range(8))
        appended(store, *range(10))
        assert [body.id for body in store.bodies()] == [entry(n).id for n in range(10)]
        assert store.head().size == 10
        assert check(store).ok


@every_store
def test_the_root_is_that_of_the_tree_over_salted_commitments(kind: str, tmp_path: Path) -> None:
    tree = Tree()
    with new_store(kind, tmp_path) as store:
        appended(store, 1, 2)
        appended(store, 3)
        for body in store.bodies():
            tree.append(commit(body.salt, body.sequence, body.kind, body.data or b""))
        assert store.head().root == tree.root()
        assert store.head().size == 3


@every_store
def test_equal_contents_have_unlike_commitments(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        store.append([entry(1, b"same"), entry(2, b"same")])
        one, other = store.entries()
        assert one.commitment != other.commitment


@every_store
def test_bodies_can_be_asked_for_by_kind_and_place(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        store.append([entry(1, kind="mention"), entry(2), entry(3)])
        assert [b.id for b in store.bodies(["claim"])] == ["clm_2", "clm_3"]
        assert [b.id for b in store.bodies(after=2)] == ["clm_3"]
        assert [e.id for e in store.entries(after=1)] == ["clm_2", "clm_3"]
        found = store.body("clm_1")
        assert found is not None
        assert found.data == b"invented 1"
        assert store.body("clm_9") is None


@every_store
def test_the_clock_never_runs_backwards(kind: str, tmp_path: Path) -> None:
    later = datetime(2100, 1, 1, tzinfo=UTC)
    with new_store(kind, tmp_path) as store:
        store.append([entry(1)], later)
        assert store.clock() == later
        with pytest.raises(InputRefused, match="never runs backwards"):
            store.append([entry(2)], later - timedelta(seconds=1))
        assert store.head().size == 1


@every_store
def test_drafts_wait_until_they_are_settled(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        store.settle([], [], None, [("drf_2", b"two"), ("drf_1", b"one")])
        store.settle([], [], None, [("drf_1", b"one")])
        assert store.pending_drafts() == [("drf_2", b"two"), ("drf_1", b"one")]
        assert store.settle([entry(1)], ["drf_2"], store.clock()) == 1
        assert store.pending_drafts() == [("drf_1", b"one")]


@every_store
def test_an_expunged_body_is_gone_and_its_place_still_checks(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        appended(store, 1, 2)
        assert store.expunge(["clm_1"], [expunging(store, 1)], store.clock()) == 1
        gone = store.body("clm_1")
        assert gone is not None
        assert gone.data is None
        assert [b.data for b in store.bodies(["claim"])] == [None, b"invented 2"]
        assert check(store).ok


@every_store
def test_a_body_that_no_entry_names_is_not_expunged_and_nothing_is_entered(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        appended(store, 1, 2)
        with pytest.raises(CannotOpen, match=r"only grows|expunged entry names it"):
            store.expunge(["clm_1", "clm_2"], [expunging(store, 1)], store.clock())
        assert store.head().size == 2
        assert [b.data for b in store.bodies()] == [b"invented 1", b"invented 2"]


def test_what_was_expunged_stays_nowhere_on_the_disk(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1, b"Hanna Vydumka wrote " * 2000), entry(2, b"Hanna Vydumka again")])
        store.expunge(["clm_1", "clm_2"], [expunging(store, 1), expunging(store, 2)], store.clock())
        assert store.notices == []
        assert [file.name for file in tmp_path.iterdir() if b"Vydumka" in file.read_bytes()] == []


def test_an_expunging_that_a_reader_delays_says_where_the_words_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habeas.store.connect.PATIENCE", 1)
    with new_store("plain", tmp_path) as store:
        store.append([entry(1, b"Hanna Vydumka"), *(entry(n) for n in range(2, 500))])
        with open_store(store.path) as reader:
            reading = reader.bodies()
            next(reading)
            store.expunge(["clm_1"], [expunging(store, 1)], store.clock())
            assert "invented.habeas-wal" in store.notices[0]


FORBIDDEN = (
    "UPDATE entries SET kind = 'note'",
    "UPDATE bodies SET data = salt",
    "UPDATE heads SET size = 7",
    "DELETE FROM entries",
    "DELETE FROM bodies",
    "DELETE FROM heads",
)
REPLACING = (
    "INSERT OR REPLACE INTO bodies (id, salt, data) VALUES ('clm_1', x'00', x'00')",
    "INSERT OR REPLACE INTO entries (sequence, id, kind, commitment) VALUES (1, 'clm_9', 'claim', x'00')",
    "INSERT OR REPLACE INTO entries (sequence, id, kind, commitment) VALUES (9, 'clm_1', 'claim', x'00')",
    "INSERT OR REPLACE INTO heads (size, root, peaks, recorded_at) VALUES (1, x'00', x'00', '')",
)


ON_POSTGRES = (
    "TRUNCATE bodies",
    "TRUNCATE entries CASCADE",
    "TRUNCATE heads",
    "INSERT INTO heads SELECT size, root, peaks, 'x' FROM heads ON CONFLICT (size) DO UPDATE SET recorded_at = 'x'",
    # a table that only stands in for the ledger's own does not open the way
    "CREATE TEMPORARY TABLE entries AS SELECT 'expunged' AS kind, 'clm_1' AS names; DELETE FROM bodies",
)


def forced(store: Store, statement: str) -> None:
    with store.engine.begin() as connection:
        connection.execute(text(statement))


@every_store
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_ledger_refuses_to_be_rewritten(kind: str, statement: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        appended(store, 1)
        with pytest.raises((DBAPIError, SqlcipherError), match=r"only grows|expunged"):
            forced(store, statement)
        assert check(store).ok


@pytest.mark.parametrize("statement", REPLACING)
def test_the_ledger_refuses_to_be_replaced_row_by_row(statement: str, tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        appended(store, 1)
        with pytest.raises((DBAPIError, SqlcipherError), match="already there"):
            forced(store, statement)
        assert check(store).ok


@on_postgres
@pytest.mark.parametrize("statement", ON_POSTGRES)
def test_postgresql_has_no_way_around_the_guards(statement: str, tmp_path: Path) -> None:
    with new_store("postgres", tmp_path) as store:
        appended(store, 1)
        with pytest.raises(DBAPIError, match="only grows"):
            forced(store, statement)
        assert check(store).ok


@every_store
def test_a_body_needs_its_entry(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store, pytest.raises((DBAPIError, SqlcipherError), match=r"(?i)foreign key"):
        forced(store, "INSERT INTO bodies (id, salt, data) VALUES ('clm_1', '', '')")


@every_store
def test_an_interrupted_batch_leaves_nothing_and_can_be_done_again(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_store(kind, tmp_path) as store:
        appended(store, 1)
        head = store.head()

        def interrupted(tree: Tree) -> bytes:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(Tree, "packed", interrupted)  # asked for once the rows are in
            with pytest.raises(KeyboardInterrupt):
                appended(store, 2, 3)
        assert store.head() == head
        assert [b.id for b in store.bodies()] == ["clm_1"]
        assert check(store).ok
        assert store.append([entry(2), entry(3)]) == 2


@every_store
def test_drafts_stay_on_the_desk_when_their_decision_cannot_be_entered(kind: str, tmp_path: Path) -> None:
    later = datetime(2100, 1, 1, tzinfo=UTC)
    with new_store(kind, tmp_path) as store:
        store.append([entry(1)], later)
        store.settle([], [], None, [("drf_1", b"one")])
        with pytest.raises(InputRefused):
            store.settle([entry(2)], ["drf_1"], later - timedelta(days=1))
        assert store.pending_drafts() == [("drf_1", b"one")]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        appended(store, 1)
        head = store.head()
        lent = store.engine.raw_connection()
        lent.cursor().execute("PRAGMA max_page_count = 40")  # as if the disk ended there
        lent.close()
        with pytest.raises(CannotOpen, match=r"disk is full; nothing was written"):
            store.append([entry(n, b"z" * 5000) for n in range(2, 200)])
        assert store.head() == head
        assert [b.id for b in store.bodies()] == ["clm_1"]
        assert check(store).ok


@every_store
def test_a_second_writer_is_told_to_wait(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habeas.store.connect.PATIENCE", 1)
    monkeypatch.setattr("habeas.store.store.PATIENCE", 1)
    with new_store(kind, tmp_path) as store, open_store(store.path, passphrase=passphrase_of(kind)) as other:
        head = store.head()

        def told_to_wait(connection: Connection, batch: object, recorded_at: object) -> int:
            with pytest.raises(CannotOpen, match="another process is writing"):
                other.settle([], [], None, [("drf_1", b"one")])
            return 0

        with monkeypatch.context() as patched:
            patched.setattr("habeas.store.appending.append", told_to_wait)
            store.append([entry(1)])
        assert other.head() == head
        assert other.append([entry(1)]) == 1


def test_entries_stay_entered_when_the_accounts_file_cannot_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habeas.store.connect.PATIENCE", 1)
    with new_store("plain", tmp_path) as store:
        appended(store, 1)
        holder = raw(f"{store.path}.accounts")
        holder.execute("BEGIN IMMEDIATE")
        assert store.append([entry(2)]) == 1
        holder.rollback()
        holder.close()
        assert "could not be kept" in store.notices[0]
        kept = store.accounts.remembered()
        assert kept is not None
        assert kept[0] == 1
        assert check(store).ok
