"""What follows whenever a desk enters something: people who came in are linked as far as the policy says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from habeas.register.intake import before_intake, take_up
from habeas.register.opened import Register


@contextmanager
def people_taken_up(register: Register) -> Iterator[None]:
    """Whatever is entered inside. Without a policy on automatic links nobody is compared with anybody, which would take a while."""
    before = before_intake(register)
    try:
        yield
    finally:
        if register.knowledge.policy().automatic_links:
            take_up(register, before)
        register.people_due = False
