"""Whom a noun, a pronoun or a relative clause means: named people, or a group with or without a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.people.people import People
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.numbers import Number
from habeas.claims.reading.text.parser import Passage, Sentence
from habeas.claims.reading.whom.described_as import Described, is_definite
from habeas.claims.reading.whom.groups import Group, Groups, is_people_word
from habeas.claims.reading.whom.joined import group_beside, joined_names
from habeas.claims.reading.whom.listed import listed_after
from habeas.claims.reading.whom.name_lists import PAIRS, NameLists, is_plain_set
from habeas.claims.reading.whom.pronouns import FEMALE, MALE, THEY, Pronouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASK = frozenset({"call", "demand", "urge", "request", "seek", "ask", "campaign", "plead", "appeal", "press", "push", "welcome", "secure", "hail"})  # fmt: skip
_ASKED_FOR = frozenset({"release", "freedom", "pardon", "transfer", "acquittal", "return"})
_PAIRS = PAIRS | {"trio", "two", "men", "women", "brothers", "sisters", "siblings"}


def _is_pair(token: Token) -> bool:
    """ "the pair", "the two", "both men": people named just before."""
    return (
        token.lower_ in _PAIRS
        and any(c.lower_ in ("the", "both") for c in token.children)
        and not any(c.pos_ in ("ADJ", "VERB") for c in token.children)
    )


def _of_them(token: Token) -> Token | None:
    """The pronoun in "all of them", "every one of them"; None elsewhere."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.lower_ in THEY), None) if of is not None else None


