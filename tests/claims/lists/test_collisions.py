"""Rows of one list that may be one human being are told in one order, and for one reason, whatever order they came in by chance."""

from __future__ import annotations

import os
import subprocess
import sys

_PROGRAM = """
from habeas.claims.lists.asserted import Asserted, Person
from habeas.claims.lists.collisions import collisions_in
def row(number, name, page):
    told = (Asserted("name", {"text": name}), Asserted("birth_date", {}, "1990-01-02"), Asserted("reference", {"kind": "page", "value": page}))
    return Person(number, str(number), name, told)
rows = [row(1, "Ivan Nibyta", "https://a.invalid"), row(2, "Ivan Nibyta", "https://a.invalid")]
rows += [row(3, "Zoya Fiktsyya", "https://b.invalid"), row(4, "Zoya Fiktsyya", "https://b.invalid")]
print([(tuple(p.id for p in one.persons), one.why) for one in collisions_in(rows)])
"""


def test_collisions_and_their_reasons_do_not_hang_on_the_seed_of_hashes() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(6)
    }
    assert len(told) == 1
