"""Terms asked for, expected, put off or carried by a charge: nobody has been given them yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from habeas.claims.reading.courts.penalties import NUMBER, Penalty, after, penalties_after, penalty_at
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.defendants import Defendants
from habeas.claims.reading.whom.recipients import is_human

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASK = frozenset({"ask", "seek", "request", "demand", "want", "recommend", "call", "propose", "push", "press", "urge"})
_PROSECUTION = frozenset(
    {"prosecutor", "prosecution", "state", "investigator", "indictment", "procurator", "prosecutors", "crown"}
)
_FOR = re.compile(r"(?:for|that|to) ")
_EACH = re.compile(rf"(?:,| and|, and) (?P<number>{NUMBER})(?: years?)?(?: each| apiece)? for ", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"(?: (?:each|apiece|in \w+(?: \w+)?|behind bars|in an? [\w -]{1,30}?))?,? (?:for|against|to|in the case of|in the trial of) "
)
_CARRIES = re.compile(
    r"\b(?:carry|carries|carrying|carried|punishable by|punished (?:by|with)|provides? for|entails?|stipulates?)(?: a)?(?: (?:maximum|minimum|potential|possible|mandatory|prison|jail|penalty|sentence|term|punishment|of|is|penalties|up to)\b)* "
)
_CHARGED = re.compile(
    r"\b(?:charge[sd]?|article|offen[cs]e|crime|count|accus\w+|indict\w*|treason|prosecut\w+|law|clause)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b[Ss]entencing (?:(?:was|is|has been|had been|were|will be) )?(?:then |again |twice |once )?(?:put off|postponed|adjourned|delayed|deferred|set|scheduled|expected|due|pending|to follow|will take place|takes place|hearing)\b"
)
_ADDED_CHARGE = re.compile(
    r"\b(?:charges?|offen[cs]es?|counts?|accusations?)\b[^.;:]{0,70}?\b(?:was|were|has been|have been|is being) (?:then |later |also |recently )?(?P<verb>added)\b"
    r"|\b(?P<added>add(?:ed|s)?) (?:an? |another |new |further |fresh |the |two |three )?(?:new |further |second |extra |separate )?(?:charges?|counts?|accusations?)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:may|might|could|can|would|will|to)\b (?:now |also |soon )?(?:be added to|add) ", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Asked:
    penalty: Penalty
    whom: Token | None


def prosecution_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling, in the order of the text."""
    held = Defendants(reader.referents, told)
    for sentence in reader.referents.passage.sentences:
        for trigger in (*_carried(reader, sentence, told, held), *_pending(reader, sentence, held)):
            yield from telling_of(reader, sentence, trigger)
        for verb in sentence.tokens:
            if verb.lemma_ in _ASK and verb.pos_ in ("VERB", "NOUN") and _is_prosecution(verb):
                yield from _asked(reader, sentence, verb, held)


def _asked(reader: Reader, sentence: Sentence, verb: Token, held: Defendants) -> Iterator[Told]:
    """A term for each of those named; for the one on trial where the words name nobody, or only "the student"."""
    nearest = held.before(sentence.place(verb)[0]) or held.after(sentence.place(verb)[0])
    asked = list(_asked_for(sentence, verb))
    for one in asked:
        trigger = Trigger(
            "sentence", verb, "given", False, one.penalty.term, one.penalty.note, given=one.whom or verb, reality=_reality(verb), is_undated=True,
            person=nearest if one.whom is None else None, is_alone=one is asked[0] and len(asked) > 1 and one.whom is not None,
        )  # fmt: skip
        found = list(telling_of(reader, sentence, trigger)) if one.whom is not None or nearest is not None else []
        is_plural = one.whom is not None and (
            one.whom.tag_ in ("NNS", "CD")
            or one.whom.pos_ == "PROPN"
            or any(c.lower_ in ("each", "every", "any") for c in one.whom.children)
        )
        if not found and nearest is not None and not is_plural:
            found = list(telling_of(reader, sentence, replace(trigger, person=nearest, given=verb)))
        yield from found


def _reality(verb: Token) -> str:
    """ "is expected to ask for": not even asked for yet."""
    up = verb.head
    is_ahead = verb.tag_ == "VB" and (
        up.lemma_ in ("expect", "plan", "intend", "likely", "due", "set", "prepare", "go")
        or any(c.tag_ == "MD" for c in verb.children)
    )
    return "planned" if is_ahead else "demanded"


