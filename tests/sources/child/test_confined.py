"""The child cleans what it says, and its own fall is an answer too."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.sources.child import confined
from habeas.sources.child.confined import Answer, answer, clean
from habeas.sources.plain import CONTROL


@given(st.text(st.characters()))
def test_clean_text_can_be_stored_and_is_of_the_same_length(text: str) -> None:
    cleaned = clean(text)
    assert not CONTROL.search(cleaned)
    assert cleaned.encode().decode() == cleaned
    assert clean(cleaned) == cleaned


def test_two_halves_make_a_character_and_one_half_none() -> None:
    assert clean("\ud83d\udd6f \ud83d tab\t") == "🕯 \ufffd tab\t"


class _Standard:
    """Standard input and output as a child has them."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


def said_by(parser: Any, monkeypatch: pytest.MonkeyPatch, outer: str = "bubblewrap", confines: bool = True) -> Answer:
    """What the child would say, without confining the tests themselves."""
    out = _Standard()
    monkeypatch.setattr(sys, "argv", ["child", "html", outer, "1", "1"])
    monkeypatch.setattr(sys, "stdin", _Standard(b"data"))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(confined, "limit", lambda memory, seconds: None)
    monkeypatch.setattr(confined, "confine_self", lambda: confines)
    answer({"html": parser})
    said: Answer = json.loads(out.buffer.getvalue())
    return said


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (MemoryError(), "more memory than is allowed"),
        (RecursionError(), "nested too deeply"),
        (KeyError("x\x1b"), "the parser failed (KeyError: 'x\\x1b')"),
    ],
)
def test_a_parser_that_fails_says_why(error: Exception, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def parser(data: bytes) -> Answer:
        raise error

    assert why in said_by(parser, monkeypatch)["because"]


def test_a_child_that_could_not_confine_itself_parses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []

    def parser(data: bytes) -> Answer:
        called.append(data)
        return {}

    said = said_by(parser, monkeypatch, outer="landlock", confines=False)
    assert said["because"].startswith("no sandbox")
    assert not called


def test_within_bubblewrap_an_old_kernel_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said_by(lambda data: {"passages": [data.decode()]}, monkeypatch, confines=False) == {"passages": ["data"]}


@pytest.mark.parametrize(
    ("files", "calls", "left", "enough"),
    [(True, True, False, True), (True, False, True, True), (True, False, False, False), (False, True, True, False)],
)
def test_confined_means_files_and_network(
    files: bool, calls: bool, left: bool, enough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "leave_network", lambda: left)
    monkeypatch.setattr(confined, "confine", lambda readable: files)
    monkeypatch.setattr(confined, "deny_calls", lambda: calls)
    monkeypatch.setattr(confined, "_drop_capabilities", lambda: None)
    assert confined.confine_self() is enough
