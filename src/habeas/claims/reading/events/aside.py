"""Whom the words beside their name call to speak or decide about others: judges, ministers, lawyers, spokespeople.

A pronoun under a verb of custody seldom means one of them where somebody known to be in custody may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from habeas.claims.reading.people.occupations import heads_of, occupations

_IN_OFFICE = ("official", "diplomat")
_FOR_OTHERS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|lawyers?|attorney|counsel|defence team|director|researcher|analyst|expert|officer)$"
)
_NO_LONGER = re.compile(r"\b(?:former|ex|retired|ousted|deposed|jailed|imprisoned|detained|sacked|convicted|accused)\b")


def set_aside(beside: Mapping[str, str], held: Collection[str]) -> set[str]:
    """The bearers of such an office, by the words beside each name; none of `held`, of whom custody is told by name."""
    return {
        name
        for name, words in beside.items()
        if name not in held and not _NO_LONGER.search(words) and any(map(_is_for_others, words.split(" | ")))
    }


def _is_for_others(phrase: str) -> bool:
    nouns = [noun for noun, _ in heads_of(phrase)]
    return any(occupations().nouns.get(noun) in _IN_OFFICE or _FOR_OTHERS.search(noun) for noun in nouns)
