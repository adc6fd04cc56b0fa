"""Keys as the columns that linkage compares.

A key holds sets of readings; joins need one value. Of each set that reading is taken which most records share, so that spellings of one
name meet; the whole set stays beside it. What is absent is NULL, never an empty text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from habeas.scale.keys import Key, Readings
from habeas.scale.records import Record, persons_of


def table_of(records: Sequence[Record], keys: Sequence[Key], sides: Sequence[int] | None = None) -> pa.Table:
    """One row a record, numbered by its place in `records`. `sides`: only records of two sides are compared; None = all are."""
    places = rarest_word([k.place for k in keys])
    return pa.table({
        "unique_id": pa.array(range(len(records)), pa.int32()),
        "source": pa.array([r.source or None for r in records], pa.string()).dictionary_encode().indices,
        "person": pa.array(persons_of(records), pa.int32()),
        "side": pa.array([None for _ in records] if sides is None else sides, pa.int8()),
        "doubtful": pa.array([r.doubtful for r in records], pa.bool_()),
        **_with_all("surname", [k.surname for k in keys]),
        **_with_all("skeleton", [k.skeleton for k in keys]),
        "main": _texts(k.main for k in keys),
        **_with_all("given", [k.given for k in keys]),
        "given_main": _texts(k.given_main for k in keys),
        **_with_all("father", [k.father for k in keys]),
        "father_main": _texts(min(k.patronymic.stems, default="") if k.patronymic else "" for k in keys),
        "gender": _texts(k.gender for k in keys),
        **_with_all("place", places),
        "year": pa.array([k.born[0] for k in keys], pa.int16()),
        "month": pa.array([k.born[1] for k in keys], pa.int8()),
        "day": pa.array([k.born[2] for k in keys], pa.int8()),
    })  # fmt: skip


def commonest(sets: Sequence[Readings]) -> list[str | None]:
    """Of each set the member that most of the sets hold; the last of equals. None = an empty set."""
    held = Counter(value for values in sets for value in values)
    return [max(values, key=lambda v: (held[v], v)) if values else None for values in sets]


def rarest_word(places: Sequence[Sequence[Readings]]) -> list[Readings]:
    """Of each place the word that the fewest places hold: of "Orsk town court" it is Orsk. The first of equals; empty = no place."""
    held = Counter(value for words in places for value in {v for readings in words for v in readings})
    return [min(words, key=lambda readings: max(held[v] for v in readings), default=()) for words in places]


def _with_all(name: str, sets: Sequence[Readings]) -> dict[str, Any]:
    return {
        name: pa.array(commonest(sets), pa.string()),
        f"{name}_all": pa.array([values or None for values in sets], pa.list_(pa.string())),
    }


def _texts(values: Any) -> Any:
    return pa.array([value or None for value in values], pa.string())
