"""Whom a speaker phrase means: the person or the organisation it refers to in this text, under the fullest name it has there.

"the group's director, Marit Solheim" is Marit Solheim, "the centre" the centre named before, "it" the body that spoke last; a description
that names nobody ("a prison doctor") stays as written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.speech.bodies import Bodies
from habeas.claims.reading.speech.body_words import BODIES
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose subject gives what hangs on them, though they are not of saying.
COUNTS = frozenset(
    {"put", "estimate", "count", "list", "know", "recognise", "recognize", "record", "document", "register", "verify", "identify", "tally", "name", "speak", "give", "have"}
)  # fmt: skip
_IT = frozenset({"it", "they"})
_SENTENCES_BACK = 3
_NOT_SPEAKERS = frozenset(
    {"that", "which", "this", "there", "what", "who", "report", "reports", "decision", "decisions"}
)
_BESIDE = 12
_WORDS_BETWEEN = 4


class SpeakerNames:
    """Turns the noun or pronoun that speaks into a name."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self.bodies = Bodies(referents.passage, referents.people)

    def of(self, sentence: Sentence, token: Token) -> str | None:
        """What the speaker is called; None for one who cannot speak."""
        if token.tag_ in ("WDT", "WP") and token.lower_ in ("which", "who"):
            clause = next((up for up in token.ancestors if up.dep_ == "relcl"), None)
            return self.of(sentence, clause.head) if clause is not None and clause.head != token else None
        if token.lower_ in _NOT_SPEAKERS:
            return None
        persons = self._referents.who(sentence, token).persons
        if persons:
            return persons[0]
        if token.lower_ in _IT:
            return self._body_before(sentence, token)
        if token.pos_ == "PRON":
            return None
        return self._beside(sentence, token) or self._organisation(sentence, token) or self._as_written(token)

    def _beside(self, sentence: Sentence, token: Token) -> str | None:
        """The person named right after a description in the singular: "the rapporteur on Kestria, Mamadou Balde"."""
        if token.pos_ != "NOUN" or token.tag_ != "NN" or token.lemma_.lower() in BODIES:
            return None
        commas, between = 0, 0
        for after in token.doc[token.i + 1 : min(token.i + _BESIDE, token.sent.end)]:
            name = self._referents.people.at(sentence.place(after))
            if name is not None and (commas == 1 or after.i == token.i + 1) and between <= _WORDS_BETWEEN:
                return None if _is_subject(after) else name  # "according to a source, Anna Orlova was moved"
            if after.text == ",":
                commas, between = commas + 1, 0
            elif (
                after.pos_ in ("VERB", "AUX")
                or after.lower_ in ("who", "which", "that", "and")
                or after.text in (";", '"')
            ):
                return None
            elif commas:
                between += 1
        return None

    def _organisation(self, sentence: Sentence, token: Token) -> str | None:
        """The organisation that stands beside a common noun for one, or that the noun means."""
        if token.lemma_.lower() not in BODIES or token.pos_ != "NOUN":
            return None
        proper = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if proper is not None:
            return self.of(sentence, proper)  # "said the group, NAME"
        named = self.bodies.right_after(sentence, token)
        if named is not None:
            return named  # "the research group Insight"
        is_bare = not any(c.dep_ in ("poss", "amod", "compound", "prep") or c.pos_ == "PROPN" for c in token.children)
        return self.bodies.meant(sentence, token) if _is_definite(token) and is_bare else None

    def _as_written(self, token: Token) -> str | None:
        """The words of the phrase, without what only hangs on it."""
        clauses = {t for t in token.subtree if t.dep_ in ("relcl", "acl", "conj", "cc") and t.head == token}
        aside = {t for clause in clauses for t in clause.subtree}
        cut = min(
            [t.i for t in token.subtree if t.text in (",", "(", ";") and t.i > token.i] or [token.right_edge.i + 1]
        )
        kept = [t for t in token.subtree if t.i < cut and t not in aside]
        verb = next((t.i for t in kept if t.i > token.i and t.pos_ in ("VERB", "AUX")), None)
        kept = [t for t in kept if verb is None or t.i < verb]
        kept += _more_of_name(kept[-1]) if kept else []
        kept = _without_description([t for t in kept if t.dep_ != "det" or t.head != token])
        words = "".join(t.text_with_ws for t in kept).strip()
        return self.bodies.full(words) if words else None

    def _body_before(self, sentence: Sentence, token: Token) -> str | None:
        """The group or office that spoke last before "it", within three sentences."""
        here = sentence.place(token)[0]
        for back in range(_SENTENCES_BACK):
            if sentence.index - back < 0:
                break
            earlier = self._referents.passage.sentences[sentence.index - back]
            for found in reversed(list(earlier.tokens)):
                is_subject = found.dep_ == "nsubj" and (is_speech(found.head) or found.head.lemma_ in COUNTS)
                is_body = found.dep_ == "nsubj" and found.ent_type_ == "ORG"
                is_source = found.dep_ == "pobj" and found.head.head.lower_ == "according"
                is_employer = (
                    found.dep_ == "pobj"
                    and found.ent_type_ == "ORG"
                    and found.head.lower_ in ("at", "of", "for", "with")
                )
                named = found.pos_ == "PROPN" and not self._referents.people.at(earlier.place(found))
                if earlier.place(found)[0] < here and named and (is_subject or is_source or is_body or is_employer):
                    return self.of(earlier, found)
        return None


def is_speech(token: Token) -> bool:
    """Whether the word is a verb of saying."""
    return token.pos_ == "VERB" and lexicon().has("speech", token.lemma_)


def _is_subject(name: Token) -> bool:
    """Whether the name, by its last word, is what a clause of its own is about."""
    head = name.head if name.dep_ in ("compound", "nmod") else name
    return head.dep_ in ("nsubj", "nsubjpass")


def _more_of_name(last: Token) -> list[Token]:
    """Capitalised words that go on right after: the parse cuts names of groups in two."""
    more: list[Token] = []
    for token in last.doc[last.i + 1 : last.sent.end]:
        if not token.text[0].isupper() or not last.text[0].isupper():
            break
        more.append(token)
    return more


def _without_description(words: list[Token]) -> list[Token]:
    """ "rights group Lantern": Lantern."""
    at = next((n for n, word in enumerate(words) if word.text[0].isupper()), 0)
    return words[at:] if at and words[at - 1].lemma_.lower() in BODIES else words


def _is_definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that") for c in token.children)
