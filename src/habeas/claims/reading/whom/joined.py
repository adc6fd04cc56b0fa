"""People told of together: "A, B and economist C were sentenced", "A, B and their colleagues", also where the parser takes a comma for an apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.people.people import People
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.groups import Group, Groups

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = frozenset({"PRON", "NOUN", "PROPN", "ADJ", "DET", "NUM", "PUNCT", "CCONJ", "PART", "ADV", "SYM", "X"})
_WITHIN_ROLES = frozenset({"of", "at", "for", "from", "in"})
_ENDS = frozenset({";", ":", "-", "--", "–", "—"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MOST_BETWEEN = 16
_FOLLOWERS = frozenset(
    {
        "ally",
        "aide",
        "lawyer",
        "supporter",
        "colleague",
        "friend",
        "successor",
        "associate",
        "adviser",
        "advisor",
        "critic",
    }
)


def joined_names(people: People, sentence: Sentence, token: Token) -> list[str]:
    """The person at the token, and those joined to them by commas and "and"; empty when the token names nobody."""
    own = people.at(sentence.place(token))
    if own is None:
        return []
    by_parse = _by_parse(people, sentence, token, own)
    by_order = _by_order(people, sentence, token, own)
    return by_order if len(by_order) > len(by_parse) else by_parse


def group_beside(groups: Groups, sentence: Sentence, token: Token) -> Group | None:
    """The group joined to a name: "NAME and at least 14 others"; None when there is none."""
    hung_on_verb = [c for c in token.head.children if c.dep_ == "conj" and c.tag_ == "NNS"]
    for part in (*token.conjuncts, *hung_on_verb):
        if (
            part.i + 1 < part.sent.end
            and part.nbor(1).ent_type_ == "PERSON"
            and part.nbor(1).head in (part, *part.children)
        ):
            continue  # "A and students B and C": those named after it
        group = groups.at(sentence, part) if part.sent == token.sent else None
        if group is not None and part.i > token.i and not any(t.pos_ == "VERB" for t in token.doc[token.i : part.i]):
            return group
    return None


def _by_parse(people: People, sentence: Sentence, token: Token, own: str) -> list[str]:
    out = [own]
    for part in token.conjuncts:
        person = people.at(sentence.place(part)) if part.sent == token.sent else None
        if person and person not in out:
            out.append(person)
    return out


def _by_order(people: People, sentence: Sentence, token: Token, own: str) -> list[str]:
    start = sentence.place(token)[0]
    end = (
        sentence.place(token.head)[0]
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.i > token.i
        else sentence.end
    )
    out, is_joined = [own], False
    here = next(
        (span[1] for span, _ in people.between(sentence.start, end) if span[0] <= start < span[1]), sentence.end
    )
    for span, name in people.between(here, end):
        between = [t for t in sentence.tokens if here <= sentence.place(t)[0] < span[0]]
        if not _is_list_gap(between):
            break
        is_joined = is_joined or any(t.lower_ in ("and", "&") for t in between)
        if not is_aside(sentence, span) and between[-1].pos_ != "ADP" and not is_kin_of(between):
            out += [name] if name not in out else []
        here = span[1]
    if not is_joined and len(out) > 1:
        following = [t for t in sentence.tokens if here <= sentence.place(t)[0]][:3]
        at = next((n for n, t in enumerate(following[:2]) if t.lower_ == "and"), None)
        is_joined = at is not None and following[at + 1].pos_ in ("PRON", "NUM", "ADJ", "DET")
    return out if is_joined else [own]


def _is_list_gap(between: list[Token]) -> bool:
    """Whether the words between two names open with a comma or "and" and hold only descriptions."""
    if not between or len(between) > _MOST_BETWEEN:
        return False
    if not (between[0].text in (",", "(") or between[0].lower_ in ("and", "&")):
        return False
    return all(
        t.text not in _ENDS and (t.pos_ in _BETWEEN or t.lower_ in _WITHIN_ROLES) and t.tag_ not in _FINITE
        for t in between
    )


def is_kin_of(between: list[Token]) -> bool:
    """Whether the words before a name say whose relative or follower the one named before is: "A, the husband of leader B"."""
    last = max((n for n, t in enumerate(between) if t.text in (",", "(") or t.lower_ in ("and", "&")), default=-1)
    words = between[last + 1 :]
    at = next((n for n, t in enumerate(words) if lexicon().has("kin", t.lemma_) or t.lemma_ in _FOLLOWERS), None)
    return at is not None and any(t.lower_ in ("of", "to") for t in words[at + 1 :])


def is_aside(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a name only qualifies what follows: "NAME's lawyer", "a NAME ally"."""
    last = sentence.token_at(span[1] - 1)
    if last is None or last.i + 1 >= len(last.doc):
        return False
    qualifies = last.dep_ in ("compound", "nmod", "amod", "poss") and last.head.i > last.i and last.head.pos_ == "NOUN"
    return last.nbor(1).tag_ == "POS" or qualifies
