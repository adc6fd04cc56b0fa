"""What of one thing told may be shown: a claim, a mention, a source, a judgement, a review; each by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from habeas.claims.claim import Claim, Mention, Source
from habeas.claims.entries import Opened
from habeas.claims.knowledge import Ruling
from habeas.claims.versions import Version
from habeas.claims.vocabulary import vocabulary
from habeas.gate.rules import Circumstances, Leaves, decide
from habeas.register.circumstances import Known
from habeas.register.held_words import HeldWords, KeptWords

#: Who entered something is nobody's business outside.
_STAFF = "staff"
#: Words from which on a quote tells what it is about wherever it stands.
_TELLING = 4
#: What tells a name, and what tells where somebody can be found.
_NAMES, _ADDRESSES = ("name", "lawyer"), ("address",)


class Sees(StrEnum):
    """How much somebody sees: what may leave the house, or everything but what is for staff only."""

    PUBLISHED = "published"
    ALL_BUT_STAFF = "all but staff"


def leaves(known: Known, claim: Claim, sees: Sees) -> bool:
    """Whether the gate lets the claim out, be it without some of its words."""
    found = known.of(claim)
    if found is None:
        return False
    return decide(found).leaves is Leaves.SHOWN if sees is Sees.PUBLISHED else not _for_staff_only(found)


def _for_staff_only(found: Circumstances) -> bool:
    return found.sensitivity not in ("public", "guarded") or found.consent_of_source != "public"


def may_name(mention: Mention, known: Known, sees: Sees) -> bool:
    """Whether the name that a source gives may be shown."""
    source = known.sources.get(mention.source)
    if source is None or source.consent != "public":
        return False
    if sees is Sees.ALL_BUT_STAFF:
        return True
    # a list's mentions are of the list itself, which has no day: its versions have
    return known.may_be_named(mention.id) and (source.list_name is not None or known.is_public(source))


def of_people_shown(claim: Claim, stand_in: Mapping[str, str]) -> Claim | None:
    """The claim about those who are shown; None where it is about nobody else. A group keeps its number: it was told of so many."""
    if claim.subject is not None and claim.subject not in stand_in:
        return None
    members = tuple(dict.fromkeys(stand_in[m] for m in claim.members if m in stand_in))
    gone = len(claim.members) - sum(m in stand_in for m in claim.members)
    if gone and not members and (claim.count or 0) <= gone:
        return None
    subject = None if claim.subject is None else stand_in[claim.subject]
    same = (subject, members) == (claim.subject, claim.members)
    return claim if same else replace(claim, subject=subject, members=members)


class Spans:
    """Where the words of claims held back stand."""

    def __init__(self, held: Iterable[Claim]) -> None:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for claim in held:
            if claim.passage is not None and claim.span is not None:
                found[claim.passage].append(claim.span)
        self.by_passage = dict(found)

    def are_in(self, claim: Claim) -> bool:
        """Whether any of them stands among the words of this claim."""
        if claim.passage is None or claim.span is None:
            return False
        start, end = claim.span
        return any(first < end and start < last for first, last in self.by_passage.get(claim.passage, ()))


def hold_in_secret(kept: KeptWords, claim: Claim, names: Sequence[str], reasons: int) -> None:
    """Hold back the words of a claim held back that must not be shown anywhere: a longer quote, a name, what a staff-only claim says, and
    what those of these `names` are ill with. For one reason more; -1 for one less.
    """
    kept.hold([claim.quote] if claim.quote and len(claim.quote.split()) >= _TELLING else [], reasons)
    said = [str(value) for value in claim.value.values() if isinstance(value, str)]
    if claim.predicate in _NAMES:
        kept.hold_names(said, reasons)
    elif claim.predicate in _ADDRESSES:
        kept.hold_addresses(said, reasons)
    elif claim.predicate == "patronymic" or vocabulary().predicate(claim.predicate).sensitivity == "staff":
        kept.hold(said, reasons)
    elif claim.predicate == "health_condition":
        kept.hold_illnesses([(name, words) for name in names for words in said], reasons)


def names_of(claim: Claim, mentions: Mapping[str, Mention]) -> list[str]:
    """The names of those of whom a claim is told."""
    return [mentions[m].name for m in (claim.subject, *claim.members) if m is not None and m in mentions]


def without(claim: Claim, words: HeldWords, over: Spans, about: str) -> Claim | None:
    """The claim without words held back; None where nothing of it is left. `about`: the names of those of whom it is told."""
    value = {name: given for name, given in claim.value.items() if not say(given, words, about)}
    if claim.value and not value:
        return None
    quoted = claim.quote is None or not (over.are_in(claim) or words.are_in(claim.quote, about))
    if quoted and len(value) == len(claim.value) and not words.are_in(claim.speaker):
        return claim
    return replace(
        claim, value=value, speaker=None if words.are_in(claim.speaker) else claim.speaker, quote=claim.quote if quoted else None,
        passage=claim.passage if quoted else None, span=claim.span if quoted else None,
    )  # fmt: skip


def holds(claim: Claim, words: HeldWords, about: str) -> bool:
    """Whether any of the words stands anywhere in what a claim says of those called `about`."""
    told = (claim.quote, claim.speaker, *claim.value.values())
    return any(say(given, words, about) for given in told if given is not None)


def say(given: Any, words: HeldWords, about: str = "") -> bool:
    """Whether any of the words stands in a text, or in one of several."""
    return any(
        words.are_in(text, about)
        for text in (given if isinstance(given, list | tuple) else [given])
        if isinstance(text, str)
    )


def may_be_held(proposed: Mapping[str, Any]) -> bool:
    """Whether a claim proposed may be held back once it is accepted, for what it tells."""
    predicate = vocabulary().predicates.get(str(proposed.get("predicate")))
    return predicate is None or predicate.sensitivity != "public"


def plain(source: Source, leads_to: Collection[str], words: HeldWords) -> Source:
    """The source without what leads to one that is not shown, or names somebody who is not."""
    return replace(
        source, derived_from=source.derived_from if source.derived_from in leads_to else None,
        name="source" if words.are_in(source.name) else source.name,
        url=None if words.are_in(source.url) else source.url, key=None if words.are_in(source.key) else source.key,
    )  # fmt: skip


def ruled(ruling: Ruling, ids: Collection[str]) -> Ruling:
    """What a ruling upheld and set aside, as far as it is shown."""
    set_aside = tuple(i for i in ruling.set_aside if i in ids)
    return replace(ruling, upheld=ruling.upheld if ruling.upheld in ids else "", set_aside=set_aside, why=None)


def held_in(version: Version, ids: Collection[str]) -> Version:
    """A version of a list with what of it is shown."""
    again, ended, unlisted, kept = (
        tuple(i for i in part if i in ids) for part in (version.again, version.ended, version.unlisted, version.kept)
    )
    return replace(version, again=again, ended=ended, unlisted=unlisted, kept=kept)


def judged(opened: Opened, a: str, b: str, doubts: Iterable[str]) -> Opened:
    """A judgement between the two shown. That a list itself `doubts` is read from the beginning of the reason; no other is told."""
    why = next((reason for reason in doubts if str(opened.content.get("why")).startswith(reason)), None)
    return replace(opened, content={**opened.content, "a": a, "b": b, "why": why}, actor=_STAFF, beside={})


#: What of a review says how many people stand behind a claim; why, and by whom it was entered, are not for visitors.
_REVIEWED = ("draft", "claim", "decision", "undoes")


def reviewed(review: Opened) -> Opened:
    """A review without its reason."""
    content = {name: review.content[name] for name in _REVIEWED if name in review.content}
    return replace(review, content=content, beside={})
