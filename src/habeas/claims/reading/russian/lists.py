"""Lists of names in Russian: "среди освобожденных - A, B и C", "вышли на свободу:" with names below or behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.rumours import none_among
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.nouns import Named
    from habeas.claims.reading.russian.words import RuSentence

_KINDS = (
    ("exile", r"вывезенн|высланн|депортированн|выдворенн|изгнанн|депортировал|выслал|вывезл"),
    ("exchange", r"обменянн|обмененн|обменял|обмен[её]нн"),
    ("pardon", r"помилова"),
    ("release", r"освобожд|освободи|вышедш|вышл[аи]\b|отпущенн|отпусти|выпущенн|выпусти|на свобод"),
    ("arrived", r"прилетевш|прибывш|вернувш"),
    ("release", r"^\W*дома\W*$"),
    ("arrest", r"задержан|задержал|арестован|арестовал|схвачен|удерживаем|под страж|похищен|в заложник"),
    ("sentence", r"приговоренн|приговорил|осужденн|осудил|осуждены|приговоры"),
    ("transfer", r"этапирован|переведен"),
    ("death_in_custody", r"умерш|погибш|умерл|скончал|погибл"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for kind, words in _KINDS)
_AMONG = re.compile(
    r"\b(?:среди|в числе|в списке|в перечне|из числа|один из|одна из|одним из|первым из|последним из) (?:\d+ |этих |всех |последних |\w+ых |\w+ти )?(?P<whom>[\w-]+(?:ных|ших|мых|вших))\b(?P<rest>[^.;:?!]{0,60}?)(?: [-–—]+ |: |\b(?:был[аи]?|оказал\w+|есть|также|и|значатся|значится|числятся|находится|находятся)\b)",
    re.IGNORECASE,
)
_THEM = re.compile(
    r"\b(?:среди (?:них|которых)|в (?:их|этом|том) числе|в их числе|в этом списке)\b(?: также)?(?: [-–—]+|:| был[аи]?| оказал\w+| есть| и)? ",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:не|должны|требу\w+|ждут|ожида\w+|освободите|суды|завтра|призыва\w+|могут|планиру\w+|готов\w+|будут|грозит|просим|напишите|хотят)\b|\?",
    re.IGNORECASE,
)
_MARK = 28
#: How far behind a colon the first name may stand: in a list, and in one of people with what they were held for.
_NEAR, _FAR = 45, 110
_MOMENTS = ("release", "exile", "exchange", "pardon", "arrest", "rearrest")


def lists_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every telling by a list, in the order of the text."""
    kind: str | None = None
    item = -1
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence).replace("ё", "е")
        if none_among(text) is None:
            yield from _among(reader, sentence, text, told)
            yield from _behind_colon(reader, sentence, text, told)
            yield from _besides(reader, sentence, text, told)
        if text.rstrip().endswith(":") or _is_heading(reader, sentence, text):
            kind = None if _UNREAL.search(text) or kind_of(text) == "arrived" else kind_of(text)
        elif kind is not None and sentence.paragraph != item:
            names = _opening(reader, sentence)
            kind, item = kind if names else None, sentence.paragraph
            for name in names if kind else ():
                yield _telling(reader, sentence.span, kind or "", name, "layout")


def _is_heading(reader: RuReader, sentence: RuSentence, text: str) -> bool:
    """ "Кто вышел на свободу", alone on its line and with a line below that a mark opens."""
    shadow = reader.referents.passage.shadow
    start, end = shadow.rfind("\n", 0, sentence.span[0]) + 1, shadow.find("\n", sentence.span[1])
    if end < 0 or len(text) > _HEADING or shadow[start:end].strip() != shadow[slice(*sentence.span)].strip():
        return False
    is_plain = text.rstrip()[-1:] not in tuple(".!?") and not _ITEM.match(shadow, start)
    return is_plain and _ITEM.match(shadow, end) is not None


_HEADING = 70
_ITEM = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)])\s+(?=[А-ЯЁ])")


def kind_of(text: str) -> str | None:
    """What words before a list tell of those it names."""
    return next((kind for kind, words in _COMPILED if words.search(text)), None)


def _among(reader: RuReader, sentence: RuSentence, text: str, told: list[Told]) -> Iterator[Told]:
    match = _AMONG.search(text)
    kinds = {kind_of(match["whom"])} if match is not None else set()
    if match is None and (match := _THEM.search(text)) is not None and not _has_verb_after(sentence, match.end()):
        before = [
            one
            for one in told
            if one.is_group and one.reality == "actual" and one.span[0] <= sentence.span[0] + match.start()
        ]
        near = [one for one in before if one.span[0] >= sentence.span[0]] or [
            one for one in before if _is_last(reader, sentence, one)
        ]
        kinds = {one.type for one in near if one.type in _MOMENTS}
    if match is None:
        return
    if "arrived" in kinds:
        kinds = {_came_out(told)}
    if "exile" in kinds and any(
        one.is_group and one.type in ("release", "pardon") and one.reality == "actual" for one in told
    ):
        kinds.add("release")
    for name in _names_after(reader, sentence, sentence.span[0] + match.end() - 1):
        for kind in kinds - {None}:
            yield _telling(reader, sentence.span, kind or "", name, "among")


