"""The recognition desk: a sheet per person or case by the criteria of a standard, entered as one act, and the joint statement drafted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from habeas.drawing.document import document, paragraphs_of
from habeas.figures.criteria import Standard, standard, standards
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.errors import InputRefused
from habeas.register.acts import Act, act_named, undo
from habeas.register.assessing import decide, decided_in
from habeas.register.bodies import bodies
from habeas.register.cases import prosecutions
from habeas.register.finding import find
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.web.asking import NotHere
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.recognition_form import Sheet
from habeas.web.desks.statement import Decided, answers_of, decided_by, draft, exclusions_met
from habeas.web.pages.claim_words import is_readable, told
from habeas.web.permissions import Deed

#: Facts offered as evidence, sources offered, cases and hits listed, and people on one sheet.
_EVIDENCE, _SOURCES, _CASES, _HITS, _PEOPLE = 200, 100, 100, 20, 200
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.ENTER)
def recognition(bench: Bench) -> HttpResponseBase:
    """The sheet of the people, or of the case, that the address names; without either, who is to be chosen. A POST enters it."""
    asked, named = AsOf(bench.today, bench.today, Basis.register()), bench.request.GET
    people = _people(bench.register, asked, named.getlist("person"), named.get("case", ""))
    if not people:
        return _choice(bench, asked, named.get("q", "").strip()[:200])
    by = standard(named.get("standard") or standards()[-1].id)
    if bench.request.method != "POST":
        first = {"day": bench.today, "shown": " ".join(_evidence_ids(people)), "ex_post_facto": False}
        return _sheet(bench, asked, by, people, Sheet(by, bodies(bench.register, asked), bench.today, initial=first))
    return _entered(bench, asked, by, people)


def _people(register: Register, asked: AsOf, ids: Sequence[str], case: str) -> list[Evidence]:
    now = known(register, asked.known_by, asked.basis)
    wanted = list(ids[:_PEOPLE])
    if case:
        found = prosecutions(register, asked).cases.get(case)
        if found is None:
            raise NotHere(f"no case '{case}' is told of here")
        wanted += found.defendants[:_PEOPLE]
    for one in wanted:
        if one not in now.persons.of_mention:
            raise NotHere(f"{one}: nobody of that id is known here; search by name")
    return [now.everyone[person] for person in dict.fromkeys(now.persons.of_mention[one] for one in wanted)]


def _choice(bench: Bench, asked: AsOf, text: str) -> HttpResponse:
    hits = find(bench.register, text, asked)["hits"][:_HITS] if text else []
    cases = list(prosecutions(bench.register, asked).cases.values())[:_CASES]
    contents = {"title": "Recognition", "q": text, "hits": hits, "cases": cases, "standards": standards()}
    return bench.page("desks/recognition_choice.html", contents)


def _evidence_ids(people: Sequence[Evidence]) -> list[str]:
    return [c.id for e in people for c in e.claims if is_readable(c.predicate)][:_EVIDENCE]


def _sheet(
    bench: Bench, asked: AsOf, by: Standard, people: Sequence[Evidence], form: Sheet, status: int = 200
) -> HttpResponse:
    now = known(bench.register, asked.known_by, asked.basis)
    shown = str(form["shown"].value() or "").split()
    contents = {
        "title": "Recognition", "by": by, "standards": standards(), "people": [e.person for e in people], "form": form,
        "evidence": _evidence(now, people, shown), "sources": list(now.sources.values())[-_SOURCES:][::-1],
        "bodies": bodies(bench.register, asked), "so_far": _so_far(now, people, by),
        "same": urlencode([("person", e.person.id) for e in people]),
    }  # fmt: skip
    return bench.page("desks/recognition.html", contents, status)


def _evidence(now: Known, people: Sequence[Evidence], shown: Sequence[str]) -> list[tuple[int, str, dict[str, Any]]]:
    """What may be named as evidence, under the numbers that the page first gave: whose it is and what it says."""
    claims = {c.id: (e.person.name, c) for e in people for c in e.claims}
    return [
        (number, claims[one][0], told(now, claims[one][1]))
        for number, one in enumerate(shown[:_EVIDENCE], start=1)
        if one in claims and is_readable(claims[one][1].predicate)
    ]


def _so_far(now: Known, people: Sequence[Evidence], by: Standard) -> dict[str, list[dict[str, Any]]]:
    """What was answered before, by criterion, the latest first; and under "acts" who recognised or withdrew."""
    found: dict[str, list[dict[str, Any]]] = {}
    for e in people:
        for criterion, claims in answers_of(e.claims, by).items():
            found.setdefault(criterion, []).extend({"who": e.person.name, **told(now, c)} for c in reversed(claims))
        acts = [c for c in e.claims if c.predicate in ("recognised", "recognition_withdrawn")]
        found.setdefault("acts", []).extend({"who": e.person.name, **told(now, c)} for c in acts)
    return found


def _entered(bench: Bench, asked: AsOf, by: Standard, people: Sequence[Evidence]) -> HttpResponse:
    about = set(bench.request.POST.getlist("about"))
    chosen = [e for e in people if about & {e.person.id, *e.person.mentions}]
    form = Sheet(
        by, bodies(bench.register, asked), bench.today, bench.request.POST, excluded_before=exclusions_met(chosen, by)
    )
    if not chosen:
        form.add_error(None, "Choose at least one of the people.")
    if not form.is_valid():
        return _sheet(bench, asked, by, people, form, 400)
    try:
        act = decide(bench.register, form.decision([e.person.id for e in chosen]))
    except InputRefused as error:
        form.add_error(None, str(error))
        return _sheet(bench, asked, by, people, form, 422)
    if act is None:
        form.add_error(None, "All of this was entered before, from the same source: nothing was written.")
        return _sheet(bench, asked, by, people, form, 409)
    return _see_other(f"/desk/recognition/acts/{act}/")


def _see_other(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.ENTER)
def decided(bench: Bench, name: str) -> HttpResponseBase:
    """One decision: what it entered, its statement, and its taking back with a reason."""
    act = act_named(name)
    claims = decided_in(bench.register, act)
    why, said = bench.request.POST.get("why", "").strip(), ""
    if bench.request.method == "POST":
        if why:
            undo(bench.register, act, why[:2000])
            return _see_other(f"/desk/recognition/acts/{act}/")
        said = "Say why: it is kept with each claim."
    return _act_page(bench, act, claims, said)


def _act_page(bench: Bench, act: Act, ids: Sequence[str], said: str) -> HttpResponse:
    asked = AsOf(bench.today, bench.today, Basis.register())
    now = known(bench.register, asked.known_by, asked.basis)
    names = bench.register.caught_up().mentions
    wanted, retracted = set(ids), bench.register.caught_up().retracted()
    claims = [c for c in bench.register.knowledge.claims if c.id in wanted]
    known_as = now.persons.of_mention
    people = list(dict.fromkeys(known_as[str(c.subject)] for c in claims if str(c.subject) in known_as))
    contents = {
        "title": "Recognition", "act": act, "said": said, "counting": len(wanted - retracted),
        "claims": [(names[str(c.subject)].name, told(now, c)) for c in claims],
        "people": [now.persons.by_id[person] for person in people], "statement": _statement_address(people, decided_by(claims)),
    }  # fmt: skip
    return bench.page("desks/recognition_act.html", contents, 400 if said else 200)


def _statement_address(people: Sequence[str], what: Decided | None) -> str:
    """Where the statement of a decision is drafted; empty where it names no standard."""
    if what is None or not people:
        return ""
    words = [("person", one) for one in people] + [("by", body) for body in what.signatories]
    words += [
        ("standard", what.standard.id),
        ("demand", what.demand),
        ("afterwards", "1" if what.ex_post_facto else ""),
    ]
    return f"/desk/recognition/statement/?{urlencode([(name, value) for name, value in words if value])}"


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.ENTER)
def statement(bench: Bench) -> HttpResponseBase:
    """The draft of a statement, to be edited; a POST makes it, as a document or as a page."""
    if bench.request.method == "POST":
        return _made(bench)
    named = bench.request.GET
    asked = AsOf(bench.today, bench.today, Basis.register())
    what = Decided(
        standard(named.get("standard") or standards()[-1].id), tuple(named.getlist("by")[:_PEOPLE]), named.get("demand", ""),
        named.get("afterwards") == "1",
    )  # fmt: skip
    people = named.getlist("person")[:_PEOPLE]
    return bench.page(
        "desks/statement.html", {"title": "Statement", "text": draft(bench.register, asked, people, what)}
    )


def _made(bench: Bench) -> HttpResponse:
    text = bench.request.POST.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        contents = {"title": "Statement", "text": "", "said": "The statement is empty: nothing was made."}
        return bench.page("desks/statement.html", contents, 400)
    if bench.request.POST.get("as") == "docx":
        response = HttpResponse(document(text), content_type=_DOCX)
    else:
        page = render_to_string("desks/statement_page.html", {"paragraphs": paragraphs_of(text)})
        response = HttpResponse(page, content_type="text/html; charset=utf-8")
    ending = "docx" if bench.request.POST.get("as") == "docx" else "html"
    response.headers["Content-Disposition"] = f'attachment; filename="statement-{bench.today}.{ending}"'
    return response
