"""What needs a person today, whose it is, and the month as a review that ends in its ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods

from habeas.figures.definitions import definition
from habeas.kernel.asof import parse_calendar_day
from habeas.kernel.errors import UsageError
from habeas.register.due.everything import DAYS, looked_on, needs
from habeas.register.due.needs import KINDS, Need, of_month
from habeas.register.intake import POLICY
from habeas.register.months_ledger import Month, month_of, months_ledger
from habeas.store.desk_items import DeskItem, DeskItems
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.going_on import see
from habeas.web.permissions import Deed

#: The most days without a proof of custody that may be asked.
_MOST_DAYS = 36_500
#: Of each kind so many are shown, and on the page of one kind alone; people named in a line of the ledger.
_SHOWN, _ON_A_PAGE, _NAMED = 6, 100, 60
_LONGEST_NAME, _LONGEST_REASON = 80, 300
_WORDS = ("days", "month", "kind", "whose", "page", "counted")


@dataclass(frozen=True, slots=True)
class _View:
    """What is looked at. `month`, `kind` and `whose` None = all; `whose` "" = nobody's."""

    days: int
    month: Month | None
    kind: str | None
    whose: str | None
    page: int
    possible: bool

    @classmethod
    def of(cls, sent: Mapping[str, str], today: date) -> _View:
        """Read the address. Raises UsageError naming what is off."""
        kind = sent.get("kind") or None
        if kind is not None and kind not in KINDS:
            raise UsageError(f"kind {kind}: use one of {', '.join(KINDS)}")
        month = month_of(sent["month"], today) if sent.get("month", "").strip() else None
        whose = sent.get("whose", "") or None
        return cls(
            _whole(sent.get("days") or str(DAYS), "days", _MOST_DAYS), month, kind, "" if whose == "nobody" else whose,
            _whole(sent.get("page") or "1", "page", 1_000_000), sent.get("counted") == "possible",
        )  # fmt: skip


def _whole(text: str, what: str, most: int) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise UsageError(f"{what} {text}: write a whole number from 1 to {most:,}")
    return int(text)


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.REVIEW)
def today(bench: Bench) -> HttpResponseBase:
    """The page, or what was said of some of its items."""
    sent = bench.request.GET.dict()
    view = _View.of(sent, bench.today)
    if bench.request.method == "POST":
        _remember(bench)
        return see(reverse("desk-today") + _address(sent))
    return bench.page("desks/today.html", _contents(bench, view, sent))


def _contents(bench: Bench, view: _View, sent: Mapping[str, str]) -> dict[str, Any]:
    state = DeskItems(bench.register.store.accounts)
    said = state.every()
    looked = looked_on(bench.register, bench.today, view.days)
    known_by, of = looked.asked.known_by, looked.of
    found = needs(bench.register, looked)
    kinds = [
        _kind(kind, _wanted(found[kind], view, said, bench.today), view, said, sent)
        for kind in KINDS
        if view.kind in (None, kind)
    ]
    put_off = [one for one in _all(found, said) if _is_put_off(said[one.key], bench.today)]
    return {
        "title": "Today", "kinds": [kind for kind in kinds if kind["total"] or view.kind], "total": sum(kind["total"] for kind in kinds),
        "view": view, "names": _names(bench), "kind_names": KINDS.items(), "on": bench.today, "tomorrow": bench.today + timedelta(days=1),
        "put_off": [(one, said[one.key]) for one in put_off[:_ON_A_PAGE]], "put_off_total": len(put_off),
        "here": _address(sent), "ledger": _ledger(bench, view, known_by), "month_before": _month_before(bench.today), "of": of,
        "counted_otherwise": _address(sent, counted="" if view.possible else "possible"),
    }  # fmt: skip


def _names(bench: Bench) -> list[str]:
    """To whom items may be given: whoever has worked here."""
    return sorted(name for name in bench.register.store.accounts.names().values() if name != POLICY)


def _month_before(day: date) -> str:
    return (day.replace(day=1) - timedelta(days=1)).isoformat()[:7]


def _all(found: Mapping[str, Sequence[Need]], said: Mapping[str, DeskItem]) -> list[Need]:
    return [need for needs_of_kind in found.values() for need in needs_of_kind if need.key in said]


def _is_put_off(item: DeskItem, day: date) -> bool:
    return item.put_off_until is not None and day < item.put_off_until


def _wanted(found: Sequence[Need], view: _View, said: Mapping[str, DeskItem], day: date) -> list[Need]:
    """Those of the month and of whom was asked for, without those put off."""
    if view.month is not None:
        found = of_month(found, view.month.first, view.month.closes)
    left = [need for need in found if need.key not in said or not _is_put_off(said[need.key], day)]
    if view.whose is None:
        return left
    return [need for need in left if (said[need.key].assigned_to if need.key in said else None) == (view.whose or None)]


