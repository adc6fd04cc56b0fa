"""The dated versions of a list, and which of its claims the list held from which version to which.

A version's entry says what differs from the version before: claims that ended (the row says otherwise now), claims that are held no longer
because their row is gone, and claims that came back; and which claims are only kept, because a row that may make them could not be taken in.
What is new begins with the version that its claims name. An older version that
comes in later is set in its place: the next one is then stated again, as its difference from the newcomer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from habeas.claims.claim import Claim
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.days import Day

#: A claim about the list itself: it begins with a version and never ends.
GONE = "no_longer_listed"


@dataclass(frozen=True, slots=True)
class Version:
    """One dated copy of a list. `list_id` is the citation that stands for the list, `capture` this copy.

    `rows` and `sha256` are those of the file as it was handed in. `again`, `ended`, `unlisted` and `kept` are claim ids.
    """

    list_id: str
    list_name: str
    capture: str
    published: date
    recorded_at: datetime
    rows: int
    sha256: str
    again: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A claim stood in the list from `first` to `last`. `how` it went: held (not gone), ended or unlisted. `proved` is the last version whose
    own row made it, where it was only kept since; None = `last` is.
    """

    first: Version
    last: Version
    how: str
    proved: Version | None = None


def version_of(content: Mapping[str, object], recorded_at: datetime) -> Version:
    """The version in an opened body."""
    ids = {name: tuple(str(i) for i in _list(content.get(name))) for name in ("again", "ended", "unlisted", "kept")}
    return Version(
        str(content["list"]), str(content["list_name"]), str(content["capture"]), date.fromisoformat(str(content["published"])),
        recorded_at, int(str(content["rows"])), str(content["sha256"]), **ids,
    )  # fmt: skip


def _list(given: object) -> list[object]:
    return list(given) if isinstance(given, list) else []


def in_order(versions: Iterable[Version]) -> list[Version]:
    """One list's versions by day, each as last stated; of one day in the order in which they first came in."""
    first: dict[tuple[str, str], int] = {}
    latest: dict[tuple[str, str], Version] = {}
    for number, version in enumerate(versions):
        key = (version.list_id, version.capture)
        first.setdefault(key, number)
        latest[key] = version
    return sorted(latest.values(), key=lambda v: (v.published, first[v.list_id, v.capture]))


def spans_of(claims: Iterable[Claim], versions: Sequence[Version]) -> dict[str, tuple[Span, ...]]:
    """For every claim of a list, when the list held it, going by these versions alone."""
    begun: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.told_in is not None:
            begun[claim.told_in].append(claim.id)
    found: dict[str, tuple[Span, ...]] = {}
    for list_id in dict.fromkeys(version.list_id for version in versions):
        for claim_id, span in _spans_in(in_order(v for v in versions if v.list_id == list_id), begun):
            found[claim_id] = found[claim_id] + span if claim_id in found else span
    return found


def _spans_in(ordered: Sequence[Version], begun: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, tuple[Span]]]:
    """Each span by itself; all claims that the last version holds since one and the same have one between them, for they are many."""
    standing: dict[str, int] = {}
    kept: dict[str, int] = {}  # since which version
    before: dict[str, int] = {}
    for number, version in enumerate(ordered):
        kept = {claim_id: kept.get(claim_id, number) for claim_id in version.kept}
        for claim_id in (*begun.get(version.capture, ()), *version.again):
            standing.setdefault(claim_id, number)
        for how, ids in (("ended", version.ended), ("unlisted", version.unlisted)):
            for claim_id in ids:
                start = standing.pop(claim_id, None)
                if start is not None and start < number:
                    proved = _proved(ordered, start, before.get(claim_id))
                    yield claim_id, (Span(ordered[start], ordered[number - 1], how, proved),)
        before = kept
    held = [(Span(version, ordered[-1], "held"),) for version in ordered]
    for claim_id, start in standing.items():
        one = held[start]
        yield (
            claim_id,
            one if claim_id not in kept else (replace(one[0], proved=_proved(ordered, start, kept[claim_id])),),
        )


def _proved(ordered: Sequence[Version], start: int, kept: int | None) -> Version | None:
    return None if kept is None else ordered[max(start, kept - 1)]


@dataclass(frozen=True, slots=True)
class Listed:
    """Claims of lists as they count for a question; `superseded` are those that their list no longer makes of a person it still lists.

    `stood`: of each mention in a list of several versions those in which it stood, a bit each, the earliest the lowest.
    """

    claims: tuple[Claim, ...]
    superseded: frozenset[str]
    newest: date | None = None
    stood: Mapping[str, int] = field(default_factory=dict)


def listed(claims: Sequence[Claim], versions: Sequence[Version], *, only_held: bool) -> Listed:
    """Claims of lists, told by the version that first held them. A state without a day holds from its first version to its last.

    `only_held`: what the newest of these versions holds, told by that version alone, as if none had gone before it.
    """
    spans = spans_of(claims, versions)
    out: list[Claim] = []
    superseded = set()
    for claim in claims:
        is_state = _is_state(claim)
        for span in _counted(claim, is_state, spans.get(claim.id, ()), only_held):
            told = _dated(claim, is_state, span)
            # a row that could not be taken in may say otherwise
            out.append(replace(told, weak=True) if only_held and span.proved is not None else told)
            if span.how == "ended" and not is_state:
                superseded.add(claim.id)
    newest = max((v.published for v in versions), default=None)
    return Listed(tuple(out), frozenset(superseded), newest, _stood(claims, versions, spans))


def _stood(claims: Sequence[Claim], versions: Sequence[Version], spans: Mapping[str, Sequence[Span]]) -> dict[str, int]:
    """A list of one version names all its people together: nothing is told of them."""
    place: dict[str, int] = {}
    for list_id in dict.fromkeys(version.list_id for version in versions):
        ordered = in_order(v for v in versions if v.list_id == list_id)
        if len(ordered) > 1:
            place |= {version.capture: number for number, version in enumerate(ordered)}
    found: dict[str, int] = {}
    for claim in claims if place else ():
        if claim.subject is None or claim.predicate == GONE:
            continue
        for span in spans.get(claim.id, ()):
            if span.last.capture in place:
                first, last = place[span.first.capture], place[span.last.capture]
                found[claim.subject] = found.get(claim.subject, 0) | ((2 << last) - (1 << first))
    return found


def _counted(claim: Claim, is_state: bool, spans: Sequence[Span], only_held: bool) -> Sequence[Span]:
    if only_held:
        return [replace(s, first=s.proved or s.last) for s in spans if s.how == "held" and claim.predicate != GONE]
    return spans if is_state else spans[-1:]


def _is_state(claim: Claim) -> bool:
    """Whether the claim says how it is on the day of the list, rather than what happened when."""
    return claim.until is None and claim.when.is_unknown and _is_stretch(claim.predicate)


@lru_cache(maxsize=1024)
def _is_stretch(predicate: str) -> bool:
    return vocabulary().predicate(predicate).time == "stretch"


def _dated(claim: Claim, is_state: bool, span: Span) -> Claim:
    if is_state:
        until = Day.on((span.proved or span.last).published + timedelta(days=1))
        return replace(claim, source=span.first.capture, when=Day.on(span.first.published), until=until)
    return claim if claim.source == span.first.capture else replace(claim, source=span.first.capture)
