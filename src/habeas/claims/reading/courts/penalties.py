"""The phrase that names a penalty: "eight and a half years in a colony", "a nine-year term", "life", "the death penalty", or "eight" alone.

A length of time is a penalty only by its company, so everything here that could as well be a career, a wait, an age or a visa is turned down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.when.terms import term_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty)(?:-\w+)?)"
)
NUMBER = rf"(?:\d{{1,4}}(?:\.\d)?(?: ?(?:1/2|½))?|{_WORD})(?:[ -]and[ -]a[ -]half)?"
_UNIT = r"(?:years?|yrs?|y\.|months?|weeks?|days?)"
_AMOUNT = (
    rf"(?:an? year and a half|another year|(?:{NUMBER}|an?|half a)(?: (?:more|additional|further|extra))?[ -]{_UNIT})"
)
_RANGE = rf"{NUMBER}(?: to | and | or | ?[-–] ?){NUMBER}(?: (?:more|additional|further|extra))?[ -]{_UNIT}"
_LENGTH = rf"(?:{_RANGE}|{_AMOUNT}(?:(?:,? and |, | plus ){NUMBER} {_UNIT})*)"
_KINDS = r"(?:prison|jail|suspended|labou?r|camp|custodial|hard|strict|regime|open|colony|administrative|maximum|minimum|consecutive|concurrent|conditional|probationary)"
_NOUNS = r"(?:sentences?|terms?|imprisonment|incarceration|detention|stretch|stint|probation|punishment)"
_BEFORE = (
    r"(?:(?:a|an|the|another|his|her|their|its|up|to|at|least|most|as|much|many|total|of|around|about|nearly|almost|over|more|than|just|only"
    r"|some|between|from|ranging|additional|further|extra|record|lengthy|long|longer|harsh|severe|heavy|stiff|new|second|separate|combined|cumulative|whopping|mere|all|every|entire|full|whole"
    rf"|consecutive|concurrent|mandatory|full|{_KINDS}|sentences?|terms?|imprisonment)[ -]){{0,9}}?"
)
_INSIDE = r"(?:prison|jail|gaol|custody|detention|penal (?:colony|servitude|institution|facility|settlement)|colony|colonies|camps?|bars|barracks|institution|labou?r|imprisonment|incarceration|penitentiary)"
_PUNISHING = (
    rf"(?:['’]|s['’])? ?(?:of |in |at |under |behind |with |inside )?(?:an? |the )?(?:[\w-]+[ -]){{0,4}}?{_INSIDE}\b"
)
_ENDLESS = (
    r"(?P<life>(?<!his )(?<!her )(?<!their )life(?: (?:in|behind) (?:\w+ ){0,2}(?:prison|jail|bars|colony)| imprisonment| sentences?| terms?| without parole)?(?! (?:of|story|as|in|and|under|with|after|long|he|she|they|for the)\b)\b(?!-))"
    r"|(?P<death>death (?:penalty|penalties|sentences?|by \w+)|death(?= (?:for|by|in absentia|on|over|after|last|earlier|and)\b|[.,;]|$))"
)
_SENTENCE = rf"(?P<noun>(?:{_KINDS}[ -])*(?:sentences?|jail time|prison time)|(?:{_KINDS}[ -])+terms?|terms? (?:of imprisonment|in prison|in jail|behind bars)|administrative (?:detention|arrest))\b"
_LENGTH_PART = rf"(?P<length>{_LENGTH})(?P<tail>['’]?(?:[ -](?:{_KINDS}|long|behind|bars))*[ -]{_NOUNS}\b)?"
_PENALTY = re.compile(rf"(?<!\w)(?P<lead>{_BEFORE})(?:{_LENGTH_PART}|{_ENDLESS}|{_SENTENCE})", re.IGNORECASE)
#: "five years of a nine-year term": the term is what was given.
_PART_OF = re.compile(
    r"(?: (?:left|remaining|more))?,? (?:of|in|on|into|through|from) (?=(?:an?|his|her|their|the|that) )"
)
_SPELT_OUT = re.compile(
    r"(?:,? (?:of|ranging|for))? (?=(?:from |between |up to |at least |more than |about |nearly )?(?:\d|[a-z]+ and|[a-z-]+ (?:years?|months?|to)\b|an? ))"
)
#: Without one of these no penalty is named: looked for first, since most sentences hold none.
_ANY = re.compile(r"year|yr|y\.|month|week|day|life|death|sentence|term|time|detention|arrest", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:(?:just|only|at least|up to|another|about|some|to|for) )?(?P<bare>{NUMBER})(?! ?[-%]|[.,]\d)(?=$|[.,;:)\"'!?]|\s(?:for|each|apiece|and|in absentia|on appeal|respectively|over|after|while|but|more|last|on)\b)",
    re.IGNORECASE,
)
#: What follows a length of time that is no penalty: "two years to live", "eight years as mayor", "two years of training".
_OTHERWISE = re.compile(
    r"(?: (?:old|ago|later|earlier|before|since|apart|prior|as|until|younger|older|into|that|with (?!hard|a |an |compulsory|confiscation|forced|no parole|the possibility)\w+"
    r"|to (?!serve|run|be served|him\b|her\b|them\b|the\b|each\b|both\b|\w+ (?:years|months)|\d)[a-z]\w+"
    r"|of (?!imprisonment|prison|jail|hard|labou?r|forced|probation|supervis|open|house|strict|exile|compulsory|correctional|penal|incarceration|detention|deten|confinement|restrict|suspend|community|arrest|administrative|(?:his|her|their|an?|the) (?:\S+ )?(?:sentence|term))"
    rf"|in (?!(?:an? |the |strict |maximum |absentia|isolation|\S+ )?(?:[\w-]+[ -]){{0,4}}?{_INSIDE}|the case|the trial|the same|an? (?:\S+ )?(?:trial|case)|his absence|her absence|their absence|[A-Z0-9]|absentia|total|all\b)"
    r"|(?!including|following|according|pending|starting|beginning|running|during|spring|excluding|being)[a-z]+ing\b)|-(?!long)\w)"
)


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty named at `start` to `end` in the text of its piece. `term` in years; None for life, death, a range, or where none is told.

    `note`: "life" or "death"; `is_bare` = a number alone, which only its neighbours make a term; `is_plain` = nothing in it says prison.
    """

    start: int
    end: int
    term: float | None
    note: str | None = None
    is_bare: bool = False
    is_plain: bool = False


