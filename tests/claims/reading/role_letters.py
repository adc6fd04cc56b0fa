"""The letters by which the tables of roles name them."""

from __future__ import annotations

ROLES = {
    "p": "prisoner",
    "f": "former_prisoner",
    "r": "relative",
    "d": "diplomat",
    "o": "official",
    "l": "politician",
    "j": "journalist",
    "a": "activist",
    "x": "other",
}
