"""Charges told in notes without a verb: "Charge: assault on an officer, four to seven years.", "Article 187, part 2 - from three to six years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.courts.penalties import penalties_after
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.defendants import Defendants

RULE = "line"
_LABEL = re.compile(
    r"\W*(?:the |official |formal )?(?:charge|charges|accusation|accused of|count|counts)(?: against (?:him|her|them))?: ?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\W*(?:under |it is |this is )?(?:article|art\.|section|paragraph|part|point) \d[\w(). -]*", re.IGNORECASE
)
_NONE = re.compile(r"(?:none|no |unknown|not )", re.IGNORECASE)


def charge_lines_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling, of the one on trial or in custody spoken of last."""
    defendants = Defendants(reader.referents, told)
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        label = _LABEL.match(shadow, sentence.start, sentence.end)
        article = label or _ARTICLE.match(shadow, sentence.start, sentence.end)
        whom = defendants.nearest(sentence.start) if article else None
        if article is None or whom is None or _NONE.match(shadow, article.end()) or _has_verb(sentence):
            continue
        quote, span = quote_at(reader.referents.passage, (sentence.start, sentence.end))
        if label and len(quote) > len(label.group()) + 2:
            yield Told("charge", whom, None, quote, span, "actual", {f"{RULE}.charge"}, note="structural")
        penalties = penalties_after(shadow, article.end(), sentence.end)
        if penalties:
            one = penalties[0]
            yield Told(
                "sentence",
                whom,
                None,
                quote,
                span,
                "planned",
                {f"{RULE}.sentence"},
                term=one.term,
                note=one.note or "possible",
            )


def _has_verb(sentence: Sentence) -> bool:
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence.tokens)
