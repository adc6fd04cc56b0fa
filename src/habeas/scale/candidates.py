"""Which pairs are worth comparing: those that share a key by one of several rules.

Comparing everybody with everybody is out of the question beyond some thousands, and a key that thousands share says nothing: such a pair
would need more to go by, which the rules with a birth date or a place ask for. So each rule leaves out keys that more than `most` records share.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from habeas.scale.comparisons import TO_COMPARE

#: Columns that hold one of several readings, each of which is tried, and values made from others.
_EVERY = {name: f"(SELECT unnest({name}_all) AS one_{name})" for name in ("skeleton", "given", "father", "place")}
#: The consonants, and the consonants with any one of them left out: two that differ by one slip have one of these in common.
_NEAR = (
    "(SELECT unnest(list_distinct(list_append(list_transform(range(1, length(skeleton) + 1), "
    "lambda i: substr(skeleton, 1, i - 1) || substr(skeleton, i + 1)), skeleton))) AS near WHERE length(skeleton) > 3)"
)


_HASH = "key_hash"
#: About so many records' keys are joined at once.
ROWS_AT_ONCE = 250_000


@dataclass(frozen=True, slots=True)
class Rule:
    """Records that agree in all `columns` are compared, unless more than `most` do."""

    columns: tuple[str, ...]
    most: int


RULES = (
    Rule(("skeleton", "given"), 100),
    Rule(("skeleton", "given", "place"), 300),
    Rule(("skeleton", "given", "father"), 300),
    Rule(("skeleton", "year"), 300),
    Rule(("given", "year", "month", "day"), 300),
    Rule(("beginning", "year", "month", "day"), 300),
    Rule(("given", "father", "year"), 100),
    Rule(("given", "year", "place", "beginning"), 100),
    Rule(("given", "father", "place", "beginning"), 100),
    # slips: of a consonant of the surname, or anywhere in the given name of somebody whose surname is rare
    Rule(("near", "given", "year"), 100),
    Rule(("near", "given"), 40),
    Rule(("skeleton",), 30),
)


def candidate_pairs(connection: duckdb.DuckDBPyConnection) -> int:
    """Makes the table `candidates` of pairs of `records`, each once: join_key_l the lower row, join_key_r. How many there are.

    Keys are taken in portions, so that a million records need no more memory than some hundred thousand.
    """
    rows = connection.table("records").count("*").fetchall()[0][0]
    portions = -(-rows // ROWS_AT_ONCE)
    connection.execute("CREATE TABLE found (join_key_l INTEGER, join_key_r INTEGER)")
    for rule in RULES:
        for portion in range(portions):
            connection.execute(f"INSERT INTO found {_pairs(rule, f'{_HASH} % {portions} = {portion}')}")
    connection.execute("CREATE TABLE candidates AS SELECT DISTINCT join_key_l, join_key_r FROM found")
    connection.execute("DROP TABLE found")
    return int(connection.table("candidates").count("*").fetchall()[0][0])


def _pairs(rule: Rule, portion: str) -> str:
    tables, values = ["records"], []
    for column in rule.columns:
        if column in _EVERY:
            tables.append(_EVERY[column])
            values.append(f"one_{column}")
        elif column == "near":
            tables.append(_NEAR)
            values.append("near")
        elif column == "beginning":
            values.append("substr(skeleton, 1, 2)")
        else:
            values.append(column)
    told = " AND ".join(f"{value} IS NOT NULL" for value in values)
    # nothing in it comes from outside: columns, tables and rules of this package
    return (
        f"WITH every AS (SELECT unique_id, hash({', '.join(values)}) AS {_HASH} FROM {', '.join(tables)} WHERE {told}), "  # noqa: S608
        f"keyed AS MATERIALIZED (SELECT * FROM every WHERE {portion}), "
        f"shared AS (SELECT {_HASH} FROM keyed GROUP BY ALL HAVING count(*) BETWEEN 2 AND {rule.most}), "
        f"few AS MATERIALIZED (SELECT * FROM keyed SEMI JOIN shared USING ({_HASH})), "
        f"pairs AS (SELECT DISTINCT one.unique_id AS a, other.unique_id AS b FROM few one JOIN few other USING ({_HASH}) "
        "WHERE one.unique_id < other.unique_id) "
        f"SELECT a, b FROM pairs JOIN records l ON l.unique_id = a JOIN records r ON r.unique_id = b WHERE {TO_COMPARE}"
    )
