"""Which of two namesakes of a family a name means: the older or the younger, the second or the third.

Told after the name ("Jr.", "мл."), joined to it by a hyphen, or in brackets ("(father)"). A name that tells none says nothing about it.
"""

from __future__ import annotations

import re
from functools import cache

from habeas.names.name_text import word_list

OLDER, YOUNGER = "older", "younger"
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS, _SHORT = 2, 2


def without_generation(text: str) -> tuple[str, str]:
    """The text of a name without what tells the generation, and that: OLDER, YOUNGER, a numeral such as "iii", or "" = none is told."""
    brackets, after = _patterns()
    found = brackets.search(text) if "(" in text or "[" in text else None
    if found is None:
        found = after.search(text)
        if found is None or not _is_no_name(text, found):
            return text, ""
    told = OLDER if found["older"] else YOUNGER if found["younger"] else found["numeral"].lower()
    return f"{text[: found.start()]} {text[found.end() :]}", told


def generations_contradict(one: str, other: str) -> bool:
    """Whether two names tell generations that cannot be one person's; a numeral does not contradict a word."""
    if not one or not other or one == other:
        return False
    return (one in (OLDER, YOUNGER)) == (other in (OLDER, YOUNGER))


def _is_no_name(text: str, found: re.Match[str]) -> bool:
    """Whether it cannot be the surname: "Amy Senior" bears it, so a word written out needs a whole name or a sign before it."""
    before = len(_LETTERS.findall(text[: found.start()]))
    told = found[0].strip()
    return before >= _FEWEST_WORDS or (before == 1 and (told[0] in ",-" or told[-1] == "." or len(told) == _SHORT))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """In brackets; after the name or joined to it."""
    beside = {name: word_list(name) | word_list(f"{name}_in_brackets") for name in (OLDER, YOUNGER)}
    brackets = re.compile(rf"\s*[(\[]\s*(?:{_told(beside[OLDER], beside[YOUNGER])})\.?\s*[)\]]", re.IGNORECASE)
    words = _told(word_list(OLDER), word_list(YOUNGER))
    end = r"(?(hyphen)(?=[\s,]|$)|(?=\s*(?:,|$)))"
    return brackets, re.compile(rf"(?:(?P<hyphen>\s*-\s*)|\s*,\s*|\s+)(?:{words})\.?{end}", re.IGNORECASE)


def _told(older: frozenset[str], younger: frozenset[str]) -> str:
    return f"(?P<older>{_any_of(older)})|(?P<younger>{_any_of(younger)})|(?P<numeral>ii|iii|iv)"


def _any_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[\s.]*") for word in sorted(words, key=len, reverse=True))
