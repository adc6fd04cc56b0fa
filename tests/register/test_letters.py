"""Nobody is written to who did not agree: the default is not to be on the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.register.intake_lines import come_in
from tests.register.orsk_story import COLONY, MARTA, YAN, line, story

from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.letters import addressees, forget_writing, writing
from habeas.register.opened import Register, new_register

HOW = """
source: the Veldan Courier (invented)
as_of: "2031-02"
letters:
  - {place: Colony 5, address: [Colony 5, "1 Nowhere Street, Orsk"], rules: [Write by hand.]}
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "orsk.habeas")) as made:
        come_in(made, story())
        yield made


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("HABEAS_COUNTRIES", str(tmp_path))
    forget_writing()
    yield tmp_path / "vd.letters.yml"
    forget_writing()


def on_the_sheet(register: Register, *more: dict[str, Any], on: date = date(2024, 12, 15)) -> list[tuple[str, bool]]:
    if more:
        come_in(register, more)
    found = addressees(register, AsOf(on, utc_today(), Basis.register()), None)
    return [(one.name, one.is_certain) for one in found.get("colony-5", ())]


def consent(who: str, source: str = "Lantern 12", **value: Any) -> dict[str, Any]:
    return line(who, "consent", "", source, **value)


def test_only_those_who_agreed_are_on_the_sheet(register: Register) -> None:
    assert on_the_sheet(register) == [(MARTA, True)]


def test_consent_to_everything_covers_letters_and_a_later_refusal_takes_it_back(register: Register) -> None:
    moved = line(YAN, "transfer", "2024-12", "Lantern 11", place=COLONY, place_kind="prison")
    agreed = line(YAN, "consent", "", "Lantern 11", covers="everything", given=True)
    assert (YAN, False) in on_the_sheet(register, moved, agreed)
    assert YAN not in [
        n for n, _ in on_the_sheet(register, line(YAN, "consent", "", "Lantern 11", covers="letters", given=False))
    ]


@pytest.mark.parametrize(
    "more",
    [
        line(MARTA, "consent", "", "Lantern 9", covers="letters", given=False),
        line(MARTA, "withhold_asked", "", "Lantern 9"),
        line(MARTA, "minor", "", "Lantern 9", value=True),
        line(MARTA, "age", "2024-12-01", "Lantern 9", years=17),
        line(MARTA, "release", "2024-12-10", "Lantern 9", way_out="amnesty"),
    ],
    ids=["taken back", "asked not to be shown", "under age", "seventeen", "released"],
)
def test_whoever_must_not_be_written_to_is_not_on_the_sheet(register: Register, more: dict[str, Any]) -> None:
    assert on_the_sheet(register, more) == []


def test_somebody_under_age_needs_consent_to_be_named_besides(register: Register) -> None:
    young = line(MARTA, "minor", "", "Lantern 9", value=True)
    allowed = line(MARTA, "consent", "", "Lantern 9", covers="under_age", given=True)
    assert on_the_sheet(register, young, allowed) == [(MARTA, True)]


def test_consent_only_planned_is_none(register: Register) -> None:
    moved = line("Hanna Vydumka", "transfer", "2024-12-01", "Lantern 9", place=COLONY, place_kind="prison")
    planned = {**line("Hanna Vydumka", "consent", "", "Lantern 9", covers="letters", given=True), "reality": "planned"}
    assert "Hanna Vydumka" not in [name for name, _ in on_the_sheet(register, moved, planned)]


def test_before_somebody_came_there_the_sheet_lacks_them(register: Register) -> None:
    assert on_the_sheet(register, on=date(2024, 11, 30)) == []


def test_a_country_file_tells_how_to_write(told: Path) -> None:
    told.write_text(HOW, "utf-8")
    how = writing()["colony-5"]
    assert how.address == ("Colony 5", "1 Nowhere Street, Orsk")
    assert (how.rules, how.as_of) == (("Write by hand.",), "2031-02")


@pytest.mark.parametrize("entry", ["Colony 5", "{place: Colony 5}", "{address: [Orsk]}"])
def test_an_entry_without_place_or_address_is_refused_with_its_file(told: Path, entry: str) -> None:
    told.write_text(f"letters: [{entry}]\n", "utf-8")
    with pytest.raises(InputRefused, match=r"vd\.letters\.yml"):
        writing()


def test_packaged_addresses_say_who_tells_them_and_of_when() -> None:
    forget_writing()
    assert writing()
    assert all(how.address and how.source and not Day.parse(how.as_of).is_unknown for how in writing().values())


HANNA = "Hanna Vydumka"


def there_and_agreed(*more: dict[str, Any]) -> list[dict[str, Any]]:
    held = line(HANNA, "transfer", "2024-12-01", "Lantern 5", place=COLONY, place_kind="prison")
    return [held, consent(HANNA, "Lantern 5", covers="letters", given=True), *more]


@pytest.mark.parametrize(
    ("more", "agreed"),
    [
        ([], True),
        ([consent(HANNA, "Lantern 12", covers="letters", given=False)], False),
        ([line(HANNA, "withhold_asked", "", "Lantern 12")], False),
    ],
    ids=["agreed", "taken back", "asked not to be shown"],
)
def test_what_was_taken_back_is_not_there_as_known_before_either(
    register: Register, more: list[dict[str, Any]], agreed: bool
) -> None:
    come_in(register, there_and_agreed(*more))
    before = AsOf(date(2024, 12, 15), date(2025, 1, 9), Basis.parse("public"))
    assert (HANNA in [one.name for one in addressees(register, before, None)["colony-5"]]) == agreed


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ([(False, "2025-01-20"), (True, "2025-01-15")], False),
        ([(False, "2025-01-20"), (True, "2025-01")], False),
        ([(False, "2025-01-20"), (True, "2025-01-25")], True),
        ([(True, "2025-01-25"), (False, "2025-01-20")], True),
    ],
)
def test_what_was_said_last_counts_whenever_it_was_entered(
    register: Register, said: list[tuple[bool, str]], agreed: bool
) -> None:
    told = [
        {
            **consent(HANNA, "Courier 9", covers="letters", given=given),
            "source": f"Courier of {day}",
            "published_on": day,
        }
        for given, day in said
    ]
    come_in(register, there_and_agreed(*told))
    assert (HANNA in [name for name, _ in on_the_sheet(register)]) == agreed


def test_a_day_of_birth_makes_somebody_a_minor(register: Register) -> None:
    born = line(MARTA, "birth_date", "2010-05-05", "Lantern 9")
    assert on_the_sheet(register, born) == []
    allowed = line(MARTA, "consent", "", "Lantern 9", covers="under_age", given=True)
    assert on_the_sheet(register, allowed) == [(MARTA, True)]
