"""Reads a passage of Russian prose: the same answer as the English reader gives, by Russian rules."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from habeas.claims.reading.events.bearing import deaths_placed, has_custody
from habeas.claims.reading.events.fold import as_events, folded, with_the_ill
from habeas.claims.reading.model import Reading, ReadPerson
from habeas.claims.reading.russian.dictionary import lemma_of
from habeas.claims.reading.russian.events import RuReader, events_told
from habeas.claims.reading.russian.figures import figures_in
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.names import people_in
from habeas.claims.reading.russian.phrases import phrases_told
from habeas.claims.reading.russian.refer import RuReferents
from habeas.claims.reading.russian.roles import roles_of
from habeas.claims.reading.russian.rumours import taken_back
from habeas.claims.reading.russian.speakers import RuSpeakers
from habeas.claims.reading.russian.words import parse_russian
from habeas.claims.reading.when.impossible_days import impossible_days

if TYPE_CHECKING:
    from habeas.claims.reading.told import Told

READER = "habeas-reading-ru-3+natasha-1.6.0"


def read_russian(text: str, published: date | None, lang: str) -> Reading:
    """People, happenings and figures in a Russian text. Raises InputRefused when the packages of the extra `ru` are missing.

    Descriptions and states of custody are not read; Belarusian is read with the Russian models, and the note says so.
    """
    passage = parse_russian(text)
    people = people_in(passage)
    referents = RuReferents(passage, people)
    reader = RuReader(referents, RuSpeakers(referents), published)
    referents.prefer(frozenset(t.person for t in events_told(reader) if t.person and t.is_member in ("name", "member")))
    told = list(events_told(reader))
    told += phrases_told(reader, told)
    held = has_custody(told)
    told = taken_back(
        passage,
        [
            one
            for one in told
            if (not one.of_held or one.person in held or _is_counted_release(one)) and not _is_retold(one, told)
        ],
    )
    told = folded(
        list(
            deaths_placed(
                told,
                has_custody(told) | referents.recent.called_held(),
                lambda word: lexicon().has("held", lemma_of(word)),
            )
        )
    )
    roles = roles_of(referents, told)
    figures = figures_in(reader, told)
    persons = tuple(ReadPerson(p.name, tuple(p.mentions), *roles[p.name]) for p in people.persons)
    notes = ("read with the models for Russian: expect less than of a Russian text",) if lang == "be" else ()
    return Reading(
        persons,
        with_the_ill(as_events(told), figures, _names_an_illness),
        figures,
        (),
        (),
        (),
        lang,
        READER,
        (*notes, *impossible_days(text)),
    )


def _is_counted_release(one: Told) -> bool:
    """ "Пятеро вышли, четверо умерли"."""
    return one.type == "release" and one.person is None and one.count is not None


def _is_retold(one: Told, told: list[Told]) -> bool:
    """ "освобожден в рамках обмена": the bare noun of what a verb tells of somebody."""
    bare = one.is_bare or (one.type == "exchange" and one.person is None and one.count is None)
    return bare and any(
        other.type == one.type and other is not one and other.span[0] < one.span[1] and one.span[0] < other.span[1]
        for other in told
    )


def _names_an_illness(words: str) -> bool:
    return _ILL.search(words) is not None


#: An illness named outright; not those moved, let out or counted by age because of it.
_ILL = re.compile(
    r"^(?!.*(?:перев[её]л|отпуст|вышл|старше)).*(?:болезн|больны|больных|заболеван|инвалид|здоровь|диабет)",
    re.IGNORECASE | re.DOTALL,
)
