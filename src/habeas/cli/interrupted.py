"""What is said when a command is interrupted: that nothing was written, or what stays, and how to do what was left undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from habeas.kernel.lasting import Lasting, noting, undisturbed

if TYPE_CHECKING:
    from habeas.register.opened import Register


@dataclass(slots=True)
class Call:
    """One call of a command: the register it works on (None = none opened yet), whether it answers in JSON, and whether it has answered."""

    lasting: list[Lasting] = field(default_factory=list)
    register: Register | None = None
    as_json: bool = False
    answered: bool = False


_call: ContextVar[Call | None] = ContextVar("call", default=None)


@contextmanager
def calling() -> Iterator[Call]:
    """A call that tells of its own work alone."""
    with noting() as lasting:
        before = _call.set(made := Call(lasting))
        try:
            yield made
        finally:
            _call.reset(before)


def this_call() -> Call:
    """The call at work; a new one outside any."""
    return _call.get() or Call()


def say_interrupted(call: Call) -> int:
    """Say it, and the exit code: 130 where nothing was written, 1 where what was done stays."""
    with undisturbed():
        if not call.lasting:
            click.echo("habeas: interrupted; nothing was written", err=True)
            return 130
        kept, undone = _kept(call.lasting), _undone(call)
        click.echo(" ".join([f"habeas: interrupted, but what was done stays: {', '.join(kept)}.", *undone]), err=True)
        if call.as_json and not call.answered:
            _print({"interrupted": True, "done": kept, "left_undone": undone})
        return 1


def _print(answer: dict[str, Any]) -> None:
    from habeas.cli.printing import print_json

    print_json(answer)


def _kept(lasting: list[Lasting]) -> list[str]:
    entered: dict[str, int] = {}
    for one in lasting:
        if one.entries is not None:
            entered[one.place] = entered.get(one.place, 0) + one.entries
    written = dict.fromkeys(one.place for one in lasting if one.entries is None)
    counted = [f"{n:,} {'entry' if n == 1 else 'entries'} entered in {place}" for place, n in entered.items()]
    return [*counted, *(f"{place} written" for place in written)]


def _undone(call: Call) -> list[str]:
    register = call.register
    if register is None or not register.people_due:
        return []
    return [
        f"People who came in may not be linked yet; run: habeas review {register.path} --people --by-policy.",
        "For what the command had not reached, and for its answer, run the same command again: nothing enters twice.",
    ]
