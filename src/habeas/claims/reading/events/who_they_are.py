"""Words that say who people are, or what holds for people at large, where nothing is told to have befallen a group: "exiled lawyers", "people who fled"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.events.triggers import Trigger
    from habeas.claims.reading.whom.groups import Group

_ASIDE = ("acl", "relcl")
_JAILED = frozenset({"jail", "imprison", "hold", "incarcerate", "intern"})
_HELD_TO_BE = frozenset({"consider", "deem", "regard", "view", "believe", "call", "describe"})
_POINTS_BACK = frozenset({"since", "when", "before", "until", "while"})
_OWN = frozenset({"exile", "disappearance_incommunicado"})
_ENVOYS = frozenset({"diplomat", "envoy", "ambassador", "attaché", "attache", "consul", "spy"})
_LAWS = frozenset(
    {
        "law",
        "article",
        "code",
        "decree",
        "act",
        "bill",
        "rule",
        "section",
        "legislation",
        "provision",
        "statute",
        "amendment",
    }
)
_WAYS_OUT = frozenset({"release", "pardon", "exile"})


def says_who_they_are(trigger: Trigger, group: Group, head: Token | None) -> bool:
    """Whether the trigger only describes the group, points back at what befell it, or speaks of people at large."""
    verb = trigger.token
    if trigger.type == "exile" and group.head.lemma_.lower() in _ENVOYS:
        return True  # "expelled two diplomats"
    return (
        _is_epithet(verb, trigger, group)
        or _is_relative(verb, trigger, group)
        or _is_state(verb, trigger)
        or _points_back(verb, head)
        or _is_general(verb)
    )


def _is_epithet(verb: Token, trigger: Trigger, group: Group) -> bool:
    """ "exiled lawyers": a word before the noun."""
    return verb.dep_ == "amod" and trigger.type in _WAYS_OUT and group.count is None


def _is_relative(verb: Token, trigger: Trigger, group: Group) -> bool:
    """ "former guards who fled the country", "lawyers sentenced since 2016", "every person freed", "all seven who were convicted"."""
    if verb.dep_ not in _ASIDE or group.is_vague:
        return False
    words = group.words.lower().split()
    if (
        group.count is not None
        and verb.dep_ == "relcl"
        and trigger.type in ("exile", "arrest")
        and _is_told_before(verb)
    ):
        return True
    if group.count is not None:
        return words[:1] == ["all"] and verb.dep_ == "relcl"
    if words[:1] == ["every"] or (verb.tag_ == "VBN" and any(c.lower_ == "are" for c in verb.children)):
        return trigger.type in _WAYS_OUT
    if trigger.type == "sentence":
        return verb.dep_ == "acl" and trigger.term is None and group.head.tag_ == "NNS"
    return trigger.type in _OWN and verb.dep_ == "relcl" and group.head.tag_ == "NNS"


def _is_told_before(verb: Token) -> bool:
    """ "12 migrants who had been deported": before what the sentence tells, on no day."""
    return any(c.lower_ == "had" for c in verb.children) and not any(t.ent_type_ == "DATE" for t in verb.subtree)


def _is_state(verb: Token, trigger: Trigger) -> bool:
    """ "of whom two are still detained", "four citizens jailed in the country", "111 were serving terms", "whom they considered detained"."""
    if trigger.type == "sentence":
        return verb.lemma_ == "serve" and verb.tag_ in ("VBG", "VBP") and (trigger.term is None or verb.dep_ == "relcl")
    if trigger.type != "arrest":
        return False
    if verb.head.lemma_ in _HELD_TO_BE and verb.dep_ in ("xcomp", "ccomp", "oprd"):
        return True
    words = {c.lower_ for c in verb.children}
    if words & {"still", "currently", "now"} and words & {"are", "remain", "is"}:
        return True
    is_dated = any(t.ent_type_ == "DATE" for t in verb.subtree)
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in _JAILED and not is_dated


def _points_back(verb: Token, head: Token | None) -> bool:
    """ "have died since they were freed": told of before."""
    if head is None or head.lower_ != "they" or verb.dep_ != "advcl":
        return False
    return any(c.lower_ in _POINTS_BACK and c.dep_ in ("mark", "advmod") for c in verb.children)


def _is_general(verb: Token) -> bool:
    """ "No state may banish its own citizens", "the law allows people to be jailed for a post"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    is_nobody = subject is not None and (
        subject.lower_ in ("nobody", "none") or any(c.lower_ == "no" and c.dep_ == "det" for c in subject.children)
    )
    if verb.head.lemma_ in ("allow", "permit", "enable", "empower", "provide") and verb.dep_ in ("xcomp", "ccomp"):
        return any(c.lemma_.lower() in _LAWS for c in verb.head.children if c.dep_ == "nsubj")
    return is_nobody and any(c.tag_ == "MD" and c.lower_ in ("may", "can", "should", "must") for c in verb.children)
