"""Common nouns for organisations and for the people who speak for them."""

from __future__ import annotations

#: Nouns that name no organisation by themselves and fit any: "the group" is whichever was told of last.
GENERIC = frozenset(
    {"group", "organisation", "organization", "body", "ngo", "monitor", "watchdog", "project", "nonprofit", "non-profit", "charity"}
)  # fmt: skip
#: Organisations that "the group" never is: of the state, parties, firms.
NO_GROUPS = frozenset(
    {"ministry", "court", "police", "government", "parliament", "office", "prosecutor", "judiciary", "army", "military", "junta", "prison", "embassy", "directorate", "department", "bureau",
     "authority", "tribunal", "senate", "council", "party", "university", "company", "station", "service"}
)  # fmt: skip
BODIES = GENERIC | NO_GROUPS | frozenset(
    {"centre", "center", "association", "committee", "network", "coalition", "alliance", "union", "league", "initiative", "mechanism", "archive", "foundation", "institute", "society",
     "federation", "guild", "observatory", "commission", "collective", "movement", "campaign", "mission", "agency", "broadcaster", "outlet", "newspaper", "magazine", "website", "channel",
     "station", "television", "radio", "fund", "forum", "house", "platform", "register", "registry", "panel", "syndicate", "team", "museum"}
)  # fmt: skip
#: Words that only names of organisations end in or hold.
IN_NAMES = frozenset({"watch", "international", "rights", "media", "press", "nations"})
#: Whoever works for an organisation or speaks for it.
STAFF = frozenset(
    {"director", "head", "chair", "chairman", "chairwoman", "chairperson", "coordinator", "researcher", "spokesman", "spokeswoman", "spokesperson", "member", "founder", "co-founder", "lawyer", "analyst",
     "president", "adviser", "advisor", "representative", "activist", "campaigner", "expert", "secretary", "leader", "editor", "volunteer", "officer", "manager"}
)  # fmt: skip
