"""What a giver of numbers is called: as any speaker, and by whose count, list or data it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.figures.giver_grammar import owner_of, phrase
from habeas.claims.reading.figures.giver_words import DATA, GENERIC, OURS
from habeas.claims.reading.speech.speakers import Speakers
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCES_BACK = 6


class GiverNames:
    """Turns the word for a giver into a name; `given_by` = who gave the numbers so far, with the sentence."""

    def __init__(self, speakers: Speakers, referents: Referents) -> None:
        self._speakers = speakers
        self._referents = referents
        self.given_by: list[tuple[int, str]] = []

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
            return self.of(sentence, owner) if owner is not None else None
        if token.lower_ in ("its", "it", "their", "they"):
            named = self._body(sentence) or self._speakers.name(sentence, token)
            return named or self._speakers.names.bodies.last(sentence, 1)
        if token.lower_ in ("her", "his", "she", "he"):
            if token.dep_ == "nsubj":
                return self._speakers.name(sentence, token)  # whoever says it need not be in custody
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

    def _body(self, sentence: Sentence) -> str | None:
        """The group that gave a number or spoke last."""
        persons = {person.name for person in self._referents.people.persons}
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
