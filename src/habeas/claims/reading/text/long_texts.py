"""Long texts are read in parts, so that a book takes no more memory than a long report; the readings of the parts are joined.

Within a part everything is read as in a short text. Across parts, people are one when named alike, and the same happening or figure told
twice is one; a pronoun never reaches back into an earlier part.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from habeas.claims.reading.model import Reading, ReadMention, ReadPerson, Span

#: Code points in a part; a text up to this length is read as one.
LONGEST = 250_000
_Told = TypeVar("_Told")


def parts_of(text: str) -> Iterator[tuple[int, str]]:
    """Where each part begins, and the part; cut at an empty line, a line end, a space, or as a last resort anywhere."""
    start = 0
    while len(text) - start > LONGEST:
        window = text[start : start + LONGEST]
        end = next((at + len(mark) for mark in ("\n\n", "\n", " ") if (at := window.rfind(mark)) > 0), LONGEST)
        yield start, text[start : start + end]
        start += end
    yield start, text[start:]


def joined(readings: Sequence[tuple[int, Reading]]) -> Reading:
    """One reading of the whole. `readings` are those of the parts with where each begins."""
    moved = [_moved(reading, start) for start, reading in readings]
    first = moved[0]
    return replace(
        first,
        persons=_people([person for reading in moved for person in reading.persons]),
        events=_once([e for r in moved for e in r.events], lambda e: (e.type, e.person, e.count, e.date and e.date.text, e.reality, e.term_years)),
        figures=_once([f for r in moved for f in r.figures], lambda f: (f.value, f.population, f.said_by)),
        descriptions=_once([d for r in moved for d in r.descriptions], lambda d: (d.person, d.kind)),
        states=_once([s for r in moved for s in r.states], lambda s: (s.person, s.state, s.rule)),
        details=_once([d for r in moved for d in r.details], lambda d: (d.person, d.kind, d.value)),
        undated=tuple(dict.fromkeys(words for r in moved for words in r.undated)),
        notes=(*first.notes, f"long text, read in {len(moved)} parts: pronouns do not reach from one part into another"),
    )  # fmt: skip


def _once(told: Sequence[_Told], key: Callable[[_Told], Hashable]) -> tuple[_Told, ...]:
    seen: dict[Hashable, _Told] = {}
    for one in told:
        seen.setdefault(key(one), one)
    return tuple(seen.values())


def _people(persons: Sequence[ReadPerson]) -> tuple[ReadPerson, ...]:
    found: dict[str, ReadPerson] = {}
    for person in persons:
        known = found.get(person.name)
        if known is None:
            found[person.name] = person
        else:
            role = (person.role, person.rule) if known.role == "other" else (known.role, known.rule)
            found[person.name] = ReadPerson(person.name, known.mentions + person.mentions, *role)
    return tuple(found.values())


def _moved(reading: Reading, by: int) -> Reading:
    """The same reading, its spans counted from the beginning of the whole text."""

    def on(span: Span) -> Span:
        return span[0] + by, span[1] + by

    return replace(
        reading,
        persons=tuple(replace(p, mentions=tuple(ReadMention(m.text, on(m.span)) for m in p.mentions)) for p in reading.persons),
        events=tuple(replace(e, span=on(e.span)) for e in reading.events),
        figures=tuple(replace(f, span=on(f.span)) for f in reading.figures),
        descriptions=tuple(replace(d, span=on(d.span)) for d in reading.descriptions),
        states=tuple(replace(s, span=on(s.span)) for s in reading.states),
        details=tuple(replace(d, span=on(d.span)) for d in reading.details),
    )  # fmt: skip
