"""Random registers of a few people, some of one name, for properties that must hold whatever was claimed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from habeas.claims.claim import Claim, Mention, Source
from habeas.figures.evidence import Evidence, claims_by_person, evidence_of
from habeas.figures.look_alikes import LookAlikes, look_alikes_of
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.persons import persons_of
from habeas.kernel.days import Day

FIRST = date(2021, 1, 1)
RECORDED = datetime(2023, 1, 1, tzinfo=UTC)
ANY_DAY = ("described-as-political-prisoner", "recognised-by:Lantern", "guidelines-2013", "pace-1900")
SOURCES = {
    s.id: s
    for s in (
        Source("s0", "Lantern", Day.on(date(2022, 6, 1))),
        Source("s1", "The Veldan Courier", Day.parse("2021-04")),
        Source("s2", "a letter", Day.unknown()),
    )
}
NAMES = ("Alena Vymyslova", "Ivan Nibyta", "Ivan Nibyta", "Ivan Nibyta")
WORDS: dict[str, list[dict[str, object]]] = {
    "arrest": [{}, {"place_kind": "pre_trial"}, {"place_kind": "house_arrest"}],
    "rearrest": [{}],
    "administrative_arrest": [{"term_days": 10}],
    "in_custody": [{}, {"place_kind": "prison"}],
    "release": [{}],
    "pardon": [{}],
    "death_in_custody": [{}],
    "described_as_political_prisoner": [{"as": "called"}, {"as": "example"}, {"former": True}],
    "recognised": [{"body": "Lantern"}, {"body": "Lantern", "ex_post_facto": True}],
    "recognition_withdrawn": [{"body": "Lantern"}],
    "occupation": [{"value": "journalist"}, {"value": "teacher"}],
    "assessment": [
        {"standard": standard, "criterion": criterion, "answer": answer, "body": "Lantern"}
        for standard, criterion in (
            ("pace-1900", "a"),
            ("pace-1900", "terrorist-crime"),
            ("guidelines-2013", "solely-beliefs"),
            ("guidelines-2013", "violence-or-calls-to-hatred"),
        )
        for answer in ("yes", "no", "unknown")
    ],
}


@dataclass(frozen=True)
class Small:
    """A register of four mentions in three sources, three of one name."""

    everyone: dict[str, Evidence]
    look_alikes: list[LookAlikes]


@st.composite
def days(draw: st.DrawFn) -> Day:
    first = FIRST + timedelta(days=draw(st.integers(0, 150)))
    last = first + timedelta(days=draw(st.sampled_from((0, 0, 3, 40))))
    return draw(st.sampled_from((Day.between(first, last), Day.between(first, last), Day.by(last), Day.after(first))))


@st.composite
def small_registers(draw: st.DrawFn) -> Small:
    mentions = [Mention(f"m{n}", f"s{n % 3}", name, None, RECORDED) for n, name in enumerate(NAMES)]
    claims = []
    for n in range(draw(st.integers(0, 12))):
        mention = draw(st.sampled_from(mentions))
        predicate = draw(st.sampled_from(sorted(WORDS)))
        value = draw(st.sampled_from(WORDS[predicate]))
        weak = draw(st.integers(0, 4)) == 0
        claims.append(
            Claim(
                f"c{n:02}", mention.id, predicate, value, mention.source, draw(days()), weak=weak, recorded_at=RECORDED
            )
        )
    pairs = draw(st.lists(st.sampled_from(((1, 2), (1, 3), (2, 3), (0, 1))), max_size=2, unique=True))
    verdicts = [Judgement(f"j{a}{b}", f"m{a}", f"m{b}", draw(st.sampled_from(Verdict)), RECORDED) for a, b in pairs]
    persons = persons_of(mentions, verdicts)
    found = claims_by_person(persons, claims)
    everyone = {p.id: evidence_of(p, found.get(p.id, ()), SOURCES, frozenset()) for p in persons.by_id.values()}
    return Small(everyone, look_alikes_of(everyone, persons, SOURCES))
