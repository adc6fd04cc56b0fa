"""From a name as written to its words: titles, nicknames in quotes and stray characters out, a second spelling joined to its word.

"Dr. Ina (Inna) PAŬLAVA-ROK" has two parts: Ina, which is also written Inna, and the double surname of two words.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from habeas.kernel.country_files import read_yaml
from habeas.names.characters import digits_as_letters, in_known_script, put_right
from habeas.names.other_scripts import ALSO as _ALSO
from habeas.names.words import Word, either, word

#: Longer texts are no names; what stands after is left unread.
LONGEST = 300
#: A part of a name: one word, or the words of a double name.
Part = tuple[Word, ...]

_NICKNAME = re.compile(r"[«„“\"][^«»„“”\"]*[»”“\"]")
_STROKE = re.compile(r"\s*/\s*(?=(\w))")
_BRACKET = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_STRAY = re.compile(r"[^\w\s\-\x01]+|_+")
_HYPHEN = re.compile(r"\s*-\s*")
#: Words in one script each, of letters alone, that nothing has to be put right in.
_PLAIN_WORD = "(?:[A-Z][a-z]+|[А-ЯЁЄІЇҐЎ](?:[а-яёіїєґў](?<!ьі))+)"
_PLAIN = re.compile(f"{_PLAIN_WORD}(?: {_PLAIN_WORD})*")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_RUN_TOGETHER = re.compile(r"(?<=[a-zа-яўёіїє]{2})(?=[A-ZА-ЯЎЁІЇЄ][a-zа-яўёіїє]{2})")
_FEWEST_WORDS = 2


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of `titles.yml`: titles, after, formerly or particles."""
    content = read_yaml((resources.files("habeas.names") / "titles.yml").read_text("utf-8"), "titles.yml")[name]
    lists = content.values() if isinstance(content, dict) else [content]
    return frozenset(str(entry) for entries in lists for entry in entries)


def parts_of(text: str) -> list[tuple[Part, bool]]:
    """Parts in the order written, each with whether it is all in capitals. `text` holds no comma."""
    text = _NICKNAME.sub(" ", text)
    text = _STROKE.sub(f" {_ALSO}", text)
    text = _BRACKET.sub(_beside, text)
    parts: list[tuple[Part, bool]] = []
    also = False
    for raw in _without_title_before(_STRAY.sub(" ", _HYPHEN.sub("-", text)).split()):
        lower = raw.lower().strip("-" + _ALSO)
        if lower in word_list("formerly"):
            also = True
        elif lower in word_list("titles"):
            if parts and parts[-1][0][0].text in word_list("rank_before_title"):
                parts.pop()
        elif lower:
            part = tuple(word(digits_as_letters(w)) for w in lower.split("-") if w)
            if (also or raw.startswith(_ALSO)) and parts and len(part) == 1:
                before, capitals = parts[-1]
                parts[-1] = ((*before[:-1], either(before[-1], part[0])), capitals)
            elif part:
                parts.append((part, len(raw) > 1 and raw.isupper()))
            also = False
    while len(parts) > 1 and parts[-1][0][0].text in word_list("after"):
        parts.pop()
    return parts


def _without_title_before(words: list[str]) -> list[str]:
    """Words that are titles as well as names are titles where a whole name follows."""
    if len(words) > _FEWEST_WORDS and words[0].lower() in word_list("titles_before"):
        return words[1:]
    return words


def _beside(found: re.Match[str]) -> str:
    """One word in brackets is another spelling; more are a whole name or a remark and left out."""
    inner = [w for w in found[1].split() if w.lower().strip(".") not in word_list("formerly")]
    return f" {_ALSO}{inner[0]}" if len(inner) == 1 else " "


def readable(name: str) -> str:
    """The name in Latin or Cyrillic letters with plain hyphens, words run together parted; at most LONGEST characters."""
    text = in_known_script(put_right(name[:LONGEST]))
    return _RUN_TOGETHER.sub(" ", _DASHES.sub("-", text))


def every_word(name: str, unfinished: bool = False) -> tuple[str, ...]:
    """The words by which a name may be looked up, lower case, in the order written; none where it holds neither letter nor digit.

    Unlike `parts_of` it keeps nicknames in quotes and other spellings and former names in brackets. Titles are left out unless the
    name holds nothing else. `unfinished`: the last word is still being typed, and may become anything.
    """
    if _PLAIN.fullmatch(name) and len(name) <= LONGEST:
        words = name.lower().split()
    else:
        words = [digits_as_letters(w) for w in _BETWEEN_WORDS.split(readable(name).lower()) if w]
    if _beside_names().isdisjoint(words):
        return tuple(words)
    last = len(words) - 1
    left = (w for n, w in enumerate(words) if w not in _beside_names() or (unfinished and n == last))
    return tuple(left) or tuple(words)


@cache
def _beside_names() -> frozenset[str]:
    return word_list("titles") | word_list("formerly")
