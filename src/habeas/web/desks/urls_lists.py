"""The import desk's addresses."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import lists

urlpatterns = [
    path("", lists.lists, name="desk-lists"),
    path("send/", lists.sent, name="desk-lists-send"),
    path("sheet/", lists.sheet, name="desk-lists-sheet"),
    path("versions/", lists.versions, name="desk-lists-versions"),
    path("jobs/<str:job_id>/", lists.job, name="desk-lists-job"),
    path("acts/<str:name>/", lists.act, name="desk-lists-act"),
]
