"""Whether a happening is told as having happened, or only demanded, planned (feared, promised, possible) or denied.

A table of constructions, read upwards from the word that tells it to the top of its sentence. Doubt is never `actual`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.speech.unreal import (
    awaited,
    dares,
    in_a_list_of_demands,
    is_finite,
    is_inverted_condition,
    is_ruling,
    is_told_until,
    is_until_then,
    is_wished,
    is_yet_to_come,
)
from habeas.claims.reading.text.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "whether", "until", "lest", "till"})
_COMPLEMENT_PREPOSITIONS = frozenset({"for", "of", "to", "towards", "toward", "from", "into", "on", "against", "with"})
_AHEAD = frozenset({"ahead", "pending", "until", "awaiting", "without", "instead", "before"})
_TALKED_OF = frozenset({"release", "pardon", "exchange", "sanction", "exile"})
_DARED = frozenset({"arrest", "rearrest", "charge", "sentence", "exile"})
_DEMAND_MODALS = frozenset({"should", "must", "ought"})
_PLAN_MODALS = frozenset({"will", "would", "may", "might", "could", "can", "shall", "'ll", "'d", "wo", "ca", "need"})
_KEEP_FROM = frozenset({"bar", "ban", "prohibit", "prevent", "stop", "block", "forbid", "keep"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_TURN_DOWN = frozenset({"reject", "refuse", "deny", "dismiss", "decline"})
_FIXED = frozenset({"announce", "plan", "schedule", "set", "book", "fix", "promise", "slate", "mark"})
_STOP = frozenset({"relcl", "appos"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep", "conj", "acomp", "attr", "advcl", "nsubj", "nsubjpass", "compound", "amod", "poss", "oprd", "dative", "agent", "npadvmod", "csubj"})  # fmt: skip


def reality_of(token: Token, kind: str) -> tuple[str, str]:
    """(actual, demanded, planned or denied; the construction that decided)."""
    reality, why = _by_construction(token, kind)
    return ("demanded", "for them to be") if reality == "actual" and is_wished(token) else (reality, why)


def _by_construction(token: Token, kind: str) -> tuple[str, str]:
    if token.sent.text.rstrip().rstrip("\"'").endswith("?"):
        return "planned", "question"
    if _is_imperative(token):
        return "demanded", "imperative"
    if is_inverted_condition(token):
        return "planned", "had it been"
    if kind in ("release", "pardon") and dares(token):
        return "demanded", "let her"
    if kind in _DARED and dares(token):
        return "planned", "let them"
    if ahead := awaited(token, kind):
        return "planned", ahead
    if hangs := in_a_list_of_demands(token):
        return hangs, "list of demands"
    here = token
    if_nothing_else = ("actual", "plain")
    for _ in range(8):
        own = _on_the_word(here, first=here == token)
        if own:
            return own
        above = here.head
        if here.dep_ == "relcl" and _is_infinitive(here) and not _is_ranked(above):
            return "planned", "infinitive"  # "everything to secure his release"
        if above == here or here.dep_ in _STOP or _is_participle(here) or here.dep_ not in _CLAUSAL:
            break
        if (
            here.dep_ == "ccomp"
            and here.i < above.i
            and any(t.text in (";", "–", "—") for t in here.doc[here.i : above.i])
        ):
            break  # a clause of its own, which the parse hangs on the next
        if first_bare := _bare_under_modal(here, above):
            return first_bare
        if here.dep_ == "conj" and here.tag_ in ("VBD", "VBZ", "VBN") and above.tag_ == "VB":
            break  # "refused to release him and charged him": the second verb stands by itself
        if here.dep_ == "conj" and is_finite(here) and any(c.tag_ in ("MD", "TO") for c in above.children):
            break  # "could be called prisoners, and that 16 have been locked up", "declined to be swapped and remains in prison"
        ruled = _governed(here, above)
        if ruled:
            return ("denied", "asked in vain") if ruled[0] == "demanded" and _is_turned_down(above) else ruled
        if kind in _TALKED_OF and lexicon().has("talk", above.lemma_) and here.dep_ in ("dobj", "prep", "nsubjpass"):
            if_nothing_else = ("planned", f"talk: {above.lemma_.lower()}")
        if _is_adjunct(here) or _is_reported(here, above):
            break
        if here.dep_ in ("nsubj", "nsubjpass", "csubj"):
            ruled = _as_subject(above, kind)
            return if_nothing_else if ruled[0] == "actual" else ruled
        here = above
    return if_nothing_else


def _bare_under_modal(here: Token, above: Token) -> tuple[str, str] | None:
    """ "should account for those they are holding and free them": a bare verb, which the parse hangs on the nearer clause."""
    if here.dep_ != "conj" or here.tag_ not in ("VB", "VBP") or above.tag_ not in ("VBG", "VBD", "VBN"):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in here.children):
        return None
    modal = next((c for up in above.ancestors for c in up.children if c.tag_ == "MD" and c.i < here.i), None)
    return _modal(modal.lower_) if modal is not None else None


def _is_turned_down(asking: Token) -> bool:
    """ "rejected her appeal for release", "a request to free him was denied"."""
    if asking.pos_ != "NOUN":
        return False
    above = asking.head
    down = above.lemma_ == "turn" and any(c.lower_ == "down" for c in above.children)
    return asking.dep_ in ("dobj", "nsubjpass") and (down or above.lemma_ in _TURN_DOWN)


def _is_imperative(token: Token) -> bool:
    """ "Release NAME now": a bare verb that opens its sentence or quotation and has no subject."""
    if token.tag_ != "VB" or token.dep_ not in ("ROOT", "ccomp", "parataxis", "conj"):
        return False
    children = list(token.children)
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for child in children):
        return False
    before = [t for t in token.doc[token.sent.start : token.i] if t.is_alpha and t.dep_ not in ("advmod", "intj", "cc")]
    opens = not before or token.nbor(-1).text in ('"', "'", ":")
    return opens or (token.dep_ == "conj" and _is_imperative(token.head))


def _on_the_word(token: Token, first: bool) -> tuple[str, str] | None:
    children = list(token.children)
    for child in children:
        low = child.lower_
        if child.dep_ == "mark" and low in _CONDITIONS and not is_told_until(token, low):
            return "planned", "condition"
        if (
            low in _CONDITIONS - {"until", "till"}
            and child.dep_ in ("advmod", "prep")
            and token.pos_ in ("VERB", "AUX")
        ):
            return "planned", "condition"
        if low in ("once", "when", "after") and first and is_yet_to_come(token):
            return "planned", "once"
        if child.dep_ == "neg" and not _is_not_only(child):
            until = any(other.lower_ in ("until", "till") for other in children)
            return ("planned", "not until") if until else ("denied", "negation")
        if child.dep_ in ("nsubj", "nsubjpass") and (
            low in ("nobody", "none") or any(c.lower_ == "no" and c.dep_ == "det" for c in child.children)
        ):
            return "denied", "negation"
        if low == "no" and child.dep_ == "det" and first:
            return "denied", "negation"
        if child.tag_ == "MD" and not _is_part_of_a_name(child):
            negated = any(other.dep_ == "neg" for other in children)
            return ("denied", "negation") if negated else _modal(low)
    if first and token.pos_ in ("NOUN", "PROPN"):
        return next(
            (
                ruled
                for child in children
                if child.dep_ in ("amod", "compound") and child.lemma_ != "order" and (ruled := _table(child))
            ),
            None,
        )
    return None


def _is_part_of_a_name(modal: Token) -> bool:
    """ "Police in Can Tho arrested him": no modal, whatever it is taken for."""
    return modal.text[0].isupper() and modal.i > modal.sent.start and modal.nbor(-1).pos_ == "ADP"


def _modal(low: str) -> tuple[str, str]:
    return ("demanded", "modal") if low in _DEMAND_MODALS else ("planned", "modal")


def _is_not_only(token: Token) -> bool:
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return following in ("only", "just", "merely", "even")


def _is_participle(token: Token) -> bool:
    return token.dep_ == "acl" and token.tag_ in ("VBN", "VBD")


def _table(word: Token) -> tuple[str, str] | None:
    if is_ruling(word):
        return None
    for name, reality in (("deny", "denied"), ("demand", "demanded"), ("plan", "planned")):
        if lexicon().has(name, word.lemma_) or lexicon().has(name, word.lower_):
            return reality, f"{name}: {word.lemma_.lower()}"
    return None


def _governed(here: Token, above: Token) -> tuple[str, str] | None:
    """What the governing word makes of it."""
    if here.dep_ == "pobj" or here.dep_ == "pcomp":
        if above.lower_ in ("among", "amongst") and any(c.dep_ == "neg" for c in above.children):
            return "denied", "not among"
        if here.dep_ == "pcomp" and above.lower_ == "from" and above.head.lemma_ in _KEEP_FROM:
            return "denied", "kept from"
        if above.lower_ in ("without", "instead") or (above.lower_ == "of" and above.head.lower_ == "instead"):
            return "denied", "without"
        if above.lower_ == "of" and any(t.lower_ == "instead" for t in above.children):
            return "denied", "instead of"
        if is_until_then(above):
            return None
        return ("planned", "ahead") if above.lower_ in _AHEAD - {"before"} else None
    if here.dep_ in ("conj", "poss", "npadvmod", "agent", "nsubj", "csubj", "nsubjpass"):
        return None
    if here.dep_ == "prep" and here.lower_ not in _COMPLEMENT_PREPOSITIONS:
        return ("planned", "ahead") if above.lower_ in _AHEAD - {"before"} else None
    if here.dep_ == "prep" and above.lower_ == "ahead":
        return "planned", "ahead"
    if here.dep_ == "prep" and above.lower_ in ("exchange", "return") and here.lower_ == "for":
        return "planned", "in exchange for"
    subjects = [c for c in here.children if c.dep_ in ("nsubj", "nsubjpass")]
    if here.dep_ == "advcl" and any(c.lower_ == "only" and c.i == here.left_edge.i for c in here.children):
        return None  # "was freed, only to be detained again"
    if here.dep_ == "advcl" and any(map(_is_ranked, subjects)):
        return None  # "died in prison, the seventh member to die behind bars"
    if here.dep_ == "advcl" and _is_infinitive(here) and _is_infinitive(above) and above.dep_ in ("advcl", "xcomp"):
        return None  # "calls on them to free her, to lift the ban, to allow visits": one list, parsed as a chain
    if here.dep_ == "advcl":
        asked = _table(above)
        return (asked or ("planned", "purpose")) if _is_infinitive(here) else None
    ruled = _table(above)
    if is_ruling(above) and any(c.dep_ in ("auxpass", "aux") and c.lower_ == "be" for c in here.children):
        return "planned", "ruled"  # "a judge ruled that she be freed"
    if ruled and _negated(above) and ruled[0] != "denied":
        return "denied", "negation"
    if ruled:
        return ruled
    if here.dep_ in ("acl", "xcomp", "ccomp") and _is_infinitive(here) and any(map(_is_ranked, (above, *subjects))):
        return None  # "the fifth prisoner to die"
    if here.dep_ in ("xcomp", "ccomp", "acl", "pcomp") and _is_infinitive(here):
        if any(child.lower_ == "yet" for child in above.children):
            return "denied", "yet to"
        return None if lexicon().has("implicative", above.lemma_) else ("planned", "infinitive")
    return None


def _is_ranked(noun: Token) -> bool:
    nouns = [noun, *(c for c in noun.children if c.dep_ == "attr" and noun.lemma_ in ("be", "become"))]
    return any(
        c.ent_type_ == "ORDINAL" or _ORDINAL.fullmatch(c.text) or c.lower_ in ("first", "only", "last", "latest")
        for n in nouns
        for c in n.children
    )


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" or (child.lower_ == "no" and child.dep_ == "det") for child in token.children)


def _is_infinitive(token: Token) -> bool:
    return any(child.tag_ == "TO" for child in token.children)


def _is_adjunct(token: Token) -> bool:
    return (token.dep_ == "prep" and token.lower_ not in _COMPLEMENT_PREPOSITIONS) or (
        token.dep_ == "advcl" and not _is_infinitive(token)
    )


def _is_reported(here: Token, above: Token) -> bool:
    return here.dep_ in ("ccomp", "parataxis") and lexicon().has("speech", above.lemma_)


def _is_fixed_for(verb: Token) -> bool:
    """ "was announced for December": named for a day to come."""
    goal = next((o for c in verb.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"), None)
    return verb.lemma_ in _FIXED and goal is not None and goal.ent_type_ in ("DATE", "TIME")


def _as_subject(above: Token, kind: str) -> tuple[str, str]:
    """A happening that is the subject: "the release would be ..." has not happened, "the release came" has."""
    for child in above.children:
        if child.dep_ == "mark" and child.lower_ in _CONDITIONS:
            return "planned", "condition"
        if child.tag_ == "MD":
            return _modal(child.lower_)
    if _is_fixed_for(above):
        return "planned", "announced for"
    ruled = _table(above) if kind in _TALKED_OF and any(child.dep_ == "auxpass" for child in above.children) else None
    if ruled:
        return ("denied", "negation") if _negated(above) else ruled
    if above.lemma_ in ("remain", "be") and any(
        lexicon().has("plan", child.lemma_) for child in above.children if child.dep_ in ("acomp", "attr")
    ):
        return "planned", "predicate"
    return "actual", "plain"
