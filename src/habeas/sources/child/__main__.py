"""The program of the child. Run as a script with `python -I -B`, which leaves the environment, the user's own packages and the
folder of the script out of the path; so the folder that holds the package is put back here, and no parser is named like a module
of the standard library.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from habeas.sources.child.confined import answer
from habeas.sources.child.page_tables import read_html_tables
from habeas.sources.child.pages import read_pdf
from habeas.sources.child.web_page import read_html
from habeas.sources.child.workbook import read_xlsx, read_xlsx_tables

# "try" only says that the confinement, which came before, has worked
answer({
    "try": lambda data: {"because": "confined"}, "html": read_html, "html-table": read_html_tables, "pdf": read_pdf,
    "xlsx": read_xlsx, "xlsx-table": read_xlsx_tables,
})  # fmt: skip
