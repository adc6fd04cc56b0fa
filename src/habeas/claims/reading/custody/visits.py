"""Visits to people held: by relatives, lawyers, consuls, the Red Cross; made, granted, asked for, hoped for, refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.custody.contact_words import CUT_OFF, LAST_SAW, OFFICIAL
from habeas.claims.reading.custody.visit_requests import asked_for, cancelled, kept_out, let_in
from habeas.claims.reading.custody.visitors import (
    IN_VAIN,
    INSIDE,
    KIND,
    LET,
    held_named,
    is_kin,
    is_visitor,
    reality_of_visit,
    whom_visited,
)
from habeas.claims.reading.custody.visits_granted import granted
from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.events.held_here import held_in, held_of_late
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.clause_parts import objects_of, subject_of, words_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.phrase_patterns import small
from habeas.claims.reading.text.quoting import deed_span, quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.whom.joined import joined_names

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "visits.meeting"
_HELD_AS = frozenset({"detained", "jailed", "imprisoned", "convicted", "arrested", "captive"})
#: Being cut off told by something else than a verb that refuses.
_NOT_PLAIN = re.compile(r"\blast\b|\bneither\b", re.IGNORECASE)
_SEE = frozenset({"visit", "see", "meet"})
_BROUGHT_ABOUT = frozenset({"hope", "hopes", "plan", "due", "wait", "expect", "intend", "manage", "get", "got", "ask", "request", "seek", "demand", "able"})  # fmt: skip
_VISIT = frozenset({"visit", "visitation", "access", "meeting"})
_TURNED = re.compile(r"\bturn(?:ed|s|ing) (?:\w+ ){0,2}?(?:away|back)\b", re.IGNORECASE)
_AT_PRISON = re.compile(
    r"\b(?:to (?:see|visit) (?:him|her|them)|gates?|prison|colony|jail|detention|warders?|guards?|checkpoint|entrance|visit)\b",
    re.IGNORECASE,
)


def visits_told(reader: Reader, parties: Parties, held: set[str]) -> Iterator[Told]:
    """At most one telling for a sentence: whom the visit was to, else who made it by name."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        for token in sentence.tokens:
            found = _visit(reader, parties, sentence, token, held)
            if found is None or ((found[1] == "denied" or _NOT_PLAIN.search(text)) and _is_told_as_cut_off(text)):
                continue
            for person in _with_those_joined(reader, sentence, token, found[0], held):
                yield _told(reader, sentence, token, person, found[1])
            break


def _with_those_joined(
    reader: Reader, sentence: Sentence, token: Token, person: str | None, held: set[str]
) -> list[str | None]:
    """ "was allowed to visit A and B in prison": everybody held whose name is joined to the one visited."""
    after = reader.referents.people.between(sentence.place(token)[0], sentence.end)
    place = next((span for span, name in after if name == person), None)
    last = sentence.token_at(place[1] - 1) if place is not None else None
    joined = joined_names(reader.referents.people, sentence, last) if last is not None else []
    return [person, *(name for name in joined if name != person and name in held)]


