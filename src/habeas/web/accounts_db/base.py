"""Django's SQLite backend over sqlcipher3: accounts and sessions lie in `REG.accounts`, encrypted like the register itself.

A connection is had from the register on the shelf, which knows the passphrase; nothing of it is kept in Django's settings.
"""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Mapping
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from habeas.web.shelf import Shelf, the_shelf

# as Django registers them with Python's own driver
sqlcipher.register_converter("bool", b"1".__eq__)
sqlcipher.register_converter("date", lambda text: parse_date(text.decode()))
sqlcipher.register_converter("time", lambda text: parse_time(text.decode()))
sqlcipher.register_converter("datetime", lambda text: parse_datetime(text.decode()))
sqlcipher.register_converter("timestamp", lambda text: parse_datetime(text.decode()))
sqlcipher.register_adapter(decimal.Decimal, str)
sqlcipher.register_adapter(datetime.date, lambda day: day.isoformat())
sqlcipher.register_adapter(datetime.datetime, lambda moment: moment.isoformat(" "))


_placed: Any = base.SQLiteCursorWrapper.convert_query  # type: ignore[attr-defined]  # its stubs leave it out


class Cursor(sqlcipher.Cursor):  # type: ignore[misc]  # the driver has no types
    """Takes the placeholders that Django writes."""

    def execute(self, query: str, params: Any = None) -> Any:
        """One statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(_placed(self, query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        """One statement for each set of values, which are sequences."""
        return super().executemany(_placed(self, query), list(param_list))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the accounts of whatever is on the shelf."""

    Database = sqlcipher
    _of: Shelf | None = None

    def ensure_connection(self) -> None:
        """Connect, anew where another register has been put on the shelf."""
        if self.connection is not None and self._of is not the_shelf():
            self.close()
        super().ensure_connection()

    def connected(self, conn_params: dict[str, Any]) -> Any:
        """A connection opened by the register's own store. Raises CannotOpen."""
        self._of = the_shelf()
        detect = sqlcipher.PARSE_DECLTYPES | sqlcipher.PARSE_COLNAMES
        connection = self._of.register.store.accounts.connection(detect)
        register_functions(connection)
        return connection

    get_new_connection = connected  # Django's name for it

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that takes Django's placeholders."""
        return self.connection.cursor(factory=Cursor)
