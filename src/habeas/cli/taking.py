"""Commands that take something in."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, common, day_given, exact_published, one_of, opened, published_day, say_if_not_yet
from habeas.cli.output import Output, output_option
from habeas.cli.printing import bullets, paragraph, print_json
from habeas.cli.reading_screen import print_reading
from habeas.cli.saying_identity import say_identity


@click.command("read")
@click.argument("file")
@click.option("--published", metavar="D", help="Publication day; without it relative dates stay open.")
@click.option("--lang", metavar="L", help="Language, where it should not be guessed.")
@click.option("--encoding", metavar="NAME", help="The encoding of plain text, where it should not be guessed.")
@common
def read_command(file: str, published: str | None, lang: str | None, encoding: str | None, common: Common) -> None:
    """Read FILE and print what it says. Nothing is stored."""
    from habeas.claims.reading.model import to_json
    from habeas.claims.reading.read import read_text
    from habeas.kernel.errors import InputRefused
    from habeas.sources.capture import About
    from habeas.sources.take_in import take_in

    day = exact_published(published)
    taken = take_in(file, About(published_day(published)), encoding=encoding)
    if taken.not_parsed:
        raise InputRefused(f"{file}: {taken.not_parsed.removeprefix('stored, ')}")
    text = "\n\n".join(p.text for p in taken.passages)
    reading = read_text(text, day, lang)
    if common.json:
        print_json(to_json(reading, text, day))
        return
    print_reading(reading)


@click.command("add")
@click.argument("reg")
@click.argument("files", nargs=-1, required=True)
@click.option("--published", metavar="D", help="Publication day of the files.")
@click.option("--publisher", metavar="P", help="Who published them.")
@click.option("--captured", metavar="T", help="When they were captured.")
@click.option(
    "--accept", default="none", show_default=True, metavar="all|strong|none", help="Which proposals to accept at once."
)
@click.option("--correct-day", is_flag=True, help="The day held for these bytes is wrong; --published is right.")
@click.option("--encoding", metavar="NAME", help="The encoding of plain text, where it should not be guessed.")
@common
def add_command(
    reg: str, files: tuple[str, ...], published: str | None, publisher: str | None, captured: str | None, accept: str,
    correct_day: bool, encoding: str | None, common: Common,
) -> int:  # fmt: skip
    """Take FILES into REG, read them, and accept their proposals as told; the rest waits for `habeas review`."""
    from habeas.kernel.errors import InputRefused
    from habeas.register.intake import before_intake
    from habeas.register.not_prose import refuse_unless_prose
    from habeas.register.taking_in import ACCEPT, add_file, taken_up
    from habeas.sources.capture import About

    one_of(accept, ACCEPT, "--accept")
    about = About(published_day(published), publisher, captured_at=captured)
    say_if_not_yet(about.published, "--published", "add the file again with the right day and --correct-day", common)
    added, refused = [], []
    with opened(reg, common) as register:
        before = before_intake(register)
        for file in files:
            try:
                refuse_unless_prose(file)
                added.append(add_file(register, file, about, accept, correct_day=correct_day, encoding=encoding))
            except InputRefused as error:
                if len(files) == 1:
                    raise
                refused.append({"file": file, "why": str(error)})
        identity = taken_up(register, before, added)
    if refused and not added:
        raise InputRefused("; ".join(one["why"] for one in refused))
    for one in refused:
        echo(f"habeas: {one['why']}", err=True)
    if common.json:
        print_json({**identity, "added": [_added(a) for a in added], "refused": refused})
    else:
        _say_added(added)
        say_identity(identity)
        say_identity(identity["if_accepted"], supposed=True)
    return 1 if refused else 0


def _say_added(added: Sequence[Any]) -> None:
    for one in added:
        state = "new" if one.new else "already here"
        paragraph(
            f"{one.name}: {state}; {one.drafts} proposals, {one.accepted} accepted now, {one.pending} waiting for review"
        )
        bullets([*([one.not_parsed] if one.not_parsed else []), *one.notes])


def _added(one: Any) -> dict[str, Any]:
    return {
        "capture": one.source, "file": one.name, "new": one.new, "drafts": one.drafts, "accepted": one.accepted,
        "pending": one.pending, "not_parsed": one.not_parsed, "notes": list(one.notes),
    }  # fmt: skip


@click.command("note")
@click.argument("reg")
@click.option(
    "--channel",
    default="other",
    show_default=True,
    metavar="C",
    help="call, letter, visit, lawyer, chat, broadcast, other.",
)
@click.option("--day", metavar="D", help="When it was told; today unless given.")
@click.option("--consent", default="staff_only", show_default=True, metavar="C", help="public, count_only, staff_only.")
@click.option("--informant", metavar="PSEUDONYM", help="A pseudonym, sealed.")
@common
def note_command(reg: str, channel: str, day: str | None, consent: str, informant: str | None, common: Common) -> None:
    """Keep what you were told: the text comes from standard input and is frozen."""
    from habeas.kernel.asof import utc_today
    from habeas.kernel.days import Day
    from habeas.register.intake import before_intake
    from habeas.register.taking_in import add_note, taken_up
    from habeas.sources.note import Note

    if sys.stdin.isatty():
        common.say("Type what you were told; end with Ctrl-D on an empty line.")
    note = Note(
        channel, day_given(day, "--day") if day else Day.on(utc_today()), sys.stdin.read().strip(), consent, informant
    )
    say_if_not_yet(note.day, "--day", "keep the note again with the right day", common)
    with opened(reg, common) as register:
        before = before_intake(register)
        made = add_note(register, note)
        identity = taken_up(register, before, [made])
    if common.json:
        print_json({
            **identity, "note": made.source, "new": made.new, "drafts": made.drafts, "pending": made.pending, "notes": list(made.notes),
        })  # fmt: skip
    else:
        echo(f"Kept as {made.source} ({note.consent.replace('_', ' ')}); {made.pending} proposals wait for review.")
        say_identity(identity["if_accepted"], supposed=True)


@click.command("claims")
@click.argument("reg")
@output_option("-o", "--output", help="Where to write; standard output unless given.")
@click.option("--without-clock", is_flag=True, help="Leave out when each was recorded, so that any register takes it.")
@common
def claims_command(reg: str, output: Output | None, without_clock: bool, common: Common) -> None:
    """Write REG's claims as a claims file (JSON Lines)."""
    from habeas.register.exporting import export_claims

    with opened(reg, common) as register:
        lines = list(export_claims(register, with_clock=not without_clock))
    text = "".join(json.dumps(line, sort_keys=True, ensure_ascii=False) + "\n" for line in lines)
    if output is not None:
        output.write(text)
        common.say(f"{output.path}: {len(lines)} lines")
    if common.json:
        claims = sum("predicate" in line for line in lines)
        counted = {"claims": claims, "acts": len(lines) - claims}
        print_json({**counted, "lines": lines} if output is None else {**counted, "file": output.path})
    elif output is None:
        echo(text, nl=False)
