"""Ways out told by a turn of phrase: let out, a cell swapped for house arrest, a named prison left, a term served out, due out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.clause_parts import subject_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.told import Told
from habeas.claims.reading.ways_out.inner_places import leaves_inner_place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.parser import Sentence

_WAYS = frozenset({"go", "out", "loose", "free"})
_CHANGE = frozenset({"swap", "replace", "change", "commute", "convert", "substitute", "exchange", "soften", "switch"})
_LOCKED = frozenset({"detention", "custody", "jail", "remand", "imprisonment", "cell", "arrest", "measure", "prison"})
_MILDER = re.compile(
    r"\b(?:for|with|to|by|into) (?:[\w-]+ ){0,3}(?:house arrest|home confinement|home detention|ban on leaving|travel ban|bail|electronic (?:tag|bracelet)|recognizance|written (?:pledge|undertaking))",
    re.IGNORECASE,
)
_PRISON = re.compile(
    r"\b([A-Z][\w’'-]+) (?:[Pp]rison|[Jj]ail|[Pp]enitentiary|[Dd]etention|[Rr]emand|(?:[Pp]enal )?[Cc]olony|[Ii]solator)\b"
)
_LEAVING = frozenset({"leave", "walk", "emerge", "step", "get", "come", "exit", "quit"})
_TERMS = frozenset({"sentence", "term"})
_BELIED = re.compile(
    r"\b(?:never|instead|however|but|not (?:been )?(?:released|freed|let)|remains?|still)\b", re.IGNORECASE
)
#: Said in the same sentence of one whose term is over, yet who is not out.
_KEPT_IN = re.compile(
    r"\b(?:never (?:reached|left|got|walked|saw|made|went|came)|not (?:been |yet )*(?:released|freed|let)|was not|instead|(?:but|yet) (?:remains?|is still|was kept|stayed))\b",
    re.IGNORECASE,
)
_EMPLOYERS = frozenset(
    {
        "newspaper",
        "company",
        "employer",
        "firm",
        "station",
        "university",
        "club",
        "bank",
        "paper",
        "broadcaster",
        "channel",
        "team",
        "school",
    }
)
_SERVED_OUT = "term served"


def prisons_named(text: str) -> frozenset[str]:
    """Names that the text gives to prisons: "Wolgar" where it tells of "Wolgar prison"."""
    return frozenset(
        m.group(1)
        for m in _PRISON.finditer(text)
        if m.group(1).lower() not in ("the", "a", "in", "this", "her", "his", "no", "pre-trial")
    )


def without_belied_ends(told: list[Told]) -> list[Told]:
    """A term served out is a way out unless the text says that the person was not let go at its end."""
    kept = {one.person for one in told if one.type == "release" and one.reality == "denied"}
    return [one for one in told if one.note != _SERVED_OUT or one.person not in kept]


def ways_let_go(sentence: Sentence, prisons: frozenset[str], after: str = "") -> Iterator[Trigger]:
    """Every such trigger, left to right; `prisons` as `prisons_named` finds them; `after` = what the text says next, which may belie a way out."""
    for token in sentence.tokens:
        for trigger in (
            _let(token),
            _milder(token),
            _left(token, prisons),
            _served(token, after),
            _due_out(token),
            _allowed(token),
        ):
            if trigger is not None and not leaves_inner_place(trigger.token):
                yield trigger


def _release(
    token: Token, given: Token, reality: str | None = None, note: str | None = None, of_held: bool = False
) -> Trigger:
    return Trigger("release", token, "given", False, None, note, given=given, reality=reality, of_held=of_held)


def _let(token: Token) -> Trigger | None:
    """ "they let her out", "was held and let go", "let 31 people out of its prisons"."""
    if token.lemma_ != "let" or token.i + 1 >= token.sent.end:
        return None
    words = list(token.doc[token.i + 1 : min(token.i + 7, token.sent.end)])
    way = next((w for w in words if w.lower_ in _WAYS), None)
    if way is None or any(w.text in (",", ";", ":", ".") for w in token.doc[token.i : way.i]):
        return None
    if way.lower_ == "go" and way.i + 1 < token.sent.end and way.nbor(1).lower_ in ("of", "to", "into", "and", "ahead"):
        return None
    if any(w.lower_ == "by" for w in token.doc[way.i : min(way.i + 2, token.sent.end)]) and any(
        w.lemma_.lower() in _EMPLOYERS for w in token.doc[way.i : min(way.i + 6, token.sent.end)]
    ):
        return None
    between = [w for w in words if w.i < way.i]
    if [w.lower_ for w in between] == ["one"]:
        return None
    holder = way if token.dep_ == "aux" and token.head == way else token
    if between:
        whom = next((w for w in between if w.pos_ in ("PRON", "PROPN", "NUM") or _is_person(w)), None)
        whom = _phrase_head(whom, between) if whom is not None else None
        return _release(holder, whom) if whom is not None else None
    if token.tag_ in ("VBN", "VBD") and (subject := subject_of(holder)) is not None:
        is_done_to = token.tag_ == "VBN" or holder.dep_ == "conj" or any(c.dep_ == "auxpass" for c in token.children)
        after = next((c for c in token.children if c.dep_ == "dobj" and c.i > way.i), None)
        if after is not None:
            return _release(holder, after)
        return _release(holder, subject) if is_done_to else None
    after = next((c for c in token.children if c.dep_ == "dobj" and c.i > way.i), None)
    return _release(holder, after) if after is not None else None


def _phrase_head(first: Token, between: list[Token]) -> Token:
    """The noun that a number or first name found first belongs to."""
    while first.dep_ in ("compound", "nummod", "amod", "poss", "det", "quantmod") and first.head in between:
        first = first.head
    return first


def _milder(verb: Token) -> Trigger | None:
    """ "swapped detention for house arrest", "her custody was replaced with house arrest"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _CHANGE:
        return None
    what = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in _LOCKED), None)
    clause = verb.sent.text[verb.idx - verb.sent.start_char :]
    if what is None or not _MILDER.search(clause):
        return None
    whose = next((c for c in what.children if c.dep_ == "poss"), None) or next(
        (o for c in (*what.children, *verb.children) if c.lower_ in ("of", "for") for o in c.children if o.dep_ == "pobj" and o.ent_type_ == "PERSON"), None
    )  # fmt: skip
    whose = whose or _subject_above(verb)
    return _release(verb, whose, note="to a milder measure") if whose is not None else None