def _asked_for(sentence: Sentence, verb: Token) -> Iterator[_Asked]:
    text, end = verb.doc.text, int(verb.sent.end_char)
    begin = after(verb)
    lead = _FOR.match(text, begin, end)
    first = penalty_at(text, lead.end() if lead else begin, end, True)
    if first is None:
        if any(c.dep_ in ("ccomp", "xcomp") and c.pos_ == "VERB" for c in verb.children):
            return  # "asked the court to sentence NAME to 12 years": told by that verb
        first = next((p for p in penalties_after(text, begin, end)[:1] if not p.is_plain), None)
    if first is None:
        return
    yield _Asked(first, _for_whom(sentence, first.end, end))
    for match in _EACH.finditer(text, first.end, end):
        penalty = penalty_at(text, match.start("number"), end, True) or Penalty(
            match.start(), match.end("number"), None
        )
        yield _Asked(penalty, _for_whom(sentence, match.end() - len(" for "), end))


def _for_whom(sentence: Sentence, place: int, end: int) -> Token | None:
    """The first human word after "for" or "against"."""
    link = _TO_WHOM.match(sentence.tokens.doc.text, place, end)
    if link is None:
        return None
    words = [t for t in sentence.tokens if t.idx >= link.end()][:9]
    for n, word in enumerate(words):
        if word.text in (",", ";", ".", ":") or word.pos_ == "VERB":
            return words[n - 1] if n and is_human(words[n - 1]) else None
        if (
            is_human(word)
            and not (n + 1 < len(words) and words[n + 1].pos_ in ("PROPN", "NOUN"))
            and word.dep_ != "poss"
        ):
            return word
    return None


def _is_prosecution(verb: Token) -> bool:
    for up in (verb, verb.head, verb.head.head):
        subject = next((c for c in up.children if c.dep_ in ("nsubj", "poss", "nsubjpass")), None)
        if subject is not None:
            return any(t.lemma_.lower() in _PROSECUTION for t in (subject, *subject.children))
    return False


def _carried(reader: Reader, sentence: Sentence, told: list[Told], held: Defendants) -> Iterator[Trigger]:
    """ "charged with treason, which carries the death penalty": what those charged stand to get."""
    shadow = reader.referents.passage.shadow
    for match in _CARRIES.finditer(shadow, sentence.start, sentence.end):
        penalty = penalty_at(shadow, match.end(), sentence.end) or penalty_at(
            shadow, match.end() - len(match.group().split()[-1]) - 1, sentence.end
        )
        if penalty is None or not _CHARGED.search(shadow, sentence.start, match.start()):
            continue
        here = [
            o.person
            for o in told
            if o.type in ("charge", "new_charge")
            and o.person
            and o.reality == "actual"
            and o.span[0] < match.start()
            and sentence.start <= o.span[0]
        ]
        at = sentence.token_at(match.start())
        nearest = held.before(sentence.start)
        for person in dict.fromkeys(
            here
            or (
                [nearest]
                if nearest
                and re.match(
                    r"(?:The |That |These |Those |Both )(?:latter )?(?:charge|offen|article|count|crime)",
                    shadow[sentence.start :],
                )
                else []
            )
        ):
            if at is not None:
                yield Trigger(
                    "sentence",
                    at,
                    "given",
                    False,
                    penalty.term,
                    penalty.note,
                    given=at,
                    reality="planned",
                    person=person,
                    is_undated=True,
                )


def _pending(reader: Reader, sentence: Sentence, held: Defendants) -> Iterator[Trigger]:
    """ "Sentencing was put off until June", "up to two years may be added to a term": of the person in custody spoken of last."""
    shadow = reader.referents.passage.shadow
    match = _PUT_OFF.search(shadow, sentence.start, sentence.end)
    at = sentence.token_at(match.start()) if match else None
    person = held.before(sentence.end)
    if at is not None and person is not None:
        yield Trigger(
            "sentence", at, "given", False, None, "put off", given=at, reality="planned", person=person, is_undated=True
        )
    extra = _ADDED_CHARGE.search(shadow, sentence.start, sentence.end)
    verb = sentence.token_at(extra.start(extra.lastgroup or 0)) if extra else None
    if verb is not None and person is not None and " against " not in shadow[sentence.start : sentence.end]:
        whom = held.before(sentence.place(verb)[0]) or person
        yield Trigger("new_charge", verb, "given", False, None, None, given=verb, person=whom)
    for added in _ADDED.finditer(shadow, sentence.start, sentence.end):
        found = penalties_after(shadow, sentence.start, added.start()) or [
            p for p in [penalty_at(shadow, added.end(), sentence.end)] if p
        ]
        to = re.compile(r"(?:.{0,30}? to )?(?:(?:his|her|their|a|the|an? [\w-]+) )(?:\w+ )?(?:sentence|term)\b").match(
            shadow, added.end(), sentence.end
        )
        verb = sentence.token_at(added.end() - 2)
        if found and to is not None and verb is not None and person is not None:
            yield Trigger(
                "sentence",
                verb,
                "given",
                False,
                found[-1].term,
                "may be added",
                given=verb,
                reality="planned",
                person=person,
                is_undated=True,
            )
