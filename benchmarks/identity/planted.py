"""Invented people and the records that lists would hold of them, with the truth planted: `planted(number, seed)`.

About 2.5 records a person, in twelve lists each of its own spelling: Belarusian, Russian and Ukrainian Cyrillic, and nine ways of writing
them in Latin letters. A quarter of the people are kin (brothers, parents and children, husband and wife), some share name and birth year
with a stranger. Of the birth dates 45 % are missing or a year only, some more a month only, and of the rest 4 % are wrong. One name in
six has a typing error, most Latin names lack the patronymic, 60 % of the places are missing and a sixth of the rest are another place.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml
from spellings import CYRILLIC, STYLES, belarusian, spelt, ukrainian

from habeas.scale.records import Record

NAMES = yaml.safe_load((Path(__file__).parent / "planted_names.yml").read_text("utf-8"))
#: Name of the list, its spellings with weights, how many of a thousand records tell no birth date, and only a year.
LISTS = (
    ("memory", {"be": 1}, 140, 80), ("colony", {"ru": 1}, 100, 60), ("courts", {"ru": 1}, 330, 120), ("lawyers", {"be": 6, "ru": 4}, 250, 120),
    ("embassy", {"be_2007": 8, "icao": 2}, 120, 100), ("press", {"press": 1}, 680, 250), ("letters", {"be_2007": 6, "press": 4}, 470, 230),
    ("lacinka", {"lacinka": 1}, 320, 180), ("border", {"icao": 1}, 60, 60), ("abroad", {"polish": 4, "lithuanian": 3, "german": 2, "french": 2}, 350, 250),
    ("library", {"iso": 1}, 300, 250), ("neighbours", {"uk": 1}, 350, 200),
)  # fmt: skip
#: How likely a list is to hold somebody, in the same order.
SHARES = (14, 12, 10, 8, 10, 12, 8, 6, 5, 7, 3, 5)
RECORDS_A_PERSON = (30, 27, 20, 13, 7, 3)
WITH_PATRONYMIC = {True: 0.68, False: 0.17}
ENDINGS = (
    ("ов", False, 16), ("ев", False, 7), ("енко", True, 14), ("овский", True, 9), ("евич", False, 8), ("ович", True, 9), ("ук", True, 10),
    ("чик", False, 6), ("ский", False, 6), ("ец", True, 3), ("ин", False, 8), ("ик", False, 6), ("ак", True, 4), ("еня", False, 3), ("ко", True, 6),
    ("юк", True, 4), ("ло", True, 2), ("онок", True, 3),
)  # fmt: skip
SURNAMES = 45_000


@dataclass(frozen=True, slots=True)
class Surname:
    ru: str
    be: str

    def of(self, language: str, gender: str) -> str:
        word = self.be if language == "be" else ukrainian(self.ru) if language == "uk" else self.ru
        if gender == "m":
            return word
        for masculine, feminine in (
            ("ский", "ская"),
            ("скі", "ская"),
            ("ський", "ська"),
            ("оў", "ова"),
            ("еў", "ева"),
            ("аў", "ава"),
            ("ёў", "ёва"),
        ):
            if word.endswith(masculine):
                return word.removesuffix(masculine) + feminine
        return word + "а" if word.endswith(("ов", "ев", "ёв", "ин", "ын", "ін")) else word


@dataclass(slots=True)
class Someone:
    surname: Surname
    maiden: Surname | None
    given: Sequence[Any]
    father: Sequence[Any]
    gender: str
    born: date
    home: Sequence[str]


class Draw:
    """A weighted choice, quick enough for millions."""

    def __init__(self, rng: random.Random, values: Sequence[Any], weights: Sequence[float]) -> None:
        self.rng, self.values, self.sums = rng, values, list(accumulate(weights))

    def __call__(self) -> Any:
        return self.rng.choices(self.values, cum_weights=self.sums)[0]


def surnames(rng: random.Random) -> list[Surname]:
    """No two alike, the commonest first."""
    onsets, middles = ["", *NAMES["onsets"].split()], NAMES["middles"].split()
    ending = Draw(rng, ENDINGS, [weight for *_, weight in ENDINGS])
    found: dict[str, Surname] = {}
    while len(found) < SURNAMES:
        root = rng.choice(onsets) + rng.choice("аоеиу") + rng.choice(middles)
        if rng.random() < 0.45:
            root += rng.choice("аоеи") + rng.choice(middles[:17])
        end, stressed, _ = ending()
        if (len(root) > 2 and root[-1] not in "йч") or end in ("ук", "ик"):
            found.setdefault(root + end, Surname(root + end, belarusian(root, end, stressed)))
    return list(found.values())


class World:
    """Draws people. `namesake` shares of them take name and birth year of a stranger."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        made = surnames(rng)
        self.surname = Draw(rng, made, [1 / (rank + 40) for rank in range(len(made))])
        self.men = Draw(rng, NAMES["men"], [row[4] for row in NAMES["men"]])
        self.women = Draw(rng, NAMES["women"], [row[4] for row in NAMES["women"]])
        self.home = Draw(rng, NAMES["places"], [1 / (rank + 2) for rank in range(len(NAMES["places"]))])

    def birthday(self, year: int | None = None) -> date:
        if year is None:
            year = round(min(2006, max(1938, self.rng.gauss(1985, 12))))
        return date(year, 1, 1) + timedelta(days=self.rng.randrange(365))

    def someone(self, **known: Any) -> Someone:
        gender = known.get("gender") or self.rng.choices("mf", (78, 22))[0]
        maiden = self.surname() if gender == "f" and self.rng.random() < 0.08 else None
        drawn = {
            "surname": self.surname(), "maiden": maiden, "given": (self.men if gender == "m" else self.women)(), "father": self.men(),
            "gender": gender, "born": self.birthday(), "home": self.home(),
        }  # fmt: skip
        return Someone(**(drawn | known))

    def people(self, number: int) -> list[Someone]:
        found: list[Someone] = []
        while len(found) < number:
            one = self.someone()
            found.append(one)
            chance = self.rng.random()
            if chance < 0.06:
                found.append(self.sibling(one))
            elif chance < 0.10:
                given = one.given if one.gender == "m" else self.men()
                found.append(
                    self.someone(
                        surname=one.surname, father=given, born=self.birthday(one.born.year + 26), home=one.home
                    )
                )
            elif chance < 0.14:
                other = "f" if one.gender == "m" else "m"
                found.append(
                    self.someone(
                        surname=one.surname, gender=other, born=self.birthday(one.born.year + 2), home=one.home
                    )
                )
            elif chance < 0.16:
                found.append(
                    self.someone(
                        surname=one.surname, given=one.given, gender=one.gender, born=self.birthday(one.born.year)
                    )
                )
        return found[:number]

    def sibling(self, one: Someone) -> Someone:
        gender = self.rng.choice(("m", one.gender))
        while (given := (self.men if gender == "m" else self.women)()) == one.given:
            pass
        return self.someone(
            surname=one.surname, given=given, father=one.father, gender=gender, home=one.home,
            born=self.birthday(one.born.year + self.rng.choice((-5, -3, -2, 2, 3, 4))),
        )  # fmt: skip


