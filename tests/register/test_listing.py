"""A published list enters as claims, cell by cell; its next version is what differs, and nobody is released by being left out."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.register.lists import (
    DAY,
    HEADER,
    HELD,
    LIST,
    NOBODY_SAYS,
    OUT,
    answers,
    as_csv,
    as_json,
    bring_in,
    certain,
    claims_of,
)

from habeas.claims.lists.proposing import proposed
from habeas.cli.main import run
from habeas.figures.definitions import definition
from habeas.identity import names_ahead
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.errors import InputRefused
from habeas.register.answering import count_on
from habeas.register.deciding import judge
from habeas.register.importing import Wish
from habeas.register.listing import HowList, UnknownHeader
from habeas.register.opened import Register, new_register
from habeas.sources.sandbox import available
from habeas.store.check import check


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        yield made


def test_a_long_list_answers_as_a_short_one_does(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = {**HELD, "id": "4", "name": "Алёна Вымыслова", "url": "https://list.invalid/other"}
    with new_register(str(tmp_path / "other.habeas"), invented=True) as other:
        here = bring_in(other, [*LIST, again])
        monkeypatch.setattr(names_ahead, "MANY", 1)  # names are looked at by a child
        by_child = bring_in(register, [*LIST, again])
        assert {k: len(v) if isinstance(v, list) else v for k, v in by_child.items()} == {
            k: len(v) if isinstance(v, list) else v for k, v in here.items()
        }
        assert (
            set(register.names.like("Alena Vymyslova")) == set(other.names.like("Alena Vymyslova")) == {again["name"]}
        )
    assert bring_in(register, [*LIST, again])["unchanged"] == 4


def said(register: Register, name: str) -> dict[str, tuple[str, object]]:
    return {c.predicate: (c.when.text, dict(c.value)) for c in claims_of(register, name)}


def test_each_row_becomes_claims_of_one_person(register: Register) -> None:
    done = bring_in(register, LIST)
    assert (done["format"], done["list"], done["rows"], done["entities"]) == ("viasna", "viasna", 3, {"person": 3})
    assert (done["added"], done["changed"], done["gone"], done["unchanged"], done["refused"], done["quarantined"]) == (
        3,
        0,
        0,
        0,
        [],
        [],
    )
    alena = said(register, "Alena Vymyslova")
    assert alena["birth_date"] == ("1987-05-17", {})
    assert alena["arrest"] == ("2030-10-02", {})
    assert alena["sentence"][0] == "2031-09-06"
    assert alena["sentence"][1] == {
        "term_years": 6.0, "place_kind": "prison", "penalty": "imprisonment in a medium-security penal colony",
    }  # fmt: skip
    assert alena["in_custody"] == ("", {"place": "Penal colony No. 4", "place_kind": "prison"})
    articles = [c.value["article"] for c in claims_of(register, "Alena Vymyslova") if c.predicate == "conviction"]
    assert articles == ["Art. 341", "Part 2 of Art. 285"]


def test_a_term_that_is_not_understood_is_kept_as_written_and_its_row_is_named(register: Register) -> None:
    done = bring_in(
        register, [{**HELD, "decision": "12 + 1 years"}, {**OUT, "verdict_date": "2031-01-01", "decision": "2,5 years"}]
    )
    assert said(register, "Alena Vymyslova")["sentence"][1] == {
        "told_term": "12 + 1 years", "place_kind": "prison", "penalty": "imprisonment in a medium-security penal colony",
    }  # fmt: skip
    assert said(register, "Ivan Nibyta")["sentence"] == ("2031-01-01", {"term_years": 2.5})
    (notice,) = [n for n in done["notices"] if "no term that is understood" in n]
    assert "column 'decision': 1 cells" in notice and "(row 2 '12 + 1 years')" in notice


def test_the_count_of_the_list_is_its_active_rows(register: Register) -> None:
    bring_in(register, LIST)
    assert answers(register, DAY) == {"Alena Vymyslova": "yes", "Ivan Nibyta": "no", "Piotr Prydumany": "no"}
    assert answers(register, DAY, on="2031-02-01") == {
        "Alena Vymyslova": "yes",
        "Ivan Nibyta": "yes",
        "Piotr Prydumany": "no",
    }


def test_a_claim_keeps_the_cells_it_was_made_from(register: Register) -> None:
    bring_in(register, LIST)
    (sentence,) = [c for c in claims_of(register, "Alena Vymyslova") if c.predicate == "sentence"]
    assert sentence.cells == tuple(f"sheet=;row=2;column={c}" for c in ("verdict_date", "decision", "penalty"))
    assert sentence.quote == "2031-09-06 | 6 years | imprisonment in a medium-security penal colony"


def test_the_same_list_again_changes_nothing(register: Register) -> None:
    bring_in(register, LIST)
    head = register.store.head()
    done = bring_in(register, LIST, name="renamed.csv")
    assert (done["added"], done["changed"], done["gone"], done["unchanged"], done["claims"]) == (0, 0, 0, 3, 0)
    assert register.store.head() == head


def test_the_json_form_says_the_same(register: Register) -> None:
    rows = [{
        "id": 1, "url": "https://list.invalid/alena", "name": "Alena Vymyslova", "status": "active", "birthday": "17 May 1987",
        "arrested": "2 October 2030", "articles/0": "Art. 341", "articles/1": "Art. 130", "prison/title": "Pre-trial detention center No. 1",
        "prison/address": "Orsk", "decision": "2 1/2 years", "verdict_date": "6 September 2031", "councel": "R. Abaronca", "prison": "FALSE",
        "articles": "FALSE",
    }]  # fmt: skip
    done = bring_in(register, as_json(rows), name="list.json")
    assert done["refused"] == []
    alena = said(register, "Alena Vymyslova")
    assert (alena["birth_date"][0], alena["arrest"][0]) == ("1987-05-17", "2030-10-02")
    assert alena["sentence"] == ("2031-09-06", {"term_years": 2.5})
    assert alena["in_custody"][1] == {"place": "Pre-trial detention center No. 1", "place_kind": "pre_trial"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"prison": "released"}, {"at_liberty"}),
        ({"prison": "at liberty before serving sentence"}, {"at_liberty"}),
        ({"prison": "unknown"}, {"in_custody"}),
        ({"prison": "Somewhere never heard of"}, {"in_custody"}),
        ({"prison": ""}, {"in_custody"}),
        ({"status": "former"}, {"at_liberty"}),
        ({"status": "recognized ex post facto"}, {"at_liberty"}),
        ({"status": "former", "died": "2031-12-01"}, {"death"}),
    ],
)
def test_status_and_prison_together_say_where_somebody_is(
    register: Register, row: dict[str, str], expected: set[str]
) -> None:
    bring_in(register, [{**HELD, **row}])
    states = {c.predicate for c in claims_of(register, "Alena Vymyslova")} & {"at_liberty", "in_custody", "death"}
    assert states == expected


def test_a_release_still_to_come_is_only_due(register: Register) -> None:
    bring_in(register, [{**HELD, "release_date": "2036-10-02"}])
    assert "release" not in said(register, "Alena Vymyslova")
    assert said(register, "Alena Vymyslova")["due_release"][0] == "2036-10-02"
    assert certain(register, DAY) == 1


def test_a_charge_is_a_conviction_only_after_a_verdict(register: Register) -> None:
    bring_in(register, [{**HELD, "verdict_date": "", "decision": ""}])
    predicates = {c.predicate for c in claims_of(register, "Alena Vymyslova")}
    assert "charge" in predicates
    assert "conviction" not in predicates


def test_the_next_version_is_a_difference(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    changed = {**OUT, "arrested": "2030-11-02"}
    new = {**HELD, "id": "4", "url": "https://list.invalid/marta", "name": "Marta Fiktsyya"}
    done = bring_in(register, [HELD, changed, new], "2032-02-29")
    assert (done["added"], done["changed"], done["gone"], done["unchanged"]) == (1, 1, 1, 1)
    assert done["changes"][0]["before"] == ["arrest: 2030-11-01"]
    assert done["changes"][0]["after"] == ["arrest: 2030-11-02"]
    arrests = [c for c in claims_of(register, "Ivan Nibyta") if c.predicate == "arrest"]
    assert [(c.when.text, register.knowledge.sources[c.source].published.text) for c in arrests] == [
        ("2030-11-01", "2032-01-31"), ("2030-11-02", "2032-02-29"),
    ]  # fmt: skip
    assert check(register.store).ok


def test_whoever_is_left_out_is_no_longer_listed_and_not_released(register: Register) -> None:
    bring_in(register, [HELD, OUT, NOBODY_SAYS], "2032-01-31")
    bring_in(register, [OUT, NOBODY_SAYS], "2032-02-29")
    (gone,) = [c for c in claims_of(register, "Alena Vymyslova") if c.predicate == "no_longer_listed"]
    assert (gone.when.text, gone.value) == ("2032-02-29", {"list": "viasna"})
    assert "release" not in {c.predicate for c in claims_of(register, "Alena Vymyslova")}
    assert answers(register, "2032-02-29").get("Alena Vymyslova") is None
    assert answers(register, "2032-01-31")["Alena Vymyslova"] == "yes"
    assert answers(register, "2032-12-31", "public", on="2032-03-01")["Alena Vymyslova"] == "yes"


def test_each_version_answers_as_it_was(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    bring_in(register, [{**HELD, "status": "former", "prison": "released"}, OUT, NOBODY_SAYS], "2032-02-29")
    bring_in(register, LIST, "2032-03-31")
    assert [
        certain(register, day) for day in ("2032-01-31", "2032-02-28", "2032-02-29", "2032-03-30", "2032-03-31")
    ] == [1, 1, 0, 0, 1]


def test_an_older_version_imported_later_takes_its_place(register: Register) -> None:
    bring_in(register, LIST, "2032-03-31")
    free = {**HELD, "status": "former", "prison": "released"}
    bring_in(register, [free, OUT, NOBODY_SAYS], "2032-02-29")
    bring_in(register, [HELD, OUT], "2032-01-31")
    assert [certain(register, day) for day in ("2032-01-31", "2032-02-29", "2032-03-31")] == [1, 0, 1]
    assert "Piotr Prydumany" not in answers(register, "2032-01-31")
    assert "Piotr Prydumany" in answers(register, "2032-02-29")


def test_a_row_refused_does_not_make_its_person_disappear(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    done = bring_in(register, [{**HELD, "birthday": "31.02.1987"}, OUT, NOBODY_SAYS], "2032-02-29")
    assert [(r["row"], r["column"]) for r in done["refused"]] == [(2, "birthday")]
    assert done["gone"] == 0
    assert answers(register, "2032-02-29")["Alena Vymyslova"] == "unknown"
    assert answers(register, "2032-02-29", "public")["Alena Vymyslova"] == "yes"


@pytest.mark.parametrize("kept_out", [
    {"status": "former", "release_date": "31.02.2032"}, {"name": "Zoya Niedzie", "birthday": "1950-01-01"},
])  # fmt: skip
def test_a_row_kept_out_proves_no_custody_on_the_day_of_its_version(
    register: Register, kept_out: dict[str, str]
) -> None:
    bring_in(register, LIST, "2032-01-31")
    for day in ("2032-02-29", "2033-06-30", "2034-06-30"):
        bring_in(register, [{**HELD, **kept_out}, OUT, NOBODY_SAYS], day)
    assert answers(register, "2034-06-30", "public")["Alena Vymyslova"] == "unknown"


def test_a_row_that_can_be_read_again_proves_custody_again(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    bring_in(register, [{**HELD, "birthday": "31.02.1987"}, OUT, NOBODY_SAYS], "2032-02-29")
    bring_in(register, LIST, "2034-06-30")
    assert answers(register, "2034-06-30")["Alena Vymyslova"] == "yes"
    assert answers(register, "2034-06-30", "public")["Alena Vymyslova"] == "yes"


def test_a_halved_list_is_refused_unless_somebody_says_that_it_shrank(register: Register) -> None:
    bring_in(register, [HELD, OUT, NOBODY_SAYS, {**OUT, "id": "4", "name": "Yan Kazachny", "url": ""}], "2032-01-31")
    with pytest.raises(InputRefused, match=r"2 rows, where the version of 2032-01-31 had 4: .* --shrunk"):
        bring_in(register, [HELD, OUT], "2032-02-29")
    assert bring_in(register, [HELD, OUT], "2032-02-29", how=HowList(shrunk=True))["gone"] == 2


def test_an_empty_list_is_refused(register: Register) -> None:
    with pytest.raises(InputRefused, match="no row in it"):
        bring_in(register, [])


def test_a_dry_run_writes_nothing(register: Register) -> None:
    done = bring_in(register, LIST, wish=Wish(dry_run=True))
    assert done["added"] == 3
    assert register.store.head().size == 0


def test_strictly_a_faulty_row_refuses_the_list(register: Register) -> None:
    with pytest.raises(InputRefused, match=r"row 2: .*--strict refuses the file"):
        bring_in(register, [{**HELD, "arrested": "2030-02-31"}, OUT], wish=Wish(strict=True))
    assert register.store.head().size == 0


def test_as_drafts_nothing_is_claimed(register: Register) -> None:
    done = bring_in(register, LIST, wish=Wish(as_drafts=True))
    assert done["claims"] == 0
    assert len(register.store.pending_drafts()) == done["drafts"] > 10
    assert register.caught_up().claims == []


def test_the_file_attests_its_rows_and_hash(register: Register) -> None:
    done = bring_in(register, LIST)
    (version,) = register.caught_up().versions
    assert (version.rows, version.sha256, version.published.isoformat()) == (3, done["sha256"], DAY)


def test_collisions_enter_and_widen_the_bounds(register: Register) -> None:
    twin = {**HELD, "id": "9", "name": "Alena Vymyslova", "url": "https://list.invalid/other"}
    page = {**HELD, "id": "10", "name": "Alena Another", "birthday": "1990-01-01"}
    done = bring_in(register, [HELD, twin, page, OUT])
    assert sorted((q["kind"], *q["ids"]) for q in done["quarantined"]) == [
        ("collision", "001", "10"),
        ("collision", "001", "9"),
    ]
    counted = count_on(
        register, AsOf(date.fromisoformat(DAY), date.fromisoformat(DAY), Basis.source("viasna")), definition()
    )
    assert (counted["certain"], counted["possible"]) == (1, 3)


def test_a_collision_judged_is_counted_as_judged(register: Register) -> None:
    twin = {**HELD, "id": "9", "url": "https://list.invalid/other"}
    (collision,) = bring_in(register, [HELD, twin, OUT])["quarantined"]
    one, other = collision["mentions"]
    judge(register, one, other, Verdict.DIFFERENT, None)
    counted = count_on(
        register, AsOf(date.fromisoformat(DAY), date.fromisoformat(DAY), Basis.source("viasna")), definition()
    )
    assert (counted["certain"], counted["possible"]) == (2, 2)
    bring_in(register, [HELD, twin, OUT], "2032-02-29")
    assert certain(register, "2032-02-29") == 2


def test_columns_that_endanger_people_are_in_neither_claims_nor_copy(register: Register) -> None:
    row = {
        **HELD,
        "Parcels from": "Somebody Kind",
        "councel": "R. Abaronca",
        "relatives_phone": "+000 11 22",
        "new column": "free words",
    }
    done = bring_in(register, as_csv([row], (*HEADER, "Parcels from", "councel", "relatives_phone", "new column")))
    assert len([n for n in done["notices"] if "left out" in n]) == 4
    ledger = b"".join(body.data or b"" for body in register.store.bodies())
    assert b"Alena Vymyslova" in ledger
    for cell in (b"Somebody Kind", b"Abaronca", b"+000 11 22", b"free words"):
        assert cell not in ledger


def test_a_file_of_which_all_may_be_kept_is_kept_bit_by_bit(register: Register) -> None:
    bring_in(register, LIST)
    assert [b.data for b in register.store.bodies(["bytes"])] == [as_csv(LIST)]


def test_an_unknown_header_is_not_imported(register: Register) -> None:
    with pytest.raises(UnknownHeader, match="no known format"):
        bring_in(register, as_csv([{"No": "1", "Person": "Alena Vymyslova"}], ("No", "Person")))


def test_an_id_that_stood_for_somebody_else_stays_out(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    done = bring_in(
        register, [{**HELD, "name": "Zoya Niedzie", "birthday": "1950-01-01"}, OUT, NOBODY_SAYS], "2032-02-29"
    )
    assert [q["kind"] for q in done["quarantined"]] == ["reused_id"]
    assert answers(register, "2032-02-29")["Alena Vymyslova"] == "unknown"
    assert "Zoya Niedzie" not in {m.name for m in register.caught_up().mentions.values()}


def test_a_release_whose_day_has_passed_is_a_new_claim_and_no_change_of_the_row(register: Register) -> None:
    due = {**HELD, "release_date": "2032-02-10"}
    bring_in(register, [due, OUT, NOBODY_SAYS], "2032-01-31")
    done = bring_in(register, [due, OUT, NOBODY_SAYS], "2032-02-29")
    assert (done["changed"], done["unchanged"], done["claims"], done["changes"]) == (0, 3, 1, [])
    assert "release" in {c.predicate for c in claims_of(register, "Alena Vymyslova")}


@pytest.mark.parametrize(
    "edit",
    [
        {"release_date": "2032-02-11"},
        {"release_date": ""},
        {"release_date": "2032-02-10", "prison": "Penal colony No. 5"},
        {"release_date": "2032-02-10", "articles": "Art. 341"},
        {"release_date": "2032-02-10", "arrested": HELD["verdict_date"], "verdict_date": HELD["arrested"]},
    ],
)
def test_an_edited_cell_is_told_also_where_a_release_day_has_passed(register: Register, edit: dict[str, str]) -> None:
    bring_in(register, [{**HELD, "release_date": "2032-02-10"}, OUT, NOBODY_SAYS], "2032-01-31")
    done = bring_in(register, [{**HELD, **edit}, OUT, NOBODY_SAYS], "2032-02-29")
    assert (done["changed"], done["unchanged"]) == (1, 2)


def test_an_id_given_to_somebody_of_the_other_sex_joins_nobody(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    other = {
        **OUT,
        "name": "Natallia Prydumanaya",
        "gender": "female",
        "url": "https://list.invalid/n",
        "arrested": "2031-03-01",
    }
    done = bring_in(register, [HELD, other, NOBODY_SAYS], "2032-02-29")
    assert [(q["kind"], q["ids"]) for q in done["quarantined"]] == [("reused_id", ["2"])]
    assert (done["changed"], done["gone"], done["added"]) == (0, 0, 0)
    assert "Natallia Prydumanaya" not in {m.name for m in register.caught_up().mentions.values()}


def test_an_id_that_was_out_of_the_list_for_a_while_joins_nobody_either(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    bring_in(register, [HELD, NOBODY_SAYS], "2032-02-29")
    done = bring_in(
        register, [HELD, NOBODY_SAYS, {"id": "2", "name": "Zoya Niedzie", "status": "active"}], "2032-03-31"
    )
    assert [q["kind"] for q in done["quarantined"]] == ["reused_id"]
    assert (done["added"], done["claims"]) == (0, 0)


def test_a_woman_who_marries_stays_who_she_is(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    done = bring_in(register, [{**HELD, "name": "Alena Novikava"}, OUT, NOBODY_SAYS], "2032-02-29")
    assert (done["quarantined"], done["changed"], done["gone"], done["added"]) == ([], 1, 0, 0)
    back = bring_in(register, LIST, "2032-03-31")
    assert (back["quarantined"], back["changed"]) == ([], 1)


def test_another_spelling_under_one_id_is_the_same_person(register: Register) -> None:
    bring_in(register, LIST, "2032-01-31")
    done = bring_in(register, [{**HELD, "name": "Elena Vymyslova"}, OUT, NOBODY_SAYS], "2032-02-29")
    assert (done["changed"], done["gone"], done["added"]) == (1, 0, 0)
    assert certain(register, "2032-02-29", "public") == 1


@pytest.mark.parametrize("row", [OUT, {**HELD, "died": "2031-12-01"}], ids=["out", "died"])
def test_the_place_of_somebody_held_no_longer_is_kept_and_a_changed_one_is_a_change(
    register: Register, row: dict[str, str]
) -> None:
    bring_in(register, [{**row, "prison": "Penal colony No. 4"}])
    (kept,) = [c for c in claims_of(register, row["name"]) if c.predicate == "last_held_at"]
    assert (kept.value, kept.cells) == (
        {"place": "Penal colony No. 4", "place_kind": "prison"},
        ("sheet=;row=2;column=prison",),
    )
    assert not [c for c in claims_of(register, row["name"]) if c.predicate == "in_custody"]
    second = bring_in(register, [{**row, "prison": "Nowhere in particular"}], "2032-02-29")
    assert second["changed"] == 1
    assert certain(register, "2032-02-29") == 0


def test_a_cell_overruled_by_another_is_kept_as_it_is_written(register: Register) -> None:
    bring_in(register, [{**HELD, "died": "2031-12-01", "prison": "released"}])
    kept = [c for c in claims_of(register, HELD["name"]) if c.predicate == "description"]
    assert [(c.value["text"], c.quote) for c in kept] == [("prison: released", "released")]


def test_a_sex_is_told_in_any_language_and_a_word_unknown_is_kept_as_text(register: Register) -> None:
    done = bring_in(register, [{**HELD, "gender": "ж"}, {**OUT, "gender": "weird"}])
    assert said(register, HELD["name"])["sex"] == ("", {"value": "female"})
    assert "sex" not in said(register, OUT["name"])
    assert said(register, OUT["name"])["description"] == ("", {"text": "gender: weird"})
    assert "column 'gender': 1 cells name no sex known here ('weird')" in "".join(done["notices"])


@pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
@pytest.mark.parametrize(
    ("header", "said"), [(HEADER, "it has the same columns"), (("word", "meaning"), "import it by itself")]
)
def test_a_worksheet_that_is_not_read_is_named(register: Register, header: tuple[str, ...], said: str) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    second = book.create_sheet("Second")
    for sheet, columns in ((first, HEADER), (second, header)):
        sheet.append(list(columns))
        sheet.append([HELD.get(column, "x") for column in columns])
    out = io.BytesIO()
    book.save(out)
    done = bring_in(register, out.getvalue(), name="list.xlsx")
    (notice,) = [n for n in done["notices"] if "worksheet" in n]
    assert notice.startswith("the worksheet 'Second' left out, 1 rows") and said in notice


def test_a_version_of_a_day_to_come_is_remarked(register: Register) -> None:
    assert "ahead of today" in "".join(bring_in(register, LIST, "2999-01-01")["notices"])


def test_a_list_in_lines_of_json_is_no_claims_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in LIST), "utf-8")
    assert run(["init", str(tmp_path / "a.habeas")]) == 0
    capsys.readouterr()
    assert run(["import", str(tmp_path / "a.habeas"), str(tmp_path / "list.jsonl"), "--published", DAY, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["format"], answer["added"], answer["refused"]) == ("viasna", 3, [])


def test_what_a_proposed_mapping_does_not_know_enters_only_when_it_is_named(register: Register, tmp_path: Path) -> None:
    data = "No;Person;Мама;Zeta\n1;Alena Vymyslova;Вера Уяўная;unheard-of\n".encode()
    with pytest.raises(UnknownHeader) as unknown:
        bring_in(register, data)
    mapping = tmp_path / "m.yml"
    mapping.write_text(proposed(unknown.value.table, "lantern"), "utf-8")
    done = bring_in(register, data, how=HowList(mapping=str(mapping)))
    assert (done["sha256"], done["rows"]) == (hashlib.sha256(data).hexdigest(), 1)
    version = next(v for v in register.caught_up().versions)
    assert (version.sha256, version.rows) == (done["sha256"], 1)
    assert any("column 'Мама' left out: relatives: never held" in n for n in done["notices"])
    assert any("column 'Zeta' left out: not mapped" in n for n in done["notices"])
    kept = b"".join(body.data or b"" for body in register.store.bodies())
    assert "Вера".encode() not in kept and b"unheard-of" not in kept and b"Vymyslova" in kept
