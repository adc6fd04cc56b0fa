"""Russian words for somebody held of whom nothing is heard: no letters, no lawyer let in, nobody knows where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.nouns import run_from
from habeas.claims.reading.russian.recent import BYSTANDERS
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.nouns import Named
    from habeas.claims.reading.russian.words import RuSentence, Word

_KIN = r"(?:родн\w+|родственник\w*|близк\w+|семь\w+|жен\w+|муж\w*|мать|мам\w*|адвокат\w*|защитник\w*|друз\w+)"
_NO_CONTACT = re.compile(
    r"(?:нет (?:никакой |никаких )?(?:связи|вестей|известий|контакта|информации о (?:нем|ней|его|ее|\w+ого|\w+ой))|(?:связь|контакт|переписка)\w* [^.;]{0,50}(?:прервал\w+|потеря\w+|прекратил\w+|оборвал\w+)"
    r"|(?:местонахождени\w+|местопребывани\w+|судьб\w+|состояни\w+)[^.;]{0,40}неизвест\w+|неизвестн\w+[^.;]{0,30}(?:местонахождени|где (?:он|она|его|ее)|судьб)|инкоммуникадо"
    r"|(?:не (?:приходят|получал\w*|получает|получают|доходят|было|приходило|доходило|поступа\w+)|ни)\b[^.;]{0,40}\b(?:пис(?:ем|ьма|ьмо)|весточ\w+|вестей|строчки|звонк\w+)"
    r"|(?:пис(?:ем|ьма)|весточ\w+|вестей|строчки|переписк\w+|звонк\w+)[^.;]{0,60}\bне (?:получа|приход|доход|доносит|было|выда|передаю|пропуска)|писем нет|переписки [^.;]{0,20}нет"
    r"|лиш\w+ (?:его |ее |права на )?(?:переписки|свиданий|связи|звонков|права на переписку)|(?:переписк\w+|свидани\w+|звонк\w+|письма)[^.;]{0,20}(?:запре\w+|не дают|не предоставля\w+|отказыва\w+|отменил\w*)|запре\w+ (?:\w+ )?(?:переписк|звонк|свидани|писать|звонить)|не (?:дают|предоставля\w+|разреша\w+) (?:\w+ )?(?:свидани|звонк|переписк|звонить)"
    r"|не (?:пускают|допускают|допустили|пустили|пускали|допускали) (?:к (?:нему|ней|ним) )?(?:адвокат|защитник|родн|врач|никого)|(?:адвокат|защитник)\w* [^.;]{0,25}не (?:пускают|допускают|допустили|пустили|пускали)"
    r"|(?:в )?полной изоляции|информационн\w+ блокад\w+|режим\w* инкоммуникадо|не выход\w+ на связь|на связь не выход|(?:о (?:нем|ней)|об? \w+) (?:\w+ ){0,3}ничего не (?:известно|слышно|знают)|ничего не известно|ни слуху ни духу|с тех пор (?:ни слова|тишина)"
    r"|не (?:может|могут|мог|могла|могли|удается|удалось|удаётся) (?:попасть к|узнать, где|увидеться с|встретиться с|связаться|выяснить, где|найти)|никто не (?:видел|знает, где)|(?:последн\w+ раз)[^.;]{0,60}(?:письмо|связь|звон|видел)[^.;]{0,60}(?:назад|20\d\d|году|январ|феврал|март|апрел|мае|июн|июл|август|сентябр|октябр|ноябр|декабр)"
    r"|ничего (?:\w+ ){0,3}не (?:знает|знают|знал[аи]?|слышно|слышал[аи]?|известно)|(?:без|ни) (?:единого |одного )(?:письма|звонка|свидания)|(?:не (?:пишет|писала?|звонит)\b|писем нет|письма нет)[^.;]{0,30}(?:год|месяц|недел|с \w+)|(?:год|месяц|недел\w|дней|лет) (?:\w+ ){0,2}не (?:пишет|звонит|получает писем)"
    r"|перестал\w? (?:писать|звонить|отвечать|выходить на связь)|(?:связь|переписк\w+|звонк\w+|свидани\w+)[^.;]{0,20}(?:оборвал\w+|пропал\w?|прекратил\w+|прервал\w+)|от (?:него|нее|\w+ \w+) (?:\w+ ){0,4}(?:нет|не было) (?:\w+ )?(?:писем|вестей|известий|новостей|звонков)|не числится"
    r"|не сообщая (?:родным|родственникам|семье|близким)|(?:отказыва\w+|не) (?:говорят|сообщают|сообщать|говорить|сообщили|объясняют)[^.;]{0,30}, где|где (?:он|она) (?:сейчас |теперь |находится |содержится )*[^.;]{0,60}(?:не (?:говорят|сообщают|знают|известно)|неизвестно)"
    r"|не (?:знал[аи]?|знают|знает|знаем|мог(?:ла|ли)? узнать)\b[^.;]{0,20}, где (?!(?:(?:он|она|они|его|ее|их) )?(?:работа|живет|жил|родил|взя))(?:(?:он|она|они|его|ее|их|муж|жена|сын|дочь|брат|сестра|отец|мать)\b)?"
    r"|где (?:\w+ ){0,6}(?:находится |содержится )?,? ?(?:неизвестно|никто не знает|не сообща)|(?:пропал\w?|исчез\w*) (?:без вести|после|из|по дороге|на этапе)|насильственн\w+ исчезнов|бесследно)",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:боится|боятся|опаса\w+|чтобы|если|могут|может быть)\b", re.IGNORECASE)
_PRONOUNS = frozenset(
    {
        "ним",
        "ней",
        "нем",
        "него",
        "нее",
        "его",
        "ее",
        "она",
        "он",
        "нему",
        "ему",
        "ей",
        "которого",
        "которой",
        "котором",
        "которому",
        "который",
        "которая",
    }
)
_KEPT_OUT = re.compile(r"\b(?:адвокат|защитни|юрист|консул|врач|судь)", re.IGNORECASE)
_BACK = 700


def contact_cut(reader: RuReader, held: set[str]) -> Iterator[Told]:
    """Every telling, of those of whom custody is told."""
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence).replace("ё", "е")
        match = _NO_CONTACT.search(text)
        if match is None or _UNREAL.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        place = sentence.span[0] + match.start()
        for name in _cut_off(reader, sentence, place, match.end() + sentence.span[0], held):
            clause = _clauses_at(reader, sentence, place, match.end() + sentence.span[0])
            quote, span = reader.quote(clause)
            yield Told("disappearance_incommunicado", name, None, quote, span, "actual", {f"{RULE}.no_contact"})


def _clauses_at(reader: RuReader, sentence: RuSentence, start: int, end: int) -> tuple[int, int]:
    kept = [c for c in reader.referents.clauses(sentence) if c[0].span[0] < end and start < c[-1].span[1]]
    words = [w for c in kept for w in c]
    return (min(w.span[0] for w in words), max(w.span[1] for w in words)) if words else sentence.span


def _cut_off(reader: RuReader, sentence: RuSentence, start: int, end: int, held: set[str]) -> list[str]:
    """A pronoun in the clause first, then one held named in the sentence, then the one held named last before it."""
    low, high = _clauses_at(reader, sentence, start, end)
    pronouns = [w for w in sentence.words if w.low in _PRONOUNS and low <= w.span[0] < high]
    for word in sorted(pronouns, key=lambda w: (_is_owner(w), abs(w.span[0] - start))):
        found = [
            name
            for name in reader.referents.who(sentence, word).persons
            if name in held or name in reader.referents.preferred
        ]
        if found:
            return found[:1]
    named = [one for one in reader.referents.named(sentence) if one.person.name in held]
    if any(w.low in ("них", "ними") and low <= w.span[0] < high for w in sentence.words):
        return _all_of_them(reader, sentence, low)
    inside = (
        [one for one in named if low <= one.first.span[0] < high] or _subjects(reader, sentence, low, high) or named
    )
    if inside:
        return [min(inside, key=lambda one: abs(one.first.span[0] - start)).person.name]
    if any(w.low in ("них", "ними", "им", "их") for w in sentence.words):
        return _all_of_them(reader, sentence, start)
    before = [
        p.name
        for _, p in reader.referents.people.between(max(0, sentence.span[0] - _BACK), sentence.span[0])
        if p.name in held
    ]
    return before[-1:]


def _subjects(reader: RuReader, sentence: RuSentence, low: int, high: int) -> list[Named]:
    """Who is told of in the clause itself, held or not, lawyers and kin left out."""
    known = reader.referents.recent.described
    return [
        one
        for one in reader.referents.named(sentence)
        if low <= one.first.span[0] < high and one.case == "Nom" and not known.get(one.person.name, set()) & BYSTANDERS
    ]


def _is_owner(word: Word) -> bool:
    return word.low in ("его", "ее") and word.rel in ("det", "nmod")


def _all_of_them(reader: RuReader, sentence: RuSentence, place: int) -> list[str]:
    """ "A и B этапировали, неделю родные ничего о них не знали": those joined just before in the sentence."""
    named = [one for one in reader.referents.named(sentence) if one.last.span[1] <= place]
    if not named:
        return []
    run = run_from(sentence, named, len(named) - 1)
    return [one.person.name for one in run] if len(run) > 1 else []
