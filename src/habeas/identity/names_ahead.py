"""Many names looked at on another core of the machine, while this one has other work: the index of like names, made by a child.

The child is given the names by its input and gives the index back; nothing of them touches a disk. Where there is no second core, or the
child fails, nothing is lost but time: names are looked at here when they are asked for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from habeas.identity.like_names import LikeNames

#: From so many names on a child is worth its start.
MANY = 20_000
#: The child reads everything before it loads anything, so that whoever feeds it need not wait.
CHILD = (
    "-I", "-B", "-c",
    "import sys; given = sys.stdin.buffer.read(); from habeas.identity.names_ahead import looked_at; sys.stdout.buffer.write(looked_at(given))",
)  # fmt: skip


@contextmanager
def names_ahead(index: LikeNames, names: Collection[str], child: Sequence[str] = CHILD) -> Iterator[None]:
    """Have names looked at meanwhile, if they are many and the index is still empty; the index takes them over when it is first asked.

    Left before that, the child is ended. `child`: the arguments of the interpreter that is to do it.
    """
    if len(names) < MANY or not index.is_empty or (os.cpu_count() or 1) < 2:
        yield
        return
    try:
        process = _begun(child, names)
    except OSError:
        yield
        return
    with process:
        index.await_from(lambda: _ended(process))
        try:
            yield
        finally:
            index.await_from(None)
            process.kill()


def looked_at(given: bytes) -> bytes:
    """What the child does: the index of names that are given as a JSON list."""
    index = LikeNames()
    for name in json.loads(given):
        index.like(name)
    return index.to_bytes()


def _begun(child: Sequence[str], names: Collection[str]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, *child], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True,
    )  # fmt: skip
    try:
        if process.stdin is not None:
            process.stdin.write(json.dumps(list(names)).encode())
            process.stdin.close()
    except BrokenPipeError:  # it ended early; what it says will tell
        pass
    except BaseException:
        process.kill()
        raise
    return process


def _ended(process: subprocess.Popen[bytes]) -> bytes | None:
    """What the child says; None = it failed."""
    said = process.stdout.read() if process.stdout is not None else b""
    return said if process.wait() == 0 else None
