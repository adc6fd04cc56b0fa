"""The list of sources: found by a part of the name, and a page at a time."""

from __future__ import annotations

import json
from pathlib import Path

from django.test import Client
from tests.web.pages.test_bridge import page_of

from habeas.claims.claim import Claim
from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register
from habeas.sources.capture import About
from habeas.web.pages.sources import pieces


def test_a_source_is_found_by_a_part_of_its_name(browser: Client) -> None:
    page = page_of(browser, "/sources/?q=lantERN")
    assert ">Lantern</a>" in page and ">Courier</a>" not in page
    assert "1 of " in page


def test_many_sources_fall_into_pages(browser: Client, register: Register, tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    claim = {"subject": "Yan Kazachny", "predicate": "in_custody", "published": "2024-08-01"}
    lines.write_text("".join(json.dumps({**claim, "source": f"Bulletin {n}"}) + "\n" for n in range(150)), "utf-8")
    import_claims(register, str(lines), About(Day.unknown()), Wish())
    first, second = page_of(browser, "/sources/?q=Bulletin"), page_of(browser, "/sources/?q=Bulletin&page=2")
    assert first.count(">Bulletin ") == 100 and second.count(">Bulletin ") == 50
    assert 'rel="next"' in first and 'rel="prev"' in second and 'rel="next"' not in second


def test_the_claims_of_one_source_fall_into_pages(browser: Client, register: Register, tmp_path: Path) -> None:
    lines = tmp_path / "one.jsonl"
    claim = {"predicate": "in_custody", "published": "2024-08-01", "source": "A long bulletin"}
    named = (
        f"Nobody{'abcdefghij'[n // 100]}{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]} Nibyta" for n in range(250)
    )
    lines.write_text("".join(json.dumps({**claim, "subject": name}) + "\n" for name in named), "utf-8")
    import_claims(register, str(lines), About(Day.unknown()), Wish())
    (source,) = (s.id for s in register.caught_up().sources.values() if s.name == "A long bulletin")
    first, second = page_of(browser, f"/sources/{source}/"), page_of(browser, f"/sources/{source}/?page=2")
    assert (first.count(" Nibyta</a>"), second.count(" Nibyta</a>")) == (200, 50)
    assert 'rel="next"' in first and 'rel="prev"' in second


def test_words_of_several_claims_are_marked_for_each_and_read_as_the_text() -> None:
    def told(id: str, span: tuple[int, int]) -> Claim:
        return Claim(id=id, subject=None, predicate="arrest", value={}, source="s", when=Day.unknown(), span=span)

    claims = [told("a", (2, 8)), told("b", (4, 6)), told("c", (6, 99)), told("d", (5, 5))]
    found = pieces("0123456789", claims, "b")
    assert "".join(piece.text for piece in found) == "0123456789"
    assert [(piece.text, piece.claims) for piece in found if piece.claims] == [
        ("23", ("a",)), ("4", ("a", "b")), ("5", ("a", "b")), ("67", ("a", "c")), ("89", ("c",)),
    ]  # fmt: skip
    assert [piece.text for piece in found if piece.first] == ["4"]
