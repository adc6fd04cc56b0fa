"""Seccomp: this process gives up, for good, the system calls that parsing never needs. Linux, on x86-64 and 64-bit ARM.

Sockets of every kind, new processes and programs, signals to others, other processes' memory, name spaces, mounts, io_uring (which
could open sockets unseen), BPF and keys. A denied call fails with EPERM. It is a list of what is denied, not of what is allowed:
files are Landlock's and bubblewrap's task. Only the standard library: it runs before anything else in the child.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

from habeas.sources.landlock import forbid_new_privileges

# name: number on x86-64, number on 64-bit ARM (None = that architecture has no such call)
_DENIED: dict[str, tuple[int, int | None]] = {
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200), "sendto": (44, 206),
    "sendmsg": (46, 211), "clone": (56, 220), "fork": (57, None), "vfork": (58, None), "clone3": (435, 435),
    "execve": (59, 221), "execveat": (322, 281), "tkill": (200, 130), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "io_uring_setup": (425, 425), "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268), "fsopen": (430, 430),
    "open_tree": (428, 428), "move_mount": (429, 429), "open_by_handle_at": (304, 265), "shmget": (29, 194),
    "msgget": (68, 186), "semget": (64, 190), "mq_open": (240, 180), "setrlimit": (160, 164),
}  # fmt: skip
#: Allowed to itself only: a process that aborts signals itself.
_KILL, _TGKILL = (62, 129), (234, 131)
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_X32 = 0x40000000
_LOAD, _IS, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _EPERM, _KILLED = 0x7FFF0000, 0x00050001, 0x80000000
_SET_SECCOMP, _FILTER = 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def deny_calls() -> bool:
    """Give up those calls. Whether the kernel agreed; False changes nothing."""
    if platform.system() != "Linux" or platform.machine() not in _ARCHITECTURES or sys.maxsize < 2**32:
        return False
    steps = _steps(*_ARCHITECTURES[platform.machine()], os.getpid())
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    forbid_new_privileges()
    program = _Program(len(steps), code)
    return bool(ctypes.CDLL(None).prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _steps(column: int, architecture: int, own: int) -> list[tuple[int, int, int, int]]:
    """Classic BPF: (what to do, steps to skip when true, when false, operand)."""
    steps = [(_LOAD, 0, 0, _ARCHITECTURE), (_IS, 1, 0, architecture), (_RETURN, 0, 0, _KILLED), (_LOAD, 0, 0, _NUMBER)]
    # the x32 numbers of x86-64 would go round the list
    steps += [(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _EPERM)]
    for numbers in _DENIED.values():
        if (number := numbers[column]) is not None:
            steps += [(_IS, 0, 1, number), (_RETURN, 0, 0, _EPERM)]
    for numbers in (_KILL, _TGKILL):
        steps += [
            (_IS, 0, 4, numbers[column]), (_LOAD, 0, 0, _FIRST_ARGUMENT), (_IS, 0, 1, own),
            (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _EPERM),
        ]  # fmt: skip
    return [*steps, (_RETURN, 0, 0, _ALLOW)]
