"""What the child says is looked at as if an enemy had written it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.sources.parsed import MOST_PASSAGES, MOST_WARNINGS, Parsed, parsed_from

SOUND: dict[str, Any] = {"passages": [{"text": "words", "page": 1}, {"text": "more", "page": 2, "title": "T"}], "warnings": ["w"]}  # fmt: skip


def checked(answer: object) -> Parsed:
    return parsed_from(json.dumps(answer).encode(), "landlock")


def test_a_sound_answer_becomes_passages() -> None:
    parsed = checked({**SOUND, "published_hint": "2025-06-26"})
    assert (parsed.status, parsed.because, parsed.sandbox) == ("parsed", None, "landlock")
    assert [(p.number, p.text, p.page, p.title) for p in parsed.passages] == [
        (0, "words", 1, None),
        (1, "more", 2, "T"),
    ]
    assert (str(parsed.published_hint), parsed.warnings) == ("2025-06-26", ("w",))


@pytest.mark.parametrize(
    "passage",
    [
        "words", None, {}, {"text": None}, {"text": ""}, {"text": " \n"}, {"text": "a\x00b"}, {"text": "\x1b]0;x\x07"}, {"text": "\ud800"},
        {"text": "w", "page": 0}, {"text": "w", "page": True}, {"text": "w", "page": 1.5}, {"text": "w", "page": "1"},
        {"text": "w", "title": 5}, {"text": "w", "sheet": ["s"]},
    ],
)  # fmt: skip
def test_one_passage_of_another_shape_discredits_the_whole_answer(passage: object) -> None:
    parsed = checked({"passages": [{"text": "sound"}, passage]})
    assert (parsed.passages, parsed.because) == ((), "stored, not parsed: the parser's answer could not be read")


@pytest.mark.parametrize("answer", [{**SOUND, "warnings": [5]}, {**SOUND, "warnings": None}, {**SOUND, "published_hint": 5}, {**SOUND, "published_hint": "yesterday"}])  # fmt: skip
def test_so_does_anything_else_of_another_shape(answer: object) -> None:
    assert checked(answer).status == "not_parsed"


def test_deep_nesting_and_too_many_passages_are_refused() -> None:
    assert parsed_from(b"[" * 100_000, "landlock").status == "not_parsed"
    assert checked({"passages": [{"text": "w"}] * (MOST_PASSAGES + 1)}).status == "not_parsed"


def test_a_day_that_does_not_exist_is_no_hint() -> None:
    parsed = checked({**SOUND, "published_hint": "2025-04-31"})
    assert (parsed.status, parsed.published_hint) == ("parsed", None)


def test_words_that_will_be_shown_are_one_short_line_without_tricks() -> None:
    parsed = checked(
        {"passages": [{"text": "w", "title": "a\x1b[2J\nb\u202ec" + "d" * 999}], "warnings": ["x\r\ny"] * 60}
    )
    title = parsed.passages[0].title
    assert title is not None
    assert title.isprintable()
    assert len(title) == 300
    assert parsed.warnings[0] == "x  y"
    assert parsed.warnings[MOST_WARNINGS:] == ("and 10 more",)


def test_without_passages_the_reason_is_given_and_warnings_stay() -> None:
    parsed = checked({"because": "the workbook has no cells", "warnings": ["w"]})
    assert (parsed.because, parsed.warnings) == ("stored, not parsed: the workbook has no cells", ("w",))
    assert checked({}).because == "stored, not parsed: the parser gave no reason"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["passages", "text", "page", "warnings", "because", "title"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(json_values)
def test_no_answer_brings_the_parent_down(answer: object) -> None:
    parsed = checked(answer)
    assert (parsed.because is None) == bool(parsed.passages)
    for passage in parsed.passages:
        assert passage.text.encode().decode() == passage.text


@given(st.binary())
def test_no_bytes_bring_the_parent_down(said: bytes) -> None:
    assert parsed_from(said, "none").status == "not_parsed"
