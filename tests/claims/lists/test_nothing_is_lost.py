"""Where other tools were seen to lose facts in silence: what is written stays, or its row is refused with a word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from habeas.claims.lists.asserted import Asserted, Person
from habeas.claims.lists.mapping import Mapping, mapping_of
from habeas.claims.lists.proposing import proposed
from habeas.claims.lists.read_list import ReadList, read_list
from habeas.kernel.country_files import read_yaml
from habeas.kernel.errors import InputRefused
from habeas.sources.tables import read_tables

MAPPING = """\
dates: {dates}
columns:
  No: id
  Name: name
  Born: birth_date.when
  Held: arrest.when
  Out: release.when
  Place: in_custody.place
  Articles: {{to: charge.article, split: ';'}}
"""
HEADER = "No,Name,Born,Held,Out,Place,Articles"


def mapping(dates: str = "null") -> Mapping:
    return mapping_of(read_yaml(MAPPING.format(dates=dates), "m.yml"), "m")


@pytest.fixture
def read(tmp_path: Path) -> object:
    def reading(*rows: str, dates: str = "null", header: str = HEADER) -> ReadList:
        path = tmp_path / "list.csv"
        path.write_text("\n".join((header, *rows, "")), "utf-8")
        return read_list(read_tables(path).tables[0], mapping(dates), date(2032, 1, 31), "list.csv")

    return reading


def told(person: Person, predicate: str) -> list[Asserted]:
    return [a for a in person.asserted if a.predicate == predicate]


def one(found: ReadList) -> Person:
    assert found.refused == ()
    (person,) = found.persons
    return person


def test_a_day_with_dots_is_read_by_the_lists_declared_order(read) -> None:  # type: ignore[no-untyped-def]
    row = "1,Ivan Nibyta,05.08.1980,,,,"
    assert told(one(read(row, dates="dmy")), "birth_date")[0].when == "1980-08-05"
    assert told(one(read(row, dates="mdy")), "birth_date")[0].when == "1980-05-08"


def test_a_day_that_may_be_two_is_asked_about_and_never_guessed(read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(
        InputRefused, match=r"row 2: '05\.08\.1980' is two days, 1980-08-05 and 1980-05-08; say which with --dates"
    ):
        read("1,Ivan Nibyta,05.08.1980,,,,")


def test_a_day_that_can_only_be_one_needs_no_declaration(read) -> None:  # type: ignore[no-untyped-def]
    assert told(one(read("1,Ivan Nibyta,25.08.1980,,,,")), "birth_date")[0].when == "1980-08-25"


@pytest.mark.parametrize(
    ("cell", "when"), [("2020", "2020"), ("08.1987", "1987-08"), ("1987-08", "1987-08"), ("August 1987", "1987-08")]
)
def test_a_year_stays_a_year_and_a_month_a_month(read, cell: str, when: str) -> None:  # type: ignore[no-untyped-def]
    assert told(one(read(f"1,Ivan Nibyta,,{cell},,,")), "arrest")[0].when == when


@pytest.mark.parametrize("cell", ["31.02.2020", "2021-02-29", "32.01.2020", "5/8/20", "2020-13-01"])
def test_a_day_of_no_calendar_refuses_its_row_and_no_other(read, cell: str) -> None:  # type: ignore[no-untyped-def]
    found = read(f"1,Ivan Nibyta,,{cell},,,", "2,Yan Kazachny,,2020-08-05,,,", dates="dmy")
    assert [(r.row, r.column) for r in found.refused] == [(2, "Held")]
    assert [p.name for p in found.persons] == ["Yan Kazachny"]
    assert found.refused_ids == {"1"}


@pytest.mark.parametrize("number", ["001", "0", "1e5", "00012345678901234567890"])
def test_an_id_keeps_its_zeros_and_its_letters(read, number: str) -> None:  # type: ignore[no-untyped-def]
    assert one(read(f"{number},Ivan Nibyta,,,,,")).id == number


@pytest.mark.parametrize("name", ["Null", "NA", "None", "nan", "N/A Nibyta", "True", "Inf"])
def test_a_person_may_be_called_what_computers_take_for_nothing(read, name: str) -> None:  # type: ignore[no-untyped-def]
    assert one(read(f"1,{name},,,,,")).name == name


def test_a_place_that_no_table_knows_is_kept_as_it_is_written(read) -> None:  # type: ignore[no-untyped-def]
    (custody,) = told(one(read("1,Ivan Nibyta,,,,ПК №99 «Выдуманая»,")), "in_custody")
    assert custody.value == {"place": "ПК №99 «Выдуманая»"}


def test_an_article_keeps_its_numbers(read) -> None:  # type: ignore[no-untyped-def]
    person = one(read("1,Ivan Nibyta,,,,,342; 1.10; 2-1"))
    assert [a.value["article"].strip() for a in told(person, "charge")] == ["342", "1.10", "2-1"]


def test_reversed_days_are_both_kept(read) -> None:  # type: ignore[no-untyped-def]
    person = one(read("1,Ivan Nibyta,,2021-05-01,2020-05-01,,"))
    assert (told(person, "arrest")[0].when, told(person, "release")[0].when) == ("2021-05-01", "2020-05-01")


def test_a_row_repeated_to_the_letter_is_held_once_and_hides_no_neighbour(read) -> None:  # type: ignore[no-untyped-def]
    found = read("1,Ivan Nibyta,,,,,", "1,Ivan Nibyta,,,,,", "2,Yan Kazachny,,,,,")
    assert [p.id for p in found.persons] == ["1", "2"]
    assert [(r.row, "repeats row 2" in r.why) for r in found.refused] == [(3, True)]


def test_one_id_for_two_people_refuses_both_and_names_the_rows(read) -> None:  # type: ignore[no-untyped-def]
    found = read("1,Ivan Nibyta,,,,,", "1,Yan Kazachny,,,,,", "2,Marta Fiktsyya,,,,,")
    assert [p.id for p in found.persons] == ["2"]
    assert all("the id 1 stands in rows 2, 3" in r.why for r in found.refused) and len(found.refused) == 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "the name is empty; write it, or"), ("   ", "the name is empty"), ("12345", "holds no letter"), ("А", "one letter is no name"),
        ("x" * 10_000, "10,000 characters are no name; shorten it"), ("Dr.", "a title but no name"), ("Ivan\u200f Nibyta", "an invisible character (U+200F)"),
        ("Ivan\u200b Nibyta", "an invisible character (U+200B)"), ("=HYPERLINK(1)", "holds a formula; put its value in its place"),
    ],
)  # fmt: skip
def test_what_is_no_name_refuses_its_row_and_names_the_remedy(read, name: str, said: str) -> None:  # type: ignore[no-untyped-def]
    found = read(f"1,{name},,,,,", "2,Yan Kazachny,,,,,")
    (refused,) = found.refused
    assert refused.column == "Name"
    assert said.replace("write it, or", "write the name, or") in refused.why
    assert [p.name for p in found.persons] == ["Yan Kazachny"]


def test_two_scripts_in_one_word_stay_as_they_are_written(read) -> None:  # type: ignore[no-untyped-def]
    assert one(read("1,Iвaн Nibyta,,,,,")).name == "Iвaн Nibyta"


def test_a_row_whose_columns_have_shifted_is_refused(read) -> None:  # type: ignore[no-untyped-def]
    found = read("1,Nibyta,Ivan,1980,,,,Orsk", "2,Yan Kazachny,,,,,")
    assert [(r.row, "its columns have shifted" in r.why) for r in found.refused] == [(2, True)]


def test_where_most_rows_have_shifted_the_file_is_refused(read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputRefused, match="the columns have shifted, or the mapping is another list's"):
        read(*(f"{n},Nibyta,Ivan,1980,,,," for n in range(30)))


def test_an_encoding_is_never_guessed(tmp_path: Path) -> None:
    rows = [f"{n},Иван Придуманный,задержан в городе Орске и содержится под стражей" for n in range(9)]
    path = tmp_path / "list.csv"
    path.write_bytes("\n".join(("No,Name,Place", *rows, "")).encode("cp1251"))
    with pytest.raises(InputRefused, match=r"not UTF-8; it may be .* import it again with --encoding"):
        read_tables(path)
    assert read_tables(path, "cp1251").tables[0].rows[0].cells["Name"] == "Иван Придуманный"


PARTS = """\
columns:
  No: id
  Surname: surname
  Name: given
  Father: patronymic
