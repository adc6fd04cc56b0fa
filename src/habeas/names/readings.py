"""How one word of a name may be read: a set of phonemic readings, whatever the script or romanisation it is written in.

One romanised spelling stands for several Cyrillic ones and the other way round, so no single romanisation is right. Each letter group
gives the phonemes it may stand for (`spelling.yml`, from published tables), and two words are alike when their sets overlap. Two
grades: *fine* readings keep the vowels apart; *coarse* ones fold a, e and o, which Belarusian spells as heard and Russian does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import product, takewhile
from typing import Any

from habeas.kernel.country_files import read_yaml
from habeas.names.characters import is_cyrillic

#: Changes whenever a reading, a fold or a given-name class can come out otherwise: stored keys of another version are made again.
KEY_VERSION = 2
#: A glide before u, which spellings do not leave out as they do before a, e and o.
GLIDED = "ju"
#: More readings than this say nothing any more; the likelier ones are kept.
MOST_READINGS = 16

_CONSONANTS = {"latin": "bcdfghklmnpqrstvwxzčšžćśźłńżŭ", "cyrillic": "бвгґджзйклмнпрстўфхцчшщ"}
_VOWELS = {"latin": "aeiouyáéíóúàèâêëïöüäąęėūěıəj", "cyrillic": "аеёиіїоуыэюяє"}
#: What may follow the letters written so far: nothing, any letter, and what the longest groups end with.
_TAILS = {
    "latin": ("", *"abcdefghijklmnopqrstuvwxyzčšžćśźëŭ", "ch", "hch", "sch", "tch", "cz", "zh", "ts", "ff"),
    "cyrillic": ("", *_CONSONANTS["cyrillic"], *"аеёиоуыюяьіїєэ"),
}
#: A beginning of at most so many letters is held open, though it is not being typed.
SHORT = 6
#: So many letters from its beginning a group is surely settled.
_FARTHEST = 7
_SHOWS_W = re.compile("w|sch|tz")
_COARSE = str.maketrans({"e": "a", "o": "a", "ö": "a", "j": None})
#: A doubled letter counts once, but for the consonants a word begins with: no language or romanisation doubles those at will.
_DOUBLED = re.compile(r"(?<!^)(.)\1+|^([aeioöu])\2+")
_VOWEL_PHONEMES = str.maketrans("", "", "aeioöuj")


@cache
def _spelling(script: str) -> tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]:
    text = (resources.files("habeas.names") / "spelling.yml").read_text("utf-8")
    tables = read_yaml(text, "spelling.yml")
    # the rules for words that show German or Polish writing stand before the plain ones, but after whole groups such as sch
    rules = tables[script] if script in ("latin", "cyrillic") else _merged(tables["latin"], tables[script])
    script = "cyrillic" if script == "cyrillic" else "latin"
    consonants, vowels = f"[{_CONSONANTS[script]}]", f"[{_VOWELS[script]}]"
    patterns = [pattern.replace("C", consonants).replace("V", vowels) for pattern, _ in rules]
    # a letter no rule speaks of is its own phoneme
    return re.compile("|".join(f"({p})" for p in [*patterns, "."])), tuple(tuple(r) for _, r in rules)


def _merged(plain: list[list[Any]], special: list[list[Any]]) -> list[list[Any]]:
    """The special rules before the plain rule for the same first group, so that longer groups keep their precedence."""
    place = [pattern for pattern, _ in plain].index(special[0][0])
    return [*plain[:place], *special, *plain[place:]]


@lru_cache(maxsize=65536)
def fine_readings(word: str) -> tuple[str, ...]:
    """Readings of a lower-case word, the likeliest first. A letter that no table knows stands for itself."""
    return _combined(choices for _, choices in _groups(word))


@lru_cache(maxsize=65536)
def open_readings(beginning: str) -> frozenset[str]:
    """Fine readings that a word may begin with of which only the first letters are written so far, lower case.

    Its last letters may belong to a group that is still to be completed: "s" may become sh, "tik" tikh. So the beginning is read
    before every letter or group of letters that may follow, and a group that reaches into it counts whole.
    """
    tails = _TAILS["cyrillic" if is_cyrillic(beginning) else "latin"]
    settled = {writing: _settled_groups(beginning, writing) for writing in {_writing(beginning + t) for t in tails}}
    ways = set()
    for tail in tails:
        start, head = settled[_writing(beginning + tail)]
        reached = takewhile(lambda group: group[0] < len(beginning), _groups(beginning + tail, start))
        ways.add((*head, *(choices for _, choices in reached)))
    return frozenset(reading for way in ways for reading in _combined(way))


@lru_cache(maxsize=4096)
def begun_readings(beginning: str, unfinished: bool) -> tuple[str, ...]:
    """Coarse readings of a beginning, in order; held open where it is still being typed, or so short that it hardly is a whole word."""
    if unfinished or len(beginning) <= SHORT:
        return tuple(sorted({coarse(fine) for fine in open_readings(beginning)}))
    return tuple(sorted(coarse_readings(beginning)))


def glides_alike(beginning: str, word: str) -> bool:
    """Whether a word can begin so, as to a glide before u: coarse readings drop it, but Yuliya does not begin as Ulad does."""
    return (fine_readings(word)[0].startswith(GLIDED)) in glides_begun(beginning)


@lru_cache(maxsize=4096)
def glides_begun(beginning: str) -> frozenset[bool]:
    """Whether words that begin with these lower-case letters begin with a glide before u; both where either may be."""
    return frozenset(reading.startswith(GLIDED) for reading in open_readings(beginning))


def _settled_groups(beginning: str, writing: str) -> tuple[int, list[tuple[str, ...]]]:
    """The groups that are the same whatever follows, and where the next one begins."""
    head: list[tuple[str, ...]] = []
    for place, choices in _groups(beginning, writing=writing):
        if place + _FARTHEST > len(beginning):
            return place, head
        head.append(choices)
    return len(beginning), head


def _writing(word: str) -> str:
    return "cyrillic" if is_cyrillic(word) else "latin_with_w" if _SHOWS_W.search(word) else "latin"


def _groups(word: str, start: int = 0, writing: str | None = None) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The letter groups of a word: where each begins, and the phonemes it may stand for."""
    pattern, outputs = _spelling(writing or _writing(word))
    for found in pattern.finditer(word, start):
        rule = (found.lastindex or 0) - 1
        yield found.start(), outputs[rule] if rule < len(outputs) else (found[0],)


