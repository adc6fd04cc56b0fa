"""A mapping: what each column of a list means, as data. Packaged ones are the known formats; a person writes others the same way.

list: lantern                     the name the list is known by
dates: dmy                        the order of days such as 05.08.2020
columns:
  No: id                          who this is within the list; several columns may make one id
  Person: name                    or surname, given, patronymic in columns of their own
  Held since: arrest.when         PREDICATE.FIELD; `when` and `until` are days
  Status: {to: claims, values: {held: [in_custody], free: [at_liberty]}}
  Comment: ignore                 kept in the file, claimed of nobody
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from habeas.claims.lists.days_in_cells import ORDERS
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.country_files import read_yaml
from habeas.kernel.errors import InputRefused, UsageError

#: Parts of one name that stand in columns of their own, in the order in which they make it up.
NAME_PARTS = ("given", "patronymic", "surname")
#: Roles whose cells say who somebody is.
NAMING = ("id", "name", *NAME_PARTS)
#: Stands in a proposed mapping until somebody writes the list's name.
PLACEHOLDER = "NAME_OF_THE_LIST"
ROLES = (*NAMING, "ignore", "claims")
_DAYS = ("when", "until")
_OF_COLUMN = {"to", "values", "split", "words", "with", "also", "if_filled", "then", "apart", "if_ahead"}
_OF_MAPPING = {"list", "title", "speaker", "recognise", "dates", "empty", "columns", "only", "rows", "unnamed"}


@dataclass(frozen=True, slots=True)
class Column:
    """Where cells go: a role, or `predicate` and `part`.

    `values` turns whole cells into claims, `words` (patterns within a cell) add fields, `fixed` fields go along, `also` is said besides.
    `split` cuts a cell into several claims; None = never. `apart`: each cell is a claim of its own. Where a column of `if_filled` holds something, cells go to `then` instead;
    a day after the list's own goes to `if_ahead`, since nobody can tell of it as having happened.
    """

    to: str
    values: Map[str, tuple[Any, ...]] = field(default_factory=dict)
    words: tuple[tuple[re.Pattern[str], Map[str, Any]], ...] = ()
    fixed: Map[str, Any] = field(default_factory=dict)
    also: tuple[Any, ...] = ()
    split: re.Pattern[str] | None = None
    if_filled: tuple[str, ...] = ()
    then: str | None = None
    apart: bool = False
    if_ahead: str | None = None

    @property
    def is_role(self) -> bool:
        """Whether cells go to a role rather than to a predicate."""
        return self.to in ROLES

    @property
    def makes_claims(self) -> bool:
        """Whether cells make claims, rather than say who somebody is or nothing at all."""
        return self.to == "claims" or self.to not in ROLES


@dataclass(frozen=True, slots=True)
class Mapping:
    """`format` is its file's name; `dates` None = no order declared; `only` keeps rows whose column holds one of the values.

    `unnamed`: columns (or patterns) that together make the name of somebody whom no column of a name names; the first that hold anything.
    """

    format: str
    list_name: str
    columns: Map[str, Column]
    recognise: tuple[str, ...] = ()
    dates: str | None = None
    empty: frozenset[str] = frozenset()
    speaker: str | None = None
    only: Map[str, tuple[str, ...]] = field(default_factory=dict)
    packaged: bool = False
    unnamed: tuple[tuple[str, ...], ...] = ()
    _met: dict[str, Column | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def column(self, name: str) -> Column | None:
        """The column of that name, or of a pattern that fits it; None = not mapped."""
        try:
            return self._met[name]  # asked for every cell of a list, of the few names in its header
        except KeyError:
            found = self._met[name] = self.columns.get(name) or self._fitting(name)
            return found

    def _fitting(self, name: str) -> Column | None:
        return next((c for pattern, c in self.columns.items() if "*" in pattern and fnmatchcase(name, pattern)), None)

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a file with this header is of this format."""
        return bool(self.recognise) and all(any(fnmatchcase(h, wanted) for h in header) for wanted in self.recognise)


@lru_cache(maxsize=1)
def known_formats() -> Map[str, Mapping]:
    """The packaged formats by name."""
    files = resources.files("habeas.claims.lists").joinpath("formats").iterdir()
    texts = {f.name.removesuffix(".yml"): f.read_text("utf-8") for f in files if f.name.endswith(".yml")}
    return {name: mapping_of(read_yaml(texts[name], name), name, packaged=True) for name in sorted(texts)}


def mapping_file(path: str) -> Mapping:
    """A mapping written by hand. Raises InputRefused naming the line at fault."""
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused(
            f"{path}: the mapping cannot be read ({error}); check its name, and save it as UTF-8"
        ) from error
    return mapping_of(read_yaml(text, path), Path(path).stem, name=path)


