"""Sources: which there are, and one with its text, in which the words behind every claim are marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from habeas.claims.claim import Claim, Source
from habeas.claims.vocabulary import vocabulary
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.remembered import remembered
from habeas.web.asking import NotHere, Question
from habeas.web.pages.paging import cut

#: Sources on one page, and claims of one of them.
ON_A_PAGE, CLAIMS_ON_A_PAGE = 100, 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: `claims` are those whose words it belongs to, `chosen` whether the one that was followed here is among them.

    `first` marks the first piece of the one followed, so that the page opens there.
    """

    text: str
    claims: tuple[str, ...] = ()
    chosen: bool = False
    first: bool = False


def sources(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Sources whose name holds what is searched for, newest publication first, a part at a time."""
    text = sent.get("q", "").strip()
    everything = _all(register, question)
    fit = [row for row in everything if text.casefold() in row[0].name.casefold()] if text else everything
    words = {**question.given, **({"q": text} if text else {})}
    return {
        "title": "Sources", "text": text, "of": len(everything), "hidden": question.given.items(),
        "part": cut(fit, sent.get("page", "1"), ON_A_PAGE, words),
    }  # fmt: skip


def _all(register: Register, question: Question) -> Sequence[tuple[Source, str, int]]:
    """Every source that somebody or something is told by, its kind, and by how many claims."""
    now = known(register, question.asked.known_by, question.asked.basis)

    def made() -> list[tuple[Source, str, int]]:
        told = [(now.sources[id], len(claims)) for id, claims in _claims(register, now).items() if id in now.sources]
        told.sort(key=lambda row: (-(row[0].published.hi or 0), row[0].name, row[0].id))
        return [(source, _kind(source), number) for source, number in told]

    return remembered(register, "sources", (now.known_by, now.basis), made, 4)


def _claims(register: Register, now: Known) -> Mapping[str, Sequence[Claim]]:
    """What each source is taken to say."""

    def made() -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in now.visible.claims:
            found.setdefault(claim.source, []).append(claim)
        return found

    return remembered(register, "claims of sources", (now.known_by, now.basis), made, 4)


def _texts(register: Register) -> Mapping[str, Mapping[str, str]]:
    """The passages of each source."""

    def made() -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for passage, content in register.knowledge.passages.items():
            found.setdefault(str(content.get("source")), {})[passage] = str(content["text"])
        return found

    return remembered(register, "texts of sources", None, made)


def source(register: Register, question: Question, source_id: str, sent: Mapping[str, str]) -> dict[str, Any]:
    """One source with its text and a part of its claims; `claim` among what was sent is followed. Raises NotHere for an unknown id."""
    now = known(register, question.asked.known_by, question.asked.basis)
    found = now.sources.get(source_id)
    if found is None:
        raise NotHere(f"{source_id}: no such source here")
    claims, texts = _claims(register, now).get(source_id, ()), _texts(register).get(source_id, {})
    claim_id, part = sent.get("claim", ""), cut(claims, sent.get("page", "1"), CLAIMS_ON_A_PAGE, question.given)
    return {
        "title": found.name, "source": found, "kind": _kind(found), "claims": [_told(now, claim) for claim in part.rows], "part": part,
        "passages": [
            pieces(text, [c for c in claims if c.passage == passage], claim_id) for passage, text in texts.items()
        ],
        "followed": next((_told(now, claim) for claim in claims if claim.id == claim_id), None),
    }  # fmt: skip


def pieces(text: str, claims: Iterable[Claim], followed: str) -> list[Piece]:
    """The text cut where the words of some claim begin or end; put together again they are the text."""
    spans = [
        (min(claim.span[0], len(text)), min(claim.span[1], len(text)), claim.id)
        for claim in claims
        if claim.span is not None
    ]
    begins, ends = defaultdict(list), defaultdict(list)
    for number, (first, last, _) in enumerate(spans):
        if first < last:
            begins[first].append(number)
            ends[last].append(number)
    out: list[Piece] = []
    opened, open_now = False, set[int]()
    for start, end in pairwise(sorted({0, len(text), *(edge for first, last, _ in spans for edge in (first, last))})):
        open_now = open_now.difference(ends[start]).union(begins[start])
        over = tuple(spans[number][2] for number in sorted(open_now))
        chosen = followed in over
        out.append(Piece(text[start:end], over, chosen, chosen and not opened))
        opened = opened or chosen
    return out


def _told(now: Known, claim: Claim) -> dict[str, Any]:
    person = now.persons.of_mention.get(claim.subject) if claim.subject else None
    members = [now.persons.of_mention[m] for m in claim.members if m in now.persons.of_mention]
    people: Sequence[str] = [person] if person else members
    return {
        "id": claim.id, "label": vocabulary().predicate(claim.predicate).label, "reality": claim.reality, "quote": claim.quote,
        "valid": claim.when.text, "count": claim.count if claim.subject is None else None, "said_by": claim.speaker,
        "people": [(p, now.persons.by_id[p].name) for p in people], "value": claim.value if claim.predicate == "figure" else None,
    }  # fmt: skip


def _kind(source: Source) -> str:
    if source.list_name:
        return "list"
    return {"capture": "document", "note": "note", "citation": "citation"}.get(source.kind, source.kind)
