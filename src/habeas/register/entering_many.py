"""One event that befell many people, entered with its source as one act: who is named, how many were announced.

Every claim goes the way of a proposal whose author accepts it, so that the review policy holds for it as for any other. Where a number
was announced one claim speaks of the group and names its members, so that those not named stay a number; otherwise each person named
has a claim of their own with the line on which they stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX, Stamp, claim_content, new_entry
from habeas.claims.ledger import NewEntry
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.asof import Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import make_id
from habeas.register.acts import Act
from habeas.register.deciding import acceptance
from habeas.register.entering import BY_HAND, Citation
from habeas.register.intake import latest_day
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.sources.note import Note
from habeas.sources.passage import Passage

#: A message longer than this does not stand as the quote of a group's claim.
_LONGEST_QUOTE = 5000


@dataclass(frozen=True, slots=True)
class Named:
    """One person named: as written, the line as it stood, and who it is here (None = somebody not known before). `apart`: people known here
    who, as somebody decided, are others.
    """

    name: str
    line: int
    raw: str
    person: str | None = None
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happened:
    """What befell them. `announced`: how many people it was said to befall, None = only names were given. `described`: the source calls them
    political prisoners. `message`: the text as pasted.
    """

    predicate: str
    when: Day
    value: Mapping[str, Any] = field(default_factory=dict)
    announced: int | None = None
    described: bool = False
    message: str = ""


@dataclass(slots=True)
class Made:
    """What would be appended: claims as drafts, whatever they need beside, and the mention of each person named, in their order."""

    entries: list[NewEntry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)

    def all_entries(self, register: Register) -> list[NewEntry]:
        """Everything, each entry once."""
        accepted = [entry for draft in self.drafts for entry in acceptance(register, draft)]
        return list({entry.id: entry for entry in (*self.entries, *accepted)}.values())


@dataclass(frozen=True, slots=True)
class Entered:
    """`act` None = all of it was here already. `claims` are those that now stand, in order."""

    act: Act | None
    claims: tuple[str, ...]


def made_of(register: Register, happened: Happened, people: Sequence[Named], source: str | Citation | Note) -> Made:
    """What entering would append; nothing is written. Raises InputRefused naming what is wrong."""
    if not people and happened.announced is None:
        raise InputRefused("nobody is named and no number was announced; choose at least one person")
    if happened.announced is not None and happened.announced < len(people):
        raise InputRefused(f"{happened.announced} were announced, but {len(people)} are named; correct one of the two")
    register.caught_up()
    making = _Making(register, register.stamp())
    source_id = making.source(source)
    made = making.made
    contents = {}
    for whom in people:
        mention, content = making.mention(source_id, whom)
        made.mentions.append(mention)
        contents[mention] = content
    for claim in _claims(happened, people, made.mentions, source_id):
        named = [m for m in (claim.subject, *claim.members) if m is not None]
        said = making.located({**claim_content(claim)})
        made.drafts.append(Draft(said, {m: contents[m] for m in named}, "strong", (), BY_HAND))
    return made


def enter_event(register: Register, made: Made) -> Entered:
    """Append it as one act."""
    key = register.store.key
    batch = made.all_entries(register)
    added = register.append(batch, register.store.clock(), decided=[draft.id(key) for draft in made.drafts])
    claims = tuple(make_id(key, PREFIX["claim"], dict(draft.claim)) for draft in made.drafts)
    return Entered(_act(register, batch, added), claims)


def _act(register: Register, batch: Sequence[NewEntry], added: int) -> Act | None:
    """Where in the ledger the entries stand: they were appended together, after everything else."""
    if not added:
        return None
    # some of the batch may have been here before, its last entry too
    to = max(body.sequence for entry in batch if (body := register.store.body(entry.id)) is not None)
    return Act(to - added, to)


def _claims(happened: Happened, people: Sequence[Named], mentions: Sequence[str], source: str) -> list[Claim]:
    predicate = vocabulary().predicate(happened.predicate)
    value = vocabulary().checked(predicate, happened.value)
    if happened.announced is not None:
        if predicate.about != "person_or_group":
            raise InputRefused(f"{predicate.label} is said of one person at a time; leave the number announced empty")
        return _of_group(happened, value, tuple(dict.fromkeys(mentions)), source)
    found = []
    for whom, mention in zip(people, mentions, strict=True):
        found.append(Claim("", mention, predicate.name, value, source, happened.when, quote=whom.raw or None))
        if happened.described:
            found.append(
                Claim("", mention, _DESCRIBED, {"as": "called"}, source, Day.unknown(), quote=whom.raw or None)
            )
    return found


_DESCRIBED = "described_as_political_prisoner"


def _of_group(happened: Happened, value: Mapping[str, Any], members: tuple[str, ...], source: str) -> list[Claim]:
    message = happened.message.strip()
    quote = message if 0 < len(message) <= _LONGEST_QUOTE else None
    told = [Claim(
        "", None, happened.predicate, value, source, happened.when, quote=quote, count=happened.announced, members=members
    )]  # fmt: skip
    if happened.described:
        told.append(
            Claim(
                "", None, _DESCRIBED, {}, source, Day.unknown(), quote=quote, count=happened.announced, members=members
            )
        )
    return told


@dataclass(slots=True)
class _Making:
    """An act being put together."""

    register: Register
    stamp: Stamp
    made: Made = field(default_factory=Made)
    texts: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def add(self, kind: str, content: Mapping[str, Any]) -> str:
        entry = new_entry(self.register.store.key, kind, content, self.stamp)
        self.made.entries.append(entry)
        return entry.id

    def source(self, source: str | Citation | Note) -> str:
        """Its id; its texts are kept, so that quotes can be located."""
        if isinstance(source, Note):
            note = self.add("note", source.to_content())
            self.texts[self.add("passage", Passage(0, source.text).to_content(note))] = source.text
            return note
        if isinstance(source, Citation):
            told = {"name": source.publisher, "published": source.published.text or None, "url": source.url or None}
            return self.add("citation", {name: value for name, value in told.items() if value is not None})
        if source not in self.register.knowledge.sources:
            raise InputRefused(f"source: {source} is no source here; choose one that is, or give a new one")
        held = self.register.knowledge.passages.items()
        self.texts = {passage: str(body["text"]) for passage, body in held if body["source"] == source}
        return source

    def mention(self, source: str, whom: Named) -> tuple[str, dict[str, Any]]:
        """The person as this source names them, and the judgements that say who it is."""
        persons = self._of_mention()
        made, content = next(
            (made, content) for made, content in self._mentions(source, whom)
            if made not in self.taken and persons.get(made, whom.person) == whom.person
        )  # fmt: skip
        self.taken.add(made)
        self.add("mention", content)
        if whom.person is not None and persons.get(made) != whom.person:
            self._judge(whom.person, made, "same", "chosen for a name in a message")
        for other in whom.apart:
            self._judge(other, made, "different", "somebody else, said of a name in a message")
        return made, content

    def _mentions(self, source: str, whom: Named) -> Iterator[tuple[str, dict[str, Any]]]:
        """Ids and contents that may stand for the name: by itself, and for others whom this source calls so, by their line."""
        content: dict[str, Any] = {"kind": "person", "name": whom.name, "source": source}
        for number in count():
            where = f"line {whom.line}" if number < 2 else f"line {whom.line}, {number}"
            keyed = content if number == 0 else {**content, "key": where}
            yield make_id(self.register.store.key, PREFIX["mention"], keyed), keyed

    def _of_mention(self) -> Mapping[str, str]:
        return known(self.register, latest_day(self.register), Basis.register()).persons.of_mention

    def _judge(self, person: str, mention: str, verdict: str, why: str) -> None:
        at = self.stamp.recorded_at.isoformat()
        self.add("judgement", {"a": person, "b": mention, "verdict": verdict, "why": why, "at": at})

    def located(self, content: dict[str, Any]) -> dict[str, Any]:
        """With where the quote stands, where the source's text is held; without a quote that does not stand in it."""
        quote = content.get("quote")
        if not quote or not self.texts:
            return content
        for passage, text in self.texts.items():
            start = text.find(quote)
            if start >= 0:
                return {**content, "passage": passage, "span": [start, start + len(quote)]}
        return {name: value for name, value in content.items() if name != "quote"}
