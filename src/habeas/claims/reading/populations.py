"""Which population a number of people belongs to: by grammar, and by the nearest word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.reality import reality_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUSTODY = r"(?:prisons?|jails?|custody|detention|captivity|bars|colon(?:y|ies)|cells?)"
_CUES = (
    ("died_in_custody", r"\b(?:died|die|dying|dead|deaths?|perished|killed|executed|hanged)\b"),
    ("serious_health", r"\b(?:health|ill|illness(?:es)?|sick|diseases?|disabled|disabilit\w+|medical)\b"),
    ("exiled", r"\b(?:exiled?|deport\w*|expel\w*|expulsions?|banish\w*|forced (?:out|abroad))\b"),
    ("other", r"\b(?:charged|indicted|prosecuted|accused|fled|emigrat\w+|left the country|went abroad|on trial|acquitted|questioned|summoned|cleared|(?:have|has|had) left)\b"),
    ("in_custody", rf"\b(?:(?:behind|in|inside) (?:\w+ )?{_CUSTODY}|(?:is|are|be|being|remain|remains|remained|still|currently|now) (?:still |currently |being |arbitrarily |unjustly )?detained|held|imprisoned|incarcerated|imprisonment|languish\w*|serving|locked up|stay(?:s|ed)? in prison|jailed(?! for)|recogni[sz]\w+|put back in|added to (?:the|its|our) list|on (?:the|its|our) list|awaiting (?:\w+ )?trial|on remand|deprived of (?:\w+ )?liberty)\b"),
    ("released", r"\b(?:releas\w+|freed|(?:set|walk\w*|went|go|are|were|is|was|to|will|would|must|should) free|free$|sent home|let (?:go|out)|freeing|pardon\w*|amnest\w+|exchang\w+|swap\w*|liberated|freedom|left (?:prison|jail)|walk\w* out)\b"),
    ("convicted", r"\b(?:convicted|sentenced|found guilty|(?:jailed|imprisoned) for|handed|sentences?|convictions?)\b"),
    ("arrested", r"\b(?:arrest\w*|detain\w*|detentions?|rounded up|apprehended|seized|kidnapped|abducted|taken into|took into)\b"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _CUES)


def population_by_syntax(sentence: Sentence, head: Token) -> str | None:
    """From the words the counted noun depends on or carries; None when none of them speaks of custody."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in ("total", "group", "batch"):
        found = population_by_syntax(sentence, head.head.head)
        if found is not None:
            return found  # "a total of 26 prisoners have been exchanged"
    is_part = head.pos_ in ("NUM", "PRON", "DET") or head.lower_ in (
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "many",
    )
    levels = [_governing_noun(head), _verb_alone(head), _after(head), _governing_verb(head), _before(head)]
    if is_part:
        levels = [_governing_noun(head), _governing_verb(head), _after(head), _before(head)]
    for words in levels:
        found = _nearest(words)
        if found:
            return "in_custody" if found == "arrested" and _are_there(head) else _checked(found, sentence, head)
    return "in_custody" if lexicon().has("held_people", _noun_of(head).lemma_.lower()) else None


def _are_there(head: Token) -> bool:
    """ "There are tens of thousands detained": a stock, not a wave of arrests."""
    return head.head.lemma_ == "be" and any(c.dep_ == "expl" for c in head.head.children)


def population_in_words(words: str) -> str | None:
    """From the words that say who is counted ("political prisoners in the country"); None when they do not speak of custody."""
    found = _nearest(words)
    held = "|".join(lexicon().words["held_people"])
    return found or ("in_custody" if re.search(rf"\b(?:{held})s?\b", words, re.IGNORECASE) else None)


def population_by_order(sentence: Sentence, token: Token) -> str | None:
    """From the nearest cue after the number in its sentence, else the nearest before it."""
    after = token.doc[token.i : min(token.i + 14, token.sent.end)].text
    before = re.split(r"[;:]", token.doc[max(token.sent.start, token.i - 5) : token.i].text)[-1]
    found = _nearest(after) or _nearest(before)
    return _checked(found, sentence, token) if found else None


def _checked(found: str, sentence: Sentence, head: Token) -> str:
    if found == "died_in_custody" and not re.search(
        rf"\b{_CUSTODY}|executed|hanged|prisoner|detainee|inmate|incarcerat|behind", _own_clause(head)
    ):
        return "other"
    if found == "released" and _are_held(head):
        return "in_custody"
    return found


