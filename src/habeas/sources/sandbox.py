"""Parsing what may be hostile: always in a child without network or files, or not at all.

Bubblewrap where it works, else Landlock; always with limits on memory, processor time and files. Without either the file is
stored and not parsed. What the child says is itself taken as hostile: its size and shape are checked here.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from habeas.sources.landlock import version
from habeas.sources.passage import Passage

_KINDS = {
    "text/html": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}
_CHILD = Path(__file__).with_name("child.py")
_WALL_SECONDS = 60
_MOST_TEXT = 60_000_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """Passages, or `because`: why there are none. `sandbox` is bubblewrap, landlock or none."""

    passages: tuple[Passage, ...]
    because: str | None
    warnings: tuple[str, ...]
    published_hint: str | None
    sandbox: str


def parse_in_sandbox(data: bytes, media_type: str, sandbox: str | None = None) -> Parsed:
    """Parse HTML, PDF or XLSX. `sandbox` forces one kind (for tests and `doctor`); None takes the best that works."""
    kind = _KINDS.get(media_type)
    if kind is None:
        return _refused(f"stored, not parsed: no parser for {media_type}", "none")
    chosen = sandbox or available()
    if chosen == "none":
        return _refused("stored, not parsed: no sandbox; install bubblewrap, or use Linux 5.13 or newer", "none")
    command = [
        *(_bubblewrap() if chosen == "bubblewrap" else []),
        *_python(),
        str(_CHILD),
        kind,
        chosen if chosen == "bubblewrap" else "none",
    ]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_WALL_SECONDS, check=False, env={}, cwd="/"
        )
    except subprocess.TimeoutExpired:
        return _refused(f"stored, not parsed: gave up after {_WALL_SECONDS} s", chosen)
    except OSError as error:
        return _refused(f"stored, not parsed: the sandbox did not start ({error.strerror})", chosen)
    if done.returncode != 0:
        return _refused(
            f"stored, not parsed: the parser was stopped by its limits or failed (status {done.returncode})", chosen
        )
    return _checked(done.stdout, chosen)


@lru_cache(maxsize=1)
def available() -> str:
    """The sandbox that works here: bubblewrap, landlock or none. Tried once."""
    if shutil.which("bwrap"):
        tried = subprocess.run(
            [*_bubblewrap(), *_python(), "-c", "pass"], capture_output=True, check=False, env={}, cwd="/"
        )
        if tried.returncode == 0:
            return "bubblewrap"
    return "landlock" if version() >= 1 else "none"


def _python() -> list[str]:
    return [sys.executable, "-I", "-B"]


def _bubblewrap() -> list[str]:
    readable = dict.fromkeys(
        [
            "/usr",
            "/lib",
            "/lib64",
            sys.base_prefix,
            sys.prefix,
            str(_CHILD.parents[2]),
            str(Path(sys.executable).resolve().parents[1]),
        ]
    )
    binds = [part for path in readable if Path(path).exists() for part in ("--ro-bind", path, path)]
    return [
        str(shutil.which("bwrap")), "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", *binds,
        "--tmpfs", "/tmp",  # noqa: S108 - a fresh one, inside the sandbox
        "--dev", "/dev", "--chdir", "/",
    ]  # fmt: skip


def _refused(because: str, sandbox: str) -> Parsed:
    return Parsed((), because, (), None, sandbox)


def _checked(said: bytes, sandbox: str) -> Parsed:
    if len(said) > _MOST_TEXT:
        return _refused("stored, not parsed: the text is larger than any document we take", sandbox)
    try:
        answer = json.loads(said)
        passages = tuple(_passage(n, raw) for n, raw in enumerate(answer.get("passages", [])))
        warnings = tuple(str(w)[:300] for w in answer.get("warnings", []))[:50]
        hint = answer.get("published_hint")
    except (ValueError, AttributeError, TypeError, KeyError):
        return _refused("stored, not parsed: the parser's answer could not be read", sandbox)
    because = None if passages else f"stored, not parsed: {str(answer.get('because', 'no reason given'))[:300]}"
    return Parsed(passages, because, warnings, hint if isinstance(hint, str) and len(hint) == 10 else None, sandbox)


def _passage(number: int, raw: dict[str, Any]) -> Passage:
    text, page, title, sheet = raw["text"], raw.get("page"), raw.get("title"), raw.get("sheet")
    if not isinstance(text, str) or not isinstance(page, int | None) or not isinstance(title, str | None):
        raise TypeError("a passage of the wrong shape")
    return Passage(number, text, page, title, None if sheet is None else str(sheet))
