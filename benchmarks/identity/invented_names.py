"""Invented East Slavic people by the million: given names of the data file, patronymics, and surnames made of stems and endings.

A surname is made in Russian spelling and taken to Belarusian by the rules of that spelling (akanne, dz and ts, hard r, the short u). Stems are
everyday nouns, given names and made-up syllables; how often a surname is borne falls with its rank as in a census (Zipf's law), so there
are namesakes. The same seed gives the same people.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import yaml
from tests.names.romanised import romanised

from habeas.names.given import given_names

PARTS = {
    name: words.split()
    for name, words in yaml.safe_load((Path(__file__).parent / "surname_parts.yml").read_text("utf-8")).items()
}
#: Ending for a man, for a woman.
ENDINGS = (
    ("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ский", "ская"), ("инский", "инская"), ("овский", "овская"), ("енко", "енко"),
    ("ович", "ович"), ("евич", "евич"), ("ук", "ук"), ("чук", "чук"), ("ик", "ик"), ("ак", "ак"), ("ко", "ко"), ("еня", "еня"),
    ("енок", "енок"), ("ицкий", "ицкая"), ("ный", "ная"), ("", ""),
)  # fmt: skip
#: Schemes by which a search is written, of the spellings that a person here has.
WRITTEN = {
    "be": ("belarusian_2007", "belarusian_passport", "lacinka", "bgn_belarusian"),
    "ru": ("bgn_russian", "iso_9", "icao_russian", "english_press", "german_press", "french_press", "polish_press"),
}


@dataclass(frozen=True, slots=True)
class Human:
    """Who somebody is: numbers of the surname, the given name and the father's name."""

    surname: int
    given: int
    father: int
    gender: str


