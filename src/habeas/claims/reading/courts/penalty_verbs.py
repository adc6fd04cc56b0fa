"""Sentences told by a verb and the penalty it brings: "a court gave her eight years", "drew ten years", "was sent to a colony for nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.courts.penalties import Penalty, after, penalties_after, penalty_at
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.recipients import recipient, to_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = re.compile(
    r"(?:(?:down|out|off|away|himself|herself|yesterday|today|already|now|with|to|only|just|each|both|still|also|away|for) )*"
)
_PRISON = re.compile(
    r"(?:back |off |away |up |down |behind bars |in jail )*(?:(?:to|in|into|behind) (?:an? |the )?(?:[\w-]+ ){0,4}?(?:prison|jail|colony|camp|bars|custody|gaol)(?: colony| camp)?(?: (?:in|near) [A-Z][\w-]+)?|away|up|down)(?: (?:on \w+|yesterday|today|last \w+|in \w+(?: \d+)?))? for (?:the next )?",
)
_SENT = frozenset(
    {"send", "put", "lock", "throw", "jail", "imprison", "go", "land", "return", "pack", "incarcerate", "be", "keep"}
)
_TO_SOMEONE = re.compile(r"(?:her|him|them|me|us|you) ")
#: A day beside these is not the day of the sentence: "completed a five-year term in March".
_GOING_ON = frozenset({"serve", "complete", "finish", "do", "start", "begin", "face", "await"})
_OWN = re.compile(r",? (?:that |which )?(?:he|she|they) ")
#: "nine years, three fewer than the prosecution had demanded".
_LESS = re.compile(r",? [\w ]{2,20}(?:less|fewer|more|shorter|longer) than ")
_LOOKING = re.compile(r"at ")
_JUDGES = frozenset(
    {"court", "judge", "tribunal", "jury", "bench", "magistrate", "regime", "state", "government", "authority", "they", "branch", "panel", "he", "she", "chamber", "justice", "dictatorship", "junta", "system"}
)  # fmt: skip
_CONTEXT = re.compile(
    r"\b(?:years?|months?|sentenc\w+|terms?|prison|jail\w*|guilty|convict\w*|trial|verdict|arrest\w*|detain\w*|charge\w*|colony|court|accused|judge|prosecut\w+)\b",
    re.IGNORECASE,
)
_ORDER = frozenset({"order", "oblige", "require", "rule", "decree", "decide"})
_FAR, _SHORTEST = 14, 0.08
_NEARBY = 400


def penalties_told(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger of this kind, left to right."""
    for token in sentence.tokens:
        if (token.pos_ not in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBD", "VBG")) or token.dep_ in (
            "aux",
            "auxpass",
        ):
            continue
        trigger = _of(token)
        if trigger is not None:
            yield trigger
            yield from further_recipients(trigger)


def is_ordered(verb: Token) -> bool:
    """Whether the verb only says what an order above it imposes: "ordered to serve ten years"."""
    up = next((a for a in list(verb.ancestors)[:2] if a.lemma_ in _ORDER), None)
    return (
        up is not None
        and verb.i > up.i
        and verb.dep_ in ("xcomp", "ccomp", "oprd", "dobj")
        and _ordered(up) is not None
    )


def _of(verb: Token) -> Trigger | None:
    if is_ordered(verb):
        return None
    lemma, words = verb.lemma_.lower(), lexicon()
    if words.has("penalty_given", lemma):
        return _given(verb)
    if words.has("penalty_faced", lemma):
        return _faced(verb)
    if words.has("penalty_received", lemma):
        return _received(verb)
    if lemma in _SENT:
        return _sent(verb)
    return _ordered(verb) if lemma in _ORDER else None


def _made(verb: Token, penalty: Penalty, whom: Token | None, reality: str | None = None) -> Trigger | None:
    if whom is None:
        return None
    undated = verb.lemma_ in _GOING_ON
    if reality is None and _is_to_serve(verb):
        reality = "actual"
    if reality is None and (_is_begun(verb, penalty) or _LESS.match(verb.doc.text, penalty.end)):
        reality = "actual"
    return Trigger(
        "sentence",
        verb,
        "given",
        False,
        penalty.term,
        penalty.note,
        given=to_name(whom),
        reality=reality,
        is_undated=undated,
    )


