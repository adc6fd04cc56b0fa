"""A long list, a page at a time: which part is shown, and the addresses of those beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from habeas.kernel.errors import UsageError

T = TypeVar("T")
#: No list has more pages.
_LAST = 1_000_000


def page_number(text: str) -> int:
    """A page as an address says it. Raises UsageError for anything but a number from 1."""
    if not text.isdecimal() or not 1 <= int(text[:20]) <= _LAST:
        raise UsageError(f"page {text[:20]}: pages are numbered from 1")
    return int(text)


def address_of(words: Mapping[str, str], **changed: str) -> str:
    """The end of an address, with its "?"; an address without words is the plain page."""
    return f"?{urlencode({**words, **changed})}"


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """`rows` of all `total`; `number` of `pages`, from 1. `earlier` and `later` are ends of addresses, None at either end."""

    rows: Sequence[T]
    total: int
    number: int
    pages: int
    earlier: str | None
    later: str | None


def part_of(rows: Sequence[T], total: int, number: int, on_a_page: int, words: Mapping[str, str]) -> Part[T]:
    """A page whose rows were taken out already. `words` are what the address says beside the page."""
    pages = pages_of(total, on_a_page)
    return Part(
        rows, total, number, pages,
        address_of(words, page=str(number - 1)) if number > 1 else None,
        address_of(words, page=str(number + 1)) if number < pages else None,
    )  # fmt: skip


def cut(everything: Sequence[T], wanted: str, on_a_page: int, words: Mapping[str, str]) -> Part[T]:
    """The page that an address asks for; the last one where it asks for a later. Raises UsageError for no page."""
    number = min(page_number(wanted or "1"), pages_of(len(everything), on_a_page))
    rows = everything[(number - 1) * on_a_page : number * on_a_page]
    return part_of(rows, len(everything), number, on_a_page, words)


def cut_as_sent(everything: Sequence[T], sent: Mapping[str, str], on_a_page: int) -> Part[T]:
    """As `cut`, everything that the address says kept in those of the other pages."""
    return cut(
        everything, sent.get("page", ""), on_a_page, {name: said for name, said in sent.items() if name != "page"}
    )


def pages_of(total: int, on_a_page: int) -> int:
    """Into how many pages a list falls; an empty one has one."""
    return max(1, -(-total // on_a_page))
