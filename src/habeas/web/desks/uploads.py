"""Files sent to a desk: kept in a folder of their own that nobody else may read, under a name that can do no harm, and removed."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile

from habeas.kernel.errors import InputRefused

#: What a list may be called at its end.
ENDINGS = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".ftm", ".xlsx", ".html", ".htm")
_LONGEST = 80
_UNSAFE = re.compile(r"[^\w.-]+")


def safe_name(sent: str) -> str:
    """The last part of the name that came with a file, in letters, digits, dots and hyphens. Raises InputRefused for an ending not read here."""
    last = PurePosixPath(sent.replace("\\", "/")).name
    stem, dot, ending = last.rpartition(".")
    ending = f"{dot}{ending}".lower()
    if ending not in ENDINGS:
        raise InputRefused(f"a list is one of {', '.join(ENDINGS)}; save it as one of these and send it again")
    plain = _UNSAFE.sub("_", stem).strip("._-")[:_LONGEST]
    return f"{plain or 'list'}{ending}"


class Kept:
    """One uploaded file in its own folder; `file` is where it is, `name` what it is called. Gone once `remove` is called or this is forgotten."""

    def __init__(self, sent: UploadedFile) -> None:
        self.name = safe_name(str(sent.name or ""))
        self._folder = TemporaryDirectory(prefix="habeas-")
        self.file = Path(self._folder.name) / self.name
        with self.file.open("wb") as file:
            for piece in sent.chunks():
                file.write(piece)

    def beside(self, name: str, text: str) -> Path:
        """Write another small file into the same folder."""
        path = Path(self._folder.name) / name
        path.write_text(text, "utf-8")
        return path

    def remove(self) -> None:
        """The file and whatever was written beside it."""
        self._folder.cleanup()

    def without_path(self, said: str) -> str:
        """A message about the file, naming it and not where it lies."""
        return said.replace(str(self.file), self.name).replace(f"{self._folder.name}/", "")
