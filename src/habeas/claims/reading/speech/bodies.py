"""The organisations a text names, and which of them "the group", "the centre" or initials speak of.

An organisation is a run of capitalised words, no person's name, that the text shows to be one: by a word in it ("Centre"), by what it is called
beside it ("the rights group Lantern", "Lantern, an archive"), by initials in brackets, by people who work there, or by what it tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.people.people import People
from habeas.claims.reading.speech.body_words import BODIES, GENERIC, IN_NAMES, NO_GROUPS, STAFF
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Passage, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINS = frozenset({"of", "for", "de", "la", "del", "des", "du", "y", "&"})
_LEAST_INITIALS = 2
_REACH = 9
_NOT_NAMES = frozenset({"DET", "PRON", "ADP", "SCONJ", "CCONJ", "ADV", "AUX", "INTJ", "PART"})
_PLACES = frozenset({"GPE", "LOC", "NORP", "DATE", "TIME", "LANGUAGE", "PERSON"})


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation at one place. `kinds` are the common nouns that the text has for it, its own words among them."""

    name: str
    span: Span
    kinds: frozenset[str]
    initials: str | None


class Bodies:
    """Answers which organisation some words mean; built when first asked."""

    def __init__(self, passage: Passage, people: People) -> None:
        self._passage = passage
        self._people = people
        self._found: list[Body] | None = None

    def meant(self, sentence: Sentence, noun: Token) -> str | None:
        """The organisation that a common noun describes ("the group"): the last that is one; None when none is.

        None too where the noun is a word of its name: "the centre" of "Dorvik Centre" is a name already.
        """
        kind, place = noun.lemma_.lower(), sentence.place(noun)[0]
        for body in reversed([one for one in self._all() if one.span[0] < place]):
            if kind in body.name.lower().split():
                return None
            if kind in body.kinds or (kind in GENERIC and not body.kinds & NO_GROUPS):
                return self.full(body.name)
        return None

    def right_after(self, sentence: Sentence, noun: Token) -> str | None:
        """The organisation whose name follows the noun at once: "the group Lantern"."""
        if noun.i + 1 >= noun.sent.end:
            return None
        place = sentence.place(noun.nbor())[0]
        return next((self.full(one.name) for one in self._all() if one.span[0] == place), None)

    def last(self, sentence: Sentence, reach: int) -> str | None:
        """The organisation named last in the sentences before this one, at most `reach` of them back."""
        since = self._passage.sentences[max(0, sentence.index - reach)].start
        found = [one for one in self._all() if since <= one.span[0] < sentence.start]
        return self.full(found[-1].name) if found else None

    def full(self, words: str) -> str:
        """The name with the initials that the text gives it, for either of the two; any other words unchanged."""
        short = words.removesuffix("'s").removesuffix("'")
        both = (one for one in self._all() if one.initials is not None and short in (one.initials, one.name))
        return next((f"{one.name} ({one.initials})" for one in both), words)

    def _all(self) -> list[Body]:
        if self._found is None:
            self._found = [body for sentence in self._passage.sentences for body in self._in(sentence)]
        return self._found

    def _in(self, sentence: Sentence) -> Iterator[Body]:
        for run in self._runs(sentence):
            if len(run) == 1 and run[0].is_sent_start and run[0].pos_ != "PROPN":
                continue  # "Opposition leader NAME"
            kinds, initials = _kinds(run), _initials(run)
            name = "".join(t.text_with_ws for t in run).strip()
            if kinds or initials or _is_employer(run) or (_tells(run) and run[-1].ent_type_ not in _PLACES):
                yield Body(name, (sentence.place(run[0])[0], sentence.place(run[-1])[1]), frozenset(kinds), initials)

    def _runs(self, sentence: Sentence) -> Iterator[list[Token]]:
        run: list[Token] = []
        for token in sentence.tokens:
            is_join = bool(run) and _goes_on(run, token) and self._goes_on_to_name(sentence, token)
            if is_join or self._is_name(sentence, token, is_first=not run):
                run.append(token)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _goes_on_to_name(self, sentence: Sentence, join: Token) -> bool:
        """Whether a capitalised word follows the small word, or "the" and one does."""
        nxt = join.nbor()
        if nxt.lower_ == "the" and join.lower_ in _JOINS and nxt.i + 1 < nxt.sent.end:
            nxt = nxt.nbor()
        return self._is_name(sentence, nxt, is_first=False)

    def _is_name(self, sentence: Sentence, token: Token, is_first: bool) -> bool:
        if not token.text[0].isupper() or self._people.at(sentence.place(token)) is not None:
            return False
        return not is_first or (token.pos_ not in _NOT_NAMES and token.ent_type_ not in ("DATE", "TIME"))


