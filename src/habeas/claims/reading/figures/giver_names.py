"""What a giver of numbers is called: as any speaker, and by whose count, list or data it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.figures.giver_grammar import owner_of, phrase, subject_of
from habeas.claims.reading.figures.giver_words import DATA, GENERIC, OURS
from habeas.claims.reading.speech.speaker_names import is_speech
from habeas.claims.reading.speech.speakers import Speakers
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCES_BACK = 6
_SPOKE_BACK = 3
_ITS_PEOPLE = frozenset(
    {"mission", "office", "team", "staff", "researcher", "monitor", "bureau", "branch", "observer", "expert", "lawyer"}
)
#: What is announced, and announces nothing.
_NOT_GIVERS = frozenset(
    {"amnesty", "pardon", "decree", "law", "deal", "agreement", "swap", "exchange", "release", "decision"}
)
#: What "the report" is once whoever published it was named.
_PUBLISHED = frozenset(
    {"report", "survey", "statement", "study", "document", "analysis", "research", "register", "list"}
)


class GiverNames:
    """Turns the word for a giver into a name; `given_by` = who gave the numbers so far, with the sentence."""

    def __init__(self, speakers: Speakers, referents: Referents) -> None:
        self._speakers = speakers
        self._referents = referents
        self.given_by: list[tuple[int, str]] = []
        self._published: str | None = None

    def published(self, name: str) -> str:
        """Keep whoever published the report of which the text goes on to speak; the name as this text has it in full."""
        self._published = self.full(name)
        return self._published

    def full(self, words: str) -> str:
        """The name with the initials that the text gives it."""
        return self._speakers.names.bodies.full(words)

    def last(self) -> str | None:
        """Whoever gave a number last."""
        return self.given_by[-1][1] if self.given_by else None

    def of(self, sentence: Sentence, token: Token | None) -> str | None:
        """What the giver is called; OURS for the author, None for one who names nobody."""
        if token is None:
            return None
        if token.lower_ in ("we", "i", "us"):
            return OURS
        if any(c.lower_ in ("our", "my") for c in token.children):
            return (
                OURS
                if token.lemma_.lower() not in ("partner", "source", "colleague", "contact", "interlocutor")
                else phrase(token)
            )
        if token.lemma_.lower() in DATA:
            owner = owner_of(token)
            if owner is not None:
                self._published = self.of(sentence, owner)
                return self._published
            is_same = token.lemma_.lower() in _PUBLISHED and any(c.lower_ in ("the", "this") for c in token.children)
            return self._published if is_same else None
        if token.lemma_.lower() in _NOT_GIVERS:
            return None
        if token.lower_ in ("its", "it", "their", "they"):
            named = (
                self._subject_above(sentence, token)
                or self._named_just_before(sentence)
                or self._body(sentence)
                or self._speakers.name(sentence, token)
            )
            return named or self._speakers.names.bodies.last(sentence, 1) or self._subject_before(sentence)
        own = next((c for c in token.children if c.dep_ == "poss" and c.lower_ == "its"), None)
        if own is not None and token.lemma_.lower() in _ITS_PEOPLE:
            return self.of(sentence, own)
        if token.lower_ in ("her", "his", "she", "he"):
            if token.dep_ == "nsubj":  # whoever says it need not be in custody
                return self._spoke_last(sentence, token) or self._speakers.name(sentence, token)
            persons = self._referents.who(sentence, token).persons
            return persons[0] if persons else None
        if (
            token.pos_ == "NOUN"
            and token.lemma_.lower() in GENERIC
            and any(c.lower_ in ("the", "this") for c in token.children)
        ):
            own = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
            return (self._body(sentence) if own is None else None) or self._speakers.name(sentence, token)
        name = self._speakers.name(sentence, token)
        if name is None and token.pos_ == "NOUN":
            name = phrase(token)
        if name and token.pos_ == "NOUN":
            name = name.split(" with ")[0]
        return name.removesuffix("'s") if name else None

    def _spoke_last(self, sentence: Sentence, pronoun: Token) -> str | None:
        """The person of that gender who spoke last, in this paragraph or the one before it."""
        for earlier in self._earlier(sentence)[:_SPOKE_BACK]:
            if sentence.paragraph - earlier.paragraph > 1:
                return None
            for verb in reversed(list(earlier.tokens)):
                if not is_speech(verb) or self._speakers.quotation_at(earlier.place(verb)[0]) is not None:
                    continue
                subject = subject_of(verb)
                name = self._speakers.name(earlier, subject) if subject is not None and subject.pos_ != "PRON" else None
                if name in self._persons() and self._referents.may_be(name or "", pronoun.lower_):
                    return name
        return None

    def _subject_above(self, sentence: Sentence, token: Token) -> str | None:
        """ "Lantern disputed the tally, saying it had verified 980": Lantern."""
        for verb in token.ancestors:
            subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i and c != token), None)
            if (
                subject is not None
                and subject.pos_ == "PROPN"
                and self._referents.people.at(sentence.place(subject)) is None
            ):
                return self._speakers.name(sentence, subject)
        return None

    def _subject_before(self, sentence: Sentence) -> str | None:
        """What the sentence before is about, where that is a name of several words and nobody's."""
        for earlier in self._earlier(sentence)[:1]:
            for token in earlier.tokens:
                is_about = token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.text[:1].isupper()
                is_long = any(c.text[:1].isupper() for c in token.subtree if c != token)
                if is_about and is_long and self._referents.people.at(earlier.place(token)) is None:
                    return self._speakers.name(earlier, token)
        return None

    def _named_just_before(self, sentence: Sentence) -> str | None:
        """The organisation named in the sentence before, where nobody gave a number there."""
        given = self.given_by[-1][0] if self.given_by else -9
        return self._speakers.names.bodies.last(sentence, 1) if 0 <= given < sentence.index - 1 else None

    def _persons(self) -> set[str]:
        return {person.name for person in self._referents.people.persons}

    def _body(self, sentence: Sentence) -> str | None:
        """The group that gave a number or spoke last."""
        persons = self._persons()
        near = next(
            (
                name
                for index, name in reversed(self.given_by)
                if name not in persons and 0 <= sentence.index - index <= _SENTENCES_BACK
            ),
            None,
        )
        return near or next((name for earlier in self._earlier(sentence) if (name := self._spoke_in(earlier))), None)

    def _earlier(self, sentence: Sentence) -> list[Sentence]:
        return list(reversed(self._referents.passage.sentences[: sentence.index]))

    def _spoke_in(self, sentence: Sentence) -> str | None:
        for token in sentence.tokens:
            is_speaker = token.dep_ == "nsubj" and token.pos_ == "PROPN" and lexicon().has("speech", token.head.lemma_)
            if is_speaker and self._referents.people.at(sentence.place(token)) is None:
                return self._speakers.name(sentence, token)
        return None
