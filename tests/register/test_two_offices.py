"""Two offices exchange their ledgers as files: what both were told is one, decisions go by when they were made, and both answer the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.register.intake_lines import come_in
from tests.register.intake_lines import told as somebody
from tests.register.test_recognising import bring_in, read_article, register_in, told

from habeas.identity.judgements import Verdict, latest
from habeas.register.deciding import judge, reinstate, retract
from habeas.register.exporting import export_claims
from habeas.register.known import judgements_of
from habeas.register.opened import Register

ALENA, CYRILLIC, IVAN, PIOTR = "Alena Vymyslova", "Алёна Вымыслова", "Ivan Nibyta", "Piotr Prydumany"
BORN = "1987-05-17"


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[tuple[Register, Register]]:
    """Two registers that were told of some of the same people, by some of the same sources."""
    with register_in(str(tmp_path)) as one, register_in(str(tmp_path), "b.habeas") as other:
        come_in(one, somebody(ALENA, "Lantern 1", BORN), somebody(IVAN, "Lantern 1"))
        come_in(
            other,
            somebody(ALENA, "Lantern 1", BORN),
            somebody(CYRILLIC, "Courier 1", BORN),
            somebody(PIOTR, "Courier 1", person_id="p7"),
        )
        for register in (one, other):
            read_article(register, "2030-03-04")
        yield one, other


def sent(one: Register, other: Register) -> dict[str, Any]:
    return bring_in(other, list(export_claims(one)))


def exchanged(one: Register, other: Register) -> list[dict[str, Any]]:
    """What each says of the other's file."""
    return [sent(one, other), sent(other, one)]


def ids(register: Register) -> dict[str, str]:
    """The first mention of each name."""
    found: dict[str, str] = {}
    for mention in register.caught_up().mentions.values():
        found.setdefault(mention.name, mention.id)
    return found


def claim_of(register: Register, name: str) -> str:
    """The same claim in every register: that of the source named first, of the predicate that stands first."""
    known = register.caught_up()
    own = [c for c in known.claims if c.subject and known.mentions[c.subject].name == name]
    return min(own, key=lambda c: (known.sources[c.source].name, c.predicate, c.when.text)).id


def decisions(register: Register) -> set[tuple[frozenset[str], str]]:
    known = register.caught_up()
    in_force = latest(judgements_of(known.judgements))
    return {(frozenset({known.mentions[j.a].name, known.mentions[j.b].name}), j.verdict.value) for j in in_force}


def assert_alike(one: Register, other: Register) -> None:
    assert told(one) == told(other)
    assert decisions(one) == decisions(other)
    for part in ("claims", "mentions", "judgements", "withdrawn", "sources"):
        assert len(getattr(one.caught_up(), part)) == len(getattr(other.caught_up(), part)), part
    assert len(one.knowledge.retracted()) == len(other.knowledge.retracted())


def assert_settled(one: Register, other: Register) -> None:
    """Exchanged again, nothing is new to either."""
    before = (one.store.head(), other.store.head())
    assert [(done["claims"], done["quarantined"]) for done in exchanged(one, other)] == [(0, []), (0, [])]
    assert (one.store.head(), other.store.head()) == before


def test_what_both_were_told_is_one_and_both_answer_the_same(offices: tuple[Register, Register]) -> None:
    one, other = offices
    done = exchanged(one, other)
    assert [(d["refused"], d["claims"], d["quarantined"]) for d in done] == [([], 2, []), ([], 5, [])]
    assert_alike(one, other)
    assert_settled(one, other)


def test_decisions_of_one_office_hold_in_the_other_and_come_back_as_what_they_are(
    offices: tuple[Register, Register],
) -> None:
    one, other = offices
    judge(other, ids(other)[ALENA], ids(other)[CYRILLIC], Verdict.SAME, "one birth certificate")
    retract(one, claim_of(one, IVAN), "misread")
    exchanged(one, other)
    assert (frozenset({ALENA, CYRILLIC}), "same") in decisions(one)
    assert len(other.knowledge.retracted()) == 1
    assert_alike(one, other)
    assert_settled(one, other)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_decisions_the_one_made_later_is_in_force_in_both_and_that_is_shown(
    offices: tuple[Register, Register], order: tuple[int, int]
) -> None:
    exchanged(*offices)
    earlier, later = (offices[n] for n in order)
    judge(earlier, ids(earlier)[ALENA], ids(earlier)[CYRILLIC], Verdict.SAME, "one birth certificate")
    judge(later, ids(later)[ALENA], ids(later)[CYRILLIC], Verdict.DIFFERENT, "two birth certificates")
    done = exchanged(*offices)
    assert decisions(earlier) == decisions(later) == {(frozenset({ALENA, CYRILLIC}), "different")}
    for register, answer in zip((offices[1], offices[0]), done, strict=True):
        (shown,) = answer["quarantined"]
        assert (shown["kind"], set(shown["mentions"])) == (
            "decided_twice",
            {ids(register)[ALENA], ids(register)[CYRILLIC]},
        )
        assert ("the file's was decided later" if register is earlier else "the one here was decided later") in shown[
            "why"
        ]
    assert_alike(*offices)
    assert_settled(*offices)


def test_a_claim_retracted_here_and_reinstated_there_goes_by_the_later_decision(
    offices: tuple[Register, Register],
) -> None:
    one, other = offices
    retract(one, claim_of(one, IVAN), "misread")
    exchanged(one, other)
    reinstate(other, claim_of(other, IVAN), "read again")
    retract(one, claim_of(one, ALENA), "misread too")
    reinstate(one, claim_of(one, IVAN), "read again here")
    retract(one, claim_of(one, IVAN), "and once more")
    done = exchanged(one, other)
    assert [[q["ids"] for q in d["quarantined"]] for d in done] == [[[claim_of(other, IVAN)]], [[claim_of(one, IVAN)]]]
    assert "retracted in the file" in done[0]["quarantined"][0]["why"]
    assert [len(register.knowledge.retracted()) for register in offices] == [2, 2]
    assert_alike(one, other)
    assert_settled(one, other)


def test_a_third_office_knows_a_decision_that_reaches_it_by_two_ways(
    offices: tuple[Register, Register], tmp_path: Path
) -> None:
    one, other = offices
    judge(one, ids(one)[ALENA], ids(one)[IVAN], Verdict.DIFFERENT, "they were tried together")
    exchanged(one, other)
    with register_in(str(tmp_path), "c.habeas") as third:
        sent(one, third)
        before = third.store.head()
        assert sent(other, third)["claims"] == 0
        assert third.store.head() == before
        assert told(third) == told(one)
        assert len(third.knowledge.judgements) == 1


@pytest.mark.parametrize("moment", ["yesterday", "2031-13-01", 7])
def test_a_decision_with_no_moment_for_a_moment_is_refused(offices: tuple[Register, Register], moment: object) -> None:
    (line,) = [{"judge": list(ids(offices[0]).values())[:2], "verdict": "same", "decided_at": moment}]
    (refused,) = bring_in(offices[0], [line])["refused"]
    assert (refused["column"], "is no moment" in refused["why"]) == ("decided_at", True)


def test_a_decision_dated_ahead_goes_before_none_made_after_it_came_in(offices: tuple[Register, Register]) -> None:
    one, _ = offices
    a, b = ids(one)[ALENA], ids(one)[IVAN]
    bring_in(one, [{"judge": [a, b], "verdict": "same", "decided_at": "2999-01-01", "label": "x"}])
    judge(one, a, b, Verdict.DIFFERENT, "two people")
    assert decisions(one) == {(frozenset({ALENA, IVAN}), "different")}
