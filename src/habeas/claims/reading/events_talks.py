"""Official talks that bear on people held: meetings, visits and journeys of envoys, talks under way or refused, a case raised with the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.dated import day_told
from habeas.claims.reading.events import Reader
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.parties import Parties
from habeas.claims.reading.quoting import deed_span, quote_at
from habeas.claims.reading.reality import reality_of
from habeas.claims.reading.told import Told
from habeas.claims.reading.unreal import taken_back

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "meeting"
RULE = "talks.meeting"
_MEET = frozenset({"meet", "visit", "receive", "host", "phone", "telephone", "brief"})
_GO = frozenset({"travel", "fly", "arrive", "come", "go", "return", "head", "expect", "land", "visit"})
_TALK = frozenset({"talk", "meeting", "negotiation", "conversation", "consultation", "dialogue", "call", "discussion"})
_NOUNS = frozenset({"talk", "meeting", "negotiation", "visit", "trip", "consultation"})
_HOLD = frozenset({"hold", "have", "conduct", "open", "begin", "start", "resume", "continue", "join", "attend"})
_SPEAK = frozenset({"speak", "talk", "negotiate", "confer"})
_GOING_ON = frozenset(
    {
        "continue",
        "resume",
        "begin",
        "start",
        "stall",
        "fail",
        "collapse",
        "take",
        "proceed",
        "open",
        "break",
        "be",
        "go",
        "last",
        "end",
    }
)
_UNDER_WAY = frozenset({"way", "underway", "ongoing", "place", "down", "on", "progress"})
_CASES = frozenset(
    {
        "case",
        "name",
        "plight",
        "fate",
        "issue",
        "situation",
        "question",
        "matter",
        "release",
        "concern",
        "detention",
        "imprisonment",
    }
)
_VAGUE = frozenset({"concern", "question", "issue", "matter", "release"})
_RAISE = frozenset({"raise", "mention", "broach", "bring"})
_NOT_RAISING = re.compile(
    r"\b(?:lawyers?|prosecutors?|judges?|court|police|defen[cs]e|blogger|jury|appeal)\b", re.IGNORECASE
)
_CALL = re.compile(r"\b(?:phone|telephone|video)? ?(?:call|conversation|meeting|talks) with\b", re.IGNORECASE)
_ENVOY = re.compile(r"\b(?:envoy|minister|ambassador|secretary|commissioner|rapporteur)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Met:
    """One encounter: the word that tells it and who is recorded (None = nobody named)."""

    token: Token
    person: str | None
    deed: str
    about: frozenset[str] = frozenset()


def meetings_told(reader: Reader, parties: Parties, held: set[str]) -> Iterator[Told]:
    """Meetings told of as past, planned, asked for or refused. The one recorded is the party that does not rule the country."""
    for sentence in reader.referents.passage.sentences:
        done: set[Token] = set()
        for token in sentence.tokens:
            met = _met(parties, sentence, token, held)
            if met is not None and met.token not in done and not done & {*token.ancestors}:
                done.add(met.token)
                yield from _told(reader, sentence, met)


def _met(parties: Parties, sentence: Sentence, token: Token, held: set[str]) -> _Met | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        found = _by_verb(parties, sentence, token, lemma)
        raised = _raised(parties, sentence, token, lemma, held)
        return raised or (
            found if found is not None and not (found.person in held and not _is_envoy(parties, found.person)) else None
        )
    if token.pos_ == "NOUN" and lemma in _NOUNS and not sentence.is_headline:
        return _by_noun(parties, sentence, token, lemma)
    return None


def _is_envoy(parties: Parties, name: str | None) -> bool:
    return bool(_ENVOY.search(parties.beside.get(name or "", "")))


def _by_verb(parties: Parties, sentence: Sentence, verb: Token, lemma: str) -> _Met | None:
    subject = _subject(verb)
    if subject is None or _is_habit(verb):
        return None
    others = [c for c in verb.children if c.dep_ == "dobj"] + _objects(verb, ("with", "to", "by"))
    if (
        lemma == "visit"
        and not others
        and subject.lemma_.lower() in ("envoy", "delegation", "diplomat", "mission", "rapporteur")
    ):
        return _Met(verb, _recorded(parties, sentence, [subject]), "meet", _about(subject))
    if lemma == "meet" and not others and subject.tag_ in ("NNS", "NNPS") and parties.is_delegate(subject):
        return _Met(verb, None, "meet", _about(subject))
    if lemma in _MEET and others:
        return _encounter(parties, sentence, verb, subject, others)
    if (
        lemma in _SPEAK
        and (with_whom := _objects(verb, ("with", "to")))
        and "about" not in {o.lower_ for o in with_whom}
    ):
        return (
            _encounter(parties, sentence, verb, subject, with_whom)
            if _both(parties, sentence, subject, with_whom)
            else None
        )
    if (
        lemma in _HOLD
        and any(t.lemma_.lower() in _TALK for o in others for t in (o, *_objects(o, ("of",))))
        and parties.is_party(sentence, subject)
    ):
        return _Met(verb, _recorded(parties, sentence, [subject, *_objects(verb, ("with",))]), "meet", _about(subject))
    if lemma in _GO and _goes_to_a_capital(verb) and _is_traveller(parties, sentence, subject):
        return _Met(verb, _recorded(parties, sentence, [subject]), "meet", _about(subject))
    if lemma in ("send", "dispatch", "lead", "spend"):
        return _sent(parties, sentence, verb, subject)
    return None


def _encounter(parties: Parties, sentence: Sentence, verb: Token, subject: Token, others: list[Token]) -> _Met | None:
    """At least one side speaks for a state, and the other is a person, a body or a place."""
    if not any(parties.is_party(sentence, t) and t.ent_type_ != "ORG" for t in (subject, *others)):
        return None
    first, second = parties.named(sentence, subject), [n for o in others for n in parties.named(sentence, o)]
    is_place = any(o.ent_type_ in ("GPE", "FAC", "LOC") or o.lemma_ in ("capital", "country") for o in others)
    if not first and not parties.is_delegate(subject):
        return None
    if first and not parties.speaks_for_a_state(first[0]) and not any(parties.is_party(sentence, o) for o in others):
        return None
    if not second and not is_place and not any(parties.is_party(sentence, o) or _is_relevant(o) for o in others):
        return None
    if is_place and first and not parties.speaks_for_a_state(first[0]):
        return None  # a student's journey
    second = second or [n for o in others for n in parties.within(sentence, o)]
    named = [*first, *(n for n in second if n not in first)]
    return _Met(
        verb, next((n for n in named if not parties.rules(n)), named[0] if named else None), "meet", _about(subject)
    )


def _is_relevant(token: Token) -> bool:
    return any(
        t.lemma_.lower()
        in (
            "family",
            "relative",
            "wife",
            "prisoner",
            "activist",
            "opposition",
            "leader",
            "lawyer",
            "colleague",
            "head",
            "chief",
            "deputy",
            "aide",
            "side",
        )
        for t in token.subtree
    )


def _both(parties: Parties, sentence: Sentence, subject: Token, others: list[Token]) -> bool:
    return parties.is_party(sentence, subject) and any(parties.is_party(sentence, o) for o in others)


def _is_traveller(parties: Parties, sentence: Sentence, subject: Token) -> bool:
    persons = parties.named(sentence, subject)
    if persons:
        return any(parties.speaks_for_a_state(name) and not parties.rules(name) for name in persons)
    return subject.lemma_.lower() in (
        "delegation",
        "envoy",
        "mission",
        "diplomat",
        "ambassador",
        "rapporteur",
        "negotiator",
        "emissary",
    )


def _goes_to_a_capital(verb: Token) -> bool:
    places = [c for c in verb.children if c.dep_ in ("dobj", "advmod")] + _objects(verb, ("to", "in", "for", "into"))
    there = any(
        o.ent_type_ in ("GPE", "LOC") or o.lemma_ in ("capital", "country", "region", "back", "ministry")
        for o in places
    )
    return there and not (verb.lemma_ == "expect" and not any(c.dep_ == "auxpass" for c in verb.children))


def _sent(parties: Parties, sentence: Sentence, verb: Token, subject: Token) -> _Met | None:
    """ "sent its ambassador to the ministry", "will lead a delegation to the capital", "spent four hours with the president"."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "npadvmod")), None)
    if thing is None:
        return None
    if verb.lemma_ == "spend":
        with_whom = _objects(verb, ("with",)) + _objects(thing, ("with",))
        return (
            _Met(verb, _recorded(parties, sentence, [subject, *with_whom]), "meet")
            if with_whom and _both(parties, sentence, subject, with_whom)
            else None
        )
    if thing.lemma_.lower() not in ("delegation", "ambassador", "envoy", "team", "mission", "diplomat"):
        return None
    if not (_objects(verb, ("to",)) or _objects(thing, ("to",))):
        return None
    who = subject if verb.lemma_ == "lead" else thing
    return _Met(verb, _recorded(parties, sentence, [who]), "meet", _about(who))


