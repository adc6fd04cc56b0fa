"""Whether somebody is in custody at the time of writing, was once, or never: weighed from all that is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from habeas.claims.reading.people.custody_signs import NOW, SPEAKS, Sign, is_before_the_news, is_unsure, year_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.marked import Marked, MarkedText
from habeas.claims.reading.whom.refer import Referents

#: What is told of the body; of somebody in office so much of it must be told that no slip of reference explains it.
_BODILY = frozenset({"held", "till", "term", "now", "back", "out", "had out", "dead", "past"})
_ENOUGH = 2
#: So many years after an arrest, of which no sentence is told, somebody is no longer held.
_LONG_AGO = 12
#: How somebody may be called so that custody told near them is more likely somebody else's.
IN_OFFICE, FOR_OTHERS, SOMEBODYS = "in office", "for others", "somebody's"
PRISONER, FORMER = "prisoner", "former_prisoner"
_KINDS = {
    "arrest": "held", "sentence": "term", "charge": "charged", "conviction": "charged", "new_charge": "charged", "transfer": "held",
    "rearrest": "back", "disappearance_incommunicado": "held", "release": "out", "pardon": "out", "exchange": "out", "exile": "free",
    "death_in_custody": "dead", "death_after_release": "out",
}  # fmt: skip


#: What others do to whoever is banished; who flees of their own choice need never have been held.
_SENT_AWAY = re.compile(
    r"\b(?:deport|expel|banish|flown|put (?:\w+ ){0,2}on (?:a|the) (?:\w+ )?(?:plane|flight|bus)|sent into exile|exiled to|forced (?:out|into exile))"
)
#: Said of whoever waits for word, not of whoever is held.
#: A way out that lies before the rest of what is told.
_EARLIER = re.compile(r"\bhad (?:\w+ly |already |only |just |once |earlier )*been\b")
_HEARD_NOTHING = re.compile(r"\b(?:has|have|had) (?:not|never) (?:heard|seen|spoken|been able)\b")


def signs_told(told: Iterable[Told], text: MarkedText, referents: Referents) -> list[Sign]:
    """What the happenings read say of whom they befell."""
    out: list[Sign] = []
    told = list(told)
    inside = {one.person for one in told if one.type == "death_in_custody" and one.reality == "actual"}
    for one in told:
        kind = _KINDS.get(one.type)
        if one.reality == "demanded" and one.type in ("release", "pardon"):
            kind = "wanted"
        elif one.reality != "actual":
            kind = None
        if kind == "out" and _EARLIER.search(one.quote):
            kind = "had out"
        if one.type == "death_after_release" and one.person in inside:
            kind = "dead"
        if _HEARD_NOTHING.search(one.quote):
            kind = None
        elif kind == "free" and _SENT_AWAY.search(one.quote):
            kind = "out"
        if kind is not None and one.person is not None:
            sentence = next((s for s in reversed(text.sentences) if s.start <= one.span[0]), text.sentences[0])
            if kind == "back" and is_before_the_news(sentence.text, one.span[0] - sentence.start):
                kind = "held"
            if not is_unsure(sentence.text):
                spelt = _is_spelt(one, sentence, referents)
                out.append(Sign(one.person, kind, one.span[0], _year(one, sentence), True, sentence.index, spelt))
    moved = {(s.person, s.where) for s in out if s.kind == "held"}
    return [s for s in out if s.kind != "free" or (s.person, s.where) not in moved]


def _is_spelt(one: Told, sentence: Marked, referents: Referents) -> bool:
    """Whether the person is named in the telling, or is the one named last before it in its sentence."""
    start, end = one.span
    if one.person in [name for _, name in referents.people.between(start, end)]:
        return True
    last = referents.people.between(sentence.start, start)[-1:]
    between = referents.passage.shadow[last[0][0][1] : start] if last else ""
    return bool(last) and last[0][1] == one.person and not SPEAKS.search(between)


def _year(one: Told, sentence: Marked) -> int | None:
    if one.date is not None and one.date.text[:4].isdigit():
        return int(one.date.text[:4])
    return year_at(sentence.text, min(one.span[0] - sentence.start, len(sentence.text)))


def standing(
    signs: list[Sign], called: str, this_year: int | None, has_release: bool = False
) -> tuple[str, str] | None:
    """The role and its rule; None when nothing tells of custody. `called`: those "in office" or "for others" are seldom held,
    and a pronoun after "her lawyer, NAME" ("somebody's") is more often hers.

    `has_release` = the text tells of somebody's way out: then whoever "had been serving" no longer is.
    """
    signs = _fitting(signs, called)
    by: dict[str, list[Sign]] = {}
    signs = _in_order([_aboard(sign, has_release and not called) for sign in signs])
    for sign in _undone(signs if has_release else [_as_held(sign) for sign in signs], this_year):
        by.setdefault(sign.kind, []).append(sign)
    first = signs[0] if signs else None
    if first is not None and first.kind in ("now", "back") and "back" in by and first.where == by["back"][0].where:
        return PRISONER, "role.back"
    return _by_state(by, this_year) or _by_trial(by, called != "")


def _fitting(signs: list[Sign], called: str) -> list[Sign]:
    """Those signs that somebody so called may be believed to bear."""
    if called == IN_OFFICE:
        bodily = [sign for sign in signs if sign.kind in _BODILY and sign.is_spelt]
        signs = [sign for sign in signs if not sign.is_told]
        return signs if len({(sign.where, sign.kind) for sign in bodily}) >= _ENOUGH else []
    if called in (FOR_OTHERS, SOMEBODYS):
        signs = [s for s in signs if not (s.is_told and s.kind in ("term", "charged")) and s.kind != "barred"]
    if called == SOMEBODYS or not any(sign.is_spelt or not sign.is_said for sign in signs):
        own = {sign.where for sign in signs if sign.is_spelt and sign.kind in ("held", "term")}
        signs = [s for s in signs if s.is_spelt or (s.kind == "out" and s.where - 1 in own)]
    return [replace(sign, kind="held") if sign.kind == "barred" else sign for sign in signs]


def _aboard(sign: Sign, is_among_them: bool) -> Sign:
    """ "NAME, who was on the bus": let out, where the text tells of people let out."""
    return replace(sign, kind="out" if is_among_them else "large") if sign.kind == "aboard" else sign


def _in_order(signs: list[Sign]) -> list[Sign]:
    """ "A day after he completed his term, NAME was detained": held since; "after he left prison, NAME moved": out before."""
    earlier = {s.where for s in signs if s.kind == "earlier"}
    since = {s.where for s in signs if s.where in earlier and s.is_spelt and s.kind in ("held", "back", "now")}
    kept = [s for s in signs if not (s.where in since and s.kind in ("earlier", "out", "past"))]
    return [replace(s, kind="past") if s.kind == "earlier" else s for s in kept]


def _as_held(sign: Sign) -> Sign:
    return replace(sign, kind="held") if sign.kind == "till" else sign


def _undone(signs: list[Sign], this_year: int | None) -> list[Sign]:
    """Without what the same sentence takes back: a short detention is over, a verdict in absentia holds nobody.

    What "had been" so is over too, unless the news itself is of an arrest or a sentence.
    """
    brief = {s.where for s in signs if s.kind == "past"}
    till = {s.where for s in signs if s.kind == "till"}
    now = any(s.kind in ("held", "term") and s.year in (NOW, this_year) and s.where not in till for s in signs)
    absent = {s.where for s in signs if s.kind == "absent"}
    spared = {s.where for s in signs if s.kind == "spared"}
    return [
        s
        for s in signs
        if not (s.kind == "held" and s.where in brief | spared)
        and not (s.kind == "till" and now)
        and not (s.kind in ("held", "term") and s.where in till)
        and not (s.kind in ("held", "term", "charged") and s.where in absent)
    ]


def _by_state(by: dict[str, list[Sign]], this_year: int | None) -> tuple[str, str] | None:
    """What is told of the body: held, out, dead."""
    held, now, back = (by.get(kind, []) for kind in ("held", "now", "back"))
    plain = by.get("out", [])
    out = sorted([*plain, *by.get("had out", [])], key=lambda sign: sign.at)
    if "never" in by and not (out or now or back):
        return None
    dead = [sign for sign in by.get("dead", []) if not sign.is_told or not plain]
    if dead and all(o.where in {d.where for d in dead} for o in plain) and "had out" not in by:
        return PRISONER, "role.died"
    if (now or back) and not _is_out_since(plain, [*now, *back], this_year):
        return PRISONER, "role.now"
    if out and "death" in by:
        return FORMER, "role.died free"
    if "till" in by or (
        "large" in by and (held or by.keys() & {"term", "past", "charged"}) and not by.keys() & {"absent"}
    ):
        return FORMER, "role.till" if "till" in by else "role.at large"
    if out:
        return (PRISONER, "role.held since") if _is_held_since(by, out, this_year) else (FORMER, "role.out")
    if "out list" in by or ("free" in by and (held or "past" in by) and "absent" not in by):
        return FORMER, "role.out"
    if "death" in by and (held or by.keys() & {"term", "charged", "held list"}):
        return PRISONER, "role.died"
    if (
        held
        and this_year is not None
        and all(h.year is not None and h.year < this_year - _LONG_AGO for h in held)
        and "term" not in by
    ):
        return FORMER, "role.long ago"
    if held or "dead" in by:
        return PRISONER, "role.held"
    return None


def _by_trial(by: dict[str, list[Sign]], speaks_for_others: bool) -> tuple[str, str] | None:
    """What a charge, a verdict or a demand for release lets one suppose."""
    if by.keys() & {"suspended", "absent", "never"}:
        return (FORMER, "role.past") if "past" in by else None
    before = {sign.where for sign in by.get("past", [])}
    if "term" in by and "free" not in by and any(sign.where not in before for sign in by["term"]):
        return PRISONER, "role.term"
    if "past" in by:
        return FORMER, "role.past"
    if "free" in by:
        return None
    if speaks_for_others:
        return None
    kind = next((kind for kind in ("held list", "hunger", "wanted", "charged") if kind in by), None)
    return (PRISONER, f"role.{kind}") if kind is not None else None


def _is_out_since(out: list[Sign], held: list[Sign], this_year: int | None) -> bool:
    """Whether somebody is told to be out after what says they are held; an older year never counts."""
    recent = [
        o
        for o in out
        if not o.is_told and (o.year is None or o.year == NOW or this_year is None or o.year >= this_year)
    ]
    return any(o.at > h.at and o.where != h.where for o in recent for h in held[-1:])


def _is_held_since(by: dict[str, list[Sign]], out: list[Sign], this_year: int | None) -> bool:
    """Whether custody is dated after every way out told, or a release is demanded after it; whoever a list of those let out names is out."""
    if "out list" not in by and any(w.at > out[-1].at for w in by.get("wanted", [])):
        return True
    years = [o.year for o in out]
    if any(year is None or year == NOW for year in years):
        return False
    last = max(year for year in years if year is not None)
    held = [*by.get("held", []), *by.get("term", [])]
    named = {o.where for o in out}
    if any(h.year is not None and h.year > last and h.where not in named for h in held):
        return True
    return (
        this_year is not None
        and last < this_year - 1
        and any(h.year is None and h.at > out[-1].at and h.is_spelt for h in held)
    )
