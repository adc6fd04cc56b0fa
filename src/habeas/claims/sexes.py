"""A sex as people write it, to male, female or other: the one reader of such words. The words are data (`sexes.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.kernel.country_files import read_yaml

_NO_LETTER = re.compile(r"[^\w-]+")


@lru_cache(maxsize=4096)
def sex_in(text: str) -> str | None:
    """male, female or other; None = no word for a sex in the languages held, or more than one."""
    words = [word for word in _NO_LETTER.sub(" ", text.casefold()).split() if word not in _data()["beside"]]
    return _words().get(words[0]) if len(words) == 1 else None


def sex_letter(text: str) -> str:
    """m or f, as names tell it too; "" where the text tells neither."""
    return {"male": "m", "female": "f"}.get(sex_in(text) or "", "")


def sexes() -> tuple[str, ...]:
    """What a sex may be."""
    return tuple(sorted(set(_words().values())))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    return {str(word): sex for sex, words in _data()["sexes"].items() for word in words}


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    return read_yaml(resources.files("habeas.claims").joinpath("sexes.yml").read_text("utf-8"), "sexes.yml")
