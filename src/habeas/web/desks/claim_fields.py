"""Form fields for what a claim may say, made from the vocabulary: each kind of field with the check that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from habeas.claims.sexes import sexes
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid

#: What a field's name means where the name alone would not say it.
_LABELS = {
    "place_kind": "Kind of custody", "way_out": "Way out", "term_years": "Term in years", "term_days": "Term in days", "by": "By whom",
    "to": "To whom", "act": "Decree or act", "as": "In which way", "body": "By which body", "with": "With whom", "text": "In words",
    "value": "What", "told_term": "Term as told", "ex_post_facto": "Only after release", "before_due": "Before the day of release",
    "extent": "How far",
}  # fmt: skip
_LONGEST = 2000
_NOT_TOLD = ("", "not told")


class DayField(forms.CharField):
    """A day of any precision between 1800 and 2200. Its value is a Day; unknown where nothing was typed."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text", "2024-06-21; a month 2024-06, a year 2024, about 2024-06~, or a range A/B will do"
        )
        super().__init__(max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off", "size": 14}), **options)

    def clean(self, value: Any) -> Day:
        """Read it. Raises ValidationError that says what to write."""
        text = super().clean(value)
        try:
            day = Day.parse(str(text or "").strip())
        except DayInvalid as error:
            raise ValidationError(str(error)) from error
        if any(edge is not None and not 1800 <= edge.year <= 2200 for edge in (day.first, day.last)):
            raise ValidationError(f"'{day.text}' is not between 1800 and 2200; correct the year")
        return day


def refuse_ahead(form: forms.Form, name: str, today: date, instead: str = "check the year") -> None:
    """A day on which something was published, told or done that lies ahead is a slip. Somewhere it is tomorrow already. `instead`: what to do."""
    day = form.cleaned_data.get(name)
    first = day.first if isinstance(day, Day) else day
    if first is not None and first > today + timedelta(days=1):
        form.add_error(name, f"{day.text if isinstance(day, Day) else day} lies ahead of today; {instead}.")


class NumberField(forms.CharField):
    """A number of years or days; a comma will do for the point. None where nothing was typed."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 6}), **options
        )  # fmt: skip

    def clean(self, value: Any) -> int | float | None:
        """Read it. Raises ValidationError."""
        text = str(super().clean(value) or "").strip().replace(",", ".")
        if not text:
            return None
        try:
            number = float(text)
        except ValueError as error:
            raise ValidationError(f"'{text}' is no number; write one such as 7.5") from error
        if not 0 <= number < 1e12:
            raise ValidationError(f"{text} is no number of anything here")
        return int(number) if number.is_integer() else number


class LinesField(forms.CharField):
    """Several texts, one a line."""

    def clean(self, value: Any) -> list[str]:
        """The lines that are not empty."""
        return [line.strip() for line in str(super().clean(value) or "").splitlines() if line.strip()]


def text_field(label: str, *, rows: int | None = None, longest: int = _LONGEST, **options: Any) -> forms.CharField:
    """A line of text, or a box of `rows`."""
    widget = forms.TextInput(attrs={"autocomplete": "off"}) if rows is None else forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=options.pop("required", False), max_length=longest, widget=widget, **options
    )


def choice_field(label: str, choices: Mapping[str, str], *, empty: bool = True, **options: Any) -> forms.ChoiceField:
    """One of some codes, shown by their labels."""
    offered = [*([_NOT_TOLD] if empty else []), *choices.items()]
    return forms.ChoiceField(label=label, choices=offered, required=not empty, **options)


def value_fields(predicate: Predicate) -> dict[str, forms.Field]:
    """A form field for each field that the predicate's value may hold, under the name "value_" and its own; long lists of boxes last."""
    ordered = sorted(predicate.fields.items(), key=lambda field: field[1] == "conditions")
    return {f"value_{name}": _field(name, kind) for name, kind in ordered}


def value_in(predicate: Predicate, cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """The value that was typed, without what was left empty."""
    told = {name: cleaned.get(f"value_{name}") for name in predicate.fields}
    return {name: _plain(value) for name, value in told.items() if not _is_empty(value)}


def typed(value: Mapping[str, Any]) -> dict[str, Any]:
    """A claim's value as the first contents of its form fields."""
    return {f"value_{name}": _as_typed(told) for name, told in value.items()}


def _as_typed(told: Any) -> Any:
    if isinstance(told, bool):
        return "yes" if told else "no"
    return int(told) if isinstance(told, float) and told.is_integer() else told


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or (isinstance(value, Day) and value.is_unknown)


def _plain(value: Any) -> Any:
    return value.text if isinstance(value, Day) else value


def _field(name: str, kind: str) -> forms.Field:
    label = _LABELS.get(name, name.replace("_", " ").capitalize())
    make = _MADE.get(kind)
    return make(label) if make is not None else choice_field(label, _codes(kind))


def _codes(kind: str) -> Mapping[str, str]:
    if kind == "description_kind":
        return {"called": "called one", "member": "one of those told of", "example": "given as an example"}
    if kind == "yes_no_unknown":
        return {word: word for word in ("yes", "no", "unknown")}
    return vocabulary().codes[kind]


def _yes_or_no(label: str) -> forms.Field:
    return forms.TypedChoiceField(
        label=label, required=False, choices=[_NOT_TOLD, ("yes", "yes"), ("no", "no")], coerce=lambda word: word == "yes", empty_value=None,
    )  # fmt: skip


def _conditions(label: str) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label, required=False, choices=list(vocabulary().codes["condition"].items()), widget=forms.CheckboxSelectMultiple
    )  # fmt: skip


_MADE: dict[str, Callable[[str], forms.Field]] = {
    "text": text_field,
    "texts": lambda label: LinesField(
        label=f"{label}, one a line", required=False, widget=forms.Textarea(attrs={"rows": 2})
    ),
    "number": lambda label: NumberField(label=label, required=False),
    "day": lambda label: DayField(label=label, required=False),
    "boolean": _yes_or_no,
    "conditions": _conditions,
    "sex": lambda label: choice_field(label, {word: word for word in sexes()}),
}