class Country:
    """Surnames, given names and how often each is borne."""

    def __init__(self, seed: int, surnames: int) -> None:
        self.draw = random.Random(seed)
        self.surnames = self._surnames(surnames)
        self.surname_weights = list(accumulate(1 / (rank + 20) for rank in range(surnames)))
        named = [n for n in given_names() if len(n.full) > 1]
        self.given = {g: [(n.full[0], _russian(n.full)) for n in named if n.gender == g] for g in "mf"}
        self.given_weights = {
            g: list(accumulate(1 / (rank + 3) for rank in range(len(found)))) for g, found in self.given.items()
        }
        for found in self.given.values():
            self.draw.shuffle(found)
        self.spelled: dict[tuple[str, str, int, str], str] = {}

    def _surnames(self, number: int) -> list[tuple[str, str]]:
        """(for a man, for a woman) in Russian spelling, the commonest first."""
        found: dict[str, tuple[str, str]] = {}
        while len(found) < number:
            if len(found) < number // 20 or self.draw.random() < 0.1:
                stem = self.draw.choice(PARTS["stems"])
            else:
                stem = (
                    self.draw.choice(PARTS["onsets"])
                    + self.draw.choice(PARTS["vowels"])
                    + self.draw.choice(PARTS["codas"])
                )
                if self.draw.random() < 0.7:
                    stem += self.draw.choice(PARTS["vowels"]) + self.draw.choice(PARTS["codas"])
            if self.draw.random() < (0.6 if len(found) < number // 20 else 0.1):
                stem = self.draw.choice(("", "", "", "за", "по", "не", "пере", "под", "бело")) + stem
            man, woman = self.draw.choice(ENDINGS)
            found.setdefault(
                _russian_spelling(stem + man), (_russian_spelling(stem + man), _russian_spelling(stem + woman))
            )
        return list(found.values())

    def humans(self, number: int) -> list[Human]:
        surnames = self.draw.choices(range(len(self.surnames)), cum_weights=self.surname_weights, k=number)
        fathers = self.draw.choices(range(len(self.given["m"])), cum_weights=self.given_weights["m"], k=number)
        given = {
            g: self.draw.choices(range(len(self.given[g])), cum_weights=self.given_weights[g], k=number) for g in "mf"
        }
        genders = self.draw.choices("mmf", k=number)
        return [Human(s, given[g][n], f, g) for n, (s, f, g) in enumerate(zip(surnames, fathers, genders, strict=True))]

    def word(self, part: str, human: Human, language: str) -> str:
        """A part of a human's name (given, father, surname) in Cyrillic letters, lower case."""
        number = {"given": human.given, "father": human.father, "surname": human.surname}[part]
        key = (part, language, number, human.gender)
        if key not in self.spelled:
            self.spelled[key] = self._spell(part, number, human.gender, language)
        return self.spelled[key]

    def _spell(self, part: str, number: int, gender: str, language: str) -> str:
        if part == "surname":
            russian = self.surnames[number][gender == "f"]
            return russian if language == "ru" else belarusian(russian)
        if part == "given":
            return self.given[gender][number][language == "ru"]
        return _patronymic(self.given["m"][number][language == "ru"], gender, language)

    def written(self, human: Human, language: str, scheme: str | None, parts: Sequence[str]) -> str:
        """A human's name in Cyrillic, or by a scheme in Latin letters."""
        words = [self.word(part, human, language) for part in parts]
        return " ".join((romanised(w, scheme) if scheme else w).capitalize() for w in words)


def stored(country: Country, humans: Sequence[Human]) -> list[str]:
    """Names as a register may hold them: most Cyrillic in either language, some official Latin; two thirds with a patronymic."""
    draw = country.draw
    found = []
    memo: dict[tuple[str, str, str | None], str] = {}
    for human in humans:
        chance, order = draw.random(), draw.random()
        language = "be" if chance < 0.5 else "ru"
        scheme = None if chance < 0.42 or chance > 0.58 else {"be": "belarusian_2007", "ru": "icao_russian"}[language]
        parts = ["given", "father", "surname"] if draw.random() < 0.67 else ["given", "surname"]
        if order < 0.2:
            parts = ["surname", *parts[:-1]]
        words = []
        for part in parts:
            plain = country.word(part, human, language)
            key = (plain, language, scheme)
            if key not in memo:
                memo[key] = (romanised(plain, scheme) if scheme else plain).capitalize()
            words.append(memo[key])
        found.append(" ".join(words))
    return found


def searched(country: Country, human: Human, name: str, parts: Sequence[str]) -> str:
    """The name in another script, or in another language's spelling."""
    draw = country.draw
    cyrillic = bool(re.search("[а-яё]", name.lower()))
    while True:
        language = draw.choice(("be", "ru"))
        scheme = draw.choice((None, *WRITTEN[language], *WRITTEN[language]))
        text = country.written(human, language, scheme, parts)
        if (scheme is not None) == cyrillic or not set(text.split()) & set(name.split()):
            return text


def misspelt(draw: random.Random, text: str) -> str:
    """One letter left out, put in, exchanged, or swapped with the next, anywhere."""
    letters = "абвгдежзиклмнопрстух" if re.search("[а-я]", text.lower()) else "abcdefghijklmnoprstuvyz"
    while True:
        place = draw.choice([n for n in range(len(text)) if text[n : n + 2].isalpha()])
        kind = draw.choice(("out", "in", "other", "swap"))
        made = {
            "out": text[:place] + text[place + 1 :],
            "in": text[:place] + draw.choice(letters) + text[place:],
            "other": text[:place] + draw.choice(letters) + text[place + 1 :],
            "swap": text[:place] + text[place + 1 : place + 2] + text[place] + text[place + 2 :],
        }[kind]
        if made.lower() != text.lower() and len(made.split()) == len(text.split()) and min(map(len, made.split())) > 1:
            return made


# ---- spelling

_BELARUSIAN = (
    ("щ", "шч"), ("и", "і"), ("ри", "ры"), ("рі", "ры"), ("([жшчцр])і", r"\1ы"), ("([жшчцр])е", r"\1э"), ("ря", "ра"), ("рю", "ру"),
    ("([жшчц])я", r"\1а"), ("т(?=[іеёюяь])", "ц"), ("д(?=[іеёюяь])", "дз"), ("ий$", "і"), ("(скі|цкі|ны|вы)й$", r"\1"), ("ык$", "ык"),
)  # fmt: skip


def belarusian(russian: str) -> str:
    """A Russian surname as Belarusian writes it, near enough: the first o of longer stems stays, as if it were stressed."""
    text = russian
    if text.endswith(("ов", "ев")):
        text = text[:-2] + {"ов": "аў", "ев": "еў"}[text[-2:]]
    text = re.sub("(ск|цк)ий$", r"\1і", text)
    text = re.sub("ный$", "ны", text)
    for pattern, becomes in _BELARUSIAN:
        text = re.sub(pattern, becomes, text)
    first = text.find("о")
    text = text[: first + 1] + text[first + 1 :].replace("о", "а") if len(text) < 8 else text.replace("о", "а")
    text = re.sub("(?<=[аеёіоуыэюя])в(?=[бвгджзйклмнпрстфхцчш])", "ў", text)
    text = re.sub("(?<=[аеёіоуыэюя])в$", "ў", text)
    return re.sub("цц", "ц", text)


def _russian_spelling(text: str) -> str:
    text = re.sub("([жшчщгкх])ы", r"\1и", text)
    text = re.sub("([жшчщц])о(?=в)", r"\1е", text)
    return re.sub(r"(.)\1{2,}", r"\1\1", re.sub("[ьъ](?=[аоуы])", "", text))


def _russian(forms: Sequence[str]) -> str:
    """The first form in Russian letters only; the Belarusian one where the two are spelled alike."""
    return next((f for f in forms[1:] if re.fullmatch("[а-яё]+", f)), forms[0])


def _patronymic(father: str, gender: str, language: str) -> str:
    endings = {"be": ("авіч", "аўна", "евіч", "еўна"), "ru": ("ович", "овна", "евич", "евна")}[language]
    soft = father[-1] in "йьія" or father[-2:] in ("ий", "ей")
    stem = father.rstrip("йь") if soft else father.rstrip("ао")
    if language == "ru" and father.endswith("ий"):
        stem = father[:-2] + "ь"
    return stem + endings[(2 if soft else 0) + (gender == "f")]
