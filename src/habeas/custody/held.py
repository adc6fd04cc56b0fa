"""On which days a person was held for certain, possibly, or by some sources against others.

Two readings bound the truth. The cautious one believes every sign of freedom and only strong signs of custody; the generous one
believes every sign of custody and only strong signs of freedom. A day is certain when the cautious reading has it inside, possible
when the generous one has; where dates leave open what came first, in every order or in any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from habeas.custody.denials import Denial, Denied, as_denied
from habeas.custody.folding import fold, readings
from habeas.custody.periods import Edge, Period
from habeas.custody.signs import ENDLESS, FOREVER, NEVER, Sign
from habeas.custody.told_at_once import without_overtaken

Stretch = tuple[int, int]
_INSIDE = ("enters", "inside")
_GROUNDS = ("pre_trial_order", "house_arrest_ordered", "psychiatric_commitment", "term_prolonged")
#: Places where an administrative term is served, and what it may be served in.
_SHORT_PLACES = ("administrative_arrest", "police_custody", "punishment_cell")


@dataclass(frozen=True, slots=True)
class CertainStretch:
    """Held from `start` up to `until`. `proved` is the last day with a proof; None where an exit or proof follows.

    A death of which nobody told that it was in custody, or an acquittal alone, bounds custody and proves none.
    """

    start: int
    until: int
    proved: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """Half-open stretches of days. `periods` is the plain reading that people are shown; `signs` all it rests on.

    `unsettled`: days on which something told may not be shown.
    `last_word` is the latest day on which anything can have been told of custody that, as far as known, has not ended but by a death;
    None = no such custody, or told without any day. `denied`: what is denied of what is told, so that the days `denied_on` are disputed.
    """

    certain: tuple[CertainStretch, ...]
    possible: tuple[Stretch, ...]
    disputed: tuple[Stretch, ...]
    periods: tuple[Period, ...]
    signs: tuple[Sign, ...]
    last_word: int | None = None
    denied: tuple[Denied, ...] = ()
    denied_on: tuple[Stretch, ...] = ()
    unsettled: tuple[Stretch, ...] = ()


def held(signs: Iterable[Sign], denials: Iterable[Denial] = ()) -> Held:
    """Fold one person's signs into stretches: certain is what also whoever denies would have, possible what either has."""
    found = tuple(sorted(_unless_told_otherwise(set(without_overtaken(set(signs)))), key=_stable))
    told = _held(found)
    contrary, denied = as_denied(found, denials)
    return _with_denials(told, _held(sorted(_unless_told_otherwise(contrary), key=_stable)), denied) if denied else told


def _stable(sign: Sign) -> tuple[int, int, str, str, bool, str, str]:
    return (sign.lo, sign.hi, sign.claim, sign.effect, sign.strong, sign.predicate, sign.source)


def _held(found: Sequence[Sign]) -> Held:
    plain = fold(found)
    cautious = readings(s for s in found if s.strong or s.effect not in _INSIDE)
    generous = readings(s for s in found if s.strong or s.effect in _INSIDE)
    possible = _possible(found, generous)
    certain = [] if cautious is None else _in_all([[c for p in periods for c in _certain(p)] for periods in cautious])
    disputed = merged([stretch for period in plain for stretch in _disputed(period)])
    last_word = max(
        (word for periods in generous or [plain] if (word := _last_word(periods)) is not None), default=None
    )
    return Held(_inside(certain, possible), tuple(possible), tuple(disputed), tuple(plain), tuple(found), last_word)


def _with_denials(told: Held, contrary: Held, denied: Sequence[Denied]) -> Held:
    """Disputed are the days on which one of the two has the person surely inside and the other outside."""
    against = merged([*_beyond(told, contrary), *_beyond(contrary, told)])
    words = [h.last_word for h in (told, contrary) if h.last_word is not None]
    return replace(
        told,
        certain=tuple(_in_all([list(told.certain), list(contrary.certain)])),
        possible=tuple(merged([*told.possible, *contrary.possible])),
        disputed=tuple(merged([*told.disputed, *contrary.disputed, *against])),
        last_word=max(words, default=None),
        denied=tuple(denied) if against else (),
        denied_on=tuple(against),
    )


def _beyond(surely: Held, other: Held) -> list[Stretch]:
    """Days certain in the one and not even possible in the other."""
    left = [(c.start, c.until) for c in surely.certain]
    for start, until in other.possible:
        left = [part for a, b in left for part in ((a, min(b, start)), (max(a, until), b)) if part[0] < part[1]]
    return left


