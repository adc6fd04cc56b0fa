"""Addresses of the pages about releases."""

from __future__ import annotations

from django.urls import path

from habeas.web import views_waves

urlpatterns = [
    path("", views_waves.waves, name="waves"),
    path("<str:key>/", views_waves.wave, name="wave"),
]