def _own_clause(head: Token) -> str:
    """The words of the clause the count stands in, without those of a clause joined to it."""
    verb = head
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    joined = {
        t
        for child in verb.children
        if child.dep_ in ("conj", "ccomp") and head not in child.subtree
        for t in child.subtree
    }
    return " ".join(t.text for t in verb.subtree if t not in joined)


def _nearest(words: str) -> str | None:
    hits = [
        (match.start(), order, name)
        for order, (name, pattern) in enumerate(_COMPILED)
        if (match := pattern.search(words))
    ]
    return min(hits)[2] if hits else None


def _noun_of(head: Token) -> Token:
    for child in head.children:
        if child.lower_ == "of":
            return next((obj for obj in child.children if obj.dep_ == "pobj"), head)
    return head


def _governing_noun(head: Token) -> str:
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "for") and head.head.head.pos_ == "NOUN":
        return str(head.head.head.text)
    return ""


def _after(head: Token) -> str:
    """What the noun carries: participles, relative clauses, "behind bars"."""
    inner = _noun_of(head)
    words = sorted({t for noun in (head, inner) for child in noun.children if child.i > noun.i and child.dep_ in ("acl", "relcl", "prep", "amod", "advmod") for t in child.subtree}, key=lambda t: t.i)  # fmt: skip
    return " ".join(t.text for t in words[:18])


def _before(head: Token) -> str:
    inner = _noun_of(head)
    return " ".join(
        t.text for noun in (head, inner) for t in noun.children if t.i < noun.i and t.dep_ in ("amod", "compound")
    )


def _verb_alone(head: Token) -> str:
    """The verb done to them or by them, with its auxiliaries only."""
    verb, is_party = head.head, head.dep_ in ("nsubj", "nsubjpass", "dobj")
    if head.dep_ == "pobj" and verb.lower_ == "with":  # "freed along with nine others"
        verb, is_party = (verb.head.head if verb.head.lower_ in ("along", "together") else verb.head), True
    if verb.pos_ != "VERB" or not is_party:
        return ""
    return " ".join([*(t.text for t in verb.children if t.dep_ in ("aux", "auxpass")), verb.text])


def _act_on(head: Token) -> Token | None:
    """The verb or noun that tells what is done to the people counted; None when they are only spoken of."""
    above = head.head
    while above.pos_ in ("ADP", "DET") and above.head != above:
        above = above.head
    clause = next((c for c in head.children if c.dep_ in ("acl", "relcl")), None)
    if above != head and (above.lemma_ in _ACTS or (head.dep_ == "nsubjpass" and above.tag_ == "VBN")):
        return above
    return clause


def reality_of_count(head: Token, population: str) -> str:
    """Whether what the count tells of has happened; a number of people held is a number of people held, whatever is demanded."""
    if population in ("in_custody", "serious_health"):
        return "actual"
    act = _act_on(head)
    return reality_of(act, "release" if population == "released" else population)[0] if act is not None else "actual"


def _are_held(head: Token) -> bool:
    """Whether a release that has not happened is asked for people the words take for held: "all 300", "the 47"."""
    act = _act_on(head)
    if act is None or act.lemma_ not in _ACTS or reality_of(act, "release")[0] not in ("demanded", "denied"):
        return False
    return any(child.lower_ in ("all", "the", "these", "those") for child in head.children)


#: What follows these may be part of what was done; "to cheers from 200 supporters" is not.
_DONE_WITH = frozenset({"with", "against", "to", "for", "on", "among", "including", "than", "as"})
_ACTS = frozenset(
    {"release", "free", "pardon", "liberate", "amnesty", "deport", "expel", "arrest", "detain", "swap", "exchange"}
)


def _governing_verb(head: Token) -> str:
    verb = head.head
    if head.dep_ in ("pobj",) and verb.head.pos_ in ("VERB", "AUX") and verb.lower_ in _DONE_WITH:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return ""
    auxes = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    words = [*auxes, verb]
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in ("prep", "xcomp", "acomp", "attr", "advmod", "prt", "oprd", "dobj", "ccomp")
            and head not in child.subtree
        ):
            words += list(child.subtree)[:10]
    return " ".join(t.text for t in sorted(set(words), key=lambda t: t.i))
