"""Names by where they stand: a signature under a letter, with the signer's office in the next line; one of a row of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from habeas.claims.reading.people.occupations import heads_of
from habeas.claims.reading.people.runs import Run
from habeas.claims.reading.text.parser import Passage

_LONGEST_OFFICE = 90
_SIGNATURE = 6
_NO_SIGN_AGAINST = -2
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def line_weight(passage: Passage, run: Run) -> int:
    """What speaks for a person in the way the line is set; 0 for a run within prose."""
    if not 2 <= len(run.words) <= 5:
        return 0
    text = passage.shadow
    start, end = text.rfind("\n", 0, run.span[0]) + 1, text.find("\n", run.span[1])
    if end < 0 or text[run.span[1] : end].strip(" ,") or text[start : run.span[0]].strip(" -–—"):
        return 0
    following = text[end + 1 :].split("\n", 1)[0]
    return _SIGNATURE if following and len(following) < _LONGEST_OFFICE and heads_of(following) else 0


def in_one_row(
    passage: Passage, runs: Sequence[Run], names: set[str], weights: Mapping[str, Sequence[int]]
) -> list[str]:
    """Names of several words that only the model doubts, standing in a row with people: "A, B and C"."""
    out: list[str] = []
    known = set(names)
    for before, here, after in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        if here.text in known or len(here.words) < 2 or min(weights[here.text]) < _NO_SIGN_AGAINST:
            continue
        is_place = all(t.ent_type_ in _PLACES for t in here.tokens)
        if any(
            _is_joined(passage.shadow, first, second, is_place) and other.text in known
            for first, second, other in ((before, here, before), (here, after, after))
            if first is not None and second is not None and other is not None and len(other.words) > 1
        ):
            known.add(here.text)
            out.append(here.text)
    return out


def _is_joined(shadow: str, first: Run, second: Run, is_place: bool) -> bool:
    between = shadow[first.span[1] : second.span[0]]
    return between in (" and ", ", and ", " & ") or (between in (", ", "; ") and not is_place)
