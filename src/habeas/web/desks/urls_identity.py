"""The identity desk's addresses."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import identity

urlpatterns = [
    path("", identity.identity, name="desk-identity"),
    path("judgements/<str:judgement_id>/", identity.judgement, name="desk-identity-judgement"),
]
