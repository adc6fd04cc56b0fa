"""The names that stand beside a counted group and are all of it: "one of them, NAME, was held", "two of the men on the list, A and B, declined"."""

from __future__ import annotations

import re

from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.groups import Group
from habeas.claims.reading.whom.listed import names_running_on
from habeas.claims.reading.whom.refer import Referents, Who

_OPENS = re.compile(
    r"(?: of (?:them|these|those|whom|(?:the|these|those|his|her|their) [^,;:.()–—]{2,40}))?(?: (?:who|from|in|at) [^,;:.()–—]{3,90})?(?:,| [-–—])\s"
)
_MOST = 6
_NEAR = 70


def with_names_beside(who: Who, sentence: Sentence, referents: Referents) -> Who:
    """The same, with as many people as the group counts where just so many names stand beside it; of one alone, no group is left."""
    group = who.group
    if group is None or who.persons or group.count is None or group.count > _MOST:
        return who
    names = _beside(sentence, group, referents)
    if len(names) != group.count:
        return who
    return Who(tuple(names), None, "name") if group.count == 1 else Who(tuple(names), group, "member")


def _beside(sentence: Sentence, group: Group, referents: Referents) -> list[str]:
    shadow, start = referents.passage.shadow, sentence.place(group.head)[1]
    opening = _OPENS.match(shadow, start, sentence.end)
    named = referents.people.between(opening.end(), sentence.end) if opening is not None else []
    if opening is None or not named or named[0][0][0] - opening.end() > _NEAR:
        return []
    between = [t for t in sentence.tokens if opening.end() <= sentence.place(t)[0] < named[0][0][0]]
    if any(t.pos_ in ("VERB", "AUX") or t.tag_ in ("WP", "WP$", "WDT") for t in between):
        return []  # "one man, whose lawyer is NAME, was held"
    return names_running_on(referents.people, sentence, opening.end(), shadow)
