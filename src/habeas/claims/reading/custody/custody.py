"""Arrests, ways out and ways abroad told by turns of phrase rather than by one verb of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.reading.custody.seized import seizures
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.told import Told
from habeas.claims.reading.ways_out.abroad import swaps_in, ways_abroad
from habeas.claims.reading.ways_out.amnesty_talk import amnesty_talk
from habeas.claims.reading.ways_out.let_go import prisons_named, ways_let_go
from habeas.claims.reading.ways_out.nationality import citizenship_taken

#: How many characters after a sentence may take back what it implies.
_NEXT = 200


def custody_told(reader: Reader) -> Iterator[Told]:
    """Every such telling, in the order of the text."""
    passage = reader.referents.passage
    prisons = prisons_named(passage.shadow)
    has_swap = any(swaps_in(sentence) for sentence in passage.sentences)
    before = ""
    for sentence in passage.sentences:
        for trigger in (
            *seizures(sentence), *ways_let_go(sentence, prisons, passage.shadow[sentence.end : sentence.end + _NEXT]), *ways_abroad(sentence, before, has_swap), *citizenship_taken(sentence), *amnesty_talk(sentence)
        ):  # fmt: skip
            yield from telling_of(reader, sentence, trigger)
        before = passage.shadow[sentence.start : sentence.end]