"""


def test_a_name_in_three_columns_is_one_name_of_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("No,Surname,Name,Father\n1,Нибыта,Иван,Петрович\n2,Казачный,Ян,\n3,,,\n", "utf-8")
    found = read_list(
        read_tables(path).tables[0], mapping_of(read_yaml(PARTS, "p.yml"), "p"), date(2032, 1, 31), "list.csv"
    )
    assert [p.name for p in found.persons] == ["Иван Петрович Нибыта", "Ян Казачный"]
    assert told(found.persons[0], "name")[0].columns == ("Name", "Father", "Surname")
    assert [(r.row, r.column) for r in found.refused] == [(4, "Surname")]


def test_columns_for_the_parts_of_a_name_are_proposed_as_such(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,Фамилия,Имя,Отчество\n1,Нибыта,Иван,Петрович\n", "utf-8")
    lines = proposed(read_tables(path).tables[0]).splitlines()
    assert [line.split("#")[0].strip() for line in lines[-4:]] == [
        "id: id",
        "Фамилия: surname",
        "Имя: given",
        "Отчество: patronymic",
    ]
    for header in ("Имя", "Фамилия имя отчество"):
        path.write_text(f"id,{header}\n1,Иван Нибыта\n", "utf-8")
        assert proposed(read_tables(path).tables[0]).splitlines()[-1].split("#")[0].strip() == f"{header}: name"


def test_a_number_too_large_to_be_true_refuses_its_row_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("No,Name,Years\n1,Ivan Nibyta,90000\n2,Zoya Fiktsyya,3\n3,Piotr Prydumany,4\n", "utf-8")
    found = mapping_of({"columns": {"No": "id", "Name": "name", "Years": "sentence.term_years"}}, "m")
    read = read_list(read_tables(path).tables[0], found, date(2032, 1, 31), "list.csv")
    assert [(r.row, r.column) for r in read.refused] == [(2, "Years")]
    assert [p.id for p in read.persons] == ["2", "3"]
