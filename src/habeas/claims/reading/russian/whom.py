"""Whom a Russian verb or noun of custody befalls: by grammar, else by who stands in its clause, else by who was spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.russian.beside import in_clause
from habeas.claims.reading.russian.clauses import is_finite
from habeas.claims.reading.russian.lexicon import RuFrame, lexicon
from habeas.claims.reading.russian.places import BY_WORD, counted, patient_of
from habeas.claims.reading.russian.refer import RuWho
from habeas.claims.reading.russian.words import is_animate_or_name

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word

_GENDERS = {"Masc": "m", "Fem": "f"}


def whom(
    referents: RuReferents, sentence: RuSentence, word: Word, frame: RuFrame, triggers: set[int]
) -> tuple[Word, RuWho]:
    """The word that says whom, and who that is; the trigger itself and nobody when nothing says it."""
    if _is_people(word):
        members = _named_among(referents, sentence, word)
        own = referents.group_at(sentence, word)
        return word, RuWho(tuple(members), own.is_group, own.count, own.is_reference, "member")
    ahead = _preposed(referents, sentence, word, frame)
    if ahead is not None:
        return ahead
    patient = _led_by(sentence, word, frame) or patient_of(word, frame)
    if patient is not None and _is_next_clause(referents, sentence, word, patient):
        patient = None
    if patient is not None:
        patient = counted(patient)
        who = referents.who(sentence, patient)
        who = _single(referents, word, patient, frame, who)
        if who != RuWho() and agrees(referents, word, frame, who, patient):
            return patient, who
    if patient is not None and _is_thing(word, patient, frame):
        return patient, RuWho()
    found = in_clause(referents, sentence, word, frame, triggers)
    if found is not None and agrees(referents, word, frame, found[1], found[0]):
        return found
    by_word = _behind_preposition(referents, sentence, word, frame)
    if by_word is not None:
        return by_word
    silent = _silent(referents, sentence, word, frame)
    silent = silent if silent != RuWho() or frame.patient != "noun" else _of_doer(referents, sentence, word)
    return (word, silent) if silent != RuWho() else (patient or word, RuWho())


def _preposed(referents: RuReferents, sentence: RuSentence, word: Word, frame: RuFrame) -> tuple[Word, RuWho] | None:
    """ "Приговоренная к пяти годам ИМЯ": the name that the participle leads up to, when they agree."""
    participle = word.feats.get("VerbForm") == "Part" and word.feats.get("Variant") != "Short"
    if not participle or word.feats.get("Number") == "Plur" or frame.patient not in ("object", "subject"):
        return None
    for one in referents.named(sentence):
        gap = sentence.words[word.index + 1 : one.first.index]
        if (
            one.first.index <= word.index
            or len(gap) > _LEADS_UP
            or any(w.text in ",;:()—" or is_finite(w) for w in gap)
        ):
            continue
        alike = one.person.gender in (_GENDERS.get(word.feats.get("Gender", "")), None)
        cases = {word.feats.get("Case"), one.case, one.first.feats.get("Case")}
        if alike and (len(cases) < _MIXED or one.head is word):
            return one.first, RuWho((one.person.name,), rule="name")
        return None
    return None


def _behind_preposition(
    referents: RuReferents, sentence: RuSentence, word: Word, frame: RuFrame
) -> tuple[Word, RuWho] | None:
    """ "Запросил 14 лет для физика ИМЯ": the name that the frame's preposition leads up to, where the parser hangs it elsewhere."""
    clause = referents.clause(sentence, word)
    for one in referents.named(sentence):
        led = sentence.words[max(0, one.first.index - _LED) : one.first.index]
        at = next((w.index for w in reversed(led) if w.low in BY_WORD.get(frame.patient, ())), None)
        between = sentence.words[at + 1 : one.first.index] if at is not None else ()
        if at is not None and one.first in clause and all(w.pos in ("NOUN", "ADJ") for w in between):
            return one.first, RuWho((one.person.name,), rule="name")
    return None


