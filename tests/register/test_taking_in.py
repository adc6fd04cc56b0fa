"""A source is taken in once, under one publication day; a note is read like an article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.deciding import retract, waiting
from habeas.register.intake import before_intake
from habeas.register.opened import Register, new_register
from habeas.register.taking_in import add_file, add_note, taken_up
from habeas.sources.capture import About
from habeas.sources.note import Note

TEXT = "Alena Vymyslova was arrested on Monday. Piotr Prydumany was sentenced to five years in prison in March 2025."


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        yield made


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return str(path)


def of(day: str) -> About:
    return About(Day.parse(day))


def standing(register: Register) -> set[str]:
    knowledge = register.caught_up()
    return {f"{c.predicate} {c.when.text}" for c in knowledge.claims if c.id not in knowledge.retracted()}


def test_the_same_bytes_under_another_name_are_one_source(register: Register, article: str, tmp_path: Path) -> None:
    first = add_file(register, article, of("2025-06-26"), "all")
    copy = tmp_path / "copy of article.txt"
    copy.write_text(TEXT)
    before = register.store.head().size
    second = add_file(register, str(copy), of("2025-06-26"), "all")
    assert (second.source, second.new, register.store.head().size) == (first.source, False, before)


def test_the_same_bytes_under_another_day_are_refused_and_both_days_named(register: Register, article: str) -> None:
    add_file(register, article, of("2025-06-26"), "all")
    before = register.store.head().size
    with pytest.raises(InputRefused, match=r"published on 2025-06-26, and now .* 2025-06-27; .*--correct-day"):
        add_file(register, article, of("2025-06-27"), "all")
    assert register.store.head().size == before


def test_a_corrected_day_is_read_anew_and_can_be_corrected_back(register: Register, article: str) -> None:
    add_file(register, article, of("2025-06-26"), "all")
    assert "arrest 2025-06-23" in standing(register)
    add_file(register, article, of("2025-06-19"), "all", correct_day=True)
    assert "arrest 2025-06-16" in standing(register)
    assert "arrest 2025-06-23" not in standing(register)
    add_file(register, article, of("2025-06-26"), "all", correct_day=True)
    assert "arrest 2025-06-23" in standing(register)
    assert "arrest 2025-06-16" not in standing(register)


def test_what_a_reviewer_retracted_stays_retracted_through_corrections(register: Register, article: str) -> None:
    add_file(register, article, of("2025-06-26"), "all")
    misread = next(c.id for c in register.caught_up().claims if c.predicate == "arrest")
    retract(register, misread, "misread")
    for day in ("2025-06-19", "2025-06-26"):
        add_file(register, article, of(day), "all", correct_day=True)
    assert misread in register.caught_up().retracted()
    assert not any(told.startswith("arrest") for told in standing(register))


def test_a_correction_is_one_act(register: Register, article: str) -> None:
    add_file(register, article, of("2025-06-26"), "all")
    add_file(register, article, of("2025-06-19"), "all", correct_day=True)
    assert len({one.when for one in register.caught_up().withdrawn}) == 1


def test_a_correction_drops_what_still_waited_under_the_other_day(register: Register, article: str) -> None:
    add_file(register, article, of("2025-06-26"))
    add_file(register, article, of("2025-06-19"), correct_day=True)
    assert {d.claim.get("when") for d in waiting(register) if d.claim["predicate"] == "arrest"} == {"2025-06-16"}


def test_a_correction_needs_the_right_day(register: Register, article: str) -> None:
    with pytest.raises(UsageError, match="needs the right day"):
        add_file(register, article, About(Day.unknown()), correct_day=True)


def test_what_a_note_tells_waits_for_review(register: Register) -> None:
    note = Note("call", Day.on(date(2025, 6, 26)), "The family says that Alena Vymyslova was arrested on Monday.")
    made = add_note(register, note)
    assert (made.new, made.pending) == (True, 1)
    assert [d.claim["when"] for d in waiting(register)] == ["2025-06-23"]
    assert not register.caught_up().claims
    assert not add_note(register, note).new


def test_a_claim_retracted_twice_is_retracted_once(register: Register, article: str) -> None:
    add_file(register, article, of("2025-06-26"), "all")
    claim = register.caught_up().claims[0].id
    assert retract(register, claim, "misread")
    before = register.store.head().size
    assert not retract(register, claim, "misread")
    assert register.store.head().size == before


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("list.json", '{"a": [1, 2', "no whole JSON"), ("letter.docx", "no archive", "named .docx, but it is no such file"),
        ("deep.json", "[" * 100_000, "JSON"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_what_its_name_says_is_refused(
    register: Register, tmp_path: Path, name: str, content: str, why: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(InputRefused, match=why):
        add_file(register, str(tmp_path / name), of("2025-06-26"))
    assert not register.caught_up().sources


def test_an_encoding_told_is_taken_at_its_word(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Łucja Zmyślona została aresztowana.".encode("iso-8859-2"))
    add_file(register, str(path), of("2025-06-26"), encoding="iso-8859-2")
    assert [p["text"] for p in register.caught_up().passages.values()] == ["Łucja Zmyślona została aresztowana."]
    with pytest.raises(UsageError, match="no such encoding"):
        add_file(register, str(path), of("2025-06-26"), encoding="latin-99")
    with pytest.raises(InputRefused, match="not utf-8"):
        add_file(register, str(path), of("2025-06-26"), encoding="utf-8")


def test_what_waits_says_whom_it_may_be_and_links_nobody(register: Register, article: str) -> None:
    add_file(register, article, of("2025-06-26"), "all")
    before = before_intake(register)
    told = add_note(
        register, Note("call", Day.parse("2025-07-01"), "Alena Vymyslova was released on 30 June 2025.", "public")
    )
    size = register.store.head().size
    said = taken_up(register, before, [told])
    assert (said["linked"], said["to_review"], said["new_persons"]) == ([], [], [])
    (asked,) = said["if_accepted"]["to_review"]
    assert (asked["name"], asked["candidates"][0]["name"]) == ("Alena Vymyslova", "Alena Vymyslova")
    assert register.store.head().size == size


def test_whoever_is_accepted_is_new_or_in_question(register: Register, article: str, tmp_path: Path) -> None:
    before = before_intake(register)
    first = taken_up(register, before, [add_file(register, article, of("2025-06-26"), "all")])
    assert len(first["new_persons"]) == 2
    other = tmp_path / "other.txt"
    other.write_text("Alena Vymyslova was released on 30 June 2025.")
    before = before_intake(register)
    second = taken_up(register, before, [add_file(register, str(other), of("2025-07-01"), "all")])
    assert ([one["name"] for one in second["to_review"]], second["new_persons"]) == (["Alena Vymyslova"], [])
