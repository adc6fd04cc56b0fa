"""Records as the columns that linkage compares: the reading key of the name, the birth date by its parts, the place as read.

A name's key holds sets of readings; joins need one value. Of each set that reading is taken which most records share, so that spellings
of one name meet; the whole set stays beside it. What is absent is NULL, never an empty text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from habeas.names.characters import in_known_script, put_right
from habeas.names.parsed import ParsedName, parsed
from habeas.names.readings import coarse_readings
from habeas.names.surnames import Surname
from habeas.scale.records import Record, day_parts, persons_of

#: Readings of one part of a name, in a fixed order.
Readings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What the columns of one record are made of; `main` parts are single spellings for measuring letters that differ,
    `place` has the readings of each word."""

    surname: Readings
    skeleton: Readings
    main: str
    given: Readings
    given_main: str
    father: Readings
    father_main: str
    gender: str
    place: tuple[Readings, ...]


def key_of(record: Record) -> Key:
    """The key of one record."""
    name = parsed(record.name)
    surname, given = [w.surname for w in name.surname], name.given[:1]
    return Key(
        _all(s.coarse for s in surname), _all(s.skeletons for s in surname), _main(surname),
        tuple(sorted(map(str, name.classes))) or _all(coarse_readings(w.text) for w in given),
        coarse_readings(given[0].text)[0] if given else "", _father(name), min(name.father.stems) if name.father else "",
        record.gender or name.gender, _place(record.place),
    )  # fmt: skip


def _all(sets: Iterable[Iterable[str]]) -> Readings:
    return tuple(sorted({value for values in sets for value in values if value}))


def _main(surname: Sequence[Surname]) -> str:
    return max((s.main for s in surname), key=len, default="")


def _father(name: ParsedName) -> Readings:
    if name.father is None:
        return ()
    return tuple(sorted(map(str, name.father.fathers))) or tuple(sorted(name.father.stems))


def _place(text: str) -> tuple[Readings, ...]:
    words = in_known_script(put_right(text)).lower().replace("-", " ").split()
    return tuple(tuple(sorted(coarse_readings(w))) for w in words if w.isalpha() and len(w) > 2)


def commonest(sets: Sequence[Readings]) -> list[str | None]:
    """Of each set the member that most of the sets hold; the first of equals. None = an empty set."""
    held = Counter(value for values in sets for value in values)
    return [max(values, key=lambda v: (held[v], v)) if values else None for values in sets]


def rarest_word(places: Sequence[Sequence[Readings]]) -> list[Readings]:
    """Of each place the word that the fewest places hold: of "Orsk town court" it is Orsk. The first of equals; empty = no place."""
    held = Counter(value for words in places for value in {v for readings in words for v in readings})
    return [min(words, key=lambda readings: max(held[v] for v in readings), default=()) for words in places]


def table_of(records: Sequence[Record], sides: Sequence[int] | None = None) -> pa.Table:
    """One row a record, numbered by its place in `records`. `sides`: only records of two sides are compared; None = all are."""
    keys = [key_of(record) for record in records]
    days = [day_parts(record.born) for record in records]
    places = rarest_word([k.place for k in keys])
    skeletons = commonest([k.skeleton for k in keys])
    return pa.table({
        "unique_id": pa.array(range(len(records)), pa.int32()),
        "source": pa.array([r.source or None for r in records], pa.string()).dictionary_encode().indices,
        "person": pa.array(persons_of(records), pa.int32()),
        "side": pa.array([None for _ in records] if sides is None else sides, pa.int8()),
        "doubtful": [r.doubtful for r in records],
        "surname": commonest([k.surname for k in keys]),
        "surname_all": pa.array([k.surname for k in keys], pa.list_(pa.string())),
        "skeleton": skeletons,
        "beginning": [s and s[:2] for s in skeletons],
        "main": [k.main or None for k in keys],
        "given": commonest([k.given for k in keys]),
        "given_all": pa.array([k.given or None for k in keys], pa.list_(pa.string())),
        "given_main": [k.given_main or None for k in keys],
        "father": commonest([k.father for k in keys]),
        "father_all": pa.array([k.father or None for k in keys], pa.list_(pa.string())),
        "father_main": [k.father_main or None for k in keys],
        "gender": [k.gender or None for k in keys],
        "place": commonest(places),
        "place_all": pa.array([p or None for p in places], pa.list_(pa.string())),
        "year": pa.array([y for y, _, _ in days], pa.int16()),
        "month": pa.array([m for _, m, _ in days], pa.int8()),
        "day": pa.array([d for _, _, d in days], pa.int8()),
    })  # fmt: skip
