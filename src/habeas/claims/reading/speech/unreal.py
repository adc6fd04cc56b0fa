"""Looks above a deed that the word-by-word table leaves open: whether it is taken back, was decided on, or stands in a list of demands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKE_BACK = frozenset(
    {"deny", "refute", "reject", "rule", "dismiss", "refuse", "decline", "oppose", "exclude", "fail", "block", "veto"}
)
_DECIDE = frozenset({"decide", "decision", "vote", "move"})
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])")
_VOWS = frozenset(
    {
        "vow",
        "promise",
        "refuse",
        "demand",
        "pledge",
        "swear",
        "say",
        "insist",
        "urge",
        "call",
        "want",
        "decide",
        "agree",
        "threaten",
        "order",
        "rule",
        "postpone",
        "adjourn",
        "wait",
    }
)
_OPENS_WITH_TO = re.compile(r"\s*(?:[-–—•*·▪●◦‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*to ", re.IGNORECASE)
_MEANT = frozenset({"hope", "hopes", "plan", "plans", "wants", "want", "intends", "intend"})
_UP = frozenset({"ccomp", "xcomp", "acl", "dobj", "pobj", "prep", "nsubjpass", "pcomp"})


def is_ruling(verb: Token) -> bool:
    """ "ruled that she be freed": what a court decides; "ruled out her release" denies."""
    return verb.lemma_ == "rule" and verb.pos_ == "VERB" and not any(c.lower_ == "out" for c in verb.children)


def taken_back(token: Token) -> bool:
    """ "denied that sanctions would be lifted", "no plans to ease sanctions", "asked the West not to lift them"."""
    here = token
    for _ in range(5):
        above = here.head
        if above == here or here.dep_ not in _UP:
            return False
        if above.lemma_ in _TAKE_BACK and here.dep_ != "pobj" and not is_ruling(above):
            return not any(c.dep_ == "neg" for c in above.children)
        if above.pos_ == "NOUN" and any(c.lower_ == "no" and c.dep_ == "det" for c in above.children):
            return True
        here = above
    return False


def decided(token: Token) -> bool:
    """ "decided to lift", "its decision to extend": done, once it was decided in the past."""
    above = token.head
    if token.dep_ not in ("xcomp", "acl", "ccomp") or above.lemma_ not in _DECIDE:
        return False
    verb = above if above.pos_ == "VERB" else above.head
    auxiliaries = {c.lower_ for c in above.children if c.dep_ == "aux"}
    return verb.tag_ in ("VBD", "VBN") and not auxiliaries & {"will", "would", "may", "might", "could", "to", "must"}


#: What is asked of those in power, as the first word of a line of demands.
_ASKED = frozenset({"release", "free", "move", "transfer", "disclose", "reveal", "impose", "allow", "permit", "drop", "withdraw", "end", "lift", "ensure", "grant", "provide", "stop", "quash", "annul", "pardon", "sanction", "halt", "give", "admit", "investigate", "return", "commute", "reduce", "put", "place", "bar", "ban", "freeze", "extend", "hand", "let"})  # fmt: skip


def _is_line_of_demand(token: Token) -> bool:
    """ "• release NAME at once and, until then, move him to a hospital": bare verbs of a line that opens with one."""
    bullet = _BULLET.match(token.sent.text)
    if bullet is None or token.tag_ not in ("VB", "VBP", "NN", "NNP", "JJ"):
        return False
    first = next((t for t in token.sent if t.idx >= token.sent.start_char + bullet.end() and t.is_alpha), None)
    own = [c for c in first.children if c.dep_ in ("nsubj", "nsubjpass") and c.is_alpha] if first is not None else []
    if first is None or first.lower_ not in _ASKED or own:
        return False
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "aux") and c.is_alpha and c != first for c in token.children)
    return token == first or (token.tag_ in ("VB", "VBP") and not has_subject)


def in_a_list_of_demands(token: Token) -> str | None:
    """ "• the member states to impose sanctions": demanded; the same without a bullet is a headline's future: planned; None for anything else."""
    if _is_line_of_demand(token):
        return "demanded"
    root = token
    while root.dep_ != "ROOT":
        if root.dep_ in ("relcl", "appos", "acl", "advcl") or root.head == root:
            return None
        root = root.head
    if any(c.dep_ == "mark" and c.lower_ == "that" and c.i <= token.sent.start + 3 for c in root.children):
        return "demanded" if root.tag_ in ("VB", "VBP") else None  # a resolution: "That the states extend the measures"
    if root.tag_ != "VB" or not any(c.tag_ == "TO" for c in root.children):
        return None
    if _OPENS_WITH_TO.match(token.sent.text) and token.sent.text[0:1] not in "\"'":
        return "demanded"  # "• to transfer NAME to a hospital"
    if any(c.tag_ == "MD" for c in root.children) or not any(c.dep_ in ("nsubj", "nsubjpass") for c in root.children):
        return None
    return "demanded" if _BULLET.match(token.sent.text) else "planned"


