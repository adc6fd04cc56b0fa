"""Definitions as files: one YAML file each, checked whole before anything is counted by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from habeas.claims.vocabulary import vocabulary
from habeas.kernel.country_files import read_yaml
from habeas.kernel.errors import InputRefused

#: A year that has every day.
_LEAP_YEAR = 2024
_TEXTS = ("title", "citation", "headline")
_ALL = {*_TEXTS, "id", "version", "rule", "staleness_days", "place_kinds", "snapshot", "parameter", "criteria"}


def definitions_in(own_folder: str | None) -> dict[str, dict[str, Any]]:
    """The packaged definitions by id, and those of a folder of one's own (*.yml). Raises InputRefused naming file and field."""
    packaged = resources.files("habeas.figures").joinpath("definitions").iterdir()
    found = {one["id"]: one for one in (_definition(f.name, f.read_text("utf-8")) for f in packaged)}
    for path in sorted(Path(own_folder).glob("*.yml")) if own_folder else ():
        own = _definition(str(path), _text(path))
        there = found.get(own["id"])
        if there is not None and there["version"] == own["version"] and there != own:
            raise InputRefused(
                f"{path}: {own['id']}@{own['version']} is another rule already; give this one its own id or version"
            )
        found[own["id"]] = own
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused(f"{path}: cannot be read ({error}); save it as UTF-8") from error


def _definition(name: str, text: str) -> dict[str, Any]:
    content = read_yaml(text, name)
    unknown = sorted(str(key) for key in content.keys() - _ALL)
    if unknown:
        raise InputRefused(f"{name}: '{unknown[0]}' is no part of a definition; use {', '.join(sorted(_ALL))}")
    _want(name, "id", content.get("id"), isinstance(content.get("id"), str) and bool(content.get("id")), "a name")
    _want(name, "version", content.get("version"), _is_number(content.get("version")), "a whole number")
    for field in _TEXTS:
        _want(name, field, content.get(field), isinstance(content.get(field), str), "a text")
    _check_headline(name, content["headline"])
    _check_limits(name, content)
    _check_rule(name, content.get("rule"))
    return content


def _want(name: str, field: str, given: Any, right: bool, wanted: str) -> None:
    if not right:
        raise InputRefused(f"{name}: {field} is {given!r}; write {wanted}")


def _is_number(given: Any) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and given >= 0


def _check_headline(name: str, headline: str) -> None:
    try:
        said = headline.format(certain="7", parameter="somebody")
    except (KeyError, IndexError, ValueError) as error:
        raise InputRefused(
            f"{name}: headline holds braces other than {{certain}} and {{parameter}} ({error}); correct it"
        ) from error
    _want(name, "headline", headline, "7" in said, "where the number goes as {certain}")


def _check_limits(name: str, content: Mapping[str, Any]) -> None:
    staleness, kinds, snapshot = (content.get(field) for field in ("staleness_days", "place_kinds", "snapshot"))
    _want(
        name,
        "staleness_days",
        staleness,
        staleness is None or _is_number(staleness),
        "a whole number of days, or leave it out",
    )
    known = vocabulary().codes["place_kind"]
    right = kinds is None or (isinstance(kinds, list) and bool(kinds) and all(kind in known for kind in kinds))
    _want(name, "place_kinds", kinds, right, f"a list out of {', '.join(known)}")
    if snapshot is not None:
        _want(name, "snapshot", snapshot, _is_day(snapshot), "{month: 12, day: 1}")


def _is_day(snapshot: Any) -> bool:
    try:
        date(_LEAP_YEAR, snapshot["month"], snapshot["day"])
    except (TypeError, KeyError, ValueError):
        return False
    return set(snapshot) <= {"month", "day", "moment"} and snapshot.get("moment", "day") in ("day", "first hour")


def _check_rule(name: str, rule: Any) -> None:
    _want(
        name, "rule", rule, isinstance(rule, dict) and len(rule) == 1, f"one of {', '.join(_PARTS)} and what it takes"
    )
    ((kind, inner),) = rule.items()
    if kind not in _PARTS:
        raise InputRefused(f"{name}: '{kind}' is no rule; use one of {', '.join(_PARTS)}")
    _PARTS[kind](name, kind, inner)


def _check_several(name: str, kind: str, inner: Any) -> None:
    _want(name, kind, inner, isinstance(inner, list) and bool(inner), "a list of rules")
    for part in inner:
        _check_rule(name, part)


def _check_one(name: str, _kind: str, inner: Any) -> None:
    _check_rule(name, inner)


def _takes(**fields: bool) -> Callable[[str, str, Any], None]:
    """Which fields a rule takes, each a text or a list of texts, and whether it has to be there."""

    def check(name: str, kind: str, inner: Any) -> None:
        given = {} if inner is None else inner
        _want(
            name,
            kind,
            inner,
            isinstance(given, dict) and given.keys() <= fields.keys(),
            f"only {', '.join(fields) or 'nothing'}",
        )
        for field, needed in fields.items():
            said = given.get(field)
            texts = said if isinstance(said, list) else [said]
            right = (said is None and not needed) or (
                all(isinstance(one, str | int) and one != "" for one in texts) and bool(texts)
            )
            _want(name, f"{kind}.{field}", said, right, "a text" if needed else "a text, or leave it out")

    return check


_PARTS: Mapping[str, Callable[[str, str, Any], None]] = {
    "described": _takes(), "recognised": _takes(body=True), "assessment": _takes(standard=True, criterion=True),
    "occupation": _takes(words=True, unless=False), "any": _check_several, "all": _check_several, "not": _check_one,
    "assumed_no": _check_one,
}  # fmt: skip
