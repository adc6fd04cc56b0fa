"""One decorator that runs a store test on every back end: SQLite plain and encrypted, and PostgreSQL where a server is found."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from habeas.store.open import create
from habeas.store.store import Store

POSTGRES = os.environ.get("HABEAS_TEST_POSTGRES")
Test = Callable[..., None]
WITHOUT = pytest.mark.skipif(not POSTGRES, reason="no PostgreSQL server: HABEAS_TEST_POSTGRES is not set")


def every_store(test: Test) -> Test:
    """Give the test a `backend` for each back end; open it with `fresh`."""
    backends = ["sqlite", "sqlite, encrypted", pytest.param("postgresql", marks=WITHOUT)]
    return pytest.mark.parametrize("backend", backends)(test)


@contextmanager
def fresh(backend: str, folder: Path) -> Iterator[Store]:
    """An empty store of its own."""
    if backend == "postgresql":
        with _postgres() as url:
            store = create(url, invented=True)
            yield store
            store.close()
        return
    passphrase = "correct horse" if "encrypted" in backend else None
    store = create(str(folder / f"r{secrets.token_hex(3)}.habeas"), passphrase=passphrase, invented=True)
    yield store
    store.close()


@contextmanager
def _postgres() -> Iterator[str]:
    schema = f"t{secrets.token_hex(6)}"
    engine = create_engine(str(POSTGRES))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        yield f"{POSTGRES}?options=-csearch_path%3D{schema}"
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()
