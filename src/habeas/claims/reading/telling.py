"""What a text tells to have befallen people: every detector in its order, then the looks that settle one telling by the others.

The order matters where a detector is given what was told before it: those that read grammar come first, those that read layout and
what is left unsaid after them.
"""

from __future__ import annotations

import re

from habeas.claims.reading.courts.appeals import appeals_told
from habeas.claims.reading.courts.carried import carried_told
from habeas.claims.reading.courts.charge_lines import charge_lines_told
from habeas.claims.reading.courts.prosecution import prosecution_told
from habeas.claims.reading.courts.sequels import sequels_told
from habeas.claims.reading.courts.shared_terms import respectively
from habeas.claims.reading.courts.trials_settled import trials_settled
from habeas.claims.reading.courts.verdict_lines import lines_told
from habeas.claims.reading.courts.verdicts import verdicts_told
from habeas.claims.reading.custody.contact import contact_told
from habeas.claims.reading.custody.custody import custody_told
from habeas.claims.reading.custody.deaths import deaths_told, without_misplaced_ranks
from habeas.claims.reading.custody.deaths_implied import deaths_implied
from habeas.claims.reading.custody.health import health_told, mark_hunger, one_illness_each
from habeas.claims.reading.custody.illness_words import IN_PRISON
from habeas.claims.reading.custody.named_prisons import died_at_prison
from habeas.claims.reading.custody.transfers import mark_cells, transfers_told
from habeas.claims.reading.custody.visits import visits_told
from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.diplomacy.sanctions import sanctions_told
from habeas.claims.reading.diplomacy.talks import meetings_told
from habeas.claims.reading.events.bearing import deaths_placed, described_as_held, has_custody
from habeas.claims.reading.events.called import called_told
from habeas.claims.reading.events.fold import folded
from habeas.claims.reading.events.layout import layout_told
from habeas.claims.reading.events.listed import told_in_lists
from habeas.claims.reading.events.members import members_told
from habeas.claims.reading.events.named_sets import named_sets_told
from habeas.claims.reading.events.nominal import nominal_told
from habeas.claims.reading.events.numbered import numbered_told
from habeas.claims.reading.events.phrases import phrases_told
from habeas.claims.reading.events.picked_out import picked_out_told
from habeas.claims.reading.events.questions import without_questions
from habeas.claims.reading.events.settled import settled
from habeas.claims.reading.events.slogans import slogans_told
from habeas.claims.reading.events.told_in_set_words import set_words_told
from habeas.claims.reading.events.unnumbered import unnumbered_told
from habeas.claims.reading.events.voters import Reader, events_told
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.told import Told
from habeas.claims.reading.ways_out.arrivals import arrivals_told
from habeas.claims.reading.ways_out.let_go import without_belied_ends
from habeas.claims.reading.ways_out.swaps import as_exchanges, without_retold_swaps
from habeas.claims.reading.ways_out.told_out import ways_out_told

_BACK = re.compile(
    r"\b(?:returned|sent back|taken back|back) (?:\w+ ){0,2}(?:to|in|into) (?:\w+ ){0,2}(?:prison|jail|custody|detention|cell)",
    re.IGNORECASE,
)
_FREED = ("release", "pardon")
_SENT = re.compile(
    r"\b(?:sent|moved|taken|brought|returned) (?:back )?(?:\w+ ){0,8}(?:to|from (?:\w+ ){0,3}(?=(?:prison|jail|colony|detention|cell|custody|isolator)\b))",
    re.IGNORECASE,
)
_SERVING = re.compile(r"\b(?:serving|serves|is (?:now )?in the \w+ year of)\b", re.IGNORECASE)
_NEW_CASE = re.compile(r"\b(?:in|over|under) (?:a|another) (?:new|second|separate|fresh|different|further) (?:criminal )?case\b", re.IGNORECASE)  # fmt: skip
_FREE_SINCE = re.compile(r"\bhad been (?:free|at liberty|out) since\b", re.IGNORECASE)
_SOON = 350
_HOUSE_ARREST = re.compile(r"\b(?:placed|put|moved|transferred) (?:\w+ ){0,2}under house arrest\b", re.IGNORECASE)
_OUT_OF_ONE = re.compile(
    r"\b(?:taken|driven|led|brought|moved) (?:out of|from) (?:[\w']+ ){0,4}(?:prison|jail|colony|detention|cell|isolator)\b",
    re.IGNORECASE,
)
_ONLY_OF_HELD = frozenset({"health_condition"})


def told_in(reader: Reader, beside: dict[str, str]) -> list[Told]:
    """Every telling once, in the order of the text. `beside` are the words that stand next to each person's name."""
    told = _of_custody(reader)
    _of_courts(reader, told)
    called = described_as_held(beside)
    told = _of_what_follows(reader, told, called, beside)
    held = has_custody(told) | called
    _renamed(told)
    parties = Parties(reader.referents, beside)
    return folded(
        [
            *settled(trials_settled(without_questions(_bearing(reader, told, held), reader.referents.passage))),
            *_met(reader, parties, held),
            *sanctions_told(reader),
        ]
    )


