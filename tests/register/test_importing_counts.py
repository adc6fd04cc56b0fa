"""Published counts kept as CSV enter as figures and are compared as they were before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.cli.main import run
from habeas.figures.compatibility import Verdict, reconcile
from habeas.figures.definitions import definition
from habeas.figures.published_csv import load_published_counts
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.importing import Wish
from habeas.register.importing_counts import import_counts, is_counts
from habeas.register.opened import Register, new_register
from habeas.register.published import figures
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


PUBLISHED = """as_of,as_of_basis,publisher_or_carrier,attributed_to,count,count_kind,url,quote,published
2030-06-03,stated,The Veldan Courier,Lantern,101,current_stock,https://courier.invalid/1,101,
2030-06-03,published,The Veldan Courier,Lantern,102,current_stock,https://courier.invalid/1,102,
2030-06-03,stated (year inferred),The Veldan Courier,Lantern,103,current_stock,https://courier.invalid/2030/6/5/more,103,
2030-06-03,stated,The Veldan Courier,Lantern,104,current_stock,https://courier.invalid/2030/06/more,104,
2030-06-03,stated,The Veldan Courier,Lantern,105,current_stock,https://courier.invalid/2029/06/05/old,105,
2030-06-03,stated,The Veldan Courier,Lantern,106,current_stock,https://courier.invalid/2030/6/5/more,106,2030-06-09
2030-06,undated,The Veldan Courier,Lantern,107,current_stock,,107,
"""
PERIODS = """period_from,period_to,publisher_or_carrier,attributed_to,measure,count,url,quote
2030-09-01,2030-09-30,The Veldan Courier,Lantern,released_total,29,,29 people
2030-09-11,2030-09-11,The Veldan Courier,Lantern,released_total,52,https://courier.invalid/2030/9/12/52,52 people
"""


def test_a_count_was_published_on_a_day_only_where_its_row_says_so(register: Register) -> None:
    done = bring_in(register, "stock.csv", PUBLISHED)
    told = {f["value"]: f["published"] for f in figures(register, NOW)["figures"]}
    assert told == {
        101: None, 102: "2030-06-03", 103: "2030-06-05", 104: "2030-06", 105: None, 106: "2030-06-09", 107: None,
    }  # fmt: skip
    assert done["notices"][0] == "rows 4, 5: the day of publication is the one in the address"
    assert done["notices"][1].startswith("rows 2, 6, 8: no day of publication is told")


def test_on_the_public_basis_a_count_without_a_day_is_left_out_and_counted(register: Register) -> None:
    bring_in(register, "flows.csv", PERIODS)
    public = AsOf(date(2030, 10, 1), date(2030, 10, 1), Basis.public())
    answer = figures(register, public)
    assert [f["value"] for f in answer["figures"]] == [52]
    assert answer["undated_left_out"] == 1


def test_the_end_of_a_period_is_told(register: Register, capsys: pytest.CaptureFixture[str]) -> None:
    bring_in(register, "flows.csv", PERIODS)
    assert {(f["since"], f["until"]) for f in figures(register, NOW)["figures"]} == {
        ("2030-09-01", "2030-09-30"),
        ("2030-09-11", "2030-09-11"),
    }
    assert run(["figures", register.path]) == 0
    screen = capsys.readouterr().out
    assert "in 2030-09 " in screen and "on 2030-09-11" in screen and "since" not in screen


def test_a_register_without_figures_says_so(register: Register, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", register.path]) == 0
    assert capsys.readouterr().out.strip() == "No published figures here."


def test_groups_of_two_sources_are_told_apart(
    register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "claims.jsonl"
    group = (
        '{"predicate": "release", "count": 14, "valid": "2030-06-21", "published_on": "2030-06-22", "source": "%s"}\n'
    )
    lines.write_text(group % "Lantern" + group % "The Veldan Courier")
    assert run(["import", register.path, str(lines)]) == 0
    capsys.readouterr()
    assert run(["figures", register.path]) == 0
    screen = capsys.readouterr().out
    assert "14 reported by Lantern" in screen and "14 reported by The Veldan Courier" in screen


def test_the_help_of_import_names_every_format_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "--help"]) == 0
    assert "claims, counts, sheet" in " ".join(capsys.readouterr().out.split())


WEEKS = """period_from,period_to,publisher_or_carrier,attributed_to,measure,count,quote
2030-04-01,2030-04-30,Lantern,Lantern,recognised_new,18,
2030-05-01,2030-05-31,Lantern,Lantern,recognised_new,71,
2030-05-06,2030-05-12,Lantern,Lantern,recognised_new,25,
2030-05-13,2030-05-19,Lantern,Lantern,recognised_new,11,
"""


def test_the_pace_of_recognitions_comes_from_the_flows_held_with_the_strongest_week(register: Register) -> None:
    bring_in(register, "stock.csv", STOCK)
    bring_in(register, "flows.csv", FLOWS)
    bring_in(register, "weeks.csv", WEEKS)
    words = [c.words for v in reconciled(register, NOW, definition(), since="2030-06-01").verdicts for c in v.only_if]
    assert any("(recorded: 18 to 71 recognitions a month, 25 in one week)" in w for w in words)


COUNTS = """[{"id": "june", "stock0": ["2030-06-03", 1183], "releases": [["2030-06-21", 14], ["2030-07-02", 16]], "source": "Lantern, 30.09.2030"},
 {"id": "july", "released": 18, "added_same_week": 25, "stock": 1395, "source": "a report of Lantern, 2030"}]"""


def test_counts_in_another_form_are_no_list_of_people(
    register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "counts.json"
    path.write_text(COUNTS)
    assert run(["import", register.path, str(path)]) == 3
    told = capsys.readouterr()
    assert "release.when" not in told.out + told.err
    assert "no list of people" in told.err and "attributed_to, measure, count" in " ".join(told.err.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alena Vymyslova", "BAZYL PRYDUMANY"),
        ("Вымыслова А. Б.", "Придуманный В."),
        ("虛構甲", "虛構乙"),
        ("გამოგონილი ა", "არარსებული ბ"),
    ],
)
def test_a_list_of_people_under_unknown_names_of_columns_still_gets_a_mapping(
    register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str], one: str, other: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"qui,quand\n{one},2030-06-21\n{other},2030-07-02\n", "utf-8")
    assert run(["import", register.path, str(path)]) == 3
    assert "columns:" in capsys.readouterr().out


def test_a_figure_without_words_names_its_source(register: Register, capsys: pytest.CaptureFixture[str]) -> None:
    header, row = STOCK.splitlines()[:2]
    bring_in(register, "stock.csv", f"{header}\n{row.removesuffix('1183 people')}\n")
    assert run(["figures", register.path]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "no words held; source: The Veldan Courier (https://courier.invalid/1)" in told
