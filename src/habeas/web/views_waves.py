"""Reading pages about releases."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from habeas.web.pages import waves as waves_page
from habeas.web.views import shown


@require_safe
def waves(request: HttpRequest) -> HttpResponse:
    """The list of waves."""
    return shown(request, "pages/waves.html", lambda r, q: waves_page.waves(r, q, request.GET.dict()))


@require_safe
def wave(request: HttpRequest, key: str) -> HttpResponse:
    """One wave."""
    return shown(request, "pages/wave.html", lambda r, q: waves_page.one_wave(r, q, key, request.GET.dict()))
