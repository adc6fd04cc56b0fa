"""Stores to run one test on: SQLite with and without a passphrase, and PostgreSQL where one is offered."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import make_url, text

from habeas.claims.entries import Stamp, new_entry
from habeas.claims.ledger import NewEntry
from habeas.store.connect import connect
from habeas.store.open import create
from habeas.store.store import Store

PASSPHRASE = "it's a secret; really"
POSTGRES = os.environ.get("HABEAS_TEST_POSTGRES", "")
_NO_SERVER = pytest.mark.skipif(not POSTGRES, reason="HABEAS_TEST_POSTGRES names no database")

#: Runs a test once for each kind of store; `with new_store(kind, tmp_path) as store` gives it an empty one.
every_store: Callable[[Callable[..., Any]], Any] = pytest.mark.parametrize(
    "kind", ["plain", "encrypted", pytest.param("postgres", marks=_NO_SERVER)]
)
#: Runs a test once for each kind of file.
every_file: Callable[[Callable[..., Any]], Any] = pytest.mark.parametrize("kind", ["plain", "encrypted"])
on_postgres = _NO_SERVER


def passphrase_of(kind: str) -> str | None:
    return PASSPHRASE if kind == "encrypted" else None


@contextmanager
def new_store(kind: str, folder: Path) -> Iterator[Store]:
    """An empty register of invented people; on PostgreSQL in a schema of its own, gone afterwards."""
    if kind == "postgres":
        with _own_schema() as url, create(url, invented=True) as store:
            yield store
        return
    with create(str(folder / "invented.habeas"), passphrase=passphrase_of(kind), invented=True) as store:
        yield store


@contextmanager
def _own_schema() -> Iterator[str]:
    schema = f"habeas_{secrets.token_hex(6)}"
    engine = connect(POSTGRES, None)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
        yield url.render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()


def raw(path: str, passphrase: str | None = None) -> sqlcipher.Connection:
    """The file as somebody opens it who does not use this software."""
    connection = sqlcipher.connect(path)
    if passphrase:
        connection.execute("PRAGMA key = '" + passphrase.replace("'", "''") + "'")
    return connection


def entry(number: int, data: bytes | None = None, kind: str = "claim") -> NewEntry:
    return NewEntry(f"clm_{number}", kind, data if data is not None else f"invented {number}".encode())


def expunging(store: Store, number: int) -> NewEntry:
    """The entry that says the body of entry `number` was expunged."""
    return new_entry(store.key, "expunged", {"entry": f"clm_{number}"}, Stamp("act_1", store.clock()))
