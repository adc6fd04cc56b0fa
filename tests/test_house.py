"""The house keeps its own rules. Each rule is also shown a bad sample, so that it is known to be able to fail."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any

import click
import pytest
import yaml
from tests import house

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "habeas"
PYTHON = sorted(SOURCE.rglob("*.py"))
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
KERNEL_MAY_IMPORT = {"rigour", "edtf", "yaml", "habeas"}
NETWORK = {"aiohttp", "http.client", "httpx", "requests", "socket", "urllib.request", "urllib3"}


def inside(path: Path) -> str:
    return str(path.relative_to(ROOT))


def faults_of(paths: list[Path], rule: Any) -> dict[str, Any]:
    """Faults by file; empty = the rule is kept."""
    found = {inside(path): rule(path.read_text(encoding="utf-8")) for path in paths}
    return {path: faults for path, faults in found.items() if faults}


def tracked_files() -> list[Path]:
    """What is, or is about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git repository, so it is not known which files belong to it")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def country_file_names() -> list[Path]:
    return sorted((SOURCE / "countries").glob("*.yml"))


def own_words_of_countries() -> list[str]:
    """Names and nationalities that country files give, whatever their kind."""
    wanted = {"name", "names", "adjective", "adjectives", "demonym", "demonyms", "nationality", "nationalities"}
    words: list[str] = []
    for path in country_file_names():
        for key, value in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            if key in wanted:
                words += [value] if isinstance(value, str) else [word for word in value if isinstance(word, str)]
    return [word for word in words if word[:1].isupper()]


