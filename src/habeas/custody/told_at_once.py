"""What one source tells at once of a custody and of its end: "serving five years, was released", "held in Colony 5, died".

A state told without a day is one of the day it was told, unless the same source tells that custody had ended: then it may as well be the
state before, so that custody afterwards is possible only, and after a death none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from habeas.custody.signs import Sign


def without_overtaken(signs: Collection[Sign]) -> list[Sign]:
    """The signs, states without a day being taken back or made weak where their own source tells of an end and of no arrest after it."""
    ends = [s for s in signs if s.strong and not s.hint and s.effect in ("leaves", "died")]
    if not ends or not any(s.undated for s in signs):
        return list(signs)
    arrests = [s for s in signs if s.effect == "enters"]
    return [kept for s in signs if (kept := _overtaken(s, ends, arrests)) is not None]


def _overtaken(sign: Sign, ends: Iterable[Sign], arrests: Iterable[Sign]) -> Sign | None:
    if not sign.undated or sign.effect != "inside":
        return sign
    own = [e for e in ends if e.source == sign.source and e.lo <= sign.hi]
    if any(_is_death(e) for e in own):
        return None
    again = any(a.source == sign.source and a.hi >= max(e.lo for e in own) for a in arrests) if own else True
    return sign if again else replace(sign, strong=False)


def _is_death(sign: Sign) -> bool:
    return sign.effect == "died" or sign.way_out == "died"
