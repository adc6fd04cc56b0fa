"""What the page for adding a fact offers: what may have happened, whom a name may mean, and where it may be known from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from habeas.claims.claim import Source
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.asof import AsOf, Basis
from habeas.register.effective import effective_day
from habeas.register.entering import Whom
from habeas.register.finding import find
from habeas.register.known import people
from habeas.web.asking import NotHere
from habeas.web.desks.desk import Bench
from habeas.web.permissions import Deed

_COMMONEST, _OFFERED, _ALIKE = 8, 60, 12
#: Headings by what a predicate says of custody; what stands under none of them is about the person.
_HEADINGS = (
    ("Into custody", frozenset(("enters",))),
    ("In custody", frozenset(("inside", "may_be_inside"))),
    ("Out of custody", frozenset(("leaves", "may_leave"))),
    ("Afterwards", frozenset(("outside", "died"))),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """About whom a fact is entered. `person` None = somebody new. `mentions` are those of the person, the first being the id."""

    name: str
    person: str | None = None
    mentions: tuple[str, ...] = ()

    @property
    def whom(self) -> Whom:
        """As entering takes it."""
        return Whom(self.name, self.mentions)


def person_chosen(bench: Bench, person_id: str, name: str) -> Chosen:
    """Somebody here, under the `name` given ("" = their own). Raises NotHere."""
    seen = bench.seen
    persons = people(seen, effective_day(seen, bench.today, Basis.register()), Basis.register()).persons
    found = persons.of_mention.get(person_id)
    if found is None:
        raise NotHere(f"{person_id}: nobody of that id is known here; search by name")
    person = persons.by_id[found]
    return Chosen(name or person.name, found, (found, *(m for m in person.mentions if m != found)))


def whose(bench: Bench, mention: str) -> Chosen:
    """About whom a fact was that may count no more: somebody here, if need be by what was judged of the mention, or nobody any more."""
    judged = [
        o.content["a"]
        for o in bench.register.knowledge.judgements
        if o.content["b"] == mention and o.content["verdict"] == "same"
    ]
    for known in (mention, *judged):
        try:
            return person_chosen(bench, known, "")
        except NotHere:
            continue
    return Chosen(bench.register.knowledge.mentions[mention].name)


def may_be_said(bench: Bench, predicate: Predicate) -> bool:
    """Whether it is said of one person, and not kept from whoever sits here."""
    single = predicate.about in ("person", "person_or_group")
    return single and (predicate.sensitivity != "staff" or bench.who.may(Deed.READ_STAFF))


def predicates_offered(bench: Bench) -> list[tuple[str, list[Predicate]]]:
    """What may be said of one person, by heading: the commonest here first, then all by kind."""
    register = bench.register
    register.caught_up()
    if "predicates used" not in register.memo:
        register.memo["predicates used"] = Counter(c.predicate for c in register.knowledge.claims)
    used: Mapping[str, int] = register.memo["predicates used"]
    single = [p for p in vocabulary().predicates.values() if may_be_said(bench, p)]
    ordered = sorted(single, key=lambda p: -used.get(p.name, 0))
    # a custody event stands among the commonest before a list's own particulars
    common = [p for p in ordered if p.custody is not None and used.get(p.name)][:_COMMONEST]
    headings = (*(heading for heading, _ in _HEADINGS), "Court", "The person")
    placed: dict[str, list[Predicate]] = {heading: [] for heading in headings}
    for predicate in ordered:
        placed[_heading(predicate)].append(predicate)
    return [(heading, found) for heading, found in (("Most often", common), *placed.items()) if found]


def _heading(predicate: Predicate) -> str:
    for heading, said in _HEADINGS:
        if predicate.custody in said:
            return heading
    return "Court" if {"court", "article"} & predicate.fields.keys() else "The person"


def alike(bench: Bench, name: str) -> dict[str, Any]:
    """People whom a name may mean, so that nobody is entered twice."""
    today = bench.today
    return find(bench.seen, name, AsOf(today, today, Basis.register()), limit=_ALIKE)


def sources_offered(bench: Bench, chosen: str = "") -> list[Source]:
    """The newest recorded first, and before them the one chosen."""
    newest = _sources(bench)
    offered = list(islice(newest, _OFFERED))
    held = bench.register.knowledge.sources.get(chosen)
    if held is None or not _is_open_to(bench, held):
        return offered
    return [held, *(s for s in offered if s.id != chosen)]


def sources_found(bench: Bench, text: str) -> list[Source]:
    """Sources with all words of `text` in name, day or address, the newest recorded first."""
    words = text.casefold().split()
    fitting = (
        s
        for s in _sources(bench)
        if all(word in f"{s.name} {s.published.text} {s.url or ''}".casefold() for word in words)
    )
    return list(islice(fitting, _OFFERED))


def _sources(bench: Bench) -> Iterator[Source]:
    return (s for s in reversed(bench.register.caught_up().sources.values()) if _is_open_to(bench, s))


def _is_open_to(bench: Bench, source: Source) -> bool:
    """Notes are for staff."""
    return source.kind != "note" or bench.who.may(Deed.READ_STAFF)
