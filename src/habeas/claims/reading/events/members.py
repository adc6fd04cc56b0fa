"""Members of a group named in a sentence of their own: "Also on the buses were A and B", "Among the nine was C", "Not on the list was D"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.numbers import numbers_in
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.listed import listed_after, names_running_on

RULE = "members"
_BE = r"(?:is|are|was|were)"
_ASIDE = r"(?:, [^.;:]{3,60},)?"
_GOT_OUT = r"(?:cross|emerge|land|arriv|walk|come|came|get|got|leave|left|fly|flew|step|board|regain|gain|benefit|make it|made it|(?:be|were|had been|have been|was) (?:freed|released|let|pardoned|exchanged|swapped|deported|arrested|detained))\w*"
_ON_BOARD = r"(?:on board|aboard|on (?:the|that|this) (?:bus|buses|plane|flight|list|train)|in (?:the|that|this) (?:group|convoy|batch))"
#: Who may come along without having been held.
_COMES_ALONG = re.compile(
    r"\b(?:envoy|ambassador|minister|official|doctor|medic|officer|negotiator|lawyer|guard|consul|diplomat|president|adviser|reporter|bishop|nuncio)\b",
    re.IGNORECASE,
)
#: Who is on the bus for a state's sake, where the words do not say "with them": a lawyer or a bishop there may be one of the freed.
_OF_STATE = re.compile(
    r"\b(?:envoy|ambassador|minister|official|officer|negotiator|guard|consul|diplomat|nuncio)\b", re.IGNORECASE
)
_WITH = re.compile(
    rf"^\W*(?:(?:But|And|Also) )?(?:(?:also )?(?:among|amongst) (?:them|those|this group|the (?:arrivals|new arrivals|passengers|deportees|returnees|exiles|beneficiaries|names|freed prisoners|released prisoners|freed|released|newly freed|newly released)|the (?P<many>\w+(?: (?:people|others|men|women))?)){_ASIDE} {_BE}"
    rf"|(?:they|it|the others|their (?:names|number)|those {_ON_BOARD}|those who {_GOT_OUT}[^.;:]{{0,60}}?|the (?:(?:first|second|latest|new) )?(?:group|batch|list|names?|released|freed|detained|convicted|arrested|arrivals|passengers|men|women|prisoners|detainees)) (?:also )?(?:include[sd]?|comprise[sd]?)"
    rf"|(?:among|amongst) those (?:who|to) {_GOT_OUT}[^.;:]{{0,60}}?{_ASIDE} {_BE}"
    rf"|(?:among|amongst) (?:those|the \w+) {_ON_BOARD}{_ASIDE} {_BE}"
    rf"|(?:also |with \w+ )?(?:on|aboard|in) (?:the|one of the|a) (?:bus|buses|minibus|plane|flight|list|group|convoy|train|first bus)[^,.;:]{{0,25}}?{_ASIDE} (?:{_BE}|sat|came)"
    rf"|also (?:on|aboard|in|among) [^,.;:]{{3,40}}?{_ASIDE} {_BE}|also (?:aboard|on board|with them){_ASIDE} {_BE}"
    rf"|(?:going|flying|heading|travell?ing|moving|headed|sent|flown) (?:the other way|in (?:the )?(?:other|opposite|reverse) direction)(?: [^,.;:]{{3,40}}?)?{_ASIDE} {_BE}"
    r"|they (?:are|were)(?= (?-i:[A-Z])| (?:the|an?|his|her) (?:(?!of |with |for |from |and )[a-z-]+ ){1,4}(?-i:[A-Z]))"
    rf"|(?:one|two|three) of (?:them|those|these) {_BE}|(?:one|two|three) of the first to {_GOT_OUT}[^,.;:]{{0,40}}? {_BE}|(?:among )?(?:the )?(?:first|last|next|others?) (?:to {_GOT_OUT}|off|out|through|across)[^,.;:]{{0,40}}? {_BE}"
    rf"|the (?:best|most|better)[ -](?:known|famous|prominent|notable|senior|recognisable|recognizable|high-profile)(?: (?:name|prisoner|figure|person|of them|among them|of those|of the \w+|of all)[^,.;:]{{0,20}}?)? {_BE}"
    rf"|(?:joining|alongside|with|beside|behind|after) (?:them|him|her|these)(?: on [^,.;:]{{3,30}}?)? (?:{_BE}|flew|came|went|travell?ed|left|walked|crossed)"
    rf"|(?:a|the|one|another) (?:\w+ ){{0,2}}(?:bus|plane|minibus|car|flight|jet|van|convoy)(?: later| then| also| soon)? (?:brought|carried|took|flew)(?: out| over| across| home)?(?= [A-Z]|\s(?:the|a) )|(?:from|out of) (?-i:[A-Z])\w+ (?:came|were|was)|first (?:through|out of|off|across|over) [^,.;:]{{3,30}}? (?:was|were|came)|the (?P<all>\w+)(?: (?:people|prisoners|men|women|freed|released|detainees|detained|arrested|journalists|activists))? (?:are|were)(?=:? (?-i:[A-Z])|:? (?:the|its|his|her|their|an?|former) (?:[\w-]+ ){{1,4}}(?-i:[A-Z])))\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    rf"^\W*(?:But )?(?:(?:notably )?(?:missing|absent) from [^,.;:]{{3,40}}?|(?:not|nowhere) (?:on|among|in|aboard|to be seen) [^,.;:]{{3,40}}?|left (?:behind|out|off)(?: [^,.;:]{{3,40}}?)?"
    rf"|(?:the (?:list|group|names?|buses|bus|exchange|swap)|they|those freed|those released)(?: did| do| does)? not include){_ASIDE}(?: {_BE}\b|(?<=include))"
    rf"|^\W*(?:But )?there {_BE} no (?:sign|trace) of\b",
    re.IGNORECASE,
)
#: Whoever is seen to come out is out, whatever was only announced before.
_SEEN_OUT = re.compile(
    r"^\W*(?:among )?(?:(?:one|two|three) of )?(?:the )?(?:first|last|next|others?) |^[^,.;:]{0,40}\b(?:brought|carried|took|flew|emerged|came|walked)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^\W*(?:(?:but|and) )?(?:(?:also )?(?:among|amongst) (?:them|those|these)|they (?:also )?include)\b", re.IGNORECASE
)
#: A number of people said to be held.
_HELD = re.compile(
    r"\b(?:still )?(?:holds?|holding|held|remain(?:s|ed|ing)?|are|languish\w*|sit|counts?|lists?|number of)\b[^.;]{0,60}\b(?:political prisoners|prisoners of conscience|behind bars|in (?:[\w-]+ ){0,2}(?:prison|jail|custody|detention)s?|(?:people|journalists|activists|lawyers) (?:in|behind))\b"
    r"|\b(?:is|are|were|remain|remained) (?:still |currently |now |all )*(?:being )?(?:held|detained|jailed|imprisoned|locked up)\b(?! (?:again|anew|last|in|on|after))",
    re.IGNORECASE,
)
#: Those of a group of whom something else was just told.
_THE_REST = re.compile(r"\W*(?:the|its) (?:other|others|remaining|rest)\b", re.IGNORECASE)
_NOR = re.compile(rf"^\W*(?:nor|neither) {_BE}\b", re.IGNORECASE)
_LEFT_BEHIND = re.compile(
    r"\b(?:others?|more|prisoners|people|men|women|detainees)\b[^.;:]{0,70} (?:were|was|had|have) not (?:been )?(?:on board|aboard|on (?:the|that)|among|freed|released|let out|included)\b",
    re.IGNORECASE,
)
_BEFORE = 900
_NEAR = 300
_BESIDE = 50
_OUT = ("release", "exchange")
#: Ways out that a group may have had.
FREED = ("release", "pardon", "exchange", "exile")
_GROUPED = (
    *FREED,
    "arrest",
    "rearrest",
    "sentence",
    "conviction",
    "charge",
    "transfer",
    "citizenship_loss",
    "new_charge",
)


def members_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each name and each happening of the group told of last before (of the group of that number, where one is given)."""
    left_out = False
    for sentence in reader.referents.passage.sentences:
        shadow = reader.referents.passage.shadow
        text = shadow[sentence.start : sentence.end]
        without = _WITHOUT.match(text) or (_NOR.match(text) if left_out else None)
        opening = without or _WITH.match(text)
        if opening is not None and _points_back(text) and sentence.index and _is_left_behind(reader, sentence):
            without = opening
        left_out = without is not None
        if opening is None or _brings_others(reader, sentence, text, opening.end()):
            continue
        names = names_running_on(reader.referents.people, sentence, sentence.start + opening.end(), shadow)
        if without is not None:
            base = last_group(sentence, told, kinds=FREED)
        else:
            many = opening["many"] or opening["all"]
            numbers = list(numbers_in(many)) if many else []
            base = last_group(sentence, told, numbers[0].value if numbers else None) if numbers or not many else []
            if not many and (out := _way_out_of_the_rest(reader, sentence, told)) is not None:
                base = [out]
            elif not many and _points_back(text) and (away := _sent_away_too(base, told)):
                base = away
            elif not many and _points_back(text) and (held := _held_before(reader, sentence, told)) is not None:
                base = [held]
        quote, span = quote_at(reader.referents.passage, (sentence.start, sentence.end))
        for one in base:
            if without is None and one.reality == "planned" and _SEEN_OUT.match(text):
                one = replace(one, type="release" if one.type == "exile" else one.type, reality="actual")
            reality = "denied" if without is not None else one.reality
            counted = _counted(reader, sentence, sentence.start + opening.end()) if without is None else []
            for name, count in [*((name, None) for name in names), *((None, count) for count in counted)]:
                if one.is_state and name is None:
                    continue
                yield Told(
                    one.type, name, count, quote, span, reality, {f"{RULE}.{one.type}"}, one.date if without is None else None,
                    note="not on the list" if without is not None else None, is_member="member" if without is None and name else None,
                    said_by=reader.speakers.at(sentence, sentence.tokens.root), is_state=one.is_state,
                )  # fmt: skip


