"""A check names every entry that was changed, dropped, reordered or cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.stores import PASSPHRASE, entry, every_store, new_store

from habeas.claims.ledger import NewEntry, Tree, commit
from habeas.store.check import CheckResult, check, stray_bodies
from habeas.store.open import open_store

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
    raw = sqlcipher.connect(path)
    if passphrase:
        raw.execute("PRAGMA key = '" + passphrase.replace("'", "''") + "'")
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    how(raw)
    raw.commit()
    raw.close()
    store = open_store(path, passphrase=passphrase)
    try:
        return check(store)
    finally:
        store.close()


def found(result: CheckResult) -> set[tuple[str, int]]:
    assert result.ok == (not result.problems)
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

    assert found(tampered(filled(tmp_path), forge)) == {("changed", 6)}


def test_an_expunged_entry_forged_into_the_file_is_named(tmp_path: Path) -> None:
    def forge(raw: sqlcipher.Connection) -> None:
        raw.execute("UPDATE entries SET kind = 'expunged', names = 'clm_2' WHERE sequence = 6")
        raw.execute("DELETE FROM bodies WHERE id = 'clm_2'")

    assert ("changed", 6) in found(tampered(filled(tmp_path), forge))


def test_an_expunged_entry_keeps_to_the_body_it_names(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1), entry(2)])
        store.expunge(["clm_1"], [NewEntry("exp_1", "expunged", b"{}", names="clm_1")], store.clock())
        path = store.path

    def redirect(raw: sqlcipher.Connection) -> None:
        raw.execute("UPDATE entries SET names = 'clm_2' WHERE id = 'exp_1'")
        raw.execute("DELETE FROM bodies WHERE id = 'clm_2'")

    assert not tampered(path, redirect).ok


def test_a_body_put_in_past_the_ledger_is_seen(tmp_path: Path) -> None:
    path = filled(tmp_path)
    tampered(path, lambda raw: raw.execute("INSERT INTO bodies (id, salt, data) VALUES ('clm_77', x'00', x'00')"))
    store = open_store(path)
    assert stray_bodies(store) == 1
    store.close()


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(n, b"y" * 4000) for n in range(50)])
        path = Path(store.path)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 20000] = b"\xff" * 20000
    path.write_bytes(bytes(data))
    store = open_store(str(path))
    assert not check(store).ok
    store.close()


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
    assert result.ok == (forged == original)


def test_without_its_accounts_file_a_register_still_checks(tmp_path: Path) -> None:
    path = filled(tmp_path)
    for side in tmp_path.glob("*.accounts*"):
        side.unlink()
    store = open_store(path)
    assert check(store).ok
    store.close()
