"""One person as a list tells of them, with what can be set beside another list's: names, birth date, sex, places, days, pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from habeas.claims.claim import Claim
from habeas.claims.lists.asserted import Asserted, Person
from habeas.claims.sexes import sex_letter
from habeas.kernel.days import Day
from habeas.names.fathers import father_told, with_father
from habeas.names.parsed import ParsedName, parsed
from habeas.names.patronymics import Patronymic
from habeas.names.reading_key import fathers_key, key

#: Happenings whose days two lists may both tell.
_HAPPENINGS = ("arrest", "sentence", "release", "death")
#: A list of which more than this share puts the surname first does so throughout.
_MOST_OF = 0.8


@dataclass(frozen=True)
class Listed:
    """`names` as written, the list's main one first. `born`: every birth date told; `days` by predicate; the sets are empty where nothing is told.
    `surname_first`: whether the list writes names so. `patronymics`: those told beside the names, or fathers' names.
    """

    id: str
    names: tuple[str, ...]
    born: tuple[Day, ...]
    sex: str
    places: frozenset[str]
    days: tuple[tuple[str, Day], ...]
    pages: frozenset[str]
    surname_first: bool = False
    patronymics: tuple[str, ...] = ()

    @cached_property
    def read_as(self) -> tuple[str, ...]:
        """The names as they are to be read: where nothing in a name tells its parts, by the order that its list keeps."""
        return tuple(map(_turned, self.names)) if self.surname_first else self.names

    @cached_property
    def parsed(self) -> tuple[ParsedName, ...]:
        """The names taken apart, with the patronymic told beside them where they give none."""
        names = map(parsed, self.read_as)
        return tuple(name if name.father else with_father(name, self._father) for name in names)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The keys of all its names, as words for an index."""
        named = (term for name in self.read_as for term in key(name).terms())
        return frozenset((*named, *(f"f:{value}" for value in fathers_key(self._father))))

    @cached_property
    def _father(self) -> Patronymic | None:
        return next((father for text in self.patronymics if (father := father_told(text))), None)


def listed_of(person: Person) -> Listed:
    """What a row of a list says of a person."""
    told = person.asserted
    names = tuple(dict.fromkeys((person.name, *_values(told, "name", "text"))))
    born = tuple(dict.fromkeys(Day.parse(a.when) for a in told if a.predicate == "birth_date" and a.when))
    places = {place for a in told for part in ("place", "court") if (place := str(a.value.get(part, "")))}
    days = tuple((a.predicate, Day.parse(a.when)) for a in told if a.predicate in _HAPPENINGS and a.when)
    pages = {page.rstrip("/").casefold() for page in _values(told, "reference", "value")}
    sexes = {sex for value in _values(told, "sex", "value") if (sex := sex_letter(value))}
    sex = sexes.pop() if len(sexes) == 1 else ""
    patronymics = tuple(_values(told, "patronymic", "text"))
    return Listed(person.id, names, born, sex, frozenset(places), days, frozenset(pages), patronymics=patronymics)


def listed_from(person_id: str, names: Sequence[str], claims: Sequence[Claim]) -> Listed:
    """The same of a person of whom a list's claims are held."""
    told = tuple(
        Asserted(c.predicate, c.value, c.when.text, None if c.until is None else c.until.text)
        for c in claims
        if c.reality == "actual"
    )
    found = listed_of(Person(0, person_id, names[0], told))
    return replace(found, names=tuple(dict.fromkeys((*names, *found.names))))


def in_their_order(people: Sequence[Listed]) -> list[Listed]:
    """The same people, with the order of surname and given name that most names of their list show by themselves."""
    sure = [name for person in people for name in map(parsed, person.names) if name.whole and len(name.words) > 1]
    first = sum(name.words[0] in name.surname for name in sure)
    surname_first = first > _MOST_OF * len(sure)
    return [replace(person, surname_first=surname_first) for person in people]


def _turned(name: str) -> str:
    found = parsed(name)
    if found.sure or len(found.words) < 2 or "," in name:
        return name
    surname, _, rest = " ".join(name.split()).partition(" ")
    return f"{surname}, {rest}"


def _values(told: Iterable[Asserted], predicate: str, field: str) -> list[str]:
    return [str(a.value[field]) for a in told if a.predicate == predicate and field in a.value]
