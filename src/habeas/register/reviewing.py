"""The desk: what a reviewer may change in a draft, how the rules of reading fare, and decided drafts as cases to learn from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from habeas.claims.drafts import Draft, draft_of, harm_rank
from habeas.claims.entries import PREFIX, Opened, open_body
from habeas.claims.review import in_force
from habeas.claims.vocabulary import vocabulary
from habeas.figures.proportion import wilson
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid, InputRefused
from habeas.kernel.ids import make_id
from habeas.register.deciding import amend, waiting, waiting_by_id
from habeas.register.opened import Register

#: What a reviewer may change, in the order in which it is asked.
EDITABLE = ("person", "when", "count", "place", "term_years", "reality", "speaker")
_REALITIES = ("actual", "demanded", "planned", "denied")
_CONTEXT = 240


def on_the_desk(register: Register) -> list[Draft]:
    """Waiting drafts: those of one source together, in each the most harmful to get wrong first."""
    return list(on_the_desk_by_id(register).values())


def on_the_desk_by_id(register: Register) -> dict[str, Draft]:
    """The same by id, in the same order."""
    drafts = waiting_by_id(register)
    sources = dict.fromkeys(str(d.claim["source"]) for d in drafts.values())
    order = {source: number for number, source in enumerate(sources)}
    return dict(sorted(drafts.items(), key=lambda one: (order[str(one[1].claim["source"])], harm_rank(one[1]))))


def editable(draft: Draft) -> dict[str, str]:
    """The fields of a draft that can be changed, as text; "" = not told."""
    claim, value = draft.claim, dict(draft.claim.get("value") or {})
    fields = vocabulary().predicate(str(claim["predicate"])).fields
    subject = claim.get("subject")
    found: dict[str, Any] = {
        "person": draft.mentions[subject]["name"] if subject else None, "when": claim.get("when"), "count": None if subject else claim.get("count"),
        "place": value.get("place"), "term_years": value.get("term_years"), "reality": claim.get("reality") or "actual", "speaker": claim.get("speaker"),
    }  # fmt: skip
    hidden = {"person"} if not subject else {"count"}
    hidden |= {name for name in ("place", "term_years") if name not in fields}
    return {name: "" if found[name] is None else str(found[name]) for name in EDITABLE if name not in hidden}


def amended(register: Register, draft: Draft, edits: Mapping[str, str]) -> str:
    """Accept the draft with the fields of `edits` changed ("" = not told). The claim's id. Raises InputRefused naming field and remedy."""
    unknown = set(edits) - set(editable(draft))
    if unknown:
        raise InputRefused(
            f"{', '.join(sorted(unknown))}: no field of this draft; fields are {', '.join(editable(draft))}"
        )
    changes: dict[str, Any] = {}
    for name, text in edits.items():
        if name not in ("person", "place", "term_years"):
            changes[name] = checked(name, text)
    value = dict(draft.claim.get("value") or {})
    for name in ("place", "term_years"):
        if name in edits:
            value[name] = checked(name, edits[name])
    changes["value"] = {name: v for name, v in value.items() if v is not None}
    mentions = dict(draft.mentions)
    if "person" in edits:
        changes["subject"] = _renamed(register, draft, str(checked("person", edits["person"])), mentions)
    return amend(register, replace(draft), changes, mentions)


def _renamed(register: Register, draft: Draft, name: str, mentions: dict[str, Mapping[str, Any]]) -> str:
    old = str(draft.claim["subject"])
    content = {**mentions.pop(old), "name": name}
    made = make_id(register.store.key, PREFIX["mention"], content)
    mentions[made] = content
    return made


def checked(name: str, text: str) -> Any:
    """One field read from what was typed; None for "". Raises InputRefused with the remedy."""
    clean = text.strip()
    if name == "person" and not clean:
        raise InputRefused("person: write the name; a draft about nobody is refused with: r, then wrong_person")
    if name == "reality" and clean not in _REALITIES:
        raise InputRefused(f"reality: write one of {', '.join(_REALITIES)}")
    if name == "when":
        try:
            return Day.parse(clean).text
        except DayInvalid as error:
            raise InputRefused(f"when: {error}") from error
    if not clean:
        return None
    if name == "count":
        if not clean.isdigit() or int(clean) < 1:
            raise InputRefused("count: write a whole number of people, or nothing")
        return int(clean)
    if name == "term_years":
        return _years(clean)
    return clean


