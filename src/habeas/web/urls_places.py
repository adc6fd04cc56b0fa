"""Which address is which page of cases, places and letters."""

from __future__ import annotations

from django.urls import path

from habeas.web import views_places as views

urlpatterns = [
    path("cases/", views.cases, name="cases"),
    path("cases/articles/<str:key>/", views.article, name="article"),
    path("cases/<str:key>/", views.case, name="case"),
    path("places/", views.places, name="places"),
    path("places/<str:key>/", views.place, name="place"),
    path("letters/", views.letters, name="letters"),
    path("letters/<str:key>/", views.sheet, name="letter-sheet"),
]
