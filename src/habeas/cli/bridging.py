"""The command that itemises the difference between two counts."""

from __future__ import annotations

from typing import Any

import click

from habeas.cli.options import Common, as_of, common, definition_named, opened, question
from habeas.cli.printing import paragraph, print_json
from habeas.kernel.errors import UsageError


@click.command("bridge")
@click.argument("reg")
@click.option("--from", "start", metavar="D", required=True, help="The first day.")
@click.option("--to", "end", metavar="D", help="The second day; the first one again unless given.")
@click.option("--to-known-by", metavar="K", help="Knowledge of the second count; --known-by unless given.")
@click.option("--to-basis", metavar="BASIS", help="Whose knowledge the second count is; --basis unless given.")
@click.option("--to-definition", metavar="X", help="Definition of the second count; --definition unless given.")
@click.option("--possible", is_flag=True, help="Bridge those possibly in, not those certainly in.")
@question
@common
def bridge_command(
    reg: str, start: str, end: str | None, to_known_by: str | None, to_basis: str | None, to_definition: str | None, possible: bool,
    known_by: str | None, basis: str, definition_name: str | None, common: Common,
) -> None:  # fmt: skip
    """From one count to another: everybody who came in, went out or counts otherwise, by name and reason."""
    from habeas.register.bridging import bridged

    first, second = as_of(start, known_by, basis), as_of(end or start, to_known_by or known_by, to_basis or basis)
    if second.day < first.day:
        raise UsageError(f"--from {first.day} --to {second.day}: the bridge ends before it begins; swap its two days")
    of = definition_named(definition_name)
    with opened(reg, common) as register:
        answer = bridged(
            register, first, of, second, definition_named(to_definition) if to_definition else of, possible=possible
        )
    if common.json:
        print_json(answer)
    else:
        _screen(answer)


def _screen(answer: dict[str, Any]) -> None:
    for end in ("from", "to"):
        asked = answer[end]
        whose = "" if answer["from"]["basis"] == answer["to"]["basis"] else f", {asked['basis']}"
        said = f"{asked['count']} {answer['counted']} on {asked['on']}, as known by {asked['known_by']}{whose} ({asked['definition']})"
        paragraph(said if end == "from" else f"= {said}")
        if end == "from":
            for item in answer["items"]:
                sign = "+" if item["direction"] == "in" else "-"
                names = ", ".join(p["name"] for p in item["persons"])
                paragraph(f"{sign} {item['count']} {item['why']}: {names}", "  ")
    if unjudged := answer.get("pairs"):
        same = sum(pair["decision"] == "same" for pair in unjudged)
        paragraph(
            f"({same} people were taken to be on both by name and other evidence, {len(unjudged) - same} pairs may be; none of them is judged: --json)"
        )
