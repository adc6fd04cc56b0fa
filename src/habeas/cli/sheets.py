"""The command that writes the working sheet."""

from __future__ import annotations

import os
from pathlib import Path

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, as_of, common, definition_named, opened
from habeas.cli.printing import print_json
from habeas.kernel.errors import CannotOpen, UsageError
from habeas.kernel.lasting import Lasting, becoming


@click.command("sheet")
@click.argument("reg")
@click.option(
    "-o", "out", metavar="X.xlsx", required=True, help="The workbook to write; one that is there is never overwritten."
)
@click.option("--on", "day", metavar="D", help="The day of the status shown. Today unless given.")
@click.option("--definition", "definition_name", metavar="X", help="Who counts: ID, ID@VERSION or ID:PARAMETER.")
@common
def sheet_command(reg: str, out: str, day: str | None, definition_name: str | None, common: Common) -> None:
    """Write everybody in REG as a workbook for the staff, to be edited and imported again."""
    from habeas.register.sheet import working_sheet

    if Path(out).suffix.lower() != ".xlsx":
        raise UsageError(f"-o {out}: the working sheet is a workbook; give it a name that ends in .xlsx")
    asked, of = as_of(day, None, "register"), definition_named(definition_name)
    _refuse_there(out)
    with opened(reg, common) as register:
        data, answer = working_sheet(register, asked.day, of)
    _write(out, data)
    if common.json:
        print_json({"file": out, **answer})
    else:
        echo(
            f"{out}: {answer['rows']} people, status on {answer['on']}. For the staff alone: it holds what must not be published.\n"
            f"Edit it, then: habeas import {reg} {out} --as YOUR_NAME"
        )


def _refuse_there(out: str) -> None:
    if Path(out).exists():
        raise UsageError(
            f"-o {out}: is there already, and may hold edits not yet imported; give another name, or remove it"
        )


def _write(out: str, data: bytes) -> None:
    """For the owner alone, and whole or not at all."""
    draft = Path(f"{out}.new")
    try:
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        _refuse_there(out)
        with becoming(Lasting(out)):
            draft.rename(out)
    except OSError as error:
        raise CannotOpen(f"{out}: cannot be written ({error.strerror}); choose another folder") from error
    finally:
        draft.unlink(missing_ok=True)
