"""What is told of whoever opens a sentence, by verbs that share them: "ИМЯ на прошлой неделе признали виновным, дали два года и отпустили"; ways out told by arrival; a death told as a loss.

Patterns over sentences in which every name is a mark, since the parse loses the object that several verbs share, and brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.dates import dates_in
from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.terms import term_in
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.model import Span
    from habeas.claims.reading.russian.words import RuSentence

_TERM = r"(?:\w+(?: с половиной)?|полтора|\d+(?:,\d)?) (?:лет|года?|месяц\w*|суток)"
#: What was done to the one who opens the sentence; their name stands in another case than the nominative.
_DONE = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("conviction", r"\bпризнали виновн\w+"),
        ("sentence", rf"\b(?:дали|назначили|впаяли|присудили|приговорили к) (?P<term>{_TERM})\b(?! (?:шизо|карцер|пкт|на ))"),
        ("release", r"(?<!не )\b(?:отпустили|освободили|выпустили)\b(?! из рук)(?: (?:из клетки|из-под стражи|из зала|в зале|домой|на волю|на свободу))"),
        ("transfer", r"\b(?:увезли|вывезли|забрали|этапировали|перевели) (?:из|в) (?:\w+ )?(?:сизо|колони\w+|тюрьм\w+|изолятор\w*|шизо|пкт)\b"),
        ("transfer", r"\b(?:поместили|водворили|посадили|отправили) в (?:карцер|шизо|штрафн\w+ изолятор|пкт|одиночк\w+)\b"),
    )
)  # fmt: skip
#: What somebody named in the nominative did or underwent.
_WENT = tuple(
    (kind, re.compile(words))
    for kind, words in (
        (
            "sentence",
            r"\b(?:отделал(?:ся|ась|ись)|обош(?:[её]лся|лась|лись)) (?:пробаци|условн|штраф|исправительн|домашн)\w*(?: \w+)?",
        ),
    )
)
_OPENS = re.compile(
    r"^[^\w‹]*(?:(?:а вот|а|и|но|вот|в \w+|вчера|сегодня|утром|тогда же)\s+)?(?:[а-яё-]+\s+){0,3}?(?P<who>‹\d+›)"
)
_ARRIVED = re.compile(
    r"^[^\w‹]*(?:в|на) (?:[\w-]+ ){1,3}?(?:вернулись|вернулся|вернулась|прилетели|прилетел[а]?|прибыли|прибыл[а]?|доставили|привезли|вывезли) (?:[\w-]+ ){0,3}(?P<who>‹\d+›)"
)
_LOST = re.compile(
    r"\bв (?:[\w-]+ ){0,2}(?:колони\w+|тюрьме|сизо|изоляторе|больнице колонии)\b[^.;‹]{0,20} не стало (?:[\w-]+ ){0,3}?(?P<who>‹\d+›)"
    r"|(?P<who2>‹\d+›) не стало [^.;]{0,30}\bв (?:[\w-]+ ){0,2}(?:колони\w+|тюрьме|сизо|изоляторе)\b"
)
_WHOM = re.compile(
    r"(?P<who>‹\d+›(?:(?:, | и )(?:[\w-]+ ){0,3}‹\d+›){1,5}), которых (?:[^.;,]{0,40}? )?(?P<verb>осудили|приговорили|арестовали|задержали|посадили|освободили|помиловали|выслали)"
)
_WHOM_KINDS = {
    "осудили": "conviction", "приговорили": "sentence", "арестовали": "arrest", "задержали": "arrest", "посадили": "arrest",
    "освободили": "release", "помиловали": "pardon", "выслали": "exile",
}  # fmt: skip
_UNREAL = re.compile(
    r"\b(?:не|бы|если|будут|могут|хотят|хотели|требу\w+|обеща\w+|грозят|якобы|будто|фейк|слух\w*|собира\w+|завтра)\b[^.;]{0,30}$"
)
_MARK = re.compile(r"‹(\d+)›")
_CLAUSE_END = re.compile(r"[.;,]|$")
_JOIN = re.compile(r"(?:,| и|, а также)(?: [\w«»-]+){0,4} ")
_LONGEST = 200
_NOMINATIVE = ("Nom", None)


def fronted_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every such telling that `told` does not hold of the same person in the same sentence."""
    news = _news(told)
    for sentence in reader.referents.passage.sentences:
        text, stretches = _marked(reader, sentence)
        if "‹" not in text:
            continue
        for kind, marks, start, end, term in (*_done(reader, sentence, text), *_other(text, news)):
            span = _place(stretches, start), _place(stretches, end)
            for name in _named(reader, marks):
                if not any(_is_same(one, kind, name, sentence) for one in told):
                    yield _telling(reader, sentence, kind, name, span, term)


