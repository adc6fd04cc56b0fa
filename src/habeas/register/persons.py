"""One person: names, status, episodes and every claim down to its quote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.vocabulary import vocabulary
from habeas.custody.episodes import episodes
from habeas.custody.held import Held
from habeas.custody.status import is_nothing_known, status_on
from habeas.figures.definitions import Definition
from habeas.figures.evidence import as_member
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import InputRefused
from habeas.names.score import SAME
from habeas.register.finding import find
from habeas.register.known import Known, known
from habeas.register.listings import listings
from habeas.register.opened import Register
from habeas.register.remembered import remembered


class SeveralMatch(InputRefused):
    """A name that fits several persons; `hits` lists them. Not a fault of the input: exit 1."""

    exit_code = 1

    def __init__(self, text: str, hits: list[dict[str, Any]]) -> None:
        super().__init__(f"'{text}' fits {len(hits)} persons; ask again with an id")
        self.hits = hits


def person(register: Register, wanted: str, asked: AsOf, of: Definition) -> dict[str, Any]:
    """By id, former id, or a name that one person has. Raises SeveralMatch, or InputRefused when nobody fits.

    The status is that of the roll: how long a proof of custody holds is said by the definition. Whether the person belongs under it
    is not asked here.
    """
    now = known(register, asked.known_by, asked.basis)
    found = now.everyone[_one(register, now, wanted, asked)]
    status = status_on(found.held, of.custody_day(asked.day), of.staleness)
    claims = [
        *found.claims,
        *_set_aside(register, now, found.person.mentions, {c.id for c in found.claims}),
        *found.outgraded,
    ]
    lost = {c.id for c in found.outgraded}
    return {
        "id": found.person.id,
        "names": list(found.person.names),
        "status": {
            "on": asked.day.isoformat(),
            "answer": status.answer,
            "nothing_told": is_nothing_known(found.held, asked.day),
            "because": status.why,
            "claims": list(status.claims),
            "unconfirmed": status.unconfirmed,
            "last_proof": None if status.last_proof is None else status.last_proof.isoformat(),
            "definition": str(of),
        },
        "episodes": episodes(found.held),
        "claims": [_claim(register, now, c, found.held, c.id in lost) for c in claims],
        "listings": listings(register, asked.known_by, asked.basis, found.person.mentions),
        "look_alikes": sorted(
            {p for g in now.look_alikes if found.person.id in g.persons for p in g.persons} - {found.person.id}
        ),
    }


def _one(register: Register, now: Known, wanted: str, asked: AsOf) -> str:
    if wanted in now.persons.of_mention:
        return now.persons.of_mention[wanted]
    hits = find(register, wanted, asked)["hits"]
    literal = [h for h in hits if str(h["matched"]).casefold() == wanted.casefold().strip()]
    literal = literal or [h for h in hits if _has_words(str(h["matched"]), wanted)]
    exact = literal or [h for h in hits if h["score"] == 1.0] or [h for h in hits if h["score"] >= SAME] or hits
    if not exact:
        raise InputRefused(f"nobody here is called '{wanted}'; search with: habeas find REG NAME")
    if len(exact) > 1:
        raise SeveralMatch(wanted, sorted(exact, key=lambda h: (h["name"], h["id"])))
    return str(exact[0]["id"])


def _has_words(name: str, wanted: str) -> bool:
    """Whether a name holds the words asked for as they are written; who is called so goes before who is called much alike."""
    return set(wanted.casefold().split()) <= set(name.casefold().split())


def _set_aside(register: Register, now: Known, mentions: tuple[str, ...], counted: set[str]) -> list[Claim]:
    own = set(mentions)
    lost = [c for c in _all_set_aside(register, now) if c.id not in counted]
    return [as_member(c) for c in lost if c.subject in own or own & set(c.members)]


def _all_set_aside(register: Register, now: Known) -> Sequence[Claim]:
    """Claims that do not count, of everybody; looked for once."""
    return remembered(
        register, "set aside", (now.known_by, str(now.basis)),
        lambda: [c for c in now.visible.claims if c.id in now.visible.set_aside],
    )  # fmt: skip


def _claim(register: Register, now: Known, claim: Claim, held: Held, is_outgraded: bool) -> dict[str, Any]:
    source = now.sources[claim.source]
    return {
        "id": claim.id, "predicate": claim.predicate, "label": vocabulary().predicate(claim.predicate).label,
        "value": {**claim.value, **_group(claim)},
        "valid": _valid(claim), "reality": claim.reality, "quote": claim.quote, "capture": claim.source,
        "source": source.name, "published": source.published.text or None,
        "span": list(claim.span) if claim.span else None, "said_by": claim.speaker, "rules": list(claim.rules),
        "disputed": is_outgraded or claim.id in now.visible.set_aside or _in_dispute(claim, held),
        "provisional": claim.provisional,
    }  # fmt: skip


def _group(claim: Claim) -> dict[str, Any]:
    """What a claim about a group adds to its value: how many it speaks of, and how that number is meant where not exactly."""
    if claim.subject is not None:
        return {}
    return {
        "group": claim.count,
        **({"comparator": claim.comparator} if claim.comparator not in (None, "exact") else {}),
    }


def _valid(claim: Claim) -> str | None:
    if claim.until is not None:
        return f"{claim.when.text or '..'}/{claim.until.text or '..'}"
    return claim.when.text or None


def _in_dispute(claim: Claim, held: Held) -> bool:
    if any(claim.id in (denied.claim, *denied.told) for denied in held.denied):
        return True
    for period in held.periods:
        signs = [
            s
            for edge in (period.start, period.end)
            if edge is not None and (edge.disputed or period.dispute)
            for s in edge.signs
        ]
        if period.dispute:
            signs += period.inside
        if any(s.claim == claim.id for s in signs):
            return True
    return False
