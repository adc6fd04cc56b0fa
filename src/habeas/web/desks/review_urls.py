"""The review desk's addresses."""

from __future__ import annotations

from django.urls import path

from habeas.web.desks import adding, review, second

urlpatterns = [
    path("", review.review, name="desk-review"),
    path("add/", adding.add_article, name="desk-review-add"),
    path("decided/", second.decided, name="desk-review-decided"),
    path("second/", second.second, name="desk-review-second"),
    path("second/<str:claim>/confirm/", second.confirm_claim, name="desk-review-confirm"),
    path("second/<str:claim>/object/", second.object_to_claim, name="desk-review-object"),
    path("undo/", review.undo, name="desk-review-undo"),
    path("<str:draft_id>/accept/", review.accept_draft, name="desk-review-accept"),
    path("<str:draft_id>/refuse/", review.refuse_draft, name="desk-review-refuse"),
    path("<str:draft_id>/amend/", review.amend_draft, name="desk-review-amend"),
]
