"""Is this a disk that can keep a register? A network file system loses SQLite's locks, so it is refused.

The nearest mount decides. Plan 9 (9p) and virtiofs are not refused: they hand a virtual machine the disk of its own host.
"""

from __future__ import annotations

import re
from pathlib import Path

from habeas.kernel.errors import CannotOpen

_TABLE = Path("/proc/mounts")
_NETWORK = frozenset((
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "beegfs", "davfs",
    "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.davfs2", "fuse.smbnetfs", "fuse.rclone", "fuse.s3fs",
))  # fmt: skip


def refuse_network(path: Path, mounts: str | None = None) -> None:
    """Raises CannotOpen when `path` lies on a network file system. `mounts` stands in for the system's table."""
    kind = _file_system(path, _system_table() if mounts is None else mounts)
    if kind in _NETWORK:
        raise CannotOpen(
            f"{path} lies on a network file system ({kind}); put the register on a local disk, or use PostgreSQL"
        )


def _file_system(path: Path, mounts: str) -> str:
    """The kind of the nearest mount above `path`; of two at one place the later, which covers the earlier."""
    nearest, kind = "", ""
    real = str(path.resolve())
    for line in mounts.splitlines():
        parts = line.split(" ")
        point = _unescaped(parts[1]) if len(parts) > 2 else ""
        inside = point and (real == point or real.startswith(point.rstrip("/") + "/"))
        if inside and len(point) >= len(nearest):
            nearest, kind = point, parts[2]
    return kind


def _unescaped(point: str) -> str:
    """The table writes blank, tab, newline and backslash as three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


def _system_table() -> str:
    return _TABLE.read_text("utf-8", "replace") if _TABLE.exists() else ""