def _is_left_behind(reader: Reader, sentence: Sentence) -> bool:
    """ "Three others were not on board. They include NAME"."""
    last = reader.referents.passage.sentences[sentence.index - 1]
    return _LEFT_BEHIND.search(reader.referents.passage.shadow, last.start, last.end) is not None


def _sent_away_too(base: list[Told], told: list[Told]) -> list[Told]:
    """Both what befell a group that was freed and expelled in one sentence; nothing where it is one thing only."""
    freed = [one for one in base if one.type == "release" and one.count is not None and one.reality == "actual"]
    away = [
        o for one in freed for o in told
        if o.type == "exile" and o.is_group and o.reality == "actual" and o.count in (one.count, None) and o.span[0] - one.span[1] < _BESIDE and one.span[0] - o.span[1] < _BESIDE
    ]  # fmt: skip
    return [*base, *away[:1]] if away else []


def _points_back(text: str) -> bool:
    """ "Among them", "They include": whoever the sentence before speaks of."""
    return bool(_BACK.match(text))


def _way_out_of_the_rest(reader: Reader, sentence: Sentence, told: list[Told]) -> Told | None:
    """ "28 of the 31 freed were pardoned. The other three are foreigners. One of them is NAME": what befell the whole, told before."""
    if not sentence.index:
        return None
    before = reader.referents.passage.sentences[sentence.index - 1]
    if not _THE_REST.match(reader.referents.passage.shadow[before.start : before.end]):
        return None
    groups = [
        o for o in told if o.is_group and o.count is not None and o.reality == "actual" and o.span[0] < before.start
    ]
    out = [o for o in groups if o.type in _OUT]
    return max(out, key=lambda o: (o.count or 0, o.span), default=None)


