"""The review desk: accept, refuse, amend or pass over what was proposed; take a decision back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.claims.drafts import Draft
from habeas.claims.review import REFUSALS
from habeas.kernel.errors import InputRefused
from habeas.register.amending import enter_as
from habeas.register.deciding import accept, refuse, waiting_by_id
from habeas.register.reviewing import on_the_desk_by_id
from habeas.register.second_look import provisional
from habeas.register.undeciding import draft_decided, review_of, undo_review
from habeas.web.asking import NotHere
from habeas.web.desks import review_page
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.going_on import see
from habeas.web.desks.review_forms import AmendForm
from habeas.web.desks.taking_up import people_taken_up
from habeas.web.permissions import Deed

#: Words that a decision is sent with besides what was decided; not shown as typed.
_CARRIED = ("csrfmiddlewaretoken", "instead", "next", "source")
Waiting = Sequence[tuple[str, Draft]]


@require_safe
@desk(Deed.REVIEW)
def review(bench: Bench) -> HttpResponseBase:
    """What to decide now, beside the article it was read from. `at` names a draft, `source` narrows to one article."""
    register, sent = bench.register, bench.request.GET
    drafts = _waiting(bench)
    source, wanted = sent.get("source", ""), sent.get("at", "")
    if source and source not in register.knowledge.sources:
        raise NotHere(f"{source}: no such source here; open the desk without it")
    narrowed = [one for one in drafts if not source or one[1].claim["source"] == source]
    place = next((n for n, (draft_id, _) in enumerate(narrowed) if draft_id == wanted), 0)
    contents = {
        "title": "Review", "total": len(drafts), "of_source": len(narrowed), "source": source, "refusals": REFUSALS.items(),
        "done": _done(bench, sent.get("done", "")), "passed": _passed(bench, wanted, narrowed), "number": place + 1,
        "added": register.knowledge.sources.get(source) if sent.get("added") else None, "notes": sent.getlist("note")[:8],
        "second": len(provisional(register)), "policy": register.knowledge.policy(),
    }  # fmt: skip
    if narrowed:
        draft_id, draft = narrowed[place]
        ahead = [*narrowed[place + 1 :], *narrowed[:place]][: review_page.AHEAD]
        contents |= {
            "card": review_page.card(register, draft, draft_id), "article": review_page.article_of(register, draft, drafts, draft_id),
            "ahead": [review_page.card(register, other, other_id) for other_id, other in ahead], "next": ahead[0][0] if ahead else "",
        }  # fmt: skip
    return bench.page("desks/review.html", contents)


@require_POST
@desk(Deed.REVIEW)
def accept_draft(bench: Bench, draft_id: str) -> HttpResponseBase:
    """Accept as it stands."""
    return _decided(bench, draft_id, lambda draft: accept(bench.register, [draft]))


@require_POST
@desk(Deed.REVIEW)
def refuse_draft(bench: Bench, draft_id: str) -> HttpResponseBase:
    """Refuse with a reason."""
    reason = bench.request.POST.get("reason", "")
    if reason not in REFUSALS:
        raise InputRefused(f"'{reason}' is no reason to refuse; go back and choose one")
    return _decided(bench, draft_id, lambda draft: refuse(bench.register, draft, reason))


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.REVIEW)
def amend_draft(bench: Bench, draft_id: str) -> HttpResponseBase:
    """Enter otherwise than proposed: a form with the draft's fields beside the article."""
    request = bench.request
    drafts = _waiting(bench)
    draft = _at_hand(bench, draft_id)
    if draft is None:
        return _meanwhile(bench, draft_id)
    passage = bench.register.knowledge.passages.get(str(draft.claim.get("passage")), {})
    form = AmendForm(draft, str(passage.get("text", "")), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _decided(bench, draft_id, lambda found: enter_as(bench.register, found, form.amendment()))
    contents = {
        "title": "Amend", "form": form, "card": review_page.card(bench.register, draft, draft_id),
        "article": review_page.article_of(bench.register, draft, drafts, draft_id), "source": _carried(bench, "source"), "next": _carried(bench, "next"), "instead": request.POST.get("instead", ""),
    }  # fmt: skip
    return bench.page("desks/amend.html", contents, status=422 if form.errors else 200)


@require_POST
@desk(Deed.REVIEW)
def undo(bench: Bench) -> HttpResponseBase:
    """Take a decision back by a further entry; its draft waits again unless somebody else decided it too."""
    undone = undo_review(bench.register, bench.request.POST.get("review", ""))
    if undone.waits_again:
        return see(reverse("desk-review"), at=undone.draft, source=_carried(bench, "source"))
    return see(reverse("desk-review-decided"))


def _decided(bench: Bench, draft_id: str, decide: Callable[[Draft], object]) -> HttpResponseBase:
    """Decide a draft that still waits, then on to the next one; tell where somebody decided it meanwhile."""
    draft = _at_hand(bench, draft_id)
    if draft is None:
        return _meanwhile(bench, draft_id)
    with people_taken_up(bench.register):
        _put_back(bench, draft_id)
        decide(draft)
    made = review_page.standing(bench.register, draft_id)
    onward = {"at": _carried(bench, "next"), "source": _carried(bench, "source"), "done": made.id if made else ""}
    return see(reverse("desk-review"), **onward)


def _at_hand(bench: Bench, draft_id: str) -> Draft | None:
    """The draft, if it waits, or if whoever sits here has seen the decision about it and chose to replace that. None = neither."""
    waits = waiting_by_id(bench.register).get(draft_id)
    made = review_page.standing(bench.register, draft_id)
    if waits is None and made is not None and made.id == bench.request.POST.get("instead"):
        return draft_decided(bench.register, made)
    return waits


def _put_back(bench: Bench, draft_id: str) -> None:
    """Undo what was decided about a draft, which whoever sits here has seen; nothing where it waits."""
    while (made := review_page.standing(bench.register, draft_id)) is not None:
        undo_review(bench.register, made.id)


def _meanwhile(bench: Bench, draft_id: str) -> HttpResponse:
    """Somebody decided this draft: who, what, and everything that was typed, to be entered instead if need be."""
    made = review_page.standing(bench.register, draft_id)
    if made is None:
        raise NotHere(f"{draft_id}: no such draft waits here; go back to the desk")
    sent = bench.request.POST
    kept = [(name, value) for name, values in sent.lists() if name not in _CARRIED for value in values]
    decision = review_page.decision_of(bench.register, made, bench.register.store.accounts.names())
    wants_second = (
        decision.entered
        and decision.claim is not None
        and str(decision.claim["id"]) in provisional(bench.register)
        and not decision.own
    )
    contents = {
        "title": "Decided meanwhile", "decision": decision, "typed": kept, "carried": [(n, sent[n]) for n in ("next", "source") if n in sent],
        "wants_second": wants_second, "is_form": bench.request.method == "POST",
    }  # fmt: skip
    return bench.page("desks/meanwhile.html", contents, status=409)


def _waiting(bench: Bench) -> Waiting:
    return list(on_the_desk_by_id(bench.register).items())


def _carried(bench: Bench, name: str) -> str:
    return bench.request.POST.get(name) or bench.request.GET.get(name, "")


def _done(bench: Bench, review_id: str) -> review_page.Decision | None:
    """The decision just made; None where there is none, or it was undone."""
    if not review_id:
        return None
    try:
        made = review_of(bench.register, review_id)
    except InputRefused:
        return None
    return review_page.decision_of(bench.register, made, bench.register.store.accounts.names())


def _passed(bench: Bench, wanted: str, narrowed: Waiting) -> review_page.Decision | None:
    """The decision about a draft that was asked for and waits no longer. Raises NotHere for one that never was."""
    if not wanted or any(draft_id == wanted for draft_id, _ in narrowed):
        return None
    made = review_page.standing(bench.register, wanted)
    if made is None:
        raise NotHere(f"{wanted}: no such draft waits here; go back to the desk")
    return review_page.decision_of(bench.register, made, bench.register.store.accounts.names())
