"""Who says what: a state machine over quotation marks, and speech verbs with what they report.

A quotation belongs to the speech verb that touches it; a sentence inside a longer quotation has the speaker of the whole; words under
"X said that" or after "according to X" have X.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.speech.speaker_names import COUNTS, SpeakerNames, is_speech
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE_NAMES = frozenset({"to", "of", "for", "and", "in", "the", "on", "&"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; `speaker` None = nobody is named for them."""

    span: Span
    speaker: str | None


class Speakers:
    """Answers who says the words at a place of the text; None = the author."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self.names = SpeakerNames(referents)
        self._quotations = tuple(self._attributed(span) for span in _quoted(referents.passage.shadow))

    def at(self, sentence: Sentence, token: Token) -> str | None:
        """Who says this word."""
        place = sentence.place(token)
        quotation = self.quotation_at(place[0])
        return (quotation.speaker if quotation is not None else None) or self._reported(sentence, token)

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation that a place of the text lies in."""
        return next((one for one in self._quotations if one.span[0] <= position < one.span[1]), None)

    def name(self, sentence: Sentence, token: Token) -> str | None:
        """What the speaker is called whom a noun or pronoun means; None for one who cannot speak."""
        return self.names.of(sentence, token)

    def _reported(self, sentence: Sentence, token: Token) -> str | None:
        here = token
        while here.head != here:
            above = here.head
            told = here.dep_ in ("ccomp", "xcomp", "parataxis", "dobj") or (
                here.dep_ == "prep" and above.lemma_ in COUNTS
            )
            if (is_speech(above) or (above.lemma_ in COUNTS and above.pos_ == "VERB")) and told:
                speaker = self._speaker_of(sentence, above)
                if speaker:
                    return speaker
            here = above
        return self._beside(sentence, token) or self._according(sentence)

    def _beside(self, sentence: Sentence, token: Token) -> str | None:
        """ "..., she said, and ...": a speech verb hung on as an aside reports what stands before it, and what is joined to that."""
        for verb in sentence.tokens:
            if not is_speech(verb) or verb == token:
                continue
            if verb.i > token.i and (verb.dep_ == "parataxis" or (verb.dep_ in ("ROOT", "conj") and _is_at_end(verb))):
                return self._speaker_of(sentence, verb)
            if verb.i < token.i and verb.dep_ == "parataxis" and _is_joined(token, verb.head):
                return self._speaker_of(sentence, verb)
        return None

    def _according(self, sentence: Sentence) -> str | None:
        for token in sentence.tokens:
            if token.lower_ == "according" and token.i + 1 < sentence.tokens.end:
                obj = next((t for t in token.subtree if t.dep_ == "pobj" and t.i > token.i), None)
                if obj is not None:
                    return self.names.of(sentence, obj)
        return None

    def _speaker_of(self, sentence: Sentence, verb: Token) -> str | None:
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is None:
            return self._name_before(sentence, verb)
        name, before = self.names.of(sentence, subject), self._name_before(sentence, verb)
        is_cut = (
            subject.pos_ == "PROPN"
            and before is not None
            and name is not None
            and before.startswith(name)
            and len(before) > len(name)
        )
        return before if is_cut else name

    def _name_before(self, sentence: Sentence, verb: Token) -> str | None:
        """The capitalised words right before the verb, where the parse found no subject: names of groups are easily misread."""
        words: list[Token] = []
        for at in range(verb.i - 1, sentence.tokens.start - 1, -1):
            word = verb.doc[at]
            if not (word.text[0].isupper() or (words and word.lower_ in _INSIDE_NAMES)):
                break
            words.insert(0, word)
        while words and not words[0].text[0].isupper():
            words.pop(0)
        return "".join(t.text_with_ws for t in words).strip() or None

    def _attributed(self, span: Span) -> Quotation:
        """The speaker named in the sentence the quotation ends in, begins in, or follows."""
        sentences = self._referents.passage.sentences
        touching = [s for s in sentences if s.start <= span[1] and span[0] <= s.end]
        before = [s for s in sentences if touching and s.index == touching[0].index - 1]
        after = [s for s in sentences if touching and s.index == touching[-1].index + 1]
        for sentence in [*reversed(touching), *after, *before]:
            if sentence not in touching and not _is_attribution(sentence):
                continue
            for verb in sentence.tokens:
                inside = span[0] < sentence.place(verb)[0] < span[1]
                if not inside and is_speech(verb):
                    speaker = self._speaker_of(sentence, verb)
                    if speaker:
                        return Quotation(span, speaker)
        return Quotation(span, None)


def _is_at_end(verb: Token) -> bool:
    return bool(verb.i >= verb.sent.end - 8)


def _is_joined(token: Token, reported: Token) -> bool:
    """Whether a word belongs to a clause that "and" joins to the clause reported."""
    return any(up.dep_ == "conj" and reported in (up.head, *up.head.conjuncts) for up in (token, *token.ancestors))


def _is_attribution(sentence: Sentence) -> bool:
    """A neighbouring sentence counts only when it introduces words or is a bare "she said"."""
    text = sentence.tokens.text.rstrip()
    return text.endswith(":") or len(text.split()) < 6


def _quoted(shadow: str) -> list[Span]:
    """Stretches between double quotation marks; one left open ends with its paragraph."""
    found: list[Span] = []
    start = 0
    for line in shadow.split("\n"):
        marks = [start + n for n, char in enumerate(line) if char == '"']
        ends = [*marks[1::2], *([start + len(line)] if len(marks) % 2 else [])]
        found += [(a, b) for a, b in zip(marks[::2], ends, strict=True) if b - a > 1]
        start += len(line) + 1
    return found
