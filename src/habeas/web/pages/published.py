"""The figures that others published, each with its quote, side by side: what would have to be true for each two to hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from habeas.kernel.errors import UsageError
from habeas.register.opened import Register
from habeas.register.published import figures
from habeas.register.reconciling import Reconciled, picture, reconciled
from habeas.register.remembered import remembered
from habeas.web.asking import NotHere, Question
from habeas.web.pages.paging import address_of

#: Pairs of figures told in words beside the picture.
_TOLD = 40
_SORTS = {"day": "Day or period", "number": "Figure", "published": "Published"}


def published(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page shows. `figure` narrows the pairs to those of one figure, `sort` orders the table, `-` before it backwards.

    Raises NotHere for an unknown figure and UsageError for an unknown order.
    """
    told = remembered(register, "published", question.asked, lambda: figures(register, question.asked), 4)
    pairs = _strained(register, question)
    words = dict(question.given)
    if one := sent.get("figure", ""):
        if one not in {figure["id"] for figure in told["figures"]}:
            raise NotHere(f"{one}: no such figure here")
        pairs, words = [pair for pair in pairs if one in (pair["a"].id, pair["b"].id)], {**words, "figure": one}
    sort = sent.get("sort") or "day"
    return {
        "title": "Published figures", "figures": _sorted(told["figures"], sort), "groups": told["groups"],
        "left_out": told["undated_left_out"], "pairs": pairs[:_TOLD], "more_pairs": max(0, len(pairs) - _TOLD),
        "columns": [_column(name, sort, words) for name in _SORTS],
        "one": next((figure for figure in told["figures"] if figure["id"] == one), None),
    }  # fmt: skip


def published_picture(register: Register, question: Question) -> str:
    """The picture of all published figures, as SVG."""
    key = (question.asked, str(question.of))
    return remembered(register, "picture", key, lambda: picture(_reconciled(register, question)), 4)


def _strained(register: Register, question: Question) -> list[dict[str, Any]]:
    """Every two figures that cannot simply both hold."""

    def made() -> list[dict[str, Any]]:
        found = _reconciled(register, question)
        by_id = {figure.id: figure for figure in found.figures}
        return [
            {**pair, "a": by_id[pair["a"]], "b": by_id[pair["b"]]}
            for pair in found.to_json()["pairs"]
            if pair["verdict"] != "compatible"
        ]

    return remembered(register, "strained", (question.asked, str(question.of)), made, 4)


def _reconciled(register: Register, question: Question) -> Reconciled:
    return remembered(
        register, "reconciled", (question.asked, str(question.of)),
        lambda: reconciled(register, question.asked, question.of), 4,
    )  # fmt: skip


def _sorted(told: Sequence[Mapping[str, Any]], sort: str) -> list[Mapping[str, Any]]:
    backwards, name = sort.startswith("-"), sort.removeprefix("-")
    if name not in _SORTS:
        raise UsageError(f"sort {sort}: figures are sorted by one of {', '.join(_SORTS)}")
    return sorted(told, key=lambda figure: _place(figure, name), reverse=backwards)


def _place(figure: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    if name == "number":
        return (figure["value"],)
    days = (figure["published"],) if name == "published" else (figure["as_of"], figure["until"], figure["published"])
    return (next((str(day) for day in days if day), date.max.isoformat()), figure["value"])


def _column(name: str, sort: str, words: Mapping[str, str]) -> dict[str, str]:
    """A sortable column: its words, the address that sorts by it, or the other way where it is the one in use, and how it is sorted now."""
    now = {name: "ascending", f"-{name}": "descending"}.get(sort, "none")
    return {
        "name": name, "said": _SORTS[name], "now": now,
        "address": address_of(words, sort=f"-{name}" if now == "ascending" else name),
    }  # fmt: skip
