"""How a name answers a search: in whole or in part, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.names.romanised import romanised, schemes

from habeas.names.found import found_because, found_score
from habeas.names.given import classes, classes_begun
from habeas.names.name_text import every_word
from habeas.names.readings import coarse, coarse_readings, fine_readings, open_readings
from habeas.names.score import score

SURNAMES = {
    "be": "шчаўкун ціханюк хамянок жыжэль дзюба ёўжык цыбуля кшыска грыцэвіч зязюля",
    "ru": "щавкун тиханюк хоменок жижель дзюба цыбуля кшиска грицевич зозуля шевчук",
    "uk": "щавкун тиханюк хоменок згурський дзюба цибуля гриценко зозуля",
}


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_from_the_second_letter_on_the_word_that_is_being_typed_stays_open(scheme: str) -> None:
    lost = []
    for word in SURNAMES[schemes()[scheme]["language"]].split():
        written = romanised(word, scheme).replace("ʹ", "").replace("'", "")
        readings = {r for w in (word, written) for r in coarse_readings(w)}
        for end in range(2, len(written)):
            begun = tuple(coarse(reading) for reading in open_readings(written[:end]))
            if not any(reading.startswith(begun) for reading in readings):
                lost.append(written[:end])
    assert lost == []


@given(st.text("abcdefghijklmnoprstuvwyzšžčćśаеёжзіклмнўхцчшщ", min_size=1, max_size=12))
def test_what_is_written_so_far_is_one_of_the_things_it_may_become(word: str) -> None:
    assert set(fine_readings(word)) <= open_readings(word)


def test_a_letter_that_may_begin_a_longer_group_is_not_decided() -> None:
    assert {"s", "w"} <= open_readings("s")
    assert {"tik", "tix"} <= open_readings("tik")
    assert {"k", "t", "c", "x"} <= open_readings("c")
    assert open_readings("ш") == {"w"}


def test_a_given_name_is_known_by_the_beginning_of_any_of_its_forms() -> None:
    assert classes("сашка") & classes_begun("сашк")
    assert classes("аляксандр") <= classes_begun("sash")
    assert classes("рыгор") & classes_begun("g") and classes("рыгор") & classes_begun("r")
    assert not classes("рыгор") & classes_begun("k")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Алена ПРЫДУМКА-Казка", ("алена", "прыдумка", "казка")),
        ("Volha (Olga) «Zubr» Kazka", ("volha", "olga", "zubr", "kazka")),
        ("Dr. Ina Rok, born Kazka", ("ina", "rok", "kazka")),
        ("Вiктар Ка\u200bзка", ("віктар", "казка")),
        ("Dr.", ("dr",)),
        ("47", ("47",)),
        ("...", ()),
        ("", ()),
    ],
)
def test_every_word_by_which_a_name_may_be_looked_up(name: str, words: tuple[str, ...]) -> None:
    assert every_word(name) == words


def test_a_title_that_is_still_being_typed_may_become_a_name() -> None:
    assert every_word("Halina Pani") == ("halina",)
    assert every_word("Halina Pani", unfinished=True) == ("halina", "pani")


def test_the_whole_name_scores_as_two_names_do() -> None:
    assert found_score("Siarhei Kazka", "Сергей Казко") == score("Siarhei Kazka", "Сергей Казко")


def test_a_part_scores_less_than_the_whole_and_more_than_another_name() -> None:
    whole, part, begun, other = (
        found_score(text, "Сяргей Казачэнка") for text in ("Sergey Kazachenko", "Kazachenko", "Kazach", "Kuzmich")
    )
    assert whole > part > begun > 0.6 > other


def test_a_word_of_the_name_serves_only_once() -> None:
    assert found_score("Ivan Ivan", "Іван Казка") < 0.6


def test_reasons_name_the_words() -> None:
    assert found_because("Kaz S", "Сяргей Казка") == ["Kaz begins Казка.", "S begins Сяргей."]
    assert found_because("Kazkla", "Сяргей Казка") == ["Kazkla is near to Казка."]
    assert "Qwf finds no like." in found_because("Kaz Qwf", "Сяргей Казка")


@pytest.mark.parametrize("unfinished", [False, True])
@pytest.mark.parametrize("search", ["zzzz", "qqqq", "Zhzh", "wwww"])
@pytest.mark.parametrize("name", ["Anton Kazka", "Кацярына Жук", "Wanda Zhuk", "Захар Ванін"])
def test_letters_that_no_name_begins_with_find_no_name(search: str, name: str, unfinished: bool) -> None:
    assert found_score(search, name, unfinished=unfinished) < 0.6


@pytest.mark.parametrize("unfinished", [False, True])
@pytest.mark.parametrize(
    ("search", "spelled", "other"),
    [
        ("Ула", "Uladzimir Kazka", "Iuliia Kazka"),
        ("Ула", "Уладзімір Казка", "Юля Казка"),
        ("Sia", "Siarhei Kazka", "Aliaksandr Kazka"),
        ("Sia", "Siarhei Kazka", "Zakhar Kazka"),
        ("Che", "Alena Cherniak", "Alena Kazka"),
        ("Саш", "Вольга Сашко", "Аляксандра Казка"),
    ],
)
def test_a_beginning_spelled_so_scores_more_than_one_that_only_may_be_meant(
    search: str, spelled: str, other: str, unfinished: bool
) -> None:
    assert found_score(search, spelled, unfinished=unfinished) > found_score(search, other, unfinished=unfinished)


def test_the_reason_tells_a_beginning_from_that_of_another_form() -> None:
    assert found_because("Sash", "Аляксандр Казка") == ["Sash begins a form of Аляксандр."]
    assert found_because("Che", "Alena Kazka") == ["Che finds no like."]
    assert found_because("Ула", "Iuliia Kazka") == ["Ула is near to Iuliia."]
