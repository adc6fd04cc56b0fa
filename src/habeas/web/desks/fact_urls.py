"""Addresses for adding a fact."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import fact

urlpatterns = [
    path("", fact.fact, name="desk-fact"),
    path("entered/", fact.entered, name="desk-fact-entered"),
    path("proposed/", fact.proposed, name="desk-fact-proposed"),
    path("undo/", fact.undo, name="desk-fact-undo"),
    path("undone/", fact.undone, name="desk-fact-undone"),
]
