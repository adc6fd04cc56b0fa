"""A capture: exact bytes, taken at an instant, that nothing later changes.

What makes its identity is what it is (hash, publisher, publication day, list); when it was taken and with which tool is kept
beside, so that the same file taken twice is one capture. `derived_from` names the capture this one repeats: ten outlets that
reprint one agency are one source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from habeas.kernel.days import Day
from habeas.kernel.ids import sha256_hex


@dataclass(frozen=True, slots=True)
class Capture:
    """`published` unknown = no publication day is known. None in any other field = not said."""

    sha256: str
    size: int
    media_type: str
    file_name: str
    published: Day
    publisher: str | None = None
    url: str | None = None
    archive_url: str | None = None
    list_name: str | None = None
    derived_from: str | None = None
    captured_at: str | None = None
    tool: str | None = None

    def to_content(self) -> dict[str, Any]:
        """What makes its identity."""
        content = {
            "sha256": self.sha256, "size": self.size, "media_type": self.media_type, "file_name": self.file_name,
            "published": self.published.text or None, "publisher": self.publisher, "url": self.url,
            "archive_url": self.archive_url, "list_name": self.list_name, "derived_from": self.derived_from,
        }  # fmt: skip
        return {name: value for name, value in content.items() if value is not None}

    def beside(self) -> dict[str, Any]:
        """What is kept with it without being part of its identity."""
        return {name: v for name, v in (("captured_at", self.captured_at), ("tool", self.tool)) if v is not None}


@dataclass(frozen=True, slots=True)
class About:
    """What the operator knows of a file: when and by whom it was published, where it came from, which list it is."""

    published: Day
    publisher: str | None = None
    url: str | None = None
    list_name: str | None = None
    derived_from: str | None = None
    captured_at: str | None = None


def capture_of(data: bytes, media_type: str, file_name: str, about: About) -> Capture:
    """The capture of these bytes."""
    return Capture(
        sha256_hex(data), len(data), media_type, file_name, about.published, about.publisher, about.url, None,
        about.list_name, about.derived_from, about.captured_at, "habeas",
    )  # fmt: skip
