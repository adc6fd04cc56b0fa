"""The register that pages are asked of: an invented country with cases, consents to letters, a text with marked words and one in review.

Built once for each number of people and kept in a folder; the same number gives the same register for as long as the folder is kept.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from habeas.claims.claims_file import read_claims
from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_lines
from habeas.register.opened import Register, new_register
from habeas.register.taking_in import add_file
from habeas.sources.capture import About
from habeas.sources.take_in import take_in
from habeas.store.store import Store
from habeas.tour.invented import Country, invented_country

#: The most bytes of the country's claims file: one source of a register may not be as large as 100,000 people are.
_LARGEST = 2**30
_NAME = "r.habeas"
#: What the country's sources tell later is left out: its last days are recorded as those of any other month are.
_RECORDED = "2025-01-02"
_NOW = datetime(2025, 1, 5, 12, tzinfo=UTC)
_TEXTS = {"report.txt": "all", "waits.txt": "none"}
_TOLD = 60
#: Every so many people are of one case, or agree to letters.
_OF_A_CASE, _DEFENDANTS, _WRITTEN_TO = 30, 3, 40


def register_of(people: int, folder: str) -> str:
    """The path of the register in the folder, made unless it is there."""
    made = Path(folder) / f"invented-{people}"
    if not made.exists():
        draft = made.with_suffix(".draft")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        stop_clock()
        with new_register(str(draft / _NAME), invented=True) as register:
            _fill(register, people, draft)
        draft.rename(made)
    return str(made / _NAME)


def stop_clock() -> None:
    """Let every register of this process stand at a day soon after the country's last, whatever is entered."""
    Store.clock = lambda _store: _NOW  # type: ignore[method-assign]


def _fill(register: Register, people: int, folder: Path) -> None:
    country = invented_country(people)
    file = folder / "country.jsonl"
    with file.open("w", encoding="utf-8") as out:
        told = (*(line for line in country.lines if line["recorded_at"] < _RECORDED), *_beside(country))
        out.writelines(json.dumps(line, sort_keys=True) + "\n" for line in told)
    taken = take_in(file, About(Day.unknown()), _LARGEST, is_list=True)
    made = import_lines(register, taken, list(read_claims(taken.passages[0].text, str(file))), Wish(), "claims")
    file.unlink()
    if made["refused"]:
        raise SystemExit(f"{len(made['refused'])} lines were refused, the first: {made['refused'][0]}")
    for name, accepted in _TEXTS.items():
        text = folder / name
        text.write_text("\n\n".join(_sentences(country, name)), "utf-8")
        add_file(register, str(text), About(Day.parse("2024-12-30")), accepted)
        text.unlink()


def _beside(country: Country) -> Iterator[dict[str, Any]]:
    """Cases of a few defendants each, under two hundred articles, and people who agree to letters."""
    told = {"recorded_at": _RECORDED, "source": "Lantern case files (invented)", "published_on": "2025-01-01"}
    for number, truth in enumerate(country.truth):
        who = {"id": truth.id, "name": truth.name}
        case, place = divmod(number, _OF_A_CASE)
        if place < _DEFENDANTS:
            particulars = {
                "authority": "Orskan Prosecutor (invented)",
                "number": f"{case}-{2020 + case % 5}",
                "article": f"Art. {100 + case % 200} (invented)",
            }
            yield {"subject": who, "predicate": "case", **particulars, **told}
        if number % _WRITTEN_TO == 0:
            yield {"subject": who, "predicate": "consent", "covers": "letters", "given": True, **told}


def _sentences(country: Country, name: str) -> Iterator[str]:
    """A text in which each sentence tells of somebody: of two texts none tell of the same people."""
    first = len(name) * _TOLD
    for number, truth in enumerate(country.truth[first : first + _TOLD]):
        yield f"{truth.name} was detained on {1 + number % 28} December 2024. The court in Orskan has not said why."
