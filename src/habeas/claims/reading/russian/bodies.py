"""The organisations that a Russian text names in quotation marks: which one a common noun means, and each name in the nominative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.dictionary import lemma_of

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuPassage

#: Nouns for those who keep counts.
_KINDS = r"(?:центр|проект|фонд|организаци|объединени|движени|инициатив|ассоциаци|союз|лиг|комитет|групп|институт|сообществ|команд|коалици|платформ|архив)"
_NAMED = re.compile(
    rf"\b(?P<kind>{_KINDS})\w*(?: (?!«)[\w-]+){{0,3}} «(?P<after>[^»\n]{{2,60}})»|«(?P<before>[^»\n]{{2,60}})»,? (?:[—–-] )?(?:\w+ ){{0,3}}{_KINDS}\w*",
    re.IGNORECASE,
)
_KIND = re.compile(rf"{_KINDS}\w*", re.IGNORECASE)
#: Endings of a declined word are at most so long.
_ENDING = 3
_SHORT = 3


class RuBodies:
    """Looks names of organisations up in one passage."""

    def __init__(self, passage: RuPassage) -> None:
        self._text = passage.text
        self._plain = passage.text.replace("ё", "е").replace("Ё", "Е")

    def meant(self, word: str, place: int) -> str | None:
        """The name that "the centre" has: the last one named with that noun before, else the last body named, for a noun that only bodies bear."""
        stem = word.lower()[: max(4, len(word) - 2)]
        found = list(re.finditer(rf"\b{re.escape(stem)}\w*(?: \w+){{0,3}} «([^»\n]{{2,60}})»", self._plain[:place], re.IGNORECASE))  # fmt: skip
        if found:
            return self.nominative(self._text[found[-1].start(1) : found[-1].end(1)])
        return self.last(place) if _KIND.fullmatch(word) else None

    def named_at(self, start: int, end: int) -> str | None:
        """The name of the organisation whose noun stands at a place: "организация «ИМЯ»"; None when another noun stands there."""
        found = _NAMED.match(self._plain, start, end)
        return (
            self.nominative(self._text[found.start("after") : found.end("after")]) if found and found["after"] else None
        )

    def last(self, place: int) -> str | None:
        """The organisation named last before a place of the text."""
        found = list(_NAMED.finditer(self._plain, 0, place))
        if not found:
            return None
        group = "after" if found[-1]["after"] else "before"
        return self.nominative(self._text[found[-1].start(group) : found[-1].end(group)])

    def nominative(self, words: str) -> str:
        """The name as the text has it in the nominative; as given where the text has it in no other form."""
        plain = words.replace("ё", "е").replace("Ё", "Е")
        stems = [_stem(word) for word in plain.split()]
        if not stems or not all(re.fullmatch(r"[А-Яа-яЎўІі-]+", word) for word in plain.split()):
            return words
        pattern = r"(?<![\w-])" + r"\s+".join(rf"{re.escape(stem)}\w{{0,{_ENDING}}}" for stem in stems) + r"(?![\w-])"
        best, most = words, _plainness(plain)
        for match in re.finditer(pattern, self._plain, re.IGNORECASE):
            is_name = match.group()[:1].isupper()
            if is_name and _plainness(match.group()) > most:
                best, most = self._text[match.start() : match.end()], _plainness(match.group())
        return best


def _stem(word: str) -> str:
    return word if len(word) <= _SHORT else word[: max(_SHORT, len(word) - _ENDING)]


def _plainness(words: str) -> int:
    """How many of the words stand in their dictionary form."""
    return sum(lemma_of(word.lower()) == word.lower() for word in words.split())
