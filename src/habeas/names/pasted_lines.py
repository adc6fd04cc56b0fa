"""A line of a pasted message in pieces: items of a list parted at their numbers, bullets and emojis, and what stands between delimiters.

Says nothing of names. A piece holds the words as written; brackets are kept apart, because what stands in them belongs to what stands before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from habeas.kernel.country_files import read_yaml
from habeas.names.name_text import word_list

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]")
#: A number that opens an item: with a bracket, a full stop or a colon after it, or one in a box of its own.
_NUMBER = r"(?<![\w.,:/№#-])[(\[]?(?:№|#)?\d{1,4}(?:[.)\]:]+|\u20e3)\s*(?=[^\W\d_]|[\"«„“(\[])"
_FIRST = re.compile(
    r"\s*(?:[-–—―*•·●▪◦‣⁃>+~]+\s*|(?:№|#)?\d{1,4}\s*[-–—―.)\]:]*\s+|(?:№|#)?\d{1,4}\s*[;,|]\s*)+(?=[^\W\d_]|[\"«„“])"
)
_INSIDE = re.compile(rf"{_NUMBER}|[•●▪◦‣⁃\x00]+")
_TOKEN = re.compile(r"[,;،、；，|/:()\[\]{}]|[^\s,;،、；，|/:()\[\]{}]+")
_DASHES = frozenset("-–—―")
_COMMAS = frozenset(",;،、；，|/")
_ENDING = ".!?…。"
_QUOTES = "\"'«»„“”‘’‹›`´"
#: So many letters before a full stop are an initial rather than the end of a sentence.
_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two delimiters. `before` is the one before them: start, comma, and, dash, colon or stop; `after` what closed them."""

    words: tuple[str, ...]
    before: str
    after: str = "end"


@dataclass(frozen=True, slots=True)
class Piece:
    """One item, or a line without items. `listed`: a number, a bullet or an emoji stood before it."""

    text: str
    listed: bool
    segments: tuple[Segment, ...]
    brackets: tuple[str, ...]


@cache
def beside(name: str) -> frozenset[str]:
    """A list of `beside_pasted.yml`: joining, callings, officials or born."""
    found = read_yaml((resources.files("habeas.names") / "beside_pasted.yml").read_text("utf-8"), "beside_pasted.yml")
    lists = found[name].values() if isinstance(found[name], dict) else [found[name]]
    return frozenset(str(entry) for entries in lists for entry in entries)


def pieces_of(line: str) -> list[Piece]:
    """The pieces of one line that hold a letter, in order."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", line))
    text = "".join("\x00" if unicodedata.category(c) in ("So", "Sk", "Co") and c != "`" else c for c in text)
    first = _FIRST.match(text)
    parts = [(first is not None, text[first.end() if first else 0 :])]
    found: list[tuple[bool, str]] = []
    for listed, rest in parts:
        place, is_listed = 0, listed
        for mark in _INSIDE.finditer(rest):
            found.append((is_listed, rest[place : mark.start()]))
            place, is_listed = mark.end(), True
        found.append((is_listed, rest[place:]))
    return [_piece(part, listed) for listed, part in found if any(map(str.isalpha, part))]


def _piece(text: str, listed: bool) -> Piece:
    kept, brackets = _without_brackets(_TOKEN.findall(text.replace("\x00", " ")))
    return Piece(" ".join(text.replace("\x00", " ").split()), listed, tuple(_segments(kept)), tuple(brackets))


def _without_brackets(marks: list[str]) -> tuple[list[str], list[str]]:
    kept: list[str] = []
    brackets: list[str] = []
    depth, inside = 0, list[str]()
    for mark in marks:
        if mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth = max(0, depth - 1)
            if not depth and inside:
                brackets.append(" ".join(inside))
                inside = []
                kept.append("()")
        else:
            (inside if depth else kept).append(mark)
    return kept + inside if depth else kept, brackets


def _segments(marks: list[str]) -> Iterator[Segment]:
    words: list[str] = []
    before = "start"
    for place, mark in enumerate(marks):
        closes = _closes(mark, marks[place + 1 : place + 3])
        if closes is None or closes == "stop":
            words.append(mark.rstrip(_ENDING) if closes else mark)
        if closes is not None:
            if words:
                yield Segment(tuple(words), before, closes)
                before, words = closes, []
            elif before == "start" or closes != "bracket":
                before = closes if before != "start" else before
    if words:
        yield Segment(tuple(words), before)


def _closes(mark: str, following: list[str]) -> str | None:
    """What a mark closes a segment as; None = it is a word of it."""
    if mark == "()":
        return "bracket"
    if mark == ":":
        return "colon"
    if mark in _COMMAS:
        return "comma"
    if set(mark) <= _DASHES:
        return "dash"
    if mark in beside("joining") and _joins(mark, following):
        return "and"
    return "stop" if mark[-1] in _ENDING and not is_initial(mark) else None


def _joins(mark: str, following: list[str]) -> bool:
    """Whether a word joins two names rather than the two parts of one surname."""
    return mark not in word_list("particles") or mark == "and" or (
        len(following) > 1 and all(word[:1].isupper() for word in following)
    )  # fmt: skip


def is_initial(word: str) -> bool:
    """Whether a word is a letter or two with a full stop after each (A., Dz., A.B.)."""
    parts = word.rstrip(",").split(".")
    return (
        len(parts) > 1
        and parts[-1] == ""
        and all(0 < len(part) <= _INITIAL and part[0].isupper() for part in parts[:-1])
    )


def is_nickname(word: str) -> bool:
    """Whether a word stands in quotes of its own."""
    return len(word) > 2 and word[0] in _QUOTES and word[-1] in _QUOTES


def core(word: str) -> str:
    """A word without quotes and stray marks round it."""
    return word.strip(_QUOTES + _ENDING + "*_")


def shape(word: str) -> str:
    """initial, capital, caseless (a script without capitals), particle, lower, or other for what holds no letter."""
    if is_initial(word):
        return "initial"
    plain = core(word)
    if not plain or any(map(str.isdecimal, plain)) or not any(map(str.isalpha, plain)):
        return "other"
    first = next(c for c in plain if c.isalpha())
    if first.isupper() or first.istitle():
        return "initial" if len(plain) == 1 else "capital"
    if first.title() == first:  # Georgian has capitals that no name is written with
        return "caseless"
    if plain in word_list("particles") or plain in word_list("after"):
        return "particle"
    later = re.split(r"[-'’ʼ]", plain)
    return (
        "capital"
        if len(later) > 1 and later[0] in word_list("particles") | {"d", "o"} and later[1][:1].isupper()
        else "lower"
    )
