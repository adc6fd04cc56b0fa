"""A check names every entry that was changed, dropped, reordered or cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.stores import PASSPHRASE, entry, every_file, every_store, expunging, new_store, passphrase_of, raw

from habeas.claims.entries import Stamp, new_entry
from habeas.claims.ledger import Body, Entry, NewEntry, Tree, commit
from habeas.store.check import CheckResult, check, stray_bodies
from habeas.store.open import open_store
from habeas.store.walk import Walk

Tamper = Callable[[sqlcipher.Connection], object]


def filled(folder: Path, kind: str = "plain") -> str:
    """Six entries in three acts."""
    with new_store(kind, folder) as store:
        store.append([entry(1), entry(2), entry(3)])
        store.append([entry(4)])
        store.append([entry(5), entry(6)])
        return store.path


def tampered(path: str, how: Tamper, passphrase: str | None = None) -> CheckResult:
    """What a check finds once somebody has been at the file, past the triggers."""
    file = raw(path, passphrase)
    for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        file.execute(f"DROP TRIGGER {name}")
    how(file)
    file.commit()
    file.close()
    with open_store(path, passphrase=passphrase) as store:
        return check(store)


def run(*statements: str) -> Tamper:
    """A tampering told as SQL."""

    def how(file: sqlcipher.Connection) -> None:
        for statement in statements:
            file.execute(statement)

    return how


def found(result: CheckResult) -> set[tuple[str, int]]:
    assert result.ok == (not result.problems and not result.guards)
    return {(p.kind, p.entry) for p in result.problems}


@every_store
def test_a_sound_ledger_has_no_problem(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        assert check(store).ok
        store.append([entry(1), entry(2)])
        result = check(store)
        assert (result.ok, result.entries, result.root) == (True, 2, store.head().root.hex())


def test_a_changed_body_is_named(tmp_path: Path) -> None:
    path = filled(tmp_path)
    result = tampered(path, lambda raw: raw.execute("UPDATE bodies SET data = x'00' WHERE id = 'clm_4'"))
    assert found(result) == {("changed", 4)}


def test_a_changed_body_is_named_in_an_encrypted_register(tmp_path: Path) -> None:
    path = filled(tmp_path, "encrypted")
    result = tampered(path, lambda raw: raw.execute("UPDATE bodies SET data = x'00' WHERE id = 'clm_2'"), PASSPHRASE)
    assert found(result) == {("changed", 2)}


def test_a_changed_kind_is_named(tmp_path: Path) -> None:
    result = tampered(filled(tmp_path), lambda raw: raw.execute("UPDATE entries SET kind = 'note' WHERE sequence = 5"))
    assert found(result) == {("changed", 5)}


def test_a_changed_salt_is_named(tmp_path: Path) -> None:
    result = tampered(filled(tmp_path), lambda raw: raw.execute("UPDATE bodies SET salt = x'00' WHERE id = 'clm_1'"))
    assert found(result) == {("changed", 1)}


def test_a_dropped_entry_is_named(tmp_path: Path) -> None:
    def drop(raw: sqlcipher.Connection) -> None:
        raw.execute("DELETE FROM entries WHERE sequence = 3")
        raw.execute("DELETE FROM bodies WHERE id = 'clm_3'")

    assert ("dropped", 3) in found(tampered(filled(tmp_path), drop))


def test_a_dropped_body_is_named(tmp_path: Path) -> None:
    result = tampered(filled(tmp_path), lambda raw: raw.execute("DELETE FROM bodies WHERE id = 'clm_3'"))
    assert found(result) == {("dropped", 3)}


def test_a_dropped_entry_is_named_though_the_rest_was_renumbered(tmp_path: Path) -> None:
    def close_the_gap(raw: sqlcipher.Connection) -> None:
        raw.execute("DELETE FROM entries WHERE sequence = 3")
        raw.execute("DELETE FROM bodies WHERE id = 'clm_3'")
        for number in (4, 5, 6):
            raw.execute("UPDATE entries SET sequence = ? WHERE sequence = ?", (number - 1, number))

    problems = found(tampered(filled(tmp_path), close_the_gap))
    assert {("reordered", 3), ("reordered", 4), ("reordered", 5), ("cut_off", 6)} <= problems


def test_two_entries_that_changed_places_are_named(tmp_path: Path) -> None:
    def swap(raw: sqlcipher.Connection) -> None:
        for old, new in ((2, 99), (5, 2), (99, 5)):
            raw.execute("UPDATE entries SET sequence = ? WHERE sequence = ?", (new, old))

    assert {("reordered", 2), ("reordered", 5)} <= found(tampered(filled(tmp_path), swap))


def test_a_ledger_cut_off_at_its_end_is_found_by_its_own_heads(tmp_path: Path) -> None:
    def cut(raw: sqlcipher.Connection) -> None:
        raw.execute("DELETE FROM entries WHERE sequence > 4")
        raw.execute("DELETE FROM bodies WHERE id IN ('clm_5', 'clm_6')")

    assert found(tampered(filled(tmp_path), cut)) == {("cut_off", 5), ("cut_off", 6)}


def test_a_ledger_cut_off_with_its_heads_is_found_by_the_accounts_file(tmp_path: Path) -> None:
    def cut(raw: sqlcipher.Connection) -> None:
        raw.execute("DELETE FROM entries WHERE sequence > 4")
        raw.execute("DELETE FROM bodies WHERE id IN ('clm_5', 'clm_6')")
        raw.execute("DELETE FROM heads WHERE size > 4")

    assert found(tampered(filled(tmp_path), cut)) == {("cut_off", 5), ("cut_off", 6)}


def test_what_is_left_of_an_act_that_was_cut_off_with_its_head_is_not_called_changed(tmp_path: Path) -> None:
    def cut(raw: sqlcipher.Connection) -> None:
        raw.execute("DELETE FROM entries WHERE sequence = 6")
        raw.execute("DELETE FROM bodies WHERE id = 'clm_6'")
        raw.execute("DELETE FROM heads WHERE size > 3")

    result = tampered(filled(tmp_path), cut)
    assert found(result) == {("cut_off", 6)}
    assert "its heads from entry 4 on are gone too" in result.problems[0].why


def test_a_commitment_rewritten_with_its_body_does_not_give_the_recorded_root(tmp_path: Path) -> None:
    def forge(raw: sqlcipher.Connection) -> None:
        salt = b"\0" * 32
        raw.execute("UPDATE bodies SET salt = ?, data = ? WHERE id = 'clm_4'", (salt, b"forged"))
        forged = commit(salt, 4, "claim", b"forged")
        raw.execute("UPDATE entries SET commitment = ? WHERE sequence = 4", (forged,))

    assert ("changed", 4) in found(tampered(filled(tmp_path), forge))


def test_a_rewritten_last_head_is_found_by_the_accounts_file(tmp_path: Path) -> None:
    def forge(raw: sqlcipher.Connection) -> None:
        raw.execute("UPDATE bodies SET data = ? WHERE id = 'clm_6'", (b"forged",))
        tree = Tree()
        for sequence, kind, salt, data in raw.execute(
            "SELECT e.sequence, e.kind, b.salt, b.data FROM entries e JOIN bodies b ON b.id = e.id ORDER BY 1"
        ).fetchall():
            made = commit(salt, sequence, kind, data)
            raw.execute("UPDATE entries SET commitment = ? WHERE sequence = ?", (made, sequence))
            tree.append(made)
        raw.execute("UPDATE heads SET root = ?, peaks = ? WHERE size = 6", (tree.root(), tree.packed()))

    # which of the two entries of the last act was forged cannot be told: the act is named by its first
    assert found(tampered(filled(tmp_path), forge)) == {("changed", 5)}


def test_an_expunged_entry_forged_into_the_file_is_named(tmp_path: Path) -> None:
    def forge(raw: sqlcipher.Connection) -> None:
        raw.execute("UPDATE entries SET kind = 'expunged', names = 'clm_2' WHERE sequence = 6")
        raw.execute("DELETE FROM bodies WHERE id = 'clm_2'")

    assert ("changed", 6) in found(tampered(filled(tmp_path), forge))


def test_an_expunged_entry_keeps_to_the_body_it_names(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1), entry(2)])
        store.expunge(["clm_1"], [expunging(store, 1)], store.clock())
        path = store.path
    redirected = run("UPDATE entries SET names = 'clm_2' WHERE sequence = 3", "DELETE FROM bodies WHERE id = 'clm_2'")
    assert found(tampered(path, redirected)) == {("dropped", 1), ("changed", 3)}


def test_an_entry_put_in_past_the_ledger_is_named_though_it_fits_itself(tmp_path: Path) -> None:
    def put_in(file: sqlcipher.Connection) -> None:
        salt = b"\0" * 32
        made = commit(salt, 7, "claim", b"forged")
        file.execute("INSERT INTO entries VALUES (7, 'clm_7', 'claim', ?, NULL)", (made,))
        file.execute("INSERT INTO bodies VALUES ('clm_7', ?, ?)", (salt, b"forged"))

    assert found(tampered(filled(tmp_path), put_in)) == {("changed", 7)}


def test_heads_taken_away_are_noticed_though_every_entry_is_there(tmp_path: Path) -> None:
    assert found(tampered(filled(tmp_path), run("DELETE FROM heads WHERE size > 3"))) == {
        ("changed", 4),
        ("changed", 5),
        ("changed", 6),
    }


def test_everything_taken_away_is_cut_off(tmp_path: Path) -> None:
    nothing = run("DELETE FROM bodies", "DELETE FROM entries", "DELETE FROM heads")
    assert found(tampered(filled(tmp_path), nothing)) == {("cut_off", n) for n in range(1, 7)}


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE heads SET root = zeroblob(32) WHERE size = 4", {("changed", 4)}),
        ("UPDATE heads SET peaks = x'00' WHERE size = 3", {("changed", 1)}),
        ("UPDATE heads SET recorded_at = 'once' WHERE size = 4", {("changed", 4)}),
        ("UPDATE heads SET recorded_at = '2001-01-01T00:00:00+00:00' WHERE size = 6", {("changed", 6)}),
        ("UPDATE entries SET commitment = zeroblob(32) WHERE sequence = 3", {("changed", 3)}),
        ("UPDATE entries SET kind = x'ff00' WHERE sequence = 5", {("changed", 5)}),
        ("UPDATE entries SET kind = CAST(x'ff00' AS TEXT) WHERE sequence = 5", {("changed", 5)}),
        ("UPDATE entries SET id = x'ff00' WHERE sequence = 2", {("dropped", 2), ("changed", 0)}),
        ("UPDATE entries SET names = 'clm_1' WHERE sequence = 4", {("changed", 4)}),
        ("UPDATE entries SET sequence = -1 WHERE sequence = 2", {("reordered", -1), ("dropped", 2)}),
        ("UPDATE entries SET sequence = 0 WHERE sequence = 1", {("reordered", 0), ("dropped", 1)}),
        (
            "UPDATE entries SET sequence = 9000000000000000000 WHERE sequence = 6",
            {("reordered", 9000000000000000000), ("dropped", 6)},
        ),
        ("UPDATE bodies SET data = 'text now' WHERE id = 'clm_2'", {("changed", 2)}),
        ("UPDATE bodies SET data = 7 WHERE id = 'clm_2'", {("changed", 2)}),
        ("INSERT INTO bodies (id, salt, data) VALUES ('clm_77', x'00', x'00')", {("changed", 0)}),
    ],
)
def test_a_single_forged_value_is_named_where_it_stands(
    statement: str, expected: set[tuple[str, int]], tmp_path: Path
) -> None:
    assert found(tampered(filled(tmp_path), run(statement))) == expected


def test_entries_that_changed_their_ids_are_named(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        stamp = Stamp("act_1", store.clock())
        one, other = (new_entry(store.key, "mention", {"name": n}, stamp) for n in ("Ivan Nibyta", "Marta Fiktsyya"))
        store.append([one, other])
        assert check(store).ok
        path = store.path
    swap = [
        f"UPDATE {table} SET id = '{new}' WHERE id = '{old}'"
        for table in ("entries", "bodies")
        for old, new in ((one.id, "x"), (other.id, one.id), ("x", other.id))
    ]
    assert found(tampered(path, run(*swap))) == {("changed", 1), ("changed", 2)}


def test_a_captured_file_of_another_make_raises_no_alarm(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        for number, data in enumerate((b'{"content":{"entry":"clm_1"}}', b'{"content":NaN}', b"{" * 100_000)):
            store.append([entry(number, data, kind="bytes")])
        assert check(store).ok


def test_a_forged_later_act_is_named_beside_an_earlier_change(tmp_path: Path) -> None:
    def forge(file: sqlcipher.Connection) -> None:
        file.execute("UPDATE bodies SET data = x'00' WHERE id = 'clm_2'")
        salt = b"\0" * 32
        file.execute("UPDATE bodies SET salt = ?, data = ? WHERE id = 'clm_5'", (salt, b"forged"))
        file.execute("UPDATE entries SET commitment = ? WHERE sequence = 5", (commit(salt, 5, "claim", b"forged"),))

    assert found(tampered(filled(tmp_path), forge)) == {("changed", 2), ("changed", 5)}


def test_a_missing_table_is_a_problem_found(tmp_path: Path) -> None:
    result = tampered(filled(tmp_path), run("DROP TABLE bodies"))
    assert not result.ok
    assert "no such table" in result.problems[0].why


def test_stray_bodies_are_counted(tmp_path: Path) -> None:
    path = filled(tmp_path)
    tampered(path, run("INSERT INTO bodies (id, salt, data) VALUES ('clm_77', x'00', x'00')"))
    with open_store(path) as store:
        assert stray_bodies(store) == 1


def test_a_writer_at_work_raises_no_alarm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(filled(tmp_path)) as store, open_store(store.path) as writer:
        see = Walk.see

        def see_while_another_writes(walk: Walk, entry: Entry, body: Body) -> None:
            if entry.sequence == 1:
                writer.append([NewEntry("clm_99", "claim", b"meanwhile")])
            see(walk, entry, body)

        monkeypatch.setattr(Walk, "see", see_while_another_writes)
        result = check(store)
        assert (result.ok, result.entries, result.problems) == (True, 6, ())
        assert check(store).entries == 7


def test_an_accounts_file_that_lags_behind_raises_no_alarm(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1)])
        head = store.head()
        store.append([entry(2)])
        store.accounts.remember(head.size, head.root)
        assert check(store).ok


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(1, 7)))
def test_whatever_order_entries_are_put_in_each_moved_one_is_named(order: list[int]) -> None:
    def reorder(file: sqlcipher.Connection) -> None:
        for old, new in enumerate(order, start=1):
            file.execute("UPDATE entries SET sequence = ? WHERE sequence = ?", (new + 100, old))
        file.execute("UPDATE entries SET sequence = sequence - 100")

    with TemporaryDirectory() as folder:
        result = tampered(filled(Path(folder)), reorder)
    assert found(result) == {("reordered", new) for old, new in enumerate(order, start=1) if new != old}


def test_a_damaged_page_names_the_entries_that_cannot_be_read_and_the_rest_is_read(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(n, b"y" * 3000) for n in range(1, 41)])
        path = store.path
    file = raw(path)
    (leaf,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'bodies'").fetchone()
    file.close()
    data = bytearray(Path(path).read_bytes())
    pages = [at for at in range(leaf * 4096, len(data), 4096) if data[at] == 0x0D and b"yyy" in data[at : at + 4096]]
    data[pages[-1] : pages[-1] + 4096] = b"\xff" * 4096
    Path(path).write_bytes(bytes(data))
    with open_store(path) as store:
        result = check(store)
    unread = [p for p in result.problems if "cannot be read" in p.why]
    assert unread
    assert len(unread) < 5
    assert all("restore the latest backup" in p.why for p in unread)
    assert {p.kind for p in result.problems} == {"changed"}
    assert result.entries + len(unread) == 40


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 6), st.integers(0, 7), st.integers(0, 255))
def test_no_changed_byte_goes_unseen(number: int, at: int, byte: int) -> None:
    original = f"invented {number}".encode()
    forged = original[:at] + bytes([byte]) + original[at + 1 :]
    with TemporaryDirectory() as folder:
        result = tampered(
            filled(Path(folder)),
            lambda raw: raw.execute("UPDATE bodies SET data = ? WHERE id = ?", (forged, f"clm_{number}")),
        )
    assert (not result.problems) == (forged == original)


@every_file
def test_without_its_accounts_file_a_register_still_checks_and_says_so(kind: str, tmp_path: Path) -> None:
    path = filled(tmp_path, kind)
    Path(f"{path}.accounts").unlink()
    with open_store(path, passphrase=passphrase_of(kind)) as store:
        assert "was missing and was made anew" in store.notices[0]
        assert check(store).ok
    with open_store(path, passphrase=passphrase_of(kind)) as store:
        assert store.notices == []