def _met(reader: Reader, parties: Parties, held: set[str]) -> list[Told]:
    """Talks and visits; an envoy's visit to somebody held is told once."""
    talks = list(meetings_told(reader, parties, held))
    visits = visits_told(reader, parties, held)
    return talks + [
        one
        for one in visits
        if not any(o.person == one.person and o.span[0] < one.span[1] and one.span[0] < o.span[1] for o in talks)
    ]


def _of_custody(reader: Reader) -> list[Told]:
    """Who was seized, held, let out, swapped or sent abroad."""
    told = list(events_told(reader))
    told += nominal_told(reader)
    told += custody_told(reader)
    told += phrases_told(reader, told)
    told += members_told(reader, told)
    told += picked_out_told(reader, told)
    told += told_in_lists(reader, told)
    told += lines_told(reader, told)
    told += called_told(reader)
    told += layout_told(reader, told)
    told += ways_out_told(reader)
    told += set_words_told(reader, told)
    told += numbered_told(reader, told)
    told += unnumbered_told(reader, told)
    return told


def _of_courts(reader: Reader, told: list[Told]) -> None:
    told += verdicts_told(reader)
    told += appeals_told(reader, told)
    told += prosecution_told(reader, told)
    told += charge_lines_told(reader, told)
    told += list(carried_told(reader, told))
    told += list(named_sets_told(reader, told))
    told += list(sequels_told(reader, told))
    respectively(told, reader.referents)


def _of_what_follows(reader: Reader, told: list[Told], called: set[str], beside: dict[str, str]) -> list[Told]:
    """Slogans, moves, deaths, lost contact, illness; swaps told as releases named as what they are.

    `called` are those the text calls held; whoever is cut off from the outside joins them.
    """
    told += slogans_told(reader, told)
    told += transfers_told(reader, told)
    mark_cells(told)
    told += deaths_told(reader, told)
    told += deaths_implied(reader, told)
    without_misplaced_ranks(told)
    told += contact_told(reader, has_custody(told) | called)
    told += list(named_sets_told(reader, told, ("disappearance_incommunicado",)))
    called |= {one.person for one in told if one.person and one.type == "disappearance_incommunicado"}
    told += health_told(reader, has_custody(told) | called)
    mark_hunger(told)
    told = one_illness_each(told)
    as_exchanges(told)
    told += arrivals_told(reader, told, beside)
    return without_belied_ends(without_retold_swaps(told))


def _renamed(told: list[Told]) -> None:
    """Arrests of people held already are transfers; a way back to prison after a release is a rearrest."""
    for one in told:
        if (
            one.type == "arrest"
            and one.person is not None
            and (_is_sent_on(one, told) or _OUT_OF_ONE.search(one.quote))
        ):
            one.type = "transfer"
        if (
            one.type == "arrest"
            and one.person is not None
            and any(
                o.person == one.person
                and o.type == "release"
                and _FREE_SINCE.search(o.quote)
                and 0 <= o.span[0] - one.span[0] < _SOON
                for o in told
            )
        ):
            one.type = "rearrest"  # "ordered that NAME, who had been free since May, be taken into custody"
        if one.type == "charge" and one.person is not None and _is_on_top(one, told):
            one.type = "new_charge"
        if (
            one.type in ("transfer", "arrest")
            and _BACK.search(one.quote)
            and any(o.person == one.person and o.type in _FREED and o.reality == "actual" for o in told)
        ):
            one.type, one.deed = "rearrest", ""


def _is_on_top(one: Told, told: list[Told]) -> bool:
    """A charge of somebody told right before to be serving a term, or in "a new case" of somebody tried before."""
    terms = [
        o for o in told if o.person == one.person and o.type in ("sentence", "conviction") and o.reality == "actual"
    ]
    served = any(
        o.span[0] < one.span[0] and one.span[0] - o.span[1] < _SOON and _SERVING.search(o.quote) for o in terms
    )
    return served or (bool(terms) and bool(_NEW_CASE.search(one.quote)))


def _bearing(reader: Reader, told: list[Told], held: set[str]) -> list[Told]:
    """Those that bear on custody: of people held, or of a kind that tells of custody itself."""
    placed = [
        one
        for one in deaths_placed(told, held, _is_held_people, died_at_prison(reader.referents.passage.shadow))
        if not (one.note == "own choice" and one.reality != "actual")
        and not (one.note == "custody state" and one.is_state and one.reality == "planned")
    ]
    return [
        one
        for one in placed
        if one.person in held
        or (_is_of_held_group(one) and one.type not in _ONLY_OF_HELD)
        or (not one.of_held and (one.type not in _ONLY_OF_HELD or one.is_group or IN_PRISON.search(one.quote)))
    ]


def _is_held_people(word: str) -> bool:
    return lexicon().has("held_people", word.rstrip("s").lower())


def _is_of_held_group(one: Told) -> bool:
    """ "put 12 prisoners on a plane": a group whose own words say that they are held."""
    return one.is_group and any(_is_held_people(word) for word in one.words.split())


def _is_sent_on(one: Told, told: list[Told]) -> bool:
    """ "will be sent to a closed prison", said of someone whose custody was told before: moved, not arrested."""
    before = (o for o in told if o.person == one.person and o.span[0] < one.span[0] and o.reality == "actual")
    return bool(_SENT.search(one.quote) or _HOUSE_ARREST.search(one.quote)) and any(
        o.type in ("arrest", "sentence", "conviction") for o in before
    )
