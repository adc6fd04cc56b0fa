"""Of which mentions the claims shown speak, and who stands in for a mention that is not shown; both while claims and mentions come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from habeas.claims.claim import Claim
from habeas.identity.persons import Persons


class SpokenOf:
    """`mentions` gives, by mention, how many of the claims speak of it; nobody spoken of is absent."""

    def __init__(self) -> None:
        self.mentions: dict[str, int] = {}
        self._turned: set[str] = set()

    def change(self, was: Claim | None, now: Claim | None) -> None:
        """One claim is another from now on; None = there is none."""
        for claim, by in ((was, -1), (now, 1)):
            for mention in () if claim is None else (claim.subject, *claim.members):
                if mention is not None:
                    self._count(mention, by)

    def _count(self, mention: str, by: int) -> None:
        before = self.mentions.get(mention, 0)
        self.mentions[mention] = before + by
        if not self.mentions[mention]:
            del self.mentions[mention]
        if not before or mention not in self.mentions:
            self._turned ^= {mention}

    def turned(self) -> set[str]:
        """Those spoken of now and not at the last call, or the other way round."""
        turned, self._turned = self._turned, set()
        return turned


class StandIns:
    """`of` gives, by mention, the one shown in its place: itself, or another of the same person, the first in the ledger. A name from a source
    that is not shown is not shown either: the person goes by another name, or, absent from `of`, not at all.
    """

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._place: dict[str, int] = {}
        self._hidden: set[str] = set()

    def meet(self, nameable: Mapping[str, bool], persons: Persons) -> set[str]:
        """Take in whether mentions may be shown, new ones in ledger order. The mentions for which another stands now than before."""
        changed = set()
        for mention, shown in nameable.items():
            self._place.setdefault(mention, len(self._place))
            if not shown:
                self._hidden.add(mention)
            elif self.of.get(mention) != mention:
                self._hidden.discard(mention)
                self.of[mention] = mention
                changed.add(mention)
            else:
                self._hidden.discard(mention)
        first: dict[str, str | None] = {}
        for mention in self._hidden:
            person = persons.of_mention[mention]
            if person not in first:
                others = (m for m in persons.by_id[person].mentions if m not in self._hidden)
                first[person] = min(others, key=self._place.__getitem__, default=None)
            if self._stand(mention, first[person]):
                changed.add(mention)
        return changed

    def _stand(self, mention: str, other: str | None) -> bool:
        before = self.of.get(mention)
        if other is None:
            self.of.pop(mention, None)
        else:
            self.of[mention] = other
        return other != before

    def behind(self, others: Iterable[str]) -> set[str]:
        """Mentions for which one of these stands, themselves among them."""
        found = set(others)
        return found | {mention for mention in self._hidden if self.of.get(mention) in found}
