"""Small files made by hand, so that the tests need no library that writes them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_NAMESPACE = "http://schemas.openxmlformats.org"
PAGE = """<!DOCTYPE html><html><head><title>Fourteen out</title>
<meta property="article:published_time" content="2025-06-26T10:00:00Z">
<script>document.write("script ran")</script></head><body><article><h1>Fourteen out</h1>
<p>Alena Vymyslova was released from prison in Veldania on Tuesday, The Veldan Courier wrote, quoting her family.</p>
<p>Lantern, a rights group, said 120 political prisoners remain behind bars in the country.</p></article></body></html>"""


def words_on_page(words: str) -> bytes:
    """What a page's content stream says to draw one line."""
    return f"BT /F1 12 Tf 10 100 Td ({words}) Tj ET".encode()


def pdf_of(pages: Sequence[bytes]) -> bytes:
    """A PDF whose pages have these content streams."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, stream in enumerate(pages):
        packed = zlib.compress(stream, 9)
        about = (
            f"/Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R"
        )
        objects.append(f"<< /Type /Page {about} >>".encode())
        objects.append(f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream")
    return _with_table(objects)


def _with_table(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    out_end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + out_end.encode()


def cell(place: str, value: str | float) -> str:
    """One cell of a sheet, as XML."""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def sheet_of(rows: Mapping[int, Mapping[str, str | float]]) -> str:
    """The XML of a sheet: values by row number and column letters."""
    lines = "".join(
        f'<row r="{row}">{"".join(cell(f"{column}{row}", value) for column, value in cells.items())}</row>'
        for row, cells in rows.items()
    )
    return f'<worksheet xmlns="{_NAMESPACE}/spreadsheetml/2006/main"><sheetData>{lines}</sheetData></worksheet>'


def xlsx_of(sheets: Mapping[str, str]) -> bytes:
    """A workbook of these sheets, given as XML."""
    numbered = list(enumerate(sheets, start=1))
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_NAMESPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in numbered
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_NAMESPACE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="{_NAMESPACE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_NAMESPACE}/spreadsheetml/2006/main" xmlns:r="{_NAMESPACE}/officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_NAMESPACE}/package/2006/relationships">{related}</Relationships>',
        )
        for n, name in numbered:
            packed.writestr(f"xl/worksheets/sheet{n}.xml", sheets[name])
    return out.getvalue()


def announcing(packed: bytes, size: int) -> bytes:
    """The same ZIP, whose directory says of its last file that it unpacks to `size` bytes."""
    place = packed.rindex(b"PK\x01\x02") + 24
    return packed[:place] + size.to_bytes(4, "little") + packed[place + 4 :]
