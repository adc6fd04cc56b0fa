"""Bubblewrap: the command that runs Python with nothing but Python's own folders, read-only, and no network.

Every name space is its own, the environment is empty, there is no home, no /etc and no /proc, all capabilities are dropped.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

_SYSTEM = ("/usr", "/lib", "/lib64")
_PACKAGE = Path(__file__).resolve().parents[1]


def bubblewrap(also: Path) -> list[str] | None:
    """The words before the command to be run; None = bubblewrap is not installed. `also` is one more file to be seen."""
    program = shutil.which("bwrap")
    if program is None:
        return None
    interpreter = str(Path(sys.executable).resolve().parents[1])
    seen = dict.fromkeys([*_SYSTEM, sys.base_prefix, sys.prefix, interpreter, str(_PACKAGE), str(also)])
    binds = [word for path in seen if Path(path).exists() for word in ("--ro-bind", path, path)]
    return [
        program, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
        # first the empty folder, so that what is seen may lie below it
        "--tmpfs", "/tmp", "--dev", "/dev", *binds, "--chdir", "/",  # noqa: S108 - a fresh one, seen by nobody else
    ]  # fmt: skip
