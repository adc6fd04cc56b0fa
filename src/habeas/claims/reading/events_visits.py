"""Visits to people held: by relatives, lawyers, consuls, the Red Cross; made, granted, asked for, hoped for, refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.contact_words import CUT_OFF, OFFICIAL
from habeas.claims.reading.dated import day_told
from habeas.claims.reading.events import Reader
from habeas.claims.reading.held_here import held_in, held_of_late
from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.phrase_patterns import small
from habeas.claims.reading.quoting import deed_span, quote_at
from habeas.claims.reading.reality import reality_of
from habeas.claims.reading.told import Told
from habeas.claims.reading.unreal import taken_back

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "meeting"
RULE = "visits.meeting"
_HELD_AS = frozenset({"detained", "jailed", "imprisoned", "convicted", "arrested", "captive"})
_LET = frozenset({"allow", "permit", "let", "able", "grant", "ban", "forbid"})
_SEE = frozenset({"visit", "see", "meet"})
_VISITORS = frozenset(
    {"lawyer", "attorney", "counsel", "family", "relative", "doctor", "priest", "advocate", "solicitor", "consul", "diplomat", "ambassador", "embassy", "cross",
     "icrc", "delegation", "delegate", "rapporteur", "expert", "monitor", "observer", "bishop", "staff", "representative", "team", "official", "officer", "commissioner", "ombudsman"}
)  # fmt: skip
_OF_STATE = frozenset({"staff", "official", "officer", "representative", "team", "delegation", "delegate", "expert"})
_INSIDE = frozenset(
    {
        "prison",
        "jail",
        "colony",
        "detention",
        "centre",
        "center",
        "prisoner",
        "detainee",
        "inmate",
        "cell",
        "camp",
        "client",
    }
)
_VISIT = frozenset({"visit", "visitation", "access", "meeting"})
_KINDS = frozenset({"consular", "family", "prison", "lawyer", "conjugal", "monthly", "unannounced"})
_GRANT = frozenset(
    {
        "grant",
        "allow",
        "get",
        "have",
        "receive",
        "permit",
        "give",
        "make",
        "pay",
        "secure",
        "obtain",
        "ensure",
        "guarantee",
        "provide",
        "resume",
        "enable",
        "facilitate",
    }
)
_REFUSE = frozenset(
    {
        "refuse",
        "deny",
        "reject",
        "cancel",
        "suspend",
        "block",
        "ban",
        "decline",
        "postpone",
        "prevent",
        "stop",
        "bar",
        "turn",
        "prohibit",
    }
)
_ASK = frozenset({"request", "seek", "demand", "ask", "call", "insist", "apply", "press", "urge", "appeal"})
_TURNED = re.compile(r"\bturn(?:ed|s|ing) (?:\w+ ){0,2}?(?:away|back)\b", re.IGNORECASE)
_AT_PRISON = re.compile(
    r"\b(?:gates?|prison|colony|jail|detention|warders?|guards?|checkpoint|entrance|visit)\b", re.IGNORECASE
)
_IN_VAIN = re.compile(
    r"\b(?:turned down|rejected|refused|denied|in vain|no (?:reply|answer|response)|without (?:success|reply|answer))\b",
    re.IGNORECASE,
)
_PERMITTED = ("plan: able", "infinitive", "purpose")


def visits_told(reader: Reader, held: set[str]) -> Iterator[Told]:
    """At most one telling for a sentence: whom the visit was to, else who made it by name."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        for token in sentence.tokens:
            found = _visit(reader, sentence, token, held)
            if found is None or (found[1] == "denied" and _is_told_as_cut_off(text)):
                continue
            yield _told(reader, sentence, token, found[0], found[1])
            break