def _subject_above(verb: Token) -> Token | None:
    """Whom the clause above is about: "she sat in a cage until a court swapped detention for house arrest"."""
    for up in verb.ancestors:
        found = next((c for c in up.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if found is not None and (found.lower_ in ("he", "she") or found.ent_type_ == "PERSON"):
            return found
    return None


def _left(verb: Token, prisons: frozenset[str]) -> Trigger | None:
    """ "leaves Wolgar the same evening", where the text knows Wolgar for a prison."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _LEAVING or not prisons:
        return None
    goal = next((t for t in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)] if t.text in prisons), None)
    subject = subject_of(verb)
    if (
        goal is None
        or subject is None
        or any(t.pos_ == "VERB" or t.lower_ in ("to", "into", "for") for t in verb.doc[verb.i + 1 : goal.i])
    ):
        return None
    if verb.lemma_ not in ("leave", "exit", "quit") and not any(
        t.lower_ in ("out", "from") for t in verb.doc[verb.i + 1 : goal.i]
    ):
        return None
    return _release(verb, subject, of_held=True)


def _served(verb: Token, after: str) -> Trigger | None:
    """ "completed her term", "finished serving it", "has since served his sentence", "served the term in full": out, unless told otherwise."""
    if verb.pos_ != "VERB" or verb.lemma_ not in ("complete", "finish", "serve"):
        return None
    doing = [verb, *(c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.lemma_ == "serve")]
    term = next((c for up in doing for c in up.children if c.dep_ == "dobj" and c.lemma_ in _TERMS), None)
    subject = subject_of(verb)
    if (
        term is None
        or subject is None
        or verb.tag_ not in ("VBD", "VBN")
        or _BELIED.search(after)
        or _KEPT_IN.search(verb.sent.text)
    ):
        return None
    words = {t.lower_ for t in verb.subtree}
    owned = any(c.dep_ == "poss" for c in term.children)
    if verb.lemma_ == "serve" and not ((owned and "since" in words) or {"full", "entire", "whole"} & words):
        return None
    if {"after", "before", "until", "without"} & {
        t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]
    }:
        return None
    return _release(verb, subject, note=_SERVED_OUT)


def _allowed(verb: Token) -> Trigger | None:
    """ "eight inmates were allowed to leave", "was permitted to walk out of the prison"."""
    if (
        verb.lemma_ not in ("leave", "go", "walk")
        or verb.dep_ != "xcomp"
        or verb.head.lemma_ not in ("allow", "permit", "let", "free")
    ):
        return None
    above = verb.head
    whom = next((c for dep in ("nsubjpass", "dobj") for c in above.children if c.dep_ == dep), None) or next(
        (c for c in verb.children if c.dep_ == "nsubj"), None
    )
    if whom is None or any(c.dep_ == "dobj" for c in verb.children):
        return None
    held = lexicon().has("held_people", whom.lemma_) or any(
        t.lemma_.lower() in ("prison", "jail", "custody", "colony", "cell", "free")
        for t in verb.doc[verb.i : min(verb.i + 6, verb.sent.end)]
    )
    away = any(t.lower_ in ("for", "to") and t.i + 1 < t.sent.end and _is_land(t.nbor(1)) for t in verb.children)
    if away and held:
        return Trigger("exile", verb, "given", False, None, None, given=whom)
    return _release(verb, whom) if held else None


def _is_land(token: Token) -> bool:
    """A country, or the article before one."""
    return token.ent_type_ == "GPE" or token.lemma_ in ("exile", "abroad")


def _due_out(token: Token) -> Trigger | None:
    """ "is due out in March", "due home by Easter"."""
    if token.lower_ not in ("due", "expected", "scheduled") or token.i + 1 >= token.sent.end:
        return None
    following = [t.lower_ for t in token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]]
    if not following or not (following[0] in ("out", "home") or following[:2] == ["for", "release"]):
        return None
    subject = subject_of(token) or subject_of(token.head)
    return _release(token, subject, "planned", of_held=True) if subject is not None else None


def _is_person(noun: Token) -> bool:
    return lexicon().has("people", noun.lemma_) or lexicon().has("kin", noun.lemma_)
