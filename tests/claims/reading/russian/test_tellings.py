"""Every construction that tells of custody in Russian, beside those that only sound like it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.read import read_text
from habeas.claims.reading.russian.models import is_readable
from habeas.claims.reading.russian.numbers import numbers_in

TELLINGS: list[dict[str, Any]] = [
    telling
    for path in sorted(Path(__file__).parent.glob("tellings*.yml"))
    for telling in yaml.safe_load(path.read_text("utf-8"))
]
needs_russian = pytest.mark.skipif(not is_readable(), reason="needs the packages of the extra ru")


@needs_russian
@pytest.mark.parametrize("telling", TELLINGS, ids=[str(n) for n in range(len(TELLINGS))])
def test_a_sentence_tells_this_and_nothing_else(telling: dict[str, Any]) -> None:
    found = read_text(telling["text"], date(2025, 6, 26), "ru").events

    assert sorted([e.type, str(e.person or e.count), e.reality] for e in found) == sorted(
        [kind, str(who), reality] for kind, who, reality in telling["told"]
    ), telling["text"]


@needs_russian
@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Судья Петр Придуманный огласил решение.", "official"),
        ("Прокурор Петр Придуманный молчал.", "official"),
        ("Посол Петр Придуманный посетил суд.", "diplomat"),
        ("Депутат Петр Придуманный выступил в парламенте.", "politician"),
        ("Координатор правозащитного центра Петр Придуманный это подтвердил.", "activist"),
        ("Журналист Петр Придуманный написал статью.", "journalist"),
        ("Об этом рассказала ее мать Мария Вымыслова.", "relative"),
        ("Адвокат Петр Придуманный обжаловал решение.", "other"),
        ("Петр Придуманный задержан.", "prisoner"),
        ("Петра Придуманного задержали, а через год он вышел на свободу.", "former_prisoner"),
        ("Бывший политзаключенный Петр Придуманный выступил с речью.", "former_prisoner"),
    ],
)
def test_a_role_comes_from_what_befell_one_then_from_the_words_beside_the_name(text: str, role: str) -> None:
    assert [p.role for p in read_text(text, date(2025, 6, 26), "ru").persons] == [role]


@needs_russian
@pytest.mark.parametrize(
    ("text", "value", "population", "speaker"),
    [
        ("По данным центра «Мнимый маяк», за решеткой остаются не менее 1 208 политзаключенных.", 1208, "in_custody", "Мнимый маяк"),
        ("В центре «Мнимый маяк» подсчитали, что за год задержаны более сорока человек.", 40, "arrested", "Мнимый маяк"),
        ("«За год вышли на свободу около двухсот узников», — сказал Петр Придуманный.", 200, "released", "Петр Придуманный"),
        ("Перечень центра «Мнимый маяк» включает 327 фамилий.", 327, "in_custody", "Мнимый маяк"),
        ("В колониях умерли девять политзаключенных.", 9, "died_in_custody", None),
        ("У 188 человек, остающихся за решеткой, есть серьезные проблемы со здоровьем.", 188, "serious_health", None),
    ],
)  # fmt: skip
def test_a_figure_has_its_population_and_speaker(text: str, value: int, population: str, speaker: str | None) -> None:
    found = read_text(text, date(2025, 6, 26), "ru").figures

    assert [(f.value, f.population, f.said_by) for f in found] == [(value, population, speaker)]


@pytest.mark.parametrize("words", ["ст. 411", "колония № 4", "к 17:00", "900 тысяч рублей", "от пяти до восьми лет"])
def test_what_counts_no_people_is_no_number(words: str) -> None:
    assert list(numbers_in(words)) == []
