"""Finds the words that tell of custody in a sentence: verbs with their company, and nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.events.friendly import is_friendly, is_unreturned
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.lexicon import Frame, Noun, lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.ways_out.swaps import is_in_a_swap, is_traded, names_a_swap
from habeas.claims.reading.when.terms import is_endless, term_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE_REACH = 40
_REACH = 8
_STATIVE = frozenset(
    {"imprison", "incarcerate", "hold", "keep", "imprisonment", "incarceration", "detention", "jailing"}
)
_NEW = frozenset({"new", "fresh", "additional", "further", "another", "more", "second", "extra"})
#: "among the freed": participles that stand for the people themselves.
_AS_NOUNS = frozenset(
    {
        "freed",
        "released",
        "pardoned",
        "arrested",
        "detained",
        "jailed",
        "imprisoned",
        "convicted",
        "expelled",
        "deported",
    }
)
_FACES = ("face", "risk", "get", "receive", "mean", "carry", "spend")
_AHEAD = frozenset({"set", "schedule", "expect", "postpone", "adjourn", "put", "delay", "defer"})
_AMONG = ("among", "amongst", "of")
_AGAIN = re.compile(
    r"\b(?:again|anew|afresh|once more|once again|(?:for )?(?:a|the) (?:second|third|fourth|fifth) time|twice more|back (?:in|into|behind))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of custody. `patient`: object or subject of a verb, `noun` for a noun, or the word given. `is_state` = custody as a
    state; `is_absence` = told by a negation ("not heard from"), which therefore denies nothing;
    `reality` None = the construction decides, "actual" = whatever it says; `is_alone` = told of the one person given, of nobody joined to them; `person` = known
    from elsewhere; `of_held` = as in the lexicon; `is_undated` = a day beside it is not the day it happened ("completed a term in May").
    """

    type: str
    token: Token
    patient: str
    is_state: bool
    term: float | None
    note: str | None
    is_bare: bool = False
    given: Token | None = None
    is_absence: bool = False
    reality: str | None = None
    is_alone: bool = False
    person: str | None = None
    of_held: bool = False
    is_undated: bool = False


