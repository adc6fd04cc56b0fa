"""Claims in words: what one says beyond its label, and claims that say the same gathered into one fact with everyone who tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.vocabulary import vocabulary
from habeas.figures.rounding import IN_WORDS
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid
from habeas.register.known import Known
from habeas.web.pages.loose_days import edtf_in_words

#: Not on any reading page, whoever asks.
STAFF_ONLY = "staff"
_DESCRIBED = {
    "called": "",
    "member": "as one of a group so described",
    "example": "as an example of people so described",
}
_YES_NO = {True: "yes", False: "no"}


def _amount(unit: str) -> Callable[[Any], str]:
    return lambda n: f"{n:g} {unit}{'' if n == 1 else 's'}" if isinstance(n, (int, float)) else f"{n} {unit}s"


#: How a field reads; those not here read as "field value", or by the label of their code.
_FIELDS: Mapping[str, Callable[[Any], str]] = {
    "value": lambda v: _YES_NO[v] if isinstance(v, bool) else str(v).replace("_", " "),
    "text": str,
    "term_years": _amount("year"),
    "term_days": _amount("day"),
    "days": _amount("day"),
    "years": lambda n: f"{n:g} years old" if isinstance(n, (int, float)) else str(n),
    "told_term": str,
    "penalty": str,
    "place": str,
    "from_place": lambda v: f"from {v}",
    "destination": lambda v: f"to {v}",
    "by": lambda v: f"by {v}",
    "body": lambda v: f"by {v}",
    "ground": lambda v: f"ground: {v}",
    "article": str,
    "from_article": lambda v: f"before: {v}",
    "court": str,
    "authority": str,
    "act": str,
    "term": lambda v: f"in the words “{v}”",
    "life": lambda _: "for life",
    "before_due": lambda _: "before the end of the term then running",
    "ex_post_facto": lambda _: "afterwards, no longer held",
    "as": lambda v: _DESCRIBED.get(str(v), str(v)),
    "serves_from": lambda v: f"counted from {v}",
    "extent": str,
    "verdict": lambda v: f"verdict: {v}",
    "appeal": lambda v: f"appeal: {v}",
    "outcome": lambda v: f"outcome: {v}",
    "co_defendants": lambda v: "with " + ", ".join(map(str, v)),
    "number": lambda v: f"case {v}",
    "cause": lambda v: f"cause: {v}",
    "evidence": lambda v: f"resting on {len(v)} {'entry' if len(v) == 1 else 'entries'} of this register",
    "demand": lambda v: f"{v} demanded",
    "reason": lambda v: f"reason: {v}",
}  # fmt: skip


def in_words(claim: Mapping[str, Any]) -> str:
    """What a claim's value says, field by field; empty where its label says everything."""
    return "; ".join(filter(None, _parts(claim)))


def _parts(claim: Mapping[str, Any]) -> Iterable[str]:
    value = claim["value"]
    if "group" in value:
        yield one_of(value["group"], value.get("comparator"))
    if claim["predicate"] == "relation":
        yield f"{value.get('relation', 'relative').replace('_', ' ')} of {value.get('to', 'somebody not named')}"
        return
    for name in vocabulary().predicate(str(claim["predicate"])).fields:
        # of a fact that is nothing but yes or no, "no" is what it says
        if value.get(name) not in (None, "", [], False) or (name == "value" and value.get(name) is False):
            yield _field(name, value[name])


def one_of(count: int | None, comparator: str | None = None) -> str:
    """How somebody named from a group stands in it."""
    if count is None:
        return "one of a group"
    return f"one of {compared(count, comparator)}"


def compared(count: int, comparator: str | None = None) -> str:
    """A number as it was told: "at least 5", "more than 300"; no word stands before one told as it is."""
    return f"{IN_WORDS.get(comparator or 'exact', '')}{count:,}"


