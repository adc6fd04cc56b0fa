"""Reads a passage of English prose: the one way into this stage."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from habeas.claims.reading.appeals import appeals_told
from habeas.claims.reading.bearing import deaths_placed, described_as_held, has_custody
from habeas.claims.reading.dated import Dates
from habeas.claims.reading.deaths_implied import deaths_implied
from habeas.claims.reading.descriptions import descriptions_in
from habeas.claims.reading.details import details_in
from habeas.claims.reading.doubt import without_false_news
from habeas.claims.reading.events import Reader, events_told, told_by_name
from habeas.claims.reading.events_belonging import belonging_told
from habeas.claims.reading.events_called import called_told
from habeas.claims.reading.events_contact import contact_told
from habeas.claims.reading.events_custody import custody_told
from habeas.claims.reading.events_deaths import deaths_told, without_misplaced_ranks
from habeas.claims.reading.events_denials import denials_told
from habeas.claims.reading.events_ellipsis import ellipsis_told
from habeas.claims.reading.events_fragments import fragments_told
from habeas.claims.reading.events_health import health_told, mark_hunger, one_illness_each
from habeas.claims.reading.events_layout import layout_told
from habeas.claims.reading.events_members import members_told
from habeas.claims.reading.events_nominal import nominal_told
from habeas.claims.reading.events_out import ways_out_told
from habeas.claims.reading.events_phrases import phrases_told
from habeas.claims.reading.events_rolls import counted_and_named, rolls_told
from habeas.claims.reading.events_sanctions import sanctions_told
from habeas.claims.reading.events_slogans import slogans_told
from habeas.claims.reading.events_talks import meetings_told
from habeas.claims.reading.events_transfers import mark_cells, transfers_told
from habeas.claims.reading.events_verdicts import verdicts_told
from habeas.claims.reading.events_visits import visits_told
from habeas.claims.reading.figures import figures_in
from habeas.claims.reading.fold import as_events, folded, with_the_ill
from habeas.claims.reading.illness_words import IN_PRISON
from habeas.claims.reading.language import guess_language
from habeas.claims.reading.let_go import without_belied_ends
from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.long_texts import LONGEST, joined, parts_of
from habeas.claims.reading.model import Reading, ReadPerson
from habeas.claims.reading.parser import english, parse
from habeas.claims.reading.parties import Parties
from habeas.claims.reading.people import People, people_in
from habeas.claims.reading.prosecution import prosecution_told
from habeas.claims.reading.refer import Referents
from habeas.claims.reading.roles import roles_of
from habeas.claims.reading.russian.read import read_russian
from habeas.claims.reading.russian.words import is_readable
from habeas.claims.reading.shared_terms import respectively
from habeas.claims.reading.speakers import Speakers
from habeas.claims.reading.states import states_in
from habeas.claims.reading.swaps import as_exchanges, without_retold_swaps
from habeas.claims.reading.told import Told
from habeas.claims.reading.trials_settled import trials_settled
from habeas.claims.reading.verdict_lines import lines_told
from habeas.claims.reading.words_beside import words_beside

#: Changes whenever a rule changes what is read.
READER = "habeas-reading-2"
_BACK = re.compile(
    r"\b(?:returned|sent back|taken back|back) (?:\w+ ){0,2}(?:to|in|into) (?:\w+ ){0,2}(?:prison|jail|custody|detention|cell)",
    re.IGNORECASE,
)
_FREED = ("release", "pardon")
_SENT = re.compile(
    r"\b(?:sent|moved|taken|brought|returned) (?:back )?(?:\w+ ){0,8}(?:to|from (?:\w+ ){0,3}(?=(?:prison|jail|colony|detention|cell|custody|isolator)\b))",
    re.IGNORECASE,
)
_ONLY_OF_HELD = frozenset({"health_condition"})


def read_text(text: str, published: date | None = None, lang: str | None = None) -> Reading:
    """People, happenings, figures, descriptions and states in `text`, each with exact spans.

    `published` None leaves relative dates open and lists them in `undated`. `lang` None guesses the language; anything but English is
    returned unread, with a note saying so. No text makes it fail.
    """
    if len(text) > LONGEST:
        language = lang or guess_language(text)
        return joined([(start, read_text(part, published, language)) for start, part in parts_of(text)])
    language = lang or guess_language(text)
    if language in ("ru", "be") and is_readable():
        return read_russian(text, published, language)
    if language != "en" and (language != "und" or lang):
        return Reading(
            (),
            (),
            (),
            (),
            (),
            (),
            language,
            READER,
            (f"not read: the text is in '{language}', only English is read so far",),
        )
    if not text.strip():
        return Reading((), (), (), (), (), (), language, READER, ("not read: the text is empty",))
    found = _read(text, published)
    return replace(found, events=without_false_news(found.events, text))


def _read(text: str, published: date | None) -> Reading:
    passage = parse(text)
    people = people_in(passage)
    referents = Referents(passage, people)
    speakers = Speakers(Referents(passage, people))
    referents.speaking = speakers.at
    reader = Reader(referents, speakers, Dates(passage, published))
    referents.prefer(told_by_name(reader))
    beside = words_beside(referents)
    told = _told(reader, beside)
    descriptions = descriptions_in(reader, told)
    described = {one.person for one in descriptions if one.reality == "actual"}
    roles = roles_of(referents, told, described, published.year if published else None)
    figures = figures_in(reader, told)
    places = [one.span for one in told] + [figure.span for figure in figures]
    dated = {s.index for s in passage.sentences if any(s.start < end and start < s.end for start, end in places)}
    return Reading(
        _persons(people, roles), with_the_ill(as_events(told), figures), tuple(sorted(figures, key=lambda one: one.span)), descriptions, states_in(reader),
        reader.dates.undated(dated), "en", f"{READER}+{english()[1]}", details=details_in(reader, told),
    )  # fmt: skip


def _told(reader: Reader, beside: dict[str, str]) -> list[Told]:
    told = list(events_told(reader))
    told += nominal_told(reader)
    told += custody_told(reader)
    told += phrases_told(reader, told)
    told += members_told(reader, told)
    told += belonging_told(reader, told)
    told += rolls_told(reader)
    told += counted_and_named(reader, told)
    told += fragments_told(reader, told)
    told += ellipsis_told(reader, told)
    told += denials_told(reader)
    told += lines_told(reader, told)
    told += called_told(reader)
    told += layout_told(reader, told)
    told += ways_out_told(reader)
    told += verdicts_told(reader)
    told += appeals_told(reader, told)
    told += prosecution_told(reader, told)
    respectively(told, reader.referents)
    told += slogans_told(reader, told)
    told += transfers_told(reader, told)
    mark_cells(told)
    told += deaths_told(reader, told)
    told += deaths_implied(reader, told)
    without_misplaced_ranks(told)
    called = described_as_held(beside)
    told += contact_told(reader, has_custody(told) | called)
    called |= {one.person for one in told if one.person and one.type == "disappearance_incommunicado"}
    told += health_told(reader, has_custody(told) | called)
    mark_hunger(told)
    told = one_illness_each(told)
    as_exchanges(told)
    told = without_belied_ends(without_retold_swaps(told))
    held = has_custody(told) | called
    for one in told:
        if one.type == "arrest" and one.person is not None and _is_sent_on(one, told):
            one.type = "transfer"
        if (
            one.type in ("transfer", "arrest")
            and _BACK.search(one.quote)
            and any(o.person == one.person and o.type in _FREED and o.reality == "actual" for o in told)
        ):
            one.type = "rearrest"
    told = [
        one
        for one in deaths_placed(told, held, _is_held_people)
        if not (one.note == "own choice" and one.reality != "actual")
        and not (one.note == "custody state" and one.is_state and one.reality == "planned")
    ]
    bearing = [
        one
        for one in told
        if one.person in held
        or (_is_of_held_group(one) and one.type not in _ONLY_OF_HELD)
        or (not one.of_held and (one.type not in _ONLY_OF_HELD or one.is_group or IN_PRISON.search(one.quote)))
    ]
    return folded(
        [
            *trials_settled(bearing),
            *meetings_told(reader, Parties(reader.referents, beside), held),
            *visits_told(reader, held),
            *sanctions_told(reader),
        ]
    )


def _is_held_people(word: str) -> bool:
    return lexicon().has("held_people", word.rstrip("s").lower())


def _is_of_held_group(one: Told) -> bool:
    """ "put 12 prisoners on a plane": a group whose own words say that they are held."""
    return one.is_group and any(_is_held_people(word) for word in one.words.split())


def _is_sent_on(one: Told, told: list[Told]) -> bool:
    """ "will be sent to a closed prison", said of someone whose custody was told before: moved, not arrested."""
    before = (o for o in told if o.person == one.person and o.span[0] < one.span[0] and o.reality == "actual")
    return bool(_SENT.search(one.quote)) and any(o.type in ("arrest", "sentence", "conviction") for o in before)


def _persons(people: People, roles: dict[str, tuple[str, str]]) -> tuple[ReadPerson, ...]:
    persons = [ReadPerson(one.name, one.mentions, *roles[one.name]) for one in people.persons]
    return tuple(sorted(persons, key=lambda one: one.mentions[0].span))
