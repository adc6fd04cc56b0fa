"""The characters of a name put right before it is read: invisible marks out, look-alike letters of another script back to their own.

Lists hold words such as "Вiктар" with a Latin i. A word in which two scripts meet is taken to the one that most of its telling letters
belong to. Scripts other than Latin and Cyrillic are written in Latin letters by anyascii.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

#: Letters of the two scripts that look alike, in the same order. The kra (ĸ) stands in for the Cyrillic k of some fonts.
_LATIN_LOOK = "ABCEHIÏKMOPTXYJSaceiïkopxyëjsĸ"
_CYRILLIC_LOOK = "АВСЕНІЇКМОРТХУЈЅасеіїкорхуёјѕк"
_TO_CYRILLIC = str.maketrans(_LATIN_LOOK, _CYRILLIC_LOOK)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOK, _LATIN_LOOK.replace("ĸ", "k"))
#: Marks without a form of their own, and those that composing left over: a stress, the grave of ISO 9's g.
_UNSEEN = re.compile(
    "[\u0300-\u036f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]"
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259]")
_OTHER_LETTER = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u0259\u0400-\u052f]")
_WORD = re.compile(r"[^\W_]+")
#: A yery typed as two letters.
_SPLIT_YERY = re.compile("ь[іi]|Ь[ІI]")
_APOSTROPHES = re.compile(
    '[\u0027\u0060\u00b4\u2018\u2019\u201b\u02b9\u02ba\u02bc\u02bb\u2032\u2033\uff07\u02c8]|(?<=\\w)[\u201d"](?=\\w)'
)
_DIGIT_LETTERS = str.maketrans("0139", "oieg")


def is_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return _CYRILLIC.search(text) is not None


@lru_cache(maxsize=65536)
def put_right(name: str) -> str:
    """The name in composed form, without invisible marks and apostrophes, each word in one script."""
    if name.isascii():
        return _APOSTROPHES.sub("", name)
    name = _UNSEEN.sub("", unicodedata.normalize("NFKC", name))
    name = _APOSTROPHES.sub("", name)
    if _CYRILLIC.search(name) and _LATIN.search(name):
        name = _WORD.sub(lambda found: _one_script(found[0]), name)
    return _SPLIT_YERY.sub("ы", name)


def _one_script(word: str) -> str:
    if not (_CYRILLIC.search(word) and _LATIN.search(word)):
        return word
    telling = [letter for letter in word if letter not in _LATIN_LOOK and letter not in _CYRILLIC_LOOK]
    cyrillic = sum(map(is_cyrillic, telling))
    return word.translate(_TO_LATIN if cyrillic * 2 < len(telling) else _TO_CYRILLIC)


def digits_as_letters(word: str) -> str:
    """A word with digits typed for the letters they look like; unchanged when it holds no letter."""
    return word.translate(_DIGIT_LETTERS) if any(map(str.isalpha, word)) and not word.isalpha() else word


def in_known_script(name: str) -> str:
    """The name with every letter that is neither Latin nor Cyrillic written in Latin letters."""
    if _OTHER_LETTER.search(name) is None:
        return name
    return "".join(c if not c.isalpha() or _CYRILLIC.match(c) or _LATIN.match(c) else anyascii(c) for c in name)


def plain(word: str) -> str:
    """A word in the plain letters a to z, lower case, for measuring how far two spellings are apart."""
    return word if word.isascii() else anyascii(word).lower()
