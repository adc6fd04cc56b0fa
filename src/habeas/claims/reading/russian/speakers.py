"""Who says what in a Russian text: "по данным ...", "как сообщили в ...", a speech verb before or after its subject, lists, and quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.attributions import (
    ACCORDING,
    AFTER_QUOTE,
    AS,
    ASIDE,
    BEFORE,
    BEFORE_QUOTE,
    DASH,
    IN_PLACE,
    IN_QUOTE,
    KEEPS,
    KNOWN_TO,
    LIST,
    OWN,
    PRONOUN,
    REPORT,
    VERB,
)
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.speaker_names import RuSpeakerNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word


_TELLS = re.compile(VERB)
_KEEPS = frozenset({"вести", "составлять", "составить", "собирать", "собрать", "обновлять", "публиковать"})
_LISTS = frozenset({"список", "перечень", "реестр", "база", "картотека"})
#: Whoever asks for so many, or promises them, gives their number.
_ASKS = frozenset(
    {"потребовать", "требовать", "призвать", "призывать", "обещать", "пообещать", "предложить", "попросить"}
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
        self.names = RuSpeakerNames(referents)
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

    def in_all(self, sentence: RuSentence) -> str | None:
        """Whoever is named last in the sentence as saying something; None when nobody is."""
        said = self._in(sentence)
        return said[-1].who if said else None

    def keeper(self, sentence: RuSentence) -> str | None:
        """Who keeps or publishes a list, by the sentence; None when it tells of none."""
        for verb in sentence.words:
            lists = (c for c in verb.children if c.rel == "obj" and c.lemma in _LISTS)
            if verb.lemma not in _KEEPS or verb.feats.get("VerbForm") != "Fin" or next(lists, None) is None:
                continue
            subject = next((c for c in verb.children if c.rel == "nsubj"), None)
            if subject is not None and subject.pos != "PRON":
                words = [w for w in subject.subtree() if w.index <= verb.index or subject.index > verb.index]
                start, end = words[0].span[0] - sentence.span[0], words[-1].span[1] - sentence.span[0]
                return self.names.of(sentence, start, re.split(r"[,(—]", self._text(sentence)[start:end])[0])
            return self.names.pronoun(sentence, subject or verb)
        return None

    def _text(self, sentence: RuSentence) -> str:
        return self._referents.passage.shadow[sentence.span[0] : sentence.span[1]].replace("ё", "е")

    def _in(self, sentence: RuSentence) -> list[_Said]:
        if sentence.index not in self._known:
            self._known[sentence.index] = []  # a pronoun may ask for the sentence it stands in
            found = list(self._by_phrases(sentence))
            by_arcs = [
                one
                for one in self._by_arcs(sentence)
                if not any(one.start < f.end and f.start < one.end for f in found)
            ]
            self._known[sentence.index] = [*found, *by_arcs]
        return self._known[sentence.index]

    def _by_phrases(self, sentence: RuSentence) -> Iterator[_Said]:
        text = self._text(sentence)
        found: list[_Said] = []
        for pattern in (ACCORDING, REPORT, AS, KNOWN_TO, IN_PLACE, LIST, KEEPS, ASIDE, BEFORE, DASH):
            for match in pattern.finditer(text):
                group = "who" if match["who"] is not None else "other"
                at = match.start(group)
                who = self.names.of(sentence, at, match[group])
                if who and not any(one.start <= at < one.end for one in found):
                    found.append(_Said(match.start(), match.end(group), who))
        yield from found
        for pattern, resolve in ((OWN, self._owner), (PRONOUN, self._pronoun)):
            for match in pattern.finditer(text):
                who = resolve(sentence, match)
                if who and not any(one.start < match.end() and match.start() < one.end for one in found):
                    yield _Said(match.start(), match.end(), who)

    def _pronoun(self, sentence: RuSentence, match: re.Match[str]) -> str | None:
        """ "Он рассказал", "добавила она"."""
        word = _word_at(sentence, match.start("who") if match["who"] else match.start("other"))
        return self.names.pronoun(sentence, word) if word is not None else None

    def _owner(self, sentence: RuSentence, match: re.Match[str]) -> str | None:
        """ "По его словам", "в ее списке": of whoever spoke in the sentence before, else of whoever is meant, else of the body named last."""
        sentences = self._referents.passage.sentences
        before = sentences[sentence.index - 1] if sentence.index else None
        own = self.names.subject_before(sentence, sentence.span[0] + match.start(), match["owner"])
        if own is not None:
            return own
        if before is not None and before.paragraph == sentence.paragraph and self._in(before):
            return self._in(before)[-1].who
        group = next(name for name in ("owner", "list", "within") if match[name])
        word = _word_at(sentence, match.start(group))
        if group == "owner" and before is not None and before.paragraph == sentence.paragraph:
            body = self.names.body_spoken_of(before, match["owner"])
            if body is not None:
                return body
        person = self.names.pronoun(sentence, word) if word is not None and group == "owner" else None
        return person or (self.names.bodies.last(sentence.span[0]) if group == "list" else None)

    def _by_arcs(self, sentence: RuSentence) -> Iterator[_Said]:
        """A speech verb with its subject, wherever the subject stands."""
        for verb in sentence.words:
            attends = verb.lemma in ("обращать", "обратить") and any(c.lemma == "внимание" for c in verb.children)
            speaks = attends or lexicon().has("speech", verb.lemma) or verb.lemma in _ASKS or _TELLS.fullmatch(verb.low)
            if not speaks or verb.feats.get("VerbForm") != "Fin":
                continue
            subject = next((c for c in verb.children if c.rel == "nsubj" and c.pos != "PRON"), None)
            if subject is None:
                continue
            words = [
                w for w in subject.subtree() if w.rel not in ("acl", "acl:relcl") and abs(w.index - subject.index) < 8
            ]
            start = min(w.span[0] for w in words) - sentence.span[0]
            end = max(w.span[1] for w in words) - sentence.span[0]
            who = self.names.of(sentence, start, re.split(r"[,(—]", self._text(sentence)[start:end])[0])
            if who:
                yield _Said(start, end, who)

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
            (AFTER_QUOTE.match(tail), closed),
            (IN_QUOTE.search(inside), opened),
            (
                BEFORE_QUOTE.search(text[max(start, opened - 200) : opened + 1].replace("ё", "е")),
                max(start, opened - 200),
            ),
        ):
            who = self.names.at(match, base)
            if who:
                return who
        return None


def _word_at(sentence: RuSentence, place: int) -> Word | None:
    return next((w for w in sentence.words if w.span[0] - sentence.span[0] == place), None)
