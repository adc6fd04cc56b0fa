"""One version of a list as its file alone would be read, whatever versions the register holds beside it.

An id may have gone by other names before, and rows that once looked like one person may now be told apart: neither is in this file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from habeas.claims.claim import Claim, Mention
from habeas.claims.entries import Opened
from habeas.claims.lists.asserted import Asserted, Person
from habeas.claims.lists.collisions import collisions_in, doubt_in


def named_as_listed(mentions: Iterable[Mention], claims: Iterable[Claim]) -> tuple[Mention, ...]:
    """The mentions, each under a name that these claims give its id; the name it is known by where they give none."""
    mentions = tuple(mentions)
    by_key = {m.id: (m.source, m.key) for m in mentions if m.key is not None}
    names: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for claim in claims:
        if claim.predicate == "name" and claim.told_in is not None and claim.subject in by_key:
            names[by_key[claim.subject]].append(str(claim.value.get("text", "")))
    return tuple(_renamed(m, names.get((m.source, m.key), ())) for m in mentions)


def _renamed(mention: Mention, names: Sequence[str]) -> Mention:
    return mention if not names or mention.name in names else replace(mention, name=names[0])


def without_former_doubts(
    judgements: Iterable[Opened], mentions: Mapping[str, Mention], claims: Iterable[Claim], list_name: str
) -> tuple[Opened, ...]:
    """The judgements without the doubts that the list itself raised of rows which, by these claims, share nothing any more."""
    judgements = tuple(judgements)
    begins = doubt_in(list_name)
    doubts = [
        j for j in judgements if j.content["verdict"] == "unsure" and str(j.content.get("why")).startswith(begins)
    ]
    if not doubts:
        return judgements
    keys = {
        id: mention.key
        for j in doubts
        for id in (j.content["a"], j.content["b"])
        if (mention := mentions.get(id)) is not None and mention.key is not None
    }
    doubted = _colliding(mentions, claims, set(keys.values()))
    former = {
        j.id
        for j in doubts
        if not any({keys.get(j.content["a"]), keys.get(j.content["b"])} <= group for group in doubted)
    }
    return tuple(j for j in judgements if j.id not in former)


def _colliding(mentions: Mapping[str, Mention], claims: Iterable[Claim], keys: Collection[str]) -> list[set[str]]:
    """Groups of ids among these that share a page, or a name and a birth date."""
    told: dict[str, list[Asserted]] = defaultdict(list)
    for claim in claims:
        mention = None if claim.told_in is None else mentions.get(claim.subject or "")
        if mention is not None and mention.key is not None and mention.key in keys:
            told[mention.key].append(Asserted(claim.predicate, claim.value, claim.when.text))
    persons = [Person(0, key, "", tuple(asserted)) for key, asserted in told.items()]
    return [{person.id for person in collision.persons} for collision in collisions_in(persons)]
