"""An invented list in the columns of a known export, and how a test writes and imports versions of it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.register.answering import count_on, roll_on
from habeas.register.importing import Wish
from habeas.register.listing import HowList, import_list
from habeas.register.opened import Register
from habeas.sources.capture import About

HEADER = (
    "id", "url", "name", "status", "birthday", "gender", "arrested", "articles", "verdict_date", "decision", "penalty", "judge",
    "prosecutor", "prison", "declaration", "release_date", "died",
)  # fmt: skip
HELD = {
    "id": "001", "url": "https://list.invalid/alena", "name": "Alena Vymyslova", "status": "active", "birthday": "1987-05-17",
    "gender": "female", "arrested": "2030-10-02", "articles": "Art. 341; Part 2 of Art. 285", "verdict_date": "2031-09-06",
    "decision": "6 years", "penalty": "imprisonment in a medium-security penal colony", "judge": "Q. Suddzya", "prison": "Penal colony No. 4",
    "declaration": "https://list.invalid/statement/1",
}  # fmt: skip
OUT = {"id": "2", "url": "https://list.invalid/ivan", "name": "Ivan Nibyta", "status": "former", "arrested": "2030-11-01", "release_date": "2031-05-01"}  # fmt: skip
NOBODY_SAYS = {
    "id": "3",
    "url": "https://list.invalid/piotr",
    "name": "Piotr Prydumany",
    "status": "np",
    "arrested": "2030-12-01",
}
LIST = (HELD, OUT, NOBODY_SAYS)
DAY = "2032-01-31"


def as_csv(rows: Iterable[Mapping[str, str]], header: Iterable[str] = HEADER) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(header), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def bring_in(
    register: Register, rows: Iterable[Mapping[str, str]] | bytes, published: str = DAY, wish: Wish | None = None, how: HowList | None = None,
    name: str = "list.csv",
) -> dict[str, Any]:  # fmt: skip
    data = rows if isinstance(rows, bytes) else as_csv(rows)
    path = Path(register.path).with_name(name)
    path.write_bytes(data)
    return import_list(register, str(path), About(Day.parse(published)), wish or Wish(), how or HowList())


def as_json(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return json.dumps(list(rows), ensure_ascii=False).encode()


def certain(register: Register, known_by: str, basis: str = "source:viasna", on: str | None = None) -> int:
    asked = AsOf(date.fromisoformat(on or known_by), date.fromisoformat(known_by), Basis.parse(basis))
    return int(count_on(register, asked, definition())["certain"])


def answers(register: Register, known_by: str, basis: str = "source:viasna", on: str | None = None) -> dict[str, str]:
    asked = AsOf(date.fromisoformat(on or known_by), date.fromisoformat(known_by), Basis.parse(basis))
    return {p["name"]: p["in"] for p in roll_on(register, asked, definition())["persons"]}


def claims_of(register: Register, name: str) -> list[Any]:
    known = register.caught_up()
    named = {m.id for m in known.mentions.values() if m.name == name}
    return [c for c in known.claims if c.subject in named]


def counted(register: Register, known_by: str, basis: str = "source:viasna") -> tuple[int, int]:
    """Certain and possible on the day of knowledge itself."""
    asked = AsOf(date.fromisoformat(known_by), date.fromisoformat(known_by), Basis.parse(basis))
    answer = count_on(register, asked, definition())
    return int(answer["certain"]), int(answer["possible"])
