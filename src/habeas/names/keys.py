"""When two names are the same to the letter, give or take case, accents' encoding, quotes and hyphens.

Spellings in other scripts and romanisations are not joined here; for those see the reading key and the score.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PUNCTUATION = re.compile(r"[\W_]+")


@lru_cache(maxsize=262144)
def identical_key(name: str) -> str:
    """A key equal for names written alike. Empty when the name holds no letter or digit."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("’", "").replace("'", "").replace("ʼ", "")
    return _PUNCTUATION.sub(" ", folded).strip()
