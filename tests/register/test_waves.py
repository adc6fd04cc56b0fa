"""Waves of releases: what is told of the terms that those let go still had to serve."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import new_register
from habeas.register.waves import waves
from habeas.sources.capture import About


@pytest.mark.parametrize(("arrests", "middle"), [(range(1, 6), 186), (range(1, 7), 186), ((1, 2, 3, 5, 6, 7), 187)])
def test_the_median_of_days_left_is_a_whole_number_of_days(
    arrests: tuple[int, ...], middle: int, tmp_path: Path
) -> None:
    told = {"source": "Lantern", "published_on": "2021-09-01"}
    lines = []
    for day in arrests:
        who = {"subject": f"Ivan Nibyta{'abcdefg'[day - 1]}", **told}
        lines += [
            {**who, "predicate": "arrest", "valid": f"2021-01-0{day}"},
            {**who, "predicate": "sentence", "valid": "2021-02-01", "term_years": 1},
            {**who, "predicate": "release", "valid": "2021-07-01"},
        ]
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as register:
        import_claims(register, str(path), About(Day.unknown()), Wish())
        (wave,) = waves(register, AsOf(date(2022, 1, 1), utc_today(), Basis.register()))["waves"]
    assert (repr(wave["median_days_left"]), wave["due_known"]) == (str(middle), len(list(arrests)))
