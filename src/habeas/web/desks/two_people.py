"""Two people side by side: what is told of each, aspect by aspect, and what an answer about them would change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.vocabulary import vocabulary
from habeas.figures.definitions import Definition, definition, definition_files
from habeas.figures.evidence import Evidence
from habeas.identity.features import Feature, features
from habeas.identity.judgements import Judgement, Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.errors import RefusedByRule
from habeas.register.answering import count_on
from habeas.register.cases import PROSECUTION
from habeas.register.judged import judged_now
from habeas.register.known import Known, judgements_of, known
from habeas.register.listings import listings
from habeas.register.opened import Register
from habeas.register.pair_effects import ANSWERS, Effect, effects, refusal_of
from habeas.register.remembered import remembered
from habeas.web.asking import NotHere
from habeas.web.pages.choices import basis_choices
from habeas.web.pages.claim_words import facts, is_readable, told
from habeas.web.pages.person_names import written

#: Facts shown of one aspect; the person's own page has the others.
SHOWN = 12
_ACTS = ("recognised", "recognition_withdrawn")
_PARTICULARS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("Born", ("birth_date", "age")),
    ("Father's name", ("patronymic",)),
    ("Sex", ("sex",)),
    ("Occupation", ("occupation",)),
    ("Nationality", ("nationality",)),
    ("Cases, courts and articles", PROSECUTION),
)
_PLACED = tuple(predicate for _, predicates in _PARTICULARS for predicate in predicates)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two mentions a question is about, with the persons they stand for now; one person where both stand for the same."""

    a: str
    b: str
    one: str
    other: str

    @property
    def is_one(self) -> bool:
        """Whether they are held to be one person."""
        return self.one == self.other


def pair_named(now: Known, a: str, b: str) -> Pair:
    """Raises NotHere for an id that stands for nobody."""
    for mention in (a, b):
        if mention not in now.persons.of_mention:
            raise NotHere(f"{mention}: nobody of that id is known here; take both ids from the people's pages")
    if a == b:
        raise NotHere(f"{a} is named twice; name two people to compare")
    return Pair(a, b, now.persons.of_mention[a], now.persons.of_mention[b])


def judged(register: Register, pair: Pair) -> Judgement | None:
    """The judgement in force on just these two; None = nobody judged them, or only the policy did."""
    return judged_now(register).of_pair.get((min(pair.a, pair.b), max(pair.a, pair.b)))


def side_by_side(register: Register, asked: AsOf, pair: Pair) -> dict[str, Any]:
    """What is told of both and how it compares."""
    now = known(register, asked.known_by, asked.basis)
    compared = () if pair.is_one else features(now.persons.told(pair.one), now.persons.told(pair.other))
    both = [now.everyone[person] for person in dict.fromkeys((pair.one, pair.other))]
    return {
        "pair": pair, "people": [{"id": e.person.id, "name": e.person.name} for e in both],
        "aspects": list(_aspects(register, now, asked, both)), "features": compared, "summary": summary(compared),
        "judged": judged(register, pair), "apart": (min(pair.one, pair.other), max(pair.one, pair.other)) in now.persons.apart,
    }  # fmt: skip


def summary(compared: Iterable[Feature]) -> str:
    """What agrees, then what contradicts, in the words of the comparison: the reason with which a judgement begins."""
    told = list(compared)
    said = [f.sentence.rstrip(".") for verdict in ("agrees", "contradicts") for f in told if f.verdict == verdict]
    return "; ".join(dict.fromkeys(said))


