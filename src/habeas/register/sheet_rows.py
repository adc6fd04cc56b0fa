"""The rows of the working sheet: what each cell shows of a person, and which claims stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from habeas.claims.claim import Claim
from habeas.claims.lists.asserted import AssertionKey, assertion_key
from habeas.claims.lists.sheet_columns import (
    ABSENT,
    BETWEEN,
    SheetColumn,
    sheet_columns,
    shown_by,
)
from habeas.claims.vocabulary import vocabulary
from habeas.custody.status import is_nothing_known, status_on
from habeas.drawing.workbook import fit_for_a_cell
from habeas.figures.definitions import definition
from habeas.figures.evidence import Evidence
from habeas.register.known import Known
from habeas.sources.locator import Cell, parse_locator

_STATUS = {"yes": "in custody", "no": "not in custody"}
_NOTHING_KNOWN = "nothing known of custody"
_STATES = ("in_custody", "at_liberty")
_LIFE = "life imprisonment"
_DAY = 365
_TERM = {"term_years", "term_days", "life", "told_term"}


@dataclass(frozen=True, slots=True)
class Item:
    """One value of each column of a group, and the claims that say so, the first of them told best."""

    texts: tuple[str, ...]
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One person: `cells` by column, absent where empty; `items` by group."""

    person: str
    cells: dict[str, str]
    items: dict[str, list[Item]]


def shown_row(now: Known, evidence: Evidence, day: date) -> ShownRow:
    """A person's row, its computed columns aside."""
    items: dict[str, list[Item]] = {}
    for name, group in sheet_columns().groups.items():
        items[name] = list(_items(evidence, name, group, day))
    cells = {"id": evidence.person.id}
    for name, group in sheet_columns().groups.items():
        for place, column in enumerate(group):
            cells[column.name] = _joined([item.texts[place] for item in items[name]])
    cells["sources"] = BETWEEN.join(
        sorted({now.sources[c.source].name for c in evidence.claims if c.source in now.sources})
    )
    return ShownRow(
        evidence.person.id, {column: said for column, text in cells.items() if (said := fit_for_a_cell(text))}, items
    )


def is_of_sheet(claim: Claim) -> bool:
    """Whether an editor made the claim in a working sheet: it names cells, and no version of a list."""
    return claim.told_in is None and bool(claim.cells)


def shown_fields(predicate: str) -> frozenset[str]:
    """Fields of a claim that the columns of its group show."""
    group = next((g for g in sheet_columns().groups.values() if predicate in shown_by(g)[:1]), ())
    return fields_of(group)


def fields_of(columns: Iterable[SheetColumn]) -> frozenset[str]:
    """Fields of a claim that these columns show."""
    told = {field for column in columns for field in (column.part, *column.fixed)}
    return frozenset(told | (_TERM if "term" in told else set()))


def texts_of(claim: Claim, group: Sequence[SheetColumn]) -> tuple[str, ...]:
    """What each column of a group shows of one claim; "" = nothing."""
    return tuple(_text(claim, column) for column in group)


def shown_saying(claim: Claim) -> AssertionKey:
    """What a claim says as far as the sheet shows it, to be compared with what cells assert."""
    shown = shown_fields(claim.predicate)
    value = {name: said for name, said in claim.value.items() if not shown or name in shown}
    return assertion_key(claim.predicate, value, claim.when.text, None if claim.until is None else claim.until.text)


def _joined(texts: Sequence[str]) -> str:
    """Values in their places; those that are not known are marked where others follow."""
    known = max((n for n, text in enumerate(texts, start=1) if text), default=0)
    return BETWEEN.join(text or ABSENT for text in texts[:known])


def _items(evidence: Evidence, name: str, group: Sequence[SheetColumn], day: date) -> Iterable[Item]:
    if name == "name":
        return [Item((_shown_name(evidence),))]
    if name == "other names":
        return _other_names(evidence)
    if name == "political prisoner":
        return _called(evidence)
    if name == "status":
        return [_status(evidence, day)]
    told = [
        c for c in evidence.claims if c.predicate in shown_by(group) and c.reality == "actual" and _has_fixed(c, group)
    ]
    found = [Item(texts_of(c, group), (c,)) for c in told]
    found = [item for item in found if any(item.texts)]
    if group[0].state:
        return sorted(found, key=_told_last)[-1:]
    return _without_repeats(sorted(found, key=_in_time))


def _shown_name(evidence: Evidence) -> str:
    """The name last written over in a working sheet, else the fullest one."""
    written = [c for c in evidence.claims if c.predicate == "name" and "name" in _columns_of(c)]
    return str(max(written, key=_recorded).value["text"]) if written else evidence.person.name


