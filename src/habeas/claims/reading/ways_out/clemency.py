"""Pardons told of those they reach: shown clemency, out under an amnesty, covered by one, left out of it; a judgment to be annulled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.recipients import is_human, subject_of, to_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_MERCY = frozenset({"amnesty", "pardon", "clemency", "mercy"})
_COVER = frozenset(
    {
        "cover",
        "include",
        "apply",
        "benefit",
        "free",
        "release",
        "affect",
        "extend",
        "concern",
        "spare",
        "reach",
        "liberate",
    }
)
_OUT = frozenset(
    {
        "leave",
        "walk",
        "come",
        "let",
        "go",
        "get",
        "return",
        "emerge",
        "free",
        "release",
        "be",
        "liberate",
        "benefit",
        "set",
        "include",
        "fall",
    }
)
_BY = frozenset({"as", "under", "by", "through", "via", "in", "with", "following", "after", "from", "of"})
_ASKED = frozenset(
    {
        "ask",
        "apply",
        "petition",
        "plead",
        "beg",
        "request",
        "seek",
        "appeal",
        "sign",
        "plea",
        "application",
        "bid",
    }
)
_GRANT = frozenset(
    {
        "grant",
        "give",
        "show",
        "offer",
        "extend",
        "receive",
        "get",
        "win",
        "deny",
        "refuse",
        "sign",
        "issue",
        "announce",
        "decree",
    }
)
_ANNUL = frozenset({"quash", "annul", "overturn"})
_PENALTIES = frozenset({"sentence", "penalty", "term"})
_OF_ALL = frozenset({"any", "all", "each", "one", "some", "both", "either", "none"})
_HARD = frozenset({"economic", "tax", "capital", "weapons", "gun"})


def clemency_told(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger of this kind, in the order of the text."""
    for token in sentence.tokens:
        if (
            token.lemma_.lower() in _MERCY
            and token.pos_ in ("NOUN", "PROPN")
            and not any(c.lower_ in _HARD for c in token.children)
        ):
            yield from _of_noun(token)
        elif token.pos_ == "VERB" and token.lemma_ in _ANNUL:
            yield from _annulled(token)
        for trigger in (_commuted(token), _forgiven(token)):
            if trigger is not None:
                yield trigger


def _pardon(verb: Token, whom: Token, reality: str | None = None, note: str | None = None) -> Trigger:
    return Trigger("pardon", verb, "given", False, None, note, given=to_name(whom), reality=reality)


def _of_noun(noun: Token) -> Iterator[Trigger]:
    found = [*_covering(noun), *_out_by(noun), *_granted(noun)]
    yield from found
    if not found and not _is_asked_for(noun) and noun.lemma_ in ("pardon", "clemency") and not _named(noun):
        reality, _ = reality_of(noun, "pardon")
        if reality in ("denied", "planned") and noun.dep_ in ("dobj", "pobj", "attr", "nsubj", "nsubjpass"):
            yield Trigger("pardon", noun, "noun", False, None, noun.lemma_, is_bare=True)


def _named(noun: Token) -> bool:
    """ "the president's amnesty" names who gives it, "her pardon" whom it is given."""
    return noun.dep_ == "compound" or any(c.dep_ == "poss" for c in noun.children)


def _object(token: Token, *prepositions: str) -> Token | None:
    return next((o for c in token.children if c.lower_ in prepositions for o in c.children if o.dep_ == "pobj"), None)


def _is_asked_for(noun: Token) -> bool:
    """ "has not asked for clemency", "a request for mercy": read with the other ways out, of whoever asks."""
    return any(up.lemma_ in _ASKED for up in list(noun.ancestors)[:3])