def _field(name: str, value: Any) -> str:
    codes = vocabulary().codes.get(name.removesuffix("s") if name == "conditions" else name, {})
    if name in _FIELDS:
        return _FIELDS[name](value)
    if value is True:
        return name.replace("_", " ")
    if isinstance(value, (list, tuple)):
        said = ", ".join(codes.get(str(one), str(one)) for one in value)
        return said if codes else f"{name.replace('_', ' ')}: {said}"
    return codes.get(str(value)) or f"{name.replace('_', ' ')} {value}"


def is_readable(predicate: str) -> bool:
    """Whether claims of a predicate may stand on a reading page at all."""
    return vocabulary().predicate(predicate).sensitivity != STAFF_ONLY


def told(now: Known, claim: Claim) -> dict[str, Any]:
    """A claim as pages show it, with where its words are."""
    source = now.sources[claim.source]
    value = {**claim.value, **({"group": claim.count, "comparator": claim.comparator} if claim.is_group else {})}
    shown = {
        "id": claim.id, "predicate": claim.predicate, "label": vocabulary().predicate(claim.predicate).label, "value": value,
        "valid": claim.when.text or None, "reality": claim.reality, "quote": claim.quote, "capture": claim.source,
        "source": source.name, "published": source.published.text or None, "said_by": claim.speaker,
        "disputed": claim.id in now.visible.set_aside, "provisional": claim.provisional,
    }  # fmt: skip
    return {**shown, "words": in_words(shown)}


def told_of_people(now: Known, claims: Iterable[tuple[str, Claim]]) -> list[dict[str, Any]]:
    """Claims with the person each is about; as facts with `people`, (id, name) of all whom the same claim befell."""
    whose: dict[str, dict[str, str]] = {}
    shown: dict[str, Claim] = {}
    for person, claim in claims:
        if is_readable(claim.predicate):
            whose.setdefault(claim.id, {})[person] = now.persons.by_id[person].name
            shown[claim.id] = claim
    return facts({**told(now, claim), "people": list(whose[claim.id].items())} for claim in shown.values())


def facts(claims: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Claims that say the same of the same day as one fact with its `tellings`; by day, those of no day first."""
    gathered: dict[tuple[Any, ...], dict[str, Any]] = {}
    for claim in claims:
        words = in_words(claim)
        key = (
            claim["predicate"], words, claim["valid"], claim["reality"], bool(claim["disputed"]), bool(claim["provisional"]),
            tuple(claim.get("people", ())),
        )  # fmt: skip
        if key not in gathered:
            gathered[key] = {**claim, "words": words, "day": when(claim), "tellings": []}
        gathered[key]["tellings"].append(claim)
    return sorted(gathered.values(), key=lambda fact: (first_day(fact["valid"]), str(fact["label"]), str(fact["id"])))


def when(claim: Mapping[str, Any]) -> str:
    """When a claim says it was, in words; empty where it does not. A stretch runs from its first day up to, not through, its second."""
    edtf = str(claim["valid"] or "")
    first, slash, last = edtf.partition("/")
    if not slash or vocabulary().predicate(str(claim["predicate"])).time != "stretch":
        return edtf_in_words(edtf) if edtf else ""
    start, end = day_of(first.strip(".")), day_of(last.strip("."))
    if start.is_exact and end.is_exact and (end.lo or 0) - (start.lo or 0) == 1:
        return edtf_in_words(first)
    if end.is_unknown:
        return f"from {edtf_in_words(first)}"
    return (
        f"until {edtf_in_words(last)}"
        if start.is_unknown
        else f"from {edtf_in_words(first)} until {edtf_in_words(last)}"
    )


def first_day(edtf: str | None) -> int:
    """The earliest day that a claim's day may be (an ordinal), the latest where no earliest is known; 0 = no day told."""
    found = day_of(edtf)
    return found.lo or found.hi or 0


def day_of(edtf: str | None) -> Day:
    """A claim's day or stretch as one day of all that it covers; unknown where it is none."""
    try:
        return Day.parse(edtf or "")
    except DayInvalid:
        return Day.unknown()
