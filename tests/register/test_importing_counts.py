"""Published counts kept as CSV enter as figures and are compared as they were before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.figures.compatibility import Verdict, reconcile
from habeas.figures.definitions import definition
from habeas.figures.published_csv import load_published_counts
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.importing import Wish
from habeas.register.importing_counts import import_counts, is_counts
from habeas.register.opened import Register, new_register
from habeas.register.reconciling import reconciled
from habeas.sources.capture import About

SHARED = Path(__file__).parents[3] / "shared" / "data" / "belarus_published_counts"
NOW = AsOf(date(2040, 1, 1), date(2040, 1, 1), Basis.register())
STOCK = """as_of,as_of_basis,publisher_or_carrier,attributed_to,count,count_kind,url,quote
2030-06-03,page text,The Veldan Courier,Lantern,1183,current_stock,https://courier.invalid/1,1183 people
2030-06-26,page text,The Veldan Courier,Lantern,1172,current_stock,,1172 people
2030-04-31,page text,The Veldan Courier,Lantern,12,current_stock,,12
2030-06-30,page text,The Veldan Courier,Lantern,many,current_stock,,many
2030-06-30,page text,,Lantern,9,current_stock,,9
"""
FLOWS = """period_from,period_to,publisher_or_carrier,attributed_to,measure,count,quote
2030-06-21,2030-06-21,The Orsk Evening,the prison service,released_total,14,14 people
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        yield made


def bring_in(register: Register, name: str, text: str, wish: Wish | None = None) -> dict[str, Any]:
    path = Path(register.path).parent / name
    path.write_text(text)
    return import_counts(register, str(path), About(Day.unknown()), wish or Wish())


def test_sound_rows_enter_and_faulty_ones_are_named(register: Register) -> None:
    done = bring_in(register, "stock.csv", STOCK)
    assert (done["claims"], done["format"]) == (2, "counts")
    assert [(r["row"], r["column"]) for r in done["refused"]] == [(4, None), (5, None), (6, "publisher_or_carrier")]
    assert bring_in(register, "stock.csv", STOCK)["claims"] == 0


def test_a_strict_import_refuses_the_whole_file(register: Register) -> None:
    with pytest.raises(InputRefused, match=r"stock.csv: row 4"):
        bring_in(register, "stock.csv", STOCK, Wish(strict=True))
    assert not register.caught_up().claims


def test_the_figures_bear_on_each_other(register: Register) -> None:
    bring_in(register, "stock.csv", STOCK)
    bring_in(register, "flows.csv", FLOWS)
    found = reconciled(register, NOW, definition())
    value = {f.id: f.value for f in found.figures}
    [pair] = [p for p in found.to_json()["pairs"] if {value[p["a"]], value[p["b"]]} == {1183, 1172}]
    assert pair["only_if"][0] == "at least 3 net additions in 23 days"


def test_a_header_that_is_another_is_refused(register: Register) -> None:
    with pytest.raises(InputRefused, match="has to name the columns"):
        bring_in(register, "other.csv", "a,b\n1,2\n")
    assert not is_counts(str(Path(register.path).parent / "other.csv"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published counts of Belarus lie outside the project")
def test_every_verdict_is_the_same_as_from_the_files(register: Register) -> None:
    for name in ("stock.csv", "flows.csv"):
        done = import_counts(register, str(SHARED / name), About(Day.unknown()), Wish())
        assert done["refused"] == []
    plain = load_published_counts(SHARED)
    found = reconciled(register, NOW, definition())
    assert len(found.figures) == len(plain)
    assert Counter(told(v) for v in found.verdicts) == Counter(told(v) for v in reconcile(plain))


def told(verdict: Verdict) -> tuple[object, ...]:
    """What a verdict says, whichever of the two figures it names first."""
    words = tuple(" ".join(sorted(c.words.replace(",", "").replace(";", "").split())) for c in verdict.only_if)
    return verdict.verdict, words, abs(verdict.difference), verdict.unexplained
