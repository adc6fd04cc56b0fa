"""The rules of the house that no linter knows, as functions from a text to the faults in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from babel import Locale

JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}
#: Names that a library prescribes for a method we override.
PRESCRIBED = {"get_command", "process_exception"}
SQUATS = ("en-core-web-trf", "ru-core-news", "uk-core-news")
WORKPLACE = re.compile(
    r"(?<![\w.~-])/(?:work|root|home|Users|mnt)/|(?<!\.\.)(?<![\w-])/[s]hared/|\bissue #?\d|\bthe farm\b|\bCEO\b|\bsub-?agents?\b"
)
COUNTRY_STEMS = (
    "belarus", "lukashenk", "minsk", "russia", "kremlin", "moscow", "putin", "venezuel", "caracas", "nicaragu", "myanmar",
    "burm", "azerbaijan", "turkmenistan", "tajikistan", "eritrea", "viasna", "vesna",
)  # fmt: skip
#: Not countries, or publishers of formats.
NOT_COUNTRIES = {"EU", "EZ", "UN", "US", "QO", "XA", "XB", "ZZ"}
PREDICATE_KEYS = {"label", "about", "time", "cardinality", "sensitivity", "fields", "example"}


def is_one_docstring_line(text: str) -> bool:
    """Whether a file is one line, and that line a docstring."""
    body = ast.parse(text).body
    lone = len(body) == 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    return lone and len(text.strip().splitlines()) == 1 and ast.get_docstring(ast.parse(text)) is not None


#: Django looks for a database backend under this name and no other.
NAMED_BY_DJANGO = PurePath("src/habeas/web/accounts_db/base.py")


def junk_drawers(paths: Iterable[PurePath]) -> list[str]:
    """Files and folders named for nothing in particular."""
    return [
        str(path)
        for path in paths
        if path != NAMED_BY_DJANGO and JUNK_DRAWERS & {part.split(".")[0].strip("_").lower() for part in path.parts}
    ]


def functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def long_functions(text: str, limit: int) -> list[str]:
    """Functions of more than `limit` lines, docstring included."""
    lengths = [(node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions(text)]
    return [f"{name}: {length} lines" for name, length in lengths if length > limit]


def vague_functions(text: str) -> list[str]:
    """Functions whose name says neither question nor deed."""
    names = [node.name for node in functions(text)]
    return [name for name in names if re.match(r"_*(get|handle|process)_", name) and name not in PRESCRIBED]


def imported(text: str) -> set[str]:
    """Top-level names of what a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def country_words(extra: Iterable[str] = ()) -> tuple[re.Pattern[str], set[str]]:
    """A pattern of words that belong to one country, and the names of languages, which may be spoken of."""
    english = Locale("en")
    names = [
        n for code, n in english.territories.items() if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    ]
    whole = "|".join(sorted((re.escape(name) for name in {*names, *extra}), key=len, reverse=True))
    stems = "|".join(COUNTRY_STEMS)
    return re.compile(rf"\b(?:{whole})\b|\b(?i:{stems})\w*"), {name.lower() for name in english.languages.values()}


def named_countries(text: str, words: tuple[re.Pattern[str], set[str]]) -> list[str]:
    """Words of one country, anywhere in a file."""
    pattern, languages = words
    return [word for word in pattern.findall(text) if word.lower() not in languages]


def country_codes(text: str, codes: Iterable[str]) -> list[str]:
    """Rules keyed to a code: a capital ISO code as a literal, or a country compared with a literal."""
    capitals = {code.upper() for code in codes}
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and node.value in capitals:
            found.append(f"line {node.lineno}: {node.value!r}")
        elif isinstance(node, ast.Compare) and _compares_a_country(node):
            found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


def _compares_a_country(node: ast.Compare) -> bool:
    sides = [node.left, *node.comparators]
    about = any(re.search(r"(?i)countr|territor|jurisdict|nationalit", ast.unparse(side)) for side in sides)
    constants = [c.value for side in sides for c in ast.walk(side) if isinstance(c, ast.Constant)]
    return about and any(isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}", value) for value in constants)


def workplace_words(text: str) -> list[str]:
    """Paths of one machine, and words about where the work was done instead of what it is."""
    return [found[0] for found in WORKPLACE.finditer(text)]


def lock_faults(text: str) -> list[str]:
    """Names that must never be installed, lines without hash, and addresses of a registry."""
    faults = [line for line in text.splitlines() if "://" in line]
    for pin in re.split(r"\n(?=\S)", text.strip()):
        name, _, rest = pin.partition("==")
        if name.startswith(SQUATS) or rest.startswith("999.9.9"):
            faults.append(f"{name}: a squat")
        if "--hash=sha256:" not in rest:
            faults.append(f"{name}: no hash")
    return faults


def predicate_faults(name: str, entry: Mapping[str, Any]) -> list[str]:
    """What a predicate of the vocabulary leaves unsaid."""
    missing = [f"{name}: no {key}" for key in sorted(PREDICATE_KEYS - set(entry))]
    untyped = [f"{name}: field {field} has no type" for field, kind in (entry.get("fields") or {}).items() if not kind]
    return missing + untyped


def command_sections(markdown: str) -> dict[str, str]:
    """What the reference of commands says, by command; "" holds what stands before the first and is said of all."""
    sections = {"": markdown.partition("\n### ")[0]}
    for found in re.finditer(r"^### `habeas ([\w-]+)[^\n]*`\n(.*?)(?=^##|\Z)", markdown, re.MULTILINE | re.DOTALL):
        sections[found[1]] = found[2]
    return sections


def said_options(section: str) -> set[str]:
    """Options that a section explains: those at the head of a list item."""
    heads = re.findall(r"^- ((?:`[^`]+`(?:, )?)+)", section, re.MULTILINE)
    return {option for head in heads for option in re.findall(r"`(--?[a-z][\w-]*)", head)}
