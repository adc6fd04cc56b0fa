"""What may not be shown of somebody's custody leaves what is shown of it no surer than the truth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.register.secrets_told import Telling

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.register.answering import count_on
from habeas.register.catalogue import rows_of
from habeas.register.deciding import retract
from habeas.register.opened import Register, new_register
from habeas.register.projected import projected
from habeas.register.showing import Sees

TODAY = AsOf(date(2024, 5, 30), date(2999, 1, 1), Basis.register())


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Telling]:
    with new_register(str(tmp_path / "r.habeas"), invented=True) as made:
        yield Telling(made)


def shown(told: Telling, asked: AsOf = TODAY) -> list[tuple[str, int, int]]:
    """To visitors, readers and staff: the status of the one person, and the count's two numbers."""
    told.register.append(told.entries)
    told.entries.clear()
    found = []
    for seen in (projected(told.register, Sees.PUBLISHED), projected(told.register, Sees.ALL_BUT_STAFF), told.register):
        (mention,) = seen.caught_up().mentions
        count: dict[str, Any] = count_on(seen, asked, definition())
        row = rows_of(seen, asked, definition(), [mention])[mention]
        assert row.status == "no" or "no exit" not in row.why or row.status == "yes"
        found.append((row.status, count["certain"], count["possible"]))
    return found


def person_held(told: Telling) -> str:
    paper = told.source()
    person = told.mention(paper, "Hanna Vydumka")
    told.claim(paper, person, "described_as_political_prisoner")
    told.claim(paper, person, "arrest", when="2024-01-10")
    told.claim(paper, person, "in_custody", when="2024-04-01")
    return person


def test_a_death_that_one_source_tells_leaves_a_visitor_in_doubt(told: Telling) -> None:
    told.claim(told.source(), person_held(told), "death_in_custody", when="2024-05-02")
    assert shown(told) == [("unknown", 0, 1), ("no", 0, 0), ("no", 0, 0)]
    assert shown(told, TODAY.on(date(2024, 4, 15)))[0] == ("yes", 1, 1)


def test_a_release_told_for_staff_only_leaves_readers_in_doubt_too(told: Telling) -> None:
    told.claim(told.note("staff_only"), person_held(told), "release", when="2024-05-02")
    assert shown(told) == [("unknown", 0, 1), ("unknown", 0, 1), ("no", 0, 0)]


def test_an_arrest_held_back_leaves_it_open_whether_somebody_released_is_free(told: Telling) -> None:
    person = person_held(told)
    told.claim(told.source(), person, "release", when="2024-04-20")
    told.claim(told.note("staff_only"), person, "arrest", when="2024-05-10")
    assert shown(told) == [("unknown", 0, 1), ("unknown", 0, 1), ("yes", 1, 1)]


def test_what_was_taken_back_leaves_nobody_in_doubt(told: Telling) -> None:
    made = told.claim(told.note("staff_only"), person_held(told), "release", when="2024-05-02")
    assert shown(told)[0][0] == "unknown"
    retract(told.register, made, "a slip")
    assert shown(told) == [("yes", 1, 1)] * 3


def test_what_was_never_published_bears_on_no_answer_about_what_was(told: Telling) -> None:
    told.claim(told.note("staff_only"), person_held(told), "release", when="2024-05-02")
    assert shown(told, AsOf(TODAY.day, TODAY.known_by, Basis.parse("public"))) == [("yes", 1, 1)] * 3


def test_whoever_is_named_in_a_group_that_is_shown_is_not_in_doubt_for_another_who_is_not(told: Telling) -> None:
    person = person_held(told)
    paper = told.source()
    other = told.mention(paper, "Piotr Prydumany")
    told.claim(paper, other, "withhold_asked")
    told.claim(paper, None, "in_custody", members=sorted((person, other)), count=14, when="2024-04-10")
    told.register.append(told.entries)
    seen = projected(told.register, Sees.PUBLISHED)
    assert seen.caught_up().held_back == []
    assert rows_of(seen, TODAY, definition(), [person])[person].status == "yes"


def test_of_whom_no_custody_is_shown_none_is_hinted_at(told: Telling) -> None:
    paper = told.source()
    person = told.mention(paper, "Yan Kazachny")
    told.claim(paper, person, "occupation", value={"value": "clerk"})
    told.claim(told.note("staff_only"), person, "arrest", when="2024-05-10")
    assert [status for status, _, _ in shown(told)] == ["untold", "untold", "yes"]


def test_a_register_is_only_read(told: Telling) -> None:
    person_held(told)
    shown(told)
    assert isinstance(told.register, Register) and told.register.knowledge.held_back == []
