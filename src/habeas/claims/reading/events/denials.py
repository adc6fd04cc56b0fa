"""Custody denied of everybody: "is not holding any politician", "denied that anyone was jailed for an opinion".

"There are no political prisoners" denies what those held are called, not that anybody is held: no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told

RULE = "denials.arrest"
_HELD = r"(?:in (?:jail|prison|custody|detention|(?:our|its|the|their) (?:prisons|jails))|behind bars|imprisoned|jailed|detained|held|arrested|incarcerated|locked up|prosecuted|persecuted|punished|tried)"
_DENIED = re.compile(
    rf"\b(?:does|do|did|is|are|was)(?: not|n't|n’t) (?:have|hold|holding|keep|keeping|jail|jailing|imprison) (?:any |a single |one )?(?:[\w'’-]+ ){{0,3}}?[\"'“‘]?"
    r"(?:politicians?|journalists?|activists?|dissidents?|critics?)"
    rf"|\bden(?:y|ies|ied|ying) (?:that (?:it|they|he|she) (?:has|have|had|holds?|held) |holding |having |keeping )(?:any |a single )?(?:[\w'’-]+ ){{0,3}}?[\"'“‘]?(?:politicians?|journalists?)"
    rf"|\bden(?:y|ies|ied|ying) that (?:anyone|anybody|any [\w-]+)(?: (?:in|from) [^.,;:]{{2,30}}?)? (?:is|are|was|were|has been|have been|had been)(?: being| ever)* {_HELD}",
    re.IGNORECASE,
)  # fmt: skip
_NOT_YET = re.compile(
    r"\b(?:until|till|unless|if|when|once|so that|where|hopes?|wish\w*|dream\w*|imagine|demand\w*|want\w*)\b[^.;:\"]{0,40}$",
    re.IGNORECASE,
)


def denials_told(reader: Reader) -> Iterator[Told]:
    """One denied arrest, of nobody in particular, for each sentence that says so."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        match = _DENIED.search(text)
        if match is None or _NOT_YET.search(text[: match.start()]) or text.rstrip().endswith("?"):
            continue
        quote, span = quote_at(reader.referents.passage, (sentence.start + match.start(), sentence.start + match.end()))
        token = sentence.token_at(span[0]) or sentence.tokens.root
        yield Told(
            "arrest",
            None,
            None,
            quote,
            span,
            "denied",
            {RULE},
            said_by=reader.speakers.at(sentence, token),
            is_clause=True,
        )
