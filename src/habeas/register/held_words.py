"""Words that must not be shown, found in any text: names of people held back, the words of claims held back, addresses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeVar

from habeas.register.held_names import HeldNames, Pairs, ShownNames, illness_pairs, street_pairs

_WORD = re.compile(r"[^\W_]+")
_Words = tuple[str, ...]
_T = TypeVar("_T")
#: For so few a text is looked through letter by letter before it is split into words.
_FEW = 12


class HeldWords:
    """Sequences of whole words, found whatever stands between them; case does not matter. Beside them `names`, found however they are written."""

    names = HeldNames()

    def __init__(self, texts: Iterable[str]) -> None:
        self._take(_words(text) for text in set(texts))

    def _take(self, held: Iterable[_Words]) -> None:
        self._held = frozenset(words for words in held if words)
        self._by_first: dict[str, list[_Words]] = defaultdict(list)
        for words in self._held:
            self._by_first[words[0]].append(words)

    def without(self, shown: Iterable[str]) -> HeldWords:
        """The same but for those that stand in one of these texts, which are shown anyway: a name that two people have is no secret."""
        return self._without(_words(text) for text in set(shown))

    def _without(self, shown: Iterable[_Words]) -> HeldWords:
        left = HeldWords(())
        left._take(self._held - {held for words in shown if self._by_first for held in self._found(words)})
        return left

    def unlike(self, other: HeldWords) -> HeldWords:
        """Those that are held back in one of the two and not in the other."""
        found = HeldWords(())
        found._take(self._held ^ other._held)
        found.names = self.names.unlike(other.names)
        return found

    @property
    def are_none(self) -> bool:
        """Whether nothing is held back."""
        return not self._held and self.names.are_none

    def are_in(self, text: str | None, about: str = "") -> bool:
        """Whether any of them stands in a text; `about`: the names of those of whom it is told."""
        return bool(text) and (self._are_in(str(text)) or self.names.are_in(str(text), about))

    def _are_in(self, text: str) -> bool:
        if not self._by_first:
            return False
        if len(self._by_first) <= _FEW:
            folded = text.casefold()
            if not any(first in folded for first in self._by_first):
                return False
        return any(True for _ in self._found(_words(text)))

    def _found(self, words: _Words) -> Iterable[_Words]:
        for place, word in enumerate(words):
            for held in self._by_first.get(word, ()):
                if words[place : place + len(held)] == held:
                    yield held


class KeptWords:
    """What of the texts, names, addresses and illnesses held back is in none of the names shown, while they come to be held back, come to be shown,
    or are no longer either. Each may be so for several reasons, and a text is split into words once for as long as it is.
    """

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._living: Counter[str] = Counter()
        self._ill: Counter[tuple[str, str]] = Counter()
        self._shown: Counter[str] = Counter()
        self._split: dict[str, _Words] = {}
        self._stale = False
        self._answer = HeldWords(())

    def hold(self, texts: Iterable[str], reasons: int = 1) -> None:
        """Hold texts back for one reason more; -1 for one less."""
        self._count(self._held, texts, reasons)

    def hold_names(self, names: Iterable[str], reasons: int = 1) -> None:
        """The same of names, which are found in other orders, cases and scripts too."""
        self._count(self._named, names, reasons)

    def hold_addresses(self, addresses: Iterable[str], reasons: int = 1) -> None:
        """The same of addresses, of which a street with its number tells enough."""
        addresses = [*addresses]
        self._count(self._held, addresses, reasons)
        self._count(self._living, addresses, reasons)

    def hold_illnesses(self, illnesses: Iterable[tuple[str, str]], reasons: int = 1) -> None:
        """The same of what somebody is ill with, each after their name; in what is told of others it is no secret."""
        self._count(self._ill, illnesses, reasons)

    def show(self, names: Iterable[str], reasons: int = 1) -> None:
        """Names are shown for one reason more; -1 for one less."""
        self._count(self._shown, names, reasons)

    def _count(self, those: Counter[_T], texts: Iterable[_T], reasons: int) -> None:
        for text in texts:
            before = those[text]
            those[text] = before + reasons
            if not those[text]:
                del those[text]
            if not before or text not in those:
                self._stale = True

    def words(self) -> HeldWords:
        """What is held back and not shown anyway; the same object for as long as these are the same."""
        if self._stale:
            before, shown = self._split, ShownNames(self._shown)
            held = [*self._held, *(name for name in self._named if not shown.have(name))]
            self._split = {text: before.get(text) or _words(text) for text in (*held, *self._shown)}
            found = HeldWords(())
            found._take(self._split[text] for text in held)
            self._answer = found._without(self._split[text] for text in self._shown)
            self._answer.names = self._names(shown)
            self._stale = False
        return self._answer

    def _names(self, shown: ShownNames) -> HeldNames:
        if not (self._named or self._living or self._ill):
            return HeldNames()
        surnames, pairs = set[str](), set[tuple[str, str]]()
        for name in self._named:
            alone, beside = shown.hold(name)
            surnames.update(alone)
            pairs.update(beside)
        streets: Pairs = frozenset().union(*map(street_pairs, self._living))
        ill: Pairs = frozenset().union(*(illness_pairs(name, said) for name, said in self._ill))
        return HeldNames(frozenset(surnames), frozenset(pairs), streets, ill)


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(text.casefold()))
