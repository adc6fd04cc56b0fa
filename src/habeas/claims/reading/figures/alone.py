"""What is said of a number that stands alone, by word order: "five had been let go", "140, he said, were freed", "two - the youngest - remain".

The parse of a number without its noun is often wrong; the order of words is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_ASIDE = 24
_LONGEST = 16
_DASHES = frozenset({"-", "–", "—", "--"})
_CUT = frozenset(
    {
        ";",
        ":",
        ".",
        "(",
        ")",
        "who",
        "whom",
        "which",
        "while",
        "but",
        "after",
        "when",
        "where",
        "because",
        "although",
        "–",
        "—",
    }
)
_SKIPPED = frozenset(
    {
        "more",
        "others",
        "other",
        "of",
        "them",
        "whom",
        "these",
        "those",
        "also",
        "later",
        "still",
        "since",
        "then",
        "now",
        "already",
        "reportedly",
        "soon",
        '"',
    }
)
#: "853 still behind bars": a state without a verb.
_STATE = re.compile(
    r"(?:(?:more|others?|people|still|now|currently|already) )*(?P<state>behind bars|in (?:prison|jail|custody|detention|exile|pre-trial)|under house arrest|on remand|dead|awaiting trial|serving)\b",
    re.IGNORECASE,
)
_JOINING = frozenset({"and", "or", ","})


def said_after(last: Token) -> str:
    """The predicate that follows a number standing alone, "" when none does. `last` is the number's last word."""
    verb = _verb_after(last)
    if verb is None:
        match = _STATE.match(last.doc[last.i + 1 : min(last.i + 8, last.sent.end)].text)
        return match["state"] if match else ""
    words: list[str] = []
    for token in verb.doc[verb.i : min(verb.i + _LONGEST, verb.sent.end)]:
        if token.lower_ in _CUT or (token.lower_ in _JOINING and _starts_anew(token)):
            break
        words.append(token.text)
    return " ".join(words)


def _verb_after(last: Token) -> Token | None:
    end = last.sent.end
    at = _past(last.i + 1, end, last)
    if (at < end and last.doc[at].text == ",") or (at < end and last.doc[at].text in _DASHES):
        mark = last.doc[at].text
        closing = next(
            (
                i
                for i in range(min(at + _ASIDE, end) - 1, at + 1, -1)
                if last.doc[i].text == mark and _is_verb(last.doc[i], end)
            ),
            None,
        )
        if closing is None:
            return None
        at = _past(closing + 1, end, last)
    if at >= end:
        return None
    token = last.doc[at]
    if token.tag_ in _FINITE:
        return token
    return (
        token
        if token.tag_ in ("VBN", "VBG") and at == _past(last.i + 1, end, last) and not _is_before_noun(token)
        else None
    )


def _past(at: int, end: int, last: Token) -> int:
    while at < end and (
        last.doc[at].lower_ in _SKIPPED
        or (last.doc[at].tag_ == "VBN" and last.doc[at - 1].lower_ in ("those", "these"))
    ):
        at += 1
    return at


def _is_verb(mark: Token, end: int) -> bool:
    at = _past(mark.i + 1, end, mark)
    return at < end and mark.doc[at].tag_ in _FINITE


def _is_before_noun(token: Token) -> bool:
    return (
        token.dep_ in ("amod", "compound") and token.i + 1 < token.sent.end and token.nbor().pos_ in ("NOUN", "PROPN")
    )


def _starts_anew(token: Token) -> bool:
    """Whether the words after "and" or a comma are a clause or a list of their own."""
    if token.i + 1 >= token.sent.end:
        return True
    after = token.nbor()
    if token.text == ",":
        return after.tag_ != "VBN"
    return after.pos_ not in ("VERB", "AUX", "ADJ", "ADV", "PART") and after.lower_ not in ("in", "to", "on", "at")
