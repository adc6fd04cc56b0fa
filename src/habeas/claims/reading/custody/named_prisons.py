"""Prisons that a text goes on to name without the word: "the Ostrava detention centre", then "died at Ostrava"."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+(?: (?:(?:del?|la|el|al|of|do|da) )?[A-Z\d][\w'’-]*){0,3}) (?:\w+-(?:security|regime) |central |women['’]s |men['’]s |remand |pre-trial |military )*(?:detention (?:centre|center|facility)|prison|jail|(?:penal |labou?r )?colony|penitentiary|remand (?:centre|center|prison)|isolator|(?:prison|labou?r) camp)\b"
)
_NOT_A_NAME = frozenset({"The", "A", "An", "His", "Her", "Their", "In", "At", "From", "Its", "This", "That", "No", "State", "Military", "Federal", "Central", "Women's"})  # fmt: skip


def died_at_prison(text: str) -> re.Pattern[str] | None:
    """What tells of a death "at" one of the prisons named in the text; None when it names none. A town is not died "at"."""
    names = {re.sub(r"^The ", "", match["name"]) for match in _NAMED.finditer(text)} - _NOT_A_NAME
    if not names:
        return None
    return re.compile(
        rf"\b(?:died|dies|dead|death|perished)\b[^.;]{{0,60}}\bat (?:{'|'.join(map(re.escape, sorted(names)))})\b(?! (?:hospital|clinic|airport))"
    )
