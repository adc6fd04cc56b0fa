"""Importing a claims file: sound lines enter as one batch, faulty ones are named and stay out.

An interrupted import leaves nothing behind, and importing the same file again adds nothing. Each claim keeps the row it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.claims_file import Line, Refused, moment_in, read_claims
from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX, Stamp, claim_content, new_entry
from habeas.claims.knowledge import Knowledge
from habeas.claims.ledger import NewEntry
from habeas.claims.review import policy_of
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import canonical
from habeas.register.decided_twice import decided_twice
from habeas.register.deciding import undecided
from habeas.register.intake import before_intake, take_up, would_take_up
from habeas.register.opened import Register
from habeas.register.recognising import Recognition
from habeas.sources.capture import About
from habeas.sources.take_in import TakenFile, take_in


@dataclass(frozen=True, slots=True)
class Wish:
    """How to import: only look (`dry_run`), refuse all if any row is faulty (`strict`), or propose instead of claim (`as_drafts`)."""

    dry_run: bool = False
    strict: bool = False
    as_drafts: bool = False
    list_name: str | None = None


_SAY_EVERY = 1000


@dataclass(slots=True)
class _Batch:
    """Entries being made from one file. `labels` and `subjects` let later lines speak of earlier ones.

    What the register holds already is looked up once: `held` are its passages by source, `captures` its captures by name.
    """

    register: Register
    list_name: str | None
    known: Knowledge
    held: Mapping[str, list[tuple[str, str]]]
    captures: Mapping[str, list[str]]
    recognised: Recognition
    entries: dict[str, NewEntry] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    contents: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    file: set[str] = field(default_factory=set)
    latest: datetime | None = None

    def add(self, kind: str, content: Mapping[str, Any], stamp: Stamp) -> str:
        entry = new_entry(self.register.store.key, kind, content, stamp)
        self.entries.setdefault(entry.id, entry)
        self.contents[entry.id] = content
        return entry.id


def import_claims(register: Register, path: str, about: About, wish: Wish) -> dict[str, Any]:
    """Import one claims file. Raises InputRefused when the file as a whole is at fault, or `strict` finds a faulty row."""
    taken = take_in(path, about, is_list=True)
    lines = list(read_claims(taken.passages[0].text if taken.passages else "", path))
    return import_lines(register, taken, lines, wish, "claims")


def import_lines(
    register: Register, taken: TakenFile, lines: Sequence[Line | Refused], wish: Wish, format_name: str
) -> dict[str, Any]:
    """Import what was read of one file, row by row. Raises InputRefused when `strict` finds a faulty row."""
    path = taken.capture.file_name
    sound = [line for line in lines if isinstance(line, Line)]
    refused = [line for line in lines if isinstance(line, Refused)]
    if not register.store.invented:
        refused += [_another_clock(line) for line in sound if line.recorded_at is not None]
        sound = [line for line in sound if line.recorded_at is None]
    before = before_intake(register)
    batch = _batch(register, taken, sound, wish)
    refused = sorted([*refused, *batch.refused], key=lambda r: r.row)
    if refused and wish.strict:
        first = refused[0]
        raise InputRefused(
            f"{path}: row {first.row}: {first.why} ({len(refused)} faulty in all; --strict refuses the file)"
        )
    present = register.store.has(batch.claims)
    twice = decided_twice(batch.known, batch.contents, register.store.clock())
    if not wish.dry_run and _write(register, batch, wish) == 0:
        present = set(batch.claims)  # somebody else entered them since we looked
    added = len(set(batch.claims) - present)
    made = {str(c.get("key") or m) for m, c in batch.contents.items() if m.startswith(PREFIX["mention"])}
    people = made | batch.people
    identity = would_take_up(register, batch.entries.values()) if wish.dry_run else take_up(register, before)
    return {
        **identity, "sha256": taken.capture.sha256, "format": format_name, "rows": len(lines), "entities": {"person": len(people)},
        "added": added, "changed": 0, "gone": 0, "unchanged": len(set(batch.claims) & present), "claims": added,
        "drafts": len(batch.drafts), "dry_run": wish.dry_run,
        "refused": [{"row": r.row, "column": r.column, "why": r.why} for r in refused], "quarantined": twice,
    }  # fmt: skip


def _another_clock(line: Line) -> Refused:
    return Refused(
        line.row,
        "recorded_at",
        "only accepted by a register of invented people (habeas init --invented); remove the column",
    )


def _batch(register: Register, taken: TakenFile, lines: Sequence[Line], wish: Wish) -> _Batch:
    """Lines in the order in which they were recorded; those without a moment are recorded now."""
    now = register.store.clock()
    moments = [line.recorded_at for line in lines if line.recorded_at is not None]
    # a register with its own clock keeps to it also for lines that do not say when they were recorded
    otherwise = max(moments) if moments else now
    ordered = sorted(lines, key=lambda line: (line.recorded_at or otherwise, line.row))
    first = ordered[0].recorded_at or otherwise if ordered else now
    batch = _start(register, wish.list_name)
    stamp = Stamp(register.actor, first, taken.capture.beside() or None)
    file = batch.add("capture", taken.capture.to_content(), stamp)
    raw = NewEntry(f"raw_{file[4:]}", "bytes", taken.data)
    batch.entries[raw.id] = raw
    batch.file = {file, raw.id}
    for number, line in enumerate(ordered):
        if number and number % _SAY_EVERY == 0:
            register.heard("rows read", number, len(ordered))
        # acts of one file follow one another: of two that contradict each other the later one decides
        after = timedelta(microseconds=line.row if line.predicate is None else 0)
        stamp = Stamp(register.actor, line.recorded_at or otherwise + after, {"row": line.row, "file": file})
        try:
            _line(batch, line, stamp, wish)
        except InputRefused as error:
            batch.refused.append(Refused(line.row, None, str(error)))
        batch.latest = max(stamp.recorded_at, batch.latest or stamp.recorded_at)
    return batch


def _start(register: Register, list_name: str | None) -> _Batch:
    known = register.caught_up()
    held: dict[str, list[tuple[str, str]]] = {}
    for passage, body in known.passages.items():
        held.setdefault(str(body["source"]), []).append((passage, str(body["text"])))
    captures: dict[str, list[str]] = {}
    for source in known.sources.values():
        if source.kind == "capture":
            captures.setdefault(source.name, []).append(source.id)
    return _Batch(register, list_name, known, held, captures, Recognition(known))


def _line(batch: _Batch, line: Line, stamp: Stamp, wish: Wish) -> None:
    if line.predicate is None:
        _act(batch, line.raw, stamp)
        return
    if _is_recognised(batch, line.raw):
        return
    source = _source(batch, line.raw, stamp)
    subject = line.raw.get("subject", line.raw.get("person"))
    members = tuple(_mention(batch, source, m, stamp, line.raw) for m in line.raw.get("members", []))
    claim = Claim(
        id="", subject=None if subject is None else _mention(batch, source, subject, stamp, line.raw), predicate=line.predicate.name,
        value=line.value or {}, source=source, when=line.when, until=line.until, reality=line.raw.get("reality", "actual"),
        speaker=line.raw.get("speaker", line.raw.get("said_by")), quote=line.raw.get("quote"), count=line.raw.get("count"),
        comparator=line.raw.get("comparator"), members=members, weak=bool(line.raw.get("weak", False)),
    )  # fmt: skip
    content = _located(batch, claim_content(claim), line.raw.get("span"))
    if wish.as_drafts:
        mentions = {m: batch.contents[m] for m in (*([claim.subject] if claim.subject else ()), *members)}
        batch.drafts.append(Draft(content, mentions, "check", ("claims-file",), "claims file", stamp.actor))
        return
    made = batch.add("claim", content, stamp)
    batch.claims.append(made)
    if line.raw.get("label"):
        batch.labels[str(line.raw["label"])] = made


def _is_recognised(batch: _Batch, raw: Mapping[str, Any]) -> bool:
    """Whether the claim is here already, whatever ids its line gives; later lines may speak of it and of whom it names."""
    source = batch.recognised.source(raw)
    claim = None if source is None else batch.recognised.claim(source, raw)
    if claim is None:
        return False
    batch.claims.append(claim.id)
    batch.labels[str(raw.get("label"))] = claim.id
    told = [*([raw["subject"]] if claim.subject else ()), *(raw.get("members") or ())]
    for party, mention in zip(told, [*([claim.subject] if claim.subject else ()), *claim.members], strict=True):
        _speak_of(batch, claim.source, party, mention)
    return True


def _speak_of(batch: _Batch, source: str, party: Mapping[str, Any], mention: str) -> None:
    batch.people.add(batch.known.mentions[mention].key or mention)
    batch.named[f"{_name_of(batch, source)}|{party['name']}"] = mention
    batch.subjects.setdefault(str(party["id"]), mention)
    batch.named[str(party["id"])] = batch.subjects[str(party["id"])]


def _located(batch: _Batch, content: dict[str, Any], span: Sequence[int] | None) -> dict[str, Any]:
    """Where the source's own text is held, the quote has to stand in it, and is located there: where the line says, if that is so. Raises InputRefused."""
    quote, held = content.get("quote"), batch.held.get(content["source"])
    start = span[0] if span and span[0] >= 0 else None
    if not quote or not held:
        return content
    for passage, text in held:
        at = start if start is not None and text.startswith(quote, start) else text.find(quote)
        if at >= 0:
            return {**content, "passage": passage, "span": [at, at + len(quote)]}
    raise InputRefused("quote: these words do not stand in the source as held here; copy them exactly")


