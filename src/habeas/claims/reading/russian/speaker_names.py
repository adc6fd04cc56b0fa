"""Whom the words of a Russian attribution mean: a person, an organisation by its quoted name, or an office as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.attributions import NOBODY
from habeas.claims.reading.russian.bodies import RuBodies
from habeas.claims.reading.russian.dictionary import lemma_of
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.words import cases_of

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word

#: "Пресс-служба ИМЯ": an office, not its head.
_OFFICE = re.compile(r"(?:пресс-служб|канцеляри|администраци|аппарат|штаб|офис)\w* ", re.IGNORECASE)
_MOST_WORDS = 6
_NOT_ALONE = frozenset({"мы", "я", "они", "нам", "когда", "впервые"})
_GENDERS = {"он": "m", "она": "f", "его": "m", "ее": "f"}
_BACK = 3
_CALLED = 70


class RuSpeakerNames:
    """Turns the words for whoever speaks into a name."""

    def __init__(self, referents: RuReferents) -> None:
        self._referents = referents
        self.bodies = RuBodies(referents.passage)

    def of(self, sentence: RuSentence, start: int, words: str) -> str | None:
        """The person named in these words, else the quoted name of a thing, else the words; None when they name nobody."""
        if NOBODY.match(words.strip()):
            return None
        place = sentence.span[0] + start
        people = self._referents.people.between(place, place + len(words))
        if people and _OFFICE.match(words.strip()):
            return self._referents.passage.text[place : place + len(words)].strip()
        if people:
            return people[-1 if people[-1][1].name != people[0][1].name and "," in words else 0][1].name
        written = self._referents.passage.text[place : place + len(words)]
        quoted = re.search(r"[«\"]([^»\"]{2,60})[»\"]?", written)
        if quoted:
            return self.bodies.nominative(quoted[1].strip())
        plain = written.strip(' «»",—-')
        known = self.known_as(plain.replace("ё", "е"), place) if len(plain.split()) == 1 else None
        if known is not None:
            return known
        if "," in plain or any(
            lexicon().has("held", lemma_of(part)) or part.lower() in _NOT_ALONE for part in plain.split()
        ):
            return None
        is_name = 0 < len(plain.split()) <= _MOST_WORDS and not re.search(r"\d", plain)
        return self.bodies.nominative(plain) if is_name and self._is_nominal(sentence, start) else None

    def known_as(self, word: str, place: int) -> str | None:
        """ "По оценке центра": the one whose quoted name stood after that noun; "заявил дипломат": the person so described."""
        body = self.bodies.meant(word, place)
        if body is not None:
            return body
        sentence = self._sentence_at(place)
        noun = next((w for w in sentence.words if w.span[0] >= place), None) if sentence is not None else None
        if sentence is None or noun is None or noun.pos != "NOUN":
            return None
        persons = self._referents.who(sentence, noun).persons
        return persons[0] if persons else self._called(noun)

    def _called(self, noun: Word) -> str | None:
        """The person before whose name the noun stood last: "заявил дипломат"."""
        stem = noun.low[: max(4, len(noun.low) - 2)]
        shadow = self._referents.passage.shadow.replace("ё", "е").lower()
        found = None
        for span, person in self._referents.people.between(0, noun.span[0]):
            if re.search(
                rf"\b{re.escape(stem)}\w{{0,4}} (?:[\w-]+ ){{0,3}}$", shadow[max(0, span[0] - _CALLED) : span[0]]
            ):
                found = person.name
        return found

    def pronoun(self, sentence: RuSentence, word: Word) -> str | None:
        """Whom "он", "ее" mean in an attribution: whoever is the subject of what was told last, of that gender."""
        gender = _GENDERS.get(word.low)
        earlier = self._referents.passage.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]
        for one in reversed(earlier):
            for named in self._referents.named(one):
                is_before = named.first.span[0] < word.span[0] and not self._is_quoted(named.first)
                if is_before and _is_subject(named.head) and named.person.gender == gender:
                    return named.person.name
        persons = self._referents.who(sentence, word).persons
        return persons[0] if persons else None

    def subject_before(self, sentence: RuSentence, place: int, owner: str | None) -> str | None:
        """ "ИМЯ призвал освободить больных - таких, по его словам, сотни": the subject named earlier in the sentence."""
        gender = _GENDERS.get((owner or "").lower())
        named = self._referents.named(sentence) if gender is not None else []
        fitting = [one for one in named if one.last.span[1] <= place and one.person.gender == gender]
        return next((one.person.name for one in fitting if _is_subject(one.head)), None)

    def body_spoken_of(self, sentence: RuSentence, owner: str | None) -> str | None:
        """ "Организация «ИМЯ» потребовала ... По ее подсчетам": the body that is the sentence's subject, when no person of that gender is named in it."""
        gender = _GENDERS.get((owner or "").lower())
        if any(one.person.gender == gender for one in self._referents.named(sentence)):
            return None
        kind = next((w for w in sentence.words if w.rel == "nsubj" and w.pos == "NOUN"), None)
        wanted = {"m": "Masc", "f": "Fem"}.get(gender or "")
        if kind is None or kind.feats.get("Gender") != wanted:
            return None
        return self.bodies.named_at(kind.span[0], sentence.span[1])

    def at(self, match: re.Match[str] | None, base: int) -> str | None:
        """Whoever is named by the words that close or open a quotation; `base` is where the match's text begins."""
        if match is None:
            return None
        place = base + match.start("who")
        people = self._referents.people.between(place, place + len(match["who"]))
        if people:
            return people[0][1].name
        sentence = self._sentence_at(place)
        first = re.split(r"[,«»\"]", match["who"])[0].strip().split()
        word = next((w for w in sentence.words if w.span[0] >= place), None) if sentence is not None else None
        if sentence is None or not first or word is None:
            return None
        if word.low in ("он", "она"):
            return self.pronoun(sentence, word)
        if word.pos != "NOUN":
            return None
        persons = self._referents.who(sentence, word).persons
        return persons[0] if persons else self._called(word)

    def _is_quoted(self, word: Word) -> bool:
        text = self._referents.passage.text
        before = text[text.rfind("\n", 0, word.span[0]) + 1 : word.span[0]]
        return before.count("«") > before.count("»")

    def _sentence_at(self, place: int) -> RuSentence | None:
        return next((s for s in self._referents.passage.sentences if s.span[0] <= place < s.span[1]), None)

    def _is_nominal(self, sentence: RuSentence, start: int) -> bool:
        """Whether the words open with a noun or an adjective, as a name of an office does, or with letters of another script."""
        place = sentence.span[0] + start
        first = next((w for w in sentence.words if w.span[1] > place), None)
        if first is not None and first.pos == "NOUN" and first.rel == "obj" and "Nom" not in cases_of(first):
            return False  # "Вину признали двое": what was said or done, not who said it
        return first is not None and (first.pos in ("NOUN", "PROPN", "ADJ", "DET") or first.text[:1] in _LATIN)


def _is_subject(head: Word) -> bool:
    """Whether the name, by the head of its phrase, is what the clause is about."""
    while head.rel in ("appos", "flat:name", "flat") and head.head is not None:
        head = head.head
    return head.rel == "nsubj"


_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
