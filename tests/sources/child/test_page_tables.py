"""The tables of a page come cell by cell, with the addresses that names link to."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.kernel.errors import InputRefused
from habeas.sources.sandbox import available
from habeas.sources.tables import Table, read_tables

pytestmark = pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
HEAD = "<tr><th>id</th><th>name</th><th>place</th></tr>"


def tables_of(inside: str, path: Path) -> tuple[Table, ...]:
    path.write_text(f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{inside}</body></html>", "utf-8")
    return read_tables(path).tables


def test_text_stays_as_written_and_links_are_kept(tmp_path: Path) -> None:
    body = '<tr><td>001</td><td><a href="https://list.invalid/1">Null</a></td><td>Colony<br>4</td></tr><tr><td>2<td>NA</tr>'
    (table,) = tables_of(f"<table><caption>Prisoners</caption>{HEAD}{body}</table>", tmp_path / "list.html")
    assert (table.sheet, table.columns) == ("Prisoners", ("id", "name", "place", "name (link)"))
    assert table.rows[0].cells == {"id": "001", "name": "Null", "place": "Colony 4", "name (link)": "https://list.invalid/1"}  # fmt: skip
    assert table.rows[1].cells == {"id": "2", "name": "NA"}


def test_menus_and_layout_are_no_lists(tmp_path: Path) -> None:
    menu = "<table><tr><td>Home</td><td>Prisoners</td></tr></table>"
    (table,) = tables_of(f"{menu}<table>{HEAD}<tr><td>1<td>Ivan Nibyta<td>x</tr></table>", tmp_path / "list.html")
    assert table.sheet == "table 2"


def test_rows_under_a_cell_of_several_rows_are_faulty(tmp_path: Path) -> None:
    body = '<tr><td>1<td>Alena Vymyslova<td rowspan="2">Colony 4</tr><tr><td>2<td>Ivan Nibyta</tr><tr><td>3<td>Yan Kazachny<td>Colony 5</tr>'
    (table,) = tables_of(f"<table>{HEAD}{body}</table>", tmp_path / "list.html")
    assert [row.fault is None for row in table.rows] == [True, False, True]
    assert table.rows[2].cells["place"] == "Colony 5"


def test_a_table_within_a_cell_is_no_row_of_the_outer_one(tmp_path: Path) -> None:
    inner = "<table><tr><td>one</td></tr></table>"
    (table,) = tables_of(f"<table>{HEAD}<tr><td>1<td>Ivan Nibyta<td>{inner}</tr></table>", tmp_path / "list.html")
    assert [dict(row.cells) for row in table.rows] == [{"id": "1", "name": "Ivan Nibyta", "place": "one"}]


def test_a_page_without_a_table_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no table of two rows or more"):
        tables_of("<p>Ivan Nibyta was released.</p>", tmp_path / "list.html")
