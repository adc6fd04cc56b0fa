"""Cyrillic names written in Latin letters by the published tables of `romanisations.yml`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_AFTER = "аеёиіїоуыэюяєьъ'"


@cache
def schemes() -> dict[str, Any]:
    """Every scheme by name: its language and letters."""
    content: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "romanisations.yml").read_text("utf-8"))
    return content


@cache
def _table(scheme: str) -> tuple[re.Pattern[str], dict[str, str]]:
    letters = schemes()[scheme]["letters"]
    patterns = []
    for key in sorted(letters, key=lambda k: (-len(k.strip("^$")), "^" not in k, "$" not in k)):
        before = f"(?:(?<=^)|(?<=[{_AFTER}]))" if key.startswith("^") else ""
        patterns.append(f"{before}{key.strip('^$')}{'$' if key.endswith('$') else ''}")
    ordered = sorted(letters, key=lambda k: (-len(k.strip("^$")), "^" not in k, "$" not in k))
    return re.compile("|".join(f"({p})" for p in patterns)), {str(n): letters[key] for n, key in enumerate(ordered)}


def romanised(word: str, scheme: str) -> str:
    """A lower-case Cyrillic word by one scheme."""
    pattern, outputs = _table(scheme)
    return pattern.sub(lambda found: outputs[str((found.lastindex or 1) - 1)], word)
