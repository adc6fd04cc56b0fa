"""What each person is called by the words beside their name, anywhere in the text: title, apposition, "who" clause, "of ORGANISATION"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.claims.reading.people.calling_words import (
    AFTER,
    AFTER_OWNED,
    APPOSED_BEFORE,
    AS,
    BYLINE,
    BYLINE_LONGEST,
    CALLED,
    CONTACT,
    COPULA,
    DEEDS,
    DIRECT,
    KIN_OF,
    LEARNED_BODY,
    LED,
    LEGAL_TEAM,
    LIKE,
    OF,
    OFFICE,
    OFFICE_AND_TRADE,
    OWNED_BY,
    PREPOSITION,
    PRESIDING,
    PROPER,
    ROW,
    RULERS,
    SAID,
    STOPS,
    STUDIES,
    WHO,
    plain,
)
from habeas.claims.reading.people.occupations import heads_of, noun_at_end, occupations
from habeas.claims.reading.whom.marked import MARK, Marked, MarkedText, number_of

#: "CPJ director NAME": letters in a row that are no body of states.
_NGO = re.compile(
    r"\b(?!UN\b|UNHCR|OHCHR|UNESCO|UNICEF|EU\b|NATO|OSCE|PACE|UAE|USA|IAEA|WHO\b|AFP|BBC|CNN|NBC|CBS|ABC|AP\b)[A-Z]{3,6}(?:'s)? (?:[A-Za-z-]+ ){0,3}[A-Za-z]+$"
)
#: "among those in prison are NAME's deputy, NAME": what stands before says of no office.
_COPULA = re.compile(r"\b(?:are|were|includes?|included|including)\b(?= )")
_RELIGIOUS = frozenset({"Father", "Sister", "Brother", "Mother"})
#: "a delegation of British MPs, led by NAME": one of them.
_LAWMAKERS = re.compile(
    r"\b(?:parliamentarians|lawmakers|mps|meps|senators|deputies|legislators|members of parliament),? $"
)
#: "to release NAME", not "envoy to the United Nations", "spokesman to Bishop NAME".
_TO_DO = re.compile(r"\s*to (?!the |an? |his |her |their |its |this |former |late )[a-z]+\b")
_OF_WHOM = re.compile(r"(?P<head>[\w' -]{3,60}) (?:for|of|to) (?:the |a |an |his |her )?[\w -]{3,40}$")


@dataclass(frozen=True, slots=True)
class Calling:
    """One description of a person: the noun they are called by, None for a bare body, the words around it and what was said before."""

    noun: str | None
    words: str
    rule: str
    before: str = ""


def callings_in(text: MarkedText) -> dict[str, list[Calling]]:
    """Person -> what they are called, in the order of the text."""
    found: dict[str, list[Calling]] = defaultdict(list)
    before = ""
    following = [*(s.text for s in text.sentences[1:]), ""]
    for sentence, after in zip(text.sentences, following, strict=False):
        words = plain(sentence.text)
        if MARK.search(words):
            for number, calling in (
                *_beside(words, before),
                *_by_deed(words, before),
                *_across(sentence, before, after),
            ):
                found[text.names[number_of(number)]].append(calling)
        before = words
    return found


def _beside(words: str, before: str) -> Iterator[tuple[str, Calling]]:
    for rule, pattern in (("after", AFTER), ("is", COPULA), ("after", AFTER_OWNED)):
        for match in pattern.finditer(words):
            for noun, phrase in _nouns_after(match["what"], words[match.end() : match.end() + 1], rule == "is"):
                yield match["who"], Calling(noun, phrase, f"role.{rule}", f"{before} {words[: match.start()]}".lower())
    for pattern in (DIRECT, APPOSED_BEFORE, CALLED, KIN_OF, LIKE):
        for match in pattern.finditer(words):
            for noun, phrase in _nouns_before(match["what"], is_apart=pattern is APPOSED_BEFORE):
                row = ROW.match(words, match.start("who") - 1) if phrase.endswith(f"{noun}s") else None
                if row is None and phrase.endswith(f"{noun}s") and pattern is not LIKE:
                    continue  # "reminded the judges, NAME said"
                for number in MARK.findall(row.group()) if row is not None else (match["who"],):
                    yield (
                        number,
                        Calling(noun, phrase, "role.before", f"{before} {words[: match.start('who')]}".lower()),
                    )
    for pattern in (OF, OWNED_BY):
        for match in pattern.finditer(words):
            body = _cut(match["what"])
            yield match["who"], Calling(None, body.lower(), "role.of")
            if pattern is OF and SAID.search(words) and PROPER.match(body) and not LEARNED_BODY.search(body):
                yield match["who"], Calling("campaigner", body.lower(), "role.of proper")


def _by_deed(words: str, before: str) -> Iterator[tuple[str, Calling]]:
    for match in WHO.finditer(words):
        noun = "lawyer" if LEGAL_TEAM.search(match["what"]) else DEEDS[match["verb"]]
        yield match["who"], Calling(noun, _cut(match["what"]).lower(), "role.who")
    for match in STUDIES.finditer(words):
        yield match["who"], Calling("researcher", match["what"].lower(), "role.who")
    if len(words) < BYLINE_LONGEST:
        for match in BYLINE.finditer(words):
            for number in MARK.findall(match.group()):
                yield number, Calling("reporter", "", "role.byline")
    for match in CONTACT.finditer(words):
        yield match["who"], Calling("spokesperson", f"group {match['what'].lower()}", "role.contact")
    for match in LED.finditer(words):
        led = words[: match.start()].lower()[-70:]
        noun = "lawmaker" if _LAWMAKERS.search(led) else "leader"
        yield match["who"], Calling(noun, led, "role.led by")
    for match in PRESIDING.finditer(words):
        yield match["who"], Calling("judge", "", "role.presiding")
    for match in OFFICE.finditer(words):
        yield match["who"], Calling("judge", "", "role.office")
    for pattern in RULERS:
        for match in pattern.finditer(words):
            yield match["who"], Calling("ruler", "", "role.rule of")
    for match in AS.finditer(words):
        for noun, phrase in _nouns_after(match["what"], ""):
            yield match["who"], Calling(noun, phrase, "role.as", before.lower())
    for match in OFFICE_AND_TRADE.finditer(words):
        for noun, phrase in _nouns_before(match["what"]):
            if noun in occupations().heads:
                yield (
                    match["who"],
                    Calling(noun, phrase, "role.before", f"{before} {words[: match.start('who')]}".lower()),
                )


def _across(sentence: Marked, before: str, after: str) -> Iterator[tuple[str, Calling]]:
    """A title cut off at its full stop, and the office in the line under a signature."""
    first = MARK.match(sentence.text)
    if first is None:
        return
    title = re.search(r"(?P<what>[^.;:,!?\"]{3,80})$", before)
    for noun, phrase in _nouns_before(title["what"]) if title is not None else ():
        yield first[1], Calling(noun, phrase, "role.before", before.lower())
    if first.group() == sentence.text.strip(" ,-–—") and sentence.is_heading and len(after) < BYLINE_LONGEST:
        for noun, phrase in _nouns_after(after, ""):
            yield first[1], Calling(noun, phrase, "role.signature")


def _cut(phrase: str) -> str:
    """The phrase up to the first verb or comma."""
    stop = STOPS.search(phrase)
    return (phrase[: stop.start()] if stop else phrase).split(",")[0]


def _nouns_after(phrase: str, following: str, or_several: bool = False) -> Iterator[tuple[str, str]]:
    """The first parts of an apposition, unless a part runs straight into the next name: that part is the next one's."""
    stop = STOPS.search(phrase)
    parts = (phrase[: stop.start()] if stop else phrase).split(",")
    if stop is None and following == "‹" and not re.search(r"\w (?:of|for|to|with) ", parts[-1]):
        parts = parts[:-1]
    for number, part in enumerate(parts[:3]):
        found = heads_of(re.sub(r"^(?:one of|among) (?:the |some )?(?:\d+ )?", "", part), or_several)
        if number and re.match(r" ?(?:the|his|her|its) ", part):
            break  # "said NAME, the director was waiting"
        yield from ((noun, f"{words} {','.join(parts[:3])}".lower()) for noun, words in found)
        if not found and not re.match(r"\s*(?:\d+|aged|born)", part):
            break


