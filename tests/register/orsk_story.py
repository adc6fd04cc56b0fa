"""The story of a case at Orsk, all of it invented: two accused together, their prisons, their court, and who agreed to letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from habeas.register.letters import forget_writing
from habeas.register.place_names import forget_places

ALENA, IVAN, MARTA, YAN = "Alena Vymyslova", "Ivan Nibyta", "Marta Fiktsyya", "Yan Kazachny"
COURT, COLONY, PRISON = "Orsk District Court", "Colony 5", "Orsk prison"
SPOKEN_FOR = "the family"


def line(who: str, predicate: str, valid: str = "", source: str = "Lantern 3", **value: Any) -> dict[str, Any]:
    """One line of a claims file. `source` ends with a number that sets its day of publication."""
    published = f"2025-01-{int(source.split()[-1]):02d}"
    found = {"subject": {"id": who, "name": who}, "predicate": predicate, "source": source, "published_on": published}
    return {**found, **({"valid": valid} if valid else {}), "value": value}


def alena() -> list[dict[str, Any]]:
    """Arrested, accused with Ivan, sentenced, moved to the colony, let out on a day on which sources differ, arrested again."""
    return [
        line(ALENA, "arrest", "2021-03-02", "Lantern 1", place=PRISON, place_kind="pre_trial", ground="a picket"),
        line(ALENA, "described_as_political_prisoner", "", "Lantern 1"),
        line(ALENA, "described_as_political_prisoner", "", "Courier 2"),
        line(ALENA, "case", number="17", authority="Orsk prosecutor", article="Art. 17", court=COURT, judge="Q. Pisar", co_defendants=[IVAN, "Nobody Else"]),
        line(ALENA, "charge", "2021-03-10", "Lantern 1", article="Art. 17"),
        line(ALENA, "sentence", "2021-11-20", term_years=4, place_kind="prison", court=COURT, judge="Q. Pisar", case="17"),
        line(ALENA, "transfer", "2022-01-15", "Lantern 4", place=COLONY, place_kind="prison"),
        line(ALENA, "punishment_cell", "2022-03", "Lantern 4", days=10),
        line(ALENA, "last_contact", "2023-01-15", "Lantern 4", channel="letter"),
        line(ALENA, "release", "2023-07-04", "Lantern 7", way_out="pardon", conditions=["surveillance"]),
        line(ALENA, "release", "2023-07-09", "Courier 8", way_out="pardon"),
        line(ALENA, "birth_date", "1980-05-05", "Lantern 7"),
        line(ALENA, "birth_date", "1981-05-05", "Courier 8"),
        line(ALENA, "relation", "", "Lantern 7", relation="spouse", to=YAN),
        line(ALENA, "relation", "", "Courier 8", relation="colleague", to=MARTA),
        line(ALENA, "involvement", "2021-11-20", official="Q. Pisar", act="pronounced the sentence", body=COURT),
        line(ALENA, "due_release", "2025-03-02", "Lantern 7"),
        line(ALENA, "lawyer", "", "Lantern 7", value="N. Zashchita"),
    ]  # fmt: skip


def others() -> list[dict[str, Any]]:
    """Ivan of the same case, freed in a group; Marta and Yan in the colony, of whom Marta agreed to letters."""
    group = {
        **line("", "release", "2023-07-04", "Courier 8", way_out="pardon"),
        "count": 14,
        "comparator": "at_least",
        "members": [{"id": IVAN, "name": IVAN}],
    }
    del group["subject"]
    return [
        line(IVAN, "arrest", "2021-03", "Lantern 1", place="Orsk"),
        line(IVAN, "case", number="17", authority="Orsk prosecutor", article="Art. 18", court=COURT),
        group,
        line(MARTA, "transfer", "2024-12-01", "Lantern 9", place=COLONY, place_kind="prison"),
        line(MARTA, "consent", "", "Lantern 9", covers="letters", given=True, by=SPOKEN_FOR),
        line(YAN, "transfer", "2024-12", "Lantern 7", place=COLONY, place_kind="prison"),
    ]  # fmt: skip


def story() -> list[Mapping[str, Any]]:
    """All of it."""
    return [*alena(), *others()]


HOW = """
source: the Veldan Courier (invented)
as_of: "2031-02"
letters:
  - {place: Colony 5, address: [Colony 5, "1 Nowhere Street, Orsk"], rules: [Write by hand.]}
"""


@contextmanager
def writing_told(folder: Path) -> Iterator[None]:
    """While the operator's own country files say where Colony 5 is and how one writes there."""
    (folder / "vd.letters.yml").write_text(HOW, "utf-8")
    (folder / "vd.places.yml").write_text("places: [{name: Colony 5, also: [Colony No 5], town: Orsk}]\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HABEAS_COUNTRIES", str(folder))
        forget_writing()
        forget_places()
        yield
    forget_writing()
    forget_places()
