"""What a register wrote comes back as what it is: nothing is doubled, whatever the register holds."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register.lists import HELD, OUT, as_csv

from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX, claim_of, new_entry, open_body
from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, RefusedByRule
from habeas.kernel.ids import make_id
from habeas.register.answering import count_on, roll_on
from habeas.register.deciding import accept, judge, reinstate, retract, rule
from habeas.register.exporting import export_claims
from habeas.register.importing import Wish, import_claims
from habeas.register.listing import HowList, import_list
from habeas.register.opened import Register, new_register
from habeas.register.published import figures
from habeas.sources.capture import About
from habeas.sources.note import Note
from habeas.sources.passage import Passage
from habeas.sources.take_in import take_in
from habeas.store.check import check

NAMES = ("Alena Vymyslova", "Ivan Nibyta", "Hanna Vydumka")
TEXT = "Alena Vymyslova was detained. Ivan Nibyta was detained. Hanna Vydumka was freed, and freed were 14. Ivan Nibyta was detained."
DAYS = ("2030-03-02", "2030-03-09", "2030-04", "")


@contextmanager
def register_in(folder: str, name: str = "a.habeas", *, invented: bool = False) -> Iterator[Register]:
    with new_register(str(Path(folder) / name), invented=invented) as made:
        yield made


def bring_in(register: Register, lines: list[dict[str, Any]], wish: Wish | None = None) -> dict[str, Any]:
    path = Path(register.path).with_suffix(".jsonl")
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return import_claims(register, str(path), About(Day.unknown()), wish or Wish())


def there_and_back(register: Register, *, with_clock: bool = False) -> dict[str, Any]:
    return bring_in(register, list(export_claims(register, with_clock=with_clock)))


def told(register: Register) -> dict[str, Any]:
    """Answers, without ids, which belong to a register."""
    now = AsOf(date(2030, 3, 5), date(2035, 1, 1), Basis.register())
    shown = figures(register, now)
    return {
        "counts": [
            {k: v for k, v in count_on(register, now.on(date(2030, month, 5)), definition()).items() if k != "coverage"}
            for month in (3, 4, 5)
        ],
        "roll": sorted(p["in"] for p in roll_on(register, now, definition())["persons"]),
        "figures": sorted((f["value"], f["population"], f["published"] or "") for f in shown["figures"]),
        "groups": sorted((g["event"], g["reported"], g["named"]) for g in shown["groups"]),
    }  # fmt: skip


def drafted(register: Register, source: str, passage: str, at: int, claim: Mapping[str, Any]) -> Draft:
    """A draft about whoever is named at a place of the text."""
    name = next(n for n in NAMES if TEXT.startswith(n, at))
    mention = {"kind": "person", "name": name, "source": source}
    subject = make_id(register.store.key, PREFIX["mention"], mention)
    end = TEXT.index(".", at) + 1
    content = {
        "source": source, "subject": subject, "quote": TEXT[at:end], "passage": passage, "span": [at, end], "reality": "actual", **claim,
    }  # fmt: skip
    return Draft(content, {subject: mention}, "strong", ("invented",), "by hand")


def read_article(register: Register, published: str, name: str = "courier.txt") -> None:
    """An article and its claims, as `add --accept all` keeps them."""
    path = Path(register.path).with_name(name)
    path.write_text(TEXT, "utf-8")
    taken = take_in(str(path), About(Day.parse(published)))
    key = register.store.key
    capture = new_entry(key, "capture", taken.capture.to_content(), register.stamp())
    passage = new_entry(key, "passage", taken.passages[0].to_content(capture.id), register.stamp())
    register.store.append([capture, passage], register.store.clock())
    accept_all(register, capture.id, passage.id)


def keep_note(register: Register, day: str, ending: str) -> None:
    note = new_entry(
        register.store.key, "note", Note("call", Day.parse(day), TEXT + ending).to_content(), register.stamp()
    )
    passage = new_entry(register.store.key, "passage", Passage(0, TEXT + ending).to_content(note.id), register.stamp())
    register.store.append([note, passage], register.store.clock())
    accept_all(register, note.id, passage.id)


def accept_all(register: Register, source: str, passage: str) -> None:
    first, last = TEXT.index(NAMES[1]), TEXT.rindex(NAMES[1])
    claims: list[tuple[int, dict[str, Any]]] = [
        (0, {"predicate": "arrest", "when": "2030-03-01"}), (0, {"predicate": "described_as_political_prisoner", "value": {"as": "called"}}),
        (first, {"predicate": "arrest", "when": "2030-03"}), (last, {"predicate": "arrest", "when": "2030-03"}),
        (TEXT.index(NAMES[2]), {"predicate": "release", "when": "2030-04-02", "weak": True}),
    ]  # fmt: skip
    accept(register, [drafted(register, source, passage, at, claim) for at, claim in claims])


SUBJECTS = st.one_of(
    st.sampled_from(NAMES),
    st.builds(lambda n, i: {"name": n, "id": i}, st.sampled_from(NAMES), st.sampled_from(("p1", "p2"))),
)
SOURCES = st.fixed_dictionaries(
    {"source": st.sampled_from(("Lantern 1", "The Veldan Courier", "courier.txt"))},
    optional={
        "published_on": st.sampled_from(("2030-03-04", "2030-05")),
        "grade": st.sampled_from((1, 2)),
        "list": st.just("lantern"),
    },
)
EVENTS = st.builds(
    lambda source, subject, predicate, valid: {**source, "subject": subject, "predicate": predicate, "valid": valid or None},
    SOURCES, SUBJECTS, st.sampled_from(("arrest", "release", "in_custody")), st.sampled_from(DAYS),
)  # fmt: skip
CALLED = st.builds(
    lambda source, subject: {**source, "subject": subject, "predicate": "described_as_political_prisoner"},
    SOURCES,
    SUBJECTS,
)
GROUPS = st.builds(
    lambda source, members, more: {**source, "predicate": "release", "count": len(members) + more, "members": members, "valid": "2030-04-02"},
    SOURCES, st.lists(SUBJECTS, max_size=2), st.integers(0, 9),
)  # fmt: skip
FIGURES = st.builds(
    lambda source, value: {**source, "predicate": "figure", "value": {"value": value, "population": "in_custody"}}, SOURCES, st.integers(0, 99)
)  # fmt: skip
LINES = st.lists(st.one_of(EVENTS, CALLED, GROUPS, FIGURES), max_size=6)
STEPS = st.lists(
    st.sampled_from(("article", "same article", "note", "other note", "judge", "retract", "reinstate", "rule")),
    max_size=7,
)


def act(register: Register, step: str, pick: Callable[[int], int]) -> None:
    known = register.caught_up()
    mentions, claims = sorted(known.mentions), [c.id for c in known.claims]
    if step == "article":
        read_article(register, "2030-03-04")
    elif step == "same article":
        read_article(register, "2030-03-06", "copy.txt")
    elif step in ("note", "other note"):
        keep_note(register, "2030-03-05", "" if step == "note" else " So it was told.")
    elif step == "judge" and len(mentions) > 1:
        a = pick(len(mentions))
        b = (a + 1 + pick(len(mentions) - 1)) % len(mentions)
        try:
            judge(register, mentions[a], mentions[b], list(Verdict)[pick(3)], "as was said")
        except RefusedByRule:
            return
    elif step in ("retract", "reinstate") and claims:
        {"retract": retract, "reinstate": reinstate}[step](register, claims[pick(min(2, len(claims)))], "as was said")
    elif step == "rule" and len(claims) > 1:
        with suppress(InputRefused):  # of different people there is nothing to decide
            rule(register, claims[0], [claims[1]], "as was said")


@settings(max_examples=25, deadline=None)
@given(LINES, STEPS, st.data())
def test_what_comes_back_is_there_already_and_elsewhere_says_the_same(
    lines: list[dict[str, Any]], steps: list[str], data: st.DataObject
) -> None:
    def pick(below: int) -> int:
        return data.draw(st.integers(0, below - 1))

    with tempfile.TemporaryDirectory() as folder, register_in(folder) as register:
        if lines:
            assert bring_in(register, lines)["refused"] == []
        for step in steps:
            act(register, step, pick)
        claims = register.caught_up().claims
        if not claims:
            return
        before, answers = register.store.head(), told(register)
        back = there_and_back(register)
        assert (back["refused"], back["claims"], back["unchanged"]) == ([], 0, len(claims))
        assert register.store.head() == before
        with register_in(folder, "b.habeas") as other:
            written = list(export_claims(register))
            assert bring_in(other, written)["refused"] == []
            assert told(other) == answers
            entered = other.store.head()
            assert bring_in(other, written)["claims"] == 0
            assert other.store.head() == entered


def test_a_list_comes_back_as_it_was(tmp_path: Path) -> None:
    with register_in(str(tmp_path), invented=True) as register:
        for day, rows in (
            ("2032-01-31", (HELD, OUT)),
            ("2032-02-29", (HELD,)),
            ("2032-03-31", ({**HELD, "prison": "Prison No. 1"}, OUT)),
        ):
            path = tmp_path / f"list-{day}.csv"
            path.write_bytes(as_csv(rows))
            import_list(register, str(path), About(Day.parse(day)), Wish(), HowList(shrunk=True))
        before = register.store.head()
        for with_clock in (True, False):
            back = there_and_back(register, with_clock=with_clock)
            assert (back["refused"], back["claims"], back["unchanged"]) == ([], 0, len(register.caught_up().claims))
        assert register.store.head() == before


def test_a_register_that_holds_the_article_knows_its_claims_again(tmp_path: Path) -> None:
    with register_in(str(tmp_path)) as register, register_in(str(tmp_path), "b.habeas") as other:
        for one in (register, other):
            read_article(one, "2030-03-04")
        before = other.store.head()
        back = bring_in(other, list(export_claims(register)))
        assert (back["claims"], back["unchanged"], other.store.head()) == (0, 5, before)


def test_what_is_new_of_a_source_held_here_is_about_its_people_and_located_in_its_text(tmp_path: Path) -> None:
    with register_in(str(tmp_path)) as register:
        read_article(register, "2030-03-04")
        people = set(register.caught_up().mentions)
        (line,) = [x for x in export_claims(register) if x.get("weak")]
        del line["weak"]
        assert bring_in(register, [line])["claims"] == 1
        made = register.caught_up().claims[-1]
        assert (made.weak, made.span, set(register.caught_up().mentions)) == (False, tuple(line["span"]), people)


@pytest.mark.parametrize("change", [{"published_on": "2030-03-05"}, {"source": "another.txt"}])
def test_a_line_that_was_given_another_source_or_day_is_another_claim(change: dict[str, str], tmp_path: Path) -> None:
    with register_in(str(tmp_path)) as register:
        read_article(register, "2030-03-04")
        lines = [{**line, "source_key": "0" * 64, **change} for line in export_claims(register)]
        assert bring_in(register, lines)["claims"] == 4  # two say the same words of the same person


def test_decisions_of_the_same_words_stay_three_elsewhere(tmp_path: Path) -> None:
    with register_in(str(tmp_path)) as register, register_in(str(tmp_path), "b.habeas") as other:
        read_article(register, "2030-03-04")
        (claim, *_) = (c.id for c in register.caught_up().claims)
        for decide in (retract, reinstate, retract):
            decide(register, claim, "as was said")
        bring_in(other, list(export_claims(register)))
        assert [w.counts for w in other.caught_up().withdrawn] == [False, True, False]
        assert len(other.caught_up().retracted()) == 1
        assert check(other.store).ok


def test_a_claim_keeps_the_place_of_its_words_where_they_stand_twice(tmp_path: Path) -> None:
    with register_in(str(tmp_path)) as register:
        read_article(register, "2030-03-04")
        spans = {claim_of(open_body(b)).span for b in register.store.bodies(["claim"])}
        assert (TEXT.rindex(NAMES[1]), len(TEXT)) in spans
