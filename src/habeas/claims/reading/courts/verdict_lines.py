"""Sentences told without a verb: "Six years in a colony.", "NAME (61), a teacher, ten years' imprisonment", "NAME: guilty, four and a half years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.courts.penalties import Penalty, penalty_at
from habeas.claims.reading.events.voters import LIST_MARK, Reader
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.defendants import Defendants

RULE = "line"
_COURT = re.compile(
    r"\b(?:sentenc\w+|court|trial|verdict|guilty|convict\w+|judge|jail\w*|prison\w*|imprison\w*|behind bars|political prisoners?|charge[sd]?|detain\w+|custody)\b",
    re.IGNORECASE,
)
_VERDICT_WORD = re.compile(
    r"(?:And )?(?:(?:the|her|his|their|its) )?(?:sentence|verdict|punishment|penalty|term|price|result|outcome|ruling)(?: (?:was|is|came(?: at \w+| on \w+| quickly)?|read|handed down|today|on \w+))?(?: in the end)?[:,–—-]? ",
    re.IGNORECASE,
)
_OWN_VERDICT = re.compile(
    r"['’]s? (?:\w+ ){0,2}(?:sentence|punishment|penalty|term|verdict|price)(?: (?:was|is|came to|amounts to|for \w+(?: \w+){0,3}))?[:,]? (?:one of )?"
)
_GUILTY = re.compile(
    r"(?:(?:the|her|his|their) (?:verdict|ruling)(?: was| is|:| came back:?)? )?\W{0,2}guilty\b(?! verdict| plea| conscience| of nothing)",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"[^:–—]{0,60}[:–—] (?:that|this|such|the) [^.]{0,60}\b(?:court|judge|prosecut\w+|sentence|verdict|price|tribunal|jury)\b"
)
_ASKED = re.compile(r"\bprosecut\w+ (?:\w+ )?(?:asked|wanted|demanded|sought|requested)\b")
_SEPARATOR = re.compile(r"\s*[,:;(–—-]\s*|\.\s+")
_GAP = re.compile(
    r"(?:(?!\b(?:for|was|were|is|are|has|had|who|spent|since|after|aged|over|in|until|from|of)\b \d|\b(?:was|were|is|are|has|had|been|will|spent|wrote|said)\b)[^\n.;]){0,90}?$"
)
_AGE = re.compile(r" of age\b|,? (?:old|a )")
_BEFORE = 5
_SHORTEST = 0.08
_PLAIN_END = re.compile(r"(?:[ \t]*(?:$|\n)|[.;,)]|\s*(?:for|in|and|plus|each|at|on|over|from|under|\(|[-–—])(?:\s|$))")


def lines_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling, unless the person's sentence is told in the same line."""
    shadow = reader.referents.passage.shadow
    if not _COURT.search(shadow):
        return
    defendants = Defendants(reader.referents, told)
    for sentence in reader.referents.passage.sentences:
        found = [*_of_line(reader, sentence), *_owned(reader, sentence)]
        yield from (one for one in found if not _is_told(one, told))
        if not found:
            yield from (one for one in _fragments(reader, sentence, defendants) if not _is_told(one, told))


def _of_line(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "NAME, novelist, 12 years": a name, descriptions, a penalty, and no verb between them."""
    people = reader.referents.people.between(sentence.start, sentence.end)
    mark = LIST_MARK.match(reader.referents.passage.shadow, sentence.start, sentence.end)
    opens = mark.end() if mark else sentence.start
    if not people or reader.referents.passage.shadow[opens : people[0][0][0]].count(" ") > _BEFORE:
        return
    if _has_verb(sentence, opens, people[0][0][0]):
        return
    limits = [*(span[0] for span, _ in people[1:]), sentence.end]
    for (span, name), limit in zip(people, limits, strict=True):
        place = _penalty_in(reader, sentence, span[1], limit)
        guilty = _guilty_in(reader, span[1], limit)
        if guilty is not None:
            yield _told(reader, "conviction", name, (span[0], limit), None)
        if place is not None and (mark or guilty or not place.is_plain or _ends(reader, place)):
            for owner in _owners(reader, people, span, name):
                yield _told(reader, "sentence", owner, (span[0], min(limit, max(place.end, span[1]))), place)


def _owned(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "NAME's punishment: four years", "NAME's sentence was seven years"."""
    shadow = reader.referents.passage.shadow
    for span, name in reader.referents.people.between(sentence.start, sentence.end):
        label = _OWN_VERDICT.match(shadow, span[1], sentence.end)
        penalty = penalty_at(shadow, label.end(), sentence.end) if label else None
        if penalty is not None and (penalty.term or penalty.note):
            yield _told(reader, "sentence", name, (span[0], sentence.end), penalty)


def _owners(reader: Reader, people: list[tuple[Span, str]], span: Span, name: str) -> list[str]:
    """ "NAME and her sister OTHER, Brest - 2 years each": all those joined before the term."""
    at = [own for own, _ in people].index(span)
    joined = [name]
    while at > 0 and re.fullmatch(
        r",? (?:and|&)(?: (?:his|her|their) \w+)? ",
        reader.referents.passage.shadow[people[at - 1][0][1] : people[at][0][0]],
    ):
        at -= 1
        joined.append(people[at][1])
    return joined


def _penalty_in(reader: Reader, sentence: Sentence, start: int, limit: int) -> Penalty | None:
    shadow = reader.referents.passage.shadow
    for separator in _SEPARATOR.finditer(shadow, start, limit):
        penalty = penalty_at(shadow, separator.end(), limit)
        if penalty is None and shadow[separator.end() : separator.end() + 6].lower() == "guilty":
            continue
        if penalty is None or _AGE.match(shadow, penalty.end):
            continue
        if _GAP.match(shadow[start : separator.start()]) and not _has_verb(sentence, start, penalty.start):
            return penalty
    return None


def _guilty_in(reader: Reader, start: int, limit: int) -> re.Match[str] | None:
    return re.compile(r"(?: \(\d+\))?(?::| [-–—]|,) guilty\b").match(reader.referents.passage.shadow, start, limit)


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= sentence.place(t)[0] < end and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence.tokens)


