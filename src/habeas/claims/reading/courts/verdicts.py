"""Sentences told by a phrase: a verdict in somebody's case, a term asked for, added, or told without its verb; warrants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.courts.shared_terms import gapped, ranging
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.terms import is_endless, term_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_RULINGS = frozenset({"verdict", "sentence", "ruling", "judgment", "judgement"})
_ADD = frozenset({"add", "tack"})


def verdicts_told(reader: Reader) -> Iterator[Told]:
    """Every such telling, in the order of the text."""
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            for trigger in (_in_the_case(token), _added(token), _warrant(token)):
                if trigger is not None:
                    yield from telling_of(reader, sentence, trigger)
        for trigger in (*gapped(reader.referents, sentence), *ranging(reader.referents, sentence)):
            yield from telling_of(reader, sentence, trigger)


def _in_the_case(token: Token) -> Trigger | None:
    """ "handed down a verdict in the case of NAME: three years in a penal colony"."""
    if token.lemma_ not in _RULINGS or token.pos_ != "NOUN":
        return None
    holder = next((c for c in token.children if c.lower_ in ("in", "against", "on") and c.i > token.i), None)
    whose = _object(holder)
    if whose is not None and whose.lemma_ in ("case", "trial"):
        whose = _object(next((c for c in whose.children if c.lower_ in ("of", "against")), None))
    if whose is None or whose.ent_type_ != "PERSON":
        return None
    after = whose.doc[whose.i + 1 : token.sent.end].text
    term, endless = term_in(after), is_endless(after)
    return Trigger("sentence", token, "given", False, term, endless, given=whose) if term or endless else None


def _added(token: Token) -> Trigger | None:
    """ "two years were added to NAME's sentence", "added a year to her term"."""
    if token.pos_ != "VERB" or token.lemma_ not in _ADD:
        return None
    to = next((c for c in token.children if c.lower_ in ("to", "onto")), None)
    whole = _object(to)
    if whole is None or whole.lemma_ not in ("sentence", "term", "imprisonment"):
        return None
    whose = next((c for c in whole.children if c.dep_ == "poss"), None)
    more = next((c for c in token.children if c.dep_ in ("nsubjpass", "dobj")), None)
    term = term_in(" ".join(t.text for t in more.subtree)) if more is not None else None
    return Trigger("sentence", token, "given", False, term, None, given=whose) if whose is not None and term else None


def _warrant(token: Token) -> Trigger | None:
    """ "issued a warrant for NAME's arrest", "arrest warrants were issued for NAME": an arrest intended."""
    if token.lemma_ != "warrant" or token.pos_ != "NOUN":
        return None
    verb = token.head
    kinds = {c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "amod")}
    arrest = bool(kinds & {"arrest", "detention"}) or (verb.lemma_ in ("issue", "put") and "search" not in kinds)
    fors = [c for c in (*token.children, *verb.children) if c.lower_ in ("for", "against") and c.i > token.i]
    whom = next((o for c in fors for o in c.children if o.dep_ == "pobj"), None)
    if whom is not None and whom.lemma_ in ("arrest", "detention"):
        arrest = True
        owner = next((c for c in whom.children if c.dep_ == "poss"), None)
        whom = owner or _object(next((c for c in whom.children if c.lower_ == "of"), None))
    if not arrest or whom is None or (whom.ent_type_ != "PERSON" and whom.pos_ not in ("NOUN", "PRON", "NUM")):
        return None
    return Trigger("arrest", token, "given", False, None, "warrant", given=whom, reality="planned")


def _object(preposition: Token | None) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None) if preposition is not None else None
