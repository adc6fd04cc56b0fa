"""What of the opened ledger somebody may see, as an opened ledger of its own: whoever answers from it has nothing else to tell.

Left out are claims that the gate holds back, mentions that no shown claim needs, and sources that no shown claim is told by. What is shown is
shown without words that are held back elsewhere: a quote, a speaker or a field that holds them is left out, and a text is shown whole
only where everything told of it is shown. Reasons that staff gave are left out throughout.

What was decided of each claim is kept, with all that it was decided by. After more was entered it is decided anew only where one of
these has changed: the gate's answer, by the wishes of a person, the day of a source or another acceptance; who stands in for whom; the
words held back and where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from habeas.claims.claim import Claim, Mention
from habeas.claims.knowledge import Knowledge
from habeas.identity.kept_persons import changed_keys
from habeas.register.circumstances import Known, Wishes
from habeas.register.held_custody import bears_on_custody, held_custody
from habeas.register.held_words import HeldWords, KeptWords
from habeas.register.projected_parts import Parts, Shown
from habeas.register.showing import (
    Sees,
    Spans,
    hold_in_secret,
    holds,
    leaves,
    may_name,
    names_of,
    of_people_shown,
    without,
)
from habeas.register.spoken_of import SpokenOf, StandIns

_NO_WISHES = Wishes()


@dataclass(slots=True)
class _Gate:
    """All that the gate's answers depend on beside the claim itself; mentions of which nothing is wished are absent."""

    wishes: dict[str, Wishes] = field(default_factory=dict)
    public: dict[str, bool] = field(default_factory=dict)
    provisional: frozenset[str] = frozenset()

    @classmethod
    def of(cls, known: Known) -> _Gate:
        people = known.persons.by_id
        wishes = {
            mention: one
            for person, one in known.wishes.items()
            if one != _NO_WISHES
            for mention in (people[person].mentions if person in people else (person,))
        }
        return cls(wishes, {i: known.is_public(source) for i, source in known.sources.items()}, known.provisional)


@dataclass(frozen=True, slots=True)
class _Changed:
    """Mentions with other wishes, sources of another kind, claims otherwise accepted, mentions with another stand-in than before, and new ones."""

    wishes: set[str]
    sources: set[str]
    accepted: frozenset[str]
    stood_in: set[str]
    come: set[str]

    def among(self, claims: Iterable[Claim]) -> list[int]:
        """The places of claims on which any of it bears."""
        if not (self.wishes or self.sources or self.accepted or self.stood_in or self.come):
            return []
        mentions = self.wishes | self.stood_in | self.come
        return [
            place
            for place, c in enumerate(claims)
            if c.subject in mentions
            or c.source in self.sources
            or c.id in self.accepted
            or (c.members and not mentions.isdisjoint(c.members))
        ]


