"""What each person is in a Russian text: held, once held, kin, or what they do."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.claims.reading.role_letters import ROLES

from habeas.claims.reading.read import read_text
from habeas.claims.reading.russian.models import is_readable

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "roles.yml").read_text("utf-8"))


@pytest.mark.skipif(not is_readable(), reason="needs the packages of the extra ru")
@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_everyone_has_the_role_the_text_gives(case: dict[str, Any]) -> None:
    persons = {person.name: person.role for person in read_text(case["text"], date(2025, 6, 26), "ru").persons}

    assert {name: persons.get(name) for name in case["roles"]} == {n: ROLES[r] for n, r in case["roles"].items()}
