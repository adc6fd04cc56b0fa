"""Columns that a register must never hold, told by their headers; the words are data (`never.yml`)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

from habeas.kernel.country_files import read_yaml


def never_held(header: str) -> str | None:
    """What a column of this header holds that no mapping can let in; None = nothing of the kind."""
    return _first(_patterns("never"), header)


def held_if_mapped(header: str) -> str | None:
    """What a column of this header holds that enters only where a mapping made by hand names it; None = nothing of the kind."""
    return _first(_patterns("unless_mapped"), header)


def _first(patterns: tuple[tuple[str, re.Pattern[str]], ...], header: str) -> str | None:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    words = " ".join(re.split(r"[\W_]+", _plain(apart)))
    return next((what for what, pattern in patterns if pattern.search(words)), None)


def _plain(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=2)
def _patterns(part: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw = read_yaml(resources.files("habeas.claims.lists").joinpath("never.yml").read_text("utf-8"), "never.yml")
    plain = {
        what: "|".join(word if word.isascii() else _plain(word) for word in words) for what, words in raw[part].items()
    }
    return tuple((what, re.compile(rf"\b(?:{words})\b")) for what, words in plain.items())
