"""How long the register takes on an invented country: `python benchmarks/answers.py [PEOPLE]` (8,700 unless given).

Prints one line per measurement: what, how large, seconds. The peer for the count is a plain loop over all persons.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from habeas.figures.definitions import definition
from habeas.figures.roll import count, roll
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.register.answering import count_on, roll_on, series
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import new_register, open_register
from habeas.register.persons import find, person
from habeas.sources.capture import About
from habeas.tour.invented import invented_country

K = date(2025, 6, 30)


def timed(what: str, size: int, act: Callable[[], object], runs: int = 5) -> float:
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    print(
        f"{what:58} {size:>8}  median {statistics.median(taken):8.4f} s  ({min(taken):.4f} to {max(taken):.4f}, {runs} runs)"
    )
    return statistics.median(taken)


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 8700
    country = invented_country(people)
    of = definition()
    with tempfile.TemporaryDirectory() as folder:
        path, lines = str(Path(folder) / "r.habeas"), Path(folder) / "country.jsonl"
        lines.write_text(country.jsonl(), "utf-8")
        with new_register(path, invented=True) as register:
            timed(
                "import of a claims file (claims)",
                len(country.lines),
                lambda: import_claims(register, str(lines), About(Day.unknown()), Wish()),
                1,
            )
            timed(
                "first answer after an append (people)",
                people,
                lambda: count_on(register, AsOf(date(2024, 1, 1), K, Basis.register()), of),
                1,
            )
        with open_register(path) as register:
            asked = AsOf(date(2024, 1, 1), K, Basis.register())
            timed(
                "count in a register opened anew, derived file kept", people, lambda: count_on(register, asked, of), 1
            )
            ours = timed("count", people, lambda: count_on(register, asked, of))
            timed("series of 1,826 days", people, lambda: series(register, asked, of, date(2028, 12, 31)))
            timed("open everything and roll, first time", people, lambda: roll_on(register, asked, of), 1)
            timed("roll", people, lambda: roll_on(register, asked, of))
            now = known(register, K, Basis.register())
            peer = timed(
                "peer: count by a loop over all persons",
                people,
                lambda: count(roll(now.everyone, now.look_alikes, of, asked.day)),
            )
            name = next(iter(now.everyone.values())).person
            timed("person", people, lambda: person(register, name.id, asked))
            timed("find", people, lambda: find(register, name.name, asked))
            timed(
                "count as known on another day, first time",
                people,
                lambda: count_on(register, AsOf(date(2022, 1, 1), date(2022, 3, 1), Basis.register()), of),
                1,
            )
            print(f"ratio count / loop: {ours / peer:.4f}")


if __name__ == "__main__":
    main()
