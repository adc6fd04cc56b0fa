"""The rule of a definition in words: what has to be so for somebody to count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Said:
    """One condition in words, and those it is made of, if any."""

    words: str
    parts: tuple[Said, ...] = ()


def rule_in_words(rule: Mapping[str, Any]) -> Said:
    """A rule as a definition file gives it."""
    ((kind, inner),) = rule.items()
    if kind in ("any", "all"):
        return Said("any of these" if kind == "any" else "all of these", tuple(rule_in_words(part) for part in inner))
    if kind == "not":
        return Said("not so", (rule_in_words(inner),))
    if kind == "assumed_no":
        found = rule_in_words(inner)
        return Said(f"{found.words}; where nobody has assessed it, it is taken not to be so", found.parts)
    if kind == "recognised":
        body = str(inner["body"])
        named = "the body named" if body == "{parameter}" else body
        return Said(f"recognised by {named} by the day asked about, or looking back on it, and not withdrawn by then")
    if kind == "occupation":
        return Said(f"told to be one of: {', '.join(inner['words'])}")
    if kind == "assessment":
        criterion = str(inner["criterion"]).replace("-", " ")
        return Said(f"assessed as meeting the criterion “{criterion}” of {inner['standard']}")
    return Said("described as a political prisoner by a source, in words that are not about an example only")
