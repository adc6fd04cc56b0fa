"""The command that takes in lists, claims files and published counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.options import Common, common, one_of, opened, published_day, say_if_not_yet
from habeas.cli.printing import bullets, paragraph, print_json
from habeas.cli.proposing import propose
from habeas.cli.saying_identity import say_identity
from habeas.kernel.errors import UsageError

if TYPE_CHECKING:
    from habeas.register.opened import Register

#: After so many claims the first answer takes long enough to notice, so it is made while the import is being waited for anyway;
#: after very many it would double the wait, and is left to whoever asks.
_MANY_CLAIMS = range(2_000, 250_000)


@click.command("import")
@click.argument("reg")
@click.argument("path", metavar="LIST|FOLDER")
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="claims, counts, sheet or a list's format; by the header unless given.",
)
@click.option("--mapping", metavar="YML", help="What each column of the list means, where its format is not known.")
@click.option(
    "--list", "list_name", metavar="NAME", help="The list this is a version of; its format's name unless given."
)
@click.option("--published", metavar="D", help="The day the file is of.")
@click.option("--history", is_flag=True, help="FOLDER holds old versions, dated in their names or in manifest.csv.")
@click.option(
    "--dates", metavar="dmy|mdy", help="Which number of 05.08.2020 is the day, where the format does not say."
)
@click.option("--encoding", metavar="NAME", help="The file's encoding, where it is not UTF-8.")
@click.option("--shrunk", is_flag=True, help="The list really lost half of its rows or more.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--strict", is_flag=True, help="Refuse the whole file when any row is faulty.")
@click.option("--as-drafts", is_flag=True, help="Propose instead of claim.")
@common
def import_command(
    reg: str, path: str, format_name: str | None, mapping: str | None, list_name: str | None, published: str | None, history: bool,
    dates: str | None, encoding: str | None, shrunk: bool, dry_run: bool, strict: bool, as_drafts: bool, common: Common,
) -> int:  # fmt: skip
    """Import a list's next version, a claims file or published counts: sound rows enter as one batch, faulty ones stay out (exit 1)."""
    from habeas.register.importing import Wish
    from habeas.register.listing import HowList, UnknownHeader
    from habeas.sources.capture import About

    if format_name is not None and mapping is not None:
        raise UsageError("--format or --mapping, not both: a mapping is a format of your own")
    if dates is not None:
        one_of(dates, ("dmy", "mdy"), "--dates")
    about = About(published_day(published), list_name=list_name)
    say_if_not_yet(about.published, "--published", "say the right day and import the file again", common)
    wish = Wish(dry_run, strict, as_drafts, list_name)
    how = HowList(format_name, mapping, dates, encoding, shrunk)
    with opened(reg, common) as register:
        try:
            answer = _taken(register, path, about, wish, how, history=history)
        except UnknownHeader as unknown:
            from habeas.claims.lists.proposing import names_people
            from habeas.register.importing_counts import no_list_of_people

            if not names_people(unknown.table):
                raise no_list_of_people(path) from unknown
            propose(unknown, list_name, common)
            raise
        if answer["claims"] in _MANY_CLAIMS and not (dry_run or as_drafts):
            _make_ready(register, common)
    for notice in answer.get("notices", ()):
        common.say(f"habeas: {notice}")
    if common.json:
        print_json(answer)
    else:
        _screen(answer)
    return 1 if answer["refused"] or answer.get("conflicts") else 0


def _make_ready(register: Register, common: Common) -> None:
    """Only a convenience: whoever interrupts it has the import and its answer all the same."""
    from habeas.register.rolled import make_ready

    try:
        make_ready(register)
    except KeyboardInterrupt:
        common.say(
            "habeas: interrupted while answers were made ready: all has entered, and whoever asks first waits for them"
        )


