"""Numbers of people in Russian prose, each with population, speaker and day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.russian.counted import CASES, counted_word, is_understood
from habeas.claims.reading.russian.dates import dates_in
from habeas.claims.reading.russian.givers import RuGivers
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.ordinals import ranked_in
from habeas.claims.reading.russian.refer import is_dweller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habeas.claims.reading.russian.events import RuReader
    from habeas.claims.reading.russian.words import RuSentence, Word
    from habeas.claims.reading.text.numbers import Number
    from habeas.claims.reading.told import Told

_CUES = (
    ("other", r"(?:умер|скончал|погиб)\w*[^.;]{0,60}после (?:выхода|освобожд)"),
    ("died_in_custody", r"умер|скончал|погиб|смерт[ьие]"),
    ("serious_health", r"болезн|больны|больных|заболевани|здоровь|инвалид|диабет|инсулин|лечени|медицинск\w+ помощ|нужда\w+ в (?:\w+ )?(?:операци|врач|лекарств|лечени)|онколог|туберкул|инфаркт"),
    ("exiled", r"депортир|высла|выдвор|вывез|изгна|вынужден\w* эмигр|за границу|лиш\w+ гражданств|гражданств\w* лиш"),
    ("other", r"без вести|пропал|пропавш|исчез|скамь\w+ подсуд|обвинен|обвиняем|под судом|уехал|эмигрир|покинул|уголовн\w+ дел|фигурант|(?:предъяв|вменя|грозит|преследуют)"),
    ("in_custody", r"остаются|остается|находятся|находится|содерж|за решетк|в заключени|под страж|отбыва|удержива|сидят|лишен\w* свобод|в неволе|значил|значат|числят|числит|несвободн|призна\w* (?:\w+ ){0,2}(?:политзаключ|узник)|политзаключ\w+ (?:\w+ )?призна|внесен|заложник|в (?:наш|этот|их) список"),
    ("released", r"освобо|выпу|отпу|помилов|амнист|на свобод|на вол|обмен|вышл|выйдут"),
    ("convicted", r"осужд|осуди|приговор|получил\w* (?:от|\w+ ){0,3}(?:срок|\d|сут)|срок\w* получил|получили срок"),
    ("arrested", r"задерж|арест(?!ант)|схва|увезл|забрал|через (?:изолятор|тюрьм|сизо|спецприемник)\w* прош|прошл\w+ через"),
)  # fmt: skip
_WEAK = (
    ("in_custody", r"\bкамер\w*\b[^.;]{0,40}\b(?:было|были|сид|спал)|(?:рассмотр|пересмотр)\w*[^.]{0,20}дел|тюрьм|колони|сизо|изолятор|застенк|политзаключ|узник|заключенн|спис(?:ок|ке|ки)|переч(?:ень|не)|реестр|военнопленн"),
    ("other", r"\bдел[ауо]\b|\bдело\b"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _CUES)
_COMPILED_WEAK = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WEAK)
_CROWD = re.compile(
    r"(?:воспитыва\w+|на (?:площад|улиц|акци|митинг|протест|пикет)\w*[^.;]{0,50}\b(?:вышл|выход)\w+|собрались|собралось|пришл\w+|приш[её]л|вышли на (?:площад|улиц|акци|митинг|протест)|провожа|проводить|подписали|подписал\w* (?:\w+ )?(?:письм|петици|обращени|воззвани)|остал\w+ (?:\w+ )?(?:дет|реб[её]н|сын|доч)\w*|лишил\w+ (?:пост|должн|работ)|уволен|наблюда|посетили|сотрудник\w* (?:отдел|полиц)|внесл\w+ в санкц)",
    re.IGNORECASE,
)
#: "Шестой день", "третий раз".
_IS_TIME = re.compile(r"\s+(?:день|раз|год|месяц|час|неделю|недели|сутки)\b", re.IGNORECASE)
_WEAKLY = ("weak", "carried", "stood")
_BACK_TO = re.compile(r"\b(?:все[хм]?|этих|эти|оба|обоих|каждо\w+ из) $", re.IGNORECASE)
_BEFALLEN = {
    "arrest": "arrested", "rearrest": "arrested", "release": "released", "pardon": "released", "exchange": "released", "sentence": "convicted", "conviction": "convicted",
    "exile": "exiled", "death_in_custody": "died_in_custody", "charge": "other", "new_charge": "other", "health_condition": "serious_health",
}  # fmt: skip
_STOCKS = frozenset({"in_custody", "serious_health"})
_PART = re.compile(
    r"(?:в том числе|а также|среди (?:них|которых)|из (?:них|которых)|включая)[^.;]{0,70}$", re.IGNORECASE
)
_REACH = 95
#: A release asked for: those it names are still held.
_ASKED = re.compile(
    r"\b(?:должн|требу|потребов|призва|призыва|проси|добива|обеща|пообеща|не освобо|не выпу)", re.IGNORECASE
)
_STOOD = re.compile(r"\b(?:было|стало|осталось|сейчас|теперь|уже) (?:\w+ )?$", re.IGNORECASE)
_LONGEST = 320


def figures_in(reader: RuReader, told: list[Told]) -> tuple[ReadFigure, ...]:
    """Every figure; the same number of the same population by the same speaker once."""
    seen: dict[tuple[int, str, str | None], ReadFigure] = {}
    last: str | None = (
        "in_custody" if re.search(r"политзаключ|политзек|узник", reader.referents.passage.shadow) else None
    )
    givers = RuGivers(reader.referents.passage, reader.speakers)
    ordered = sorted(reader.referents.passage.sentences, key=lambda s: (s.is_headline, s.index))
    paragraph = -1
    for sentence in ordered:
        text = reader.text(sentence)
        if sentence.paragraph != paragraph and last is not None:
            last = "in_custody"  # a new paragraph goes on with nothing but the theme
        paragraph = sentence.paragraph
        for number in reader.referents.numbers(sentence):
            whole = _OF.match(text[number.core[1] :])
            named = next((f.population for f in seen.values() if whole and f.value == int(whole[1])), None)
            figure = _figure(reader, sentence, number, told, last, givers)
            if figure is not None and named is not None:
                figure = replace(figure, population=named)
            if figure is None or (is_asked(text, number) and any(f.value == figure.value for f in seen.values())):
                continue
            last = figure.population
            if sentence.is_headline and any(
                (f.value, f.population) == (figure.value, figure.population) for f in seen.values()
            ):
                continue
            seen.setdefault((figure.value, figure.population, figure.said_by), figure)
    for figure in _ranked(reader):
        if not any((f.value, f.population) == (figure.value, figure.population) for f in seen.values()):
            seen[figure.value, figure.population, figure.said_by] = figure
    return tuple(sorted(seen.values(), key=lambda one: one.span))


def _ranked(reader: RuReader) -> Iterator[ReadFigure]:
    for sentence in reader.referents.passage.sentences:
        for one in ranked_in(reader.text(sentence)):
            start, end = one.span[0] + sentence.span[0], one.span[1] + sentence.span[0]
            word = next(w for w in sentence.words if w.span[1] > start)
            quote, span = reader.quote((start, end))
            yield ReadFigure(
                one.value, "exact", one.population, word.text, None, None, reader.speakers.at(sentence, word), quote, span, "flow", (f"ru.rank.{one.population}",), "check",
            )  # fmt: skip


def is_asked(text: str, number: Number) -> bool:
    """ "Потребовал освободить семерых": no count of its own when it was counted before."""
    return bool(
        re.search(
            r"\b(?:требу|потребов|призва|призыв|проси|попроси|запроси)[^.;]*$", text[: number.span[0]], re.IGNORECASE
        )
    )


def _figure(
    reader: RuReader, sentence: RuSentence, number: Number, told: list[Told], last: str | None, givers: RuGivers
) -> ReadFigure | None:
    text, shift = reader.text(sentence).replace("ё", "е"), sentence.span[0]
    found = counted_word(sentence, number)
    if found is None or any(d.span[0] <= number.core[0] < d.span[1] for d in dates_in(text, reader.published)):
        return None
    word, noun = found
    if number.value < 2 or (noun is None and not is_understood(sentence, number, text)):
        return None
    inside = reader.referents.clause(sentence, word)
    clause = inside[0].span[0] - shift, inside[-1].span[1] - shift
    if _IS_TIME.match(text, number.core[1]):
        return None
    if any(one.term == number.value and one.span[0] <= number.core[0] + shift < one.span[1] for one in told):
        return None  # "требовал для него одиннадцать"
    if _BACK_TO.search(text[: number.span[0]]) or _CROWD.search(text[clause[0] : clause[1]]) or _is_age(text, number):
        return None
    population, rule = _population(text, number, noun or word, (shift, told), last, clause)
    if rule in _WEAKLY and noun is not None and is_dweller(noun):
        return None  # "выставка семи пейзажистов"
    population = _of_named(reader, sentence, number, told) or population
    if population is None:
        return None
    head = noun or word
    quote, span = reader.quote(_span(reader, sentence, head, number))
    day = next((d.day for d in dates_in(text, reader.published) if d.is_since), None)
    return ReadFigure(
        number.value, number.comparator, population, head.text, None, day, givers.of(sentence, word, number.core[0]), quote, span,
        "stock" if population in _STOCKS else "flow", (f"ru.{rule}",), "check",
    )  # fmt: skip


def _population(
    text: str, number: Number, noun: Word, events: tuple[int, list[Told]], last: str | None, clause: tuple[int, int]
) -> tuple[str | None, str]:
    shift, told = events
    if _end_of_illness(text, number):
        return "serious_health", "bearers"
    for one in told:
        if (
            one.is_group
            and one.count == number.value
            and one.span[0] <= number.core[0] + shift < one.span[1]
            and one.type in _BEFALLEN
        ):
            if one.reality != "actual" and _BEFALLEN[one.type] == "released":
                return "in_custody", "still held"
            return _BEFALLEN[one.type], "event"
    if _ACT_OF_MERCY.search(text) and noun.lemma in _COVERED:
        return "released", "decree"
    if last is not None and _PART.search(text[: number.span[0]]) and not lexicon().has("held", noun.lemma):
        own = next(
            (name for name, pattern in _COMPILED if pattern.search(text[number.core[1] : number.core[1] + 40])), None
        )
        return own or last, "part"
    if noun.lemma in CASES:
        return "other", "cases"
    found = _by_cue(text, number, clause)
    if found == "released" and _ASKED.search(text[clause[0] : max(clause[1], number.core[1] + _REACH)]):
        return "in_custody", "still held"
    if found is not None:
        return found, "order"
    if lexicon().has("held", noun.lemma):
        return "in_custody", "noun"
    if noun.lemma in ("имя", "фамилия") and last is not None and not re.search(r"спис|переч|реестр", text):
        return last, "carried"
    weak = next((name for name, pattern in _COMPILED_WEAK if pattern.search(text)), None)
    if weak is not None:
        return weak, "weak"
    if (
        last is not None
        and noun.pos in ("NUM", "ADJ")
        and _STOOD.search(text[: number.span[0]])
        and number.value > _MANY
    ):
        return "in_custody", "stood"
    return (last, "carried") if last is not None and noun.pos in ("NUM", "ADJ") else (None, "none")


_AT = re.compile(r"\bу (?:(?:более|не|как|по|менее|меньшей|минимум|мере|чем|почти|около)\s+)*$", re.IGNORECASE)
_ILLNESS = re.compile(
    r"[^.;:«»]{0,90}?\b(?:болезн\w+|заболеван\w+|проблем\w* со здоровьем|инвалидност\w+)", re.IGNORECASE
)


def _end_of_illness(text: str, number: Number) -> int | None:
    """Where "у 188 человек, остающихся ..., есть проблемы со здоровьем" ends; None when nobody is told to bear an illness."""
    found = _ILLNESS.match(text, number.core[1]) if _AT.search(text[: number.span[0]]) else None
    return found.end() if found else None


#: "Под амнистию попали 3 400 осужденных", "в указе о помиловании 29 фамилий".
_ACT_OF_MERCY = re.compile(
    r"указ\w* о помилован|амнисти\w+ (?:коснул|затрон|распростран|попал|подлеж|подпал)|(?:под|по) амнисти",
    re.IGNORECASE,
)
_COVERED = frozenset({"имя", "фамилия", "человек", "осудить", "осужденный", "заключенный", "заключить"})
_MANY = 100
_OF = re.compile(r"\s+из (\d{2,6})\b")


def _of_named(reader: RuReader, sentence: RuSentence, number: Number, told: list[Told]) -> str | None:
    """ "Двое, A и B, ... получили сроки": what befell those whom the number sums up."""
    at = number.core[1] + sentence.span[0]
    if not re.match(r"\s*(?:,|[—–-]) ", reader.text(sentence)[number.core[1] :]):
        return None
    named = [p.name for span, p in reader.referents.people.between(at, at + _NAMED_NEAR) if span[0] < sentence.span[1]]
    if len(named) < number.value:
        return None
    inside = (one for one in told if one.person in named and sentence.span[0] <= one.span[0] < sentence.span[1])
    return next((_BEFALLEN[one.type] for one in inside if one.reality == "actual" and one.type in _BEFALLEN), None)


_NAMED_NEAR = 70


_BUT = re.compile(r",? (?:поскольку|потому что|так как|хотя|однако)\b")


def _by_cue(text: str, number: Number, clause: tuple[int, int]) -> str | None:
    """The nearest telling word: in the number's own clause, else anywhere near; what follows counts before what stands before."""
    for start, end in (clause, (max(0, number.span[0] - _REACH), min(len(text), number.core[1] + _REACH))):
        start, end = min(start, number.span[0]), max(end, number.core[1])
        after, before = _BUT.split(text[number.core[1] : end])[0], text[start : number.span[0]]
        hits = [(m.start(), n) for n, (_, pattern) in enumerate(_COMPILED) if (m := pattern.search(after))]
        back = [
            (len(before) - m.end() + 5, n) for n, (_, pattern) in enumerate(_COMPILED) for m in pattern.finditer(before)
        ]
        near = min([*hits, *back], default=None)
        if near is not None:
            return _COMPILED[near[1]][0]
    return None


def _is_age(text: str, number: Number) -> bool:
    """ "старше шестидесяти"."""
    return bool(
        re.search(
            r"(?:(?:младш|старш)\w+,? [^.;]{0,40}(?:было|исполнилось)|старше|младше|моложе|возраст\w*|исполнил\w+|минус|(?:ему|ей|им) (?:тогда |сейчас |уже )?(?:было|стало|будет)?|(?:год|лет|месяц)\w* из) $",
            text[: number.span[0]],
            re.IGNORECASE,
        )
    )


def _span(reader: RuReader, sentence: RuSentence, head: Word, number: Number) -> tuple[int, int]:
    """The clause the number stands in, cut to the phrase when it is long."""
    clause = reader.referents.clause(sentence, head)
    start, end = clause[0].span[0], clause[-1].span[1]
    if end - start > _LONGEST:
        start, end = head.span
    shift = sentence.span[0]
    illness = _end_of_illness(reader.text(sentence), number) or 0
    return min(start, number.span[0] + shift), max(end, number.span[1] + shift, illness + shift)
