"""What a published romanisation writes can be read back; what two languages write differently is read alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.names.romanised import romanised, schemes

from habeas.names.agreement import FOLDED, surnames_agree
from habeas.names.characters import put_right
from habeas.names.readings import MOST_READINGS, coarse_readings, fine_readings, skeleton
from habeas.names.surnames import surname

SURNAMES = {
    "be": "ляўковіч шаўчук юшкевіч ёлкін аўсяннік вераб'ёў гайдук дзядзюля мядзведзь ільін яўсееў шчэрба усціновіч хамянок цыбульскі",
    "ru": "левкович шевчук юшкевич ёлкин овсянник воробьёв гайдук медведь ильин евсеев щерба устинович хоменок цыбульский жилинский",
    "uk": "левкович шевчук гайдук їжак євсєєв щерба згурський ґудзь хом'як горецький маєвський цибульський жилінський коцюба",
}


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_what_a_scheme_writes_is_read_back(scheme: str) -> None:
    words = SURNAMES[schemes()[scheme]["language"]].split()
    lost = [
        w
        for w in words
        if surnames_agree(surname(w.replace("'", "")), surname(put_right(bare(romanised(w, scheme))))) < FOLDED
    ]
    assert lost == []


def bare(word: str) -> str:
    return "".join(c for c in word if c not in "'’ʹʺ”")


def test_the_two_languages_of_one_surname_are_read_alike() -> None:
    pairs = list(zip(SURNAMES["be"].split()[:6], SURNAMES["ru"].split()[:6], strict=True))
    assert [p for p in pairs if surnames_agree(*(surname(w.replace("'", "")) for w in p)) < 0.83] == []


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("ціхан", {"tixan"}),
        ("tsikhan", {"tixan"}),
        ("cichan", {"tixan"}),
        ("жук", {"quk"}),
        ("zhuk", {"quk"}),
        ("jouk", {"quk"}),
    ],
)
def test_a_word_has_the_readings_of_its_letters(word: str, readings: set[str]) -> None:
    assert readings & set(fine_readings(word))


def test_an_ambiguous_group_has_several_readings_and_a_plain_word_one() -> None:
    assert len(fine_readings("chacha")) > 2
    assert fine_readings("банда") == ("banda",)


@given(st.text(alphabet="abcchszhyjuowáščŭłабвгджзцьў", min_size=1, max_size=30))
def test_readings_are_few_and_never_none(word: str) -> None:
    assert 1 <= len(fine_readings(word)) <= MOST_READINGS
    assert len(coarse_readings(word)) <= len(fine_readings(word))


def test_a_skeleton_holds_the_consonants_alone() -> None:
    assert skeleton("kavalanka") == "kvlnk"


def test_a_polish_nasal_vowel_is_read_with_its_consonant() -> None:
    assert set(fine_readings("wąs")) == {"vas", "vons"}
