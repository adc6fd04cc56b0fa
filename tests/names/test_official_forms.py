"""Official Latin and Cyrillic forms of the same people, a half of which the rules had not met. Needs the shared data."""

from __future__ import annotations

import csv
import hashlib
from itertools import combinations
from pathlib import Path

import pytest

from habeas.names.score import SAME, score

FORMS = Path(__file__).resolve().parents[3] / "shared" / "data" / "belarus_names" / "eu_by_names_aligned.csv"
pytestmark = pytest.mark.skipif(not FORMS.exists(), reason="the shared data is not beside the repository")


def held_back_half() -> list[list[str]]:
    with FORMS.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if hashlib.sha256(r["eu_record_id"].encode()).digest()[0] % 2]
    cells = [[row[column] for column in ("latn_official", "latn_other", "cyrl_1", "cyrl_2")] for row in rows]
    return [[form.strip() for cell in row for form in cell.split("|") if form.strip()] for row in cells]


def test_any_two_forms_of_one_record_are_same_and_of_two_records_are_not() -> None:
    records = held_back_half()
    ours = [(a, b) for record in records for a, b in combinations(record, 2)]
    found = sum(score(a, b) >= SAME for a, b in ours)
    wrong = sum(score(a, b) >= SAME for one, other in combinations(records, 2) for a in one for b in other)
    assert found / len(ours) >= 0.97
    assert found / (found + wrong) >= 0.97
