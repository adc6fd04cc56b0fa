"""Releases in waves: the list of them, and one with what became of everybody named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.claims.claim import Claim
from habeas.kernel.errors import UsageError
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.wave_people import STATES, Announced, Freed, Told, Wave, listed_waves, wave
from habeas.register.waves import SMALLEST
from habeas.web.asking import NotHere, Question
from habeas.web.pages.claim_words import compared
from habeas.web.words import day as in_words

#: People on one page.
_ON_A_PAGE = 100
#: Waves in one list, and the largest size that may be asked for.
_LISTED, _LARGEST = 500, 1_000_000
#: Columns after the name: what is asked of each.
COLUMNS = {
    "confirmed": "Confirmed free", "crossed": "Crossed the border", "refused": "Refused to leave", "at_home": "At liberty in the country",
    "charged_again": "Charged or arrested again",
}  # fmt: skip
_SAID = {
    "confirmed": "confirmed free by a second source or a proof", "crossed": "taken or gone across the border", "refused": "refused to leave",
    "at_home": "at liberty in the country", "charged_again": "charged or arrested again",
}  # fmt: skip


def waves(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Every wave of a size, the latest first. Raises UsageError for a size that is no number."""
    least = sent.get("least", str(SMALLEST))
    if not least.isdecimal() or not 1 <= int(least) <= _LARGEST:
        raise UsageError(f"at least {least} people: write a whole number from 1 to {_LARGEST:,}")
    found = listed_waves(register, question.asked, int(least))
    return {
        "title": "Releases", "waves": [(w, None if w.announced is None else compared(w.announced, w.comparator)) for w in found[:_LISTED]], "more": max(0, len(found) - _LISTED), "least": int(least),
        "smaller": question.address(least="1") if int(least) > 1 else None,
    }  # fmt: skip


def one_wave(register: Register, question: Question, key: str, sent: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page shows. Raises NotHere where nobody is known to have been let go then."""
    found = wave(register, key, question.asked, question.of)
    if found is None:
        raise NotHere(f"{key}: nobody is known to have been released then; see the list of releases")
    page, pages = _page(sent.get("page", "1"), len(found.people))
    now = known(register, question.asked.known_by, question.asked.basis)
    shown = found.people[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
    return {
        "announced": None if found.largest is None else compared(found.largest.count, found.largest.comparator),
        "not_named": None if found.largest is None else compared(found.not_named or 0, found.largest.comparator if found.not_named else None),
        "title": f"Released on {in_words(found.day)}", "wave": found, "line": quotable(found, question), "columns": COLUMNS.values(),
        "rows": [_row(now.sources, person) for person in shown], "states": [(said, found.states[s]) for s, said in STATES.items() if found.states[s]],
        "numbers": [{"n": compared(one.count, one.comparator), "doubt": _doubt_of(one), **_said_by(now.sources, one.claim)} for one in found.numbers],
        "page": page, "pages": pages, "earlier": question.address(page=str(page - 1)) if page > 1 else None,
        "later": question.address(page=str(page + 1)) if page < pages else None,
    }  # fmt: skip


def quotable(found: Wave, question: Question) -> str:
    """The wave in one sentence with every number and the days it holds for."""
    parts, largest = [], found.largest
    if largest is not None:
        parts.append(f"{compared(largest.count, largest.comparator)} announced{_doubt_of(largest)}")
    parts.append(f"{len(found.people):,} named here")
    if found.not_named and largest is not None:
        parts.append(f"{compared(found.not_named, largest.comparator)} not named")
    if found.not_ours:
        parts.append(f"{found.not_ours:,} of those named not counted as belonging")
    if provisional := sum(person.provisional for person in found.people):
        parts.append(f"{provisional:,} of those named provisional, accepted by one person only")
    if found.confidential:
        parts.append(f"{found.confidential:,} of those named told only in confidence")
    for state, said in _SAID.items():
        if number := sum(person.told[state].answer == "yes" for person in found.people):
            parts.append(f"{number:,} {said}")
    by = f" by {found.act}" if found.act else ""
    asked = question.asked
    return f"Released on {in_words(found.day)}{by}: {', '.join(parts)}, up to {in_words(asked.day)}, as known by {in_words(asked.known_by)}."


def _doubt_of(number: Announced) -> str:
    told = (("provisional", number.claim.provisional), ("in confidence", number.confidential))
    said = " and ".join(word for word, so in told if so)
    return f" ({said})" if said else ""


def _page(text: str, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // _ON_A_PAGE))
    if not text.isdecimal() or int(text) < 1:
        raise UsageError(f"page {text}: pages are numbered from 1 to {pages}")
    return min(int(text), pages), pages


def _row(sources: Mapping[str, Any], person: Freed) -> dict[str, Any]:
    cells = [(said, _cell(sources, person.told[state])) for state, said in COLUMNS.items()]
    return {
        "id": person.person, "name": person.name, "state": STATES[person.state], "code": person.state, "ours": person.ours, "cells": cells,
        "provisional": person.provisional, "confidential": person.confidential,
        "announced": _cell(sources, person.told["announced"]),
    }  # fmt: skip


def _cell(sources: Mapping[str, Any], told: Told) -> dict[str, Any]:
    claim = told.claims[0] if told.claims else None
    return {"answer": told.answer, **(_said_by(sources, claim) if claim is not None else {})}


def _said_by(sources: Mapping[str, Any], claim: Claim) -> dict[str, Any]:
    source = sources.get(claim.source)
    return {
        "claim": claim.id,
        "source": claim.source,
        "by": claim.speaker or (source.name if source is not None else ""),
    }
