"""The command that finds a person by name."""

from __future__ import annotations

from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, as_of, common, definition_named, one_of, opened, question
from habeas.cli.printing import print_json, print_table
from habeas.kernel.errors import UsageError


@click.command("find")
@click.argument("reg")
@click.argument("text")
@click.option("--type-ahead", is_flag=True, help="The last word is still being typed, from its third letter on.")
@click.option("--in-custody", metavar="yes|no|unknown", help="Only those of whom this is so on the day of --on.")
@click.option("--on", metavar="D", help="The day for --in-custody; the day known by unless given.")
@click.option(
    "--born", type=click.IntRange(1, 9999), metavar="YEAR", help="Only those born in that year by any source."
)
@click.option("--gender", metavar="m|f", help="Only those of that gender, by a source or else by the name.")
@click.option("--source", metavar="LIST", help="Only those named by that list or source.")
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most so many people."
)
@question
@common
def find_command(
    reg: str, text: str, type_ahead: bool, in_custody: str | None, on: str | None, born: int | None, gender: str | None,
    source: str | None, limit: int, known_by: str | None, basis: str, definition_name: str | None, common: Common,
) -> None:  # fmt: skip
    """People whom TEXT may name: any script, spelling and order, parts of names, short forms, initials."""
    from habeas.names.name_text import LONGEST
    from habeas.register.finding import Narrowed, find

    if not any(map(str.isalnum, text)):
        raise UsageError("TEXT holds no letter; give a name or a part of one")
    if len(text) > LONGEST:
        raise UsageError(f"TEXT has {len(text):,} characters; a name has at most {LONGEST}")
    of = definition_named(definition_name)
    narrowed = Narrowed(
        in_custody and one_of(in_custody, ("yes", "no", "unknown"), "--in-custody"),
        born,
        gender and one_of(gender, ("m", "f"), "--gender"),
        source,
        of.staleness,
    )
    with opened(reg, common) as register:
        answer = find(register, text, as_of(on, known_by, basis), narrowed, limit=limit, typing=type_ahead)
    if common.json:
        print_json(answer)
    else:
        _screen(answer)


def _screen(answer: dict[str, Any]) -> None:
    hits, total = answer["hits"], answer["total"]
    if hits:
        print_table([[h["name"], h["id"], h["score"], _why(h)] for h in hits], ["name", "id", "score", "why"])
    echo(f"{total} found" if total == len(hits) else f"{total} found, {len(hits)} shown; --limit shows more")


def _why(hit: dict[str, Any]) -> str:
    other = [] if hit["matched"] == hit["name"] else [f"Also called {hit['matched']}."]
    return " ".join([*other, *hit["why"]])