def triggers_in(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger, left to right; the first fitting frame wins, those with company before those without."""
    for token in sentence.tokens:
        is_verb = token.pos_ in ("VERB", "AUX", "ADJ") and token.dep_ not in ("aux", "auxpass")
        if _is_compared(token):
            continue
        if is_verb or (token.lower_ in _AS_NOUNS and token.dep_ == "pobj" and token.head.lower_ in _AMONG):
            yield from _verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(token)


def _verb(token: Token) -> Iterator[Trigger]:
    lemma = _lemma(token)
    found: set[str] = set()
    for frame in lexicon().by_verb.get(lemma, ()):
        if (found and not frame.near) or frame.type in found:
            continue
        if frame.near and not _company(token, frame.near, frame.reach):
            continue
        if frame.unless and _company(token, frame.unless, 2 * frame.reach):
            continue
        if (
            frame.type == "sentence"
            and lemma == "serve"
            and term_in(_own_words(token)) is None
            and not is_endless(_own_words(token))
        ):
            continue  # "after serving their full terms" tells of no sentence
        if frame.type == "sentence" and lemma in ("hand", "give") and not _is_punishment(token):
            continue
        if frame.type == "arrest" and frame.near and any(child.dep_ == "dative" for child in token.children):
            continue  # "sent food to people in prison"
        if frame.note == "own choice" and any(child.dep_ == "auxpass" for child in token.children):
            continue  # "was moved to the north"
        if frame.done_to and (token.tag_ != "VBN" or _has_done(token)):
            continue
        if frame.type == "exile" and lemma in ("drive", "escort", "bus") and not _is_done_to(token):
            continue  # "her mother drove to the border"
        if (frame.type == "arrest" and is_friendly(token)) or (frame.type == "release" and is_unreturned(token)):
            continue
        if frame.note == "own choice" and token.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children):
            continue  # "seized while crossing the border"
        if frame.type == "conviction" and is_if_convicted(token):
            continue
        if frame.passive_only and not any(child.dep_ == "auxpass" for child in token.children):
            continue
        found.add(frame.type)
        yield _of_verb(token, frame)


def _of_verb(token: Token, frame: Frame) -> Trigger:
    after = _own_words(token)
    term = term_in(after) if frame.type in ("sentence", "arrest", "conviction") else None
    kind, note = frame.type, frame.note
    if (
        kind == "arrest"
        and token.lemma_ in ("jail", "imprison", "send", "lock")
        and (term is not None or is_endless(after))
    ):
        kind = "sentence"
    if kind == "arrest" and token.lemma_ == "jail" and (_is_for_a_deed(token) or _is_by_a_court(token)):
        kind = "sentence"
    if kind == "release" and (is_in_a_swap(token) or is_traded(token) or _is_by_a_swap(token)):
        kind = "exchange"
    if kind in ("charge",) and _is_new(token):
        kind = "new_charge"
    if kind == "arrest" and _AGAIN.search(_near(token)):
        kind = "rearrest"
    if kind == "sentence" and is_endless(after):
        term, note = None, is_endless(after)
    is_state = token.lemma_ in _STATIVE or note == "custody state" or token.dep_ == "amod" or token.pos_ == "ADJ"
    return Trigger(
        kind,
        token,
        frame.patient,
        kind in ("arrest", "sentence") and (is_state or _is_going_on(token)) and (term is None or kind == "arrest"),
        term if kind == "sentence" else None,
        note,
        reality=frame.reality,
        of_held=frame.of_held and kind != "exchange",
    )


def _has_done(verb: Token) -> bool:
    """ "who had tried to block the road": done by them, not to them."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(c.lemma_ == "have" for c in auxiliaries) and not any(c.lemma_ in ("be", "get") for c in auxiliaries)


def _is_by_a_swap(verb: Token) -> bool:
    """ "the last big exchange freed 16 people"."""
    return any(c.dep_ == "nsubj" and (names_a_swap(c) or c.lemma_ in ("exchange", "swap")) for c in verb.children)


def _is_for_a_deed(verb: Token) -> bool:
    """ "jailed in 2017 for insulting the president": what a court does; "jailed for political reasons" says no more than that."""
    return any(c.dep_ == "pcomp" and c.tag_ == "VBG" for f in verb.children if f.lower_ == "for" for c in f.children)


def _is_by_a_court(verb: Token) -> bool:
    """ "Court jails eight over protests"."""
    return any(c.dep_ in ("nsubj", "agent") and _names_a_court(c) for c in verb.children)


def _names_a_court(token: Token) -> bool:
    return any(t.lemma_.lower() in ("court", "judge", "tribunal") for t in (token, *token.children))


def _is_done_to(verb: Token) -> bool:
    """Whether the verb has an object or is passive, by itself or with the verb it is joined to."""
    done = any(c.dep_ in ("dobj", "nsubjpass", "auxpass") for c in verb.children)
    return done or verb.tag_ == "VBN" or verb.dep_ == "acl"


def _near(verb: Token) -> str:
    """The words right round a verb, up to the next comma."""
    words: list[str] = [t.text for t in verb.children if t.i < verb.i]
    for token in verb.doc[verb.i : min(verb.i + _REACH, verb.sent.end)]:
        if token.text in (",", ";", ":") or (token.i > verb.i and token.pos_ == "VERB"):
            break
        words.append(token.text)
    return " ".join(words)


def _is_going_on(verb: Token) -> bool:
    """ "were being detained": a state."""
    return verb.tag_ == "VBN" and any(child.lower_ == "being" for child in verb.children)


def _noun(token: Token) -> Iterator[Trigger]:
    for noun in lexicon().nouns:
        if token.tag_ == "NNS" and token.lemma_ == "exile":
            return  # people, not what befell them
        if token.lemma_.lower() in noun.nouns and (not noun.near or _company(token, noun.near, _REACH)):
            trigger = _of_noun(token, noun)
            if trigger is not None:
                yield trigger
            return


def _of_noun(token: Token, noun: Noun) -> Trigger | None:
    around = token.doc[max(token.sent.start, token.i - 6) : min(token.i + 7, token.sent.end)].text
    term = term_in(around) if noun.type == "sentence" else None
    endless = is_endless(around) if noun.type == "sentence" else None
    is_bare = noun.bare
    if noun.type == "exchange" and token.dep_ == "pobj" and token.head.lower_ == "in" and token.lower_ == "exchange":
        return None  # "freed ten in exchange for 212": told by the verb
    if noun.type == "exchange":
        is_bare = names_a_swap(token)
    if token.lemma_ == "term" and not any(c.lemma_ in ("prison", "jail") for c in token.children):
        return None
    if noun.type == "sentence" and token.lemma_ == "sentence" and term is None and endless is None:
        return None
    if noun.type == "release" and _is_condition(token):
        return None
    if noun.type == "conviction" and _is_to_be_annulled(token):
        return None
    if noun.type == "arrest" and (_is_warranted(token) or _is_subject_matter(token)):
        return None
    reality = "planned" if token.lemma_ == "sentencing" and token.head.lemma_ in _AHEAD else None
    return Trigger(noun.type, token, "noun", token.lemma_ in _STATIVE, term, endless, is_bare, reality=reality)


def _is_subject_matter(noun: Token) -> bool:
    """ "chairs a panel on detention", "a report on arbitrary arrest": what a body or a text is about, befalling nobody in particular."""
    is_bare = not any(c.dep_ in ("det", "poss", "nummod", "prep") for c in noun.children)
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "about") and is_bare