def _ends(reader: Reader, penalty: Penalty) -> bool:
    """A bare length of time counts outside a list only where it ends its clause."""
    return (
        _PLAIN_END.match(reader.referents.passage.shadow, penalty.end) is not None
        and penalty.term is not None
        and penalty.term >= 1
    )


def _of_same_line(reader: Reader, sentence: Sentence) -> str | None:
    """ "- NAME, 34, blogger. 12 years for treason.": whom the line opens with, in its first sentence."""
    sentences, shadow = reader.referents.passage.sentences, reader.referents.passage.shadow
    first = sentence
    while (
        first.index
        and sentences[first.index - 1].paragraph == sentence.paragraph
        and "\n" not in shadow[sentences[first.index - 1].start : first.start]
    ):
        first = sentences[first.index - 1]
    people = reader.referents.people.between(first.start, first.end)
    if first is sentence or not people or _has_verb(first, first.start, first.end):
        return None
    mark = LIST_MARK.match(shadow, first.start, first.end)
    return people[0][1] if shadow[mark.end() if mark else first.start : people[0][0][0]].count(" ") <= _BEFORE else None


def _fragments(reader: Reader, sentence: Sentence, defendants: Defendants) -> Iterator[Told]:
    """ "Guilty, he said.", "Six years and six months in a general-regime colony.": of the one on trial spoken of last."""
    shadow = reader.referents.passage.shadow
    start = (
        sentence.start
        + len(shadow[sentence.start : sentence.end])
        - len(shadow[sentence.start : sentence.end].lstrip(" \"'-–—•*"))
    )
    own = _of_same_line(reader, sentence)
    whom = own or defendants.likely(sentence.start) or defendants.likely(sentence.end)
    if whom is None or shadow[sentence.start : sentence.end].rstrip(" \"'").endswith("?"):
        return
    guilty = _GUILTY.match(shadow, start, sentence.end)
    if guilty and not shadow[start : sentence.end].lower().startswith("guilty or"):
        yield _told(reader, "conviction", whom, (sentence.start, sentence.end), None)
    label = _VERDICT_WORD.match(shadow, start, sentence.end)
    at = label.end() if label else start
    if guilty:
        at = guilty.end() + 2
    penalty = penalty_at(shadow, at, sentence.end)
    if penalty is None or (penalty.term is None and penalty.note is None) or _is_title(reader, sentence):
        return
    if penalty.term is not None and penalty.term < _SHORTEST and penalty.is_plain:
        return
    if not (
        own
        or label
        or guilty
        or not penalty.is_plain
        or _is_after_verdict(reader, sentence, penalty)
        or _is_commented(reader, sentence, penalty)
    ):
        return
    if _is_subject(sentence, penalty):
        return
    told = _told(reader, "sentence", whom, (sentence.start, sentence.end), penalty)
    if _ASKED.search(shadow, penalty.end, sentence.end):
        told.reality = "demanded"
    yield told


def _is_title(reader: Reader, sentence: Sentence) -> bool:
    """A heading, not a line of one sentence."""
    return sentence.is_heading and reader.referents.passage.shadow[sentence.end - 1] != "."


def _is_commented(reader: Reader, sentence: Sentence, penalty: Penalty) -> bool:
    """ "Five years for a verse: that is what the court decided for NAME."."""
    return _COMMENT.match(reader.referents.passage.shadow, penalty.end, sentence.end) is not None


def _is_after_verdict(reader: Reader, sentence: Sentence, penalty: Penalty) -> bool:
    """ "The judge read the verdict standing. Eight years.": nothing else in the sentence, a verdict in the one before."""
    shadow = reader.referents.passage.shadow
    before = shadow[max(0, sentence.start - 160) : sentence.start]
    alone = (
        re.fullmatch(r"[.!]?\s*", shadow[penalty.end : sentence.end]) is not None
        or shadow[penalty.end : penalty.end + 5] == " for "
    )
    return alone and re.search(r"\b(?:verdict|sentence|guilty|judge|court|trial)\b", before, re.IGNORECASE) is not None


def _is_subject(sentence: Sentence, penalty: Penalty) -> bool:
    """ "Six years in prison have not broken her": the length of time does something itself."""
    end = penalty.end
    following = next((t for t in sentence.tokens if sentence.place(t)[0] >= end and not t.is_space), None)
    verbs = [
        t
        for t in sentence.tokens
        if sentence.place(t)[0] >= end and t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.dep_ == "ROOT"
    ]
    apart = any(
        t.text in (":", ";", "–", "—", "-")
        for t in sentence.tokens
        if verbs and end <= sentence.place(t)[0] < sentence.place(verbs[0])[0]
    )
    return bool(verbs) and not apart and following is not None and following.text != ","


def _told(reader: Reader, kind: str, person: str, span: Span, penalty: Penalty | None) -> Told:
    quote, place = quote_at(reader.referents.passage, span)
    term = penalty.term if penalty is not None else None
    note = penalty.note if penalty is not None and penalty.note else "structural"
    return Told(kind, person, None, quote, place, "actual", {f"{RULE}.{kind}"}, term=term, note=note)


def _is_told(one: Told, told: list[Told]) -> bool:
    return any(
        other.person == one.person
        and other.type == one.type
        and other.reality == "actual"
        and (other.term == one.term or one.term is None)
        for other in told
    )
