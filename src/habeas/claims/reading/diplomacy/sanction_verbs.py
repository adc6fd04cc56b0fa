"""Verbs that are a sanction by themselves: to sanction or blacklist someone, to put them on a list, to bar them from entry, to freeze what they own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.aid_withheld import is_aid_withheld, is_by_a_state
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIST = frozenset({"sanction", "blacklist", "delist"})
_ADD = frozenset({"add", "put", "place", "include"})
_TAKE_OFF = frozenset({"remove", "strike", "take", "drop", "delist"})
_BAR = frozenset({"bar", "ban", "prohibit", "deny", "refuse"})
_OWNED = frozenset({"asset", "account", "fund", "property"})
#: What makes a list one of sanctions.
_OF_LISTS = frozenset(
    {"sanction", "black", "entity", "restrictive", "banned", "ban", "sanctioned", "designate", "magnitsky"}
)
_OFFICIALS = re.compile(
    r"\b(?:officials?|judges?|prosecutors?|ministers?|generals?|commanders?|officers?|members? of (?:the )?(?:government|parliament)|lawmakers|propagandists"
    r"|relatives of|investigators|wardens?|security chiefs)\b",
    re.IGNORECASE,
)
_FREEZE = frozenset({"freeze", "seize", "unfreeze"})
_BY_PRISON = re.compile(r"\b(?:punishment|solitary|days in|isolation cell|disciplinary)\b", re.IGNORECASE)
_BY_A_COURT = re.compile(r"\b(?:courts?|judges?|tax|prosecutors?|bailiffs?|police|regulators?)\b", re.IGNORECASE)
_CUT = frozenset({"suspend", "cut", "freeze", "halt", "withhold", "stop", "end", "slash", "pause", "block", "hold"})
_AGAINST = _BAR | _CUT | {"restrict", "seize", "unfreeze", "revoke", "cancel", "withdraw"}

Found = tuple["Token", list["Token"], bool]


def listed_in(reader: Reader, sentence: Sentence) -> Iterator[Found]:
    """ "sanctioned nine judges", "was blacklisted", "was added to the sanctions list": the verb, whom it hits, whether it takes them off."""
    for token in sentence.tokens:
        if token.pos_ not in ("VERB", "AUX") or token.lemma_ not in _LIST | _ADD | _TAKE_OFF:
            continue
        whom = _done_to(token)
        if token.lemma_ in _LIST and whom is not None and not _BY_PRISON.search(sentence.tokens.text):
            if _is_sanctionable(reader, sentence, whom) or token.lemma_ != "sanction":
                yield token, [whom], token.lemma_ == "delist"
        elif token.lemma_ in _ADD | _TAKE_OFF and whom is not None and _has_list(token):
            yield token, [whom], token.lemma_ in _TAKE_OFF


def barred_in(sentence: Sentence) -> Iterator[Found]:
    """ "barred 14 officials from entry", "froze the assets of two generals", "revoked the visas of four judges", "suspended aid"."""
    for token in sentence.tokens:
        if token.pos_ != "VERB" or token.lemma_ not in _AGAINST:
            continue
        whom = _done_to(token)
        if whom is None:
            continue
        lemma = whom.lemma_.lower()
        if token.lemma_ in _BAR and _from_entry(token) and (_is_official(whom) or _is_barred_by_name(whom, token)):
            yield token, [whom], False
        elif lemma in _OWNED and token.lemma_ in _FREEZE and _owners(whom, token) and not _is_by_a_court(token):
            yield token, _owners(whom, token), token.lemma_ == "unfreeze"
        elif token.lemma_ in ("restrict", "revoke", "cancel", "withdraw", "suspend", "deny") and lemma == "visa":
            if any(_is_official(o) for o in _owners(whom, token)):
                yield token, _owners(whom, token), False
        elif is_aid_withheld(token):
            yield token, [], False


def _done_to(verb: Token) -> Token | None:
    passive = max((c for c in verb.children if c.dep_ == "nsubjpass"), key=lambda c: c.i, default=None)
    small = next((c for c in verb.children if c.dep_ == "nsubj"), None)  # "want NAME sanctioned"
    if (
        passive is None
        and verb.tag_ == "VBN"
        and verb.dep_ in ("ccomp", "xcomp")
        and not any(c.dep_ == "aux" for c in verb.children)
    ):
        passive = small
    return passive or next((c for c in verb.children if c.dep_ == "dobj"), None)


def _is_sanctionable(reader: Reader, sentence: Sentence, whom: Token) -> bool:
    """People, a body or a firm: not "the law sanctions torture"."""
    found = reader.referents.who(sentence, whom)
    body = whom.pos_ == "PROPN" or whom.ent_type_ in ("ORG", "GPE", "NORP") or lexicon().has("things", whom.lemma_)
    return bool(found.persons) or found.group is not None or body or lexicon().has("organisation_words", whom.lemma_)


def _has_list(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "on", "onto", "from", "off", "in", "into"):
            for place in child.children:
                words = {t.lemma_.lower() for t in place.subtree}
                if place.dep_ == "pobj" and (
                    place.lemma_ == "blacklist" or (place.lemma_ == "list" and words & _OF_LISTS)
                ):
                    return True
    return False


def _is_by_a_court(verb: Token) -> bool:
    """ "froze the newspaper's accounts" at home, by a court or the tax office."""
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
    return any(_BY_A_COURT.search(" ".join(t.text for t in doer.subtree)) for doer in doers)


def _is_barred_by_name(whom: Token, verb: Token) -> bool:
    """ "The U.S. barred NAME from entry"."""
    return whom.pos_ == "PROPN" and is_by_a_state(verb)


def _from_entry(verb: Token) -> bool:
    """ "from entry", "from entering", "entry to": the way in is what is closed to them."""
    return any(
        t.lemma_.lower() in ("entry", "enter", "travel", "travelling") and t.i > verb.i for t in verb.subtree
    ) and (
        any(c.lemma_ == "entry" for c in verb.children)
        or any(t.lower_ == "from" and t.i > verb.i for t in verb.subtree)
    )


def _is_official(whom: Token) -> bool:
    words = " ".join(t.text for t in whom.subtree)
    return bool(_OFFICIALS.search(words))


def _owners(owned: Token, verb: Token) -> list[Token]:
    found = [c for c in owned.children if c.dep_ == "poss"]
    for holder in (owned, verb):
        for child in holder.children:
            if child.lower_ in ("of", "for", "belonging", "held"):
                found += [o for c in (child, *child.children) for o in c.children if o.dep_ == "pobj"]
    return list(dict.fromkeys(found))
