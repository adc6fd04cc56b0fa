"""A register that is told lines of a claims file, and asked what needs a person."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.register.due.everything import needs
from habeas.register.due.needs import Looked, Need
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register
from habeas.sources.capture import About

Needing = Callable[..., list[Need]]
Told = Callable[..., Register]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """Tells the register lines, each by Lantern unless it says otherwise; gives the register."""
    with new_register(str(tmp_path / "r.habeas")) as register:

        def tell(*lines: dict[str, Any]) -> Register:
            path = tmp_path / f"lines-{register.store.head().size}.jsonl"
            said = {"source": "Lantern", "published": "2024-01-02"}
            path.write_text("".join(json.dumps({**said, **line}) + "\n" for line in lines), "utf-8")
            import_claims(register, str(path), About(Day.unknown()), Wish())
            return register

        yield tell


@pytest.fixture
def needing() -> Needing:
    """What of one kind needs a person on a day."""

    def ask(register: Register, kind: str, on: str = "2024-06-01", days: int = 90) -> list[Need]:
        asked = AsOf(date.fromisoformat(on), utc_today(), Basis.register())
        return needs(register, Looked(asked, definition(), days))[kind]

    return ask
