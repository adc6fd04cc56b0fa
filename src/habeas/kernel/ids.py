"""Canonical bytes, and ids that say nothing to whoever lacks the register's key.

The same content always gives the same id, so taking the same thing in twice adds nothing. A plain hash would let an outsider
confirm a guessed name; an HMAC under the register's own key does not.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets

KEY_BYTES = 32
_WRITER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def canonical(content: object) -> bytes:
    """One byte string per value: JSON, keys sorted, no blanks, UTF-8. Raises TypeError or ValueError on what JSON lacks."""
    return _WRITER.encode(content).encode()


def make_id(key: bytes, prefix: str, content: object) -> str:
    """The id of `content` under `key`: `prefix_` and 128 bits of HMAC-SHA-256 in hex."""
    return id_of_bytes(key, prefix, canonical(content))


def id_of_bytes(key: bytes, prefix: str, content: bytes) -> str:
    """The same for content that is canonical bytes already."""
    digest = hmac.digest(key, prefix.encode() + b"\0" + content, "sha256")
    return f"{prefix}_{digest.hex()[:32]}"


def new_key() -> bytes:
    """A fresh random key for a register."""
    return secrets.token_bytes(KEY_BYTES)


def sha256_hex(data: bytes) -> str:
    """SHA-256 of bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
