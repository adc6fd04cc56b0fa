"""Recognises the nouns for measures one state takes against another's officials or trade: sanctions, embargoes, visa bans, asset freezes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALWAYS = frozenset({"sanction", "embargo", "blacklist", "blacklisting"})
#: Nouns that mean such a measure only in company, and the words that make them mean it.
_IN_COMPANY = {
    "ban": frozenset(
        {"travel", "visa", "entry", "import", "export", "trade", "flight", "arm", "arms", "investment", "transaction"}
    ),
    "freeze": frozenset({"asset", "assets", "aid", "fund"}),
    "restriction": frozenset({"visa", "trade", "travel", "export", "import", "economic", "financial", "banking"}),
    "measure": frozenset({"restrictive", "targeted", "punitive", "economic", "trade"}),
    "control": frozenset({"export", "import"}),
    "penalty": frozenset({"economic", "trade", "financial"}),
    "preference": frozenset({"trade", "tariff"}),
    "privilege": frozenset({"trade"}),
}
_BAN_BY_COURT = re.compile(
    r"\b(?:court|judge|prosecutors?|police|passport|leav\w+ the (?:country|city)|bail|abroad)\b", re.I
)
_GOODS = frozenset(
    {"trader", "company", "bank", "airline", "carrier", "potash", "fertiliser", "fertilizer", "export", "import", "goods", "good", "trade", "industry", "sector",
     "producer", "exporter", "refinery", "oil", "gas", "gold", "fund", "firm", "conglomerate", "timber", "mine", "shipping", "aviation", "aircraft"}
)  # fmt: skip
#: Those another state shuts out.
_OFFICIAL = re.compile(
    r"official|judge|prosecutor|minister|general|commander|officer|chief|warden|lawmaker|investigator", re.IGNORECASE
)
#: "those measures", "wider measures": such a measure where sanctions were told of just before.
_AGAIN = frozenset(
    {"those", "these", "such", "wider", "further", "additional", "tougher", "new", "more", "broader", "same"}
)
#: Sanctions within a country: what a prison or a court imposes.
_AT_HOME = frozenset({"disciplinary", "criminal", "penal", "administrative", "legal", "judicial"})
_CONTAINERS = frozenset(
    {"round", "package", "set", "series", "wave", "raft", "batch", "number", "range", "tranche", "regime", "list", "threat", "prospect", "call", "use", "kind",
     "type", "form", "question", "issue", "some", "all", "most", "part", "talk", "demand", "appeal", "request", "idea", "possibility", "array", "host"}
)  # fmt: skip
IMPOSING = frozenset(
    {"imposition", "introduction", "adoption", "announcement", "extension", "renewal", "expansion", "tightening"}
)
LIFTING = frozenset(
    {"lifting", "easing", "removal", "relief", "waiver", "relaxation", "suspension", "end", "withdrawal", "rollback", "loosening", "exemption", "delisting",
     "repeal", "cancellation"}
)  # fmt: skip


def measures_in(tokens: Iterator[Token], is_spoken_of: bool) -> Iterator[Token]:
    """Each noun that means such a measure, left to right; `is_spoken_of` = sanctions were told of shortly before."""
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and _is_measure(token, is_spoken_of):
            yield token


def phrase_head(noun: Token) -> Token:
    """The noun that the sentence builds on: "relief" of "sanctions relief", "lifting" of "the lifting of sanctions", "round" of "a round of sanctions"."""
    here = noun
    for _ in range(5):
        above = here.head
        if here.dep_ in ("compound", "nmod", "amod") and above.pos_ in ("NOUN", "PROPN") and above.i > here.i:
            here = above
        elif (
            here.dep_ == "pobj"
            and above.lower_ in ("of", "from", "to", "for")
            and above.head.lemma_.lower() in IMPOSING | LIFTING | _CONTAINERS
            and above.head.pos_ in ("NOUN", "PROPN", "PRON", "DET")
        ):
            here = above.head
        elif here.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN") and not _is_act_noun(here):
            here = above
        else:
            break
    return here


def _is_act_noun(noun: Token) -> bool:
    return noun.lemma_.lower() in IMPOSING | LIFTING


def _is_measure(token: Token, is_spoken_of: bool) -> bool:
    lemma = token.lemma_.lower()
    if lemma in _ALWAYS:
        return token.pos_ != "ADJ" and not any(c.lemma_.lower() in _AT_HOME for c in token.children)
    if lemma == "suspension":
        return any(c.lower_ == "from" and _is_a_pact(c) for c in token.children)
    company = _IN_COMPANY.get(lemma)
    if company is None:
        return False
    beside = {c.lemma_.lower() for c in token.children if c.i < token.i and c.dep_ in ("compound", "amod", "nmod")}
    beside |= {c.lemma_.lower() for c in token.children if c.dep_ == "conj" and c.lemma_.lower() in _IN_COMPANY}
    if beside & company:
        return lemma != "ban" or is_spoken_of or _is_foreign(token, beside)
    if lemma == "measure":
        return is_spoken_of and any(c.lower_ in _AGAIN for c in token.children)
    if lemma == "restriction":
        return any(o.lemma_.lower() in _GOODS for o in _targets(token)) or any(
            c.ent_type_ in ("NORP", "GPE") for c in token.children
        )
    return False


def _is_a_pact(preposition: Token) -> bool:
    """ "suspension from a trade pact": shut out of what states have agreed together."""
    places = [o for o in preposition.children if o.dep_ == "pobj"]
    return any(o.lemma_.lower() in ("pact", "agreement", "bloc", "accord", "treaty", "convention") for o in places)


def _is_foreign(ban: Token, beside: set[str]) -> bool:
    """A travel ban by another state, not one that a court lays on somebody at home."""
    if not beside & {"travel", "flight"}:
        return True
    words = ban.sent.text
    hit = [o for c in ban.children if c.lower_ in ("on", "against", "for") for o in c.subtree]
    if any(_OFFICIAL.fullmatch(o.lemma_) for o in hit):
        return True
    if re.search(r"\b(?:sanctions?|assets?|visa|EU|US|U\.S\.|UK|European|American|British|Western)\b", words):
        return True
    return not _BAN_BY_COURT.search(words) and any(t.ent_type_ in ("GPE", "NORP") for t in ban.sent if t.i < ban.i)


def _targets(noun: Token) -> list[Token]:
    return [o for c in noun.children if c.lower_ in ("on", "against", "for") for o in c.subtree if o.pos_ == "NOUN"]


def targets_of(noun: Token, act: Token) -> list[Token]:
    """The nouns after "on" or "against": who or what the measure hits."""
    found: list[Token] = []
    for holder in dict.fromkeys((noun, act, *noun.children)):
        for child in holder.children:
            if (
                child.lower_ in ("on", "against", "upon", "from", "for")
                and child.dep_ in ("prep", "dative")
                and child.i > noun.left_edge.i - 1
            ):
                also = [c for c in child.children if c.dep_ == "conj" and c.pos_ == "ADP"]
                found += [o for one in (child, *also) for o in one.children if o.dep_ == "pobj"]
    return [o for o in found if o.ent_type_ not in ("DATE", "TIME")]