class Projecting:
    """The ledger as somebody sees it, made again each time more is in it. It may be given only one ledger, which only grows.

    `rewrote`: the last time, a claim that had been shown before was shown with other words, or of others.
    """

    def __init__(self, sees: Sees) -> None:
        self.rewrote = False
        self._sees = sees
        self._gate = _Gate()
        self._stand_ins = StandIns()
        self._met: list[Mention] = []
        # one for each claim of the ledger, in its order: of those shown, and without words held back
        self._of_shown: list[Claim | None] = []
        self._left: list[Claim | None] = []
        self._held: dict[int, Claim] = {}
        self._held_names: dict[int, tuple[str, ...]] = {}
        # those that bear on custody and of which nothing is shown
        self._custody: dict[int, Claim] = {}
        self._speaking, self._named = SpokenOf(), SpokenOf()
        self._kept_words = KeptWords()
        self._words, self._over = HeldWords(()), Spans(())
        self._parts = Parts(sees)

    def of(self, knowledge: Knowledge, known: Known, waiting: Iterable[Mapping[str, Any]] = ()) -> Knowledge:
        """The ledger as it is seen now. `waiting` are the contents of claims proposed and not yet decided: their words may be told of
        later, so a text that holds what is not public by its kind is not shown whole before.
        """
        come = [*islice(knowledge.mentions.values(), len(self._met), None)]
        self._met += come
        changed = self._changed(known, come)
        anew, held = self._people_shown(knowledge, known, changed)
        self._tell_names(knowledge, come)
        self._without_words(knowledge.mentions, anew, Spans(self._held.values()) if held else self._over)
        shown = Shown(
            [claim for claim in self._left if claim is not None], self._named.mentions, self._held.values(),
            held_custody((self._custody[place] for place in sorted(self._custody)), knowledge, self._stand_ins.of, self._named.mentions),
            self._stand_ins.of, self._words, come, turned := self._named.turned(), changed.stood_in | self._stand_ins.behind(turned),
        )  # fmt: skip
        return self._parts.of(knowledge, known, shown, waiting)

    def _changed(self, known: Known, come: Sequence[Mention]) -> _Changed:
        before, self._gate = self._gate, _Gate.of(known)
        wishes, sources = changed_keys(before.wishes, self._gate.wishes), changed_keys(before.public, self._gate.public)
        again = (m for m in self._met if m.id in wishes or m.source in sources) if wishes or sources else ()
        # new ones first, so that they are met in the order of the ledger
        nameable = {m.id: may_name(m, known, self._sees) for m in (*come, *again)}
        stood_in = self._stand_ins.meet(nameable, known.persons)
        return _Changed(wishes, sources, before.provisional ^ self._gate.provisional, stood_in, {m.id for m in come})

    def _people_shown(self, knowledge: Knowledge, known: Known, changed: _Changed) -> tuple[list[int], bool]:
        """Decide of each claim that something new bears on, and of every new one. The places of those shown otherwise than before, and whether
        others are held back.
        """
        claims, was = knowledge.claims, len(self._of_shown)
        self._of_shown += [None] * (len(claims) - was)
        anew, held = [], False
        for place in (*changed.among(islice(claims, was)), *range(was, len(claims))):
            claim, before = claims[place], self._of_shown[place]
            made = of_people_shown(claim, self._stand_ins.of) if leaves(known, claim, self._sees) else None
            if made != before:
                self._of_shown[place] = made
                self._speaking.change(before, made)
                self._kept_words.show(_name_told(before), -1)
                self._kept_words.show(_name_told(made))
                anew.append(place)
            held |= self._hold(place, claim, made, knowledge.mentions)
            if made is None:  # of others the words that are left decide
                self._note_custody(place, claim, made)
        return anew, held

    def _hold(self, place: int, claim: Claim, made: Claim | None, mentions: Mapping[str, Mention]) -> bool:
        """Whether a claim is held back, in whole or as far as its members go, and was not before; or the other way round."""
        now = made is None or made.members != claim.members
        # somebody spoken of before may be named only now
        before, names = self._held_names.get(place), tuple(names_of(claim, mentions)) if now else None
        if names != before:
            for called, reasons in ((before, -1), (names, 1)):
                if called is not None:
                    hold_in_secret(self._kept_words, claim, called, reasons)
            self._held_names.pop(place, None)
            self._held_names |= {place: names} if names is not None else {}
        if now == (place in self._held):
            return False
        if now:
            self._held[place] = claim
        else:
            del self._held[place]
        return True

    def _note_custody(self, place: int, claim: Claim, made: Claim | None) -> None:
        if made is None and bears_on_custody(claim):
            self._custody[place] = claim
        else:
            self._custody.pop(place, None)

    def _tell_names(self, knowledge: Knowledge, come: Iterable[Mention]) -> None:
        """Hold back the names of whoever is not shown."""
        self._kept_words.hold_names(mention.name for mention in come)
        for mention in self._speaking.turned():
            shown, name = mention in self._speaking.mentions, [knowledge.mentions[mention].name]
            self._kept_words.show(name, 1 if shown else -1)
            self._kept_words.hold_names(name, -1 if shown else 1)

    def _without_words(self, mentions: Mapping[str, Mention], anew: list[int], over: Spans) -> None:
        """Take the words held back out of what is shown otherwise than before, and wherever other words are held back than before."""
        words, shown, left = self._kept_words.words(), self._of_shown, self._left
        other, passages = words.unlike(self._words), changed_keys(self._over.by_passage, over.by_passage)
        self._words, self._over = words, over
        if passages or not other.are_none:
            anew = [*anew, *(
                place for place, claim in enumerate(islice(shown, len(left)))
                if claim is not None and (claim.passage in passages or holds(claim, other, " ".join(names_of(claim, mentions))))
            )]  # fmt: skip
        left += [None] * (len(shown) - len(left))
        self.rewrote = False
        for place in anew:
            claim, before = shown[place], left[place]
            left[place] = made = (
                None if claim is None else without(claim, words, over, " ".join(names_of(claim, mentions)))
            )
            self._named.change(before, made)
            if claim is not None:
                self._note_custody(place, claim, made)
            self.rewrote |= before is not None and made is not None and made != before


def _name_told(claim: Claim | None) -> list[str]:
    text = claim.value.get("text") if claim is not None and claim.predicate == "name" else None
    return [str(text)] if text else []


def projection(knowledge: Knowledge, known: Known, sees: Sees, waiting: Iterable[Mapping[str, Any]] = ()) -> Knowledge:
    """The ledger as somebody sees it, made from nothing."""
    return Projecting(sees).of(knowledge, known, waiting)
