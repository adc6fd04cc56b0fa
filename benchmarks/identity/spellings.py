"""One invented name in many spellings: Russian to Belarusian, both to Latin letters as registries, the press and neighbours write them.

Written from the published tables of romanisation, apart from the tables that the product reads by.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

SOFT = "еёюяіи"
VOWELS = "аеёиоуыэюяі"


def _table(cyrillic: str, latin: str) -> dict[str, str]:
    return dict(zip(cyrillic, latin.split(), strict=True))


_ABV = "абвгдежзиклмнопрстуфцчшщы"
PRESS = _table(_ABV + "йхъьэюяё", "a b v g d e zh z i k l m n o p r s t u f ts ch sh shch y y kh _ _ e yu ya yo")
ICAO = _table(_ABV + "йхъьэюяё", "a b v g d e zh z i k l m n o p r s t u f ts ch sh shch y i kh ie _ e iu ia e")
ISO = _table(_ABV + "йхъьэюяё", "a b v g d e ž z i k l m n o p r s t u f c č š šč y j h _ _ è û â ë")
GERMAN = _table(_ABV + "йхъьэюяё", "a b w g d e sch s i k l m n o p r s t u f z tsch sch schtsch y i ch _ _ e ju ja jo")
FRENCH = _table(_ABV + "йхъьэюяё", "a b v g d e j z i k l m n o p r s t ou f ts tch ch chtch y ï kh _ _ e iou ia io")
LITHUANIAN = _table(_ABV + "йхъьэюяё", "a b v g d e ž z i k l m n o p r s t u f c č š šč y j ch _ _ e ju ja io")
_BE = "абвгджзйклмнопрстуўфхцчшыіэь'"
BE_2007 = _table(_BE, "a b v h d zh z i k l m n o p r s t u u f kh ts ch sh y i e _ _")
LACINKA = _table(_BE, "a b v h d ž z j k ł m n o p r s t u ŭ f ch c č š y i e _ _")
POLISH = _table(_BE, "a b w h d ż z j k ł m n o p r s t u u f ch c cz sz y i e _ _")


def _letters(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in word).replace("_", "")


def _of_belarusian(word: str, table: dict[str, str], initial: str, later: str, soft: dict[str, str]) -> str:
    """Iotated vowels are written in full at the beginning and after vowels, else by `later`; a soft sign softens its consonant."""
    made = []
    for at, letter in enumerate(word):
        before = word[at - 1] if at else ""
        following = word[at + 1 : at + 2]
        if letter in "еёюя":
            vowel = "eoua"["еёюя".index(letter)]
            after_l = before == "л" and soft
            made.append((initial if not before or before in VOWELS + "ўь'" else "" if after_l else later) + vowel)
        elif letter + "ь" in soft and (following == "ь" or (letter == "л" and following and following in "еёюяі")):
            made.append(soft[letter + "ь"])
        else:
            made.append(table.get(letter, letter))
    return "".join(made).replace("_", "")


def press(word: str) -> str:
    word = re.sub("(?<=[аеёиоуыэюя])е|^е", "йе", re.sub("[иы]й$", "ы", word)) if len(word) > 3 else word
    return _letters(word, PRESS)


def icao(word: str) -> str:
    return _letters(word, ICAO)


def iso(word: str) -> str:
    return _letters(word, ISO)


def german(word: str) -> str:
    return _letters(re.sub("[иы]й$", "и", word), GERMAN)


def french(word: str) -> str:
    made = _letters(re.sub("[иы]й$", "и", word), FRENCH)
    return made + "e" if made.endswith("in") else made


def lithuanian(word: str) -> str:
    made = _letters(re.sub("ий$", "", word), LITHUANIAN)
    if word.endswith("ий"):
        return made + "is"
    if word.endswith("ич"):
        return made + "ius"
    return made if word[-1] in VOWELS else made + ("us" if word[-1] == "й" else "as")


def be_2007(word: str) -> str:
    return _of_belarusian(word, BE_2007, "ye"[:1] if word[0] in "еёюя" else "i", "i", {})


def lacinka(word: str) -> str:
    soft = {"ль": "l", "нь": "ń", "сь": "ś", "зь": "ź", "ць": "ć"}
    return _of_belarusian(word, LACINKA, "j", "i", soft)


def polish(word: str) -> str:
    soft = {"ль": "l", "нь": "ń", "сь": "ś", "зь": "ź", "ць": "ć"}
    return re.sub("i$", "i", _of_belarusian(word, POLISH, "j", "i", soft))


@cache
def ukrainian(word: str) -> str:
    """A Russian surname or patronymic in Ukrainian letters."""
    word = re.sub("ский$", "ський", word)
    word = re.sub("(?<![жчшщц])и(?!й|ч$)", "і", word).replace("ы", "и").replace("э", "е")
    return re.sub("(?<=[бвгджзклмнпрстфхцчшщ])ё", "ьо", word).replace("ё", "йо")


@cache
def belarusian(root: str, ending: str, stressed_ending: bool) -> str:
    """A Russian surname written as Belarusian hears it: a for unstressed o, ya before the stress, soft ts and dz, a short u."""
    if stressed_ending:
        head, tail = _unstressed(root), ending[:2] + ending[2:].replace("о", "а")
    else:
        last = max((i for i, letter in enumerate(root) if letter in VOWELS), default=0)
        head, tail = _unstressed(root[:last]) + root[last:], ending.replace("о", "а")
    word = head + tail
    for pattern, becomes in (
        ("ский$", "скі"), ("щ", "шч"), ("([рчшж])и", r"\1ы"), ("([рчшж])е", r"\1э"), ("ци", "цы"), ("т(?=[еёиюяь])", "ц"), ("д(?=[еёиюяь])", "дз"),
        ("и", "і"), ("(?<=[аеёіоуыэюя])в(?=[бвгджзклмнпрстфхцчш]|$)", "ў"), ("([рчшж])я", r"\1а"), ("([рчшж])ё", r"\1о"), ("ьі", "і"),
    ):  # fmt: skip
        word = re.sub(pattern, becomes, word)
    return word


def _unstressed(text: str) -> str:
    """Vowels before the stress."""
    text = text.replace("о", "а")
    places = [i for i, letter in enumerate(text) if letter in VOWELS]
    if places and text[places[-1]] == "е":
        text = text[: places[-1]] + "я" + text[places[-1] + 1 :]
    return text


#: Spelling to (which form it is made of, how).
STYLES: dict[str, tuple[str, Callable[[str], str]]] = {
    "be": ("be", str), "ru": ("ru", str), "uk": ("uk", str), "be_2007": ("be", be_2007), "lacinka": ("be", lacinka), "polish": ("be", polish),
    "press": ("ru", press), "icao": ("ru", icao), "iso": ("ru", iso), "german": ("ru", german), "french": ("ru", french),
    "lithuanian": ("ru", lithuanian),
}  # fmt: skip
CYRILLIC = frozenset(["be", "ru", "uk"])


@cache
def spelt(word: str, style: str) -> str:
    """A lower-case word of the style's own language in its letters, with a capital."""
    return STYLES[style][1](word).capitalize() if word else ""
