"""Taking in a source: its bytes, its frozen text, and what the reader proposes from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX, new_entry
from habeas.claims.ledger import NewEntry
from habeas.claims.reading.model import Reading
from habeas.claims.reading.read import read_text
from habeas.kernel.days import Day
from habeas.kernel.errors import UsageError
from habeas.kernel.ids import make_id
from habeas.register.correcting import bring_back, refuse_other_day, same_bytes, set_aside_other_days
from habeas.register.deciding import enter, undecided
from habeas.register.drafting import Place, drafts_of
from habeas.register.informants import sealed_entry
from habeas.register.intake import NOBODY, Before, take_up, would_take_up
from habeas.register.opened import Register
from habeas.register.supposing import as_accepted
from habeas.sources.capture import About
from habeas.sources.note import Note
from habeas.sources.passage import Passage
from habeas.sources.take_in import TakenFile, take_in

ACCEPT = ("all", "strong", "none")
Readings = Sequence[Reading]
#: The language models are asked by one at a time.
_READS = Lock()


@dataclass(frozen=True, slots=True)
class Added:
    """What taking in one source did. `not_parsed` None = its text was read, else why not: it is stored all the same. `waiting`: its
    drafts that nobody decided.
    """

    source: str
    name: str
    new: bool
    drafts: int
    accepted: int
    pending: int
    not_parsed: str | None = None
    notes: tuple[str, ...] = ()
    waiting: tuple[Draft, ...] = ()


def taken_up(register: Register, before: Before, added: Sequence[Added]) -> dict[str, Any]:
    """What became of the people told of since `before`, and under `if_accepted` what would become of those in drafts that wait."""
    answer = take_up(register, before)
    waiting = [draft for one in added for draft in one.waiting]
    supposed = would_take_up(register, as_accepted(register, waiting)) if waiting else NOBODY
    return {**answer, "if_accepted": supposed}


def add_file(
    register: Register, path: str, about: About, accept_which: str = "none", *, correct_day: bool = False,
    encoding: str | None = None,
) -> Added:  # fmt: skip
    """Take in one file and decide its drafts as told. Raises InputRefused; then nothing was written.

    Bytes that are here already are recognised under any file name. Under another publication day they are refused, unless
    `correct_day`: then what was read under the other day is retracted, and the text is read anew.
    """
    taken = take_in(path, about, encoding=encoding)
    if not correct_day:
        return add_taken(register, path, taken, about, accept_which)
    if about.published.is_unknown:
        raise UsageError("--correct-day needs the right day: give --published YYYY-MM-DD")
    held = same_bytes(register, taken.capture.sha256)
    source = _source_id(register, taken)
    new = not register.store.has([source])
    notes: list[str] = list(taken.warnings)
    if retracted := set_aside_other_days(register, held, about.published):
        notes.append(
            f"publication day corrected to {about.published.text}: {retracted} claims read under another day retracted"
        )
    if not new:
        notes.append(f"{bring_back(register, source, about.published)} claims count again")
    return _read_in(register, taken, about, accept_which, source, notes, read_ahead(taken, about), new=new)


def add_taken(
    register: Register,
    path: str,
    taken: TakenFile,
    about: About,
    accept_which: str = "none",
    ahead: Readings | None = None,
) -> Added:
    """The same for a file whose bytes were taken in already. `ahead`: how its texts read, None = they are read now. Bytes that came in since
    are recognised as any others.
    """
    already = recognised(register, path, taken, about)
    if already is not None:
        return already
    source = _source_id(register, taken)
    new = not register.store.has([source])
    readings = read_ahead(taken, about) if ahead is None else ahead
    return _read_in(register, taken, about, accept_which, source, list(taken.warnings), readings, new=new)


def recognised(register: Register, path: str, taken: TakenFile, about: About) -> Added | None:
    """What is said of bytes that are here already under another name; None where they have to be read. Raises InputRefused where they are
    here under another publication day.
    """
    held = same_bytes(register, taken.capture.sha256)
    refuse_other_day(path, held, about.published)
    already = next((s for s, day in held.items() if about.published.is_unknown or day == about.published), None)
    if already is None or already == _source_id(register, taken):
        return None
    return Added(already, taken.capture.file_name, False, 0, 0, 0, taken.not_parsed)


def read_ahead(taken: TakenFile, about: About) -> Readings:
    """How each text of a file reads: the long part of the work, for which no register is needed."""
    return [_reading(passage.text, about.published) for passage in taken.passages]


def read_note_ahead(note: Note) -> Reading:
    """How a note reads."""
    return _reading(note.text, note.day)


def _reading(text: str, told_on: Day) -> Reading:
    with _READS:
        return read_text(text, told_on.first if told_on.is_exact else None)


def _read_in(
    register: Register, taken: TakenFile, about: About, accept_which: str, source: str, notes: list[str], readings: Readings,
    *, new: bool,
) -> Added:  # fmt: skip
    proposed: list[Draft] = []
    if taken.published_hint is not None and about.published.is_unknown:
        notes.append(
            f"the document says that it was published on {taken.published_hint}; if that is so, add it with --published"
        )
    for passage, reading in zip(taken.passages, readings, strict=True):
        notes += reading.notes
        proposed += drafts_of(
            reading, Place(register.store.key, source, _passage_id(register, passage, source), about.published)
        )
    chosen, left = _decided(register, proposed, accept_which)
    accepted = enter(register, _capture_entries(register, taken, source), chosen, left)
    return Added(
        source, taken.capture.file_name, new, len(proposed), accepted, len(left), taken.not_parsed, tuple(notes), left
    )


def add_note(register: Register, note: Note, real_name: str | None = None, ahead: Reading | None = None) -> Added:
    """Freeze a note and propose what the reader finds in it; nothing of it is accepted unseen. The same note twice is one.

    `real_name` of the informant is kept sealed, apart from the note; None = not given. `ahead`: how it reads, None = it is
    read now.
    """
    key = register.store.key
    entry = new_entry(key, "note", note.to_content(), register.stamp())
    passage = new_entry(key, "passage", Passage(0, note.text).to_content(entry.id), register.stamp())
    new = not register.store.has([entry.id])
    reading = read_note_ahead(note) if ahead is None else ahead
    proposed = drafts_of(reading, Place(key, entry.id, passage.id, note.day))
    _, left = _decided(register, proposed, "none")
    sealed = [] if real_name is None else [sealed_entry(register, entry.id, real_name)]
    enter(register, [entry, passage, *sealed], (), left)
    return Added(entry.id, note.channel, new, len(proposed), 0, len(left), None, reading.notes, left)


def _source_id(register: Register, taken: TakenFile) -> str:
    return make_id(register.store.key, PREFIX["capture"], taken.capture.to_content())


def _decided(
    register: Register, proposed: Sequence[Draft], accept_which: str
) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """Drafts to accept at once, and those left to a person; without those decided before."""
    waiting = undecided(register, proposed)
    taken: list[Draft] = []
    left: list[Draft] = []
    for draft in waiting:
        at_once = accept_which == "all" or (accept_which == "strong" and draft.strength == "strong")
        (taken if at_once else left).append(draft)
    return tuple(taken), tuple(left)


def _passage_id(register: Register, passage: Passage, source: str) -> str:
    return make_id(register.store.key, PREFIX["passage"], passage.to_content(source))


def _capture_entries(register: Register, taken: TakenFile, source: str) -> list[NewEntry]:
    key = register.store.key
    stamp = register.stamp(**taken.capture.beside(), encoding=taken.encoding, not_parsed=taken.not_parsed)
    entries = [new_entry(key, "capture", taken.capture.to_content(), stamp)]
    # the bytes are a body of their own, so that they can be expunged while the capture stays known
    entries.append(NewEntry(make_id(key, PREFIX["bytes"], {"source": source}), "bytes", taken.data))
    plain = register.stamp(stamp.recorded_at)
    return entries + [new_entry(key, "passage", p.to_content(source), plain) for p in taken.passages]
