"""Which population a number belongs to: by grammar, by word order, by "the number of ...", and by the count it is a part of or follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from habeas.claims.reading.figures.alone import said_after
from habeas.claims.reading.figures.count_nouns import CountNoun
from habeas.claims.reading.figures.populations import population_by_order, population_by_syntax, speaks_of_custody
from habeas.claims.reading.figures.said_of import top_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_COUNT = frozenset({"of", "including", "among", "with", "than", "against", "for"})
#: These tell which of them are counted, not what they are.
_NO_QUALITY = frozenset(
    {
        "more",
        "other",
        "another",
        "such",
        "many",
        "further",
        "additional",
        "same",
        "fellow",
        "least",
        "most",
        "last",
        "first",
        "total",
    }
)
#: Populations that only people known to be in custody can have: an injured man is none unless he is held.
_ONLY_HELD = frozenset({"serious_health", "loosely"})
_COUNTING_VERBS = frozenset(
    {"arrest", "detain", "free", "release", "jail", "imprison", "pardon", "convict", "deport", "expel", "charge", "kill", "seize", "abduct", "exchange", "swap", "hold", "lock",
     "round", "pick", "let", "set", "take", "execute", "acquit", "indict", "exile", "sentence", "discharge", "liberate", "include", "hand", "nab", "question", "send", "put"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """The answer: `rules` are the voters that gave it; `scope` the words for who is counted."""

    population: str
    rules: frozenset[str]
    scope: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its sentence, its token, and the sentence before it (with its hedge) and after it."""

    sentence: Sentence
    token: Token
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Before:
    """What was counted before: `last` anywhere, `near` in this sentence or the one before it, `stock` the last of people held.

    `by_value` = the count that each number told so far stands for; `of_prisoners` = the text speaks of political prisoners.
    """

    last: Counted | None = None
    near: Counted | None = None
    stock: Counted | None = None
    of_prisoners: bool = False
    by_value: dict[int, Counted] = field(default_factory=dict)


def counted_by_words(place: Place, count: CountNoun, before: Before) -> Counted | None:
    """The population that the words of the sentence give; None when they tell nothing of people in custody."""
    by_syntax = by_grammar(place, count, before)
    if count.kind == "bare" and by_syntax and not _is_counted_alone(count):
        by_syntax = None
    by_order = None
    if count.kind == "people" and not is_shy(count) and not count.is_whole and _is_told_of(count.head):
        by_order = _if_held(population_by_order(place.sentence, place.token, count.head), place, count, before)
    population = by_syntax or by_order
    if population is None:
        return None
    voters = {"syntax": by_syntax, "order": by_order}
    scope = "" if count.noun is None else called(count.noun)
    return Counted(
        population, frozenset(f"{name}.{vote}" for name, vote in voters.items() if vote == population), scope
    )


def called(noun: Token) -> str:
    """Whom the text calls those counted: the noun with what qualifies it, without number, article and "other"."""
    words = [
        t for t in noun.subtree
        if t.i <= noun.i and t.head in (noun, t) and t.dep_ in ("amod", "compound", "nmod") and t.pos_ != "NUM" and t.lower_ not in _NO_QUALITY
    ]  # fmt: skip
    return " ".join(t.text for t in (*words, noun))


def by_grammar(place: Place, count: CountNoun, before: Before) -> str | None:
    """What the clause of the count tells of those counted."""
    return _if_held(population_by_syntax(place.sentence, count), place, count, before)


def _if_held(found: str | None, place: Place, count: CountNoun, before: Before) -> str | None:
    """What some words tell only of people in custody, None where nothing says that these are."""
    is_part = (count.kind == "bare" or count.is_part) and before.near is not None and before.near.population != "other"
    if found == "came_back":
        return "released" if is_part else None
    if found == "travelled":
        return (
            before.near.population
            if before.near is not None and before.near.population in ("released", "exiled")
            else None
        )
    if found == "dead":
        is_of_dead = before.near is not None and before.near.population == "died_in_custody"
        return "died_in_custody" if is_part or is_of_dead else "other"
    if found in _ONLY_HELD or (found == "other" and is_shy(count)):
        is_held = (
            is_part or speaks_of_custody(place.sentence.tokens.text) or (before.of_prisoners and _is_on_list(count))
        )
        if (is_shy(count) and found in _ONLY_HELD) or not is_held:
            return None
        return "other" if found == "loosely" else found
    return found


def _is_on_list(count: CountNoun) -> bool:
    """ "40 people on the list": those held, in a text about prisoners."""
    after = count.head.doc[count.head.i + 1 : min(count.head.i + 4, count.head.sent.end)]
    return len(after) > 2 and after[0].lower_ == "on" and after[2].lower_ in ("list", "register", "roll")


def is_shy(count: CountNoun) -> bool:
    """People who stand beside custody more often than in it: relatives, police, lawmakers."""
    return count.noun is not None and lexicon().has("bystanders", count.noun.lemma_)


def _is_counted_alone(count: CountNoun) -> bool:
    """Whether a number without a noun stands where people stand: as a subject, after "arrested", before "of them"; not after "for", "to", "at"."""
    head = count.head
    if (
        count.is_part
        or said_after(count.last)
        or head.dep_ in ("nsubj", "nsubjpass")
        or head.lower_ in ("others", "other", "more")
    ):
        return True
    if head.dep_ == "dobj" or (
        head.dep_ == "pobj" and head.head.lower_ in ("over", "above", "around", "about", "under")
    ):
        verb = head.head if head.dep_ == "dobj" else head.head.head
        is_more = head.i > head.sent.start and any(c.lower_ in ("another", "further") for c in head.children)
        return verb.lemma_.lower() in _COUNTING_VERBS or is_more
    if head.dep_ == "pobj":
        if head.head.lower_ == "for":  # "in return for six"
            return head.head.head.lemma_ in ("return", "exchange", "trade", "swap")
        return head.head.lower_ in ("of", "with", "among", "including") and head.head.head.lemma_ not in (
            "term",
            "sentence",
            "total",
        )
    return head.dep_ in ("conj", "appos", "ROOT", "attr", "npadvmod", "dep") and any(
        c.dep_ in ("acl", "relcl", "advcl", "prep", "amod") and c.i > head.i for c in head.children
    )


def _is_told_of(head: Token) -> bool:
    """Whether the counted people are what the clause is about, so that a word near them may tell what became of them."""
    top = top_of(head)
    return top.dep_ != "pobj" or top.head.lower_ in _OF_COUNT
