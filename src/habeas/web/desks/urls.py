"""The desks' addresses, all under /desk/."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import entrance

urlpatterns = [
    path("", entrance.entrance, name="desks"),
]
