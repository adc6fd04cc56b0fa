"""Scores a reading against labels: people and their roles, events by type and person, figures in place, false facts, exact quotes.

The same counts as the labelling guideline's scorer: an event matches by type, person and touching quotes, then by type with the same
person or the same count; a figure by value and touching quotes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

CLOSE = {
    "pardon": "release", "exchange": "release", "rearrest": "arrest", "new_charge": "charge", "sentence": "conviction",
    "citizenship_loss": "exile", "death_after_release": "death_in_custody",
}  # fmt: skip
Row = Mapping[str, Any]
Span = tuple[int, int]


@dataclass
class Tally:
    """Counts by name, summed over articles; rates in percent of whole points."""

    counts: Counter[str] = field(default_factory=Counter)

    def rate(self, part: str, whole: str) -> float:
        """100 where nothing could be wrong."""
        return 100.0 * self.counts[part] / self.counts[whole] if self.counts[whole] else 100.0

    def goals(self) -> dict[str, float]:
        """Every goal, in percent."""
        names = {
            "people precision": ("people hit", "people read"), "people recall": ("people hit", "people labelled"), "roles": ("role right", "people hit"),
            "events precision": ("events hit", "events read"), "events recall": ("events hit", "events labelled"),
            "events with reality recall": ("events hit with reality", "events labelled"),
            "figures precision": ("figures hit", "figures read"), "figures recall": ("figures hit", "figures labelled"),
            "comparator": ("comparator right", "figures hit"), "population": ("population right", "figures hit"), "speaker": ("speaker right", "speaker labelled"),
            "exact quotes": ("quotes exact", "quotes"),
        }  # fmt: skip
        return {name: round(self.rate(*pair), 1) for name, pair in names.items()}


def score(body: str, gold: Row, read: Row, into: Tally) -> None:
    """Add one article."""
    alias = _people(gold, read, into)
    _events(body, gold, read, alias, into, with_reality=False)
    _events(body, gold, read, alias, into, with_reality=True)
    _figures(body, gold, read, alias, into)
    _false_facts(body, gold, read, into)
    rows = [*read["events"], *read["figures"]]
    into.counts["quotes"] += len(rows)
    into.counts["quotes exact"] += sum(body[row["span"][0] : row["span"][1]] == row["quote"] for row in rows)


def norm(name: str | None) -> str | None:
    """A name without case, punctuation and kind of apostrophe."""
    if name is None:
        return None
    folded = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
    return re.sub(r"[^\w' ]+", " ", folded).strip()


def _forms(person: Row) -> set[str]:
    texts = [person["name"], *(m if isinstance(m, str) else m["text"] for m in person["mentions"])]
    return {form for text in texts if (form := norm(text))}


def _people(gold: Row, read: Row, into: Tally) -> dict[str, str]:
    left = list(read["persons"])
    alias = {form: norm(p["name"]) or "" for p in gold["persons"] for form in _forms(p)}
    into.counts.update({"people read": len(left), "people labelled": len(gold["persons"])})
    for person in gold["persons"]:
        match = next((one for one in left if _forms(one) & _forms(person)), None)
        if match is None:
            continue
        left.remove(match)
        into.counts.update({"people hit": 1, "role right": int(match["role"] == person["role"])})
        for form in _forms(match):
            alias.setdefault(form, norm(person["name"]) or "")
    return alias


def _spans(body: str, row: Row) -> list[Span]:
    if row.get("span"):
        return [(row["span"][0], row["span"][1])]
    quotes = [quote for quote in [row.get("quote"), *row.get("also", [])] if quote]
    return [(match.start(), match.end()) for quote in quotes for match in re.finditer(re.escape(quote), body)]


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _events(body: str, gold: Row, read: Row, alias: Mapping[str, str], into: Tally, with_reality: bool) -> None:
    wanted, left, hit = list(gold["events"]), list(read["events"]), 0

    def who(row: Row) -> str | None:
        name = norm(row.get("person"))
        return alias.get(name, name) if name else None

    def fits(one: Row, label: Row, in_place: bool) -> bool:
        if (
            one["type"] != label["type"]
            or who(one) != who(label)
            or (with_reality and one["reality"] != label["reality"])
        ):
            return False
        if in_place:
            return _touch(_spans(body, label), _spans(body, one))
        return label.get("person") is not None or (
            label.get("count") is not None and one.get("count") == label["count"]
        )

    for in_place in (True, False):
        for label in list(wanted):
            match = next((one for one in left if fits(one, label, in_place)), None)
            if match is not None:
                left.remove(match)
                wanted.remove(label)
                hit += 1
    if with_reality:
        into.counts["events hit with reality"] += hit
    else:
        into.counts.update(
            {"events hit": hit, "events read": len(read["events"]), "events labelled": len(gold["events"])}
        )


def _figures(body: str, gold: Row, read: Row, alias: Mapping[str, str], into: Tally) -> None:
    left = list(read["figures"])
    into.counts.update({"figures read": len(left), "figures labelled": len(gold["figures"])})
    for label in gold["figures"]:
        fitting = [
            one for one in left if one["value"] == label["value"] and _touch(_spans(body, label), _spans(body, one))
        ]
        fitting.sort(key=lambda one: one["population"] != label["population"])
        if not fitting:
            continue
        match = fitting[0]
        left.remove(match)
        right = {f"{name} right": int(match[name] == label[name]) for name in ("comparator", "population")}
        into.counts.update({"figures hit": 1, **right})
        if label.get("said_by"):
            said, got = norm(label["said_by"]) or "", norm(match.get("said_by"))
            same = got is not None and (said in got or got in said or alias.get(said) == alias.get(got, ""))
            into.counts.update({"speaker labelled": 1, "speaker right": int(same)})


def _false_facts(body: str, gold: Row, read: Row, into: Tally) -> None:
    """Events read as actual where the text only demands, plans or denies one of that kind."""
    for one in (row for row in read["events"] if row["reality"] == "actual"):
        into.counts["events read as actual"] += 1
        alike = [
            label for label in gold["events"]
            if CLOSE.get(label["type"], label["type"]) == CLOSE.get(one["type"], one["type"]) and _touch(_spans(body, one), _spans(body, label))
        ]  # fmt: skip
        into.counts["false facts"] += bool(alike) and all(label["reality"] != "actual" for label in alike)
    into.counts["events labelled unreal"] += sum(label["reality"] != "actual" for label in gold["events"])