def _columns_of(claim: Claim) -> list[str]:
    if not is_of_sheet(claim):
        return []
    return [place.column for cell in claim.cells if isinstance(place := parse_locator(cell), Cell)]


def _other_names(evidence: Evidence) -> Iterator[Item]:
    claims: dict[str, list[Claim]] = {_one_value(name): [] for name in evidence.person.names}
    for claim in evidence.claims:
        if claim.predicate == "name":
            claims.setdefault(_one_value(str(claim.value.get("text", ""))), []).append(claim)
    shown = _one_value(_shown_name(evidence))
    yield from (Item((name,), tuple(behind)) for name, behind in sorted(claims.items()) if name and name != shown)


def _called(evidence: Evidence) -> list[Item]:
    told = [c for c in evidence.claims if c.predicate == "described_as_political_prisoner" and c.reality == "actual"]
    now = [c for c in told if not c.value.get("former")]
    return [Item(("yes" if now else "former",), tuple(now or told))] if told else []


def _status(evidence: Evidence, day: date) -> Item:
    """The status on the day of the sheet; behind it stands what was entered of that day in a sheet before."""
    answer = status_on(evidence.held, day, definition().staleness).answer
    told = [c for c in evidence.claims if is_of_sheet(c) and c.when.text == day.isoformat() and c.predicate in _STATES]
    said = _NOTHING_KNOWN if is_nothing_known(evidence.held, day) else _STATUS.get(answer, answer)
    return Item((said,), tuple(told))


def _has_fixed(claim: Claim, group: Sequence[SheetColumn]) -> bool:
    return all(claim.value.get(field) == wanted for column in group for field, wanted in column.fixed.items())


def _text(claim: Claim, column: SheetColumn) -> str:
    if column.part == "when":
        return claim.when.text
    if column.part == "term":
        return _term(claim)
    if column.part == "way_out":
        told = claim.value.get("way_out") or vocabulary().predicate(claim.predicate).way_out
        return "" if told in (None, "unknown") else str(told)
    return _one_value(str(claim.value.get(column.part, "")))


def _one_value(text: str) -> str:
    """A text that may stand among others in a cell."""
    return " ".join(text.replace(";", ",").split())


def _term(claim: Claim) -> str:
    if claim.value.get("life"):
        return _LIFE
    if days := claim.value.get("term_days"):
        return _counted(round(float(days)), "day")
    if years := claim.value.get("term_years"):
        whole, months = divmod(round(float(years) * 12), 12)
        return " ".join(said for said in (_counted(whole, "year"), _counted(months, "month")) if said) or _counted(
            round(float(years) * _DAY), "day"
        )
    return _one_value(str(claim.value.get("told_term", "")))


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}" if number else ""


def _in_time(item: Item) -> tuple[int, tuple[str, ...]]:
    lo = item.claims[0].when.lo
    return (10**9 if lo is None else lo, item.texts)


def _told_last(item: Item) -> tuple[int, float]:
    claim = item.claims[0]
    last = claim.until.hi if claim.until is not None else claim.when.hi
    return (last or 0, _recorded(claim))


def _recorded(claim: Claim) -> float:
    return claim.recorded_at.timestamp() if claim.recorded_at else 0.0


def _without_repeats(items: Sequence[Item]) -> list[Item]:
    """Values that another one says too, and more, stand behind that one; what tells of one event in several claims is one value."""
    kept: list[Item] = []
    for item in sorted(items, key=lambda i: -sum(map(len, i.texts))):
        place = next((n for n, other in enumerate(kept) if _is_said_by(item, other)), None)
        if place is None:
            place = next((n for n, other in enumerate(kept) if _is_of_one_event(item, other)), None)
        if place is None:
            kept.append(item)
        else:
            other = kept[place]
            # a day or month told less exactly is no text of its own
            texts = tuple(told or text for told, text in zip(other.texts, item.texts, strict=True))
            kept[place] = Item(texts, (*other.claims, *item.claims))
    return sorted(kept, key=_in_time)


def _is_of_one_event(item: Item, other: Item) -> bool:
    """Whether two values of several columns have one day and contradict in nothing; without a day only what an editor wrote joins another."""
    if len(item.texts) == 1 or any(a and b and a != b for a, b in zip(item.texts, other.texts, strict=True)):
        return False
    # the first column of such a group is the day
    day, others_day = item.texts[0], other.texts[0]
    return day == others_day if day or others_day else any(map(is_of_sheet, (*item.claims, *other.claims)))


@lru_cache(maxsize=65536)
def _is_part(text: str, other: str) -> bool:
    return not text or text == other or (len(text) in (4, 7) and text.isascii() and other.startswith(f"{text}-"))


def _is_said_by(item: Item, other: Item) -> bool:
    return all(_is_part(text, told) for text, told in zip(item.texts, other.texts, strict=True))
