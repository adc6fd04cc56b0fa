"""A draft: a proposed claim together with the mentions it needs, waiting for a person.

Everything a draft says is kept as plain JSON, so that an amendment can be compared with what was proposed. `strength` is strong
when two independent detectors agree, check otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.kernel.ids import make_id


@dataclass(frozen=True, slots=True)
class Draft:
    """`claim` is a claim's content in which `subject` and `members` are mention ids; `mentions` maps those ids to contents.

    `rules` are the reading rules that proposed it. `by` is the opaque id of the person who proposed it, None where a rule did: where two
    have to look, that person is neither of them.
    """

    claim: Mapping[str, Any]
    mentions: Mapping[str, Mapping[str, Any]]
    strength: str
    rules: tuple[str, ...]
    reader: str
    by: str | None = None

    def id(self, key: bytes) -> str:
        """The draft's id: from what it proposes, not from the reader's version, so a decided draft stays decided."""
        return make_id(key, "drf", dict(self.claim))

    def to_content(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "claim": dict(self.claim), "mentions": {i: dict(m) for i, m in self.mentions.items()}, "strength": self.strength,
            "rules": list(self.rules), "reader": self.reader, **({"by": self.by} if self.by else {}),
        }  # fmt: skip


def draft_of(content: Mapping[str, Any]) -> Draft:
    """Read back."""
    return Draft(
        content["claim"], content["mentions"], content["strength"], tuple(content["rules"]), content["reader"], content.get("by")
    )  # fmt: skip


_HARM = (
    "death_in_custody",
    "death_after_release",
    "death",
    "citizenship_loss",
    "expulsion",
    "release",
    "exile",
    "new_charge",
)


def harm_rank(draft: Draft) -> tuple[int, int]:
    """Sort key: deaths and departures before arrests, uncertain before strong."""
    predicate = str(draft.claim["predicate"])
    rank = _HARM.index(predicate) if predicate in _HARM else len(_HARM)
    return rank, int(draft.strength == "strong")
