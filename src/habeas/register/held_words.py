"""Words that must not be shown, found in any text: names of people held back, the words of claims held back, addresses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_Words = tuple[str, ...]
#: For so few a text is looked through letter by letter before it is split into words.
_FEW = 12


class HeldWords:
    """Sequences of whole words, found whatever stands between them; case does not matter."""

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
        return found

    @property
    def are_none(self) -> bool:
        """Whether nothing is held back."""
        return not self._held

    def are_in(self, text: str | None) -> bool:
        """Whether any of them stands in a text."""
        if not text or not self._by_first:
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
    """`HeldWords(held).without(shown)` while texts come to be held back, come to be shown, or are no longer either. A text may be so for several
    reasons, and is split into words once for as long as it is.
    """

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._shown: Counter[str] = Counter()
        self._split: dict[str, _Words] = {}
        self._stale = False
        self._answer = HeldWords(())

    def hold(self, texts: Iterable[str], reasons: int = 1) -> None:
        """Hold texts back for one reason more; -1 for one less."""
        self._count(self._held, texts, reasons)

    def show(self, texts: Iterable[str], reasons: int = 1) -> None:
        """Texts are shown for one reason more; -1 for one less."""
        self._count(self._shown, texts, reasons)

    def _count(self, those: Counter[str], texts: Iterable[str], reasons: int) -> None:
        for text in texts:
            before = those[text]
            those[text] = before + reasons
            if not those[text]:
                del those[text]
            if not before or not those[text]:
                self._stale = True

    def words(self) -> HeldWords:
        """What of the texts held back is in none of those shown; the same object for as long as these are the same."""
        if self._stale:
            before = self._split
            self._split = {text: before.get(text) or _words(text) for text in {**self._held, **self._shown}}
            found = HeldWords(())
            found._take(self._split[text] for text in self._held)
            self._answer = found._without(self._split[text] for text in self._shown)
            self._stale = False
        return self._answer


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(text.casefold()))
