"""What is asked at the event desk: the message, what happened to those it names, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from habeas.claims.vocabulary import vocabulary
from habeas.sources.note import CHANNELS
from habeas.web.desks.claim_fields import DayField, refuse_ahead

#: The events offered, by predicate, with what one says of people.
EVENTS = {
    "release": "released", "arrest": "arrested", "transfer": "moved to another place", "recognised": "recognised", "sentence": "sentenced",
}  # fmt: skip
#: More names than this are no message; a list is taken in at its own desk.
MOST_NAMES = 400
_LONGEST = 100_000
_NO_WAYS_OUT = ("died", "escaped")
_CONSENTS = {
    "staff_only": "for staff only", "count_only": "may be counted, not shown", "public": "may be made public",
}  # fmt: skip


class PasteForm(forms.Form):
    """The first step: the message as it came, and what befell those whom it names."""

    text = forms.CharField(
        label="The message, as it is: any script, numbered or not", max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True, "dir": "auto"}),
        error_messages={"required": "Paste the message, or type the names, one a line."},
    )  # fmt: skip
    event = forms.ChoiceField(
        label="What happened to them", choices=list(EVENTS.items()), widget=forms.RadioSelect, initial="release"
    )
    day = DayField(
        label="On which day", required=False, help_text="2024-06-21; a month such as 2024-06 will do; leave empty where nobody says"
    )  # fmt: skip

    def __init__(self, today: date, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self._today = today

    def clean(self) -> dict[str, Any]:
        """What lies ahead has befallen nobody."""
        told = dict(super().clean() or {})
        refuse_ahead(self, "day", self._today, "correct the year, or add what is planned from each person's page")
        return told


def _text(label: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=300, widget=forms.TextInput(attrs={"autocomplete": "off"}), **options
    )


def _coded(label: str, code: str, without: tuple[str, ...] = ()) -> forms.ChoiceField:
    codes = [(key, said) for key, said in vocabulary().codes[code].items() if key not in without]
    return forms.ChoiceField(label=label, required=False, choices=[("", "not told"), *codes])


def _number(label: str) -> forms.FloatField:
    return forms.FloatField(
        label=label, required=False, min_value=0, max_value=20_000, widget=forms.NumberInput(attrs={"step": "any"})
    )


def _detail_fields(event: str) -> dict[str, forms.Field]:
    """What may be told of each kind of event; names are those of the predicate's value."""
    fields: dict[str, dict[str, forms.Field]] = {
        "release": {
            "way_out": _coded("Way out", "way_out", _NO_WAYS_OUT), "act": _text("Decree or act"), "place": _text("Released from"),
            "destination": _text("Taken to"),
            "conditions": forms.MultipleChoiceField(
                label="Conditions", required=False, choices=list(vocabulary().codes["condition"].items()), widget=forms.CheckboxSelectMultiple
            ),
        },
        "arrest": {
            "place": _text("Where"), "place_kind": _coded("Kind of custody", "place_kind"), "by": _text("By whom"), "ground": _text("For what"),
            "term_days": _number("Term in days"),
        },
        "transfer": {
            "place": _text("To which place"), "from_place": _text("From which place"), "place_kind": _coded("Kind of custody", "place_kind"),
        },
        "recognised": {
            "body": _text("By which body"), "standard": _text("By which standard"),
            "ex_post_facto": forms.BooleanField(label="Recognised after release", required=False),
        },
        "sentence": {
            "term_years": _number("Term in years"), "term_days": _number("Term in days"), "court": _text("Court"), "article": _text("Article"),
            "place_kind": _coded("To be served in", "place_kind"),
            "suspended": forms.BooleanField(label="Suspended", required=False),
            "in_absentia": forms.BooleanField(label="In their absence", required=False),
        },
    }  # fmt: skip
    return fields[event]


class SayingForm(forms.Form):
    """The second step beside the names: the event's details, how many were announced, and the source."""

    how = forms.ChoiceField(
        label="Who says so", choices=[("new", "a publication"), ("held", "a source that is here already"), ("note", "somebody told us")],
        widget=forms.RadioSelect, initial="new",
    )  # fmt: skip
    publisher = _text("Published by")
    published = DayField(label="Published on", required=False, help_text="")
    url = forms.URLField(
        label="Address",
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    held = forms.ChoiceField(label="Source", required=False)
    held_id = _text("or its id")
    channel = forms.ChoiceField(label="Told by", required=False, choices=[(c, c) for c in CHANNELS], initial="chat")
    told_on = DayField(label="Told on", required=False, help_text="")
    consent = forms.ChoiceField(
        label="What was told", required=False, choices=list(_CONSENTS.items()), initial="staff_only"
    )
    announced = forms.IntegerField(
        label="Number announced, where one was", required=False, min_value=1, max_value=1_000_000, help_text="those not named stay a number"
    )  # fmt: skip
    described = forms.BooleanField(label="The source calls them political prisoners", required=False)
    missed = forms.CharField(
        label="Names that were missed, one a line", required=False, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )  # fmt: skip

    def __init__(
        self,
        event: str,
        sources: list[tuple[str, str]],
        today: date,
        data: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.details = _detail_fields(event)
        self.fields.update(self.details)
        self.event, self._today = event, today
        self.known = {source for source, _ in sources}
        self.fields["held"].choices = [("", "choose"), *sources[:_SHOWN]]  # type: ignore[attr-defined]  # declared above as a field of choices

    def clean(self) -> dict[str, Any]:
        """What the chosen kind of source needs. Faults are told at the field."""
        told = dict(super().clean() or {})
        for name in ("published", "told_on"):
            refuse_ahead(self, name, self._today)
        how = told.get("how")
        if how == "new" and not told.get("publisher"):
            self.add_error("publisher", "Say who published it.")
        if how == "held":
            chosen = told.get("held_id", "").rstrip("/").rpartition("/")[2] or told.get("held")
            if not chosen:
                self.add_error("held", "Choose the source, or give its id.")
            elif chosen not in self.known:
                self.add_error("held_id", f"{chosen} is no source here.")
            told["source"] = chosen
        if self.event == "recognised" and not told.get("body"):
            self.add_error("body", "Say which body recognised them.")
        return told

    @property
    def detail_fields(self) -> list[forms.BoundField]:
        """The event's own fields, for the page."""
        return [self[name] for name in self.details]

    @property
    def value(self) -> dict[str, Any]:
        """The claim's value, without what was left empty."""
        told = {name: self.cleaned_data.get(name) for name in self.details}
        return {name: _whole(given) for name, given in told.items() if given not in (None, "", [], False)}


#: Sources offered by name; any other is given by its id.
_SHOWN = 60


def _whole(given: Any) -> Any:
    return int(given) if isinstance(given, float) and given.is_integer() else given
