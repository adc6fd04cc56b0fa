"""Names of a message of whom it says that the event did not befall them: by a heading above, words before a colon, or a remark beside.

A heading holds until another says that the event happened; one that says neither (a town, a date) changes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from habeas.names.pasted import PastedName
from habeas.names.said_of_event import heading_says, remark_speaks_against, sentence_says

#: Stands for a name within its line; where a message holds it, it is taken out first.
_NAME = "\x01"
_UNIT = re.compile(r"[.!?…。](?=\s|$)|[;•●▪◦‣⁃]|(?<![\w.,:/№#-])[(\[]?(?:№|#)?\d{1,4}[.)\]]+\s*(?=\x01)")
_COLON = re.compile(r":(?!\d)")
#: A line without names, a colon or a full stop is a heading where it has no more words than this.
_HEADING = 6
_SHOWN = 60


@dataclass(slots=True)
class _Reading:
    """A message read down to some line. `heading`: the words that speak against the event and hold at present, "" = none do."""

    event: str
    heading: str = ""
    against: dict[int, str] = field(default_factory=dict)

    def head(self, text: str, said: bool | None) -> None:
        """Hear a heading."""
        if said is not None:
            self.heading = "" if said else " ".join(text.split())[:_SHOWN]

    def line(self, raw: str, here: Sequence[tuple[int, PastedName]], above: Sequence[int]) -> None:
        """Hear one line with the names on it, by number; `above`: the names of the line before."""
        marked = _marked(raw, [one.name for _, one in here])
        numbers = iter([number for number, _ in here])
        last: list[int] = []
        for unit in _UNIT.split(marked):
            named = [number for _, number in zip(range(unit.count(_NAME)), numbers, strict=False)]
            if named:
                self._unit(unit, named)
                last = named
            elif last or (above and unit.lstrip()[:1].islower()):
                self._remark(unit, last or above)
            elif unit.strip():
                self._nameless(unit, ends=marked.rstrip()[-1:])

    def _unit(self, unit: str, named: Sequence[int]) -> None:
        before, _, after = unit.partition(_NAME)
        colons = [found.start() for found in _COLON.finditer(before)]
        if colons:
            self.head(before[: colons[-1]], heading_says(before[: colons[-1]], self.event))
            before = before[colons[-1] + 1 :]
        if self.heading:
            self.against.update(dict.fromkeys(named, f"it stands under “{self.heading}”"))
        self._remark(f"{before} {after}", named)

    def _remark(self, text: str, named: Sequence[int]) -> None:
        for part in re.split(rf"[{_NAME},|()\[\]–—-]+(?!\w)|[{_NAME}|()\[\]]", text):
            if remark_speaks_against(part, self.event):
                why = f"beside it stands “{' '.join(part.split())[:_SHOWN]}”"
                self.against.update({number: why for number in named if number not in self.against})

    def _nameless(self, unit: str, ends: str) -> None:
        is_heading = ends == ":" or (ends not in ".!?…" and len(unit.split()) <= _HEADING)
        self.head(unit.rstrip(": "), (heading_says if is_heading else sentence_says)(unit, self.event))


def spoken_against(text: str, names: Sequence[PastedName], event: str) -> list[PastedName]:
    """The names of `text`, in order, each with what the message says against `event` having befallen whoever is named."""
    by_line: dict[int, list[tuple[int, PastedName]]] = defaultdict(list)
    for number, one in enumerate(names):
        by_line[one.line].append((number, one))
    reading = _Reading(event)
    above: list[int] = []
    for line, raw in enumerate(text.splitlines(), start=1):
        reading.line(raw, by_line[line], above)
        above = [number for number, _ in by_line[line]]
    return [replace(one, against=reading.against.get(number, "")) for number, one in enumerate(names)]


def _marked(raw: str, names: Sequence[str]) -> str:
    """The line with each name's words replaced by a mark; a name that is not found stands at the end of what was read."""
    line, place, parts = raw.replace(_NAME, " "), 0, list[str]()
    for name in names:
        spread = re.compile(r"[^\w]*?\s*".join(map(re.escape, _words(name))))
        found = spread.search(line, place)
        start, end = found.span() if found else (place, place)
        parts += [line[place:start], _NAME]
        place = end
    return "".join(parts) + line[place:]


def _words(name: str) -> Iterator[str]:
    yield from re.findall(r"[^\s,]+", name)
