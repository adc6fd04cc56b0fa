"""A register on a network file system is refused; the nearest mount decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.kernel.errors import CannotOpen
from habeas.store.mounts import refuse_network

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
nas:/export {near} nfs4 rw 0 0
sshfs#a {near}/local\\040disk fuse.sshfs rw 0 0
/dev/sdb1 {near}/usb ext4 rw 0 0
nas:/other {near}/usb/covered cifs rw 0 0
/dev/sdc1 {near}/usb/covered xfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "refused"), [("", True), ("local disk", True), ("usb", False), ("usb/covered", False), ("usb2", True)]
)
def test_the_nearest_mount_decides(folder: str, refused: bool, tmp_path: Path) -> None:
    near = tmp_path.resolve()
    path, table = near / folder / "a.habeas", MOUNTS.format(near=near)
    if refused:
        with pytest.raises(CannotOpen, match="network file system"):
            refuse_network(path, table)
    else:
        refuse_network(path, table)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "afs", "ceph", "glusterfs"])
def test_every_network_file_system_is_named(kind: str, tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=f"{kind}.*local disk"):
        refuse_network(tmp_path / "a.habeas", f"x {tmp_path.resolve()} {kind} rw 0 0\n")


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "overlay", "9p", "virtiofs", "fuseblk"])
def test_disks_of_this_machine_are_accepted(kind: str, tmp_path: Path) -> None:
    refuse_network(tmp_path / "a.habeas", f"x {tmp_path.resolve()} {kind} rw 0 0\n")


def test_a_link_to_a_network_file_system_is_followed(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "near").symlink_to(share)
    with pytest.raises(CannotOpen, match="nfs"):
        refuse_network(tmp_path / "near" / "a.habeas", f"nas:/x {share.resolve()} nfs rw 0 0\n")


def test_an_empty_or_broken_table_of_mounts_refuses_nothing(tmp_path: Path) -> None:
    refuse_network(tmp_path / "a", "")
    refuse_network(tmp_path / "a", "nfs\n\nnas:/x\n")
