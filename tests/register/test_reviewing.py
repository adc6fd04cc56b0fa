"""The desk: drafts are amended field by field, rules are known by how they fare, and what was refused becomes a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.claims.drafts import Draft
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.deciding import accept, refuse, waiting
from habeas.register.opened import Register, new_register
from habeas.register.reviewing import amended, cases, editable, on_the_desk, rule_rates
from habeas.register.taking_in import add_file
from habeas.sources.capture import About

ARTICLE = (
    "Alena Vymyslova was arrested in March 2024 in Veldania. A court sentenced Piotr Prydumany to six years in prison on Monday. "
    "Four political prisoners were freed on Saturday. Hanna Vydumka died in custody on 3 June.\n"
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    article = tmp_path / "courier.txt"
    article.write_text(ARTICLE, "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as made:
        add_file(made, str(article), About(Day.parse("2024-06-26")))
        yield made


def draft(register: Register, predicate: str) -> Draft:
    return next(d for d in waiting(register) if d.claim["predicate"] == predicate)


def test_the_most_harmful_to_get_wrong_comes_first(register: Register) -> None:
    assert on_the_desk(register)[0].claim["predicate"] == "death_in_custody"


def test_a_group_has_a_count_to_edit_and_a_person_a_name(register: Register) -> None:
    assert "count" in editable(draft(register, "release")) and "person" not in editable(draft(register, "release"))
    assert editable(draft(register, "arrest"))["person"] == "Alena Vymyslova"


def test_an_amended_draft_enters_with_the_fields_changed(register: Register) -> None:
    made = amended(
        register,
        draft(register, "sentence"),
        {"person": "Piotr Prydumany-Vel", "term_years": "6,5", "when": "2024-06-24"},
    )

    claim = next(c for c in register.caught_up().claims if c.id == made)
    assert register.caught_up().mentions[str(claim.subject)].name == "Piotr Prydumany-Vel"
    assert (claim.value["term_years"], claim.when.text) == (6.5, "2024-06-24")
    assert not [d for d in waiting(register) if d.claim["predicate"] == "sentence"]


@pytest.mark.parametrize(
    ("field", "text", "remedy"),
    [
        ("when", "31 April", "when"), ("reality", "maybe", "actual, demanded"), ("term_years", "many", "7.5"), ("person", " ", "wrong_person"),
        ("speaker_of", "x", "no field"),
    ],
)  # fmt: skip
def test_a_bad_value_is_refused_with_the_remedy(register: Register, field: str, text: str, remedy: str) -> None:
    with pytest.raises(InputRefused, match=remedy):
        amended(register, draft(register, "sentence"), {field: text})
    assert draft(register, "sentence")


def test_each_rule_has_its_accept_rate_with_an_interval(register: Register) -> None:
    accept(register, [draft(register, "arrest")])
    refuse(register, draft(register, "death_in_custody"), "misread")

    rates = {rate.rule: rate.to_json() for rate in rule_rates(register)}

    assert (rates["syntax.arrest"]["accept_rate"], rates["syntax.arrest"]["interval"]) == (1.0, [0.2065, 1.0])
    assert (rates["syntax.death_in_custody"]["accept_rate"], rates["syntax.death_in_custody"]["refused"]) == (
        0.0,
        {"misread": 1},
    )
    assert rates["syntax.release"]["accept_rate"] is None and rates["syntax.release"]["waiting"] > 0


def test_what_was_refused_or_amended_becomes_a_case(register: Register) -> None:
    refuse(register, draft(register, "death_in_custody"), "not_said")
    amended(register, draft(register, "arrest"), {"reality": "planned"})
    accept(register, [draft(register, "sentence")])

    found = {case["proposed"]["predicate"]: case for case in cases(register)}

    assert set(found) == {"death_in_custody", "arrest"}
    assert (found["death_in_custody"]["decision"], found["death_in_custody"]["reason"]) == ("refuse", "not_said")
    assert found["arrest"]["made"]["reality"] == "planned"
    assert found["arrest"]["quote"] in found["arrest"]["text"]
