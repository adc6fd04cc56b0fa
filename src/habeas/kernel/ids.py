"""Canonical bytes, and ids that say nothing to whoever lacks the register's key.

The same content always gives the same id, so taking the same thing in twice adds nothing. A plain hash would let an outsider
confirm a guessed name; an HMAC under the register's own key does not.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterable
from functools import lru_cache

KEY_BYTES = 32
_WRITER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _pieces_of() -> Callable[[object, int], Iterable[str]] | None:
    """The encoder behind `json`, made once: `JSONEncoder.encode` makes one for every value, a third of the time of a short one."""
    made = getattr(json.encoder, "c_make_encoder", None)
    if made is None:  # an interpreter without it
        return None
    written = json.encoder.encode_basestring
    encoder: Callable[[object, int], Iterable[str]] = made(
        None, _WRITER.default, written, None, ":", ",", True, False, False
    )
    return encoder


_PIECES = _pieces_of()


def canonical(content: object) -> bytes:
    """One byte string per value: JSON, keys sorted, no blanks, UTF-8. Raises TypeError or ValueError on what JSON lacks."""
    if _PIECES is None or not isinstance(content, dict):
        return _WRITER.encode(content).encode()
    return "".join(_PIECES(content, 0)).encode()


def make_id(key: bytes, prefix: str, content: object) -> str:
    """The id of `content` under `key`: `prefix_` and 128 bits of HMAC-SHA-256 in hex."""
    return id_of_bytes(key, prefix, canonical(content))


def id_of_bytes(key: bytes, prefix: str, content: bytes) -> str:
    """The same for content that is canonical bytes already."""
    made = _keyed(key).copy()
    made.update(prefix.encode() + b"\0" + content)
    return f"{prefix}_{made.hexdigest()[:32]}"


@lru_cache(maxsize=16)
def _keyed(key: bytes) -> hmac.HMAC:
    """Under one key hundreds of thousands of ids are made: what of an HMAC hangs on the key alone is made once."""
    return hmac.new(key, digestmod="sha256")


def new_key() -> bytes:
    """A fresh random key for a register."""
    return secrets.token_bytes(KEY_BYTES)


def sha256_hex(data: bytes) -> str:
    """SHA-256 of bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
