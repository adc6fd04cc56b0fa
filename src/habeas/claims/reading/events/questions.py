"""Questions tell of nothing: "Has anyone been released?", "And what about a pardon?"."""

from __future__ import annotations

import re

from habeas.claims.reading.text.parser import Passage
from habeas.claims.reading.told import Told

#: How a sentence opens that asks of nobody in particular whether, or what, has happened.
_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|then)\b,? )?(?:(?:has|have|had|was|were|is|are|will|did|does|do|could|can|would|who|when|why|how)\b|what (?:about|of)\b)",
    re.IGNORECASE,
)


def without_questions(told: list[Told], passage: Passage) -> list[Told]:
    """Those whose sentence does not ask whether it befell somebody; a question that names somebody may take their custody as known."""
    return [one for one in told if one.person is not None or one.count is not None or not _is_asked(one, passage)]


def _is_asked(one: Told, passage: Passage) -> bool:
    sentence = next((s for s in passage.sentences if s.start <= one.span[0] < s.end), None)
    if sentence is None:
        return False
    text = passage.shadow[sentence.start : sentence.end]
    return text.rstrip(" \"'”’)\n").endswith("?") and _ASKS.match(text) is not None
