"""The shortest stretch of text that states something: the clause round a word, its edges trimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Passage, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis")
_LONGEST = 320


def clause_span(sentence: Sentence, token: Token, also: Token | None = None) -> Span:
    """The clause of `token`, widened to hold `also`; a very long one is cut to the stretch between the two."""
    head = token
    while head.dep_ not in _CLAUSES and head.head != head:
        head = head.head
    start, end = token.sent.start, token.sent.end
    words = [t for t in head.subtree if start <= t.i < end]
    if also is not None and also not in words:
        words += [t for t in also.subtree if t.i <= max(also.i, token.i)] + [also]
    places = [sentence.place(t) for t in words if not t.is_space] or [sentence.place(token)]
    span = min(p[0] for p in places), max(p[1] for p in places)
    if span[1] - span[0] > _LONGEST:
        near = [sentence.place(t) for t in (token, *([also] if also is not None else []), *token.children)]
        span = min(p[0] for p in near), max(p[1] for p in near)
    return span


def deed_span(sentence: Sentence, deed: Token) -> Span:
    """The deed with who does it and what it is done to, without the clauses that hang on either."""
    asides = [t for t in deed.subtree if t.dep_ in ("relcl", "advcl", "conj", "ccomp", "parataxis") and t != deed]
    left_out = {t for aside in asides if aside.pos_ in ("VERB", "AUX") for t in aside.subtree}
    kept = [t for t in deed.subtree if t not in left_out and t.sent == deed.sent and not t.is_space]
    before = [t for t in kept if t.i < deed.i]
    start = deed.i
    for token in reversed(before):
        if start - token.i > 1:
            break
        start = token.i
    after = [t for t in kept if t.i >= deed.i]
    if deed.dep_ in ("acl", "relcl"):
        start = min(start, deed.head.left_edge.i)  # "oil sanctions imposed in 2019"
    return sentence.place(deed.doc[start])[0], sentence.place(after[-1] if after else deed)[1]


def quote_at(passage: Passage, span: Span) -> tuple[str, Span]:
    """The text at the span, without blank or comma at its edges, and the span that is left."""
    start, end = span
    edge = " \t\r\n,;:-–—"
    while start < end - 1 and passage.text[start] in edge:
        start += 1
    while end - 1 > start and passage.text[end - 1] in edge:
        end -= 1
    return passage.text[start:end], (start, end)
