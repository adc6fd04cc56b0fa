"""Who is named in a Russian text: every case form joined to one person, the name given in the nominative."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from habeas.claims.reading.model import ReadMention, Span
from habeas.claims.reading.russian.dictionary import is_known, parses_of
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.name_filter import parts_of, without_common
from habeas.claims.reading.russian.words import RuPassage, Word, case_of

_SHORTEST_STEM = 3
#: How likely another reading of a word must be for it to be no plain first name.
_RATHER = 0.5
_HARD_END = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
_GIVEN_AND_FATHERS = 2
_ENDINGS = tuple(
    sorted(
        [
            "ого",
            "его",
            "ому",
            "ему",
            "ыми",
            "ими",
            "ами",
            "ями",
            "ых",
            "их",
            "ым",
            "им",
            "ом",
            "ем",
            "ой",
            "ей",
            "ою",
            "ею",
            "ая",
            "яя",
            "ую",
            "юю",
            "ый",
            "ий",
            "ые",
            "ие",
            "ах",
            "ях",
            "ам",
            "ям",
            "ы",
            "и",
            "а",
            "я",
            "у",
            "ю",
            "е",
            "о",
            "ь",
            "й",
        ],
        key=len,
        reverse=True,
    )
)


#: "Нурбек Тологон уулу": son or daughter of, written apart.
_SON_OF = re.compile(r" (?:уулу|кызы|оглы|оглу|гызы)\b")


@dataclass(slots=True)
class RuPerson:
    """One person; `gender` is m, f or None when no form tells it; `has_fathers`: the fullest form holds a patronymic."""

    name: str
    stems: tuple[str, ...]
    gender: str | None
    mentions: list[ReadMention] = field(default_factory=list)
    has_fathers: bool = False


class RuPeople:
    """Which person is named at which place of the text."""

    def __init__(self, persons: list[RuPerson]) -> None:
        self.persons = persons
        self._places = sorted((m.span, n) for n, person in enumerate(persons) for m in person.mentions)
        self._starts = [span[0] for span, _ in self._places]

    def at(self, place: Span) -> RuPerson | None:
        """The person whose mention covers the place."""
        found = bisect_right(self._starts, place[0]) - 1
        if found < 0:
            return None
        span, number = self._places[found]
        return self.persons[number] if place[0] < span[1] else None

    def between(self, start: int, end: int) -> list[tuple[Span, RuPerson]]:
        """Mentions that begin in a stretch of the text, in order."""
        return [(span, self.persons[n]) for span, n in self._places if start <= span[0] < end]


def people_in(passage: RuPassage) -> RuPeople:
    """Everyone named, in order of first mention; a bare surname goes to the full name it is a part of."""
    named = [(span, words) for span in passage.persons for words in parts_of(passage, _name_words(passage, span))]
    whole = [words for _, words in named if len(words) > 1]
    named = [
        (span, kept)
        for span, words in named
        if words and (kept := words if _is_part(words, whole) else without_common(passage, words))
    ]
    persons: list[RuPerson] = []
    for _span, words in sorted(named, key=lambda one: (-len(one[1]), _is_fathers(one[1][-1]), one[0])):
        if len(words) > 1 and not any(_fits(words, person) for person in persons):
            persons.append(_person(words))
    found: dict[int, RuPerson] = {id(person): person for person in persons}
    last: dict[str, RuPerson] = {}
    for _span, words in sorted(named, key=lambda one: one[0]):
        fitting = [person for person in found.values() if _fits(words, person)]
        if len(words) == 1 and _is_kin_named(passage, words[0]):
            # "ее брата Александра": kin of somebody, not the other person of that first name
            fitting = [
                p
                for p in fitting
                if not p.mentions or len(p.stems) == 1 or not same_stem(stem_of(words[0].text), p.stems[0])
            ]
        if not fitting and len(words) == 1:
            fitting = [
                p for p in found.values() if len(p.stems) > 1 and _is_misspelt(stem_of(words[0].text), p.stems[-1])
            ]
            fitting = fitting if len(fitting) == 1 else []
        recent = last.get(stem_of(words[-1].text))
        person = recent if recent in fitting else (fitting[0] if fitting else None)
        if person is None:
            person = _person(words)
            found[id(person)] = person
        for stem in person.stems:
            last[stem] = person
        start, end = words[0].span[0], words[-1].span[1]
        if (tail := _SON_OF.match(passage.shadow, end)) is not None:
            end = tail.end()
            person.name += tail.group() if not person.name.endswith(tail.group()) else ""
        person.mentions.append(ReadMention(passage.text[start:end], (start, end)))
        person.gender = person.gender or _gender(words)
    mentioned = [person for person in found.values() if person.mentions]
    _add_unlabelled(passage, mentioned)
    return RuPeople(sorted(mentioned, key=lambda person: person.mentions[0].span))


def _add_unlabelled(passage: RuPassage, persons: list[RuPerson]) -> None:
    """Surnames that the model passed over, though it took the full name elsewhere for a person's."""
    taken = {place for person in persons for m in person.mentions for place in range(*m.span)}
    surnames = {person.stems[-1] for person in persons if len(person.stems) > 1}
    for word in (w for sentence in passage.sentences for w in sentence.words):
        if not word.text[0].isupper() or word.span[0] in taken or stem_of(word.text) not in surnames:
            continue
        if is_known(word.text) and not any("Surn" in p.tag for p in parses_of(word.text)):
            continue
        fitting = [p for p in persons if len(p.stems) > 1 and stem_of(word.text) == p.stems[-1] and _fits([word], p)]
        if len(fitting) == 1:
            fitting[0].mentions.append(ReadMention(passage.text[slice(*word.span)], word.span))
            fitting[0].mentions.sort(key=lambda mention: mention.span)


