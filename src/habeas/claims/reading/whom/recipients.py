"""Which word says who a penalty or a charge went to, by the order of the words as much as by the parse, which stumbles over such verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubjpass", "nsubj")
_ON = ("on", "to", "upon", "against", "for")
_SKIPPED = frozenset(
    {
        "each",
        "yesterday",
        "today",
        "both",
        "a",
        "an",
        "another",
        "up",
        "to",
        "at",
        "least",
        "just",
        "only",
        "total",
        "of",
        "also",
    }
)


def recipient(verb: Token, where: str, place: int = 0) -> Token | None:
    """The word for whom it befell. `where`: the verb's subject; between the verb and `place`; after `place`; or before, in an earlier clause."""
    if where == "subject":
        return subject_of(verb)
    if where == "between":
        return _between(verb, place)
    return _after(verb, place) if where == "after" else _convicted_before(verb)


def subject_of(verb: Token) -> Token | None:
    """Whom a verb without a subject of its own borrows it from is told too."""
    beside = _beside_comma(verb)
    if beside is not None:
        return beside
    here = verb
    for _ in range(7):
        found = next((c for dep in _SUBJECTS for c in here.children if c.dep_ == dep and c.i != verb.i), None)
        if found is not None and not any(ch.isalnum() for ch in found.text):
            return _first_human(verb, found.i)  # the mark of a list taken for its subject
        if found is not None and (here == verb or here.dep_ not in _SUBJECTS):
            return found
        above = here.head
        if above == here:
            return None
        apart = next((t.i for t in here.doc[above.i : verb.i] if t.text == ";"), None)
        if apart is not None:
            return _first_human(verb, apart)  # "A received eight; B and C were given seven", hung on the first verb
        if here.dep_ in ("acl", "relcl") or (
            here.dep_ in ("prep", "appos") and above.pos_ in ("PROPN", "NOUN", "PRON") and above.i < here.i
        ):
            return above
        if here.dep_ == "xcomp":
            held = next((c for c in above.children if c.dep_ == "dobj" and c.i < here.i), None)
            if held is not None:
                return held
        here = above
    return None


def _beside_comma(verb: Token) -> Token | None:
    """ "a case was opened against NAME, already serving 11 years": a participle tells of the name before its comma."""
    if (
        verb.tag_ not in ("VBG", "VBN")
        or verb.dep_ not in ("acl", "advcl", "appos", "relcl")
        or any(c.dep_ in (*_SUBJECTS, "aux", "auxpass") for c in verb.children)
    ):
        return None
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ == "ADV":
        at -= 1
    name = verb.doc[at - 1] if verb.doc[at].text == "," and at > verb.sent.start else None
    return name if name is not None and name.pos_ == "PROPN" and name.ent_type_ not in ("DATE", "GPE") else None


def _first_human(verb: Token, start: int) -> Token | None:
    """The end of the first name or human noun in the stretch before the verb."""
    words = list(verb.doc[start + 1 : verb.i])
    return next(
        (
            t
            for n, t in enumerate(words)
            if is_human(t)
            and t.pos_ in ("PROPN", "PRON", "NOUN")
            and not (n + 1 < len(words) and words[n + 1].pos_ == "PROPN")
        ),
        None,
    )


def _between(verb: Token, place: int) -> Token | None:
    words = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.idx < place and not t.is_punct]
    while words and (
        words[-1].lower_ in _SKIPPED
        or (words[-1].pos_ in ("ADV", "ADP", "PART", "NUM") and words[-1].ent_type_ != "PERSON")
    ):
        words.pop()
    if not words:
        return None
    if any(t.lower_ in ("and", "&") for t in words):
        first = next((n for n, t in enumerate(words) if t.lower_ in ("and", "&")), 0)
        return words[first - 1] if first else words[-1]
    if words[-1].pos_ == "PROPN":
        return words[-1]
    own = next((t for t in words if t.dep_ in ("dative", "dobj", "iobj") and t.pos_ in ("PROPN", "PRON", "NOUN")), None)
    return own if own is not None and own.pos_ == "PROPN" else words[-1]


def _after(verb: Token, place: int) -> Token | None:
    """ "imposed a four-year sentence on NAME"."""
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.idx < place:
            continue
        if word.text in (";", ":") or word.tag_ in ("VBD", "VBZ", "MD"):
            return None
        if word.lower_ in _ON:
            obj = next((c for c in word.children if c.dep_ == "pobj"), None)
            if obj is not None and is_human(obj) and (word.lower_ != "for" or obj.ent_type_ == "PERSON"):
                return obj
    return None


def to_name(token: Token) -> Token:
    """ "on the preacher NAME", parsed with the trade as the object: the end of the name that follows it."""
    here = token
    if here.pos_ == "NOUN":
        while here.i + 1 < here.sent.end and here.nbor(1).pos_ == "PROPN":
            here = here.nbor(1)
    return here


def name_ahead(word: Token) -> Token | None:
    """The end of the name a few words on, where the parse sees no object: "issued Friday to blogger NAME"."""
    doc = word.doc
    for at in range(word.i + 1, min(word.i + 6, word.sent.end)):
        if doc[at].is_punct or doc[at].tag_ in ("VBD", "VBZ", "MD"):
            return None
        if doc[at].pos_ == "PROPN" and not (at + 1 < word.sent.end and doc[at + 1].pos_ == "PROPN"):
            return doc[at]
    return None


def is_human(token: Token) -> bool:
    """Whether a word may stand for people."""
    if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
        return token.ent_type_ not in (
            "DATE",
            "LAW",
        )  # foreign names are taken for places; who is a person is known elsewhere
    if token.pos_ == "PRON":
        return token.lower_ not in ("it", "this", "that", "what", "which", "its")
    if token.pos_ == "NUM":
        return token.ent_type_ in ("", "CARDINAL") and not (token.dep_ == "nummod" and token.head.i > token.i)
    return (
        token.lower_ == "people"
        or lexicon().has("people", token.lemma_)
        or lexicon().has("people_in_number", token.lemma_)
        or lexicon().has("kin", token.lemma_)
        or token.lemma_ in ("accused", "other", "each", "dozen")
    )


def _convicted_before(verb: Token) -> Token | None:
    """ "found NAME guilty and imposed eight years", "whom a court gave nine": who was spoken of before the verb."""
    guilty = next((t for t in verb.doc[verb.sent.start : verb.i] if t.lower_ == "guilty"), None)
    if guilty is not None and verb.dep_ == "conj":
        near = [t for t in verb.doc[max(verb.sent.start, guilty.i - 8) : guilty.i] if is_human(t)]
        if near:
            return near[-1]
    whom = next(
        (c for c in verb.children if c.lower_ == "whom" or (c.tag_ == "WP" and c.dep_ in ("dobj", "dative"))), None
    )
    if whom is not None:
        return whom
    if verb.dep_ != "conj":
        return None
    first = verb.head
    found = next((c for c in first.children if c.dep_ in ("dobj", "ccomp", "oprd") and c.i < verb.i), None)
    if found is not None and found.dep_ != "dobj":
        found = next((c for c in found.children if c.dep_ == "nsubj"), None)
    return found
