"""A person whom a list takes out and lists again under another id: one person or two, nobody says, so it is a question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.intake_lines import BY_BOTH, bounds
from tests.register.lists import HELD, bring_in

from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.deciding import judge, set_policy
from habeas.register.importing import Wish
from habeas.register.intake import link_all
from habeas.register.opened import Register, new_register
from habeas.register.questions import questions

FIRST, SECOND, THIRD = "2032-01-31", "2032-02-29", "2032-03-31"
AGAIN = {**HELD, "id": "907", "url": "https://list.invalid/alena-again"}
OTHER = {
    **HELD,
    "id": "2",
    "url": "https://list.invalid/ivan",
    "name": "Ivan Nibyta",
    "birthday": "1990-01-02",
    "gender": "male",
}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        yield made


def asked(register: Register) -> list[tuple[str, str]]:
    now = AsOf(utc_today(), utc_today(), Basis.register())
    return [(one.a, one.b) for one in questions(register, now, definition())]


def test_somebody_listed_again_under_another_id_is_in_question_and_widens_the_count(register: Register) -> None:
    bring_in(register, [HELD, OTHER], FIRST)
    came = bring_in(register, [AGAIN, OTHER], SECOND)
    assert [one["name"] for one in came["to_review"]] == ["Alena Vymyslova"]
    assert bounds(register, SECOND) == (2, 3)
    ((one, other),) = asked(register)
    judge(register, one, other, Verdict.SAME, None)
    assert (bounds(register, SECOND), asked(register)) == ((2, 2), [])


def test_the_policy_never_links_them_and_a_third_source_fits_neither_more_than_the_other(register: Register) -> None:
    set_policy(register, BY_BOTH)
    bring_in(register, [HELD, OTHER], FIRST)
    bring_in(register, [AGAIN, OTHER], SECOND)
    assert link_all(register)["linked"] == []
    came = bring_in(register, [{**HELD, "id": "5", "name": "Алёна Вымыслова"}], SECOND, Wish(list_name="lantern"))
    assert (came["linked"], link_all(register)["linked"]) == ([], [])


def test_two_who_stood_together_in_any_version_stay_two(register: Register) -> None:
    twins = {**AGAIN, "birthday": ""}
    bring_in(register, [{**HELD, "birthday": ""}, twins, OTHER], FIRST)
    bring_in(register, [twins, OTHER], SECOND)
    bring_in(register, [{**HELD, "birthday": ""}, OTHER], THIRD)
    assert asked(register) == []


def test_an_older_version_that_shows_them_together_comes_in_later_and_settles_it(register: Register) -> None:
    twins = {**AGAIN, "birthday": ""}
    bring_in(register, [{**HELD, "birthday": ""}, OTHER], SECOND)
    bring_in(register, [twins, OTHER], THIRD)
    assert len(asked(register)) == 1
    bring_in(register, [{**HELD, "birthday": ""}, twins, OTHER], FIRST)
    assert asked(register) == []
