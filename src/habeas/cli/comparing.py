"""The command that compares names."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.options import Common, common
from habeas.cli.printing import bullets, paragraph, print_json


@click.command("compare")
@click.argument("pairs", metavar="PAIRS.csv")
@common
def compare_command(pairs: str, common: Common) -> int:
    """Say of each pair of names whether it may be one person's: same, review or different, and why."""
    from habeas.names.pairs_file import compare_pairs

    found = compare_pairs(Path(pairs)).to_json()
    for fault in found["refused"]:
        common.say(f"{pairs}, row {fault['row']}, {fault['column']}: {fault['why']}")
    if common.json:
        print_json(found)
    else:
        click.echo(f"same from {found['threshold']}, review from {found['review_from']}, different below")
        for pair in found["pairs"]:
            paragraph(f"{pair['decision']} {pair['score']:.2f}  {pair['name_a']}  |  {pair['name_b']}")
            bullets(pair["reasons"])
    return 1 if found["refused"] else 0
