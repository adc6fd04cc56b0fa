"""A father told beside the name, by a patronymic or by his own name, is read as one in the name is."""

from __future__ import annotations

import pytest

from habeas.names.agreement import CONTRADICTED, patronymics_agree
from habeas.names.explained import explained_of
from habeas.names.fathers import father_told, with_father
from habeas.names.parsed import parsed
from habeas.names.score import CONTRADICTION, score_of

IVAN = ["Иванович", "Ivanavich", "Іванавіч", "Iwanowitsch", "Иван", "Ivan", "Иван Петрович", "Петров Иван Сергеевич"]
PETER = ["Петрович", "Piatrovič", "Пётр", "Petro", "Пётр Іванавіч Нібыта"]


@pytest.mark.parametrize("one", IVAN)
@pytest.mark.parametrize(("others", "agree"), [(IVAN, True), (PETER, False)])
def test_one_father_is_one_by_every_way_of_telling_him(one: str, others: list[str], agree: bool) -> None:
    for other in others:
        first, second = father_told(one), father_told(other)
        assert first and second
        assert (patronymics_agree(first, second) > CONTRADICTED) is agree, other


@pytest.mark.parametrize("text", ["", "?", "И.", "123", "Мария", "Мария Ивановна", "unknown to them"])
def test_what_names_no_father_tells_none(text: str) -> None:
    assert father_told(text) is None


def test_fathers_who_are_in_no_list_are_compared_by_reading() -> None:
    told = [father_told(text) for text in ("Хазалбек", "Khazalbekavich", "Хазалбековна")]
    assert all(one and told[0] and patronymics_agree(told[0], one) == 1 for one in told)


def test_a_name_is_scored_and_explained_with_the_father_told_beside_it() -> None:
    one, son, same = (with_father(parsed("Ivan Nibyta"), father_told(t)) for t in ("Петрович", "Ivan", "Piatrovič"))
    assert score_of(one, son) <= CONTRADICTION
    assert score_of(one, same) > score_of(one, parsed("Ivan Nibyta")) > CONTRADICTION
    said = {r.part: (r.verdict, r.sentence) for r in explained_of(one, son).reasons}
    assert said["patronymic"] == ("contradicts", "Петрович and Ivan name two fathers.")
    told = {r.part: (r.verdict, r.sentence) for r in explained_of(one, parsed("Ivan Nibyta")).reasons}
    assert told["patronymic"] == ("missing", "Only one gives a patronymic (Петрович).")