def _kind(
    kind: str, wanted: Sequence[Need], view: _View, said: Mapping[str, DeskItem], sent: Mapping[str, str]
) -> dict[str, Any]:
    alone = view.kind == kind
    start = (view.page - 1) * _ON_A_PAGE if alone else 0
    shown = wanted[start : start + (_ON_A_PAGE if alone else _SHOWN)]
    return {
        "kind": kind, "name": KINDS[kind], "total": len(wanted), "rest": 0 if alone else len(wanted) - len(shown),
        "items": [(need, said.get(need.key), _leads_to(need)) for need in shown], "all": _address(sent, kind=kind, page=""),
        "earlier": _address(sent, page=str(view.page - 1)) if alone and view.page > 1 else None,
        "later": _address(sent, page=str(view.page + 1)) if alone and start + _ON_A_PAGE < len(wanted) else None,
    }  # fmt: skip


def _address(sent: Mapping[str, str], **changed: str) -> str:
    """This page's address with changes; only words that it knows are kept."""
    words = {name: told for name in _WORDS if (told := changed.get(name, sent.get(name, "")))}
    return f"?{urlencode(words)}" if words else ""


def _leads_to(need: Need) -> list[tuple[str, str]]:
    """Where it is settled: the desk for it, or the page that tells of it."""
    if need.kind == "collision":
        return [("compare", f"{reverse('desk-identity')}?{urlencode({'a': need.person, 'b': need.other})}")]
    if need.kind == "draft":
        return [("decide", f"{reverse('desk-review')}?{urlencode({'source': need.source})}")]
    if need.kind == "provisional":
        return [("look at it", reverse("desk-review-second")), ("the words", _page_of(need))]
    if need.kind == "list_awaited":
        return [("take it in", _desk("desk-lists") or "/sources/")]
    if need.kind == "consent":
        return [("the note", _page_of(need))]
    fact = f"{reverse('desk-fact')}?{urlencode({'person': need.person})}"
    return [("the person", f"/people/{need.person}/"), ("add a fact", fact)]


def _page_of(need: Need) -> str:
    return f"/sources/{need.source}/" + (f"?claim={need.claim}#followed" if need.claim else "")


def _desk(name: str) -> str | None:
    """A desk's address; None while there is no such desk."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def _ledger(bench: Bench, view: _View, known_by: date) -> dict[str, Any] | None:
    if view.month is None:
        return None
    of = definition()
    found = months_ledger(bench.register, view.month, known_by, of, possible=view.possible)
    words = {
        "from_on": view.month.opens.isoformat(), "to_on": view.month.closes.isoformat(), "known_by": known_by.isoformat(), "definition": str(of),
        "counted": "possible" if view.possible else "certain",
    }  # fmt: skip
    items = [
        {**item, "persons": item["persons"][:_NAMED], "more": max(0, item["count"] - _NAMED)} for item in found["items"]
    ]
    return {
        **found,
        "items": items,
        "month": view.month,
        "opening": found["from"]["count"],
        "closing": found["to"]["count"],
        "bridge": f"/figures/bridge/?{urlencode(words)}",
    }


def _remember(bench: Bench) -> None:
    """What is said of the items chosen. Raises UsageError where nothing is chosen, or a day or reason is missing."""
    sent = bench.request.POST
    keys = [
        key
        for key in dict.fromkeys(sent.getlist("item"))
        if key.partition(":")[0] in KINDS and len(key) < _LONGEST_REASON
    ]
    if not keys:
        raise UsageError("choose what it is about: tick the lines, then say what becomes of them")
    state = DeskItems(bench.register.store.accounts)
    said = state.every()
    change = _change(bench, sent.get("deed", ""), sent)
    state.put({key: replace(said.get(key, DeskItem()), **change) for key in keys}, bench.register.actor)


def _change(bench: Bench, deed: str, sent: Mapping[str, str]) -> dict[str, Any]:
    if deed == "assign":
        name = " ".join(sent.get("to", "").split())
        if len(name) > _LONGEST_NAME:
            raise UsageError(f"a name has at most {_LONGEST_NAME} letters")
        return {"assigned_to": name or None}
    if deed == "put_off":
        until = parse_calendar_day(sent.get("until", "").strip(), "until")
        reason = sent.get("reason", "").strip()[:_LONGEST_REASON]
        if until <= bench.today:
            raise UsageError(f"until {until}: put it off until a day after {bench.today}")
        if not reason:
            raise UsageError("say why it is put off")
        return {"put_off_until": until, "reason": reason}
    if deed == "take_up":
        return {"put_off_until": None, "reason": None}
    raise UsageError(f"'{deed}' can be done with nothing here; use the buttons of the page")
