"""How long it takes to say who came in: `python benchmarks/identity/intake.py [PEOPLE]` (8,700 unless given).

Two invented lists of one population, the second in Cyrillic letters with days of birth; then a handful of claims, in a program that has
the register open and in one that has just opened it. With the policy on automatic links every person of the second list is somebody of
the first; how many are linked, and how many wrongly, is printed.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from habeas.claims.review import Policy
from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.register.answering import count_on
from habeas.register.deciding import set_policy
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register, open_register
from habeas.register.questions import questions
from habeas.sources.capture import About
from habeas.tour.invented import invented_country

_CYRILLIC = dict(
    zip(
        "abvgdezijklmnoprstufhcqwxy",
        [
            "а",
            "б",
            "в",
            "г",
            "д",
            "е",
            "з",
            "и",
            "й",
            "к",
            "л",
            "м",
            "н",
            "о",
            "п",
            "р",
            "с",
            "т",
            "у",
            "ф",
            "х",
            "ц",
            "к",
            "в",
            "кс",
            "ы",
        ],
        strict=True,
    )
)


def in_cyrillic(name: str) -> str:
    return "".join(_CYRILLIC.get(c.lower(), c) for c in name).title()


def told(names: dict[str, str], source: str, *, cyrillic: bool) -> Iterator[dict[str, Any]]:
    for number, (person, name) in enumerate(names.items()):
        who = {"name": in_cyrillic(name) if cyrillic else name, "id": f"{source}-{person}"}
        line = {"subject": who, "source": source, "published_on": "2025-01-01"}
        born = date(1950, 1, 1) + timedelta(days=number * 7 % 18_000)
        yield {**line, "predicate": "arrest", "valid": "2024-05-01"}
        yield {**line, "predicate": "described_as_political_prisoner"}
        yield {**line, "predicate": "birth_date", "valid": born.isoformat()}


def come_in(register: Register, folder: Path, lines: list[dict[str, Any]], what: str) -> dict[str, Any]:
    path = folder / "lines.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    began = time.perf_counter()
    done = import_claims(register, str(path), About(Day.unknown()), Wish())
    parts = ", ".join(f"{part} {len(done[part])}" for part in ("linked", "to_review", "new_persons"))
    print(f"{what:44} {len(lines):>7} claims {time.perf_counter() - began:7.2f} s  {parts}")
    return done


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 8700
    names = {truth.id: truth.name for truth in invented_country(size).truth}
    few = dict(list(names.items())[:20])
    for policy in (Policy(), Policy(automatic_links=("birth_date",))):
        print("policy:", ", ".join(policy.automatic_links) or "no automatic links")
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            path = str(folder / "r.habeas")
            with new_register(path) as register:
                set_policy(register, policy)
                come_in(register, folder, list(told(names, "Lantern", cyrillic=False)), "first list")
                done = come_in(register, folder, list(told(names, "Courier", cyrillic=True)), "second list")
                keys = {m.id: str(m.key).partition("-")[2] for m in register.caught_up().mentions.values()}
                wrong = sum(keys[link["a"]] != keys[link["b"]] for one in done["linked"] for link in one["with"])
                print(f"linked wrongly: {wrong}")
                come_in(
                    register, folder, list(told(few, "Herald", cyrillic=False)), "a few, in a register that is open"
                )
            with open_register(path) as register:
                come_in(register, folder, list(told(few, "Gazette", cyrillic=True)), "a few, in one opened just now")
                asked = AsOf(date(2024, 6, 1), utc_today(), Basis.register())
                for what, ask in (("count", count_on), ("questions", questions)):
                    began = time.perf_counter()
                    ask(register, asked, definition())
                    print(f"{what:60} {time.perf_counter() - began:7.2f} s")


if __name__ == "__main__":
    main()
