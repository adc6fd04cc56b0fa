"""Two versions of a list, compared from what is held: whichever is named first, and whatever stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.lists import HELD, LIST, NOBODY_SAYS, OUT, bring_in

from habeas.kernel.errors import InputRefused
from habeas.register.list_versions import between, lists_held
from habeas.register.opened import Register, new_register

MOVED = {**HELD, "prison": "Penal colony No. 7"}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        bring_in(made, LIST, "2032-01-31")
        bring_in(made, [MOVED, OUT], "2032-02-28")
        bring_in(made, [MOVED, OUT, NOBODY_SAYS], "2032-03-31")
        yield made


def captures(register: Register) -> list[str]:
    return [version.capture for version in lists_held(register)[0].versions]


def test_a_list_is_held_with_its_versions_the_oldest_first(register: Register) -> None:
    (held,) = lists_held(register)
    assert [str(v.published) for v in held.versions] == ["2032-01-31", "2032-02-28", "2032-03-31"]


@pytest.mark.parametrize(
    ("a", "b", "added", "gone", "changed", "unchanged"),
    [(0, 1, [], ["Piotr Prydumany"], ["Alena Vymyslova"], 1), (1, 2, ["Piotr Prydumany"], [], [], 2), (0, 2, [], [], ["Alena Vymyslova"], 2), (2, 0, [], [], ["Alena Vymyslova"], 2), (1, 1, [], [], [], 2)],
)  # fmt: skip
def test_what_differs_is_what_the_files_say(
    register: Register, a: int, b: int, added: list[str], gone: list[str], changed: list[str], unchanged: int
) -> None:
    held = captures(register)
    found = between(register, held[a], held[b])
    assert [one.name for one in found.added] == added
    assert [one.name for one in found.gone] == gone
    assert [one.who.name for one in found.changed] == changed
    assert found.unchanged == unchanged
    assert found.earlier.published <= found.later.published


def test_a_changed_row_is_told_in_the_words_of_its_cells(register: Register) -> None:
    one, two, _ = captures(register)
    (change,) = between(register, one, two).changed
    assert any("Penal colony No. 4" in said for said in change.before)
    assert any("Penal colony No. 7" in said for said in change.after)


def test_versions_that_are_not_held_are_refused(register: Register) -> None:
    with pytest.raises(InputRefused, match="no two versions"):
        between(register, captures(register)[0], "cap_none")
