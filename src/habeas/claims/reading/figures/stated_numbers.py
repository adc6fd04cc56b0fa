"""Numbers told without the people beside them: "puts the number of political prisoners at 1,187", "the figure was closer to 1,500".

The people counted are named by "the number of ..." or, for "the figure", by the count told of last.
"""

from __future__ import annotations

import re

from habeas.claims.reading.figures.populations import population_in_words

_COUNTED = r"(?P<noun>number|total|figure|count|tally|toll|estimate|list)s?"
_OF = r"(?: of (?P<of>[^.;:]{3,90}?))?"
_VERB = (
    r"(?:(?:has |have |had |now |currently |already |would be |may be |is likely )*"
    r"(?:at|as|is|was|were|are|to be|stands? at|stood at|reach(?:es|ed)?|exceed(?:s|ed)?|ris\w+|rose|fall\w*|fell|grow\w*|grew|drop\w*|climb\w*|swell\w*|increas\w*|declin\w*|shr[iau]nk\w*"
    r"|rang(?:es?|ed|ing)|var(?:y|ies|ied)|contains?|includes?|holds?|names?|puts?|come(?:s)? to|closer|nearer|close)\b(?:(?: up| down)? by [\w,]+(?: (?:more|people|prisoners))?,? to\b)?(?:[^.;:\d]{0,40}?))"
)
_STATED = re.compile(rf"\b{_COUNTED}{_OF}(?:,[^.;:\d]{{0,60}}?,)? {_VERB}\s*$", re.IGNORECASE)
#: "puts the prison population at 32,000".
_POPULATION = re.compile(rf"\b(?:prison|jail|inmate) population(?:,[^.;:\d]{{0,60}}?,)? {_VERB}\s*$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:up|down|rose|risen|rising|fell|fallen|grew|grown|dropped|increased|declined|compared|doubled|tripled|quadrupled|halved)\b[^.;:\d]{0,40}(?:from|to|with)\s*$",
    re.IGNORECASE,
)
_FIGURE_OF = re.compile(
    r"\b(?:(?:figure|total|tally|number) of|(?:speaks?|spoke|speaking|talks?) of \"?)(?: ?(?:about|some|around|at least|more than|over))?\s*$",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:numbers?|totals?|figures?|counts?|tally|list|prisoners?|detainees?|inmates?|people|arrests|detentions|releases)\b",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|count)s? of (?P<of>[^.;:,\d]{3,90}?)(?= has\b| have\b| had\b|,|$)", re.IGNORECASE
)
_LOOK_BACK = 220
_BROUGHT = re.compile(
    r"\b(?:br[io]\w*ng?\w*|brought|rais\w+|takes?|taking|took|push\w*) (?:the|its|their) (?:\w+ )?(?:number|total|count|tally|toll)(?: of)?(?P<of>[^.;:\d]{3,90}?)? to\s*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:fall\w*|fell|ris\w+|rose|drop\w*|grow\w*|grew|increas\w*|decreas\w*|declin\w*|climb\w*|down|up)\b[^.;:\d]{0,30} by $",
    re.IGNORECASE,
)
_LED_TO = re.compile(r"^(?: (?:more|people|prisoners|political prisoners))*,? to (?:\w+ ){0,2}\d", re.IGNORECASE)
_AFTER = re.compile(
    r"^ (?:the|its|their) (?:\w+ )?(?:number|total|count|tally|toll)(?: of)?(?P<of> [^.;:,\d]{3,90})", re.IGNORECASE
)
_LABEL = re.compile(r"(?:^|[.;\n•*·|] ?|^[\W_]+)(?P<of>[A-Z][\w' -]{3,40}): ?$")


def stated_after(text: str) -> tuple[bool, str]:
    """ "brings to 23 the number of reporters in jail": the same, where what is counted follows the number."""
    match = _AFTER.search(text)
    return match is not None, match["of"].strip() if match else ""


def labelled(text: str) -> tuple[bool, str]:
    """ "Detained: 37": a label and its number."""
    match = _LABEL.search(text)
    return match is not None and population_in_words(match["of"]) is not None, match["of"] if match else ""


def is_step(earlier: str, later: str) -> bool:
    """ "fell by 14 to 1,169": how far a count moved, which counts nobody."""
    return bool(_BY.search(earlier) and _LED_TO.match(later))


def stated_before(text: str) -> tuple[bool, str]:
    """Whether the words before a number state it as a count, and what they say is counted ("" = as told before)."""
    left = text[-_LOOK_BACK:]
    if _FIGURE_OF.search(left):
        return True, ""
    if _POPULATION.search(left):
        return True, "prisoners"
    match = _STATED.search(left) or _BROUGHT.search(left)
    if match:
        return True, (match["of"] or "").strip()
    if not (_MOVED.search(left) and _OF_PEOPLE.search(text)):
        return False, ""
    named = _NUMBER_OF.search(text)
    return True, named["of"] if named else ""
