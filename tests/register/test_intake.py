"""Who comes in is linked, in question, or new; nobody is linked on a name alone, and a person's word goes before the policy's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tests.register.intake_lines import BY_BIRTH, BY_BOTH, bounds, come_in, told

from habeas.claims.review import Policy
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.register.deciding import judge, set_policy
from habeas.register.finding import find
from habeas.register.importing import Wish
from habeas.register.intake import latest_day, link_all
from habeas.register.known import people
from habeas.register.opened import Register, new_register

BORN = "1987-05-17"
LATIN = told("Alena Vymyslova", "Lantern 1", BORN)
CYRILLIC = told("Алёна Вымыслова", "The Veldan Courier 1", BORN)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        yield made


def together(register: Register) -> set[frozenset[str]]:
    """The names of each person, where there are several."""
    found = people(register, latest_day(register), Basis.register()).persons
    return {frozenset(p.names) for p in found.by_id.values() if len(p.mentions) > 1}


def automatic(register: Register) -> list[dict[str, Any]]:
    return [dict(o.content) for o in register.caught_up().judgements if o.content.get("automatic")]


def ids(register: Register) -> dict[str, str]:
    return {m.name: m.id for m in register.caught_up().mentions.values()}


def patronymic(name: str, source: str, text: str) -> list[dict[str, Any]]:
    return [
        {
            "subject": name,
            "source": source,
            "published_on": "2031-02-01",
            "predicate": "patronymic",
            "value": {"text": text},
        }
    ]


def tell_apart(register: Register) -> None:
    one, other = ids(register).values()
    judge(register, one, other, Verdict.DIFFERENT, None)


def test_the_first_of_a_name_is_a_new_person(register: Register) -> None:
    done = come_in(register, LATIN)
    assert (done["linked"], done["to_review"]) == ([], [])
    assert done["new_persons"] == [ids(register)["Alena Vymyslova"]]


def test_without_a_declared_policy_whoever_may_be_known_is_in_question(register: Register) -> None:
    come_in(register, LATIN)
    done = come_in(register, CYRILLIC)
    (asked,) = done["to_review"]
    (candidate,) = asked["candidates"]
    assert (asked["name"], candidate["name"]) == ("Алёна Вымыслова", "Alena Vymyslova")
    assert {f["part"]: f["verdict"] for f in candidate["features"]}["birth date"] == "agrees"
    assert (done["linked"], done["new_persons"], automatic(register)) == ([], [], [])
    assert bounds(register) == (1, 2)


def test_a_declared_policy_links_by_name_and_day_of_birth(register: Register) -> None:
    set_policy(register, BY_BIRTH)
    come_in(register, LATIN)
    done = come_in(register, CYRILLIC)
    (linked,) = done["linked"]
    assert linked["person"] == ids(register)["Alena Vymyslova"]
    assert linked["mentions"] == [ids(register)["Алёна Вымыслова"]]
    assert any(BORN in why for why in linked["why"])
    assert (done["to_review"], done["new_persons"]) == ([], [])
    assert bounds(register) == (1, 1)


@pytest.mark.parametrize(
    ("father", "outcome"), [("Іванавіч", "linked"), ("Ivan", "linked"), ("Piatrovich", "new_persons")]
)
def test_a_patronymic_claimed_beside_the_name_speaks_for_and_against(
    register: Register, father: str, outcome: str
) -> None:
    set_policy(register, BY_BOTH)
    come_in(
        register,
        told("Ivan Nibyta", "Lantern 1", place="Orsk"),
        patronymic("Ivan Nibyta", "Lantern 1", "Иванович"),
    )
    done = come_in(
        register, told("Иван Нибыта", "Courier 1", place="Орск"), patronymic("Иван Нибыта", "Courier 1", father)
    )
    assert [kind for kind in ("linked", "to_review", "new_persons") if done[kind]] == [outcome]
    assert all("name one father" in " ".join(one["why"]) for one in done["linked"])


def test_a_link_is_a_judgement_with_its_evidence_and_key_version(register: Register) -> None:
    set_policy(register, BY_BIRTH)
    come_in(register, LATIN, CYRILLIC)
    (made,) = register.caught_up().judgements
    assert made.content["evidence"] == ["surname", "given name", "birth date"]
    assert made.content["key_version"] >= 1
    assert made.actor != register.actor
    assert BORN not in str(made.content)


def test_a_dry_run_tells_of_the_link_and_makes_none(register: Register) -> None:
    set_policy(register, BY_BIRTH)
    come_in(register, LATIN)
    size = register.store.head().size
    done = come_in(register, CYRILLIC, wish=Wish(dry_run=True))
    assert [one["name"] for one in done["linked"]] == ["Alena Vymyslova"]
    assert register.store.head().size == size
    assert together(register) == set()


def test_the_same_file_again_links_nobody_anew(register: Register) -> None:
    set_policy(register, BY_BIRTH)
    come_in(register, LATIN, CYRILLIC)
    size = register.store.head().size
    done = come_in(register, LATIN, CYRILLIC)
    assert (done["linked"], done["to_review"], done["new_persons"]) == ([], [], [])
    assert register.store.head().size == size


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_in_which_people_come_in_changes_nothing(register: Register, order: tuple[int, ...]) -> None:
    set_policy(register, BY_BIRTH)
    told_of = [LATIN, CYRILLIC, told("Alena Vymyslova", "Lantern 7")]
    for number in order:
        come_in(register, told_of[number])
    assert together(register) == {frozenset({"Alena Vymyslova", "Алёна Вымыслова"})}
    assert bounds(register) == (1, 2)


def test_a_day_of_birth_told_later_links_then(register: Register) -> None:
    set_policy(register, BY_BIRTH)
    come_in(register, LATIN, told("Алёна Вымыслова", "The Veldan Courier 1"))
    assert together(register) == set()
    done = come_in(register, CYRILLIC)
    assert [one["mentions"] for one in done["linked"]] == [[]]
    assert together(register) == {frozenset({"Alena Vymyslova", "Алёна Вымыслова"})}


def test_a_persons_judgement_goes_before_the_policys_whichever_is_later(register: Register) -> None:
    set_policy(register, BY_BIRTH)
    come_in(register, LATIN, CYRILLIC)
    one, other = ids(register)["Alena Vymyslova"], ids(register)["Алёна Вымыслова"]
    judge(register, one, other, Verdict.DIFFERENT, "two cousins")
    assert bounds(register) == (2, 2)
    come_in(register, told("Алёна Вымыслова", "The Veldan Courier 1", "1987-05"))
    link_all(register)
    assert bounds(register) == (2, 2)
    judge(register, one, other, Verdict.UNSURE, "not so sure")
    assert bounds(register) == (1, 2)


def test_nobody_is_linked_against_a_judgement_made_before(register: Register) -> None:
    come_in(register, LATIN, CYRILLIC)
    tell_apart(register)
    set_policy(register, BY_BIRTH)
    assert link_all(register)["linked"] == []
    assert bounds(register) == (2, 2)


def test_a_third_never_joins_two_who_were_judged_different(register: Register) -> None:
    come_in(register, LATIN, CYRILLIC)
    tell_apart(register)
    set_policy(register, BY_BIRTH)
    done = come_in(register, told("Alena Vymyslova", "Lantern 9", BORN))
    assert done["linked"] == []
    assert [len(one["candidates"]) for one in done["to_review"]] == [2]


def test_a_policy_declared_later_links_who_was_there_when_asked_to(register: Register) -> None:
    come_in(register, LATIN, CYRILLIC)
    set_policy(register, BY_BIRTH)
    assert together(register) == set()
    assert len(link_all(register)["linked"]) == 1
    set_policy(register, Policy())
    come_in(register, told("Alena Vymyslova", "Lantern 9", BORN))
    assert together(register) == {frozenset({"Alena Vymyslova", "Алёна Вымыслова"})}


def test_a_policy_can_be_taken_back_and_declared_again(register: Register) -> None:
    for policy in (BY_BIRTH, Policy(), BY_BIRTH):
        set_policy(register, policy)
        assert register.caught_up().policy() == policy


def test_an_id_of_the_file_links_and_says_so(register: Register) -> None:
    come_in(register, told("Alena Vymyslova", "Lantern 1", person_id="7"))
    done = come_in(
        register,
        told("Alena Vymyslova", "Lantern 1", person_id="7"),
        told("Hanna Vydumka-Vymyslova", "Lantern 2", person_id="7"),
    )
    assert [one["why"] for one in done["linked"]] == [["the same id 7 in one claims file"]]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"place": "Orsk"}, {"place": "Орск"}),
        ({"case": {"court": "Orsk City Court"}}, {"case": {"court": "ORSK CITY COURT"}}),
        ({"case": {"number": "17/2031"}}, {"case": {"number": "17/2031"}}),
    ],
)
def test_a_patronymic_with_a_place_court_or_case_in_common_links(
    register: Register, here: dict[str, Any], there: dict[str, Any]
) -> None:
    set_policy(register, BY_BOTH)
    come_in(register, told("Ivan Petrovich Nibyta", "Lantern 1", **here))
    done = come_in(register, told("Иван Петрович Нибыта", "The Veldan Courier 1", **there))
    assert [one["with"][0]["by"] for one in done["linked"]] == ["patronymic_and_place"]


APART = [
    ("father and son", told("Ivan Petrovich Nibyta", "A", "1950-03-02"), told("Petr Ivanovich Nibyta", "B", "1975-03-02")),
    ("father and son of one name", told("Ivan Nibyta", "A", "1950-03-02"), told("Ivan Ivanovich Nibyta", "B", "1975-03-02")),
    ("brothers", told("Ivan Petrovich Nibyta", "A", place="Orsk"), told("Mikola Petrovich Nibyta", "B", place="Orsk")),
    ("husband and wife", told("Aleksandr Nibytov", "A", "1980-01-01"), told("Aleksandra Nibytova", "B", "1980-01-01")),
    ("one name and one year of birth", told("Ivan Nibyta", "A", "1980"), told("Ivan Nibyta", "B", "1980")),
    ("one name and one place", told("Ivan Nibyta", "A", place="Orsk"), told("Ivan Nibyta", "B", place="Orsk")),
    ("two fathers", told("Ivan Petrovich Nibyta", "A", "1980-01-01"), told("Ivan Pavlovich Nibyta", "B", "1980-01-01")),
    ("one list, two ids", told("Ivan Nibyta", "A", BORN, person_id="1"), told("Ivan Nibyta", "A", BORN, person_id="2")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [pair[1:] for pair in APART], ids=[pair[0] for pair in APART])
def test_who_is_not_surely_one_person_stays_apart(register: Register, one: list[Any], other: list[Any]) -> None:
    set_policy(register, BY_BOTH)
    done = come_in(register, one, other)
    assert done["linked"] == []
    assert together(register) == set()


def test_one_person_with_two_days_of_birth_is_proposed_with_both(register: Register) -> None:
    set_policy(register, BY_BOTH)
    come_in(register, told("Ivan Nibyta", "A", "1975-11-28"))
    done = come_in(register, told("Ivan Nibyta", "B", "1983-02-14"))
    birth = next(f for f in done["to_review"][0]["candidates"][0]["features"] if f["part"] == "birth date")
    assert birth == {
        "part": "birth date", "verdict": "contradicts", "why": "1983-02-14 and 1975-11-28 are two days of birth."
    }  # fmt: skip


def test_a_slip_in_a_day_of_birth_leaves_the_question_open(register: Register) -> None:
    set_policy(register, BY_BOTH)
    come_in(register, told("Ivan Nibyta", "A", "1975-11-28"), told("Ivan Nibyta", "B", "1976-11-28"))
    assert bounds(register) == (1, 2)


def test_of_two_who_fit_and_are_told_apart_neither_is_linked(register: Register) -> None:
    set_policy(register, BY_BIRTH)
    come_in(
        register,
        told("Ivan Nibyta", "List", BORN, person_id="1"),
        told("Ivan Nibyta", "List", BORN, person_id="2"),
    )
    done = come_in(register, told("Ivan Nibyta", "Lantern 1", BORN))
    assert done["linked"] == []
    assert [one["of"] for one in done["to_review"]] == [2]


NICKNAME, DESCRIBED = "«Sever»", "a teacher from Orsk"


@pytest.mark.parametrize("text", [NICKNAME, DESCRIBED])
def test_who_is_told_of_without_a_name_is_kept_and_asked_about_and_never_linked(register: Register, text: str) -> None:
    set_policy(register, BY_BIRTH)
    come_in(register, told(text, "Lantern 1", BORN))
    done = come_in(register, told(text, "Courier 1", BORN), LATIN)
    (asked,) = done["to_review"]
    assert (asked["name"], asked["candidates"][0]["name"], asked["candidates"][0]["score"]) == (text, text, 1.0)
    assert all(f["verdict"] == "agrees" for f in asked["candidates"][0]["features"])
    assert (done["refused"], done["linked"], automatic(register)) == ([], [], [])


@pytest.mark.parametrize("text", [NICKNAME, DESCRIBED])
def test_a_mention_without_a_name_is_found_and_joined_later_by_a_judgement(register: Register, text: str) -> None:
    come_in(register, told(text, "Lantern 1"))
    come_in(register, told("Ivan Nibyta", "Courier 1", BORN))
    assert bounds(register) == (2, 2)
    today = AsOf(latest_day(register), latest_day(register), Basis.register())
    assert [hit["name"] for hit in find(register, text, today)["hits"]] == [text]
    judge(register, ids(register)[text], ids(register)["Ivan Nibyta"], Verdict.SAME, "his sister says so")
    (joined,) = people(register, latest_day(register), Basis.register()).persons.by_id.values()
    assert (joined.name, set(joined.names), joined.id) == ("Ivan Nibyta", {"Ivan Nibyta", text}, ids(register)[text])
    assert bounds(register) == (1, 1)
    judge(register, ids(register)[text], ids(register)["Ivan Nibyta"], Verdict.DIFFERENT, "she was mistaken")
    assert bounds(register) == (2, 2)
