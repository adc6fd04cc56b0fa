"""Where a command's file goes: the one way by which commands write files, so that none ever replaces a register or its evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from habeas.kernel.errors import CannotOpen

_LOOKED_AT = 65_536


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written for a command on `register` (None = on none). `overwrite`: an earlier one may be replaced.

    Raises CannotOpen, at once and again when it is written, where the file is or belongs to a register, or is there already.
    """

    path: str
    register: str | None
    overwrite: bool

    def __post_init__(self) -> None:
        self._refuse()

    def write(self, text: str) -> None:
        """Write the file whole. Raises CannotOpen; then nothing was written."""
        from habeas.kernel.whole_files import write_whole

        self._refuse()
        write_whole(Path(self.path), text)

    def _refuse(self) -> None:
        from habeas.store.beside import refuse_belonging

        target = Path(self.path)
        try:
            refuse_belonging(target, self.register)
            if target.is_dir():
                raise CannotOpen(f"{self.path} is a folder; name a file")
            if target.is_file() and not self.overwrite:
                raise CannotOpen(f"{self.path} already exists; choose another name, or replace it with --overwrite")
            if target.is_file() and _is_binary(target):
                raise CannotOpen(f"{self.path} holds no text, so no command wrote it here; choose another name")
        except OSError as error:
            raise CannotOpen(f"{self.path}: {error.strerror or error}; choose another name") from error


def output_option(*names: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add an option that names a file to write, and --overwrite. The command gets an `Output`, or None, under the option's name."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        @click.option(*names, "output", metavar="FILE", help=help)
        @click.option("--overwrite", is_flag=True, help="Replace the file where it is there already.")
        @wraps(function)
        def wrapper(*args: Any, output: str | None, overwrite: bool, **kwargs: Any) -> Any:
            made = None if output is None else Output(output, kwargs.get("reg"), overwrite)
            return function(*args, output=made, **kwargs)

        return wrapper

    return add


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return b"\0" in file.read(_LOOKED_AT)
