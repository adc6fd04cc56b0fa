"""What a Russian number counts: the noun behind it, or people understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.number_words import VALUE
from habeas.claims.reading.russian.refer import means_people
from habeas.claims.reading.russian.words import is_animate

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence, Word
    from habeas.claims.reading.text.numbers import Number

#: Numerals that count people only.
_OF_PEOPLE = re.compile(
    r"^(?:двое|двоих|двоим|двоими|трое|троих|троим|троими|\w+(?:еро|ерых|ерым|ерыми))$", re.IGNORECASE
)
_NAMES = frozenset({"имя", "фамилия", "иметь", "имени", "фио"})
#: Counts of cases, not of people.
CASES = frozenset({"задержание", "арест", "приговор", "дело"})
_SKIPPED = ("ADJ", "ADV", "DET", "PART", "NUM")
_LED = re.compile(
    r"(?:числ\w+|количеств\w+|список\w*|списке|перечень|перечне|в нем|их|еще|всего|из|таких|таких,[^.;]{0,50},|сроки|остальн\w+|насчит\w+|насчитывает|было|стало|осталось|около|порядка|более|почти|не менее|как минимум|по меньшей мере|свыше|освобо\w+|задерж\w+|арестов\w+|осудил\w*|выпустил\w*|отпустил\w*|помиловал\w*|вывезл\w*|вернул\w*|обменял\w*|выслал\w*|вышл\w+|говор\w+|говори\w+ о|говорит об|о|до|от|сейчас|теперь|[—–-]|:)\s*[«\"]?(?:по меньшей мере |не менее |более |около |как минимум |свыше |уже |сейчас )*$",
    re.IGNORECASE,
)

#: "Задержаны были тысячи".
_BEFALLEN = re.compile(r"\b(?:задержа|арестов|осужд|освобожд|выслан|похищен)\w*ы(?: были)? $", re.IGNORECASE)


def counted_word(sentence: RuSentence, number: Number) -> tuple[Word, Word | None] | None:
    """The number's first word, and the people it counts: a noun, or None where people are understood; None when it counts other things."""
    shift = sentence.span[0]
    words = [w for w in sentence.words if number.core[0] <= w.span[0] - shift < number.core[1]]
    if not words:
        return None
    noun = _noun_after(sentence, words[-1])
    if noun is not None and (noun.lemma in _NAMES or noun.lemma in CASES):
        return words[0], noun
    if noun is not None:
        is_people = means_people(noun) or (
            _OF_PEOPLE.match(words[-1].low) and is_animate(noun) and not lexicon().has("office", noun.lemma)
        )
        return (words[0], noun) if is_people else None
    return words[0], None


def _noun_after(sentence: RuSentence, last: Word) -> Word | None:
    """The noun the number stands before; a plural participle that stands alone counts as one."""
    participle: Word | None = None
    for word in sentence.words[last.index + 1 : last.index + 7]:
        if word.low in ("с", "лишним", "тысяч", "тысячи", "тыс", ".") or _is_range(sentence, word):
            continue
        if word.pos == "ADJ" and word.rel == "amod" and word.lemma in ("другой", "остальной", "бывший"):
            continue
        if word.pos in ("NOUN", "PROPN") or word.lemma in _NAMES or lexicon().has("people", word.lemma):
            return word if word.name not in ("LOC", "ORG") else participle
        if means_people(word):
            participle = word
        elif word.pos not in _SKIPPED and word.feats.get("VerbForm") != "Part":
            return participle
        if word.feats.get("Variant") == "Short":
            return participle
    return participle


def _is_range(sentence: RuSentence, word: Word) -> bool:
    """ "от 300 до 450 человек": the noun behind the second number is the first one's too."""
    following = sentence.words[word.index + 1 : word.index + 2]
    is_joint = word.low in ("до", "-", "–", "—", "или") and bool(following)
    return is_joint and (following[0].pos == "NUM" or following[0].text.isdigit() or following[0].low in VALUE)


def is_understood(sentence: RuSentence, number: Number, text: str) -> bool:
    """Whether a number without a noun counts people: "двое", "из них 14", "23 из них", "их 1 189"."""
    core = text[number.core[0] : number.core[1]].replace("ё", "е")
    before = text[: number.span[0]]
    if re.search(r"\bна $", before) or (
        re.search(r"[—–-] $", before) and re.search(r"\b(?:лет|года|годам|срок)", before)
    ):
        return False
    if _OF_PEOPLE.match(core.split()[-1]) or (number.is_vague and _BEFALLEN.search(before)):
        return True
    if re.match(r"\s*[—–-]\s", text[number.core[1] :]) and re.search(
        r"(?:причем|при этом|, а|и|,) $", text[: number.span[0]]
    ):
        return True
    if re.match(
        r"\s+(?:из (?:них|которых|этих|тех|\d+)|освобо|задерж|осужд|умер|были|находятся|остаются|сидят|человек)",
        text[number.core[1] :],
        re.IGNORECASE,
    ):
        return True
    return bool(_LED.search(text[max(0, number.span[0] - 90) : number.span[0]].replace("ё", "е")))
