"""Deaths told without "died": found hanged, took his own life, left two dead; ranks ("the fifth to die") and the latest of a group named after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.custody.deaths_named import some_of_the_dead
from habeas.claims.reading.custody.illness_words import IN_PRISON
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.figures.ordinals import rank_value, ranked_in
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "death_in_custody"
RULE = "deaths"
_DYING = re.compile(
    r"\b(?:found (?:dead|hanged|hanging)|t(?:ook|aken|aking) (?:his|her|their) own li(?:fe|ves)|(?:killed|hanged) (?:himself|herself)|succumb(?:ed|s|ing)|passed away|pass(?:es)? away|(?:not|n['’]t) survive|(?:lost|lose|losing) (?:his|her|their) li(?:fe|ves)|put to death"
    r"|(?:beaten|tortured|starved|bludgeoned|stabbed) to death|shot dead|committed suicide|drowned)\b",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"\b(?:(?:the|its|their) (?:last|latest|most recent|youngest|oldest|first)(?: (?:one|victim|death|case))?(?: of (?:them|these|whom))?|one of them|among them|most recently|lastly)\b"
    r"(?: (?:was|is|were|being))?(?P<gap>,? [^.;]{0,60}?)$",
    re.IGNORECASE,
)
_FORE = 110
_NEAR = 250
_COUNTED = re.compile(
    r"^ (?:of them |of whom |people )?(?:have|had|has|who have)? ?(?:since )?(?:died|perished|lost their lives)\b"
)
_PEOPLE = r"(?:people|prisoners|detainees|inmates|protesters|men|women|students|activists|journalists|others)"
_IN = r"(?:in (?:police |state |prison )?(?:custody|detention|prison|jail|captivity)|behind bars)"
#: "seven people arrested after the vote had died in custody".
_WHO_DIED = re.compile(
    rf" (?:[\w-]+ ){{0,2}}?{_PEOPLE} (?:who (?:were|had been) )?(?:arrested|detained|held|jailed|seized|taken|imprisoned|convicted|sentenced)\b[^.;,:]{{0,50}}? (?:had|have|has) (?:since |also )?died {_IN}\b"
)
_RANK = re.compile(
    rf"\b(?:the|its|his|a) (?P<rank>[a-z]+|\d+(?:st|nd|rd|th)) (?:such |known |reported )?death {_IN}\b", re.IGNORECASE
)
_AND_RANK = re.compile(r"\band the (?P<rank>[a-z]+) (?:this year|in as many|since|in a |of the year)", re.IGNORECASE)
_TOLL = re.compile(
    rf"\b(?:number|toll) of (?:\w+ )?deaths {_IN} (?:\w+ ){{0,2}}?(?:to|reached|at|stands at|is|exceeds) (?=[\w\d])",
    re.IGNORECASE,
)
_DIE = re.compile(r"\b(?:die|died|perish(?:ed)?|be killed)\b")
_BARELY = re.compile(r"\b(?:nearly|almost) $", re.IGNORECASE)
_KILL = frozenset({"kill", "execute", "leave"})
_DEATHS = frozenset({"death", "killing", "execution"})


def deaths_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling; a named person's is placed in custody or after release by what else is told of them."""
    dead = [one for one in told if one.type in (KIND, "death") and one.is_group and one.reality == "actual"]
    for sentence in reader.referents.passage.sentences:
        for trigger in (*_by_phrase(reader, sentence), *_left_dead(reader, sentence), *_by_noun(reader, sentence)):
            yield from telling_of(reader, sentence, trigger)
        counted = [*_ranked(reader, sentence), *_bare_number(reader, sentence), *_tolls(reader, sentence)]
        yield from some_of_the_dead(reader, sentence)
        yield from counted
        yield from _latest(reader, sentence, [*dead, *counted])


def without_misplaced_ranks(told: list[Told]) -> None:
    """ "X died in prison. He is the fifth to die there": he is the one whose death was told just before."""
    deaths = [one for one in told if one.type.startswith("death") and one.person is not None]
    for one in deaths:
        before = [o for o in deaths if o.span[1] <= one.span[0] and one.span[0] - o.span[1] < _NEAR]
        if before and any(ranked_in(one.quote)) and not any(part in one.quote for part in (one.person or "").split()):
            one.person = before[-1].person


def _by_phrase(reader: Reader, sentence: Sentence) -> Iterator[Trigger]:
    text = reader.referents.passage.shadow[sentence.start : sentence.end]
    for match in _DYING.finditer(text):
        if _BARELY.search(text[: match.start()]):
            continue
        verb = next(
            (
                t
                for t in sentence.tokens
                if t.pos_ == "VERB"
                and sentence.start + match.start() <= sentence.place(t)[0] < sentence.start + match.end()
            ),
            None,
        )
        whom = _subject(verb) if verb is not None else None
        if verb is not None and whom is not None:
            yield Trigger("death", verb, "given", False, None, None, given=whom, is_absence=verb.lemma_ == "survive")


