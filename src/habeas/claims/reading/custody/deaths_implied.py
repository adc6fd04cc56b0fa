"""Deaths of people in custody told by what follows them: "her death was announced", "his body was returned", "was buried"; and executions to come or called off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVEN_BACK = frozenset({"return", "hand", "release", "give", "deliver", "bring", "bury", "cremate", "find"})
_FEARED = frozenset(
    {"fear", "risk", "face", "await", "danger", "threat", "imminent", "threaten", "avert", "pending", "possible"}
)
_STOPPED = frozenset({"halt", "stay", "stop", "suspend", "block", "overturn", "prevent", "postpone", "delay", "cancel"})


def deaths_implied(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Such a telling of everyone held of whom no death is told otherwise."""
    dead = {one.person for one in told if one.type.startswith("death") and one.reality == "actual"}
    done: set[str | None] = set()
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            trigger = _trigger(token)
            if trigger is None:
                continue
            for one in _tellings(reader, sentence, trigger):
                if one.person is not None and one.person not in dead | done:
                    done.add(one.person)
                    yield one


def _tellings(reader: Reader, sentence: Sentence, trigger: Trigger) -> Iterator[Told]:
    for one in telling_of(reader, sentence, trigger):
        one.reality = trigger.reality or one.reality
        yield one


def _trigger(token: Token) -> Trigger | None:
    if (
        token.pos_ == "VERB"
        and token.lemma_ in ("bury", "cremate")
        and any(c.dep_ == "nsubjpass" for c in token.children)
    ):
        return Trigger("death", token, "object", False, None, None)
    if token.pos_ != "NOUN":
        return None
    whose = next((c for c in token.children if c.dep_ == "poss"), None)
    lemma = token.lemma_.lower()
    if lemma == "death" and whose is None:
        whose = _of_whom(token)
    if lemma == "death" and whose is not None:
        return Trigger("death", token, "given", False, None, None, given=whose)
    if (
        lemma in ("body", "remains", "corpse", "funeral", "burial")
        and whose is not None
        and _is_of_the_dead(token, lemma)
    ):
        return Trigger("death", token.head, "given", False, None, None, given=whose)
    return _execution(token, whose) if lemma == "execution" else None


def _of_whom(death: Token) -> Token | None:
    """ "the death of NAME", "the death in May of NAME": a name, not "the death of dozens"."""
    if not any(c.lower_ in ("the", "this") for c in death.children):
        return None
    near = [t for t in death.doc[death.i + 1 : min(death.i + 5, death.sent.end)] if t.lower_ == "of"]
    found = next((o for of in near for o in of.children if o.dep_ == "pobj"), None)
    return found if found is not None and found.ent_type_ == "PERSON" else None


def _is_of_the_dead(noun: Token, lemma: str) -> bool:
    """ "her body was returned to the family", "his funeral was held"; not "attended her father's funeral", which is a relative's."""
    if lemma in ("funeral", "burial"):
        return noun.dep_ in ("nsubj", "nsubjpass")
    return noun.dep_ in ("nsubjpass", "dobj") and noun.head.lemma_ in _GIVEN_BACK


def _execution(noun: Token, whose: Token | None) -> Trigger | None:
    """ "faces execution", "her execution was halted"."""
    ups = [up for up in noun.ancestors if up.lemma_.lower() in _FEARED | _STOPPED]
    beside = {c.lemma_.lower() for c in noun.children}
    reality = "denied" if any(up.lemma_ in _STOPPED for up in ups) else "planned" if ups or beside & _FEARED else None
    if whose is not None:
        return Trigger("death", noun, "given", False, None, None, given=whose, reality=reality)
    if reality == "planned" and ups:
        verb = next((up for up in (ups[0], *ups[0].ancestors) if up.pos_ in ("VERB", "AUX")), None)
        if verb is not None:
            return Trigger("death", verb, "subject", False, None, None, reality="planned")
    at_risk = next((up for up in noun.ancestors if up.lemma_ == "risk"), None)
    verb = at_risk.head.head if at_risk is not None and at_risk.dep_ == "pobj" else None
    return Trigger("death", verb, "subject", False, None, None, reality="planned") if verb is not None else None
