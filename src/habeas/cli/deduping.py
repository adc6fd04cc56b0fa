"""The command that looks for one person under several names in the whole register."""

from __future__ import annotations

from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, common, one_of, opened
from habeas.cli.printing import bullets, paragraph, print_json

#: Questions shown on the screen; all are in the JSON.
_SHOWN = 20


@click.command("dedupe")
@click.argument("reg")
@click.option("--engine", default="duckdb", show_default=True, metavar="duckdb", help="What computes.")
@click.option("--apply", is_flag=True, help="Judge the automatic links to be one person each.")
@common
def dedupe_command(reg: str, engine: str, apply: bool, common: Common) -> None:
    """Who in REG may be one person? Automatic links, then questions in the order of what their answers may move."""
    from habeas.register.deduping import dedupe

    one_of(engine, ("duckdb",), "--engine")
    with opened(reg, common) as register:
        answer = dedupe(register, apply=apply)
    if common.json:
        print_json(answer)
    else:
        _screen(reg, answer, applied=apply)


def _screen(reg: str, answer: dict[str, Any], *, applied: bool) -> None:
    links = [pair for pair in answer["pairs"] if pair["outcome"] == "link"]
    questions = [pair for pair in answer["pairs"] if pair["outcome"] == "review"]
    done = f"{answer['applied']} judged" if applied else "none judged; --apply judges them"
    paragraph(
        f"{answer['persons']} persons compared. {answer['link']} automatic links ({done}), {answer['review']} questions."
    )
    for title, pairs in (("Automatic links", links), ("Questions", questions)):
        if pairs:
            echo(f"\n{title}:")
        for pair in pairs[:_SHOWN]:
            paragraph(f"{pair['probability']:.3f}  {pair['name_a']} ({pair['a']})  |  {pair['name_b']} ({pair['b']})")
            bullets(pair["why"])
        if len(pairs) > _SHOWN:
            paragraph(f"... and {len(pairs) - _SHOWN} more; --json has all")
    if questions:
        echo(f"\nAnswer with: habeas judge {reg} A B same|different|unsure --why ...")
