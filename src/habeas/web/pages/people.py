"""The list of people: a search by name in any script, what it may be narrowed by, and a part of the result at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from habeas.kernel.errors import UsageError
from habeas.register.catalogue import FACETS, STATUS, listing
from habeas.register.finding import find
from habeas.register.opened import Register
from habeas.web.asking import Question

#: People on one page, and values of one facet that are offered.
ON_A_PAGE, OFFERED = 50, 12
_SUGGESTED = 8


def people(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page shows. Raises UsageError for a page that is no number."""
    text = sent.get("q", "").strip()
    narrowed = {name: sent[name] for name in FACETS if sent.get(name)}
    found = listing(register, question.asked, question.of, text, narrowed)
    page, pages = _page(sent.get("page", "1"), len(found.rows))
    words = {**question.given, **({"q": text} if text else {}), **narrowed}
    return {
        "title": "People", "text": text, "total": len(found.rows), "of": found.of,
        "rows": [(row, STATUS[row.status]) for row in found.rows[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]],
        "facets": [_facet(name, found.facets[name], narrowed, words) for name in FACETS if found.facets[name]],
        "narrowed": [(FACETS[name], _said(name, value), _without(words, name)) for name, value in narrowed.items()],
        "hidden": [(name, value) for name, value in words.items() if name != "q"],
        "page": page, "pages": pages,
        "earlier": _address(words, page=str(page - 1)) if page > 1 else None,
        "later": _address(words, page=str(page + 1)) if page < pages else None,
    }  # fmt: skip


def suggested(register: Register, question: Question, text: str) -> list[dict[str, str]]:
    """Whom a name still being typed may mean: id and name, the likeliest first."""
    hits = find(register, text, question.asked, limit=_SUGGESTED, typing=True)["hits"]
    return [{"id": hit["id"], "name": hit["name"], "matched": hit["matched"]} for hit in hits]


def _page(text: str, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // ON_A_PAGE))
    if not text.isdecimal() or int(text) < 1:
        raise UsageError(f"page {text}: pages are numbered from 1 to {pages}")
    return min(int(text), pages), pages


def _facet(name: str, values: Any, narrowed: Mapping[str, str], words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": name, "label": FACETS[name], "chosen": narrowed.get(name), "more": max(0, len(values) - OFFERED),
        "values": [(_said(name, value), number, _address(words, **{name: value})) for value, number in values[:OFFERED]],
    }  # fmt: skip


def _said(facet: str, value: str) -> str:
    return (
        STATUS.get(value, value) if facet == "status" else value.replace("_", " ") if facet == "place_kind" else value
    )


def _without(words: Mapping[str, str], name: str) -> str:
    return _address({key: value for key, value in words.items() if key != name})


def _address(words: Mapping[str, str], **changed: str) -> str:
    """The end of an address, with its "?"; an address without words is the plain page."""
    said = urlencode({**words, **changed})
    return f"?{said}" if said else "?"
