"""The desks' addresses, all under /desk/."""

from __future__ import annotations

from django.urls import include, path

from habeas.web.desks import entrance, events, events_done, today

urlpatterns = [
    path("", entrance.entrance, name="desks"),
    path("review/", include("habeas.web.desks.review_urls")),
    path("fact/", include("habeas.web.desks.fact_urls")),
    path("notes/", include("habeas.web.desks.notes_urls")),
    path("events/", events.events, name="desk-events"),
    path("events/done/<str:act>/", events_done.events_done, name="desk-events-done"),
    path("identity/", include("habeas.web.desks.urls_identity")),
    path("today/", today.today, name="desk-today"),
    path("lists/", include("habeas.web.desks.urls_lists")),
    path("recognition/", include("habeas.web.desks.urls_recognition")),
]
