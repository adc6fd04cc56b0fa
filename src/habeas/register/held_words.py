"""Words that must not be shown, found in any text: names of people held back, the words of claims held back, addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")


class HeldWords:
    """Sequences of whole words, found whatever stands between them; case does not matter."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in {_words(text) for text in texts}:
            if words:
                self._by_first[words[0]].append(words)

    def without(self, shown: Iterable[str]) -> HeldWords:
        """The same but for those that stand in one of these texts, which are shown anyway: a name that two people have is no secret."""
        known = {held for text in shown for held in self._found(_words(text))}
        left = HeldWords(())
        for first, held in self._by_first.items():
            kept = [words for words in held if words not in known]
            if kept:
                left._by_first[first] = kept
        return left

    def are_in(self, text: str | None) -> bool:
        """Whether any of them stands in a text."""
        return bool(text) and bool(self._by_first) and any(True for _ in self._found(_words(str(text))))

    def _found(self, words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
        for place, word in enumerate(words):
            for held in self._by_first.get(word, ()):
                if words[place : place + len(held)] == held:
                    yield held


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
