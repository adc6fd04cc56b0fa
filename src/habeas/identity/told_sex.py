"""A sex as a source writes it, read as m or f: a word of the languages held or its beginning, and nothing that could be either."""

from __future__ import annotations

from functools import lru_cache

_WORDS = {
    "m": (
        "male", "masculine", "man", "men", "мужской", "мужчина", "мужчины", "мужчынскі", "мужчына", "чалавек", "чоловік", "чоловіча", "чоловічий",
        "mężczyzna", "mezczyzna", "męska", "męski", "männlich", "mann",
    ),
    "f": (
        "female", "feminine", "woman", "women", "женский", "женщина", "женщины", "жаночы", "жанчына", "жінка", "жіноча", "жіночий", "kobieta",
        "żeńska", "żeński", "weiblich", "frau",
    ),
}  # fmt: skip
#: Words that only say of what it is told.
_BESIDE = frozenset({"sex", "gender", "пол", "стать", "płeć"})


@lru_cache(maxsize=1024)
def sex_told(text: str) -> str:
    """m, f, or "" where the text tells neither, or both."""
    letters = "".join(c if c.isalpha() else " " for c in text.casefold())
    words = [word for word in letters.split() if word not in _BESIDE]
    if len(words) != 1:
        return ""
    found = {sex for sex, known in _WORDS.items() if any(whole.startswith(words[0]) for whole in known)}
    return found.pop() if len(found) == 1 else ""
