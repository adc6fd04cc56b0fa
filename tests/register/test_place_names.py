"""Places by name: country files join spellings and tell where a place is; a broken file says what is off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.kernel.errors import InputRefused
from habeas.register.place_names import forget_places, own_key, place_key, told_of_place

VELDANIA = """
source: the Veldan Courier (invented)
places:
  - {name: Colony 5, also: [Калонія №5, "colony no. 5"], town: Orsk, latitude: 10.5, longitude: -20}
  - {name: Velmar City Court}
"""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("HABEAS_COUNTRIES", str(tmp_path))
    forget_places()
    yield tmp_path / "vd.places.yml"
    forget_places()


def test_spellings_that_a_country_file_joins_are_one_place(told: Path) -> None:
    told.write_text(VELDANIA, "utf-8")
    assert (
        place_key("Калонія № 5".replace(" 5", "5")) == place_key("COLONY No. 5") == place_key("Colony 5") == "colony-5"
    )
    assert place_key("Colony 6") == "colony-6"


def test_what_a_country_file_tells_of_a_place_is_kept_with_who_says_so(told: Path) -> None:
    told.write_text(VELDANIA, "utf-8")
    place, court = told_of_place("colony-5"), told_of_place("velmar-city-court")
    assert place is not None and court is not None
    assert (place.town, place.at, place.source) == ("Orsk", (10.5, -20.0), "the Veldan Courier (invented)")
    assert court.at is None
    assert told_of_place("colony-6") is None


@pytest.mark.parametrize(
    "entry", ["Colony 5", "{town: Orsk}", "{name: X, latitude: 91, longitude: 0}", "{name: X, latitude: 1}", "{name: X, latitude: true, longitude: 1}"]
)  # fmt: skip
def test_an_entry_that_cannot_be_is_refused_with_its_file(told: Path, entry: str) -> None:
    told.write_text(f"places: [{entry}]\n", "utf-8")
    with pytest.raises(InputRefused, match=r"vd\.places\.yml"):
        place_key("Colony 5")


def test_a_name_of_no_letters_has_no_key() -> None:
    assert own_key("…") == ""
