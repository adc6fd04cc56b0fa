"""Everybody as a search needs them: names made ready for being looked up, and what a search may be narrowed by.

Derived from the ledger and kept beside the register, so that finding somebody need not read the ledger again.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from habeas.claims.sexes import sex_letter
from habeas.custody.signs import FOREVER
from habeas.figures.evidence import Evidence
from habeas.identity.name_index import NameIndex, index_of, packed, unpacked
from habeas.kernel.asof import Basis
from habeas.names.parsed import parsed
from habeas.names.readings import KEY_VERSION
from habeas.register.derived import key_from
from habeas.register.kept import cache_file, keep
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.remembered import remembered


@dataclass(frozen=True, slots=True)
class Somebody:
    """`names` as written; `name` the fullest. `gender`: m, f or "" (by a claim of sex, else by the names). `born`: years that any
    source may mean. `sources`: lists and sources that name the person.
    """

    id: str
    name: str
    names: tuple[str, ...]
    gender: str
    born: tuple[int, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everybody:
    """`people` in the order recorded. `index` numbers all their names, person by person; `whose`: each name's person.

    `custody`: rows of person, first day, day after the last (ordinals), 1 where held for certain, 0 where possibly, and the last
    day with a proof of it, FOREVER where an exit or a proof follows.
    """

    people: tuple[Somebody, ...]
    index: NameIndex
    custody: NDArray[np.int64]
    names: tuple[str, ...]
    whose: NDArray[np.int32]

    @classmethod
    def of(cls, people: Sequence[Somebody], index: NameIndex | None, custody: NDArray[np.int64]) -> Everybody:
        """With the index, made now unless it is given."""
        names = tuple(name for one in people for name in one.names)
        whose = np.repeat(np.arange(len(people), dtype=np.int32), [len(one.names) for one in people])
        return cls(tuple(people), index or index_of(names), custody, names, whose)

    def in_custody(self, day: date, answer: str, staleness: int | None) -> NDArray[np.bool_]:
        """Of each person, whether custody on `day` is so: yes, no, or unknown (disputed and unconfirmed included).

        `staleness`: days for which a proof of custody holds; None = it never grows old.
        """
        number = day.toordinal()
        covering = self.custody[(self.custody[:, 1] <= number) & (number < self.custody[:, 2])]
        certain, possible = np.zeros((2, len(self.people)), np.bool_)
        possible[covering[:, 0]] = True
        fresh = staleness is None or number <= covering[:, 4] + staleness
        certain[covering[(covering[:, 3] == 1) & fresh, 0]] = True
        return {"yes": certain, "no": ~possible, "unknown": possible & ~certain}[answer]


def everybody(register: Register, known_by: date, basis: Basis) -> Everybody:
    """Everybody known by K on a basis; from memory, from the cache, or made now."""
    key = key_from(register, known_by, basis, {"of": "names and last proofs", "key": KEY_VERSION})

    def made() -> Everybody:
        path = cache_file(register, f"names-{key}.bin")
        found = _read(path.read_bytes()) if path is not None and path.is_file() else None
        if found is None:
            found = _made(register, known(register, known_by, basis))
            if path is not None:
                keep(path, _bytes(found))
        return found

    return remembered(register, "names", key, made, most=8)


def _made(register: Register, now: Known) -> Everybody:
    people = [_kept(register, now, evidence) for evidence in now.everyone.values()]
    rows = [row for number, evidence in enumerate(now.everyone.values()) for row in _custody(number, evidence)]
    before: Everybody | None = register.laid.get("everybody")
    same = before is not None and before.names == tuple(name for one in people for name in one.names)
    index = before.index if before is not None and same else None
    found = Everybody.of(people, index, np.array(rows, np.int64).reshape(-1, 5))
    register.laid["everybody"] = found
    return found


def _kept(register: Register, now: Known, evidence: Evidence) -> Somebody:
    """Told once for as long as nothing new is known of them."""
    key = ("somebody", evidence.number)
    if key not in register.laid:
        register.laid[key] = _somebody(now, evidence)
    found: Somebody = register.laid[key]
    return found


def _custody(number: int, evidence: Evidence) -> Iterator[tuple[int, int, int, int, int]]:
    held = evidence.held
    for stretch in held.certain:
        yield (number, stretch.start, stretch.until, 1, FOREVER if stretch.proved is None else stretch.proved)
    yield from ((number, start, until, 0, FOREVER) for start, until in (*held.disputed, *held.possible))


def _somebody(now: Known, evidence: Evidence) -> Somebody:
    person = evidence.person
    told = {sex_letter(str(c.value.get("value", ""))) for c in evidence.claims if c.predicate == "sex"}
    told = told - {""} or {parsed(name).gender for name in person.names} - {""}
    named_in = [now.sources[source] for source in person.sources if source in now.sources]
    return Somebody(
        person.id, person.name, person.names, told.pop() if len(told) == 1 else "", tuple(_born(evidence)),
        tuple(sorted({name for source in named_in for name in (source.list_name, source.name) if name})),
    )  # fmt: skip


def _born(evidence: Evidence) -> list[int]:
    """Every year that a birth date told may lie in; a date without bounds says none."""
    years: set[int] = set()
    for claim in evidence.claims:
        first, last = claim.when.first, claim.when.last
        if claim.predicate == "birth_date" and first is not None and last is not None:
            years.update(range(first.year, last.year + 1))
    return sorted(years)


def _bytes(found: Everybody) -> bytes:
    out = io.BytesIO()
    fields = ("id", "name", "names", "gender", "born", "sources")
    told = [{field: getattr(one, field) for field in fields} for one in found.people]
    out.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
    np.save(out, found.custody, allow_pickle=False)
    out.write(packed(found.index))
    return out.getvalue()


def _read(content: bytes) -> Everybody | None:
    """What was kept; None when it is damaged, so that it is made again."""
    try:
        file = io.BytesIO(content)
        told = json.loads(file.readline())
        custody = np.load(file, allow_pickle=False).reshape(-1, 5)
        index = unpacked(file.read())
        people = [
            Somebody(o["id"], o["name"], tuple(o["names"]), o["gender"], tuple(o["born"]), tuple(o["sources"]))
            for o in told
        ]
        return Everybody.of(people, index, custody)
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return None
