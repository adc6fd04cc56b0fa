"""An invented country with planted truth: people, their custody over five years, and the claims that sources made of it.

Nobody here exists. Names are put together from syllables of no language, the country is Veldania, its organisation is Lantern and
its paper the Veldan Courier. The same seed gives the same country. What really happened is returned beside what was claimed, so
that answers can be held against it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from habeas.names.readings import coarse_readings

FIRST, LAST = date(2020, 1, 1), date(2024, 12, 31)
DECREES = (date(2022, 7, 4), date(2023, 7, 3), date(2024, 7, 3))
_GIVEN = (
    "Alna",
    "Borim",
    "Cestra",
    "Dovek",
    "Elvira-Sun",
    "Fenno",
    "Gralia",
    "Hesto",
    "Ilvane",
    "Joruk",
    "Kelda",
    "Lorim",
    "Mavra-Li",
    "Nestok",
)
_FIRST_PART = (
    "Bran",
    "Vel",
    "Tor",
    "Kest",
    "Mird",
    "Olv",
    "Pras",
    "Quen",
    "Rusk",
    "Salm",
    "Trev",
    "Ulv",
    "Vost",
    "Wend",
    "Yarn",
    "Zolt",
)
_MIDDLE = ("a", "e", "i", "o", "u", "ar", "el", "in", "or", "ut")
_LAST_PART = ("bel", "dane", "fell", "gard", "ling", "mont", "nok", "rim", "sard", "tov", "vane", "wick")
#: Put before the last part where so many people are asked for that the names above run out.
_MORE = ("bo", "da", "fi", "gu", "ke", "lo", "mi", "nu", "po", "ra", "se", "ti", "vo", "za", "chu", "she")
_FEW = 10_000
_COLONIES = ("Colony 3 (invented)", "Colony 5 (invented)", "Colony 9 (invented)")
_COURTS = ("Orskan District Court (invented)", "Velmar City Court (invented)")
_GROUNDS = ("a comment", "a strike", "a protest", "a donation to nobody", "a photograph")


@dataclass(frozen=True, slots=True)
class Truth:
    """One invented person: really held on the half-open `stretches`; `ways_out` in their order, None while the last goes on."""

    id: str
    name: str
    stretches: tuple[tuple[date, date | None], ...]
    ways_out: tuple[str | None, ...]


@dataclass(slots=True)
class Country:
    """What really happened, and the lines of a claims file that tell of it, in the order in which they were recorded."""

    truth: list[Truth] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)

    def jsonl(self) -> str:
        """The claims file."""
        return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in self.lines)


class _Maker:
    """Makes one country. `tell` writes a claim as a source would, some days later, and recorded later still."""

    def __init__(self, seed: int, people: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - reproducible, not secret
        self.country = Country()
        self.names: set[str] = set()
        self.many = people > _FEW
        self.waves: dict[date, list[dict[str, str]]] = {day: [] for day in DECREES}

    def name(self) -> str:
        while True:
            given = self.dice.choice(_GIVEN)
            first, middle, last = (self.dice.choice(part) for part in (_FIRST_PART, _MIDDLE, _LAST_PART))
            family = f"{first}{middle}{self.dice.choice(_MORE) if self.many else ''}{last}"
            # names that read alike would be namesakes by chance; those that are, are planted
            read = f"{given} {coarse_readings(family.lower())[0]}"
            if read not in self.names or self.dice.random() < 0.01:
                self.names.add(read)
                return f"{given} {family}"

    def tell(self, who: dict[str, str], predicate: str, on: date, **more: Any) -> None:
        lag = more.pop("lag", self.dice.choice((1, 1, 2, 3, 7)))
        published = on + timedelta(days=lag)
        late = self.dice.choice((0, 0, 1, 2)) if self.dice.random() < 0.9 else self.dice.randint(30, 200)
        valid = more.pop("valid", on.isoformat())
        paper = more.pop("paper", "Lantern bulletin" if self.dice.random() < 0.7 else "Veldan Courier")
        self.country.lines.append({
            "subject": who, "predicate": predicate, "valid": valid, "source": f"{paper} {published.isoformat()} (invented)",
            "published_on": published.isoformat(), "recorded_at": (published + timedelta(days=late)).isoformat(), **more,
        })  # fmt: skip


def invented_country(people: int = 1500, seed: int = 7) -> Country:
    """Make a country of `people` persons held at some time between FIRST and LAST. Beyond 10,000 their surnames are longer, being more."""
    maker = _Maker(seed, people)
    for number in range(people):
        _person(maker, {"id": f"veldania-{number:05d}", "name": maker.name()})
    _tell_waves(maker)
    maker.country.lines.sort(key=lambda line: (line["recorded_at"], json.dumps(line, sort_keys=True)))
    return maker.country


def _person(maker: _Maker, who: dict[str, str]) -> None:
    dice = maker.dice
    arrested = FIRST + timedelta(days=dice.randint(0, (LAST - FIRST).days - 60))
    if dice.random() < 0.12:
        _administrative(maker, who, arrested)
        return
    imprecise = dice.random() < 0.06
    maker.tell(
        who,
        "arrest",
        arrested,
        valid=arrested.isoformat()[: 7 if imprecise else 10],
        ground=dice.choice(_GROUNDS),
        place_kind="pre_trial",
    )
    if dice.random() < 0.03:
        maker.tell(who, "arrest", arrested + timedelta(days=dice.randint(1, 3)), paper="Veldan Courier")
    if dice.random() < 0.85:
        maker.tell(who, "recognised", arrested + timedelta(days=dice.randint(10, 60)), body="Lantern")
        maker.tell(who, "described_as_political_prisoner", arrested + timedelta(days=12), **{"as": "called"})
    maker.tell(who, "charge", arrested + timedelta(days=10), article="Art. 17 (invented)")
    if dice.random() < 0.05:
        out = arrested + timedelta(days=dice.randint(40, 150))
        _leave(maker, who, arrested, out, dice.choice(("acquitted", "charge_dropped", "lighter_measure")))
        return
    _sentenced(maker, who, arrested)


def _administrative(maker: _Maker, who: dict[str, str], arrested: date) -> None:
    term = maker.dice.choice((10, 15, 30))
    maker.tell(who, "administrative_arrest", arrested, term_days=term, by="the police (invented)")
    maker.tell(who, "described_as_political_prisoner", arrested + timedelta(days=1), **{"as": "called"})
    out = arrested + timedelta(days=term)
    told = maker.dice.random() < 0.6
    if told:
        maker.tell(who, "release", out, way_out="term_expired")
    maker.country.truth.append(Truth(who["id"], who["name"], ((arrested, out),), ("term_expired",)))


def _sentenced(maker: _Maker, who: dict[str, str], arrested: date) -> None:
    dice = maker.dice
    verdict = arrested + timedelta(days=dice.randint(90, 300))
    years = dice.choice((1, 1.5, 2, 2.5, 3, 4, 5, 7, 9))
    due = arrested + timedelta(days=round(years * 365.25))
    if verdict < LAST:
        maker.tell(who, "sentence", verdict, term_years=years, court=dice.choice(_COURTS))
        maker.tell(who, "transfer", verdict + timedelta(days=40), place=dice.choice(_COLONIES), place_kind="prison")
    for year in range(arrested.year + 1, LAST.year + 1):
        sign = date(year, dice.randint(1, 12), dice.randint(1, 28))
        if verdict < sign < min(due, LAST):
            maker.tell(who, dice.choice(("last_contact", "punishment_cell", "in_custody")), sign, lag=14)
    due = _charged_again(maker, who, due)
    _outcome(maker, who, arrested, verdict, due)


def _charged_again(maker: _Maker, who: dict[str, str], due: date) -> date:
    """Some are charged a few weeks before they would be out, and stay."""
    if maker.dice.random() > 0.08 or due > LAST:
        return due
    charged = due - timedelta(days=maker.dice.randint(5, 60))
    maker.tell(who, "new_charge", charged, before_due=True, article="Art. 23 (invented)")
    maker.tell(who, "term_prolonged", due - timedelta(days=1), term_years=1)
    return due + timedelta(days=365)


def _outcome(maker: _Maker, who: dict[str, str], arrested: date, verdict: date, due: date) -> None:
    dice = maker.dice
    decree = next((day for day in DECREES if verdict < day < due), None)
    fate = dice.random()
    if fate < 0.012 and verdict + timedelta(days=90) < min(due, LAST):
        died = verdict + timedelta(days=dice.randint(30, 89))
        maker.tell(who, "death_in_custody", died, place=dice.choice(_COLONIES))
        maker.country.truth.append(Truth(who["id"], who["name"], ((arrested, died),), ("died",)))
    elif decree is not None and dice.random() < 0.18 + 0.3 * ((due - decree).days < 200):
        maker.waves[decree].append(who)
        _leave(maker, who, arrested, decree, "pardon", told=dice.random() < 0.7)
    elif fate < 0.06 and verdict + timedelta(days=200) < min(due, LAST):
        out = verdict + timedelta(days=dice.randint(100, 199))
        _leave(
            maker,
            who,
            arrested,
            out,
            dice.choice(("exchange", "expelled_on_release", "parole", "amnesty", "sentence_lifted")),
        )
    elif due <= LAST:
        _leave(maker, who, arrested, due, "served_in_full")
    else:
        maker.country.truth.append(Truth(who["id"], who["name"], ((arrested, None),), (None,)))


def _leave(maker: _Maker, who: dict[str, str], arrested: date, out: date, way: str, told: bool = True) -> None:
    dice = maker.dice
    if out > LAST:
        maker.country.truth.append(Truth(who["id"], who["name"], ((arrested, None),), (None,)))
        return
    if told:
        season = f"{out.year}-22" if out.month in (6, 7, 8) and dice.random() < 0.1 else out.isoformat()
        predicate = {"exchange": "exchange", "expelled_on_release": "expulsion"}.get(way, "release")
        more: dict[str, Any] = {"way_out": way} if predicate == "release" else {"destination": "abroad"}
        maker.tell(who, predicate, out, valid=season, lag=90 if season != out.isoformat() else 1, **more)
    if way == "expelled_on_release":
        maker.tell(who, "passport_taken", out)
        maker.tell(who, "citizenship_loss", out, extent="in effect")
    elif dice.random() < 0.25:
        maker.tell(
            who,
            "condition",
            out,
            valid=f"{out.isoformat()}/..",
            condition=dice.choice(("surveillance", "travel_ban", "speaking_ban")),
        )
    again = out + timedelta(days=dice.randint(20, 300))
    if dice.random() < 0.06 and again < LAST and way not in ("exchange", "expelled_on_release"):
        maker.tell(who, "rearrest", again, place_kind="pre_trial")
        maker.country.truth.append(Truth(who["id"], who["name"], ((arrested, out), (again, None)), (way, None)))
        return
    if dice.random() < 0.01:
        maker.tell(who, "death_after_release", out + timedelta(days=dice.randint(10, 200)))
    maker.country.truth.append(Truth(who["id"], who["name"], ((arrested, out),), (way,)))


def _tell_waves(maker: _Maker) -> None:
    """The paper tells each decree as a group and names some of those released; the rest stays a number there."""
    for day, freed in maker.waves.items():
        if freed:
            named = sorted(freed, key=lambda who: who["id"])[: max(1, len(freed) * 3 // 4)]
            maker.country.lines.append({
                "predicate": "release", "count": len(freed) + 6, "comparator": "exact", "members": named, "valid": day.isoformat(),
                "way_out": "pardon", "act": f"decree of {day.isoformat()} (invented)", "source": f"Veldan Courier {day.isoformat()} decree (invented)",
                "published_on": (day + timedelta(days=1)).isoformat(), "recorded_at": (day + timedelta(days=2)).isoformat(),
            })  # fmt: skip
            maker.country.lines.append({
                "predicate": "figure", "value": len(freed) + 6, "population": "released", "comparator": "exact", "since": day.isoformat(),
                "until": day.isoformat(), "source": f"Veldan Courier {day.isoformat()} decree (invented)", "scope": "pardoned",
                "published_on": (day + timedelta(days=1)).isoformat(), "recorded_at": (day + timedelta(days=2)).isoformat(),
                "speaker": "the Veldanian side (invented)",
            })  # fmt: skip


def truly_held(country: Country, day: date) -> Iterator[Truth]:
    """Everybody really held on `day`."""
    for person in country.truth:
        if any(start <= day and (until is None or day < until) for start, until in person.stretches):
            yield person
