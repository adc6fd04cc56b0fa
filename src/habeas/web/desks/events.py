"""The event desk: names pasted from a message, each matched, new or for a person to decide; one event for all of them, entered as one act.

What was typed travels in the form from step to step, so that nothing is kept between them and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.names.pasted import names_pasted
from habeas.register.entering import Citation
from habeas.register.entering_many import Happened, Made, enter_event, made_of
from habeas.register.event_effects import effect_of_event
from habeas.register.intake import latest_day
from habeas.sources.note import Note
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.events_forms import EVENTS, MOST_NAMES, PasteForm, SayingForm
from habeas.web.desks.events_names import Meant, Names, names_asked
from habeas.web.desks.going_on import see
from habeas.web.desks.taking_up import people_taken_up
from habeas.web.permissions import Deed

#: Lines that were no name are told one by one up to here.
_LEFT_SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.ENTER)
def events(bench: Bench) -> HttpResponseBase:
    """One step of three: paste, say who is meant and who says so, look at what it does."""
    if bench.request.method != "POST":
        return _paste(bench, PasteForm(bench.today), already=bench.request.GET.get("was") == "here")
    sent, step = bench.request.POST, bench.request.POST.get("step", "names")
    form = PasteForm(bench.today, sent)
    if step == "paste" or not form.is_valid():
        return _paste(bench, form, status=200 if step == "paste" else 422)
    pasted = names_pasted(form.cleaned_data["text"])  # counted before any is looked up
    missed = [line for line in sent.get("missed", "").splitlines() if line.strip()]
    if not pasted.names or len(pasted.names) + len(missed) > MOST_NAMES:
        form.add_error("text", _off(len(pasted.names) and len(pasted.names) + len(missed)))
        return _paste(
            bench, form, status=422, left=pasted.left[:_LEFT_SHOWN], more_left=max(0, len(pasted.left) - _LEFT_SHOWN)
        )
    sitting = _Sitting.of(bench, form)
    names = sitting.names
    if step == "names":
        return _names(sitting)
    if not sitting.saying.is_valid() or names.faulty:
        return _names(sitting, status=422)
    return _look_or_enter(sitting, step)


def _off(names: int) -> str:
    if not names:
        return "No name was seen in it. Put each name on a line of its own, with a number or a dash before it."
    return f"{names} names: more than {MOST_NAMES} are a list; take it in at the desk for lists, or paste a part at a time."


@dataclass(frozen=True, slots=True)
class _Sitting:
    """Everything of one request past the first step."""

    bench: Bench
    paste: PasteForm
    saying: SayingForm
    names: Names
    asked: AsOf

    @classmethod
    def of(cls, bench: Bench, paste: PasteForm) -> _Sitting:
        sent = bench.request.POST.dict()
        is_answered = "how" in sent
        event, day = paste.cleaned_data["event"], paste.cleaned_data["day"]
        known_by = latest_day(bench.register)
        happened_on = day.first or day.last or bench.today
        meant = Meant(
            paste.cleaned_data["text"], sent.get("missed", ""), event, AsOf(happened_on, known_by, Basis.register()), definition().staleness
        )  # fmt: skip
        names = names_asked(bench.register, meant, sent if is_answered else None)
        saying = SayingForm(event, _sources(bench), bench.today, bench.request.POST if is_answered else None)
        return cls(bench, paste, saying, names, AsOf(bench.today, known_by, Basis.register()))

    @property
    def event(self) -> str:
        return str(self.paste.cleaned_data["event"])

    @property
    def day(self) -> Day:
        found: Day = self.paste.cleaned_data["day"]
        return found

    def made(self) -> Made:
        """What would be entered. Raises InputRefused."""
        told = self.saying.cleaned_data
        happened = Happened(
            self.event, self.day, self.saying.value, told["announced"], told["described"], self.paste.cleaned_data["text"].replace("\r\n", "\n")
        )  # fmt: skip
        return made_of(self.bench.register, happened, self.names.people, self.source())

    def source(self) -> str | Citation | Note:
        """As was said in the form."""
        told = self.saying.cleaned_data
        if told["how"] == "held":
            return str(told["source"])
        if told["how"] == "new":
            return Citation(told["publisher"], told["published"], told["url"] or None)
        told_on = Day.on(self.bench.today) if told["told_on"].is_unknown else told["told_on"]
        text = "\n".join(filter(None, (self.paste.cleaned_data["text"], told["missed"]))).replace("\r\n", "\n")
        return Note(told["channel"] or "chat", told_on, text, told["consent"] or "staff_only")


def _sources(bench: Bench) -> list[tuple[str, str]]:
    """Every source, the newest first, by what it is called."""
    knowledge = bench.register.knowledge
    newest = sorted(knowledge.sources.values(), key=lambda s: knowledge.recorded[s.id], reverse=True)
    return [(s.id, f"{s.name}, {s.published.text}" if s.published.text else s.name) for s in newest]


def _paste(bench: Bench, form: PasteForm, status: int = 200, **more: Any) -> HttpResponseBase:
    return bench.page("desks/events_paste.html", {"title": "Events", "form": form, **more}, status)


def _names(sitting: _Sitting, status: int = 200) -> HttpResponseBase:
    contents = {
        "title": "Events", "paste": sitting.paste, "form": sitting.saying, "names": sitting.names, "counted": sitting.names.counted(),
        "event": EVENTS[sitting.event], "day": sitting.day.text,
        "left": sitting.names.left[:_LEFT_SHOWN], "more_left": max(0, len(sitting.names.left) - _LEFT_SHOWN),
    }  # fmt: skip
    return sitting.bench.page("desks/events_names.html", contents, status)


def _look_or_enter(sitting: _Sitting, step: str) -> HttpResponseBase:
    try:
        made = sitting.made()
    except InputRefused as error:
        sitting.saying.add_error(None, str(error))
        return _names(sitting, status=422)
    if step == "commit":
        return _enter(sitting, made)
    effect = effect_of_event(sitting.bench.register, made, sitting.names.people, sitting.asked, definition())
    contents = {
        "title": "Events", "effect": effect, "event": EVENTS[sitting.event], "day": sitting.day.text, "names": sitting.names,
        "announced": sitting.saying.cleaned_data["announced"], "on": sitting.asked.day, "value": sitting.saying.value, "of": definition(),
        "unnamed": max(0, (sitting.saying.cleaned_data["announced"] or 0) - len(sitting.names.people)),
        "claims": len(made.drafts), "carried": list(_carried(sitting.bench.request.POST)),
    }  # fmt: skip
    return sitting.bench.page("desks/events_preview.html", contents)


def _carried(sent: Any) -> Iterator[tuple[str, str]]:
    for name, values in sent.lists():
        if name not in ("csrfmiddlewaretoken", "step"):
            yield from ((name, value) for value in values)


def _enter(sitting: _Sitting, made: Made) -> HttpResponseBase:
    with people_taken_up(sitting.bench.register):
        entered = enter_event(sitting.bench.register, made)
    if entered.act is None:
        return see(reverse("desk-events"), was="here")
    return see(reverse("desk-events-done", args=[str(entered.act)]))
