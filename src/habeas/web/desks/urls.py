"""The desks' addresses, all under /desk/."""

from __future__ import annotations

from django.urls import include, path

from habeas.web.desks import entrance

urlpatterns = [
    path("", entrance.entrance, name="desks"),
    path("identity/", include("habeas.web.desks.urls_identity")),
    path("lists/", include("habeas.web.desks.urls_lists")),
    path("recognition/", include("habeas.web.desks.urls_recognition")),
]
