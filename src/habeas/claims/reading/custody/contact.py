"""Cut off from the outside: whereabouts unknown, no word, nobody let in, held alone. Told by many set phrases; whom it befell is who in the sentence is held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.custody.contact_words import (
    CUT_OFF,
    IN_TOUCH,
    JAILERS,
    LAST_SAW,
    OF_CUSTODY,
    OFFICIAL,
    PRESS,
)
from habeas.claims.reading.events.held_here import held_in, held_of_late
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.phrase_patterns import small
from habeas.claims.reading.told import Told

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
_NEGATED = re.compile(r"\b(?:not|never|n['’]t) (?:been |being )?$", re.IGNORECASE)
_TAKEN = re.compile(
    r"(?:denied|deprived|refused|barred|banned|prohibited|prevented|forbidden|stripped|cut)\b", re.IGNORECASE
)
_ANYBODY = frozenset({"people", "person", "other", "man", "woman", "child", "soldier"})
_HOLDERS = frozenset(
    {
        "official",
        "police",
        "officer",
        "guard",
        "authority",
        "prosecutor",
        "minister",
        "warden",
        "court",
        "judge",
        "journalist",
        "reporter",
    }
)
#: Two who have not seen one another are not cut off from everybody.
_EACH_OTHER = re.compile(r"\b(?:each other|one another)\b", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:him|her|he|she)\b", re.IGNORECASE)
_VISITORS = frozenset(
    {"lawyer", "attorney", "counsel", "family", "relative", "doctor", "visitor", "defence", "defense"}
)


def contact_told(reader: Reader, held: set[str]) -> Iterator[Told]:
    """One telling for each sentence that tells it, and each person or group cut off."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        visits = [match.span() for match in LAST_SAW.finditer(text)]
        for match in CUT_OFF.finditer(small(text)):
            if _EACH_OTHER.search(text, match.start(), match.end() + 20) or any(
                start < match.end() and match.start() < end for start, end in visits
            ):
                continue
            token = _verb_at(sentence, sentence.start + match.start(), sentence.start + match.end())
            if token is None or _is_of_officials(sentence, token, match.group()):
                continue
            span = (sentence.start + match.start(), sentence.start + match.end())
            if _NEGATED.search(text[: match.start()]) and _TAKEN.match(match.group()):
                continue  # "not deprived of letters": there is contact
            found = list(_told(reader, sentence, token, held, span))
            yield from found
            if found:
                break
        else:
            yield from _in_touch(reader, sentence, text, held)


def _in_touch(reader: Reader, sentence: Sentence, text: str, held: set[str]) -> Iterator[Told]:
    """ "is in contact with her family", said by those who hold her: denies that she is cut off."""
    match = IN_TOUCH.search(small(text)) if JAILERS.search(text) else None
    if match is None:
        return
    span = (sentence.start + match.start(), sentence.start + match.end())
    token = _verb_at(sentence, *span)
    if token is None or reality_of(token, _KIND)[1].startswith(("demand", "imperative")):
        return
    names = held_in(reader, sentence, held, span) or held_of_late(reader, sentence, held)
    for name in names:
        for one in telling_of(
            reader, sentence, Trigger(_KIND, token, "given", False, None, None, given=token, person=name)
        ):
            one.reality = "denied"
            yield one


def _told(reader: Reader, sentence: Sentence, token: Token, held: set[str], span: tuple[int, int]) -> Iterator[Told]:
    reality, why = reality_of(token, _KIND)
    words = reader.referents.passage.shadow[span[0] : span[1]]
    is_denial = why.startswith("deny") and not _TAKEN.search(words)  # "denied that she was held incommunicado"
    reality = "actual" if why.startswith(_OF_CONTACT) and not is_denial else reality
    names = _neither(reader, sentence, span) or held_in(reader, sentence, held, span) or _meant(reader, sentence, span)
    given = None if names else _those(reader, sentence, token)
    if given is not None and given.lemma_.lower() in _ANYBODY and "missing" in {t.lower_ for t in sentence.tokens}:
        given = None  # after a flood as well as after a raid
    if not names and given is None:
        given = next(
            (t for t in sentence.tokens if span[0] <= sentence.place(t)[0] < span[1] and t.lower_ in ("they", "them")),
            None,
        )
    if not names and given is None and (_speaks_of_theirs(sentence) or _MEANT.search(words)):
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


def _neither(reader: Reader, sentence: Sentence, span: tuple[int, int]) -> list[str]:
    """ "Neither has been allowed a visit": the two named together last."""
    token = sentence.token_at(span[0])
    is_subject = token is not None and token.lower_ == "neither" and token.dep_ in ("nsubj", "nsubjpass")
    return list(reader.referents.who(sentence, token).persons) if token is not None and is_subject else []


def _meant(reader: Reader, sentence: Sentence, span: tuple[int, int]) -> list[str]:
    """Whom the words themselves mean by "her", where they tell of custody by themselves: "no record of her", "where she is"."""
    words = reader.referents.passage.shadow[span[0] : span[1]]
    if not OF_CUSTODY.search(small(words)):
        return []
    pronoun = next(
        (t for t in sentence.tokens if span[0] <= sentence.place(t)[0] < span[1] and _MEANT.fullmatch(t.text)), None
    )
    return list(reader.referents.who(sentence, pronoun).persons) if pronoun is not None else []


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
    for child in (c for up in ups for c in (*up.children, *_of_what_is_known(up))):
        for one in (
            child,
            *(o for c in child.children if c.lower_ in ("of", "from", "to", "with") for o in c.children),
            *(c for c in child.children if c.dep_ == "poss" and c.pos_ != "PRON"),
        ):
            if (
                one.pos_ not in ("NOUN", "PROPN", "PRON", "NUM")
                or _MEANT.fullmatch(one.text)
                or one.lemma_.lower() in _VISITORS
                or (lexicon().has("kin", one.lemma_) and not any(c.dep_ == "appos" for c in one.children))
            ):
                continue
            who = reader.referents.who(sentence, one)
            if (who.persons and who.rule != "definite noun") or (who.group is not None and not _is_anyone(one)):
                return one
    return None


def _of_what_is_known(verb: Token) -> list[Token]:
    """ "nobody knows where the protesters are": they."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.lemma_ in ("be", "hold", "keep", "take")]
    return [c for clause in clauses for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]


def _is_anyone(token: Token) -> bool:
    if token.lemma_.lower() in _HOLDERS or any(c.lower_ == "no" for c in token.children):
        return True
    return token.lower_ in (
        "nobody",
        "neither",
        "anyone",
        "anybody",
        "none",
        "others",
        "many",
        "some",
        "most",
        "we",
        "us",
    )


def _speaks_of_theirs(sentence: Sentence) -> bool:
    """Whether a relative or lawyer is spoken of, whose prisoner was named before."""
    words = {t.lemma_.lower() for t in sentence.tokens}
    return bool(words & (_VISITORS | {"client", "authority"})) or any(lexicon().has("kin", word) for word in words)
