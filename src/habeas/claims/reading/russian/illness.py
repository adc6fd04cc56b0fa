"""Illness, injury and hunger strike in Russian, of people of whom custody is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence, Word

_ILLNESS = (
    r"болезн\w+|заболевани\w+|недуг\w*|диабет\w*|онкологи\w*|рак(?:а|ом|е)?\b(?! \w*образ)|опухол\w+|лимфом\w+|лейкоз\w*|метастаз\w*|саркоидоз\w*|инсульт\w*|инфаркт\w*|ишеми\w+|гипертони\w+|астм\w+|туберкулез\w*|гепатит\w*|эпилепси\w+|пневмони\w+|воспалени\w+ легк"
    r"|депресси\w+|склероз\w*|артрит\w*|артроз\w*|грыж\w+|аритми\w+|тахикарди\w+|аневризм\w+|тромб\w*|язв(?:а|ы|у|ой|е)\b|панкреатит\w*|перитонит\w*|ковид\w*|коронавирус\w*|анеми\w+|цирроз\w*|миом\w+|псориаз\w*|варикоз\w*|волчанк\w+|вич\b|сердечн\w+ (?:приступ|недостаточн)|приступ\w* (?:астмы|эпилепсии|сердц)"
    r"|давлени\w+ (?:подня|скач|до )|кровотечени\w+|сотрясени\w+|перелом\w*|инвалид\w+|инвалидност\w+|проблем\w+ (?:со здоровьем|с сердцем|со зрением|с почками|с позвоночник)|боли в \w+|температур\w+|выкидыш\w*|обострени\w+|паралич\w*|слеп(?:нет|ота|оту)|кист\w+|порок\w* сердц|катаракт\w+|глауком\w+|целиаки\w+|гастрит\w*|колит\w*|пиелонефрит\w*|бронхит\w*|дерматит\w*|стенокарди\w+|деменци\w+|шизофрени\w+|сепсис\w*|гангрен\w+|остеохондроз\w*|мигрен\w+|истощени\w+|дистрофи\w+|жалоб\w* на (?:состояние )?здоровь\w+"
)
_STATES = (
    r"(?:потерял\w?|теряет|терял\w?|потеряв|упал\w? в)\b[^.;,]{0,30}\b(?:зрени\w+|слух|зуб\w*|сознани\w+|килограмм\w*|кг|вес\w*|обморок)|похудел\w?|осунул\w+|ослеп\w*|оглох\w*|перестал\w? (?:ходить|видеть|вставать|слышать)|не (?:может|мог|могла) (?:ходить|встать|вставать|видеть)|передвигается"
    r"|(?:состояни\w+|здоровь\w+|самочувстви\w+)[^.;]{0,40}(?:ухудш\w+|критическ\w+|тяжел\w+|угрожа\w+|подорван\w*|резко)|(?:ухудшени\w+|ухудшил\w+|подорвал\w*|проблемы со) (?:состояни\w+|здоровь\w+|зрени\w+)|в (?:реанимации|реанимацию|коме|критическом состоянии|тяжелом состоянии)"
    r"|(?:тяжело|серьезно|смертельно|неизлечимо) (?:болен|больна|больн\w+|заболел\w?|переболел\w?)|болен|больна\b|заболел\w?\b|переболел\w?|слег\b|слегла|кашля\w+ кров|госпитализирова\w+|прооперирова\w+|(?:сделали|перенес\w*|нужна|провели|ждет) (?:\w+ )?операци\w+|перенес\w* (?:\w+ )?операци\w+"
    r"|оперировал\w+|(?:операци\w+) на (?:сердц|легк|глаз|позвоночник|почк)\w+|отказал\w* от (?:еды|пищи)|голодовк\w+|голодает|голодал\w?|сломал\w? (?:ему |ей )?(?:\w+ )?(?:ребр|рук|ног|челюст|нос|палец|пальц|ключиц)\w*|сломан\w* (?:ребр|рук|ног|челюст|нос)\w*|избит\w*|вскрыл\w? вены|порезал\w? вены|попытк\w+ (?:суицид|самоубийств)\w*"
)
_ALL = re.compile(rf"\b(?:{_ILLNESS}|{_STATES})", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:борьб\w+ с|профилактик\w+|страх\w* перед|больной вопрос|после смерти)[^.;]{0,20}$|умер\w*|скончал\w+|причин\w+ смерти|погиб|смерт\w+",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\bне (?:признан\w?|болен|больна|болеет|страдает|подтверд\w+|нуждается|был\w? избит)|жалоб\w* на (?:состояние )?здоровь\w+[^.;]{0,40}не (?:поступ|было|подавал|высказ)|не (?:жалу|жалова|поступал)\w+|здоров[аы]?\b|удовлетворительн|симул",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:может|могут|если|боится|боятся|опаса\w+|грозит|чтобы)\b", re.IGNORECASE)
_NEAR = 420
_PLACES = ("у", "от")


def illness_told(reader: RuReader, held: set[str]) -> Iterator[Told]:
    """Every telling, once for a clause and a person."""
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence).replace("ё", "е")
        for match in _ALL.finditer(text):
            word = next((w for w in sentence.words if w.span[0] <= sentence.span[0] + match.start() < w.span[1]), None)
            if word is None or _OTHER.search(text[max(0, match.start() - 60) : match.start()]):
                continue
            clause = reader.referents.clause(sentence, word)
            inside = text[clause[0].span[0] - sentence.span[0] : clause[-1].span[1] - sentence.span[0]]
            name = _whose(reader, sentence, word, clause, held)
            if name is None or _UNREAL.search(inside) or re.search(r"не стало|скончал|\bумер", inside):
                continue
            quote, span = reader.quote((clause[0].span[0], clause[-1].span[1]))
            reality = "denied" if _DENIED.search(inside) else "actual"
            yield Told(
                "health_condition",
                name,
                None,
                quote,
                span,
                reality,
                {f"{RULE}.illness"},
                said_by=reader.speakers.at(sentence, word),
            )


def _whose(reader: RuReader, sentence: RuSentence, word: Word, clause: list[Word], held: set[str]) -> str | None:
    """Who is ill: "у него", the subject or the dative of the clause, a name before a participle, else the one held spoken of just before."""
    named = reader.referents.named(sentence)
    heads = {one.head.index: one for one in named}
    inside = {w.index for one in named for w in sentence.words[one.first.index : one.last.index + 1]} - set(heads)
    ranked: list[tuple[int, int, str]] = []
    is_other, surest = False, 9
    verbs = [w for w in clause if w.feats.get("VerbForm") == "Fin"]
    outside = [c for verb in verbs for c in verb.children if c.rel.startswith("nsubj") and c not in clause]
    for at in (*clause, *outside):
        if at.index in inside or not (
            at.index in heads or at.pos in ("PRON", "NOUN", "DET") or lexicon().has("described", at.lemma)
        ):
            continue
        rank = _rank(at, heads[at.index].case if at.index in heads else at.feats.get("Case"))
        if rank is None:
            continue
        who = reader.referents.who(sentence, at)
        if rank == 1 and at.feats.get("Case") == "Nom" and not _may_be_subject(reader, clause, who.persons):
            continue
        found = [name for name in who.persons if name in held]
        if found:
            ranked.append((rank, abs(at.index - word.index), found[0]))
        elif (who.persons or who.is_group) and rank < 2:
            is_other = True
            surest = min(surest, rank)
    if ranked and min(ranked)[0] <= surest:
        return min(ranked)[2]
    if is_other:
        return None
    before = [one for one in named if one.last.index < clause[0].index and clause[0].index - one.last.index < 4]
    if before and before[-1].person.name in held and _may_be_subject(reader, clause, (before[-1].person.name,)):
        return before[-1].person.name
    return _just_before(reader, sentence, clause, held)


def _may_be_subject(reader: RuReader, clause: list[Word], persons: tuple[str, ...]) -> bool:
    """ "чья жена ... а сам он перенес инсульт": the verb's gender says who."""
    genders = {
        w.feats.get("Gender")
        for w in clause
        if w.feats.get("VerbForm") == "Fin" and w.feats.get("Tense") == "Past" and w.feats.get("Number") == "Sing"
    }
    known = {p.name: p.gender for p in reader.referents.people.persons}
    wanted = {"m": "Masc", "f": "Fem"}
    return not genders or any(wanted.get(known.get(name) or "") in (None, *genders) for name in persons)