def planted(number: int, seed: int = 1) -> tuple[list[Record], list[int]]:
    """So many records in no order, and for each the number of the person it is of."""
    rng = random.Random(seed)
    world = World(rng)
    people = world.people(round(number / 2.5) + 100)
    writers = [writer(rng, *of_list) for of_list in LISTS]
    made: list[tuple[int, Record]] = []
    for person, someone in enumerate(people):
        for place in lists_of(rng):
            made.append((person, writers[place](someone)))
            if rng.random() < 0.005:
                made.append((person, replace(writers[place](someone), doubtful=rng.random() < 0.5)))
    rng.shuffle(made)
    made = made[:number]
    return [replace(record, id=f"r{n:07}") for n, (_, record) in enumerate(made)], [person for person, _ in made]


def lists_of(rng: random.Random) -> list[int]:
    """The lists that hold somebody; none twice."""
    wanted = rng.choices(range(1, 7), RECORDS_A_PERSON)[0]
    found: dict[int, None] = {}
    while len(found) < wanted:
        found[rng.choices(range(len(LISTS)), SHARES)[0]] = None
    return list(found)


def writer(
    rng: random.Random, name: str, styles: dict[str, int], undated: int, year_only: int
) -> Callable[[Someone], Record]:
    """How one list writes people down."""
    style_of = Draw(rng, list(styles), list(styles.values()))
    everything = list(STYLES)

    def write(someone: Someone) -> Record:
        style = style_of() if rng.random() > 0.06 else rng.choice(everything)
        return Record(
            "", name_of(rng, someone, style), birth_date(rng, someone.born, undated, year_only), place_of(rng, someone, style),
            someone.gender if rng.random() < 0.5 else "", name,
        )  # fmt: skip

    return write