def _combined(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    parts: list[tuple[str, ...]] = []
    plain = ""
    many = 1
    for choices in groups:
        if len(choices) == 1 or many * len(choices) > MOST_READINGS:
            plain += choices[0]
        else:
            parts += [(plain,), choices]
            plain, many = "", many * len(choices)
    if not parts:
        return (_settled(plain),)
    return tuple(dict.fromkeys(_settled("".join(choice)) for choice in product(*parts, (plain,))))


def _settled(reading: str) -> str:
    # ou is one vowel where the u was none of its own; doubled letters are one
    return _DOUBLED.sub(r"\1\2", reading.replace("öU", "u").replace("oU", "u").replace("U", "u"))


def coarse(fine: str) -> str:
    """A fine reading with a, e and o folded into one and the opening glide dropped."""
    return _DOUBLED.sub(r"\1\2", fine.translate(_COARSE))


def skeleton(reading: str) -> str:
    """The consonants of a reading."""
    return _DOUBLED.sub(r"\1\2", reading.translate(_VOWEL_PHONEMES))


@lru_cache(maxsize=65536)
def coarse_readings(word: str) -> tuple[str, ...]:
    """Coarse readings of a lower-case word, the likeliest first."""
    return tuple(dict.fromkeys(coarse(fine) for fine in fine_readings(word)))
