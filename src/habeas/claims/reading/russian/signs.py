"""Signs of custody, of its end and of kinship near a name in Russian prose, by words and order: what colours a role, never an event by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents

_N = r"(?P<who>‹\d+›)"
_GAP = r"[^.;‹›]"
_IN = r"(?:[^.;,‹›]|, \d+ (?:лет|года?),)"
_PLACE = (
    r"(?:колони|тюрьм|тюремн|сизо|следственн\w+ изолятор|изолятор|заключени|решетк|неволе|камер|шизо|стражей|лагер)"
)
_SPAN = r"(?:суток|сутки|лет|года?|месяц\w*|дн(?:я|ей)|недел\w+)"
_HELD = r"(?:политзаключ|политзек|узни|заключенн|арестант)\w*"
_LET_OUT = (
    r"(?:высадили|вывезли|выслали|обменяли|освободили|отпустили|помиловали|выдворили|депортировали|выпустили|изгнали)"
)
_KIN = r"(?:сын|дочь|муж|жена|мать|отец|брат|сестра|вдова|супруга?|племянни(?:к|ца)|тетя|дядя|бабушка|дедушка|невеста|внучка|внук)"
_SPEAKS = r"(?:говорит|сказал\w?|рассказал\w?|рассказывает|вспоминает|заявил\w?|признал\w+|добавил\w?|объяснил\w?|пишет|написал\w?)"

#: kind -> patterns over marked sentences, in lower case, ё as е.
_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("past", rf"{_N},?{_GAP}{{0,40}}\b(?:отсиде(?:л[аи]?|вш\w+)|просиде(?:л[аи]?|вш\w+))\b(?!{_GAP}{{0,25}}(?:половин|уже)){_GAP}{{0,60}}\b(?:{_SPAN}|срок\w*|звонка)\b"),
        ("past", rf"{_N},?{_GAP}{{0,60}}\b(?:пров[её]?л[аи]?|проведш\w+)\b{_GAP}{{0,50}}{_PLACE}{_GAP}{{0,30}}"),
        ("past", rf"{_N} (?:\w+ )?(?:был|была) (?:{_HELD}|за решеткой|под стражей|в заключении)"),
        ("past", rf"(?:экс-|бывш\w+ )(?:\w+ )?{_HELD} (?:[\w«»\"-]+ ){{0,3}}{_N}"),
        ("past", rf"{_N}, котор\w+ (?:сам\w+ )?{_GAP}{{0,50}}(?:отправил|посадил|арестовал|задержал|осудил|держал)\w*{_GAP}{{0,20}}\bна \d+ суток"),
        ("out", rf"{_N}{_GAP}{{0,30}}(?<!не )(?:уже |сейчас |снова |теперь )(?:на свободе|на воле|дома)\b"),
        ("out", rf"{_N}, котор(?:ого|ую){_GAP}{{0,70}}\b{_LET_OUT}\b"),
        ("out", rf"\b(?:у трапа|в аэропорту|на (?:летном поле|границе|вокзале)) {_GAP}{{0,20}}(?:встретил|обнял|приветствовал)\w*{_GAP}{{0,30}} {_N}|\b(?:встретил|обнял|приветствовал)\w* (?:у трапа|в аэропорту|на (?:летном поле|границе|вокзале)){_GAP}{{0,30}} (?P<who2>‹\d+›)"),
        ("out", rf"\b(?:в обмен|взамен)\b{_GAP}{{0,40}}\b(?:отдал|передал|отпустил|вернул|выдал|освободил|получил)\w*{_GAP}{{0,60}} {_N}"),
        ("now", rf"\b(?:от|о|об|про) (?:[\w-]+ ){{0,3}}{_N}{_GAP}{{0,40}}(?:нет (?:вестей|новостей|известий|писем)|ни слова|ничего не (?:известно|слышно))|(?:нет (?:вестей|новостей|известий|писем)|ни слова|ничего не (?:известно|слышно)) (?:от|о|об|про) (?:[\w-]+ ){{0,3}}(?P<who2>‹\d+›)"),
        ("now", rf"{_N}{_GAP}{{0,20}}\b(?:пиш|писал|написал|передал)\w*{_GAP}{{0,30}}\bиз (?:\w+ )?{_PLACE}"),
        ("now", rf"{_N} \((?:сизо|ик|колония|тюрьма|шизо)\b[^)]*\)"),
        ("now", rf"{_N},?(?:(?!отсиде|провед|провел|рассказ|сказал|говор|узнал|вспомина|\bмуж|\bжен|\bот[ец]|\bсын|\bдоч|\bмат|\bбрат|\bсестр|\bчеловек){_IN}){{0,40}}\b(?:под домашним арестом|под стражей|за решеткой|в сизо|в колонии|в тюрьме|в камере)\b(?!{_GAP}{{0,40}}(?:{_SPAN}|был|провел))"),
        ("now", rf"\b(?:отправил|поместил|попал|перевел)\w*\b{_GAP}{{0,50}}(?:тюремн\w+ больниц|психиатрическ\w+|принудительн\w+ лечени){_GAP}{{0,40}} {_N}|(?P<who2>‹\d+›){_GAP}{{0,30}}\b(?:отправил|поместил|попал|перевел)\w*\b{_GAP}{{0,40}}(?:тюремн\w+ больниц|психиатрическ\w+|принудительн\w+ лечени)"),
        ("now", rf"\b(?:автобус|списк|самолет|среди|числе)\w*\b{_GAP}{{0,40}}(?:не оказалось|не было|нет) (?:[\w-]+ ){{0,3}}{_N}|(?P<who2>‹\d+›){_GAP}{{0,30}}\b(?:среди них|в списк\w+|в автобусе|в их числе){_GAP}{{0,20}} (?:не оказал\w+|нет|не было)"),
        ("kin", rf"(?<![\w-]){_KIN} (?:[\w-]+ ){{0,4}}‹\d+› {_N}"),
        ("kin", rf"(?<![\w-]){_KIN} (?:(?:осужденн|арестованн|задержанн|убит|погибш|умерш|политзаключ|активист|журналист|блогер|правозащитни|обвиняем|подсудим|учительниц|политик|адвокат)\w*),? {_N}"),
        ("kin", rf"{_N}, (?:[\w-]+ )?{_KIN} "),
        ("kin", rf"\b(?:его|ее|их) (?:[\w-]+ )?{_KIN},? {_N}"),
        ("kin", rf"«[^»]*\b(?:мо[йяиюе]|моего|моей|моему|моим) (?:\w+ )?(?:сын|доч|муж|жен|мат|от[ец]|брат|сестр|дет|внук)\w*[^»]*»,? [—–-] {_SPEAKS} (?:[\w-]+ ){{0,4}}{_N}"),
        ("out", rf"{_N}, (?:[\w-]+ )?(?:обменянн|освобожденн|помилованн|выпущенн|отпущенн|вышедш\w+ на свобод|высланн)\w*|\b(?:обменянн|освобожденн|помилованн|выпущенн|отпущенн)\w+ (?:[\w-]+ ){{0,2}}(?P<who2>‹\d+›)"),
        ("out", rf"\b{_LET_OUT}\b[^;‹›]{{0,60}}(?:‹\d+›[^.;‹›]{{0,30}})?вместе с (?:[\w-]+ ){{0,3}}{_N}(?:,? и (?:[\w-]+ ){{0,3}}(?P<who2>‹\d+›))?"),
        ("office", rf"\b(?:режим|диктатур|хунт|администраци)\w* {_N}|\b(?:судья|председательствующ\w+|прокурор|гособвинител\w+) ?[—–:-] ?(?P<who2>‹\d+›)"),
        ("held kin", rf"(?<![\w-]){_KIN} (?:политзаключ|политзек|осужденн|арестованн|заключенн|подсудим)\w* (?:[\w-]+ ){{0,2}}{_N}"),
    )
)  # fmt: skip
_HE = re.compile(r"^(?:теперь |сейчас |ныне |потом |в \d{4}-м |в \d{4} году )?(?:он|она)\b")
_MARK = re.compile(r"‹(\d+)›")


@dataclass(frozen=True, slots=True)
class RuSign:
    """`kind` is past, out, now, kin, "held kin" or office; `at` is where the sentence begins."""

    person: str
    kind: str
    at: int


def signs_in(referents: RuReferents) -> list[RuSign]:
    """Every sign, in the order of the text."""
    return list(_signs(referents))


def _signs(referents: RuReferents) -> Iterator[RuSign]:
    names = [person.name for person in referents.people.persons]
    numbers = {name: number for number, name in enumerate(names)}
    subject = ""
    for sentence in referents.passage.sentences:
        text = _marked(referents, sentence.span, numbers)
        marks = _MARK.findall(text)
        if not marks and subject and _HE.match(text):
            text = _HE.sub(subject, text)
        elif marks:
            subject = f"‹{marks[0]}›"
        for kind, pattern in _PATTERNS:
            for match in pattern.finditer(text) if "‹" in text else ():
                groups = match.groupdict()
                for mark in _MARK.finditer(f"{groups.get('who') or ''}{groups.get('who2') or ''}"):
                    yield RuSign(names[int(mark[1])], kind, sentence.span[0])


def _marked(referents: RuReferents, span: tuple[int, int], numbers: dict[str, int]) -> str:
    """The sentence in lower case with every name replaced by ‹number›."""
    text, here = "", span[0]
    whole = referents.passage.text
    for (start, end), person in referents.people.between(*span):
        if here <= start and end <= span[1]:
            text += whole[here:start].replace("‹", "<").replace("›", ">") + f"‹{numbers[person.name]}›"
            here = end
    text += whole[here : span[1]].replace("‹", "<").replace("›", ">")
    return text.lower().replace("ё", "е")
