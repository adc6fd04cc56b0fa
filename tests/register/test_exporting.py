"""What one register writes another takes, and writes again as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from habeas.claims.knowledge import visible
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import Basis
from habeas.kernel.days import Day
from habeas.register.deciding import judge, reinstate, retract, rule
from habeas.register.exporting import export_claims
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register
from habeas.sources.capture import About

LINES = (
    {"subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern 1", "grade": 2,
     "url": "https://lantern.invalid/1", "published_on": "2020-03-04"},
    {"subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2020-03-03", "source": "Lantern 2", "derived_from": "Lantern 1"},
    {"predicate": "figure", "value": {"value": 120, "population": "in_custody", "as_of": "2020-03-04"}, "source": "Lantern 1"},
)  # fmt: skip


@contextmanager
def filled(path: Path) -> Iterator[Register]:
    with new_register(str(path)) as register:
        fill(register, path)
        yield register


def fill(register: Register, path: Path) -> None:
    lines = path.with_suffix(".jsonl")
    lines.write_text("".join(json.dumps(line) + "\n" for line in LINES))
    import_claims(register, str(lines), About(Day.unknown()), Wish())
    knowledge = register.caught_up()
    a, b = sorted(m for m in knowledge.mentions)
    first, second, third = (c.id for c in knowledge.claims)
    judge(register, a, b, Verdict.SAME, "the same birth date")
    retract(register, third, "misread")
    reinstate(register, third, "read rightly after all")
    rule(register, first, [second], "the court's own record")


def test_the_reason_of_every_decision_and_a_sources_address_are_written(tmp_path: Path) -> None:
    with filled(tmp_path / "a.habeas") as register:
        lines = list(export_claims(register, with_clock=False))
    assert {line["why"] for line in lines if "why" in line} == {
        "the same birth date", "misread", "read rightly after all", "the court's own record",
    }  # fmt: skip
    arrest = next(line for line in lines if line.get("grade"))
    assert (arrest["url"], arrest["grade"]) == ("https://lantern.invalid/1", 2)
    assert not any("recorded_at" in line for line in lines)


def test_another_register_takes_the_file_and_knows_the_same(tmp_path: Path) -> None:
    with filled(tmp_path / "a.habeas") as register:
        lines = list(export_claims(register, with_clock=False))
    path = tmp_path / "out.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with new_register(str(tmp_path / "b.habeas")) as other:
        done = import_claims(other, str(path), About(Day.unknown()), Wish())
        assert done["refused"] == []
        again = list(export_claims(other, with_clock=False))
    assert [told(line) for line in again] == [told(line) for line in lines]


def told(line: dict[str, object]) -> dict[str, object]:
    """A line without ids, which belong to a register."""
    own = ("label", "judge", "retract", "reinstate", "rule", "set_aside", "subject", "source_id")
    return {k: v for k, v in line.items() if k not in own}


@pytest.mark.parametrize("with_clock", [True, False])
def test_an_ordinary_register_has_no_clock_to_write(tmp_path: Path, *, with_clock: bool) -> None:
    with filled(tmp_path / "a.habeas") as register:
        assert not any("recorded_at" in line for line in export_claims(register, with_clock=with_clock))


def test_what_was_told_in_confidence_stays_so_in_another_register(tmp_path: Path) -> None:
    told = {"predicate": "arrest", "valid": "2020-03-02", "published_on": "2020-03-04"}
    lines = tmp_path / "told.jsonl"
    lines.write_text(
        json.dumps({**told, "subject": "Ivan Nibyta", "source": "call", "source_consent": "staff_only"})
        + "\n"
        + json.dumps({**told, "subject": "Alena Vymyslova", "source": "Lantern 1"})
    )
    with new_register(str(tmp_path / "a.habeas")) as register, new_register(str(tmp_path / "b.habeas")) as other:
        import_claims(register, str(lines), About(Day.unknown()), Wish())
        copy = tmp_path / "copy.jsonl"
        copy.write_text("".join(json.dumps(line) + "\n" for line in export_claims(register, with_clock=False)))
        import_claims(other, str(copy), About(Day.unknown()), Wish())
        knowledge = other.caught_up()
        assert {s.name: s.consent for s in knowledge.sources.values() if s.kind == "citation"} == {
            "call": "staff_only",
            "Lantern 1": "public",
        }
        published = visible(knowledge, date(2020, 4, 1), Basis.public())
        assert [knowledge.mentions[str(c.subject)].name for c in published.claims] == ["Alena Vymyslova"]
