"""What is sent to enter one fact: the fact, and a source that is held, cited or noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from habeas.claims.claim import Source
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day
from habeas.register.entering import Citation, Fact
from habeas.sources.note import CHANNELS, Note
from habeas.web.desks.claim_fields import DayField, choice_field, refuse_ahead, text_field, value_fields, value_in

CONSENT = {"staff_only": "for staff only", "count_only": "may be counted, not told", "public": "may be published"}
_SOURCES = (("source", "source_search"), ("publisher", "published", "url"), ("note",))
_ONE_SOURCE = "Say where this is known from: choose a source, cite one, or write down what you were told."
#: Under which heading each field stands on the page.
GROUPS = (
    ("A source that is here", ("source", "source_search")),
    ("or one to cite", ("publisher", "published", "url")),
    ("or what you were told", ("note", "channel", "told_on", "consent", "informant")),
)


def note_fields(today: date) -> dict[str, forms.Field]:
    """The circumstances of a note."""
    return {
        "channel": choice_field("How", {word: word for word in CHANNELS}, empty=False, initial="call"),
        "told_on": DayField(label="Told on", required=False, initial=today.isoformat(), help_text=""),
        "consent": choice_field("How far it may go", CONSENT, empty=False, initial="staff_only"),
        "informant": text_field("By whom (a pseudonym)", longest=120, help_text="Sealed: it never leaves the house."),
    }


class FactForm(forms.Form):
    """Fields of one predicate, and of a source. `offered` are sources to choose from; `today` is what now means."""

    def __init__(
        self, predicate: Predicate, name: str, offered: Sequence[Source], today: date, sent: Mapping[str, Any] | None = None, chosen: str = ""
    ) -> None:  # fmt: skip
        super().__init__(sent, initial={"name": name, "source": chosen}, label_suffix="")
        self.predicate, self._today = predicate, today
        if predicate.time != "none":
            is_stretch = predicate.time == "stretch"
            self.fields["when"] = DayField(label="From" if is_stretch else "Day", required=False)
            if is_stretch:
                self.fields["until"] = DayField(label="Until", required=False, help_text="Nothing where it lasts.")
        self.fields.update(value_fields(predicate))
        self.fields["quote"] = text_field("Words of the source", rows=2, longest=20_000)
        self.fields["source"] = forms.ChoiceField(
            label="Source", required=False, choices=[("", "the newest first"), *((s.id, label_of(s)) for s in offered)]
        )
        self.fields["source_search"] = text_field("or a word of its name, its day or its address", longest=200)
        self.fields["publisher"] = text_field("Publisher", longest=300)
        self.fields["published"] = DayField(label="Published on", required=False, help_text="2024-06-21")
        self.fields["url"] = forms.URLField(
            label="Address", required=False, max_length=_LONGEST_URL, assume_scheme="https"
        )
        self.fields["note"] = text_field("In your words", rows=3, longest=50_000)
        self.fields.update(note_fields(today))
        self.fields["name"] = text_field("Name, as the source writes it", longest=300, required=True)
        self.fields["reality"] = choice_field(
            "Did it happen?", vocabulary().codes["reality"], empty=False, initial="actual"
        )
        self.fields["reality"].required = False
        self.fields["speaker"] = text_field("Said by, where the source only quotes", longest=300)
        for field in ("channel", "consent"):
            self.fields[field].required = False

    def clean(self) -> dict[str, Any]:
        """One source and no more; days that can be."""
        told: dict[str, Any] = super().clean() or {}
        given = [names for names in _SOURCES if any(_is_given(self.data.get(name)) for name in names)]
        if len(given) != 1:
            self.add_error(None, _ONE_SOURCE if not given else "Give one source: what you filled in names several.")
        elif given[0][0] == "publisher" and not told.get("publisher") and "publisher" not in self.errors:
            self.add_error("publisher", "Say who published it.")
        for name in ("published", "told_on"):
            refuse_ahead(self, name, self._today)
        if self.predicate.custody is not None and (told.get("reality") or "actual") == "actual":
            refuse_ahead(self, "when", self._today)
        return told

    def fact(self) -> Fact:
        """What was typed, once it is valid."""
        told = self.cleaned_data
        return Fact(
            self.predicate.name, told.get("when", Day.unknown()), value_in(self.predicate, told), told.get("until", Day.unknown()),
            told["reality"] or "actual", told["speaker"] or None, told["quote"],
        )  # fmt: skip

    def new_source(self) -> Citation | Note | None:
        """The source to be made; None where one that is held was chosen."""
        told = self.cleaned_data
        if told["publisher"]:
            return Citation(told["publisher"], told["published"], told["url"] or None)
        if told["note"]:
            day = told["told_on"] if not told["told_on"].is_unknown else Day.on(self._today)
            return Note(
                told["channel"] or "other", day, told["note"].replace("\r\n", "\n"), told["consent"] or "staff_only", told["informant"] or None
            )  # fmt: skip
        return None

    def grouped(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Fields of the source under their headings."""
        return [(heading, [self[name] for name in names]) for heading, names in GROUPS]

    def of_the_fact(self) -> list[forms.BoundField]:
        """Fields of the fact itself, those seldom needed left out."""
        later = {"quote", "name", "reality", "speaker", *(name for _, names in GROUPS for name in names)}
        return [self[name] for name in self.fields if name not in later]

    def seldom(self) -> list[forms.BoundField]:
        """Fields that mostly stay as they are."""
        return [self[name] for name in ("name", "reality", "speaker")]


_LONGEST_URL = 1000


def label_of(source: Source) -> str:
    """A source as a line to choose."""
    kind = {"capture": "document", "note": "note", "citation": "cited"}.get(source.kind, source.kind)
    day = source.published.text or "day not known"
    return f"{source.name}, {day} ({kind})" + (f", {source.url[:60]}" if source.url else "")


def _is_given(text: Any) -> bool:
    return bool(str(text or "").strip())
