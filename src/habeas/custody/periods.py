"""Periods of custody, from entry to way out, each end a range of days, as one person's signs are folded into them."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.custody.signs import ENDLESS, FOREVER, NEVER, Sign

#: Ways out of those on trial, of whom many are at home when the court lets them go.
_VERDICTS = ("acquitted", "charge_dropped", "suspended_sentence")


@dataclass(frozen=True, slots=True)
class Edge:
    """When a period began or ended: some day from `lo` to `hi`. `implied` = no source tells the day itself."""

    lo: int
    hi: int
    signs: tuple[Sign, ...] = ()
    implied: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Held from `start` until `end` (None = no end known); `inside` are signs between. `dispute` says what contradicts it.

    `contradicted`: only its end is told, after an exit by another source that knew of no arrest since.
    """

    start: Edge
    end: Edge | None
    inside: tuple[Sign, ...] = ()
    dispute: str | None = None
    contradicted: bool = False

    @property
    def is_inferred(self) -> bool:
        """Whether nothing is told of it but an arrest that is said to be another one."""
        return self.start.implied and not self.inside and self.end is not None and self.end.implied

    @property
    def ended_by_death(self) -> bool:
        """Whether its only end is a death of which nobody told that it was in custody: no proof that custody had gone on till then."""
        return self.end is not None and bool(self.end.signs) and all(s.effect == "died" for s in self.end.signs)

    @property
    def end_is_hint(self) -> bool:
        """Whether only hints, such as an acquittal, tell of its end: that somebody went home is not told."""
        return self.end is not None and bool(self.end.signs) and all(s.hint for s in self.end.signs)

    @property
    def end_proves(self) -> bool:
        """Whether its end tells that custody had gone on till then: a release does, and a pardon; a verdict as such does not."""
        signs = () if self.end is None else self.end.signs
        return any(s.effect == "leaves" and (s.strong or (s.hint and s.way_out not in _VERDICTS)) for s in signs)

    @property
    def last_proof(self) -> int:
        """The latest day on which a proof of custody can lie; NEVER when nothing proves a day."""
        days = [s.hi for s in (*self.start.signs, *self.inside) if s.strong and s.effect in ("enters", "inside")]
        return max(days, default=NEVER)

    @property
    def lapse(self) -> Edge | None:
        """When an administrative term that was the last ground told no longer held anybody; None = no such term."""
        terms = [s for s in (*self.start.signs, *self.inside) if s.term is not None]
        if not terms:
            return None
        ends = [self._term_end(s) for s in terms]
        lapse = Edge(min(lo for lo, _ in ends), max(hi for _, hi in ends), tuple(terms))
        if self.start.implied:
            return lapse
        # an arrest up to the term's last day is the seizure that led to it; one told beside the term by its own source is another
        others = [s for s in self.start.signs if s.term is None]
        lifted = any(
            s.predicate != "arrest"
            or s.lo >= lapse.lo > NEVER
            or any(s.source == t.source and s.lo > t.hi for t in terms)
            for s in others
        )
        return None if lifted else lapse

    def _term_end(self, term: Sign) -> tuple[int, int]:
        """The earliest and the latest day on which a term had run out; one told loosely began within the days of the custody it began."""
        lo, hi = term.lo, term.hi
        if term in self.start.signs:
            lo, hi = max(lo, self.start.lo), min(hi, self.start.hi)
        days = term.term or 0
        return (lo + days if lo > NEVER else NEVER, hi + days if hi < ENDLESS else FOREVER)
