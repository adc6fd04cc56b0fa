"""The draft of a joint statement, from what the register holds. Nothing is invented: what is not known stays as a gap that can be seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from string import Template

from habeas.claims.claim import Claim
from habeas.figures.criteria import Standard, standard
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf
from habeas.register.cases import PROSECUTION
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.web.asking import NotHere
from habeas.web.pages.loose_days import edtf_in_words, long_day

_DEMANDS = {
    "release": "We call for their release.",
    "review": "We call for their {cases} to be reviewed by an independent court, in a fair hearing.",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """What a statement says beside the names: by which standard, who signs, what is demanded (release, review; empty = not told)."""

    standard: Standard
    signatories: tuple[str, ...] = ()
    demand: str = ""
    ex_post_facto: bool = False


def gap(what: str) -> str:
    """Something not known, to be filled in or left out by a person."""
    return f"[not known here: {what}]"


def draft(register: Register, asked: AsOf, people: Sequence[str], decided: Decided) -> str:
    """The statement's text. Raises NotHere for people who are not known."""
    now = known(register, asked.known_by, asked.basis)
    for one in people:
        if one not in now.persons.of_mention:
            raise NotHere(f"{one}: nobody of that id is known here")
    found = [now.everyone[person] for person in dict.fromkeys(now.persons.of_mention[one] for one in people)]
    several = len(found) != 1
    words = {
        "day": long_day(asked.day), "cases": "cases" if several else "case", "people": "people" if several else "person",
        "them": "them" if several else "this person", "prisoners": "political prisoners" if several else "a political prisoner",
        "names": _bullets((_named(e) for e in found), gap("whom it is about")),
        **_finding(found, decided.standard, "them" if several else "this person"),
        "afterwards": " This recognition looks back on custody that is over." if decided.ex_post_facto else "",
        "demand": _DEMANDS.get(decided.demand, gap("what is demanded")).format(cases="cases" if several else "case"),
        "signatories": _bullets(decided.signatories, gap("who signs")),
    }  # fmt: skip
    return _template().substitute(words)


def _finding(found: Sequence[Evidence], by: Standard, them: str) -> dict[str, str]:
    """What was found by the standard. Where what excludes is met, recognition does not follow from it, and the statement cannot say so."""
    grounds = list(_grounds(found, by))
    excluding = list(_named_criteria(found, by, exclusions_met(found, by), _is_said_met))
    if not excluding:
        finding = f"Having assessed {them} by the standard “{by.title}”, we find that:"
        return {
            "finding": finding,
            "grounds": _bullets(grounds, gap("which criteria are met")),
            "therefore": " therefore" if grounds else "",
        }
    finding = f"By the standard “{by.title}” nobody is recognised of whom this is met, and it was assessed to be:"
    return {
        "finding": finding,
        "grounds": _bullets([*excluding, gap(f"why we recognise {them} all the same")], ""),
        "therefore": "",
    }


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template(resources.files("habeas.web.desks").joinpath("statement.txt").read_text("utf-8"))


def _bullets(lines: Iterable[str], otherwise: str) -> str:
    return "\n".join(f"- {line}" for line in lines) or f"- {otherwise}"


def _named(evidence: Evidence) -> str:
    """One person: every name, since when held, and the articles of law."""
    person = evidence.person
    others = [name for name in person.names if name != person.name]
    name = f"{person.name} ({'; '.join(others)})" if others else person.name
    articles = list(dict.fromkeys(str(c.value["article"]) for c in _actual(evidence) if c.predicate in PROSECUTION and c.value.get("article")))  # fmt: skip
    arrested = sorted(
        (c.when.lo or 0, c.when.text) for c in _actual(evidence) if c.predicate == "arrest" and c.when.text
    )
    since = f"arrested {edtf_in_words(arrested[-1][1])}" if arrested else gap("day of arrest")
    return f"{name}: {since}; {', '.join(articles) if articles else gap('articles of law')}"


def _actual(evidence: Evidence) -> Iterator[Claim]:
    return (claim for claim in evidence.claims if claim.reality == "actual")


def _grounds(found: Sequence[Evidence], by: Standard) -> Iterator[str]:
    """The criteria that somebody was assessed to meet, with of whom where not of all."""
    return _named_criteria(found, by, [one.id for one in by.criteria if not one.excludes], _is_met)


def _named_criteria(
    found: Sequence[Evidence], by: Standard, wanted: Collection[str], holds: Callable[[Evidence, Standard, str], bool]
) -> Iterator[str]:
    for criterion in by.criteria:
        met = [e.person.name for e in found if criterion.id in wanted and holds(e, by, criterion.id)]
        if met:
            yield criterion.words if len(met) == len(found) else f"{criterion.words}: {', '.join(met)}"


def exclusions_met(people: Iterable[Evidence], by: Standard) -> list[str]:
    """Criteria that exclude and that some body's latest answer says are met of one of them: one voice is enough to ask."""
    held = list(people)
    return [one.id for one in by.criteria if one.excludes and any(_is_said_met(e, by, one.id) for e in held)]


def _is_met(evidence: Evidence, by: Standard, criterion: str) -> bool:
    """Whether some body says yes and none says no, each by its latest answer."""
    answers = _latest(evidence, by, criterion)
    return "yes" in answers and "no" not in answers


def _is_said_met(evidence: Evidence, by: Standard, criterion: str) -> bool:
    return "yes" in _latest(evidence, by, criterion)


def _latest(evidence: Evidence, by: Standard, criterion: str) -> set[object]:
    """Each body's latest answer; one that its source denies was never given."""
    answers = answers_of(_actual(evidence), by).get(criterion, ())
    return set({c.value.get("body", c.source): c.value.get("answer") for c in answers}.values())


def answers_of(claims: Iterable[Claim], by: Standard) -> Mapping[str, list[Claim]]:
    """Assessments by a standard, by criterion, the latest last."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.predicate == "assessment" and claim.value.get("standard") == by.id:
            found.setdefault(str(claim.value.get("criterion")), []).append(claim)
    return {name: sorted(these, key=lambda c: (c.when.hi or 0, c.id)) for name, these in found.items()}


def decided_by(claims: Sequence[Claim]) -> Decided | None:
    """What the claims of one decision say for a statement; None where they name no standard."""
    recognised = [c for c in claims if c.predicate == "recognised"]
    named = next((str(c.value["standard"]) for c in claims if c.value.get("standard")), None)
    if named is None:
        return None
    return Decided(
        standard(named), tuple(dict.fromkeys(str(c.value.get("body")) for c in recognised)),
        next((str(c.value["demand"]) for c in recognised if c.value.get("demand")), ""),
        any(c.value.get("ex_post_facto") for c in recognised),
    )  # fmt: skip
