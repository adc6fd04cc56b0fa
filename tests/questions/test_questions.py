"""Worked cases: what a register of invented people answers, each written in YAML so that a researcher can read and add them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.figures.definitions import DEFAULT, definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import RefusedByRule
from habeas.register.answering import roll_on
from habeas.register.bridging import bridged
from habeas.register.deciding import accept, waiting
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register
from habeas.register.persons import person
from habeas.register.reconciling import reconciled
from habeas.sources.capture import About

HERE = Path(__file__).parent
CASE_KEYS = {"name", "claims", "ask", "described", "as_written", "refused", "xfail", "proposed"}
COUNTS = ("certain", "possible", "unconfirmed", "not_assessed", "undated_left_out", "coverage")
OF_ONE_PERSON = ("status", "way_out", "conditions", "place_kind")  # of their last episode, status apart
ASK_KEYS = {
    "on", "known_by", "basis", "definition", "roll", "because", "refused_by_rule", "bridge_to", "pairs", *COUNTS, *OF_ONE_PERSON,
}  # fmt: skip
Case = Mapping[str, Any]


class Plain(yaml.SafeLoader):
    """Reads a date as it is written, and yes, no and on as the words they are."""


_BOOL, _DATE = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"
Plain.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if tag not in (_BOOL, _DATE)]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver(_BOOL, re.compile("^(true|false)$"), ["t", "f"])


def cases() -> Iterator[Any]:
    for path in sorted(HERE.glob("*.yml")):
        for case in yaml.load(path.read_text("utf-8"), Loader=Plain):
            marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
            yield pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_the_register_answers(case: Case, tmp_path: Path) -> None:
    assert set(case) <= CASE_KEYS, f"unknown key in the case: {set(case) - CASE_KEYS}"
    assert case["ask"], "a case asks something"
    with asked_of(case, tmp_path) as register:
        for question in case["ask"]:
            assert set(question) <= ASK_KEYS, f"unknown key in the question: {set(question) - ASK_KEYS}"
            answer(register, question)


@contextmanager
def asked_of(case: Case, folder: Path) -> Iterator[Register]:
    """A register into which the case's lines were imported."""
    with new_register(str(folder / "invented.habeas"), invented=True) as register:
        added = described(case)
        done = bring_in(register, [*added, *case["claims"]], case, Wish())
        # rows are counted in the case as it is written, without the lines added for `described`
        refused = [row["row"] - len(added) for row in done["refused"]]
        assert refused == case.get("refused", []), done["refused"]
        if "proposed" in case:
            propose(register, case)
        yield register


def bring_in(register: Register, lines: Sequence[Case], case: Case, wish: Wish) -> dict[str, Any]:
    path = Path(register.path).with_suffix(".proposed.jsonl" if wish.as_drafts else ".jsonl")
    rows = [completed(line, as_written=bool(case.get("as_written"))) for line in lines]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return import_claims(register, str(path), About(Day.unknown()), wish)


def propose(register: Register, case: Case) -> None:
    """Lines that waited for review, accepted today by each of the people named in `accepted_by`."""
    proposed = case["proposed"]
    bring_in(register, proposed["claims"], case, Wish(as_drafts=True))
    drafts = waiting(register)
    for name in proposed["accepted_by"]:
        register.actor = register.store.actor_id(name)
        accept(register, drafts)


def described(case: Case) -> list[dict[str, Any]]:
    """One line for each person whom the case takes as described, said by its first source."""
    first: Case = next((line for line in case["claims"] if "predicate" in line), {})
    own = {key: first[key] for key in ("source", "published_on", "recorded_at", "list") if key in first}
    return [{"subject": n, "predicate": "described_as_political_prisoner", **own} for n in case.get("described", ())]


def completed(line: Case, *, as_written: bool) -> dict[str, Any]:
    """With a day of recording; and one name is one person, unless the case leaves names as they are written."""
    row = dict(line)
    published = Day.parse(str(row.get("published_on") or ""))
    if "recorded_at" not in row and published.last is not None:
        row["recorded_at"] = published.last.isoformat()
    if not as_written and "subject" in row:
        row["subject"] = identified(row["subject"])
    if not as_written and "members" in row:
        row["members"] = [identified(name) for name in row["members"]]
    return row


def identified(name: Any) -> Any:
    return {"name": name, "id": name} if isinstance(name, str) else name


