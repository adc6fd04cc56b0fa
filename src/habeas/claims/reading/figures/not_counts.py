"""Numbers that count nobody: of articles, colonies and list items, ages in brackets, terms asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBERED = re.compile(
    r"(?:\b(?:no|nos|nr|art|arts|number|numbers|article|articles|section|sections|law|case|order|decree|resolution|room|cell|block|route|chapter|page|line|gate|ward|floor|"
    r"building|flight|channel|platform|colony|prison|camp|unit|district|apartment|flat|building|barrack|item|point|part|paragraph|clause|protocol|agenda|school|hospital|station|sizo|group|category|grade|phase|round|form)\.?|#|№) ?$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^ ?[.)](?: |$)|^:")
_AGE_IN_BRACKETS = re.compile(r"[^\W\d]\w*[\"']? \($")
_AGES = re.compile(
    r"\b(?:aged|ages?(?: of| from)?|between the ages of)(?: between| from)? \d{1,3}(?: ?[-\u2013] ?| to | and | or )$",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"^(?: ?(?:%|°|am\b|pm\b|a\.m\.|p\.m\.|o'clock)|[ -](?:years?|months?|days?|weeks?|hours?|minutes?|nights?|times?|decades?|metres?|meters?|tonnes?|centuries|per cent|"
    r"(?:square|cubic) |(?:more |other )?(?:countries|states|cities|towns|villages|regions|provinces|prisons|courts|votes?|seats?|counts?)\b))",
    re.IGNORECASE,
)
_SANCTIONED = re.compile(
    r"\b(?:sanction(?:s|ed|ing)?(?: [\w'-]+){0,5}? (?:on|against|upon)|sanction(?:ed|ing)|blacklist(?:ed|ing)) (?:(?:at least|more than|about|some|over|another|a further|nearly) )?$",
    re.IGNORECASE,
)
_YOUNGEST, _OLDEST = 10, 110
_TOTALS = ("number", "total", "figure", "count", "tally", "toll", "list", "estimate", "record", "sum")
_THAN = re.compile(r"^ more than\b", re.IGNORECASE)
_VOTES = re.compile(r"^ ?(?:votes? )?(?:to|against) \d", re.IGNORECASE)
_VOTING = re.compile(r"\b(?:by|voted|votes?|vote of|score|won|beat) $", re.IGNORECASE)
_ASKED_TERM = re.compile(
    r"\b(?:asked|sought|seek|seeks|seeking|wanted|demanded|requested|aged?|ages|turned|turning|turns|born in|until|till|meant|built|designed|intended|made|single) (?:for )?(?:only |just |[\w]+ and )?$",
    re.IGNORECASE,
)


def is_no_count(text: str, start: int, end: int, value: int) -> bool:
    """Whether the number at this place of the text counts no people, whatever stands round it."""
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    line = text.rfind("\n", 0, start) + 1
    if (
        _NUMBERED.search(before)
        or _AGES.search(before)
        or _UNIT_AFTER.match(after)
        or _THAN.match(after)
        or _SANCTIONED.search(text[max(0, start - 80) : start])
        or (_VOTES.match(after) and _VOTING.search(before))
    ):
        return True
    if not text[line:start].strip() and _ITEM.match(after) and value < 100:
        return True
    return 10 <= value <= 110 and after.startswith((")", ",")) and bool(_AGE_IN_BRACKETS.search(before))


def is_term_asked(before: str) -> bool:
    """ "prosecutors asked for 13", "aged 34 and 29": a bare number that is a term or an age."""
    return bool(_ASKED_TERM.search(before))


def is_age(token: Token, value: int) -> bool:
    """ "He was 63", "arrested at 19"."""
    if not _YOUNGEST <= value <= _OLDEST or (list(token.children) and any(c.dep_ != "advmod" for c in token.children)):
        return False
    above = token.head
    if token.dep_ == "attr" and above.lemma_ in ("be", "turn"):
        return any(
            c.dep_ == "nsubj"
            and (
                c.lower_ in ("he", "she")
                or c.pos_ == "PROPN"
                or c.tag_ == "JJS"
                or (c.tag_ == "NN" and c.lemma_ not in _TOTALS)
            )
            for c in above.children
        )
    return (
        token.dep_ == "pobj"
        and above.lower_ == "at"
        and above.head.pos_ in ("VERB", "ADJ")
        and above.head.lemma_ != "put"
    )
