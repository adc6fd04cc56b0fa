"""After an event was entered: what it says, the number as it stands now, its wave, and undoing it as one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from habeas.claims.claim import Claim
from habeas.claims.vocabulary import vocabulary
from habeas.register.acts import Act, act_named, claims_of, undo
from habeas.register.answering import count_on
from habeas.register.intake import latest_day
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.wave_people import LEAVING
from habeas.web.asking import NotHere, Question, question_of
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.going_on import see
from habeas.web.pages.quoted import quoted
from habeas.web.permissions import Deed

_WHY = "the event was taken back as a whole"
_LONGEST = 300


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.ENTER)
def events_done(bench: Bench, act: str) -> HttpResponseBase:
    """The act, or its undoing."""
    found = act_named(act)
    if not bench.register.store.is_one_append(found.after, found.to):
        raise NotHere(f"{act}: nothing was entered under this name; open the page that the desk led to")
    if bench.request.method == "POST":
        undo(bench.register, found, bench.request.POST.get("why", "").strip()[:_LONGEST] or _WHY)
        return see(reverse("desk-events-done", args=[act]))
    return bench.page("desks/events_done.html", _contents(bench, found))


def _contents(bench: Bench, act: Act) -> dict[str, Any]:
    register = bench.register
    knowledge = register.knowledge
    retracted, own = knowledge.retracted(), set(claims_of(register, act))
    claims = [claim for claim in knowledge.claims if claim.id in own]
    standing = [claim for claim in claims if claim.id not in retracted]
    question = question_of({"known_by": latest_day(register).isoformat(), "on": bench.today.isoformat()})
    count = count_on(register, question.asked, question.of)
    return {
        "title": "Events", "act": act, "claims": [_said(register, question, claim) for claim in claims], "standing": len(standing),
        **quoted(register, question, count), "asked": question,
        "waves": sorted({c.when.text for c in standing if c.predicate in LEAVING and c.when.is_exact}),
    }  # fmt: skip


def _said(register: Register, question: Question, claim: Claim) -> Mapping[str, Any]:
    persons = known(register, question.asked.known_by, question.asked.basis).persons
    named = [m for m in (claim.subject, *claim.members) if m is not None]
    people = [persons.by_id[persons.of_mention[m]] for m in named if m in persons.of_mention]
    names = [register.knowledge.mentions[m].name for m in named if m in register.knowledge.mentions]
    return {
        "label": vocabulary().predicate(claim.predicate).label, "people": [(p.id, p.name) for p in people], "names": names,
        "count": claim.count, "day": claim.when.text,
    }  # fmt: skip