def penalty_at(text: str, start: int, end: int, bare: bool = False) -> Penalty | None:
    """The penalty named right at `start`; a number alone only when `bare` allows it."""
    match = _PENALTY.match(text, start, end)
    if match is None:
        number = _BARE.match(text, start, end) if bare else None
        return (
            None
            if number is None
            else Penalty(number.start(), number.end(), years_of(number["bare"]), None, True, True)
        )
    return _of(match, text, end)


def penalties_after(text: str, start: int, end: int) -> list[Penalty]:
    """Every penalty named in a stretch of text, in order."""
    if _ANY.search(text, start, end) is None:
        return []
    found: list[Penalty] = []
    for match in _PENALTY.finditer(text, start, end):
        penalty = _of(match, text, end)
        if penalty is not None:
            found.append(penalty)
    return found


def years_of(number: str) -> float | None:
    """A bare number read as years."""
    return term_in(number + " years")


def _of(match: re.Match[str], text: str, end: int) -> Penalty | None:
    begin, stop = match.span()
    begin += len(match["lead"]) - len(match["lead"].lstrip())
    if match["life"] or match["death"]:
        return Penalty(begin, stop, None, "life" if match["life"] else "death")
    if match["noun"]:
        return _spelt_out(begin, stop, text, end) if _is_whole(match["lead"], match["noun"], text, stop) else None
    length, following = match["length"], text[stop:end]
    part = _PART_OF.match(text, stop, end)
    whole = penalty_at(text, part.end(), end) if part else None
    if whole is not None and not whole.is_plain:
        return Penalty(begin, whole.end, whole.term, whole.note)
    if not match["tail"] and (
        _OTHERWISE.match(following)
        or ("-" in length.replace(" - ", "").replace("-and-a-half", "") and _is_joined(length))
    ):
        return None
    punishing = re.match(_PUNISHING, following, re.IGNORECASE) if not match["tail"] else None
    is_range = re.fullmatch(_RANGE, length, re.IGNORECASE) is not None or "between" in match["lead"].lower()
    stop += punishing.end() if punishing else 0
    plain = not match["tail"] and not punishing and not re.search(_NOUNS, match["lead"])
    return Penalty(begin, stop, None if is_range else term_in(length), None, False, plain)


def _spelt_out(begin: int, stop: int, text: str, end: int) -> Penalty:
    """ "sentences of up to six years": the length that stands after the noun."""
    lead = _SPELT_OUT.match(text, stop, end)
    length = penalty_at(text, lead.end(), end) if lead else None
    return Penalty(begin, stop, None) if length is None or length.note else Penalty(begin, length.end, length.term)


def _is_joined(length: str) -> bool:
    """ "a five-year visa": a length that qualifies another word."""
    return re.search(rf"-{_UNIT}$", length, re.IGNORECASE) is not None


def _is_whole(lead: str, noun: str, text: str, stop: int) -> bool:
    """Whether "sentence" stands for what a court gave: not "the first sentence of the book"."""
    return "first" not in lead and not re.match(
        r" (?:of (?:the|his|her) (?:book|article|letter|text|speech))", text[stop:]
    )


def after(token: Token) -> int:
    """Where the text after a word begins."""
    return int(token.idx) + len(token.text) + len(token.whitespace_)
