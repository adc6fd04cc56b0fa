"""What a number counts: people, acts that befall people ("31 arrests"), names and cases on a list, or nothing said ("19 followed")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.numbers import Number
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns of what befalls people, one for each person; None = the words around say what.
ACTS: dict[str, str | None] = {
    **dict.fromkeys(("arrest", "detention", "rearrest", "re-arrest", "abduction", "kidnapping", "admission", "jailing", "apprehension", "seizure"), "arrested"),
    **dict.fromkeys(("release", "departure", "pardon", "liberation", "amnesty"), "released"),
    **dict.fromkeys(("conviction", "sentence", "verdict"), "convicted"),
    **dict.fromkeys(("deportation", "expulsion", "banishment"), "exiled"),
    **dict.fromkeys(("death", "fatality", "execution"), "died_in_custody"),
    **dict.fromkeys(("prosecution", "indictment", "acquittal", "interrogation", "disappearance"), "other"),
    **dict.fromkeys(("imprisonment", "incarceration"), "in_custody"),
}  # fmt: skip
_RECORDS = frozenset({"name", "case", "file", "hunger", "chair", "surname"})
_OTHERS = frozenset({"other", "others", "more", "further", "additional"})
_WHOLE = re.compile(
    r"\b(?:half|thirds?|quarters?|fifth|tenth|most|many|some|none|all|majority|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|part|percent|cent|few|any|each|dozen) of (?:the|these|those|its|their|all)(?: (?!total)[\w]+){0,2}(?: ?'s)?\s*$",
    re.IGNORECASE,
)
_UNITS = frozenset(
    {"year", "month", "week", "hour", "minute", "decade", "time", "euro", "dollar", "percent", "metre", "kilometre"}
)
_PRONOUNS = frozenset({"them", "whom", "these", "those", "us", "which", "you"})
_BACK = frozenset({"the", "these", "those", "all", "both"})
_PERSON_ENDING = re.compile(r"(?:ists?|ians?|ees?|ers?|ors?|women|men|people|folk)$")
_COUNTING = ("nummod", "quantmod", "compound", "amod", "nmod", "advmod", "poss")
_REACH = 9


@dataclass(frozen=True, slots=True)
class CountNoun:
    """`head` carries the grammar of the count: the noun, or the number where none follows. `noun` names what is counted, None when left out.

    `kind` is people, act, record or bare; `is_part` = of people told of before ("four of the eleven"); `is_back` = "the nine", "all three"; `last` = the
    number's own last word.
    """

    head: Token
    noun: Token | None
    kind: str
    is_part: bool
    is_back: bool
    last: Token

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole of which a part is told: "none of the six"."""
        words = self.last.doc[max(self.last.sent.start, self.last.i - 7) : self.last.i].text
        return bool(_WHOLE.search(words))


def count_noun(sentence: Sentence, number: Number) -> CountNoun | None:
    """What the number counts; None when it counts something other than people."""
    first, last = sentence.token_at(number.core[0]), sentence.token_at(number.core[1] - 1)
    if first is None or last is None:
        return None
    is_back = _is_back(first)
    following = _following(last)
    if following and following[0].lower_ in ("of", "among"):
        return _partitive(last, following[1:], number, is_back)
    if following and following[0].lower_ in _OTHERS and (len(following) < 2 or not _is_in_phrase(following[1])):
        return CountNoun(_head_of(last, following[0]), None, "bare", False, is_back, last)
    noun = _noun(last, following)
    if noun is None:
        return CountNoun(last, None, "bare", False, is_back, last)
    kind = kind_of(noun)
    return CountNoun(noun, noun, kind, False, is_back, last) if kind else None


def kind_of(noun: Token) -> str | None:
    """people, act or record; None for a noun of anything else."""
    lemma = noun.lemma_.lower()
    if lemma in ACTS:
        return "act"
    if lemma in _RECORDS:
        return "record"
    return "people" if is_person_noun(noun) else None


def is_person_noun(noun: Token) -> bool:
    """Whether a noun, most often in the plural, speaks of human beings."""
    words, lemma, low = lexicon(), noun.lemma_.lower(), noun.lower_
    if any(words.has(name, form) for name in ("people", "counted_people") for form in (lemma, low)) and lemma != "case":
        return True
    if noun.ent_type_ == "NORP" or (noun.tag_ == "NNPS" and noun.ent_type_ in ("", "NORP", "GPE")):
        return True
    return (
        noun.tag_ in ("NNS", "NN", "NNPS", "NNP")
        and bool(_PERSON_ENDING.search(low))
        and not words.has("not_people", lemma)
        and len(lemma) > 4
    )


