"""How long lists take, and whether their differences come back: `python benchmarks/identity/lists.py [ROWS] [VERSIONS]`.

An invented list in the columns of a known export: one version, the same again, 1 % added, 1 % gone and 2 % changed, then monthly versions
whose count, as known on their day, must be the file's.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.register.answering import count_on
from habeas.register.importing import Wish
from habeas.register.list_history import import_history
from habeas.register.listing import HowList, import_list
from habeas.register.opened import new_register
from habeas.sources.capture import About

COLUMNS = (
    "id",
    "url",
    "name",
    "status",
    "birthday",
    "gender",
    "arrested",
    "articles",
    "decision",
    "verdict_date",
    "penalty",
    "prison",
)
HOW = HowList(format_name="viasna")


def people(rng: random.Random, start: int, number: int) -> list[dict[str, str]]:
    made = []
    for n in range(start, start + number):
        born = date(1950, 1, 1) + timedelta(days=rng.randrange(18_000))
        made.append({
            "id": f"{n:06}", "url": f"https://list.invalid/{n}", "name": f"Invented Person{n}", "status": "active", "birthday": str(born),
            "gender": "male", "arrested": str(date(2030, 1, 1) + timedelta(days=rng.randrange(300))), "articles": "Art. 342",
            "decision": f"{rng.randint(1, 9)} years", "verdict_date": "2030-12-01", "penalty": "penal colony", "prison": f"Colony {n % 20}",
        })  # fmt: skip
    return made


def next_version(
    rng: random.Random, rows: list[dict[str, str]], start: int, added: float, gone: float, changed: float
) -> list[dict[str, str]]:
    size = len(rows)
    left = rng.sample(rows, size - round(size * gone))
    changing = {row["id"] for row in rng.sample(left, round(size * changed))}
    kept = [{**row, "decision": "15 years"} if row["id"] in changing else row for row in left]
    return [*kept, *people(rng, start, round(size * added))]


def written(path: Path, rows: list[dict[str, str]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 8700
    versions = int(sys.argv[2]) if len(sys.argv) > 2 else 24
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        first = people(rng, 1, size)
        second = next_version(rng, first, size + 1, 0.01, 0.01, 0.02)
        with new_register(str(folder / "one.habeas")) as register:
            for what, rows, day in (
                ("first version", first, "2031-01-31"),
                ("the same again", first, "2031-01-31"),
                ("second version", second, "2031-02-28"),
            ):
                path = written(folder / "list.csv", rows)
                began = time.perf_counter()
                got = import_list(register, path, About(Day.parse(day)), Wish(), HOW)
                taken = time.perf_counter() - began
                told = ", ".join(f"{name} {got[name]}" for name in ("added", "changed", "gone", "unchanged", "claims"))
                print(f"{what:16} {len(rows):>7} rows {taken:7.2f} s  {told}")
        if versions:
            history(rng, folder, first, versions)


def history(rng: random.Random, folder: Path, rows: list[dict[str, str]], versions: int) -> None:
    old, counts, start = folder / "old", {}, len(rows) * 2
    old.mkdir()
    for month in range(versions):
        day = date(2031 + month // 12, month % 12 + 1, 28)
        written(old / f"list-{day}.csv", rows)
        counts[day] = len(rows)
        rows = next_version(rng, rows, start, 0.02, 0.01, 0.02)
        start += len(rows)
    with new_register(str(folder / "history.habeas")) as register:
        began = time.perf_counter()
        import_history(register, str(old), About(Day.unknown()), Wish(), HOW)
        taken = time.perf_counter() - began
        right = sum(
            count_on(register, AsOf(day, day, Basis.source("viasna")), definition())["certain"] == number
            for day, number in counts.items()
        )
        print(
            f"{versions} versions of {min(counts.values())} to {max(counts.values())} rows {taken:7.2f} s  counts equal to the file's: {right}"
        )


if __name__ == "__main__":
    main()