def data_pages() -> ModuleType:
    """The hook that fills the documentation from data."""
    spec = importlib.util.spec_from_file_location("data_pages", ROOT / "docs" / "data_pages.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def the_group() -> click.Group:
    try:
        module = importlib.import_module("habeas.cli.main")
    except ModuleNotFoundError as error:
        pytest.skip(f"the command line cannot be imported yet ({error.name} is missing)")
    return next(value for value in vars(module).values() if isinstance(value, click.Group))


# ---- the tree


def test_every_stage_says_in_one_line_what_it_reads_and_writes() -> None:
    faults = [
        inside(p) for p in PYTHON if p.name == "__init__.py" and not house.is_one_docstring_line(p.read_text("utf-8"))
    ]
    assert not faults
    assert not house.is_one_docstring_line('"""Reads."""\nfrom habeas import kernel\n')
    assert not house.is_one_docstring_line("VERSION = 1\n")


def test_no_file_is_a_junk_drawer() -> None:
    folders = [ROOT / "src", ROOT / "tests", ROOT / "docs", ROOT / "benchmarks"]
    assert not house.junk_drawers(p.relative_to(ROOT) for folder in folders for p in folder.rglob("*.*"))
    assert house.junk_drawers([PurePath("src/habeas/names/utils.py"), PurePath("tests/common/x.py"), PurePath("a/day.py")]) == [
        "src/habeas/names/utils.py", "tests/common/x.py",
    ]  # fmt: skip


def test_countries_hold_no_python() -> None:
    assert not list((SOURCE / "countries").rglob("*.py"))


def test_no_file_is_longer_than_400_lines_and_no_function_than_60() -> None:
    assert not faults_of(PYTHON, lambda text: len(text.splitlines()) > 400)
    assert not faults_of(PYTHON, lambda text: house.long_functions(text, 60))
    assert house.long_functions("def long():\n" + "    pass\n" * 60, 60) == ["long: 61 lines"]


def test_a_function_is_named_for_a_question_or_a_deed() -> None:
    assert not faults_of(PYTHON, house.vague_functions)
    assert house.vague_functions("def get_person(): ...\nclass A:\n  async def _process_x(self): ...\ndef forget_(): ...") == [
        "get_person", "_process_x",
    ]  # fmt: skip


# ---- what may know what


def test_the_kernel_needs_only_the_standard_library_and_three_small_ones() -> None:
    import sys

    allowed = KERNEL_MAY_IMPORT | sys.stdlib_module_names
    kernel = sorted((SOURCE / "kernel").glob("*.py"))
    assert not faults_of(kernel, lambda text: {name.split(".")[0] for name in house.imported(text)} - allowed)
    assert house.imported("def f():\n    import pandas.api\nfrom os import path") == {"pandas.api", "os"}


def test_only_sources_reaches_the_network() -> None:
    others = [path for path in PYTHON if "sources" not in path.relative_to(SOURCE).parts]
    assert not faults_of(others, lambda text: house.imported(text) & NETWORK)


def test_no_rule_is_keyed_to_a_country() -> None:
    rules = [path for path in PYTHON if "tour" not in path.relative_to(SOURCE).parts]
    words = house.country_words(own_words_of_countries())
    codes = {path.name.split(".")[0] for path in country_file_names()} | {"by", "ru"}
    assert not faults_of(rules, lambda text: house.named_countries(text, words))
    assert not faults_of(rules, lambda text: house.country_codes(text, codes))


@pytest.mark.parametrize(
    "sample", ["# as in Belarus", 'if place == "Chad": ...', "LUKASHENKO_DECREE = 1", "x = 'minsk'"]
)
def test_a_word_of_one_country_is_found(sample: str) -> None:
    assert house.named_countries(sample, house.country_words())


def test_a_language_may_be_named_and_a_preposition_is_no_code() -> None:
    assert not house.named_countries("Russian and Belarusian spelling", house.country_words())
    assert house.named_countries("The Veldans", house.country_words(["Veldans"])) == ["Veldans"]
    assert not house.country_codes("PREPOSITIONS = {'by', 'in'}", ["by"])
    assert house.country_codes("PLACE = 'BY'", ["by"])
    assert house.country_codes("if person.country == 'by': ...", ["xx"])


def test_no_file_speaks_of_the_machine_or_the_workplace_it_was_made_on() -> None:
    found = {}
    for path in tracked_files():
        faults = house.workplace_words(path.read_text(encoding="utf-8", errors="ignore"))
        if faults:
            found[inside(path)] = faults
    assert not found
    assert house.workplace_words("see /" + "work/main, /" + "home/ann/x and issue" + " 7") == [
        "/" + "work/", "/" + "home/", "issue" + " 7",
    ]  # fmt: skip
    assert not house.workplace_words("../shared/eval, an issue of the paper, src/works/x")


# ---- what is installed


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_hashes_and_no_squat(lock: Path) -> None:
    assert not house.lock_faults(lock.read_text(encoding="utf-8"))


def test_a_squat_a_bare_pin_and_an_address_are_found_in_a_lock() -> None:
    bad = "en-core-web-trf==3.8.0 \\\n    --hash=sha256:00\nclick==8.1\nlure==999.9.9 --hash=sha256:00\n# https://index.invalid\n"
    assert len(house.lock_faults(bad)) >= 4


def test_there_are_locks_to_look_at() -> None:
    assert {lock.name for lock in LOCKS} >= {"base.lock", "dev.lock", "uv.lock"}


# ---- what is documented

SECTIONS = house.command_sections((ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8"))


def test_every_command_is_documented_and_no_other() -> None:
    group = the_group()
    assert set(SECTIONS) - {""} == set(group.list_commands(click.Context(group)))


@pytest.mark.parametrize("name", sorted(set(SECTIONS) - {""}))
def test_every_option_of_a_command_is_documented_and_no_other(name: str) -> None:
    group = the_group()
    try:
        command = group.get_command(click.Context(group), name)
    except ModuleNotFoundError as error:
        pytest.skip(f"habeas {name} is not built yet ({error.name} is missing)")
    assert command is not None
    options = {
        o for p in command.params if isinstance(p, click.Option) and not p.hidden for o in (*p.opts, *p.secondary_opts)
    }
    said = house.said_options(SECTIONS[name])
    assert not options - said - house.said_options(SECTIONS[""]), "not documented"
    assert not said - options, "documented, but there is no such option"


def test_a_missing_section_and_a_missing_option_are_seen() -> None:
    sections = house.command_sections(
        "- `--json`: x\n\n### `habeas count REG`\n\nHow many.\n\n- `-o`, `--on D`: the day, not `--off`\n"
    )
    assert set(sections) == {"", "count"}
    assert house.said_options(sections["count"]) == {"-o", "--on"}


def test_every_predicate_is_whole_and_documented() -> None:
    predicates = yaml.safe_load((SOURCE / "claims" / "vocabulary.yml").read_text(encoding="utf-8"))["predicates"]
    assert not [fault for name, entry in predicates.items() for fault in house.predicate_faults(name, entry)]
    page = data_pages().on_page_markdown((ROOT / "docs/reference/vocabulary.md").read_text(encoding="utf-8"))
    assert not [name for name, entry in predicates.items() if f"### `{name}`" not in page or entry["label"] not in page]
    assert house.predicate_faults("visit", {"label": "visited", "fields": {"by": None}}) == [
        "visit: no about", "visit: no cardinality", "visit: no example", "visit: no sensitivity", "visit: no time",
        "visit: field by has no type",
    ]  # fmt: skip


def test_every_definition_has_a_citation_and_is_documented() -> None:
    pages = data_pages()
    page = pages.on_page_markdown((ROOT / "docs/reference/definitions.md").read_text(encoding="utf-8"))
    files = pages.definition_files()
    assert files
    for path in files:
        entry = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert len(str(entry.get("citation") or "")) > 20, f"{path.name} has no citation"
        assert f"`{entry['id']}@{entry['version']}`" in page


def test_a_page_that_fetches_from_elsewhere_is_refused() -> None:
    pages = data_pages()
    with pytest.raises(ValueError, match="would fetch"):
        pages.on_post_page('<script defer src="https://cdn.invalid/x.js"></script>')
    assert pages.on_post_page('<a href="https://lantern.invalid">Lantern</a>').startswith("<a")