def _rank(at: Word, case: str | None) -> int | None:
    """How surely a phrase in this place is the one who is ill; None when it cannot be."""
    marks = {c.low for c in at.children if c.rel == "case"}
    if marks & set(_PLACES):
        return 0
    if marks:
        return None
    if (
        case == "Gen"
        and at.head is not None
        and at.head.lemma in ("состояние", "здоровье", "самочувствие", "зрение", "жизнь")
    ):
        return 1
    if at.low in ("его", "ее") and at.rel in ("det", "nmod"):
        return 3
    return {"Dat": 1, "Nom": 1, "Acc": 2}.get(case or "", 2 if at.lemma == "который" else None)


def _just_before(reader: RuReader, sentence: RuSentence, clause: list[Word], held: set[str]) -> str | None:
    """The one held who was named last, when the clause has no other subject that is a person."""
    verb = next((w for w in clause if w.feats.get("VerbForm") == "Fin" and w.feats.get("Number") == "Sing"), None)
    gender = {"Masc": "m", "Fem": "f"}.get(verb.feats.get("Gender", "")) if verb is not None else None
    if verb is not None and gender and not any(c.rel.startswith("nsubj") for c in verb.children):
        name = reader.referents.recent.by_gender(sentence, verb, gender)
        return name if name in held else None
    start = max(0, sentence.span[0] - _NEAR)
    named = [p.name for _, p in reader.referents.people.between(start, clause[0].span[0])]
    return (
        named[-1] if named and named[-1] in held and any(c.rel.startswith("nsubj") for c in clause) is False else None
    )
