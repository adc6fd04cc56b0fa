"""What is noted as lasting has happened, and an interrupt comes before it or after it, never between."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest

from habeas.kernel.lasting import Lasting, becoming, noting, undisturbed

FILE = Lasting("a.txt")


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """A shell that starts the tests in the background has them ignore interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_within_waits_until_the_step_is_done_and_noted() -> None:
    steps: list[str] = []
    with noting() as noted:
        with pytest.raises(KeyboardInterrupt), becoming(FILE):
            signal.raise_signal(signal.SIGINT)
            steps.append("done")
        assert (steps, noted) == (["done"], [FILE])


def test_a_step_that_fails_is_not_noted_and_its_fault_is_what_is_told() -> None:
    with noting() as noted:
        with pytest.raises(OSError, match="disk full"), becoming(FILE):
            signal.raise_signal(signal.SIGINT)
            raise OSError("disk full")
        assert noted == []


def test_afterwards_an_interrupt_is_heard_as_before() -> None:
    with undisturbed():
        pass
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_a_step_that_changes_nothing_is_not_noted() -> None:
    with noting() as noted, becoming(None):
        pass
    assert noted == []


def test_what_is_noted_within_another_noting_is_not_told_of_outside_it() -> None:
    with noting() as outer:
        with noting() as inner, becoming(FILE):
            pass
        assert (outer, inner) == ([], [FILE])


def test_another_thread_than_the_main_one_does_its_step_too() -> None:
    done: list[str] = []

    def step() -> None:
        with noting() as noted, becoming(FILE):
            pass
        done.extend(one.place for one in noted)

    thread = threading.Thread(target=step)
    thread.start()
    thread.join()
    assert done == ["a.txt"]
