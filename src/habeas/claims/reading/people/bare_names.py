"""Names that nothing introduces: outlets and groups report, count and say things bare; people come with what they are.

A text gives whoever it names a title, an office, an age, kin or a trade at least once. Capitals that it never so introduces, and that
only report, name a body, whatever the model takes them for; unless the first of them is a known given name, or the last stands alone as
somebody's surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.claims.reading.people.name_evidence import model_says, part_in_sentence
from habeas.claims.reading.people.runs import Run
from habeas.claims.reading.whom.name_genders import is_given_name
from habeas.names.parsed import parsed

#: What bodies do as people do.
_REPORT = frozenset(
    {"report", "count", "document", "record", "say", "write", "tell", "publish", "list", "recognise", "recognize", "add", "confirm", "estimate", "film", "show", "name", "verify", "call", "reject", "put", "note", "warn", "claim", "cover", "quote", "cite", "post", "announce", "register", "identify"}
)  # fmt: skip
#: "NAME of BODY", "NAME said. He ..."
_INTRODUCES = re.compile(
    r" (?:of|from|at|with) (?:the )?(?:[a-z-]+ ){0,2}[A-Z]|, one of the |[^.;:\n]{0,60}\b(?:his|her) (?:\w+ )?(?:son|daughter|husband|wife|brother|sister|father|mother|child|children|family|lawyer|client|own)\b|[^.;:\n]{0,40}\. (?:He|She|His|Her)\b"
)
_LIKE_A_SURNAME = re.compile(r"^(?:O'|Mc|Mac[A-Z]|[Aa]l-|[Ee]l-)|\w-[A-Z]")
#: A single word needs a plainer sign than several.
_FOR_ONE = 2
#: Custody befalls people only.
_BEFALLEN = 3


def is_bare(mentions: Iterable[tuple[Run, int]]) -> bool:
    """Whether a name, given every run that is it with the run's weight, is nowhere introduced as a human being's, and reports somewhere.

    A single word need not report.
    """
    heard = list(mentions)
    first = heard[0][0]
    if all(_is_a_people(run) for run, _ in heard):
        return True
    if is_given_name(first.words[0]) or parsed(first.text).sure or _LIKE_A_SURNAME.search(first.words[-1]):
        return False
    if any(part_in_sentence(run) >= _BEFALLEN or _INTRODUCES.match(_after(run)) for run, _ in heard):
        return False
    told = max(weight - model_says(run) - part_in_sentence(run) for run, weight in heard)
    if len(first.words) == 1:
        return told <= _FOR_ONE
    return told <= 0 and any(_reports(run) for run, _ in heard)


def _is_a_people(run: Run) -> bool:
    """ "Fifteen Veldanians": so many of a people, and nobody's name."""
    token = run.tokens[0]
    before = token.nbor(-1) if token.i else None
    return len(run.words) == 1 and token.tag_ == "NNPS" and before is not None and before.tag_ == "CD"


def _after(run: Run) -> str:
    last = run.tokens[-1]
    return last.doc.text[last.idx + len(last) :]


def _reports(run: Run) -> bool:
    return run.head.dep_ == "nsubj" and run.head.head.lemma_ in _REPORT
