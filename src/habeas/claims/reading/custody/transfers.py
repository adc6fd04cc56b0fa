"""People in custody moved: from one prison to another, into a punishment cell or a stricter section, to a hospital or to house arrest, handed to another country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.custody.custody_places import is_clinic, is_custody_place, is_punishment_cell
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.text.clause_parts import words_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.told import Told
from habeas.claims.reading.ways_out.extraditions import extradition, handed_over
from habeas.claims.reading.ways_out.swaps import is_swapping, names_a_swap
from habeas.claims.reading.when.terms import term_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.parser import Sentence

KIND = "transfer"
#: Verbs that move somebody, told of anybody whose way ends in a place of custody.
_MOVE = frozenset({"move", "transfer", "relocate", "shift", "reassign", "convoy", "transport"})
#: Verbs that also tell of an arrest: a transfer only of one who came from a place of custody, or was known to be held before.
_TAKE = frozenset({"take", "send", "drive", "bring", "carry", "fly", "ship", "escort", "deliver", "return", "whisk", "haul", "bus", "dispatch", "march"})  # fmt: skip
_SHUT = frozenset({"give", "put", "place", "throw", "lock", "confine", "send", "toss", "transfer", "move", "consign"})
_TO = ("to", "into", "in", "inside", "back", "toward", "towards")
_PASSIVE = ("nsubjpass", "auxpass")
_REACH = 9
_COURT = frozenset(
    {"court", "courtroom", "courthouse", "hearing", "trial", "tribunal", "session", "questioning", "interrogation"}
)
#: Where somebody driven from a prison is on the way out of it, or of the country.
_WAY_OUT = frozenset({"airport", "border", "frontier", "home", "plane", "aircraft"})
_TURNED_DOWN = frozenset({"reject", "refuse", "deny", "turn", "dismiss", "decline", "ignore", "throw"})
_CLAUSES = ("conj", "advcl", "ccomp", "xcomp", "ROOT", "relcl", "dep")
_ON_TRANSPORT = re.compile(
    r"\bon(?:to)? (?:a|the|another) (?:prison(?:er)?s?['’]? )(?:transport|train|van|convoy|wagon)\b", re.IGNORECASE
)
_PUNISHED = re.compile(
    r"\b(?:punishment|disciplinary|cell-type|isolation) (?:cell|block|room|unit)|\b(?:shizo|e?pkt)\b", re.IGNORECASE
)
_BACK = re.compile(
    r"\b(?:returned to|(?:sent|brought|taken|moved|driven) back|back (?:to|in) (?:the|his|her|their))\b", re.IGNORECASE
)
_GUARDED = frozenset({"guard", "handcuffs", "shackles", "ambulance"})


def transfers_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling, in the order of the text. `told` says who is known to be held, and from where in the text on."""
    has_swap = any(names_a_swap(t) or is_swapping(t) for s in reader.referents.passage.sentences for t in s.tokens)
    since = _held_since(told)
    out = {
        one.person for one in told if one.type in ("release", "exchange", "exile", "pardon") and one.reality == "actual"
    }
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            trigger, is_before = _moved(token), False
            if trigger is None:
                trigger = _taken(token)
                is_before = trigger is not None
            if trigger is None and token.tag_ == "VBN" and (trigger := _to_town(token)) is not None:
                yield from (
                    one
                    for one in _tellings(reader, sentence, trigger)
                    if one.person not in out and one.person in since and _is_known(one, since)
                )
                continue
            trigger = trigger or _kept(token) or extradition(token) or (None if has_swap else handed_over(token))
            if trigger is not None:
                yield from (
                    one for one in _tellings(reader, sentence, trigger) if not is_before or _is_known(one, since)
                )


def mark_cells(told: list[Told]) -> None:
    """Being put in a punishment cell, or brought back, is another happening than a move between prisons."""
    for one in told:
        if one.type == KIND and _PUNISHED.search(one.quote):
            one.deed = "cell"
        elif one.type == KIND and _BACK.search(one.quote):
            one.deed = "back"


