"""A capture: exact bytes, taken at an instant, that nothing later changes.

What makes its identity is what it is (hash, name, publisher, publication day, list). When it was taken and with which tool is kept
beside: ids are made from `to_content()`, which leaves `captured_at` and `tool` out, so that the same file taken twice is one
capture. `derived_from` names the capture this one repeats: ten outlets that reprint one agency are one source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import sha256_hex

_WORDS = ("publisher", "url", "archive_url", "list_name", "derived_from")


@dataclass(frozen=True, slots=True)
class Capture:
    """`size` is in bytes. `published` unknown = no publication day is known. None in any other field = not said.

    `derived_from` is the id or the SHA-256 of another capture; `captured_at` a moment in ISO 8601, in UTC where a zone is given.
    """

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
        """What makes its identity, as plain JSON: all but `captured_at` and `tool`."""
        content = {
            "sha256": self.sha256, "size": self.size, "media_type": self.media_type, "file_name": self.file_name,
            "published": self.published.text or None, **{name: getattr(self, name) for name in _WORDS},
        }  # fmt: skip
        return {name: value for name, value in content.items() if value is not None}

    def beside(self) -> dict[str, Any]:
        """What is kept with it without being part of its identity."""
        return {name: v for name, v in (("captured_at", self.captured_at), ("tool", self.tool)) if v is not None}

    @staticmethod
    def from_content(content: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> Capture:
        """Back from `to_content()` and, where it was kept, `beside()`. Raises InputRefused when a field is missing."""
        words = {name: content.get(name) for name in _WORDS}
        kept = {name: (beside or {}).get(name) for name in ("captured_at", "tool")}
        try:
            return Capture(
                sha256=content["sha256"], size=content["size"], media_type=content["media_type"], file_name=content["file_name"],
                published=Day.parse(content.get("published", "")), **words, **kept,
            )  # fmt: skip
        except KeyError as error:
            raise InputRefused(f"a capture without {error}; take the file in again") from error


@dataclass(frozen=True, slots=True)
class About:
    """What the operator knows of a file: when and by whom it was published, where it came from, which list it is.

    `published` unknown = no publication day is known. None in any other field = not said.
    """

    published: Day
    publisher: str | None = None
    url: str | None = None
    list_name: str | None = None
    derived_from: str | None = None
    captured_at: str | None = None
    archive_url: str | None = None


def capture_of(data: bytes, media_type: str, file_name: str, about: About) -> Capture:
    """The capture of these bytes."""
    return Capture(
        sha256_hex(data), len(data), media_type, _sayable(file_name), about.published, about.publisher, about.url,
        about.archive_url, about.list_name, about.derived_from, about.captured_at, "habeas",
    )  # fmt: skip


def _sayable(file_name: str) -> str:
    """A name whose bytes are not UTF-8 cannot be written as JSON: those bytes become U+FFFD."""
    return file_name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
