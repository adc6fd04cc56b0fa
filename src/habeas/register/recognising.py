"""Lines that a register wrote itself, or wrote of a capture that is held here too, recognised when they come back.

Such a line names its source by `source_id` (the id in the register that wrote it) and `source_key` (what makes it known elsewhere: the
SHA-256 of a capture's bytes). A claim is recognised by its source and by everything it says, never by its label alone: a line that
somebody edited is another claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.entries import label_of
from habeas.claims.knowledge import Knowledge
from habeas.kernel.days import Day
from habeas.kernel.ids import canonical
from habeas.register.exporting import line_of_claim

_SAID = ("predicate", "value", "valid", "quote", "span", "speaker", "reality", "count", "comparator", "weak")


@dataclass(slots=True)
class Recognition:
    """What is here already, looked up by what an exported line says. Built as sources come up, because most files name few."""

    known: Knowledge
    _captures: dict[tuple[str, str], str] = field(default_factory=dict)
    _claims: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    _mentions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _stated: dict[str, dict[bytes, list[Claim]]] = field(default_factory=dict)
    _people: dict[str, dict[tuple[str, str | None], str]] = field(default_factory=dict)
    _acts: dict[str, tuple[object, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for source in self.known.sources.values():
            if source.kind == "capture" and source.sha256 is not None:
                self._captures.setdefault((source.sha256, source.published.text), source.id)
        for claim in self.known.claims:
            self._claims[claim.source].append(claim)
        for mention in self.known.mentions.values():
            self._mentions[mention.source].append(mention.id)
        for one in self.known.withdrawn:
            self._acts[one.label] = ("reinstate" if one.counts else "retract", one.claim, one.why)
        for opened in self.known.judgements:
            said = opened.content
            self._acts[label_of(opened)] = ("judgement", said["a"], said["b"], said["verdict"], said.get("why"))
        for ruling in self.known.rulings:
            self._acts[ruling.label] = ("ruling", ruling.upheld, ruling.set_aside, ruling.why)

    def source(self, raw: Mapping[str, Any]) -> str | None:
        """The source here that an exported line speaks of; None = it is not held here, or the line was not exported."""
        here = self.known.sources.get(str(raw.get("source_id")))
        published = Day.parse(str(raw.get("published_on") or "")).text
        if here is not None and (here.name, here.published.text) == (raw.get("source"), published):
            return here.id
        return self._captures.get((str(raw.get("source_key")), published))

    def claim(self, source: str, raw: Mapping[str, Any]) -> Claim | None:
        """The claim of this source that says what the line says; None = there is none. Of several the one the label names."""
        if source not in self._stated:
            stated: dict[bytes, list[Claim]] = defaultdict(list)
            for claim in self._claims[source]:
                stated[_statement(line_of_claim(self.known, claim))].append(claim)
            self._stated[source] = stated
        alike = self._stated[source].get(_statement(raw), [])
        return next((c for c in alike if c.id == raw.get("label")), alike[0] if alike else None)

    def mention(self, source: str, party: Mapping[str, Any]) -> str | None:
        """The mention in this source that an exported line names; None = nobody of that name, told apart so, is mentioned there."""
        if source not in self._people:
            named = [m for c in self._claims[source] for m in (*([c.subject] if c.subject else ()), *c.members)]
            people = (self.known.mentions[m] for m in dict.fromkeys([*self._mentions[source], *named]))
            self._people[source] = {}
            for mention in people:
                self._people[source].setdefault((mention.name, mention.key), mention.id)
        return self._people[source].get((str(party.get("name")), party.get("key")))

    def act(self, label: object, *said: object) -> bool:
        """Whether the act of this label is here and says the same."""
        return self._acts.get(str(label)) == said


def _statement(line: Mapping[str, Any]) -> bytes:
    """Everything a line says of its source, without ids, which belong to one register."""
    said = {name: line[name] for name in _SAID if line.get(name) is not None}
    return canonical([said, _who(line.get("subject")), [_who(m) for m in line.get("members") or ()]])


def _who(party: Any) -> list[Any]:
    return [party.get("name"), party.get("key")] if isinstance(party, Mapping) else [party]
