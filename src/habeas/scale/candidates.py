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


def candidate_pairs(connection: duckdb.DuckDBPyConnection) -> str:
    """The name of a table of pairs of `records`, as Splink takes them: the lower row first, each pair once."""
    connection.execute("CREATE TABLE candidates (join_key_l INTEGER, join_key_r INTEGER)")
    for rule in RULES:
        connection.execute(f"INSERT INTO candidates {_pairs(rule)}")
    connection.execute(
        "CREATE TABLE blocked AS SELECT DISTINCT '0' AS match_key, join_key_l, join_key_r FROM candidates"
    )
    connection.execute("DROP TABLE candidates")
    return "blocked"


def _pairs(rule: Rule) -> str:
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
    return (
        f"WITH keyed AS (SELECT DISTINCT unique_id, person, side, source, doubtful, hash({', '.join(values)}) AS key "  # noqa: S608
        f"FROM {', '.join(tables)} WHERE {told}), "
        f"shared AS (SELECT key FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND {rule.most}) "
        f"SELECT DISTINCT l.unique_id, r.unique_id FROM keyed l JOIN shared USING (key) JOIN keyed r ON l.key = r.key "
        f"WHERE l.unique_id < r.unique_id AND {TO_COMPARE}"
    )
