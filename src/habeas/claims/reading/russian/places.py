"""The grammatical place where a Russian verb or noun of custody has the one it befalls."""

from __future__ import annotations

from habeas.claims.reading.russian.lexicon import RuFrame
from habeas.claims.reading.russian.words import Word

_HEDGES = frozenset({"более", "менее", "около", "свыше", "порядка", "больше", "меньше", "почти", "примерно"})
_OWNERS = frozenset({"его", "ее", "их"})
#: The prepositions behind which a frame has the one it befalls.
BY_WORD = {
    "at": ("у",),
    "for_whom": ("за",),
    "to_whom": ("к",),
    "over": ("над",),
    "against": ("против", "отношении", "на"),
    "for": ("для",),
    "with": ("с", "со"),
    "about": ("о", "об"),
    "of": ("от",),
}


def patient_of(word: Word, frame: RuFrame) -> Word | None:
    """The word in the grammatical place where the frame looks for whom; None when that place is empty."""
    if frame.patient == "noun":
        return _of_noun(word)
    if frame.patient == "dative":
        return (
            child(word, "iobj", None)
            or child(word, "obl", "Dat")
            or child(word, "nmod", "Dat")
            or child(word, "obj", "Dat")
        )
    if frame.patient in BY_WORD:
        found = _by_word(word, BY_WORD[frame.patient])
        return found or (child(word, "iobj", None) if frame.patient == "for" else None)
    if frame.patient == "of_case":
        case = next(
            (c for c in word.children if c.lemma in ("дело", "обвинение") and c.feats.get("Case") == "Dat"), None
        )
        return child(case, "nmod", "Gen") if case is not None else None
    if frame.patient == "genitive":
        return (
            child(word, "obl", "Gen")
            or child(word, "nsubj", "Gen")
            or child(word, "obj", "Gen")
            or child(word, "nmod", "Gen")
        )
    if frame.patient == "object":
        return _object(word)
    return child(word, "nsubj", None) or child(word, "nsubj:pass", None) or _above(word)


def _object(word: Word) -> Word | None:
    passive = word.feats.get("Voice") == "Pass" or word.feats.get("Variant") == "Short"
    subject = child(word, "nsubj:pass", None) or (child(word, "nsubj", None) if passive else None)
    found = subject or child(word, "obj", None)
    found = found or (_lent(word) if not passive else None)
    return found or (_above(word) if passive else _borrowed(word) or _bare_genitive(word))


def _bare_genitive(word: Word) -> Word | None:
    """ "не отпустили ИМЯ": an object in the genitive, taken for another part; "вместо него" is none."""
    obliques = (c for c in word.children if c.rel == "obl" and c.feats.get("Case") == "Gen")
    return next((c for c in obliques if not any(below.rel == "case" for below in c.children)), None)


def _by_word(word: Word, words: tuple[str, ...]) -> Word | None:
    """ "у него", "против ИМЯ": the noun below that one of these words goes before."""
    about = next((w for w in word.subtree() if w.low == "отношении" and "отношении" in words), None)
    if about is not None and (below := child(about, "nmod", "Gen")) is not None:
        return below
    places = ("obl", "nmod", "root", "obj", "orphan", "advmod", "parataxis")
    near = word.children if words in (("за",), ("к",)) else word.subtree()
    return next((w for w in near if w.rel in places and any(_is_one_of(c, words) for c in w.children)), None)


def _is_one_of(mark: Word, words: tuple[str, ...]) -> bool:
    return mark.rel in ("case", "mark", "fixed", "advmod") and (
        mark.low in words or any(below.low in words for below in mark.children)
    )


def _of_noun(word: Word) -> Word | None:
    own = child(word, "nmod", "Gen") or child(word, "nmod", "Ins") or child(word, "nmod", "Acc")
    if own is not None and own.low not in _OWNERS:
        return own
    inside = next((c for c in word.children if c.rel == "nmod" and c.feats.get("Case") == "Loc"), None)
    if own is None and inside is not None and (below := child(inside, "nmod", "Gen")) is not None:
        return below  # "смерть в колонии ИМЯ"
    owner = own or next((c for c in word.children if c.low in _OWNERS or c.lemma == "чей"), None)
    if owner is not None:
        return owner
    above = word.head
    if above is not None and above.lemma in ("отказать", "отказывать", "грозить", "угрожать", "пригрозить"):
        return child(above, "iobj", None) or child(above, "obl", "Dat")
    if above is not None and above.lemma in (
        "опасаться",
        "избежать",
        "бояться",
        "избегать",
        "ожидать",
        "дождаться",
        "просить",
        "прошение",
        "ходатайство",
    ):
        return child(above, "nsubj", None) or (child(above.head, "nsubj", None) if above.head is not None else None)
    return None


def counted(word: Word) -> Word:
    """ "более 240 человек", parsed with the hedge as the subject: the people counted."""
    if word.low not in _HEDGES:
        return word
    below = next((c for c in word.children if c.rel in ("obl", "nmod", "nummod")), None)
    beside = next(
        (c for c in (word.head.children if word.head is not None else ()) if c.pos == "NUM" and c.rel == word.rel), None
    )
    return below or beside or word


def _lent(word: Word) -> Word | None:
    """ "освободили и выслали 52 человек": the object stands with the second verb."""
    if word.feats.get("VerbForm") != "Fin":
        return None
    later = (c for c in word.children if c.rel == "conj" and c.pos == "VERB" and c.feats == word.feats)
    near = next((c for c in later if any(b.low == "и" for b in c.children)), None)
    return child(near, "obj", None) if near is not None and near.index - word.index == _NEXT else None


_NEXT = 2


def _borrowed(word: Word) -> Word | None:
    """ "held him and let him go": the second verb's object is the first's."""
    if word.rel != "conj" or word.head is None or child(word, "nsubj", None) is not None:
        return None
    return child(word.head, "obj", None)


def _above(word: Word) -> Word | None:
    """The noun a participle tells of, or the subject a joined clause borrows."""
    here: Word | None = word
    for _ in range(5):
        if here is None or here.head is None:
            return None
        if here.rel in ("acl", "acl:relcl", "amod"):
            return here.head
        if here.rel not in ("conj", "advcl", "xcomp", "parataxis", "ccomp"):
            return None
        borrowed = child(here.head, "nsubj", None) or child(here.head, "nsubj:pass", None)
        if borrowed is not None:
            return borrowed
        here = here.head
    return None


def child(word: Word, rel: str, case: str | None) -> Word | None:
    """The first word below that stands in this relation, and in this case when one is given."""
    return next((c for c in word.children if c.rel == rel and (case is None or c.feats.get("Case") == case)), None)
