"""All kinds of needs together, each found once and kept until something is appended."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.register.due.claims_due import consents, provisional, single_source_deaths
from habeas.register.due.custody_due import due_out, no_contact, term_ended
from habeas.register.due.needs import KINDS, Finder, Looked, Need
from habeas.register.due.waiting_due import collisions, drafts, lists_awaited
from habeas.register.opened import Register
from habeas.register.remembered import remembered

_FINDERS: Mapping[str, Finder] = {
    "due_out": due_out, "term_ended": term_ended, "single_source_death": single_source_deaths, "collision": collisions,
    "provisional": provisional, "draft": drafts, "consent": consents, "list_awaited": lists_awaited, "no_contact": no_contact,
}  # fmt: skip
#: Kinds that change without anything being appended to the ledger.
_BESIDE_THE_LEDGER = ("draft",)


def needs(register: Register, looked: Looked) -> dict[str, list[Need]]:
    """By kind, in the order of KINDS; kinds of which there is nothing are empty."""
    return {kind: needs_of(register, kind, looked) for kind in KINDS}


def needs_of(register: Register, kind: str, looked: Looked) -> list[Need]:
    """Those of one kind."""
    if kind in _BESIDE_THE_LEDGER:
        return _FINDERS[kind](register, looked)
    question = (kind, looked.asked, str(looked.of), looked.days if kind == "no_contact" else 0)
    return remembered(register, "needs", question, lambda: _FINDERS[kind](register, looked), most=40)
