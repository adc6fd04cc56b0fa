"""The sheet of a decision as a form: criteria of a standard, bodies, demand, family, source; read into a decision."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator

from habeas.figures.criteria import Standard
from habeas.kernel.days import Day
from habeas.register.assessing import Answer, Cited, Decision, Told
from habeas.sources.note import CHANNELS, CONSENTS, Note
from habeas.web.desks.claim_fields import refuse_ahead

#: Rows for bodies: those known, then so many empty ones.
_EMPTY_ROWS, _MOST_ROWS = 4, 40
_ANSWERS = [("", "not assessed"), ("yes", "yes"), ("no", "no"), ("unknown", "unknown")]
_VOTES = [("", "did not vote"), ("for", "for"), ("against", "against"), ("abstained", "abstained")]
_DAY = {"type": "date"}
_SINCE = [MinValueValidator(date(1800, 1, 1), "%(show_value)s is before 1800; correct the year.")]


class Sheet(forms.Form):
    """Everything decided at once. Evidence is named by its number (E1, E2 ...) in the list that the page showed, sent along as `shown`."""

    shown = forms.CharField(required=False, max_length=100_000, widget=forms.HiddenInput)
    day = forms.DateField(
        label="Day of the decision", validators=_SINCE, widget=forms.DateInput(format="%Y-%m-%d", attrs=_DAY)
    )
    body = forms.CharField(max_length=200, label="Who assesses", required=False)
    demand = forms.ChoiceField(required=False, label="Demand", choices=[("", "none told"), ("release", "release"), ("review", "review of the case")])  # fmt: skip
    statement = forms.CharField(required=False, max_length=300, label="Title of the statement")
    ex_post_facto = forms.BooleanField(required=False, label="Recognised looking back: custody is over")
    objects = forms.ChoiceField(required=False, label="The family", choices=[("", "was not asked, or nothing is told"), ("no", "does not object"), ("yes", "objects")])  # fmt: skip
    family = forms.CharField(required=False, max_length=200, label="Who of the family said so")
    despite = forms.BooleanField(required=False, label="Recognise although the family objects")
    excluded = forms.BooleanField(required=False, label="Recognise although what excludes is met")
    withdrawn_why = forms.CharField(required=False, max_length=1000, label="Why recognition is withdrawn")
    source = forms.CharField(required=False, max_length=80, label="A source held here")
    publisher = forms.CharField(required=False, max_length=200, label="Who published it")
    published = forms.DateField(
        required=False, label="When", validators=_SINCE, widget=forms.DateInput(format="%Y-%m-%d", attrs=_DAY)
    )
    url = forms.URLField(required=False, max_length=2000, assume_scheme="https", label="Where")
    note = forms.CharField(required=False, max_length=20_000, label="What was decided, in your words", widget=forms.Textarea(attrs={"rows": 4}))  # fmt: skip
    channel = forms.ChoiceField(required=False, choices=[(c, c) for c in CHANNELS], initial="other", label="How it reached you")  # fmt: skip
    consent = forms.ChoiceField(required=False, choices=[(c, c.replace("_", " ")) for c in CONSENTS], initial="staff_only", label="How far the note may go")  # fmt: skip

    def __init__(
        self,
        standard: Standard,
        bodies: Sequence[str],
        today: date,
        data: Mapping[str, Any] | None = None,
        excluded_before: Collection[str] = (),
        **more: Any,
    ) -> None:
        """`excluded_before`: criteria that exclude and were said to be met of somebody on the sheet before."""
        super().__init__(data, label_suffix="", **more)
        self.standard, self.excluded_before, self._today = standard, excluded_before, today
        for criterion in standard.criteria:
            self.fields[f"c-{criterion.id}"] = forms.ChoiceField(required=False, choices=_ANSWERS)
            self.fields[f"e-{criterion.id}"] = forms.CharField(required=False, max_length=500)
            self.fields[f"r-{criterion.id}"] = forms.CharField(required=False, max_length=1000)
        self.rows = range(min(_MOST_ROWS, len(bodies) + _EMPTY_ROWS))
        for row in self.rows:
            first = bodies[row] if row < len(bodies) else ""
            self.fields[f"body-{row}"] = forms.CharField(required=False, max_length=200, initial=first)
            self.fields[f"vote-{row}"] = forms.ChoiceField(required=False, choices=_VOTES)
            self.fields[f"signs-{row}"] = forms.BooleanField(required=False)
            self.fields[f"leaves-{row}"] = forms.BooleanField(required=False)

    def criteria(self) -> Iterator[tuple[Any, Any, Any, Any]]:
        """Each criterion with its fields: answer, evidence, reason."""
        for criterion in self.standard.criteria:
            answer, evidence, reason = (self[f"{part}-{criterion.id}"] for part in "cer")
            yield criterion, answer, evidence, reason

    def bodies(self) -> Iterator[tuple[Any, Any, Any, Any]]:
        """Each row for a body: name, vote, signs, withdraws."""
        for row in self.rows:
            yield self[f"body-{row}"], self[f"vote-{row}"], self[f"signs-{row}"], self[f"leaves-{row}"]

    def clean(self) -> dict[str, Any]:
        """What only goes together."""
        said = super().clean() or self.cleaned_data
        for name in ("day", "published"):
            refuse_ahead(self, name, self._today)
        told = [name for name in ("source", "publisher", "note") if said.get(name)]
        if len(told) != 1:
            self.add_error(None, "Say where it is told, in one way: a source held here, a document cited, or a note.")
        if any(said.get(f"c-{one.id}") for one in self.standard.criteria) and not said.get("body"):
            self.add_error("body", "Say who assesses.")
        self._check_bodies(said)
        for one in self.standard.criteria:
            self._evidence(said, one.id)
        return said

    def _check_bodies(self, said: Mapping[str, Any]) -> None:
        for row in self.rows:
            marked = any(said.get(f"{part}-{row}") for part in ("vote", "signs", "leaves"))
            if marked and not said.get(f"body-{row}"):
                self.add_error(f"body-{row}", "Name the body.")
            if said.get(f"signs-{row}") and said.get(f"leaves-{row}"):
                self.add_error(f"body-{row}", "It recognises, or withdraws: not both on one day.")
        if said.get("objects") == "yes" and self._bodies_that("signs", said) and not said.get("despite"):
            self.add_error(
                "despite", "The family objects: tick that it is recognised all the same, or let nobody sign."
            )

        if self._bodies_that("signs", said) and self._excluding(said) and not said.get("excluded"):
            self.add_error("excluded", f"By the standard nobody is recognised of whom this is met: {'; '.join(self._excluding(said))}. Tick that they are all the same, or let nobody sign.")  # fmt: skip

    def _excluding(self, said: Mapping[str, Any]) -> list[str]:
        """The words of criteria that exclude and are met: by this sheet, or by an answer before that this sheet leaves as it was."""
        now = {one: said.get(f"c-{one.id}") for one in self.standard.criteria if one.excludes}
        return [
            one.words
            for one, answer in now.items()
            if answer == "yes" or (not answer and one.id in self.excluded_before)
        ]

    def _bodies_that(self, part: str, said: Mapping[str, Any]) -> tuple[str, ...]:
        named = [str(said.get(f"body-{row}", "")).strip() for row in self.rows if said.get(f"{part}-{row}")]
        return tuple(dict.fromkeys(filter(None, named)))

    def _evidence(self, said: Mapping[str, Any], criterion: str) -> tuple[str, ...]:
        """Ids of what was named; a number of the page's list, or an id itself."""
        shown, found = str(said.get("shown", "")).split(), []
        for word in str(said.get(f"e-{criterion}", "")).replace(",", " ").split():
            number = (
                word[1:] if word[:1] in "eE" and word[1:].isascii() and word[1:].isdigit() and len(word) < 6 else None
            )
            if number is None:
                found.append(word)
            elif 0 < int(number) <= len(shown):
                found.append(shown[int(number) - 1])
            else:
                self.add_error(f"e-{criterion}", f"{word} is not in the list of evidence.")
        return tuple(found)

    def decision(self, people: Sequence[str]) -> Decision:
        """What was decided of these people."""
        said = self.cleaned_data
        answers = {
            one.id: Answer(said[f"c-{one.id}"], self._evidence(said, one.id), said[f"r-{one.id}"].strip())
            for one in self.standard.criteria
            if said[f"c-{one.id}"]
        }
        votes = {said[f"body-{row}"].strip(): said[f"vote-{row}"] for row in self.rows if said[f"vote-{row}"]}
        return Decision(
            tuple(people), Day.on(said["day"]), self._told(), said["body"].strip(), self.standard, answers, votes,
            self._bodies_that("signs", said), said["demand"], said["ex_post_facto"], said["statement"].strip(),
            {"yes": True, "no": False}.get(said["objects"]), said["family"].strip(), self._bodies_that("leaves", said),
            said["withdrawn_why"].strip(),
        )  # fmt: skip

    def _told(self) -> Told:
        said = self.cleaned_data
        if said["source"]:
            return str(said["source"]).strip()
        if said["publisher"]:
            day = Day.on(said["published"]) if said["published"] else Day.unknown()
            return Cited(said["publisher"].strip(), day, said["url"])
        return Note(
            said["channel"] or "other", Day.on(said["day"]), said["note"].strip(), said["consent"] or "staff_only"
        )