_OUT = frozenset({"come", "go", "walk", "get", "leave", "return"})
_MOMENTS = frozenset({"day", "moment", "hour", "morning", "time"})


def awaited(token: Token, kind: str) -> str | None:
    """How a way out is told as still to come: "was due home in March", "told me he was coming out", "the day he walks out"; None elsewhere."""
    if kind not in ("release", "pardon", "exchange"):
        return None
    if any(t.lower_ == "due" for t in token.doc[token.i : min(token.i + 3, token.sent.end)]):
        return "due"
    auxiliaries = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if token.tag_ == "VBG" and token.lemma_ in _OUT and auxiliaries & {"was", "is", "were", "are", "'s"}:
        return "coming out"
    above = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    is_present = token.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") and c.lemma_ != "have" for c in above)
    before = (token.head, *token.doc[max(token.sent.start, token.i - 4) : token.i])
    if is_present and token.dep_ == "relcl" and any(t.lemma_ in _MOMENTS for t in before):
        return "the day when"
    return None


def is_wished(verb: Token) -> bool:
    """ "had started to plead for him to be moved": wanted, whatever the parse hangs it on; "it took years for him to be freed" is done."""
    is_for = any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.children)
    return is_for and any(c.tag_ == "TO" for c in verb.children) and verb.head.lemma_ not in ("take", "wait", "enough")


def dares(verb: Token) -> bool:
    """ "Let them arrest me too": a dare, nothing done."""
    let = verb.head
    is_bare = verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp") and let.lemma_ == "let" and let.i < verb.i
    return is_bare and let.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in let.children)


def is_told_until(verb: Token, mark: str) -> bool:
    """ "hid until he was caught", "was held until they freed him in May": told as done, since both clauses are past; not "vowed to fight until"."""
    if mark not in ("until", "till") or not _is_past(verb):
        return False
    above = verb.head
    if above.pos_ in ("NOUN", "PROPN"):
        return True  # "my colleague until he was caught"
    told = above.tag_ in ("VBD", "VBN") and _is_past(above) and not any(c.dep_ == "neg" for c in above.children)
    return told and above.lemma_ not in _VOWS


def is_inverted_condition(verb: Token) -> bool:
    """ "Had she been let out, ...", "should he be freed"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(
        c.lower_ in ("had", "should") and c.dep_ == "aux" and c.i == verb.left_edge.i and c.i < subject.i
        for c in verb.children
    )


def is_until_then(until: Token) -> bool:
    """ "until his release in May they shared a cell": come, since the clause it hangs on is past."""
    above = until.head
    return until.lower_ == "until" and above.pos_ in ("VERB", "AUX") and _is_past(above) and above.lemma_ not in _VOWS and not any(
        c.dep_ == "neg" for c in above.children
    )  # fmt: skip


def is_yet_to_come(participle: Token) -> bool:
    """ "Once freed, NAME hopes to write": a participle without a tense, beside a clause about what is to come."""
    above = participle.head
    if participle.dep_ == "advcl" and any(
        c.tag_ in ("VBZ", "VBP") and c.dep_ == "auxpass" for c in participle.children
    ):
        return any(c.tag_ == "MD" for c in above.children)  # "could face life when he is sentenced"
    if participle.dep_ != "advcl" or any(
        c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in participle.children
    ):
        return False
    auxiliaries = {c.lower_ for c in above.children if c.dep_ == "aux"}
    return bool(auxiliaries & {"will", "would", "can", "could", "may", "might", "'ll"}) or above.lower_ in _MEANT


def is_finite(verb: Token) -> bool:
    """ "was seized", "have been locked up": a clause with a tense of its own and no modal."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ in ("MD", "TO") for c in auxiliaries):
        return False
    return verb.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBD", "VBZ", "VBP") for c in auxiliaries)


def _is_past(verb: Token) -> bool:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ in ("MD", "VBZ", "VBP", "TO") for c in auxiliaries):
        return False
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries)


def given_for(token: Token) -> Token | None:
    """ "freed them in exchange for sanctions relief": the verb told as done that it was given for."""
    here = token
    for _ in range(3):
        above = here.head
        if here.dep_ == "pobj" and above.lower_ == "for" and above.head.lower_ in ("exchange", "return"):
            verb = next((up for up in above.ancestors if up.pos_ in ("VERB", "AUX")), None)
            return verb if verb is not None and verb.tag_ in ("VBD", "VBN") else None
        here = above
    return None