def _following(last: Token) -> list[Token]:
    """The words after the number, without a hyphen or hedge that belongs to it."""
    found = [t for t in last.doc[last.i + 1 : min(last.i + 1 + _REACH, last.sent.end)] if t.text != '"']
    while found and (found[0].text == "-" or found[0].lower_ in ("odd", "plus", "maybe", "+")):
        found = found[1:]
    if (
        len(found) > 2
        and found[0].text == ","
        and found[1].lower_ in ("maybe", "perhaps", "possibly", "if", "or")
        and "more" in (found[2].lower_, found[min(3, len(found) - 1)].lower_)
    ):
        found = found[3:]
    if len(found) > 1 and found[0].lower_ == "or" and found[1].lower_ in ("so", "more"):
        found = found[2:]
    if len(found) > 1 and found[0].lower_ in ("and", "to", "or", "–") and found[1].like_num:
        found = found[2:]  # "between 800 and 1,000 people"
    return found


def _head_of(last: Token, other: Token) -> Token:
    """Of "eight others" the word on which the parse hangs the number."""
    return other if last.head == other else last


def _is_in_phrase(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in ("such",)


def _noun(last: Token, following: list[Token]) -> Token | None:
    """The noun counted: by word order the last of the phrase that begins after the number, None when no phrase does."""
    found: Token | None = None
    for at, token in enumerate(following):
        nxt = following[at + 1] if at + 1 < len(following) else None
        if token.lemma_.lower() in _UNITS and found is None:
            return token
        if token.pos_ in ("NOUN", "PROPN") and not (token.ent_type_ in ("DATE", "TIME") and found is None):
            found = token
            if nxt is None or (nxt.pos_ not in ("NOUN", "PROPN") and nxt.lower_ not in ("'s", "'")):
                return _shared(found, following[at + 1 :]) or found
        elif token.lower_ in ("'s", "'"):
            found = None
        elif token.text == "-" and found is not None and nxt is not None and nxt.pos_ == "NOUN":
            continue
        elif (
            token.pos_ in ("ADJ", "ADV", "NUM")
            or token.text in ("-", "/")
            or token.lower_ in ("more", "such", "own", "other")
        ):
            if found is not None:
                return found
        elif (token.tag_ in ("VBN", "VBG") and nxt is not None and _is_modifier(token, nxt)) or (
            token.text in (",", "and", "or") and found is None and at and nxt is not None and nxt.pos_ == "ADJ"
        ):
            continue
        else:
            return found
    return found


def _shared(noun: Token, rest: list[Token]) -> Token | None:
    """The people that two qualities share: "63 labour and teachers' activists"; None when the noun is of people itself."""
    if kind_of(noun) is not None or not rest or rest[0].lower_ not in ("and", ",", "or"):
        return None
    for token in rest[1:5]:
        if token.pos_ in ("NOUN", "PROPN") and token.tag_ in ("NNS", "NNPS") and is_person_noun(token):
            nxt = token.nbor() if token.i + 1 < token.sent.end else None
            if nxt is None or nxt.lower_ not in ("'", "'s"):
                return token
        elif token.pos_ not in ("NOUN", "PROPN", "ADJ", "CCONJ", "PART") and token.text not in (",", "'"):
            return None
    return None


def _is_modifier(token: Token, nxt: Token) -> bool:
    """A participle before a noun ("31 jailed activists"), not a verb ("31 jailed on Sunday")."""
    return (
        nxt.pos_ in ("NOUN", "PROPN", "ADJ")
        and nxt.ent_type_ not in ("DATE", "TIME")
        and (token.dep_ in ("amod", "compound") or nxt in token.ancestors)
    )


def _partitive(last: Token, following: list[Token], number: Number, is_back: bool) -> CountNoun | None:
    if not following:
        return CountNoun(last, None, "bare", True, is_back, last)
    first = following[0]
    if first.lower_ in _PRONOUNS and (
        first.lower_ not in ("these", "those") or len(following) < 2 or not _is_in_phrase(following[1])
    ):
        return CountNoun(last, None, "bare", True, is_back, last)
    is_part = (
        first.lower_ in ("the", "these", "those", "its", "their", "his", "her", "our", "my", "all")
        or first.pos_ == "PROPN"
        or first.pos_ == "NUM"
    )
    rest = following[1:] if first.pos_ in ("DET", "PRON") else following
    noun = _noun(last, [t for t in rest if t.pos_ != "NUM"] or rest)
    if noun is None or (rest[0].pos_ == "NUM" and len(rest) > 1 and not _is_in_phrase(rest[1])):
        return CountNoun(last, None, "bare", True, is_back, last)
    if first.lower_ == "those" and noun.tag_ in ("VBN", "VBD"):
        return CountNoun(last, None, "bare", True, is_back, last)
    kind = kind_of(noun)
    if kind is None and noun.dep_ != "pobj" and any(t.pos_ == "NUM" for t in rest[:2]):
        kind = "bare"  # "three of the 16 had"
    return CountNoun(last, noun if kind != "bare" else None, kind, is_part, is_back, last) if kind else None


def _is_back(first: Token) -> bool:
    before = [t.lower_ for t in first.doc[max(first.sent.start, first.i - 3) : first.i]]
    return bool(before) and (
        before[-1] in _BACK
        or (len(before) > 1 and before[-1] in ("other", "remaining", "latter") and before[-2] in _BACK)
    )
