"""Who says what in a Russian text: "по данным ...", "как сообщили в ...", a speech verb before or after its subject, lists, and quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.words import lemma_of

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word

_STEMS = (
    r"(?:сообщ|заяв|сказа|говор|рассказ|отмет|отмеча|подчерк|напис|пиш|утвержд|уточн|добав|поясн|объясн|напомн|напомин|счита|подтверд|насчит|подсчит|указа|указыв|переда|оцен|признал|информир|вспомина|констатир|настаива"
    r"|полага|приводи|назыв|назва|зафиксир|предостер|опубликов|тверди|повтор|возра|замет|замеча|написа|предупре|свидетельств|насчитыва|рассказыва|добавля|резюмир|признае|пересказ|посчита)"
)
_VERB = rf"{_STEMS}(?:\w*(?:ет|ит|ат|ют|ют|ят|ал|ил|ел|ла|ли|ло|ся|сь|ает|вал|вала|вали))"
_ACCORDING = re.compile(
    r"\bпо (?:самым \w+ |последним |предварительным |собственным |консервативным )?(?:словам|данным|информации|сведениям|подсчетам|оценкам|оценке|мнению|версии|утверждению|расчетам|сообщениям|свидетельству)(?:,? котор\w+ (?:собрал\w*|приводит|привел\w*|публикует))?\s+(?P<who>[^,.;:()—]{2,110})",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bпо (?P<owner>его|ее|их) (?:же )?(?:словам|данным|информации|сведениям|подсчетам|оценкам|оценке|мнению|версии|расчетам)",
    re.IGNORECASE,
)
_AS = re.compile(rf"\bкак (?:ранее |уже )?(?:{_VERB})\s+(?:в |во )?(?P<who>[^,.;:()—]{{2,110}})", re.IGNORECASE)
_ASIDE = re.compile(
    rf"[,»\"—–-]\s*(?:{_VERB})\s+(?:в |во |при этом )?(?P<who>[^,.;:()—«\"]{{0,70}}(?:[«\"][^»\"]{{1,60}}[»\"])?[^,.;:()—]{{0,50}})",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    rf"(?:^|[\s,.—])(?:в|во)\s+(?P<who>[^,.;:()—]{{3,90}}?)\s+(?:{_STEMS}\w*ли|{_STEMS}\w*ют|{_STEMS}\w*ят)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:^|[.;—]\s|\bа |\bи )(?P<who>[^.;:—]{{3,170}}?)\s+(?:(?:на|за|к|с|в|также|ранее|уже|вчера|сегодня|накануне)\s[^,.;:—]{{0,40}}\s?)?(?:{_VERB})\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:перечень|перечне|список|списке|реестр|реестре|база|базе|доклад|докладе|отчет|отчете|сводка|сводке|сводку|статистике)\s+(?P<who>[^,.;:()—]{2,90}?)(?=\s+(?:включает|насчитывает|содержит|значатся|значится|числятся|числится|было|есть|сейчас|теперь|уже|речь|состоит|на сегодня)|,| \d)",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"^(?P<who>[^.;:—]{2,80}?)\s+(?:ведет|вел|ведут|составил|составила|обновил|обновила|опубликовал\w*)\s+(?:\w+ )?(?:список|перечень|реестр|базу)",
    re.IGNORECASE,
)
_AFTER_QUOTE = re.compile(
    rf"[»\"]\s*,?\s*[—–-]\s*(?:{_VERB})\s+(?P<who>[^.;:()—«\"]{{2,90}}(?:[«\"][^»\"]{{1,60}}[»\"])?[^.;:()—,]{{0,50}})",
    re.IGNORECASE,
)
_IN_QUOTE = re.compile(rf",?\s*[—–-]\s*(?:{_VERB})\s+(?P<who>[^.;:()—«\"]{{2,90}})", re.IGNORECASE)
_BEFORE_QUOTE = re.compile(rf"(?P<who>[^.;:—]{{3,120}}?)\s+(?:{_VERB})[^.;:«]{{0,60}}:?\s*[«\"]", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:что|о|об|он|она|они|это|том|этом|также|и|мы|я|нам|мне|нас|разным|некоторым|собственным|меньшей|(?:его|ее|их)$|закон\w*|решению|делу|стать\w+|приговор\w*|поводу|суд|судья|правозащитники|кто|который|которая|которые)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution: where it stands in its sentence and whom it names."""

    start: int
    end: int
    who: str


