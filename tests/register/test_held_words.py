"""Words held back are found in any text as whole words, and names that are shown anyway are not among them."""

from __future__ import annotations

import pytest

from habeas.register.held_words import HeldWords


@pytest.mark.parametrize(
    "text", ["Ivan Nibyta was here", "(IVAN  NIBYTA)", "told by ivan-nibyta.", "https://a.example/ivan_nibyta"]
)
def test_words_are_found_whatever_stands_between_them(text: str) -> None:
    assert HeldWords(["Ivan Nibyta"]).are_in(text)


@pytest.mark.parametrize("text", ["Ivan Nibytau", "Nibyta Ivan", "Ivan", "", None])
def test_a_part_of_a_word_or_another_order_is_none_of_them(text: str | None) -> None:
    assert not HeldWords(["Ivan Nibyta"]).are_in(text)


def test_what_a_shown_name_holds_is_no_secret() -> None:
    held = HeldWords(["Ivan Nibyta", "Marta", "Hanna Vydumka"]).without(["Marta Fiktsyya", "Ivan Nibyta"])
    assert held.are_in("Hanna Vydumka") and not held.are_in("Marta and Ivan Nibyta")


def test_a_text_without_words_holds_nothing_back() -> None:
    assert not HeldWords(["", "?", "..."]).are_in("anything ? ...")
