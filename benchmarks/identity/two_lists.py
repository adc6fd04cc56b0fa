"""Whether two lists of one population are paired rightly: `python benchmarks/identity/two_lists.py [PEOPLE] [SEED...]`.

Invented people with planted truth. One list writes Russian in Cyrillic, mostly with patronymics and full birth dates; the other writes
Belarusian or Russian names in Latin letters by five tables, mostly without patronymics, many with a year only or nothing. 3 % of the names of
either are misspelt, 2 % of the birth dates are wrong, every eighth person has a relative of the same surname, every fiftieth a namesake.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# the tests' spellings are no package: they are found from the root, so imports follow this line
sys.path.insert(0, str(ROOT))

from tests.names.romanised import romanised  # noqa: E402

from habeas.register.comparing_lists import compare_lists  # noqa: E402
from habeas.register.listing import HowList  # noqa: E402

SCHEMES_BE = ("belarusian_2007", "belarusian_passport", "lacinka", "bgn_belarusian")
SCHEMES_RU = ("icao_russian", "english_press")
ENDINGS = ("ов", "ев", "ин", "ский", "ович", "евич", "енко", "ук", "юк", "ик", "ец", "ко", "ич")
MAPPING = "columns:\n  ID: id\n  Name: name\n  Born: birth_date.when\n"


@dataclass(frozen=True)
class Invented:
    sex: str
    given_ru: str
    given_be: str
    father: str
    surname: str
    born: date


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 9_000
    for seed in map(int, sys.argv[2:] or ["11", "12"]):
        measured(people, seed)


def measured(people: int, seed: int) -> None:
    rng = random.Random(seed)
    everybody = population(rng, round(people * 1.2))
    on_a, on_b = (set(rng.sample(range(len(everybody)), people)) for _ in "ab")
    with tempfile.TemporaryDirectory() as folder:
        a, b, mapping = (Path(folder) / name for name in ("a.csv", "b.csv", "mapping.yml"))
        mapping.write_text(MAPPING)
        written(
            a,
            [(f"A{n}", in_cyrillic(rng, everybody[n]), known(rng, everybody[n].born, 0.7, 0.15)) for n in sorted(on_a)],
        )
        written(
            b, [(f"B{n}", in_latin(rng, everybody[n]), known(rng, everybody[n].born, 0.3, 0.4)) for n in sorted(on_b)]
        )
        how = HowList(mapping=str(mapping))
        began = time.perf_counter()
        found = compare_lists(str(a), str(b), how, how, date(2032, 1, 31))
    took = time.perf_counter() - began
    truth = len(on_a & on_b)
    same = [p["a"][1:] == p["b"][1:] for p in found["pairs"] if p["decision"] == "same"]
    review = {p["a"] for p in found["pairs"] if p["decision"] == "review" and p["a"][1:] == p["b"][1:]}
    asked = sum(p["decision"] == "review" for p in found["pairs"])
    print(
        f"{people} x {people}, {truth} on both, seed {seed}: same {len(same)}, precision {sum(same) / len(same):.4f}, recall {sum(same) / truth:.4f};"
        f" with review {(sum(same) + len(review)) / truth:.4f} ({asked} pairs to look at); {took:.1f} s"
    )


def population(rng: random.Random, number: int) -> list[Invented]:
    surnames = sorted({invented_surname(rng) for _ in range(number // 2)})
    weights = [1 / (n + 10) ** 0.6 for n in range(len(surnames))]
    given = given_forms()
    people: list[Invented] = []
    while len(people) < number:
        one = somebody(rng, given, rng.choices(surnames, weights)[0])
        people.append(one)
        if rng.random() < 1 / 8:
            people.append(relative(rng, given, one))
        if rng.random() < 1 / 50:
            people.append(replace(one, father=rng.choice(given["m"])[0], born=birth(rng)))
    return people[:number]


def given_forms() -> dict[str, list[tuple[str, str]]]:
    """(Russian, Belarusian) forms of given names by gender; common ones stand first in the file of each gender as often as not."""
    text = (resources.files("habeas.names") / "given_names.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    found: dict[str, list[tuple[str, str]]] = {"m": [], "f": []}
    for row in rows:
        if row["ru"] and row["be"]:
            found[row["gender"]].append((row["ru"].split()[0].lower(), row["be"].split()[0].lower()))
    return found


def somebody(
    rng: random.Random, given: dict[str, list[tuple[str, str]]], surname: str, sex: str | None = None
) -> Invented:
    sex = sex or ("m" if rng.random() < 0.8 else "f")
    # a few names are borne by most
    place = min(int(rng.expovariate(1 / 15)), len(given[sex]) - 1)
    ru, be = given[sex][place]
    return Invented(
        sex, ru, be, given["m"][min(int(rng.expovariate(1 / 15)), len(given["m"]) - 1)][0], surname, birth(rng)
    )


def relative(rng: random.Random, given: dict[str, list[tuple[str, str]]], one: Invented) -> Invented:
    kind = rng.choice(("spouse", "sibling", "child"))
    other = somebody(rng, given, one.surname, ("f" if one.sex == "m" else "m") if kind == "spouse" else None)
    if kind == "sibling":
        return replace(other, father=one.father)
    return (
        replace(other, father=one.given_ru, born=one.born + timedelta(days=9_500))
        if kind == "child" and one.sex == "m"
        else other
    )


def birth(rng: random.Random) -> date:
    return date(1955, 1, 1) + timedelta(days=int(rng.triangular(0, 18_500, 11_000)))


def invented_surname(rng: random.Random) -> str:
    consonants, vowels = "бвгджзклмнпрстхчш", "аеиоуы"
    syllables = "".join(rng.choice(consonants) + rng.choice(vowels) for _ in range(rng.choice((1, 1, 2))))
    return syllables + rng.choice("бвгдзклмнпрст") + rng.choice(ENDINGS)


# ---- how the lists write them


def in_cyrillic(rng: random.Random, one: Invented) -> str:
    father = f" {patronymic(one)}" if rng.random() < 0.7 else ""
    return misspelt(rng, f"{feminine(one)} {one.given_ru}{father}").title()


def in_latin(rng: random.Random, one: Invented) -> str:
    surname = feminine(one)
    if rng.random() < 0.7:
        scheme, words = rng.choice(SCHEMES_BE), [one.given_be, belarusian(surname)]
    else:
        scheme, words = rng.choice(SCHEMES_RU), [one.given_ru, surname]
        if rng.random() < 0.5:
            words.insert(1, patronymic(one))
    return misspelt(rng, " ".join(romanised(word, scheme) for word in words)).title()


def feminine(one: Invented) -> str:
    if one.sex == "m":
        return one.surname
    if one.surname.endswith("ский"):
        return f"{one.surname[:-2]}ая"
    return f"{one.surname}а" if one.surname.endswith(("ов", "ев", "ин")) else one.surname


def patronymic(one: Invented) -> str:
    stem = one.father
    ending = ("ович", "овна")
    if stem.endswith(("й", "ь")):
        stem, ending = stem[:-1], ("евич", "евна")
    elif stem.endswith(("а", "я")):
        stem, ending = stem[:-1], ("ич", "ична")
    return stem + ending[one.sex == "f"]


def belarusian(surname: str) -> str:
    """A surname as Belarusian writes it, near enough: unstressed vowels as heard, short u, hard r."""
    head, tail = surname[:-3], surname[-3:]
    word = head.replace("о", "а") + tail
    for old, new in (
        ("щ", "шч"),
        ("ри", "ры"),
        ("ти", "ці"),
        ("ди", "дзі"),
        ("чи", "чы"),
        ("ши", "шы"),
        ("жи", "жы"),
        ("ский", "скі"),
        ("ская", "ская"),
        ("и", "і"),
    ):
        word = word.replace(old, new)
    return "".join(
        "ў"
        if c == "в" and n and word[n - 1] in "аеоіуыэюя" and (n + 1 == len(word) or word[n + 1] not in "аеоіуыэюя")
        else c
        for n, c in enumerate(word)
    )


def misspelt(rng: random.Random, name: str) -> str:
    if rng.random() >= 0.03:
        return name
    at = rng.choice([n for n, c in enumerate(name) if n and c.isalpha()])
    letters = sorted({c for c in name if c.isalpha()})
    return name[:at] + rng.choice(
        (rng.choice(letters) + name[at + 1 :], name[at + 1 :], name[at - 1] + name[at] + name[at + 1 :])
    )


def known(rng: random.Random, born: date, full: float, year: float) -> str:
    if rng.random() < 0.01:
        born = rng.choice(
            (
                born + timedelta(days=1),
                born + timedelta(days=365),
                date(born.year, born.day if born.day < 13 else born.month, born.month),
            )
        )
    share = rng.random()
    return str(born) if share < full else str(born.year) if share < full + year else ""


def written(path: Path, rows: list[tuple[str, str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("ID", "Name", "Born"), *rows])


if __name__ == "__main__":
    main()