def _years(text: str) -> float:
    try:
        years = float(text.replace(",", "."))
    except ValueError:
        years = -1.0
    if not 0 < years <= 200:
        raise InputRefused("term_years: write years as a number, such as 7.5, or nothing for life")
    return years


@dataclass(slots=True)
class RuleRate:
    """How one rule of reading fares. `refused` counts by reason; `share` is of the decided drafts accepted as they were."""

    rule: str
    accepted: int = 0
    amended: int = 0
    waiting: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    @property
    def decided(self) -> int:
        """Drafts that somebody decided."""
        return self.accepted + self.amended + sum(self.refused.values())

    def to_json(self) -> dict[str, Any]:
        """With the accept rate and its 95 % interval; null while nothing is decided."""
        interval = wilson(self.accepted, self.decided)
        return {
            "rule": self.rule, "accepted": self.accepted, "amended": self.amended, "refused": dict(sorted(self.refused.items())), "waiting": self.waiting,
            "accept_rate": round(self.accepted / self.decided, 4) if self.decided else None,
            "interval": [round(bound, 4) for bound in interval] if interval else None,
        }  # fmt: skip


def rule_rates(register: Register) -> list[RuleRate]:
    """Every rule that proposed a draft, the one with most decisions first."""
    rates: dict[str, RuleRate] = {}
    for decided in _decided(register):
        for rule in decided.rules:
            rate = rates.setdefault(rule, RuleRate(rule))
            if decided.decision == "accept":
                rate.accepted += 1
            elif decided.decision == "amend":
                rate.amended += 1
            else:
                rate.refused[decided.reason or "unstated"] += 1
    for draft in waiting(register):
        for rule in draft.rules:
            rates.setdefault(rule, RuleRate(rule)).waiting += 1
    return sorted(rates.values(), key=lambda one: (-one.decided, -one.waiting, one.rule))


@dataclass(frozen=True, slots=True)
class _Decided:
    decision: str
    reason: str | None
    rules: tuple[str, ...]
    draft: Draft | None
    claim: Opened | None


def _decided(register: Register) -> Iterator[_Decided]:
    claims: dict[str, Opened] = {}
    drafts: dict[str, Draft] = {}
    reviews: dict[str, list[Opened]] = defaultdict(list)
    for body in register.store.bodies(("claim", "draft", "review")):
        if body.data is not None:
            one = open_body(body)
            if one.kind == "review":
                reviews[one.content["draft"]].append(one)
            elif one.kind == "draft":
                draft = draft_of(one.content)
                drafts[draft.id(register.store.key)] = draft
            else:
                claims[one.id] = one
    for draft_id, made in reviews.items():
        standing = in_force(made)
        if not standing:
            continue
        content, kept = standing[-1].content, drafts.get(draft_id)
        claim = claims.get(str(content.get("claim")))
        rules = kept.rules if kept is not None else tuple(claim.beside.get("rules", ())) if claim is not None else ()
        yield _Decided(content["decision"], content.get("reason"), rules, kept, claim)


def cases(register: Register) -> list[dict[str, Any]]:
    """Refused and amended drafts as cases of reading: the words, what was proposed by which rules, and what a person made of it."""
    knowledge = register.caught_up()
    out = []
    for one in _decided(register):
        if one.draft is None:
            continue
        proposed = dict(one.draft.claim)
        passage = str(knowledge.passages.get(str(proposed.get("passage")), {}).get("text", ""))
        start, end = proposed.get("span") or (0, 0)
        out.append({
            "text": passage[max(0, start - _CONTEXT) : end + _CONTEXT] or proposed.get("quote"), "quote": proposed.get("quote"),
            "proposed": _told(proposed, one.draft), "rules": list(one.draft.rules), "decision": one.decision, "reason": one.reason,
            "made": _told(one.claim.content, None) if one.claim is not None and one.decision == "amend" else None,
        })  # fmt: skip
    return out


def _told(claim: Mapping[str, Any], draft: Draft | None) -> dict[str, Any]:
    kept = ("predicate", "when", "count", "reality", "speaker", "value")
    subject = claim.get("subject")
    person = draft.mentions[str(subject)]["name"] if draft is not None and subject in draft.mentions else None
    return {"person": person, **{name: claim[name] for name in kept if claim.get(name) not in (None, "", {})}}
