"""The guided tour: runs the very commands it prints."""

from __future__ import annotations

import io
import json
import os
import shlex
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.echoing import echo

if TYPE_CHECKING:
    from habeas.tour.beats import Beat


@click.command("demo")
@click.argument("file", required=False)
@click.option("--published", metavar="D", help="Publication day of FILE, where you know it.")
@click.option("--keep", metavar="FOLDER", help="Keep the tour's files in FOLDER.")
@click.option("--serve", "serves", is_flag=True, help="Afterwards open the tour's register in the browser.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def demo_command(file: str | None, published: str | None, keep: str | None, serves: bool, as_json: bool) -> int:
    """Take the guided tour on the bundled case, or on your own article FILE. Prints and exits; asks nothing."""
    from habeas.cli.interrupted import calling
    from habeas.kernel.asof import utc_today
    from habeas.kernel.lasting import Lasting, becoming
    from habeas.sources.media import read_bytes
    from habeas.tour.beats import BUNDLED, lay_out, own_article

    if file is not None:
        read_bytes(file)  # says what is wrong with the file before the tour begins
        file = str(Path(file).resolve())
    with _working_folder(keep):
        if file is None:
            lay_out(Path.cwd())
        beats = BUNDLED if file is None else own_article(file, published, utc_today().isoformat())
        if keep is not None:
            with becoming(Lasting(keep)):
                pass
        # registers made on the way are part of the tour: of those in a folder that is then gone nothing stays
        with calling():
            status = _recorded(beats) if as_json else _walk(beats)
        return _shown_in_browser(beats) if serves and status == 0 else status


def _shown_in_browser(beats: Sequence[Beat]) -> int:
    """The register that the tour made first, until interrupted."""
    from habeas.cli.main import attempt

    made = next(command[1] for beat in beats for command in beat.commands if command[0] == "init")
    click.secho(f"\nThe same in the browser\n\n$ habeas serve {made}", bold=True)
    return attempt(["serve", made])


@contextmanager
def _working_folder(keep: str | None) -> Iterator[None]:
    """Work in `keep`, or in a folder that is gone afterwards. Raises CannotOpen, or UsageError where `keep` holds something."""
    from habeas.kernel.errors import UsageError
    from habeas.kernel.whole_files import cannot_write

    here = Path.cwd()
    with ExitStack() as afterwards:
        try:
            if keep is None:
                place = Path(afterwards.enter_context(tempfile.TemporaryDirectory(prefix="habeas-tour-")))
            else:
                place = Path(keep)
                place.mkdir(parents=True, exist_ok=True)
                if any(place.iterdir()):
                    raise UsageError(f"--keep {keep}: the folder is not empty; name a new one")
            os.chdir(place)
        except OSError as error:
            raise cannot_write(keep or "a folder for temporary files (TMPDIR)", error) from error
        afterwards.callback(os.chdir, here)
        yield


def _walk(beats: Sequence[Beat]) -> int:
    from habeas.cli.main import attempt

    for number, beat in enumerate(beats, start=1):
        click.secho(f"\n{number}. {beat.heading}", bold=True)
        if beat.text:
            echo(beat.text)
        for command in beat.commands:
            click.secho(f"\n$ habeas {' '.join(shlex.quote(word) for word in command)}", bold=True)
            status = attempt(list(command))
            if status not in (0, 1):
                return status
    return 0


def _recorded(beats: Sequence[Beat]) -> int:
    """The same walk as one object: each command with its exit code and its own JSON answer; it ends with the first that fails."""
    from habeas.cli.printing import print_json

    walked: list[dict[str, object]] = []
    status = 0
    for beat in beats:
        steps: list[dict[str, object]] = []
        walked.append({"heading": beat.heading, "text": beat.text, "steps": steps})
        for command in beat.commands:
            status, answer = _answer(command)
            steps.append({"command": ["habeas", *command], "exit": status, "answer": answer})
            if status not in (0, 1):
                break
        if status not in (0, 1):
            break
    print_json({"beats": walked})
    return status if status not in (0, 1) else 0


def _answer(command: Sequence[str]) -> tuple[int, object]:
    """A command's exit code and JSON answer; None = it answered nothing."""
    from habeas.cli.main import attempt

    printed = io.StringIO()
    with redirect_stdout(printed):
        status = attempt([*command, "--json"])
    return status, json.loads(printed.getvalue()) if printed.getvalue() else None
