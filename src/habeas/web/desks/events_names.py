"""Named each name of a message is said to be: what is offered, what was chosen, and what that makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from habeas.kernel.asof import AsOf
from habeas.names.pasted import NotTaken, PastedName, names_pasted
from habeas.names.pasted_against import spoken_against
from habeas.names.score import SAME
from habeas.register.entering_many import Named
from habeas.register.finding import find
from habeas.register.known import known
from habeas.register.matching_names import Matched, match_names
from habeas.register.opened import Register
from habeas.register.remembered import remembered

#: What may be chosen for a name beside somebody known here.
NEW, OPEN, OUT, OTHER = "new", "open", "out", "other"
#: What is chosen at first; nothing for what a person has to decide.
_AT_FIRST = {"new": NEW, "repeated": OUT}


@dataclass(frozen=True, slots=True)
class Asked:
    """One name with what is offered and chosen; `fault` is what is wrong with the choice, "" where nothing is."""

    number: int
    matched: Matched
    chosen: str
    typed: str = ""
    fault: str = ""
    whom: Named | None = None

    @property
    def field(self) -> str:
        """The name of its form field."""
        return f"who-{self.number}"

    @property
    def other_field(self) -> str:
        """The field for somebody not offered."""
        return f"other-{self.number}"

    @property
    def is_decided(self) -> bool:
        """Whether the page may fold it away."""
        return not self.fault and self.matched.state in ("matched", "new", "repeated")

    @property
    def said(self) -> str:
        """What is chosen at first, in words."""
        if self.matched.state == "matched":
            one = self.matched.candidates[0]
            return f"{one.name}, {one.status}"
        return {"new": "nobody here is called so: somebody new", "repeated": "left out: it stood above already"}.get(
            self.matched.state, "to be decided"
        )


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a message in order, and what was not taken for one."""

    asked: tuple[Asked, ...]
    left: tuple[NotTaken, ...]

    @property
    def faulty(self) -> list[Asked]:
        """Those whose choice is missing or means nothing."""
        return [one for one in self.asked if one.fault]

    @property
    def people(self) -> list[Named]:
        """Those named, without whoever was left out."""
        return [one.whom for one in self.asked if one.whom is not None]

    def counted(self) -> dict[str, int]:
        """How many are matched, new, and to be decided."""
        states = [one.matched.state for one in self.asked]
        decided = {state: states.count(state) for state in ("matched", "new", "repeated")}
        return {**decided, "open": len(states) - sum(decided.values())}


@dataclass(frozen=True, slots=True)
class Meant:
    """Of whom and what the message speaks."""

    text: str
    missed: str
    predicate: str
    asked: AsOf
    staleness: int | None


def names_asked(register: Register, meant: Meant, sent: Mapping[str, str] | None) -> Names:
    """The names with what was chosen; `sent` None = nothing was yet, and what is sure is chosen at first."""
    found, left = _matched(register, meant)
    at_first = [_AT_FIRST.get(one.state, one.chosen or "") for one in found]
    if sent is None:
        return Names(
            tuple(Asked(n, one, first) for n, (one, first) in enumerate(zip(found, at_first, strict=True))), left
        )
    asked = []
    for number, one in enumerate(found):
        chosen, typed = sent.get(f"who-{number}", at_first[number]), sent.get(f"other-{number}", "").strip()
        asked.append(
            _read(register, meant, Asked(number, one, OTHER if typed and chosen in ("", OTHER) else chosen, typed))
        )
    return Names(tuple(asked), left)


def _matched(register: Register, meant: Meant) -> tuple[list[Matched], tuple[NotTaken, ...]]:
    """Kept until something is appended: the same message comes with every step."""
    return remembered(register, "message", meant, lambda: _matched_anew(register, meant), most=4)


def _matched_anew(register: Register, meant: Meant) -> tuple[list[Matched], tuple[NotTaken, ...]]:
    pasted = names_pasted(meant.text)
    lines = len(meant.text.splitlines())
    added = [
        PastedName(line.strip(), lines + n, line.strip())
        for n, line in enumerate(meant.missed.splitlines(), 1)
        if line.strip()
    ]
    names = [*spoken_against(meant.text, pasted.names, meant.predicate), *added]
    return match_names(register, names, meant.asked, meant.predicate, meant.staleness), pasted.left


def _read(register: Register, meant: Meant, one: Asked) -> Asked:
    """What a choice means. A choice that means nothing here is a fault."""
    pasted, person, apart = one.matched.pasted, None, tuple[str, ...]()
    if one.chosen == OUT:
        return one
    if one.chosen == NEW:
        apart = tuple(c.person for c in one.matched.candidates if c.score >= SAME)
    elif one.chosen == OTHER:
        person = _person_typed(register, meant, one.typed)
        if person is None:
            return _with(one, "Nobody here has this id, and no one person this name; look for the person first.")
    elif one.chosen != OPEN:
        person = known(register, meant.asked.known_by, meant.asked.basis).persons.of_mention.get(one.chosen)
        if person is None:
            return _with(
                one, "Choose who this is." if not one.chosen else "Nobody of this id is here any more; choose again."
            )
    return Asked(
        one.number, one.matched, one.chosen, one.typed, "", Named(pasted.name, pasted.line, pasted.raw, person, apart)
    )


def _with(one: Asked, fault: str) -> Asked:
    return Asked(one.number, one.matched, one.chosen, one.typed, fault)


def _person_typed(register: Register, meant: Meant, typed: str) -> str | None:
    """A person by id, address or name; None where nobody, or more than one, is meant."""
    now = known(register, meant.asked.known_by, meant.asked.basis)
    wanted = typed.rstrip("/").rpartition("/")[2]
    if wanted in now.persons.of_mention:
        return now.persons.of_mention[wanted]
    hits: Sequence[Mapping[str, object]] = find(register, typed, meant.asked, limit=5)["hits"] if typed else ()
    same = [hit for hit in hits if float(str(hit["score"])) >= SAME]
    return str(same[0]["id"]) if len(same) == 1 else None
