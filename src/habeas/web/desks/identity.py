"""The identity desk: pairs who may be one person, those first whose answer narrows the count most, and what each answer does to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.errors import RefusedByRule
from habeas.register.deciding import judge
from habeas.register.known import judgements_of, known
from habeas.register.questions import Question, questions
from habeas.register.remembered import remembered
from habeas.web.asking import NotHere
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.two_people import (  # fmt: skip
    ASKED,
    Pair,
    collision,
    judged,
    judgements_lately,
    pair_named,
    side_by_side,
    what_it_does,
)
from habeas.web.permissions import Deed

#: Questions listed beside the one that is asked, and judgements told of.
_LISTED, _LATELY = 25, 10


class Answer(forms.Form):
    """One answer about two people. `seen`: the judgement on them that stood when the page was made; empty = none did."""

    a = forms.CharField(max_length=80)
    b = forms.CharField(max_length=80)
    at = forms.IntegerField(min_value=0, required=False)
    seen = forms.CharField(max_length=80, required=False)
    verdict = forms.ChoiceField(
        choices=[(verdict.value, said) for verdict, said, _ in ASKED],
        error_messages={
            "required": "Say whether they are the same, different, or cannot be told.",
            "invalid_choice": "Say same, different or unsure.",
        },
    )
    why = forms.CharField(max_length=2000, error_messages={"required": "Say why: it is kept with the judgement."})


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.JUDGE)
def identity(bench: Bench) -> HttpResponseBase:
    """The next question, or the two people named in the address; a POST answers it."""
    if bench.request.method == "POST":
        return _answered(bench)
    named = bench.request.GET
    if named.get("a") or named.get("b"):
        return _page(bench, _pair(bench, named.get("a", ""), named.get("b", "")), None)
    waiting, at = _waiting(bench), _place(named.get("at", ""))
    if at >= len(waiting):
        return bench.page("desks/identity_done.html", {**_frame(bench), "waiting": len(waiting)})
    return _page(bench, _pair(bench, waiting[at].a, waiting[at].b), at)


def _asked(bench: Bench) -> AsOf:
    return AsOf(bench.today, bench.today, Basis.register())


def _pair(bench: Bench, a: str, b: str) -> Pair:
    asked = _asked(bench)
    return pair_named(known(bench.register, asked.known_by, asked.basis), a.strip(), b.strip())


def _place(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _waiting(bench: Bench) -> list[Question]:
    asked = _asked(bench)
    return remembered(
        bench.register, "identity desk", asked.day, lambda: questions(bench.register, asked, definition()), 2
    )


def _frame(bench: Bench) -> dict[str, Any]:
    lately = judgements_lately(bench.register, _LATELY)
    just = bench.request.GET.get("judged", "")
    return {
        "title": "Identity", "lately": lately, "me": bench.register.actor,
        "just": next((one for one in lately if one["judgement"].id == just), None),
    }  # fmt: skip


def _page(
    bench: Bench, pair: Pair, at: int | None, sent: Answer | None = None, said: str = "", status: int = 200, **more: Any
) -> HttpResponse:
    """`at` None = two people chosen by hand; `sent`: what somebody typed, which stays in the form."""
    asked, waiting = _asked(bench), _waiting(bench)
    now = known(bench.register, asked.known_by, asked.basis)
    every_basis = bench.request.GET.get("bases") == "1"
    sides = side_by_side(bench.register, asked, pair)
    contents = {
        **_frame(bench), **sides, **what_it_does(bench.register, asked, pair, every_basis=every_basis), "every_basis": every_basis,
        "at": at, "next": None if at is None else at + 1, "waiting": len(waiting), "asked": ASKED, "form": sent, "said": said,
        "why": sent.data.get("why", "") if sent is not None else sides["summary"],
        "seen": sides["judged"].id if sides["judged"] else "",
        "queue": [
            (number, now.persons.by_id[q.a].name, now.persons.by_id[q.b].name, q.gain)
            for number, q in enumerate(waiting[:_LISTED])
        ],
    }  # fmt: skip
    return bench.page("desks/identity.html", {**contents, **more}, status)


def _answered(bench: Bench) -> HttpResponse:
    sent = Answer(bench.request.POST)
    sound = sent.is_valid()
    pair = _pair(bench, str(bench.request.POST.get("a", "")), str(bench.request.POST.get("b", "")))
    at = sent.cleaned_data.get("at") if sound else None
    if not sound:
        return _page(bench, pair, at, sent, " ".join(str(m) for found in sent.errors.values() for m in found), 400)
    before = judged(bench.register, pair)
    if (before.id if before else "") != sent.cleaned_data["seen"]:
        said = "These two were judged while you looked at them. Nothing was written: look again, and answer if you still see it otherwise."
        return _page(bench, pair, at, sent, said, 409)
    try:
        made = judge(bench.register, pair.a, pair.b, Verdict(sent.cleaned_data["verdict"]), sent.cleaned_data["why"])
    except RefusedByRule as refused:
        told = {"refused": collision(bench.register, refused)}
        return _page(bench, pair, at, sent, "Nothing was written.", 422, **told)
    return _see_other(at, made)


def _see_other(at: int | None, made: str) -> HttpResponse:
    words = {"judged": made, **({"at": str(at)} if at else {})}
    response = HttpResponseRedirect(f"/desk/identity/?{urlencode(words)}")
    response.status_code = 303
    return response


@require_http_methods(["GET", "HEAD"])
@desk(Deed.JUDGE)
def judgement(bench: Bench, judgement_id: str) -> HttpResponseBase:
    """The two people whom a judgement is about, to judge them again: that is how one is undone."""
    found = next(iter(judgements_of(o for o in bench.register.caught_up().judgements if o.id == judgement_id)), None)
    if found is None:
        raise NotHere(f"{judgement_id} is no judgement here; take one from the identity desk")
    return _page(bench, _pair(bench, found.a, found.b), None)
