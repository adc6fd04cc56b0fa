"""Which address is which page."""

from __future__ import annotations

from django.urls import include, path

from habeas.web import views

urlpatterns = [
    path("", views.front, name="front"),
    path("people/", views.people, name="people"),
    path("people/suggested.json", views.suggested, name="suggested"),
    path("people/<str:person_id>/", views.person, name="person"),
    path("", include("habeas.web.urls_places")),
    path("figures/", views.figures, name="figures"),
    path("figures/days.csv", views.days_csv, name="days-csv"),
    path("figures/roll.csv", views.roll_csv, name="roll-csv"),
    path("figures/bridge/", views.bridge, name="bridge"),
    path("figures/bridge.csv", views.bridge_csv, name="bridge-csv"),
    path("figures/published/", views.published, name="published"),
    path("figures/published.svg", views.published_picture, name="published-picture"),
    path("sources/", views.sources, name="sources"),
    path("sources/<str:source_id>/", views.source, name="source"),
    path("about/", views.about, name="about"),
    path("waves/", include("habeas.web.urls_waves")),
    path("desk/", include("habeas.web.desks.urls")),
]
handler404 = "habeas.web.faults.not_found"
handler500 = "habeas.web.faults.broken"
