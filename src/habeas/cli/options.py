"""Options that every command on a register shares, and opening it with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.echoing import echo
from habeas.cli.interrupted import this_call
from habeas.kernel.errors import CannotOpen, UsageError

if TYPE_CHECKING:
    from habeas.figures.definitions import Definition
    from habeas.kernel.asof import AsOf
    from habeas.register.opened import Register


@dataclass(frozen=True, slots=True)
class Common:
    """`json`: one object on stdout and nothing else. `actor`: who is at work. `quiet`: no remarks on stderr."""

    json: bool
    actor: str
    passphrase_file: str | None
    quiet: bool

    def say(self, text: str) -> None:
        """A remark on stderr."""
        if not self.quiet:
            echo(text, err=True)

    def passphrase(self, path: str | None = None, *, new: bool = False) -> str | None:
        """From the file, the environment, or a prompt where an encrypted file is opened by hand; never from an argument."""
        if self.passphrase_file is not None:
            try:
                held = Path(self.passphrase_file).read_text("utf-8").strip("\r\n")
            except OSError as error:
                raise CannotOpen(
                    f"{self.passphrase_file}: cannot be read ({error.strerror}); check --passphrase-file"
                ) from error
            except UnicodeDecodeError as error:
                raise CannotOpen(f"{self.passphrase_file}: holds no text; save the passphrase as UTF-8") from error
            if not held.strip():
                raise CannotOpen(f"{self.passphrase_file}: holds no passphrase; write it into the file, on one line")
            return held
        given = os.environ.get("HABEAS_PASSPHRASE")
        if new and given == "":
            raise UsageError(
                "HABEAS_PASSPHRASE is set and empty; give a passphrase, or unset it to make a register in the clear"
            )
        if given or new or path is None or not sys.stdin.isatty() or not _encrypted(path):
            return given or None
        entered: str = click.prompt("Passphrase", hide_input=True, err=True)
        return entered


def _encrypted(path: str) -> bool:
    file = Path(path)
    return file.is_file() and file.stat().st_size > 0 and file.read_bytes()[:15] != b"SQLite format 3"


def common(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --json --as --passphrase-file --quiet and hand them over as one `Common`."""

    @click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
    @click.option("--as", "actor", default="operator", show_default=True, metavar="NAME", help="Who is at work.")
    @click.option("--passphrase-file", metavar="F", help="File that holds the passphrase.")
    @click.option("--quiet", is_flag=True, help="No remarks.")
    @wraps(function)
    def wrapper(*args: Any, as_json: bool, actor: str, passphrase_file: str | None, quiet: bool, **kwargs: Any) -> Any:
        this_call().as_json = as_json
        return function(*args, common=Common(as_json, actor, passphrase_file, quiet), **kwargs)

    return wrapper


@contextmanager
def opened(path: str, common: Common) -> Iterator[Register]:
    """The register at `path`, for as long as the command works on it."""
    from habeas.cli.progress import Progress
    from habeas.register.opened import open_register

    progress = Progress()
    with open_register(path, passphrase=common.passphrase(path), actor=common.actor) as register:
        this_call().register = register
        if not common.quiet:
            register.heard = progress
        try:
            yield register
        finally:
            progress.done()
        for notice in register.store.notices:
            common.say(f"habeas: {notice}")


def question(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --known-by --basis --definition."""

    @click.option("--known-by", metavar="K", help="As known by this UTC day, inclusive. Today unless given.")
    @click.option(
        "--basis", default="register", show_default=True, metavar="register|public|source:LIST", help="Whose knowledge."
    )
    @click.option("--definition", "definition_name", metavar="X", help="Who counts: ID, ID@VERSION or ID:PARAMETER.")
    @wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


def as_of(day: str | None, known_by: str | None, basis: str) -> AsOf:
    """The question. D is K where no day is asked for."""
    from habeas.kernel.asof import AsOf, Basis, parse_calendar_day, utc_today

    known = parse_calendar_day(known_by, "--known-by") if known_by else utc_today()
    return AsOf(parse_calendar_day(day, "--on") if day else known, known, Basis.parse(basis))


def say_if_ahead(asked: AsOf, common: Common) -> None:
    """A remark where D lies after K, or K after today: an answer about days that nobody can have known of."""
    from habeas.kernel.asof import utc_today

    if asked.day > asked.known_by:
        common.say(
            f"habeas: {asked.day} lies after {asked.known_by}, the last day known: whoever came out since then is not seen"
        )
    if asked.known_by > utc_today():
        common.say(f"habeas: --known-by {asked.known_by} lies ahead; nothing later than today is known")


def say_if_not_told_of(register: Any, asked: AsOf, of: Any, common: Common) -> None:
    """A remark where a definition is about a body of which nobody here tells: nought of it is no finding."""
    from habeas.register.bodies import body_not_told_of

    body = body_not_told_of(register, asked, of)
    if body is not None:
        common.say(
            f"habeas: nobody here tells of a body named '{body}'; see whether it is spelled as its sources spell it"
        )


def say_if_not_yet(day: Any, option: str, remedy: str, common: Common) -> None:
    """A remark where a day on which something was published or told lies ahead: a slip, most likely, and evidence with that day."""
    from datetime import timedelta

    from habeas.kernel.asof import utc_today

    # somewhere it is tomorrow already
    if day.first is not None and day.first > utc_today() + timedelta(days=1):
        common.say(f"habeas: {option} {day.text} lies ahead of today, {utc_today()}; if it is a slip, {remedy}")


def definition_named(name: str | None) -> Definition:
    """The definition asked for, or the default one."""
    from habeas.figures.definitions import DEFAULT, definition

    return definition(name or DEFAULT)


def published_day(text: str | None) -> Any:
    """`--published` as a Day; unknown where it is not given. Raises UsageError."""
    return day_given(text, "--published")


def day_given(text: str | None, option: str) -> Any:
    """A Day of any precision from an option; unknown where it is not given. Raises UsageError naming the option."""
    from habeas.kernel.days import Day
    from habeas.kernel.errors import DayInvalid

    try:
        return Day.parse(text or "")
    except DayInvalid as error:
        raise UsageError(f"{option} {text}: {error}") from error


def exact_published(text: str | None) -> date | None:
    """`--published` as a calendar day, None where it is not given or not exact."""
    day = published_day(text)
    return day.first if day.is_exact else None


def one_of(given: str, words: tuple[str, ...], option: str) -> str:
    """Raises UsageError unless `given` is among `words`."""
    if given not in words:
        raise UsageError(f"{option} {given}: use one of {', '.join(words)}")
    return given
