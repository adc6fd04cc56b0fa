"""Commands about published figures: what they say, and whether they hold together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, as_of, common, definition_named, opened, question
from habeas.cli.output import Output, output_option
from habeas.cli.printing import comparator_words, paragraph, population_words, print_json, print_table, quoted
from habeas.kernel.days import in_words


@click.command("figures")
@click.argument("reg")
@question
@common
def figures_command(reg: str, known_by: str | None, basis: str, definition_name: str | None, common: Common) -> None:
    """Published figures with their speakers and quotes, and groups with how many of them are named here."""
    from habeas.register.published import figures

    definition_named(definition_name)
    with opened(reg, common) as register:
        answer = figures(register, as_of(None, known_by, basis))
    if common.json:
        print_json(answer)
        return
    _figures_screen(answer)


def _figures_screen(answer: Mapping[str, Any]) -> None:
    rows = [
        [comparator_words(f["value"], f["comparator"]), population_words(f["population"], f["reality"]), _when(f),
         f["said_by"] or "the author", quoted(f["quote"]) or f"no words held; source: {f['source']}"]
        for f in answer["figures"]
    ]  # fmt: skip
    if rows:
        print_table(rows, ["figure", "of", "when", "said by", "words"])
    else:
        echo("No published figures here.")
    for group in answer["groups"]:
        named = ", ".join(m["name"] for m in group["members"])
        echo()
        open_ended = group["comparator"] in ("more_than", "at_least") and group["unnamed"]
        paragraph(
            f"{group['event']}: {comparator_words(group['reported'], group['comparator'])} reported by {group['source']}, {group['named']} named here"
            f"{f' ({named})' if named else ''}, {'at least ' if open_ended else ''}{group['unnamed']:,} not named"
        )
    if answer["undated_left_out"]:
        paragraph(f"{answer['undated_left_out']} claims left out: their sources have no publication day")


def _when(figure: Mapping[str, Any]) -> str:
    """A flow's period with its end where it is known, else the base day, else the day of publication; empty where none is told."""
    from habeas.figures.periods import told_when
    from habeas.kernel.days import Day

    period = told_when(Day.parse(figure["since"] or ""), Day.parse(figure["until"] or ""))
    if period or figure["as_of"]:
        return period or in_words(figure["as_of"])
    return f"published {in_words(figure['published'])}" if figure["published"] else ""


@click.command("reconcile")
@click.argument("reg")
@click.argument("figures", nargs=-1, metavar="[FIGURE...]")
@click.option("--since", metavar="D", help="Only figures published or dated from this day.")
@click.option("--until", metavar="D", help="Only figures published or dated up to this day.")
@output_option("--svg", help="Write the picture to FILE.")
@question
@common
def reconcile_command(
    reg: str, figures: tuple[str, ...], since: str | None, until: str | None, output: Output | None, known_by: str | None, basis: str,
    definition_name: str | None, common: Common,
) -> None:  # fmt: skip
    """Put published figures side by side: what would have to be true for each two to hold."""
    from habeas.register.reconciling import picture, reconciled, screen

    of = definition_named(definition_name)
    with opened(reg, common) as register:
        found = reconciled(register, as_of(None, known_by, basis), of, figures, since, until)
    if output is not None:
        output.write(picture(found))
        common.say(f"picture: {output.path}")
    if common.json:
        print_json(found.to_json())
    else:
        echo(screen(found))