def _unless_told_otherwise(signs: Collection[Sign]) -> Collection[Sign]:
    """Without those that somebody was absent where custody is told of the very days."""
    told: dict[str, list[Sign]] = defaultdict(list)
    for sign in signs:
        if sign.effect == "inside" and sign.strong:
            told[sign.claim].append(sign)
    spans = [(min(s.lo for s in of_one), max(s.hi for s in of_one)) for of_one in told.values()]
    return [
        s
        for s in signs
        if not (s.effect == "outside" and s.hint and any(lo <= s.lo and s.hi <= hi for lo, hi in spans))
    ]


def _possible(signs: Sequence[Sign], generous: Sequence[Sequence[Period]] | None) -> list[Stretch]:
    if generous is None:
        return [(min(s.lo for s in signs), FOREVER)]
    periods = [period for reading in generous for period in reading]
    return merged([(p.start.lo, FOREVER if p.end is None else p.end.hi) for p in periods])


def _in_all(readings: Sequence[list[CertainStretch]]) -> list[CertainStretch]:
    """What is certain by every reading."""
    common = readings[0]
    for other in readings[1:]:
        common = [both for one in common for two in other if (both := _overlap(one, two)) is not None]
    return common


def _overlap(one: CertainStretch, two: CertainStretch) -> CertainStretch | None:
    start, until = max(one.start, two.start), min(one.until, two.until)
    if start >= until:
        return None
    proofs = [s.proved for s in (one, two) if s.proved is not None]
    return CertainStretch(start, until, min(proofs, default=None))


def _last_word(periods: Sequence[Period]) -> int | None:
    """The latest day of any sign in the last period, where it has no end but a death that may have come after custody."""
    if not periods or not (periods[-1].end is None or periods[-1].ended_by_death):
        return None
    days = [s.hi for s in (*periods[-1].start.signs, *periods[-1].inside) if s.hi < ENDLESS]
    return max(days, default=None)


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same days as disjoint stretches in order."""
    out: list[Stretch] = []
    for start, until in sorted(s for s in stretches if s[0] < s[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], until))
        else:
            out.append((start, until))
    return out


def _certain(period: Period) -> list[CertainStretch]:
    if period.dispute is not None or (period.contradicted and not period.last_proof):
        return []
    until = FOREVER if period.end is None else period.end.lo
    found = []
    for start, stop in _without_lapses(period, until):
        still_open = stop == until and not (_is_implied(period.end) or period.end_proves)
        if start < stop and start > NEVER:
            found.append(CertainStretch(start, stop, max(period.last_proof, NEVER) if still_open else None))
    return found


def _without_lapses(period: Period, until: int) -> list[Stretch]:
    """From the latest possible start to `until`, leaving out the time after an administrative term until the next proof."""
    start, ran_out = period.start.hi, period.lapse
    if ran_out is None:
        return [(start, until)]
    lapse = ran_out.lo
    proofs = [s for s in period.inside if s.strong and s.term is None]
    if any(s.lo <= lapse and _is_new_ground(s) for s in proofs):
        return [(start, until)]
    resumed = min((s.hi for s in proofs if s.lo > lapse), default=_day_before_exit(period))
    return [(start, min(lapse, until)), (max(lapse, resumed), until)]


def _is_new_ground(sign: Sign) -> bool:
    """Whether a sign told within an administrative term says that custody goes on for another reason than the term."""
    return sign.predicate in _GROUNDS or sign.place_kind not in (None, *_SHORT_PLACES)


def _day_before_exit(period: Period) -> int:
    end = period.end
    is_told = period.end_proves and not _is_implied(end) and not (end and end.disputed)
    return end.hi - 1 if end is not None and is_told else FOREVER


def _is_implied(end: Edge | None) -> bool:
    return end is not None and end.implied


def _disputed(period: Period) -> list[Stretch]:
    if period.dispute is not None:
        return [(period.start.lo, FOREVER if period.end is None else period.end.hi)]
    found = []
    if period.start.disputed:
        found.append((period.start.lo, period.start.hi))
    if period.end is not None and (period.end.disputed or (period.contradicted and not period.last_proof)):
        found.append((period.end.lo - (not period.end.disputed), period.end.hi))
    return found


def _inside(certain: Sequence[CertainStretch], possible: Sequence[Stretch]) -> tuple[CertainStretch, ...]:
    """Certain days are possible days; where the two readings differ, the narrower holds."""
    kept = []
    for stretch in certain:
        for start, until in possible:
            first, last = max(stretch.start, start), min(stretch.until, until)
            if first < last:
                kept.append(CertainStretch(first, last, stretch.proved if last == stretch.until else None))
    return tuple(kept)
