"""Confinement first, then parsing: everything before the confinement is ours, nothing after it is trusted.

`answer` is the whole life of the child. The parsers import their libraries only when they are called, after the confinement.
"""

from __future__ import annotations

import ctypes
import json
import resource
import signal
import site
import struct
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from habeas.sources.landlock import confine, leave_network
from habeas.sources.seccomp import deny_calls

Answer = dict[str, Any]
_CAPABILITIES_VERSION = 0x20080522
_SYSTEM = (
    "/usr/lib",
    "/lib",
    "/lib64",
    "/usr/lib64",
    "/etc/ld.so.cache",
    "/usr/share/zoneinfo",
    "/dev/null",
    "/dev/urandom",
)


def answer(parsers: Mapping[str, Callable[[bytes], Answer]]) -> None:
    """`KIND OUTER MEMORY SECONDS` on the command line, the file on standard input, the answer on standard output.

    OUTER is "bubblewrap" when the parent has confined us already, else "landlock": then nothing is parsed unless this process could
    give up both files and network. MEMORY is in bytes, SECONDS of processor time.
    """
    kind, outer, memory, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    data = sys.stdin.buffer.read()
    limit(memory, seconds)
    if not confine_self() and outer != "bubblewrap":
        said: Answer = {"because": "no sandbox: this system does not let a process give up its files and network"}
    else:
        said = _parsed(parsers[kind], data)
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode())


def limit(memory: int, seconds: int) -> None:
    """No more than `memory` bytes of address space and `seconds` of processor time; no file, no core dump, no new process."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        # does not bind root: seccomp does
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (most, most))
    # one second between the signal that says why and the one that cannot be caught
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    # Python ignores this signal; here it should end us
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)


def confine_self() -> bool:
    """Give up files, network, other processes and capabilities. Whether at least files and network are gone."""
    left = leave_network()
    files = confine(_readable())
    _drop_capabilities()
    calls = deny_calls()
    return files and (calls or left)


def clean(text: str) -> str:
    """Text that can be stored and shown: halves of characters and control characters become U+FFFD."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.translate(_CONTROLS)


_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), 144, 152, 155, 157, 158, 159), "�")


def _parsed(parser: Callable[[bytes], Answer], data: bytes) -> Answer:
    try:
        return parser(data)
    except MemoryError:
        return {"because": "it needs more memory than is allowed"}
    except RecursionError:
        return {"because": "it is nested too deeply"}
    # the shell around hostile input: whatever goes wrong is said, and the process ends here anyway. BaseException, for a parser
    # written in Rust panics with one of its own.
    except BaseException as error:  # noqa: BLE001
        return {"because": clean(f"the parser failed ({type(error).__name__}: {error})")}


def _readable() -> list[str]:
    """Python's own folders, the installed packages, this package, and the system's libraries."""
    own = str(Path(__file__).resolve().parents[2])
    paths = sysconfig.get_paths()
    return list(
        dict.fromkeys(
            [
                *(paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")),
                *site.getsitepackages(),
                own,
                *_SYSTEM,
            ]
        )
    )


def _drop_capabilities() -> None:
    """Root without capabilities cannot raise its limits again; a new name space has given us some too."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "capset"):
        libc.capset(struct.pack("=Ii", _CAPABILITIES_VERSION, 0), bytes(24))
