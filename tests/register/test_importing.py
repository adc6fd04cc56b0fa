"""A claims file enters as one batch; what is at fault stays out and is named, and nothing bad gets in for good."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.answering import count_on, roll_on
from habeas.register.exporting import export_claims
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register
from habeas.register.published import figures
from habeas.sources.capture import About
from habeas.store.check import check

ASKED = AsOf(date(2030, 6, 1), date(2035, 1, 1), Basis.register())
ARREST = {
    "subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2030-03-02", "source": "Lantern 1", "published_on": "2030-03-04",
    "recorded_at": "2030-03-05", "label": "arrest",
}  # fmt: skip
CALLED = {**ARREST, "predicate": "described_as_political_prisoner", "valid": None, "label": "called"}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        yield made


def bring_in(register: Register, *lines: Mapping[str, Any], wish: Wish | None = None) -> dict[str, Any]:
    path = Path(register.path).with_suffix(".jsonl")
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return import_claims(register, str(path), About(Day.unknown()), wish or Wish())


def answers(register: Register) -> dict[str, str]:
    return {p["name"]: p["in"] for p in roll_on(register, ASKED, definition())["persons"]}


def counts(register: Register) -> tuple[int, int]:
    found = count_on(register, ASKED, definition())
    return found["certain"], found["possible"]


def test_sound_lines_enter_and_count(register: Register) -> None:
    done = bring_in(register, ARREST, CALLED)
    assert (done["rows"], done["claims"], done["added"], done["refused"]) == (2, 2, 2, [])
    assert done["entities"] == {"person": 1}
    assert answers(register) == {"Alena Vymyslova": "yes"}


def test_the_same_file_again_adds_nothing(register: Register) -> None:
    bring_in(register, ARREST, CALLED)
    head = register.store.head()
    done = bring_in(register, ARREST, CALLED)
    assert (done["added"], done["unchanged"]) == (0, 2)
    assert register.store.head() == head


def test_a_dry_run_writes_nothing(register: Register) -> None:
    done = bring_in(register, ARREST, CALLED, wish=Wish(dry_run=True))
    assert (done["claims"], register.store.head().size) == (2, 0)


def test_a_faulty_row_stays_out_and_the_rest_enters(register: Register) -> None:
    done = bring_in(register, {**ARREST, "valid": "2030-02-30"}, CALLED)
    assert [(r["row"], r["column"]) for r in done["refused"]] == [(1, "valid")]
    assert done["claims"] == 1


def test_strictly_a_faulty_row_refuses_the_file(register: Register) -> None:
    with pytest.raises(InputRefused, match=r"row 1: .*\(1 faulty in all; --strict refuses the file\)"):
        bring_in(register, {**ARREST, "valid": "2030-02-30"}, CALLED, wish=Wish(strict=True))
    assert register.store.head().size == 0


def test_only_a_register_of_invented_people_accepts_another_clock(tmp_path: Path) -> None:
    with new_register(str(tmp_path / "real.habeas")) as real:
        plain = {name: value for name, value in CALLED.items() if name != "recorded_at"}
        done = bring_in(real, ARREST, plain)
        (refused,) = done["refused"]
        assert (refused["row"], refused["column"]) == (1, "recorded_at")
        assert "register of invented people" in refused["why"]
        assert done["claims"] == 1


def test_drafts_wait_and_count_for_nothing(register: Register) -> None:
    done = bring_in(register, ARREST, CALLED, wish=Wish(as_drafts=True))
    assert (done["drafts"], done["claims"]) == (2, 0)
    assert answers(register) == {}
    assert len(register.store.pending_drafts()) == 2


def test_one_id_in_one_file_is_one_person(register: Register) -> None:
    who = {"name": "Piotr Prydumany", "id": "p1"}
    other = {"name": "Пётр Придуманный", "id": "p1"}
    bring_in(register, {**ARREST, "subject": who}, {**CALLED, "subject": other, "source": "The Veldan Courier"})
    assert list(answers(register).values()) == ["yes"]


def test_names_without_an_id_stay_apart_across_sources(register: Register) -> None:
    bring_in(register, ARREST, CALLED, {**ARREST, "source": "B"}, {**CALLED, "source": "B"})
    assert counts(register) == (1, 2)


@pytest.mark.parametrize(("verdict", "bounds"), [("same", (1, 1)), ("different", (2, 2)), ("unsure", (1, 2))])
def test_a_line_can_judge(register: Register, verdict: str, bounds: tuple[int, int]) -> None:
    judged = {
        "judge": ["Lantern 1|Alena Vymyslova", "B|Alena Vymyslova"],
        "verdict": verdict,
        "recorded_at": "2030-04-01",
    }
    bring_in(register, ARREST, CALLED, {**ARREST, "source": "B"}, {**CALLED, "source": "B"}, judged)
    assert counts(register) == bounds


def test_a_line_can_retract_and_reinstate_an_earlier_one(register: Register) -> None:
    out = {**ARREST, "predicate": "release", "valid": "2030-05-01", "label": "out"}
    bring_in(register, ARREST, CALLED, out, {"retract": "out", "recorded_at": "2030-04-01"})
    assert answers(register) == {"Alena Vymyslova": "yes"}
    bring_in(register, {**out, "label": "again"}, {"reinstate": "again", "recorded_at": "2030-04-02"})
    assert answers(register) == {"Alena Vymyslova": "no"}


@pytest.mark.parametrize(("act", "why"), [
    ({"retract": "nothing"}, "has the label 'nothing'"),
    ({"judge": ["a|b", "c|d"], "verdict": "same"}, "names nobody before this line"),
    ({"judge": ["Lantern 1|Alena Vymyslova", "Lantern 2|Alena Vymyslova"], "verdict": "perhaps"}, "write same, different or unsure"),
    ({"rule": "arrest", "set_aside": ["nothing"]}, "has the label 'nothing'"),
    ({"policy": {"reviewers": 5}}, "reviewers is 5"),
])  # fmt: skip
def test_an_act_at_fault_is_refused_by_its_row(register: Register, act: dict[str, Any], why: str) -> None:
    done = bring_in(register, ARREST, {**act, "recorded_at": "2030-04-01"})
    (row,) = done["refused"]
    assert row["row"] == 2
    assert why in row["why"]


@pytest.mark.parametrize("act", [
    {"judge": None}, {"judge": ["Lantern 1|Alena Vymyslova"], "verdict": "same"}, {"policy": "two"}, {"rule": "arrest", "set_aside": None},
])  # fmt: skip
def test_an_act_of_another_shape_is_refused_by_its_row(register: Register, act: dict[str, Any]) -> None:
    done = bring_in(register, ARREST, {**act, "recorded_at": "2030-04-01"})
    assert [r["row"] for r in done["refused"]] == [2]


def test_a_member_that_is_no_name_is_refused_by_its_row(register: Register) -> None:
    done = bring_in(register, CALLED, {**ARREST, "subject": None, "count": 2, "members": [7]})
    assert [r["row"] for r in done["refused"]] == [2]


def test_a_number_that_is_none_is_refused_by_its_row(register: Register) -> None:
    done = bring_in(register, CALLED, {**ARREST, "value": {"term_days": float("nan")}})
    assert [r["row"] for r in done["refused"]] == [2]


def test_a_grade_that_is_no_number_does_not_stop_every_later_question(register: Register) -> None:
    bring_in(register, CALLED, {**ARREST, "source": "B", "grade": "good"})
    answers(register)


def test_a_figure_without_a_value_is_refused_by_its_row(register: Register) -> None:
    bare = {**ARREST, "subject": None, "predicate": "figure", "value": {"population": "in_custody"}}
    done = bring_in(register, CALLED, bare)
    figures(register, ASKED)
    assert [r["row"] for r in done["refused"]] == [2]


@pytest.mark.parametrize("value", [2.5, -4, True, 10**12])
def test_a_number_of_people_that_is_none_is_refused_by_its_row(register: Register, value: float) -> None:
    odd = {**ARREST, "subject": None, "predicate": "figure", "value": {"value": value, "population": "in_custody"}}
    assert [r["row"] for r in bring_in(register, CALLED, odd)["refused"]] == [2]


def test_a_quote_that_is_no_text_is_refused_by_its_row(register: Register) -> None:
    done = bring_in(register, CALLED, {**ARREST, "quote": 5})
    assert [r["row"] for r in done["refused"]] == [2]


def test_what_comes_in_late_is_not_recorded_before_what_is_there(register: Register) -> None:
    bring_in(register, ARREST)
    with pytest.raises(InputRefused, match="never runs backwards"):
        bring_in(register, {**CALLED, "recorded_at": "2030-01-01"})
    assert check(register.store).ok


def exported(register: Register, folder: Path) -> Path:
    path = folder / "exported.jsonl"
    path.write_text(
        "".join(json.dumps(line, sort_keys=True, ensure_ascii=False) + "\n" for line in export_claims(register)),
        "utf-8",
    )
    return path


def everything() -> list[dict[str, Any]]:
    """Two of one name judged apart, a group, a figure, a state, a retraction and a ruling."""
    later = {"recorded_at": "2030-04-01"}
    out = {**ARREST, "predicate": "release", "valid": "2030-05-01"}
    return [
        ARREST, CALLED, {**ARREST, "source": "B", "label": "b"}, {**CALLED, "source": "B", "label": "bc"},
        {**out, "label": "first", "valid": "2030-04-10"}, {**out, "label": "second", "source": "C"},
        {**ARREST, "subject": None, "predicate": "release", "count": 14, "comparator": "at_least", "members": ["Hanna Vydumka"], "label": "g"},
        {**ARREST, "subject": None, "predicate": "figure", "value": {"value": 120, "population": "in_custody"}, "label": "f"},
        {**CALLED, "predicate": "in_custody", "subject": "Yan Kazachny", "valid": "2030-01/..", "label": "y"},
        {"judge": ["Lantern 1|Alena Vymyslova", "B|Alena Vymyslova"], "verdict": "different", **later},
        {"retract": "second", **later}, {"rule": "arrest", "set_aside": ["first"], **later},
    ]  # fmt: skip


def test_what_is_exported_gives_the_same_answers_elsewhere(register: Register, tmp_path: Path) -> None:
    done = bring_in(register, *everything())
    assert done["refused"] == []
    path = exported(register, tmp_path)
    with new_register(str(tmp_path / "other.habeas"), invented=True) as other:
        again = import_claims(other, str(path), About(Day.unknown()), Wish())
        assert again["refused"] == []
        for on in ("2030-02-01", "2030-04-05", "2030-06-01"):
            asked = ASKED.on(date.fromisoformat(on))
            assert count_on(other, asked, definition()) == count_on(register, asked, definition())
            told = [
                [(p["name"], p["in"], p["why"]) for p in roll_on(r, asked, definition())["persons"]]
                for r in (register, other)
            ]
            assert told[0] == told[1]
        assert len(figures(other, ASKED)["figures"]) == len(figures(register, ASKED)["figures"]) == 1


def test_a_claim_known_by_a_day_is_known_by_that_day_elsewhere(register: Register, tmp_path: Path) -> None:
    bring_in(register, ARREST, {**CALLED, "recorded_at": "2030-04-20"})
    path = exported(register, tmp_path)
    with new_register(str(tmp_path / "other.habeas"), invented=True) as other:
        import_claims(other, str(path), About(Day.unknown()), Wish())
        for by in (date(2030, 3, 4), date(2030, 4, 19), date(2030, 4, 20)):
            asked = AsOf(date(2030, 4, 1), by, Basis.register())
            assert roll_on(other, asked, definition())["certain"] == roll_on(register, asked, definition())["certain"]


def test_a_quote_with_a_line_separator_comes_back(register: Register, tmp_path: Path) -> None:
    bring_in(register, CALLED)
    path = Path(register.path).with_suffix(".jsonl")
    path.write_text(json.dumps({**ARREST, "quote": "one\u2028two"}) + "\n", "utf-8")
    import_claims(register, str(path), About(Day.unknown()), Wish())
    with new_register(str(tmp_path / "other.habeas"), invented=True) as other:
        again = import_claims(other, str(exported(register, tmp_path)), About(Day.unknown()), Wish())
    assert again["refused"] == []
