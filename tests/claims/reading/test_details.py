"""What else is said of a person: age, occupation, kin, and of their case the articles and the court."""

from __future__ import annotations

from datetime import date

from habeas.claims.reading.read import read_text

TEXT = (
    "A court in Orsk sentenced teacher Alena Vymyslova, 43, to six years in prison on Monday under Article 361-4 of the Criminal Code. "
    "Her husband, Yan Kazachny, was not let into the room. The 29-year-old journalist Piotr Prydumany was charged under Art. 342 by the Orsk City Court."
)


def details() -> set[tuple[str, str, str, str | None]]:
    found = read_text(TEXT, date(2025, 6, 26)).details
    return {(one.person.split()[-1], one.kind, one.value, one.other and one.other.split()[-1]) for one in found}


def test_ages_stand_after_the_name_or_before_it() -> None:
    assert {one for one in details() if one[1] == "age"} == {
        ("Vymyslova", "age", "43", None),
        ("Prydumany", "age", "29", None),
    }


def test_occupations_are_nouns_beside_the_name() -> None:
    assert {one[::2] for one in details() if one[1] == "occupation"} == {
        ("Vymyslova", "teacher"),
        ("Prydumany", "journalist"),
    }


def test_a_relation_names_whose_relative_somebody_is() -> None:
    assert {one for one in details() if one[1] == "relation"} == {("Kazachny", "relation", "husband", "Vymyslova")}


def test_articles_and_courts_belong_to_the_case_of_whom_the_sentence_tells() -> None:
    assert {one[:3] for one in details() if one[1] in ("article", "court")} == {
        ("Vymyslova", "article", "Article 361-4 of the Criminal Code"), ("Vymyslova", "court", "court in Orsk"),
        ("Prydumany", "article", "Art. 342"), ("Prydumany", "court", "Orsk City Court"),
    }  # fmt: skip


def test_details_are_quoted_exactly() -> None:
    assert all(TEXT[one.span[0] : one.span[1]] == one.quote for one in read_text(TEXT).details)
