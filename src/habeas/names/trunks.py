"""A word of a name without its ending and spelling, to see whether a text may speak of somebody: too many are found rather than too few.

Letters of Cyrillic are written in Latin ones; consonants that romanisations write differently are one, and so are all vowels, which
Belarusian, Russian and Ukrainian spellings differ by; endings of cases and genders are cut off. No score and no look-up rests on this.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "u", "я": "a", "’": "", "'": "", "ʼ": "", "ł": "l", "ŭ": "v",
})  # fmt: skip
#: What is one sound by several spellings, in the order in which they are looked for.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch|szcz|sh|sz", "s"), ("tch|ch|cz", "c"), ("zh|rz", "z"), ("kh|ch|h", "g"), ("ts|tz", "c"), ("ph", "f"), ("ck", "k"), ("ks", "x"),
        ("w", "v"), ("[jy]", "i"), ("q", "k"), ("[aeiou]+", "a"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
#: Endings of cases and genders, in the spellings that romanisations have.
_ENDING = re.compile(
    r"(?:ogo|ego|aga|iaga|omu|emu|amu|iamu|ymi|imi|yami|iami|ami|oyu|oiu|aiu|uiu|aya|aia|aja|yaya|iaia|"
    r"oy|oi|oj|ey|ei|ej|ay|ai|aj|aa|uu|uyu|yi|ii|ij|yj|iy|yy|ym|im|om|em|am|iam|yam|akh|iakh|ou|ae|oe|ye|a|e|i|o|u|y)$"
)
#: So many letters are left of a word at least.
_LEAST = 3


@lru_cache(maxsize=262144)
def trunk(word: str) -> str:
    """The trunk of a word, in any case and script; of a short one, or one in a script that is neither Latin nor Cyrillic, itself."""
    letters = word.casefold().translate(_LATIN)
    letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    if not letters.isascii():
        return letters
    ending = _ENDING.search(letters)
    if ending is not None and ending.start() >= _LEAST:
        letters = letters[: ending.start()]
    for pattern, sound in _SOUNDS:
        letters = pattern.sub(sound, letters)
    return letters
