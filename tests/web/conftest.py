"""A register of invented people behind a browser that needs no network: what every page is asked of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.test import Client

from habeas.identity.judgements import Verdict
from habeas.kernel.days import Day
from habeas.register.deciding import judge
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register
from habeas.register.taking_in import add_file
from habeas.sources.capture import About
from habeas.web.application import application, set_up
from habeas.web.shelf import Shelf

set_up()  # before any test is read: accounts can be imported only afterwards

ARTICLE = """Two political prisoners were released in Veldania on Saturday, Lantern said.
Alena Vymyslova, a journalist arrested in March 2021, was freed on Saturday. "Every one of them must be freed," Lantern said.
The political prisoner Piotr Prydumany, a trade unionist, was sentenced to five years in prison in November 2023 and is still held.
Lantern said that 120 political prisoners are still behind bars.
"""
_LISTED: list[dict[str, object]] = [
    {
        "subject": "Yan Kazachny",
        "predicate": "arrest",
        "valid": "2024-01-10",
        "value": {"place": "Orsk prison", "ground": "a picket"},
    },
    {"subject": "Yan Kazachny", "predicate": "described_as_political_prisoner"},
    {"subject": "Yan Kazachny", "predicate": "occupation", "value": {"value": "teacher"}},
    {"subject": "Hanna Vydumka", "predicate": "arrest", "valid": "2024-02-01"},
    {"subject": "Hanna Vydumka", "predicate": "described_as_political_prisoner"},
    {"subject": "Hanna Vydumka", "predicate": "release", "valid": "2024-06-01", "value": {"way_out": "pardon"}},
    {
        "subject": "Hanna Vydumka",
        "predicate": "release",
        "valid": "2024-07-01",
        "source": "Courier",
        "value": {"way_out": "pardon"},
    },
]


@contextmanager
def cast_in(folder: Path) -> Iterator[Register]:
    """People of the cast: two from an article, two from a claims file, one of whom two sources let out on different days."""
    lines = folder / "lines.jsonl"
    lines.write_text(
        "".join(json.dumps({"source": "Lantern", "published": "2024-08-01", **line}) + "\n" for line in _LISTED),
        "utf-8",
    )
    article = folder / "courier.txt"
    article.write_text(ARTICLE, "utf-8")
    with new_register(str(folder / "r.habeas")) as made:
        import_claims(made, str(lines), About(Day.unknown()), Wish())
        add_file(made, str(article), About(Day.parse("2024-09-09")), "all")
        one, other = (m.id for m in made.caught_up().mentions.values() if m.name == "Hanna Vydumka")
        judge(made, one, other, Verdict.SAME, None)
        yield made


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register of the cast, for one test."""
    with cast_in(tmp_path) as made:
        yield made


@pytest.fixture
def browser(register: Register) -> Client:
    """Somebody who asks for pages."""
    application(Shelf(register))
    return Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
