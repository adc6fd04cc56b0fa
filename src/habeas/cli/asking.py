"""Commands that ask: counts, rolls, persons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import (
    Common,
    as_of,
    common,
    definition_named,
    opened,
    question,
    say_if_ahead,
    say_if_not_told_of,
)
from habeas.cli.printing import paragraph, print_json, print_table, quoted
from habeas.kernel.days import in_words
from habeas.kernel.errors import UsageError


@click.command("count")
@click.argument("reg")
@click.option("--on", metavar="D", help="The day.")
@click.option("--series", nargs=2, metavar="FROM TO", help="Every day from FROM to TO instead of one.")
@click.option("--by", metavar="FACET", help="Split by place_kind, place, occupation, sex or source.")
@question
@common
def count_command(
    reg: str, on: str | None, series: tuple[str, str] | None, by: str | None, known_by: str | None, basis: str,
    definition_name: str | None, common: Common,
) -> None:  # fmt: skip
    """How many people were in custody, as known by K, under definition X."""
    from habeas.kernel.asof import parse_calendar_day
    from habeas.register import answering

    of = definition_named(definition_name)
    asked = as_of(_first_day(on, series), known_by, basis)
    say_if_ahead(asked, common)
    with opened(reg, common) as register:
        if series:
            answer = answering.series(register, asked, of, parse_calendar_day(series[1], "--series"))
        elif by:
            answer = answering.by_facet(register, asked, of, by)
        else:
            answer = answering.count_on(register, asked, of)
        say_if_not_told_of(register, asked, of, common)
    if common.json:
        print_json(answer)
    elif series:
        print_table(
            [[c["on"], c["certain"], c["possible"], c["unconfirmed"]] for c in answer["series"]],
            ["day", "certain", "possible", "of these unconfirmed"],
        )
    else:
        _count_screen(answer, of)


def _first_day(on: str | None, series: tuple[str, str] | None) -> str:
    if on is not None and series is None:
        return on
    if series is not None and on is None:
        return series[0]
    raise UsageError("say either --on D or --series FROM TO")


@click.command("roll")
@click.argument("reg")
@click.option("--on", metavar="D", help="The day.")
@click.option("--series", nargs=2, metavar="FROM TO", help="Every day from FROM to TO instead of one.")
@click.option("--by", metavar="FACET", help="Split by place_kind, place, occupation, sex or source.")
@click.option("--all", "everybody", is_flag=True, help="Also those who are not in.")
@question
@common
def roll_command(
    reg: str, on: str | None, series: tuple[str, str] | None, by: str | None, everybody: bool, known_by: str | None, basis: str,
    definition_name: str | None, common: Common,
) -> None:  # fmt: skip
    """The persons behind a count, each with the reason."""
    from habeas.kernel.asof import parse_calendar_day
    from habeas.register import answering

    of, asked = definition_named(definition_name), as_of(_first_day(on, series), known_by, basis)
    say_if_ahead(asked, common)
    with opened(reg, common) as register:
        if series:
            answer = answering.roll_series(register, asked, of, parse_calendar_day(series[1], "--series"))
        elif by:
            answer = answering.roll_by(register, asked, of, by)
        else:
            answer = answering.roll_on(register, asked, of)
        say_if_not_told_of(register, asked, of, common)
    if common.json:
        print_json(answer)
    elif series:
        _changes_screen(answer["series"])
    else:
        _count_screen(answer, of)
        shown = [p for p in answer["persons"] if everybody or p["in"] != "no"]
        part = [by] if by else []
        print_table(
            [[p["name"], *([p["part"]] if by else []), p["in"], p["why"]] for p in shown],
            ["person", *part, "in", "because"],
        )


def _changes_screen(rolls: Sequence[Mapping[str, Any]]) -> None:
    """The first day's roll, then whoever stands otherwise than on the day before."""
    before: dict[str, str] = {}
    rows = []
    for one in rolls:
        for person in one["persons"]:
            if before.get(person["id"], "no") != person["in"]:
                rows.append([one["on"], person["name"], person["in"], person["why"]])
            before[person["id"]] = person["in"]
    print_table(rows, ["day", "person", "in", "because"])


