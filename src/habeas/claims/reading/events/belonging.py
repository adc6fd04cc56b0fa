"""Who belongs to a group told of before: "NAME was among them", "NAME was not on the list", "three Poles were in the group, among them NAME"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.members import FREED, last_group
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.listed import listed_after

RULE = "belonging"
_BELONGS = re.compile(
    r"(?:'s name)?(?:,? (?:\(\d\d\)|\d\d|aged \d\d))?(?:, [^.;:]{2,90}?,)? (?P<be>was|is|were|are)(?P<not> not|n't)?(?: also| too| reportedly)? "
    r"(?P<what>(?:among|amongst) (?:them|those|the group)(?=[.,;:\n]|$| (?:and|too|but))|one of (?:them|those|the lucky ones|the (?:first|last)(?: to \w+)?(?: (?:off|out|through|across|aboard) [^.,;:]{3,30})?|the (?:\w+|\d+)(?: (?:people|men|women|prisoners|detainees|freed|released|arrested|detained))?)(?=[.,;:\n]|$| and\b)|on (?:the|that|this|saturday's) (?:list|bus|buses|minibus|plane|flight|convoy|train)\b"
    r"|in (?:the|that) (?:group|convoy|batch)\b|part of (?:the|that|a) (?:deal|group|batch)\b|aboard\b)",
    re.IGNORECASE,
)  # fmt: skip
_IN_SWAP = re.compile(
    r"(?:,? (?:\(\d\d\)|\d\d))?(?:, [^.;:]{2,90}?,)? (?:was|were|is|are)(?P<not> not|n't)? (?:also )?(?:part of|included in|involved in|among those in|left out of|excluded from) (?:the|a|that|last \w+'s|the \w+ \d{4}) (?:[\w-]+ ){0,3}(?:swap|exchange)\b",
    re.IGNORECASE,
)  # fmt: skip


def belonging_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each name or counted group said to belong, or not, to the group told of last before."""
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        for span, name in reader.referents.people.between(sentence.start, sentence.end):
            rest = shadow[span[1] : sentence.end]
            match = _BELONGS.match(rest)
            if match is not None:
                yield from _as_before(
                    reader, sentence, told, (span[0], span[1] + match.end()), (name, None), bool(match["not"])
                )
            elif (swap := _IN_SWAP.match(rest)) is not None:
                denied = bool(swap["not"]) or "left out" in swap.group() or "excluded" in swap.group()
                yield _telling(
                    reader,
                    sentence,
                    "exchange",
                    (span[0], span[1] + swap.end()),
                    (name, None),
                    "denied" if denied else "actual",
                )
        yield from _counted(reader, sentence, told)


def _counted(reader: Reader, sentence: Sentence, told: list[Told]) -> Iterator[Told]:
    shadow = reader.referents.passage.shadow
    for token in sentence.tokens:
        if token.dep_ != "nsubj" or token.head.lemma_ != "be":
            continue
        group = reader.referents.group(sentence, token)
        place = sentence.place(token)
        match = (
            _BELONGS.match(shadow[place[1] : sentence.end]) if group is not None and group.count is not None else None
        )
        if group is None or match is None or match["not"]:
            continue
        span = (sentence.start, place[1] + match.end())
        yield from _as_before(reader, sentence, told, span, (None, group.count), False)
        for name in listed_after(reader.referents.people, sentence, token, shadow):
            yield from _as_before(reader, sentence, told, (sentence.start, sentence.end), (name, None), False)


def _as_before(
    reader: Reader, sentence: Sentence, told: list[Told], span: tuple[int, int], who: tuple[str | None, int | None], denied: bool
) -> Iterator[Told]:  # fmt: skip
    for one in (
        last_group(sentence, told, place=span[0], kinds=FREED) if denied else last_group(sentence, told, place=span[0])
    ):
        if one.type in FREED or not denied:
            reality = "denied" if denied else one.reality
            telling = _telling(reader, sentence, one.type, span, who, reality)
            telling.date = None if denied else one.date
            yield telling


def _telling(
    reader: Reader, sentence: Sentence, kind: str, span: tuple[int, int], who: tuple[str | None, int | None], reality: str
) -> Told:  # fmt: skip
    quote, place = quote_at(reader.referents.passage, span)
    name, count = who
    return Told(
        kind, name, count, quote, place, reality, {f"{RULE}.{kind}"}, is_member="member" if name and reality != "denied" else None,
        said_by=reader.speakers.at(sentence, sentence.tokens.root), words=quote if name is None else "",
    )  # fmt: skip
