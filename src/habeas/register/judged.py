"""The judgements of persons in force now, looked up by whom they are about: what a new one may collide with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from habeas.identity.judgements import Judgement, Verdict, latest
from habeas.register.known import judgement_here
from habeas.register.opened import Register

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """By pair and by mention. Automatic judgements are not here: they stand in nobody's way."""

    of_pair: Mapping[Pair, Judgement]
    of_mention: Mapping[str, tuple[Judgement, ...]]

    def joined(self, mention: str, without: Pair) -> set[str]:
        """Everybody whom judgements make one with a mention, itself included, were the judgement on the pair `without` not there."""
        found, left = {mention}, [mention]
        while left:
            one = left.pop()
            for judgement in self._same(one, without):
                other = judgement.b if judgement.a == one else judgement.a
                if other not in found:
                    found.add(other)
                    left.append(other)
        return found

    def _same(self, mention: str, without: Pair) -> Iterator[Judgement]:
        return (j for j in self.of_mention.get(mention, ()) if j.verdict is Verdict.SAME and j.pair != without)

    def joining(self, mentions: set[str], without: Pair) -> list[str]:
        """Ids of the judgements by which these are one."""
        return sorted({j.id for mention in mentions for j in self._same(mention, without)})

    def parting(self, ones: set[str], others: set[str], without: Pair) -> list[str]:
        """Ids of the judgements that tell somebody of the ones from somebody of the others."""
        return sorted({
            j.id for one in ones for j in self.of_mention.get(one, ())
            if j.verdict is Verdict.DIFFERENT and j.pair != without and (j.b if j.a == one else j.a) in others
        })  # fmt: skip


def judged_now(register: Register) -> Judged:
    """Kept until something is appended."""
    knowledge = register.caught_up()
    if "judged now" not in register.memo:
        of_pair, of_mention = {}, defaultdict(list)
        for judgement in latest(judgement_here(register, opened) for opened in knowledge.judgements):
            if not judgement.automatic:
                of_pair[judgement.pair] = judgement
                of_mention[judgement.a].append(judgement)
                of_mention[judgement.b].append(judgement)
        register.memo["judged now"] = Judged(of_pair, {one: tuple(found) for one, found in of_mention.items()})
    found: Judged = register.memo["judged now"]
    return found
