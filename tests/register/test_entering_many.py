"""One event of many people as one act: what it writes, what it would change, and that it is undone as one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.claims.review import Policy
from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.acts import claims_of, undo
from habeas.register.answering import count_on
from habeas.register.deciding import set_policy
from habeas.register.entering import Citation
from habeas.register.entering_many import Entered, Happened, Named, enter_event, made_of
from habeas.register.event_effects import Effect, effect_of_event
from habeas.register.importing import Wish, import_claims
from habeas.register.known import Known, known
from habeas.register.opened import Register, new_register
from habeas.register.published import figures
from habeas.sources.capture import About
from habeas.sources.note import Note

DAY = date(2024, 6, 1)
OUT = Happened("release", Day.on(DAY), {"way_out": "pardon"}, message="1. Alena Vymyslova\n2. Piotr Prydumany")
LANTERN = Citation("Lantern", Day.parse("2024-06-02"), "https://lantern.invalid/1")
_PEOPLE = ("Alena Vymyslova", "Piotr Prydumany", "Yan Kazachny")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    told = [
        line
        for name in _PEOPLE
        for line in (
            {"subject": name, "predicate": "in_custody", "valid": "2024-05-20"},
            {"subject": name, "predicate": "described_as_political_prisoner"},
        )
    ]
    lines = tmp_path / "lines.jsonl"
    said = {"source": "Courier", "published": "2024-05-21"}
    lines.write_text("".join(json.dumps({**said, **line}) + "\n" for line in told), "utf-8")
    with new_register(str(tmp_path / "r.habeas")) as made:
        import_claims(made, str(lines), About(Day.unknown()), Wish())
        yield made


def now(register: Register) -> Known:
    return known(register, utc_today(), Basis.register())


def whom(register: Register, name: str, line: int = 1) -> Named:
    person = next((p.id for p in now(register).persons.by_id.values() if name in p.names), None)
    return Named(name, line, f"{line}. {name}", person)


def certain(register: Register) -> int:
    asked = AsOf(date(2024, 6, 2), utc_today(), Basis.register())
    return int(count_on(register, asked, definition())["certain"])


def enter(
    register: Register, happened: Happened, people: list[Named], source: str | Citation | Note = LANTERN
) -> Entered:
    return enter_event(register, made_of(register, happened, people, source))


def effect(register: Register, happened: Happened, people: list[Named]) -> Effect:
    asked = AsOf(date(2024, 6, 2), utc_today(), Basis.register())
    return effect_of_event(register, made_of(register, happened, people, LANTERN), people, asked, definition())


def test_an_event_is_entered_for_everybody_named_and_undone_as_one(register: Register) -> None:
    people = [whom(register, "Alena Vymyslova"), whom(register, "Piotr Prydumany", 2)]
    before = certain(register)
    entered = enter(register, OUT, people)
    assert entered.act is not None
    assert set(claims_of(register, entered.act)) == set(entered.claims)
    assert certain(register) == before - 2
    assert undo(register, entered.act, "a rumour") == 2
    assert certain(register) == before


def test_what_was_undone_can_be_entered_again_and_undone_again(register: Register) -> None:
    people = [whom(register, "Alena Vymyslova")]
    before = certain(register)
    first = enter(register, OUT, people)
    assert first.act is not None
    undo(register, first.act, "too early")
    again = enter(register, OUT, people)
    assert again.act is not None
    assert certain(register) == before - 1
    assert undo(register, again.act, "again too early") == 1
    assert certain(register) == before


def test_the_same_event_entered_twice_adds_no_claim(register: Register) -> None:
    people = [whom(register, "Alena Vymyslova")]
    enter(register, OUT, people)
    held = len(register.caught_up().claims)
    enter(register, OUT, people)
    assert len(register.caught_up().claims) == held


def test_the_effect_told_before_is_the_one_that_comes(register: Register) -> None:
    people = [whom(register, "Alena Vymyslova"), whom(register, "Zoltar Brambel", 2)]
    told = effect(register, OUT, people)
    assert (told.before.certain, told.after.certain) == (3, 2)
    assert [one.changes for one in told.people] == [True, False]
    assert not told.others
    enter(register, OUT, people)
    assert certain(register) == told.after.certain


def test_a_number_announced_is_kept_with_those_named_as_members_of_the_group(register: Register) -> None:
    people = [whom(register, "Alena Vymyslova"), whom(register, "Piotr Prydumany", 2)]
    before = certain(register)
    enter(register, Happened(OUT.predicate, OUT.when, OUT.value, announced=14, message=OUT.message), people)
    told = figures(register, AsOf(DAY, utc_today(), Basis.register()))["groups"]
    assert [(g["reported"], g["named"], g["unnamed"]) for g in told] == [(14, 2, 12)]
    assert told[0]["quote"] == OUT.message
    assert certain(register) == before - 2


@pytest.mark.parametrize(
    ("happened", "named", "why"),
    [
        (Happened("release", Day.on(DAY), announced=1), 2, "1 were announced, but 2 are named"),
        (Happened("release", Day.on(DAY)), 0, "nobody is named"),
        (Happened("recognised", Day.on(DAY), {"body": "Lantern"}, announced=9), 2, "one person at a time"),
        (Happened("release", Day.on(DAY), {"way_out": "teleported"}), 1, "way_out"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    register: Register, happened: Happened, named: int, why: str
) -> None:
    people = [whom(register, name, n) for n, name in enumerate(_PEOPLE[:named], 1)]
    size = register.store.head().size
    with pytest.raises(InputRefused, match=why):
        enter(register, happened, people)
    assert register.store.head().size == size


def test_an_unknown_source_is_refused(register: Register) -> None:
    with pytest.raises(InputRefused, match="is no source here"):
        enter(register, OUT, [whom(register, "Alena Vymyslova")], "cap_nothing")


def test_a_note_is_kept_with_its_consent_and_each_line_is_a_quote_in_it(register: Register) -> None:
    note = Note("chat", Day.parse("2024-06-02"), OUT.message, "count_only")
    people = [whom(register, "Alena Vymyslova"), whom(register, "Piotr Prydumany", 2)]
    enter(register, OUT, people, note)
    knowledge = register.caught_up()
    told = [c for c in knowledge.claims if c.predicate == "release"]
    for claim in told:
        assert claim.span is not None
        text = str(knowledge.passages[str(claim.passage)]["text"])
        assert text[slice(*claim.span)] == claim.quote
    assert {c.quote for c in told} == {"1. Alena Vymyslova", "2. Piotr Prydumany"}


def test_two_people_of_one_name_in_one_message_stay_two(register: Register) -> None:
    people = [Named("Ivan Nibyta", 1, "1. Ivan Nibyta"), Named("Ivan Nibyta", 2, "2. Ivan Nibyta")]
    enter(register, OUT, people)
    assert sum("Ivan Nibyta" in p.names for p in now(register).persons.by_id.values()) == 2


def test_whoever_is_said_to_be_somebody_else_is_no_look_alike(register: Register) -> None:
    known_one = whom(register, "Alena Vymyslova")
    enter(register, OUT, [Named("Alena Vymyslova", 1, "1. Alena Vymyslova", None, (str(known_one.person),))])
    persons = now(register).persons
    assert sum("Alena Vymyslova" in p.names for p in persons.by_id.values()) == 2
    assert not persons.look_alikes


def test_where_two_reviewers_are_needed_the_event_is_provisional(register: Register) -> None:
    set_policy(register, Policy(2, None))
    before = certain(register)
    told = effect(register, OUT, [whom(register, "Alena Vymyslova")])
    enter(register, OUT, [whom(register, "Alena Vymyslova")])
    claim = next(c for c in now(register).visible.claims if c.predicate == "release")
    assert claim.provisional
    assert certain(register) == told.after.certain == before - 1


def test_a_name_first_taken_for_somebody_else_can_be_entered_again_for_each(register: Register) -> None:
    names = ("Piotr Prydumany", "Alena Vymyslova", "Yan Kazachny")
    people = [whom(register, name).person for name in names]
    before = certain(register)
    for person in people:
        entered = enter(register, OUT, [Named("Alena V.", 1, "", person)])
        assert certain(register) == before - 1
        assert entered.act is not None
        undo(register, entered.act, "somebody else was meant")
    assert certain(register) == before
    assert len({now(register).persons.of_mention[str(person)] for person in people}) == len(names)


def test_people_described_by_the_source_belong_from_now_on(register: Register) -> None:
    happened = Happened("arrest", Day.on(DAY), described=True)
    before = certain(register)
    enter(register, happened, [Named("Zoltar Brambel", 1, "1. Zoltar Brambel")])
    assert certain(register) == before + 1
