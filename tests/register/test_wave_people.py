"""What became of people released together: every state rests on a claim, and what nobody tells stays unknown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import new_register
from habeas.register.wave_people import Freed, Wave, key_of, listed_waves, wave
from habeas.sources.capture import About

D = "2024-06-01"
Ask = Callable[..., Wave | None]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Callable[..., Ask]]:
    """Tells a register these lines; what it gives back asks for a wave."""
    with new_register(str(tmp_path / "r.habeas")) as register:

        def ask(key: str = D, on: str = "2025-01-01") -> Wave | None:
            return wave(register, key, AsOf(date.fromisoformat(on), utc_today(), Basis.register()), definition())

        def tell(*lines: dict[str, Any]) -> Ask:
            path = tmp_path / "lines.jsonl"
            said = {"source": "Lantern", "published": "2024-06-02"}
            path.write_text("".join(json.dumps({**said, **line}) + "\n" for line in lines), "utf-8")
            import_claims(register, str(path), About(Day.unknown()), Wish())
            return ask

        yield tell


def who(name: str = "Ivan Nibyta") -> dict[str, str]:
    return {"name": name, "id": name}


def out(name: str = "Ivan Nibyta", **more: Any) -> dict[str, Any]:
    return {"subject": who(name), "predicate": "release", "valid": D, **more}


def later(predicate: str, day: str = "2024-07-01", **more: Any) -> dict[str, Any]:
    return {"subject": who(), "predicate": predicate, "valid": day, **more}


def only(found: Wave | None) -> Freed:
    assert found is not None
    (one,) = found.people
    return one


def test_a_release_told_once_is_announced_and_no_more(told: Callable[..., Ask]) -> None:
    one = only(told(out())())
    assert one.state == "announced"
    assert {state: answer.answer for state, answer in one.told.items()} == {
        "announced": "yes", "confirmed": "unknown", "crossed": "unknown", "refused": "unknown", "at_home": "unknown", "charged_again": "unknown",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "state", "said"),
    [
        ([out(source="Courier")], "confirmed", "confirmed"),
        ([later("at_liberty")], "at_home", "at_home"),
        ([later("expulsion", D)], "crossed", "crossed"),
        ([later("exile")], "crossed", "crossed"),
        ([out(value={"way_out": "expelled_on_release"})], "crossed", "crossed"),
        ([out(value={"destination": "abroad"})], "crossed", "crossed"),
        ([later("refusal_to_leave", D)], "refused", "refused"),
        ([later("new_charge")], "charged_again", "charged_again"),
        ([later("rearrest")], "charged_again", "charged_again"),
    ],
)
def test_what_is_told_since_makes_the_state(
    told: Callable[..., Ask], lines: list[dict[str, Any]], state: str, said: str
) -> None:
    one = only(told(out(), *lines)())
    assert one.state == state
    assert one.told[said].answer == "yes"
    assert one.told[said].claims


@pytest.mark.parametrize(
    ("others", "answer"),
    [
        ([{"source": "lantern", "published": "2024-06-05"}], "unknown"),
        ([{"source": "Courier", "derived_from": "Agency"}, {"source": "Herald", "derived_from": "Agency"}], "yes"),
    ],
)
def test_two_pages_of_one_publisher_confirm_nothing(
    told: Callable[..., Ask], others: list[dict[str, Any]], answer: str
) -> None:
    assert only(told(out(), *(out(**other) for other in others))()).told["confirmed"].answer == answer


def test_reprints_of_one_agency_are_one_source(told: Callable[..., Ask]) -> None:
    reprints = [out(source=paper, derived_from="Agency") for paper in ("Courier", "Herald", "Echo")]
    assert only(told(*reprints)()).told["confirmed"].answer == "unknown"


def test_whoever_refused_to_leave_did_not_cross_and_the_other_way_round(told: Callable[..., Ask]) -> None:
    refused = only(told(out(), later("refusal_to_leave", D))())
    assert refused.told["crossed"].answer == "no"
    assert refused.told["crossed"].claims[0].predicate == "refusal_to_leave"


def test_a_proof_of_custody_after_a_release_speaks_against_it(told: Callable[..., Ask]) -> None:
    one = only(told(out(), later("last_contact"))())
    assert one.told["confirmed"].answer == "no"
    assert one.state == "unknown"


def test_a_denied_release_speaks_against_it(told: Callable[..., Ask]) -> None:
    assert only(told(out(), out(reality="denied", source="Courier"))()).told["confirmed"].answer == "no"


def test_what_happened_after_the_day_asked_about_is_left_out(told: Callable[..., Ask]) -> None:
    ask = told(out(), later("rearrest", "2024-09-01"))
    assert only(ask(on="2024-08-01")).state == "announced"
    assert only(ask(on="2024-10-01")).state == "charged_again"


def test_numbers_announced_stand_beside_those_named(told: Callable[..., Ask]) -> None:
    group = {"predicate": "release", "valid": D, "count": 52, "members": [who(), who("Hanna Vydumka")]}
    more = {"predicate": "release", "valid": D, "count": 50, "source": "Courier"}
    found = told(group, more, out())()
    assert found is not None
    assert (found.announced, len(found.people), found.not_named) == (52, 2, 50)
    assert [one.count for one in found.numbers] == [52, 50]
    assert found.states["announced"] == 2


def test_a_wave_of_which_nobody_is_named_is_a_wave(told: Callable[..., Ask]) -> None:
    found = told({"predicate": "release", "valid": D, "count": 52})()
    assert found is not None
    assert (found.people, found.not_named) == ((), 52)


def test_those_who_do_not_belong_under_the_definition_are_told_apart(told: Callable[..., Ask]) -> None:
    found = told(
        {"subject": who(), "predicate": "in_custody", "valid": "2024-05-01"}, {"subject": who(), "predicate": "described_as_political_prisoner"},
        out(), out("Hanna Vydumka"),
    )()  # fmt: skip
    assert found is not None
    assert {one.name: one.ours for one in found.people} == {"Ivan Nibyta": "yes", "Hanna Vydumka": "no"}
    assert found.not_ours == 1


def test_an_act_told_is_a_wave_of_its_own(told: Callable[..., Ask]) -> None:
    ask = told(out(value={"act": "Decree 12"}), out("Hanna Vydumka"))
    assert key_of(date(2024, 6, 1), "Decree 12") == "2024-06-01-decree-12"
    assert only(ask("2024-06-01-decree-12")).name == "Ivan Nibyta"
    whole = ask(D)
    assert whole is not None and len(whole.people) == 2


@pytest.mark.parametrize("key", ["2024-06-02", "2024-06-01-decree-13", "nonsense", "2024-13-45", ""])
def test_of_a_day_on_which_nobody_was_released_there_is_no_wave(told: Callable[..., Ask], key: str) -> None:
    assert told(out())(key) is None


def test_whoever_died_or_escaped_that_day_was_not_released(told: Callable[..., Ask]) -> None:
    assert told(later("arrest", "2023-01-01"), later("death_in_custody", D))() is None


def test_waves_are_listed_from_the_size_asked_for_the_latest_first(tmp_path: Path) -> None:
    lines: list[dict[str, Any]] = [
        {"subject": f"Person {n} Nibyta", "predicate": "release", "valid": D} for n in range(3)
    ]
    lines += [{"predicate": "release", "valid": "2024-08-01", "count": 7, "value": {"act": "Decree 1"}}]
    path = tmp_path / "lines.jsonl"
    path.write_text(
        "".join(json.dumps({"source": "L", "published": "2024-09-01", **line}) + "\n" for line in lines), "utf-8"
    )
    with new_register(str(tmp_path / "r.habeas")) as register:
        import_claims(register, str(path), About(Day.unknown()), Wish())
        asked = AsOf(date(2024, 12, 1), utc_today(), Basis.register())
        assert [(w.key, w.named, w.announced) for w in listed_waves(register, asked, 3)] == [
            ("2024-08-01", 0, 7),
            (D, 3, None),
        ]
        assert [w.key for w in listed_waves(register, asked, 4)] == ["2024-08-01"]
        assert not listed_waves(register, asked.on(date(2024, 1, 1)), 1)


def test_a_number_announced_keeps_its_at_least(told: Callable[..., Ask]) -> None:
    group = {"predicate": "release", "valid": D, "count": 5, "comparator": "at_least"}
    found = told(out(), group)()
    assert found is not None and found.largest is not None
    assert (found.announced, found.largest.comparator, found.not_named) == (5, "at_least", 4)
