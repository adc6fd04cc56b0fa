"""All that tells of custody in one sentence by its own words, whichever module finds it."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.reading.charge_phrases import charges_told
from habeas.claims.reading.clemency import clemency_told
from habeas.claims.reading.convictions import convictions_told
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.penalty_subjects import penalties_passed
from habeas.claims.reading.penalty_verbs import is_ordered, penalties_told
from habeas.claims.reading.served import served_told
from habeas.claims.reading.trials_told import trials_told
from habeas.claims.reading.triggers import Trigger, triggers_in

_SAME = ("sentence", "arrest", "transfer")


def triggers_of(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger; one that tells of a penalty given by the verb stands for the plainer reading of that verb."""
    penalties = [*penalties_told(sentence)]
    penalties += [one for one in penalties_passed(sentence) if one.token not in {other.token for other in penalties}]
    penalties += served_told(sentence)
    told = {penalty.token for penalty in penalties if penalty.type == "sentence"}
    for trigger in triggers_in(sentence):
        if trigger.type not in _SAME or not (trigger.token in told or is_ordered(trigger.token)):
            yield trigger
    yield from penalties
    yield from convictions_told(sentence)
    yield from charges_told(sentence)
    yield from trials_told(sentence)
    yield from clemency_told(sentence)
