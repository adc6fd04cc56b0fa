"""Who counts: each rule over a person's claims, in three values and a half."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.claim import Claim
from habeas.figures.definitions import Definition, Inclusion, definition, definition_files, inclusion
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, RefusedByRule, UsageError

IN, OUT, POSSIBLE, NOT_ASSESSED = Inclusion.IN, Inclusion.OUT, Inclusion.POSSIBLE, Inclusion.NOT_ASSESSED
NUMBER = iter(range(10_000))


def says(predicate: str, when: str = "", **value: Any) -> Claim:
    return Claim(f"c{next(NUMBER):05}", "m", predicate, value, "s", Day.parse(when))


def belongs(name: str, *claims: Claim, on: str = "2030-06-01") -> Inclusion:
    return inclusion(definition(name), claims, date.fromisoformat(on).toordinal())


def every_definition() -> list[Definition]:
    return [definition(f"{d['id']}:X" if "parameter" in d else str(d["id"])) for d in definition_files()]


@pytest.mark.parametrize("of", every_definition(), ids=str)
def test_a_definition_is_named_cited_and_spoken(of: Definition) -> None:
    assert of.version >= 1
    assert of.title
    assert of.citation
    assert "{certain}" in of.headline
    assert definition(str(of)) == of


@pytest.mark.parametrize("of", every_definition(), ids=str)
def test_nobody_belongs_without_a_claim(of: Definition) -> None:
    assert inclusion(of, [], date(2030, 1, 1).toordinal()) in (OUT, NOT_ASSESSED)


@pytest.mark.parametrize(("value", "weak", "answer"), [
    ({}, False, IN), ({"as": "called"}, False, IN), ({"as": "member"}, False, IN), ({"as": "example"}, False, POSSIBLE), ({}, True, POSSIBLE),
])  # fmt: skip
def test_being_described_puts_in_and_being_an_example_only_possibly(
    value: dict[str, Any], weak: bool, answer: Inclusion
) -> None:
    claim = Claim("c", "m", "described_as_political_prisoner", value, "s", Day.unknown(), weak=weak)
    assert belongs("described-as-political-prisoner", claim) is answer


@pytest.mark.parametrize("reality", ["demanded", "planned", "denied"])
def test_what_did_not_happen_describes_nobody(reality: str) -> None:
    claim = Claim("c", "m", "described_as_political_prisoner", {}, "s", Day.unknown(), reality=reality)
    assert belongs("described-as-political-prisoner", claim) is OUT


@pytest.mark.parametrize(("on", "answer"), [
    ("2030-03-31", OUT), ("2030-04-01", IN), ("2030-05-31", IN), ("2030-06-01", OUT), ("2030-07-10", IN),
])  # fmt: skip
def test_recognition_holds_from_each_act_to_the_next(on: str, answer: Inclusion) -> None:
    acts = [
        says("recognised", "2030-07-10", body="Lantern"), says("recognition_withdrawn", "2030-06-01", body="LANTERN"),
        says("recognised", "2030-04-01", body="Lantern"),
    ]  # fmt: skip
    assert belongs("recognised-by:lantern", *acts, on=on) is answer


def test_recognition_by_another_body_is_another_recognition() -> None:
    assert belongs("recognised-by:Lantern", says("recognised", "2030-01-01", body="The Veldan Courier")) is OUT


def test_recognition_looking_back_counts_for_the_custody_before() -> None:
    act = says("recognised", "2031-01-01", body="Lantern", ex_post_facto=True)
    assert belongs("recognised-by:Lantern", act, on="2030-01-01") is IN


@pytest.mark.parametrize(("on", "answer"), [("2030-03-31", OUT), ("2030-04-01", POSSIBLE), ("2030-04-30", IN)])
def test_an_imprecise_recognition_is_possible_until_its_last_day(on: str, answer: Inclusion) -> None:
    assert belongs("recognised-by:Lantern", says("recognised", "2030-04", body="Lantern"), on=on) is answer


def test_an_imprecise_withdrawal_leaves_it_possible() -> None:
    acts = [says("recognised", "2030-01-01", body="Lantern"), says("recognition_withdrawn", "2030-06", body="Lantern")]
    assert belongs("recognised-by:Lantern", *acts, on="2030-06-10") is POSSIBLE


def assessed(criterion: str, answer: str, body: str = "Lantern", when: str = "2030-01-01") -> Claim:
    return says("assessment", when, standard="pace-1900", criterion=criterion, answer=answer, body=body)


@pytest.mark.parametrize(("claims", "answer"), [
    ([], NOT_ASSESSED),
    ([assessed("a", "yes")], IN),
    ([assessed("e", "yes"), assessed("a", "no")], IN),
    ([assessed(c, "no") for c in "abcde"], OUT),
    ([assessed("a", "no")], NOT_ASSESSED),
    ([assessed("a", "unknown")], NOT_ASSESSED),
    ([assessed("a", "yes"), assessed("a", "no", "The Veldan Courier")], POSSIBLE),
    ([assessed("a", "no"), assessed("a", "yes", when="2030-02-01")], IN),
    ([assessed("a", "yes"), assessed("terrorist-crime", "yes")], OUT),
    ([assessed("a", "yes"), assessed("terrorist-crime", "no")], IN),
])  # fmt: skip
def test_criteria_are_joined_in_three_values(claims: list[Claim], answer: Inclusion) -> None:
    assert belongs("pace-1900", *claims) is answer


@pytest.mark.parametrize(("told", "answer"), [
    ("journalist", IN), ("freelance Journalist", IN), ("teacher", OUT), ("journalistic adviser", OUT), (None, NOT_ASSESSED),
])  # fmt: skip
def test_an_occupation_is_matched_by_whole_words(told: str | None, answer: Inclusion) -> None:
    claims = [] if told is None else [says("occupation", value=told)]
    assert belongs("cpj-census", *claims) is answer


def test_an_occupation_followed_by_a_comma_is_the_same_occupation() -> None:
    assert belongs("cpj-census", says("occupation", value="journalist, retired")) is IN


def test_a_snapshot_says_nothing_about_other_days() -> None:
    of = definition("cpj-census")
    of.refuse_unless_answerable([date(2030, 12, 1), date(2031, 12, 1)])
    with pytest.raises(RefusedByRule, match="says nothing about 2030-11-30") as refused:
        of.refuse_unless_answerable([date(2030, 12, 1), date(2030, 11, 30)])
    assert refused.value.answer["on"] == "2030-11-30"


@pytest.mark.parametrize(("name", "why"), [
    ("described", "there are cpj-census@1"),
    ("pace-1900@7", "no definition"),
    ("recognised-by", "add ':BODY'"),
    ("pace-1900:Lantern", "leave out what follows the colon"),
])  # fmt: skip
def test_a_definition_that_is_not_there_is_refused_with_those_that_are(name: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        definition(name)


def test_an_own_definition_replaces_a_packaged_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = "id: {id}\nversion: 3\ntitle: t\ncitation: c\nheadline: '{{certain}} people'\nrule: {rule}\n"
    (tmp_path / "a.yml").write_text(own.format(id="all-charged", rule="{not: {described: {}}}"))
    (tmp_path / "b.yml").write_text(own.format(id="pace-1900", rule="{described: {}}"))
    monkeypatch.setenv("HABEAS_DEFINITIONS", str(tmp_path))
    assert str(definition("all-charged")) == "all-charged@3"
    assert definition("all-charged").staleness is None
    assert belongs("all-charged") is IN
    assert definition("pace-1900").version == 3


def test_a_rule_that_does_not_exist_is_refused_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.yml").write_text(
        "id: odd\nversion: 1\ntitle: t\ncitation: c\nheadline: 'at least {certain}'\nrule: {any: [{guess: {}}]}\n"
    )
    monkeypatch.setenv("HABEAS_DEFINITIONS", str(tmp_path))
    with pytest.raises(InputRefused, match=r"odd\.yml: 'guess' is no rule"):
        definition("odd")


SOUND = {
    "id": "odd", "version": 1, "title": "t", "citation": "c", "headline": "at least {certain} people", "rule": {"described": {}},
}  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), [
    ({"id": None}, "id is None"),
    ({"version": "one"}, "version is 'one'"),
    ({"headline": None}, "headline is None"),
    ({"headline": "at {foo}"}, "headline holds braces"),
    ({"headline": "people"}, "where the number goes"),
    ({"rule": None}, "rule is None"),
    ({"rule": {}}, "rule is"),
    ({"rule": "described"}, "rule is 'described'"),
    ({"rule": {"any": []}}, "any is"),
    ({"rule": {"any": {"described": {}}}}, "any is"),
    ({"rule": {"assessment": {"standard": "s"}}}, "assessment.criterion is None"),
    ({"rule": {"recognised": {}}}, "recognised.body is None"),
    ({"rule": {"described": {"by": "whom"}}}, "only nothing"),
    ({"staleness_days": "soon"}, "staleness_days is 'soon'"),
    ({"snapshot": "1 December"}, "snapshot is '1 December'"),
    ({"snapshot": {"month": 2, "day": 31}}, "snapshot is"),
    ({"place_kinds": ["prisonn"]}, "place_kinds is"),
    ({"place_kinds": "house_arrest"}, "place_kinds is"),
    ({"colour": "red"}, "'colour' is no part"),
    ({"id": "pace-1900"}, "pace-1900@1 is another rule already"),
])  # fmt: skip
def test_a_definition_that_is_off_is_refused_by_file_and_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, object], why: str
) -> None:
    (tmp_path / "odd.yml").write_text(yaml.safe_dump({**SOUND, **wrong}))
    monkeypatch.setenv("HABEAS_DEFINITIONS", str(tmp_path))
    with pytest.raises(InputRefused, match=why) as refused:
        definition("odd")
    assert "odd.yml" in str(refused.value)


def test_a_definition_that_is_no_utf_8_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.yml").write_bytes("title: Прозвішча".encode("cp1251"))
    monkeypatch.setenv("HABEAS_DEFINITIONS", str(tmp_path))
    with pytest.raises(InputRefused, match="save it as UTF-8"):
        definition("odd")


@pytest.mark.parametrize(("told", "answer"), [
    ("former journalist", OUT), ("wife of a journalist", OUT), ("non-journalist", OUT), ("bloggers", IN), ("журналистка", IN),
    ("teacher", OUT),
])  # fmt: skip
def test_whoever_was_a_journalist_or_is_related_to_one_is_none(told: str, answer: Inclusion) -> None:
    assert belongs("cpj-census", says("occupation", value=told)) is answer


@pytest.mark.parametrize(("claim", "answer"), [
    (says("recognised", "2030-01-01", body="Lantern"), "recognised-by: lantern "),
    (says("occupation", value="journalist"), "cpj-census"),
    (says("assessment", "2030-01-01", standard="pace-1900", criterion="b", answer="yes", body="Lantern"), "pace-1900"),
])  # fmt: skip
def test_what_too_few_have_accepted_makes_nobody_belong_for_certain(claim: Claim, answer: str) -> None:
    assert belongs(answer, claim) is IN
    assert belongs(answer, replace(claim, provisional=True)) is POSSIBLE
