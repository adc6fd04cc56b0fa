"""A claims file: sound lines come out as they stand, faulty ones are named by row and column."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.claims_file import Line, Refused, read_claims
from habeas.kernel.errors import InputRefused

SOUND = {"subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2021-03-02", "source": "Lantern 1"}


def read(*lines: object) -> list[Line | Refused]:
    return list(read_claims("".join(json.dumps(line) + "\n" for line in lines), "a.jsonl"))


def line(**changes: object) -> Line:
    (found,) = read({**SOUND, **changes})
    assert isinstance(found, Line), found
    return found


def refused(**changes: object) -> Refused:
    (found,) = read({**SOUND, **changes})
    assert isinstance(found, Refused)
    return found


def test_a_sound_line_is_read() -> None:
    found = line(place="Orsk", reality="denied")
    assert found.predicate is not None
    assert (found.row, found.predicate.name, found.value, str(found.when)) == (
        1,
        "arrest",
        {"place": "Orsk"},
        "2021-03-02",
    )


def test_fields_may_stand_in_the_value_or_in_the_line() -> None:
    assert line(value={"place": "Orsk"}).value == line(place="Orsk").value == {"place": "Orsk"}


@pytest.mark.parametrize("given", [{"a": 1}, ["x"], 17, True])
def test_what_is_no_text_is_refused_where_a_text_is_wanted(given: object) -> None:
    found = refused(place=given)
    assert (found.row, found.column) == (1, "value")
    assert found.why.startswith("place: ")
    assert "is no text" in found.why
    assert refused(source=given).column == "source"


def test_a_lone_value_is_the_value_or_the_text() -> None:
    assert line(predicate="occupation", value="journalist", valid=None).value == {"value": "journalist"}
    assert line(predicate="name", value="Alena V.", valid=None).value == {"text": "Alena V."}


def test_a_state_has_two_ends_and_a_moment_has_one() -> None:
    state = line(predicate="in_custody", valid="2021-03/2021-05-01")
    assert (str(state.when), str(state.until)) == ("2021-03", "2021-05-01")
    ongoing = line(predicate="in_custody", valid="2021-03/..")
    assert ongoing.until is not None
    assert ongoing.until.is_unknown
    moment = line(valid="2021-03-01/2021-03-05")
    assert moment.until is None
    assert str(moment.when) == "2021-03-01/2021-03-05"


def test_what_has_no_time_ignores_a_date() -> None:
    assert line(predicate="occupation", value="journalist", valid="2021").when.is_unknown


@pytest.mark.parametrize(("column", "changes", "why"), [
    ("predicate", {"predicate": "arested"}, "did you mean"),
    ("predicate", {"predicate": None}, "no predicate"),
    ("value", {"colour": "blue"}, "'colour' is no column and no field of arrest"),
    ("value", {"value": "Orsk"}, "takes its fields by name"),
    ("value", {"place_kind": "cellar"}, "not one of"),
    ("valid", {"valid": "2021-04-31"}, "no calendar day"),
    ("valid", {"valid": "last week"}, "not a date in EDTF form"),
    ("valid", {"predicate": "in_custody", "valid": "2022/2021"}, "ends before it begins"),
    ("subject", {"subject": " "}, "subject is empty"),
    ("subject", {"subject": 7}, "write a name"),
    ("subject", {"subject": {"sex": "f"}}, "needs a name or an id"),
    ("source", {"source": ""}, "who said it"),
    ("published_on", {"published_on": "2021-02-30"}, "no calendar day"),
    ("reality", {"reality": "hoped"}, "not one of actual"),
    ("count", {"count": -1}, "whole number"),
    ("count", {"count": True}, "whole number"),
    ("count", {"comparator": "maybe"}, "comparator 'maybe'"),
    ("count", {"members": "Alena"}, "list of names"),
    ("recorded_at", {"recorded_at": "yesterday"}, "no moment"),
])  # fmt: skip
def test_a_fault_names_its_row_its_column_and_what_to_do(column: str, changes: dict[str, object], why: str) -> None:
    found = refused(**changes)
    assert (found.row, found.column) == (1, column)
    assert why in found.why


def test_rows_are_counted_as_an_editor_counts_them() -> None:
    text = "\n" + json.dumps(SOUND) + "\n\nnot json\n[1]\n" + json.dumps({**SOUND, "source": ""}) + "\n"
    found = list(read_claims(text, "a.jsonl"))
    assert [(f.row, isinstance(f, Line)) for f in found] == [(2, True), (4, False), (5, False), (6, False)]


def test_a_separator_within_a_quote_does_not_cut_the_line() -> None:
    text = json.dumps({**SOUND, "quote": "one\u2028two\u0085three"}, ensure_ascii=False) + "\n"
    (found,) = read_claims(text, "a.jsonl")
    assert isinstance(found, Line), found


def test_a_file_that_is_cut_off_is_refused_as_a_whole() -> None:
    text = json.dumps(SOUND) + "\n" + json.dumps(SOUND)[:30]
    with pytest.raises(InputRefused, match=r"a\.jsonl: line 2 is cut off"):
        list(read_claims(text, "a.jsonl"))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(InputRefused, match="no line in it"):
        list(read_claims(" \n\n", "a.jsonl"))


def test_acts_are_lines_without_a_predicate() -> None:
    found = read({"judge": ["a|x", "b|x"], "verdict": "same"}, {"retract": "1"}, {"policy": {}})
    assert all(isinstance(f, Line) and f.predicate is None for f in found)


def test_a_moment_without_zone_is_taken_as_utc() -> None:
    moment = line(recorded_at="2021-03-04T10:00:00").recorded_at
    assert moment is not None
    assert moment.isoformat() == "2021-03-04T10:00:00+00:00"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
COLUMNS = (
    "subject", "person", "predicate", "type", "value", "valid", "date", "quote", "source", "published_on", "speaker", "reality",
    "recorded_at", "count", "comparator", "members", "label", "weak", "list", "place", "term_days",
)  # fmt: skip


def test_a_reality_that_is_a_list_is_refused() -> None:
    assert refused(reality=["actual"]).column == "reality"


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(COLUMNS), anything, max_size=4))
def test_no_line_however_odd_stops_the_reading(odd: dict[str, object]) -> None:
    (found,) = read({**SOUND, **odd})
    assert isinstance(found, Line | Refused)


@pytest.mark.parametrize(("column", "changes", "why"), [
    ("subject", {"subject": {"name": {"first": "Alena"}}}, "write a text"),
    ("subject", {"subject": "Alena\u0000Vymyslova"}, "control character"),
    ("valid", {"valid": ""}, "no day"),
    ("valid", {"valid": "../..", "predicate": "in_custody"}, "no day"),
    ("valid", {"valid": "0999-01-01"}, "between 1800 and 2200"),
    ("valid", {"published_on": "9999-01-01"}, "between 1800 and 2200"),
    ("count", {"subject": None, "count": 10**12}, "not so many people"),
    ("count", {"subject": None, "count": 1, "members": ["Alena Vymyslova", "Ivan Nibyta"]}, "members names 2"),
    ("value", {"predicate": "sentence", "term_years": 1e308}, "from 0 to 20,000"),
    ("value", {"predicate": "figure", "subject": None, "value": {"value": 10**11}}, "from 0 to"),
])  # fmt: skip
def test_what_cannot_be_true_is_refused_with_its_remedy(column: str, changes: dict[str, object], why: str) -> None:
    found = refused(**changes)

    assert found.column == column and why in found.why


def test_a_key_that_stands_twice_is_refused() -> None:
    (found,) = read_claims(
        '{"predicate": "arrest", "subject": "A", "subject": "B", "source": "Lantern 1"}\n', "a.jsonl"
    )

    assert isinstance(found, Refused) and "'subject' stands twice" in found.why


def test_nobody_is_judged_against_themselves() -> None:
    (found,) = read({"judge": ["Lantern 1|Alena Vymyslova"] * 2, "verdict": "same"})

    assert isinstance(found, Refused) and "against itself" in found.why


def test_a_happening_dated_after_its_source_is_evidence_and_enters() -> None:
    assert line(published_on="2021-01-01").predicate is not None


def test_an_article_is_no_claims_file_and_is_told_where_to_go() -> None:
    with pytest.raises(InputRefused, match="habeas add"):
        list(read_claims("Alena Vymyslova was arrested.\nShe is held in Orsk.\n", "courier.txt"))