def _is_to_serve(verb: Token) -> bool:
    """ "NAME will serve six years": the term is passed; "will serve six years if convicted" is not."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    unsure = any(t.lower_ in ("if", "unless", "whether", "who", "anyone", "not") for t in verb.sent)
    return verb.lemma_ == "serve" and auxiliaries == {"will"} and not unsure and verb.dep_ in ("ROOT", "conj", "ccomp")


def _is_begun(verb: Token, penalty: Penalty) -> bool:
    """ "was led away to begin a nine-year term": the term is given, whatever the verb above intends."""
    if (
        verb.lemma_ not in ("begin", "start", "serve")
        or penalty.is_plain
        or not any(c.tag_ == "TO" for c in verb.children)
    ):
        return False
    above = verb.head
    return above.tag_ in ("VBD", "VBN", "VBZ") and not any(
        lexicon().has(name, above.lemma_) for name in ("demand", "plan", "deny")
    )


def _right_after(verb: Token, pattern: re.Pattern[str] = _BESIDE) -> Penalty | None:
    """The penalty that follows the verb with nothing but small words between."""
    text, end = verb.doc.text, int(verb.sent.end_char)
    begin = after(verb)
    match = pattern.match(text, begin, end)
    at = match.end() if match else begin
    bare = _CONTEXT.search(text, max(0, verb.idx - _NEARBY), verb.idx) is not None
    penalty = penalty_at(text, at, end, bare)
    if penalty is None or (penalty.is_bare and _counts_a_noun(verb, penalty)):
        return None
    return None if _is_spell(verb, penalty) else penalty


def _is_spell(verb: Token, penalty: Penalty) -> bool:
    """ "was given fifteen days more": without prison or an offence beside it, not what a court gives."""
    short = penalty.term is not None and penalty.term < _SHORTEST
    return short and penalty.is_plain and verb.doc.text[penalty.end : penalty.end + 5] != " for "


def _counts_a_noun(verb: Token, penalty: Penalty) -> bool:
    """ "got three and a half": a number that no noun follows."""
    number = next((t for t in verb.sent if t.idx <= penalty.end - 1 < t.idx + len(t)), None)
    return number is None or (number.dep_ == "nummod" and number.head.i > number.i)


def _given(verb: Token) -> Trigger | None:
    penalty = None if _TO_SOMEONE.match(verb.doc.text, after(verb)) and not _is_passive(verb) else _right_after(verb)
    if penalty is not None:
        if _is_passive(verb) and verb.lemma_ not in ("impose", "pass", "pronounce", "issue"):
            return _made(verb, penalty, recipient(verb, "subject"))
        on = recipient(verb, "after", penalty.end)
        return _made(verb, penalty, on or recipient(verb, "before"))
    if _is_passive(verb):
        return None
    return _handed_to(verb)


def _handed_to(verb: Token) -> Trigger | None:
    """ "gave NAME eight years": the recipient stands between."""
    last = min(verb.i + _FAR, verb.sent.end - 1)
    someone = _TO_SOMEONE.match(verb.doc.text, after(verb))
    begin = someone.end() if someone else after(verb)
    found = penalties_after(verb.doc.text, begin, verb.doc[last].idx + len(verb.doc[last]))
    penalty = found[0] if found else None
    if penalty is None:
        return None
    between = [t for t in verb.doc[verb.i + 1 : last + 1] if t.idx < penalty.start]
    if not between or any(
        t.text in (";", ":", ".", "(")
        or (t.tag_ in ("VBD", "VBZ", "MD", "IN") and t.lower_ not in ("of", "from", "with"))
        for t in between
    ):
        return None
    if penalty.is_plain and not _is_judge(verb) and verb.doc.text[penalty.end : penalty.end + 4].lower() != " for":
        return None
    return _made(verb, penalty, recipient(verb, "between", penalty.start))


def further_recipients(trigger: Trigger) -> Iterator[Trigger]:
    """ "gave journalist A and blogger B nine years each": those after "and", where the parse takes a trade for a verb."""
    verb, first = trigger.token, trigger.given
    if first is None or not verb.i < first.i:
        return
    for word in verb.doc[first.i + 1 : min(verb.i + 2 * _FAR, verb.sent.end)]:
        if word.pos_ == "NUM" or word.tag_ in ("VBD", "VBZ") or word.text in (";", ":", "."):
            return
        if word.pos_ == "PROPN" and word.ent_type_ == "PERSON" and word.nbor(1).pos_ != "PROPN" and word.dep_ != "pobj":
            yield replace(trigger, given=word)


def _received(verb: Token) -> Trigger | None:
    if (
        verb.tag_ == "VBN"
        and _is_passive(verb)
        and verb.lemma_ in ("receive", "serve", "complete", "finish", "do", "earn")
    ):
        return None
    costs = verb.lemma_ in ("earn", "cost", "win", "net", "bring")
    if costs and _TO_SOMEONE.match(verb.doc.text, after(verb)):
        return _handed_to(verb)
    penalty = _right_after(verb)
    if penalty is None and verb.lemma_ in _SENT:
        return _sent(verb)
    if penalty is None:
        return _handed_to(verb) if costs else None
    if _OWN.match(verb.doc.text, penalty.end):
        return None  # "begin the one-year term she was given": told by the clause that follows
    if penalty.note is None and penalty.term is None and verb.lemma_ in ("serve", "do", "complete", "finish"):
        return None  # "after serving their full terms" tells of no sentence
    if verb.lemma_ in ("do", "pull", "win", "make", "see") and penalty.is_plain and not _is_time(verb, penalty):
        return None
    return _made(verb, penalty, recipient(verb, "subject"))


def _is_time(verb: Token, penalty: Penalty) -> bool:
    """ "is doing 12 years in Mordovia", "did four years for theft"."""
    return re.match(r" (?:for|in [A-Z])", verb.doc.text[penalty.end :]) is not None


def _faced(verb: Token) -> Trigger | None:
    penalty = _right_after(verb, _LOOKING if verb.lemma_ in ("look", "stare") else _BESIDE)
    if penalty is None or (penalty.is_bare and verb.lemma_ not in ("face", "risk")):
        return None
    return _made(verb, penalty, recipient(verb, "subject"), "planned")


def _sent(verb: Token) -> Trigger | None:
    text, end = verb.doc.text, int(verb.sent.end_char)
    begin = after(verb)
    if verb.lemma_ in ("jail", "imprison", "incarcerate"):
        match = re.compile(r"(?:for )").match(text, begin, end)
        penalty = penalty_at(text, match.end(), end, True) if match else None
        if penalty is None or not (penalty.note or penalty.is_bare):
            return None  # a term is read by the verb's own frame
        return _made(verb, penalty, recipient(verb, "subject"))
    last = min(verb.i + _FAR, verb.sent.end - 1)
    for place in _PRISON.finditer(text, begin, verb.doc[last].idx):
        penalty = penalty_at(text, place.end(), end)
        if penalty is None:
            continue
        if place.start() == begin:
            active = verb.lemma_ in ("go", "land", "be", "return") or _is_passive(verb)
            return _made(verb, penalty, recipient(verb, "subject")) if active and _is_gone(verb) else None
        return _made(verb, penalty, recipient(verb, "between", place.start()))
    return None


def _is_gone(verb: Token) -> bool:
    """ "went to prison for three years", but "has been in prison for three years" counts what has passed."""
    return verb.lemma_ not in ("be", "keep") or not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _ordered(verb: Token) -> Trigger | None:
    """ "ordered NAME to do 20 years", "was ordered to serve 20 years", "ordered that NAME serve three years"."""
    for word in verb.doc[verb.i + 1 : min(verb.i + _FAR, verb.sent.end)]:
        if word.lemma_ in ("serve", "do", "spend", "imprison", "jail") and word.tag_ in ("VB", "VBN", "VBP", "VBD"):
            penalty = _right_after(word)
            if penalty is None or penalty.is_bare:
                return None
            if _is_passive(verb):
                return _made(verb, penalty, recipient(verb, "subject"))
            return _made(verb, penalty, recipient(verb, "between", word.idx))
    return None


def _is_judge(verb: Token) -> bool:
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and any(t.lemma_.lower() in _JUDGES for t in (subject, *subject.children))


def _is_passive(verb: Token) -> bool:
    has = any(c.dep_ in ("aux",) and c.lemma_ == "have" for c in verb.children)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    return (
        passive
        or (verb.tag_ == "VBN" and not has)
        or (has and any(c.lower_ in ("been", "being") for c in verb.children))
    )
