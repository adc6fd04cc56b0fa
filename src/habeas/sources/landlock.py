"""Landlock: this process gives up, for good, every file but those named, and TCP altogether. Linux 5.13 and newer.

Only the standard library: it runs before anything else in the child that parses hostile files.
"""

import ctypes
import os
import struct
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # system call numbers, the same on every architecture that Linux numbers anew
_VERSION_FLAG, _PATH_BENEATH = 1, 1
_NO_NEW_PRIVILEGES = 38
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_READ = (1 << 0) | (1 << 2) | (1 << 3)  # execute, read file, read directory
_RIGHTS_BY_VERSION = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}


def version() -> int:
    """The Landlock ABI of this kernel; 0 = none."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        return max(0, int(libc.syscall(_CREATE, None, ctypes.c_size_t(0), _VERSION_FLAG)))
    except (OSError, AttributeError):
        return 0


def confine(readable: list[str]) -> bool:
    """Keep only reading below `readable`; no writing, no TCP. Whether the kernel agreed; False changes nothing."""
    abi = version()
    if abi < 1:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    handled = (1 << _RIGHTS_BY_VERSION.get(abi, 16)) - 1
    rules = struct.pack("QQ", handled, 0b11) if abi >= 4 else struct.pack("Q", handled)
    ruleset = libc.syscall(_CREATE, rules, ctypes.c_size_t(len(rules)), 0)
    if ruleset < 0:
        return False
    for path in readable:
        if Path(path).exists():
            where = os.open(path, os.O_PATH | os.O_CLOEXEC)
            allowed = _READ if Path(path).is_dir() else 1 << 2
            libc.syscall(_ADD, ruleset, _PATH_BENEATH, struct.pack("=Qi", allowed, where), 0)
            os.close(where)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    agreed = libc.syscall(_RESTRICT, ruleset, 0) == 0
    os.close(ruleset)
    return bool(agreed)


def leave_network() -> bool:
    """Move to an empty network of our own, where that is allowed. Whether it was."""
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.unshare(_NEW_NET) == 0 or libc.unshare(_NEW_USER | _NEW_NET) == 0)
