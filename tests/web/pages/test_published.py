"""Published figures: sorted as wished, and the pairs of one of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from django.test import Client
from tests.web.pages.test_bridge import page_of

from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import new_register
from habeas.sources.capture import About
from habeas.web.application import application
from habeas.web.shelf import Shelf


@pytest.fixture
def bundled(tmp_path: Path) -> Iterator[Client]:
    """A browser over the figures of the bundled case."""
    told = tmp_path / "figures.jsonl"
    told.write_bytes(resources.files("habeas.tour").joinpath("case", "figures_2025.jsonl").read_bytes())
    with new_register(str(tmp_path / "r.habeas")) as register:
        import_claims(register, str(told), About(Day.unknown()), Wish())
        application(Shelf(register))
        yield Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)


def values_of(page: str) -> list[int]:
    told = re.findall(r'<th scope="row">(?:[a-z ]*)([\d,]+)</th>', page)
    return [int(value.replace(",", "")) for value in told]


def test_the_table_is_sorted_both_ways(bundled: Client) -> None:
    upwards = values_of(page_of(bundled, "/figures/published/?sort=number"))
    assert len(upwards) > 3
    assert upwards == sorted(upwards)
    assert values_of(page_of(bundled, "/figures/published/?sort=-number")) == upwards[::-1]


def test_a_column_in_use_offers_the_other_way(bundled: Client) -> None:
    page = page_of(bundled, "/figures/published/?sort=day")
    assert 'aria-sort="ascending"><a href="/figures/published/?sort=-day">' in page


def test_the_pairs_of_one_figure_are_all_about_it(bundled: Client) -> None:
    page = page_of(bundled, "/figures/published/")
    told = {
        id: re.sub(r"\D", "", value) for id, value in re.findall(r'<tr id="(\w+)"><th scope="row">(.*?)</th>', page)
    }
    pairs_of = {
        id: re.findall(
            r"<li><strong>(.*?)</strong>.*?<strong>(.*?)</strong>", page_of(bundled, f"/figures/published/?figure={id}")
        )
        for id in told
    }
    assert any(pairs_of.values())
    for id, pairs in pairs_of.items():
        assert all(told[id] in (one.replace(",", ""), other.replace(",", "")) for one, other in pairs)


@pytest.mark.parametrize(("question", "status", "said"), [("?figure=none", 404, "no such figure"), ("?sort=beauty", 400, "sorted by one of")])  # fmt: skip
def test_an_unknown_figure_or_order_is_told(bundled: Client, question: str, status: int, said: str) -> None:
    assert said in page_of(bundled, f"/figures/published/{question}", status)
