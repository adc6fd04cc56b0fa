"""One fact about one person, entered by hand with its source, as one act.

The fact goes the way of every proposal: it is a draft whose author accepts it, so that the review policy holds for it as for any other.
Whoever the source names is a mention of its own; that it is the person chosen is said by a judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX, Stamp, claim_content, new_entry
from habeas.claims.ledger import NewEntry
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import make_id
from habeas.register.acts import Act
from habeas.register.amending import place_of
from habeas.register.deciding import enter, undecided, waiting_by_id
from habeas.register.opened import Register
from habeas.sources.note import Note
from habeas.sources.passage import Passage

#: Who a claim's reader was where no reader was at work.
BY_HAND = "entered by hand"
_OF_A_SOURCE = ("note", "citation", "passage")
#: A note whose words are few stands as the quote of what is taken from it.
_SHORT = 500


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened or was so. `quote` "" = the words are not given; `speaker` None = the source itself says it."""

    predicate: str
    when: Day
    value: Mapping[str, Any] = field(default_factory=dict)
    until: Day = field(default_factory=Day.unknown)
    reality: str = "actual"
    speaker: str | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Whom:
    """The name as the source writes it, and who that is here: mentions of one person (empty = somebody new)."""

    name: str
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A document of which no copy is held. `published` unknown = its day is not known."""

    publisher: str
    published: Day
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """What entering did. `mention` is of the person; `act` None = all of it was here already, and nothing was entered."""

    act: Act | None
    claim: str
    mention: str


@dataclass(slots=True)
class _Making:
    """Entries of the act being put together."""

    key: bytes
    stamp: Stamp
    entries: list[NewEntry] = field(default_factory=list)

    def add(self, kind: str, content: Mapping[str, Any]) -> str:
        entry = new_entry(self.key, kind, content, self.stamp)
        self.entries.append(entry)
        return entry.id


def enter_fact(register: Register, whom: Whom, fact: Fact, source: str | Citation | Note) -> Entered:
    """Enter it. `source` is the id of one held, or a new one. Raises InputRefused naming the field; then nothing was written."""
    register.caught_up()
    making = _Making(register.store.key, register.stamp())
    source_id, passages = _source(register, making, source)
    told = _told(fact, source_id, passages, is_note=isinstance(source, Note))
    here = _here_already(register, whom, told, source_id)
    if here is not None:
        return here
    mention, content = _mention(register, making, whom, source_id)
    draft = Draft({**told, "subject": mention}, {mention: content}, "strong", (), BY_HAND)
    before = register.store.head().size
    enter(register, making.entries, [draft], ())
    after = register.store.head().size
    claim = make_id(making.key, PREFIX["claim"], dict(draft.claim))
    return Entered(Act(before, after) if after > before else None, claim, mention)


def propose_fact(register: Register, whom: Whom, fact: Fact, source: str | Citation | Note) -> bool:
    """Put it on the desk instead, with its source, for somebody else to decide; False where it is here already. Raises InputRefused.

    Who the person is stays open: saying that is not for whoever proposes.
    """
    register.caught_up()
    making = _Making(register.store.key, register.stamp())
    source_id, passages = _source(register, making, source)
    told = _told(fact, source_id, passages, is_note=isinstance(source, Note))
    mention, content = _mention(register, making, whom, source_id)
    draft = Draft({**told, "subject": mention}, {mention: content}, "check", (), BY_HAND, register.actor)
    claim = make_id(making.key, PREFIX["claim"], dict(draft.claim))
    is_waiting = draft.id(making.key) in waiting_by_id(register)
    if is_waiting or not undecided(register, [draft]) or register.store.has([claim]):
        return False
    enter(register, [entry for entry in making.entries if entry.kind in _OF_A_SOURCE], (), [draft])
    return True


def _told(fact: Fact, source: str, passages: Mapping[str, str], *, is_note: bool) -> dict[str, Any]:
    """The claim's content but for whom it is about."""
    claim = Claim(
        id="", subject=None, predicate=fact.predicate, value=_value(fact), source=source, when=fact.when,
        until=None if fact.until.is_unknown else fact.until, reality=fact.reality, speaker=fact.speaker or None,
    )  # fmt: skip
    return {**claim_content(claim), **_words(fact, passages, is_note=is_note)}


def _here_already(register: Register, whom: Whom, told: Mapping[str, Any], source: str) -> Entered | None:
    """The same fact of somebody new, entered before: a form sent twice makes nobody twice. None = it was not."""
    key = register.store.key
    mention = make_id(key, PREFIX["mention"], {"kind": "person", "name": whom.name, "source": source})
    claim = make_id(key, PREFIX["claim"], {**told, "subject": mention})
    is_here = not whom.mentions and bool(register.store.has([claim])) and claim not in register.knowledge.retracted()
    return Entered(None, claim, mention) if is_here else None


def _value(fact: Fact) -> dict[str, Any]:
    predicate = vocabulary().predicate(fact.predicate)
    if predicate.about not in ("person", "person_or_group"):
        raise InputRefused(f"{predicate.label} is not said of one person; choose something else")
    return vocabulary().checked(predicate, fact.value)


def _source(register: Register, making: _Making, source: str | Citation | Note) -> tuple[str, dict[str, str]]:
    """The source's id and its passages, by id."""
    if isinstance(source, Note):
        note = making.add("note", source.to_content())
        return note, {making.add("passage", Passage(0, source.text).to_content(note)): source.text}
    if isinstance(source, Citation):
        content = {"name": source.publisher, "published": source.published.text or None, "url": source.url or None}
        return making.add("citation", {name: told for name, told in content.items() if told is not None}), {}
    if source not in register.knowledge.sources:
        raise InputRefused(f"source: {source} is no source here; choose one from the list or give a new one")
    held = register.knowledge.passages.items()
    return source, {passage: str(body["text"]) for passage, body in held if body["source"] == source}


def _mention(register: Register, making: _Making, whom: Whom, source: str) -> tuple[str, dict[str, Any]]:
    """The mention that the claim is about: the person's own in this source, or a new one that is judged to be the person."""
    content = {"kind": "person", "name": whom.name, "source": source}
    own = [register.knowledge.mentions[m] for m in whom.mentions if m in register.knowledge.mentions]
    for one in own:
        if one.source == source and one.name == whom.name:
            return one.id, content if one.key is None else {**content, "key": one.key}
    made = make_id(making.key, PREFIX["mention"], content)
    if made in register.knowledge.mentions:  # somebody else whom this source calls so
        content["key"] = f"{BY_HAND} {whom.mentions[0] if whom.mentions else making.stamp.recorded_at.isoformat()}"
    made = making.add("mention", content)
    if whom.mentions and made not in whom.mentions:
        why = {"why": "entered as a fact about this person", "at": making.stamp.recorded_at.isoformat()}
        making.add("judgement", {"a": whom.mentions[0], "b": made, "verdict": "same", **why})
    return made, content


def _words(fact: Fact, passages: Mapping[str, str], *, is_note: bool) -> dict[str, Any]:
    """The quote, and where it stands where the source's text is held. Raises InputRefused where it does not stand there."""
    quote = fact.quote.replace("\r\n", "\n")
    if is_note and not quote:
        quote = next((text for text in passages.values() if len(text) <= _SHORT), "")
    if not quote or not passages:
        return {"quote": quote} if quote else {}
    for passage, text in passages.items():
        if quote in text:
            return {"quote": quote, "passage": passage, "span": list(place_of(text, quote, 0))}
    raise InputRefused("quote: these words do not stand in the source as it is held here; copy them exactly from it")
