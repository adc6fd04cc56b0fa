"""Landlock: this process gives up, for good, every file but those named, TCP, and reaching other processes. Linux 5.13 and newer.

Only the standard library: it runs before anything else in the child that parses hostile files. Numbers are those of
linux/landlock.h; what the kernel's version cannot deny yet is left out, never refused.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same on every architecture
_VERSION_FLAG, _PATH_BENEATH = 1, 1
_NO_NEW_PRIVILEGES = 38
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
#: How many rights over files each version knows; version 5 and newer know 16.
_RIGHTS_BY_VERSION = {1: 13, 2: 14, 3: 15, 4: 15}
_ALL_TCP, _ALL_SCOPES = 0b11, 0b11
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000


def version() -> int:
    """The Landlock version of this kernel; 0 = none."""
    try:
        return max(0, _call(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION_FLAG)))
    except (OSError, AttributeError):
        return 0


def confine(readable: Iterable[str]) -> bool:
    """Keep only reading below `readable`: no writing, no running, no TCP, no signal to others. Whether the kernel agreed.

    Nothing is taken away when it did not. Paths that do not exist are passed over.
    """
    known = version()
    if known < 1:
        return False
    rules = _rules(known)
    ruleset = _call(_CREATE, rules, ctypes.c_size_t(len(rules)), ctypes.c_uint32(0))
    if ruleset < 0:
        return False
    try:
        for path in readable:
            _allow(ruleset, path)
        forbid_new_privileges()
        return _call(_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0)) == 0
    finally:
        os.close(ruleset)


def forbid_new_privileges() -> None:
    """No set-user-id program will ever raise this process again: the kernel asks for it before it lets a process confine itself."""
    _libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def leave_network() -> bool:
    """Move to an empty network of our own, where that is allowed; before `confine`. Whether it was. Denies UDP too, as TCP rules do not."""
    unshare = getattr(_libc(), "unshare", None)
    return unshare is not None and (unshare(_NEW_NETWORK) == 0 or unshare(_NEW_USER | _NEW_NETWORK) == 0)


def _rules(known: int) -> bytes:
    """What is denied unless allowed: files always, TCP from version 4, other processes from version 6."""
    rules = struct.pack("=Q", (1 << _RIGHTS_BY_VERSION.get(known, 16)) - 1)
    if known >= 4:
        rules += struct.pack("=Q", _ALL_TCP)
    if known >= 6:
        rules += struct.pack("=Q", _ALL_SCOPES)
    return rules


def _allow(ruleset: int, path: str) -> None:
    if not Path(path).exists():
        return
    where = os.open(path, os.O_PATH | os.O_CLOEXEC)
    rights = _READ_FILE | (_READ_FOLDER if Path(path).is_dir() else 0)
    _call(
        _ADD, ctypes.c_int(ruleset), ctypes.c_int(_PATH_BENEATH), struct.pack("=Qi", rights, where), ctypes.c_uint32(0)
    )
    os.close(where)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(number: int, *arguments: object) -> int:
    libc = _libc()
    libc.syscall.restype = ctypes.c_long
    return int(libc.syscall(ctypes.c_long(number), *arguments))
