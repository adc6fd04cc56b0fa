"""Names looked at by a child are the same index; a child that fails, or is left, costs nothing but time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from habeas.identity import names_ahead as ahead
from habeas.identity.like_names import LikeNames
from habeas.identity.names_ahead import CHILD, looked_at, names_ahead

NAMES = ["Siarhei Vydumka", "Сергей Выдумка", "Ivan Vydumka", "VYDUMKA Siarhiej", "Нибыта Иван", "?", ""]
LATER = ["Serhiy Vydumka", "Ivan Nibyta", "Сергей Выдумка"]
FAILING = (("-c", "import sys; sys.stdin.read(); sys.exit(3)"), ("-c", "import sys; sys.exit(3)"))


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    made: list[subprocess.Popen[bytes]] = []

    def popen(*told: Any, **how: Any) -> subprocess.Popen[bytes]:
        made.append(real(*told, **how))
        return made[-1]

    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", popen)
    return made


def answers(index: LikeNames) -> dict[str, dict[str, float]]:
    for name in (*NAMES, *LATER):
        index.like(name)
    return {name: dict(index.like(name)) for name in (*NAMES, *LATER)}


def test_the_child_makes_the_index_that_is_made_here(
    begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    real = LikeNames._candidates

    def noted(index: LikeNames, name: str) -> set[str]:
        looked.append(name)
        return real(index, name)

    monkeypatch.setattr(LikeNames, "_candidates", noted)
    index = LikeNames()
    with names_ahead(index, NAMES):
        assert answers(index) == answers(LikeNames())
    assert [child.returncode for child in begun] == [0]
    assert looked[:2] == ["Serhiy Vydumka", "Ivan Nibyta"]


@pytest.mark.parametrize("child", FAILING)
def test_where_the_child_fails_names_are_looked_at_here(
    begun: list[subprocess.Popen[bytes]], child: Sequence[str]
) -> None:
    index = LikeNames()
    with names_ahead(index, NAMES, child):
        assert answers(index) == answers(LikeNames())
    assert [one.returncode for one in begun] == [3]


def test_where_no_child_can_be_begun_names_are_looked_at_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    index = LikeNames()
    with names_ahead(index, NAMES):
        assert answers(index) == answers(LikeNames())


@pytest.mark.parametrize("error", [KeyboardInterrupt, None])
def test_a_child_that_is_left_is_ended(begun: list[subprocess.Popen[bytes]], error: type[BaseException] | None) -> None:
    index = LikeNames()
    try:
        with names_ahead(index, NAMES, ("-c", "import sys, time; sys.stdin.read(); time.sleep(600)")):
            if error is not None:
                raise error
    except KeyboardInterrupt:
        pass
    assert [one.returncode for one in begun] == [-9]
    assert answers(index) == answers(LikeNames())


def test_nobody_is_asked_for_few_names_or_on_one_core_or_beside_an_index(
    begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = LikeNames()
    filled.like("Ivan Nibyta")
    with names_ahead(filled, NAMES):
        pass
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with names_ahead(LikeNames(), NAMES):
        pass
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(ahead, "MANY", len(NAMES) + 1)
    with names_ahead(LikeNames(), NAMES):
        pass
    assert begun == []


def test_what_the_child_gives_back_holds_every_name() -> None:
    index = LikeNames()
    index.await_from(lambda: looked_at(b'["Ivan Nibyta", "\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd Nibyta"]'))
    assert set(index.like("Ivan Nibyta")) == {"Иван Nibyta"}
    assert CHILD[0] == "-I"
