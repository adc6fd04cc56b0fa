"""Who gives a number in a Russian text: whoever says it in its sentence, else whoever gave the count it goes on from, else "об этом сообщил ..." after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.claims.reading.russian.speakers import RuSpeakers
    from habeas.claims.reading.russian.words import RuPassage, RuSentence, Word

_EARLY = 45
#: A count that goes on opens with a part of the people counted, though with a preposition.
_OF_THEM = re.compile(r"^(?:из (?:них|этих|этого числа)|среди них|у|в том числе|против|более|менее)\s", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^(?:ещ[её]|из (?:них|этих|этого числа)|среди них|не менее|не меньше|как минимум|более|больше|свыше|около|почти|примерно|всего|также|остальны\w+|у \d|\d|в том числе|за (?:то же|это|этот) (?:время|период)|за весь \d{4}|с начала (?:\w+ )?(?:года|месяца|войны)|с \d{4}(?: года)?|кроме того|при этом|тогда же)\b",
    re.IGNORECASE,
)
_FARTHEST = 3
_IN_LIST = re.compile(
    r"^(?:сейчас |теперь |сегодня )?(?:в|во) (?:н[её]м|этом |его |е[её] )?(?:списке|перечне|реестре|базе|картотеке|нем|н[её]м)\b",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"^(?:об этом|это|такие данные|эти данные|такую цифру|эту цифру|о случившемся)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Given:
    """The number given last: the sentence it stands in and who gave it."""

    index: int
    paragraph: int
    who: str | None


class RuGivers:
    """Answers who gives each number, asked in the order of the text; None = the author."""

    def __init__(self, passage: RuPassage, speakers: RuSpeakers) -> None:
        self._passage = passage
        self._speakers = speakers
        self._last = _Given(-2, -2, None)

    def of(self, sentence: RuSentence, word: Word, at: int) -> str | None:
        """Who gives the number at this word, `at` code points into its sentence."""
        who = self._speakers.at(sentence, word)
        if who is None and "«" not in self._passage.text[sentence.span[0] : sentence.span[0] + at]:
            who = self._carried(sentence, at)
        who = who or self._told_after(sentence) or self._kept_by(sentence)
        self._last = _Given(sentence.index, sentence.paragraph, who)
        return who

    def _carried(self, sentence: RuSentence, at: int) -> str | None:
        """ "По данным X, вышли 143. Умерли девять": the second sentence goes on with X's count."""
        last, text = self._last, self._text(sentence)
        if last.index == sentence.index:
            return last.who
        if last.paragraph != sentence.paragraph or not 0 < sentence.index - last.index <= _FARTHEST:
            return None
        between = self._passage.sentences[last.index + 1 : sentence.index]
        if any(self._speakers.in_all(one) for one in between):
            return None
        if between:
            return last.who if _GOES_ON.match(text) else None
        early = at < _EARLY and (sentence.words[0].pos != "ADP" or bool(_OF_THEM.match(text) or _GOES_ON.match(text)))
        return last.who if early else None

    def _kept_by(self, sentence: RuSentence) -> str | None:
        """ "По вечерам она ведет список ... В списке 214 имен": whoever keeps the list."""
        if not _IN_LIST.match(self._text(sentence)):
            return None
        earlier = self._passage.sentences[max(0, sentence.index - _FARTHEST) : sentence.index]
        return next((who for one in reversed(earlier) if (who := self._speakers.keeper(one)) is not None), None)

    def _told_after(self, sentence: RuSentence) -> str | None:
        """ "Задержаны 30 человек. Об этом сообщило МВД"."""
        following = self._passage.sentences[sentence.index + 1 : sentence.index + 2]
        if not following or sentence.is_headline or not _OF_THIS.match(self._text(following[0])):
            return None
        return self._speakers.in_all(following[0])

    def _text(self, sentence: RuSentence) -> str:
        return self._passage.shadow[sentence.span[0] : sentence.span[1]]