def _held_before(reader: Reader, sentence: Sentence, told: list[Told]) -> Told | None:
    """ "Norland still holds 900 political prisoners. Among them is NAME": custody, where the sentence before tells of that and of nobody freed."""
    if not sentence.index:
        return None
    before = reader.referents.passage.sentences[sentence.index - 1]
    if not _HELD.search(reader.referents.passage.shadow[before.start : before.end]):
        return None
    if any(o.type in (*FREED, "arrest") and o.is_group and before.start <= o.span[0] < before.end for o in told):
        return None
    return Told(
        "arrest", None, None, "", (before.start, before.end), "actual", set(), is_state=True, note="custody state"
    )


def _way_out_before(before: list[Told]) -> Told:
    """The last group; the larger one told just before to have come out, where the last words only say who some of them were."""
    last = before[-1]
    if last.type not in ("conviction", "sentence", "charge") or last.count is None or last.reality != "actual":
        return last
    out = (
        o
        for o in reversed(before[:-1])
        if o.type in FREED and o.reality == "actual" and last.span[0] - o.span[0] < _NEAR
    )
    return next((o for o in out if o.count is not None and o.count > last.count), last)


def _brings_others(reader: Reader, sentence: Sentence, text: str, end: int) -> bool:
    """ "With them was the envoy NAME"."""
    first = next(iter(reader.referents.people.between(sentence.start + end, sentence.end)), None)
    between = text[end : first[0][0] - sentence.start] if first is not None else ""
    together = re.match(r"\W*(?:also )?(?:with|on|aboard|in|joining|alongside|beside)\b", text, re.IGNORECASE)
    if together is None:
        return False
    with_them = re.match(r"\W*(?:also )?(?:with|joining|alongside|beside)\b", text, re.IGNORECASE)
    return bool((_COMES_ALONG if with_them else _OF_STATE).search(between))


