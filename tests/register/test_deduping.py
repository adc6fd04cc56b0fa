"""The register compared with itself: what its sources say reaches linkage, and only what is to be judged is judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.register.intake_lines import BY_BOTH
from tests.register.lists import bring_in

from habeas.claims.review import Policy
from habeas.cli.main import run
from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.kernel.errors import CannotOpen, RefusedByRule
from habeas.register.answering import count_on
from habeas.register.deciding import judge, set_policy
from habeas.register.deduping import dedupe, records_of
from habeas.register.importing import Wish, import_claims
from habeas.register.intake import link_all
from habeas.register.known import known
from habeas.register.opened import Register, new_register
from habeas.register.questions import Question, question_json, questions
from habeas.sources.capture import About

SAID = [
    ("a1", "Alena Vymyslova", "Lantern", "birth_date", "1980-05-05", {}),
    ("a1", "Alena Vymyslova", "Lantern", "conviction", "2020-06-01", {"court": "Orsk court"}),
    ("a1", "Alena Vymyslova", "Lantern", "arrest", "2020-03-02", {"place": "Lida"}),
    ("a1", "Alena Vymyslova", "Lantern", "sex", "", {"value": "female"}),
    ("a1", "Alena Vymyslova", "Lantern", "patronymic", "", {"text": "?"}),
    ("a1", "Alena Vymyslova", "Lantern", "patronymic", "", {"text": "Ivan"}),
    ("a1", "Alena Vymyslova", "Lantern", "described_as_political_prisoner", "", {}),
    ("a2", "Вымыслова Алена", "Courier", "birth_date", "1980-05-05", {}),
    ("a2", "Вымыслова Алена", "Courier", "described_as_political_prisoner", "", {}),
    ("i1", "Ivan Nibyta", "Lantern", "arrest", "2020-03-02", {}),
    ("i2", "Іван Нібыта", "Courier", "birth_date", "1975", {}),
]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    lines = []
    for key, name, source, predicate, day, value in SAID:
        line: dict[str, Any] = {
            "subject": {"id": key, "name": name},
            "source": source,
            "predicate": predicate,
            "value": value,
        }
        lines.append(json.dumps(line | ({"valid": day} if day else {}), ensure_ascii=False))
    (tmp_path / "c.jsonl").write_text("\n".join(lines), "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as made:
        import_claims(made, str(tmp_path / "c.jsonl"), About(Day.unknown()), Wish())
        yield made


def allow_links(register: Register) -> None:
    set_policy(register, Policy(reviewers=1, waived_because="kept by one person", automatic_links=("birth_date",)))


def waiting(register: Register) -> list[Question]:
    return questions(register, AsOf(utc_today(), utc_today(), Basis.register()), definition())


def persons(register: Register) -> int:
    return len(known(register, utc_today(), Basis.register()).persons.by_id)


def test_a_record_holds_what_its_own_source_says(register: Register) -> None:
    records = {r.name: r for r in records_of(known(register, utc_today(), Basis.register()))}
    assert len(records) == 4
    alena = records["Alena Vymyslova"]
    assert (alena.born, alena.place, alena.gender, alena.source) == ("1980-05-05", "Orsk court", "f", "")
    assert (alena.father, records["Вымыслова Алена"].father) == ("Ivan", "")
    assert records["Вымыслова Алена"].place == "" == records["Ivan Nibyta"].born


def test_without_the_extra_it_says_what_to_install(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "habeas.scale.columns", None)
    with pytest.raises(CannotOpen, match=r"pip install 'habeas\[scale\]'"):
        dedupe(register)


# ---- with the extra


@pytest.fixture
def engine() -> None:
    pytest.importorskip("splink", reason="the extra scale is not installed (make scale)")


@pytest.mark.usefixtures("engine")
def test_looking_judges_nothing(register: Register) -> None:
    answer = dedupe(register)
    assert [(p["name_a"], p["name_b"], p["outcome"]) for p in answer["pairs"] if p["outcome"] == "link"] != []
    assert (answer["link"], answer["review"], answer["applied"], answer["persons"]) == (1, 1, 0, 4)
    assert persons(register) == 4


@pytest.mark.usefixtures("engine")
def test_every_pair_says_why(register: Register) -> None:
    link, question = dedupe(register)["pairs"]
    assert "The birth dates agree in the day: 1980-05-05 and 1980-05-05." in link["why"]
    assert "Only one gives a birth date (1975)." in question["why"]
    assert "Only one gives a patronymic (Ivan)." in link["why"]
    assert any("can be read as one surname" in why for why in question["why"])


@pytest.mark.usefixtures("engine")
def test_applied_links_are_judged_once_and_can_be_undone(register: Register) -> None:
    allow_links(register)
    answer = dedupe(register, apply=True)
    assert (answer["applied"], persons(register)) == (1, 3)
    link = answer["pairs"][0]
    again = dedupe(register, apply=True)
    assert (again["link"], again["applied"]) == (0, 0)
    judge(register, link["a"], link["b"], Verdict.DIFFERENT, "two birth certificates")
    assert persons(register) == 4


@pytest.mark.usefixtures("engine")
def test_nothing_is_linked_that_the_policy_does_not_accept(register: Register) -> None:
    with pytest.raises(RefusedByRule, match="allows no automatic link"):
        dedupe(register, apply=True)
    set_policy(register, Policy(automatic_links=("patronymic_and_place",)))
    assert (dedupe(register, apply=True)["applied"], persons(register)) == (0, 4)


@pytest.mark.usefixtures("engine")
def test_who_was_judged_different_is_not_linked(register: Register) -> None:
    allow_links(register)
    link = dedupe(register)["pairs"][0]
    judge(register, link["a"], link["b"], Verdict.DIFFERENT, None)
    assert dedupe(register, apply=True)["applied"] == 0


@pytest.mark.usefixtures("engine")
def test_a_link_of_two_who_count_moves_the_count_and_leads_the_queue(register: Register) -> None:
    allow_links(register)
    asked = AsOf(utc_today(), utc_today(), Basis.register())
    before = count_on(register, asked, definition())["possible"]
    pairs = dedupe(register, apply=True)["pairs"]
    assert pairs[0]["gain"] > 0.9 > 0.1 >= pairs[1]["gain"]
    assert count_on(register, asked, definition())["possible"] == before - 1


@pytest.mark.usefixtures("engine")
def test_the_command_prints_the_same_bytes_twice_and_a_screen_with_reasons(
    register: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["dedupe", register.path, "--json"]) == 0
    first = capsys.readouterr().out
    assert run(["dedupe", register.path, "--json"]) == 0
    assert capsys.readouterr().out == first
    assert set(json.loads(first)) == {"applied", "counted_by", "link", "on", "pairs", "persons", "records", "review"}
    assert run(["dedupe", register.path]) == 0
    assert "1 automatic links (none judged; --apply judges them), 1 questions" in capsys.readouterr().out
    assert run(["dedupe", register.path, "--engine", "abacus"]) == 2


MAKSIM = {
    "id": "1",
    "url": "u1",
    "name": "Maksim Yahorau",
    "status": "active",
    "birthday": "1988-08-08",
    "arrested": "2031-05-05",
}
AGAIN = {**MAKSIM, "id": "7", "url": "u7", "name": "Максим Егоров"}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "e.habeas")) as made:
        set_policy(made, BY_BOTH)
        yield made


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("sexes", [("male", "female"), ("м", "жен"), ("M", "F"), ("man", "woman"), ("", "ж")])
def test_two_sexes_of_one_name_and_birth_date_go_to_a_person_by_every_way(
    empty: Register, sexes: tuple[str, str]
) -> None:
    bring_in(empty, [{**MAKSIM, "gender": sexes[0]}])
    came = bring_in(empty, [{**AGAIN, "gender": sexes[1]}], wish=Wish(list_name="lantern"))
    assert (came["linked"], link_all(empty)["linked"]) == ([], [])
    assert [one["name"] for one in came["to_review"]] == ["Максим Егоров"]
    answer = dedupe(empty, apply=True)
    assert (answer["applied"], [pair["outcome"] for pair in answer["pairs"]]) == (0, ["review"])
    assert any("told to be a woman" in why for why in answer["pairs"][0]["why"])
    (asked,) = waiting(empty)
    shown = question_json(known(empty, utc_today(), Basis.register()), asked)
    assert [f["verdict"] for f in shown["features"] if f["part"] == "sex"] == ["contradicts"]


SIARHEI = {**MAKSIM, "name": "Siarhei Melnik", "birthday": "1990-05-05", "gender": "male"}
IVANAVICH = {**SIARHEI, "id": "13", "url": "u13", "name": "Сергей Иванович Мельник"}
TURNED = {**SIARHEI, "id": "18", "url": "u18", "name": "Мельник Сергей"}


def asked_about(answer: dict[str, Any]) -> set[frozenset[str]]:
    return {frozenset({pair["name_a"], pair["name_b"]}) for pair in answer["pairs"] if pair["outcome"] == "review"}


@pytest.mark.usefixtures("engine")
def test_two_rows_of_one_list_that_fit_one_person_stay_two_questions(empty: Register) -> None:
    bring_in(empty, [IVANAVICH, TURNED], wish=Wish(list_name="lantern"))
    assert bring_in(empty, [SIARHEI])["linked"] == link_all(empty)["linked"] == []
    answer = dedupe(empty, apply=True)
    both = {frozenset({SIARHEI["name"], row["name"]}) for row in (IVANAVICH, TURNED)}
    assert (answer["link"], answer["applied"], asked_about(answer)) == (0, 0, both)
    assert all(any("fits the other as well" in why for why in pair["why"]) for pair in answer["pairs"])
    assert persons(empty) == 3


@pytest.mark.usefixtures("engine")
def test_two_judged_different_who_fit_a_third_stay_two_questions(empty: Register) -> None:
    set_policy(empty, Policy())
    bring_in(empty, [SIARHEI])
    bring_in(empty, [TURNED], wish=Wish(list_name="lantern"))
    one, other = known(empty, utc_today(), Basis.register()).persons.by_id
    judge(empty, one, other, Verdict.DIFFERENT, None)
    set_policy(empty, BY_BOTH)
    bring_in(empty, [IVANAVICH], wish=Wish(list_name="courier"))
    answer = dedupe(empty, apply=True)
    both = {frozenset({IVANAVICH["name"], row["name"]}) for row in (SIARHEI, TURNED)}
    assert (answer["link"], answer["applied"], asked_about(answer)) == (0, 0, both)


@pytest.mark.usefixtures("engine")
def test_two_whom_one_article_names_are_never_linked(empty: Register, tmp_path: Path) -> None:
    lines = [
        {"subject": {"id": key, "name": name}, "source": "Lantern 1", "predicate": "birth_date", "valid": "1990-05-05"}
        for key, name in (("a", "Siarhei Melnik"), ("b", "Сергей Мельник"))
    ]
    (tmp_path / "article.jsonl").write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    import_claims(empty, str(tmp_path / "article.jsonl"), About(Day.unknown()), Wish())
    answer = dedupe(empty, apply=True)
    assert (answer["link"], answer["applied"], len(answer["pairs"])) == (0, 0, 1)


@pytest.mark.usefixtures("engine")
def test_somebody_listed_again_under_another_id_is_asked_about_and_two_who_stood_together_are_not(
    empty: Register,
) -> None:
    again, beside = {**SIARHEI, "id": "907", "url": "u907"}, {**SIARHEI, "id": "5", "url": "u5", "birthday": ""}
    bring_in(empty, [SIARHEI, beside])
    bring_in(empty, [again, beside], "2032-02-29")
    answer = dedupe(empty, apply=True)
    ids = {m.id: m.key for m in empty.caught_up().mentions.values()}
    assert [({ids[p["a"]], ids[p["b"]]}, p["outcome"]) for p in answer["pairs"]] == [({"1", "907"}, "review")]