def _news(told: list[Told]) -> str | None:
    """The way out that the text tells of: a swap, else releases; None when it tells of none of several people."""
    actual = [one for one in told if one.reality == "actual" and not one.is_period]
    if any(one.type == "exchange" for one in actual):
        return "exchange"
    return "release" if any(one.type == "release" and one.is_group for one in actual) else None


def _done(reader: RuReader, sentence: RuSentence, text: str) -> Iterator[tuple[str, str, int, int, float | None]]:
    opening = _OPENS.match(text)
    named = reader.referents.named(sentence)
    if opening is None or not named:
        return
    is_subject = named[0].case in _NOMINATIVE
    marks = opening["who"]
    others = set(_MARK.findall(text)) - set(_MARK.findall(marks))
    if is_subject:
        marks = _joined(text, opening.start("who"))
    for kind, words in _WENT if is_subject else _DONE:
        for match in words.finditer(text, opening.end()):
            if _UNREAL.search(text[: match.start()]) or (
                others and not is_subject and _comes_between(text, opening.end(), match.start())
            ):
                continue
            term = term_in(match["term"]) if "term" in match.re.groupindex and match["term"] else None
            yield kind, marks, opening.start("who"), match.end(), term


def _joined(text: str, start: int) -> str:
    """The marks of a row of names that begins at a place: only a comma or "и" and a few words of description part them."""
    found: list[str] = []
    here = start
    for mark in _MARK.finditer(text, start, start + _LONGEST):
        if found and not _JOIN.fullmatch(text, here, mark.start()):
            break
        found.append(mark.group())
        here = mark.end()
    return "".join(found)


def _comes_between(text: str, start: int, end: int) -> bool:
    """Whether somebody else is named before the words, whom they may tell of."""
    return _MARK.search(text, start, end) is not None


def _other(text: str, news: str | None) -> Iterator[tuple[str, str, int, int, float | None]]:
    arrived = _ARRIVED.match(text) if news is not None else None
    if arrived is not None and news is not None:
        marks = _joined(text, arrived.start("who"))
        yield news, marks, 0, text.rfind("›", 0, arrived.start("who") + _LONGEST) + 1, None
    lost = _LOST.search(text)
    if lost is not None:
        yield "death_in_custody", lost["who"] or lost["who2"], lost.start(), lost.end(), None
    for match in _WHOM.finditer(text):
        end = _CLAUSE_END.search(text, match.end())
        yield _WHOM_KINDS[match["verb"]], match["who"], match.start(), end.start() if end else match.end(), None


def _is_same(one: Told, kind: str, name: str, sentence: RuSentence) -> bool:
    alike = {kind, "rearrest"} if kind == "arrest" else {kind}
    return one.person == name and one.type in alike and sentence.span[0] <= one.span[0] < sentence.span[1]


def _marked(reader: RuReader, sentence: RuSentence) -> tuple[str, list[tuple[int, int]]]:
    """The sentence in small letters with a mark for each name, and where its stretches stand in the text."""
    whole, numbers = reader.referents.passage.text, {p.name: n for n, p in enumerate(reader.referents.people.persons)}
    text, here, stretches = "", sentence.span[0], [(0, sentence.span[0])]
    for (start, end), person in reader.referents.people.between(*sentence.span):
        if start < here:
            continue
        text += whole[here:start].lower().replace("ё", "е") + f"‹{numbers[person.name]}›"
        here = end
        stretches.append((len(text), here))
    return text + whole[here : sentence.span[1]].lower().replace("ё", "е"), stretches


def _place(stretches: list[tuple[int, int]], at: int) -> int:
    marked, real = next(pair for pair in reversed(stretches) if pair[0] <= at)
    following = next((pair for pair in stretches if pair[0] > at), None)
    return min(real + at - marked, following[1]) if following is not None else real + at - marked


def _named(reader: RuReader, marks: str) -> list[str]:
    persons = reader.referents.people.persons
    return list(dict.fromkeys(persons[int(number)].name for number in _MARK.findall(marks)))


def _telling(reader: RuReader, sentence: RuSentence, kind: str, name: str, span: Span, term: float | None) -> Told:
    quote, place = reader.quote(span)
    found = next(iter(dates_in(quote, reader.published)), None)
    return Told(
        kind, name, None, quote, place, "actual", {f"{RULE}.fronted.{kind}"}, found.day if found is not None and kind != "arrest" else None,
        term=term if kind == "sentence" else None, is_member="name", is_clause=True,
    )  # fmt: skip
