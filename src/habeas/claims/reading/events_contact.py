"""Cut off from the outside: whereabouts unknown, no word, nobody let in, held alone. Told by many set phrases; whom it befell is who in the sentence is held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.bearing import has_custody
from habeas.claims.reading.contact_words import CUT_OFF, OFFICIAL, PRESS
from habeas.claims.reading.events import Reader, telling_of
from habeas.claims.reading.held_here import held_in, held_of_late
from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.phrase_patterns import small
from habeas.claims.reading.reality import reality_of
from habeas.claims.reading.told import Told
from habeas.claims.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = "disappearance_incommunicado"
#: Constructions that deny the contact, not the being cut off.
_OF_CONTACT = (
    "negation",
    "without",
    "deny",
    "kept from",
    "yet to",
    "infinitive",
    "plan: fail",
    "plan: able",
    "not among",
    "plan: consider",
)
_ANYBODY = frozenset({"people", "person", "other", "man", "woman", "child", "soldier"})
_VISITORS = frozenset(
    {"lawyer", "attorney", "counsel", "family", "relative", "doctor", "visitor", "defence", "defense"}
)


def contact_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each sentence that tells it, and each person or group cut off."""
    held = has_custody(told)
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        for match in CUT_OFF.finditer(small(text)):
            token = _verb_at(sentence, sentence.start + match.start(), sentence.start + match.end())
            if token is None or _is_of_officials(sentence, token, match.group()):
                continue
            found = list(
                _told(reader, sentence, token, held, (sentence.start + match.start(), sentence.start + match.end()))
            )
            yield from found
            if found:
                break


def _told(reader: Reader, sentence: Sentence, token: Token, held: set[str], span: tuple[int, int]) -> Iterator[Told]:
    reality, why = reality_of(token, _KIND)
    reality = "actual" if why.startswith(_OF_CONTACT) else reality
    names = held_in(reader, sentence, held, span)
    given = None if names else _those(reader, sentence, token)
    if given is not None and given.lemma_.lower() in _ANYBODY and "missing" in {t.lower_ for t in sentence.tokens}:
        given = None  # after a flood as well as after a raid
    if not names and given is None and _speaks_of_theirs(sentence):
        names = held_of_late(reader, sentence, held)
    for trigger in (
        *(Trigger(_KIND, token, "given", False, None, None, given=token, person=name) for name in names),
        *(
            (Trigger(_KIND, token, "given", False, None, None, given=given, is_absence=True),)
            if given is not None
            else ()
        ),
    ):
        for one in telling_of(reader, sentence, trigger):
            if one.person is None or one.person != one.said_by:  # "she had no letters, his wife said"
                one.reality = reality
                yield one


def _verb_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """The verb of the words matched: what they hang on, where they hold none."""
    inside = [t for t in sentence.tokens if start <= sentence.place(t)[0] < end]
    verbs = [t for t in inside if t.pos_ == "VERB" and t.dep_ not in ("aux", "auxpass")]
    if verbs:
        return verbs[0]
    return next(
        (up for t in inside[:1] for up in (t, *t.ancestors) if up.pos_ in ("VERB", "AUX")),
        inside[0] if inside else None,
    )


def _is_of_officials(sentence: Sentence, token: Token, words: str) -> bool:
    """ "consular access was denied", "diplomats were not let in": a meeting refused, not a prisoner cut off."""
    near = token.doc[max(sentence.tokens.start, token.i - 8) : min(token.i + 9, sentence.tokens.end)].text
    return bool(OFFICIAL.search(words) or PRESS.search(words)) or (
        bool(OFFICIAL.search(near)) and "isolation" not in words and "solitary" not in words
    )


def _those(reader: Reader, sentence: Sentence, token: Token) -> Token | None:
    """The people, named or counted, that the words are told of where nobody in the sentence is known to be held."""
    ups = (token.head,) if token.dep_ in ("acl", "relcl") else (token, *token.ancestors)
    for child in (c for up in ups for c in up.children):
        for one in (
            child,
            *(o for c in child.children if c.lower_ in ("of", "from") for o in c.children),
            *(c for c in child.children if c.dep_ == "poss"),
        ):
            if (
                one.pos_ not in ("NOUN", "PROPN", "PRON", "NUM")
                or one.lemma_.lower() in _VISITORS
                or lexicon().has("kin", one.lemma_)
            ):
                continue
            who = reader.referents.who(sentence, one)
            if who.persons or (who.group is not None and not _is_anyone(one)):
                return one
    return None


def _is_anyone(token: Token) -> bool:
    return token.lower_ in ("nobody", "anyone", "anybody", "none", "others", "many", "some", "most", "we", "us")


def _speaks_of_theirs(sentence: Sentence) -> bool:
    """Whether a relative or lawyer is spoken of, whose prisoner was named before."""
    words = {t.lemma_.lower() for t in sentence.tokens}
    return bool(words & (_VISITORS | {"client", "authority"})) or any(lexicon().has("kin", word) for word in words)
