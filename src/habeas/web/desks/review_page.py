"""The review desk's page: one article with the words of its drafts, the card to decide now and those after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.drafts import Draft
from habeas.claims.entries import Opened
from habeas.claims.review import REFUSALS, in_force
from habeas.claims.vocabulary import vocabulary
from habeas.register.opened import Register
from habeas.register.second_look import Provisional, provisional
from habeas.register.undeciding import draft_refused
from habeas.web.pages.claim_words import in_words

#: Cards shown after the one to decide now; characters of a long text shown on either side of the words in question.
AHEAD, _AROUND = 4, 15_000
_LATELY = 60
_DECIDED = {"accept": "accepted", "amend": "amended", "refuse": "refused"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the article. `draft` is the one whose words it belongs to, None where nobody's; `chosen` where it is the one to decide."""

    text: str
    draft: str | None = None
    chosen: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """`starts` is where in its text, in code points, what is shown begins, `goes_on` whether text is left out after it. `stretches` empty = no
    text is held.
    """

    name: str
    source: str
    published: str
    url: str | None
    stretches: tuple[Stretch, ...]
    starts: int = 0
    goes_on: bool = False


def article_of(register: Register, draft: Draft, drafts: Sequence[tuple[str, Draft]], draft_id: str) -> Article:
    """The article that a draft was read from, with the words of all drafts of it marked."""
    source = register.knowledge.sources.get(str(draft.claim["source"]))
    passage = str(draft.claim.get("passage"))
    text = str(register.knowledge.passages.get(passage, {}).get("text", ""))
    span = draft.claim.get("span") or (0, 0)
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    spans = [
        (*other.claim["span"], other_id) for other_id, other in drafts if other.claim.get("passage") == passage and other.claim.get("span")
    ]  # fmt: skip
    return Article(
        source.name if source else "Source not known", str(draft.claim["source"]), source.published.text if source else "",
        source.url if source else None, _cut(text, start, end, spans, draft_id), start, end < len(text),
    )  # fmt: skip


def _cut(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]], chosen: str) -> tuple[Stretch, ...]:
    inside = [span for span in spans if span[0] < end and span[1] > start]
    cuts = sorted({start, end, *(min(max(edge, start), end) for first, last, _ in inside for edge in (first, last))})
    out: list[Stretch] = []
    opened = False
    for first, last in pairwise(cuts):
        over = [draft for a, b, draft in inside if a <= first and last <= b]
        is_chosen = chosen in over
        out.append(Stretch(text[first:last], over[0] if over else None, is_chosen, is_chosen and not opened))
        opened = opened or is_chosen
    return tuple(out)


def card(register: Register, draft: Draft, draft_id: str) -> dict[str, Any]:
    """What a draft proposes, in words, and what speaks for it."""
    told = _card(dict(draft.claim), {m: str(c["name"]) for m, c in draft.mentions.items()})
    needed = register.knowledge.policy().needed(str(draft.claim["predicate"]))
    return {
        **told, "id": draft_id, "strength": draft.strength, "rules": draft.rules, "needs_two": needed > 1,
        "own": needed > 1 and draft.by == register.actor,
    }  # fmt: skip


def _card(claim: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    subject, members = claim.get("subject"), [names.get(m, "") for m in claim.get("members", ())]
    value = dict(claim.get("value") or {})
    label = vocabulary().predicate(str(claim["predicate"])).label
    return {
        "label": label[:1].upper() + label[1:], "who": names.get(str(subject)) if subject else None, "count": claim.get("count"), "comparator": claim.get("comparator"),
        "members": members, "when": claim.get("when"), "until": claim.get("until"), "reality": claim.get("reality") or "actual",
        "speaker": claim.get("speaker"), "quote": claim.get("quote"), "words": in_words({"predicate": claim["predicate"], "value": value}), "weak": claim.get("weak"),
    }  # fmt: skip


def card_of_claim(register: Register, claim: Claim) -> dict[str, Any]:
    """A claim that entered already, as a card."""
    names = register.knowledge.mentions
    content = {
        "predicate": claim.predicate, "subject": claim.subject, "members": claim.members, "value": claim.value, "when": claim.when.text,
        "until": claim.until.text if claim.until else None, "reality": claim.reality, "speaker": claim.speaker, "quote": claim.quote, "count": claim.count,
        "comparator": claim.comparator,
    }  # fmt: skip
    who = (*([claim.subject] if claim.subject else ()), *claim.members)
    source = register.knowledge.sources.get(claim.source)
    return {
        **_card(content, {m: names[m].name for m in who if m in names}), "id": claim.id, "source": claim.source, "weak": claim.weak,
        "source_name": source.name if source else "source not known",
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as a person reads it. `who` None = by somebody whose name is not held; `claim` is the claim or the draft decided about as
    a card, None where it is not at hand; `entered` whether the claim came of it.
    """

    id: str
    who: str | None
    own: bool
    when: datetime
    what: str
    reason: str | None
    claim: Mapping[str, Any] | None
    draft: str
    entered: bool


def decision_of(register: Register, made: Opened, names: Mapping[str, str]) -> Decision:
    """Put a decision in words."""
    reason = made.content.get("reason")
    return Decision(
        made.id, names.get(made.actor), made.actor == register.actor, made.recorded_at, _DECIDED[made.content["decision"]], REFUSALS.get(str(reason)) if reason else None,
        _decided_about(register, made), str(made.content["draft"]), bool(made.content.get("claim")),
    )  # fmt: skip


def _decided_about(register: Register, made: Opened) -> Mapping[str, Any] | None:
    reviews = in_force(register.knowledge.reviews.get(made.content["draft"], ()))
    wanted = made.content.get("claim") or next((o.content["claim"] for o in reviews if o.content.get("claim")), None)
    if wanted:  # what was decided lately stands at the end
        claim = next((c for c in reversed(register.knowledge.claims) if c.id == wanted), None)
        return card_of_claim(register, claim) if claim else None
    draft = draft_refused(register, made)
    return _card(draft.claim, {m: str(c["name"]) for m, c in draft.mentions.items()}) if draft else None


def standing(register: Register, draft_id: str) -> Opened | None:
    """The decision that stands about a draft; None = nobody decided it."""
    found = in_force(register.caught_up().reviews.get(draft_id, ()))
    return found[-1] if found else None


def decided_lately(register: Register) -> list[Decision]:
    """Who decided what, the newest first."""
    names = register.store.accounts.names()
    made = [o for reviews in register.knowledge.reviews.values() for o in in_force(reviews)]
    made.sort(key=lambda o: -o.sequence)
    return [decision_of(register, o, names) for o in made[:_LATELY]]


def awaiting(register: Register) -> list[dict[str, Any]]:
    """Claims that wait for a second person, as cards with who accepted them."""
    names = register.store.accounts.names()
    return [_awaiting(register, one, names) for one in provisional(register).values()]


def _awaiting(register: Register, one: Provisional, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        **card_of_claim(register, one.claim), "own": register.actor in one.accepted_by,
        "by": [names.get(actor, "somebody whose name is not held") for actor in sorted(one.accepted_by)],
    }  # fmt: skip
