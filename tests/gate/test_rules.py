"""Nothing leaves unless a rule lets it out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.gate.rules import Circumstances, Leaves, decide
from habeas.gate.small_cells import THRESHOLD, without_small_cells

PUBLIC = Circumstances(sensitivity="public", source_public=True)


def test_a_public_claim_from_a_public_source_may_leave() -> None:
    assert decide(PUBLIC).leaves is Leaves.SHOWN


@pytest.mark.parametrize(
    "change",
    [
        {"sensitivity": "staff"},
        {"sensitivity": "a word nobody defined"},
        {"withhold_asked": True},
        {"consent_of_source": "staff_only"},
        {"consent_of_source": "a word nobody defined"},
        {"minor": True},
        {"about_health": True},
        {"about_death": True},
        {"provisional": True},
        {"source_public": False},
    ],
)
def test_each_circumstance_withholds_by_itself(change: dict[str, object]) -> None:
    decision = decide(replace(PUBLIC, **change))  # type: ignore[arg-type]
    assert decision.leaves is Leaves.WITHHELD
    assert decision.because


def test_a_death_may_leave_with_two_independent_sources() -> None:
    told = replace(PUBLIC, sensitivity="guarded", about_death=True, independent_sources=2)
    assert decide(told).leaves is Leaves.SHOWN


def test_what_was_told_for_counting_is_counted_and_not_shown() -> None:
    assert decide(replace(PUBLIC, consent_of_source="count_only")).leaves is Leaves.COUNTED


def test_consent_does_not_open_what_is_for_staff_only() -> None:
    assert decide(replace(PUBLIC, sensitivity="staff", consent=True)).leaves is Leaves.WITHHELD


def test_unknown_consent_is_not_consent() -> None:
    assert decide(replace(PUBLIC, minor=True, consent=None)).leaves is Leaves.WITHHELD
    assert decide(replace(PUBLIC, minor=True, consent=True)).leaves is Leaves.SHOWN


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8))
def test_no_small_cell_is_shown_and_none_follows_from_the_total(cells: dict[str, int]) -> None:
    published = without_small_cells(cells)
    assert all(count is None or count == 0 or count >= THRESHOLD for count in published.values())
    hidden = [cells[key] for key, count in published.items() if count is None]
    everything_hidden = all(count in (None, 0) for count in published.values())
    assert len(hidden) != 1 or everything_hidden
    assert not hidden or sum(hidden) >= THRESHOLD or everything_hidden
