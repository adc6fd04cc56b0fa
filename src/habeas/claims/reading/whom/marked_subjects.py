"""Whom a clause of a marked sentence is about: the names before a verb, joined ones included, and the names a list runs through."""

from __future__ import annotations

import re

from habeas.claims.reading.whom.marked import MARK, number_of

_LONGEST_GAP = 190
_ADVERBS = (
    r"(?:who|whom|that|both|all|each|also|then|later|still|now|currently|reportedly|allegedly|subsequently|himself|herself|themselves|once|first|again|just|already|meanwhile|"
    r"has|have|had|and|too|is|are|was|were|would|\w+ly|in turn|of whom|either|together|been|never|not)"
)
#: What may stand between a name and its verb: nothing, adverbs, or something set off by commas or brackets.
_GAP = re.compile(
    rf"^(?:'s? own)?(?:,? (?:an?|the|one of the) [^,;:‹›]{{1,60}} (?=who |that ))?(?:\s*(?:,(?: ‹\d+›'s)?(?:(?! said| says| told| added)[^;:‹›])*(?:,| -)|, (?:who|whose|with|and)(?:(?! said| says| told| added)[^;:])*(?:,| -)|\([^()]*\)|–[^–]*–|—[^—]*—))?\s*,?\s*(?:{_ADVERBS}\s+)*$",
    re.IGNORECASE,
)
#: A second verb of the same subject: "NAME came home, and was ..."
_THEN = re.compile(
    r"^[^;:‹›]{0,140}\b(?:and|but|then|only to be|before being)\s+(?:(?:was|were|is|has|had|been|then|later|also|again|who|himself|herself|\w+ly)\s+)*$"
)
#: What may stand between two names of one list.
_JOIN = re.compile(
    r"^(?:\s*(?:,[^‹›;:]*|\([^()]*\)|(?!,)[^‹›,;:.]{0,60}))?(?:,|;| and| &|, and|, as well as| and also|, also)\s+(?:[^‹›;:.]{0,70}\s)?$"
)
_CLAUSE = re.compile(
    r"\b(?:said|says|told|according|called|urged|met|wrote|announced|added|claim(?:s|ed)|report(?:s|ed)|believes?|believed|confirm(?:s|ed)|complain(?:s|ed)|insist(?:s|ed)|denie[sd]|warn(?:s|ed)|estimate[sd])\b"
)


_OF_SOMEBODY = re.compile(
    r"\b(?:husband|wife|son|daughter|brother|sister|father|mother|widow|cousin|nephew|niece|lawyer|ally|aide|colleague|deputy|successor|friend|partner|supporter|follower|critic)s? (?:of|to|for) (?:[\w'-]+ ){0,5}$"
)
#: "..., after a visit by NAME", "..., when NAME": what follows is no longer of the list.
_NO_LONGER_LISTED = re.compile(
    r"\b(?:after|before|when|while|as|during|following|amid|despite|since|until|because|where|in (?:return|exchange) for|at the request of)\b[^,;]*$|\b(?:by|with|to|from|against|meeting|visiting) (?:[\w'-]+ ){0,4}$"
)
_KIN_OF = re.compile(
    r"'s (?:\w+ ){0,1}(?:husband|wife|son|daughter|brother|sister|father|mother|cousin|nephew|niece|partner|twin),? $"
)
#: "He was moved and, according to his wife NAME, taken back": who tells it is not whom it befell.
ACCORDING = re.compile(r"\baccording to (?:[\w'‹›-]+ ){0,6}$")
_ONE_WHO = re.compile(r"^,? who\b")
_PLURAL = re.compile(r"(?:were|are|have)\b")
_WHOSE = re.compile(
    r"(?:^|[.;:•] ?)(‹\d+›)'s (?:\w+ ){0,2}(?:wife|husband|mother|father|son|daughter|brother|sister|lawyer|family|colleague|driver)(?:, [^;]*,)?(?: (?:was|were|is|are|has|have|had|been))* *$"
)


_WHOSE_KIN = re.compile(
    r", whose (?:\w+ ){0,2}(?:husband|wife|son|daughter|brother|sister|father|mother|partner|lawyer),? $"
)
#: "He's been held", "she's in the women's prison".
_CONTRACTED = re.compile(r"'s (?:been|being|in|now|still|not|had|got|serving|held|out|back|facing|due)\b")


def subjects_before(text: str, verb: int) -> str:
    """The marks of those whom a verb at a place is said of; empty when none stands before it in its clause."""
    marks = list(MARK.finditer(text, max(0, verb - 600), verb))
    if not marks:
        return ""
    nearest = _nearest(text, marks, verb)
    if nearest is None:
        return ""
    found = [marks[nearest]]
    if _ONE_WHO.match(text[found[0].end() : verb]) and not _PLURAL.match(text, verb):
        return found[0].group()
    whose = _WHOSE.search(text[:verb])
    if whose is not None and number_of(whose[1]) == number_of(found[0][1]):
        return ""  # "NAME's wife, tried with NAME, was ..."
    start = found[0].start()
    for earlier in reversed(marks[:nearest]):
        between = text[earlier.end() : start]
        if _KIN_OF.match(between):
            start = earlier.start()  # "‹1› and ‹1›'s brother ‹2›"
            continue
        if not _JOIN.match(between) or _CLAUSE.search(between) or between.startswith("'s"):
            break
        if " and" not in between and "&" not in between and len(found) == 1 and not _is_row(text, found[0].end(), verb):
            break
        found.insert(0, earlier)
        start = earlier.start()
    return "".join(m.group() for m in found)


def _is_row(text: str, start: int, verb: int) -> bool:
    return bool(re.match(r"\s*(?:were|are|have|,? all|,? both)\b", text[start : verb + 5]))


def _nearest(text: str, marks: list[re.Match[str]], verb: int) -> int | None:
    """The last mark that only an aside parts from the verb."""
    for number in range(len(marks) - 1, -1, -1):
        gap = text[marks[number].end() : verb].replace(',"', '",')
        if len(gap) > _LONGEST_GAP:
            return None
        if gap.startswith("'s") and not _CONTRACTED.match(gap):
            continue
        if gap.startswith(",") and ACCORDING.search(text[: marks[number].start()]):
            continue
        if _GAP.match(gap) or (number == len(marks) - 1 and _THEN.match(gap)):
            return number
    return None


def listed_from(text: str, start: int) -> str:
    """The marks of a list that begins at a place, as long as only descriptions part them."""
    marks = list(MARK.finditer(text, start))
    found: list[str] = []
    here = start
    for mark in marks:
        between = text[here : mark.start()]
        if len(between) > _LONGEST_GAP or _CLAUSE.search(between) or text[mark.end() : mark.end() + 2] == "'s":
            break
        if found and not re.search(r",|;|\band\b|&", between):
            break
        here = mark.end()
        if found and (_OF_SOMEBODY.search(between) or _WHOSE_KIN.search(between)):
            continue  # "NAME, the husband of NAME", "NAME, whose wife, NAME, ..."
        if found and _NO_LONGER_LISTED.search(between):
            break
        found.append(mark.group())
    return "".join(found)


def last_before(text: str, place: int) -> str:
    """The mark of whoever is named last before a place, not far from it; empty when nobody is."""
    marks = [m for m in MARK.finditer(text, max(0, place - 200), place) if text[m.end() : m.end() + 2] != "'s"]
    return marks[-1].group() if marks else ""
