"""Filters that every template has: days, numbers and codes as a reader expects them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

from habeas.claims.vocabulary import vocabulary
from habeas.web.pages.loose_days import edtf_in_words, long_day
from habeas.web.permissions import Deed, Who

register = template.Library()


@register.filter
def day(value: date | str | None) -> str:
    """A day as "21 June 2025"; an EDTF month, season or range as "June 2025", "summer 2025", "21 June 2025 or later"."""
    if value is None or value == "":
        return ""
    return long_day(value) if isinstance(value, date) else edtf_in_words(str(value))


@register.filter
def number(value: int | float | str) -> str:
    """With commas between thousands; words stay."""
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)


@register.filter
def coded(value: Any, code: str) -> str:
    """The label of a code of the vocabulary, such as a way out; the code itself where it has none."""
    return vocabulary().codes.get(code, {}).get(str(value), str(value).replace("_", " "))


@register.filter
def spaced(value: Any) -> str:
    """A code as words."""
    return str(value).replace("_", " ")


@register.filter
def may(who: Who | None, deed: str) -> bool:
    """Whether whoever asks may do a deed, by its name such as "ENTER"."""
    return who is not None and who.may(Deed[deed])


@register.filter
def standing(answer: str) -> str:
    """Where somebody stands in a count, in words."""
    words = {
        "yes": "for certain",
        "unknown": "possibly",
        "disputed": "possibly (disputed)",
        "not_assessed": "not assessed",
    }
    return words.get(answer, "not counted")
