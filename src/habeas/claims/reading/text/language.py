"""Guesses which language a text is in, from its script and its commonest little words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_LITTLE_WORDS = {
    "en": "the of and to in a is was for that on with by were as at has have from who been are it he she they",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als wurde",
    "fr": "le la les des et en du une est pour dans que qui par sur au avec pas son été",
    "es": "el la los las de y en que del por con para una se su fue al como es",
    "pl": "w i na z do się nie że jest to od przez za po został oraz",
    "pt": "o a os as de do da e em que no na por com para uma foi não",
    "tr": "ve bir bu da de için ile olarak olan çok daha sonra",
    "it": "il lo la gli di e che in un una per con del della è stato",
}
_SCRIPTS = {
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "GREEK": "el",
    "CJK": "zh",
    "HANGUL": "ko",
    "HEBREW": "he",
    "GEORGIAN": "ka",
}
_SAMPLE = 20000


def guess_language(text: str) -> str:
    """A two-letter code, or `und` when the text has too few words to tell. A text of no known language counts as English
    only when it holds some English little word.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script in _SCRIPTS:
        return _cyrillic(sample) if script == "CYRILLIC" else _SCRIPTS[script]
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = {lang: sum(words[word] for word in set(little.split())) for lang, little in _LITTLE_WORDS.items()}
    best = max(scores, key=lambda lang: (scores[lang], lang == "en"))
    return best if scores[best] else "und"


def _script(sample: str) -> str:
    names = Counter(unicodedata.name(char, "?").split(" ")[0] for char in sample[:2000] if char.isalpha())
    return names.most_common(1)[0][0] if names else "?"


def _cyrillic(sample: str) -> str:
    """By letters the three do not share; a Russian text may quote a name or a title in the other two, so the commoner letters decide."""
    count = Counter(sample.lower())
    russian, belarusian = count["и"] + count["щ"] + count["ъ"], count["ў"] + count["і"]
    if count["ў"] and belarusian > russian:
        return "be"
    ukrainian = sum(count[letter] for letter in "іїєґ")
    return "uk" if ukrainian > count["ы"] + count["э"] + count["ё"] + count["ъ"] else "ru"