def _taken(register: Register, path: str, about: Any, wish: Any, how: Any, *, history: bool) -> dict[str, Any]:
    from habeas.register.importing import import_claims
    from habeas.register.importing_counts import import_counts, is_counts
    from habeas.register.list_history import import_history
    from habeas.register.listing import import_list, is_list
    from habeas.register.sheet import is_working_sheet
    from habeas.register.sheet_import import import_sheet
    from habeas.sources.tables import read_tables

    if history:
        return import_history(register, path, about, wish, how)
    if Path(path).is_dir():
        raise UsageError(f"{path} is a folder; add --history to take its files as a list's versions, or name one file")
    if how.format_name == "counts" or (how.format_name is None and how.mapping is None and is_counts(path)):
        return import_counts(register, path, about, wish)
    if how.format_name == "claims" or (how.format_name is None and how.mapping is None and not is_list(path)):
        return import_claims(register, path, about, wish)
    file = read_tables(path, how.encoding)
    if how.mapping is None and is_working_sheet(file):
        return import_sheet(register, file, about, wish)
    if how.format_name == "sheet":
        raise UsageError(f"{path} is no working sheet; make one with: habeas sheet REG -o X.xlsx")
    return import_list(register, path, about, wish, how, file)


def _screen(answer: dict[str, Any]) -> None:
    entered = "would enter" if answer["dry_run"] else "entered"
    for version in answer.get("versions", ()):
        paragraph(
            f"{version['published']} ({version['file']}): {version['rows']} rows, {version['added']} added, {version['changed']} changed,"
            f" {version['gone']} no longer listed"
        )
    if "versions" in answer:
        paragraph(
            f"{len(answer['versions'])} versions of the list {answer['list']}; {answer['claims']} claims {entered};"
            f" {len(answer['refused'])} rows refused"
        )
    elif answer["format"] == "sheet":
        _sheet_screen(answer, entered)
    elif "list" in answer:
        of = f"{answer['rows']} rows of the list {answer['list']}, version of {answer['published']}"
        paragraph(
            f"{of}: {answer['added']} people added, {answer['changed']} changed, {answer['gone']} no longer listed,"
            f" {answer['unchanged']} unchanged; {answer['claims']} claims {entered}; {len(answer['refused'])} rows refused"
        )
        _changes(answer)
    else:
        paragraph(
            f"{answer['rows']} rows: {answer['claims']} claims {entered}, {answer['unchanged']} were there already,"
            f" {len(answer['refused'])} rows refused"
        )
    bullets(f"{_in_file(r)}row {r['row']}, {r['column'] or 'whole row'}: {r['why']}" for r in answer["refused"])
    bullets(
        f"{_in_file(q)}rows {', '.join(str(n) for n in q['rows'])} (ids {', '.join(q['ids'])}): {q['why']}"
        for q in answer["quarantined"]
    )
    say_identity(answer)


def _sheet_screen(answer: dict[str, Any], entered: str) -> None:
    paragraph(
        f"{answer['rows']} rows of the working sheet: {answer['added']} people new, {answer['changed']} edited, {answer['unchanged']} as they were;"
        f" {answer['claims']} claims {entered}, {answer['set_aside']} set aside, {answer['retracted']} retracted;"
        f" {len(answer['refused'])} rows refused, {len(answer['conflicts'])} conflicts"
    )
    _changes(answer)
    bullets(
        f"row {c['row']}, {c['name']}, {c['column']}: changed on both sides. Exported: {c['was'] or 'nothing'}. Register now:"
        f" {c['register'] or 'nothing'}. Sheet: {c['sheet'] or 'nothing'}. Not entered: decide, and edit a new sheet"
        for c in answer["conflicts"]
    )


def _changes(answer: dict[str, Any]) -> None:
    for change in answer["changes"]:
        before, after = ("; ".join(change[side]) or "nothing" for side in ("before", "after"))
        paragraph(f"row {change['row']}, {change['name']}: {before} -> {after}", "  ")


def _in_file(one: dict[str, Any]) -> str:
    return f"{one['file']}, " if "file" in one else ""
