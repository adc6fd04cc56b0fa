"""A file is there whole, or what was there before is untouched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from habeas.kernel.errors import CannotOpen
from habeas.kernel.whole_files import write_whole


def test_a_file_takes_the_place_of_the_one_before_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("before")
    file.chmod(0o600)
    write_whole(file, "Alena Vymyslova")
    assert (file.read_text("utf-8"), file.stat().st_mode & 0o777) == ("Alena Vymyslova", 0o600)
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "lines.txt")
    write_whole(link, "Ivan Nibyta")
    assert link.is_symlink()
    assert (tmp_path / "lines.txt").read_text("utf-8") == "Ivan Nibyta"


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_whole(Path(os.devnull), "Ivan Nibyta")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("place", "said"), [
    ("nowhere/lines.txt", "create its folder first"), ("file/lines.txt", "name a file in a folder"), ("x" * 300, "choose a shorter name"),
])  # fmt: skip
def test_what_cannot_be_written_is_named_with_a_remedy(place: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotOpen, match=said):
        write_whole(tmp_path / place, "Ivan Nibyta")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_disk_that_fills_up_leaves_the_earlier_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("before")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotOpen, match=r"lines\.txt: No space left on device; nothing was written: free some space"):
        write_whole(file, "after")
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupt_leaves_the_earlier_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("before")

    def interrupted(_number: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, "after")
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]
