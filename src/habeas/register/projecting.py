"""What of the opened ledger somebody may see, as an opened ledger of its own: whoever answers from it has nothing else to tell.

Left out are claims that the gate holds back, mentions that no shown claim needs, and sources that no shown claim is told by. What is shown is
shown without words that are held back elsewhere: a quote, a speaker or a field that holds them is left out, and a text is shown whole
only where everything told of it is shown. Reasons that staff gave are left out throughout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from habeas.claims.claim import Claim, Mention, Source
from habeas.claims.entries import Opened
from habeas.claims.knowledge import Knowledge, Ruling
from habeas.claims.lists.collisions import doubt_in
from habeas.claims.versions import Version
from habeas.claims.vocabulary import vocabulary
from habeas.gate.rules import Circumstances, Leaves, decide
from habeas.register.circumstances import Known
from habeas.register.held_words import HeldWords

#: Who entered something is nobody's business outside.
_STAFF = "staff"
#: Words from which on a quote tells what it is about wherever it stands.
_TELLING = 4


class Sees(StrEnum):
    """How much somebody sees: what may leave the house, or everything but what is for staff only."""

    PUBLISHED = "published"
    ALL_BUT_STAFF = "all but staff"


@dataclass(slots=True)
class _Shown:
    """`stand_in`: for each mention that a claim may speak of, the one shown in its place: itself, or another of the same person."""

    claims: list[Claim] = field(default_factory=list)
    held: list[Claim] = field(default_factory=list)
    stand_in: dict[str, str] = field(default_factory=dict)


def projection(knowledge: Knowledge, known: Known, sees: Sees, waiting: Iterable[Mapping[str, Any]] = ()) -> Knowledge:
    """The ledger as somebody sees it. `waiting` are the contents of claims proposed and not yet decided: their words may be told
    of later, so a text that holds what is not public by its kind is not shown whole before.
    """
    shown = _Shown(stand_in=_stand_ins(knowledge, known, sees))
    for claim in knowledge.claims:
        kept = _of_people_shown(claim, shown.stand_in) if _leaves(known, claim, sees) else None
        if kept is not None:
            shown.claims.append(kept)
        if kept is None or kept.members != claim.members:
            shown.held.append(claim)
    words = _held_words(knowledge, shown)
    over = _Spans(shown.held)
    claims = [kept for claim in shown.claims if (kept := _without(claim, words, over)) is not None]
    return _assembled(knowledge, claims, shown, words, waiting, _versions(knowledge, known, sees, claims))


def _leaves(known: Known, claim: Claim, sees: Sees) -> bool:
    found = known.of(claim)
    if found is None:
        return False
    return decide(found).leaves is Leaves.SHOWN if sees is Sees.PUBLISHED else not _for_staff_only(found)


def _for_staff_only(found: Circumstances) -> bool:
    return found.sensitivity not in ("public", "guarded") or found.consent_of_source != "public"


def _stand_ins(knowledge: Knowledge, known: Known, sees: Sees) -> dict[str, str]:
    """A name from a source that is not shown is not shown either: the person goes by another name, or not at all."""
    nameable = {m.id for m in knowledge.mentions.values() if _may_name(m, known, sees)}
    first: dict[str, str] = {}
    for mention in knowledge.mentions:
        if mention in nameable:
            first.setdefault(known.person_of.get(mention, mention), mention)
    found = {m: m if m in nameable else first.get(known.person_of.get(m, m)) for m in knowledge.mentions}
    return {mention: other for mention, other in found.items() if other is not None}


def _may_name(mention: Mention, known: Known, sees: Sees) -> bool:
    source = known.sources.get(mention.source)
    if source is None or source.consent != "public":
        return False
    if sees is Sees.ALL_BUT_STAFF:
        return True
    # a list's mentions are of the list itself, which has no day: its versions have
    return known.may_be_named(mention.id) and (source.list_name is not None or known.is_public(source))


def _of_people_shown(claim: Claim, stand_in: Mapping[str, str]) -> Claim | None:
    """The claim about those who are shown; None where it is about nobody else. A group keeps its number: it was told of so many."""
    if claim.subject is not None and claim.subject not in stand_in:
        return None
    members = tuple(dict.fromkeys(stand_in[m] for m in claim.members if m in stand_in))
    gone = len(claim.members) - sum(m in stand_in for m in claim.members)
    if gone and not members and (claim.count or 0) <= gone:
        return None
    subject = None if claim.subject is None else stand_in[claim.subject]
    return (
        claim
        if (subject, members) == (claim.subject, claim.members)
        else replace(claim, subject=subject, members=members)
    )


class _Spans:
    """Where the words of claims held back stand."""

    def __init__(self, held: Iterable[Claim]) -> None:
        self._by_passage: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for claim in held:
            if claim.passage is not None and claim.span is not None:
                self._by_passage[claim.passage].append(claim.span)

    def are_in(self, claim: Claim) -> bool:
        """Whether any of them stands among the words of this claim."""
        if claim.passage is None or claim.span is None:
            return False
        start, end = claim.span
        return any(first < end and start < last for first, last in self._by_passage.get(claim.passage, ()))


def _held_words(knowledge: Knowledge, shown: _Shown) -> HeldWords:
    """Names of whoever is not shown, the words of claims held back, and what staff-only claims say; but nothing that a shown name holds."""
    named = {m for c in shown.claims for m in (c.subject, *c.members) if m is not None}
    names = [m.name for m in knowledge.mentions.values() if m.id in named]
    names += [str(c.value["text"]) for c in shown.claims if c.predicate == "name" and c.value.get("text")]
    held = [m.name for m in knowledge.mentions.values() if m.id not in named]
    for claim in shown.held:
        held += [claim.quote] if claim.quote and len(claim.quote.split()) >= _TELLING else []
        if claim.predicate in ("name", "patronymic") or vocabulary().predicate(claim.predicate).sensitivity == "staff":
            held += [str(value) for value in claim.value.values() if isinstance(value, str)]
    return HeldWords(held).without(names)


def _without(claim: Claim, words: HeldWords, over: _Spans) -> Claim | None:
    """The claim without words held back; None where nothing of it is left."""
    value = {name: given for name, given in claim.value.items() if not _says(given, words)}
    if claim.value and not value:
        return None
    quoted = claim.quote is None or not (over.are_in(claim) or words.are_in(claim.quote))
    if quoted and len(value) == len(claim.value) and not words.are_in(claim.speaker):
        return claim
    return replace(
        claim, value=value, speaker=None if words.are_in(claim.speaker) else claim.speaker, quote=claim.quote if quoted else None,
        passage=claim.passage if quoted else None, span=claim.span if quoted else None,
    )  # fmt: skip


def _says(given: Any, words: HeldWords) -> bool:
    return any(
        words.are_in(text) for text in (given if isinstance(given, list | tuple) else [given]) if isinstance(text, str)
    )


def _versions(knowledge: Knowledge, known: Known, sees: Sees, claims: Iterable[Claim]) -> list[Version]:
    """Versions of lists of which something is shown, those with nothing new too: a state lasts to the last version that holds it."""
    told_in, ids = {c.told_in for c in claims}, {c.id for c in claims}
    lists = {v.list_id for v in knowledge.versions if v.capture in told_in}
    found = []
    for version in knowledge.versions:
        source = known.sources.get(version.capture)
        if source is None or version.list_id not in lists or source.consent != "public":
            continue
        if sees is Sees.ALL_BUT_STAFF or known.is_public(source):
            again, ended, unlisted = (
                tuple(i for i in part if i in ids) for part in (version.again, version.ended, version.unlisted)
            )
            found.append(replace(version, again=again, ended=ended, unlisted=unlisted))
    return found


def _assembled(
    knowledge: Knowledge, claims: list[Claim], shown: _Shown, words: HeldWords, waiting: Iterable[Mapping[str, Any]],
    versions: list[Version],
) -> Knowledge:  # fmt: skip
    ids = {claim.id for claim in claims}
    named = {m for c in claims for m in (c.subject, *c.members) if m is not None}
    mentions = {m.id: m for m in knowledge.mentions.values() if m.id in named}
    used = {c.source for c in claims} | {m.source for m in mentions.values()}
    used |= {v.list_id for v in versions} | {v.capture for v in versions}
    sources = _plain(knowledge.sources, used, words)
    return Knowledge(
        sources=sources, recorded={i: when for i, when in knowledge.recorded.items() if i in sources}, mentions=mentions,
        claims=claims, withdrawn=[replace(w, why=None) for w in knowledge.withdrawn if w.claim in ids], rulings=_rulings(knowledge, ids),
        passages=_passages(knowledge, sources, _closed(knowledge, shown, named, waiting), words),
        judgements=[*_judgements(knowledge, shown.stand_in, named)], reviews=_reviews(knowledge, ids), policies=list(knowledge.policies),
        versions=versions,
    )  # fmt: skip


def _closed(knowledge: Knowledge, shown: _Shown, named: set[str], waiting: Iterable[Mapping[str, Any]]) -> set[str]:
    """Sources whose text is not shown: something told there, or proposed from there, is held back or may have to be."""
    closed = {c.source for c in shown.held} | {m.source for m in knowledge.mentions.values() if m.id not in named}
    return closed | {str(content.get("source")) for content in waiting if _may_be_held(content)}


def _passages(
    knowledge: Knowledge, sources: Mapping[str, Source], closed: set[str], words: HeldWords
) -> dict[str, Mapping[str, Any]]:
    """Texts shown whole. A sheet is none of them: its columns hold more than was taken in."""
    open_ones = sources.keys() - closed
    return {
        i: passage
        for i, passage in knowledge.passages.items()
        if passage.get("source") in open_ones and not passage.get("sheet") and not _says([*passage.values()], words)
    }


def _rulings(knowledge: Knowledge, ids: set[str]) -> list[Ruling]:
    """Those that set something shown aside; what they upheld only where it is shown."""
    return [
        replace(r, upheld=r.upheld if r.upheld in ids else "", set_aside=tuple(i for i in r.set_aside if i in ids), why=None)
        for r in knowledge.rulings
        if ids.intersection(r.set_aside)
    ]  # fmt: skip


def _may_be_held(proposed: Mapping[str, Any]) -> bool:
    predicate = vocabulary().predicates.get(str(proposed.get("predicate")))
    return predicate is None or predicate.sensitivity != "public"


def _plain(sources: Mapping[str, Source], used: set[str], words: HeldWords) -> dict[str, Source]:
    """The sources used, without what leads to one that is not, or names somebody who is not shown."""
    leads_to = used | {s.sha256 for s in sources.values() if s.id in used and s.sha256}
    return {
        i: replace(
            s, derived_from=s.derived_from if s.derived_from in leads_to else None, name="source" if words.are_in(s.name) else s.name,
            url=None if words.are_in(s.url) else s.url, key=None if words.are_in(s.key) else s.key,
        )
        for i, s in sources.items() if i in used
    }  # fmt: skip


def _judgements(knowledge: Knowledge, stand_in: Mapping[str, str], named: set[str]) -> Iterator[Opened]:
    """Judgements between those shown; one that a mention not shown takes part in holds for its stand-in."""
    lists = {source.list_name for source in knowledge.sources.values() if source.list_name}
    reasons = [doubt_in(name) for name in sorted(lists)]
    for opened in knowledge.judgements:
        a, b = (stand_in.get(str(opened.content[side])) for side in ("a", "b"))
        if a is None or b is None or a == b or not {a, b} <= named:
            continue
        # that a list itself doubts is read from the beginning of the reason
        why = next((reason for reason in reasons if str(opened.content.get("why")).startswith(reason)), None)
        yield replace(opened, content={**opened.content, "a": a, "b": b, "why": why}, actor=_STAFF, beside={})


#: What of a review says how many people stand behind a claim; why, and by whom it was entered, are not for visitors.
_REVIEWED = ("draft", "claim", "decision", "undoes")


def _reviews(knowledge: Knowledge, ids: set[str]) -> dict[str, list[Opened]]:
    """Who accepted a shown claim, as numbers of people, for what was provisional once."""
    found: dict[str, list[Opened]] = {}
    for draft, reviews in knowledge.reviews.items():
        shown = {r.id for r in reviews if r.content.get("claim") in ids}
        kept = [
            replace(r, content={name: r.content[name] for name in _REVIEWED if name in r.content}, beside={})
            for r in reviews
            if r.id in shown or r.content.get("undoes") in shown
        ]
        if kept:
            found[draft] = kept
    return found
