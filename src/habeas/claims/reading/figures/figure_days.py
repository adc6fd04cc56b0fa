"""The day a count stands for: "as of 3 June", "on 26 June there were 1,172", "down from 1,300 a year ago"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.numbers import Number
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.when.dates import DateWords
from habeas.kernel.days import Day

if TYPE_CHECKING:
    from spacy.tokens import Token

_AS_OF = re.compile(r"\bas of (?:the )?$", re.IGNORECASE)
#: Verbs that state how many there are; a day beside any other verb is the day of what it tells.
_STATING = frozenset(
    {"be", "have", "count", "number", "hold", "remain", "keep", "list", "record", "know", "estimate", "document", "stand", "total", "put", "report",
     "register", "recognise", "recognize", "reach", "fall", "rise", "drop", "climb", "grow", "decline", "increase", "decrease", "languish", "sit"}
)  # fmt: skip
_CHANGE = r"(?:up|down|r[io]s(?:e|en|ing)|rose|f[ae]ll(?:en|ing|s)?|gr[eo]wn?|growing|dropp(?:ed|ing)|drop|increased?|decreased?|declined?|shrank|shrunk|climbed|doubled|tripled|halved)"
#: What stands before a number that was counted earlier than the one told now.
_FORMER = re.compile(
    rf"\b(?:{_CHANGE}\b[^.;:\d]{{0,40}}?\bfrom|compared (?:with|to)|(?:more|fewer|less|higher|lower|up|down) than the|as against|instead of the) (?:the )?$",
    re.IGNORECASE,
)
#: "before the election there were", "there were previously": a past told without its day.
_LONG_AGO = re.compile(
    r"^\W*(?:before|prior to|until|till) (?!now|then|today)|\b(?:previously|formerly|back then|in those days|at the time|used to)\b",
    re.IGNORECASE,
)
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl", "xcomp", "conj", "parataxis", "csubj"})
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Counting:
    """A number in its sentence; `head` is the noun counted, or the number where no noun stands."""

    reader: Reader
    sentence: Sentence
    number: Number
    head: Token

    @property
    def earlier(self) -> str:
        """The sentence before the number and its hedge."""
        return self.reader.referents.passage.shadow[self.sentence.start : self.number.span[0]]

    def between(self, place: int) -> str:
        """The words from the number to a place after it."""
        return self.reader.referents.passage.shadow[self.number.span[1] : place]


def as_of_count(counting: Counting, is_stock: bool) -> Day | None:
    """The day for which the count is told; None when it tells none, so that it holds when it is published.

    A number of people held that the text puts into the past without a day is told of some day before publication. Of a flow only "as of"
    says when it was counted.
    """
    dates = counting.reader.dates.of(counting.sentence)
    is_former = is_stock and _FORMER.search(counting.earlier) is not None
    if not is_former and (words := _as_of(counting.reader, dates)) is not None:
        return words.day
    if not is_stock:
        return None
    return _former(counting, dates) if is_former else _stated(counting, dates)


def _as_of(reader: Reader, dates: list[DateWords]) -> DateWords | None:
    shadow = reader.referents.passage.shadow
    return next((words for words in dates if _AS_OF.search(shadow[max(0, words.span[0] - 12) : words.span[0]])), None)


def _former(counting: Counting, dates: list[DateWords]) -> Day | None:
    """ "down from 1,300 a year ago": the day right after the number, else some day before the one told now."""
    words = next((words for words in dates if words.lead != "since" and _is_beside(counting, words)), None)
    told = next((one.day for one in dates if one is not words and one.lead != "since" and one.day is not None), None)
    if words is not None and words.day is not None:
        is_counted_back = words.words.lower().endswith("earlier") and told is not None
        return _before(told) if is_counted_back else words.day
    return _before(told) or _before_publication(counting)


def _stated(counting: Counting, dates: list[DateWords]) -> Day | None:
    """ "on 26 June there were 1,172": the day that hangs on the clause of the count, or stands right after it."""
    verb = _clause_verb(counting.head)
    if verb is not None and (verb.lemma_.lower() not in _STATING or any(c.tag_ == "MD" for c in verb.children)):
        return None
    told = [
        words
        for words in dates
        if words.lead not in ("since", "from", "until") and not _is_after_a_former(counting, words)
    ]
    words = next((words for words in told if _is_beside(counting, words)), None) or next(
        (words for words in told if verb is not None and _hangs_on(counting, words, verb)), None
    )
    if words is not None:
        is_by = words.lead == "by"
        return words.day if is_by else day_told(words, counting.reader.dates.published, is_actual=True)
    is_past = verb is not None and (verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children))
    return _before_publication(counting) if is_past and _LONG_AGO.search(counting.earlier) else None


def _is_beside(counting: Counting, words: DateWords) -> bool:
    """Whether only the noun counted, and where the people are, stand between the number and the day."""
    between = counting.between(words.span[0])
    if words.span[0] < counting.number.span[1] or len(between) > _BESIDE or re.search(r"[\d,;:()\"]", between):
        return False
    start, end = counting.number.core[1], words.span[0]
    inside = [t for t in counting.sentence.tokens if start <= counting.sentence.place(t)[0] < end]
    return not any(t.pos_ in ("VERB", "AUX") and t.lemma_ not in _STATING for t in inside) and not any(
        t.dep_ in ("cc", "mark", "agent") for t in inside
    )


def _is_after_a_former(counting: Counting, words: DateWords) -> bool:
    """Whether the day belongs to the number compared with: "1,169, down from 1,300 a year ago"."""
    if words.span[0] < counting.number.span[1]:
        return False
    return bool(
        re.search(
            rf"\b(?:{_CHANGE}\b[^.;:\d]{{0,40}}?\bfrom|compared (?:with|to)|than) ",
            counting.between(words.span[0]),
            re.IGNORECASE,
        )
    )


def _clause_verb(head: Token) -> Token | None:
    return next((up for up in head.ancestors if up.pos_ in ("VERB", "AUX")), None)


def _hangs_on(counting: Counting, words: DateWords, verb: Token) -> bool:
    """Whether the day, climbing up, comes to the verb before any other clause, and no other count stands nearer to it."""
    token = counting.sentence.token_at(words.span[1] - 1)
    if token is None or _is_taken(counting, words):
        return False
    for here in (token, *token.ancestors):
        if here == verb:
            return True
        if here.dep_ in _CLAUSES and here.pos_ in ("VERB", "AUX"):
            return False
    return False


def _is_taken(counting: Counting, words: DateWords) -> bool:
    """Whether another number stands between the count and the day: "1,177 on 19 May and 1,183 on 3 June"."""
    start, end = sorted((counting.number.core[0], words.span[0]))
    numbers = counting.reader.referents.numbers(counting.sentence)
    dates = counting.reader.dates.of(counting.sentence)
    others = [n for n in numbers if start < n.core[0] < end and n.core != counting.number.core]
    return any(not any(d.span[0] <= n.core[0] < d.span[1] for d in dates) for n in others)


def _before(day: Day | None) -> Day | None:
    return Day.before(day.first) if day is not None and day.first is not None else None


def _before_publication(counting: Counting) -> Day | None:
    published = counting.reader.dates.published
    return Day.before(published) if published is not None else None
