"""A working sheet goes out and comes back: exactly the edited cells become claims of the editor, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.register import libreoffice
from tests.register.lists import LIST, bring_in, claims_of
from tests.register.sheets import as_editor, bring_back, edited, exported, row_of

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.importing import Wish
from habeas.register.opened import Register, new_register
from habeas.register.sheet import BASE, PEOPLE
from habeas.register.sheet_import import import_sheet
from habeas.sources.capture import About
from habeas.sources.sandbox import available
from habeas.sources.tables import read_tables
from habeas.store.check import check

pytestmark = pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
NOTHING = ("added", "changed", "gone", "claims", "set_aside", "retracted", "refused", "conflicts")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        bring_in(made, LIST)
        as_editor(made, "Olga")
        yield made


def is_no_change(done: dict[str, object]) -> bool:
    return not any(done[part] for part in NOTHING)


def test_each_person_is_one_row_of_text_with_an_id(register: Register) -> None:
    row = row_of(exported(register), "Alena Vymyslova")
    assert row["id"].startswith("mtn_")
    assert (row["born"], row["arrested"], row["term"], row["sex"]) == ("1987-05-17", "2030-10-02", "6 years", "female")
    assert row["convicted under"] == "Art. 341; Part 2 of Art. 285"
    assert (row["status"], row["counted"], row["sources"]) == ("in custody", "yes", "Viasna")


def test_custody_of_which_nothing_was_heard_for_long_is_unknown_in_the_sheet_too(register: Register) -> None:
    long_after = exported(register, on=date(2040, 1, 1))
    row = row_of(long_after, "Alena Vymyslova")
    assert (row["status"], row["counted"]) == ("unknown", "unknown")
    assert is_no_change(bring_back(register, long_after))


def test_the_same_register_makes_the_same_sheet(register: Register) -> None:
    assert exported(register).read_bytes() == exported(register, "again.xlsx").read_bytes()


def test_an_unedited_sheet_changes_nothing(register: Register) -> None:
    size = register.store.head().size
    done = bring_back(register, exported(register))
    assert is_no_change(done) and done["unchanged"] == 3
    assert register.store.head().size == size


def test_exactly_the_edited_cells_become_claims_of_the_editor(register: Register) -> None:
    sheet = edited(
        exported(register), {"Alena Vymyslova": {"born": "18 May 1987"}, "Ivan Nibyta": {"occupation": "baker"}}
    )
    done = bring_back(register, sheet)
    assert (done["claims"], done["changed"], done["unchanged"]) == (2, 2, 1)
    born = next(c for c in claims_of(register, "Alena Vymyslova") if c.predicate == "birth_date" and c.told_in is None)
    assert (born.when.text, born.actor) == ("1987-05-18", register.store.actor_id("Olga"))
    assert born.cells == ("sheet=People;row=2;column=born",)
    assert check(register.store).ok


def test_the_same_sheet_again_changes_nothing(register: Register) -> None:
    new = {"name": "Hanna Vydumka", "political prisoner": "yes", "arrested": "2031-02"}
    sheet = edited(exported(register), {"Ivan Nibyta": {"name": "Ivan Niebyta", "other names": "Vania"}}, new)
    assert bring_back(register, sheet)["added"] == 1
    size = register.store.head().size
    assert is_no_change(bring_back(register, sheet))
    assert register.store.head().size == size


def test_a_new_sheet_shows_what_was_entered(register: Register) -> None:
    bring_back(register, edited(exported(register), {"Alena Vymyslova": {"born": "1988", "term": "2 years 6 months"}}))
    row = row_of(exported(register, "next.xlsx"), "Alena Vymyslova")
    assert (row["born"], row["term"]) == ("1988", "2 years 6 months")


def test_what_is_replaced_is_kept_and_no_longer_counts(register: Register) -> None:
    done = bring_back(register, edited(exported(register), {"Alena Vymyslova": {"term": "7 years"}}))
    assert (done["claims"], done["set_aside"]) == (1, 1)
    ours, theirs = sorted(
        (c for c in claims_of(register, "Alena Vymyslova") if c.predicate == "sentence"), key=lambda c: c.told_in or ""
    )
    assert (theirs.value["term_years"], ours.value["term_years"]) == (6, 7)
    # what the sentence said beside the columns shown is still said
    assert ours.value["place_kind"] == theirs.value["place_kind"] == "prison"


def sentences(register: Register) -> list[tuple[str | None, str, dict[str, object], str, tuple[str, ...]]]:
    """The sentences of Alena Vymyslova, those of the list first: version, day, value, quote, cells."""
    told = [c for c in claims_of(register, "Alena Vymyslova") if c.predicate == "sentence"]
    return sorted(
        ((c.told_in, c.when.text, dict(c.value), c.quote, c.cells) for c in told),
        key=lambda one: (one[0] is None, one[2].keys() != {"court"}),
    )


def test_a_cell_filled_in_is_a_claim_of_that_field_alone(register: Register) -> None:
    (before,) = sentences(register)
    done = bring_back(register, edited(exported(register), {"Alena Vymyslova": {"court": "Court of Orsk"}}))
    assert (done["claims"], done["set_aside"], done["retracted"]) == (1, 0, 0)
    theirs, ours = sentences(register)
    assert theirs == before
    assert ours[1:] == ("2031-09-06", {"court": "Court of Orsk"}, "Court of Orsk", ("sheet=People;row=2;column=court",))
    row = row_of(exported(register, "next.xlsx"), "Alena Vymyslova")
    assert (row["sentenced"], row["term"], row["court"]) == ("2031-09-06", "6 years", "Court of Orsk")


def test_a_list_that_corrects_a_term_is_not_held_up_by_an_editor_who_named_the_court(register: Register) -> None:
    bring_back(register, edited(exported(register), {"Alena Vymyslova": {"court": "Court of Orsk"}}))
    bring_in(register, [{**LIST[0], "decision": "7 years"}, *LIST[1:]], "2032-02-20")
    row = row_of(exported(register, "next.xlsx", on=date(2032, 3, 1)), "Alena Vymyslova")
    assert (row["term"], row["court"]) == ("7 years", "Court of Orsk")


def test_a_cell_replaced_beside_another_editors_leaves_that_one_alone(register: Register) -> None:
    bring_back(register, edited(exported(register), {"Alena Vymyslova": {"court": "Court of Orsk"}}))
    done = bring_back(register, edited(exported(register, "2.xlsx"), {"Alena Vymyslova": {"term": "7 years"}}))
    assert (done["claims"], done["set_aside"]) == (1, 1)
    assert {"court": "Court of Orsk"} in [value for _, _, value, _, _ in sentences(register)]
    (ours,) = [one for one in sentences(register) if one[2].get("term_years") == 7]
    assert "court" not in ours[2] and ours[4] == ("sheet=People;row=2;column=term",)
    row = row_of(exported(register, "3.xlsx"), "Alena Vymyslova")
    assert (row["term"], row["court"], row["penalty"]) == ("7 years", "Court of Orsk", LIST[0]["penalty"])


def test_a_cell_emptied_again_takes_back_that_cell_alone(register: Register) -> None:
    bring_back(register, edited(exported(register), {"Alena Vymyslova": {"court": "Court of Orsk"}}))
    done = bring_back(
        register, edited(exported(register, "2.xlsx"), {"Alena Vymyslova": {"court": None, "term": None}})
    )
    assert (done["claims"], done["set_aside"], done["retracted"]) == (0, 0, 1)
    assert any(
        "'6 years, Court of Orsk' was taken out, and stands all the same, since Viasna says so" in n
        for n in done["notices"]
    )
    row = row_of(exported(register, "3.xlsx"), "Alena Vymyslova")
    assert (row["sentenced"], row["term"], row["court"]) == ("2031-09-06", "6 years", None)


def test_a_decimal_comma_in_a_term_is_read(register: Register) -> None:
    bring_back(register, edited(exported(register), {"Alena Vymyslova": {"term": "2,5 years"}}))
    assert row_of(exported(register, "next.xlsx"), "Alena Vymyslova")["term"] == "2 years 6 months"


def test_a_person_of_whom_no_custody_is_told_is_not_shown_as_out_of_it(register: Register) -> None:
    bring_back(register, edited(exported(register), new={"name": "Hanna Vydumka", "born": "1990"}))
    row = row_of(exported(register, "next.xlsx"), "Hanna Vydumka")
    assert row["status"] == "nothing known of custody"
    assert (
        row_of(exported(register, "early.xlsx", on=date(2029, 1, 1)), "Alena Vymyslova")["status"]
        == "nothing known of custody"
    )
    assert row_of(exported(register, "out.xlsx"), "Ivan Nibyta")["status"] == "not in custody"


def test_one_of_two_birth_dates_taken_out_upholds_the_other(register: Register) -> None:
    path = exported(register)
    bring_back(register, edited(path, {"Alena Vymyslova": {"born": "1987-05-17; 1986"}}))
    assert row_of(exported(register, "both.xlsx"), "Alena Vymyslova")["born"] == "1986; 1987-05-17"
    done = bring_back(register, edited(exported(register, "one.xlsx"), {"Alena Vymyslova": {"born": "1986"}}))
    assert (done["claims"], done["set_aside"]) == (0, 1)
    assert row_of(exported(register, "after.xlsx"), "Alena Vymyslova")["born"] == "1986"


def test_an_emptied_cell_takes_back_only_what_its_editor_entered(register: Register) -> None:
    bring_back(register, edited(exported(register), {"Ivan Nibyta": {"occupation": "baker"}}))
    done = bring_back(
        register, edited(exported(register, "2.xlsx"), {"Ivan Nibyta": {"occupation": None, "arrested": None}})
    )
    assert (done["retracted"], done["claims"]) == (1, 0)
    assert any(
        "'2030-11-01' was taken out, and stands all the same, since Viasna says so" in n for n in done["notices"]
    )
    row = row_of(exported(register, "3.xlsx"), "Ivan Nibyta")
    assert (row["occupation"], row["arrested"]) == (None, "2030-11-01")


def test_taking_out_what_others_say_writes_nothing(register: Register) -> None:
    size = register.store.head().size
    done = bring_back(register, edited(exported(register), {"Ivan Nibyta": {"arrested": None}}))
    assert is_no_change(done) and len(done["notices"]) == 1
    assert register.store.head().size == size


def test_a_deleted_row_takes_nothing_back(register: Register) -> None:
    size = register.store.head().size
    done = bring_back(register, edited(exported(register), gone="Ivan Nibyta"))
    assert (done["gone"], done["claims"]) == (1, 0)
    assert "Ivan Nibyta" in done["notices"][0] and register.store.head().size == size


def test_a_status_is_told_of_the_day_of_the_sheet(register: Register) -> None:
    bring_back(register, edited(exported(register), {"Alena Vymyslova": {"status": "not in custody"}}))
    told = next(c for c in claims_of(register, "Alena Vymyslova") if c.predicate == "at_liberty" and c.told_in is None)
    assert told.when.text == "2032-02-01"


def test_a_cell_changed_on_both_sides_stays_out_and_is_shown_with_three_values(register: Register) -> None:
    path = exported(register)
    bring_back(register, edited(path, {"Alena Vymyslova": {"born": "1987-05-18"}}))
    as_editor(register, "Piotr")
    done = bring_back(register, edited(path, {"Alena Vymyslova": {"born": "1987-05-19", "occupation": "nurse"}}))
    (conflict,) = done["conflicts"]
    assert (conflict["column"], conflict["was"], conflict["register"], conflict["sheet"]) == (
        "born", "1987-05-17", "1987-05-18", "1987-05-19",
    )  # fmt: skip
    assert done["claims"] == 1
    assert row_of(exported(register, "after.xlsx"), "Alena Vymyslova")["born"] == "1987-05-18"


def test_the_same_change_on_both_sides_is_no_conflict(register: Register) -> None:
    path = exported(register)
    bring_back(register, edited(path, {"Alena Vymyslova": {"born": "1987-05-18"}}))
    as_editor(register, "Piotr")
    assert is_no_change(bring_back(register, edited(path, {"Alena Vymyslova": {"born": "18 May 1987"}})))


def test_an_edit_undone_and_made_again_counts_again(register: Register) -> None:
    first = edited(exported(register), {"Alena Vymyslova": {"born": "1987-05-18"}})
    bring_back(register, first)
    bring_back(register, edited(exported(register, "2.xlsx"), {"Alena Vymyslova": {"born": "1987-05-17"}}))
    assert bring_back(register, first)["claims"] == 1
    assert row_of(exported(register, "3.xlsx"), "Alena Vymyslova")["born"] == "1987-05-18"


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"born": "31.02.1987"}, "born", "no calendar day"),
        ({"born": "5/8/20"}, "born", "write"),
        ({"born": "05.08.1987"}, "born", "is two days, 1987-08-05 and 1987-05-08; write it as YYYY-MM-DD"),
        ({"status": "perhaps"}, "status", "'perhaps' is not one of in custody"),
        ({"counted": "no"}, "counted", "is shown, not read"),
        ({"name": None}, "name", "the name is empty"),
        ({"id": "mtn_0"}, "id", "is nobody of this sheet"),
        ({"term": "12 + 1 years"}, "term", "'12 + 1 years' is no term that is understood; write it as 4 years"),
        ({"sex": "perhaps"}, "sex", "is no sex known here"),
        ({"way out": "freedom"}, "way out", "'freedom' is not one of"),
    ],
)  # fmt: skip
def test_a_faulty_cell_refuses_its_row_and_no_other(
    register: Register, cells: dict[str, str | None], column: str, said: str
) -> None:
    done = bring_back(
        register,
        edited(
            exported(register),
            {"Alena Vymyslova": {"occupation": "nurse", **cells}, "Ivan Nibyta": {"occupation": "baker"}},
        ),
    )
    (refused,) = done["refused"]
    assert (refused["row"], refused["column"], done["claims"]) == (2, column, 1)
    assert said in refused["why"]


def test_strictly_a_faulty_row_refuses_the_sheet(register: Register) -> None:
    sheet = edited(
        exported(register), {"Alena Vymyslova": {"born": "31.02.1987"}, "Ivan Nibyta": {"occupation": "baker"}}
    )
    with pytest.raises(InputRefused, match=r"row 2: .*--strict refuses the file"):
        bring_back(register, sheet, strict=True)


def test_a_dry_run_says_what_would_happen_and_writes_nothing(register: Register) -> None:
    size = register.store.head().size
    done = bring_back(register, edited(exported(register), {"Ivan Nibyta": {"occupation": "baker"}}), dry_run=True)
    assert (done["claims"], register.store.head().size) == (1, size)


@pytest.mark.parametrize(("before", "after"), [("001", "1"), ("1987-08", "1987-08-01"), ("2020", "2020-01-01")])
def test_what_a_spreadsheet_wrote_otherwise_is_no_edit(register: Register, before: str, after: str) -> None:
    bring_back(
        register, edited(exported(register), {"Ivan Nibyta": {"died" if "-" in after else "occupation": before}})
    )
    column = "died" if "-" in after else "occupation"
    done = bring_back(register, edited(exported(register, "2.xlsx"), {"Ivan Nibyta": {column: after}}))
    assert is_no_change(done) and f"{after} taken as {before}" in done["notices"][0]


def test_another_registers_sheet_is_refused(register: Register, tmp_path: Path) -> None:
    with new_register(str(tmp_path / "other.habeas"), invented=True) as other:
        bring_in(other, LIST, name="other.csv")
        sheet = exported(other, "other.xlsx")
    with pytest.raises(InputRefused, match="another register's working sheet"):
        bring_back(register, sheet)


def test_a_changed_hidden_sheet_is_refused(register: Register) -> None:
    path = exported(register)
    book = openpyxl.load_workbook(path)
    book[BASE]["D2"] = "1990"
    book.save(path)
    with pytest.raises(InputRefused, match="hidden sheets of this file were changed; export it again"):
        bring_back(register, path)


def test_a_row_copied_with_its_id_is_refused_where_it_was_edited(register: Register) -> None:
    path = exported(register)
    row = row_of(path, "Ivan Nibyta")
    done = bring_back(register, edited(path, new={**row, "name": "Ihar Nibyta"}))
    assert [(r["column"], r["row"]) for r in done["refused"]] == [("id", 5)]
    assert "empty it in those of new people" in done["refused"][0]["why"]


def test_a_column_of_ones_own_is_left_out_and_said(register: Register) -> None:
    path = exported(register)
    book = openpyxl.load_workbook(path)
    book[PEOPLE].cell(1, book[PEOPLE].max_column + 1).value = "phone of the mother"
    book.save(path)
    done = bring_back(register, path)
    assert is_no_change(done) and "column 'phone of the mother' left out" in done["notices"][0]


def test_a_sheet_is_an_editors_own_word(register: Register) -> None:
    with pytest.raises(UsageError, match="--as-drafts"):
        import_sheet(register, read_tables(exported(register)), About(Day.parse("")), Wish(as_drafts=True))


@pytest.mark.skipif(libreoffice.OFFICE is None, reason="LibreOffice is not installed")
def test_a_sheet_edited_in_libreoffice_returns_exactly_the_edits(register: Register, tmp_path: Path) -> None:
    path = exported(register)
    assert is_no_change(bring_back(register, libreoffice.edited(path, tmp_path / "saved.xlsx", [])))
    typed = [("D2", "1987-05-18"), ("T3", "baker"), ("B5", "Hanna Vydumka"), ("J5", "2031-02"), ("U3", "")]
    done = bring_back(register, libreoffice.edited(path, tmp_path / "typed.xlsx", typed))
    assert [(c["name"], c["after"]) for c in done["changes"]] == [
        ("Alena Vymyslova", ["born: 1987-05-18"]),
        ("Ivan Nibyta", ["occupation: baker", "pages: nothing"]),
        ("Hanna Vydumka", ["name: Hanna Vydumka", "arrested: 2031-02"]),
    ]
    assert (done["claims"], done["added"], done["changed"], done["refused"], done["conflicts"]) == (4, 1, 2, [], [])
