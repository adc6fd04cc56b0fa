"""The accounts file knows who is who, and is a register's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.stores import PASSPHRASE, entry, every_store, new_store, passphrase_of

from habeas.kernel.errors import CannotOpen
from habeas.store.open import open_store


@every_store
def test_an_actor_keeps_one_opaque_id(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        first = store.actor_id("Hanna Vydumka")
        assert store.actor_id("Hanna Vydumka") == first
        assert store.actor_id("Yan Kazachny") != first
        assert "Hanna" not in first
        with open_store(store.path, passphrase=passphrase_of(kind)) as again:
            assert again.actor_id("Hanna Vydumka") == first


@every_store
def test_where_the_ledger_stood_is_kept_after_every_act(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        for number in range(1, 4):
            store.append([entry(number)])
            assert store.accounts.remembered() == (number, store.head().root)


@every_store
def test_nothing_is_remembered_that_was_not_entered(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_store(kind, tmp_path) as store:
        store.append([entry(1)])
        kept = store.accounts.remembered()

        def refused(*_: object) -> int:
            raise CannotOpen("the disk is full")

        monkeypatch.setattr("habeas.store.appending.append", refused)
        with pytest.raises(CannotOpen):
            store.append([entry(2)])
        assert store.accounts.remembered() == kept


def test_an_accounts_file_under_another_passphrase_is_named(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        plain = Path(f"{store.path}.accounts")
    (tmp_path / "other").mkdir()
    with new_store("encrypted", tmp_path / "other") as store:
        path = store.path
    Path(f"{path}.accounts").write_bytes(plain.read_bytes())
    with pytest.raises(CannotOpen, match=r"invented\.habeas\.accounts: wrong passphrase"):
        open_store(path, passphrase=PASSPHRASE)
