"""Whom a pronoun means: the person spoken of last who may be of that gender, or the group told of last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.people.people import People
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Passage, Sentence
from habeas.claims.reading.whom.groups import Group, Groups
from habeas.claims.reading.whom.joined import joined_names
from habeas.claims.reading.whom.name_genders import gender_of_name

if TYPE_CHECKING:
    from spacy.tokens import Token

FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
THEY = frozenset({"they", "them", "their"})
_SPOUSES = frozenset({"husband", "wife", "widow", "widower"})
#: First names ending so are women's in most of the languages that our sources name people in; a tie-breaker, never a fact.
_FEMALE_ENDS = ("a", "ia", "ya", "ne", "et", "elle", "een", "iz")
#: A gender that the text tells outweighs custody told of somebody else of an unlikely name, not of a likely one.
_KNOWN, _IN_CUSTODY = 2.5, 2.0
#: How well "she" fits a name that tells nothing: less than "he", of whom most texts of custody tell.
_UNTOLD = 0.5
#: Who decides or speaks about others is meant only where nobody else is.
_ASIDE = 3.0
#: How far back, in sentences, the one in custody was named, where the sentence between names nobody.
_FURTHER = 2
_PARTS = ("nsubj", "nsubjpass", "attr", "dobj", "pobj")


@dataclass(slots=True)
class Pronouns:
    """Who was spoken of last, and of which gender."""

    passage: Passage
    people: People
    groups: Groups
    gender: dict[str, str] = field(default_factory=dict)
    preferred: set[str] = field(default_factory=set)
    aside: set[str] = field(default_factory=set)
    by_name: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sentence in self.passage.sentences:
            for token in sentence.tokens:
                self._learn_gender(sentence, token)
        self.by_name = {one.name: told for one in self.people.persons if (told := gender_of_name(one.name))}

    def person(self, sentence: Sentence, token: Token, without: frozenset[str] = frozenset()) -> str | None:
        """The person a singular pronoun means, none of `without`; None when nobody fits."""
        return self.recent(sentence, token, "f" if token.lower_ in FEMALE else "m", without)

    def recent(
        self, sentence: Sentence, token: Token, gender: str | None, without: frozenset[str] = frozenset()
    ) -> str | None:
        """The person spoken of last who may be of that gender; the subject of a sentence before others in it."""
        here = sentence.place(token)[0]
        silent = self._speaking_round(sentence, here) | without
        unlikely: str | None = None
        for back in range(6):
            if sentence.index - back < 0:
                break
            earlier = self.passage.sentences[sentence.index - back]
            found = [
                (span, name) for span, name in self.people.between(earlier.start, min(earlier.end, here))
                if name not in silent and self.may_be(name, gender) and not self._is_kin_s(earlier, span, name, gender)
            ]  # fmt: skip
            if not found or self._gives_way(found, sentence.index - back, here, gender):
                continue
            (_, name), likely = self._best(found, earlier, gender, back == 0)
            if likely:
                return name
            unlikely = unlikely or name
        ahead = [name for _, name in self.people.between(here, sentence.end) if self.may_be(name, gender)]
        return unlikely or (
            ahead[0] if ahead else None
        )  # "Her sentence was upheld, NAME's lawyer said", nobody named before

    def _best(
        self, found: list[tuple[Span, str]], sentence: Sentence, gender: str | None, is_own: bool
    ) -> tuple[tuple[Span, str], bool]:
        """The likeliest of those named in one sentence, and whether anything speaks for them."""

        def rank(item: tuple[Span, str]) -> float:
            own = self._fit(item[1], gender)
            return own + _IN_CUSTODY * (item[1] in self.preferred) - _ASIDE * (item[1] in self.aside)

        best = max(found, key=lambda item: (rank(item), *self._salience(sentence, item[0]), is_own, -item[0][0]))
        return best, rank(best) > 0

    def may_be(self, name: str, gender: str | None) -> bool:
        """Whether a pronoun of that gender may mean the person: what the text tells counts first, then what the name does."""
        known = self.gender.get(name) or self.by_name.get(name)
        return gender is None or known is None or known == gender

    def _gives_way(self, found: list[tuple[Span, str]], index: int, here: int, gender: str | None) -> bool:
        """Whether nobody here is in custody and the paragraph's sentence before names somebody who is: "his lawyer demanded ... He is"."""
        if not self.preferred or any(name in self.preferred for _, name in found) or index == 0:
            return False
        now, before = self.passage.sentences[index], self.passage.sentences[index - 1]
        if any(self._is_topic(now, span, name) for span, name in found):
            return False
        if now.start <= here < now.end or now.paragraph - before.paragraph > 1:
            return False
        earlier = [name for _, name in self.people.between(before.start, before.end)]
        if not earlier and index > 1 and before.paragraph == now.paragraph:  # "Her health is poor" names nobody
            further = self.passage.sentences[index - _FURTHER]
            earlier = [name for _, name in self.people.between(further.start, further.end)]
        return any(n in self.preferred and self._fit(n, gender) for n in earlier if self.may_be(n, gender))

    def _is_kin_s(self, sentence: Sentence, span: Span, name: str, gender: str | None) -> bool:
        """ "Kira's father was let out. He": the father, unless Kira is the one told of in custody."""
        token = sentence.token_at(span[1] - 1)
        if token is None or token.dep_ != "poss" or gender is None or name in self.preferred:
            return False
        kin = token.head
        is_alike = lexicon().has("female" if gender == "f" else "male", kin.lemma_)
        return is_alike and kin.dep_ in ("nsubj", "nsubjpass") and lexicon().has("kin", kin.lemma_)

    def _is_topic(self, sentence: Sentence, span: Span, name: str) -> bool:
        """ "His former deputy, NAME, remains in the country. She": whom a sentence is about that does not only speak for others."""
        token = sentence.token_at(span[1] - 1)
        while token is not None and token.dep_ in ("compound", "appos", "flat") and token.head != token:
            token = token.head
        if token is None or token.dep_ not in ("nsubj", "nsubjpass") or name in self.aside:
            return False
        return (
            token.head.dep_ == "ROOT"
            and not lexicon().has("speech", token.head.lemma_)
            and not lexicon().has("kin", token.lemma_)
        )

    def _fit(self, name: str, gender: str | None) -> float:
        """How well a person fits a pronoun: told by the text, or likely by the first name's ending; 0 = unlikely, not impossible."""
        if gender is not None and self.gender.get(name) == gender:
            return _KNOWN
        likely = self.by_name.get(name) or ("f" if name.split()[0].lower().endswith(_FEMALE_ENDS) else None)
        if likely is None:
            return _UNTOLD if gender == "f" else 1.0
        return float(gender is None or likely == gender)

    def _speaking_round(self, sentence: Sentence, here: int) -> set[str]:
        """Who speaks the words round a place within quotation marks: they do not speak of themselves as "he" or "she"."""
        start = self.passage.shadow.rfind("\n", 0, here) + 1
        if self.passage.shadow.count('"', start, here) % 2 == 0:
            return set()
        near = self.passage.sentences[max(0, sentence.index - 2) : sentence.index + 2]
        verbs = (
            (s, t)
            for s in near
            if s.paragraph == sentence.paragraph
            for t in s.tokens
            if lexicon().has("speech", t.lemma_)
        )
        subjects = ((s, c) for s, verb in verbs for c in verb.children if c.dep_ == "nsubj")
        return {name for s, c in subjects if (name := self.people.at(s.place(c))) is not None}

    def several(self, sentence: Sentence, token: Token) -> list[str]:
        """The people "they" or "both" means: two or more named together last, no other group told of since; empty when there are none."""
        here = sentence.place(token)[0]
        for back in range(2):
            if sentence.index - back < 0:
                break
            earlier = self.passage.sentences[sentence.index - back]
            subjects = [
                t
                for t in earlier.tokens
                if earlier.place(t)[0] < here and t.dep_ in ("nsubj", "nsubjpass", "attr", "dobj", "pobj")
            ]
            for candidate in reversed(subjects):
                beside = [c for c in candidate.children if c.dep_ in ("appos", "compound") and c.ent_type_ != "NORP"]
                names = max((joined_names(self.people, earlier, t) for t in (candidate, *beside)), key=len)
                if len(names) > 1:
                    return names
                if self.groups.at(earlier, candidate) is not None and token.lower_ in THEY:
                    return []
        if token.lower_ in THEY or token.lower_ in ("men", "women", "trio"):
            return []
        start = self.passage.sentences[max(0, sentence.index - 2)].start
        named = list(dict.fromkeys(name for _, name in self.people.between(start, here)))
        return named[-2:] if len(named) > 1 else []

    def they(self, sentence: Sentence, token: Token) -> Group:
        """The group "they" means: the last one told of within two sentences, else one that points back."""
        here = sentence.place(token)[0]
        for back in range(3):
            if sentence.index - back < 0:
                break
            earlier = self.passage.sentences[sentence.index - back]
            for candidate in earlier.tokens:
                if earlier.place(candidate)[0] >= here or candidate.dep_ not in _PARTS:
                    continue
                group = self.groups.at(earlier, candidate)
                if group is not None:
                    return Group(group.count, token, group.words, group.count is None, group.is_vague)
        return Group(None, token, token.text, True)

    def _learn_of_spouse(self, sentence: Sentence, spouse: Token, gender: str) -> None:
        """ "NAME, whose husband ...": most who have a husband are women, and it is asked only where nothing else tells."""
        whose = next((c for c in spouse.children if c.dep_ == "poss"), None)
        if whose is None:
            return
        clause = next((up for up in spouse.ancestors if up.dep_ == "relcl"), None) if whose.lower_ == "whose" else None
        person = self.people.at(sentence.place(clause.head if clause is not None else whose))
        if person:
            self.gender.setdefault(person, gender)

    def _salience(self, sentence: Sentence, span: Span) -> tuple[int, int]:
        token = sentence.token_at(span[1] - 1)
        if token is None:
            return 0, 0
        name = self.people.at(span) or ""
        known = int(self.gender.get(name) is not None)
        named = token
        while token.dep_ in ("compound", "appos", "flat") and token.head != token:
            token = token.head
        beside = named.head if named.dep_ in ("appos", "compound") else named
        is_kin = lexicon().has("kin", beside.lemma_) or any(
            lexicon().has("kin", c.lemma_) for c in named.children if c.dep_ in ("compound", "appos")
        )  # "his son NAME": spoken of for another's sake
        return int(token.dep_ in ("nsubj", "nsubjpass", "ROOT") and not is_kin), known

    def _learn_gender(self, sentence: Sentence, token: Token) -> None:
        word = token.lower_.rstrip(".")
        words = lexicon().words
        gender = "f" if word in words["female"] else "m" if word in words["male"] else None
        if gender is None or token.lower_ in FEMALE | MALE:
            return
        if word in _SPOUSES:
            self._learn_of_spouse(sentence, token, "f" if gender == "m" else "m")
        for other in (*_beside(token), *_named_after(token)):
            person = self.people.at(sentence.place(other))
            if person:
                self.gender.setdefault(person, gender)


def _named_after(kin: Token) -> Iterator[Token]:
    """ "whose husband, the union leader NAME": the name that follows a noun for kin, no verb between."""
    if not lexicon().has("kin", kin.lemma_):
        return
    for token in kin.doc[kin.i + 1 : min(kin.i + 8, kin.sent.end)]:
        if token.pos_ in ("VERB", "AUX", "ADP") or token.text in (";", ":"):
            return
        if token.pos_ == "PROPN":
            yield token
            return


def _beside(token: Token) -> Iterator[Token]:
    """Tokens that name the same person as the noun or title."""
    for child in token.children:
        if child.dep_ == "appos":
            yield child
    if token.dep_ in ("appos", "compound"):
        yield token.head
