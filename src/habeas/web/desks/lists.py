"""The import desk: a published list sent, tried, shown with all that it would do, and entered as one act."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.figures.definitions import definition
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.acts import act_named
from habeas.register.list_acts import bring_back, entered_by, take_back
from habeas.register.list_versions import between, lists_held
from habeas.register.sheet import working_sheet
from habeas.sources.media import XLSX
from habeas.web.asking import NotHere
from habeas.web.desks.beside import Seat, beside_desk
from habeas.web.desks.desk import Bench, desk
from habeas.web.desks.list_jobs import JOBS, Job, Settings, check, enter
from habeas.web.desks.mapping_form import STATUSES, columns_shown, mapping_sent, proposal, targets
from habeas.web.desks.uploads import ENDINGS, Kept
from habeas.web.limits import LARGEST
from habeas.web.permissions import Deed
from habeas.web.shelf import the_shelf

#: Of each kind of thing that an import would do, shown; all are counted.
SHOWN = 100
#: States of a file in which it can be looked at again.
_CAN_CHECK = ("checked", "refused", "mapping")
_DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class Said(forms.Form):
    """What the sender says of a file."""

    published = forms.DateField(required=False, label="Day of the file", widget=_DAY, help_text="the day it was published; else the day in its name, else today")  # fmt: skip
    list_name = forms.CharField(required=False, max_length=200, label="Name of the list", help_text="under which its versions are known; a known format has one")  # fmt: skip
    url = forms.URLField(required=False, max_length=2000, assume_scheme="https", label="Where it is published")
    dates = forms.ChoiceField(required=False, label="Order of days", choices=[("", "as its format or mapping says"), ("dmy", "day first: 05.08.2020 is in August"), ("mdy", "month first: 05.08.2020 is in May")])  # fmt: skip
    encoding = forms.CharField(required=False, max_length=40, label="Encoding", help_text="where it is not UTF-8")
    shrunk = forms.BooleanField(required=False, label="It really lost half of its rows or more")
    mapping = forms.CharField(required=False, max_length=200_000, label="Mapping", widget=forms.Textarea(attrs={"rows": 6}), help_text="the text of one that you kept; a known format needs none")  # fmt: skip

    def settings(self) -> Settings:
        """What was said, as a job takes it."""
        said = self.cleaned_data
        day = Day.on(said["published"]) if said["published"] else Day.unknown()
        parts = ("list_name", "url", "dates", "encoding", "mapping", "shrunk")
        return Settings(day, **{part: said[part] for part in parts})


class Sent(Said):
    """The same with the file itself."""

    file = forms.FileField(label="File", widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}))
    field_order = ("file", "published", "list_name")


@require_safe
@desk(Deed.ENTER)
def lists(bench: Bench) -> HttpResponseBase:
    """The lists held, and the form for another version."""
    contents = {
        "title": "Lists", "held": lists_held(bench.register), "jobs": JOBS.of(bench.who, the_shelf()), "form": Sent(label_suffix=""),
        "most": LARGEST // 2**20,
    }  # fmt: skip
    return bench.page("desks/lists.html", contents)


@require_POST
@beside_desk(Deed.ENTER)
def sent(seat: Seat) -> HttpResponseBase:
    """Take a file and start to check it."""
    form = Sent(seat.request.POST, seat.request.FILES, label_suffix="")
    if form.is_valid():
        try:
            kept = Kept(form.cleaned_data["file"])
        except InputRefused as error:
            form.add_error("file", str(error))
        else:
            return _to(JOBS.begin(seat.who, seat.shelf, kept, form.settings()))
    return seat.page("desks/lists_sent.html", {"title": "Lists", "form": form, "most": LARGEST // 2**20}, 400)


def _to(job: Job) -> HttpResponse:
    return _see_other(f"/desk/lists/jobs/{job.id}/")


def _see_other(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@beside_desk(Deed.ENTER)
def job(seat: Seat, job_id: str) -> HttpResponseBase:
    """How far a file has come, and what to do with it next."""
    found = JOBS.named(seat.who, seat.shelf, job_id)
    if seat.request.method == "POST":
        return _told(seat, found, seat.request.POST.get("do", ""))
    return _job_page(seat, found)


def _told(seat: Seat, found: Job, what: str) -> HttpResponse:
    """What the sender does next. What no longer fits the state the file is in does nothing, and shows that state."""
    if what == "discard":
        JOBS.discard(found)
        return _see_other("/desk/lists/")
    if what == "enter" and found.state == "checked":
        found.changed = False
        found.begin(enter, "checked")
    elif what == "map" and found.state == "mapping" and found.table is not None:
        return _mapped(seat, found)
    elif what == "check" and found.state in _CAN_CHECK:
        form = Said(seat.request.POST, label_suffix="")
        if not form.is_valid():
            return _job_page(seat, found, form=form, status=400)
        found.settings = form.settings()
        found.begin(check, *_CAN_CHECK)
    return _to(found)


def _mapped(seat: Seat, found: Job) -> HttpResponse:
    sent_form = seat.request.POST.dict()
    table = found.table
    assert table is not None
    try:
        found.settings.mapping = mapping_sent(table, proposal(table), {k: str(v) for k, v in sent_form.items()})
    except InputRefused as error:
        return _job_page(seat, found, sent={k: str(v) for k, v in sent_form.items()}, said=str(error), status=422)
    found.settings.list_name = ""
    found.begin(check, "mapping")
    return _to(found)


def _job_page(
    seat: Seat, found: Job, form: Said | None = None, sent: dict[str, str] | None = None, said: str = "", status: int = 200
) -> HttpResponse:  # fmt: skip
    settings = found.settings
    day = settings.published.first if settings.published.is_exact else None
    first = {"published": day, **{part: getattr(settings, part) for part in ("list_name", "url", "dates", "encoding", "mapping", "shrunk")}}  # fmt: skip
    contents = {
        "title": "Lists", "job": found, "form": form or Said(initial=first, label_suffix=""), "answer": found.answer, "said": said or found.said,
        "parts": _parts(found.answer), "shown": SHOWN, "refreshes": found.state == "working",
    }  # fmt: skip
    if found.state == "mapping" and found.table is not None:
        raw = proposal(found.table)
        contents |= {
            "columns": columns_shown(found.table, raw, sent), "targets": targets(), "statuses": STATUSES, "rows": len(found.table.rows),
            "list_name": (sent or {}).get("list_name", settings.list_name), "dates": (sent or {}).get("dates", settings.dates),
        }  # fmt: skip
    return seat.page("desks/list_job.html", contents, status)


def _parts(answer: dict[str, Any]) -> dict[str, list[Any]]:
    """What would be done one by one, as far as it is shown."""
    names = (
        "who_added",
        "who_gone",
        "changes",
        "refused",
        "quarantined",
        "conflicts",
        "notices",
        "linked",
        "to_review",
    )
    return {name: list(answer.get(name, ()))[:SHOWN] for name in names}


@require_http_methods(["GET", "HEAD", "POST"])
@desk(Deed.ENTER)
def act(bench: Bench, name: str) -> HttpResponseBase:
    """One import: what it entered, and its taking back, or bringing back, with a reason."""
    named = act_named(name)
    why, said = bench.request.POST.get("why", "").strip(), ""
    if bench.request.method == "POST":
        if why:
            done = bring_back if bench.request.POST.get("do") == "again" else take_back
            done(bench.register, named, why[:2000])
            return _see_other(f"/desk/lists/acts/{named}/")
        said = "Say why: it is kept with each claim."
    contents = {"title": "Lists", "act": named, "entered": entered_by(bench.register, named), "said": said}
    return bench.page("desks/list_act.html", contents, 400 if said else 200)


@require_safe
@desk(Deed.ENTER)
def versions(bench: Bench) -> HttpResponseBase:
    """What differs between two versions of a list."""
    earlier, later = (bench.request.GET.get(which, "") for which in ("a", "b"))
    try:
        found = between(bench.register, earlier, later)
    except InputRefused as error:
        raise NotHere(str(error)) from error
    held = next(one for one in lists_held(bench.register) if one.id == found.later.list_id)
    return bench.page("desks/list_versions.html", {"title": "Lists", "found": found, "held": held, "shown": SHOWN})


@require_POST
@desk(Deed.ENTER)
def sheet(bench: Bench) -> HttpResponseBase:
    """The working sheet of today, to be taken away."""
    data, _ = working_sheet(bench.register, bench.today, definition())
    response = HttpResponse(data, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="sheet-{bench.today}.xlsx"'
    return response
