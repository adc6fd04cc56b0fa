"""Stores to run one test on: SQLite with and without a passphrase, and PostgreSQL where one is offered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from habeas.claims.ledger import NewEntry
from habeas.store.connect import connect
from habeas.store.open import create
from habeas.store.store import Store

PASSPHRASE = "it's a secret; really"
_SERVER = os.environ.get("HABEAS_TEST_POSTGRES", "")
# tests run side by side: each worker keeps to a schema of its own
_SCHEMA = f"habeas_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
POSTGRES = f"{_SERVER}?options=-csearch_path%3D{_SCHEMA}" if _SERVER else ""
KINDS = ("plain", "encrypted", "postgres")

every_store: Callable[[Callable[..., Any]], Any] = pytest.mark.parametrize(
    "kind",
    [
        "plain",
        "encrypted",
        pytest.param(
            "postgres", marks=pytest.mark.skipif(not POSTGRES, reason="HABEAS_TEST_POSTGRES names no database")
        ),
    ],
)


def passphrase_of(kind: str) -> str | None:
    return PASSPHRASE if kind == "encrypted" else None


def path_of(kind: str, folder: Path) -> str:
    return POSTGRES if kind == "postgres" else str(folder / "invented.habeas")


@contextmanager
def new_store(kind: str, folder: Path) -> Iterator[Store]:
    """An empty register of invented people."""
    if kind == "postgres":
        _emptied()
    store = create(path_of(kind, folder), passphrase=passphrase_of(kind), invented=True)
    try:
        yield store
    finally:
        store.close()


def _emptied() -> None:
    engine = connect(_SERVER, None)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {_SCHEMA}"))
    engine.dispose()


def entry(number: int, data: bytes | None = None, kind: str = "claim") -> NewEntry:
    return NewEntry(f"clm_{number}", kind, data if data is not None else f"invented {number}".encode())
