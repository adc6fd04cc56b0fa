"""The documented JSON Schema is the one the reader follows."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from habeas.claims.claims_file import Line, read_claims
from habeas.claims.claims_schema import claims_schema
from habeas.tour.invented import invented_country

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Draft202012Validator(claims_schema())


def test_the_documented_schema_is_the_one_made_from_the_vocabulary() -> None:
    assert json.loads((ROOT / "docs/reference/claims.schema.json").read_text("utf-8")) == claims_schema()


def test_everything_the_invented_country_claims_fits() -> None:
    for line in invented_country(40).lines:
        assert SCHEMA.is_valid(line), line


def test_the_bundled_figures_fit() -> None:
    for line in (ROOT / "src/habeas/tour/case/figures_2025.jsonl").read_text("utf-8").splitlines():
        assert SCHEMA.is_valid(json.loads(line))


@pytest.mark.parametrize("line", [
    {"subject": "Ivan Nibyta", "predicate": "arrest"},
    {"subject": "Ivan Nibyta", "source": "Lantern 1"},
    {"subject": "Ivan Nibyta", "predicate": "parcel", "source": "Lantern 1"},
    {"subject": "", "predicate": "arrest", "source": "Lantern 1"},
    {"predicate": "release", "count": -1, "source": "Lantern 1"},
    {"subject": "Ivan Nibyta", "predicate": "arrest", "source": "Lantern 1", "visitor": "his sister"},
    {"subject": "Ivan Nibyta", "predicate": "release", "reality": "perhaps", "source": "Lantern 1"},
])  # fmt: skip
def test_what_the_reader_refuses_the_schema_refuses_too(line: dict[str, Any]) -> None:
    (found,) = read_claims(json.dumps(line) + "\n", "a.jsonl")
    assert not isinstance(found, Line)
    assert not SCHEMA.is_valid(line)


def test_no_word_exists_for_what_must_never_be_held() -> None:
    raw = yaml.safe_load((ROOT / "src/habeas/claims/vocabulary.yml").read_text("utf-8"))
    names = {*raw["predicates"], *(f for p in raw["predicates"].values() for f in p["fields"])}
    never = (
        "aid",
        "parcel",
        "money",
        "donor",
        "donation",
        "visitor",
        "visit",
        "phone",
        "email",
        "contact_of",
        "defence",
        "strategy",
    )
    assert not [n for n in names if any(word == part for part in n.split("_") for word in never)]
