"""Reading pages: take the question from the address, ask the register, fill the template."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from habeas.kernel.errors import RefusedByRule
from habeas.register.opened import Register
from habeas.register.remembered import remembered
from habeas.web.asking import Question, question_of
from habeas.web.frame import frame
from habeas.web.pages import about as about_page
from habeas.web.pages import bridge as bridge_page
from habeas.web.pages import figures as figures_page
from habeas.web.pages import front as front_page
from habeas.web.pages import people as people_page
from habeas.web.pages import person as person_page
from habeas.web.pages import published as published_page
from habeas.web.pages import sources as sources_page
from habeas.web.pages.quoted import remarks
from habeas.web.pages.unanswerable import unanswerable
from habeas.web.shelf import the_shelf, today_of
from habeas.web.who import who_asks

Made = Callable[[Register, Question], Any]


def shown(request: HttpRequest, template: str, made: Made) -> HttpResponse:
    """One page: its contents made from the register and the question in the address. The same page is written once for whoever sees the same."""
    with the_shelf().asked(who_asks(request)) as register:
        today = today_of(register)
        # whatever a page shows beside what the register answers
        seen = (request.build_absolute_uri(), today, tuple(sorted(frame(request).items())))
        status, page = remembered(
            register, "pages", seen, lambda: _written(request, register, today, template, made), 64
        )
    return HttpResponse(page, status=status)


def _written(request: HttpRequest, register: Register, today: date, template: str, made: Made) -> tuple[int, str]:
    question, status = question_of(request.GET.dict(), today), 200
    said = remarks(register, question.asked)
    try:
        contents = made(register, question)
    except RefusedByRule as error:
        template, status, contents = "pages/unanswerable.html", 422, unanswerable(question, error)
    origin = request.build_absolute_uri("/").rstrip("/")
    return status, render_to_string(
        template, {"question": question, "remarks": said, "origin": origin, **contents}, request
    )


def _sent_as(request: HttpRequest, kind: str, made: Made, file_name: str | None = None) -> HttpResponse:
    with the_shelf().asked(who_asks(request)) as register:
        question = question_of(request.GET.dict(), today_of(register))
        response = HttpResponse(made(register, question), content_type=kind)
    if file_name is not None:
        response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The headline number."""
    return shown(request, "pages/front.html", front_page.front)


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The list of people."""
    return shown(request, "pages/people.html", lambda r, q: people_page.people(r, q, request.GET.dict()))


@require_safe
def suggested(request: HttpRequest) -> HttpResponse:
    """Names for a search still being typed."""
    with the_shelf().asked(who_asks(request)) as register:
        question = question_of(request.GET.dict(), today_of(register))
        return JsonResponse({"hits": people_page.suggested(register, question, request.GET.get("q", ""))})


@require_safe
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person; a former id leads to the one in force."""
    with the_shelf().asked(who_asks(request)) as register:
        question = question_of(request.GET.dict(), today_of(register))
        current = person_page.in_force(register, question, person_id)
    if current != person_id:
        return HttpResponsePermanentRedirect(f"/people/{current}/{question.address()}")
    return shown(request, "pages/person.html", lambda r, q: person_page.person(r, q, person_id))


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The register's own count."""
    return shown(request, "pages/figures.html", lambda r, q: figures_page.figures(r, q, request.GET.dict()))


@require_safe
def days_csv(request: HttpRequest) -> HttpResponse:
    """The chart's days as a file."""
    return _sent_as(
        request, "text/csv; charset=utf-8", lambda r, q: figures_page.days_csv(r, q, request.GET.dict()), "days.csv"
    )


@require_safe
def roll_csv(request: HttpRequest) -> HttpResponse:
    """The roll as a file."""
    return _sent_as(request, "text/csv; charset=utf-8", figures_page.roll_csv, "roll.csv")


@require_safe
def bridge(request: HttpRequest) -> HttpResponse:
    """Who makes the difference between two counts."""
    return shown(request, "pages/bridge.html", lambda r, q: bridge_page.bridge(r, q, request.GET.dict()))


@require_safe
def bridge_csv(request: HttpRequest) -> HttpResponse:
    """The same people as a file."""
    return _sent_as(
        request, "text/csv; charset=utf-8", lambda r, q: figures_page.bridge_csv(r, q, request.GET.dict()), "bridge.csv"
    )


@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """Published figures beside each other."""
    return shown(request, "pages/published.html", lambda r, q: published_page.published(r, q, request.GET.dict()))


@require_safe
def published_picture(request: HttpRequest) -> HttpResponse:
    """The picture of published figures."""
    return _sent_as(request, "image/svg+xml", published_page.published_picture)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """The list of sources."""
    return shown(request, "pages/sources.html", lambda r, q: sources_page.sources(r, q, request.GET.dict()))


@require_safe
def source(request: HttpRequest, source_id: str) -> HttpResponse:
    """One source with its text."""
    return shown(request, "pages/source.html", lambda r, q: sources_page.source(r, q, source_id, request.GET.dict()))


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Definitions, policy, words."""
    return shown(request, "pages/about.html", about_page.about)
