"""The note desk: what a member of staff was told, by whom it may be known, and what was read in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from habeas.claims.entries import open_body
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.deciding import waiting
from habeas.register.informants import notes_with_a_name, real_name_of
from habeas.register.opened import Register
from habeas.register.taking_in import Added, add_note, read_note_ahead
from habeas.sources.note import Note
from habeas.web.asking import NotHere
from habeas.web.desks.beside import Seat, beside_desk
from habeas.web.desks.claim_fields import refuse_ahead, text_field
from habeas.web.desks.desk import Bench, desk, working_as
from habeas.web.desks.fact_form import CONSENT, note_fields
from habeas.web.desks.going_on import see
from habeas.web.desks.taking_up import people_taken_up
from habeas.web.permissions import Deed
from habeas.web.shelf import today_of

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class Kept:
    """A note as it is held. `waiting` counts its proposals that nobody decided; `has_name` whether a real name is sealed behind it."""

    id: str
    note: Note
    recorded_at: datetime
    waiting: int
    has_name: bool

    @property
    def consent(self) -> str:
        """How far it may go, in words."""
        return CONSENT[self.note.consent]


class NoteForm(forms.Form):
    """A note. The field for a real name is there only for who may read one."""

    def __init__(self, today: date, *, sealed: bool, sent: Mapping[str, Any] | None = None) -> None:
        super().__init__(sent, label_suffix="")
        self._today = today
        self.fields["text"] = text_field("What you were told", rows=6, longest=200_000, required=True)
        self.fields.update(note_fields(today))
        if sealed:
            self.fields["real_name"] = text_field(
                "Real name", longest=200, help_text="Kept apart from the note; only editors can open it. Better none."
            )

    def clean(self) -> dict[str, Any]:
        """A day that can be."""
        told: dict[str, Any] = super().clean() or {}
        refuse_ahead(self, "told_on", self._today)
        return told

    def note(self) -> Note:
        """What was typed, once it is valid."""
        told = self.cleaned_data
        day = Day.on(self._today) if told["told_on"].is_unknown else told["told_on"]
        text = told["text"].replace("\r\n", "\n")
        return Note(told["channel"], day, text, told["consent"], told["informant"] or None)


@require_http_methods(["GET", "HEAD", "POST"])
@beside_desk(Deed.ENTER)
def notes(seat: Seat) -> HttpResponseBase:
    """The form for a new note, and those held, the newest first. What was sent is read while others work."""
    request = seat.request
    sealed = seat.who.may(Deed.READ_SEALED)
    with seat.shelf.worked_on() as register:
        today = today_of(register)
    form = NoteForm(today, sealed=sealed, sent=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            added = _added(seat, form)
            return see(reverse("desk-notes"), kept=added.source, how="new" if added.new else "again")
        except InputRefused as error:
            form.add_error(None, str(error))
    with seat.shelf.worked_on() as register:
        return _listed(Bench(request, seat.who, register), form)


def _added(seat: Seat, form: NoteForm) -> Added:
    note, name = form.note(), form.cleaned_data.get("real_name") or None
    ahead = read_note_ahead(note)
    with seat.shelf.worked_on() as register, working_as(register, seat.who), people_taken_up(register):
        return add_note(register, note, name, ahead)


def _listed(bench: Bench, form: NoteForm) -> HttpResponse:
    sent = bench.request.GET
    ids = [s.id for s in reversed(bench.register.caught_up().sources.values()) if s.kind == "note"]
    page, pages = _page(sent.get("page", "1"), len(ids))
    shown = _kept(bench.register, ids[(page - 1) * ON_A_PAGE : page * ON_A_PAGE])
    just = next((one for one in _kept(bench.register, [sent["kept"]]) if sent["kept"] in ids), None) if sent.get("kept") else None  # fmt: skip
    contents = {
        "title": "Notes", "form": form, "notes": shown, "total": len(ids), "page": page, "pages": pages, "just": just,
        "is_new": sent.get("how") == "new",
    }  # fmt: skip
    return bench.page("desks/notes.html", contents, status=422 if form.errors else 200)


@require_safe
@desk(Deed.ENTER)
def note(bench: Bench, note_id: str) -> HttpResponseBase:
    """One note as it was typed."""
    return bench.page("desks/note.html", {"title": "Note", "one": _one(bench, note_id), "name": None})


@require_safe
@desk(Deed.READ_SEALED)
def informant(bench: Bench, note_id: str) -> HttpResponseBase:
    """The same with the real name of whoever told it."""
    one = _one(bench, note_id)
    name = real_name_of(bench.register, note_id)
    if name is None:
        raise NotHere("No real name is kept behind this note.")
    return bench.page("desks/note.html", {"title": "Note", "one": one, "name": name})


def _one(bench: Bench, note_id: str) -> Kept:
    found = bench.register.caught_up().sources.get(note_id)
    kept = _kept(bench.register, [note_id]) if found is not None and found.kind == "note" else []
    if not kept:
        raise NotHere(f"{note_id}: no such note here")
    return kept[0]


def _kept(register: Register, ids: list[str]) -> list[Kept]:
    """Notes by id, in that order, without those whose words were expunged."""
    told = Counter(str(draft.claim["source"]) for draft in waiting(register))
    named = notes_with_a_name(register)
    bodies = [body for note_id in ids if (body := register.store.body(note_id)) is not None and body.data is not None]
    opened = [open_body(body) for body in bodies if body.kind == "note"]
    return [Kept(o.id, Note.from_content(o.content), o.recorded_at, told[o.id], o.id in named) for o in opened]


def _page(text: str, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // ON_A_PAGE))
    if not text.isdecimal() or int(text) < 1:
        raise UsageError(f"page {text}: pages are numbered from 1 to {pages}")
    return min(int(text), pages), pages
