"""The guided tour: runs the very commands it prints."""

from __future__ import annotations

import os
import shlex
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from habeas.tour.beats import Beat


@click.command("demo")
@click.argument("file", required=False)
@click.option("--published", metavar="D", help="Publication day of FILE, where you know it.")
@click.option("--keep", metavar="FOLDER", help="Keep the tour's files in FOLDER.")
def demo_command(file: str | None, published: str | None, keep: str | None) -> int:
    """Take the guided tour on the bundled case, or on your own article FILE. Prints and exits; asks nothing."""
    from habeas.kernel.asof import utc_today
    from habeas.kernel.errors import UsageError
    from habeas.sources.media import read_bytes
    from habeas.tour.beats import BUNDLED, lay_out, own_article

    if file is not None:
        read_bytes(file)  # says what is wrong with the file before the tour begins
        file = str(Path(file).resolve())
    if keep is not None and Path(keep).exists() and any(Path(keep).iterdir()):
        raise UsageError(f"--keep {keep}: the folder is not empty; name a new one")
    with tempfile.TemporaryDirectory(prefix="habeas-tour-") as folder:
        place = Path(keep) if keep else Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        here = Path.cwd()
        os.chdir(place)
        try:
            if file is None:
                lay_out(place.resolve() if keep is None else Path())
                return _walk(BUNDLED)
            return _walk(own_article(file, published, utc_today().isoformat()))
        finally:
            os.chdir(here)


def _walk(beats: Sequence[Beat]) -> int:
    from habeas.cli.main import run

    for number, beat in enumerate(beats, start=1):
        click.secho(f"\n{number}. {beat.heading}", bold=True)
        if beat.text:
            click.echo(beat.text)
        for command in beat.commands:
            click.secho(f"\n$ habeas {' '.join(shlex.quote(word) for word in command)}", bold=True)
            status = run(list(command))
            if status not in (0, 1):
                return status
    return 0
