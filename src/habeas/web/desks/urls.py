"""The desks' addresses, all under /desk/."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import entrance, events, events_done, today

urlpatterns = [
    path("", entrance.entrance, name="desks"),
    path("events/", events.events, name="desk-events"),
    path("events/done/<str:act>/", events_done.events_done, name="desk-events-done"),
    path("today/", today.today, name="desk-today"),
]
