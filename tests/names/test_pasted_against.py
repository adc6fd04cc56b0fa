"""Who of a message is said not to have been released (arrested, moved ...): pairs that differ in a word. Everybody is invented."""

from __future__ import annotations

import pytest

from habeas.names.pasted import names_pasted
from habeas.names.pasted_against import spoken_against

_A, _B = "Alena Vymyslova", "Yan Kazachny"
_R, _S = "Алена Вымыслова", "Ян Казачный"


def doubted(message: str, event: str = "release") -> list[str]:
    """Names against which the message speaks."""
    return [one.name for one in spoken_against(message, names_pasted(message).names, event) if one.against]


#: Two messages each; the second speaks against the release of the last named, the first does not.
PAIRS = [
    (f"Released: {_A}\nAlso released: {_B}", f"Released: {_A}\nNot released: {_B}"),
    (f"Released: {_A}\nNo longer in prison: {_B}", f"Released: {_A}\nStill in prison: {_B}"),
    (f"Released today: {_A}.\nAt liberty: {_B}", f"Released today: {_A}.\nBehind bars: {_B}"),
    (f"Free:\n1. {_A}\nPardoned:\n2. {_B}", f"Free:\n1. {_A}\nStill held:\n2. {_B}"),
    (f"Freed: {_A}. Pardoned: {_B}.", f"Freed: {_A}. Still in custody: {_B}."),
    (f"1. {_A}\n2. {_B} — released", f"1. {_A}\n2. {_B} — not released"),
    (f"1. {_A}\n2. {_B} (in prison since 2021)", f"1. {_A}\n2. {_B} (in prison)"),
    (f"1. {_A}, freed\n2. {_B}, teacher", f"1. {_A}, freed\n2. {_B}, died in custody"),
    (f"Not fewer than 2 released: {_B}", f"Not released: {_B}"),
    (f"Released yesterday: {_B}", f"To be released tomorrow: {_B}"),
    (f"Released: {_A}\nThe second list\n1. {_B}", f"Released: {_A}\nStill in prison\n1. {_B}"),
    (f"Released are all of them, with {_B}", f"Released are all of them except {_B}"),
    (f"Released in May: {_B}", f"Arrested in May: {_B}"),
    (f"Released, once detained in Orsk: {_B}", f"Detained in Orsk: {_B}"),
    (f"1. {_A}\n\n2. {_B}\nwere released at noon.", f"1. {_A}\n\n2. {_B}\nwas not released at noon."),
    (f"Освобождены: {_R}\nТакже на свободе: {_S}", f"Освобождены: {_R}\nОстаются за решёткой: {_S}"),
    (f"Вышли: {_R}\nВышли и: {_S}", f"Вышли: {_R}\nНе вышли: {_S}"),
    (f"Освобождены не менее 2: {_S}", f"Не освобождены: {_S}"),
    (f"На свободе:\n1. {_R}\nБольше не под стражей:\n2. {_S}", f"На свободе:\n1. {_R}\nПо-прежнему под стражей:\n2. {_S}"),
    (f"1. {_R}\n2. {_S} — освобождён", f"1. {_R}\n2. {_S} — не освобождён"),
    (f"Отпустили всех, и {_S}", f"Отпустили всех, кроме {_S}"),
    (f"Освобождены вчера: {_S}", f"Будут освобождены завтра: {_S}"),
    ("Вызвалены: Алена Вымыслова\nТаксама на волі: Ян Казачны", "Вызвалены: Алена Вымыслова\nЗастаюцца за кратамі: Ян Казачны"),
    ("Выйшлі на волю: Ян Казачны", "Не выйшлі на волю: Ян Казачны"),
    ("Больш не ў турме: Ян Казачны", "Дагэтуль у турме: Ян Казачны"),
    ("1. Ян Казачны, вызвалены", "1. Ян Казачны, не вызвалены"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "denied"), PAIRS, ids=[denied for _, denied in PAIRS])
def test_a_heading_or_remark_that_denies_the_event_speaks_against_those_below_it(told: str, denied: str) -> None:
    assert doubted(told) == []
    found = doubted(denied)
    assert len(found) == 1
    assert "az" in found[0] or "аз" in found[0]


def test_what_is_told_names_the_words_that_speak_against_it() -> None:
    message = f"Released today: {_A}\nStill in prison: {_B}, Hanna Vydumka\n4. Ivan Nibyta"
    found = spoken_against(message, names_pasted(message).names, "release")
    assert [one.against for one in found] == ["", *["it stands under “Still in prison”"] * 3]


def test_a_heading_that_says_neither_leaves_the_one_above_in_force() -> None:
    assert doubted(f"Still in prison:\nOrsk:\n1. {_A}\nElsewhere: {_B}") == [_A, _B]
    assert doubted(f"Released:\nOrsk:\n1. {_A}\nElsewhere: {_B}") == []


def test_others_of_whom_a_message_tells_at_its_end_cast_no_doubt_on_those_it_named() -> None:
    assert doubted(f"Released:\n1. {_A}\n2. {_B}\nMore than 1000 remain behind bars.") == []
    assert doubted(f"Released:\n1. {_A}\n2. {_B}\nБолее 1000 остаются за решёткой.") == []


@pytest.mark.parametrize(
    ("event", "heading", "against"),
    [
        ("arrest", "Arrested", False), ("arrest", "In custody", False), ("arrest", "Released", True), ("arrest", "No longer in prison", True),
        ("arrest", "Задержаны", False), ("arrest", "Освобождены", True), ("arrest", "Затрыманыя", False), ("arrest", "Не затрыманыя", True),
        ("transfer", "Moved to Orsk", False), ("transfer", "Not moved", True), ("transfer", "Still in prison", True),
        ("sentence", "Осуждены", False), ("sentence", "Не осуждены", True), ("recognised", "Recognised", False),
        ("recognised", "Not recognised", True), ("recognised", "Прызнаныя", False),
    ],
)  # fmt: skip
def test_what_speaks_against_an_event_goes_by_the_event(event: str, heading: str, against: bool) -> None:
    assert bool(doubted(f"{heading}: {_A}, {_B}", event)) is against
