"""Who must not be named is named in no order, case or script, nor by the surname alone; addresses and illnesses neither."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.register.secrets_told import Telling

from habeas.claims.claim import Claim
from habeas.register.held_words import KeptWords
from habeas.register.opened import new_register
from habeas.register.projected import projected
from habeas.register.showing import Sees


def found(text: str, held: str, *shown: str) -> bool:
    kept = KeptWords()
    kept.hold_names([held])
    kept.show(shown)
    return kept.words().are_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nibyta Ivan",
        "Нибыта Иван Петрович",
        "I. Nibyta",
        "Нибыта, Иван",
        "Vymyslova and Nibyta were taken",
        "Дело Ивана Нибыты",
        "NIBYTA",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert found(text, "Ivan Nibyta") and found(text, "Иван Нибыта", "Alena Vymyslova")


@pytest.mark.parametrize("text", ["Ivan was there", "Vymyslova", "a nibyta of sorts", "", "Orsk court"])
def test_other_names_and_words_are_not_taken_for_it(text: str) -> None:
    assert not found(text, "Ivan Nibyta")


def test_of_a_surname_that_somebody_shown_has_the_given_name_tells() -> None:
    shown = ("Hanna Nibyta", "Ivan Prydumany")
    assert not found("Nibyta was freed", "Ivan Nibyta", *shown)
    assert not found("Ганны Нибыты", "Ivan Nibyta", *shown) and not found("H. Nibyta", "Ivan Nibyta", *shown)
    assert found("Нибыта Иван", "Ivan Nibyta", *shown) and found("I. Nibyta", "Ivan Nibyta", *shown)
    assert not found("Ivan Nibyta", "Ivan Nibyta", "Нибыта Иван")


def test_a_name_of_one_word_and_a_short_surname_hold_back_no_word_alone() -> None:
    assert not found("Lee said", "Ivan Lee") and found("Lee, Ivan", "Ivan Lee")


def test_what_is_taken_back_is_found_no_more() -> None:
    kept = KeptWords()
    kept.hold_names(["Ivan Nibyta"])
    kept.hold_addresses(["12 Secretstreet, flat 4, Orsk"])
    kept.hold_illnesses([("Ivan Nibyta", "cancer")])
    before = kept.words()
    kept.hold_names(["Ivan Nibyta"], -1)
    kept.hold_illnesses([("Ivan Nibyta", "cancer")], -1)
    kept.hold_addresses(["12 Secretstreet, flat 4, Orsk"], -1)
    assert kept.words().are_none and not before.are_none
    assert kept.words().unlike(before).are_in("Nibyta")


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Telling]:
    with new_register(str(tmp_path / "r.habeas"), invented=True) as made:
        yield Telling(made)


def shown(told: Telling) -> list[Claim]:
    told.register.append(told.entries)
    return projected(told.register, Sees.PUBLISHED).caught_up().claims


def person(told: Telling, name: str, predicate: str, **said: Any) -> str:
    paper = told.source()
    made = told.mention(paper, name)
    told.claim(paper, made, predicate, **said)
    return made


def test_who_asked_not_to_be_shown_is_named_in_nothing_told_of_others(told: Telling) -> None:
    hidden = person(told, "Ivan Nibyta", "arrest")
    told.claim(told.source(), hidden, "withhold_asked")
    other = person(told, "Alena Vymyslova", "charge", quote="Дело Алены Вымысловой и Ивана Нибыты передано в суд.")
    told.claim(told.source(), other, "arrest", quote="Vymyslova and Nibyta were taken together.")
    told.claim(told.source(), other, "relation", value={"relation": "spouse", "to": "Нибыта, Иван"})
    people = ["Nibyta Ivan", "Нибыта Иван Петрович", "I. Nibyta"]
    told.claim(told.source(), other, "case", value={"authority": "Orsk court", "number": "17", "co_defendants": people})
    text = repr(shown(told))
    assert "ibyta" not in text and "ибыт" not in text and "Orsk court" in text and "spouse" in text


def test_neither_a_lawyer_nor_an_address_nor_an_illness_is_told_in_a_quote_or_a_field(told: Telling) -> None:
    made = person(told, "Alena Vymyslova", "sentence", quote="Vymyslova, who has cancer, was sentenced to five years.")
    told.claim(told.source(), made, "lawyer", value={"value": "Zita Advokatava"})
    told.claim(told.source(), made, "address", value={"value": "12 Secretstreet, flat 4, Orsk"})
    told.claim(told.source(), made, "health_condition", value={"condition": "cancer"}, quote="has cancer")
    told.claim(told.source(), made, "hearing", quote="Her lawyer Advokatava asked for bail.")
    told.claim(
        told.source(), made, "arrest", quote="She was taken from 12 Secretstreet in Orsk.", value={"place": "Orsk"}
    )
    told.claim(
        told.source(), made, "transfer", value={"place": "oncology dispensary (cancer ward)", "place_kind": "prison"}
    )
    told.claim(
        told.source(), person(told, "Piotr Prydumany", "arrest"), "hearing", quote="He spoke of a cancer of the courts."
    )
    claims = shown(told)
    text = repr(claims)
    assert not any(word in text for word in ("Advokatava", "Secretstreet", "has cancer", "cancer ward"))
    assert "a cancer of the courts" in text and {"sentence", "hearing", "arrest", "transfer"} <= {
        c.predicate for c in claims
    }
