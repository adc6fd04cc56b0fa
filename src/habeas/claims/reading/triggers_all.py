"""All that tells of custody in one sentence by its own words, whichever module finds it."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.reading.courts.charge_phrases import charges_told
from habeas.claims.reading.courts.convictions import convictions_told
from habeas.claims.reading.courts.penalty_subjects import penalties_passed
from habeas.claims.reading.courts.penalty_verbs import is_ordered, penalties_told
from habeas.claims.reading.courts.served import served_told
from habeas.claims.reading.courts.to_jail import jailings_misread
from habeas.claims.reading.courts.trials_told import trials_told
from habeas.claims.reading.events.triggers import Trigger, triggers_in
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.ways_out.clemency import clemency_told
from habeas.claims.reading.ways_out.inner_places import leaves_inner_place

_SAME = ("sentence", "arrest", "transfer")


def triggers_of(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger; one that tells of a penalty given by the verb stands for the plainer reading of that verb."""
    penalties = [*penalties_told(sentence)]
    penalties += [one for one in penalties_passed(sentence) if one.token not in {other.token for other in penalties}]
    penalties += served_told(sentence)
    told = {penalty.token for penalty in penalties if penalty.type == "sentence"}
    for trigger in triggers_in(sentence):
        if trigger.type == "release" and leaves_inner_place(trigger.token):
            continue
        if trigger.type not in _SAME or not (trigger.token in told or is_ordered(trigger.token)):
            yield trigger
    yield from penalties
    yield from jailings_misread(sentence)
    yield from convictions_told(sentence)
    yield from charges_told(sentence)
    yield from trials_told(sentence)
    yield from clemency_told(sentence)
