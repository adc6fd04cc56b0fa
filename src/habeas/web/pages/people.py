"""The list of people: a search by name in any script, what it may be narrowed by, and a part of the result at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from habeas.register.catalogue import ORDERS, STATUS, Asked, listing
from habeas.register.facets import FACETS
from habeas.register.finding import find
from habeas.register.opened import Register
from habeas.web.asking import Question
from habeas.web.pages.paging import address_of, page_number, pages_of, part_of

#: People on one page, and values of one facet that are offered.
ON_A_PAGE, OFFERED = 50, 12
_SUGGESTED = 8


def people(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page shows. Raises UsageError for a page that is no number, or an order that is none."""
    text, order = sent.get("q", "").strip(), sent.get("order") or None
    narrowed = {name: sent[name] for name in FACETS if sent.get(name)}
    page = page_number(sent.get("page", "1"))
    wanted = Asked(text, tuple(narrowed.items()), order, (page - 1) * ON_A_PAGE, ON_A_PAGE)
    found = listing(register, question.asked, question.of, wanted)
    if page > (pages := pages_of(found.total, ON_A_PAGE)):
        page = pages
        found = listing(register, question.asked, question.of, replace(wanted, first=(pages - 1) * ON_A_PAGE))
    words = {
        **question.given, **({"q": text} if text else {}), **narrowed, **({"order": order} if order else {})
    }  # fmt: skip
    return {
        "title": "People", "text": text, "of": found.of,
        "part": part_of([(row, STATUS[row.status]) for row in found.rows], found.total, page, ON_A_PAGE, words),
        "facets": [_facet(name, found.facets[name], narrowed, words) for name in FACETS if found.facets[name]],
        "narrowed": [(FACETS[name], _said(name, value), _without(words, name)) for name, value in narrowed.items()],
        "hidden": [(name, value) for name, value in words.items() if name != "q"],
        "orders": _orders(text, order, words),
    }  # fmt: skip


def _orders(text: str, order: str | None, words: Mapping[str, str]) -> list[tuple[str, str | None]]:
    """What an order is called, with the address that takes it, None for the one in use. Likeness orders only what was searched for."""
    offered = [name for name in ORDERS if text or name != "likeness"]
    used = order if order in offered else "likeness" if text else "name"
    return [(ORDERS[name], None if name == used else address_of(words, order=name)) for name in offered]


def suggested(register: Register, question: Question, text: str) -> list[dict[str, str]]:
    """Whom a name still being typed may mean: id and name, the likeliest first."""
    hits = find(register, text, question.asked, limit=_SUGGESTED, typing=True)["hits"]
    return [{"id": hit["id"], "name": hit["name"], "matched": hit["matched"]} for hit in hits]


def _facet(name: str, values: Any, narrowed: Mapping[str, str], words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": name, "label": FACETS[name], "chosen": narrowed.get(name), "more": max(0, len(values) - OFFERED),
        "values": [(_said(name, value), number, address_of(words, **{name: value})) for value, number in values[:OFFERED]],
    }  # fmt: skip


def _said(facet: str, value: str) -> str:
    return (
        STATUS.get(value, value) if facet == "status" else value.replace("_", " ") if facet == "place_kind" else value
    )


def _without(words: Mapping[str, str], name: str) -> str:
    return address_of({key: value for key, value in words.items() if key != name})
