"""What Russian verbs and nouns of custody tell, of whom, with day, place, term, reality and speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.dates import RuDate, dates_in
from habeas.claims.reading.russian.lexicon import RuFrame, lexicon
from habeas.claims.reading.russian.reality import reality_of
from habeas.claims.reading.russian.refer import RuWho
from habeas.claims.reading.russian.terms import is_endless, term_in
from habeas.claims.reading.russian.whom import whom
from habeas.claims.reading.russian.words import is_animate_or_name, is_verb_form
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.model import Span
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.speakers import RuSpeakers
    from habeas.claims.reading.russian.words import RuSentence, Word

RULE = "ru"
_LONGEST = 320
_PUT = frozenset({"посадить", "отправить", "упечь", "бросить"})
#: "отбыв срок": no sentence told anew without its length.
_SERVED = frozenset({"отбыть", "отсидеть", "досидеть"})
_CELL = re.compile(r"шизо|карцер|пкт|штрафн|одиночн", re.IGNORECASE)
_JUST_BEFORE = 4
_LET_GO = frozenset({"отпустить", "отпускать", "выпустить", "выпускать", "освободить"})
_THEN = frozenset({"теперь", "затем", "вдобавок"})
_TOOK_PLACE = frozenset(
    {
        "провести",
        "состояться",
        "произойти",
        "пройти",
        "завершиться",
        "осуществить",
        "совершить",
        "подтвердить",
        "сообщить",
        "стать",
        "случиться",
    }
)
_MOMENTS = frozenset({"release", "pardon", "exchange", "death_in_custody", "death_after_release"})


@dataclass(frozen=True, slots=True)
class RuReader:
    """Everything a detector needs to look things up in one passage."""

    referents: RuReferents
    speakers: RuSpeakers
    published: date | None

    def text(self, sentence: RuSentence) -> str:
        """The sentence as the parser saw it."""
        return self.referents.passage.shadow[sentence.span[0] : sentence.span[1]]

    def quote(self, span: Span) -> tuple[str, Span]:
        """The text at the span, its edges trimmed."""
        text, (start, end) = self.referents.passage.text, span
        edge = " \t\r\n,;:-–—«\"'"
        while start < end - 1 and text[start] in edge:
            start += 1
        while end - 1 > start and text[end - 1] in " \t\r\n,;:-–—":
            end -= 1
        return text[start:end], (start, end)


def events_told(reader: RuReader) -> Iterator[Told]:
    """Every telling, in the order of the text."""
    last: tuple[int, int, str] | None = None
    for sentence in reader.referents.passage.sentences:
        found = [(word, frame) for word in sentence.words if (frame := _frame_of(reader, sentence, word)) is not None]
        triggers = {word.index for word, _ in found}
        for word, frame in found:
            told = list(_told(reader, sentence, word, frame, triggers))
            near = last is not None and last[0] == sentence.paragraph and sentence.index - last[1] <= 1
            if not told and near and last is not None and _is_elided(reader, sentence, word, frame):
                kind = _kind_and_term(reader, sentence, word, frame)
                who = RuWho((last[2],), rule="elided")
                told = [_telling(reader, sentence, (word, word), (*kind, frame), who, last[2], triggers)]
            yield from told
            persons = {one.person for one in told}
            if told:
                name = next(iter(persons)) if len(persons) == 1 else None
                last = (sentence.paragraph, sentence.index, name) if name is not None else None


def _is_elided(reader: RuReader, sentence: RuSentence, word: Word, frame: RuFrame) -> bool:
    """ "Его арестовали. Обвинили в измене, дали семь лет": a plural verb that names neither who nor whom tells of the one told of just before."""
    plural = (
        word.feats.get("VerbForm") == "Fin" and word.feats.get("Number") == "Plur" and word.feats.get("Tense") == "Past"
    )
    if not plural or frame.patient not in ("object", "dative") or word.feats.get("Variant") == "Short":
        return False
    if any(c.rel in ("nsubj", "nsubj:pass", "iobj") for c in word.children):
        return False
    things = [c for c in word.children if c.rel == "obj"]
    if things and (frame.patient == "object" or frame.type == "conviction"):
        return False  # "Приговор огласили в мае"
    clause = reader.referents.clause(sentence, word)
    opens = next((w for w in clause if w.text.isalnum()), word)
    bare = [w for w in clause if not any(c.rel == "case" for c in w.children)]
    return not any(is_animate_or_name(w) or w.pos == "PRON" for w in bare) and opens.lemma not in _LINKS


_LINKS = frozenset({"который", "кто", "где", "что", "если", "чтобы", "как"})


def _frame_of(reader: RuReader, sentence: RuSentence, word: Word) -> RuFrame | None:
    verbal = word.pos == "VERB" or word.feats.get("VerbForm") is not None or word.feats.get("Variant") == "Short"
    if verbal or (word.pos == "ADJ" and word.lemma.endswith(("ть", "ться"))):
        frames = [f for f in lexicon().verbs if word.lemma in f.words]
    elif word.pos in ("NOUN", "PROPN", "ADV"):
        frames = [f for f in lexicon().nouns if word.lemma in f.words]
        if not frames and is_verb_form(word):  # a rare verb, taken for a noun
            frames = [f for f in lexicon().verbs if word.lemma in f.words and not f.plural]
    else:
        return None
    if not frames:
        return None
    own = {w.index: w for w in (*_clause_words(word), *reader.referents.clause(sentence, word))}
    clause = " " + " ".join(own[index].low for index in sorted(own)) + " "
    # what stands behind a colon explains an arrest, and speaks against none
    near = " " + " ".join(own[index].low for index in _before_colon(sorted(own), sentence, word)) + " "
    fitting = [
        f
        for f in frames
        if (not f.stems_for(word.lemma) or any(stem in clause for stem in f.stems_for(word.lemma)))
        and (not f.plural or (word.feats.get("Number") == "Plur" and word.feats.get("VerbForm") == "Fin"))
        and not any(stem in (near if f.type == "arrest" else clause) for stem in f.not_near)
    ]
    return max(fitting, key=lambda f: bool(f.stems_for(word.lemma)), default=None)


def _before_colon(indexes: list[int], sentence: RuSentence, word: Word) -> list[int]:
    colon = next((w.index for w in sentence.words[word.index :] if w.text == ":"), len(sentence.words))
    return [index for index in indexes if index < colon]


def _clause_words(word: Word) -> list[Word]:
    aside = {
        w.index
        for child in word.children
        if child.rel in ("conj", "advcl", "parataxis", "ccomp")
        and child.feats.get("VerbForm") in ("Fin", "Conv", "Inf")
        for w in child.subtree()
    }
    return [w for w in word.subtree() if w.index not in aside]


def _told(reader: RuReader, sentence: RuSentence, word: Word, frame: RuFrame, triggers: set[int]) -> Iterator[Told]:
    if _is_told_of(word, triggers):
        return
    patient, who = whom(reader.referents, sentence, word, frame, triggers)
    kind, term = _kind_and_term(reader, sentence, word, frame)
    is_state = frame.note == "custody state"
    if _is_epithet(word, kind):
        return
    others = _with_others(reader, sentence, who, patient) if not is_state else None
    if others is not None:
        yield _telling(reader, sentence, (word, patient), (kind, term, frame), others, None, triggers)
    if kind == "sentence" and term is None and (word.lemma in _SERVED or _gives_visits(word)):
        return
    if who == RuWho() and frame.bare and any(up.lemma in _TOOK_PLACE for up in word.up()):
        yield _telling(reader, sentence, (word, word), (kind, term, frame), who, None, triggers)
    if who.is_group and not is_state and not _only_restricts(word, kind) and (who.count is not None or not who.persons):
        yield _telling(reader, sentence, (word, patient), (kind, term, frame), who, None, triggers)
    for person in who.persons:
        yield _telling(reader, sentence, (word, patient), (kind, term, frame), who, person, triggers)


def _gives_visits(word: Word) -> bool:
    """ "Ему дали два свидания": no penalty."""
    return any(child.lemma == "свидание" for child in word.children)


def _is_told_of(word: Word, triggers: set[int]) -> bool:
    """ "Двоих задержанных отпустили": people by what befell them, of whom another verb tells."""
    is_people = (
        word.feats.get("VerbForm") == "Part"
        and word.feats.get("Variant") != "Short"
        and word.feats.get("Number") == "Plur"
    )
    held = word.rel in ("obj", "nsubj", "nsubj:pass", "iobj") and word.head is not None and word.head.index in triggers
    return is_people and held


def _only_restricts(word: Word, kind: str) -> bool:
    return kind == "conviction" and word.rel == "acl"


def _is_epithet(word: Word, kind: str) -> bool:
    """ "осужденная ИМЯ": a word for who she is, with nothing of its own."""
    participle = word.feats.get("VerbForm") == "Part" and word.feats.get("Variant") != "Short"
    return kind == "conviction" and participle and not any(c.rel in ("obl", "advmod", "nmod") for c in word.children)


def _with_others(reader: RuReader, sentence: RuSentence, who: RuWho, patient: Word) -> RuWho | None:
    """ "Задержали ИМЯ и еще троих активистов", "освободить ИМЯ и всех остальных": those told of besides the ones named."""
    if who.is_group or who.rule not in ("name", "description"):
        return None
    named = [one for one in reader.referents.named(sentence) if one.person.name in who.persons]
    last = max((one.last.span[1] for one in named), default=patient.span[1])
    text, shift = reader.text(sentence), sentence.span[0]
    for number in reader.referents.numbers(sentence):
        if number.value > 1 and re.fullmatch(r",?\s*(?:и|а также)(?: ещ[её])?\s*", text[last - shift : number.span[0]]):
            return None if number.is_vague else RuWho((), True, number.value)
    return RuWho((), True) if _AND_ALL.match(text, last - shift) else None


#: "и всех остальных политзаключенных", "и других участников протеста".
_AND_ALL = re.compile(
    r",?\s*(?:и|а также)\s+(?:вс[еех]{1,2}\s+)?(?:остальн|друг|проч|ин|политзаключ|политзек|узник|осужд|задержанн|арестованн|заключенн|тяжелобольн|больн)\w*(?:ых|их|ов|ые|ие|ми|м)\b",
    re.IGNORECASE,
)


def _kind_and_term(reader: RuReader, sentence: RuSentence, word: Word, frame: RuFrame) -> tuple[str, float | None]:
    own = {w.index: w for w in (*_clause_words(word), *reader.referents.clause(sentence, word))}
    clause = [own[index] for index in sorted(own)]
    words = " ".join(w.text for w in clause if w.index > word.index)
    kind, term = frame.type, None
    if kind in ("sentence", "conviction"):
        term = term_in(words) or (term_in(" ".join(w.text for w in clause)) if kind == "sentence" else None)
        if frame.type == "conviction":
            inside = reader.referents.clause(sentence, word)
            words = " ".join(w.text for w in inside if w.index > word.index).split(":")[0]
            term = term_in(words)
        kind = "sentence" if term is not None or is_endless(words) else kind
    if (
        kind == "sentence"
        and frame.patient in ("dative", "subject")
        and re.search(r"\b(?:шизо|карцер\w*|пкт|штрафн\w+)\b", " ".join(w.low for w in clause))
    ):
        kind = "transfer"
    if (
        kind in ("arrest", "transfer")
        and word.lemma in _PUT
        and frame.note is None
        and not _CELL.search(words)
        and (term := term_in(words)) is not None
        and "сут" not in words
    ):
        kind = "sentence"
    lows = {w.low for w in (*word.children, *clause) if w in word.children or abs(w.index - word.index) <= 2}
    if kind == "arrest" and frame.note is None and lows & lexicon().words["again"]:
        kind = "rearrest"
    if kind == "release" and re.search(
        r"(?:рамках|ходе|результате|итогам|по) (?:\w+ )?обмен", " ".join(w.low for w in clause)
    ):
        kind = "exchange"
    if kind == "charge" and any(
        w.lemma in lexicon().words["new"] and (w.lemma not in _THEN or 0 <= word.index - w.index <= _JUST_BEFORE)
        for w in clause
    ):
        kind = "new_charge"
    return kind, term


def _telling(
    reader: RuReader, sentence: RuSentence, words: tuple[Word, Word], what: tuple[str, float | None, RuFrame], who: RuWho,
    person: str | None, triggers: set[int],
) -> Told:  # fmt: skip
    (word, patient), (kind, term, frame) = words, what
    note, reality = frame.note, reality_of(word, reader.text(sentence), sentence.words)
    if reality == "demanded" and frame.patient == "subject" and kind == "release" and person is not None:
        reality = "planned"  # "должен выйти в мае"
    if frame.reality is not None and reality == "actual":
        reality = frame.reality
    if kind == "transfer" and reality == "denied" and word.lemma in _LET_GO:
        kind = "release"  # "под домашний арест не отпустили"
    quote, span = reader.quote(_clause_span(reader, sentence, word, patient))
    found = _date_of(reader, sentence, word, triggers)
    dated = found if found is not None and not (found.is_since and (person is None or kind in _MOMENTS)) else None
    return Told(
        kind, person, who.count if person is None else None, quote, span, reality, {f"{RULE}.{kind}"},
        dated.day if dated is not None else None, _place(word), term, reader.speakers.at(sentence, word), note,
        is_reference=person is None and who.is_reference and who.count is None, is_state=note == "custody state",
        has_open_date=dated is not None and dated.day is None, is_period=person is None and found is not None and found.is_since,
        members=list(who.persons) if person is None and who.rule == "member" else [], words=patient.text,
        is_member=who.rule if person is not None else None, is_headline=sentence.is_headline, of_held=frame.of_held, is_bare=who == RuWho(),
    )  # fmt: skip


def _clause_span(reader: RuReader, sentence: RuSentence, word: Word, patient: Word) -> Span:
    """The clause of the trigger, and the words that say whom when they stand outside it."""
    clause = reader.referents.clause(sentence, word)
    kept = [*clause, *_phrase(reader, sentence, patient)]
    span = min(w.span[0] for w in kept), max(w.span[1] for w in kept)
    if span[1] - span[0] > _LONGEST:
        span = min(w.span[0] for w in clause), max(w.span[1] for w in clause)
    return span


def _phrase(reader: RuReader, sentence: RuSentence, patient: Word) -> list[Word]:
    named = next((one for one in reader.referents.named(sentence) if one.head is patient or one.first is patient), None)
    return [patient] if named is None else [named.head, named.first, named.last]


def _date_of(reader: RuReader, sentence: RuSentence, word: Word, triggers: set[int]) -> RuDate | None:
    """The date nearest to the trigger in its own clause, no other trigger between."""
    shift = sentence.span[0]
    own = {w.index for w in _clause_words(word)}
    best: tuple[int, RuDate] | None = None
    for found in dates_in(reader.text(sentence), reader.published):
        at = next((w for w in sentence.words if w.span[0] - shift <= found.span[0] < w.span[1] - shift), None)
        if at is None or (at.index not in own and word.pos == "VERB"):
            continue
        low, high = sorted((at.index, word.index))
        if any(low < other < high for other in triggers):
            continue
        if best is None or high - low < best[0]:
            best = high - low, found
    return best[1] if best else None


def _place(word: Word) -> str | None:
    for child in word.children:
        if child.name == "LOC" and any(c.low in ("в", "во", "на", "из", "под") for c in child.children):
            return child.text
    return None
