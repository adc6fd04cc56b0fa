"""Counts that say who is counted by what was counted before: parts of a whole, elliptical counts, and numbers stated of "the total"."""

from __future__ import annotations

import re

from habeas.claims.reading.figures.count_nouns import CountNoun
from habeas.claims.reading.figures.counted import Before, Counted, Place, by_grammar, called, counted_by_words, is_shy
from habeas.claims.reading.figures.ellipsis import is_given, is_in_the_group, is_left_out
from habeas.claims.reading.figures.populations import (
    has_own_words,
    population_in_words,
    says_what_became,
    speaks_of_custody,
    tells_what_was_before,
)
from habeas.claims.reading.figures.recognitions import recognised
from habeas.claims.reading.figures.stated_numbers import is_step, labelled, stated_after, stated_before
from habeas.claims.reading.text.numbers import numbers_in

_PART = re.compile(
    r"\b(?:includ(?:ing|es?|ed)|incl\.?|among (?:them|whom|those|these|the \w+)(?: (?:are|were))?|of (?:whom|them|these|those|which)|compris\w+|as well as|consisting of|namely)"
    r"(?: [^.;:]{0,80}?(?:,| and))?(?: (?:at least|about|some|around|nearly|more than|over|also|another|the|all but))*\s*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"^\W*(?:of|among|out of) (?:the|those|these|them|some|about|more than|at least|nearly|all|\d)[^.;:]{0,140},(?: [^.;:\d]{0,40})?$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"^ ?(?:\w+ ){0,2}of (?:them|whom|these|those|which|the)\b", re.IGNORECASE)
