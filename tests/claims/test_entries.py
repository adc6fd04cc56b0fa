"""What goes into the ledger comes out as it was, and its id depends on what it says alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.claim import Claim
from habeas.claims.entries import (
    PREFIX,
    Stamp,
    claim_content,
    claim_of,
    new_claim,
    new_entry,
    open_bodies,
    open_body,
    source_of,
)
from habeas.claims.ledger import KINDS, Body, NewEntry
from habeas.kernel.days import Day
from habeas.kernel.ids import canonical, make_id

KEY = b"k" * 32
MOMENT = datetime(2030, 1, 2, 3, 4, 5, 678, tzinfo=UTC)


def opened(entry: NewEntry) -> Body:
    return Body(1, entry.id, entry.kind, b"", entry.data)


texts = st.none() | st.text(min_size=1, max_size=8)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(Day.on) | st.just(Day.unknown()) | st.just(Day.parse("2020-22"))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return Claim(
        id="",
        subject=draw(texts),
        predicate=draw(st.sampled_from(("arrest", "release", "in_custody"))),
        value=draw(st.dictionaries(st.text(min_size=1, max_size=4), st.text(max_size=4) | st.integers(), max_size=2)),
        source="cit_1",
        when=draw(days),
        until=draw(st.none() | days),
        reality=draw(st.sampled_from(("actual", "denied"))),
        speaker=draw(texts),
        quote=draw(texts),
        span=draw(st.none() | st.just((3, 9))),
        count=draw(st.none() | st.integers(0, 20)),
        members=tuple(draw(st.lists(st.text(min_size=1, max_size=3), max_size=2))),
        weak=draw(st.booleans()),
    )


@given(claims())
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    entry = new_entry(KEY, "claim", claim_content(claim), Stamp("act_1", MOMENT, {"rules": ["r1"]}))
    again = claim_of(open_body(opened(entry)))
    assert claim_content(again) == claim_content(claim)
    assert (again.id, again.recorded_at, again.actor, again.rules) == (entry.id, MOMENT, "act_1", ("r1",))


@given(claims())
def test_a_claim_just_made_is_the_one_that_is_read_back(claim: Claim) -> None:
    content = {**claim_content(claim), "value": dict(sorted(claim.value.items()))}
    beside = {"version": "cap_1", "row": 2, "cells": ["sheet=;row=2;column=name"]}
    east = datetime(2030, 1, 2, 5, 4, 5, 678, tzinfo=timezone(timedelta(hours=2)))
    entry, made = new_claim(KEY, content, Stamp("act_1", east), beside)
    again = claim_of(open_body(opened(entry)))
    assert entry == new_entry(KEY, "claim", content, Stamp("act_1", east, beside))
    assert (made, list(made.value), made.recorded_at) == (again, list(again.value), MOMENT)


@given(claims(), claims())
def test_claims_share_an_id_only_when_they_say_the_same(one: Claim, other: Claim) -> None:
    stamp = Stamp("act_1", MOMENT)
    same = (
        new_entry(KEY, "claim", claim_content(one), stamp).id == new_entry(KEY, "claim", claim_content(other), stamp).id
    )
    assert same == (claim_content(one) == claim_content(other))


def test_who_says_it_and_when_is_no_part_of_the_id() -> None:
    content = {"predicate": "arrest", "source": "cit_1"}
    one = new_entry(KEY, "claim", content, Stamp("act_1", MOMENT))
    other = new_entry(KEY, "claim", content, Stamp("act_2", MOMENT + timedelta(days=1), {"row": 4}))
    assert one.id == other.id
    assert one.data != other.data


def test_another_register_gives_another_id() -> None:
    content = {"predicate": "arrest", "source": "cit_1"}
    stamp = Stamp("act_1", MOMENT)
    assert new_entry(KEY, "claim", content, stamp).id != new_entry(b"j" * 32, "claim", content, stamp).id


def test_a_moment_is_kept_in_utc() -> None:
    local = MOMENT.astimezone(timezone(timedelta(hours=5)))
    entry = new_entry(KEY, "claim", {"predicate": "arrest", "source": "s"}, Stamp("act_1", local))
    assert open_body(opened(entry)).recorded_at == MOMENT
    assert b"+00:00" in entry.data


def test_every_kind_has_its_prefix() -> None:
    assert set(PREFIX) == set(KINDS)
    assert len(set(PREFIX.values())) == len(PREFIX)


def test_an_expunged_entry_names_what_it_removes() -> None:
    assert new_entry(KEY, "expunged", {"entry": "clm_1"}, Stamp("act_1", MOMENT)).names == "clm_1"
    assert new_entry(KEY, "note", {"entry": "clm_1"}, Stamp("act_1", MOMENT)).names is None


def test_an_expunged_body_cannot_be_opened() -> None:
    with pytest.raises(ValueError, match="was expunged"):
        open_body(Body(1, "clm_1", "claim", b"", None))


@pytest.mark.parametrize("number", [0, 1, 199, 200, 201, 450])
def test_many_bodies_are_opened_as_one_by_one_is(number: int) -> None:
    entries = [
        new_entry(KEY, "claim", {"quote": f"Орша {n}"}, Stamp("act_1", MOMENT, {"row": n})) for n in range(number)
    ]
    bodies = [Body(n, e.id, e.kind, b"", None if n % 7 == 3 else e.data) for n, e in enumerate(entries)]
    assert list(open_bodies(bodies)) == [open_body(body) for body in bodies if body.data is not None]


@pytest.mark.parametrize("data", [b"", b"{", b'{"a":1},{"a":2}', b"\xff"])
def test_a_body_at_fault_is_told_as_such_among_many(data: bytes) -> None:
    sound = opened(new_entry(KEY, "claim", {"quote": "Орша"}, Stamp("act_1", MOMENT)))
    found = open_bodies([sound, Body(2, "clm_2", "claim", b"", data), sound])
    assert next(found) == open_body(sound)
    with pytest.raises(ValueError, match=r"Expecting|Extra data|decode"):
        next(found)


@pytest.mark.parametrize(("content", "name"), [
    ({"publisher": "Lantern", "file_name": "a.txt"}, "Lantern"),
    ({"name": "a cited paper"}, "a cited paper"),
    ({"file_name": "a.txt"}, "a.txt"),
    ({"channel": "letter", "day": "2030-01"}, "letter"),
    ({}, "source"),
])  # fmt: skip
def test_a_source_is_called_by_what_is_known_of_it(content: dict[str, object], name: str) -> None:
    entry = new_entry(KEY, "capture", content, Stamp("act_1", MOMENT))
    assert source_of(open_body(opened(entry))).name == name


@given(
    st.dictionaries(texts.filter(bool), st.text() | st.integers() | st.lists(st.text(), max_size=2), max_size=3),
    st.booleans(),
)
def test_a_body_is_the_canonical_bytes_of_its_envelope(content: dict[str, object], has_more: bool) -> None:
    beside = {"version": "cap_1", "row": 3} if has_more else None
    envelope = {
        "actor": "act_\u0142",
        "content": content,
        "kind": "note",
        "recorded_at": "2030-01-02T03:04:05.000678+00:00",
    }

    entry = new_entry(KEY, "note", content, Stamp("act_\u0142", MOMENT, beside))

    assert entry.data == canonical({**envelope, **({"beside": beside} if beside else {})})
    assert entry.id == make_id(KEY, PREFIX["note"], content)
