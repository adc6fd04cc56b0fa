"""The commands that compare names, and two lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, common, one_of
from habeas.cli.printing import bullets, paragraph, print_json
from habeas.cli.proposing import propose


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
        echo(f"same from {found['threshold']}, review from {found['review_from']}, different below")
        for pair in found["pairs"]:
            paragraph(f"{pair['decision']} {pair['score']:.2f}  {pair['name_a']}  |  {pair['name_b']}")
            bullets(pair["reasons"])
    return 1 if found["refused"] else 0


#: Shown one by one at most; --json has all.
_SHOWN = 20


@click.command("compare-lists")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--mapping", metavar="YML", help="What the columns of the lists mean, where their format is not known.")
@click.option("--mapping-b", metavar="YML", help="The same of list B, where it is another one.")
@click.option(
    "--dates", metavar="dmy|mdy", help="Which number of 05.08.2020 is the day, where the mapping does not say."
)
@click.option("--encoding", metavar="NAME", help="The files' encoding, where it is not UTF-8.")
@common
def compare_lists_command(
    a: str, b: str, mapping: str | None, mapping_b: str | None, dates: str | None, encoding: str | None, common: Common
) -> int:
    """Who is on list A and who on list B: pairs that are the same, pairs to look at, and who is on one alone, with the reasons."""
    from habeas.kernel.asof import utc_today
    from habeas.register.comparing_lists import compare_lists
    from habeas.register.listing import HowList, UnknownHeader

    if dates is not None:
        one_of(dates, ("dmy", "mdy"), "--dates")
    how_a, how_b = (HowList(None, file, dates, encoding) for file in (mapping, mapping_b or mapping))
    try:
        answer = compare_lists(a, b, how_a, how_b, utc_today())
    except UnknownHeader as unknown:
        propose(unknown, None, common)
        raise
    for notice in answer["notices"]:
        common.say(f"habeas: {notice}")
    if common.json:
        print_json(answer)
    else:
        _lists_screen(answer)
    return 1 if answer["refused"] else 0


def _lists_screen(answer: dict[str, Any]) -> None:
    review = [pair for pair in answer["pairs"] if pair["decision"] == "review"]
    paragraph(
        f"{len(answer['pairs']) - len(review)} are on both, {len(review)} pairs are to be looked at, {len(answer['only_a'])} are on A alone,"
        f" {len(answer['only_b'])} on B alone; {len(answer['refused'])} rows refused"
    )
    for pair in review[:_SHOWN]:
        paragraph(f"review {pair['score']:.2f}  {pair['a']} {pair['name_a']}  |  {pair['b']} {pair['name_b']}")
        bullets(pair["reasons"])
    for side in ("a", "b"):
        for one in answer[f"only_{side}"][:_SHOWN]:
            near = answer["nearest"][side].get(one)
            nearest = f"nearest is {near['id']}" if near else "nobody there has a name like it"
            paragraph(f"only on {side.upper()}: {one}; {nearest}")
            bullets(near["reasons"] if near else ())
    if max(len(review), len(answer["only_a"]), len(answer["only_b"])) > _SHOWN:
        echo(f"(the first {_SHOWN} of each; --json has all)")
    bullets(
        f"list {r['list'].upper()}, row {r['row']}, {r['column'] or 'whole row'}: {r['why']}" for r in answer["refused"]
    )
