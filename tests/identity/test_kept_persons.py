"""Everybody kept from call to call is everybody made from nothing, whatever came, went or changed between."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.identity.test_persons import SAME, judged, mention

from habeas.claims.claim import Claim, Mention
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.kept_persons import KeptPersons
from habeas.identity.like_names import LikeNames
from habeas.identity.particulars import KeptTold, Told, told_of
from habeas.identity.persons import persons_of
from habeas.kernel.days import Day

NAMES = ("Ivan Nibyta", "Piotr Prydumany", "IVAN  NIBYTA", "Ivan Nibytaŭ", "Hanna Vydumka", "?")
DAYS = ("1970-01-01", "1970-01-02", "1970")

mentions = st.dictionaries(
    st.integers(0, 7), st.tuples(st.sampled_from(NAMES), st.sampled_from(("s1", "s2", "s3"))), max_size=8
).map(lambda told: [mention(n, name, source) for n, (name, source) in told.items()])
judgements = st.dictionaries(
    st.integers(0, 9),
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(Verdict), st.booleans()),
    max_size=9,
).map(
    lambda told: [
        judged(n, a, b, verdict, automatic=by_policy and verdict is SAME)
        for n, (a, b, verdict, by_policy) in told.items()
        if a != b
    ]
)
births = st.dictionaries(st.integers(0, 8), st.sampled_from(DAYS), max_size=4).map(
    lambda told: {"births": {f"m{n}": [Day.parse(day)] for n, day in told.items()}} if told else {}
)
stood = st.dictionaries(st.integers(0, 8), st.integers(1, 3), max_size=3).map(
    lambda told: {f"m{n}": versions for n, versions in told.items()}
)
Asked = tuple[list[Mention], list[Judgement], Told, dict[str, int]]
asked: st.SearchStrategy[Asked] = st.tuples(mentions, judgements, births, stood)


@given(st.lists(asked, min_size=2, max_size=5))
def test_they_are_those_made_from_nothing(each: list[Asked]) -> None:
    kept, names = KeptPersons(), LikeNames()
    for named, decided, told, versions in each:
        found = kept.of(named, decided, told, names, versions)
        anew = persons_of(named, decided, told, LikeNames(), versions)
        assert found == anew
        assert list(found.by_id) == list(anew.by_id)
        assert all(found.told(one) == anew.told(one) for one in anew.by_id)


def test_whoever_has_not_changed_is_the_same_object() -> None:
    kept, names = KeptPersons(), LikeNames()
    two = [mention(1, "Ivan Nibyta"), mention(2, "Hanna Vydumka")]
    first = kept.of(two, [], {}, names, {})
    then = kept.of([*two, mention(3, "Piotr Prydumany")], [judged(1, 2, 3, SAME)], {}, names, {})
    assert then.by_id["m1"] is first.by_id["m1"] and then.by_id["m2"].mentions == ("m2", "m3")
    assert first.by_id["m2"].mentions == ("m2",)


def test_particulars_that_follow_are_added_and_what_was_told_before_stays_as_it_was() -> None:
    kept = KeptTold()
    name = Claim("c1", "m1", "name", {"text": "Ivan Nibyta"}, "s", Day.parse(""))
    other = replace(name, id="c2", value={"text": "Piotr Prydumany"})
    first = kept.of([name])
    assert kept.of([name, other]) == told_of([name, other]) != first == told_of([name])
    assert kept.of([other]) == told_of([other])
