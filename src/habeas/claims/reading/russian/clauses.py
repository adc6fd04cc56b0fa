"""Cuts a Russian sentence into clauses by its commas and verbs, which holds where the parser's arcs go astray."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence, Word

_MARKS = frozenset(",;:—–-()…")
_HARD = frozenset(";:()")
_JOINS = frozenset({"и", "а", "но", "или", "однако", "зато", "причем"})
_OPENERS = frozenset({"который", "что", "чтобы", "если", "когда", "где", "кто", "поскольку", "хотя", "пока", "чей"})


def is_finite(word: Word) -> bool:
    """Whether the word is a verb that can carry a clause: finite, or a short participle."""
    if word.feats.get("VerbForm") == "Fin":
        return word.pos in ("VERB", "AUX")
    return word.feats.get("Variant") == "Short" and word.pos in ("VERB", "ADJ")


def is_predicate(word: Word) -> bool:
    """Whether the word carries a clause of its own, participles after a comma and gerunds among them."""
    return is_finite(word) or (word.pos == "VERB" and word.feats.get("VerbForm") in ("Part", "Conv"))


def clauses_of(sentence: RuSentence) -> list[list[Word]]:
    """The sentence's clauses in order; every word stands in exactly one."""
    parts = _parts(sentence)
    clauses: list[list[Word]] = []
    waiting: list[Word] = []
    for part in parts:
        hard = part[0].text in _HARD
        if _only_opens(part):
            waiting += part  # ", что ИМЯ, врача из города, | вчера задержали"
            continue
        if not _has_predicate(part, opened=not clauses and not waiting):
            if clauses and part[0].text != ";":
                clauses[-1] += part
            else:
                waiting += part
        elif hard and waiting and not clauses:
            clauses += [waiting, part]
            waiting = []
        else:
            clauses.append([*waiting, *part])
            waiting = []
    return [*clauses, waiting] if waiting else clauses


def _only_opens(part: list[Word]) -> bool:
    body = [w for w in part if w.text not in _MARKS]
    return bool(body) and body[0].lemma in _SUBORDINATE and not any(map(is_finite, part))


_SUBORDINATE = frozenset({"что", "чтобы", "если", "когда", "хотя", "поскольку", "пока"})


def _parts(sentence: RuSentence) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for word in sentence.words:
        if parts[-1] and ((word.text in _MARKS and not _is_hour(word, sentence)) or _joins(word, parts[-1], sentence)):
            parts.append([])
        parts[-1].append(word)
    return [part for part in parts if part]


def _is_hour(word: Word, sentence: RuSentence) -> bool:
    """ "17:00"."""
    around = sentence.words[max(0, word.index - 1) : word.index + 2]
    return word.text == ":" and len(around) > 2 and around[0].text.isdigit() and around[2].text.isdigit()


def _joins(word: Word, before: list[Word], sentence: RuSentence) -> bool:
    """ "was held and was freed": a joining word between two verbs."""
    if word.low not in _JOINS or before[-1].text in _MARKS or not any(map(is_finite, before)):
        return False
    for other in sentence.words[word.index + 1 :]:
        if other.text in _MARKS:
            return False
        if is_finite(other):
            return True
    return False


def _has_predicate(part: list[Word], *, opened: bool) -> bool:
    if any(map(is_finite, part)) or any(w.feats.get("VerbForm") == "Conv" and w.pos == "VERB" for w in part):
        return True
    body = [w for w in part if w.text not in _MARKS]
    if opened or not body:
        return False
    if part[0].text not in (",", "("):
        return False
    if any(w.lemma in _OPENERS for w in body[:2]):
        return True
    return any(w.feats.get("VerbForm") == "Part" and w.pos == "VERB" for w in body[:4])