def name_of(rng: random.Random, someone: Someone, style: str) -> str:
    language = STYLES[style][0]
    column = ("ru", "be", "uk").index(language)
    word = someone.given[column]
    if rng.random() < 0.025 and style in ("ru", "press"):
        word = NAMES["short"].get(someone.given[0], word)
    given = (
        someone.given[3]
        if style == "press" and someone.given[3] and word == someone.given[0]
        else spelt(word.lower(), style)
    )
    surname = someone.maiden if someone.maiden and rng.random() < 0.3 else someone.surname
    last = spelt(surname.of(language, someone.gender), style)
    father = patronymic(someone, language, style) if rng.random() < WITH_PATRONYMIC[style in CYRILLIC] else ""
    words = mistyped(rng, [given, father, last])
    if style in CYRILLIC and rng.random() < 0.6:
        words = [words[2], words[0], words[1]]
    elif style == "embassy" or rng.random() < 0.1:
        words[2] = words[2].upper()
    return " ".join(w for w in words if w)


def patronymic(someone: Someone, language: str, style: str) -> str:
    masculine = someone.father[6 if language == "be" else 5].lower()
    masculine = ukrainian(masculine) if language == "uk" else masculine
    if someone.gender == "m":
        return spelt(masculine, style)
    for ending, feminine in (
        ("ович", "овна"),
        ("евич", "евна"),
        ("авіч", "аўна"),
        ("евіч", "еўна"),
        ("овіч", "оўна"),
        ("ич", "инична"),
        ("іч", "інічна"),
    ):
        if masculine.endswith(ending):
            return spelt(masculine.removesuffix(ending) + feminine, style)
    return spelt(masculine, style)


def mistyped(rng: random.Random, words: list[str]) -> list[str]:
    """One name in six with one slip of the fingers, mostly in the surname."""
    if rng.random() < 0.16:
        which = rng.choices((0, 1, 2), (25, 15, 60))[0]
        word = words[which]
        if len(word) > 3:
            at = rng.randrange(1, len(word) - 1)
            slip = rng.random()
            if slip < 0.3:
                word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            elif slip < 0.55:
                word = word[:at] + word[at + 1 :]
            elif slip < 0.75:
                word = word[:at] + word[at] + word[at:]
            else:
                letters = "абвгдеклмнорстуя" if "а" <= word[at].lower() <= "ӿ" else "abdegiklmnorstuy"
                word = word[:at] + rng.choice(letters) + word[at + 1 :]
            words[which] = word
    return words


def birth_date(rng: random.Random, born: date, undated: int, year_only: int) -> str:
    chance = rng.random() * 1000
    if chance < undated:
        return ""
    if rng.random() < 0.04:
        born = mistaken(rng, born)
    return (
        str(born.year)
        if chance < undated + year_only
        else born.isoformat()[:7]
        if rng.random() < 0.02
        else born.isoformat()
    )


def mistaken(rng: random.Random, born: date) -> date:
    chance = rng.random()
    if chance < 0.3 and born.day <= 12:
        return born.replace(month=born.day, day=born.month)
    if chance < 0.6:
        return born.replace(year=born.year + rng.choice((-10, -1, 1, 10)), day=min(born.day, 28))
    return born + timedelta(days=rng.choice((-10, -1, 1, 2, 10, 30)))


def place_of(rng: random.Random, someone: Someone, style: str) -> str:
    if rng.random() < 0.6:
        return ""
    russian, native = someone.home if rng.random() < 0.84 else NAMES["places"][rng.randrange(len(NAMES["places"]))]
    return spelt((native if STYLES[style][0] == "be" else russian).lower(), style)


def shown(records: Sequence[Record], truth: Sequence[int]) -> Iterator[str]:
    for person, record in sorted(zip(truth, records, strict=True), key=lambda pair: pair[0]):
        yield f"{person:5} {record.source:11}{record.name:45}{record.born:12}{record.place:14}{record.gender}"


if __name__ == "__main__":
    print("\n".join(shown(*planted(200))))
