"""Ways out told by a phrase: freedom won, clemency asked for and refused, put on a plane, gone for a reason, the two sides of a swap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.told import Told
from habeas.claims.reading.ways_out.swaps import given_for, is_swapping, names_a_swap

if TYPE_CHECKING:
    from spacy.tokens import Token

_WON = frozenset({"secure", "win", "obtain", "gain", "negotiate", "broker", "buy", "regain", "achieve"})
_WANTED = frozenset(
    {
        "demand",
        "seek",
        "want",
        "call",
        "campaign",
        "fight",
        "press",
        "push",
        "appeal",
        "plead",
        "urge",
        "ask",
        "request",
        "advocate",
    }
)
_MERCY = frozenset({"pardon", "clemency", "amnesty", "mercy"})
_ASKING = frozenset({"request", "petition", "plea", "appeal", "application", "bid"})
_ASKS = frozenset({"ask", "apply", "petition", "plead", "beg", "appeal", "seek", "request"})
_REFUSES = frozenset({"refuse", "decline", "reject"})
_REASONS = frozenset(
    {
        "fear",
        "avoid",
        "escape",
        "evade",
        "arrest",
        "crackdown",
        "persecution",
        "prosecution",
        "summons",
        "raid",
        "threat",
        "charge",
        "repression",
        "reprisal",
    }
)
_VEHICLES = frozenset({"plane", "flight", "aeroplane", "airplane", "bus", "jet", "aircraft"})
_PUT = frozenset({"put", "place", "load", "march", "escort", "bundle"})
_LETS_GO = frozenset({"free", "release", "exchange", "swap", "hand", "return", "let", "trade", "send", "deliver", "give", "surrender"})  # fmt: skip
_REACH = 12
_SUBJECTS = ("nsubj", "nsubjpass")


def ways_out_told(reader: Reader) -> Iterator[Told]:
    """Every such telling, in the order of the text."""
    has_swap = any(names_a_swap(t) or is_swapping(t) for s in reader.referents.passage.sentences for t in s.tokens)
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            for trigger in (
                _traded(token) if has_swap else None,
                _other_side(token),
                _freedom(token),
                _mercy(token),
                _aboard(token),
                _on_condition(token),
                _stays(token),
                _flight(token),
            ):
                if trigger is not None:
                    yield from (
                        o for o in telling_of(reader, sentence, trigger) if o.person is not None or o.type != "pardon"
                    )


def _given(kind: str, token: Token, whose: Token, reality: str | None = None, note: str | None = None) -> Trigger:
    return Trigger(kind, token, "given", False, None, note, given=whose, reality=reality)


def _traded(token: Token) -> Trigger | None:
    """ "handed over 13 people and received eight", "sent to the other side were A and B", in a text about a swap."""
    if token.pos_ != "VERB":
        return None
    back = token.i + 1 < token.sent.end and token.nbor(1).lower_ in ("over", "back", "up")
    if (token.lemma_ in ("hand", "get", "give", "turn", "send") and back) or token.lemma_ == "receive":
        given = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None) or (
            token.head if token.dep_ == "acl" else None
        )
        # hosts and doctors receive people too: only a number of them are received in a swap
        if given is None or (
            token.lemma_ == "receive" and given.pos_ != "NUM" and not any(c.pos_ == "NUM" for c in given.children)
        ):
            return None
        return _given("exchange", token, given)
    sent = (
        token.lemma_ in ("send", "return", "fly", "deliver") and token.tag_ == "VBN" and token.i - token.sent.start <= 1
    )
    goal = next((c for c in token.children if c.lower_ == "to"), None)
    if sent and goal is not None and any(t.lower_ in ("were", "was") for t in token.doc[token.i : token.i + 6]):
        return Trigger("exchange", token, "object", False, None, None)
    return None


def _other_side(token: Token) -> Trigger | None:
    """ "freed 12 people in exchange for two agents": the two, freed by the other side."""
    if token.lower_ != "exchange" or token.dep_ != "pobj" or token.head.lower_ != "in":
        return None
    given = given_for(token)
    verb = next((up for up in token.ancestors if up.pos_ == "VERB" and up.lemma_ in _LETS_GO), None)
    if given is None or verb is None:
        return None
    is_told = given.ent_type_ == "PERSON" or any(c.pos_ == "NUM" for c in given.children)
    return _given("exchange", verb, given) if is_told else None


def _freedom(token: Token) -> Trigger | None:
    """ "secured NAME's freedom", "won freedom for NAME"; "campaigned for NAME's freedom" wants it."""
    if token.lower_ != "freedom" or token.pos_ != "NOUN":
        return None
    whose = _child(token, "poss") or next(
        (o for c in (*token.children, *token.head.children) if c.lower_ == "for" and c.i > token.i for o in c.children if o.dep_ == "pobj"),
        None,
    )  # fmt: skip
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if whose is None or (whose.pos_ == "PRON" and whose.lower_ in ("its", "our", "my")):
        return None
    if verb.lemma_ in _WON:
        return _given("release", token, whose)
    return _given("release", token, whose, "demanded") if verb.lemma_ in _WANTED else None


def _mercy(token: Token) -> Trigger | None:
    """ "refused to ask for a pardon", "his plea for clemency was rejected": clemency that was not had."""
    if token.lemma_ not in _MERCY or token.dep_ not in ("pobj", "dobj"):
        return None
    if any(c.lower_ in ("of", "for") and c.i > token.i for c in token.children):
        return None  # told of those it was for
    asked = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "for" else token.head
    if asked.pos_ == "NOUN" and asked.lemma_ in _ASKING:
        whose = _child(asked, "poss") or (_subject(asked.head) if asked.dep_ == "dobj" else None)
        refused = _refuses(asked.head) or any(c.dep_ == "neg" for c in asked.head.children)
        return _given("pardon", token, whose, "denied" if refused else "demanded") if whose is not None else None
    if asked.pos_ == "VERB" and asked.lemma_ in _ASKS:
        above = asked.head if asked.dep_ == "xcomp" else asked
        whose = _subject(above) or _subject(asked)
        refused = _refuses(above) or any(
            c.dep_ == "neg" or c.lower_ == "never" for v in (asked, above) for c in v.children
        )
        return _given("pardon", token, whose, "denied" if refused else "demanded") if whose is not None else None
    return None


def _refuses(verb: Token) -> bool:
    turned = verb.lemma_ == "turn" and any(c.lower_ == "down" for c in verb.children)
    return turned or verb.lemma_ in _REFUSES or verb.lemma_ in ("deny", "dismiss", "ignore")


def _aboard(token: Token) -> Trigger | None:
    """ "was put on a plane to another country"."""
    if token.lemma_ not in _PUT or token.pos_ != "VERB":
        return None
    on = next((c for c in token.children if c.lower_ in ("on", "onto", "aboard") and c.i > token.i), None)
    craft = _child(on, "pobj") if on is not None else None
    if craft is None or craft.lemma_ not in _VEHICLES:
        return None
    whole = [t for t in token.subtree if t.i > token.i]
    return Trigger("exile", token, "object", False, None, None, of_held=True) if _goes_abroad(whole) else None


def _goes_abroad(words: list[Token]) -> bool:
    return any(
        w.lower_ in ("to", "for", "into") and any(o.ent_type_ == "GPE" or o.lemma_ == "border" for o in w.children)
        for w in words
    )


def _on_condition(token: Token) -> Trigger | None:
    """ "released on condition that they leave the country": sent away with the release."""
    if token.lemma_ not in ("leave", "emigrate", "go") or token.pos_ != "VERB":
        return None
    condition = next((up for up in token.ancestors if up.lemma_ in ("condition", "provided", "proviso")), None)
    if condition is None:
        return None
    offer = next((up for up in condition.ancestors if up.lemma_ == "offer" and up.pos_ == "VERB"), None)
    if offer is not None and any(c.lemma_ in ("freedom", "release", "liberty", "pardon") for c in offer.children):
        return Trigger(
            "exile", offer, "given", False, None, "on condition of leaving", given=_offered(offer), reality="planned"
        )
    freed = next(
        (up for up in condition.ancestors if up.lemma_ in ("release", "free", "pardon") and up.pos_ == "VERB"), None
    )
    if freed is None or not any(
        o.lemma_ in ("country", "homeland", "exile", "abroad") or o.ent_type_ == "GPE" for o in token.subtree
    ):
        return None
    return Trigger("exile", freed, "object", False, None, "on condition of leaving")


def _offered(offer: Token) -> Token | None:
    """Whom freedom was offered to."""
    return _child(offer, "nsubjpass") or _child(offer, "dative") or _subject(offer)


def _stays(token: Token) -> Trigger | None:
    """ "refused to leave the country": somebody held who would not go."""
    if token.pos_ == "VERB" and token.lemma_ == "leave" and token.dep_ == "xcomp" and token.head.lemma_ in _REFUSES:
        goes = _child(token, "dobj")
        away = goes is None or goes.lemma_ in ("country", "homeland") or goes.ent_type_ == "GPE"
        whose = _subject(token.head)
        if away and whose is not None:
            return Trigger(
                "exile", token, "given", False, None, "refused to leave", given=whose, reality="denied", of_held=True
            )
    return None


def _flight(token: Token) -> Trigger | None:
    """ "left the city in 2021 fearing arrest", "left for a neighbouring country in 2022": gone of their own choice."""
    if token.pos_ != "VERB" or token.lemma_ not in ("leave", "depart", "escape"):
        return None
    goal = _child(token, "dobj") or next(
        (o for c in token.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"), None
    )
    if goal is None or goal.pos_ != "PROPN" or goal.ent_type_ in ("PERSON", "DATE") or _subject(token) is None:
        return None
    words = [t for t in goal.doc[goal.i + 1 : min(goal.i + _REACH, goal.sent.end)] if t.lemma_ != "leave"]
    why = any(t.lemma_ in _REASONS for t in words)
    when = any(t.text.isdigit() and len(t.text) == 4 for t in words[:3])
    return Trigger("exile", token, "subject", False, None, "own choice") if why or when else None


def _subject(verb: Token) -> Token | None:
    for up in (verb, *verb.ancestors):
        found = next((c for c in up.children if c.dep_ in _SUBJECTS), None)
        if found is not None or up.dep_ not in ("xcomp", "conj"):
            return found
    return None


def _child(token: Token, dep: str) -> Token | None:
    return next((c for c in token.children if c.dep_ == dep), None)
