"""Reading pages of cases, places and letters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from habeas.web.pages import cases as cases_page
from habeas.web.pages import letters as letters_page
from habeas.web.pages import places as places_page
from habeas.web.views import shown


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The list of cases and articles."""
    return shown(request, "pages/cases.html", lambda r, q: cases_page.cases(r, q, request.GET.dict()))


@require_safe
def case(request: HttpRequest, key: str) -> HttpResponse:
    """One case."""
    return shown(request, "pages/case.html", lambda r, q: cases_page.case(r, q, key))


@require_safe
def article(request: HttpRequest, key: str) -> HttpResponse:
    """One article of law."""
    return shown(request, "pages/article.html", lambda r, q: cases_page.article(r, q, key, request.GET.dict()))


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """The list of prisons and courts."""
    return shown(request, "pages/places.html", lambda r, q: places_page.all_places(r, q, request.GET.dict()))


@require_safe
def place(request: HttpRequest, key: str) -> HttpResponse:
    """One prison or court."""
    return shown(request, "pages/place.html", lambda r, q: places_page.place(r, q, key, request.GET.dict()))


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Prisons that can be written to."""
    return shown(request, "pages/letters.html", letters_page.letters)


@require_safe
def sheet(request: HttpRequest, key: str) -> HttpResponse:
    """One prison's sheet."""
    return shown(request, "pages/letter_sheet.html", lambda r, q: letters_page.sheet(r, q, key))
