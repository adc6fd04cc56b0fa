"""What counts for a question: by K, by basis, after retractions and rulings, and under the review policy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from habeas.claims.entries import Opened
from habeas.claims.knowledge import Knowledge, Visible, visible
from habeas.claims.review import REFUSALS, Policy, policy_of
from habeas.kernel.asof import Basis
from habeas.kernel.errors import InputRefused


def day(number: int) -> date:
    return date(2030, 1, number)


class Known:
    """Builds knowledge entry by entry; recorded on a day of January 2030."""

    def __init__(self) -> None:
        self.knowledge = Knowledge()
        self.sequence = 0

    def add(self, kind: str, entry_id: str, on: int, content: Mapping[str, Any], actor: str = "act_1") -> Known:
        self.sequence += 1
        moment = datetime(2030, 1, on, 23, 59, 59, tzinfo=UTC)
        self.knowledge.add(Opened(self.sequence, entry_id, kind, content, actor, moment, {}))
        return self

    def source(self, entry_id: str, on: int, **content: Any) -> Known:
        return self.add("citation", entry_id, on, {"name": entry_id, **content})

    def claim(self, entry_id: str, on: int, source: str = "s", **content: Any) -> Known:
        return self.add("claim", entry_id, on, {"predicate": "arrest", "source": source, "subject": "m", **content})

    def seen(self, by: int, basis: str = "register") -> Visible:
        return visible(self.knowledge, day(by), Basis.parse(basis))

    def ids(self, by: int, basis: str = "register") -> list[str]:
        return [c.id for c in self.seen(by, basis).claims]


def known() -> Known:
    return Known()


def test_the_register_knows_a_claim_from_the_day_it_was_recorded_on() -> None:
    told = known().source("s", 5).claim("c", 5)
    assert told.ids(4) == []
    assert told.ids(5) == ["c"]


def test_what_was_published_counts_from_its_publication_though_read_later() -> None:
    told = known().source("s", 9, published="2030-01-03").claim("c", 9)
    assert told.ids(2, "public") == []
    assert told.ids(3, "public") == ["c"]
    assert told.ids(3) == []


def test_an_imprecise_publication_counts_from_its_last_day() -> None:
    told = known().source("s", 9, published="2030-01-03/2030-01-06").claim("c", 9)
    assert told.ids(5, "public") == []
    assert told.ids(6, "public") == ["c"]


def test_without_a_publication_day_nothing_is_public_and_that_is_counted() -> None:
    told = known().source("s", 1).source("d", 1, published="2030-01-01").claim("c", 1).claim("e", 1, "d")
    seen = told.seen(20, "public")
    assert [c.id for c in seen.claims] == ["e"]
    assert seen.undated_left_out == 1
    assert told.seen(20).undated_left_out == 0


def versions() -> Known:
    told = known()
    for entry_id, published, list_name in (("v1", 2, "eu"), ("v2", 6, "eu"), ("other", 4, "us")):
        told.source(entry_id, 20, published=day(published).isoformat(), list_name=list_name)
        told.claim(f"c-{entry_id}", 20, entry_id)
    return told


@pytest.mark.parametrize(("by", "ids"), [(1, []), (2, ["c-v1"]), (5, ["c-v1"]), (6, ["c-v2"]), (20, ["c-v2"])])
def test_a_list_holds_what_its_newest_version_by_then_held(by: int, ids: list[str]) -> None:
    assert versions().ids(by, "source:eu") == ids


def test_the_version_used_is_stated() -> None:
    assert versions().seen(7, "source:eu").newest_version == day(6)
    assert versions().seen(1, "source:eu").newest_version is None
    assert versions().seen(7).newest_version is None


def test_a_retracted_claim_stays_known_for_the_days_before() -> None:
    told = known().source("s", 1, published="2030-01-01").claim("c", 1)
    told.add("retract", "r", 5, {"claim": "c"}).add("reinstate", "i", 8, {"claim": "c"})
    assert [told.ids(n) for n in (4, 5, 7, 8)] == [["c"], [], [], ["c"]]


def test_what_is_public_is_read_as_it_is_read_today() -> None:
    told = known().source("s", 1, published="2030-01-01").claim("c", 1).add("retract", "r", 9, {"claim": "c"})
    assert told.ids(2, "public") == []
    assert told.ids(2) == ["c"]


def test_a_ruling_sets_aside_from_its_day_on() -> None:
    told = known().source("s", 1).claim("a", 1).claim("b", 1)
    told.add("ruling", "r", 5, {"upheld": "a", "set_aside": ["b"]})
    assert told.seen(4).set_aside == frozenset()
    assert told.seen(5).set_aside == {"b"}
    assert told.ids(5) == ["a", "b"], "what was set aside stays visible"


def test_only_mentions_that_a_claim_speaks_of_are_there() -> None:
    told = known().source("s", 1).claim("c", 2, members=["n"], subject="m")
    for mention in ("m", "n", "x"):
        told.add("mention", mention, 1, {"source": "s", "name": mention})
    assert [m.id for m in told.seen(2).mentions] == ["m", "n"]
    assert told.seen(1).mentions == ()


def test_judgements_made_later_are_not_known_yet() -> None:
    told = known().add("judgement", "j", 5, {"a": "m", "b": "n", "verdict": "same"})
    assert told.seen(4).judgements == ()
    assert [o.id for o in told.seen(5).judgements] == ["j"]
    assert [o.id for o in told.seen(4, "public").judgements] == ["j"]


def reviewed(*actors: str, policy: Mapping[str, Any]) -> Known:
    told = known().source("s", 1).add("policy", "p", 1, policy).claim("c", 2)
    for number, actor in enumerate(actors, start=3):
        told.add("review", f"r{number}", number, {"draft": "d", "claim": "c", "decision": "accept"}, actor)
    return told


@pytest.mark.parametrize(("actors", "provisional"), [
    (("act_1",), True), (("act_1", "act_1"), True), (("act_1", "act_2"), False),
])  # fmt: skip
def test_two_reviewers_are_two_different_people(actors: tuple[str, ...], provisional: bool) -> None:
    (claim,) = reviewed(*actors, policy={"reviewers": 2}).seen(20).claims
    assert claim.provisional is provisional


def test_a_second_look_counts_from_the_day_it_was_taken() -> None:
    told = reviewed("act_1", "act_2", policy={"reviewers": 2})
    assert [told.seen(by).claims[0].provisional for by in (3, 4)] == [True, False]


def test_some_predicates_may_need_two_where_others_need_one() -> None:
    strict = {"reviewers": 1, "waived_because": "small", "two_for": ["arrest"]}
    lenient = {"reviewers": 1, "waived_because": "small", "two_for": ["release"]}
    assert reviewed("act_1", policy=strict).seen(20).claims[0].provisional
    assert not reviewed("act_1", policy=lenient).seen(20).claims[0].provisional


def test_a_claim_imported_as_one_act_is_not_provisional() -> None:
    assert not reviewed(policy={"reviewers": 2}).seen(20).claims[0].provisional


def test_the_policy_in_force_is_the_last_one_by_then() -> None:
    told = (
        known()
        .add("policy", "p", 3, {"reviewers": 2})
        .add("policy", "q", 6, {"reviewers": 1, "waived_because": "one left"})
    )
    assert told.knowledge.policy(day(2)) == Policy()
    assert told.knowledge.policy(day(3)).reviewers == 2
    assert told.knowledge.policy().waived_because == "one left"


@pytest.mark.parametrize(("content", "why"), [
    ({"reviewers": 3}, "reviewers is 3; write 1 or 2"),
    ({"reviewers": 1}, "needs waived_because"),
    ({"reviewers": 1, "waived_because": ""}, "needs waived_because"),
])  # fmt: skip
def test_a_policy_at_fault_is_refused(content: dict[str, Any], why: str) -> None:
    with pytest.raises(InputRefused, match=why):
        policy_of(content)


def test_a_policy_survives_writing_and_reading() -> None:
    for policy in (Policy(), Policy(2, None, ("death",)), Policy(1, "small", ("release", "death"))):
        assert policy_of(policy.to_content()) == policy


def test_every_reason_for_refusing_is_explained() -> None:
    assert all(REFUSALS.values())
