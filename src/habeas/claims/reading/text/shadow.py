"""A shadow of the text, of the same length, that a parser trained on clean English copes with.

Every character is replaced by exactly one, so a span found in the shadow is a span of the text.
"""

from __future__ import annotations

import unicodedata

_SAME = {
    **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒−", "-"),
    **dict.fromkeys("\t\v\f\u0085\u2028\u2029", " "),
}
_TABLE = str.maketrans(_SAME)


def shadow_of(text: str) -> str:
    """The text with straight quotes, plain hyphens and spaces; carriage returns become spaces, other controls too."""
    table = {ord(char): " " for char in set(text) if char not in _SAME and char != "\n" and _is_invisible(char)}
    return text.translate({**_TABLE, **table})


def _is_invisible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")
