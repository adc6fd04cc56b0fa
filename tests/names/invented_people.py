"""The invented people of `people.yml`, as pairs; a third of them was not looked at while the comparison was tuned."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

Pair = tuple[str, str]


@cache
def _content() -> Any:
    return yaml.safe_load((Path(__file__).parent / "people.yml").read_text("utf-8"))


def one_person(*, held_back: bool) -> list[Pair]:
    """Every two spellings of each person."""
    people = enumerate(_content()["people"], 1)
    return [
        pair for number, spellings in people if (number % 3 == 0) == held_back for pair in combinations(spellings, 2)
    ]


def two_people(*, held_back: bool) -> list[tuple[str, str, str]]:
    """Pairs of different people, with the part that tells them apart."""
    pairs = enumerate(_content()["different"], 1)
    return [(a, b, part) for number, (a, b, part) in pairs if (number % 3 == 0) == held_back]
