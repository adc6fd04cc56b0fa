"""People recognised as political prisoners: newly, in all since some day, or so called now, which is a number of people held.

"Recognised 18 people" tells of new ones, "has recognised 3,531 people" of a running total of which many are no longer held, "1,389 people
are recognised" of those held now.
"""

from __future__ import annotations

import re

from habeas.claims.reading.figures.counted import Counted, Place

_CALLED = r"(?:new |more )?(?:\w+ )?(?:political prisoners?|prisoners? of conscience|political detainees?)\b"
_ACT = r"(?:recogni[sz]{0}|designat{1}|declar{1}|acknowledg{1})"
_PAST = _ACT.format("ed", "ed")
_FILLER = r"(?:(?!\b(?:which|who|that|and|but)\b)[^.;:,()\d])"
_NUMBER_AND = (
    r"(?:\b(?:a total of|another|a further|more than|at least|over|about|some|nearly|almost|already|the|in all) ?)*$"
)
#: "recognised 18 people as ...", "has recognised ...", "decisions to recognise ...".
_DONE = re.compile(
    rf"\b(?P<have>has|have|had)?(?: (?:now|so far|already|since|also|thus far|jointly|officially))* ?(?P<verb>{_PAST}) {_NUMBER_AND}",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    rf"\bdecisions? (?:has been made |was made |were made )?(?:to recogni[sz]e|on recogni[sz]ing|recogni[sz]ing) {_NUMBER_AND}",
    re.IGNORECASE,
)
_AS_PRISONERS = re.compile(rf"^{_FILLER}{{0,60}}? as {_CALLED}", re.IGNORECASE)
_NEW_PRISONERS = re.compile(
    r"^ (?:new|more|further|additional|other) (?:political prisoners|prisoners of conscience)\b", re.IGNORECASE
)
#: "18 people were recognised as ...", "3,715 people have been recognised as ...".
_BECAME = re.compile(
    rf"^{_FILLER}{{0,60}}? (?P<aux>were|was|have been|has been|had been)(?: \w+ly| now| already)* {_PAST} as {_CALLED}",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"^{_FILLER}{{0,40}}?(?: who| which| that|,)?(?: (?:were|was|have been|has been|had been))? (?:newly )?added to (?:the|its|their|our|\w+'s) (?:\w+ ){{0,3}}?(?:list|register|roll)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:since|in total|in all|altogether|so far|to date|overall|over the years|a total of)\b", re.IGNORECASE
)
_ALONE = re.compile(
    r"\b(?:another|a further|(?:\d+|\w+) (?:more|new|further|additional)|alone|today|yesterday|(?:this|last|over the past|during the|in the past) (?:day|week|month)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_STANDING = re.compile(r"\b(?:as of|at the moment|currently|now|at present|on that day)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:sanctions?|wanted|waiting|extremists?|terrorists?|no-fly)\b", re.IGNORECASE)


def recognised(place: Place, of_prisoners: bool) -> Counted | None:
    """Those recognised newly or in all; None where the number tells of nobody's recognition, or of people so recognised now.

    `of_prisoners` = the text speaks of political prisoners, so that "the list" is one of them.
    """
    population = _told(place) or ("recognised_new" if of_prisoners and _is_listed(place) else None)
    return Counted(population, frozenset({f"set.{population}"}), "") if population else None


def _told(place: Place) -> str | None:
    text = place.sentence.tokens.text
    is_since, is_alone = _SINCE.search(text) is not None, _ALONE.search(text) is not None
    if _DECIDED.search(place.earlier) and _AS_PRISONERS.match(place.later):
        return "recognised_total" if _IN_ALL.search(text) else "recognised_new"
    done = _DONE.search(place.earlier)
    if done and (_AS_PRISONERS.match(place.later) or _NEW_PRISONERS.match(place.later)):
        is_total = is_since or (bool(done["have"] or _IN_ALL.search(text)) and not is_alone)
        return "recognised_total" if is_total else "recognised_new"
    became = _BECAME.match(place.later)
    if became is None or (_STANDING.search(text) and not is_since):
        return None
    if is_since or (became["aux"].endswith("been") and not is_alone):
        return "recognised_total"
    return "recognised_new" if is_alone else None


def _is_listed(place: Place) -> bool:
    listed = _LISTED.match(place.later)
    return listed is not None and _HELD.search(listed.group()) is None