def _is_part(words: list[Word], whole: list[list[Word]]) -> bool:
    """Whether the one word is the surname of somebody named in full elsewhere, whatever else the dictionary takes it for."""
    return len(words) == 1 and any(same_stem(stem_of(words[0].text), stem_of(full[-1].text)) for full in whole)


def _is_kin_named(passage: RuPassage, word: Word) -> bool:
    above = word.head
    return above is not None and above.index == word.index - 1 and lexicon().has("kin", above.lemma)


def stem_of(text: str) -> str:
    """The word without its case ending, in lower case, ё as е."""
    low = text.lower().replace("ё", "е")
    if (given := _given_name(text)) is not None:
        return given
    if low.endswith("ец") and len(low) > _SHORTEST_STEM + 1:
        return f"{low[:-2]}ц"  # "Синявец", "Синявца"
    if "-" in low.strip("-"):
        return "-".join(stem_of(part) for part in low.split("-"))
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_STEM:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=4096)
def _given_name(text: str) -> str | None:
    """The dictionary's first name that the word is a form of, without its last vowel: "Артём", "Артёму"; None when it is none or of several."""
    if not text[:1].isupper() or "-" in text or not is_known(text):
        return None
    parses = parses_of(text)
    if any(not {"Name"} & set(p.tag.grammemes) and p.score > _RATHER for p in parses):
        return None
    forms = {p.normal_form.replace("ё", "е") for p in parses if "Name" in p.tag}
    return forms.pop().rstrip("аяьй") if len(forms) == 1 else None


def _name_words(passage: RuPassage, span: Span) -> list[Word]:
    words = [
        w
        for s in passage.sentences
        if s.span[0] <= span[0] < s.span[1]
        for w in s.words
        if span[0] <= w.span[0] < span[1]
    ]
    return [w for w in words if w.text[0].isupper()]