def answer(register: Register, question: Case) -> None:
    basis = Basis.parse(question.get("basis", "register"))
    asked = AsOf(date.fromisoformat(question["on"]), date.fromisoformat(question["known_by"]), basis)
    of = definition(question.get("definition", DEFAULT))
    if "refused_by_rule" in question:
        with pytest.raises(RefusedByRule, match=question["refused_by_rule"]):
            roll_on(register, asked, of)
        return
    found = roll_on(register, asked, of)
    expected = {key: question[key] for key in COUNTS if key in question}
    assert {key: found[key] for key in expected} == expected, told(found)
    assert tallied(found) == {key: found[key] for key in tallied(found)}, told(found)
    check_roll(question, found)
    check_bridge(register, question, asked)
    check_pairs(register, question, asked)
    for row in found["persons"]:
        check_same_status(row, person(register, row["id"], asked, of))
    for name in dict.fromkeys(name for key in OF_ONE_PERSON for name in question.get(key, {})):
        check_person(question, name, person(register, name, asked, of))


def tallied(found: Case) -> dict[str, int]:
    """The count once more, from the persons in the roll."""
    rows = found["persons"]
    yes = sum(row["in"] == "yes" for row in rows)
    return {
        "certain": yes,
        "possible": yes + sum(row["in"] in ("unknown", "disputed") for row in rows),
        "unconfirmed": sum(row["unconfirmed"] for row in rows),
        "not_assessed": sum(row["in"] == "not_assessed" for row in rows),
    }


def check_roll(question: Case, found: Case) -> None:
    """The roll in the order of the names; namesakes stand in it once each."""
    if "roll" in question:
        wanted = question["roll"]
        pairs = [(row["name"], row["in"]) for row in found["persons"]]
        assert pairs == [(name, one) for name in wanted for one in as_list(wanted[name])], told(found)
    for words in as_list(question.get("because", [])):
        assert any(words in row["why"] for row in found["persons"]), told(found)


def check_bridge(register: Register, question: Case, asked: AsOf) -> None:
    """From this question to another; whoever makes the difference stands under their reason, and it sums."""
    if "bridge_to" not in question:
        return
    wanted = dict(question["bridge_to"])
    day, known_by = (
        date.fromisoformat(wanted.pop(k, str(v))) for k, v in (("on", asked.day), ("known_by", asked.known_by))
    )
    of = definition(question.get("definition", DEFAULT))
    other = definition(wanted.pop("definition", question.get("definition", DEFAULT)))
    found = bridged(register, asked, of, AsOf(day, known_by, asked.basis), other)
    moved = {f"{i['direction']}, {i['kind']}": sorted(p["name"] for p in i["persons"]) for i in found["items"]}
    assert {"from": found["from"]["count"], "to": found["to"]["count"], **moved} == wanted, found
    assert found["difference"] == sum(i["count"] if i["direction"] == "in" else -i["count"] for i in found["items"])


def check_pairs(register: Register, question: Case, asked: AsOf) -> None:
    """Pairs of published figures, named by their values; `asks` are the first words of the first condition."""
    if "pairs" not in question:
        return
    found = reconciled(register, asked, definition(question.get("definition", DEFAULT)))
    value = {f.id: f.value for f in found.figures}
    pairs = {f"{value[p['a']]} and {value[p['b']]}": p for p in found.to_json()["pairs"]}
    for name, wanted in question["pairs"].items():
        pair = pairs[name]
        got = {"verdict": pair["verdict"], "unexplained": pair["unexplained"], "asks": (pair["only_if"] or [""])[0]}
        assert {key: got[key][: len(str(wanted[key]))] if key == "asks" else got[key] for key in wanted} == wanted, pair


def as_list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def check_person(question: Case, name: str, found: Case) -> None:
    last = found["episodes"][-1] if found["episodes"] else {}
    answers = {"status": found["status"]["answer"], **{key: last.get(key) for key in OF_ONE_PERSON if key != "status"}}
    expected = {key: question[key][name] for key in OF_ONE_PERSON if name in question.get(key, {})}
    assert {key: answers[key] for key in expected} == expected, found


def check_same_status(row: Case, found: Case) -> None:
    """The roll and the person's own page give one reason; the roll may add to it why somebody counts or not."""
    assert found["status"]["because"] in row["why"], found
    assert found["status"]["unconfirmed"] or not row["unconfirmed"], found


def told(found: Case) -> str:
    counts = ", ".join(f"{key} {found[key]}" for key in COUNTS)
    return "\n".join([counts, *(f"{row['name']}: {row['in']} ({row['why']})" for row in found["persons"])])
