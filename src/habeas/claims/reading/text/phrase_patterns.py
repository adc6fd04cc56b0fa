"""Set phrases joined into one pattern that is quick to search for: each starts a word, and is matched in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Only ASCII letters are made small, so that every place in the text stays where it is ("İ" in small letters is two).
_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_START = r"\b"


def small(text: str) -> str:
    """The text in small letters, of the same length."""
    return text.translate(_SMALL)


def phrases(*families: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all of them, to be searched for in a text made small. Each must start at a word."""
    every = [one.removeprefix(_START) for family in families for one in family]
    return re.compile(_START + "(?:" + "|".join(every) + ")")