def _source(batch: _Batch, raw: Mapping[str, Any], stamp: Stamp) -> str:
    name = str(raw["source"]).strip()
    here = batch.recognised.source(raw) or (name if name in batch.known.sources else None)
    if here is not None:
        return here
    held = batch.captures.get(name, [])
    published = Day.parse(str(raw.get("published_on") or raw.get("published") or "")).text
    if len(held) == 1 and not published and not raw.get("source_key"):
        return held[0]
    content = {
        "name": name, "published": published or None, "list_name": raw.get("list", batch.list_name), "url": raw.get("url"),
        "derived_from": raw.get("derived_from"), "grade": raw.get("grade"), "key": raw.get("source_key"),
        "consent": raw.get("source_consent"),
    }  # fmt: skip
    return batch.add(
        "citation", {k: v for k, v in content.items() if v is not None}, Stamp(stamp.actor, stamp.recorded_at)
    )


def _mention(batch: _Batch, source: str, subject: Any, stamp: Stamp, raw: Mapping[str, Any]) -> str:
    name, key = (
        (subject, None) if isinstance(subject, str) else (subject.get("name") or subject.get("id"), subject.get("id"))
    )
    # a line that a register wrote tells people apart as their source does; the id it gives is that register's own
    written = isinstance(subject, dict) and raw.get("source_id") is not None
    made = batch.recognised.mention(source, subject) if written else None
    plain = Stamp(stamp.actor, stamp.recorded_at)
    if made is None:
        own = subject.get("key") if written else key
        content = {
            "kind": "person",
            "name": str(name).strip(),
            "source": source,
            "key": None if own is None else str(own),
        }
        made = batch.add("mention", {k: v for k, v in content.items() if v is not None}, plain)
    batch.named[f"{_name_of(batch, source)}|{name}"] = made
    if key is not None:
        first = batch.subjects.setdefault(str(key), made)
        batch.named[str(key)] = first
        if first != made:
            why = f"the same id {key} in one claims file"
            batch.add("judgement", {"a": first, "b": made, "verdict": "same", "why": why}, plain)
    return made