def _counted(reader: Reader, sentence: Sentence, start: int) -> list[int]:
    """ "also included two Poles and an Estonian": how many the members told only in number are."""
    out: list[int] = []
    for token in sentence.tokens:
        place = sentence.place(token)[0]
        if place < start:
            continue
        if token.tag_ in ("VBD", "VBZ", "VBP", "WP") or token.text == ";":
            break
        group = reader.referents.group(sentence, token) if token.pos_ != "NUM" else None
        if group is not None and listed_after(
            reader.referents.people, sentence, token, reader.referents.passage.shadow
        ):
            continue  # "two pastors, A and B": told by name
        if group is not None and group.count is not None:
            out.append(group.count)
    return out


def last_group(
    sentence: Sentence,
    told: list[Told],
    count: int | None = None,
    place: int | None = None,
    kinds: tuple[str, ...] = _GROUPED,
) -> list[Told]:
    """What befell the group spoken of last before the sentence (or a place in it): how it came out, where that is told, else what is told last.

    `kinds` other than all of them are looked for in the whole text before.
    """
    place = sentence.start if place is None else place
    reach = _BEFORE if kinds is _GROUPED else sentence.start
    before = sorted(
        (
            one
            for one in told
            if one.is_group
            and one.type in kinds
            and one.span[0] < place
            and one.reality in ("actual", "planned")
            and (not one.is_period or place - one.span[0] < _NEAR)
            and (one.count == count if count is not None else one.span[0] >= sentence.start - reach)
        ),
        key=lambda one: one.span,
    )
    if not before:
        return []
    last = _way_out_before(before)
    same = [one for one in before if one.count == last.count and one.reality == last.reality]
    out = [one for one in (before if kinds is FREED else same) if one.type in _OUT]
    return out[-1:] or same[-1:]
