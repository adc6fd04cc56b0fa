"""Text, Markdown, CSV and JSON to frozen text, in this process: they can do no more than be read.

Line ends stay as they are, so that a span counted in code points is exact in the file's own text.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from habeas.kernel.errors import InputRefused, UsageError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: Controls that no text holds, and those of 0x80 to 0x9f that open a command to a terminal.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x90\x98\x9b\x9d-\x9f]")
#: With fewer bytes outside ASCII than this, in a text mostly made of them, nothing is guessed. Tried on made-up sentences, 12 for
#: each length: Russian in KOI8-R was taken for Japanese 12, 2, 1 and 0 times with 24, 48, 64 and 96 such bytes; in CP1251 and
#: CP866 never. Polish in ISO 8859-2 was taken for CP1250 nearly always, whatever the length: so every guess is shown to the reader.
ENOUGH_TO_GUESS = 96
_MOSTLY = 0.3
#: What a guess may choose from: encodings that people keep texts in. Others fit a stray byte just as well, and say nothing by it.
_IN_USE = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp852", "cp866", "cp874", "iso8859_2", "iso8859_5",
    "iso8859_7", "iso8859_9", "iso8859_15", "koi8_r", "koi8_u", "mac_cyrillic", "mac_roman", "gb18030", "big5", "shift_jis", "euc_jp",
    "euc_kr",
]  # fmt: skip
#: A byte outside ASCII that stands alone, and how few there are of them in a text of Latin letters into which some merely strayed.
_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_STRAY = 0.01
_TOLD = "name its encoding (--encoding cp1251, koi8-r, cp1252 ...), or save the file as UTF-8"


def decode(data: bytes, name: str, told: str | None = None) -> tuple[str, str]:
    """The text and the encoding used. Raises InputRefused naming the byte that fits nothing, UsageError for an encoding unknown.

    The encoding `told` is taken at its word; without it UTF-8, or what a byte order mark says, is believed, and others are guessed,
    which the caller states.
    """
    text, encoding = _decoded(data, name) if told is None else _as_told(data, name, told)
    control = CONTROL.search(text)
    if control:
        code = ord(control[0])
        raise InputRefused(
            f"{name}: character {control.start()} is U+{code:04X}, a control character; remove it, or save the source as plain UTF-8 text"
        )
    if not text.strip():
        raise InputRefused(f"{name}: the file is empty; check that the download or copy was complete")
    return text, encoding


def _as_told(data: bytes, name: str, told: str) -> tuple[str, str]:
    try:
        known = codecs.lookup(told)
    except LookupError as error:
        raise UsageError(
            f"--encoding {told}: no such encoding; write one such as cp1251, koi8-r, iso-8859-2 or utf-8"
        ) from error
    try:
        text, _ = known.decode(data)
    except (UnicodeError, AssertionError) as error:
        raise InputRefused(
            f"{name}: not {told} ({error}); name another --encoding, or none to have it guessed"
        ) from error
    if not isinstance(text, str):
        raise UsageError(
            f"--encoding {told}: no encoding of text; write one such as cp1251, koi8-r, iso-8859-2 or utf-8"
        )
    return text, known.name


def is_guess(encoding: str) -> bool:
    """Whether `decode` had to guess that encoding."""
    return encoding not in ("utf-8", "utf-8-sig", "utf-16")


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                # the codec counts from behind the mark of UTF-8, but not behind that of UTF-16
                place = error.start + (len(mark) if encoding == "utf-8-sig" else 0)
                raise InputRefused(f"{name}: byte {place} is not {encoding}; save the file as UTF-8") from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _guessed(data, name, error)


def _guessed(data: bytes, name: str, fault: UnicodeDecodeError) -> tuple[str, str]:
    if _is_damaged_utf8(data):
        raise InputRefused(
            f"{name}: byte {fault.start} is not UTF-8, though the rest is: the file is damaged or cut off; fetch it again"
        ) from fault
    foreign = len(data.translate(None, bytes(range(128))))
    if foreign <= _STRAY * len(data) and len(_ALONE.findall(data)) == foreign:
        # so few tell no encoding from another: the commonest of Latin letters, or none
        try:
            return data.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            raise InputRefused(f"{name}: byte {fault.start} is not UTF-8, nor of any text; {_TOLD}") from fault
    too_little = foreign < ENOUGH_TO_GUESS and foreign > _MOSTLY * len(data)
    guess = None if too_little else from_bytes(data, threshold=0.15, cp_isolation=_IN_USE).best()
    if guess is None or guess.encoding.startswith("utf"):
        raise InputRefused(
            f"{name}: byte {fault.start} is not UTF-8, and no other encoding fits well enough; {_TOLD}"
        ) from fault
    return data.decode(guess.encoding), guess.encoding


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more letters outside ASCII fit UTF-8 than do not: no other encoding looks like that by chance."""
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - faults > faults
