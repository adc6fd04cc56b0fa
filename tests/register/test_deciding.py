"""A person decides, and what was decided can be undone but never unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.claims.drafts import Draft
from habeas.claims.review import Policy
from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, RefusedByRule
from habeas.register.answering import roll_on
from habeas.register.deciding import (
    accept,
    amend,
    judge,
    refuse,
    reinstate,
    retract,
    rule,
    set_policy,
    undecided,
    waiting,
)
from habeas.register.finding import find
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register, open_register
from habeas.register.persons import SeveralMatch, person
from habeas.sources.capture import About

LINES = (
    '{"subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern 1"}\n'
    '{"subject": "Alena Vymyslova", "predicate": "described_as_political_prisoner", "source": "Lantern 1"}\n'
    '{"subject": "Alena Vymyslova", "predicate": "punishment_cell", "valid": "2020-05-01", "source": "Lantern 2"}\n'
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        yield made


def bring_in(register: Register, as_drafts: bool) -> None:
    path = Path(register.path).with_suffix(".jsonl")
    path.write_text(LINES, "utf-8")
    import_claims(register, str(path), About(Day.unknown()), Wish(as_drafts=as_drafts))


def asked(on: date = date(2020, 4, 1)) -> AsOf:
    return AsOf(on, utc_today(), Basis.register())


def answers(register: Register) -> list[str]:
    return sorted(p["in"] for p in roll_on(register, asked(), definition())["persons"])


def draft(register: Register, predicate: str) -> Draft:
    return next(d for d in waiting(register) if d.claim["predicate"] == predicate)


def test_an_accepted_draft_counts_and_leaves_the_desk(register: Register) -> None:
    bring_in(register, as_drafts=True)
    assert accept(register, waiting(register)) == 3
    assert waiting(register) == []
    assert answers(register) == ["no", "yes"]


def test_a_decided_draft_is_not_proposed_again(register: Register) -> None:
    bring_in(register, as_drafts=True)
    drafts = waiting(register)
    accept(register, drafts[:1])
    refuse(register, drafts[1], "misread")
    assert undecided(register, drafts) == drafts[2:]
    bring_in(register, as_drafts=True)
    assert len(waiting(register)) == 1


def test_a_refused_draft_makes_no_claim_and_keeps_its_reason(register: Register) -> None:
    bring_in(register, as_drafts=True)
    refuse(register, draft(register, "arrest"), "not_said")
    (reviews,) = register.caught_up().reviews.values()
    assert reviews[0].content["reason"] == "not_said"
    assert register.knowledge.claims == []


def test_a_reason_that_does_not_exist_is_refused(register: Register) -> None:
    bring_in(register, as_drafts=True)
    with pytest.raises(InputRefused, match="use one of misread"):
        refuse(register, draft(register, "arrest"), "dislike")
    assert len(waiting(register)) == 3


def test_an_amended_draft_counts_as_amended(register: Register) -> None:
    bring_in(register, as_drafts=True)
    made = amend(register, draft(register, "arrest"), {"when": "2020-03-09"})
    (claim,) = register.caught_up().claims
    assert (claim.id, str(claim.when)) == (made, "2020-03-09")


def test_a_claim_retracted_and_reinstated_and_retracted_again_is_retracted(register: Register) -> None:
    bring_in(register, as_drafts=False)
    claim = next(c.id for c in register.caught_up().claims if c.predicate == "described_as_political_prisoner")
    before = answers(register)
    retract(register, claim, "misread")
    assert "yes" not in answers(register)
    reinstate(register, claim, "read again")
    assert answers(register) == before
    retract(register, claim, "misread after all")
    assert "yes" not in answers(register)


@pytest.mark.parametrize("deed", [retract, reinstate])
def test_only_a_claim_can_be_retracted(register: Register, deed: Callable[[Register, str, str], bool]) -> None:
    with pytest.raises(InputRefused, match="is no claim here"):
        deed(register, "clm_nothing", "why")


def test_judging_back_and_forth_is_three_decisions(register: Register) -> None:
    bring_in(register, as_drafts=False)
    a, b = sorted(register.caught_up().mentions)
    made = {judge(register, a, b, verdict, None) for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.SAME)}
    assert len(made) == 3
    assert len(roll_on(register, asked(), definition())["persons"]) == 1


def test_a_mention_is_not_judged_against_itself_or_against_nobody(register: Register) -> None:
    bring_in(register, as_drafts=False)
    a = min(register.caught_up().mentions)
    with pytest.raises(InputRefused, match="are the same mention"):
        judge(register, a, a, Verdict.SAME, None)
    with pytest.raises(InputRefused, match="is no mention or person here"):
        judge(register, a, "mtn_nobody", Verdict.SAME, None)


def test_a_claim_set_aside_no_longer_counts_but_is_shown_as_disputed(register: Register) -> None:
    bring_in(register, as_drafts=False)
    by_predicate = {c.predicate: c.id for c in register.caught_up().claims}
    rule(register, by_predicate["described_as_political_prisoner"], [by_predicate["arrest"]], "a namesake")
    mention = next(
        m.id
        for m in register.caught_up().mentions.values()
        if any(c.subject == m.id and c.predicate == "arrest" for c in register.knowledge.claims)
    )
    shown = person(register, mention, asked(), definition())
    assert {c["predicate"]: c["disputed"] for c in shown["claims"]}["arrest"]
    assert shown["status"]["answer"] == "unknown"


def test_with_two_reviewers_one_acceptance_is_only_possible(tmp_path: Path) -> None:
    path = str(tmp_path / "a.habeas")
    with new_register(path) as register:
        set_policy(register, Policy(2, None))
        operator, register.actor = register.actor, register.store.actor_id("whoever proposed it")
        bring_in(register, as_drafts=True)
        register.actor = operator
        drafts = waiting(register)
        accept(register, drafts)
        assert answers(register) == ["no", "unknown"]
    with open_register(path, actor="Hanna Vydumka") as register:
        accept(register, drafts)
        assert "yes" in answers(register)


def test_a_person_is_found_by_any_beginning_and_by_a_former_id(register: Register) -> None:
    bring_in(register, as_drafts=False)
    hits = find(register, "vymys al", asked())["hits"]
    assert [h["name"] for h in hits] == ["Alena Vymyslova"] * 2
    with pytest.raises(SeveralMatch) as several:
        person(register, "Alena Vymyslova", asked(), definition())
    assert len(several.value.hits) == 2
    a, b = (h["id"] for h in several.value.hits)
    judge(register, a, b, Verdict.SAME, None)
    assert person(register, a, asked(), definition())["id"] == person(register, b, asked(), definition())["id"]
    assert find(register, "", asked())["total"] == find(register, "nobody", asked())["total"] == 0


def three(register: Register) -> list[str]:
    """Mentions of one name in three sources."""
    lines = "".join(
        f'{{"subject": "Hanna Vydumka", "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern {n}"}}\n'
        for n in (11, 12, 13)
    )
    path = Path(register.path).with_suffix(".three.jsonl")
    path.write_text(lines)
    import_claims(register, str(path), About(Day.unknown()), Wish())
    return sorted(m.id for m in register.caught_up().mentions.values() if m.name == "Hanna Vydumka")


def test_a_verdict_that_others_make_impossible_is_refused_and_names_them(register: Register) -> None:
    a, b, c = three(register)
    judge(register, a, b, Verdict.SAME, None)
    apart = judge(register, b, c, Verdict.DIFFERENT, None)
    before = register.store.head().size
    with pytest.raises(RefusedByRule) as refused:
        judge(register, a, c, Verdict.SAME, None)
    assert refused.value.answer["collides_with"] == [apart]
    assert register.store.head().size == before
    judge(register, b, c, Verdict.UNSURE, None)
    judge(register, a, c, Verdict.SAME, "seen together")


def test_two_who_are_one_through_a_third_are_not_judged_apart(register: Register) -> None:
    a, b, c = three(register)
    one, other = (judge(register, x, y, Verdict.SAME, None) for x, y in ((a, b), (b, c)))
    with pytest.raises(RefusedByRule) as refused:
        judge(register, a, c, Verdict.DIFFERENT, None)
    assert refused.value.answer["collides_with"] == sorted([one, other])


def test_a_claim_is_not_ruled_against_itself(register: Register) -> None:
    three(register)
    claim = register.caught_up().claims[0].id
    with pytest.raises(InputRefused, match="cannot be right against itself"):
        rule(register, claim, [claim], "x")
