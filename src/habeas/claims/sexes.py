"""A sex as people write it, to male, female or other: the one reader of such words. The words are data (`sexes.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from habeas.kernel.country_files import read_yaml


def sex_in(text: str) -> str | None:
    """male, female or other; None = no word for a sex in the languages held."""
    return _words().get(text.strip().rstrip(".").strip().casefold())


def sexes() -> tuple[str, ...]:
    """What a sex may be."""
    return tuple(sorted(set(_words().values())))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    raw = read_yaml(resources.files("habeas.claims").joinpath("sexes.yml").read_text("utf-8"), "sexes.yml")
    return {str(word): sex for sex, words in raw["sexes"].items() for word in words}
