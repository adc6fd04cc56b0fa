"""The reading key of one record: what its columns are made of, and the facts that can forbid a link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.names.characters import in_known_script, put_right
from habeas.names.fathers import father_told, with_father
from habeas.names.parsed import ParsedName, parsed
from habeas.names.partial import is_partial
from habeas.names.patronymics import Patronymic
from habeas.names.readings import coarse_readings
from habeas.scale.records import DayParts, Record, day_parts

#: Readings of one part of a name, in a fixed order.
Readings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What is compared of one record.

    `main` parts are single spellings for measuring letters that differ. `given` and `father` are numbers of the given names meant, or
    readings where the name is not in the list. `place` has the readings of each word. `patronymic` None = none is told;
    `gender` is what the source says, else what the name tells, `named_gender` what the name tells. `list_name` None = no list promises to
    name this person once.
    """

    surname: Readings
    skeleton: Readings
    main: str
    given: Readings
    given_main: str
    father: Readings
    patronymic: Patronymic | None
    gender: str
    named_gender: str
    place: tuple[Readings, ...]
    born: DayParts
    list_name: str | None


def key_of(record: Record) -> Key:
    """The key of one record."""
    name = name_of(record)
    # a nickname or a description has no parts by which anybody could be linked
    surname, given = ([], ()) if is_partial(record.name) else ([w.surname for w in name.surname], name.given[:1])
    return Key(
        surname=_all(s.coarse for s in surname), skeleton=_all(s.skeletons for s in surname),
        main=max((s.main for s in surname), key=len, default=""),
        given=tuple(sorted(map(str, name.classes))) or _all(coarse_readings(w.text) for w in given),
        given_main=coarse_readings(given[0].text)[0] if given else "",
        father=_father(name), patronymic=name.father, gender=record.gender or name.gender, named_gender=name.gender, place=_place(record.place),
        born=day_parts(record.born), list_name=record.source if record.source and not record.doubtful else None,
    )  # fmt: skip


def name_of(record: Record) -> ParsedName:
    """The name taken apart, with the patronymic told beside it where it gives none."""
    name = parsed(record.name)
    return name if name.father or not record.father else with_father(name, father_told(record.father))


def _all(sets: Iterable[Iterable[str]]) -> Readings:
    return tuple(sorted({value for values in sets for value in values if value.isalpha()}))


def _father(name: ParsedName) -> Readings:
    if name.father is None:
        return ()
    return tuple(sorted(map(str, name.father.fathers))) or tuple(sorted(name.father.stems))


def _place(text: str) -> tuple[Readings, ...]:
    words = in_known_script(put_right(text)).lower().replace("-", " ").split()
    return tuple(tuple(sorted(coarse_readings(w))) for w in words if w.isalpha() and len(w) > 2)