class RuSpeakers:
    """Answers who says the words at a place of the text; None = the author."""

    def __init__(self, referents: RuReferents) -> None:
        self._referents = referents
        referents.speaker = self._quoted
        self._known: dict[int, list[_Said]] = {}

    def at(self, sentence: RuSentence, word: Word) -> str | None:
        """Who says this word."""
        place = word.span[0] - sentence.span[0]
        quoted = self._quoted(sentence, word)
        if quoted is not None:
            return quoted
        said = [one for one in self._in(sentence) if not one.start <= place < one.end]
        text = self._text(sentence)
        same = [one for one in said if ";" not in text[min(one.start, place) : max(one.start, place)]]
        same = same or [one for one in said if one.start < place]
        return min(same, key=lambda one: abs(one.start - place)).who if same else None

    def _text(self, sentence: RuSentence) -> str:
        return self._referents.passage.shadow[sentence.span[0] : sentence.span[1]].replace("ё", "е")

    def _in(self, sentence: RuSentence) -> list[_Said]:
        if sentence.index not in self._known:
            text = self._text(sentence)
            found: list[_Said] = []
            for pattern in (_ACCORDING, _AS, _IN_PLACE, _LIST, _KEEPS, _ASIDE, _BEFORE):
                for match in pattern.finditer(text):
                    who = self._name(sentence, match.start("who"), match["who"])
                    if who and not any(one.start <= match.start("who") < one.end for one in found):
                        found.append(_Said(match.start(), match.end("who"), who))
            for match in _OWN.finditer(text):
                who = self._owner(sentence, match)
                if who:
                    found.append(_Said(match.start(), match.end(), who))
            by_arcs = self._by_arcs(sentence) if not found else None
            found += [by_arcs] if by_arcs is not None else []
            self._known[sentence.index] = found
        return self._known[sentence.index]

    def _owner(self, sentence: RuSentence, match: re.Match[str]) -> str | None:
        """ "По его словам": of whoever spoke in the sentence before, else of whoever is meant."""
        sentences = self._referents.passage.sentences
        before = sentences[sentence.index - 1] if sentence.index else None
        if before is not None and before.paragraph == sentence.paragraph and self._in(before):
            return self._in(before)[-1].who
        word = next((w for w in sentence.words if w.span[0] - sentence.span[0] == match.start("owner")), None)
        persons = self._referents.who(sentence, word).persons if word is not None else ()
        return persons[0] if persons else None

    def _name(self, sentence: RuSentence, start: int, words: str) -> str | None:
        """The person named in these words, else the quoted name of a thing, else the words."""
        if _NOBODY.match(words.strip()):
            return None
        place = sentence.span[0] + start
        people = self._referents.people.between(place, place + len(words))
        if people:
            return people[-1 if people[-1][1].name != people[0][1].name and "," in words else 0][1].name
        quoted = re.search(r"[«\"]([^»\"]{2,60})[»\"]?", words)
        if quoted:
            return quoted[1].strip()
        plain = words.strip(' «»",—-')
        known = self._known_as(plain, place) if len(plain.split()) == 1 else None
        if known is not None:
            return known
        if "," in plain or any(
            lexicon().has("held", lemma_of(part)) or part.lower() in ("мы", "я", "они", "нам", "когда", "впервые")
            for part in plain.split()
        ):
            return None
        return (
            plain
            if 0 < len(plain.split()) <= 6 and not re.search(r"\d", plain) and self._is_nominal(sentence, start)
            else None
        )

    def _known_as(self, word: str, place: int) -> str | None:
        """ "По оценке центра": the one whose quoted name stood after that noun; "заявил дипломат": the person so described."""
        stem = word.lower()[: max(4, len(word) - 2)]
        before = self._referents.passage.text[:place].replace("ё", "е")
        found = re.findall(rf"\b{re.escape(stem)}\w*(?: \w+){{0,2}} «([^»]{{2,50}})»", before, re.IGNORECASE)
        if found:
            return str(found[-1])
        sentence = next((s for s in self._referents.passage.sentences if s.span[0] <= place < s.span[1]), None)
        noun = next((w for w in sentence.words if w.span[0] >= place), None) if sentence is not None else None
        persons = (
            self._referents.who(sentence, noun).persons
            if sentence is not None and noun is not None and noun.pos == "NOUN"
            else ()
        )
        return persons[0] if persons else None

    def _by_arcs(self, sentence: RuSentence) -> _Said | None:
        """A speech verb with its subject, wherever the subject stands."""
        for verb in sentence.words:
            if not lexicon().has("speech", verb.lemma) or verb.feats.get("VerbForm") != "Fin":
                continue
            subject = next((c for c in verb.children if c.rel == "nsubj" and c.pos != "PRON"), None)
            if subject is None:
                continue
            words = [
                w for w in subject.subtree() if w.rel not in ("acl", "acl:relcl") and abs(w.index - subject.index) < 8
            ]
            start = min(w.span[0] for w in words) - sentence.span[0]
            end = max(w.span[1] for w in words) - sentence.span[0]
            who = self._name(sentence, start, re.split(r"[,(—]", self._text(sentence)[start:end])[0])
            if who:
                return _Said(start, end, who)
        return None

    def _is_nominal(self, sentence: RuSentence, start: int) -> bool:
        """Whether the words open with a noun or an adjective, as a name of an office does."""
        place = sentence.span[0] + start
        first = next((w for w in sentence.words if w.span[1] > place), None)
        return first is not None and first.pos in ("NOUN", "PROPN", "ADJ", "DET")

    def _quoted(self, sentence: RuSentence, word: Word) -> str | None:
        """Who says the quotation the word stands in: named after it, between its parts, or before it."""
        text = self._referents.passage.text
        start = max(text.rfind("\n", 0, word.span[0]) + 1, 0)
        before = text[start : word.span[0]]
        if before.count("«") <= before.count("»"):
            return None
        stop = text.find("\n", word.span[0])
        stop = len(text) if stop < 0 else stop
        opened = start + before.rfind("«")
        closed = text.find("»", word.span[0], stop)
        tail = text[closed : min(stop, closed + 220)].replace("ё", "е") if closed >= 0 else ""
        inside = text[opened : closed if closed >= 0 else stop].replace("ё", "е")
        for match, base in (
            (_AFTER_QUOTE.match(tail), closed),
            (_IN_QUOTE.search(inside), opened),
            (
                _BEFORE_QUOTE.search(text[max(start, opened - 200) : opened + 1].replace("ё", "е")),
                max(start, opened - 200),
            ),
        ):
            who = self._name_at(match, base)
            if who:
                return who
        return None

    def _name_at(self, match: re.Match[str] | None, base: int) -> str | None:
        if match is None:
            return None
        place = base + match.start("who")
        people = self._referents.people.between(place, place + len(match["who"]))
        if people:
            return people[0][1].name
        sentence = next((s for s in self._referents.passage.sentences if s.span[0] <= place < s.span[1]), None)
        first = re.split(r"[,«»\"]", match["who"])[0].strip().split()
        if sentence is None or not first:
            return None
        pronoun = next((w for w in sentence.words if w.span[0] >= place), None)
        if pronoun is not None and pronoun.low in ("он", "она"):
            persons = self._referents.who(sentence, pronoun).persons
            return persons[0] if persons else None
        if pronoun is not None and pronoun.pos == "NOUN":
            persons = self._referents.who(sentence, pronoun).persons
            return persons[0] if persons else None
        return None
