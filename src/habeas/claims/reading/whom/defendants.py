"""Who stands before the court where a sentence names nobody: the one on trial, or else in custody, spoken of last."""

from __future__ import annotations

import re

from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.refer import Referents

_JUDGED = frozenset({"conviction", "sentence"})
_TRIED = frozenset({"charge", "new_charge"})
_HELD = frozenset({"arrest", "rearrest", "release", "pardon", "exchange", "death_in_custody"})
_FAR, _NEAR, _CLOSE = 1200, 600, 350
_OFFICE = re.compile(
    r"\b(?:judge|justice|prosecutor|lawyer|attorney|counsel|minister|president|investigator|magistrate|spokes\w+|ombudsman|correspondent|colonel)\b[\w ,]{0,12}$",
    re.IGNORECASE,
)


class Defendants:
    """The people of one text of whom a trial or custody is told."""

    def __init__(self, referents: Referents, told: list[Told]) -> None:
        self._referents = referents
        self._judged = {one.person for one in told if one.person and one.type in _JUDGED and one.reality != "denied"}
        self._tried = {one.person for one in told if one.person and one.type in _TRIED}
        self._held = {one.person for one in told if one.person and one.type in _HELD and not one.of_held}

    def before(self, place: int) -> str | None:
        """The one spoken of last before a place in the text, those with a verdict before those charged and those merely held."""
        for known, reach in ((self._judged, _FAR), (self._tried, _FAR), (self._held, _NEAR)):
            near = self._referents.people.between(max(0, place - reach), place)
            found = [name for _, name in near if name in known]
            if found:
                return found[-1]
        return None

    def nearest(self, place: int) -> str | None:
        """The one spoken of last before a place, whether judged, charged or held."""
        known = self._judged | self._tried | self._held
        near = [name for _, name in self._referents.people.between(max(0, place - _NEAR), place) if name in known]
        return near[-1] if near else None

    def after(self, place: int) -> str | None:
        """The first one with a verdict named soon after a place: "The prosecution had sought 12 years. NAME got nine."."""
        near = self._referents.people.between(place, place + _CLOSE // 2)
        return next((name for _, name in near if name in self._judged), None)

    def likely(self, place: int) -> str | None:
        """As `before`; where nobody near is told to be held, the one named most who is no judge, prosecutor or lawyer."""
        known = self.before(place)
        if known is not None:
            return known
        shadow = self._referents.passage.shadow
        near = self._referents.people.between(max(0, place - _CLOSE), place)
        free = [name for span, name in near if not _OFFICE.search(shadow, max(0, span[0] - 40), span[0])]
        return max(free, key=free.count) if free else None
