"""The words that stand with a name in Russian and say what its bearer does, and the roles they give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.words import is_animate

if TYPE_CHECKING:
    from habeas.claims.reading.russian.nouns import Named
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word

_ROLES = (
    ("diplomat", r"\bпосол\b|втор\w+ секретар|перв\w+ секретар|переговорщи|делегаци\w+ (?:ес|евросоюз)|посольств|дипломат|посланни|спецпосланни|спецпредставител\w* (?:по|евросоюз|еврокомисс|президент|сша|госдеп|ес)|госсекретар|госдеп|консул|иностранн\w+ дел|внешнеполитич|поверенн|\bмид(?:а|у|ом)?\b|эмиссар|посланец|посланц|послам?\b|посла\b|послу\b|послом\b|миссии ес|миссии евросоюз|атташе|дипмисси"),
    ("politician", r"депутат|лидерк|партийн|парламентар|сенатор|конгрессмен|политик\b|оппозиционер|экс-кандидат|кандидат\w* в |(?:лидер|глав|представител)\w* (?:\w+ ){0,2}(?:оппозиц|парти|демократ)|бундестаг|парламент|евродепутат|\bпасе\b|демократических сил|спикер|экс-депутат|мэр\b|экс-министр|экс-премьер|парти[ия]\b|сейм|палат\w+ представител"),
    ("activist", r"правозащит|активист|координатор|волонтер|лауреат|диссидент|эколог\b|сопредседател|сооснователь|основател|(?:юрист|аналитик|глава|директор|руководител|сотрудни|представител|председател|эксперт|член|соучредител)\w* (?:\w+ ){0,2}(?:центр|проект|фонд|инициатив|организаци|движени|лиг|союз|комитет|объединени|совет|групп|ассоциаци|профсоюз)|(?:глав[аыу]|директор|руководител|представител|сопредседател|председател|сотрудник|юрист|юристк|аналитик|аналитиц|координатор|эксперт|экспертк|основатель|основательниц|руководительниц|сотрудниц|представительниц|директорк)\w* «|общественни[кц]|гражданск\w+ активист|феминистк|профсоюзн\w+ лидер|защитни\w+ животных"),
    ("journalist", r"\bкорр\b|журналист|редактор|главред|блогер|корреспондент|обозревател|репортер|публицист|фотограф|фотокор|стример|телеведущ|ведущ\w+ (?:программ|канал|передач|эфир)|оператор\b|видеооператор|колумнист|радиоведущ|фото\b"),
    ("official", r"судь[яеию]|прокурор|гособвинител|под председательством|народн\w+ защитни|министр|президент(?:а|у|ом|е)?\b|начальник|следовател|диктатор|правител\b|губернатор|генерал|полковник|майор|подполковник|капитан|чиновни|пресс-секретар|премьер|докладчи|омбудсмен|уполномоченн|комиссар|директор\w* (?:колони|тюрьм|фсин|изолятор)|надзирател|председательств|председател\w* (?:\w+ ){0,2}(?:суд|кгб|комитет)|пресс-служб|помощни\w* (?:президент|прокурор|министр)|замминистр|заместител|представител\w* (?:\w+ ){0,2}(?:мвд|суд|правительств|администрац|ведомств|прокуратур|полици|президент|власт|кремл|следств|оон|управлен|министерств)|глав(?:а|ы|е|у|ой) (?:\w+ ){0,2}(?:област|администрац|ведомств|мвд|кгб|управлен|комитет|государств|минюст)|советни\w* (?:президент|белого дома|министр|глав|губернатор|правител|канцлер)|человек из (?:фсб|кгб|мвд|спецслужб|администрац)|судь[ия]\b|приста[вв]|силовик|милиционер|полицейск|конвоир|контролер|врач\w* колони|офицер"),
    ("relative", r"\b(?:жен[аыеуо]\w?|муж(?:а|у|ем|е)?|мать|матери|отец|отца|отцу|сын|сына|дочь|дочери|брат|брата|сестра|сестры|сестре|супруг\w*|вдова|вдовы|бабушка|дедушка|тетя|дядя|племянни\w+|невест\w+|тещ\w+|свекров\w+|внук\w*|внучк\w+|отчим\w*|мачех\w*|родственни\w+)\b"),
    ("journalist", r"\bредакци|\bгазет|телеканал"),
    ("official", r"\bглав[аыеу]\b|\bпредставител|\bсотрудни"),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(cues, re.IGNORECASE)) for role, cues in _ROLES)
#: Who speaks of human rights defenders in office: "докладчик ООН о положении правозащитников".
_ABOVE_PARTIES = re.compile(
    r"докладчи\w+ (?:оон|\w+ оон)|верховн\w+ комиссар|омбудсмен|уполномоченн\w+ по", re.IGNORECASE
)
_LONGEST_BYLINE = 90
_RETIRED = re.compile(r"отставн|в отставке|на пенсии|бывш|экс-")


def words_beside(referents: RuReferents) -> dict[str, list[str]]:
    """Person -> the words that describe them, as phrases in lower case."""
    out: dict[str, list[str]] = {}
    for sentence in referents.passage.sentences:
        for one in referents.named(sentence):
            phrases = out.setdefault(one.person.name, [])
            phrases += [_before(referents, sentence, one), _after(referents, sentence, one)]
            if _is_byline(referents, sentence):
                phrases.append("журналист")
    return {name: [phrase for phrase in phrases if phrase] for name, phrases in out.items()}


def occupation_of(beside: list[str]) -> tuple[str, str]:
    """The role that the words beside a name give; "other" when they give none."""
    if any(_ABOVE_PARTIES.search(phrase) for phrase in beside):
        return "official", "role.commissioner"
    for role, pattern in _COMPILED:
        kept = (phrase for phrase in beside if not (role == "official" and _RETIRED.search(phrase)))
        found = next((m for phrase in kept if (m := pattern.search(phrase))), None)
        if found is not None:
            return role, f"role.{found.group().lower()}"
    return "other", "role.none"


def _before(referents: RuReferents, sentence: RuSentence, one: Named) -> str:
    """The nouns and their attributes that lead up to the name, back to a verb, a mark, or another name."""
    kept: list[Word] = []
    quoted = 0
    for word in reversed(sentence.words[max(0, one.first.index - 12) : one.first.index]):
        if word.text in ("»", "«", '"'):
            quoted += 1
            continue
        is_mark = word.text in ",.;:()—–!?" and not (word.text == ":" and kept == [])
        if (
            is_mark
            or (word.pos == "VERB" and word.feats.get("VerbForm") != "Part")
            or word.pos in ("PRON", "SCONJ", "AUX")
        ):
            break
        if referents.people.at(word.span) is not None and not _is_owner(word, one):
            break
        if word.pos == "ADP" and word.low not in ("по", "в", "при", "из", "на", "от", "с"):
            break
        kept.append(word)
    kept.reverse()
    nouns = [w for w in kept if w.pos in ("NOUN", "PROPN", "ADJ")]
    if not nouns or not _opens_well(kept, one):
        return ""
    led = [w for w in sentence.words[max(0, kept[0].index - _LED) : kept[0].index + 1] if w.pos == "NOUN"]
    if [w.low for w in kept[:2]] == ["главе", "с"] and led:
        return led[0].low  # "депутаты во главе с ИМЯ"
    quoted_at = {w.index + 1 for w in sentence.words if w.text in ("«", '"', "“")}
    return " ".join(("«" if w.index in quoted_at else "") + w.low for w in kept)


_LED = 3


def _is_owner(word: Word, one: Named) -> bool:
    """ "жена Петрова Анна": the name between belongs to the noun of kin."""
    return word.head is not None and lexicon().has("kin", word.head.lemma) and word.feats.get("Case") == "Gen"


def _opens_well(kept: list[Word], one: Named) -> bool:
    """Whether the phrase's noun agrees with the name: "мать ИМЯ" in the genitive is somebody else."""
    head = one.head if one.head is not one.first else next((w for w in kept if w.pos == "NOUN" and is_animate(w)), None)
    if head is None:
        return True
    case, own = head.feats.get("Case"), one.first.feats.get("Case")
    return not (lexicon().has("kin", head.lemma) and own == "Gen" and case in ("Nom", "Dat", "Ins"))