def _tellings(reader: Reader, sentence: Sentence, trigger: Trigger) -> Iterator[Told]:
    for one in telling_of(reader, sentence, trigger):
        one.reality = trigger.reality or _of_request(trigger) or one.reality
        if one.person is not None or not trigger.of_held:
            yield one
        elif any(lexicon().has("held_people", word.rstrip("s").lower()) for word in one.words.split()):
            one.of_held = False
            yield one


def _held_since(told: list[Told]) -> dict[str, int]:
    """Where in the text somebody is first told to be in custody."""
    since: dict[str, int] = {}
    for one in told:
        if one.person is not None and one.reality == "actual" and not one.of_held and one.type != "charge":
            since[one.person] = min(one.span[0], since.get(one.person, one.span[0]))
    return since


def _is_known(one: Told, since: dict[str, int]) -> bool:
    """Told to be held before these words, so that being taken to a prison is no arrest; or taken from one."""
    if one.reality == "planned":
        return False  # "is expected to be taken to prison": of somebody sentenced, still at liberty
    return one.person is None or since.get(one.person, one.span[1]) < one.span[0]


def _moved(verb: Token) -> Trigger | None:
    """ "was moved to Prison No. 4", "placed her in a punishment cell", "taken from the prison to a police station"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _MOVE | _TAKE | _SHUT or _is_going_by_itself(verb):
        return None
    trigger = Trigger(KIND, verb, "object", False, None, None, given=_whose_request(verb))
    goals, sources = _places(verb, _TO), _places(verb, ("from", "of"))
    if any(g.lemma_ in _WAY_OUT for g in goals):
        return None
    if verb.lemma_ in _SHUT and any(map(is_punishment_cell, goals)):
        return trigger
    if verb.lemma_ in _MOVE | {"return"} and any(map(is_custody_place, (*goals, *sources))):
        return trigger
    if (
        verb.lemma_ in _TAKE
        and any(map(is_custody_place, sources))
        and goals
        and not any(g.lemma_.lower() in _COURT for g in goals)
    ):
        return trigger
    if verb.lemma_ in _TAKE and any(
        is_clinic(g) and any(c.lemma_ in ("prison", "jail", "colony") for c in g.children) for g in goals
    ):
        return trigger  # "was carried to the prison hospital"
    if verb.lemma_ in _MOVE and (
        any(_is_other_ward(g) or _is_unknown(g) for g in goals) or _is_house_arrest(goals) or _is_closer(verb)
    ):
        return replace(trigger, of_held=True)
    if verb.lemma_ in _MOVE and any(g.ent_type_ in ("GPE", "FAC", "LOC", "ORG", "PERSON") for g in goals):
        return replace(trigger, of_held=True)
    return None


def _taken(verb: Token) -> Trigger | None:
    """ "was driven to a security office", "put on a prison transport", "taken away in an ambulance": of somebody held before."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _TAKE | _SHUT or _is_going_by_itself(verb):
        return None
    if term_in(words_of(verb)) is not None:
        return None  # "sent to prison for five years" is a sentence
    goals = _places(verb, _TO)
    is_back = any(c.lower_ == "back" for c in verb.children)
    to_custody = verb.lemma_ in _TAKE and any(
        is_custody_place(g) and not is_clinic(g) and not (is_back and g.lemma_ == "cell") for g in goals
    )
    under_guard = any(t.lower_ in _GUARDED for t in verb.subtree)
    on_board = bool(_ON_TRANSPORT.search(words_of(verb)))
    to_nowhere = verb.lemma_ in _TAKE and any(_is_unknown(g) for g in goals)
    to_clinic = under_guard and any(map(is_clinic, goals))
    away = any(c.lower_ == "away" for c in verb.children) and under_guard
    to_clinic = to_clinic or any(
        is_clinic(g) and any(c.lemma_ in ("prison", "jail") for c in g.children) for g in goals
    )
    if to_custody or on_board or to_nowhere or to_clinic or away:
        return Trigger(KIND, verb, "object", False, None, None, of_held=True)
    return None


