"""The list of sources: found by a part of the name, and a page at a time."""

from __future__ import annotations

import json
from pathlib import Path

from django.test import Client
from tests.web.pages.test_bridge import page_of

from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register
from habeas.sources.capture import About


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
