"""What the numbers mean, said on the page: every definition's rule, every method, every word once and in its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.web.pages.test_bridge import page_of

from habeas.figures.definitions import definition_files
from habeas.web.pages.about import glossary
from habeas.web.pages.rules import Said, rule_in_words

ROOT = Path(__file__).resolve().parents[3]


def words_of(said: Said) -> str:
    return " ".join((said.words, *(words_of(part) for part in said.parts)))


def test_methods_are_those_of_the_methodology() -> None:
    headings = re.findall(r"^## (.*)$", (ROOT / "METHODOLOGY.md").read_text("utf-8"), re.MULTILINE)
    assert [method["heading"] for method in glossary()["methods"]] == headings[:-1]
    assert headings[-1] == "Changes that moved a figure"


def test_the_glossary_is_in_order_and_says_no_word_twice() -> None:
    terms = [entry["term"] for entry in glossary()["glossary"]]
    assert terms == sorted(set(terms))


@pytest.mark.parametrize("name", [str(content["id"]) for content in definition_files()])
def test_every_definition_has_its_place_and_its_rule(browser: Client, name: str) -> None:
    page = page_of(browser, "/about/")
    assert f'<h3 id="{name}">' in page


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"described": {}}, "described as a political prisoner"),
        ({"recognised": {"body": "{parameter}"}}, "the body named"),
        ({"recognised": {"body": "Lantern"}}, "recognised by Lantern"),
        ({"occupation": {"words": ["journalist", "editor"]}}, "journalist, editor"),
        ({"not": {"assumed_no": {"assessment": {"standard": "s", "criterion": "violence-or-calls"}}}}, "not so assessed as meeting the criterion “violence or calls” of s; where nobody"),
        ({"any": [{"described": {}}, {"recognised": {"body": "Lantern"}}]}, "any of these described"),
    ],
)  # fmt: skip
def test_a_rule_is_said_in_words(rule: dict[str, object], said: str) -> None:
    assert said in words_of(rule_in_words(rule))
