"""Which role a description gives: its noun, or for a "director" or "spokesman" what they head or speak for."""

from __future__ import annotations

import re

from habeas.claims.reading.people.callings import Calling
from habeas.claims.reading.people.occupations import occupations

_ORDER = ("relative", "diplomat", "official", "politician", "journalist", "activist", "other")
_FOREIGN = re.compile(r"foreign (?:ministry|office|affairs|policy)|state department|diplomatic|secretary of state")
#: "head of monitoring at LETTERS": who has such a desk is no state.
_DESK = re.compile(
    r"of (?:the )?(?:monitoring|advocacy|research|campaigns?|communications?|policy|programm?es?|programs?|legal(?: aid)?|investigations|documentation|outreach)(?: (?:at|with|for|of)\b|,|$| said)"
)
_UNITED_NATIONS = re.compile(r"\b(?:un|u\.n\.|united nations)\b")
#: "a mother of five": nobody's relative in this text.
_OF_SO_MANY = re.compile(r"\b(?:mother|father) +of (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_ONCE = re.compile(r"\b(?:former|ex)\b")
_ONCE_IN_OFFICE = ("minister", "premier", "president", "governor")
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
_OF_THE_FORCE = re.compile(r"\b(?:police|prosecution|interior ministry|state security) (?:expert|analyst|consultant)\b")
_THINKERS = frozenset({"analyst", "expert", "senior fellow", "fellow", "consultant"})
_BUSINESS = re.compile(
    r"\b(?:consultanc\w+|company|firm|bank|business|restaurant|gallery|theatre|theater|think[- ]tank|university|hospital)\b"
)
_LEARNED = re.compile(
    r"universit|college|academy|institute|think[- ]tank|school|studies|company|bank|consultanc|centre for|center for"
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
        if _LEARNED.search(calling.words):
            return None
        return body if body is not None and _OF_STATE.match(calling.words) else None
    if noun in (
        "envoy",
        "special envoy",
        "representative",
        "special representative",
        "rapporteur",
        "coordinator",
    ) and _UNITED_NATIONS.search(calling.words):
        return "official"
    if _ONCE.search(calling.words.partition(noun)[0]) and noun.endswith(_ONCE_IN_OFFICE):
        return "politician"
    if noun == "rapporteur" and known.body(calling.words) == "politician":
        return "politician"
    if noun in ("mother", "father") and _OF_SO_MANY.search(calling.words):
        return None
    if noun == "accused" and not re.search(r"\b(?:the|an|co-?) ?accused", calling.words):
        return None
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


#: Who the sentence before is about, where it says something: "NAME said 20 people are in prison. Its director, ..."
_SUBJECT = re.compile(
    r"(?:^|[.?!] )(?P<who>[^.,;:]{2,60}?) (?:said|says|reported|reports|documented|has documented|counts?|counted|recorded|has recorded|estimates?|estimated|called|condemned|demanded|lists?|noted|warned|added)\b[^.]*\.\s*[^.]*$"
)


def _pointed_back(head: str, before: str) -> str | None:
    """What "its director", "the group's director" or "Lantern's director" is director of: a body named before."""
    owner = re.search(r"([\w-]+)'s? (?:[\w-]+ ){0,3}$", head)
    if re.search(r"\bits (?:[\w-]+ ){0,3}$", head) and (subject := _SUBJECT.search(before)):
        return occupations().body(subject["who"])
    if owner is not None and (
        full := re.search(rf"\b{re.escape(owner[1])} (?:to|for|of|on) (?:[\w-]+ ?){{1,4}}", before)
    ):
        return occupations().body(full.group())
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
    if own is None and _DESK.search(rest):
        return "activist"
    if (
        is_bare
        and noun not in _THINKERS
        and (noun != "president" or head.endswith("'s ") or head.rstrip().endswith("its"))
        and (own is None or (_GENERIC.search(head) and own == "activist"))
    ):
        own = _pointed_back(head, calling.before) or own
    if own == "official" and _FOREIGN.search(calling.words if known.body(calling.words) else calling.before[-160:]):
        own = "diplomat"
    if noun in _SCHOLARS:
        return (
            "other"
            if _LEARNED.search(calling.words) or ((own is None and (is_bare or noun in _THINKERS)) or "fellow" in noun)
            else "activist"
            if own in (None, "activist")
            else own
            if noun != "manager"
            and (noun not in _THINKERS or _UNITED_NATIONS.search(calling.words) or _OF_THE_FORCE.search(calling.words))
            else "other"
        )
    if own is None and _BUSINESS.search(rest):
        return "other"
    return own or _ALONE.get(noun) or known.nouns.get(noun) or ("other" if noun not in ("member", "deputy") else None)
