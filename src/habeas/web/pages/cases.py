"""Cases and articles of law: who is accused with whom, of what, and what the courts did, each with who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from habeas.claims.claim import Claim
from habeas.register.cases import Article, Case, prosecutions
from habeas.register.catalogue import STATUS, among, rows_of
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.place_names import place_key
from habeas.register.remembered import remembered
from habeas.web.asking import NotHere, Question
from habeas.web.pages.claim_words import facts, is_readable, told, told_of_people
from habeas.web.pages.paging import cut_as_sent

ON_A_PAGE = 100
#: Defendants named in the list of cases.
_NAMED = 4
#: What a case claim tells of the whole case, and how a page calls it.
_PARTICULARS = {
    "court": "Court", "judge": "Judge", "prosecutor": "Prosecutor", "verdict": "Verdict", "appeal": "Appeal", "article": "Articles",
}  # fmt: skip


def cases(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """All cases, those of most defendants first, and all articles."""
    ordered, articles = _ordered(register, question)
    page = cut_as_sent(ordered, sent, ON_A_PAGE)
    now = known(register, question.asked.known_by, question.asked.basis)
    rows = [(case, _by_name(now, case)[:_NAMED]) for case in page.rows]
    return {
        "title": "Cases",
        "rows": rows,
        "page": page,
        "articles": articles[:ON_A_PAGE],
        "of_articles": len(articles),
    }


def _ordered(register: Register, question: Question) -> tuple[list[Case], list[Article]]:
    """All cases and articles, those of most people first. Kept."""

    def made() -> tuple[list[Case], list[Article]]:
        found = prosecutions(register, question.asked)
        return (
            sorted(found.cases.values(), key=lambda case: (-len(case.defendants), case.title)),
            sorted(found.articles.values(), key=lambda article: (-len(article.people), article.name)),
        )

    return remembered(register, "cases in order", (question.asked.known_by, question.asked.basis), made, 4)


def case(register: Register, question: Question, key: str) -> dict[str, Any]:
    """One case. Raises NotHere for an unknown key."""
    found = prosecutions(register, question.asked).cases.get(key)
    if found is None:
        raise NotHere(f"{key}: no case of that key is told of by {question.asked.known_by}")
    now = known(register, question.asked.known_by, question.asked.basis)
    rows = rows_of(register, question.asked, question.of, found.defendants)
    return {
        "title": found.title, "case": found, "particulars": _particulars(now, found),
        "defendants": [(rows[p], STATUS[rows[p].status], _charged(found, p)) for p, _ in _by_name(now, found) if p in rows],
        "not_found": _co_defendants(now, found), "course": _course(now, found.told), "beside": _course(now, found.beside),
    }  # fmt: skip


def article(register: Register, question: Question, key: str, sent: Mapping[str, str]) -> dict[str, Any]:
    """One article of law with those accused or convicted under it. Raises NotHere for an unknown key."""
    found = prosecutions(register, question.asked).articles.get(key)
    if found is None:
        raise NotHere(f"{key}: no article of that key is told of by {question.asked.known_by}")
    now = known(register, question.asked.known_by, question.asked.basis)
    people, held = _of_article(register, question, found)
    page = cut_as_sent(people, sent, ON_A_PAGE)
    rows = rows_of(register, question.asked, question.of, page.rows)
    shown = [(row, [c for c in found.told[row.id] if is_readable(c.predicate)]) for row in rows.values()]
    return {
        "title": found.name, "article": found, "page": page, "held": held["yes"], "may": held["unknown"] + held["disputed"],
        "rows": [(row, STATUS[row.status], facts(told(now, claim) for claim in claims)) for row, claims in shown],
    }  # fmt: skip


def _of_article(register: Register, question: Question, found: Article) -> tuple[list[str], dict[str, int]]:
    """Those of an article by name, and how many there are of each status. Kept."""
    return remembered(
        register, "article", (found.key, question.asked, question.of.staleness),
        lambda: among(register, question.asked, question.of, found.told),
    )  # fmt: skip


def _by_name(now: Known, found: Case) -> list[tuple[str, str]]:
    named = ((person, now.persons.by_id[person].name) for person in found.defendants)
    return sorted(named, key=lambda one: (one[1].casefold(), one[0]))


def _particulars(now: Known, found: Case) -> list[tuple[str, list[tuple[str, str | None, dict[str, Any]]]]]:
    """Of each particular its values, each once: what is told, the key of the court, the claim that tells it."""
    out = []
    for field, name in _PARTICULARS.items():
        values: dict[str, Claim] = {}
        for _, claim in found.told:
            if claim.value.get(field):
                values.setdefault(str(claim.value[field]), claim)
        if values:
            shown = [
                (said, place_key(said) if field == "court" else None, told(now, claim))
                for said, claim in values.items()
            ]
            out.append((name, shown))
    return out


def _charged(found: Case, person: str) -> list[str]:
    articles = [str(c.value["article"]) for who, c in found.told if who == person and c.value.get("article")]
    return list(dict.fromkeys(articles))


def _co_defendants(now: Known, found: Case) -> list[tuple[str, dict[str, Any]]]:
    """Names that sources give as co-defendants and under which nobody among the defendants is known here."""
    here = {name for p in found.defendants for name in now.persons.by_id[p].names}
    names: dict[str, Claim] = {}
    for _, claim in found.told:
        for name in claim.value.get("co_defendants", ()):
            if name not in here:
                names.setdefault(str(name), claim)
    return [(name, told(now, claim)) for name, claim in names.items()]


def _course(now: Known, claims: Iterable[tuple[str, Claim]]) -> Sequence[dict[str, Any]]:
    """What happened, by day, each with whom it befell; a hearing of several defendants once."""
    return told_of_people(now, ((person, claim) for person, claim in claims if claim.predicate != "case"))
