"""Counts whose people are left out because they were told just before: "19 followed in December", "Fifty-one yesterday", "the group gives 61"."""

from __future__ import annotations

import re

_WHEN = r"(?:yesterday|today|tonight|so far|in all|altogether|overall|a (?:week|month|year|day) (?:ago|earlier|before)|(?:the|this|last|next|that) (?:previous |following )?(?:\w+ )?(?:day|week|month|year|night|spring|summer|autumn|winter|before|after)|(?:in|on|by|since|during|last|this|for|before|after) [^.;:()]{2,40})"
#: A fragment that is nothing but the number and a time.
_ALONE = re.compile(
    rf"^[\W_]*(?:(?:and|then|only|just|but|now|another|a further|it was|there were|{_WHEN}),? ?)*[\W_]*$", re.IGNORECASE
)
_ENDS = re.compile(rf"^(?: more| others?| \w+ly)?(?:,? {_WHEN})?[\W_]*$", re.IGNORECASE)
#: ", in July, nine": a time, and the number right after it.
_AT_A_TIME = re.compile(
    r"(?:^|[,;(-] ?|\band |\bthen )(?:in|on|by|for|last|this|that|the|a) (?:[\w']+ ){0,3}[\w']+(?:,| -|:)? ?(?:only |just )?$|\([^()\d]{3,20}: ?$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"^ ?(?:[,.;:)\"!?]|$|and\b|but\b|more\b|while\b)", re.IGNORECASE)
#: Whoever keeps a list gives, has, counts a number.
_GIVEN = re.compile(
    r"\b(?:gives?|gave|giving|has|have|had|counts?|counted|lists?|listed|records?|recorded|register(?:s|ed)?|document(?:s|ed)?|puts? (?:it|them|this|that|the \w+) at|say|says|said|reports?|reported|cites?|cited|claims?|claimed|"
    r"kn[eo]ws? of|verif(?:ies|ied)|confirm(?:s|ed)?|identif(?:ies|ied)|names?|named|believes? (?:that )?there (?:are|were)|estimates?|estimated|found|finds?|logged|logs?|tallied|tallies|speaks? of|spoke of|put at|suggests?|admits?|admitted|acknowledges?|acknowledged|concedes?|insists?|insisted|maintains?|argues?|fears?|thinks?|told)"
    r"(?: [\w'-]+ly)?(?:,? (?:that )?(?:there (?:are|were|have been|is|was)|(?:it|this|the (?:\w+ )?(?:figure|number|total|toll)) (?:is|was|were|stands at|could be|may be)))?(?: (?:an? )?(?:\w+ )?(?:list|total|count|tally|register|roll|database|figure) of)?(?: (?:only|just|as many as|that|to|a further|another))*\s*\"?\s*$",
    re.IGNORECASE,
)
_GIVEN_END = re.compile(
    rf"^\"?(?: (?:such|still|so far|in all|names?|more|of them|altogether|to date|cases?)\b)*(?:,? {_WHEN})?\"?(?: ?[,.;:)!?\"-]|$| and\b| but\b| while\b| whose\b| who\b)",
    re.IGNORECASE,
)
#: "would leave 26", "down from 81", "closer to 270", "bringing the total to 40".
_RECKONED = re.compile(
    r"\b(?:leav(?:es?|ing)|left|up from|down from|(?:closer|nearer) to|total(?:s|led|ling)?(?: of)?|mak(?:es|ing)(?: it)?|compared (?:with|to)|against|account(?:s|ed|ing)? for|(?:rose|risen|rises|fell|fallen|grew|grown|dropped|climbed|increased|doubled|tripled|quadrupled|halved|brings?|brought|bringing|shrank|swelled)(?: [\w ]{0,30})? (?:to|from))(?: (?:only|just|some))*\s*$",
    re.IGNORECASE,
)
#: What those left out did: "19 followed", "the other seven remain".
_DID = re.compile(
    r"^(?: more| others?| of (?:them|whom|these|those))?(?: (?:have|has|had|would|will|soon|later|also|since|then))* (?:followed|follow|remain(?:s|ed)?|are left|were left|stay(?:s|ed)?|came out|joined (?:them|him|her)|leave|be added|did (?:so|not)|made it|returned|have been through|go(?:es)? on|is|are to|left|belong|live|was|were|are|had|have|did|refused|chose|declined|agreed|signed)\b",
    re.IGNORECASE,
)

#: "30,000 to 40,000", "from 1,280 to well over 1,400".
_TO_OF_RANGE = re.compile(r"\d[\d,]*(?: people| prisoners| detainees)?(?: to| and| or|-|–) ?$", re.IGNORECASE)
#: "three in May and two in June".
_GAP_BEFORE = re.compile(r"(?:, | and |; |: | [–—-] )$", re.IGNORECASE)
_GAP_AFTER = re.compile(
    r"^ (?:\w+ly\W*$|\w+ly[,.;]|elsewhere\b|(?:in|to|on|at|under|from) (?:[\w'-]+ ?){1,4}(?:[,.;]|$|\band (?=\d)))",
    re.IGNORECASE,
)
_IN_THE_GROUP = re.compile(
    r"^(?: [\w-]+){1,4} (?:was|were|are|is|went) (?:also |reportedly )?(?:in|among|on|part of|aboard) (?:the|that|this|those|them)\b(?: \w+)?(?: (?:group|list|bus|plane|batch|convoy|swap|exchange|flight|deal|convoy))?",
    re.IGNORECASE,
)


#: "Kestria, with 50, was the worst".
_WITH = re.compile(r"\b[A-Z][\w'-]+,? with $")
_WITH_END = re.compile(r"^ ?,")


def is_left_out(earlier: str, later: str) -> bool:
    """Whether a number with no noun stands for people told of just before. `earlier` and `later` are its sentence before (hedge cut off) and after it."""
    if _TO_OF_RANGE.search(earlier) or (_GAP_BEFORE.search(earlier) and _GAP_AFTER.search(later)):
        return True
    if _WITH.search(earlier) and _WITH_END.search(later):
        return True
    if _ALONE.search(earlier) and _ENDS.search(later):
        return True
    if _AT_A_TIME.search(earlier) and _CLOSED.search(later):
        return True
    return is_given(earlier, later) or bool(_DID.search(later))


def is_given(earlier: str, later: str) -> bool:
    """Whether somebody who counts gives the number: "the group has 61", "down from 81"."""
    return bool((_GIVEN.search(earlier) or _RECKONED.search(earlier)) and _GIVEN_END.search(later))


def is_in_the_group(later: str) -> bool:
    """ "Three Lithuanians were in the group"."""
    return bool(_IN_THE_GROUP.search(later))