def _visit(
    reader: Reader, parties: Parties, sentence: Sentence, token: Token, held: set[str]
) -> tuple[str | None, str] | None:
    """Whom the visit is to, or by, and its reality; None = no visit."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _SEE:
        return asked_for(reader, sentence, token, held) or _seen(reader, parties, sentence, token, held)
    if token.pos_ == "NOUN" and lemma in _VISIT:
        found = granted(reader, sentence, token, held)
        if found is None or found[0] is None:
            found = cancelled(reader, sentence, token, held) or found
        return found
    if token.pos_ == "VERB" and (
        found := let_in(reader, sentence, token, held) or kept_out(reader, sentence, token, held)
    ):
        return found
    if token.pos_ == "NOUN" and lemma in ("minute", "hour"):
        return _time_with(reader, sentence, token, held)
    if token.pos_ == "VERB" and lemma == "turn":
        text = sentence.tokens.text
        if _TURNED.search(text) and _AT_PRISON.search(text):
            whom = whom_visited(reader, sentence, token, held)
            return (whom[0], "denied") if whom else None
    return None


def _seen(
    reader: Reader, parties: Parties, sentence: Sentence, verb: Token, held: set[str]
) -> tuple[str | None, str] | None:
    """ "his wife visited him", "was allowed to see his client", "has never been permitted to see him"."""
    subject, objects = subject_of(verb), [c for c in verb.children if c.dep_ == "dobj"] + objects_of(verb, ("with",))
    if any(c.dep_ == "agent" for c in verb.children) and subject is not None:
        return _seen_by(reader, sentence, verb, subject, held)
    if not objects or subject is None or (verb.dep_ == "xcomp" and _is_last(verb)):
        return None
    was_last = bool(LAST_SAW.search(verb.sent.text))
    seen, reality = objects[0], reality_of_visit(verb)
    if reality == "demanded" and IN_VAIN.search(sentence.tokens.text):
        reality = "denied"
    inside = any(t.lemma_.lower() in INSIDE or t.lower_ in _HELD_AS for t in seen.subtree) or _is_inside(verb)
    is_let = (
        any(t.lemma_ in LET for t in (verb, *verb.ancestors)) or _is_timed(verb) or _is_brought_about(verb) or was_last
    )
    if is_visitor(seen) and held_named(reader, sentence, subject, held):
        return (
            (held_named(reader, sentence, subject, held)[0], reality)
            if is_let or (inside and verb.lemma_ != "meet")
            else None
        )
    named = [n for n in reader.referents.who(sentence, subject).persons if n not in held]
    whom = _seen_held(reader, sentence, seen, held)
    is_envoy = bool(OFFICIAL.search(words_of(subject))) or any(_is_envoy(parties, name) for name in named)
    if named and whom and is_envoy:
        return whom[0], reality  # whom the ambassador came to see
    by_visitor = is_visitor(subject) or subject.lower_ in ("i", "we")
    if by_visitor and (inside or is_let or verb.lemma_ == "visit") and whom:
        return whom[0], reality
    if _is_theirs(seen) and (inside or is_let or verb.lemma_ == "visit") and (by_visitor or named):
        family = [n for n in sorted(held) if any(n.split()[-1] == one.split()[-1] for one in named)]
        whom = whom or (family if len(family) == 1 else []) or held_of_late(reader, sentence, held)
        whom = whom or (named[:1] if is_kin(seen) else [])
        return (whom[0], reality) if whom else None
    if named and verb.lemma_ == "visit" and whom:
        return whom[0], reality  # "her brother, NAME, visited her"
    is_official = bool(OFFICIAL.search(words_of(subject)))
    if (
        not is_kin(seen)
        and any(t.lemma_.lower() in INSIDE - {"client"} or t.lower_ in _HELD_AS for t in seen.subtree)
        and (is_official or named)
    ):
        return (named[0] if named else None), reality
    return None


def _is_envoy(parties: Parties, name: str) -> bool:
    return parties.speaks_for_a_state(name) or "ombuds" in parties.beside.get(name, "").lower()


def _time_with(reader: Reader, sentence: Sentence, time: Token, held: set[str]) -> tuple[str | None, str] | None:
    """ "gave her forty minutes with her husband, NAME", "spent an hour with his client"."""
    verb = time.head
    if verb.lemma_ not in ("give", "grant", "allow", "have", "spend", "get", "permit") or time.dep_ not in (
        "dobj",
        "npadvmod",
    ):
        return None
    seen = next((o for v in (verb, time) for o in objects_of(v, ("with",))), None)
    subject = subject_of(verb)
    if seen is None or subject is None:
        return None
    whom = _seen_held(reader, sentence, seen, held)
    if not whom and _is_theirs(seen):
        whom = held_of_late(reader, sentence, held)
    is_let = verb.lemma_ in ("give", "grant", "allow", "permit") or is_visitor(subject) or subject.pos_ == "PRON"
    return (whom[0], reality_of_visit(verb)) if whom and is_let else None


def _seen_by(
    reader: Reader, sentence: Sentence, verb: Token, subject: Token, held: set[str]
) -> tuple[str | None, str] | None:
    """ "He was visited by his lawyer"."""
    by = objects_of(verb, ("by",))
    if verb.lemma_ == "meet" and not _is_inside(verb):
        return None  # "landed and was met by relatives": somebody freed
    whom = _seen_held(reader, sentence, subject, held)
    is_of_visitors = any(is_visitor(o) or OFFICIAL.search(words_of(o)) for o in by)
    return (whom[0], reality_of_visit(verb)) if whom and is_of_visitors else None


def _is_last(verb: Token) -> bool:
    """ "had last been able to visit him in 2022": cut off since."""
    return "last" in {t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 5) : verb.i]}


def _is_timed(verb: Token) -> bool:
    """ "saw him for five minutes", "saw her husband for the first time in a year": a visit, not a glimpse."""
    if any(c.dep_ in ("ccomp", "xcomp", "acl") for c in verb.children):
        return False
    by_lawyer = subject_of(verb)
    if by_lawyer is not None and by_lawyer.lemma_.lower() in ("lawyer", "attorney", "counsel"):
        return any(t.ent_type_ == "DATE" for c in verb.children if c.dep_ in ("prep", "npadvmod") for t in c.subtree)
    lasting = [o for c in verb.children if c.lower_ == "for" for o in c.children]
    return any(o.ent_type_ in ("TIME", "ORDINAL") or o.lemma_ in ("minute", "min", "hour", "time") for o in lasting)


def _is_brought_about(verb: Token) -> bool:
    """ "hopes to see him in May", "managed to see him", "asked to meet him"."""
    words = (verb.head.lemma_, verb.head.lower_)
    return verb.dep_ == "xcomp" and any(word in _BROUGHT_ABOUT for word in words)


def _seen_held(reader: Reader, sentence: Sentence, seen: Token, held: set[str]) -> list[str]:
    """The one held whom the object of the verb means, by name or pronoun."""
    if seen.pos_ == "PRON":
        return held_in(reader, sentence, held, sentence.place(seen))
    return held_named(reader, sentence, seen, held)


def _is_theirs(seen: Token) -> bool:
    """ "her son", "my client"."""
    is_own = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in seen.children)
    return is_own and (is_kin(seen) or seen.lemma_.lower() == "client")


def _is_told_as_cut_off(text: str) -> bool:
    """Denied contact with family and lawyers is being cut off, told elsewhere; not so for consuls, or one visit refused."""
    return bool(CUT_OFF.search(small(LAST_SAW.sub("", text)))) and not OFFICIAL.search(text)


def _is_inside(verb: Token) -> bool:
    """Told with the place: "in the colony", "at the gate"."""
    root = verb.sent
    return any(t.lemma_.lower() in INSIDE - {"client"} for t in root)


def _told(reader: Reader, sentence: Sentence, token: Token, person: str | None, reality: str) -> Told:
    verb = next((up for up in (token, *token.ancestors) if up.pos_ in ("VERB", "AUX")), token)
    quote, span = quote_at(reader.referents.passage, deed_span(sentence, verb))
    words = reader.dates.attached(sentence, token, set())
    date = day_told(words, reader.dates.published, reality == "actual")
    return Told(
        KIND, person, None, quote, span, reality, {RULE}, date, said_by=reader.speakers.at(sentence, token), is_headline=sentence.is_headline, deed="visit",
    )  # fmt: skip
