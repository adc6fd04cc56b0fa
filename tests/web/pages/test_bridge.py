"""The bridge between two numbers: it sums, names everybody, and can be asked for in every part."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client


def page_of(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def numbers_of(page: str) -> list[int]:
    table = re.search(r'<table class="sum">(.*?)</table>', page, re.DOTALL)
    assert table is not None
    told = re.findall(r'<td class="n">(.*?)</td>', table[1])
    return [int(number.replace("&minus;", "-").replace(",", "")) for number in told]


@pytest.mark.parametrize(
    "question",
    [
        "?from_on=2024-01-01&to_on=2024-03-01",
        "?from_on=2024-05-01&to_on=2024-09-09&counted=certain",
        "?on=2024-03-01&from_known_by=2024-01-01",
        "?on=2024-03-01&to_basis=public&from_basis=register",
        "?on=2024-03-01&to_definition=recognised-by:Lantern",
    ],
)
def test_the_first_number_and_its_items_make_the_second(browser: Client, question: str) -> None:
    first, *items, second = numbers_of(page_of(browser, f"/figures/bridge/{question}"))
    assert first + sum(items) == second


def test_who_came_in_is_named_and_is_in_the_file(browser: Client) -> None:
    question = "?from_on=2024-01-01&to_on=2024-03-01"
    page = page_of(browser, f"/figures/bridge/{question}")
    rows = list(csv.DictReader(io.StringIO(page_of(browser, f"/figures/bridge.csv{question}"))))
    assert {"Yan Kazachny", "Hanna Vydumka"} <= {row["name"] for row in rows if row["direction"] == "in"}
    for row in rows:
        assert f'href="/people/{row["id"]}/' in page


def test_the_permanent_address_of_a_bridge_is_the_same_bridge(browser: Client) -> None:
    page = page_of(browser, "/figures/bridge/?from_on=2024-01-01&to_on=2024-03-01")
    link = re.search(r'href="([^"]*)">Permanent address of this bridge', page)
    assert link is not None
    assert numbers_of(page_of(browser, link[1].replace("&amp;", "&"))) == numbers_of(page)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("?from_on=2024-01-01&to_on=2024-01-01", "both ends are one question"),
        ("?counted=everybody", "either possible or certain"),
        ("?from_on=2024-02-31", "2024-02-31"),
    ],
)
def test_a_bridge_that_is_none_is_refused_with_what_to_change(browser: Client, question: str, said: str) -> None:
    assert said in page_of(browser, f"/figures/bridge/{question}", 400)