_OF_THE = re.compile(r"^ of (?:the|those|these|its|their) ", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball but $", re.IGNORECASE)
_BRINGS = re.compile(
    r"\b(?:br[io]\w*ng?\w*|brought|rais\w+|tak(?:es|ing)|took|put) (?:to|at)(?: (?:at least|about|some|more than|over))?\s*$",
    re.IGNORECASE,
)
_WHO = re.compile(r"^ (?:who|whom|whose)\b")
_A_LIST = re.compile(r"\b(?:list|register|roll|database|tally)\b", re.IGNORECASE)
_LISTING = re.compile(r"\blists? of\b", re.IGNORECASE)
_STOCK = re.compile(r"^(?:the )?(?:\w+ )?(?:detained|jailed|imprisoned|arrested)\b|\bjailed\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:counts?|counted|lists?|has|have|had|gives?|gave|recogni[sz]es?|knows?|names)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_THE_SAME = re.compile(
    r"\b(?:do|did|does|doing|done) (?:much |exactly |just )?the same (?:to|with|for) $", re.IGNORECASE
)
#: "shared a cell meant for four with 15 other women".
_CELL_WITH = re.compile(
    r"\bshar\w+ (?:a|the|one|his|her|their) (?:\w+ )?cell\b[^.;]{0,40} with (?:about |some |at least |more than )?$",
    re.IGNORECASE,
)
_OF_US = re.compile(
    r"^ of us (?:\w+ ){0,2}?(?:slept|shar\w+|lay|lived|sat|(?:were|are) (?:kept|held|crammed|packed|crowded|locked|squeezed))\b",
    re.IGNORECASE,
)
_GOT = re.compile(r"\b(?:got|gets?|getting|receiv\w+|won|obtain\w*)(?: back| home)? $", re.IGNORECASE)
_TRADED = re.compile(
    r"\b(?:g[ai]v\w+ (?:back|up|away)|hand\w* (?:over|back)|swap\w*|exchang\w+|trad(?:e|ed|ing)|in return)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"^(?: [\w'-]+){0,3}? (?:people|men|women|citizens|nationals|prisoners|hostages|agents|spies|journalists|activists|detainees|of (?:its|their|our) own)\b",
    re.IGNORECASE,
)
_ON_A_LIST = re.compile(
    r"\b(?:we|counts?|counted|lists?|list of|tall(?:y|ies) of|knows? of|recogni[sz]es?)(?: now| currently| some| about)?\s*$",
    re.IGNORECASE,
)


_ANYBODY = ("people", "person", "prisoner", "detainee", "inmate", "member", "individual", "other", "one")


def counted_by(place: Place, count: CountNoun | None, before: Before) -> Counted | None:
    """The population a number counts; None when it counts no people of custody."""
    if is_step(place.earlier, place.later):
        return None
    if _ALL_BUT.search(place.earlier):
        return _left(place, count, before)
    set_words = recognised(place, before.of_prisoners) or _in_set_words(place, before)
    if set_words is not None:
        return set_words
    if count is None or count.kind == "bare":
        own = (
            counted_by_words(place, count, before)
            if count is not None and says_what_became(count, place.sentence)
            else None
        )
        stated = _stated(place, count, before) if own is None else None
        if stated is not None or count is None:
            return stated
    if count.kind == "record":
        return _of_records(place, count, before)
    whole = _whole(place, count, before)
    if whole is not None and (
        not by_grammar(place, count, before)
        or not has_own_words(count, place.sentence)
        or (whole.population in ("released", "exiled") and tells_what_was_before(count))
    ):
        return Counted(whole.population, frozenset({f"part.{whole.population}"}), _part_called(count) or whole.scope)
    found = counted_by_words(place, count, before) or _followed(place, count, before)
    if found is None and count.kind == "people" and not is_shy(count):
        found = _stated(place, count, before) or _on_a_list(place, before)
    return found


def _part_called(count: CountNoun) -> str:
    """What tells a part from its whole: "women" of "among them 168 women"; empty where the noun could mean anybody."""
    return "" if count.noun is None or count.noun.lemma_.lower() in _ANYBODY else called(count.noun)


def _in_set_words(place: Place, before: Before) -> Counted | None:
    """What a few turns of phrase tell: "did the same to 94", "80 of us slept", "gave back one and got two"."""
    if _THE_SAME.search(place.earlier) and before.last is not None:
        return Counted(before.last.population, frozenset({f"follows.{before.last.population}"}), before.last.scope)
    if _CELL_WITH.search(place.earlier):
        return Counted("in_custody", frozenset({"set.in_custody"}), "")
    if _OF_US.search(place.later) and (before.stock is not None or before.last is not None or before.of_prisoners):
        return Counted("in_custody", frozenset({"set.in_custody"}), "")
    if _GOT.search(place.earlier) and _TRADED.search(place.sentence.tokens.text) and _PEOPLE.search(place.later):
        return Counted("released", frozenset({"set.released"}), "")
    return None


def _whole(place: Place, count: CountNoun, before: Before) -> Counted | None:
    """The count of which this one is a part."""
    if count.kind == "bare" and _OF_THE.match(place.later):
        value = next((n.value for n in numbers_in(place.later[:40])), None)
        if value in before.by_value:
            return before.by_value[value]
    if before.near is not None and (
        _PART.search(place.earlier)
        or _OF_ALL.search(place.earlier)
        or (count.kind == "bare" and (_WHOLE.search(place.later) or count.is_part))
    ):
        return before.near
    return None


def _left(place: Place, count: CountNoun | None, before: Before) -> Counted | None:
    """ "all but three were freed": three are still held."""
    told = count and by_grammar(place, count, before)
    if told == "released":
        return Counted("in_custody", frozenset({"left.in_custody"}), "")
    return before.near


def _stated(place: Place, count: CountNoun | None, before: Before) -> Counted | None:
    is_stated, of = stated_before(place.earlier)
    label = labelled(place.earlier)
    if not is_stated:
        is_stated, of = stated_after(place.later) if _BRINGS.search(place.earlier) else label
    if not is_stated and not (count is not None and count.kind == "bare" and is_given(place.earlier, place.later)):
        return None
    found = population_in_words(of) if of else None
    if found in ("arrested", "convicted") and _STOCK.search(of) and not label[0]:
        found = "in_custody"
    told = before.near or before.last
    is_stock = told is None or told.population in ("arrested", "other")
    if before.stock is not None and is_stock and not of and _LISTED.search(place.earlier):
        told = before.stock
    found = (
        found
        or (told.population if told is not None else None)
        or ("in_custody" if not of and before.of_prisoners and (is_stated or _LISTED.search(place.earlier)) else None)
    )
    return (
        Counted(found, frozenset({f"stated.{found}"}), of or (told.scope if told is not None else ""))
        if found
        else None
    )


def _on_a_list(place: Place, before: Before) -> Counted | None:
    """ "we count 1,213 people": those held, where a text about prisoners says no more."""
    if not _ON_A_LIST.search(place.earlier) or not (before.stock is not None or before.of_prisoners):
        return None
    return Counted("in_custody", frozenset({"listed.in_custody"}), "")


def _followed(place: Place, count: CountNoun, before: Before) -> Counted | None:
    """A count that only goes on from the one before it."""
    if (
        count.kind == "bare"
        and count.is_back
        and _WHO.match(place.later)
        and (before.stock is not None or before.of_prisoners)
    ):
        return Counted("in_custody", frozenset({"listed.in_custody"}), "")
    if before.near is None:
        return None
    is_fragment = (
        count.head.dep_ == "ROOT"
        and count.kind in ("people", "bare")
        and count.head.pos_ != "VERB"
        and not is_shy(count)
    )
    goes_on = count.kind == "bare" and (is_left_out(place.earlier, place.later) or count.is_part)
    if not (goes_on or is_fragment or (count.kind == "people" and is_in_the_group(place.later))):
        return None
    return Counted(before.near.population, frozenset({f"follows.{before.near.population}"}), before.near.scope)


def _of_records(place: Place, count: CountNoun, before: Before) -> Counted | None:
    """ "38 names were added to the list": people, when names; cases are counted as cases."""
    is_stated, of = stated_before(place.earlier)
    told = (
        (population_in_words(of) if is_stated and of else None)
        or by_grammar(place, count, before)
        or population_in_words(place.later[:40])
        or (before.near.population if before.near is not None else None)
    )
    if count.noun is None or (told is None and not speaks_of_custody(place.sentence.tokens.text)):
        return None
    is_name = count.noun.lemma_.lower() in ("name", "surname")
    if told is None and is_name:
        is_listed = _A_LIST.search(place.earlier) or is_given(place.earlier, place.later)
        told = "in_custody" if before.of_prisoners and is_listed else None
    if told is None and is_name:
        return None
    return Counted(told if is_name and told else "other", frozenset({f"syntax.{told}"}), count.noun.text)
