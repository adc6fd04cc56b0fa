"""The pictures in README and docs: each is one that the script makes, is there, and is small."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LARGEST = 150_000


def shown_in(page: str) -> set[str]:
    return {Path(path).stem for path in re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", (ROOT / page).read_text("utf-8"))}


def test_every_picture_shown_is_made_by_the_script_and_small() -> None:
    script = (ROOT / "docs" / "screenshots.py").read_text("utf-8")
    made = set(re.findall(r'^    \("([\w-]+)", "/|^CASE = \(\("([\w-]+)"', script, re.MULTILINE))
    names = {one or other for one, other in made}
    files = {path.stem: path.stat().st_size for path in (ROOT / "docs" / "images").glob("*.png")}
    shown = shown_in("README.md") | shown_in("docs/browser.md")
    assert len(shown_in("README.md")) == 2
    assert shown <= names == files.keys()
    assert all(size <= _LARGEST for size in files.values())