def mapping_of(raw: Map[str, Any], format_name: str, *, name: str | None = None, packaged: bool = False) -> Mapping:
    """A mapping from its YAML. Raises InputRefused for words it does not know."""
    where = name or f"{format_name}.yml"
    unknown = sorted(set(raw) - _OF_MAPPING)
    if unknown:
        raise InputRefused(f"{where}: '{unknown[0]}' is no part of a mapping; use {', '.join(sorted(_OF_MAPPING))}")
    if not isinstance(raw.get("columns"), dict) or not raw["columns"]:
        raise InputRefused(
            f"{where}: no columns; write 'columns:' and under it one line 'HEADER: PREDICATE.FIELD' for each"
        )
    if raw.get("dates") not in (None, *ORDERS):
        raise InputRefused(f"{where}: dates is '{raw['dates']}'; write dmy (day first) or mdy (month first)")
    columns = {str(header): _column(str(header), said, where) for header, said in raw["columns"].items()}
    if not any(column.to in ("name", "surname") for column in columns.values()):
        raise InputRefused(
            f"{where}: no column is the name; write 'HEADER: name' for one, or surname and given for two"
        )
    only = {str(k): tuple(str(v) for v in values) for k, values in (raw.get("only") or {}).items()}
    return Mapping(
        format_name, str(raw.get("list") or format_name), columns, tuple(str(w) for w in raw.get("recognise", ())), raw.get("dates"),
        frozenset(str(e).casefold() for e in raw.get("empty", ())), raw.get("speaker"), only, packaged,
        tuple(tuple(str(column) for column in columns) for columns in raw.get("unnamed", ())),
    )  # fmt: skip


def _column(header: str, said: Any, where: str) -> Column:
    told = {"to": said} if isinstance(said, str) else said
    if not isinstance(told, dict) or not isinstance(told.get("to"), str) or set(told) - _OF_COLUMN:
        raise InputRefused(
            f"{where}: column '{header}': write PREDICATE.FIELD, id, name (or surname, given, patronymic) or ignore; see docs/lists.md"
        )
    for target in (told["to"], told.get("then"), told.get("if_ahead")):
        _refuse_unknown(target, header, where)
    values = {str(k).casefold(): tuple(v) for k, v in (told.get("values") or {}).items() if isinstance(v, list)}
    coded = {str(k).casefold(): (v,) for k, v in (told.get("values") or {}).items() if not isinstance(v, list)}
    for effect in (effect for effects in (*values.values(), told.get("also", ())) for effect in effects):
        _refuse_unknown_effect(effect, header, where)
    try:
        words = tuple(
            (re.compile(rf"\b(?:{p})", re.IGNORECASE), fields) for p, fields in (told.get("words") or {}).items()
        )
        split = re.compile(told["split"]) if told.get("split") else None
    except re.error as error:
        raise InputRefused(f"{where}: column '{header}': no regular expression ({error}); correct it") from error
    return Column(
        told["to"], {**values, **coded}, words, dict(told.get("with") or {}), tuple(told.get("also", ())), split,
        tuple(told.get("if_filled", ())), told.get("then"), bool(told.get("apart")) or split is not None or "*" in header,
        told.get("if_ahead"),
    )  # fmt: skip


def _refuse_unknown(target: Any, header: str, where: str) -> None:
    if target is None or target in ROLES:
        return
    name, dot, part = str(target).partition(".")
    try:
        predicate = vocabulary().predicate(name)
    except InputRefused as error:
        raise InputRefused(f"{where}: column '{header}': {error}") from error
    days = () if predicate.time == "none" else _DAYS if predicate.time == "stretch" else ("when",)
    parts = (*days, *predicate.fields, *(("term",) if "term_years" in predicate.fields else ()))
    if not dot or part not in parts:
        raise InputRefused(f"{where}: column '{header}': {name} has no part '{part}'; it has {', '.join(parts)}")


def _refuse_unknown_effect(effect: Any, header: str, where: str) -> None:
    name = (
        effect
        if isinstance(effect, str)
        else next(iter(effect.items()))
        if isinstance(effect, dict) and effect
        else None
    )
    if isinstance(name, tuple):
        name = name[1] if name[0] == "not" else name[0]
    try:
        vocabulary().predicate(str(name))
    except InputRefused as error:
        raise InputRefused(f"{where}: column '{header}': {error}") from error


def format_of(header: Sequence[str], wanted: str | None) -> Mapping | None:
    """The packaged format asked for, or the one the header fits; None = no format known. Raises UsageError for an unknown name."""
    formats = known_formats()
    if wanted is not None:
        if wanted not in formats:
            raise UsageError(f"--format {wanted}: no such format; there are claims, counts, {', '.join(formats)}")
        return formats[wanted]
    return next((mapping for mapping in formats.values() if mapping.fits(header)), None)
