"""Whom a Russian pronoun, an unnamed description ("the journalist") or a verb without a subject means: someone named shortly before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.nouns import Named, is_anothers, named_in
from habeas.claims.reading.russian.words import gender_of, is_animate

if TYPE_CHECKING:
    from habeas.claims.reading.russian.names import RuPeople
    from habeas.claims.reading.russian.words import RuPassage, RuSentence, Word

_BACK = 5
_DESCRIBED_BACK = 8
_FRAGMENTS = 3
_CALLED_HELD = frozenset(
    {
        "осудить",
        "арестовать",
        "задержать",
        "заключить",
        "приговорить",
        "политзаключенный",
        "политзаключенная",
        "политзек",
        "узник",
        "узница",
        "подсудимый",
        "подсудимая",
    }
)
_NEW = frozenset(
    {"другой", "еще", "один", "некий", "каждый", "любой", "какой-то", "никакой", "иной", "очередной", "ни", "как"}
)
_OF_LAW = frozenset(
    {"судья", "прокурор", "следователь", "министр", "адвокат", "адвокатка", "защитник", "посол", "президент"}
)
#: Whose words mark one who acts or speaks for somebody held.
BYSTANDERS = _OF_LAW | frozenset(
    {
        "жена",
        "муж",
        "мать",
        "отец",
        "сын",
        "дочь",
        "брат",
        "сестра",
        "супруга",
        "супруг",
        "вдова",
        "правозащитник",
        "правозащитница",
        "юрист",
        "юристка",
        "представитель",
        "глава",
    }
)
#: What a sentence's distance, a person of whom no custody is told, a speaker and a subject weigh.
_SENTENCE, _UNTOLD, _SPEAKS, _BYSTANDER, _SUBJECT, _OBLIQUE, _UNSURE = 10, 16, 40, 20, 3, 3, 4


class RuRecent:
    """Remembers who was named where in a passage, and with which descriptions."""

    def __init__(self, passage: RuPassage, people: RuPeople) -> None:
        self.passage, self.people = passage, people
        self.preferred: frozenset[str] = frozenset()
        self.named: list[list[Named]] = [named_in(sentence, people) for sentence in passage.sentences]
        self.described = self._descriptions()
        self._meant = [self._subjects_meant(sentence) for sentence in passage.sentences]
        self._guess_genders()

    def _descriptions(self) -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for sentence in self.passage.sentences:
            for one in self.named[sentence.index]:
                out.setdefault(one.person.name, set()).update(_beside(sentence, one, self.people))
        return out

    def _subjects_meant(self, sentence: RuSentence) -> list[Named]:
        """ "Брат остался с матерью": subjects without a name, by a word that describes one person of the text alone."""
        known = {one.head.index for one in self.named[sentence.index]}
        out = []
        for word in sentence.words:
            if word.rel == "nsubj" and word.pos == "NOUN" and word.index not in known and not word.children:
                called = [name for name, lemmas in self.described.items() if word.lemma in lemmas]
                person = next((p for p in self.people.persons if [p.name] == called), None)
                out += [Named(person, word, word, word)] if person is not None else []
        return out

    def called_held(self) -> set[str]:
        """People whom the words beside their name call held."""
        return {name for name, lemmas in self.described.items() if lemmas & _CALLED_HELD}

    def _guess_genders(self) -> None:
        """Of names that do not tell it: from a feminine noun beside them, or a past verb that they are the subject of."""
        votes: dict[str, list[str]] = {}
        for sentence in self.passage.sentences:
            for one in self.named[sentence.index]:
                if one.person.gender is None:
                    votes.setdefault(one.person.name, []).extend(_signs(one))
        for person in self.people.persons:
            found = set(votes.get(person.name, ()))
            if person.gender is None and len(found) == 1:
                person.gender = found.pop()

    def _is_quoted(self, sentence: RuSentence, word: Word) -> bool:
        """Whether the word stands between quotation marks."""
        start = next(s.span[0] for s in self.passage.sentences if s.paragraph == sentence.paragraph)
        before = self.passage.text[start : word.span[0]]
        return before.count("«") + before.count("“") > before.count("»") + before.count(
            "”"
        ) or before.lstrip().startswith(("— ", "– "))

    def by_gender(self, sentence: RuSentence, word: Word, gender: str | None, without: str | None = None) -> str | None:
        """The person a pronoun of this gender means; not `without`, who says it."""
        among = None if without is None else {p.name for p in self.people.persons} - {without}
        return self._best(sentence, word, gender, among, _BACK)

    def by_description(self, sentence: RuSentence, word: Word) -> str | None:
        """The person "журналистка" or "осужденный", standing without a name, means."""
        generic = lexicon().has("described", word.lemma)
        if not (is_animate(word) or generic) or word.feats.get("Number") == "Plur":
            return None
        if any(c.lemma in _NEW or c.pos == "NUM" for c in word.children) or word.lemma in _OF_LAW:
            return None
        if lexicon().has("kin", word.lemma):
            owner = next((c for c in word.children if c.rel in ("nmod", "det") or c.low in _OWNERS), None)
            called = [name for name, lemmas in self.described.items() if word.lemma in lemmas]
            if len(called) == 1 and (owner is None or owner.low in _OWNERS):
                return called[0]  # "его брат ИМЯ ... Брат остался"
            if owner is not None and not self._is_of_bystander(sentence, owner):
                return None
            return self._best(sentence, word, gender_of(word), set(self.preferred), _BACK)
        if word.pos == "PROPN":
            return None
        gender = gender_of(word)
        fitting = {name for name, lemmas in self.described.items() if word.lemma in lemmas}
        found = self._best(sentence, word, gender, fitting, _DESCRIBED_BACK) if fitting else None
        if found is None and fitting and gender == "m":
            found = self._best(sentence, word, None, fitting, _DESCRIBED_BACK)  # "депутат" of a woman
        if found is None and not generic:
            near = self._only_here(sentence, word, gender) if lexicon().has("callings", word.lemma) else None
            return near or self._behind_colon(sentence, word, gender)
        if found is None and generic and (here := self._only_here(sentence, word, gender)) is not None:
            return here
        if found is None and generic:
            return self._best(sentence, word, gender, set(self.preferred), _BACK)
        return found

    def _is_of_bystander(self, sentence: RuSentence, owner: Word) -> bool:
        """ "ее сына", "сын ИМЯ": hers of whom no custody is told, so that the son may be the one held."""
        person = self.people.at(owner.span)
        name = person.name if person is not None else None
        if owner.low in _OWNERS and owner.low != "их":
            name = self._best(sentence, owner, "f" if owner.low == "ее" else "m", None, _BACK)
        return name is not None and name not in self.preferred

    def _only_here(self, sentence: RuSentence, word: Word, gender: str | None) -> str | None:
        """The one person of this gender named before it in the paragraph, nobody else being named there."""
        near = [s for s in self.passage.sentences[: sentence.index + 1] if s.paragraph == sentence.paragraph]
        doer = _doer(word)
        before = [
            one
            for s in near
            for one in self.named[s.index]
            if one.last.span[1] <= word.span[0] and (doer is None or doer not in (one.head, one.first, one.first.head))
        ]
        names = {one.person.name for one in before}
        fits = len(names) == 1 and before[0].person.gender == gender and gender is not None
        return names.pop() if fits and not self.described.get(before[0].person.name, set()) & BYSTANDERS else None

    def pair_before(self, sentence: RuSentence, word: Word) -> tuple[str, ...]:
        """The two people named together before "both", in its sentence or the one before in the paragraph; empty when not two are."""
        here = [one for one in self.named[sentence.index] if one.last.index < word.index]
        before = self.passage.sentences[sentence.index - 1] if sentence.index else sentence
        near = here or (self.named[before.index] if before.paragraph == sentence.paragraph else [])
        names = tuple(dict.fromkeys(one.person.name for one in near))
        return names if len(names) == 2 else ()

    def named_last(self, sentence: RuSentence, gender: str) -> str | None:
        """ "Тот": who was named last in the sentence before, of that gender."""
        before = self.passage.sentences[sentence.index - 1] if sentence.index else sentence
        if before is sentence or before.paragraph != sentence.paragraph:
            return None
        return next(
            (one.person.name for one in reversed(self.named[before.index]) if one.person.gender in (gender, None)), None
        )

    def alone_before(self, sentence: RuSentence) -> str | None:
        """The one person named last before it in the paragraph: whom a fragment without a subject tells of."""
        for earlier in reversed(self.passage.sentences[max(0, sentence.index - _FRAGMENTS) : sentence.index]):
            names = {one.person.name for one in self.named[earlier.index]}
            if earlier.paragraph != sentence.paragraph or len(names) > 1:
                return None
            if names:
                return names.pop()
        return None

    def _behind_colon(self, sentence: RuSentence, word: Word, gender: str | None) -> str | None:
        """ "Старше всех ИМЯ: бывшую учительницу осудили": the one named before the colon."""
        colon = next((w for w in sentence.words if w.text == ":" and w.index < word.index), None)
        before = [one for one in self.named[sentence.index] if colon is not None and one.last.index < colon.index]
        if colon is None or word.index - colon.index > 4 or len(before) != 1:
            return None
        return before[0].person.name if before[0].person.gender in (gender, None) else None

    def _best(
        self, sentence: RuSentence, word: Word, gender: str | None, among: set[str] | None, back: int
    ) -> str | None:
        found: list[tuple[int, int, str]] = []
        quoted = self._is_quoted(sentence, word)
        doer = _doer(word)
        for index in range(sentence.index, max(-1, sentence.index - back - 1), -1):
            earlier = self.passage.sentences[index]
            for place, one in enumerate((*self.named[index], *self._meant[index])):
                if index == sentence.index and one.first.index >= word.index:
                    continue
                if doer is not None and index == sentence.index and doer in (one.head, one.first, one.first.head):
                    continue
                if (among is not None and one.person.name not in among) or (
                    gender and one.person.gender not in (gender, None)
                ):
                    continue
                found.append((self._weight(sentence, earlier, one, word, quoted), -place, one.person.name))
        return min(found)[2] if found else None

    def _weight(self, sentence: RuSentence, earlier: RuSentence, one: Named, word: Word, quoted: bool) -> int:
        explained = earlier is sentence and _is_explained(sentence, one, word)
        above = one.first.head
        is_owner = above is not None and is_anothers(above, one.first, one.person)  # "брата ИМЯ задержали": not he
        weight = (_BYSTANDER if is_owner else 0) + _SENTENCE * (sentence.index - earlier.index)
        weight += 4 * min(sentence.paragraph - earlier.paragraph, 3)
        weight += 0 if one.person.name in self.preferred or explained else _UNTOLD
        weight += 0 if one.person.gender else _UNSURE
        weight -= min(len(one.person.mentions), _OFTEN)
        top = one.head
        while top.rel in ("appos", "flat:name", "flat", "conj") and top.head is not None:
            top = top.head
        if top.rel in ("nsubj", "nsubj:pass"):
            weight -= _SUBJECT + (_UNSURE if earlier is sentence else 0)
            speaks = top.head is not None and lexicon().has("speech", top.head.lemma)
            own = one.person.name in self.preferred and not quoted  # "ИМЯ говорит, что его выслали"
            weight += _SPEAKS if speaks and (quoted or (earlier is sentence and not own)) else 0
        elif top.rel in ("nmod", "obl"):
            weight += _OBLIQUE
        described = self.described.get(one.person.name, set())
        is_aside = one.person.name not in self.preferred and described & _IN_OFFICE
        if is_aside or described & (_OF_LAW | lexicon().words["kin"]):
            weight += _BYSTANDER
        return weight


def _is_explained(sentence: RuSentence, one: Named, word: Word) -> bool:
    """ "Хуже пришлось ИМЯ: он умер": what follows the colon is of the one named before it."""
    return any(w.text == ":" for w in sentence.words[one.last.index : word.index])


def _doer(word: Word) -> Word | None:
    """ "Судья ИМЯ назначил ему": the subject of the verb that a pronoun depends on, which it cannot mean."""
    if not (word.pos == "PRON" or word.rel in ("obj", "iobj")) or word.rel.startswith("nsubj"):
        return None
    verb = next((up for up in word.up() if up.pos == "VERB"), None)
    while verb is not None and verb.rel == "xcomp" and verb.head is not None:
        verb = verb.head  # "потребовал освободить ее"
    if verb is None:
        return None
    many = verb.feats.get("Number")
    doers = (c for c in verb.children if c.rel == "nsubj")
    return next((c for c in doers if many != "Plur" or c.feats.get("Number") != "Sing" or _is_joined(c)), None)


def _is_joined(word: Word) -> bool:
    return any(c.rel == "conj" for c in word.children)


_IN_OFFICE = frozenset({"представитель", "представительница", "пресс-секретарь", "глава"})
_OWNERS = frozenset({"его", "ее", "их"})
_OFTEN = 6
_MANS = re.compile(r"(?:ов|ев|ин|ын|ский|цкий)$")


def _signs(one: Named) -> list[str]:
    signs = []
    if one.head is not one.first and gender_of(one.head) == "f":
        signs.append("f")
    if _MANS.search(one.last.low):
        signs.append("m")
    top = one.head
    while top.rel in ("appos", "flat:name", "flat") and top.head is not None:
        top = top.head
    verb = top.head
    if (
        top.rel in ("nsubj", "nsubj:pass")
        and verb is not None
        and verb.feats.get("Number") == "Sing"
        and verb.feats.get("VerbForm") in ("Fin", "Part")
    ):
        sign = {"Masc": "m", "Fem": "f"}.get(verb.feats.get("Gender", ""))
        signs += [sign] if sign else []
    return signs


def _beside(sentence: RuSentence, one: Named, people: RuPeople) -> set[str]:
    """Lemmas of the nouns that stand with the name: before it, or after it between commas."""
    out = {one.head.lemma} if one.head is not one.first else set()
    for back in range(1, 5):
        at = one.first.index - back
        if at < 0 or sentence.words[at].text in ",.;:()—–«»" or people.at(sentence.words[at].span) is not None:
            break
        other = sentence.words[at]
        known = other.lemma in ("бывший", "политзаключенный") or lexicon().has("described", other.lemma)
        if other.pos in ("NOUN", "ADJ", "PROPN") and (other.pos == "NOUN" or known):
            if other.pos == "NOUN" and other.feats.get("Case") == "Gen" != (one.case or "Gen"):
                continue
            out.add(other.lemma)
        elif other.pos in ("VERB", "ADP") and other.feats.get("VerbForm") != "Part":
            break
        elif other.feats.get("VerbForm") == "Part":
            out.add(other.lemma)
    return out | _after(sentence, one)


def _after(sentence: RuSentence, one: Named) -> set[str]:
    """ "ИМЯ, муж журналистки", "ИМЯ — экс-депутат"."""
    words = sentence.words
    at = one.last.index + 1
    if at + 1 >= len(words) or words[at].text not in (",", "—", "–", "-", "("):
        return set()
    for other in words[at + 1 : at + 5]:
        if other.pos in ("NOUN",) and is_animate(other):
            agrees = other.feats.get("Case") in (one.case, "Nom", None)
            return {other.lemma} if agrees else set()
        if other.pos not in ("ADJ", "DET", "ADV", "NUM") or other.text == ",":
            return set()
    return set()
