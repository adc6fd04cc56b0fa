"""What a desk remembers beside the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from habeas.kernel.errors import CannotOpen
from habeas.store.accounts import Accounts
from habeas.store.desk_items import DeskItem, DeskItems
from habeas.store.open import create, open_store

OFF = DeskItem("alice", date(2024, 7, 1), "the lawyer calls back")


def test_nothing_is_remembered_of_what_nobody_spoke_of(tmp_path: Path) -> None:
    with create(str(tmp_path / "r.habeas")) as store:
        assert DeskItems(store.accounts).every() == {}


@pytest.mark.parametrize("passphrase", [None, "open sesame"])
def test_what_was_said_is_there_when_the_register_is_opened_again(tmp_path: Path, passphrase: str | None) -> None:
    path = str(tmp_path / "r.habeas")
    with create(path, passphrase=passphrase) as store:
        size = store.head().size
        DeskItems(store.accounts).put({"a": OFF, "b": DeskItem("bob")}, "act_1")
        assert store.head().size == size
    with open_store(path, passphrase=passphrase) as store:
        assert DeskItems(store.accounts).every() == {"a": OFF, "b": DeskItem("bob")}


def test_what_is_said_later_goes_before_and_nothing_said_is_forgotten(tmp_path: Path) -> None:
    with create(str(tmp_path / "r.habeas")) as store:
        items = DeskItems(store.accounts)
        items.put({"a": OFF, "b": OFF}, "act_1")
        items.put({"a": DeskItem("bob"), "b": DeskItem()}, "act_2")
        assert items.every() == {"a": DeskItem("bob")}
        items.put({}, "act_2")
        assert items.every() == {"a": DeskItem("bob")}


def test_many_items_are_put_at_once(tmp_path: Path) -> None:
    with create(str(tmp_path / "r.habeas")) as store:
        DeskItems(store.accounts).put({str(n): OFF for n in range(1203)}, "act_1")
        assert len(DeskItems(store.accounts).every()) == 1203


def test_without_an_accounts_file_nothing_is_remembered_and_that_is_said() -> None:
    items = DeskItems(Accounts("nowhere", None))
    assert items.every() == {}
    with pytest.raises(CannotOpen, match="no accounts file"):
        items.put({"a": OFF}, "act_1")
