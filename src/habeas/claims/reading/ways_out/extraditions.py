"""Somebody handed to another country: extradited, handed over to its police or service, sent back by force; granted, sought, stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.clause_parts import objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "transfer"
NOTE = "extradition"
_GRANT = frozenset({"approve", "order", "authorise", "authorize", "grant", "allow", "permit", "clear", "green-light", "uphold", "await", "face", "fear", "risk", "fight", "plan", "prepare"})  # fmt: skip
_STOP = frozenset({"block", "reject", "refuse", "halt", "bar", "deny", "stop", "overturn", "suspend", "rule", "dismiss", "prevent", "avoid", "escape", "quash", "decline", "oppose"})  # fmt: skip
_SEEK = frozenset({"seek", "demand", "request", "ask", "want", "urge", "press", "call"})
_SERVICES = frozenset(
    {"police", "military", "army", "service", "kgb", "fsb", "authority", "authorities", "agent", "officer", "intelligence", "security", "government", "regime", "force", "official", "state", "country"}
)  # fmt: skip
_BY_FORCE = frozenset({"forcibly", "forcefully", "illegally", "secretly", "rendered"})


def extradition(noun: Token) -> Trigger | None:
    """ "her extradition to a third country": done unless the verb above grants, seeks or stops it."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() not in ("extradition", "rendition", "refoulement"):
        return None
    if noun.dep_ in ("compound", "amod"):
        return None
    ruling = [up for up in noun.ancestors if up.lemma_ in _STOP | _GRANT | _SEEK]
    verb = next((up for up in ruling if up.lemma_ in _STOP), ruling[0] if ruling else None)
    reality = None
    if verb is not None:
        reality = "denied" if verb.lemma_ in _STOP else "planned" if verb.lemma_ in _GRANT else "demanded"
        if reality != "denied" and any(c.dep_ == "neg" for c in verb.children):
            reality = "denied"
    return Trigger(KIND, noun, "noun", False, None, NOTE, reality=reality)


def handed_over(verb: Token) -> Trigger | None:
    """ "handed her over to the neighbours", "was handed over to the security service", "was forcibly returned to the capital she had fled"."""
    if verb.pos_ != "VERB":
        return None
    goals = objects_of(verb, ("to",)) + [
        o for c in verb.children if c.dep_ in ("prt", "advmod", "prep") for o in objects_of(c, ("to",))
    ]
    abroad = any(_is_a_country(goal) for goal in goals)
    if verb.lemma_ in ("hand", "turn", "give", "deliver", "surrender") and abroad:
        over = verb.lemma_ == "surrender" or any(c.lower_ in ("over", "up") for c in verb.children)
        over = over or (verb.lemma_ in ("hand", "deliver") and any(_is_a_service(goal) for goal in goals))
        return Trigger(KIND, verb, "object", False, None, NOTE) if over else None
    by_force = any(c.lower_ in _BY_FORCE for c in verb.children)
    if verb.lemma_ in ("return", "send", "repatriate", "render") and abroad and by_force and _is_done_to(verb):
        return Trigger(KIND, verb, "object", False, None, NOTE)
    return None


def _is_done_to(verb: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass", "dobj") for c in verb.children) or verb.dep_ == "acl"


def _is_a_country(goal: Token) -> bool:
    """A country, or the police or service of one."""
    return goal.ent_type_ == "GPE" or _is_a_service(goal)


def _is_a_service(goal: Token) -> bool:
    return goal.lemma_.lower() in _SERVICES or any(c.ent_type_ == "NORP" for c in goal.children)
