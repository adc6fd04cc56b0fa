"""What a reviewer sends: the changed fields of a draft, and an article to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from habeas.claims.drafts import Draft
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.asof import utc_today
from habeas.kernel.days import Day
from habeas.register.amending import Amendment
from habeas.web.desks.claim_fields import (
    DayField,
    choice_field,
    refuse_ahead,
    text_field,
    typed,
    value_fields,
    value_in,
)

_LONGEST_ARTICLE = 2_000_000


class AmendForm(forms.Form):
    """The fields of one draft, filled with what it proposes. `text` is that in which its words have to stand, "" = none is held."""

    def __init__(self, draft: Draft, text: str, sent: Mapping[str, Any] | None = None) -> None:
        self._text = text
        claim = draft.claim
        self.predicate: Predicate = vocabulary().predicate(str(claim["predicate"]))
        subject = claim.get("subject")
        first = {
            "person": draft.mentions[str(subject)]["name"] if subject else None, "when": claim.get("when"), "until": claim.get("until"),
            "count": claim.get("count"), "reality": claim.get("reality") or "actual", "speaker": claim.get("speaker"),
            "quote": claim.get("quote"), **typed(claim.get("value") or {}),
        }  # fmt: skip
        super().__init__(sent, initial=first, label_suffix="")
        if subject:
            self.fields["person"] = text_field("Name", required=True)
        self.fields["when"] = DayField(label="Day", required=False)
        if self.predicate.time == "stretch" or claim.get("until"):
            self.fields["until"] = DayField(label="Until", required=False, help_text="")
        if not subject and self.predicate.name != "figure":
            self.fields["count"] = forms.IntegerField(
                label="How many", required=False, min_value=1, max_value=10_000_000
            )
        self.fields.update(value_fields(self.predicate))
        self.fields["reality"] = choice_field("Did it happen?", vocabulary().codes["reality"], empty=False)
        self.fields["speaker"] = text_field("Said by")
        self.fields["quote"] = text_field(
            "Words of the source", rows=4, longest=20_000, required=bool(claim.get("passage")), strip=False,
            help_text="As they stand in the article: select them there, or alter them here.",
        )  # fmt: skip
        self.fields["near"] = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def clean_quote(self) -> str:
        """The words, which have to stand in the text. Raises ValidationError."""
        quote = str(self.cleaned_data["quote"]).replace("\r\n", "\n")
        if self._text and quote not in self._text:
            raise ValidationError("These words do not stand in the text as it is held here; copy them exactly from it.")
        return quote

    def clean(self) -> dict[str, Any]:
        """What lies ahead has not happened."""
        told: dict[str, Any] = super().clean() or {}
        if self.predicate.custody is not None and (told.get("reality") or "actual") == "actual":
            refuse_ahead(self, "when", utc_today(), "check the year, or say that it is planned")
        return told

    def amendment(self) -> Amendment:
        """What was typed, once it is valid."""
        told = self.cleaned_data
        return Amendment(
            value=value_in(self.predicate, told), when=told["when"], until=told.get("until", Day.unknown()), reality=told["reality"],
            quote=told["quote"], person=told.get("person"), count=told.get("count"), speaker=told["speaker"] or None, near=told["near"],
        )  # fmt: skip


class ArticleForm(forms.Form):
    """An article as a file or as pasted text, with what is known of its publication."""

    file = forms.FileField(label="File", required=False, help_text="A text, HTML, PDF or Word file")
    text = text_field("or its text, pasted", rows=8, longest=_LONGEST_ARTICLE, strip=False)
    published = DayField(
        label="Published on", required=False, help_text="Without it “on Saturday” stays open. 2024-06-21"
    )
    publisher = text_field("Publisher")
    url = text_field("Address")

    def clean(self) -> dict[str, Any]:
        """One of the two, not both and not neither; published on a day that has come."""
        told: dict[str, Any] = super().clean() or {}
        has_text = bool((told.get("text") or "").strip())
        if "file" in told and bool(told["file"]) == has_text:
            self.add_error("file", "Give a file or paste its text, one of the two.")
        refuse_ahead(self, "published", utc_today())
        return told
