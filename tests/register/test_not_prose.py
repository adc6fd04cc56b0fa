"""A table of counts, a list of people and a claims file are not read as texts: the refusal says what they are and where they go."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.kernel.errors import InputRefused
from habeas.register.not_prose import refuse_unless_prose

CLAIM = '{"subject": "Ivan Nibyta", "predicate": "arrest", "valid": "2021-03-02", "source": "Lantern"}\n'
COUNTS = "as_of,as_of_basis,publisher_or_carrier,attributed_to,count,count_kind,url,quote\n"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("people.csv", "name,arrested\nIvan Nibyta,2021-03-02\n", "a list of people"),
        ("people.tsv", "who\tsince\nIvan Nibyta\t2021\nAlena Vymyslova\t2022\nHanna Vydumka\t2022\n", "a list of people"),
        ("counts.csv", COUNTS, "a table of published counts"),
        ("claims.jsonl", CLAIM, "a claims file"),
        ("rows.jsonl", '{"id": 1, "name": "Ivan Nibyta"}\n', "a list"),
    ],
)  # fmt: skip
def test_what_is_to_be_imported_is_refused_by_its_name(name: str, text: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(InputRefused, match=f"{what}, which is not read as a text; take it in with: habeas import"):
        refuse_unless_prose(str(path))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("article.txt", "name,arrested\nIvan Nibyta was arrested.\n"),
        ("weather.csv", "town,rain\nOrsk,12\n"),
        ("broken.csv", 'name,"arrested\n'),
        ("article.jsonl", "Ivan Nibyta was arrested.\n"),
    ],
)
def test_anything_else_is_read(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    refuse_unless_prose(str(path))


def test_a_file_that_is_not_there_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    refuse_unless_prose(str(tmp_path / "missing.csv"))
