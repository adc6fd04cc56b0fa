"""The parts of a projection beside its claims: whom and what they name, and what was decided of them, as far as they are shown.

Each is kept with all that it was made by, and made again where one of these has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from habeas.claims.claim import Claim, Mention, Source
from habeas.claims.entries import Opened
from habeas.claims.held_back import HeldBack
from habeas.claims.knowledge import Knowledge
from habeas.claims.lists.collisions import doubt_in
from habeas.claims.versions import Version
from habeas.register.circumstances import Known
from habeas.register.held_words import HeldWords
from habeas.register.showing import Sees, held_in, judged, may_be_held, plain, reviewed, ruled, say


@dataclass(frozen=True, slots=True)
class Shown:
    """What was decided of claims: those shown as they are shown, the mentions `named` in them, those held back in whole or in part, where of these `custody` is told, who
    stands in for whom, and the words held back. `come` are new mentions, `turned` those named now and not before or the other way
    round, `otherwise` those for which another stands, or one who turned.
    """

    claims: list[Claim]
    named: Mapping[str, int]
    held: Collection[Claim]
    custody: list[HeldBack]
    stand_in: Mapping[str, str]
    words: HeldWords
    come: Sequence[Mention]
    turned: set[str]
    otherwise: set[str]


class Parts:
    """Everything of a projection, made again each time more is in the ledger."""

    def __init__(self, sees: Sees) -> None:
        self._sees = sees
        self._words = HeldWords(())
        self._unnamed: dict[str, Mention] = {}
        self._sources: dict[str, tuple[bool, Source]] = {}
        self._saying: dict[str, bool] = {}
        self._doubts: list[str] = []
        self._judged: list[Opened | None] = []
        self._about: dict[str, list[int]] = defaultdict(list)
        self._reviewed: dict[str, Opened] = {}
        self._versions_met = 0
        self._stated: set[str] = set()
        self._listed: set[str] = set()
        self._held_in: dict[int, Version] = {}

    def of(self, knowledge: Knowledge, known: Known, shown: Shown, waiting: Iterable[Mapping[str, Any]]) -> Knowledge:
        """The ledger of what is shown."""
        self._forget_what_holds(knowledge, shown.words.unlike(self._words))
        self._words = shown.words
        self._turn(knowledge, shown)
        ids = {claim.id for claim in shown.claims}
        versions = self._versions(knowledge, known, shown, ids)
        mentions = {i: m for i, m in knowledge.mentions.items() if i in shown.named}
        used = {c.source for c in shown.claims} | {m.source for m in mentions.values()}
        used |= {v.list_id for v in versions} | {v.capture for v in versions}
        sources = self._plain(knowledge, used)
        return Knowledge(
            sources=sources, recorded={i: when for i, when in knowledge.recorded.items() if i in sources}, mentions=mentions,
            claims=shown.claims, withdrawn=[replace(w, why=None) for w in knowledge.withdrawn if w.claim in ids],
            rulings=[ruled(ruling, ids) for ruling in knowledge.rulings if ids.intersection(ruling.set_aside)],
            passages=self._passages(knowledge, sources, shown, waiting), judgements=self._judgements(knowledge, shown),
            reviews=self._reviews(knowledge, ids), policies=list(knowledge.policies), versions=versions,
            held_back=shown.custody,
        )  # fmt: skip

    def _turn(self, knowledge: Knowledge, shown: Shown) -> None:
        self._unnamed |= {mention.id: mention for mention in shown.come}
        for mention in shown.turned:
            if mention in shown.named:
                del self._unnamed[mention]
            else:
                self._unnamed[mention] = knowledge.mentions[mention]

    def _forget_what_holds(self, knowledge: Knowledge, other: HeldWords) -> None:
        """What holds words that are held back now and were not, or were and are not, is looked at again."""
        if other.are_none:
            return
        for i in [i for i in self._saying if say([*knowledge.passages[i].values()], other)]:
            del self._saying[i]
        for i in [i for i in self._sources if _names(knowledge.sources[i], other)]:
            del self._sources[i]

    def _plain(self, knowledge: Knowledge, used: set[str]) -> dict[str, Source]:
        """The sources used, each without what is not shown."""
        leads_to = used | {s.sha256 for i in used if (s := knowledge.sources.get(i)) is not None and s.sha256}
        kept, self._sources = self._sources, {}
        for i, source in knowledge.sources.items():
            if i in used:
                leads, made = kept.get(i, (False, None))
                if made is None or leads != (source.derived_from in leads_to):
                    leads, made = source.derived_from in leads_to, plain(source, leads_to, self._words)
                self._sources[i] = (leads, made)
        return {i: made for i, (_, made) in self._sources.items()}

    def _passages(
        self, knowledge: Knowledge, sources: Mapping[str, Source], shown: Shown, waiting: Iterable[Mapping[str, Any]]
    ) -> dict[str, Mapping[str, Any]]:
        """Texts shown whole: of sources of which nothing told, and nothing proposed, is held back or may have to be. A sheet is none of them:
        its columns hold more than was taken in.
        """
        if not knowledge.passages:
            return {}
        closed = {c.source for c in shown.held} | {mention.source for mention in self._unnamed.values()}
        closed |= {str(content.get("source")) for content in waiting if may_be_held(content)}
        found = {}
        for i, passage in knowledge.passages.items():
            source = passage.get("source")
            if source in sources and source not in closed and not passage.get("sheet"):
                if i not in self._saying:
                    self._saying[i] = say([*passage.values()], self._words)
                if not self._saying[i]:
                    found[i] = passage
        return found

    def _judgements(self, knowledge: Knowledge, shown: Shown) -> list[Opened]:
        """Judgements between those shown; one that a mention not shown takes part in holds for its stand-in."""
        lists = {source.list_name for source in knowledge.sources.values() if source.list_name}
        doubts = [doubt_in(name) for name in sorted(lists)]
        if doubts != self._doubts:
            self._judged, self._about, self._doubts = [], defaultdict(list), doubts
        places = {place for mention in shown.otherwise for place in self._about.get(mention, ())}
        for opened in islice(knowledge.judgements, len(self._judged), None):
            for side in ("a", "b"):
                self._about[str(opened.content[side])].append(len(self._judged))
            places.add(len(self._judged))
            self._judged.append(None)
        for place in places:
            opened = knowledge.judgements[place]
            a, b = (shown.stand_in.get(str(opened.content[side])) for side in ("a", "b"))
            told = a is not None and b is not None and a != b and a in shown.named and b in shown.named
            self._judged[place] = judged(opened, str(a), str(b), doubts) if told else None
        return [opened for opened in self._judged if opened is not None]

    def _reviews(self, knowledge: Knowledge, ids: set[str]) -> dict[str, list[Opened]]:
        """Who accepted a shown claim, as numbers of people, for what was provisional once."""
        found: dict[str, list[Opened]] = {}
        for draft, reviews in knowledge.reviews.items():
            shown = {r.id for r in reviews if r.content.get("claim") in ids}
            if shown:
                found[draft] = [self._review(r) for r in reviews if r.id in shown or r.content.get("undoes") in shown]
        return found

    def _review(self, review: Opened) -> Opened:
        if review.id not in self._reviewed:
            self._reviewed[review.id] = reviewed(review)
        return self._reviewed[review.id]

    def _versions(self, knowledge: Knowledge, known: Known, shown: Shown, ids: set[str]) -> list[Version]:
        """Versions of lists of which something is shown, those with nothing new too: a state lasts to the last version that holds it."""
        told_in = {c.told_in for c in shown.claims}
        lists = {v.list_id for v in knowledge.versions if v.capture in told_in}
        for version in islice(knowledge.versions, self._versions_met, None):
            self._stated.update(version.again, version.ended, version.unlisted, version.kept)
        self._versions_met = len(knowledge.versions)
        if (stated := self._stated & ids) != self._listed:
            self._listed, self._held_in = stated, {}
        found = []
        for place, version in enumerate(knowledge.versions):
            source = known.sources.get(version.capture)
            if source is None or version.list_id not in lists or source.consent != "public":
                continue
            if self._sees is Sees.ALL_BUT_STAFF or known.is_public(source):
                if place not in self._held_in:
                    self._held_in[place] = held_in(version, stated)
                found.append(self._held_in[place])
        return found


def _names(source: Source, words: HeldWords) -> bool:
    return any(words.are_in(text) for text in (source.name, source.url, source.key))
