"""Who sits at a desk, chosen by a test, and what an answer says."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest

from habeas.web.permissions import Role, Who

SitDown = Callable[[str, Role], None]


def location(answer: Any) -> str:
    """Where an entry leads on to."""
    assert answer.status_code == 303, text_of(answer)
    return str(answer["Location"])


def text_of(answer: Any) -> str:
    """A page's words."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.fixture
def sit_down(monkeypatch: pytest.MonkeyPatch) -> SitDown:
    """From now on requests come from somebody of this name and role."""

    def sit(name: str, role: Role) -> None:
        for module in ("desks.desk", "desks.beside", "frame"):
            place = f"habeas.web.{module}.who_asks"
            monkeypatch.setattr(place, lambda _request: Who(role, name))

    return sit
