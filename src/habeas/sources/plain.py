"""Text, Markdown, CSV and JSON to frozen text, in this process: they can do no more than be read."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from habeas.kernel.errors import InputRefused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the encoding used. Raises InputRefused naming the byte that fits nothing.

    UTF-8, or what a byte order mark says, is believed; other encodings are guessed and the guess is stated with the capture.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        guess = from_bytes(data, threshold=0.15).best()
        if guess is None or guess.encoding.startswith("utf"):
            raise InputRefused(
                f"{name}: byte {error.start} is not UTF-8 and no other encoding fits; save the file as UTF-8"
            ) from error
        return str(guess), guess.encoding


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputRefused(f"{name}: byte {error.start} is not {encoding}; save the file as UTF-8") from error