def _goes_on(run: list[Token], token: Token) -> bool:
    """Whether a small word may stand inside a name: "Centre for the Study of Law and Order", "Committee to Free Writers"."""
    if token.i + 1 >= token.sent.end:
        return False
    low, last = token.lower_, run[-1].lower_
    if low == "-":
        return not run[-1].whitespace_ and not token.whitespace_
    if low == "and":
        return any(t.lower_ in _JOINS for t in run)
    if low == "to":
        return last in BODIES
    if low in ("'s", "'"):
        return _ends_in_body(token)
    return low in _JOINS or (low == "the" and last in _JOINS)


def _ends_in_body(token: Token) -> bool:
    """ "the People's Lantern Movement": the capitalised words after it end in the word for an organisation."""
    last: Token | None = None
    for after in token.doc[token.i + 1 : token.sent.end]:
        if not after.text[0].isupper():
            break
        last = after
    return last is not None and (last.lower_ in BODIES or last.lower_ in IN_NAMES)


def _kinds(run: list[Token]) -> set[str]:
    """The common nouns for it: in its name, right beside it, and in what is told of it after a comma."""
    own = {t.lower_ for t in run if len(run) > 1 and (t.lower_ in BODIES or t.lower_ in IN_NAMES)}
    beside = [run[0].doc[run[0].i - 1]] if run[0].i > run[0].sent.start else []
    rest = list(run[-1].doc[run[-1].i + 1 : min(run[-1].i + 1 + _REACH, run[-1].sent.end)])
    beside += rest[:1]
    own |= {t.lemma_.lower() for t in beside if t.lemma_.lower() in BODIES and t.tag_ in ("NN", "NNP")}
    if len(rest) > 1 and rest[0].text == "," and rest[1].lower_ in ("a", "an", "the", "which", "one"):
        called = next((t for t in rest[2:] if t.lemma_.lower() in BODIES and t.tag_ == "NN"), None)
        own |= {called.lemma_.lower()} if called is not None else set()
    return own


def _initials(run: list[Token]) -> str | None:
    """ "Press Watch International (PWI)"."""
    rest = run[-1].doc[run[-1].i + 1 : min(run[-1].i + 4, run[-1].sent.end)]
    if len(rest) < 3 or rest[0].text != "(" or rest[2].text != ")":
        return None
    short = str(rest[1].text)
    return short if short.isupper() and short.isalpha() and len(short) > _LEAST_INITIALS else None


def _is_employer(run: list[Token]) -> bool:
    """ "a researcher at Lantern"."""
    at = run[0].i - 1
    if at <= run[0].sent.start or run[0].doc[at].lower_ not in ("at", "of", "for", "with", "from"):
        return False
    return run[-1].ent_type_ not in _PLACES and run[0].doc[at].head.lemma_.lower() in STAFF


def _tells(run: list[Token]) -> bool:
    """Whether it is the subject of a verb of telling, or the source after "according to"."""
    words = lexicon()
    for token in run:
        if token.dep_ == "nsubj" and token.pos_ == "PROPN" and words.has("speech", token.head.lemma_):
            return True
        if token.dep_ == "pobj" and token.head.head.lower_ == "according":
            return True
    return False