@click.command("person")
@click.argument("reg")
@click.argument("who", metavar="ID|NAME")
@click.option("--on", metavar="D", help="Status on this day; the day known by unless given.")
@question
@common
def person_command(
    reg: str, who: str, on: str | None, known_by: str | None, basis: str, definition_name: str | None, common: Common
) -> int:
    """Everything about one person, down to the quotes."""
    from habeas.register.persons import SeveralMatch, person

    of = definition_named(definition_name)
    try:
        with opened(reg, common) as register:
            answer = person(register, who, as_of(on, known_by, basis), of)
    except SeveralMatch as several:
        if common.json:
            print_json({"hits": several.hits, "total": len(several.hits)})
        else:
            echo(str(several))
            print_table([[h["id"], h["name"]] for h in several.hits], ["id", "name"])
        return 1
    if common.json:
        print_json(answer)
    else:
        _person_screen(answer)
    return 0


def _count_screen(answer: dict[str, Any], of: Any) -> None:
    from habeas.register.answering import headline

    paragraph(f"On {answer['on']}, as known by {answer['known_by']} (basis {answer['basis']}): {headline(answer, of)}.")
    paragraph(
        f"certain {answer['certain']}, possible {answer['possible']} (of these unconfirmed {answer['unconfirmed']}), "
        f"not assessed {answer['not_assessed']}; unit: {answer['unit']}; definition {answer['definition']}; coverage: {answer['coverage']}",
        "  ",
    )
    if answer["undated_left_out"]:
        paragraph(f"{answer['undated_left_out']} claims left out: their sources have no publication day", "  ")
    for value, part in answer.get("parts", {}).items():
        echo(f"  {value}: {part['certain']} to {part['possible']}")


def _listing(one: Mapping[str, Any]) -> str:
    since = f"{one['first_listed']}{' or earlier' if one['or_earlier'] else ''}"
    if one["gone_by"] is None:
        return f"On the list {one['list']} from {since}, and still in the newest version held, of {one['last_listed']}"
    return f"On the list {one['list']} from {since} to {one['last_listed']}, no longer listed by {one['gone_by']}"


def _person_screen(answer: dict[str, Any]) -> None:
    echo(f"{' / '.join(answer['names'])}   {answer['id']}")
    status = answer["status"]
    said = "nothing is told of it" if status["nothing_told"] else status["answer"]
    paragraph(f"In custody on {status['on']}: {said}. {status['because']}.")
    for episode in answer["episodes"]:
        perhaps = "perhaps " if episode["only_perhaps_out"] else ""
        out = f", {perhaps}way out: {episode['way_out']}" if episode["way_out"] else ""
        disputed = f" [disputed: {episode['disputed']}]" if episode["disputed"] else ""
        paragraph(
            f"{in_words(episode['from'] or 'unknown')} to {perhaps}{in_words(episode['to'] or 'no exit known')}: {episode['place_kind']}{out}{disputed}",
            "  ",
        )
    for one in answer["listings"]:
        paragraph(_listing(one), "  ")
    if answer["look_alikes"]:
        paragraph(f"Same name, not judged: {', '.join(answer['look_alikes'])}", "  ")
    for claim in answer["claims"]:
        marks = "".join(f" [{m}]" for m in ("disputed", "provisional") if claim[m])
        reality = "" if claim["reality"] == "actual" else f" ({claim['reality']})"
        details = ", ".join(f"{k} {v}" for k, v in claim["value"].items() if v is not None)
        speaker = f", said by {claim['said_by']}" if claim["said_by"] else ""
        paragraph(
            f"{claim['label']}{reality} {in_words(claim['valid'] or '')} {details}{marks} - {claim['source']}{speaker} {quoted(claim['quote'])}",
            "  ",
        )
