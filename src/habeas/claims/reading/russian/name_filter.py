"""What the model takes for a person's name but is none: the first word of a sentence, a court, a plural noun before a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.words import _parses, is_known

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuPassage, Word

_COURT = re.compile(
    r"(?:гор|обл|рай|верх|гос|мос|мин)\w*(?:суд|дум|совет)\w{0,3}$|^(?:следком|минюст|мингорсуд|мосгорсуд|облсуд)\w{0,3}$",
    re.IGNORECASE,
)
#: "Экс-политзаключенная", "Вице-премьер": a noun with a prefix, whatever the capital.
_PREFIXED = re.compile(r"(?:экс|вице|пресс|лже)-\w", re.IGNORECASE)
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})


def without_common(passage: RuPassage, words: list[Word]) -> list[Word]:
    """The name's words less the common ones it opens with; empty when nothing is left of it."""
    while len(words) > 1 and is_common(words[0]):
        words = words[1:]
    if len(words) == 1 and (
        _COURT.search(words[0].text)
        or (_opens(passage, words[0]) and is_common(words[0]))
        or _is_in_name(passage, words[0])
    ):
        return []
    return words


def is_common(word: Word) -> bool:
    """Whether the dictionary knows the word, and never as a part of a person's name."""
    if _PREFIXED.match(word.text):
        return True
    parses = _parses(word.text)
    if not is_known(word.text) or "-" in word.text or any(_NAMES & set(parse.tag.grammemes) for parse in parses):
        return False
    first = parses[0].tag
    return first.POS in ("ADJF", "PRTF", "ADVB", "VERB", "INFN", "PREP", "CONJ", "PRCL", "NPRO") or (
        first.POS == "NOUN" and "anim" in first
    )


def _opens(passage: RuPassage, word: Word) -> bool:
    """Whether the word opens its sentence, so that its capital says nothing."""
    before = passage.shadow[max(0, word.span[0] - 3) : word.span[0]].rstrip(" ")
    starts = any(s.span[0] == word.span[0] for s in passage.sentences)
    return starts or not before or before[-1] in '\n.!?:•—–-«"❗▪🔴'


def _is_in_name(passage: RuPassage, word: Word) -> bool:
    """ "чат «Рогачев 97»": the name of a thing, between quotation marks with a number."""
    return bool(re.match(r"[\"»]?\s*\d+", passage.shadow[word.span[1] :])) and passage.shadow[
        word.span[0] - 1 : word.span[0]
    ] in ('"', "«")
