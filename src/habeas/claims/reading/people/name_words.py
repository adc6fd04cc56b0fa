"""Words as they are written in names: tied by hyphens and full stops, a nickname in quotation marks being one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = frozenset({"en", "por", "para", "al", "el", "bin", "bint", "ibn", "abu", "umm", "ben", "van", "von", "ter", "ten", "af", "zu", "der", "den", "de", "del", "dela", "della", "la", "las", "los", "da", "das", "dos", "do", "di", "du", "le", "ul", "ur", "ud", "y", "ogly", "oglu", "uulu", "kyzy", "qizi", "o'"})  # fmt: skip
_PREFIXES = ("al-", "el-", "as-", "ar-", "ad-", "at-", "an-", "ash-", "ul-", "d'", "bel-", "ould", "wa-")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the tokens it is made of."""

    text: str
    tokens: tuple[Token, ...]


def words_of(sentence: Sentence) -> list[Word]:
    """The sentence in words, left to right."""
    return list(_with_nicknames(list(_words(sentence))))


def _words(sentence: Sentence) -> Iterator[Word]:
    """Tokens joined where a hyphen or full stop ties them: "Chi-yan" is one word, and "A." too."""
    tied: list[Token] = []
    for token in sentence.tokens:
        if tied and not _is_tied(tied[-1], token):
            yield Word("".join(t.text for t in tied), tuple(tied))
            tied = []
        tied.append(token)
    if tied:
        yield Word("".join(t.text for t in tied), tuple(tied))


def _with_nicknames(words: list[Word]) -> Iterator[Word]:
    """'Firstname "Nickname" Surname': the quoted words are one word of the name."""
    skip = 0
    for number, word in enumerate(words):
        if skip > number:
            continue
        close = _closing(words, number) if number and word.text == '"' and _is_proper(words[number - 1]) else None
        if close is None:
            yield word
            continue
        inside = words[number + 1 : close]
        yield Word(
            '"' + " ".join(w.text for w in inside) + '"', tuple(t for w in words[number : close + 1] for t in w.tokens)
        )
        skip = close + 1


def _closing(words: list[Word], opening: int) -> int | None:
    """Where a nickname's quotation ends: at most three capitalised words on, with a family name after it."""
    for close in range(opening + 2, min(opening + 5, len(words) - 1)):
        if words[close].text == '"':
            inside = words[opening + 1 : close]
            return close if all(w.text[0].isupper() for w in inside) and _is_proper(words[close + 1]) else None
    return None


def _is_proper(word: Word) -> bool:
    return word.text[0].isupper() and word.text.replace("-", "").isalpha() and word.tokens[0].tag_ == "NNP"


def _is_quoted(word: Word) -> bool:
    return len(word.text) > 2 and word.text.startswith('"')


def is_label(word: Word) -> bool:
    """Whether a colon follows right away: "Photos:"."""
    last = word.tokens[-1]
    return last.i + 1 < len(last.doc) and last.nbor(1).text == ":"


def _is_tied(left: Token, right: Token) -> bool:
    if left.whitespace_ or right.idx != left.idx + len(left.text):
        return False
    hyphen = left.text == "-" or right.text == "-"
    return hyphen and _is_letters(left) and _is_letters(right)


def _is_letters(token: Token) -> bool:
    return token.text == "-" or token.text[0].isalpha()


#: Honorifics that are verbs too: "Saw" before two more names.
VERBAL_HONORIFICS = frozenset({"saw"})


def is_name_word(word: Word) -> bool:
    """Whether the word may be part of a name by its spelling."""
    text = word.text
    if _is_quoted(word):
        return True
    if text.lower().startswith(_PREFIXES) and "-" in text:
        return text.split("-", 1)[1][:1].isupper()
    if not text[0].isupper() or not all(c.isalpha() or c in "-'." for c in text):
        return False
    first = word.tokens[0]
    if first.ent_type_ == "DATE" and first.i and first.nbor(-1).like_num:
        return False  # "On 14 October NAME was moved"
    if len(text) > 1 and text.endswith(".") and len(text) > 2 and not lexicon().has("titles", text[:-1]):
        return False
    is_noun = first.pos_ in ("PROPN", "NOUN", "ADJ", "X") or first.ent_type_ == "PERSON"
    return is_noun or not first.is_sent_start or first.lower_ in VERBAL_HONORIFICS


def is_particle(word: Word) -> bool:
    """ "van", "bin": part of a name within one."""
    return word.text.lower() in _PARTICLES or word.text.lower().startswith(_PREFIXES)


def is_bare_particle(word: Word) -> bool:
    """A particle that no name begins or ends with, unlike "al-Kattan"."""
    return word.text.islower() and not word.text.startswith(_PREFIXES)
