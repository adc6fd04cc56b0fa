"""One verb, several people, to each their own term: "A and B got five and seven years respectively", "A was given nine years, B seven"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.courts.penalties import NUMBER, Penalty, penalty_at, years_of
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.refer import Referents

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_TERMS = re.compile(rf"(?<![\w-])(?P<number>{NUMBER})(?= years?\b|,| and\b)", re.IGNORECASE)
_JUDGED = re.compile(
    r"\b(?:sentenced|convicted|jailed|imprisoned|handed|given|got|gave|gets?|received|condemned|terms?|sentences?)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:, \d\d(?=,))?,? (?:(?:was|were|also|both|each|has|had|been|a|an) ){0,4}(?:(?:to|for|with|got|gets|received|given|handed|sentenced to|jailed for) )?(?:each )?(?=[\da-z])"
)
_RANGED = re.compile(r"\b(?:sentences|terms)\b(?= (?:\w+ ){0,4}(?:of|from|between|ranged|ranging|including))")
_FOR_ONE = re.compile(rf"\b(?P<number>{NUMBER})(?: years?)? for (?:(?!years?\b)[\w-]+ ){{0,5}}$", re.IGNORECASE)
_DEMANDS = re.compile(r"\b(?:wants?|wanted|asked|sought|seek\w*|demand\w*|request\w*)\b")


def gapped(referents: Referents, sentence: Sentence) -> Iterator[Trigger]:
    """The penalty told beside each further name, where the verb is left out."""
    shadow, people = referents.passage.shadow, referents.people.between(sentence.start, sentence.end)
    for (span, _), following in zip(people[1:], [*people[2:], None], strict=False):
        before = _JUDGED.search(shadow, sentence.start, span[0])
        limit = following[0][0] if following is not None else sentence.end
        if before is None or _DEMANDS.search(shadow, sentence.start, span[0]):
            continue
        penalty = _beside(shadow, span, limit, sentence.end)
        token = sentence.token_at(span[1] - 1)
        if penalty is not None and token is not None:
            yield Trigger(
                "sentence", token, "given", False, penalty.term, penalty.note, given=token, is_alone=True, reality=None
            )


def ranging(referents: Referents, sentence: Sentence) -> Iterator[Trigger]:
    """ "sentences ranged from two years for NAME to 11 years for OTHER", "terms of nine years for A and seven for B"."""
    shadow = referents.passage.shadow
    opening = _RANGED.search(shadow, sentence.start, sentence.end)
    if opening is None or _DEMANDS.search(shadow, sentence.start, sentence.end):
        return
    for span, _ in referents.people.between(opening.end(), sentence.end):
        lead = _FOR_ONE.search(shadow, max(opening.end(), span[0] - 70), span[0])
        token = sentence.token_at(span[1] - 1)
        if lead is None or token is None:
            continue
        yield Trigger("sentence", token, "given", False, years_of(lead["number"]), None, given=token, is_alone=True)


def _beside(shadow: str, span: Span, limit: int, end: int) -> Penalty | None:
    link = _LINK.match(shadow, span[1], end)
    penalty = penalty_at(shadow, link.end(), end, True) if link else None
    if penalty is None or penalty.end > limit:
        return None
    opens = shadow[span[1] : span[1] + 1]
    return None if penalty.is_bare and opens == "," and link is not None and link.group() == ", " else penalty


def respectively(told: list[Told], referents: Referents) -> None:
    """Gives each of several people their own of the terms told "respectively", in the order of both."""
    for sentence in referents.passage.sentences:
        words = referents.passage.shadow[sentence.start : sentence.end]
        if not _RESPECTIVELY.search(words):
            continue
        here = [
            one
            for one in told
            if one.type == "sentence" and one.person and sentence.start <= one.span[0] < sentence.end
        ]
        order: dict[str, int] = {}
        for span, name in referents.people.between(sentence.start, sentence.end):
            order.setdefault(name, span[0])
        named = sorted({one.person for one in here if one.person in order}, key=lambda name: order[name or ""])
        numbers = [years_of(match["number"]) for match in _TERMS.finditer(words)]
        if len(named) == len(numbers) and len(named) > 1:
            for one in here:
                if one.person in named:
                    one.term, one.note = numbers[named.index(one.person)], None
