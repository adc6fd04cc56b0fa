"""An id that stands for somebody else is seen, and whoever merely changed a name stays who they are."""

from __future__ import annotations

import pytest

from habeas.identity.listed import Listed
from habeas.identity.reused_ids import why_another
from habeas.kernel.days import Day

PAGE = frozenset({"https://list.invalid/1"})


def row(name: str, born: str = "", sex: str = "", page: frozenset[str] = frozenset(), arrest: str = "") -> Listed:
    days = (("arrest", Day.parse(arrest)),) if arrest else ()
    return Listed("1", (name,), (Day.parse(born),) if born else (), sex, frozenset(), days, page)


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (row("Vasil Kavalevich", "1980-01-01", "m", arrest="2032-01-01"), row("Natallia Zhdanovich", sex="f", arrest="2033-03-01"), "sex"),
        (row("002 Пётр Прыдуманы", "1981"), row("002 Зусім Іншы", "1955"), "birth date"),
        (row("Alena Vymyslova", "1987-05-17"), row("Zoya Niedzie", "1950-01-01"), "birth date"),
        (row("Alena Vymyslova", "1987-05-17"), row("Alena Novikava"), "nothing else"),
        (row("Ivan Nibyta"), row("Piotr Prydumany"), "nothing else"),
        (row("Ivan Nibyta", page=PAGE), row("Maryna Prydumanaya", page=PAGE), "sex"),
        (row("Ivan Petrovich Nibyta"), row("Aleh Petrovich Nibyta"), "nothing else"),
        (row("Ivan Nibyta", arrest="2032-01-01"), row("Piotr Prydumany", arrest="2032"), "nothing else"),
        # days on which many were arrested
        (row("Ivan Nibyta", arrest="2032-01-01"), row("Piotr Prydumany", arrest="2032-01-01"), "nothing else"),
        (row("Ivan Nibyta", "1980", arrest="2032-01-01"), row("Piotr Prydumany", "1980", arrest="2032-01-01"), "nothing else"),
        (row("Ivan Nibyta", "1980"), row("Piotr Prydumany", "1980-02-03"), "nothing else"),
        (row("Alena Vymyslova", "1987"), row("Alena Novikava", "1987-05-17"), "nothing else"),
        (row("Alena Vymyslova", arrest="2032-01-01"), row("Alena Novikava", arrest="2032-01-01"), "nothing else"),
        (row("Ivan Nibyta", "1970-01-01"), row("Ivan Ivanavich Nibyta", "1995-06-07"), "birth date"),
    ],
)  # fmt: skip
def test_somebody_else(before: Listed, now: Listed, why: str) -> None:
    for one, other in ((before, now), (now, before)):
        found = why_another(one, other)
        assert found is not None
        assert why in found


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (row("Alena Vymyslova"), row("Алёна Вымыслова")),
        (row("Alena Vymyslva"), row("Alena Vymyslova")),
        (row("Alena Vymyslova"), row("Вымыслова Алена Пятроўна")),
        (row("Alena Vymyslova"), row("A. Vymyslova")),
        (row("Sasha Nibyta"), row("Aliaksandr Nibyta")),
        (row("Maksim Yahorau", sex="m"), row("Максим Егоров", sex="f")),
        (row("Ivan Nibyta", "1970-01-01", "m"), row("IVAN NIBYTA", "1995-06-07", "f")),
        (row("Ivan Nibyta", "1970-01-01"), row("Іван Нібыта", "1970-01-02")),
        # married
        (row("Alena Vymyslova", "1987-05-17", "f"), row("Alena Novikava", "1987-05-17", "f")),
        (row("Alena Pavlovna Vymyslova"), row("Елена Павловна Новикова")),
        (row("Alena Vymyslova", page=PAGE), row("Alena Novikava", page=PAGE)),
        (row("Alena Vymyslova", "1987", arrest="2032-01-01"), row("Alena Novikava", "1987-05-17", arrest="2032-01-01")),
        # another name altogether, found out later
        (row("Unknown man from Orsk", "1987-05-17"), row("Ivan Nibyta", "1987-05-17")),
    ],
)
def test_the_same_person(before: Listed, now: Listed) -> None:
    assert why_another(before, now) is None
    assert why_another(now, before) is None
