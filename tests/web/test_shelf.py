"""The register on the shelf: what is said of it to whoever keeps its answers ready."""

from __future__ import annotations

from habeas.identity.judgements import Verdict
from habeas.register.deciding import judge
from habeas.register.opened import Register
from habeas.web.permissions import VISITOR
from habeas.web.shelf import Shelf


def test_it_has_grown_when_a_desk_has_entered_something_and_only_then(register: Register) -> None:
    shelf = Shelf(register, everybody_sees_all=False)
    with shelf.worked_on(), shelf.asked(VISITOR):
        pass
    assert not shelf.grown.is_set()
    with shelf.worked_on() as held:
        one, other = list(held.knowledge.mentions)[:2]
        judge(held, one, other, Verdict.UNSURE, None)
    assert shelf.grown.is_set()