def _name_of(batch: _Batch, source: str) -> str:
    content = batch.contents.get(source)
    return str(content["name"]) if content else batch.known.sources[source].name


def _act(batch: _Batch, raw: Mapping[str, Any], stamp: Stamp) -> None:
    # what tells apart decisions of the same words: the entry that the line was written from, else the moment
    decided = moment_in(raw.get("decided_at"))
    own = raw.get("label") if raw.get("recorded_at") is None or decided is not None else None
    once = {} if own is None else {"key": str(own)}
    if own is None or decided is not None:
        once["at"] = (decided or stamp.recorded_at).astimezone(UTC).isoformat()
    if "policy" in raw:
        batch.add("policy", policy_of(raw["policy"]).to_content(), stamp)
    elif "judge" in raw:
        verdict = raw.get("verdict")
        if verdict not in ("same", "different", "unsure"):
            raise InputRefused(f"verdict is {verdict!r}; write same, different or unsure")
        a, b = (_named(batch, str(which)) for which in raw["judge"])
        automatic = {"automatic": True} if raw.get("automatic") is True else {}
        if not batch.recognised.act(own, "judgement", a, b, verdict, raw.get("why")):
            said = {"a": a, "b": b, "verdict": verdict, "why": raw.get("why"), **once, **automatic}
            batch.add("judgement", said, stamp)
    elif "rule" in raw:
        losing = sorted(_labelled(batch, str(which)) for which in raw.get("set_aside", []))
        upheld = _labelled(batch, str(raw["rule"]))
        if not batch.recognised.act(own, "ruling", upheld, tuple(losing), raw.get("why")):
            batch.add("ruling", {"upheld": upheld, "set_aside": losing, "why": raw.get("why"), **once}, stamp)
    else:
        kind = "retract" if "retract" in raw else "reinstate"
        claim = _labelled(batch, str(raw[kind]))
        if not batch.recognised.act(own, kind, claim, raw.get("why")):
            batch.add(kind, {"claim": claim, "why": raw.get("why"), **once}, stamp)


def _labelled(batch: _Batch, label: str) -> str:
    found = batch.labels.get(label) or (label if any(c.id == label for c in batch.known.claims) else None)
    if found is None:
        raise InputRefused(f"no line before this one has the label '{label}'")
    return found


def _named(batch: _Batch, which: str) -> str:
    if which in batch.named:
        return batch.named[which]
    if which in batch.known.mentions:
        return which
    raise InputRefused(
        f"'{which}' names nobody before this line; write SOURCE|NAME, an id of this file, or a mention's id"
    )


def _write(register: Register, batch: _Batch, wish: Wish) -> int:
    """How many entries were new. A file of which everything is here already is not kept either."""
    entries = list(batch.entries.values())
    said = batch.entries.keys() - batch.file
    if said <= register.store.has(said) and not batch.drafts:
        return 0
    left = undecided(register, batch.drafts) if wish.as_drafts else []
    proposed = [(d.id(register.store.key), canonical(d.to_content())) for d in left]
    return register.append(entries, batch.latest or register.store.clock(), proposed=proposed)