def _raised(parties: Parties, sentence: Sentence, verb: Token, lemma: str, held: set[str]) -> _Met | None:
    """ "raised her case with the president", "brought up the case in a call", "called for his release in a call with"."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    subject = _subject(verb)
    if lemma in ("call", "urge", "press", "discuss") and subject is not None and parties.is_party(sentence, subject):
        rest = sentence.tokens.text[verb.idx - sentence.tokens[0].idx :]
        with_whom = bool(_CALL.search(rest)) or (lemma == "discuss" and bool(_objects(verb, ("with",))))
        on_it = any(t.lemma_.lower() in _CASES for t in verb.subtree)
        return _raiser(parties, sentence, verb, subject, held) if with_whom and on_it else None
    if lemma not in _RAISE or thing is None or thing.lemma_.lower() not in _CASES:
        return None
    if lemma == "bring" and not any(c.lower_ == "up" for c in verb.children):
        return None
    is_vague = lemma == "mention" or thing.lemma_.lower() in _VAGUE
    if is_vague and not (_objects(verb, ("with", "in", "at", "during")) or _CALL.search(sentence.tokens.text)):
        return None
    return _raiser(parties, sentence, verb, subject, held)


def _raiser(parties: Parties, sentence: Sentence, verb: Token, subject: Token | None, held: set[str]) -> _Met | None:
    words = " ".join(t.text for t in subject.subtree) if subject is not None else ""
    if _NOT_RAISING.search(words):
        return None
    named = (
        [n for n in parties.named(sentence, subject) if n not in held and parties.speaks_for_a_state(n)]
        if subject is not None
        else []
    )
    return _Met(verb, named[0] if named else None, "raise")


def _by_noun(parties: Parties, sentence: Sentence, noun: Token, lemma: str) -> _Met | None:
    """ "the envoy's visit to the capital", "talks with Washington have stalled", "no negotiations"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    by = _objects(noun, ("by",))
    whose = owner if owner is not None else by[0] if by else None
    if whose is not None and any(c.lower_ in ("to", "with") or c in _by(noun) for c in noun.children):
        persons = [n for n in parties.named(sentence, whose) if parties.speaks_for_a_state(n)]
        if persons and not (whose.pos_ == "PRON" and lemma != "visit"):
            return _Met(noun, persons[0], "meet")
    if lemma not in ("talk", "negotiation") or noun.tag_ != "NNS":
        return None
    is_denied = any(c.lower_ == "no" for c in noun.children)
    above = noun.head
    going = (
        noun.dep_ in ("nsubj", "nsubjpass")
        and above.lemma_ in _GOING_ON
        and _is_under_way(above)
        and above.dep_ not in ("relcl", "advcl")
    )
    stated = (
        noun.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")
        and above.lemma_ in _GOING_ON | _HOLD
        and _is_official(sentence, noun)
    )
    after = noun.dep_ == "pobj" and above.lower_ in ("after", "following") and _is_official(sentence, noun)
    return _Met(noun, None, "talks") if going or stated or after or is_denied else None


