"""Claims, mentions and the rest as ledger entries, and back.

Every JSON body is an envelope `{"actor", "content", "kind", "recorded_at"}`. An id is made from the content alone, so that
the same thing said twice is one entry whoever says it and whenever; capture times and reader versions live outside `content`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from typing import Any

from habeas.claims.claim import Claim, Mention, Source
from habeas.claims.ledger import Body, NewEntry
from habeas.kernel.days import Day
from habeas.kernel.ids import canonical, id_of_bytes

PREFIX = {
    "capture": "cap", "bytes": "raw", "passage": "psg", "note": "note", "citation": "cit", "mention": "mtn", "claim": "clm",
    "draft": "drf", "review": "rev", "retract": "ret", "reinstate": "rei", "ruling": "rul", "judgement": "jdg",
    "policy": "pol", "definition": "def", "version": "ver", "sealed": "sea", "expunged": "exp",
}  # fmt: skip

#: The value of a claim that has none: one for all of them, and nobody writes into a claim.
_NOTHING: Mapping[str, Any] = {}
#: Bodies read at once. Captures are among them, so there are not too many.
_AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who recorded something and when; `beside` is kept with the body but is no part of its identity."""

    actor: str
    recorded_at: datetime
    beside: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A body read back: its place, id, kind, content, stamp and what was kept beside."""

    sequence: int
    id: str
    kind: str
    content: Mapping[str, Any]
    actor: str
    recorded_at: datetime
    beside: Mapping[str, Any]


def new_entry(key: bytes, kind: str, content: Mapping[str, Any], stamp: Stamp) -> NewEntry:
    """An entry ready to append. `names` is set for kind `expunged` from `content["entry"]`."""
    return _entry(key, kind, content, stamp, stamp.beside)


def new_claim(
    key: bytes, content: Mapping[str, Any], stamp: Stamp, beside: Mapping[str, Any] | None
) -> tuple[NewEntry, Claim]:
    """A claim's entry, with what is kept `beside` this one, and the claim as it would be read back: nothing just written need be read.

    `content` and `beside` hold what JSON holds as it is: lists and no tuples, and the fields of `value` in their order.
    """
    entry = _entry(key, "claim", content, stamp, beside)
    return entry, _claim(entry.id, content, stamp.actor, _moment(_told(stamp.recorded_at)), beside or {})


def _entry(
    key: bytes, kind: str, content: Mapping[str, Any], stamp: Stamp, beside: Mapping[str, Any] | None
) -> NewEntry:
    written = canonical(content)
    names = str(content["entry"]) if kind == "expunged" else None
    before, after = _round(stamp.actor, kind, stamp.recorded_at)
    # the envelope is put round content that is canonical already: writing it twice is half the time of a large import
    aside = b',"beside":' + canonical(beside) if beside else b""
    return NewEntry(
        id_of_bytes(key, PREFIX[kind], written), kind, before + aside + b',"content":' + written + after, names
    )


@lru_cache(maxsize=256)
def _round(actor: str, kind: str, recorded_at: datetime) -> tuple[bytes, bytes]:
    """What stands before and after the content; the same for all claims of one batch."""
    moment = _told(recorded_at)
    return canonical({"actor": actor})[:-1], b"," + canonical({"kind": kind, "recorded_at": moment})[1:]


@lru_cache(maxsize=256)
def _told(recorded_at: datetime) -> str:
    """An instant as bodies state it."""
    return recorded_at.astimezone(UTC).isoformat(timespec="microseconds")


def open_body(body: Body) -> Opened:
    """Read one JSON body back. Raises ValueError when its data was expunged or is not an envelope."""
    if body.data is None:
        raise ValueError(f"entry {body.id} was expunged")
    return _opened(body, json.loads(body.data))


def open_bodies(bodies: Iterable[Body]) -> Iterator[Opened]:
    """The same of many, those expunged left out; hundreds are read at a time, which takes half as long as one by one."""
    there = (body for body in bodies if body.data is not None)
    while some := list(islice(there, _AT_A_TIME)):
        try:
            envelopes = json.loads(b"[" + b",".join(body.data or b"" for body in some) + b"]")
        except ValueError:
            envelopes = []
        if len(envelopes) == len(some):
            yield from map(_opened, some, envelopes)
        else:  # one of them is at fault: by itself it says so
            yield from map(open_body, some)


def _opened(body: Body, envelope: Mapping[str, Any]) -> Opened:
    return Opened(
        body.sequence, body.id, body.kind, envelope["content"], envelope["actor"], _moment(envelope["recorded_at"]), envelope.get("beside", {}),
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _moment(text: str) -> datetime:
    """One instant for all that was recorded at once."""
    return datetime.fromisoformat(text)


def decided_at(opened: Opened) -> datetime:
    """When a decision was made, in whichever register; never later than it was recorded here."""
    told = opened.content.get("at")
    return opened.recorded_at if told is None else min(_moment(str(told)), opened.recorded_at)


def label_of(opened: Opened) -> str:
    """What a decision is known by in every register: its id in the one where it was made."""
    return str(opened.content.get("key") or opened.id)


def claim_content(claim: Claim) -> dict[str, Any]:
    """The part of a claim that makes its identity; absent means unknown."""
    content: dict[str, Any] = {
        "predicate": claim.predicate, "source": claim.source, "subject": claim.subject, "value": dict(claim.value),
        "when": claim.when.text, "until": None if claim.until is None else claim.until.text, "reality": claim.reality,
        "speaker": claim.speaker, "quote": claim.quote, "passage": claim.passage,
        "span": list(claim.span) if claim.span else None, "count": claim.count, "comparator": claim.comparator,
        "members": list(claim.members), "weak": claim.weak or None,
    }  # fmt: skip
    return {name: value for name, value in content.items() if value not in (None, [], {})}


def claim_of(opened: Opened) -> Claim:
    """The claim in an opened body. One of a list is told by the version that first held it: that is its source, with its day."""
    return _claim(opened.id, opened.content, opened.actor, opened.recorded_at, opened.beside)


def _claim(
    claim_id: str, content: Mapping[str, Any], actor: str, recorded_at: datetime, beside: Mapping[str, Any]
) -> Claim:
    told, told_in = content.get, beside.get("version")
    until, span = told("until"), told("span")
    return Claim(
        claim_id, told("subject"), content["predicate"], told("value", _NOTHING), told_in or content["source"], Day.parse(told("when", "")),
        None if until is None else Day.parse(until), told("reality", "actual"), told("speaker"), told("quote"), told("passage"),
        (span[0], span[1]) if span else None, told("count"), told("comparator"), tuple(told("members", ())), told("weak", False),
        tuple(beside.get("rules", ())), recorded_at, actor, beside.get("provisional", False), told_in, tuple(beside.get("cells", ())),
    )  # fmt: skip


def mention_of(opened: Opened) -> Mention:
    """The mention in an opened body."""
    content = opened.content
    return Mention(opened.id, content["source"], content["name"], content.get("key"), opened.recorded_at)


def source_of(opened: Opened) -> Source:
    """What claims need to know of a capture, note or citation."""
    content = opened.content
    name = (
        content.get("publisher")
        or content.get("name")
        or content.get("list_name")
        or content.get("file_name")
        or content.get("channel")
        or "source"
    )
    return Source(
        id=opened.id, name=str(name), published=Day.parse(content.get("published") or content.get("day") or ""),
        kind=opened.kind, list_name=content.get("list_name"), derived_from=content.get("derived_from"),
        grade=int(content.get("grade", 0)), sha256=content.get("sha256"), url=content.get("url"), key=content.get("key"),
        consent=str(content.get("consent", "staff_only" if opened.kind == "note" else "public")),
    )  # fmt: skip
