"""Whom a Russian verb or noun of custody befalls: by grammar, else by who stands next to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import RuFrame
from habeas.claims.reading.russian.refer import RuWho

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word

_HEDGES = frozenset({"более", "менее", "около", "свыше", "порядка", "больше", "меньше", "почти", "примерно"})
_NEAR_ENOUGH = 7
_BY_ORDER = ("object", "subject", "dative")
_OWNERS = frozenset({"его", "ее", "их"})


def whom(
    referents: RuReferents, sentence: RuSentence, word: Word, frame: RuFrame, triggers: set[int]
) -> tuple[Word, RuWho]:
    """The word that says whom, and who that is; the trigger itself and nobody when nothing says it."""
    if _is_people(word):
        members = _named_among(referents, sentence, word)
        own = referents.group_at(sentence, word)
        return word, RuWho(tuple(members), own.is_group, own.count, own.is_reference, "member")
    patient = patient_of(word, frame)
    if patient is not None:
        patient = counted(patient)
        who = referents.who(sentence, patient)
        if who != RuWho():
            return patient, who
    if frame.patient in _BY_ORDER and (
        patient is None or patient.pos in ("NUM", "DET", "PART", "ADV") or patient.name == "PER"
    ):
        found = _beside(referents, sentence, word, triggers)
        if found is not None:
            return found, referents.who(sentence, found)
    return patient or word, RuWho()


def _is_people(word: Word) -> bool:
    """ "среди вышедших", "112 помилованных": a participle that stands for the people themselves."""
    is_participle = word.feats.get("VerbForm") == "Part" or word.pos == "ADJ"
    is_own_head = word.rel not in ("acl", "amod", "acl:relcl")
    return (
        is_participle
        and word.feats.get("Number") == "Plur"
        and word.feats.get("Variant") != "Short"
        and is_own_head
        and bool(any(c.pos == "NUM" or c.low in ("среди", "из") for c in word.children))
    )


def _named_among(referents: RuReferents, sentence: RuSentence, word: Word) -> list[str]:
    """ "Среди вышедших был ИМЯ", "в числе 112 помилованных оказался ИМЯ"."""
    subjects = [
        c for up in (word, *word.up()) for c in up.children if c.rel in ("nsubj", "nsubj:pass") and c.index > word.index
    ]
    opened = any(c.low in ("среди", "из") for c in word.children) or (
        word.head is not None and word.head.low == "числе"
    )
    if not opened or not subjects:
        return []
    return list(referents.who(sentence, subjects[0]).persons)


def _beside(referents: RuReferents, sentence: RuSentence, word: Word, triggers: set[int]) -> Word | None:
    """The person or number nearest before the trigger, else right after it, with no other trigger and no clause mark between."""
    for step in (-1, 1):
        for distance in range(1, _NEAR_ENOUGH + 1):
            at = word.index + step * distance
            if not 0 <= at < len(sentence.words) or at in triggers or sentence.words[at].text in (";", ":"):
                break
            other = sentence.words[at]
            if other.pos == "VERB" and other.feats.get("VerbForm") == "Fin":
                break
            if referents.people.at(other.span) is not None or (
                other.pos == "NUM" and referents.group_at(sentence, other).is_group
            ):
                return other
    return None


def _of_noun(word: Word) -> Word | None:
    own = _child(word, "nmod", "Gen") or _child(word, "nmod", "Ins")
    if own is not None and own.low not in _OWNERS:
        return own
    owner = own or next((c for c in word.children if c.low in _OWNERS), None)
    if owner is not None:
        return owner
    above = word.head
    if above is not None and above.lemma in ("отказать", "отказывать", "грозить"):
        return _child(above, "iobj", None) or _child(above, "obl", "Dat")
    return None


def patient_of(word: Word, frame: RuFrame) -> Word | None:
    """The word in the grammatical place where the frame looks for whom; None when that place is empty."""
    if frame.patient == "noun":
        return _of_noun(word)
    if frame.patient == "at":
        return next(
            (
                w
                for w in word.subtree()
                if w.rel in ("obl", "nmod", "root", "obj") and any(c.low == "у" for c in w.children)
            ),
            None,
        )
    if frame.patient == "for_whom":
        return next((w for w in word.children if any(c.low == "за" for c in w.children)), None)
    if frame.patient == "dative":
        return _child(word, "iobj", None) or _child(word, "obl", "Dat") or _child(word, "nmod", "Dat")
    if frame.patient == "against":
        return next(
            (
                w
                for w in word.subtree()
                if w.rel in ("obl", "nmod") and any(c.low in ("против", "отношении", "на") for c in w.children)
            ),
            None,
        )
    passive = word.feats.get("Voice") == "Pass" or word.feats.get("Variant") == "Short"
    if frame.patient == "object":
        found = (
            _child(word, "nsubj:pass", None)
            or (_child(word, "nsubj", None) if passive else None)
            or _child(word, "obj", None)
        )
        return found or (_above(word) if passive else _borrowed(word) or _child(word, "obl", "Gen"))
    if frame.patient == "for":
        return next(
            (w for w in word.subtree() if w.rel in ("obl", "nmod") and any(c.low == "для" for c in w.children)), None
        ) or _child(word, "iobj", None)
    return _child(word, "nsubj", None) or _child(word, "nsubj:pass", None) or _above(word)


def counted(word: Word) -> Word:
    """ "более 240 человек", parsed with the hedge as the subject: the people counted."""
    if word.low not in _HEDGES:
        return word
    below = next((c for c in word.children if c.rel in ("obl", "nmod", "nummod")), None)
    beside = next(
        (c for c in (word.head.children if word.head is not None else ()) if c.pos == "NUM" and c.rel == word.rel), None
    )
    return below or beside or word


def _borrowed(word: Word) -> Word | None:
    """ "held him and let him go": the second verb's object is the first's."""
    if word.rel != "conj" or word.head is None or _child(word, "nsubj", None) is not None:
        return None
    return _child(word.head, "obj", None)


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
        borrowed = _child(here.head, "nsubj", None) or _child(here.head, "nsubj:pass", None)
        if borrowed is not None:
            return borrowed
        here = here.head
    return None


def _child(word: Word, rel: str, case: str | None) -> Word | None:
    return next((c for c in word.children if c.rel == rel and (case is None or c.feats.get("Case") == case)), None)
