"""The register as it would be, were these entries in it: to say what something would change before it is done. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import fields, replace

from habeas.claims.drafts import Draft
from habeas.claims.entries import new_entry, open_body
from habeas.claims.knowledge import Knowledge
from habeas.claims.ledger import Body, NewEntry
from habeas.register.opened import Register

#: What is no claim, mention or judgement is bytes, and says nothing here.
_SAID_NOTHING = ("bytes", "draft", "definition", "expunged")


def supposing(register: Register, entries: Iterable[NewEntry]) -> Register:
    """A register that answers with `entries` besides its own. It must be asked only; its store is the real one."""
    own = register.caught_up()
    held = Knowledge(**{one.name: copy(getattr(own, one.name)) for one in fields(Knowledge)})
    held.reviews = {draft: list(reviews) for draft, reviews in own.reviews.items()}
    known = {*own.mentions, *(c.id for c in own.claims), *own.sources, *(o.id for o in own.judgements)}
    for entry in entries:
        if entry.kind not in _SAID_NOTHING and entry.id not in known:
            known.add(entry.id)
            held.add(open_body(Body(0, entry.id, entry.kind, b"", entry.data)))
    return replace(register, knowledge=held, memo={}, keeps_cache=False)


def as_accepted(register: Register, drafts: Iterable[Draft]) -> list[NewEntry]:
    """The mentions and claims that drafts would become, accepted as they stand."""
    key, stamp = register.store.key, register.stamp()
    found = []
    for draft in drafts:
        found += [new_entry(key, "mention", mention, stamp) for mention in draft.mentions.values()]
        found.append(new_entry(key, "claim", dict(draft.claim), stamp))
    return found
