"""Names in scripts that are neither Latin nor Cyrillic: how their words are spelled in Latin letters, and where an unparted name parts.

Which spellings stand for a word is told by a table drawn from open data (`other_scripts.tsv.xz`); a word it lacks is romanised by rule.
Scripts that leave vowels out are then spelled without any, so that consonants alone are compared. Korean syllables have the spellings of
the Revised Romanisation, of McCune-Reischauer and of everyday use. Chinese and Japanese names are parted where both parts are known.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from itertools import islice, product

from anyascii import anyascii

#: Stands before a word that is another spelling of the one before it.
ALSO = "\x01"
#: Renderings of a whole name that are tried.
_MOST_VARIANTS = 8
_LONGEST_UNPARTED = 6
#: Spellings of one word that a rule gives.
_MOST_SPELLINGS = 24
_BETWEEN = re.compile(r"[\s\u00b7\u2022\u30fb\uff65\uff1d\u30a0.,،\u05be-]+")
_HANGUL, _HAN = re.compile("[\uac00-\ud7a3]+"), re.compile("[\u3005\u3400-\u9fff]+")
#: Scripts that leave out some vowels or all: Arabic, Hebrew; Devanagari to Malayalam, whose inherent vowel is heard or not.
_UNVOICED = re.compile("[\u0590-\u077f\u08a0-\u08ff\u0900-\u0d7f\ufb1d-\ufdff\ufe70-\ufefc]+")
_ARTICLE = "ال"
_MARKS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_VOWELS = re.compile("[aeiouy]")
#: Letters that one publisher writes and another does not tell apart.
_ONE_LETTER = str.maketrans("أإآٱىیيکةۀہھ", "اااايييكهههه")
_COMPOUND_SURNAMES = frozenset(
    [
        "남궁",
        "황보",
        "제갈",
        "선우",
        "독고",
        "사공",
        "서문",
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "上官",
        "皇甫",
        "令狐",
        "慕容",
    ]
)
_INITIALS = [
    "g/k",
    "kk",
    "n",
    "d/t",
    "tt",
    "r/l",
    "m",
    "b/p",
    "pp",
    "s",
    "ss",
    "",
    "j/ch",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
]
_MIDDLES = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo/u/o",
    "e",
    "yeo/you/yo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe/oi",
    "yo",
    "u/oo",
    "wo",
    "we",
    "wi",
    "yu/yoo",
    "eu/u",
    "ui/ee/i",
    "i/ee",
]
_FINALS = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "p",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "",
]


@lru_cache(maxsize=4096)
def latin_variants(name: str) -> tuple[str, ...]:
    """Renderings of a name in Latin letters, as `parsed` takes them: each word with its other spellings marked beside it."""
    words = [w for w in _BETWEEN.split(unicodedata.normalize("NFKC", name)) if w]
    found: list[str] = []
    for parted in (words, _joined(words)):
        ways = [_renderings(word, alone=len(parted) == 1) for word in parted]
        found += [" ".join(way) for way in islice(product(*ways), _MOST_VARIANTS)]
    return tuple(dict.fromkeys(found))


def _joined(words: list[str]) -> list[str]:
    """Words with the article joined to the word before, where the two are one name: Abd Allah, Nur ad-Din."""
    found: list[str] = []
    for word in words:
        if found and word.startswith(_ARTICLE) and found[-1] + word in _table():
            found[-1] += word
        else:
            found.append(word)
    return found


def _renderings(word: str, alone: bool) -> list[str]:
    if _HANGUL.fullmatch(word):
        return _korean(word, alone)
    if _HAN.fullmatch(word) and alone and 1 < len(word) <= _LONGEST_UNPARTED:
        return _parted(word)
    return [_marked(spellings(word))]


def _marked(spelled: tuple[str, ...]) -> str:
    return f" {ALSO}".join(spelled)


@lru_cache(maxsize=65536)
def spellings(word: str) -> tuple[str, ...]:
    """Latin spellings of one word, the commonest first; by rule where the table has none."""
    bare = _bare(word)
    known = _table().get(word.lower()) or _table().get(bare) or _simplified().get(bare)
    if known:
        return tuple(known.split())
    if bare.startswith(_ARTICLE) and len(bare) > len(_ARTICLE) + 1:
        return spellings(bare[len(_ARTICLE) :])
    if _HANGUL.fullmatch(word):
        return _syllables(word)
    plain = anyascii(bare).lower()
    if _UNVOICED.fullmatch(bare):
        forms = (plain, plain.replace("w", "u"), _VOWELS.sub("", plain), _VOWELS.sub("", plain.replace("w", "")))
        return tuple(dict.fromkeys(form for form in forms if form)) or (word,)
    return (plain,) if plain else (word,)


def _bare(word: str) -> str:
    return _MARKS.sub("", word).translate(_ONE_LETTER)


@cache
def _table() -> dict[str, str]:
    content = (resources.files("habeas.names") / "other_scripts.tsv.xz").read_bytes()
    lines = lzma.decompress(content).decode("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


@cache
def _simplified() -> dict[str, str]:
    """The table without the marks and letter forms that Arabic and Hebrew writing may leave out."""
    return {_bare(word): spelled for word, spelled in _table().items() if _UNVOICED.search(word)}


# ---- names whose words are not parted

#: Korean surnames as they are spelled every day, which no romanisation gives.
_KOREAN_SURNAMES = {
    "김": "kim", "강": "kang", "이": "lee yi rhee", "박": "park pak", "최": "choi", "정": "jung chung", "임": "lim", "노": "noh roh", "유": "yoo", "우": "woo",
    "오": "oh", "신": "shin", "심": "shim", "안": "ahn", "조": "cho", "구": "koo", "문": "moon", "주": "joo", "서": "suh seo",
    "윤": "yoon", "허": "hur huh", "권": "kwon", "고": "ko koh", "백": "paik", "남궁": "namgoong namkung",
}  # fmt: skip


def _korean(word: str, alone: bool) -> list[str]:
    """The surname first; the given name as one word, and syllable by syllable as it is written with a hyphen."""
    if not alone:
        return [_marked(_syllables(word)), " ".join(_marked(_syllables(s)) for s in word)]
    after = 2 if word[:2] in _COMPOUND_SURNAMES else 1
    surname, given = word[:after], word[after:]
    everyday = _KOREAN_SURNAMES.get(surname, "").split()
    first = _marked(tuple(dict.fromkeys((*everyday, *_syllables(surname), *spellings(surname)[:2]))))
    if not given:
        return [first]
    whole = tuple(dict.fromkeys((*_table().get(given, "").split(), *_syllables(given))))
    return [f"{first} {_marked(whole)}", f"{first} {' '.join(_marked(_syllables(s)) for s in given)}"]


def _syllables(word: str) -> tuple[str, ...]:
    """Spellings of Korean syllables run together."""
    ways = [_syllable(letter) for letter in word]
    return tuple("".join(way) for way in islice(product(*ways), _MOST_SPELLINGS))


@cache
def _syllable(letter: str) -> tuple[str, ...]:
    place = ord(letter) - 0xAC00
    first, middle, last = place // 588, place % 588 // 28, place % 28
    parts = (_INITIALS[first].split("/"), _MIDDLES[middle].split("/"), [_FINALS[last]])
    return tuple("".join(way) for way in product(*parts))


def _parted(word: str) -> list[str]:
    """Chinese and Japanese names: where the table knows both parts, and after the surname of one character or of two."""
    table = _table()
    places = [i for i in range(1, len(word)) if word[:i] in table and word[i:] in table]
    found = [
        f"{_marked(spellings(word[:i]))} {_marked(spellings(word[i:]))}"
        for i in sorted(places, key=lambda i: abs(i - 2))
    ]
    after = 2 if word[:2] in _COMPOUND_SURNAMES and len(word) > 2 else 1
    surname, given = word[:after], [anyascii(letter).lower() for letter in word[after:]]
    first = _marked(spellings(surname) if surname in table else (anyascii(surname).lower(),))
    return [*found[:2], f"{first} {''.join(given)}", f"{first} {' '.join(given)}"]
