"""A capture is known by what it is, not by when it was taken."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import canonical
from habeas.sources.capture import About, Capture, capture_of

DATA = b"Lantern said so."
ABOUT = About(Day.parse("2025-06"), "The Veldan Courier", "https://courier.invalid/1", "lantern", "cap_0", "2025-07-01T08:00:00Z", "https://archive.invalid/1")  # fmt: skip


def test_a_capture_knows_its_bytes() -> None:
    capture = capture_of(DATA, "text/plain", "courier.txt", ABOUT)
    assert (capture.sha256, capture.size) == (hashlib.sha256(DATA).hexdigest(), len(DATA))
    assert (capture.list_name, capture.derived_from, capture.archive_url) == ("lantern", "cap_0", ABOUT.archive_url)


def test_when_it_was_taken_and_with_what_is_no_part_of_its_identity() -> None:
    early = capture_of(DATA, "text/plain", "courier.txt", ABOUT)
    late = replace(early, captured_at="2026-01-01T00:00:00Z", tool="another")
    assert early.to_content() == late.to_content()
    assert early.beside() == {"captured_at": "2025-07-01T08:00:00Z", "tool": "habeas"}


@pytest.mark.parametrize(
    "other",
    [
        replace(ABOUT, published=Day.unknown()),
        replace(ABOUT, publisher="Lantern"),
        replace(ABOUT, derived_from=None),
        replace(ABOUT, archive_url=None),
    ],
)
def test_who_published_it_when_and_from_what_is(other: About) -> None:
    told = capture_of(DATA, "text/plain", "courier.txt", ABOUT)
    assert told.to_content() != capture_of(DATA, "text/plain", "courier.txt", other).to_content()


@pytest.mark.parametrize("about", [ABOUT, About(Day.unknown())])
def test_a_capture_comes_back_from_its_content(about: About) -> None:
    capture = capture_of(DATA, "text/plain", "courier.txt", about)
    assert Capture.from_content(capture.to_content(), capture.beside()) == capture
    assert Capture.from_content(capture.to_content()) == replace(capture, captured_at=None, tool=None)


def test_content_that_is_no_capture_is_refused() -> None:
    with pytest.raises(InputRefused, match="size"):
        Capture.from_content({"sha256": "00"})


def test_a_file_name_that_is_no_unicode_can_still_be_stored() -> None:
    name = b"arr\xeat.txt".decode("utf-8", "surrogateescape")
    capture = capture_of(DATA, "text/plain", name, ABOUT)
    assert capture.file_name == "arr\ufffdt.txt"
    assert b"arr" in canonical(capture.to_content())
