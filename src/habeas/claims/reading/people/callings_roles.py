"""Which role a description gives: its noun, or for a "director" or "spokesman" what they head or speak for."""

from __future__ import annotations

import re

from habeas.claims.reading.people.callings import Calling
from habeas.claims.reading.people.occupations import occupations

_ORDER = ("relative", "diplomat", "official", "politician", "journalist", "activist", "other")
_FOREIGN = re.compile(r"foreign (?:ministry|office|affairs)|state department|diplomatic")
_GENERIC = re.compile(r"\b(?:committee|commission|council|mission|institution|body|agency|office)\b")
_ALONE = {
    "representative": "politician", "vice president": "official", "vice-president": "official", "secretary-general": "official", "secretary general": "official",
    "president": "official", "chief": "official", "official": "official", "officer": "official", "secretary": "official", "aide": "official", "commissioner": "official", "spokesman": "official",
    "spokeswoman": "official", "spokesperson": "official", "speaker": "politician", "leader": "activist", "director": "activist", "executive director": "activist", "head": "official",
    "coordinator": "activist", "founder": "activist", "co-founder": "activist", "administrator": "official", "deputy head": "official", "deputy director": "activist",
    "chair": "activist", "chairman": "activist", "chairwoman": "activist", "chairperson": "activist", "chief of staff": "official", "deputy chair": "activist",
}  # fmt: skip
_OF_STATE = re.compile(
    r"^(?:the )?(?:\w+ ){0,2}(?:un|u\.n\.|united nations|ministry|police|prosecutor|prosecution|council of europe|osce|prison service|supreme court|security council|government)\b"
)
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
        if body in ("activist", "journalist", "politician", "diplomat"):
            return body
        return body if body is not None and _OF_STATE.match(calling.words) else None
    if noun in known.heads:
        return _of_head(noun, calling)
    role = known.nouns[noun]
    if noun == "high commissioner" and re.search(r"human rights|refugees|\bun\b|u\.n\.|united nations", calling.words):
        return "official"
    if noun == "counterpart" and not re.search(r"foreign|secretary of state", calling.before[-160:]):
        return "official"
    if (
        role == "official"
        and noun.endswith(("minister", "spokesman", "spokeswoman", "spokesperson"))
        and _FOREIGN.search(calling.before[-200:] if noun in ("minister", "deputy minister") else calling.words)
    ):
        return "diplomat"
    return role


def _pointed_back(head: str, before: str) -> str | None:
    """What "its director", "the group's director" or "Lantern's director" is director of: a body named before."""
    owner = re.search(r"([\w-]+)'s? (?:[\w-]+ ){0,3}$", head)
    if owner is None or _GENERIC.search(owner[1]) or occupations().body(owner[1]):
        return occupations().nearest_body(before[-220:])
    named = re.findall(rf"((?:[\w-]+ ){{1,4}}){re.escape(owner[1])}\b(?!')", before)
    return occupations().nearest_body(" ".join(named)) if named else None


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
        own = _pointed_back(head, calling.before) or own
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
