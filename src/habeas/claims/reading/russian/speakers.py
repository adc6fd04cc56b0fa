"""Who says what in a Russian text: a speech verb with its subject, "по словам ...", and quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import lexicon

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word

_ACCORDING = re.compile(
    r"\b(?:по (?:словам|данным|информации|сведениям|подсчетам|подсчётам|оценкам|оценке|мнению)|как (?:сообщ\w+|заяв\w+|отме\w+|рассказ\w+|пиш\w+|уточн\w+|говор\w+|переда\w+))\b",
    re.IGNORECASE,
)


class RuSpeakers:
    """Answers who says the words at a place of the text; None = the author."""

    def __init__(self, referents: RuReferents) -> None:
        self._referents = referents

    def at(self, sentence: RuSentence, word: Word) -> str | None:
        """Who says this word."""
        for up in (word, *word.up()):
            for verb in (up, *(c for c in up.children if c.rel == "parataxis")):
                if verb is not word and lexicon().has("speech", verb.lemma) and word is not verb:
                    name = self._subject(sentence, verb)
                    if name and not self._is_inside(word, verb):
                        return name
        return self._according(sentence)

    def _is_inside(self, word: Word, verb: Word) -> bool:
        """Whether the word is part of the attribution itself."""
        subject = next((c for c in verb.children if c.rel == "nsubj"), None)
        return subject is not None and word in subject.subtree()

    def _subject(self, sentence: RuSentence, verb: Word) -> str | None:
        subject = next((c for c in verb.children if c.rel == "nsubj"), None)
        if subject is None:
            return None
        persons = self._referents.who(sentence, subject).persons
        if persons:
            return persons[0]
        if subject.pos == "PRON":
            return None
        kept = [w for w in subject.subtree() if w.rel not in ("acl", "acl:relcl", "punct") or w is subject]
        clauses = {w.index for c in subject.children if c.rel in ("acl", "acl:relcl") for w in c.subtree()}
        return " ".join(w.text for w in kept if w.index not in clauses).strip('«»" ') or None

    def _according(self, sentence: RuSentence) -> str | None:
        text = self._referents.passage.shadow[sentence.span[0] : sentence.span[1]]
        match = _ACCORDING.search(text)
        if match is None:
            return None
        place = sentence.span[0] + match.end()
        people = self._referents.people.between(place, min(place + 60, sentence.span[1]))
        if people:
            return people[0][1].name
        rest = re.split(r"[,.;(]", text[match.end() :], maxsplit=1)[0].strip(' «»"')
        return rest if 0 < len(rest.split()) <= 7 else None