def _is_warranted(noun: Token) -> bool:
    """ "a warrant was issued for his arrest": an arrest only meant, which the warrant tells."""
    before = noun.doc[max(noun.sent.start, noun.i - 8) : noun.i]
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and any(t.lemma_ == "warrant" for t in before)


def _is_to_be_annulled(noun: Token) -> bool:
    """ "quash the conviction of NAME": a demand, and neither a conviction nor a denial of one."""
    verb = noun.head
    return (
        noun.dep_ == "dobj"
        and verb.lemma_ in ("quash", "annul", "overturn", "vacate")
        and reality_of(verb, "conviction")[0] == "demanded"
    )


def _is_condition(noun: Token) -> bool:
    """ "pending her release", "as a condition of their release", "before his release": what the clause tells is something else."""
    before = noun.head
    if noun.dep_ != "pobj":
        return before.lower_ == "pending"
    return before.lower_ == "pending" or (
        before.lower_ in ("of", "for") and before.head.lemma_ in ("condition", "price")
    )


def is_if_convicted(verb: Token) -> bool:
    """ "faces up to seven years if convicted": the term faced says it."""
    before = verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]
    faced = any(t.lemma_ in _FACES for t in verb.doc[verb.sent.start : verb.sent.end] if t != verb)
    return faced and any(t.lower_ == "if" for t in before) and not any(t.dep_ == "nsubj" for t in before)


def _lemma(token: Token) -> str:
    low = token.lower_
    if low.startswith(("rearrest", "re-arrest", "redetain", "re-detain", "rejail", "re-jail", "re-imprison")):
        return "rearrest"
    if low.endswith("ed") and token.pos_ in ("ADJ", "NOUN"):
        stems = (low[:-1], low[:-2], low[:-3])
        return next((stem for stem in stems if stem in lexicon().by_verb), low)
    return token.lemma_.lower()


def _company(token: Token, near: frozenset[str], reach: int) -> bool:
    for other in token.doc[token.i + 1 : min(token.i + 1 + reach, token.sent.end)]:
        if (
            (other.lemma_.lower() in near and not _is_compared(other))
            or other.lower_ in near
            or (other.ent_type_ == "GPE" and "GPE" in near)
        ):
            return True
        if other.text in (";", ":"):
            return False
    return False


def _is_compared(word: Token) -> bool:
    """ "the freest convict"."""
    return word.tag_ in ("JJR", "JJS") or (word.pos_ == "ADJ" and word.lower_.endswith("est"))


def _right(token: Token, count: int) -> str:
    return str(token.doc[token.i : min(token.i + count, token.sent.end)].text)


def _own_words(verb: Token) -> str:
    """What follows the verb in its own clause: no clause joined to it, none about one of its parts."""
    aside = {
        t
        for child in verb.children
        if child.i > verb.i and child.dep_ in ("conj", "advcl", "parataxis", "ccomp") and child.pos_ in ("VERB", "AUX")
        for t in child.subtree
    }
    nouns = [t for t in verb.subtree if t.i > verb.i and t not in aside]
    aside |= {t for noun in nouns if noun.dep_ == "relcl" for t in noun.subtree}
    kept = [t for t in nouns if t not in aside][:_CLAUSE_REACH]
    return verb.text + " " + "".join(t.text_with_ws for t in kept) if kept else _right(verb, 12)


def _is_punishment(verb: Token) -> bool:
    """ "was given ten years", "gave her a two-year sentence", but not "gave her a letter in ten months"."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    return (
        passive
        or verb.dep_ in ("acl", "relcl")
        or (verb.tag_ == "VBN" and verb.dep_ == "conj")
        or _company(verb, frozenset({"sentence", "term", "detention"}), 2 * _REACH)
    )


def _is_new(token: Token) -> bool:
    words = [t.lower_ for t in token.doc[token.i : min(token.i + 6, token.sent.end)]]
    at = next((n for n, word in enumerate(words) if word.startswith(("charge", "trial"))), None)
    return at is not None and bool(_NEW & set(words[:at] + words[at + 1 :][:0]))
