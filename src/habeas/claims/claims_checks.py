"""What a line of a claims file must hold to be a claim: each check names what is wrong and what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.sources.note import CONSENTS

#: Nobody counts more people than there are.
_EVERYONE = 9_000_000_000
#: Terms added up over many charges run into thousands of years in some countries.
_LONGEST_TERM = 20_000
_OLDEST = 130
#: By field, the largest number that could be true.
_MOST = {"term_years": _LONGEST_TERM, "years": _OLDEST, "value": _EVERYONE}
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


def _check_subject(raw: Mapping[str, Any]) -> None:
    _check_party(raw.get("subject", raw.get("person")))


def _check_party(subject: Any) -> None:
    if isinstance(subject, dict):
        _check_named(subject)
    if isinstance(subject, str):
        _check_letters("subject", subject)
    if subject is not None and not isinstance(subject, str | dict):
        raise InputRefused(f"subject is {subject!r}; write a name, or an object with name and id")
    if isinstance(subject, str) and not subject.strip():
        raise InputRefused("subject is empty; write a name, or leave it out for a group")


def _check_named(subject: Mapping[str, Any]) -> None:
    for part in ("name", "id", "key"):
        given = subject.get(part)
        if given is not None and (isinstance(given, bool) or not isinstance(given, str | int if part == "id" else str)):
            raise InputRefused(f"subject's {part} is {given!r}; write a text")
        _check_letters(part, str(given or ""))
    if not str(subject.get("name") or subject.get("id") or "").strip():
        raise InputRefused("subject needs a name or an id")


def _check_letters(what: str, text: str) -> None:
    bad = next((char for char in text if unicodedata.category(char) == "Cc"), None)
    if bad is not None:
        raise InputRefused(f"{what} holds a control character ({ord(bad):#04x}); write the name again")


def check_amounts(value: Mapping[str, Any]) -> None:
    """Numbers that could be true. Raises InputRefused."""
    if _MOST.keys().isdisjoint(value):
        return
    for field, most in _MOST.items():
        given = value.get(field)
        if isinstance(given, int | float) and not isinstance(given, bool) and not 0 <= given <= most:
            raise InputRefused(f"{field} is {given}; write a number from 0 to {most:,}")


def check_period(value: Mapping[str, Any]) -> None:
    """A figure's period ends no earlier than it begins. Raises InputRefused."""
    since, until = (Day.parse(str(value.get(name) or "")) for name in ("since", "until"))
    if since.lo is not None and until.hi is not None and since.lo > until.hi:
        raise InputRefused(f"since {since.text} lies after until {until.text}; swap them or correct one")


def check_days(raw: Mapping[str, Any], when: Day) -> None:
    """Days within living memory. Raises InputRefused. A happening dated after its source is evidence of something, and enters."""
    published = Day.parse(str(raw.get("published_on") or raw.get("published") or ""))
    for day in (when, published):
        years = [edge.year for edge in (day.first, day.last) if edge is not None]
        if any(not _FIRST_YEAR <= year <= _LAST_YEAR for year in years):
            raise InputRefused(f"'{day.text}' is not between {_FIRST_YEAR} and {_LAST_YEAR}; correct the year")


def check_required(predicate: Predicate, value: Mapping[str, Any]) -> None:
    """What a claim of this predicate says nothing without."""
    required = {
        "figure": "value",
        "recognised": "body",
        "recognition_withdrawn": "body",
        "assessment": "criterion",
        "recognition_vote": "body",
    }.get(predicate.name)
    if required is not None and value.get(required) is None:
        raise InputRefused(f"a claim of {predicate.name} needs its field '{required}'")


def _check_kept_texts(raw: Mapping[str, Any]) -> None:
    for name in ("quote", "speaker", "said_by", "label", "list", "derived_from", "url", "source_id", "source_key"):
        if raw.get(name) is not None and not isinstance(raw[name], str):
            raise InputRefused(f"{name} is {raw[name]!r}; write a text")
    consent = raw.get("source_consent")
    if consent is not None and consent not in CONSENTS:
        raise InputRefused(f"source_consent is {consent!r}; use one of {', '.join(CONSENTS)}")
    grade = raw.get("grade")
    if grade is not None and (isinstance(grade, bool) or not isinstance(grade, int)):
        raise InputRefused(f"grade is {grade!r}; write a whole number")


def _check_span(raw: Mapping[str, Any]) -> None:
    span = raw.get("span")
    places = span if isinstance(span, list) else [span]
    if span is not None and (len(places) != 2 or any(isinstance(p, bool) or not isinstance(p, int) for p in places)):
        raise InputRefused(f"span is {span!r}; write where the quote begins and ends in the text, as two whole numbers")


def _check_source(raw: Mapping[str, Any]) -> None:
    if not str(raw.get("source") or "").strip():
        raise InputRefused("source is missing; every claim says who said it")
    if not isinstance(raw["source"], str):
        raise InputRefused(f"source is {raw['source']!r}; write a text")


def _check_published(raw: Mapping[str, Any]) -> None:
    Day.parse(str(raw.get("published_on") or raw.get("published") or ""))


def _check_reality(raw: Mapping[str, Any]) -> None:
    if raw.get("reality", "actual") not in list(vocabulary().codes["reality"]):
        raise InputRefused(f"reality '{raw['reality']}' is not one of {', '.join(vocabulary().codes['reality'])}")


def _check_value(raw: Mapping[str, Any]) -> None:
    """A published number of people is a whole one."""
    value = raw.get("value")
    number = value.get("value") if isinstance(value, Mapping) else value
    if raw.get("predicate") != "figure" or number is None:
        return
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise InputRefused(f"value is {number!r}; a number of people is a whole number, without a fraction or a sign")
    if number > _EVERYONE:
        raise InputRefused(f"value is {number}; there are not so many people")


def _check_count(raw: Mapping[str, Any]) -> None:
    count = raw.get("count")
    if count is not None and (isinstance(count, bool) or not isinstance(count, int) or count < 0):
        raise InputRefused(f"count is {count!r}; write a whole number")
    if count is not None and count > _EVERYONE:
        raise InputRefused(f"count is {count}; there are not so many people")
    if raw.get("comparator") not in (None, *vocabulary().codes["comparator"]):
        raise InputRefused(
            f"comparator '{raw['comparator']}' is not one of {', '.join(vocabulary().codes['comparator'])}"
        )
    if not isinstance(raw.get("members", []), list):
        raise InputRefused("members is a list of names")
    for member in raw.get("members", []):
        if member is None:
            raise InputRefused("members holds an empty name; write a name, or an object with name and id")
        _check_party(member)
    if count is not None and raw.get("comparator") in (None, "exact") and len(raw.get("members", [])) > count:
        raise InputRefused(f"count is {count}, but members names {len(raw['members'])}; correct one of the two")


CHECKS = {
    "subject": _check_subject, "source": _check_source, "published_on": _check_published, "reality": _check_reality,
    "count": _check_count, "value": _check_value, "text": _check_kept_texts, "span": _check_span,
}  # fmt: skip
