"""Editing a workbook in LibreOffice itself, without a screen: a macro opens it, types into cells, and saves it under another name."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

OFFICE = shutil.which("soffice")
#: Column letters and row, and what is typed there as a person would type it.
Typed = tuple[str, str]
_MACRO = """Sub Main
Dim load(0) As New com.sun.star.beans.PropertyValue
load(0).Name = "Hidden" : load(0).Value = True
doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, load())
sheet = doc.Sheets.getByName("{sheet}")
{lines}
Dim kept(0) As New com.sun.star.beans.PropertyValue
kept(0).Name = "FilterName" : kept(0).Value = "Calc MS Excel 2007 XML"
doc.storeToURL("{target}", kept())
doc.close(True)
End Sub
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">{macro}</script:module>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
{element}</library:library>"""


def edited(
    source: Path, target: Path, typed: Sequence[Typed], sheet: str = "People", *, delete_row: int | None = None
) -> Path:
    """`source` opened, edited, and saved as `target`. An empty text clears the cell; `delete_row` counts from 1."""
    lines = [f'sheet.getCellRangeByName("{place}").setString("{_quoted(text)}")' for place, text in typed]
    if delete_row is not None:
        lines.append(f"sheet.Rows.removeByIndex({delete_row - 1}, 1)")
    macro = _MACRO.format(
        source=source.absolute().as_uri(), target=target.absolute().as_uri(), sheet=sheet, lines="\n".join(lines)
    )
    profile = target.with_suffix(".profile")
    basic = profile / "user" / "basic" / "Standard"
    # a first start fills the profile, over whatever lies in it
    _run(profile, "--terminate_after_init")
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Edit.xba").write_text(_MODULE.format(macro=escape(macro)), "utf-8")
    element = ' <library:element library:name="Edit"/>\n'
    (basic / "script.xlb").write_text(_LIBRARY.format(element=element), "utf-8")
    (basic / "dialog.xlb").write_text(_LIBRARY.format(element=""), "utf-8")
    _run(profile, "macro:///Standard.Edit.Main")
    assert target.is_file(), "LibreOffice did not save the workbook"
    return target


def _run(profile: Path, what: str) -> None:
    where = f"-env:UserInstallation={profile.absolute().as_uri()}"
    subprocess.run(
        [str(OFFICE), where, "--headless", "--norestore", what], check=True, capture_output=True, timeout=120
    )


def _quoted(text: str) -> str:
    return text.replace('"', '""')
