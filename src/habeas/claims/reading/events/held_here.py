"""Who of those a sentence speaks of, by name or pronoun, is known to be held: whom words about visits, letters and illness are told of."""

from __future__ import annotations

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.pronouns import THEY

_OBJECTS = frozenset({"him", "her", "them"})
_RELATIVES = frozenset({"who", "whom", "whose"})
_PRONOUNS = frozenset({"he", "his", "she", "hers", "they", "their", "himself", "herself"}) | _OBJECTS | _RELATIVES
_NEAR = 900
#: How many characters nearer a word counts for what it is, and how far ahead a name may stand.
_PREFERRED, _AFTER = 60, 40


def held_in(reader: Reader, sentence: Sentence, held: set[str], span: Span) -> list[str]:
    """Those held whom the sentence speaks of: the one nearest the words at `span`, with those joined to them by "and"; empty when nobody is.

    "whose mother had no word", "no letter from him": a relative word before the words, or an object after them, tells it best.
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    for token in sentence.tokens:
        place = sentence.place(token)
        low = token.lower_
        if low not in _PRONOUNS and reader.referents.people.at(place) is None:
            continue
        if token.dep_ == "poss" and token.head.lemma_ == "client":
            continue  # "her client": the lawyer's own pronoun
        distance = max(0, place[0] - span[1], span[0] - place[1])
        if low in _RELATIVES:
            before = [name for _, name in reader.referents.people.between(max(sentence.start, place[0] - 90), place[0])]
            of_group = low != "who" and reader.referents.who(sentence, token).group is not None
            who = tuple(name for name in before[-1:] if (name in held or low != "who") and not of_group)
            distance -= _PREFERRED if place[0] <= span[0] else 0
        else:
            meant = reader.referents.who(sentence, token).persons
            meant = meant or (_done_to(reader, sentence) if low in THEY else ())
            who = tuple(name for name in meant if name in held)
            distance -= _PREFERRED // 2 if low in _OBJECTS and token.dep_ != "poss" and place[0] >= span[0] else 0
            distance += _AFTER if place[0] >= span[1] and low not in _PRONOUNS else 0
        if who:
            found.append((distance, who))
    return list(min(found)[1]) if found else []


def _done_to(reader: Reader, sentence: Sentence) -> tuple[str, ...]:
    """Whom "they" means where the sentence began with what was done to several: "A and B were picked up, and nobody knows where they are"."""
    done = next((t for t in sentence.tokens if t.dep_ == "nsubjpass"), None)
    persons = reader.referents.who(sentence, done).persons if done is not None else ()
    return persons if len(persons) > 1 else ()


def held_of_late(reader: Reader, sentence: Sentence, held: set[str]) -> list[str]:
    """The one held who was named last before the sentence, not too far back."""
    start = max(0, sentence.start - _NEAR)
    before = [name for _, name in reader.referents.people.between(start, sentence.start) if name in held]
    return before[-1:]
