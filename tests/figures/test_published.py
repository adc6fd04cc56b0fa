"""A published figure, and the two files in which published counts are kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.figures.figures_of_veldania import UNKNOWN, flow, stock, undated

from habeas.figures.compatibility import Reconciliation, base_in_words, reconcile
from habeas.figures.published import PublishedFigure, possibly_within, same_count, surely_within
from habeas.figures.published_csv import load_published_counts
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "belarus_published_counts"

STOCK = "as_of,as_of_basis,publisher_or_carrier,attributed_to,count,count_kind,quote,note\n"
FLOWS = "period_from,period_to,publisher_or_carrier,attributed_to,measure,count,quote,note\n"


def counts(folder: Path, stock_rows: str = "", flow_rows: str = "") -> list[PublishedFigure]:
    folder.joinpath("stock.csv").write_text(STOCK + stock_rows, "utf-8")
    folder.joinpath("flows.csv").write_text(FLOWS + flow_rows, "utf-8")
    return load_published_counts(folder)


# ---- one figure


def days(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


def test_a_stock_without_a_base_day_speaks_of_its_publication_at_the_latest() -> None:
    assert undated(1172).base_days == days("2030-06-21", "2030-06-26")
    assert stock(1172, "2030-06-26", as_of=UNKNOWN).base_days == (None, days("2030-06-26", "2030-06-26")[1])


def test_a_flow_without_an_end_runs_to_its_publication_but_not_surely() -> None:
    since = flow(300, "2029-22", "2030-06-26", until=UNKNOWN)
    assert since.period == days("2029-06-01", "2030-06-26")
    assert since.sure_period == (None, None)
    inner = flow(14, "2030-06-21", "2030-06-21")
    assert possibly_within(inner, since) and not surely_within(inner, since)


def test_a_period_since_a_season_surely_begins_when_the_season_is_over() -> None:
    since = flow(300, "2029-22", "2030-06-26")
    assert since.sure_period == days("2029-08-31", "2030-06-26")
    assert not surely_within(flow(14, "2029-07-01", "2029-07-01"), since)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (stock(1172, "2030-06-26"), "2030-06-26"),
        (undated(1172), "between 2030-06-21 and 2030-06-26"),
        (stock(1172, "2030-06-26", as_of=UNKNOWN), "by 2030-06-26"),
        (flow(14, "2030-06-21", "2030-06-21"), "2030-06-21"),
        (flow(29, "2030-09-01", "2030-09-30"), "2030-09"),
        (flow(300, "2029-22", "2030-06-26", until=UNKNOWN), "since summer 2029"),
        (flow(8, "2030-01-01", "2030-06-26", since=UNKNOWN), "up to 2030-06-26"),
        (stock(1172, "2030-06-26", as_of=UNKNOWN, published=UNKNOWN), "not stated"),
    ],
)
def test_a_base_is_told_in_words(figure: PublishedFigure, words: str) -> None:
    assert base_in_words(figure) == words


def test_one_count_is_one_list_or_one_speakers_flows() -> None:
    assert same_count(stock(1, "2030-01-01", list_name="L"), stock(2, "2030-01-01", list_name="L"))
    assert not same_count(stock(1, "2030-01-01"), stock(2, "2030-01-01"))
    assert same_count(flow(1, "2030-01-01", "2030-01-01"), flow(2, "2030-01-01", "2030-01-01"))
    assert not same_count(flow(1, "2030-01-01", "2030-01-01"), flow(2, "2030-01-01", "2030-01-01", counted="teachers"))


@pytest.mark.parametrize(
    ("value", "comparator", "kind", "word"),
    [(14, "roughly", "flow", "comparator"), (14, "exact", "rate", "kind"), (-1, "exact", "flow", "number")],
)
def test_what_is_no_figure_is_refused_with_a_remedy(value: int, comparator: str, kind: str, word: str) -> None:
    with pytest.raises(InputRefused, match=rf"figure .*{word}.*(use|correct)"):
        flow(value, "2030-06-21", "2030-06-21", id="odd", comparator=comparator, kind=kind)


# ---- the two files


def test_rows_become_figures_with_their_comparator_day_and_people(tmp_path: Path) -> None:
    one, two, three, four = counts(
        tmp_path,
        '2030-06-03,stated,Courier,Lantern,1183,current_stock,"1,183 are held",\n2030-07,stated,Courier,not stated,>1400,at_least,,\n',
        "2030-12-13,2030-12-13,Courier,the state channel,pardoned_citizens_of_various_countries,123,,\n"
        "2030-04-01,2030-04-30,Lantern,Lantern,released_full_term_at_least,47,,\n",
    )
    assert (one.id, one.value, one.comparator, one.population, one.kind, one.quote) == (
        "stock-2",
        1183,
        "exact",
        "in_custody",
        "stock",
        "1,183 are held",
    )
    assert (two.comparator, two.value, two.said_by, two.list_name, str(two.as_of)) == (
        "more_than",
        1400,
        None,
        None,
        "2030-07",
    )
    assert (three.population, three.kind, three.counted) == ("pardoned", "flow", "citizens of various countries")
    assert (four.comparator, four.counted, base_in_words(four)) == (
        "at_least",
        "political prisoners",
        "2030-04",
    )


def test_a_day_of_publication_is_no_base_day(tmp_path: Path) -> None:
    (figure,) = counts(tmp_path, "2030-09-05,published,Lantern,Lantern,1372,current_stock,,\n")
    assert figure.as_of.is_unknown and figure.published == Day.parse("2030-09-05")


def test_a_cumulative_count_is_a_running_total(tmp_path: Path) -> None:
    (figure,) = counts(tmp_path, "2030-05-21,stated,Lantern,Lantern,3200,cumulative_since_2020_at_least,,\n")
    assert (figure.population, figure.kind, figure.comparator, str(figure.as_of)) == (
        "recognised_total",
        "flow",
        "at_least",
        "2030-05-21",
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2030-04-31,stated,C,L,12,current_stock,,\n", r"stock.csv, row 2: .*2030-04-31.*correct"),
        ("2030-04-30,stated,C,L,many,current_stock,,\n", r"stock.csv, row 2: 'many' is no number.*correct"),
        ("2030-04-30,stated,C,L,12,mood,,\n", r"stock.csv, row 2: 'mood' is no known count"),
        ("2030-04-30,stated,C\n", r"stock.csv, row 2: no attributed_to, count, count_kind"),
    ],
)
def test_a_bad_row_is_refused_with_file_and_row(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        counts(tmp_path, row)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"stock\.csv: no such file"):
        load_published_counts(tmp_path)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("stock.csv").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(InputRefused, match=r"stock\.csv: not UTF-8"):
        load_published_counts(tmp_path)


# ---- real counts, where they are at hand


@pytest.fixture(scope="module")
def real() -> list[PublishedFigure]:
    if not REAL.is_dir():
        pytest.skip("no shared data beside the repository")
    return load_published_counts(REAL)


def test_every_real_row_is_read(real: list[PublishedFigure]) -> None:
    assert len([f for f in real if f.id.startswith("stock")]) == 35
    assert len([f for f in real if f.id.startswith("flows")]) == 19


def _between(found: Reconciliation, by_id: dict[str, PublishedFigure], *values: int) -> list[tuple[str, list[str]]]:
    return [
        (v.verdict, [c.kind for c in v.only_if])
        for v in found
        if sorted((by_id[v.a].value, by_id[v.b].value)) == sorted(values)
    ]


def test_real_counts_are_told_apart_where_they_must_be(real: list[PublishedFigure]) -> None:
    found, by_id = reconcile(real), {f.id: f for f in real}
    assert _between(found, by_id, 123, 123) == [("only_if", ["people"])]
    assert _between(found, by_id, 1391, 1380) == [("only_if", ["base_day"])]
    sums = {i.why for v in found for i in v.items if i.kind == "sum"}
    assert sums == {"114 and 9 make 123"}
    rest = {i.people for v in found for i in v.items if i.kind == "no_longer_held"}
    assert 1826 in rest
