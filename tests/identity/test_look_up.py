"""Names are looked up by words that read alike, mean one name, are near, or are only begun."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.identity.look_up import look_up
from habeas.identity.name_index import NameIndex, index_of, packed, unpacked

CAST = [
    "Сяргей Вымысел", "Alieś Prydumski", "Галіна Прыдумская", "Ян Нікога", "Maria Nikoho", "Иван Петрович Небылица",
    "Иван Сергеевич Небылица", "Няма, Хведар", "Volha (Olga) SKAZKA-KAZKA", "李 无名", "Dr. Nobody 47",
]  # fmt: skip
INDEX = index_of(CAST)


def found(text: str, limit: int = 10, unfinished: bool = False, index: NameIndex = INDEX) -> list[str]:
    return [CAST[n] for n in look_up(index, text, limit, unfinished=unfinished).names]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Sergey Vymysel", "Сяргей Вымысел"),
        ("Sergey Vmysel", "Сяргей Вымысел"),
        ("Sergey Vyymsel", "Сяргей Вымысел"),
        ("Sergey Vymyzel", "Сяргей Вымысел"),
        ("Sergey Vymyselk", "Сяргей Вымысел"),
        ("Pridumskaja Galina", "Галіна Прыдумская"),
        ("Ivan Sergeevich Nebylitsa", "Иван Сергеевич Небылица"),
        ("Nebylitsa Ivan Petrovich", "Иван Петрович Небылица"),
        ("Fedor Niama", "Няма, Хведар"),
        ("Olga Kazka", "Volha (Olga) SKAZKA-KAZKA"),
        ("无名", "李 无名"),
        ("Li Wuming", "李 无名"),
        ("nobody", "Dr. Nobody 47"),
        ("47", "Dr. Nobody 47"),
    ],
)
def test_the_likeliest_name_comes_first(text: str, first: str) -> None:
    assert found(text)[:1] == [first]


@pytest.mark.parametrize("unfinished", [False, True])
@pytest.mark.parametrize("text", ["zzzz", "qqqq", "Zhzh", "wwww", "Жжж"])
def test_a_doubled_beginning_is_no_single_letter(text: str, unfinished: bool) -> None:
    names = ["Anton Nibyta", "Wanda Zhuk", "Захар Нибыта", "Кацярына Жук", "Ivan Quandt"]
    assert found_in(names, text, unfinished) == []
    assert found_in([*names, "Нина Жжёная"], "Zhzh", unfinished) == ["Нина Жжёная"]


@pytest.mark.parametrize("unfinished", [False, True])
@pytest.mark.parametrize(
    ("text", "first", "then"),
    [
        ("Ула", "Uladzimir Nibyta", "Iuliia Nibyta"),
        ("Sia", "Siarhei Nibyta", "Aliaksandr Nibyta"),
        ("Che", "Tamara Charniak", "Alena Nibyta"),
    ],
)
def test_what_is_spelled_so_comes_before_what_only_resembles_it(
    text: str, first: str, then: str, unfinished: bool
) -> None:
    names = [*[then] * 17, first]
    assert found_in(names, text, unfinished)[0] == first


def found_in(names: list[str], text: str, unfinished: bool) -> list[str]:
    return [names[n] for n in look_up(index_of(names), text, 20, unfinished=unfinished).names]


def test_every_word_counts_and_the_rarer_counts_more() -> None:
    rough = look_up(INDEX, "Ivan Petrovich Nebylitsa", 10)
    weights = dict(zip((CAST[n] for n in rough.names), rough.weights, strict=True))
    assert weights["Иван Петрович Небылица"] > 0.95 > weights["Иван Сергеевич Небылица"] > 0.5


def test_one_wrong_word_does_not_hide_the_others() -> None:
    assert found("Sergey Kazka")[0] in ("Сяргей Вымысел", "Volha (Olga) SKAZKA-KAZKA")
    assert set(found("Sergey Kazka")) == {"Сяргей Вымысел", "Volha (Olga) SKAZKA-KAZKA"}


@pytest.mark.parametrize("text", ["", "...", "\u200f", "Zyzzyva Qwfpgj", "\U0001f600"])
def test_nothing_like_it_is_no_name(text: str) -> None:
    assert found(text) == []


def test_of_names_alike_one_stands_for_all_while_typing() -> None:
    names = ["Иван Небылица", "Ivan Nebylitsa", "Iван Небыліца", "Иван Небылов"]
    index = index_of(names)
    first, second = look_up(index, "Ivan Neb", 2, unfinished=True).names
    assert (first in (0, 1, 2), second) == (True, 3)
    assert len(look_up(index, "Ivan Neb", 10, unfinished=True).names) == 4


def test_only_those_allowed_answer() -> None:
    allowed = np.array([name.startswith("Иван Сергеевич") for name in CAST])
    rough = look_up(INDEX, "Nebylitsa", 10, allowed=allowed)
    assert [CAST[n] for n in rough.names] == ["Иван Сергеевич Небылица"]


def test_an_index_of_nobody_finds_nobody() -> None:
    assert found("Ivan", index=index_of([])) == []
    assert found("Ivan", unfinished=True, index=unpacked(packed(index_of(["", "-"])))) == []


def test_the_bytes_are_the_same_for_the_same_names_and_say_the_same() -> None:
    assert packed(INDEX) == packed(index_of(CAST))
    again = unpacked(packed(INDEX))
    for text in ("Sergey Vymysel", "Ivan Petr", "Kazka"):
        assert look_up(again, text, 5).names.tolist() == look_up(INDEX, text, 5).names.tolist()


def test_damaged_bytes_are_no_index() -> None:
    content = packed(INDEX)
    for damaged in (b"", content[:100], content[:-100], b"PK" + content[2:60]):
        with pytest.raises(ValueError, match="not an index"):
            unpacked(damaged)


LONG = {"Прыдумская": "Галіна Прыдумская", "Небылица": "Иван Петрович Небылица", "Prydumski": "Alieś Prydumski"}


@given(st.sampled_from(sorted(LONG)), st.integers(0, 6), st.sampled_from(["out", "swap"]))
def test_a_slip_of_the_keyboard_still_finds_the_surname(surname: str, place: int, slip: str) -> None:
    one, other = surname[place], surname[place + 1]
    typed = surname[:place] + (other + one if slip == "swap" else other) + surname[place + 2 :]
    assert LONG[surname] in found(typed)


@given(st.text(max_size=40), st.booleans())
def test_no_text_breaks_it(text: str, unfinished: bool) -> None:
    assert len(found(text, 3, unfinished)) <= 3
