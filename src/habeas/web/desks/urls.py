"""The desks' addresses, all under /desk/."""

from __future__ import annotations

from django.urls import include, path

from habeas.web.desks import entrance

urlpatterns = [
    path("", entrance.entrance, name="desks"),
    path("review/", include("habeas.web.desks.review_urls")),
    path("fact/", include("habeas.web.desks.fact_urls")),
    path("notes/", include("habeas.web.desks.notes_urls")),
]
