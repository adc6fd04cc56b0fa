"""Published figures and groups as the register holds them, each with its quote."""

from __future__ import annotations

from typing import Any

from habeas.claims.claim import Claim
from habeas.kernel.asof import AsOf
from habeas.register.known import Known, known
from habeas.register.opened import Register

_GROUP_EVENTS = ("release", "pardon", "exchange", "expulsion", "exile", "arrest", "death_in_custody", "amnesty")


def figures(register: Register, asked: AsOf) -> dict[str, Any]:
    """All published figures, all groups with how many of them are named here, and how many claims a basis leaves out for want of a day."""
    now = known(register, asked.known_by, asked.basis)
    return {
        "figures": [figure_json(now, c) for c in now.figures],
        "groups": [
            _group(now, c)
            for c in now.groups
            if c.count is not None and c.predicate in _GROUP_EVENTS and c.reality == "actual"
        ],
        "undated_left_out": now.visible.undated_left_out,
    }


def figure_json(now: Known, claim: Claim) -> dict[str, Any]:
    """One figure in the shape of the interface."""
    value, source = claim.value, now.sources[claim.source]
    return {
        "id": claim.id, "value": value["value"], "comparator": value.get("comparator") or claim.comparator or "exact",
        "population": value.get("population", "other"), "scope": value.get("scope"), "as_of": value.get("as_of"),
        "since": value.get("since"), "until": value.get("until"), "said_by": claim.speaker, "published": source.published.text or None,
        "kind": value.get("kind") or ("stock" if value.get("population") in ("in_custody", "serious_health") else "flow"),
        "quote": claim.quote, "capture": claim.source, "span": list(claim.span) if claim.span else None, "reality": claim.reality,
        "source": f"{source.name} ({source.url})" if source.url else source.name,
    }  # fmt: skip


def _group(now: Known, claim: Claim) -> dict[str, Any]:
    named = list(dict.fromkeys(now.persons.of_mention[m] for m in claim.members if m in now.persons.of_mention))
    reported = int(claim.count or 0)
    return {
        "id": claim.id, "event": claim.predicate, "reported": reported, "comparator": claim.comparator or "exact",
        "named": len(named), "unnamed": max(0, reported - len(named)), "date": claim.when.text or None,
        "members": [{"id": p, "name": now.persons.by_id[p].name} for p in named], "quote": claim.quote, "capture": claim.source, "source": now.sources[claim.source].name,
    }  # fmt: skip
