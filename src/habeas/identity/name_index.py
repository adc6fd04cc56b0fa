"""Names made ready for being looked up: every distinct word read once, and which names hold it.

A national register's names are made of few words again and again, so what is costly (readings, given-name classes, patronymics) is made
for each distinct word; names are numbers. The index is derived from names alone and may be thrown away. It belongs to a KEY_VERSION.
"""

from __future__ import annotations

import io
import json
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.identity.near_spellings import NearSpellings
from habeas.identity.number_lists import NumberLists, Numbers
from habeas.names.name_text import every_word
from habeas.names.readings import GLIDED, KEY_VERSION, fine_readings
from habeas.names.words import Word, word

_NOTHING = np.zeros(0, np.int32)
_OPENING = 4
_UNSURE_GLIDE = re.compile(f"j(?!{GLIDED[1:]})")
#: A letter after all others.
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class NameIndex:
    """`words`: distinct words, lower case. `of_name`: the words of each name, in order; `holding`: the names that hold each word.

    `readings`: coarse ones, sorted, and the words that each belongs to (`read`); `classes`: given names and fathers, and the words that
    mean each (`meant`). `near`: readings near a given one. `openings`: how each word
    begins with its vowels told apart, as `opening_of` writes it. `lengths`: letters of each word. `senses`: a number that
    words share which mean one given name or father, or else are read alike.
    """

    words: tuple[str, ...]
    of_name: NumberLists
    holding: NumberLists
    readings: tuple[str, ...]
    read: NumberLists
    classes: tuple[str, ...]
    meant: NumberLists
    near: NearSpellings
    openings: NDArray[np.uint32]
    lengths: NDArray[np.float32] = field(init=False, compare=False, repr=False)
    senses: Numbers = field(init=False, compare=False, repr=False)
    class_places: dict[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lengths", np.fromiter(map(len, self.words), np.float32, len(self.words)))
        object.__setattr__(self, "senses", _senses(len(self.words), self.read, self.meant))
        object.__setattr__(self, "class_places", {name: place for place, name in enumerate(self.classes)})

    def __len__(self) -> int:
        """How many names."""
        return len(self.of_name.starts) - 1

    def words_read(self, reading: str) -> Numbers:
        """Words that may be read so."""
        place = bisect_left(self.readings, reading)
        found = place < len(self.readings) and self.readings[place] == reading
        return self.read.one(place) if found else _NOTHING

    def words_beginning(self, reading: str) -> Numbers:
        """Words of which a reading begins so; a word may come twice."""
        first, last = bisect_left(self.readings, reading), bisect_left(self.readings, reading + _LAST)
        return self.read.values[self.read.starts[first] : self.read.starts[last]]

    def words_meaning(self, name: str) -> Numbers:
        """Words that mean this given name or father, as `classes_of` writes it."""
        place = self.class_places.get(name)
        return _NOTHING if place is None else self.meant.one(place)


def opening_of(fine: str) -> int:
    """The first letters of a fine reading as one number, the first letter lowest; a glide counts before u alone, elsewhere spellings leave it out."""
    return int.from_bytes(_UNSURE_GLIDE.sub("", fine)[:_OPENING].encode("latin-1", "replace"), "little")


def opening_letters(fine: str) -> int:
    """How many letters of a fine reading `opening_of` holds."""
    return min(_OPENING, len(_UNSURE_GLIDE.sub("", fine)))


def _senses(number: int, read: NumberLists, meant: NumberLists) -> Numbers:
    """Of several readings a word has the sense of the one that most words share; a given name or a father comes before any."""
    found = np.zeros(number, np.int32)
    shift = 0
    for lists in (read, meant):
        order = np.argsort(np.diff(lists.starts), kind="stable")  # what is put in later stays
        found[lists.many(order)] = np.repeat(order + shift, lists.sizes(order))
        shift = len(lists.starts)
    return found


def classes_of(word: Word) -> list[str]:
    """The given names and the fathers (with the gender of the child) that a word may mean, as an index writes them."""
    father = word.father
    fathers = [f"{father.gender}{number}" for number in father.fathers] if father else []
    return [*(f"given{number}" for number in word.given), *fathers]


def index_of(names: Iterable[str]) -> NameIndex:
    """The index of names; a name is known by its place."""
    places: dict[str, int] = {}
    flat, sizes = array("i"), array("i")
    for name in names:
        found = every_word(name)
        sizes.append(len(found))
        flat.extend([places.setdefault(text, len(places)) for text in found])
    words = tuple(places)
    of_name = NumberLists.of_sizes(np.frombuffer(sizes, np.int32), np.frombuffer(flat, np.int32))
    return NameIndex(words, of_name, _turned(of_name, len(words)), *_keys(words))


def _turned(of_name: NumberLists, words: int) -> NumberLists:
    """The names that hold each word."""
    sizes = np.diff(of_name.starts)
    return NumberLists.of_pairs(of_name.values, np.repeat(np.arange(len(sizes), dtype=np.int32), sizes), words)


def _keys(
    words: Sequence[str],
) -> tuple[tuple[str, ...], NumberLists, tuple[str, ...], NumberLists, NearSpellings, NDArray[np.uint32]]:
    read: list[tuple[str, int]] = []
    meant: list[tuple[str, int]] = []
    for number, text in enumerate(words):
        found = word.__wrapped__(text)  # each comes once: remembering would only push out what is asked for
        read += [(reading, number) for reading in found.surname.coarse]
        meant += [(name, number) for name in classes_of(found)]
    readings, words_read = _by_text(read)
    classes, words_meant = _by_text(meant)
    openings = np.fromiter((opening_of(fine_readings(text)[0]) for text in words), np.uint32, len(words))
    return readings, words_read, classes, words_meant, NearSpellings.of(readings), openings


def _by_text(pairs: list[tuple[str, int]]) -> tuple[tuple[str, ...], NumberLists]:
    """The texts in order, and the numbers that go with each."""
    texts = tuple(sorted({text for text, _ in pairs}))
    places = {text: place for place, text in enumerate(texts)}
    lists = np.fromiter((places[text] for text, _ in pairs), np.int32, len(pairs))
    numbers = np.fromiter((number for _, number in pairs), np.int32, len(pairs))
    return texts, NumberLists.of_pairs(lists, numbers, len(texts))


# ---- as bytes


def packed(index: NameIndex) -> bytes:
    """The index as bytes, the same for the same names."""
    out = io.BytesIO()
    texts = {"words": index.words, "readings": index.readings, "classes": index.classes, "version": KEY_VERSION}
    lists = {"of_name": index.of_name, "read": index.read, "meant": index.meant, "near": index.near.readings}
    arrays: dict[str, Any] = {"texts": np.frombuffer(json.dumps(texts, ensure_ascii=False).encode(), np.uint8)}
    for name, found in lists.items():
        sizes = np.diff(found.starts)
        arrays[f"{name}_sizes"] = sizes.astype(np.min_scalar_type(sizes.max(initial=0)))
        arrays[f"{name}_values"] = found.values
    np.savez(out, near_hashes=index.near.hashes, near_groups=index.near.groups, openings=index.openings, **arrays)
    return out.getvalue()


def unpacked(content: bytes) -> NameIndex:
    """The index that `packed` wrote. Raises ValueError where it is damaged, or of another KEY_VERSION."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as held:
            texts = json.loads(held["texts"].tobytes())
            lists = {
                name: NumberLists.of_sizes(held[f"{name}_sizes"], held[f"{name}_values"])
                for name in ("of_name", "read", "meant", "near")
            }
            openings = held["openings"]
            near = NearSpellings(held["near_hashes"], held["near_groups"], lists["near"])
    except Exception as error:  # a damaged file fails in NumPy, zipfile or JSON, each in its own way
        raise ValueError(f"not an index of names: {error}") from error
    if texts["version"] != KEY_VERSION:
        raise ValueError(f"an index of key version {texts['version']}; this software makes {KEY_VERSION}")
    return NameIndex(
        tuple(texts["words"]), lists["of_name"], _turned(lists["of_name"], len(texts["words"])), tuple(texts["readings"]),
        lists["read"], tuple(texts["classes"]), lists["meant"], near, openings,
    )  # fmt: skip
