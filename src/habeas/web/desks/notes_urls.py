"""The note desk's addresses."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import notes

urlpatterns = [
    path("", notes.notes, name="desk-notes"),
    path("<str:note_id>/", notes.note, name="desk-note"),
    path("<str:note_id>/informant/", notes.informant, name="desk-note-informant"),
]
