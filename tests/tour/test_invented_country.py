"""The invented country is the same for the same seed, marked as invented, and the register's bounds hold its truth."""

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.custody.status import status_on
from habeas.kernel.asof import Basis
from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import new_register
from habeas.sources.capture import About
from habeas.tour import invented
from habeas.tour.beats import BUNDLED, lay_out
from habeas.tour.invented import invented_country, truly_held


def test_the_same_seed_makes_the_same_country() -> None:
    assert invented_country(40, 3).jsonl() == invented_country(40, 3).jsonl()
    assert invented_country(40, 3).jsonl() != invented_country(40, 4).jsonl()


def test_a_country_of_few_people_stays_what_it_was() -> None:
    written = invented_country(150).jsonl().encode()
    assert sha256(written).hexdigest().startswith("02ca9e0d7e334bb9")


def test_where_many_people_are_asked_for_surnames_are_taken_from_more(monkeypatch: pytest.MonkeyPatch) -> None:
    few = {person.name.split()[-1] for person in invented_country(2000).truth}
    monkeypatch.setattr(invented, "_FEW", 1999)
    many = {person.name.split()[-1] for person in invented_country(2000).truth}
    assert len(many) > 1.3 * len(few)


def test_everything_is_marked_as_invented() -> None:
    assert all("(invented)" in line["source"] for line in invented_country(60).lines)


def test_nobody_reported_free_is_held_and_nobody_held_is_missed(tmp_path: Path) -> None:
    country = invented_country(150)
    lines = tmp_path / "country.jsonl"
    lines.write_text(country.jsonl(), "utf-8")
    with new_register(str(tmp_path / "r.habeas"), invented=True) as register:
        assert not import_claims(register, str(lines), About(Day.unknown()), Wish())["refused"]
        now = known(register, date(2026, 1, 1), Basis.register())
        of = {m.key: now.persons.of_mention[m.id] for m in register.knowledge.mentions.values()}
        for step in range(0, 1826, 61):
            day = date(2020, 1, 1) + timedelta(days=step)
            held = {person.id for person in truly_held(country, day)}
            for person in country.truth:
                answer = status_on(now.everyone[of[person.id]].held, day).answer
                assert not (answer == "no" and person.id in held), (person, day)


def test_the_tour_lays_out_what_its_commands_name(tmp_path: Path) -> None:
    lay_out(tmp_path)
    named = {
        word for beat in BUNDLED for command in beat.commands for word in command if word.endswith((".txt", ".jsonl"))
    }
    assert named <= {p.name for p in tmp_path.iterdir()}


def test_the_bundled_notes_put_nothing_in_quotation_marks(tmp_path: Path) -> None:
    lay_out(tmp_path)
    notes = (tmp_path / "notes_june_2025.txt").read_text("utf-8")
    assert not set(notes) & set('"“”„«»')
