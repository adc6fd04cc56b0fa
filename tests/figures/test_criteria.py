"""The criteria that a sheet asks for are those that the rule reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from habeas.figures.criteria import Standard, refuse_unknown, standard, standards
from habeas.figures.definitions import definition, definition_files
from habeas.kernel.errors import InputRefused, UsageError


def asked_in(rule: Any, excluding: bool = False) -> Iterator[tuple[str, str, bool]]:
    if isinstance(rule, list):
        for part in rule:
            yield from asked_in(part, excluding)
    elif isinstance(rule, Mapping):
        for kind, inner in rule.items():
            if kind == "assessment":
                yield inner["standard"], str(inner["criterion"]), excluding
            else:
                yield from asked_in(inner, excluding or kind == "not")


@pytest.mark.parametrize("one", standards(), ids=lambda one: one.id)
def test_every_criterion_of_the_rule_is_worded_and_no_other(one: Standard) -> None:
    wanted = set(asked_in(definition(one.id).rule))
    assert {(one.id, c.id, c.excludes) for c in one.criteria} == wanted
    assert all(len(c.words) > 10 for c in one.criteria)


def test_nothing_else_is_said_of_a_criterion() -> None:
    """A comma in words that are not quoted would begin another key."""
    said = [one for content in definition_files() for one in (content.get("criteria") or {}).values()]
    assert said and all(set(one) <= {"words", "excludes"} for one in said)


def test_both_standards_of_the_field_are_there() -> None:
    assert {one.id for one in standards()} >= {"pace-1900", "guidelines-2013"}


def test_a_standard_nobody_has_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="pace-1900"):
        standard("own-opinion")


@pytest.mark.parametrize(("standard_id", "criterion", "why"), [
    ("PACE-1900", "b", "standard is 'PACE-1900'; use one of"), ("pace-1900", "B", "criterion is 'B'; pace-1900 has a, b"),
    (None, "b", "standard is None"),
])  # fmt: skip
def test_an_assessment_that_could_never_count_is_refused(standard_id: object, criterion: object, why: str) -> None:
    refuse_unknown("pace-1900", "b")
    with pytest.raises(InputRefused, match=why):
        refuse_unknown(standard_id, criterion)