def _subject(verb: Token) -> Token | None:
    for up in (verb, *verb.ancestors):
        child = next((c for c in up.children if c.dep_ in ("nsubjpass", "nsubj")), None)
        if child is not None:
            return up.head if child.tag_ in ("WP", "WDT") and up.dep_ == "relcl" else child
        if up.dep_ in ("acl", "relcl"):
            return up.head
    return None


def _left_dead(reader: Reader, sentence: Sentence) -> Iterator[Trigger]:
    """ "left two prisoners dead", "guards killed two prisoners"."""
    for token in sentence.tokens:
        if token.pos_ != "VERB" or token.lemma_ not in _KILL:
            continue
        whom = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if whom is None or not lexicon().has("held_people", whom.lemma_):
            continue
        if token.lemma_ != "leave" or (any(t.lower_ == "dead" for t in token.subtree)):
            yield Trigger(KIND, token, "given", False, None, None, given=whom)


def _by_noun(reader: Reader, sentence: Sentence) -> Iterator[Trigger]:
    """ "the deaths of four prisoners"."""
    for token in sentence.tokens:
        if token.pos_ == "NOUN" and token.lemma_ in _DEATHS:
            of = [o for c in token.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
            if (
                of
                and lexicon().has("held_people", of[0].lemma_)
                and reader.referents.number_of(sentence, of[0]) is not None
            ):
                yield Trigger(KIND, token, "given", False, None, None, given=of[0])


def _ranked(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "the fifth to die in custody": five have."""
    shadow = reader.referents.passage.shadow
    for rank in ranked_in(shadow[sentence.start : sentence.end]):
        start, end = sentence.start + rank.span[0], sentence.start + rank.span[1]
        if _DIE.search(shadow[start:end]) and rank.population == "died_in_custody":
            yield _group(reader, (start, end), rank.value)


def _bare_number(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "Since 2020 nine have died behind bars", where the parse takes the number for part of the date, or nobody says who the three are."""
    shadow = reader.referents.passage.shadow
    if not IN_PRISON.search(sentence.tokens.text):
        return
    for number in reader.referents.numbers(sentence):
        match = _COUNTED.match(shadow[number.core[1] : number.core[1] + 30])
        if match and number.value > 1:
            yield _group(
                reader, (number.span[0], number.core[1] + match.end()), None if number.is_vague else number.value
            )
        who = _WHO_DIED.match(shadow, number.core[1], sentence.end)
        if who and number.value > 1:
            yield _group(reader, (number.span[0], who.end()), None if number.is_vague else number.value)


def _tolls(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "the number of deaths in custody reached 12", "the third death in custody this year", "... and the second this year"."""
    shadow = reader.referents.passage.shadow[sentence.start : sentence.end]
    is_ranked = any(rank.population == "died_in_custody" for rank in ranked_in(shadow))
    for match in (*_RANK.finditer(shadow), *(_AND_RANK.finditer(shadow) if is_ranked else ())):
        value = rank_value(match["rank"])
        if value is not None:
            yield _group(reader, (sentence.start + match.start(), sentence.start + match.end()), value)
    toll = _TOLL.search(shadow)
    for number in reader.referents.numbers(sentence) if toll is not None else ():
        if toll is not None and number.core[0] == sentence.start + toll.end() and not number.is_vague:
            yield _group(reader, (sentence.start + toll.start(), number.core[1]), number.value)


def _group(reader: Reader, span: Span, count: int | None) -> Told:
    quote, span = quote_at(reader.referents.passage, span)
    return Told(KIND, None, count, quote, span, "actual", {f"{RULE}.{KIND}"}, is_period=True)


def _latest(reader: Reader, sentence: Sentence, dead: list[Told]) -> Iterator[Told]:
    """ "nine have died, the latest of them NAME": the one named after a group that died."""
    shadow = reader.referents.passage.shadow
    for span, name in reader.referents.people.between(sentence.start, sentence.end):
        fore = shadow[max(sentence.start, span[0] - _FORE) : span[0]]
        match = _LATEST.search(fore)
        if match is None or re.search(r"\b(?:who|by|said|says)\b", match["gap"]):
            continue
        start = span[0] - len(fore) + match.start()
        if reader.referents.people.between(start, span[0]):
            continue  # not the one it names first
        if not any(one.span[0] < start and start - one.span[1] < _NEAR for one in dead):
            continue
        end = re.search(r"[.;]|$", shadow[span[1] : sentence.end])
        stop = span[1] + (end.start() if end is not None else 0)
        quote, place = quote_at(reader.referents.passage, (start, stop))
        token = sentence.token_at(span[1] - 1)
        words = reader.dates.attached(sentence, token, set()) if token is not None else None
        yield Told(
            KIND, name, None, quote, place, "actual", {f"{RULE}.latest"}, day_told(words, reader.dates.published, True)
        )
