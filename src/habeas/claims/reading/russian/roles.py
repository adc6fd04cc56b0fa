"""What each person is in a Russian text: from what befell them, then from the words beside their name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.beside_names import occupation_of, words_beside
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.signs import RuSign, signs_in

if TYPE_CHECKING:
    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.told import Told

_HELD = frozenset(
    {
        "arrest",
        "sentence",
        "conviction",
        "new_charge",
        "rearrest",
        "transfer",
        "disappearance_incommunicado",
        "charge",
        "health_condition",
    }
)
_IN = frozenset({"arrest", "rearrest", "sentence", "transfer"})
_OUT = frozenset({"release", "pardon", "exchange", "death_after_release"})
_STAYS = frozenset({"release", "pardon", "exchange", "exile", "transfer", "sentence", "death_in_custody"})
_PLAIN = (_HELD | _OUT | {"exile", "death_in_custody"}) - {"disappearance_incommunicado", "health_condition"}
_SHORT = 0.3
_LIVES = re.compile(r"жив[её]т|живущ|эмиграц|изгнани", re.IGNORECASE)
#: "жена политзаключенного": not a word for her.
_OF_KIN = re.compile(
    r"\b(?:жен|муж|мат|отец|отц|сын|доч|брат|сестр|супруг|вдов|адвокат|защитни|друг|подруг|родственни|невест)\w* (?:\w+ ){0,2}?(?:политзаключ|политзек|узни|арестован|осужд|заключ|подсуд|обвиня|задерж)\w+(?:ого|его|ой|ей|ых|их|а|ка|цы)\b"
)


def roles_of(referents: RuReferents, told: list[Told]) -> dict[str, tuple[str, str]]:
    """Person -> (role, the rule that gave it)."""
    ruling = _pardoning(referents)
    beside, signs = words_beside(referents), signs_in(referents)
    roles: dict[str, tuple[str, str]] = {}
    for person in referents.people.persons:
        own = [sign for sign in signs if sign.person == person.name]
        befell = [one for one in told if one.person == person.name]
        if _BYSTANDER.search(" ".join(beside.get(person.name, []))) or any(sign.kind == "kin" for sign in own):
            befell = [one for one in befell if _is_plain(one)]
        roles[person.name] = _by_signs(own, befell) or _role(befell, beside.get(person.name, []), person.name in ruling)
        if roles[person.name][0] == "other" and any(sign.kind == "office" for sign in own):
            roles[person.name] = "official", "role.office"
        if roles[person.name][0] in _NO_OFFICE and any(sign.kind == "kin" for sign in own):
            roles[person.name] = "relative", "role.kin"
    return roles


#: Who is told of for another's sake: what is told of them by the way is more often the other's.
_BYSTANDER = re.compile(r"адвокат|защитни[кц]|начальник|омбудсмен|судь[яеию]|прокурор|следовател|министр")


def _is_plain(one: Told) -> bool:
    """Custody told outright, no illness, cut contact or demand; "дали два свидания" is no penalty."""
    return one.reality == "actual" and one.type in _PLAIN and "свидан" not in one.quote


#: What kinship outweighs.
_NO_OFFICE = frozenset({"other", "activist"})


def _by_signs(signs: list[RuSign], told: list[Told]) -> tuple[str, str] | None:
    """What the words near the name say of custody, where the happenings told do not say it better."""
    kinds = {sign.kind for sign in signs}
    actual = [one for one in told if one.reality == "actual"]
    if any(one.type in _OUT or one.type in ("death_in_custody", "rearrest") for one in actual):
        return None
    last = max((sign.at for sign in signs if sign.kind in ("past", "out")), default=None)
    if "now" in kinds and not kinds & {"kin"}:
        return "prisoner", "role.now"
    if last is not None and not any(one.type in _IN and one.span[0] > last + _SAME for one in actual):
        return "former_prisoner", "role.past"
    return ("prisoner", "role.kin of") if "held kin" in kinds else None


_SAME = 300


def _pardoning(referents: RuReferents) -> set[str]:
    """Who pardons: the head of state."""
    found = set()
    for sentence in referents.passage.sentences:
        for word in sentence.words:
            if word.lemma in ("помиловать", "амнистировать"):
                subject = next((c for c in word.children if c.rel == "nsubj"), None)
                found |= set(referents.who(sentence, subject).persons) if subject is not None else set()
    return found


def _role(told: list[Told], beside: list[str], pardons: bool) -> tuple[str, str]:
    by_custody = _by_custody(told)
    if by_custody is not None:
        return by_custody
    words = _OF_KIN.sub(" ", " ".join(beside))
    if any(mark in words for mark in ("бывш", "экс-")) and _is_held_word(words):
        return "former_prisoner", "role.former"
    if _is_held_word(words):
        return "prisoner", "role.held"
    if any(one.type in _STAYS and one.reality != "actual" and not _is_own_going(one) for one in told):
        return "prisoner", "role.to be freed"
    if pardons:
        return "official", "role.pardons"
    return occupation_of(beside)


def _is_own_going(one: Told) -> bool:
    """ "Меня никто не высылал": not expelled, and not held either."""
    return one.type == "exile" and one.reality == "denied" and "отказ" not in one.quote


def _is_held_word(words: str) -> bool:
    return any(
        stem in words for stem in ("политзаключ", "политзек", "узни", "экс-заключ", "арестованн", "подсудим")
    ) or any(lexicon().has("held", word) for word in words.split())


def _by_custody(told: list[Told]) -> tuple[str, str] | None:
    actual = [one for one in told if one.reality == "actual"]
    held = [one for one in actual if one.type in _HELD and "заочно" not in one.quote]
    out = [one for one in actual if one.type in _OUT or (one.type == "exile" and one.note != "own choice")]
    if any(one.type == "death_in_custody" for one in actual):
        return "prisoner", "role.died"
    if out and not held and all(one.type == "exile" and _LIVES.search(one.quote) for one in out):
        return None  # who lives abroad need never have been held
    if any(_follows_on(one, out) for one in held):
        return "prisoner", "role.held abroad"
    if out and not _is_back(held, out):
        return "former_prisoner", "role.out"
    if held and not out and all(_is_over(one) for one in held):
        return "former_prisoner", "role.short"
    if held and any(one.type == "exile" for one in actual):
        return "former_prisoner", "role.left"
    return ("prisoner", "role.held") if held else None


def _follows_on(one: Told, out: list[Told]) -> bool:
    """ "Его выслали в страну, где его задержали": nothing but an expulsion is told before, and an arrest just behind it."""
    if one.type not in ("arrest", "rearrest") or one.date is not None or any(way.type != "exile" for way in out):
        return False
    return any(0 < one.span[0] - way.span[0] < _JUST_BEHIND for way in out)


_JUST_BEHIND = 200


def _is_back(held: list[Told], out: list[Told]) -> bool:
    """Whether the last that is told is that the person is held again."""
    if any(one.type == "rearrest" for one in held):
        return True
    ins = [first for one in held if one.type in _IN and one.date is not None and (first := one.date.first) is not None]
    outs = [first for one in out if one.date is not None and (first := one.date.first) is not None]
    return bool(ins and outs) and max(ins) > max(outs)


def _is_over(one: Told) -> bool:
    """ "Получил 15 суток", "условный срок": not held at the time of writing."""
    if one.type == "sentence" and "условн" in one.quote:
        return True
    return (
        one.type == "sentence"
        and one.term is not None
        and one.term < _SHORT
        and one.date is not None
        and len(one.date.text) < 8
    )
