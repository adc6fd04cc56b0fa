"""The tables of a register, and the triggers that make the ledger append-only.

`INSERT OR REPLACE` slips past UPDATE and DELETE triggers, so a guard before INSERT refuses an id or sequence already there.
A body goes only when an `expunged` entry names it.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

FORMAT_VERSION = 1

metadata = MetaData()

entries = Table(
    "entries", metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("names", Text, nullable=True),
)  # fmt: skip

bodies = Table(
    "bodies", metadata,
    Column("id", Text, ForeignKey("entries.id"), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

heads = Table(
    "heads", metadata,
    Column("size", Integer, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    Column("peaks", LargeBinary, nullable=False),
    Column("recorded_at", Text, nullable=False),
)  # fmt: skip

drafts = Table(
    "drafts", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", LargeBinary, nullable=False))

actors = Table(
    "actors", MetaData(), Column("id", Text, primary_key=True), Column("name", Text, nullable=False, unique=True)
)

last_head = Table(
    "last_head", actors.metadata,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("size", Integer, nullable=False),
    Column("root", LargeBinary, nullable=False),
)  # fmt: skip

KEPT = ("entries", "bodies", "heads")

#: The guards on SQLite, by name, exactly as SQLite keeps them.
SQLITE_GUARDS = {
    **{
        f"{table}_no_update": f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, 'the ledger only grows: {table}'); END"
        for table in KEPT
    },
    **{
        f"{table}_no_delete": f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, 'the ledger only grows: {table}'); END"
        for table in ("entries", "heads")
    },
    "bodies_no_delete": "CREATE TRIGGER bodies_no_delete BEFORE DELETE ON bodies"
    " WHEN NOT EXISTS (SELECT 1 FROM entries WHERE kind = 'expunged' AND names = OLD.id)"
    " BEGIN SELECT RAISE(ABORT, 'a body goes only when an expunged entry names it'); END",
    "entries_no_replace": "CREATE TRIGGER entries_no_replace BEFORE INSERT ON entries"
    " WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id OR sequence = NEW.sequence)"
    " BEGIN SELECT RAISE(ABORT, 'entry already there'); END",
    "bodies_no_replace": "CREATE TRIGGER bodies_no_replace BEFORE INSERT ON bodies WHEN EXISTS (SELECT 1 FROM bodies WHERE id = NEW.id)"
    " BEGIN SELECT RAISE(ABORT, 'body already there'); END",
    "heads_no_replace": "CREATE TRIGGER heads_no_replace BEFORE INSERT ON heads WHEN EXISTS (SELECT 1 FROM heads WHERE size = NEW.size)"
    " BEGIN SELECT RAISE(ABORT, 'head already there'); END",
}

# The ledger's own schema is named: whoever may make a temporary table called `entries` must not stand in for it.
GUARD_BODY = """
DECLARE named boolean;
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'bodies' THEN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.entries WHERE kind = ''expunged'' AND names = $1)', TG_TABLE_SCHEMA)
      INTO named USING OLD.id;
    IF named THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'the ledger only grows: %', TG_TABLE_NAME;
END
"""
#: What every guard on PostgreSQL does.
GUARD_FUNCTION = f"CREATE OR REPLACE FUNCTION habeas_refuse() RETURNS trigger LANGUAGE plpgsql AS $${GUARD_BODY}$$"
#: The guards on PostgreSQL, by name.
POSTGRES_GUARDS = {
    f"{table}_{name}": f"CREATE TRIGGER {table}_{name} BEFORE {when} ON {table} FOR EACH {each} EXECUTE FUNCTION habeas_refuse()"
    for table in KEPT
    for name, when, each in (("guard", "UPDATE OR DELETE", "ROW"), ("whole", "TRUNCATE", "STATEMENT"))
}
INDEX = "CREATE INDEX entries_names ON entries (names) WHERE names IS NOT NULL"


def as_bytes(value: object) -> bytes:
    """A column's bytes, also where somebody put something else in past the ledger: SQLite keeps whatever it is given."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else b""
