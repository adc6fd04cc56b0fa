"""What the model takes for a person's name but is none: the first word of a sentence, a court, a plural noun before a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.dictionary import is_known, parses_of

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuPassage, Word

_COURT = re.compile(
    r"(?:гор|обл|рай|верх|гос|мос|мин)\w*(?:суд|дум|совет)\w{0,3}$|^(?:следком|минюст|мингорсуд|мосгорсуд|облсуд)\w{0,3}$",
    re.IGNORECASE,
)
#: "Экс-политзаключенная", "Вице-премьер": a noun with a prefix, whatever the capital.
_PREFIXED = re.compile(r"(?:экс|вице|пресс|лже)-\w", re.IGNORECASE)
#: What opens the name of a body.
_BODIES = re.compile(r"(?:радио|агентств|фонд|газет|издани|центр|движени|парти|проект|комитет|клуб|группа|ассоциаци|телеканал|портал|сайт)\w{0,2}$", re.IGNORECASE)  # fmt: skip
#: Kin and company, whose owner follows in the genitive.
_OWNS = re.compile(r"\b(?:коллег|друг|подруг|сестр|брат|жен|муж|сын|доч|мат|от[ец]|вдов|супруг|адвокат|защитни|соратни|помощни)\w* $", re.IGNORECASE)  # fmt: skip
_WHERE = re.compile(r"(?:^|[\s«(])(?:из|из-под|под|близ|возле|около|в|во|за) $", re.IGNORECASE)
_TWO_NAMES, _PLAINLY, _LONG = 3, 0.5, 6
_PERSONAL = frozenset({"Name", "Surn", "Patr"})
_A_COURT = re.compile(r"\s+(?:(?:районн|городск|областн|межрайонн|военн|окружн|краев)\w+ )?суд(?:а|у|ом|е)?\b")
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})


def without_common(passage: RuPassage, words: list[Word]) -> list[Word]:
    """The name's words less the common ones it opens with; empty when nothing is left of it."""
    while len(words) > 1 and is_common(words[0]):
        words = words[1:]
    if _BODIES.match(words[0].text):
        return []
    if len(words) == 1 and (
        _COURT.search(words[0].text)
        or _is_place(passage, words[0])
        or _is_of_court(passage, words[0])
        or _is_only_place(words[0])
        or (_opens(passage, words[0]) and is_common(words[0]))
        or _is_in_name(passage, words[0])
    ):
        return []
    return words


def parts_of(passage: RuPassage, words: list[Word]) -> list[list[Word]]:
    """ "коллега Иванова Рената Зимина": two people, where the noun before owns the first word and the next opens a name in another case."""
    if len(words) < _TWO_NAMES or not _is_owned(passage, words[0]):
        return [words]
    following = words[1]
    given = [parse.tag for parse in parses_of(following.text) if "Name" in parse.tag]
    is_apart = _is_only_genitive(words[0]) or not (_has_tag(words[0], "Name") or _has_tag(words[2], "Patr"))
    return [words[:1], words[1:]] if any(tag.case == "nomn" for tag in given) and is_apart else [words]


def _is_owned(passage: RuPassage, word: Word) -> bool:
    before = passage.shadow[max(0, word.span[0] - 24) : word.span[0]]
    return _OWNS.search(before) is not None


def _is_only_genitive(word: Word) -> bool:
    cases = {parse.tag.case for parse in parses_of(word.text) if _NAMES & set(parse.tag.grammemes)}
    return bool(cases) and "nomn" not in cases


def _has_tag(word: Word, tag: str) -> bool:
    return any(tag in parse.tag for parse in parses_of(word.text))


def _is_place(passage: RuPassage, word: Word) -> bool:
    """ "из Рогачева", "за Ошмянами": where, not who."""
    return _WHERE.search(passage.shadow[max(0, word.span[0] - 8) : word.span[0]]) is not None


def _is_of_court(passage: RuPassage, word: Word) -> bool:
    """ "Гянджинский суд": where the court sits."""
    return _A_COURT.match(passage.shadow, word.span[1]) is not None


def _is_only_place(word: Word) -> bool:
    """ "поблагодарила Анкару": a place by the dictionary, and nobody's name."""
    tags = [set(parse.tag.grammemes) for parse in parses_of(word.text)]
    return (
        is_known(word.text)
        and any("Geox" in tag and "NOUN" in tag for tag in tags)
        and not any(tag & _PERSONAL for tag in tags)
    )


def is_common(word: Word) -> bool:
    """Whether the dictionary knows the word, and never as a part of a person's name."""
    if _PREFIXED.match(word.text):
        return True
    parses = parses_of(word.text)
    if not is_known(word.text) or "-" in word.text or any(_NAMES & set(parse.tag.grammemes) for parse in parses):
        return False
    first = parses[0].tag
    if first.POS == "NOUN" and "Sgtm" not in first and parses[0].score > _PLAINLY and len(word.text) > _LONG:
        return True
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
