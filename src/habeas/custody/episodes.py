"""Episodes: each unbroken period in one custody situation, split where the kind of place changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from habeas.custody.held import Held
from habeas.custody.periods import Edge, Period
from habeas.custody.signs import ENDLESS, NEVER
from habeas.custody.status import way_out


def episodes(held: Held) -> list[dict[str, Any]]:
    """Oldest first, as plain data. `from` and `to` are EDTF texts, None = not known or still going on."""
    return [episode for period in held.periods for episode in _of(period)]


def _of(period: Period) -> list[dict[str, Any]]:
    changes = _place_changes(period)
    out = []
    for index, (kind, start) in enumerate(changes):
        last = index == len(changes) - 1
        out.append({
            "place_kind": kind, "from": start, "since_unknown": period.start.implied and index == 0,
            "to": None if last and period.end is None else _text(period.end) if last else changes[index + 1][1],
            "way_out": way_out(period) if last else None, "only_perhaps_out": last and period.end_is_hint,
            "conditions": sorted({c for s in period.end.signs for c in s.conditions}) if last and period.end else [],
            "disputed": period.dispute or (_dispute(period) if last else None),
            "claims": _claims(period),
        })  # fmt: skip
    return out


def _place_changes(period: Period) -> list[tuple[str, str | None]]:
    told = [s for s in (*period.start.signs, *period.inside) if s.place_kind]
    told.sort(key=lambda s: (s.lo, s.hi, s.claim))
    first = next((s.place_kind for s in told if s in period.start.signs), None)
    changes: list[tuple[str, str | None]] = [(first or "unknown", _text(period.start))]
    for sign in told:
        if sign.place_kind is not None and sign.place_kind != changes[-1][0] and sign not in period.start.signs:
            changes.append((sign.place_kind, _text(Edge(sign.lo, sign.hi))))
    return changes


def _dispute(period: Period) -> str | None:
    if period.start.disputed:
        return "sources give different days for the beginning"
    if period.end is not None and period.end.disputed:
        return "sources give different days for the end"
    if period.contradicted:
        return "an earlier exit is told, with no arrest since"
    return None


def _claims(period: Period) -> list[str]:
    signs = [*period.start.signs, *period.inside, *(period.end.signs if period.end else ())]
    return list(dict.fromkeys(s.claim for s in sorted(signs, key=lambda s: (s.lo, s.hi, s.claim))))


def _text(edge: Edge | None) -> str | None:
    """EDTF: a day, a range, or open at one side; None when nothing is known."""
    if edge is None or edge.lo >= ENDLESS or (edge.lo <= NEVER and edge.hi >= ENDLESS):
        return None
    low = ".." if edge.lo <= NEVER else date.fromordinal(edge.lo).isoformat()
    high = ".." if edge.hi >= ENDLESS else date.fromordinal(edge.hi).isoformat()
    return low if low == high else f"{low}/{high}"