def _aspects(
    register: Register, now: Known, asked: AsOf, both: Sequence[Evidence]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each aspect of which anything is told of either, with what is told of each."""
    yield "Names", [{"names": written(register, now, evidence.person)} for evidence in both]
    for title, made in (*_of_claims(now), ("Lists", _lists(register, asked))):
        cells = [made(evidence) for evidence in both]
        if any(cells):
            yield title, [{"facts": found[:SHOWN], "more": max(0, len(found) - SHOWN)} for found in cells]


_Made = Callable[[Evidence], list[Any]]


def _is_among(predicates: Collection[str], claim: Claim) -> bool:
    return claim.predicate in predicates


def _of_claims(now: Known) -> Iterator[tuple[str, _Made]]:
    def found(wanted: Callable[[Claim], bool]) -> _Made:
        return lambda e: facts(told(now, c) for c in e.claims if is_readable(c.predicate) and wanted(c))

    for title, predicates in _PARTICULARS:
        yield title, found(partial(_is_among, predicates))
    yield (
        "Custody",
        found(lambda c: c.predicate not in _PLACED and vocabulary().predicate(c.predicate).custody is not None),
    )
    yield (
        "Other",
        found(
            lambda c: (
                c.predicate not in (*_PLACED, "name", "reference")
                and vocabulary().predicate(c.predicate).custody is None
            )
        ),
    )


def _lists(register: Register, asked: AsOf) -> _Made:
    def made(evidence: Evidence) -> list[Any]:
        found = listings(register, asked.known_by, asked.basis, evidence.person.mentions)
        return [{"label": f"{one['list']}, id {', '.join(one['ids'])}", "since": one["first_listed"], "gone": one["gone_by"]} for one in found]  # fmt: skip

    return made


def numbers_of(register: Register, asked: AsOf, pair: Pair) -> list[tuple[Definition, date]]:
    """The published numbers that the two may stand in: every definition, those about a body where the body acted for one of them."""
    now = known(register, asked.known_by, asked.basis)
    claims = [claim for person in (pair.one, pair.other) for claim in now.everyone[person].claims]
    bodies = sorted({str(c.value["body"]) for c in claims if c.predicate in _ACTS and c.value.get("body")})
    found = [definition()]
    for content in definition_files():
        names = [str(content["id"])]
        if "parameter" in content:
            names = [f"{content['id']}:{body}" for body in bodies]
        found += [definition(name) for name in names if definition(name) != found[0]]
    return [(of, day) for of in found if (day := _day_of(of, asked.day)) is not None]


def _day_of(of: Definition, day: date) -> date | None:
    """The latest day, no later than `day`, that the definition speaks of."""
    if of.snapshot is None:
        return day
    years = (year for year in (day.year, day.year - 1) if year >= date.min.year)
    return next((found for year in years if (found := date(year, *of.snapshot)) <= day), None)


def what_it_does(register: Register, asked: AsOf, pair: Pair, *, every_basis: bool) -> dict[str, Any]:
    """The default count as it is, and what each answer changes in it and in every other number."""
    numbers = numbers_of(register, asked, pair)
    found = effects(register, pair.a, pair.b, asked.known_by, asked.basis, numbers)
    if every_basis:
        for text, _ in basis_choices(register, asked)[1:]:
            found += effects(register, pair.a, pair.b, asked.known_by, Basis.parse(text), numbers[:1])
    refusals = [refusal_of(register, pair.a, pair.b, verdict) for verdict in ANSWERS]
    return {
        "count": count_on(register, asked, numbers[0][0]), "effects": [_in_words(effect) for effect in found],
        "collisions": [
            {"verdict": verdict, **collision(register, refused)}
            for verdict, refused in zip(ANSWERS, refusals, strict=True)
            if refused is not None
        ],
    }  # fmt: skip


def _in_words(effect: Effect) -> dict[str, Any]:
    return {
        "title": effect.of.title + (f": {effect.of.parameter}" if effect.of.parameter else ""), "day": effect.day,
        "basis": "" if effect.basis == Basis.register() else str(effect.basis), "moved": effect.is_moved,
        "answers": [_change(effect.if_same), _change(effect.if_different)],
    }  # fmt: skip


def _change(change: tuple[int, int] | None) -> str:
    if change is None:
        return "ruled out by other judgements"
    said = [f"{what} {_signed(number)}" for what, number in zip(("certain", "possible"), change, strict=True) if number]
    return ", ".join(said) or "no change"


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else f"−{-number}"


def collision(register: Register, refused: RefusedByRule) -> dict[str, Any]:
    """A refused judgement with the judgements in its way, each with whom it is about."""
    ids = refused.answer.get("collides_with")
    wanted = set(ids) if isinstance(ids, list) else set()
    mentions = register.caught_up().mentions
    in_the_way = judgements_of(o for o in register.knowledge.judgements if o.id in wanted)
    return {
        "why": str(refused.answer["refused"]),
        "with": [{"judgement": j, "names": [mentions[j.a].name, mentions[j.b].name]} for j in in_the_way],
    }  # fmt: skip


def judgements_lately(register: Register, most: int) -> list[Mapping[str, Any]]:
    """The latest judgements of persons, the newest first, with whom each is about. What a source itself says is one has no moment of its own."""
    knowledge = register.caught_up()

    def made() -> list[Mapping[str, Any]]:
        decided = (o for o in reversed(knowledge.judgements) if "at" in o.content and not o.content.get("automatic"))
        names = knowledge.mentions
        return [
            {"judgement": j, "names": [names[j.a].name, names[j.b].name]} for j in judgements_of(islice(decided, most))
        ]

    return remembered(register, "judged lately", most, made)


#: What each answer says on its button.
ASKED = ((Verdict.SAME, "Same", "s"), (Verdict.DIFFERENT, "Different", "d"), (Verdict.UNSURE, "Unsure", "u"))
