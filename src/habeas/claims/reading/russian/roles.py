"""What each person is in a Russian text: from what befell them, then from the words beside their name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import lexicon

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.told import Told

_HELD = frozenset(
    {"arrest", "sentence", "conviction", "new_charge", "rearrest", "transfer", "disappearance_incommunicado"}
)
_OUT = frozenset({"release", "pardon", "exchange", "death_after_release"})
_ORDER = ("diplomat", "official", "politician", "journalist", "activist", "relative")
_BESIDE = 70


def roles_of(referents: RuReferents, told: list[Told]) -> dict[str, tuple[str, str]]:
    """Person -> (role, the rule that gave it)."""
    ruling = _pardoning(referents)
    return {
        p.name: _role([t for t in told if t.person == p.name], _beside(referents, p.name), p.name in ruling)
        for p in referents.people.persons
    }


def _beside(referents: RuReferents, name: str) -> list[str]:
    """Lemmas of the nouns that stand with the person: before the name, or in an apposition after it."""
    out: list[str] = []
    for sentence in referents.passage.sentences:
        for word in sentence.words:
            person = referents.people.at(word.span)
            if person is None or person.name != name:
                continue
            above = word.head
            if (
                above is not None
                and word.rel in ("appos", "flat:name", "flat", "nmod")
                and referents.people.at(above.span) is None
                and above.pos != "VERB"
            ):
                out += [above.lemma, *(c.lemma for c in above.children if c.rel in ("amod", "appos"))]
            out += [c.lemma for c in word.children if c.rel == "appos" and referents.people.at(c.span) is None]
    return out


def _pardoning(referents: RuReferents) -> set[str]:
    """Who pardons: the head of state."""
    found = set()
    for sentence in referents.passage.sentences:
        for word in sentence.words:
            if word.lemma in ("помиловать", "амнистировать"):
                subject = next((c for c in word.children if c.rel == "nsubj"), None)
                found |= set(referents.who(sentence, subject).persons) if subject is not None else set()
    return found


def _role(told: list[Told], beside: list[str], pardons: bool) -> tuple[str, str]:
    actual = [one for one in told if one.reality == "actual"]
    held = [one for one in actual if one.type in _HELD and "заочно" not in one.quote]
    out = [one for one in actual if one.type in _OUT or (one.type == "exile" and held)]
    if any(one.type == "death_in_custody" for one in actual):
        return "prisoner", "role.died"
    if out and not any(one.type == "rearrest" for one in actual):
        return "former_prisoner", "role.out"
    if "бывший" in beside and any(lexicon().has("held", lemma) for lemma in beside):
        return "former_prisoner", "role.former"
    if any(re.match(r"экс-?(?:полит)?(?:заключ|узник)", lemma) for lemma in beside):
        return "former_prisoner", "role.former"
    if held or any(lexicon().has("held", lemma) for lemma in beside):
        return "prisoner", "role.held"
    if any(one.type in (*_OUT, "sentence") and one.reality != "actual" for one in told):
        return "prisoner", "role.to be freed"
    if pardons:
        return "official", "role.pardons"
    for role in _ORDER:
        cue = next((cue for cue in lexicon().roles[role] if cue in beside), None)
        if cue:
            return role, f"role.{cue}"
    return "other", "role.none"
