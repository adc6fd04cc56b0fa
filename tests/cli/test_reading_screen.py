"""What `habeas read` prints is what `habeas add` would propose."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.claims.reading.read import read_text
from habeas.cli.reading_screen import print_reading
from habeas.register.drafting import Place, drafts_of

TEXT = (
    "Ivan Nibyta, 34, a political prisoner, remains in prison, his wife Alena Vymyslova said. "
    "Prisoners like Hanna Vydumka should be released. 14 political prisoners were freed on 3 March."
)


def test_each_proposal_has_its_words_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    reading = read_text(TEXT, date(2024, 3, 7))
    print_reading(reading)
    screen = " ".join(capsys.readouterr().out.split())

    drafts = [one for one in drafts_of(reading, Place(b"k" * 32, "src_1", "psg_1")) if one.claim["predicate"] != "role"]
    predicates = {str(one.claim["predicate"]) for one in drafts}

    assert {"in_custody", "described_as_political_prisoner", "age", "release", "figure"} <= predicates
    assert [d for d in drafts if str(d.claim["quote"]) not in screen] == []
    assert "in custody: Ivan Nibyta" in screen
