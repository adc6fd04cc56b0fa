"""Is this person held on a day, and because of what: a status in three values and a half, with its reason in a sentence.

`yes` and `no` hold in every reading of the evidence; `disputed` means that sources contradict each other about that day;
`unknown` covers imprecise dates, lapsed terms, doubt, and custody not confirmed for longer than a definition allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.claims.vocabulary import vocabulary
from habeas.custody.held import Held
from habeas.custody.periods import Edge, Period
from habeas.custody.signs import ENDLESS, FOREVER, NEVER, Sign


@dataclass(frozen=True, slots=True)
class Status:
    """Answer for one person and day. `unconfirmed` = no proof of custody for longer than the definition's staleness.

    `place_kind` None = not said. `claims` are the ids that decided it, oldest sign first. `last_proof` is the last day on which
    custody whose end is not known is proved; None = the day lies in no such custody, or nothing proves it.
    """

    answer: str
    why: str
    claims: tuple[str, ...] = ()
    unconfirmed: bool = False
    place_kind: str | None = None
    last_proof: date | None = None


def answer_on(held: Held, number: int, staleness: int | None) -> tuple[str, bool]:
    """yes, no, unknown or disputed on a day (an ordinal), and whether nothing was told of custody for longer than `staleness`."""
    for stretch in held.certain:
        if stretch.start <= number < stretch.until:
            fresh = staleness is None or stretch.proved is None or number <= stretch.proved + staleness
            return ("yes", False) if fresh else ("unknown", True)
    if any(start <= number < until for start, until in held.disputed):
        return "disputed", False
    for start, until in held.possible:
        if start <= number < until:
            is_last = (start, until) == held.possible[-1]
            return "unknown", is_last and is_stale(held, number, staleness)
    return "no", False


def is_stale(held: Held, number: int, staleness: int | None) -> bool:
    """Whether the last word of custody that has not ended is older than a definition allows."""
    return staleness is not None and held.last_word is not None and number > held.last_word + staleness


def status_on(held: Held, day: date, staleness: int | None = None) -> Status:
    """The status on `day`; `staleness` in days (None = a last proof never grows old)."""
    number = day.toordinal()
    answer, unconfirmed = answer_on(held, number, staleness)
    if answer == "no":
        last = _last_ended(held, number)
        return Status("no", _not_held(held, last), _claims(last))
    period = _period_about(held, number)
    proved = _proved(held, number)
    if answer == "disputed" and any(start <= number < until for start, until in held.denied_on):
        return Status(answer, _denied(held), _claims_of_denial(held, period), False, place_on(period, number), proved)
    if answer == "unknown" and any(start <= number < until for start, until in held.unsettled):
        return Status(answer, _unsettled(period), _claims(period), unconfirmed, place_on(period, number))
    why = _unconfirmed(held, period, number, proved) if unconfirmed else _because(period, number, answer)
    return Status(answer, why, _claims(period), unconfirmed, place_on(period, number), proved)


def is_nothing_known(held: Held, day: date) -> bool:
    """Whether nobody has told of the person as held or as out by `day`: not held, as far as is known, for want of any word."""
    number = day.toordinal()
    return answer_on(held, number, None)[0] == "no" and number < told_out_from(held)


def told_out_from(held: Held) -> int:
    """The first day (an ordinal) by which somebody tells that the person is, or may be, out; FOREVER = nobody does."""
    ended = (p.end.hi for p in held.periods if p.end is not None and not p.is_inferred)
    out = (s.lo for s in held.signs if s.effect in ("leaves", "outside", "died"))
    return min((*ended, *out), default=FOREVER)


def _unsettled(period: Period | None) -> str:
    """Of days on which something is held back: what is shown, without a word of an end that it does not know to be none."""
    told = "" if period is None else f"; {_begun(period.start)}" + (f", {_ending(period)}" if period.end else "")
    return f"what may be shown here does not settle it{told}"


def _denied(held: Held) -> str:
    labels = dict.fromkeys(vocabulary().predicate(d.predicate).label for d in held.denied)
    return f"sources contradict each other: what one tells another denies ({', '.join(labels)})"


def _claims_of_denial(held: Held, period: Period | None) -> tuple[str, ...]:
    both = (claim for denied in held.denied for claim in (*denied.told, denied.claim))
    return tuple(dict.fromkeys((*_claims(period), *both)))


def _proved(held: Held, number: int) -> date | None:
    covering = (s.proved for s in held.certain if s.start <= number < s.until and s.proved is not None)
    proved = next(covering, NEVER)
    return date.fromordinal(proved) if NEVER < proved < ENDLESS else None


def _unconfirmed(held: Held, period: Period | None, number: int, proved: date | None) -> str:
    if proved is None:
        told = date.fromordinal(max(held.last_word or NEVER, 1))
        return f"unconfirmed: {_open(period, number)}; nothing told since {told}"
    return f"unconfirmed: {_since(period)}; no proof of custody since {proved}"


def _because(period: Period | None, number: int, answer: str) -> str:
    if answer == "yes":
        return _since(period)
    return _dispute(period, number) if answer == "disputed" else _open(period, number)


def place_on(period: Period | None, number: int) -> str | None:
    """The kind of place last told by that day; None = not said."""
    if period is None:
        return None
    told = [s for s in (*period.start.signs, *period.inside) if s.place_kind and s.lo <= number]
    return max(told, key=lambda s: (s.lo, s.hi, s.claim)).place_kind if told else None


def way_out(period: Period) -> str | None:
    """How the period ended; None while it goes on, `unknown` when no source says, the most telling one when several do."""
    if period.end is None:
        return None
    told = {"death" if s.effect == "died" else s.way_out for s in period.end.signs} - {None, "unknown"}
    ranked = [way for way in vocabulary().codes["way_out"] if way in told]
    return ranked[0] if len(ranked) == 1 else _both(ranked)


def _both(ranked: list[str]) -> str:
    """A pardon and an expulsion are both true of one exit; the exit is named by what was done to the person."""
    for way in ("died", "death", "refused_to_leave", "expelled_on_release", "exchange"):
        if way in ranked:
            return way
    return ranked[0] if ranked else "unknown"


def in_words(edge: Edge) -> str:
    """The day or days of an edge, as a person would write them."""
    if (edge.lo <= NEVER and edge.hi >= ENDLESS) or edge.lo >= ENDLESS:
        return "an unknown day"
    if edge.lo == edge.hi:
        return date.fromordinal(edge.lo).isoformat()
    if edge.lo <= NEVER:
        return f"{date.fromordinal(edge.hi)} or earlier"
    if edge.hi >= ENDLESS:
        return f"{date.fromordinal(edge.lo)} or later"
    return f"a day from {date.fromordinal(edge.lo)} to {date.fromordinal(edge.hi)}"


def is_later_custody(held: Held, number: int, told_by: int) -> bool:
    """Whether the custody of a day came after another one, and had not ended by the day of a telling."""
    about = _period_about(held, number)
    earlier = about is not None and any(p is not about and p.start.lo <= about.start.lo for p in held.periods)
    return about is not None and earlier and (about.end is None or about.end.hi > told_by)


def _period_about(held: Held, number: int) -> Period | None:
    """The period covering the day in the plain reading, else the last one begun, else the first."""
    covering = [p for p in held.periods if p.start.lo <= number and (p.end is None or number < p.end.hi)]
    begun = [p for p in held.periods if p.start.lo <= number]
    about = covering or begun or list(held.periods[:1])
    return about[-1] if about else None


def _claims(period: Period | None) -> tuple[str, ...]:
    if period is None:
        return ()
    signs: list[Sign] = [*period.start.signs, *period.inside, *(period.end.signs if period.end else ())]
    return tuple(dict.fromkeys(s.claim for s in sorted(signs, key=lambda s: (s.lo, s.hi, s.claim))))


def _since(period: Period | None) -> str:
    return "held" if period is None else f"{_begun(period.start)}; {_ending(period)}"


def _begun(start: Edge) -> str:
    if not start.implied:
        return f"held since {in_words(start)}{_beforehand(start)}"
    if start.lo <= NEVER:
        return "held, since when is not known"
    return f"held since {in_words(start)}, which nobody told"


def _ending(period: Period) -> str:
    if period.end is None:
        return "no exit known"
    how = vocabulary().codes["way_out"].get(way_out(period) or "unknown", "way out not known")
    if period.end_is_hint:
        return f"perhaps out since {in_words(period.end)} ({how}; no release told)"
    if period.ended_by_death:
        return f"{how} (on {in_words(period.end)})"
    return f"out on {in_words(period.end)} ({how}{_beforehand(period.end)})"


def _beforehand(edge: Edge) -> str:
    """A remark where every source of the day was published before it: it told what was to come."""
    return ", told before that day" if edge.signs and all(s.told_by < s.lo for s in edge.signs) else ""


def _dispute(period: Period | None, number: int) -> str:
    if period is None:
        return "sources contradict each other"
    if period.dispute:
        return f"sources contradict each other: {period.dispute}"
    if period.contradicted:
        return f"an earlier exit is told, with no arrest since; {_since(period)}"
    which = "beginning" if period.start.disputed and number < period.start.hi else "end"
    return f"sources give different days for the {which}; {_since(period)}"


def _open(period: Period | None, number: int) -> str:
    if period is None:
        return "custody is only possible"
    if period.is_inferred:
        return "an arrest told as another one tells of a custody before it, whose days nobody told"
    if any(not s.strong for s in (*period.start.signs, *period.inside)) and not period.last_proof:
        return f"custody is possible, not established; {_since(period)}"
    if period.lapse is not None and number >= period.lapse.lo:
        return f"{_ran_out(period.lapse, number)}; release not known; {_since(period)}"
    return f"dates leave it open; {_since(period)}"


def _ran_out(lapse: Edge, number: int) -> str:
    """What can be said by a day of a term that may have run out: when it began, and so ended, is often told loosely or not at all."""
    if lapse.hi >= ENDLESS and lapse.lo <= NEVER:
        return "when the term ran out is not known"
    if number >= lapse.hi:
        return f"the term ran out on {in_words(lapse)}"
    return f"the term may have run out by then (on {in_words(lapse)})"


def _last_ended(held: Held, number: int) -> Period | None:
    ended = [p for p in held.periods if p.end is not None and p.end.hi <= number]
    return ended[-1] if ended else None


def _not_held(held: Held, last: Period | None) -> str:
    if last is not None and last.is_inferred:
        return "nothing known of custody on that day"
    if last is not None:
        return _ending(last)
    if not held.signs:
        return "no claim about custody"
    return "nothing known of custody that early"
