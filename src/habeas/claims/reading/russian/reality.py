"""Whether a happening is told in Russian as having happened, or only demanded, planned (feared, promised, possible) or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.words import Word, is_order

_CLAUSAL = frozenset(
    {
        "xcomp",
        "ccomp",
        "csubj",
        "csubj:pass",
        "nmod",
        "obj",
        "obl",
        "nsubj",
        "nsubj:pass",
        "conj",
        "acl",
        "advcl",
        "iobj",
        "parataxis",
    }
)
_CONDITIONS = frozenset({"если", "пока", "разве"})
_NEVER_FINITE = (
    "xcomp",
    "nmod",
    "obj",
    "obl",
    "csubj",
    "iobj",
    "ccomp",
    "nsubj",
    "nsubj:pass",
    "advcl",
    "conj",
    "csubj:pass",
)


#: Verbs after which an infinitive is told as done: "удалось выйти", "успели вывезти".
_DONE = frozenset(
    {
        "удаться",
        "удаваться",
        "суметь",
        "успеть",
        "смочь",
        "начать",
        "стать",
        "продолжать",
        "позволить",
        "прийтись",
        "вынудить",
        "заставить",
        "вынужденный",
    }
)
_UNTIL = frozenset({"пока", "покуда"})


def reality_of(word: Word, sentence_text: str, words: Sequence[Word] = ()) -> str:
    """actual, demanded, planned or denied; `words` are those of the sentence."""
    if sentence_text.rstrip().rstrip("»\"'").endswith("?"):
        return "planned"
    before = [w.low for w in words[max(0, word.index - 12) : word.index]]
    if before[-1:] == ["не"] and not _of_other(word):
        waited = _UNTIL & set(before) and word.feats.get("Tense") == "Past"
        if waited:
            return "actual"
        return "demanded" if _UNTIL & set(before) else "denied"
    if is_imperative(word):
        return "demanded"
    if word.feats.get("VerbForm") == "Part" and word.feats.get("Variant") != "Short" and word.rel != "root":
        return (
            "denied" if any(c.low == "не" for c in word.children) else "actual"
        )  # "осужденному отказали": he is convicted
    told = _climbed(word)
    if told == "planned" and "чтобы" in before and any(lexicon().has("demand", w.lemma) for w in words[: word.index]):
        return "demanded"
    if told == "actual" and word.feats.get("VerbForm") == "Inf" and not _is_done(word):
        asked = re.search(r"\b(?:требу|потребова|призва|призыва|настаива|добива|проси|долж|обяза)", sentence_text)
        return "demanded" if asked or word.head is None or word.rel == "root" else "planned"
    return told


def is_imperative(word: Word) -> bool:
    """ "Освободите ИМЯ!"."""
    if word.feats.get("Mood") == "Imp" or (word.pos in ("NOUN", "PROPN", "ADV") and is_order(word)):
        return True
    return (
        word.feats.get("VerbForm") == "Fin"
        and word.low.endswith(("ите", "йте", "ьте"))
        and word.feats.get("Tense") != "Past"
    )


def _is_done(word: Word) -> bool:
    return word.head is not None and word.head.lemma in _DONE and not any(c.low == "не" for c in word.head.children)


def _until(word: Word) -> bool:
    """ "Пока его не задержали": he was."""
    return word.feats.get("Tense") == "Past" and any(c.low in _UNTIL for c in word.children)


def _climbed(word: Word) -> str:
    here = word
    for _ in range(7):
        own = _on_the_word(here, here is word)
        if own:
            return own
        above = here.head
        if above is None or here.rel not in _CLAUSAL:
            return "actual"
        if here.rel == "acl" and here.feats.get("VerbForm") == "Part":
            return "actual"
        if here.rel in ("parataxis", "conj") and here.feats.get("VerbForm") == "Fin":
            return "actual"
        ruled = _table(above) if here.rel in _NEVER_FINITE else None
        if ruled and not (here.rel == "ccomp" and lexicon().has("speech", above.lemma)):
            return ruled
        if here.rel == "ccomp" and any(child.low == "чтобы" for child in here.children):
            return "demanded"
        if above.feats.get("VerbForm") == "Fin" and here.rel not in (
            "xcomp",
            "ccomp",
            "nmod",
            "obj",
            "nsubj",
            "nsubj:pass",
            "obl",
        ):
            return "actual"
        here = above
    return "actual"


def _on_the_word(word: Word, is_first: bool) -> str | None:
    verbal = word.pos in ("VERB", "ADJ", "AUX") or word.feats.get("VerbForm") is not None
    lows = [child.low for child in word.children]
    if "не" in lows and (verbal or is_first) and not _until(word) and not _of_other(word):
        return "denied"
    if _until(word):
        return None
    if verbal and any(low in _CONDITIONS for low in lows):
        return "planned"
    if "бы" in lows or "чтобы" in lows:
        return (
            "demanded"
            if "чтобы" in lows and word.head is not None and lexicon().has("demand", word.head.lemma)
            else "planned"
        )
    if word.feats.get("Tense") == "Fut" or (
        verbal and any(child.lemma == "быть" and child.feats.get("Tense") == "Fut" for child in word.children)
    ):
        return "planned"
    if any(child.lemma in ("должный", "должен") for child in word.children):
        return "demanded"
    if word.feats.get("Mood") == "Imp" and is_first:
        return "demanded"
    return None


def _of_other(word: Word) -> bool:
    """ "не только задержали", "не стало ИМЯ"."""
    return any(c.low in ("только", "просто", "раз", "лишь") for c in word.children) or (
        word.lemma == "стать" and word.feats.get("Gender") == "Neut"
    )


def _table(word: Word) -> str | None:
    negated = any(child.low == "не" for child in word.children) or (
        word.rel == "xcomp" and word.head is not None and any(child.low == "не" for child in word.head.children)
    )
    for name, reality in (("deny", "denied"), ("demand", "demanded"), ("plan", "planned")):
        if lexicon().has(name, word.lemma) or lexicon().has(name, word.low):
            return "denied" if negated else reality
    return None