def _visit(reader: Reader, sentence: Sentence, token: Token, held: set[str]) -> tuple[str | None, str] | None:
    """Whom the visit is to, or by, and its reality; None = no visit."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _SEE:
        return _seen(reader, sentence, token, held)
    if token.pos_ == "NOUN" and lemma in _VISIT:
        return _allowed(reader, sentence, token, held)
    if token.pos_ == "VERB" and lemma == "turn":
        text = sentence.tokens.text
        if _TURNED.search(text) and _AT_PRISON.search(text):
            whom = _whom(reader, sentence, token, held)
            return (whom[0], "denied") if whom else None
    return None


def _seen(reader: Reader, sentence: Sentence, verb: Token, held: set[str]) -> tuple[str | None, str] | None:
    """ "his wife visited him", "was allowed to see his client", "has never been permitted to see him"."""
    subject, objects = _subject(verb), [c for c in verb.children if c.dep_ == "dobj"] + _objects(verb, "with")
    if not objects or subject is None:
        return None
    seen, reality = objects[0], _reality(verb)
    if reality == "demanded" and _IN_VAIN.search(sentence.tokens.text):
        reality = "denied"
    inside = any(t.lemma_.lower() in _INSIDE or t.lower_ in _HELD_AS for t in seen.subtree) or _is_inside(verb)
    is_let = any(t.lemma_ in _LET for t in (verb, *verb.ancestors))
    if _is_visitor(seen) and _held(reader, sentence, subject, held):
        is_let = any(t.lemma_ in _LET for t in (verb, *verb.ancestors))
        return (
            (_held(reader, sentence, subject, held)[0], reality)
            if is_let or (inside and verb.lemma_ != "meet")
            else None
        )
    by_visitor = _is_visitor(subject) or subject.lower_ in ("i", "we")
    if (
        by_visitor
        and (inside or is_let or verb.lemma_ == "visit")
        and (whom := _seen_held(reader, sentence, seen, held))
    ):
        return whom[0], reality
    named = [n for n in reader.referents.who(sentence, subject).persons if n not in held]
    if _is_theirs(seen) and (inside or is_let or verb.lemma_ == "visit") and (by_visitor or named):
        whom = named[:1] if named and _is_kin(seen) else held_of_late(reader, sentence, held)
        return (whom[0], reality) if whom else None
    is_official = bool(OFFICIAL.search(_words(subject)))
    if any(t.lemma_.lower() in _INSIDE - {"client"} or t.lower_ in _HELD_AS for t in seen.subtree) and (
        is_official or named
    ):
        return (named[0] if named else None), reality
    return None


def _seen_held(reader: Reader, sentence: Sentence, seen: Token, held: set[str]) -> list[str]:
    """The one held whom the object of the verb means, by name or pronoun."""
    if seen.pos_ == "PRON":
        return held_in(reader, sentence, held, sentence.place(seen))
    return _held(reader, sentence, seen, held)


def _is_theirs(seen: Token) -> bool:
    """ "her son", "my client"."""
    is_own = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in seen.children)
    return is_own and (_is_kin(seen) or seen.lemma_.lower() == "client")


def _allowed(reader: Reader, sentence: Sentence, noun: Token, held: set[str]) -> tuple[str | None, str] | None:
    """ "was granted one visit from his mother", "consular access has been denied", "ensure regular access to his family and lawyers"."""
    of_kind = any(c.lemma_.lower() in _KINDS and c.i < noun.i for c in noun.children)
    around = [
        o
        for c in (*noun.children, *noun.head.children)
        if c.lower_ in ("to", "from", "by", "with", "for")
        for o in c.subtree
    ]
    to_visitor = any(_is_visitor(o) for o in around) and noun.lemma_ != "meeting"
    to_held = any(_held(reader, sentence, o, held) or o.lemma_.lower() in _INSIDE for o in around)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if not (of_kind or to_visitor or to_held or (noun.lemma_ == "visit" and owner is not None and _is_visitor(owner))):
        given = _governing(noun)
        if _is_of_all(noun):
            return None, "denied"
        if (
            given is None
            or noun.lemma_ == "access"
            or (noun.lemma_ == "meeting" and given.lemma_ not in _REFUSE | _LET)
            or not (_held_by_verb(reader, sentence, given, held) or _is_by_visitor(given))
        ):
            return None
    verb = _governing(noun)
    if verb is None:
        return None
    if noun.lemma_ == "access" and not (of_kind or to_visitor or OFFICIAL.search(sentence.tokens.text)):
        return None
    reality = _reality(verb)
    is_none = any(c.lower_ == "no" for c in noun.children)
    if reality == "actual" and (verb.lemma_ in _REFUSE or is_none):
        reality = "denied"
    if noun.lemma_ == "access" and reality == "actual" and not of_kind:
        return None
    if verb.lemma_ in _ASK and reality in ("actual", "planned"):
        reality = "demanded"
    if reality == "demanded" and _IN_VAIN.search(sentence.tokens.text):
        reality = "denied"
    whom = _whom(reader, sentence, noun, held)
    return (whom[0] if whom else None), reality


def _is_of_all(noun: Token) -> bool:
    """ "Visits, suspended since May, will not resume": those of everybody there."""
    is_bare = noun.text == "Visits" and noun.dep_ in ("nsubj", "nsubjpass") and noun.i == noun.sent.start
    return is_bare and any(t.lemma_ in ("suspend", "cancel", "ban", "stop") for t in noun.sent)


def _governing(noun: Token) -> Token | None:
    """The verb that grants, refuses or asks for it: of "every visit", of "a request for a visit", of "visits were suspended"."""
    here = noun
    for _ in range(5):
        above = here.head
        if above == here or here.dep_ in ("relcl", "advcl"):
            return None
        if here.dep_ == "acl" and here.lemma_ in _REFUSE:
            return here
        if above.pos_ in ("VERB", "AUX") and above.lemma_ in _GRANT | _REFUSE | _ASK:
            return above
        here = above
    return next((c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _REFUSE), None)


def _whom(reader: Reader, sentence: Sentence, token: Token, held: set[str]) -> list[str]:
    place = sentence.place(token)
    here = held_in(reader, sentence, held, place)
    if here:
        return here
    kin = any(_is_kin(t) or t.lemma_.lower() in ("lawyer", "attorney", "client", "gate") for t in sentence.tokens)
    return held_of_late(reader, sentence, held) if kin else []


def _reality(verb: Token) -> str:
    reality, why = reality_of(verb, KIND)
    if taken_back(verb):
        return "denied"
    above = verb.head
    if why.startswith(_PERMITTED) and above.lemma_ in ("able", "permit", "let", "allow", "admit"):
        if any(c.dep_ == "neg" for c in (*above.children, *above.head.children)):
            return "denied"
        return reality_of(above, KIND)[0]
    return reality


def _is_told_as_cut_off(text: str) -> bool:
    """Denied contact with family and lawyers is being cut off, told elsewhere; not so for consuls, or one visit refused."""
    return bool(CUT_OFF.search(small(text))) and not OFFICIAL.search(text)


def _is_visitor(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma in _OF_STATE:
        return bool(OFFICIAL.search(_words(token)))
    return (
        lemma in _VISITORS
        or _is_kin(token)
        or any(c.dep_ == "appos" and _is_visitor(c) for c in token.children)
        or any(c.dep_ == "compound" and _is_kin(c) for c in token.children)
    )


def _is_kin(token: Token) -> bool:
    return lexicon().has("kin", token.lemma_)


def _words(token: Token) -> str:
    return " ".join(t.text for t in token.subtree)


def _is_inside(verb: Token) -> bool:
    """Told with the place: "in the colony", "at the gate"."""
    root = verb.sent
    return any(t.lemma_.lower() in _INSIDE - {"client"} for t in root)


def _held(reader: Reader, sentence: Sentence, token: Token, held: set[str]) -> list[str]:
    who = reader.referents.who(sentence, token)
    return [n for n in who.persons if n in held and who.rule != "definite noun"]


def _held_by_verb(reader: Reader, sentence: Sentence, verb: Token, held: set[str]) -> bool:
    return any(
        _held(reader, sentence, c, held) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")
    )


def _is_by_visitor(verb: Token) -> bool:
    return any(_is_visitor(c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"))


def _subject(verb: Token) -> Token | None:
    here = verb
    for _ in range(4):
        child = next((c for c in here.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if child is not None:
            return here.head if child.tag_ in ("WP", "WDT") and here.dep_ == "relcl" else child
        if (
            here.dep_ == "xcomp"
            and (asked := next((c for c in here.head.children if c.dep_ in ("dobj",)), None)) is not None
        ):
            return asked
        if here.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "acomp") or here.head == here:
            return None
        here = here.head
    return None


def _objects(token: Token, preposition: str) -> list[Token]:
    return [o for c in token.children if c.lower_ == preposition for o in c.children if o.dep_ == "pobj"]


def _told(reader: Reader, sentence: Sentence, token: Token, person: str | None, reality: str) -> Told:
    verb = next((up for up in (token, *token.ancestors) if up.pos_ in ("VERB", "AUX")), token)
    quote, span = quote_at(reader.referents.passage, deed_span(sentence, verb))
    words = reader.dates.attached(sentence, token, set())
    date = day_told(words, reader.dates.published, reality == "actual")
    return Told(
        KIND, person, None, quote, span, reality, {RULE}, date, said_by=reader.speakers.at(sentence, token), is_headline=sentence.is_headline, deed="visit",
    )  # fmt: skip
