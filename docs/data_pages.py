"""Fills pages from the data they describe, so that the documentation cannot drift from it.

A page holds a line such as `<!-- fill: vocabulary -->`; the build puts the text in its place. Everything is read from files;
nothing of habeas is imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
FETCHED = re.compile(r"""<(?:script|img|iframe|link)\b[^>]*?\b(?:src|href)=["']?((?:https?:)?//[^"'\s>]+)""")
MARKER = re.compile(r"^<!-- fill: (\S+)(?: (.+?))? -->$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: object) -> str:
    """Called by mkdocs for every page."""
    return MARKER.sub(lambda found: FILLERS[found[1]](found[2] or ""), markdown)


def on_post_page(output: str, **_: object) -> str:
    """Called by mkdocs for every finished page. Raises ValueError when a reader's browser would fetch from elsewhere."""
    if found := FETCHED.search(output):
        raise ValueError(f"a page would fetch {found[1]}; keep that file in docs/ instead")
    return output


def vocabulary(_: str = "") -> str:
    """Every predicate, then every coded value."""
    content = read(ROOT / "src/habeas/claims/vocabulary.yml")
    parts = [predicate_section(name, entry) for name, entry in content["predicates"].items()]
    for name, values in content.items():
        if name not in ("version", "predicates"):
            parts.append(f"## {spaced(name).capitalize()}\n\n" + "\n".join(coded_values(values)))
    return "\n\n".join(parts)


def predicate_section(name: str, entry: dict[str, Any]) -> str:
    """One predicate as a heading and a table."""
    rows = [f"| {spaced(key)} | {cell(value)} |" for key, value in entry.items()]
    return "\n".join([f"### `{name}`", "", "| | |", "|---|---|", *rows])


def coded_values(values: Any) -> Iterable[str]:
    """A list of codes, with their meaning where the file gives one."""
    if isinstance(values, dict):
        return [f"- `{code}`: {cell(meaning)}" for code, meaning in values.items()]
    return [f"- `{code}`" for code in values]


def definitions(_: str = "") -> str:
    """Every packaged definition with its citation, and its rule as written."""
    return "\n\n".join(definition_section(path) for path in definition_files())


def definition_files() -> list[Path]:
    """Definitions of `figures`, then those that belong to a country."""
    source = ROOT / "src/habeas"
    return [*sorted(source.glob("figures/definitions/*.yml")), *sorted(source.glob("countries/*.definition*.yml"))]


def definition_section(path: Path) -> str:
    """One definition."""
    entry = read(path)
    criteria = [f"- `{name}`: {cell(said['words'])}" for name, said in (entry.get("criteria") or {}).items()]
    rule = yaml.safe_dump(entry.get("rule"), sort_keys=False, allow_unicode=True).rstrip()
    lines = [
        f"## {entry.get('title', path.stem)}", "", f"`{entry.get('id', path.stem)}@{entry.get('version', '?')}`", "",
        str(entry.get("citation", "")).strip(), "", f"- headline: {entry.get('headline', '')}",
        f"- staleness: {entry.get('staleness_days', '')} days", "", *criteria, "", "```yaml", rule, "```",
    ]  # fmt: skip
    return "\n".join(lines)


def readme_section(heading: str) -> str:
    """The part of README.md under `heading`, or a word that it is not written yet."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return from_docs(found[1].strip()) if found else "Not written yet."


def file_text(name: str) -> str:
    """A file of the repository's root, its links turned to point from docs/."""
    return from_docs((ROOT / name).read_text(encoding="utf-8"))


def from_docs(text: str) -> str:
    """Links into docs/ lose that prefix; links to other files of the root become plain text."""
    text = re.sub(r"\]\(docs/", "](", text)
    return re.sub(r"\[([^\]]+)\]\((?:LICENSE|[A-Z]+\.md|src/[^)]*|tests/[^)]*|benchmarks/[^)]*)\)", r"\1", text)


def python_modules(package: str) -> str:
    """mkdocstrings' line for every module of a package."""
    folder = ROOT / "src" / package.replace(".", "/")
    modules = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    return "\n\n".join(f"::: {package}.{module}" for module in modules)


def decisions(_: str = "") -> str:
    """Every decision record by its title."""
    records = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    titles = [(path, path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ").strip()) for path in records]
    return "\n".join(f"- [{title}]({path.name})" for path, title in titles)


def read(path: Path) -> dict[str, Any]:
    """One YAML file."""
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def cell(value: Any) -> str:
    """A value on one line of a table."""
    if isinstance(value, dict):
        return ", ".join(f"`{key}`: {cell(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(cell(inner) for inner in value)
    return " ".join(str(value).split()).replace("|", "\\|")


def spaced(name: str) -> str:
    """A key as words."""
    return name.replace("_", " ")


FILLERS: dict[str, Callable[[str], str]] = {
    "vocabulary": vocabulary,
    "definitions": definitions,
    "readme": readme_section,
    "file": file_text,
    "python": python_modules,
    "decisions": decisions,
}