def _emphasised(token: Token) -> Token | None:
    """ "a lawyer who defended NAME and was himself held": the subject that a second verb shares; None where nothing is shared."""
    verb = token.head
    if not token.lower_.endswith("self") or token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "conj":
        return None
    return next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _whose_kin(token: Token) -> Token | None:
    """The son in "NAME, whose son Jonas, 19, was arrested", where the parse hangs the verb on NAME; None elsewhere."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    kin = (c for c in token.children if c.dep_ == "appos" and lexicon().has("kin", c.lemma_))
    return next((c for c in kin if any(o.dep_ == "poss" and o.lower_ == "whose" for o in c.children)), None)


def _is_somebody_else(clause: Token | None) -> bool:
    """ "lost his brother, who died", "killed a guard who": a person without a name, and nobody named before."""
    noun = clause.head if clause is not None else None
    if noun is None or noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "pobj", "dative"):
        return False
    return any(lexicon().has(name, noun.lemma_) for name in ("kin", "people", "counted_people"))


def _kin_saying(pronoun: Token) -> Token | None:
    """The name beside "her sister" in "her sister, NAME, says she is ill"; None where no kin of one so called speaks."""
    verb = pronoun.head
    if verb.dep_ != "ccomp" or not lexicon().has("speech", verb.head.lemma_):
        return None
    speaker = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if speaker is None or not lexicon().has("kin", speaker.lemma_):
        return None
    alike = FEMALE if pronoun.lower_ in FEMALE else MALE
    is_theirs = any(c.dep_ == "poss" and c.lower_ in alike for c in speaker.children)
    return next((c for c in speaker.children if c.dep_ == "appos"), None) if is_theirs else None


#: "both", "neither", "each", with no noun: those named together last.
_EACH = frozenset({"both", "neither", "each", "either"})
_WHOLE = frozenset({"neither", "all", "each", "both", "none", "any", "one"})
#: The speaker of the words they stand in.
_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
_PERSONS = frozenset({"politician", "leader", "old", "man", "woman"})
_DEEPEST = 4
_PLURAL = frozenset({"were", "are", "have"})


@dataclass(frozen=True, slots=True)
class Who:
    """The answer: `persons` by name, or a `group`, or neither. `rule` says how it was found."""

    persons: tuple[str, ...] = ()
    group: Group | None = None
    rule: str = "none"


def _asker(possessive: Token) -> Token | None:
    """Who asks in "NAME called for his release": he is somebody else."""
    of = possessive.head.head
    verb = of.head if of.dep_ == "prep" else of
    if possessive.head.lemma_ not in _ASKED_FOR or verb.lemma_ not in _ASK:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)


class Referents:
    """Looks up whom a token means within one passage."""

    def __init__(self, passage: Passage, people: People) -> None:
        self.passage = passage
        self.people = people
        self._groups = Groups(passage)
        self._pronouns = Pronouns(passage, people, self._groups)
        #: Who says a word of the passage, where that is known; "I" means them.
        self.speaking: Callable[[Sentence, Token], str | None] | None = None
        self._described = Described(passage, people)
        #: The lists of names of the passage.
        self.lists = NameLists(passage, people, self._groups)

    def prefer(self, held: set[str], aside: set[str] | None = None) -> None:
        """Of the people a pronoun may mean, take one of `held` first, who are told of in custody, and one of `aside` last."""
        self._pronouns.preferred = held
        self._pronouns.aside = aside or set()

    def numbers(self, sentence: Sentence) -> list[Number]:
        """Numbers of one sentence, placed in the text."""
        return self._groups.numbers(sentence)

    def number_of(self, sentence: Sentence, token: Token) -> Number | None:
        """The number that counts a noun; None when none does."""
        return self._groups.number_of(sentence, token)

    def group(self, sentence: Sentence, token: Token) -> Group | None:
        """The group a noun, number or "those" speaks of, None when it speaks of no group of people."""
        return self._groups.at(sentence, token)

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether "he" or "she" may mean the person, by what the text tells of their gender; also where it tells nothing."""
        return self._pronouns.may_be(name, "f" if pronoun in FEMALE else "m")

    def who(self, sentence: Sentence, token: Token, depth: int = 0, without: frozenset[str] = frozenset()) -> Who:
        """Whom `token`, the head of a phrase or a pronoun, means; a pronoun never one of `without`."""
        low = token.lower_
        if depth > _DEEPEST:
            return Who()
        if token.tag_ in ("WP", "WDT", "WP$") or (low == "that" and token.dep_.startswith("nsubj")):
            clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
            who = self._antecedent(sentence, clause, depth) if clause is not None else Who()
            if who != Who() or low not in ("who", "whom", "whose") or _is_somebody_else(clause):
                return who
            return self._just_before(sentence, token)
        if low in _FIRST_PERSON:
            return self._speaker(sentence, token)
        if (kin := _whose_kin(token)) is not None:
            names = (self.people.at(sentence.place(c)) for c in kin.children if c.dep_ != "poss")
            return Who(tuple(name for name in names if name)[:1], rule="name")
        named = joined_names(self.people, sentence, token)
        if named:
            others = group_beside(self._groups, sentence, token)
            return Who(tuple(named), others, "name and others" if others is not None else "name")
        if low in FEMALE | MALE and (own := _emphasised(token)) is not None:
            return self.who(sentence, own, depth + 1)
        if low in FEMALE | MALE:
            person = self._pronouns.person(sentence, token, without | self._others_than(sentence, token))
            others = group_beside(self._groups, sentence, token)
            return Who((person,), others, "pronoun") if person else Who()
        if low in THEY or low in _EACH or _is_pair(token):
            several = self._pronouns.several(sentence, token)
            if several:
                return Who(tuple(several), rule="they")
        if low in THEY:
            return Who((), self._pronouns.they(sentence, token), "they")
        of_them = _of_them(token)
        if of_them is not None and low in _WHOLE:
            return self.who(sentence, of_them, depth + 1)
        return self._phrase(sentence, token, depth)

    def _others_than(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """Whom a pronoun cannot mean: the doer of what is done to "him"; the one named as "his lawyer, NAME"; "her sister, NAME, says she"."""
        if token.dep_ in ("dobj", "dative") and not token.lower_.endswith("self"):
            doer = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            clause = token.head if doer is not None and doer.lower_ in ("who", "that") else None
            named = clause.head if clause is not None and clause.dep_ == "relcl" else doer
        elif token.dep_ in ("nsubj", "nsubjpass"):
            named = _kin_saying(token)
        elif token.dep_ == "poss" and (asker := _asker(token)) is not None:
            named = asker
        elif token.dep_ == "poss":
            named = next((c for c in token.head.children if c.dep_ == "appos"), token.head)
        else:
            return frozenset()
        name = self.people.at(sentence.place(named)) if named is not None else None
        return frozenset({name}) if name is not None else frozenset()

    def _speaker(self, sentence: Sentence, token: Token) -> Who:
        """Whom "I" means: the one who says it, where the text names them."""
        name = self.speaking(sentence, token) if self.speaking is not None else None
        return Who((name,), rule="first person") if name in {one.name for one in self.people.persons} else Who()

    def _antecedent(self, sentence: Sentence, clause: Token, depth: int) -> Who:
        """Whom "who" means: of several joined names the one it follows, unless its verb is plural."""
        who = self.who(sentence, clause.head, depth + 1)
        own = self.people.at(sentence.place(clause.head))
        verbs = [clause, *(child for child in clause.children if child.dep_ in ("aux", "auxpass"))]
        is_plural = any(verb.lower_ in _PLURAL for verb in verbs)
        return who if own is None or is_plural else Who((own,), who.group, who.rule)

    def _just_before(self, sentence: Sentence, token: Token) -> Who:
        """The person named last before "who", where the parse hangs the clause on a place: "a worker from Orsk from whom ..."."""
        before = self.people.between(sentence.start, sentence.place(token)[0])
        return Who((before[-1][1],), rule="name") if before else Who()

    def _phrase(self, sentence: Sentence, token: Token, depth: int) -> Who:
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "one":
            return self._one_of(sentence, token, depth)
        if token.lower_ == "one" and token.dep_ in ("attr", "appos"):
            whole = next(
                (o for of in token.children if of.lower_ == "of" for o in of.children if o.dep_ == "pobj"), None
            )
            return (
                self._one_of(sentence, whole, depth)
                if whole is not None
                else self._subject_of_copula(sentence, token, depth)
            )
        if token.tag_ in ("JJ", "JJS", "RBS") and (beside := self._apposed(sentence, token)):
            return Who(tuple(beside), rule="apposition")  # "the most recent, NAME"
        group = self.group(sentence, token)
        listed = listed_after(self.people, sentence, token, self.passage.shadow) if group is not None else []
        if listed:
            return Who(tuple(listed), group, "member")
        apposed = self._apposed(sentence, token)
        if apposed:
            return Who(tuple(apposed), rule="apposition")
        if group is not None:
            if is_plain_set(token) and (named := self.lists.called(sentence.place(token)[0], token)):
                return Who(named, rule="set")
            examples = self._examples(sentence, token)
            return Who(tuple(examples), None, "example") if examples else Who((), group, "group")
        return self._singular(sentence, token)

    def _one_of(self, sentence: Sentence, token: Token, depth: int) -> Who:
        one = token.head.head
        group = self.group(sentence, token)
        whole = self._subject_of_copula(sentence, one, depth)
        counted = group if group is not None and group.count is not None else None
        return Who(whole.persons, counted, "one of")

    def _subject_of_copula(self, sentence: Sentence, token: Token, depth: int) -> Who:
        verb = token.head
        if token.dep_ == "appos":
            return self.who(sentence, verb, depth + 1)
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or verb.lemma_ not in ("be", "become"):
            return Who()
        return self.who(sentence, subject, depth + 1)

    def _apposed(self, sentence: Sentence, token: Token) -> list[str]:
        """A person standing beside the noun: "wife, NAME", "a mother" after "NAME,", "activist NAME"."""
        if token.dep_ == "appos":
            person = self.people.at(sentence.place(token.head))
            if person:
                return [person]
        for child in token.children:
            if child.dep_ in ("appos", "compound", "nmod", "flat") and child.i > token.i - 4:
                person = self.people.at(sentence.place(child))
                if person and (child.dep_ == "appos" or child.i > token.i):
                    return joined_names(self.people, sentence, child)
        nearest = [child for child in token.children if child.dep_ == "appos"]
        if not nearest:
            return self._named_next(sentence, token)
        return joined_names(self.people, sentence, nearest[0]) or (
            self._apposed(sentence, nearest[0]) if nearest[0].tag_ == "NN" else []
        )

    def _named_next(self, sentence: Sentence, token: Token) -> list[str]:
        """ "sanctions on the judge NAME": a noun and a name side by side, which the parse hangs elsewhere."""
        following = token.nbor(1) if token.i + 1 < token.sent.end else None
        if following is None or token.tag_ != "NN" or following.pos_ != "PROPN" or not is_people_word(token.lemma_):
            return []
        place = sentence.place(following)
        named = self.people.between(place[0], sentence.end)
        if not named or named[0][0][0] != place[0]:
            return []
        last = sentence.token_at(named[0][0][1] - 1)
        return joined_names(self.people, sentence, last) if last is not None else []

    def _examples(self, sentence: Sentence, token: Token) -> list[str]:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("like",) and child.i == token.i + 1:
                for obj in child.children:
                    if obj.dep_ == "pobj":
                        return joined_names(self.people, sentence, obj)
        return []

    def _singular(self, sentence: Sentence, token: Token) -> Who:
        if is_definite(token):
            described = self._described.person(token, sentence.place(token)[0])
            if described is not None:
                return Who((described,), rule="described so")
        kin = lexicon().has("kin", token.lemma_)
        owned = any(child.dep_ == "poss" for child in token.children)
        is_person = lexicon().has("people", token.lemma_) or token.lemma_ in _PERSONS
        definite = any(child.lower_ in ("the", "this") for child in token.children)
        if kin or owned or not is_person or not definite or token.tag_ not in ("NN", "JJ"):
            return Who()
        gender = "f" if lexicon().has("female", token.lemma_) else "m" if lexicon().has("male", token.lemma_) else None
        person = self._pronouns.recent(sentence, token, gender)
        return Who((person,), rule="definite noun") if person else Who()
