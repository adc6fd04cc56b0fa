"""A projected register follows the register behind it, answers like any other, and can neither tell more nor be written to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.register.secrets_told import OPEN, tell

from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.errors import CannotOpen, RefusedByRule
from habeas.register.answering import count_on
from habeas.register.catalogue import listing
from habeas.register.circumstances import Kept, circumstances
from habeas.register.deciding import judge, retract
from habeas.register.finding import find
from habeas.register.opened import Register, new_register
from habeas.register.projected import projected
from habeas.register.showing import Sees

ASKED = AsOf(date(2024, 4, 15), date(2999, 1, 1), Basis.register())


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "r.habeas"), invented=True) as made:
        yield made


def names(register: Register) -> list[str]:
    register.caught_up()  # as is done before every request
    return [row.name for row in listing(register, ASKED, definition()).rows]


def test_who_asked_not_to_be_shown_is_in_no_list_no_search_and_no_number(register: Register) -> None:
    told = tell(register, ["open", "withhold_asked"])
    seen = projected(register, Sees.PUBLISHED)
    assert len(names(register)) == 2 and len(names(seen)) == 1
    assert count_on(register, ASKED, definition())["certain"] == 2
    assert count_on(seen, ASKED, definition())["certain"] == 1
    assert all(not find(seen, word, ASKED)["hits"] for word in told.secrets)


def test_once_the_request_is_taken_back_the_person_is_shown(register: Register) -> None:
    tell(register, ["open", "withhold_asked"])
    seen = projected(register, Sees.PUBLISHED)
    assert len(names(seen)) == 1
    (request,) = (c.id for c in register.knowledge.claims if c.predicate == "withhold_asked")
    retract(register, request, "asked to be shown again")
    assert len(names(seen)) == 2


def test_what_comes_in_is_seen_at_once_and_what_is_held_back_later_is_gone_at_once(register: Register) -> None:
    told = tell(register, ["open"])
    seen = projected(register, Sees.PUBLISHED)
    (name,) = names(seen)
    person = next(iter(register.knowledge.mentions))
    told.entries.clear()
    told.claim(told.source(), person, "withhold_asked")
    register.append(told.entries)
    assert names(seen) == []
    assert not find(seen, name, ASKED)["hits"]


def test_somebody_judged_another_than_who_asked_is_shown(register: Register) -> None:
    tell(register, ["alike"])
    seen = projected(register, Sees.PUBLISHED)
    assert names(seen) == []
    one, other = register.knowledge.mentions
    judge(register, one, other, Verdict.DIFFERENT, None)
    assert len(names(seen)) == 1


def test_a_death_is_shown_once_two_sources_that_do_not_repeat_each_other_tell_it(register: Register) -> None:
    told = tell(register, ["one_death"])
    seen = projected(register, Sees.PUBLISHED)
    person = next(iter(register.knowledge.mentions))
    death = next(c for c in register.knowledge.claims if c.predicate == "death_in_custody")

    def and_told_by(**said: str) -> bool:
        told.entries.clear()
        told.claim(told.source(**said), person, "death_in_custody", when="2024-04-21")
        register.append(told.entries)
        return any(c.predicate == "death_in_custody" for c in seen.caught_up().claims)

    assert not and_told_by(derived_from=death.source)
    assert not and_told_by(published="")
    assert and_told_by()


def test_consent_opens_what_it_covers_and_may_be_taken_back(register: Register) -> None:
    told = tell(register, ["health"])
    seen = projected(register, Sees.PUBLISHED)
    person = next(iter(register.knowledge.mentions))

    def after(**value: object) -> bool:
        told.entries.clear()
        told.claim(told.source(), person, "consent", value=value)
        register.append(told.entries)
        return any(c.predicate == "health_condition" for c in seen.caught_up().claims)

    assert not after(covers="letters", given=True)
    assert not after(given=True)
    assert after(covers="health", given=True)
    assert not after(covers="health", given=False)


def test_people_judged_the_same_through_a_name_that_is_not_shown_stay_one(register: Register) -> None:
    told = tell(register, ["other_name"])
    hidden, _ = register.knowledge.mentions
    told.entries.clear()
    paper = told.source()
    third = told.mention(paper, f"{told.word(False)} {told.word(False)}")
    told.claim(paper, third, "described_as_political_prisoner")
    told.entry("judgement", {"a": hidden, "b": third, "verdict": "same"})
    register.append(told.entries)
    assert len(names(register)) == 1
    assert len(names(projected(register, Sees.PUBLISHED))) == 1


def test_a_group_keeps_its_number_when_one_it_names_is_not_shown(register: Register) -> None:
    tell(register, ["group_member"])
    (group,) = (c for c in projected(register, Sees.PUBLISHED).caught_up().claims if c.is_group)
    assert group.count == 14 and len(group.members) == 1 and group.quote is None


def test_a_reader_sees_who_asked_not_to_be_published_but_nothing_for_staff_only(register: Register) -> None:
    tell(register, ["withhold_asked", "health", "staff", "note_staff", "note_count"])
    seen = projected(register, Sees.ALL_BUT_STAFF).caught_up().claims
    predicates = {claim.predicate for claim in seen}
    assert {"arrest", "health_condition"} <= predicates
    assert not predicates & {"address", "due_release", "withhold_asked"}
    assert len([c for c in seen if c.predicate == "arrest"]) == 3


def test_a_reader_is_not_told_the_name_that_only_a_note_for_staff_gives(register: Register) -> None:
    tell(register, ["other_name"])
    assert len(register.knowledge.mentions) == 2
    (mention,) = projected(register, Sees.ALL_BUT_STAFF).caught_up().mentions.values()
    assert mention.name.startswith(OPEN)


def test_it_cannot_be_written_to_and_nothing_is_read_past_it(register: Register) -> None:
    told = tell(register, ["open"])
    seen = projected(register, Sees.PUBLISHED)
    with pytest.raises(RefusedByRule):
        seen.append(told.entries)
    with pytest.raises(CannotOpen):
        seen.store.append(told.entries)
    for read in (seen.store.bodies, seen.store.entries, lambda: seen.store.body("x"), lambda: seen.store.has(["x"])):
        with pytest.raises(RefusedByRule):
            read()
    assert seen.store.pending_drafts() == []


def test_it_keeps_nothing_on_disk_and_shares_no_memory(register: Register) -> None:
    tell(register, ["open", "withhold_asked"])
    seen = projected(register, Sees.PUBLISHED)
    names(seen)
    assert not seen.keeps_cache
    assert seen.memo is not register.memo and seen.folded is not register.folded and seen.names is not register.names


def test_what_was_folded_is_kept_while_what_was_shown_reads_the_same(register: Register) -> None:
    told = tell(register, ["open"])
    seen = projected(register, Sees.PUBLISHED)
    names(seen)
    before = dict(seen.folded)
    tell(register, ["health"])
    names(seen)
    assert before.items() <= seen.folded.items()
    told.entries.clear()
    (quote,) = {c.quote for c in seen.knowledge.claims if c.quote and told.shown[0] in c.quote}
    other = told.source()
    told.claim(other, told.mention(other, told.word(True)), "health_condition", quote=quote)
    register.append(told.entries)
    seen.caught_up()
    assert not seen.folded.keys() & before.keys()


def test_a_person_is_young_by_any_sign(register: Register) -> None:
    told = tell(register, ["open"])
    person = next(iter(register.knowledge.mentions))
    for predicate, said in (
        ("age", {"value": {"years": 17}}), ("birth_date", {"when": "2006-06"}), ("minor", {"value": {"value": True}}),
    ):  # fmt: skip
        told.entries.clear()
        claim = told.claim(told.source(), person, predicate, **said)
        register.append(told.entries)
        found = circumstances(register.caught_up(), date(2026, 1, 1), Kept())
        assert found.wishes_of(person).minor, predicate
        retract(register, claim, "told by mistake")
    assert not circumstances(register.caught_up(), date(2026, 1, 1), Kept()).wishes_of(person).minor
