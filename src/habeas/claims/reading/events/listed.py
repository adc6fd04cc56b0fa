"""What lists, fragments, silence and names for people tell of custody, in the order in which one builds on another."""

from __future__ import annotations

from habeas.claims.reading.events.belonging import belonging_told
from habeas.claims.reading.events.called import called_told
from habeas.claims.reading.events.case_entries import case_entries_told
from habeas.claims.reading.events.denials import denials_told
from habeas.claims.reading.events.ellipsis import ellipsis_told
from habeas.claims.reading.events.fragments import fragments_told
from habeas.claims.reading.events.rolls import counted_and_named, rolls_told
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.told import Told


def told_in_lists(reader: Reader, told: list[Told]) -> list[Told]:
    """Every such telling, given what verbs and nouns tell."""
    more = list(belonging_told(reader, told))
    more += rolls_told(reader)
    more += counted_and_named(reader, [*told, *more])
    more += fragments_told(reader, [*told, *more])
    more += case_entries_told(reader, [*told, *more])
    more += ellipsis_told(reader, [*told, *more])
    more += denials_told(reader)
    more += called_told(reader)
    return more
