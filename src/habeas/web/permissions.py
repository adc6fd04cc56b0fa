"""Who may do what, in one place: anything not written here is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is here. A visitor is whoever has not signed in."""

    VISITOR = "visitor"
    READER = "reader"
    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    OPERATOR = "operator"


class Deed(StrEnum):
    """What can be done here, in rising order of what it can do harm with."""

    READ_PUBLISHED = "read what may leave the house"
    READ_ALL = "read the whole register, except what is for staff only"
    READ_STAFF = "read what is for staff only"
    PROPOSE = "propose claims, which wait for a reviewer"
    REVIEW = "decide what was proposed"
    ENTER = "enter facts, events, notes and lists that count at once"
    JUDGE = "say who is one person, and decide between contradicting claims"
    READ_SEALED = "read who a sealed informant is"
    KEEP_ACCOUNTS = "make accounts, change roles, see the audit page"


_VISITOR = frozenset({Deed.READ_PUBLISHED})
_READER = _VISITOR | {Deed.READ_ALL}
_CONTRIBUTOR = _READER | {Deed.PROPOSE}
_REVIEWER = _CONTRIBUTOR | {Deed.READ_STAFF, Deed.REVIEW}
_EDITOR = _REVIEWER | {Deed.ENTER, Deed.JUDGE, Deed.READ_SEALED}
MAY: dict[Role, frozenset[Deed]] = {
    Role.VISITOR: _VISITOR,
    Role.READER: _READER,
    Role.CONTRIBUTOR: _CONTRIBUTOR,
    Role.REVIEWER: _REVIEWER,
    Role.EDITOR: _EDITOR,
    Role.OPERATOR: _EDITOR | {Deed.KEEP_ACCOUNTS},
}


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever asks for a page. `name` is that under which entries are made, None for a visitor, who makes none."""

    role: Role
    name: str | None

    def may(self, deed: Deed) -> bool:
        """Whether the role allows it; an unknown one allows nothing."""
        return deed in MAY.get(self.role, frozenset())


VISITOR = Who(Role.VISITOR, None)
#: Whoever is at the machine while nobody has an account.
OPERATOR = Who(Role.OPERATOR, "operator")