def _nouns_before(phrase: str, is_apart: bool = False) -> Iterator[tuple[str, str]]:
    """What the words right before a name call its bearer: "spokesman for the army", "deputy prosecutor"."""
    low = _COPULA.split(phrase.lower())[-1]
    noun = noun_at_end(low)
    if noun is not None and phrase.split()[-1] in _RELIGIOUS:
        return
    if (
        is_apart
        and noun is not None
        and " of " not in noun
        and (of_whom := _OF_WHOM.search(low))
        and noun_at_end(of_whom["head"])
    ):
        noun = noun_at_end(of_whom["head"])  # "counsel for the journalist, NAME"
    if noun is not None:
        yield noun, f"ngo {low[-60:]}" if _NGO.search(phrase) else low[-60:]
        return
    for match in reversed(list(PREPOSITION.finditer(low))):
        head, rest = low[: match.start()], low[match.start() :]
        noun = noun_at_end(head)
        if _TO_DO.match(phrase[len(phrase) - len(low) + match.start() :]):
            continue  # "the prosecutor general to release NAME"
        if noun is not None and len(rest.split()) > 1 and not STOPS.search(rest):
            yield noun, f"{head[-40:]} {rest}"
            return
    several = noun_at_end(low, or_several=True)
    if several is not None:
        yield several, low[-60:]
