"""Which role a description gives: its noun, or for a "director" or "spokesman" what they head or speak for."""

from __future__ import annotations

import re

from habeas.claims.reading.callings import Calling
from habeas.claims.reading.occupations import occupations

_ORDER = ("relative", "diplomat", "official", "politician", "journalist", "activist", "other")
_FOREIGN = re.compile(r"foreign (?:ministry|office|affairs)|state department|diplomatic")
_GENERIC = re.compile(r"\b(?:committee|commission|council|mission|institution|body|agency|office)\b")
_ALONE = {
    "president": "official", "chief": "official", "official": "official", "officer": "official", "secretary": "official", "aide": "official", "commissioner": "official", "spokesman": "official",
    "spokeswoman": "official", "spokesperson": "official", "speaker": "politician", "leader": "activist", "director": "activist", "executive director": "activist", "head": "official",
    "coordinator": "activist", "founder": "activist", "co-founder": "activist", "administrator": "official", "deputy head": "official", "deputy director": "activist",
    "chair": "activist", "chairman": "activist", "chairwoman": "activist", "chairperson": "activist", "chief of staff": "official", "deputy chair": "activist",
}  # fmt: skip
_NOT_THEMSELVES = frozenset({"lawyer", "attorney", "employee", "worker", "colleague"})
_SCHOLARS = frozenset(
    {
        "researcher",
        "analyst",
        "expert",
        "senior fellow",
        "fellow",
        "consultant",
        "monitor",
        "observer",
        "manager",
        "staffer",
    }
)
_LEARNED = re.compile(
    r"universit|college|academy|institute|think[- ]tank|school|studies|company|bank|centre for|center for"
)


def role_called(callings: list[Calling]) -> tuple[str, str] | None:
    """The role those descriptions give, first in the guideline's order; a byline only where nothing else is said."""
    found = [(role, calling) for calling in callings for role in (_role_of(calling),) if role is not None]
    plainly = [pair for pair in found if pair[1].rule not in ("role.byline", "role.of proper")] or found
    if any(calling.rule in ("role.contact", "role.signature") for _, calling in plainly):
        plainly = [(("activist" if role == "official" else role), calling) for role, calling in plainly]
    for role in _ORDER:
        match = next((calling for one, calling in plainly if one == role), None)
        if match is not None:
            return role, f"{match.rule}: {match.noun or 'body'}"
    return None


def _role_of(calling: Calling) -> str | None:
    known = occupations()
    noun = calling.noun
    if noun is None:
        body = known.body(calling.words)
        if body in ("activist", "journalist", "politician"):
            return body
        return None
    if noun in known.heads:
        return _of_head(noun, calling)
    role = known.nouns[noun]
    if (
        role == "official"
        and noun.endswith(("minister", "spokesman", "spokeswoman", "spokesperson"))
        and _FOREIGN.search(calling.before[-200:] if noun in ("minister", "deputy minister") else calling.words)
    ):
        return "diplomat"
    return role


def _of_head(noun: str, calling: Calling) -> str | None:
    """What "director", "spokesman" or "member" means is decided by what they head, speak for or belong to."""
    known = occupations()
    head, _, rest = re.sub(r"\s+", " ", calling.words).partition(noun)
    own = known.body(calling.words)
    is_bare = not re.search(r"^s? (?:of|for|at|in|from|with|on)\b", rest)
    if noun in _NOT_THEMSELVES:
        return (
            "activist"
            if own == "activist"
            and re.search(r"\b(?:at|with|for) (?:the )?\w+", rest)
            and noun in ("lawyer", "attorney")
            else "other"
        )
    if is_bare and noun != "president" and (own is None or (_GENERIC.search(head) and own == "activist")):
        own = known.body(calling.before[-220:]) or own
    if own == "official" and _FOREIGN.search(calling.words if known.body(calling.words) else calling.before[-160:]):
        own = "diplomat"
    if noun in _SCHOLARS:
        return (
            "other"
            if _LEARNED.search(calling.words) or (own is None and is_bare)
            else "activist"
            if own in (None, "activist")
            else own
            if noun != "manager"
            else "other"
        )
    return own or _ALONE.get(noun) or known.nouns.get(noun) or ("other" if noun not in ("member", "deputy") else None)
