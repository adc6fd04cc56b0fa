"""What a Russian text takes back: rumours it calls untrue, and people it says are not among those told of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuPassage, RuSentence
    from habeas.claims.reading.told import Told

_SAID = r"(?:слух\w*|сообщени\w+|информаци\w+|новост\w+|утверждени\w+|сведени\w+|пишут|писали|сообщал\w*|сообщил\w*|сообщалось|будто|якобы|как сообщалось)"
_NOT = r"(?:опроверг\w*|не подтверд\w+|не соответств\w+|(?:это|оказал\w+) фейк\w*|неправда|выдумк\w+)"
_BOTH = re.compile(rf"\b{_SAID}\b.*\b{_NOT}|\b{_NOT}[^.]{{0,40}}\b{_SAID}\b", re.IGNORECASE | re.DOTALL)
_BACK = re.compile(
    rf"[^\w]*(?:это(?: сообщение| утверждение)?|но это|однако это|информация|слухи|сообщение|позже|впрочем,? это|сам\w? \w+ это|он[аи]? это)\b[^.]{{0,60}}\b{_NOT}",
    re.IGNORECASE,
)
#: "Мы ошибочно написали, что ИМЯ задержана".
_BY_MISTAKE = re.compile(
    r"\b(?:ошибочно|по ошибке)\b (?:\w+ ){0,2}(?:написал|сообщил|указал|назвал|утверждал|заявил)\w*|\b(?:написал|сообщил|указал|назвал|утверждал|заявил)\w* (?:\w+ ){0,2}(?:ошибочно|по ошибке)\b",
    re.IGNORECASE,
)
_NONE_AMONG = re.compile(
    r"\b(?:среди|в числе|в списке|в списках|в перечне)\b(?P<whom>[^.;:]{0,60}?)\b(?:нет|не было|не оказалось|не значится|не указан\w*|не нашлось)\b|\b(?:нет|не было|не оказалось) (?:там|среди (?:них|освобожденных|вышедших)|в (?:этом )?списке)\b",
    re.IGNORECASE,
)


def taken_back(passage: RuPassage, told: list[Told]) -> list[Told]:
    """The tellings, those that the text itself takes back turned to denied."""
    ranges = [s.span for s in passage.sentences if _is_taken_back(passage, s)]
    none = [
        (s.span[0] + m.start(), s.span[1])
        for s in passage.sentences
        for m in [_NONE_AMONG.search(_text(passage, s))]
        if m
    ]
    for one in told:
        if (
            one.reality == "actual"
            and any(start <= one.span[0] < end for start, end in ranges)
            and one.type != "sanction"
        ):
            one.reality = "denied"
        if (
            one.person is not None
            and any(start <= one.span[1] and one.span[0] < end for start, end in none)
            and one.type in ("release", "exchange", "pardon", "exile")
        ):
            one.reality = "denied"
    return told


def none_among(text: str) -> re.Match[str] | None:
    """ "Среди освобожденных нет ИМЯ": where it is said."""
    return _NONE_AMONG.search(text)


def _text(passage: RuPassage, sentence: RuSentence) -> str:
    return passage.shadow[sentence.span[0] : sentence.span[1]].replace("ё", "е")


def _is_taken_back(passage: RuPassage, sentence: RuSentence) -> bool:
    if _BOTH.search(_text(passage, sentence)) or _BY_MISTAKE.search(_text(passage, sentence)):
        return True
    if sentence.index + 1 >= len(passage.sentences):
        return False
    following = passage.sentences[sentence.index + 1]
    return following.paragraph == sentence.paragraph and bool(_BACK.match(_text(passage, following)))
