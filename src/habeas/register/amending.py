"""A draft entered otherwise than it was proposed: any of its fields, and the words of the source that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import make_id
from habeas.register.deciding import accept, amend
from habeas.register.opened import Register


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the claim shall say. `person` is the name of whom it is about, None where it is about nobody single; `count` the size of a
    group; `until` unknown = no end told. `near`: which of several places of the same words is meant, the one nearest to this offset
    in code points (None = where the draft has it).
    """

    value: Mapping[str, Any]
    when: Day
    until: Day
    reality: str
    quote: str
    person: str | None = None
    count: int | None = None
    speaker: str | None = None
    near: int | None = None


def enter_as(register: Register, draft: Draft, wanted: Amendment) -> str:
    """Accept the draft as amended, or as it stands where nothing differs. The claim's id. Raises InputRefused naming the field."""
    mentions = dict(draft.mentions)
    value = vocabulary().checked(vocabulary().predicate(str(draft.claim["predicate"])), wanted.value)
    as_it_was = draft.claim.get("value", {})
    changes = {
        "value": (as_it_was if value == as_it_was else value) or None,  # 6 years are 6.0 years
        "when": wanted.when.text, "until": wanted.until.text or None, "speaker": wanted.speaker or None, "count": wanted.count,
        "reality": wanted.reality, **_words(register, draft, wanted),
    }  # fmt: skip
    if wanted.person is not None and "subject" in draft.claim:
        changes["subject"] = _named(register, draft, wanted.person, mentions)
    said = {name: value for name, value in {**draft.claim, **changes}.items() if value is not None}
    if make_id(register.store.key, PREFIX["claim"], said) == make_id(
        register.store.key, PREFIX["claim"], dict(draft.claim)
    ):
        accept(register, [draft])
        return make_id(register.store.key, PREFIX["claim"], said)
    return amend(register, draft, changes, mentions)


def place_of(text: str, quote: str, near: int) -> tuple[int, int]:
    """Where in `text` the words stand, in code points; of several places the nearest to `near`. Raises InputRefused."""
    starts, at = [], text.find(quote)
    while at >= 0 and quote:
        starts.append(at)
        at = text.find(quote, at + 1)
    if not starts:
        raise InputRefused("quote: these words do not stand in the text as it is held here; copy them exactly from it")
    start = min(starts, key=lambda found: abs(found - near))
    return start, start + len(quote)


def _words(register: Register, draft: Draft, wanted: Amendment) -> dict[str, Any]:
    """The quote and where it stands; in a draft whose source's text is not held the words alone."""
    quote = wanted.quote.replace("\r\n", "\n")
    passage = register.caught_up().passages.get(str(draft.claim.get("passage")))
    if quote == draft.claim.get("quote") and wanted.near is None:
        return {}
    if passage is None:
        return {"quote": quote or None}
    near = wanted.near if wanted.near is not None else (draft.claim.get("span") or (0, 0))[0]
    return {"quote": quote, "span": list(place_of(str(passage["text"]), quote, near))}


def _named(register: Register, draft: Draft, name: str, mentions: dict[str, Mapping[str, Any]]) -> str:
    old = str(draft.claim["subject"])
    if mentions[old]["name"] == name:
        return old
    content = {**mentions.pop(old), "name": name}
    made = make_id(register.store.key, PREFIX["mention"], content)
    mentions[made] = content
    return made
