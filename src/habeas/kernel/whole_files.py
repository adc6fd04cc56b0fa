"""Files that are there whole or not at all: written beside their place under another name, then moved to it."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from pathlib import Path

from habeas.kernel.errors import CannotOpen
from habeas.kernel.lasting import Lasting, becoming

_REMEDIES = {
    errno.ENOSPC: "free some space and run the command again",
    errno.EDQUOT: "free some space and run the command again",
    errno.ENOENT: "create its folder first",
    errno.ENOTDIR: "name a file in a folder",
    errno.EISDIR: "name a file, not a folder",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path`, in place of what is there. Raises CannotOpen naming file and remedy; nothing is half-written.

    A link is followed. What is no file (a pipe, a device) is written to as it stands.
    """
    data, place = text.encode(), Path(os.path.realpath(path))
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(data)
        else:
            _write_and_move(place, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path | str, error: OSError) -> CannotOpen:
    """What the system says against writing to `path`, with a remedy."""
    remedy = _REMEDIES.get(error.errno or 0, "name a place that can be written")
    return CannotOpen(f"{path}: {error.strerror or error}; nothing was written: {remedy}")


def _write_and_move(place: Path, data: bytes) -> None:
    draft = place.with_name(f".habeas-{secrets.token_hex(6)}.new")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, draft)  # what was for its owner alone stays so
        with becoming(Lasting(str(place))):
            draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