def _to_town(verb: Token) -> Trigger | None:
    """ "had since been taken to Wolgar", "was sent to Orsk": a town alone, told of somebody held before and not let out."""
    if verb.lemma_ not in ("take", "send", "bring", "return") or not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    goals = [o for c in verb.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj"]
    return (
        Trigger(KIND, verb, "object", False, None, None, of_held=True)
        if any(o.ent_type_ == "GPE" for o in goals)
        else None
    )


def _kept(verb: Token) -> Trigger | None:
    """ "has spent 104 days in punishment cells", "is in a punishment cell": put there, said by the stay."""
    if verb.lemma_ not in ("spend", "be", "remain", "serve", "hold", "keep") or verb.dep_ in ("aux", "auxpass"):
        return None
    places = [o for c in verb.subtree if c.dep_ == "prep" and c.lower_ == "in" and c.i > verb.i for o in c.children]
    near = [p for p in places if p.dep_ == "pobj" and p.i - verb.i < _REACH and is_punishment_cell(p)]
    patient = "object" if verb.lemma_ in ("hold", "keep") else "subject"
    is_alone = any(t.lower_ == "alone" for t in verb.subtree)  # cut off rather than moved
    return Trigger(KIND, verb, patient, False, None, None) if near and not is_alone else None


def _whose_request(verb: Token) -> Token | None:
    """ "her request to be moved", "an application by NAME to be placed under house arrest": who asks."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.lemma_ not in (
        "request",
        "application",
        "appeal",
        "petition",
        "plea",
        "demand",
        "bid",
    ):
        return None
    by = next((o for c in noun.children if c.lower_ in ("by", "from") for o in c.children if o.dep_ == "pobj"), None)
    return next((c for c in noun.children if c.dep_ == "poss"), by)


def _of_request(trigger: Trigger) -> str | None:
    """A request to be moved: asked for, or refused."""
    if trigger.given is None or trigger.token.dep_ != "acl":
        return None
    above = next((up for up in trigger.token.head.ancestors if up.pos_ == "VERB"), None)
    return "denied" if above is not None and above.lemma_ in _TURNED_DOWN else "demanded"


def _places(verb: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """What follows the prepositions of the verb, or those that hang on one another ("from the prison to a station")."""
    found: list[Token] = []
    states = [c for child in verb.children if child.dep_ in ("acomp", "oprd") for c in child.children]
    for child in (*verb.children, *states):  # "was carried unconscious to the prison hospital"
        if child.dep_ not in ("prep", "advmod", "dative", "prt") or child.i < verb.i:
            continue
        for one in (child, *(c for c in child.subtree if c.dep_ == "prep")):
            if one.lower_ in prepositions:
                found += [
                    o
                    for o in one.children
                    if o.dep_ == "pobj" and o.ent_type_ not in ("DATE", "TIME") and o.lemma_ != "morning"
                ]
    return found


def _is_going_by_itself(verb: Token) -> bool:
    """ "moved to Berlin", "the office moved": nobody is moved."""
    if any(c.dep_ in _PASSIVE for c in verb.children) or verb.dep_ in ("acl", "oprd"):
        return False
    has_object = any(c.dep_ == "dobj" for c in verb.children)
    is_shared = verb.dep_ == "conj" and any(
        c.dep_ in _PASSIVE for c in verb.head.children
    )  # "was put on a train and carried"
    return not has_object and not is_shared and not (verb.tag_ == "VBN" and verb.dep_ in _CLAUSES)


def _is_house_arrest(goals: list[Token]) -> bool:
    return any(g.lemma_ == "arrest" and any(c.lemma_ in ("house", "home") for c in g.children) for g in goals)


def _is_closer(verb: Token) -> bool:
    """ "to be moved closer to her family"."""
    return any(c.lower_ in ("closer", "nearer") for c in verb.children)


def _is_other_ward(goal: Token) -> bool:
    """A hospital, a camp, a medical unit: where people held are moved to, and others go too."""
    return is_clinic(goal) or goal.lemma_.lower() in ("camp", "ward", "unit", "section", "village")


def _is_unknown(goal: Token) -> bool:
    near = {t.lower_ for t in goal.subtree}
    return goal.lemma_ in ("location", "place", "destination", "site", "direction") and bool(
        near & {"unknown", "undisclosed", "unspecified", "secret", "unidentified"}
    )
