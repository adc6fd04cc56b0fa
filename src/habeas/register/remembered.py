"""Answers kept until something is appended, the latest few of each kind: an address may ask any of endlessly many questions."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from habeas.register.opened import Register, without_collection

T = TypeVar("T")


def remembered(register: Register, kind: str, question: Hashable, make: Callable[[], T], most: int = 24) -> T:
    """What `make` answers to the question; made again only when it is not among the `most` answers of its kind used last."""
    kept: dict[Hashable, Any] = register.memo.get(("remembered", kind), {})
    if question in kept:
        answer: T = kept.pop(question)
    else:
        with without_collection():  # what is kept lasts, and the collector would walk over the whole register
            answer = make()
    # what makes an answer may have read further in the ledger, which forgets all that was kept
    kept = register.memo.setdefault(("remembered", kind), {})
    kept[question] = answer
    while len(kept) > most:
        del kept[next(iter(kept))]
    return answer
