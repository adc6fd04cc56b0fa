"""The shortest stretch of text that states something: the clause round a word, its edges trimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.parser import Passage, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis")
_LONGEST = 320


def clause_span(sentence: Sentence, token: Token, also: Token | None = None) -> Span:
    """The clause of `token`, widened to hold `also`; a very long one is cut to the stretch between the two."""
    head = token
    while head.dep_ not in _CLAUSES and head.head != head:
        head = head.head
    words = [t for t in head.subtree if t.sent == token.sent]
    if also is not None and also not in words:
        words += [t for t in also.subtree if t.i <= max(also.i, token.i)] + [also]
    places = [sentence.place(t) for t in words if not t.is_space] or [sentence.place(token)]
    span = min(p[0] for p in places), max(p[1] for p in places)
    if span[1] - span[0] > _LONGEST:
        near = [sentence.place(t) for t in (token, *([also] if also is not None else []), *token.children)]
        span = min(p[0] for p in near), max(p[1] for p in near)
    return span


def quote_at(passage: Passage, span: Span) -> tuple[str, Span]:
    """The text at the span, without blank or comma at its edges, and the span that is left."""
    start, end = span
    edge = " \t\r\n,;:-–—"
    while start < end - 1 and passage.text[start] in edge:
        start += 1
    while end - 1 > start and passage.text[end - 1] in edge:
        end -= 1
    return passage.text[start:end], (start, end)
