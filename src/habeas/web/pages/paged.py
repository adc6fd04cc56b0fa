"""A long list, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from habeas.kernel.errors import UsageError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`rows` of page `number` of `pages`, of `total`; `earlier` and `later` are ends of addresses, None where there is none."""

    rows: Sequence[T]
    number: int
    pages: int
    total: int
    earlier: str | None
    later: str | None


def paged(rows: Sequence[T], sent: Mapping[str, str], size: int) -> Page[T]:
    """The page that an address asks for. Raises UsageError where it is no number; beyond the last is the last."""
    asked = sent.get("page", "1")
    pages = max(1, -(-len(rows) // size))
    if not asked.isdecimal() or int(asked) < 1:
        raise UsageError(f"page {asked}: pages are numbered from 1 to {pages}")
    number = min(int(asked), pages)
    return Page(
        rows[(number - 1) * size : number * size], number, pages, len(rows),
        _address(sent, number - 1) if number > 1 else None, _address(sent, number + 1) if number < pages else None,
    )  # fmt: skip


def _address(sent: Mapping[str, str], number: int) -> str:
    return f"?{urlencode({**sent, 'page': str(number)})}"