def _fits(words: list[Word], person: RuPerson) -> bool:
    """Whether these words are a form of the person's name: every part fits one part, and no gender speaks against it."""
    stems = [stem_of(word.text) for word in words]
    if len(words) == _GIVEN_AND_FATHERS and _is_fathers(words[1]) and not person.has_fathers:
        stems = stems[:1]  # "Вениамин Львович" of a text that names "Вениамин Шор"
        if not same_stem(stems[0], person.stems[0]):
            return False
    if not all(any(same_stem(stem, other) for other in person.stems) for stem in stems):
        return False
    gender = _gender(words)
    return gender is None or person.gender is None or gender == person.gender or _may_be(words, person.gender)


def _may_be(words: list[Word], gender: str) -> bool:
    """ "Ярославу": a form of a man's name and of a woman's."""
    wanted = "masc" if gender == "m" else "femn"
    given = [{p.tag.gender for p in parses_of(w.text) if "Name" in p.tag} for w in words]
    return any(wanted in genders for genders in given if genders) and len(words) > 1


def same_stem(one: str, other: str) -> bool:
    """Whether two stems are of one name: alike but for an ending of at most two letters, or one an initial."""
    if one == other:
        return True
    if one.endswith(".") or other.endswith(".") or min(len(one), len(other)) == 1:
        return one[0] == other[0]
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > _SHORTEST_STEM and longer.startswith(shorter) and len(longer) - len(shorter) <= 2


def _is_misspelt(one: str, other: str) -> bool:
    """Whether one surname is the other with another vowel in one place, as a slip of the pen gives."""
    if len(one) != len(other) or len(one) < _LONG_STEM:
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and set(apart[0]) <= _VOWELS


_LONG_STEM = 7
_VOWELS = frozenset("аеиоуыэюя")


def _person(words: list[Word]) -> RuPerson:
    gender = _gender(words)
    case = next(
        (found for word in words if (found := case_of(word)) is not None), None
    )  # the first part's is the surest
    name = " ".join(nominative(word, gender, case) for word in words)
    has_fathers = any(_is_fathers(word) for word in words[1:])
    return RuPerson(name, tuple(stem_of(word.text) for word in words), gender, has_fathers=has_fathers)


def _is_fathers(word: Word) -> bool:
    """Whether the word is a patronymic."""
    return any("Patr" in parse.tag for parse in parses_of(word.text)[:2])


def _gender(words: list[Word]) -> str | None:
    """From a first name known to the dictionary, else from the grammar of the surname."""
    for word in words:
        if len(words) == 1 and not is_known(word.text):
            return None  # a surname that only looks like a given name or a patronymic
        told = [
            parse.tag.gender
            for parse in parses_of(word.text)
            if ("Name" in parse.tag or "Patr" in parse.tag)
            and parse.tag.gender in ("masc", "femn")
            and _case_fits(parse.tag.case, word)
        ]
        if told:
            return None if len(words) == 1 and len(set(told)) > 1 else "m" if told[0] == "masc" else "f"
    return None


def _case_fits(case: str | None, word: Word) -> bool:
    wanted = case_of(word)
    return wanted is None or case is None or case == wanted


def nominative(word: Word, gender: str | None, case: str | None) -> str:
    """The word, standing in `case`, in the nominative singular; unchanged when it is in that already or no form is known."""
    if case in (None, "nomn") or (gender == "f" and _HARD_END.search(word.text)):
        return word.text  # "Оли Тихоновец": a woman's surname in a consonant has one form
    wanted = {"m": "masc", "f": "femn"}.get(gender or "")
    parses = [p for p in parses_of(word.text) if p.tag.POS in ("NOUN", "ADJF", "PRTF") and p.tag.case == case]
    parses.sort(
        key=lambda p: (
            not ({"Surn", "Name", "Patr"} & set(p.tag.grammemes)),
            wanted is not None and p.tag.gender != wanted,
            p.tag.number == "plur",
        )
    )
    for parse in parses:
        if wanted is not None and parse.tag.gender not in (wanted, None) and "ms-f" not in parse.tag.grammemes:
            continue
        made = parse.inflect({"nomn", "sing"})
        if made is not None:
            form = made.word if "ё" in word.text else made.word.replace("ё", "е")
            return "-".join(part.capitalize() for part in form.split("-"))
    return word.text