def _covering(noun: Token) -> Iterator[Trigger]:
    """ "the amnesty, which covered 2,438 convicts", "a pardon freed NAME", "an amnesty for 1,100 prisoners"."""
    verbs = [noun.head] if noun.dep_ == "nsubj" else []
    verbs += [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        verbs += [c for c in noun.head.head.children if c.dep_ in ("relcl", "acl")]
    for verb in verbs:
        if verb.lemma_ not in _COVER or verb.tag_ == "VBN":
            continue
        whom = next((c for c in verb.children if c.dep_ == "dobj"), None) or _object(verb, "to", "for")
        if whom is not None and is_human(to_name(whom)):
            yield _pardon(verb, whom, None, noun.lemma_)
    whom = _object(noun, "for", "of", "to")
    if whom is not None and whom.lower_ in _OF_ALL:
        whom = _object(whom, "of") or whom  # "ruled out a pardon for any of the eight"
    if whom is not None and (is_human(to_name(whom)) or whom.pos_ == "NUM") and noun.lemma_ != "mercy":
        yield _pardon(noun, whom, None, noun.lemma_)


def _out_by(noun: Token) -> Iterator[Trigger]:
    """ "walked out under an amnesty", "benefited from a pardon", "came home in September's amnesty"."""
    preposition = noun.head
    if preposition.lower_ == "of" and preposition.head.lemma_ in ("act", "decree", "order", "wave", "round", "part"):
        preposition = preposition.head.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _BY:
        return
    verb = next((a for a in list(preposition.ancestors)[:4] if a.pos_ in ("VERB", "AUX")), None)
    if (
        verb is None
        or verb.lemma_ not in _OUT
        or (verb.lemma_ == "be" and preposition.lower_ not in ("under", "by", "through"))
    ):
        return
    if verb.lemma_ == "exclude":
        whom = subject_of(verb)
        if whom is not None and is_human(to_name(whom)):
            yield _pardon(verb, whom, "denied", noun.lemma_)
        return
    passive = verb.tag_ == "VBN" or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    whom = (
        next((c for c in verb.children if c.dep_ == "dobj"), None)
        if verb.lemma_ in ("free", "release", "let", "liberate") and not passive
        else None
    )
    whom = whom or subject_of(verb)
    if whom is not None and is_human(to_name(whom)):
        yield _pardon(verb, whom, None, noun.lemma_)


def _granted(noun: Token) -> Iterator[Trigger]:
    """ "was shown clemency", "was refused a pardon", "the king granted NAME mercy"."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "oprd", "attr", "nsubjpass") or verb.lemma_ not in _GRANT or verb.pos_ != "VERB":
        return
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) and noun.dep_ != "nsubjpass"
    if passive or verb.lemma_ in ("receive", "get", "win"):
        whom = subject_of(verb)
    else:
        whom = next(
            (c for c in verb.children if c.dep_ in ("dative", "dobj") and c != noun and c.pos_ != "ADP"), None
        ) or _object(verb, "to")
    if whom is not None and is_human(to_name(whom)):
        yield _pardon(verb, whom, "denied" if verb.lemma_ in ("deny", "refuse") else None, noun.lemma_)


def _annulled(verb: Token) -> Iterator[Trigger]:
    """ "to quash the sentence of NAME": mercy only where it is asked for."""
    penalty = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in _PENALTIES), None)
    if penalty is None or (verb.lemma_ in _ANNUL and reality_of(verb, "pardon")[0] not in ("demanded", "planned")):
        return
    whose = next((c for c in penalty.children if c.dep_ == "poss"), None) or _object(penalty, "of", "against", "on")
    if whose is not None and is_human(to_name(whose)):
        yield _pardon(verb, whose, None, "commutation")


def _commuted(verb: Token) -> Trigger | None:
    """ "commuted her sentence", "to commute all death sentences"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in ("commute", "remit"):
        return None
    term = next(
        (
            c
            for c in verb.children
            if c.dep_ in ("dobj", "nsubjpass", "nsubj") and c.lemma_ in ("sentence", "term", "penalty")
        ),
        None,
    )
    if term is None:
        return None
    whose = next((c for c in term.children if c.dep_ == "poss"), None) or next(
        (
            o
            for c in (*term.children, *verb.children)
            if c.lower_ in ("of", "for")
            for o in c.children
            if o.dep_ == "pobj"
        ),
        None,
    )
    if whose is not None:
        return Trigger("pardon", verb, "given", False, None, "commutation", given=whose)
    return (
        Trigger("pardon", verb, "given", False, None, "commutation", is_bare=True, given=term)
        if term.tag_ == "NNS"
        else None
    )


def _forgiven(verb: Token) -> Trigger | None:
    if verb.lemma_ != "forgive" or verb.pos_ != "VERB":
        return None
    whom = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    is_held = whom is not None and any(lexicon().has("held_people", t.lemma_) for t in whom.subtree)
    return Trigger("pardon", verb, "given", False, None, None, given=whom) if is_held else None
