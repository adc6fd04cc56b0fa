"""What an answer about two people changes is the same whether only those it can touch are looked at, or everybody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from tests.register.intake_lines import BY_BIRTH, come_in, told

from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import Basis, parse_calendar_day, utc_today
from habeas.register import pair_effects
from habeas.register.deciding import judge, set_policy
from habeas.register.known import known
from habeas.register.opened import Register, new_register
from habeas.register.pair_effects import effects
from habeas.register.touched import touched

DAY = parse_calendar_day("2031-03-01", "on")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Namesakes with and without days of birth, some of one source, some judged, some linked by the policy."""
    with new_register(str(tmp_path / "a.habeas")) as made:
        set_policy(made, BY_BIRTH)
        come_in(
            made,
            *(told("Ivan Nibyta", source) for source in "ABC"),
            told("Ivan Nibyta", "D", "1990-05-01"), told("Ivan Nibyta", "E", "1990-05-01"), told("Ivan Nibyto", "F", "1990-05-01"),
            told("Marta Fiktsyya", "A", "1985-01-01"), told("Marta Fiktsyya", "B", "1985-01-02"), told("Marta Vydumka", "C", "1985-01-01"),
            told("Piotr Prydumany", "A"), told("Alena Vymyslova", "B"), told("Alena Vymyslova", "A"), told("Hanna Vydumka", "C"),
        )  # fmt: skip
        named = [m.id for m in made.caught_up().mentions.values()]
        judge(made, named[0], named[9], Verdict.SAME, None)
        judge(made, named[1], named[2], Verdict.UNSURE, None)
        judge(made, named[10], named[12], Verdict.DIFFERENT, None)
        yield made


@pytest.mark.parametrize("basis", [Basis.register(), Basis.public()], ids=str)
def test_whoever_is_not_touched_counts_as_before(
    register: Register, basis: Basis, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_by = utc_today() if basis == Basis.register() else DAY
    pairs = list(combinations([m.id for m in register.caught_up().mentions.values()], 2))
    few = [effects(register, a, b, known_by, basis, [(definition(), DAY)]) for a, b in pairs]
    register.memo.clear()
    monkeypatch.setattr(pair_effects, "_touched", lambda *_: None)
    assert few == [effects(register, a, b, known_by, basis, [(definition(), DAY)]) for a, b in pairs]
    assert any(one.is_moved for found in few for one in found)


def test_people_without_anything_in_common_are_not_touched(register: Register) -> None:
    now = known(register, utc_today(), Basis.register())
    of = {m.name: m.id for m in register.knowledge.mentions.values()}
    found = touched(register, now, of["Alena Vymyslova"], of["Hanna Vydumka"])
    assert {now.persons.by_id[person].name for person in found} == {"Alena Vymyslova", "Hanna Vydumka"}
