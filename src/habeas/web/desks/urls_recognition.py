"""The recognition desk's addresses."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import recognition

urlpatterns = [
    path("", recognition.recognition, name="desk-recognition"),
    path("acts/<str:name>/", recognition.decided, name="desk-recognition-act"),
    path("statement/", recognition.statement, name="desk-recognition-statement"),
]
