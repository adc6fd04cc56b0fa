"""Which population a number of people belongs to: by what the grammar says of them, and by the nearest word."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from habeas.claims.reading.figures.alone import said_after
from habeas.claims.reading.figures.count_nouns import ACTS, CountNoun
from habeas.claims.reading.figures.custody_cues import CUSTODY, nearest
from habeas.claims.reading.figures.said_of import (
    before,
    carried,
    clause_verb,
    further_verbs,
    governing_noun,
    is_after_source,
    is_doer,
    predicate,
    top_of,
)
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELD = re.compile(
    rf"\b(?:{CUSTODY}|executed|hanged|prisoners?|detainees?|inmates?|incarcerat\w+|behind|captives?|hostages?)\b",
    re.IGNORECASE,
)
_CUSTODY_WORDS = re.compile(
    r"\b(?:arrest\w*|detain\w*|jailed|imprison\w*|releas\w+|freed|sentenced|pardon\w*)\b", re.IGNORECASE
)
_WAY_OUT = re.compile(r"\b(?:swaps?|exchanges?|amnesty|pardoned|freed)\b", re.IGNORECASE)
_HAD_BEEN = re.compile(
    r"\bhad (?:\w+ ){0,3}(?:been (?:\w+ )?(?:held|jailed|imprisoned|convicted|sentenced|serving|behind|arrested|detained|in prison)|spent|served|been serving|less than|only|(?:\w+ )?left to serve)\b",
    re.IGNORECASE,
)
_NOUN_ACTS = re.compile(r"\b(?:\w*arrests?|detentions?|releases?|discharge|freeing|departures?|pardons?|clemency|amnesty|convictions?|sentences?|sentencing|(?:re)?trials?|deportations?|expulsions?|deaths?|executions?|prosecutions?|swap|exchange|freedom|abductions?|kidnapping|charges?|cases?|imprisonment|jailing|whereabouts|killing|interrogation|questioning|indictment)\b", re.IGNORECASE)  # fmt: skip
#: What is only a step on the way to what the next verb tells: "were questioned and let go".
_STEPS = frozenset({"other", "loosely"})


def population_by_syntax(sentence: Sentence, count: CountNoun) -> str | None:
    """From the words the counted noun depends on or carries; None when none of them speaks of custody."""
    head, noun, around = count.head, count.noun, sentence.tokens.text
    if is_doer(head):
        return None
    if count.kind == "act" and noun is not None:
        return _checked(ACTS[noun.lemma_.lower()], sentence, head)
    alone = said_after(count.last) if count.kind == "bare" else ""
    if governing_noun(head).lower() in ("cell", "cells"):
        return "in_custody"  # "shared a cell with six others"
    told: tuple[str, ...] = () if count.is_whole else (alone, _act_noun(head), predicate(head))
    later = (
        (said_after(noun), clause_verb(head) if head.dep_ == "conj" else "")
        if noun is not None and told and count.kind == "people"
        else ()
    )
    if noun is not None and any(
        c.lower_ in ("freed", "released", "pardoned", "exchanged") for c in noun.children if c.i < noun.i
    ):
        return "released"
    own = carried(head, noun)
    if noun is not None and _is_called(noun, top_of(head)) and nearest(own, around) not in (None, *_STEPS):
        told = (
            own,
        )  # "the 14 released on Saturday were the last of 300 prisoners": what they are called tells nothing new
    rest = (
        (*later, own)
        if noun is not None and any(c.dep_ == "acl" and c.tag_ == "VBN" for c in noun.children)
        else (own, *later)
    )
    for words in (*told, *rest, before(head, noun)):
        found = nearest(words, around)
        if found == "convicted" and words == before(head, noun) and words.lower() in ("jailed", "imprisoned"):
            found = "in_custody"  # "three of the jailed ministers": how they stand
        if found is None and told and words == told[-1]:
            found = next((one for more in further_verbs(head) if (one := nearest(more, around))), None)
        if found is None:
            continue
        if found == "travelled":
            is_way_out = (
                (noun is not None and lexicon().has("held_people", noun.lemma_))
                or _WAY_OUT.search(around)
                or (own and nearest(own, around) in ("in_custody", "arrested", "convicted"))
            )
            found = "released" if is_way_out else found
        if found in _STEPS:
            found = next(
                (one for more in further_verbs(head) if (one := nearest(more, around)) not in (None, *_STEPS)), found
            )
        return "in_custody" if found == "arrested" and _are_there(top_of(head)) else _checked(found, sentence, head)
    return _by_noun(noun)


def _is_called(noun: Token, top: Token) -> bool:
    """ "the 14 people released on Saturday were ...": a noun with a participle of its own, of which a copula only says what they are."""
    return top.dep_ == "nsubj" and top.head.lemma_ == "be" and any(c.dep_ == "acl" for c in noun.children)


def says_what_became(count: CountNoun, sentence: Sentence) -> bool:
    """Whether the clause of the count itself tells what became of the people, not only the noun or what it carries."""
    if count.is_whole:
        return False
    alone = said_after(count.last) if count.kind == "bare" else ""
    return nearest(f"{alone} {_act_noun(count.head)} {predicate(count.head)}".strip(), sentence.tokens.text) is not None


def has_own_words(count: CountNoun, sentence: Sentence) -> bool:
    """Whether anything but the noun ("prisoners") tells what became of those counted."""
    own = carried(count.head, count.noun)
    is_about = (
        top_of(count.head).dep_ in ("nsubj", "nsubjpass")
        or count.head.dep_ == "dobj"
        or (count.kind == "bare" and said_after(count.last) != "")
    )
    if nearest(own, sentence.tokens.text) is not None or (is_about and says_what_became(count, sentence)):
        return True
    return nearest(before(count.head, count.noun)) is not None


def tells_what_was_before(count: CountNoun) -> bool:
    """ "64 had been jailed for politics", said of people freed: why they were held, not what became of them."""
    words = f"{said_after(count.last)} {predicate(count.head)} {carried(count.head, count.noun)}"
    return bool(_HAD_BEEN.search(words))


def speaks_of_custody(words: str) -> bool:
    """Whether a prison, a prisoner or an arrest is spoken of at all."""
    return bool(_HELD.search(words) or _CUSTODY_WORDS.search(words))


def _by_noun(noun: Token | None) -> str | None:
    if noun is None:
        return None
    lemma = noun.lemma_.lower()
    if lexicon().has("held_people", lemma):
        return None if any(c.lower_ in ("former", "ex", "freed", "released") for c in noun.children) else "in_custody"
    return "other" if lexicon().has("accused_people", lemma) else None


def _act_noun(head: Token) -> str:
    words = governing_noun(head)
    if words.lower() in ("case", "cases", "whereabouts") and lexicon().has("held_people", head.lemma_.lower()):
        return ""  # "the cases of 212 sick inmates": held, whatever their cases are
    return words if _NOUN_ACTS.search(words) else ""


def _are_there(head: Token) -> bool:
    """ "There are tens of thousands detained": a stock, not a wave of arrests."""
    return head.head.lemma_ == "be" and any(c.dep_ == "expl" for c in head.head.children)


def population_in_words(words: str) -> str | None:
    """From the words that say who is counted ("political prisoners in the country"); None when they do not speak of custody."""
    found = nearest(words)
    found = {"loosely": "other", "slain": "other", "travelled": None, "came_back": None}.get(found or "", found)
    held = "|".join(lexicon().words["held_people"])
    return found or ("in_custody" if re.search(rf"\b(?:{held})s?\b", words, re.IGNORECASE) else None)


def population_by_order(sentence: Sentence, token: Token, head: Token) -> str | None:
    """From the nearest cue after the number in its own clause, else the nearest before it."""
    around, own = sentence.tokens.text, _clause_words(head)
    after = " ".join(t.text for t in token.doc[token.i : min(token.i + 14, token.sent.end)] if t in own)
    earlier = " ".join(t.text for t in token.doc[max(token.sent.start, token.i - 5) : token.i] if t in own)
    found = nearest(re.split(r"[;:]| - ", after)[0], around) or nearest(re.split(r"[;:]| - ", earlier)[-1], around)
    return _checked(found, sentence, token) if found else None


def _checked(found: str | None, sentence: Sentence, head: Token) -> str | None:
    if found == "slain":
        return "died_in_custody" if _HELD.search(_own_clause(head)) else "other"
    if found == "died_in_custody" and not _HELD.search(_own_clause(head)):
        return "dead"
    if found == "released" and _are_held(head):
        return "in_custody"
    return found


def _own_clause(head: Token) -> str:
    return " ".join(t.text for t in sorted(_clause_words(head), key=lambda t: t.i))


def _clause_words(head: Token) -> set[Token]:
    """The words of the clause the count stands in, without those of a clause joined to it."""
    verb = head
    if is_after_source(head):
        verb = head.sent.root
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    joined = {
        t
        for child in verb.children
        if child.dep_ in ("conj", "ccomp", "advcl", "parataxis") and head not in child.subtree
        for t in child.subtree
    }
    return {t for t in verb.subtree if t not in joined}


def _act_on(head: Token) -> Token | None:
    """The verb or noun that tells what is done to the people counted; None when they are only spoken of."""
    above = head.head
    while above.pos_ in ("ADP", "DET") and above.head != above:
        above = above.head
    clause = next((c for c in head.children if c.dep_ in ("acl", "relcl")), None)
    if above != head and (above.lemma_ in _DEEDS or (head.dep_ == "nsubjpass" and above.tag_ == "VBN")):
        return above
    return clause


def reality_of_count(head: Token, population: str) -> str:
    """Whether what the count tells of has happened; a number of people held is a number of people held, whatever is demanded."""
    if population in ("in_custody", "serious_health"):
        return "actual"
    act = (_way_out_of(head) if population == "released" else None) or _act_on(head)
    return reality_of(act, "release" if population == "released" else population)[0] if act is not None else "actual"


def _way_out_of(head: Token) -> Token | None:
    """The way out told of the subject by other words: "all three must go free", "46 were about to be released"."""
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if verb.lemma_ in _GOING:
        return verb
    inside = (t for t in verb.subtree if t.lemma_ in _DEEDS and t.dep_ == "xcomp" and t.i > head.i)
    return next((t for t in inside if all(up.dep_ in ("xcomp", "acomp") for up in _between(t, verb))), None)


def _between(low: Token, high: Token) -> list[Token]:
    """The words over `low` and under `high`."""
    return list(takewhile(lambda up: up != high, low.ancestors))


def _are_held(head: Token) -> bool:
    """Whether a release that has not happened is asked for people the words take for held: "all 300", "the 47"."""
    act = _act_on(head)
    if act is None or act.lemma_ not in _DEEDS or reality_of(act, "release")[0] not in ("demanded", "denied"):
        return False
    is_definite = any(child.lower_ in ("all", "the", "these", "those") for child in head.children)
    return is_definite or reality_of(act, "release")[0] == "demanded"


_GOING = frozenset({"go", "walk", "come", "get", "leave", "return"})
_DEEDS = frozenset(
    {"release", "free", "pardon", "liberate", "amnesty", "deport", "expel", "arrest", "detain", "swap", "exchange"}
)
