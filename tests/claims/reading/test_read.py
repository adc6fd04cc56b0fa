"""The way into the stage: spans are exact, nothing makes it fail, what cannot be read is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.reading.model import Reading, to_json
from habeas.claims.reading.read import read_text

ARTICLE = (
    "The Veldan Courier\n\nFour political prisoners were freed on Saturday. Alena Vymyslova was one of 4 political prisoners released. "
    "Among those released was Piotr Prydumany. Prisoners like Hanna Vydumka, who was sentenced in 2021, remain behind bars. "
    "“All of them must walk free,” said Marta Fiktsyya."
)


def all_spans(reading: Reading) -> list[tuple[str, tuple[int, int]]]:
    quoted = [(event.quote, event.span) for event in reading.events] + [
        (figure.quote, figure.span) for figure in reading.figures
    ]
    quoted += [(one.quote, one.span) for one in reading.descriptions] + [
        (one.quote, one.span) for one in reading.states
    ]
    return quoted + [(mention.text, mention.span) for person in reading.persons for mention in person.mentions]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_every_span_is_exact(noise: str) -> None:
    text = f"{noise}\nAlena Vymyslova was arrested in {noise} 2021.\n{noise}"

    assert all(text[start:end] == quote for quote, (start, end) in all_spans(read_text(text, date(2025, 6, 26), "en")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "word",
        ", Alena Vymyslova was held.",
        "\x00\x01",
        "\u202e\u200fabc",
        "\ud800",
        "....",
        "1",
        "a" * 50_000,
        "the " * 5_000,
        '"' * 99,
    ],
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    reading = read_text(text, lang="en")

    assert to_json(reading, text)["events"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Алену Вимишлену звільнили в суботу з в'язниці.",
        "Der Häftling wurde am Samstag aus der Haft entlassen und ist frei.",
    ],
)
def test_a_text_in_another_language_is_returned_unread_with_the_reason(text: str) -> None:
    reading = read_text(text)

    assert reading.lang in ("uk", "de")
    assert reading.persons == () and reading.events == () and reading.undated == ()
    assert "not read" in reading.notes[0]


def test_without_a_day_of_publication_relative_dates_stay_open_and_are_listed() -> None:
    reading = read_text(ARTICLE)

    assert "Saturday" in reading.undated
    assert all(event.date is None for event in reading.events if event.type == "release")


def test_a_named_member_takes_the_groups_day() -> None:
    reading = read_text(ARTICLE, date(2025, 6, 26))

    days = {
        event.person: str(event.date)
        for event in reading.events
        if event.type == "release" and event.reality == "actual"
    }

    assert days == {None: "2025-06-21", "Alena Vymyslova": "2025-06-21", "Piotr Prydumany": "2025-06-21"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Alena Vymyslova and Piotr Prydumany, two political prisoners, were released.", "Alena Vymyslova"),
        ("Alena Vymyslova and her husband Piotr Prydumany, both political prisoners, left.", "Alena Vymyslova"),
        ("The political prisoners Alena Vymyslova, Piotr Prydumany and Anton Hlyba wrote a letter.", "Anton Hlyba"),
        ("Three political prisoners, Alena Vymyslova, Piotr Prydumany and Anton Hlyba, were moved.", "Anton Hlyba"),
    ],
)
def test_the_quote_of_a_description_holds_the_person(text: str, person: str) -> None:
    quotes = [one.quote for one in read_text(text).descriptions if one.person == person]

    assert quotes
    assert all(person in quote for quote in quotes)


def test_a_prisoner_s_lawyer_is_not_described_with_the_prisoner() -> None:
    described = read_text(
        "Alena Vymyslova, a political prisoner, and Piotr Prydumany, her lawyer, met in prison."
    ).descriptions

    assert {one.person for one in described} == {"Alena Vymyslova"}


def test_descriptions_tell_members_from_examples() -> None:
    described = {(one.person, one.kind) for one in read_text(ARTICLE, date(2025, 6, 26)).descriptions}

    assert {("Alena Vymyslova", "member"), ("Piotr Prydumany", "member"), ("Hanna Vydumka", "example")} <= described


def test_someone_given_as_an_example_of_prisoners_is_held_by_implication() -> None:
    states = read_text(ARTICLE).states

    assert [(one.person, one.state) for one in states if one.weak] == [("Hanna Vydumka", "in_custody")]


def test_the_same_text_reads_the_same_twice() -> None:
    assert to_json(read_text(ARTICLE), ARTICLE) == to_json(read_text(ARTICLE), ARTICLE)


def test_json_has_the_published_shape() -> None:
    out = to_json(read_text(ARTICLE, date(2025, 6, 26)), ARTICLE, date(2025, 6, 26))

    assert sorted(out) == [
        "descriptions",
        "details",
        "events",
        "figures",
        "id",
        "lang",
        "persons",
        "published",
        "reader",
        "states",
        "text_sha256",
    ]
    assert out["id"] == f"rd_{out['text_sha256'][:16]}"
    assert out["published"] == "2025-06-26"
