"""Whether a happening is told in Russian as having happened, or only demanded, planned (feared, promised, possible) or denied."""

from __future__ import annotations

from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.words import Word

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


def reality_of(word: Word, sentence_text: str) -> str:
    """actual, demanded, planned or denied."""
    if sentence_text.rstrip().rstrip("»\"'").endswith("?"):
        return "planned"
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
    if "не" in lows and (verbal or is_first):
        return "denied"
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


def _table(word: Word) -> str | None:
    negated = any(child.low == "не" for child in word.children)
    for name, reality in (("deny", "denied"), ("demand", "demanded"), ("plan", "planned")):
        if lexicon().has(name, word.lemma) or lexicon().has(name, word.low):
            return "denied" if negated else reality
    return None
