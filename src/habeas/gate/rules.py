"""What may leave the house: rules over one claim's circumstances, default withhold.

Pure rules; applying them to an edition is for the publishing stage. Every refusal says why, so that a preview can show it to staff.
Order matters only for the reason given: the most serious one is told.

    staff-only predicate (address, lawyer, due release)        never
    asked for by the person or family                           withheld
    source sealed, or told for staff only                       withheld
    source told for counting only                               counted, never shown
    about somebody under age                                    withheld unless those responsible consented
    health                                                      withheld unless the person or family consented
    death                                                       withheld until two independent sources tell it
    not enough reviewers yet                                    withheld
    guarded predicate without consent or a public source        withheld
    public predicate from a public source                       may leave
    anything else                                               withheld
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: Independent sources that a death needs before it may leave.
SOURCES_FOR_A_DEATH = 2


class Leaves(StrEnum):
    """How far a claim may go."""

    SHOWN = "shown"
    COUNTED = "counted"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that the gate looks at. `independent_sources` counts sources none of which repeats another.

    `consent` is of the person or, for the dead and the under-aged, of those responsible: None = not known, which is not yes.
    """

    sensitivity: str
    source_public: bool
    consent_of_source: str = "public"
    consent: bool | None = None
    withhold_asked: bool = False
    minor: bool = False
    about_health: bool = False
    about_death: bool = False
    independent_sources: int = 1
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """How far, and why not further."""

    leaves: Leaves
    because: str


def decide(claim: Circumstances) -> Decision:
    """Apply the rules to one claim. An unknown word in `sensitivity` or `consent_of_source` is withheld."""
    never = _never(claim)
    if never:
        return Decision(Leaves.WITHHELD, never)
    if claim.consent_of_source == "count_only":
        return Decision(Leaves.COUNTED, "told for counting only")
    doubt = _not_yet(claim)
    if doubt:
        return Decision(Leaves.WITHHELD, doubt)
    if claim.sensitivity == "guarded" and (claim.consent or claim.source_public):
        return Decision(Leaves.SHOWN, "guarded, with consent or already public")
    if claim.sensitivity == "public" and claim.source_public:
        return Decision(Leaves.SHOWN, "from a public source")
    return Decision(Leaves.WITHHELD, "no rule lets it out")


def _never(claim: Circumstances) -> str | None:
    if claim.sensitivity not in ("public", "guarded"):
        return "for staff only"
    if claim.withhold_asked:
        return "the person or family asked to withhold it"
    if claim.consent_of_source not in ("public", "count_only"):
        return "the source is sealed or told for staff only"
    return None


def _not_yet(claim: Circumstances) -> str | None:
    if claim.minor and not claim.consent:
        return "about somebody under age, without consent of those responsible"
    if claim.about_health and not claim.consent:
        return "about health, without consent"
    if claim.about_death and claim.independent_sources < SOURCES_FOR_A_DEATH:
        return f"a death told by {claim.independent_sources} independent source, {SOURCES_FOR_A_DEATH} are needed"
    if claim.provisional:
        return "not enough people have accepted it yet"
    return None
