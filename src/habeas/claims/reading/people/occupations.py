"""What somebody is called by what they do: head nouns of a phrase beside a name, read from `occupations.yml` beside this file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from habeas.kernel.country_files import read_yaml

#: Where the head of a noun phrase ends: what follows says of whom, where or for what.
_AFTER_HEAD = re.compile(
    r"\s(?:of|for|at|in|from|with|to|on|by|who|whose|whom|which|that|under|behind|against|based|serving|living|"
    r"known|named|called|turned|accused|jailed|detained|arrested|convicted|wanted)\s|[,;:()]"
)
_JOINS = re.compile(r"\s(?:and|&|or|turned)\s|/|-turned-")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Occupations:
    """`nouns` maps a head noun to its role; `heads` say nothing without the body they head; `bodies` are in order of precedence."""

    nouns: Mapping[str, str]
    heads: frozenset[str]
    bodies: tuple[tuple[str, re.Pattern[str]], ...]

    def is_person(self, noun: str) -> bool:
        """Whether the word, in the singular and small letters, is a noun for a human being."""
        return noun in self.nouns or noun in self.heads

    def body(self, words: str) -> str | None:
        """The role of those who speak for a body so described; None when nothing is known of it."""
        return next((role for role, pattern in self.bodies if pattern.search(words)), None)

    def nearest_body(self, words: str) -> str | None:
        """The role of the body named last, for a head that points back: "its director"."""
        found = [(m.end(), len(m.group()), role) for role, pattern in self.bodies for m in pattern.finditer(words)]
        return max(found)[2] if found else None


@lru_cache(maxsize=1)
def occupations() -> Occupations:
    """The packaged lists. Raises InputRefused when their file is broken."""
    file = resources.files("habeas.claims.reading.people").joinpath("occupations.yml")
    raw = read_yaml(file.read_text("utf-8"), "occupations.yml")
    nouns: dict[str, str] = {}
    for role, words in raw["nouns"].items():
        for word in words:
            nouns.setdefault(str(word), str(role))
    bodies = tuple(
        (
            str(role),
            re.compile(
                r"\b(?:"
                + "|".join(re.escape(str(word)) for word in words)
                + (r"|\w+watch)\b" if role == "activist" else r")\b")
            ),
        )
        for role, words in [*raw["first_bodies"].items(), *raw["bodies"].items()]
    )
    return Occupations(nouns, frozenset(map(str, raw["heads"])), bodies)


def heads_of(phrase: str, or_several: bool = False) -> list[tuple[str, str]]:
    """The nouns a phrase calls somebody, each with the words that follow its head: "a poet and former head of a league".

    `or_several` also takes plurals: "one of the reporters".
    """
    found: list[tuple[str, str]] = []
    low = f" {phrase.lower().strip()} "
    for part in _JOINS.split(low):
        cut = _AFTER_HEAD.search(f"{part} ", 1)
        head, rest = (part[: cut.start()], part[cut.start() :]) if cut else (part, "")
        noun = noun_at_end(head, or_several) or _before_participle(head)
        if noun is not None:
            found.append((noun, f"{head} {rest}"))
    return found


def _before_participle(head: str) -> str | None:
    """ "a paediatrician reported to ...", "a teacher sentenced ...": the noun before the first word that may be a participle."""
    cuts = (
        noun_at_end(head[: match.start()])
        for match in re.finditer(r"\s\w+(?:ed|ing|held|sent|kept|taken|shot)\b", head)
    )
    return next((noun for noun in cuts if noun is not None), None)


def noun_at_end(words: str, or_several: bool = False) -> str | None:
    """The longest known noun for a human being that the words end in, in the singular."""
    last = words.split()[-_LONGEST:]
    known = occupations()
    for start in range(len(last)):
        candidate = " ".join(last[start:]).strip("'\"")
        forms = (
            candidate,
            candidate.removeprefix("ex-").removeprefix("co-"),
            candidate[:-1] if or_several and candidate.endswith("s") else "",
        )
        for form in (*forms, candidate.rsplit("-", 1)[-1]) if start == len(last) - 1 else forms:
            if known.is_person(form):
                return form
    return None