_LED = 4


def _is_next_clause(referents: RuReferents, sentence: RuSentence, word: Word, patient: Word) -> bool:
    """ "Троих отпустили, Анне грозит арест": she is the next clause's."""
    finite = word.feats.get("VerbForm") == "Fin"
    return finite and patient.index > word.index and patient not in referents.clause(sentence, word)


def _is_thing(word: Word, patient: Word, frame: RuFrame) -> bool:
    """ "осудил приговор", "выпустила книгу": nobody."""
    acts = frame.patient == "object" and word.feats.get("VerbForm") == "Fin" and patient.rel == "obj"
    noun = patient.pos == "NOUN" and not is_animate_or_name(patient) and patient.feats.get("Case") == "Acc"
    return acts and noun and patient.lemma not in _TIMES


_TIMES = frozenset(
    {
        "год",
        "месяц",
        "сутки",
        "срок",
        "неделя",
        "день",
        "час",
        "раз",
        "десяток",
        "сотня",
        "тысяча",
        "утро",
        "вечер",
        "ночь",
        "человек",
        "группа",
        "часть",
    }
)


def _led_by(sentence: RuSentence, word: Word, frame: RuFrame) -> Word | None:
    """ "коллегам, задержанным накануне": the nearest noun before the comma that agrees with the participle."""
    participle = word.feats.get("VerbForm") == "Part" and word.feats.get("Variant") != "Short"
    if not participle or word.rel not in ("acl", "amod", "advcl") or frame.patient not in ("object", "subject"):
        return None
    comma = next(
        (w for w in reversed(sentence.words[max(0, word.index - 3) : word.index]) if w.text in (",", "(")), None
    )
    if comma is None:
        return None
    for other in reversed(sentence.words[max(0, comma.index - _LEADS_UP) : comma.index]):
        if other.text in ";:—" or is_finite(other):
            return None
        same = other.feats.get("Number") == word.feats.get("Number") and other.feats.get("Case") == word.feats.get(
            "Case"
        )
        fits = word.feats.get("Number") == "Plur" or other.feats.get("Gender") == word.feats.get("Gender")
        if other.pos in ("NOUN", "PROPN") and same and fits and is_animate_or_name(other):
            return other
    return None


_LEADS_UP, _MIXED = 8, 3


def _single(referents: RuReferents, word: Word, patient: Word, frame: RuFrame, who: RuWho) -> RuWho:
    """ "был выслан ИМЯ, сосед ДРУГОГО": a verb in the singular tells of one."""
    if len(who.persons) < 2 or who.is_group or not is_subject_bound(word, frame) or word.feats.get("Number") != "Sing":
        return who
    own = referents.people.at(patient.span) or next(
        (p for c in patient.children if (p := referents.people.at(c.span)) is not None), None
    )
    return RuWho((own.name if own is not None else who.persons[0],), rule=who.rule)


def is_subject_bound(word: Word, frame: RuFrame) -> bool:
    """Whether the one it befalls is the grammatical subject: of an active verb that says so, or of a passive."""
    passive = word.feats.get("Voice") == "Pass" or word.feats.get("Variant") == "Short"
    return frame.patient == "subject" or (frame.patient == "object" and passive)


def agrees(referents: RuReferents, word: Word, frame: RuFrame, who: RuWho, patient: Word) -> bool:
    """ "Иванов ... была арестована": not he. "Смерть политзаключенного": of one not told of yet."""
    if who.rule == "description" and frame.patient == "noun":
        return False
    finite = word.feats.get("VerbForm") == "Fin" or word.feats.get("Variant") == "Short"
    if (
        finite
        and word.feats.get("Number") == "Plur"
        and is_subject_bound(word, frame)
        and len(who.persons) == 1
        and not who.is_group
    ):
        return patient.low == "они" or any(c.rel == "conj" for c in patient.children)
    gender = _GENDERS.get(word.feats.get("Gender", ""))
    if is_subject_bound(word, frame) and gender is not None and who.is_group and word.feats.get("Number") == "Sing":
        return False
    if (
        not is_subject_bound(word, frame)
        or word.feats.get("Number") != "Sing"
        or gender is None
        or len(who.persons) != 1
    ):
        return True
    person = next((p for p in referents.people.persons if p.name == who.persons[0]), None)
    return person is None or person.gender in (gender, None)