def _came_out(told: list[Told]) -> str | None:
    """How those who arrived came out: by the swap, or the release of several, that the text tells of."""
    out = {one.type for one in told if one.type in ("exchange", "release") and one.reality == "actual"}
    return "exchange" if "exchange" in out else next(iter(out), None)


def _is_last(reader: RuReader, sentence: RuSentence, one: Told) -> bool:
    sentences = reader.referents.passage.sentences
    before = sentences[sentence.index - 1] if sentence.index else sentence
    return one.span[0] >= before.span[0]


def _has_verb_after(sentence: RuSentence, start: int) -> bool:
    after = [w for w in sentence.words if w.span[0] >= sentence.span[0] + start][:2]
    return any(w.pos == "VERB" and w.feats.get("VerbForm") == "Fin" for w in after)


def _names_after(reader: RuReader, sentence: RuSentence, start: int) -> list[str]:
    """The names of the list: those in the nominative, no one's kin and in no clause beside."""
    named = [one for one in reader.referents.named(sentence) if one.first.span[0] >= start]
    kept = [one for one in named if _is_item(sentence, one)]
    return list(dict.fromkeys(one.person.name for one in kept))


def _is_item(sentence: RuSentence, one: Named) -> bool:
    if one.case not in ("Nom", None) and not (one.case == "Acc" and one.head is one.first):
        return False
    if lexicon().has("kin", one.head.lemma):
        return False
    before = sentence.words[max(0, one.head.index - 12) : one.head.index]
    opened = [w for w in before if w.lemma in ("который", "где", "что", "чей")]
    return not opened or any(w.text in (",", ";", ".") for w in before if w.index > opened[-1].index)


_BESIDES = re.compile(
    r"(?:кроме|помимо) (?P<who>[^,;:]{3,60}),? (?:в (?:этом )?списке|в числе (?:\w+ых|\w+ших)|среди (?:\w+ых|\w+ших)|на свободу вышл\w+|освободили|освобождены|обменяли|вышли|вернулись)\b",
    re.IGNORECASE,
)


def _besides(reader: RuReader, sentence: RuSentence, text: str, told: list[Told]) -> Iterator[Told]:
    """ "Кроме ИМЯ, в списке A; B; C": of them what was told of the one named first."""
    match = _BESIDES.match(text)
    if match is None or _UNREAL.search(text[: match.end()]):
        return
    first = reader.referents.people.between(sentence.span[0], sentence.span[0] + match.end("who"))
    kinds = {one.type for one in told if first and one.person == first[0][1].name and one.reality == "actual"}
    kind = next((kind for kind in ("exchange", "pardon", "release", "exile") if kind in kinds), None)
    for name in _names_after(reader, sentence, sentence.span[0] + match.end()) if kind is not None else ():
        yield _telling(reader, sentence.span, kind or "", name, "besides")


#: "В обратном направлении отправились четверо: A, B".
_JOURNEY = re.compile(
    r"\b(?:в обратном направлении|домой|на родину|самол[её]том|рейсом|спецрейсом|спецбортом)\b[^:]*\b(?:отправил\w+|вылетел\w*|прилетел\w*|вернул\w+|прибыл\w*|улетел\w*)\b",
    re.IGNORECASE,
)


def _behind_colon(reader: RuReader, sentence: RuSentence, text: str, told: list[Told]) -> Iterator[Told]:
    """ "На свободу вышли: A, B"."""
    head, colon, rest = text.partition(":")
    if not colon or len(head) > 90 or not rest.strip() or _UNREAL.search(head) or re.search(r"[«\"]", rest[:4]):
        return
    kind = _came_out(told) if _JOURNEY.search(head) else kind_of(head)
    named = [one for one in reader.referents.named(sentence) if one.first.span[0] > sentence.span[0] + len(head)]
    opens = named and named[0].first.span[0] <= sentence.span[0] + len(head) + (
        _FAR if _JOURNEY.search(head) else _NEAR
    )
    if (
        kind in (None, "arrived")
        or not opens
        or any(one.first.span[0] < sentence.span[0] + len(head) for one in reader.referents.named(sentence))
    ):
        return
    if any(
        w.feats.get("VerbForm") == "Fin"
        for w in sentence.words
        if sentence.span[0] + len(head) < w.span[0] < named[0].first.span[0]
    ):
        return
    for name in _names_after(reader, sentence, named[0].head.span[0]):
        yield _telling(reader, sentence.span, kind or "", name, "colon")


def _opening(reader: RuReader, sentence: RuSentence) -> list[str]:
    """Who a line of a list is about: the name it opens with, after a mark or a number."""
    people = reader.referents.people.between(*sentence.span)
    opens = bool(people) and people[0][0][0] <= sentence.span[0] + _MARK
    return [people[0][1].name] if opens else []


def _telling(reader: RuReader, span: tuple[int, int], kind: str, name: str, rule: str) -> Told:
    quote, place = reader.quote(span)
    return Told(
        kind, name, None, quote, place, "actual", {f"{RULE}.{rule}.{kind}"}, note="structural", is_member="member"
    )