def _by(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.lower_ == "by"]


def _is_under_way(verb: Token) -> bool:
    return verb.lemma_ not in ("be", "take", "go", "break") or any(t.lower_ in _UNDER_WAY for t in verb.subtree)


def _is_official(sentence: Sentence, noun: Token) -> bool:
    """Whether a country, its officials or prisoners are named as whom or what the talks are with or about."""
    return any(
        t.ent_type_ in ("GPE", "NORP")
        or t.lemma_.lower()
        in ("prisoner", "release", "official", "government", "exchange", "swap", "hostage", "detainee", "national")
        for t in noun.subtree
    )


def _subject(verb: Token) -> Token | None:
    """Its own subject, that of the clause it shares one with, or the noun it hangs on."""
    here = verb
    for _ in range(4):
        for child in here.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                if child.tag_ in ("WP", "WDT") and here.dep_ == "relcl":
                    return here.head
                return child
        if here.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acl", "acomp") or here.head == here:
            return None
        if (
            here.dep_ == "xcomp"
            and (asked := next((c for c in here.head.children if c.dep_ == "dobj"), None)) is not None
        ):
            return asked  # "urged the minister to raise"
        here = here.head
    return None


def _objects(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    return [
        o
        for c in token.children
        if c.lower_ in prepositions and c.dep_ in ("prep", "agent", "dative")
        for o in c.children
        if o.dep_ == "pobj"
    ]


def _is_habit(verb: Token) -> bool:
    """ "meets regularly", "visits every year": a habit is no meeting."""
    is_modal = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return (
        verb.tag_ in ("VBZ", "VBP")
        and not is_modal
        and not any(
            t.ent_type_ in ("DATE", "TIME")
            and t.lower_ in ("today", "monday", "tuesday", "wednesday", "thursday", "friday", "tomorrow")
            for t in verb.subtree
        )
    )


def _recorded(parties: Parties, sentence: Sentence, tokens: list[Token]) -> str | None:
    named = list(dict.fromkeys(name for t in tokens for name in parties.named(sentence, t)))
    return next((n for n in named if not parties.rules(n)), named[0] if named else None)


def _about(subject: Token) -> frozenset[str]:
    return frozenset({t.lemma_.lower() for t in subject.subtree if t.ent_type_ in ("GPE", "NORP", "ORG")})


def _told(reader: Reader, sentence: Sentence, met: _Met) -> Iterator[Told]:
    reality, _ = reality_of(met.token, KIND)
    if taken_back(met.token):
        reality = "denied"
    if met.token.lemma_ == "expect" and reality == "actual":
        reality = "planned"  # "is expected in the capital"
    quote, span = quote_at(reader.referents.passage, deed_span(sentence, met.token))
    words = reader.dates.attached(sentence, met.token, set())
    date = day_told(words, reader.dates.published, reality == "actual")
    yield Told(
        KIND, met.person, None, quote, span, reality, {RULE}, date, said_by=reader.speakers.at(sentence, met.token),
        is_headline=sentence.is_headline, deed=met.deed, about=met.about,
    )  # fmt: skip
