"""Parsing what may be hostile: always in a child without network or files, or not at all.

Bubblewrap where it works, else Landlock; always with limits on memory, processor time, files and time in all. Without either the
file is stored and not parsed.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from habeas.sources.bubblewrap import bubblewrap
from habeas.sources.landlock import version
from habeas.sources.media import HTML, PDF, XLSX
from habeas.sources.parsed import Parsed, Sandbox, not_parsed, parsed_from

_KINDS = {"text": {HTML: "html", PDF: "pdf", XLSX: "xlsx"}, "table": {HTML: "html-table", XLSX: "xlsx-table"}}
CHILD = Path(__file__).resolve().with_name("child") / "__main__.py"
_PYTHON = ("-I", "-B")
#: What the child is asked, and says, when it is only to be seen whether it can be confined.
TRY, TRIED = "try", b"confined"


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory` and `answer` are in bytes; `processor` and `in_all` in seconds of the processor and of the clock on the wall."""

    memory: int = 1024 * 1024 * 1024
    processor: int = 20
    in_all: float = 60
    answer: int = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: what it said, or `because`, why that does not count."""

    said: bytes
    because: str | None = None


LIMITS = Limits()


def parse_in_sandbox(
    data: bytes, media_type: str, sandbox: Sandbox | None = None, limits: Limits = LIMITS, child: Path = CHILD, purpose: str = "text"
) -> Parsed:  # fmt: skip
    """Parse HTML, PDF or XLSX, for its text or (`purpose` table) for its tables, cell by cell.

    `sandbox` forces one kind; None takes the best that works. `child` is the program of the child; tests give their own.
    """
    kind = _KINDS[purpose].get(media_type)
    if kind is None:
        return not_parsed(f"no parser for {media_type}", "none")
    chosen = sandbox or available()
    command = _command(child, kind, chosen, limits)
    if command is None:
        return not_parsed("no sandbox; install bubblewrap, or use Linux 5.13 or newer", "none")
    try:
        ended = _run(command, data, limits)
    except OSError as error:
        return not_parsed(f"the sandbox did not start ({error.strerror})", chosen)
    return not_parsed(ended.because, chosen) if ended.because else parsed_from(ended.said, chosen)


@lru_cache(maxsize=1)
def available() -> Sandbox:
    """The sandbox that works here. Tried once, with the child itself: either may be there and not allowed."""
    kinds: tuple[Sandbox, ...] = ("bubblewrap", "landlock")
    return next((kind for kind in kinds if _works(kind)), "none")


def _works(sandbox: Sandbox) -> bool:
    command = _command(CHILD, TRY, sandbox, LIMITS) if version() or sandbox == "bubblewrap" else None
    if command is None:
        return False
    try:
        ended = _run(command, b"", LIMITS)
    except OSError:
        return False
    return ended.because is None and TRIED in ended.said


def _command(child: Path, kind: str, sandbox: Sandbox, limits: Limits) -> list[str] | None:
    inner = [sys.executable, *_PYTHON, str(child), kind, sandbox, str(limits.memory), str(limits.processor)]
    if sandbox == "bubblewrap":
        wrapped = bubblewrap(child)
        return None if wrapped is None else [*wrapped, *inner]
    return inner if sandbox == "landlock" else None


def _run(command: list[str], data: bytes, limits: Limits) -> Ended:
    """Run the child on `data`. The file lies in memory, not in a pipe, so that neither side ever waits for the other."""
    with os.fdopen(os.memfd_create("source"), "w+b") as given:
        given.write(data)
        given.seek(0)
        with subprocess.Popen(
            command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True
        ) as process:  # fmt: skip
            try:
                return _listen(process, limits)
            finally:
                # also when we are interrupted ourselves
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)


def _listen(process: subprocess.Popen[bytes], limits: Limits) -> Ended:
    """What the child says until it ends, says too much, or takes too long."""
    until = time.monotonic() + limits.in_all
    too_long = Ended(b"", f"gave up after {limits.in_all:g} s")
    said = bytearray()
    assert process.stdout is not None
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdout, selectors.EVENT_READ)
        while True:
            if not ready.select(max(0.0, until - time.monotonic())):
                return too_long
            part = os.read(process.stdout.fileno(), 1 << 16)
            if not part:
                break
            said += part
            if len(said) > limits.answer:
                return Ended(b"", "its text is larger than any document we take")
    try:
        status = process.wait(max(0.0, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        return too_long
    return Ended(bytes(said), _fault(status, limits))


def _fault(status: int, limits: Limits) -> str | None:
    """Why the child's end was no good end; None = it was one. Bubblewrap adds 128 to the signal that ended its child."""
    number = -status if status < 0 else status - 128 if status > 128 else 0
    if status == 0:
        return None
    if number == signal.SIGXCPU:
        return f"the parser was stopped after {limits.processor} s of processor time"
    if number == signal.SIGKILL:
        return "the parser was killed, for its memory or its time"
    if number in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGILL):
        return f"the parser broke down, perhaps for want of memory (limit {limits.memory >> 20} MB)"
    return f"the parser was stopped or failed (status {status})"
