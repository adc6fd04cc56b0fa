"""The second look at what another accepted, and who decided what lately."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from habeas.claims.review import REFUSALS
from habeas.register.second_look import confirm, object_to
from habeas.web.desks import review_page
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.going_on import see
from habeas.web.permissions import Deed

#: Cards on one page.
_SHOWN = 30


@require_safe
@desk(Deed.REVIEW)
def second(bench: Bench) -> HttpResponseBase:
    """Provisional claims; one's own are shown, and left to others."""
    waiting = review_page.awaiting(bench.register)
    others, own = [c for c in waiting if not c["own"]], [c for c in waiting if c["own"]]
    contents = {
        "title": "Second look", "cards": others[:_SHOWN], "others": len(others), "own": own[:_SHOWN], "owned": len(own),
        "refusals": REFUSALS.items(), "policy": bench.register.knowledge.policy(),
    }  # fmt: skip
    return bench.page("desks/second.html", contents)


@require_POST
@desk(Deed.REVIEW)
def confirm_claim(bench: Bench, claim: str) -> HttpResponseBase:
    """Confirm as a second person."""
    confirm(bench.register, claim)
    return see(reverse("desk-review-second"))


@require_POST
@desk(Deed.REVIEW)
def object_to_claim(bench: Bench, claim: str) -> HttpResponseBase:
    """Object with a reason: the claim no longer counts."""
    object_to(bench.register, claim, bench.request.POST.get("reason", ""))
    return see(reverse("desk-review-second"))


@require_safe
@desk(Deed.REVIEW)
def decided(bench: Bench) -> HttpResponseBase:
    """Who decided what, each to be undone."""
    return bench.page(
        "desks/decided.html", {"title": "Decided lately", "decisions": review_page.decided_lately(bench.register)}
    )