def _after(referents: RuReferents, sentence: RuSentence, one: Named) -> str:
    """ "ИМЯ, муж журналистки", "ИМЯ — экс-депутат"."""
    words = sentence.words
    at = one.last.index + 1
    if (kin := _kin_before(sentence, one)) is not None:
        return kin
    if at + 1 >= len(words) or words[at].text not in (",", "—", "–", "-", "("):
        return ""
    kept: list[Word] = []
    for word in words[at + 1 : at + 8]:
        if word.low == "из" and [w.low for w in kept] in (["один"], ["одна"]):
            continue
        if (
            word.text in ",.;:()—–"
            or word.pos in ("VERB", "SCONJ", "ADP")
            or referents.people.at(word.span) is not None
        ):
            break
        kept.append(word)
    noun = next((w for w in kept if w.pos == "NOUN"), None)
    is_one_of = bool(kept) and kept[0].low in ("один", "одна", "одного", "одну")
    if noun is None or not is_animate(noun) or not (is_one_of or noun.feats.get("Case") in (one.case, "Nom", None)):
        return ""
    following = next((w for w in words[kept[-1].index + 1 :]), None)
    if (
        following is not None
        and referents.people.at(following.span) is not None
        and following.feats.get("Case") == noun.feats.get("Case")
    ):
        return ""  # ", журналистка ИМЯ": the next of a list
    return " ".join(w.low for w in kept)


def _kin_before(sentence: RuSentence, one: Named) -> str | None:
    """ "Младший брат, ИМЯ, пришел", "мать Петрова, ИМЯ": the noun of kin between the commas before the name."""
    comma = one.first.index - 1
    if comma < 1 or sentence.words[comma].text not in (",", "—", "–", ":"):
        return None
    for word in reversed(sentence.words[max(0, comma - _KIN_AWAY) : comma]):
        if lexicon().has("kin", word.lemma) and word.feats.get("Number") != "Plur":
            agrees = word.feats.get("Case") in (one.first.feats.get("Case"), None)
            return word.low if agrees else None
        if word.text in ",.;:()—–" or word.pos in ("VERB", "SCONJ", "ADP", "CCONJ"):
            return None
    return None


_KIN_AWAY = 4


def _is_byline(referents: RuReferents, sentence: RuSentence) -> bool:
    """ "Иван Петров, Анна Сидорова": a line of names near the top, or "Фото: ИМЯ"."""
    text = referents.passage.shadow[sentence.span[0] : sentence.span[1]]
    if re.match(
        r"(?:фото|текст|автор(?:ы|ка)?|корреспондент\w*|иллюстраци\w+|редактор\w*|разбор|подготовил[аи]?|записал[аи]?|беседовал[аи]?|колонка|материал\w*|репортаж):? (?=[А-ЯЁ])",
        text,
        re.IGNORECASE,
    ):
        return True
    names = {w.index for one in referents.named(sentence) for w in sentence.words[one.first.index : one.last.index + 1]}
    rest = [w for w in sentence.words if w.index not in names and w.text not in (",", "и", ".")]
    return bool(names) and not rest and sentence.paragraph <= 3 and len(text) < _LONGEST_BYLINE