def _silent(referents: RuReferents, sentence: RuSentence, word: Word, frame: RuFrame) -> RuWho:
    """ "Вышла в мае", "в августе взяли снова": whoever was spoken of just before."""
    gender = _GENDERS.get(word.feats.get("Gender", ""))
    finite = word.feats.get("VerbForm") == "Fin" or word.feats.get("Variant") == "Short"
    if not finite or word.feats.get("Number") != "Sing" or gender is None or not is_subject_bound(word, frame):
        return RuWho()
    if any(c.rel in ("nsubj", "nsubj:pass") for c in word.children):
        return RuWho()
    name = referents.recent.by_gender(sentence, word, gender)
    if name is not None and (name in referents.preferred or _opens(sentence, word, name, referents)):
        return RuWho((name,), rule="silent")
    return RuWho()


def _opens(sentence: RuSentence, word: Word, name: str, referents: RuReferents) -> bool:
    """ "ИМЯ - учительница. Осуждена на три года.": a sentence without a subject, after one that names nobody else."""
    before = [w for w in sentence.words[: word.index] if w.pos not in ("ADV", "NUM", "ADP") and w.text.isalpha()]
    if sentence.index == 0 or len([w for w in before if w.pos in ("NOUN", "PROPN")]) < len(before) or len(before) > 2:
        return False
    return referents.recent.alone_before(sentence) == name


def _of_doer(referents: RuReferents, sentence: RuSentence, word: Word) -> RuWho:
    """ "После освобождения она уехала": the subject's own, told in the past."""
    if not any(c.low in ("после", "до", "момента") for c in word.children) or any(
        c.rel in ("nmod", "det", "amod") for c in word.children
    ):
        return RuWho()
    verb = next((up for up in word.up() if up.feats.get("VerbForm") == "Fin"), None)
    if verb is None or verb.feats.get("Tense") != "Past":
        return RuWho()
    subject = next((c for c in verb.children if c.rel in ("nsubj", "nsubj:pass")), None)
    who = referents.who(sentence, subject) if subject is not None else RuWho()
    if subject is None and verb.feats.get("Number") == "Sing":
        name = referents.recent.by_gender(sentence, verb, _GENDERS.get(verb.feats.get("Gender", "")))
        who = RuWho((name,), rule="silent") if name in referents.preferred and name is not None else RuWho()
    return RuWho(who.persons[:1], rule="silent") if who.persons else RuWho()


def _is_people(word: Word) -> bool:
    """ "среди вышедших", "112 помилованных": a participle that stands for the people themselves."""
    is_participle = word.feats.get("VerbForm") == "Part" or word.pos == "ADJ"
    is_own_head = word.rel not in ("acl", "amod", "acl:relcl")
    return (
        is_participle
        and word.feats.get("Number") == "Plur"
        and word.feats.get("Variant") != "Short"
        and is_own_head
        and bool(any(c.pos == "NUM" or c.low in ("среди", "из") for c in word.children))
    )


def _named_among(referents: RuReferents, sentence: RuSentence, word: Word) -> list[str]:
    """ "Среди вышедших был ИМЯ", "в числе 112 помилованных оказался ИМЯ"."""
    subjects = [
        c for up in (word, *word.up()) for c in up.children if c.rel in ("nsubj", "nsubj:pass") and c.index > word.index
    ]
    opened = any(c.low in ("среди", "из") for c in word.children) or (
        word.head is not None and word.head.low == "числе"
    )
    if not opened or not subjects or lexicon().has("speech", subjects[0].lemma):
        return []
    return list(referents.who(sentence, subjects[0]).persons)
