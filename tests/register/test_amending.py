"""Any field of a draft may be changed, and the words of the source that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.claim import Claim
from habeas.claims.drafts import Draft
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.amending import Amendment, enter_as, place_of
from habeas.register.deciding import waiting
from habeas.register.opened import Register, new_register
from habeas.register.taking_in import add_file
from habeas.sources.capture import About

ARTICLE = "A court sentenced Piotr Prydumany to six years in prison on Monday. Lantern said so. Lantern said so.\n"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    (tmp_path / "courier.txt").write_text(ARTICLE, "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as made:
        add_file(made, str(tmp_path / "courier.txt"), About(Day.parse("2024-06-26")))
        yield made


def sentence(register: Register) -> Draft:
    return next(d for d in waiting(register) if d.claim["predicate"] == "sentence")


def as_proposed(draft: Draft) -> Amendment:
    claim = draft.claim
    return Amendment(
        dict(claim["value"]), Day.parse(claim.get("when", "")), Day.unknown(), "actual", claim["quote"], "Piotr Prydumany"
    )  # fmt: skip


def entered(register: Register, claim: str) -> Claim:
    return next(c for c in register.caught_up().claims if c.id == claim)


def test_what_was_not_changed_is_accepted_as_it_stands(register: Register) -> None:
    proposed = sentence(register)
    assert proposed.claim["value"] == {"term_years": 6}
    enter_as(register, proposed, replace(as_proposed(proposed), value={"term_years": 6}))
    made = register.caught_up().reviews[proposed.id(register.store.key)]
    assert [o.content["decision"] for o in made] == ["accept"]


def test_name_value_day_and_speaker_are_changed(register: Register) -> None:
    proposed = sentence(register)
    wanted = replace(
        as_proposed(proposed), person="Piotr Vel", value={"term_years": 5, "court": "Orsk court"}, when=Day.parse("2024-06"), speaker="Lantern"
    )  # fmt: skip
    claim = entered(register, enter_as(register, proposed, wanted))
    assert register.knowledge.mentions[str(claim.subject)].name == "Piotr Vel"
    assert (claim.value, claim.when.text, claim.speaker) == (
        {"term_years": 5, "court": "Orsk court"},
        "2024-06",
        "Lantern",
    )


def test_the_words_are_located_where_they_stand(register: Register) -> None:
    proposed = sentence(register)
    claim = entered(register, enter_as(register, proposed, replace(as_proposed(proposed), quote="six years in prison")))
    assert claim.span is not None and ARTICLE[slice(*claim.span)] == claim.quote == "six years in prison"


def test_of_several_places_the_one_pointed_at_is_meant(register: Register) -> None:
    proposed, last = sentence(register), ARTICLE.rindex("Lantern")
    wanted = replace(as_proposed(proposed), quote="Lantern said so", near=last)
    claim = entered(register, enter_as(register, proposed, wanted))
    assert claim.span == (last, last + len("Lantern said so"))


@pytest.mark.parametrize("quote", ["seven years", "", "SIX YEARS"])
def test_words_that_do_not_stand_in_the_text_are_refused_and_the_draft_waits_on(register: Register, quote: str) -> None:
    proposed = sentence(register)
    with pytest.raises(InputRefused, match="quote: these words"):
        enter_as(register, proposed, replace(as_proposed(proposed), quote=quote))
    assert sentence(register) == proposed


@given(st.text(max_size=20), st.text(min_size=1, max_size=5), st.text(max_size=20), st.integers(0, 50))
def test_the_place_found_holds_the_words(before: str, words: str, after: str, near: int) -> None:
    start, end = place_of(text := before + words + after, words, near)
    assert text[start:end] == words
