"""Adding a fact: whom it is about, what happened, where it is known from; entered at once and undone at once."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.claims.claim import Claim
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.acts import act_named, claims_of
from habeas.register.acts import undo as undo_act
from habeas.register.entering import Entered, enter_fact, propose_fact
from habeas.register.second_look import provisional
from habeas.web.asking import NotHere, question_of
from habeas.web.desks import fact_page
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.fact_form import FactForm
from habeas.web.desks.fact_page import Chosen
from habeas.web.desks.going_on import see
from habeas.web.desks.taking_up import people_taken_up
from habeas.web.pages import person as person_page
from habeas.web.permissions import Deed


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.PROPOSE)
def fact(bench: Bench) -> HttpResponseBase:
    """A step at a time: the person, what happened, and the form of it. Each step is an address, so that a page can link to any."""
    sent = bench.request.GET
    if sent.get("person"):
        chosen = fact_page.person_chosen(bench, sent["person"], sent.get("name", "").strip())
    elif sent.get("new", "").strip():
        chosen = Chosen(sent["new"].strip()[:300])
    else:
        return _whom(bench, sent.get("name", "").strip()[:300])
    if not sent.get("predicate"):
        return _what(bench, chosen)
    return _entering(bench, chosen, _predicate(bench, sent["predicate"]))


def _whom(bench: Bench, name: str) -> HttpResponse:
    found = fact_page.alike(bench, name) if name else {"hits": [], "total": 0}
    contents = {"title": "Add a fact", "name": name, "hits": found["hits"], "total": found["total"]}
    return bench.page("desks/fact_whom.html", contents)


def _what(bench: Bench, chosen: Chosen) -> HttpResponse:
    contents = {
        "title": "Add a fact", "chosen": chosen, "headings": fact_page.predicates_offered(bench), "kept": _kept(bench),
    }  # fmt: skip
    return bench.page("desks/fact_what.html", contents)


def _entering(bench: Bench, chosen: Chosen, predicate: Predicate) -> HttpResponseBase:
    request, source = bench.request, bench.request.GET.get("source", "")
    search = request.POST.get("source_search", "").strip()
    offered = fact_page.sources_found(bench, search) if search else fact_page.sources_offered(bench, request.POST.get("source") or source)  # fmt: skip
    form = FactForm(
        predicate, chosen.name, offered, bench.today, request.POST if request.method == "POST" else None, source
    )
    if request.method == "POST" and form.is_valid():
        if search and not form.cleaned_data["source"] and len(offered) != 1:
            said = f"{len(offered)} sources fit; choose one" if offered else "No source fits; try another word"
            form.add_error("source" if offered else "source_search", f"{said}.")
        else:
            try:
                return _entered(bench, chosen, form, form.cleaned_data["source"] or (offered[0].id if search else ""))
            except InputRefused as error:
                field, _, said = str(error).partition(": ")
                form.add_error(field if field in form.fields else None, said if field in form.fields else str(error))
    contents = {"title": "Add a fact", "chosen": chosen, "predicate": predicate, "form": form, "kept": _kept(bench)}
    return bench.page("desks/fact_form.html", contents, status=422 if form.errors else 200)


def _entered(bench: Bench, chosen: Chosen, form: FactForm, held: str) -> HttpResponseBase:
    whom = Chosen(form.cleaned_data["name"], chosen.person, chosen.mentions).whom
    if not bench.who.may(Deed.ENTER):
        is_new = propose_fact(bench.register, whom, form.fact(), form.new_source() or held)
        return see(reverse("desk-fact-proposed"), how="new" if is_new else "again", **_about(chosen))
    with people_taken_up(bench.register):
        made: Entered = enter_fact(bench.register, whom, form.fact(), form.new_source() or held)
    act = "" if made.act is None else str(made.act)
    return see(reverse("desk-fact-entered"), claim=made.claim, act=act, there=made.claim)


def _about(chosen: Chosen) -> dict[str, str]:
    return {"person": chosen.person} if chosen.person else {"new": chosen.name}


@require_safe
@desk(Deed.PROPOSE)
def proposed(bench: Bench) -> HttpResponseBase:
    """That it waits for somebody else."""
    sent = bench.request.GET
    person, new = sent.get("person", ""), sent.get("new", "")
    chosen = fact_page.person_chosen(bench, person, "") if person else Chosen(new)
    contents = {"title": "Proposed", "chosen": chosen, "is_new": sent.get("how") == "new"}
    return bench.page("desks/fact_proposed.html", contents)


@require_safe
@desk(Deed.ENTER)
def entered(bench: Bench) -> HttpResponseBase:
    """The person's page with the new fact marked, and a button that takes it back."""
    register, sent = bench.register, bench.request.GET
    claim = _claim(bench, sent.get("claim", ""))
    if claim.id in register.knowledge.retracted():
        return see(reverse("desk-fact-undone"), claim=claim.id)
    person_id = fact_page.person_chosen(bench, str(claim.subject), "").person or ""
    question = question_of({}, bench.today)
    act = str(act_named(sent["act"])) if sent.get("act") else ""
    contents = {
        **person_page.person(register, question, person_id), "question": question, "claim": claim, "act": act,
        "label": vocabulary().predicate(claim.predicate).label, "is_provisional": claim.id in provisional(register),
    }  # fmt: skip
    return bench.page("desks/fact_entered.html", contents)


@require_POST
@desk(Deed.ENTER)
def undo(bench: Bench) -> HttpResponseBase:
    """Take one fact back as it was entered: as one act."""
    act = act_named(bench.request.POST.get("act", ""))
    claims = claims_of(bench.register, act)
    if len(claims) > 1:
        raise UsageError(f"{act} entered more than one fact; undo it where it was entered")
    if not claims:
        raise InputRefused(f"{act} entered no fact; nothing was undone")
    claim = _claim(bench, claims[0])
    undo_act(bench.register, act, "entered by mistake")
    return see(reverse("desk-fact-undone"), claim=claim.id)


@require_safe
@desk(Deed.ENTER)
def undone(bench: Bench) -> HttpResponseBase:
    """What was taken back, and the way on: nobody may be left of whom nothing else is known."""
    claim = _claim(bench, bench.request.GET.get("claim", ""))
    if claim.id not in bench.register.knowledge.retracted():
        return see(reverse("desk-fact-entered"), claim=claim.id, there=claim.id)
    chosen = fact_page.whose(bench, str(claim.subject))
    label = vocabulary().predicate(claim.predicate).label
    contents = {"title": "Undone", "claim": claim, "label": label, "chosen": chosen}
    return bench.page("desks/fact_undone.html", contents)


def _claim(bench: Bench, claim_id: str) -> Claim:
    found = next((c for c in reversed(bench.register.caught_up().claims) if c.id == claim_id and c.subject), None)
    if found is None:
        raise NotHere(f"{claim_id}: no such fact here")
    return found


def _predicate(bench: Bench, name: str) -> Predicate:
    found = vocabulary().predicates.get(name)
    if found is None or not fact_page.may_be_said(bench, found):
        raise UsageError(f"'{name}' is not said of one person; choose from the list")
    return found


def _kept(bench: Bench) -> list[tuple[str, str]]:
    """What the address said, to be kept on the way to the next step."""
    sent = bench.request.GET
    return [(name, sent[name]) for name in ("person", "new", "name", "source") if sent.get(name)]
