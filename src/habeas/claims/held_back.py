"""That something told of a person's custody may not be shown: when, and nothing of what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from habeas.kernel.asof import Basis


class Settles(IntEnum):
    """What shown later settles again whether the person is held: any proof of custody, only an arrest, or nothing."""

    PROOF = 0
    ARREST = 1
    NOTHING = 2


@dataclass(frozen=True, slots=True)
class HeldBack:
    """One telling of custody, on some day from `lo` to `hi` (ordinals), about the person shown as `mention`.

    `recorded` and `published` are the last days (ordinals) on which it can have come in and come out, None = not known. `sources`: the
    list or publication it is from. `in_confidence`: it was never published.
    """

    mention: str
    lo: int
    hi: int
    settled_by: Settles
    recorded: int | None = None
    published: int | None = None
    sources: frozenset[str] = frozenset()
    in_confidence: bool = False


def held_back_by(held: Iterable[HeldBack], known_by: date, basis: Basis) -> tuple[HeldBack, ...]:
    """Those that bear on what was known by K, by the basis."""
    return tuple(one for one in held if _counts(one, known_by.toordinal(), basis))


def _counts(one: HeldBack, limit: int, basis: Basis) -> bool:
    if basis.kind == "register":
        return one.recorded is not None and one.recorded <= limit
    if one.published is None or one.published > limit:
        return False
    return not one.in_confidence if basis.kind == "public" else basis.list_name in one.sources


def of_mentions(held: Iterable[HeldBack], mentions: Collection[str]) -> tuple[HeldBack, ...]:
    """Those about any of these."""
    return tuple(one for one in held if one.mention in mentions)
