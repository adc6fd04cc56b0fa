"""Who is named: runs of capitalised words that name a human being, then every shorter form joined to its full name.

Only within one text. A shorter form belongs to the full name it is a part of (the surname, a first name, one of two surnames); when
two people share it, it goes to the one who is not introduced as somebody's kin, else to the one named last before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from habeas.claims.reading.model import ReadMention, Span
from habeas.claims.reading.people.aliases import aliases, by_initials
from habeas.claims.reading.people.bare_names import is_bare
from habeas.claims.reading.people.name_evidence import is_kin_introduced, is_kin_named, speaks_next, weight
from habeas.claims.reading.people.name_lines import in_one_row, line_weight
from habeas.claims.reading.people.occupations import occupations
from habeas.claims.reading.people.runs import Run, runs_in
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Passage

_NAMES_NEVER_TWICE = 6
_SURE = 3
_LIKELY = 2


@dataclass(frozen=True, slots=True)
class Named:
    """One person with every place they are named, in order."""

    name: str
    mentions: tuple[ReadMention, ...]


class People:
    """Which person is named at which place of the text."""

    def __init__(self, persons: tuple[Named, ...]) -> None:
        self.persons = persons
        places = sorted((mention.span, number) for number, person in enumerate(persons) for mention in person.mentions)
        self._starts = [span[0] for span, _ in places]
        self._places = places

    def at(self, place: Span) -> str | None:
        """The name of the person whose mention covers the place, or None."""
        found = bisect_right(self._starts, place[0]) - 1
        if found < 0:
            return None
        span, number = self._places[found]
        return self.persons[number].name if place[0] < span[1] else None

    def between(self, start: int, end: int) -> list[tuple[Span, str]]:
        """Mentions that begin in a stretch of the text, in order."""
        low = bisect_right(self._starts, start - 1)
        return [(span, self.persons[n].name) for span, n in self._places[low:] if span[0] < end] if low < end else []


def people_in(passage: Passage) -> People:
    """Everyone named in the text, in order of first mention."""
    plain = frozenset(t.text for sentence in passage.sentences for t in sentence.tokens if t.text.islower())
    runs = [run for sentence in passage.sentences for run in runs_in(sentence, plain)]
    weights: dict[str, list[int]] = defaultdict(list)
    heard: dict[str, list[tuple[Run, int]]] = defaultdict(list)
    for run in runs:
        weights[run.text].append(weight(run) + line_weight(passage, run))
        heard[run.text].append((run, weights[run.text][-1]))
    names = [text for text in weights if " " in text and _is_person(_heard_of(text, weights))]
    names = [text for text in names if _stands_alone(text, weights) or not is_bare(heard[text])]
    names += in_one_row(passage, runs, set(names), weights)
    also = aliases(passage, runs, names)
    full = _with_aliases(_joined(names), {text: name for text, name in also.items() if " " in text})
    owners = _short_forms(full)
    owners.update({text: [full[name]] for text, name in also.items() if " " not in text and name in full})
    for text, told in weights.items():
        if " " not in text and text not in owners:
            near = _nearly(text, owners)
            if near is not None:
                owners[text] = [near]
            elif _is_sure(told) and len(text) > 2 and not is_bare(heard[text]):
                owners[text] = [text]
    return _mentions(
        passage, sorted([*runs, *_taken_for_peoples(passage, runs, owners)], key=lambda r: r.span), full, owners
    )


def _taken_for_peoples(passage: Passage, runs: list[Run], owners: dict[str, list[str]]) -> list[Run]:
    """ "grant Karimian a furlough": a family name known from a full name, which the parse takes for a people or a country."""
    covered = {token for run in runs for token in run.tokens}
    return [
        Run(sentence, (token,), (token.text,), sentence.place(token), None)
        for sentence in passage.sentences
        for token in sentence.tokens
        if token.ent_type_ in ("NORP", "GPE")
        and token not in covered
        and not token.is_sent_start
        and any(name.split()[-1] == token.text != name for name in owners.get(token.text, ()))
    ]


def _with_aliases(full: dict[str, str], also: dict[str, str]) -> dict[str, str]:
    """Other names of somebody lead to that person; so do initials."""
    for text in dict.fromkeys([*full, *also]):
        name = also.get(text) or by_initials(text, list(full))
        if name is not None and name in full and full[name] != text:
            full[text] = full[name]
    return full


def _heard_of(text: str, weights: dict[str, list[int]]) -> list[int]:
    """What speaks for a full name, its surname standing alone elsewhere included."""
    surname = weights.get(text.split()[-1], [])
    return [*weights[text], *(surname if sum(surname) > 0 else ())]


def _stands_alone(name: str, weights: dict[str, list[int]]) -> bool:
    """Whether one word of the name is elsewhere somebody's by itself."""
    return any(sum(weights.get(part, ())) > 0 for part in name.split())


def _is_person(heard: list[int]) -> bool:
    """A name of several words: more speaks for it than against."""
    return sum(heard) > 0


def _is_sure(heard: list[int]) -> bool:
    """A single word: one sure sign that outweighs what speaks against, or likely ones throughout."""
    total = sum(heard)
    return total > 0 and (max(heard) >= _SURE or total >= _LIKELY * len(heard))


def _joined(names: list[str]) -> dict[str, str]:
    """Each full name -> the fullest form it is a part or a misspelling of."""
    fullest: dict[str, str] = {}
    for name in sorted(names, key=lambda one: (-len(one.split()), names.index(one))):
        longer = [other for other in dict.fromkeys(fullest.values()) if _is_form_of(name, other)]
        fullest[name] = longer[0] if len(longer) == 1 else name
    return fullest


def _is_form_of(short: str, full: str) -> bool:
    parts, whole = short.split(), full.split()
    if len(parts) < len(whole):
        rest = iter(whole)
        return all(part in rest for part in parts)
    return len(parts) == len(whole) and len(short) > _NAMES_NEVER_TWICE and _is_slip(short, full)


def _is_slip(one: str, other: str) -> bool:
    """One wrong, missing or swapped letter, the first of each part being right; not the ending that makes a man's name a woman's."""
    if any(
        a != b and b in (f"{a}a", a[:-1]) and "a" in (a[-1], b[-1])
        for a, b in zip(one.split(), other.split(), strict=False)
    ):
        return False
    firsts = [part[0] for part in one.split()] == [part[0] for part in other.split()]
    return firsts and OSA.distance(one, other) == 1


def _short_forms(full: dict[str, str]) -> dict[str, list[str]]:
    """Each single part of a name -> the people who have it."""
    owners: dict[str, list[str]] = {}
    for name in dict.fromkeys(full.values()):
        for part in name.split():
            if len(part) > 1 and part[0].isupper() and not part.endswith("."):
                owners.setdefault(part, []).append(name)
            elif "-" in part:  # "al-Kattan", at the head of a sentence "Al-Kattan"
                for form in (part, part[0].upper() + part[1:]):
                    owners.setdefault(form, []).append(name)
    return owners


def _nearly(name: str, owners: dict[str, list[str]]) -> str | None:
    """The person of whose name a part differs from this word by one slip of the pen."""
    near = {
        people[0]
        for form, people in owners.items()
        if len(form) > _NAMES_NEVER_TWICE and len(people) == 1 and form != name and _is_slip(name, form)
    }
    return near.pop() if len(near) == 1 else None


def _mentions(passage: Passage, runs: list[Run], full: dict[str, str], owners: dict[str, list[str]]) -> People:
    found: dict[str, list[ReadMention]] = {}
    last_named: dict[str, str] = {}
    kin = {owner for run in runs if is_kin_introduced(run) and (owner := full.get(run.text)) is not None}
    titled = {(owner, run.titled) for run in runs if run.titled and (owner := full.get(run.text)) is not None}
    for run in runs:
        owner = full.get(run.text) or _by_title(run, owners, titled) or _owner(run, owners, last_named, set(found), kin)
        if owner is None or lexicon().has("titles", owner.lower()) or occupations().is_person(owner.lower()):
            continue
        if owner not in found and is_kin_named(run):
            kin.add(owner)
        for part in owner.split():
            last_named[part] = owner
        start, end = run.span
        found.setdefault(owner, []).append(ReadMention(passage.text[start:end], (start, end)))
    return People(tuple(Named(name, tuple(mentions)) for name, mentions in found.items()))


def _by_title(run: Run, owners: dict[str, list[str]], titled: set[tuple[str, str]]) -> str | None:
    """ "Dr HADDAD", where the one HADDAD introduced as a doctor has a sister of that surname: whom the text gave the title."""
    people = owners.get(run.words[0], []) if run.titled and len(run.words) == 1 else []
    called = [name for name in people if (name, run.titled) in titled]
    return called[0] if len(people) > 1 and len(called) == 1 else None


def _owner(
    run: Run, owners: dict[str, list[str]], last_named: dict[str, str], known: set[str], kin: set[str]
) -> str | None:
    """Whose short form a run is; a run of several words is one when all of them are parts of one name.

    A surname shared with `kin`, named for somebody's sake ("his wife, NAME"), is theirs only where they speak.
    """
    people = owners.get(run.words[0])
    if len(run.words) > 1 or people is None:
        return None
    if is_kin_named(run):
        # "her brother Aleksandr" is not somebody of that first name whom the text has spoken of already
        people = [p for p in people if p not in known or p.split()[0] != run.words[0]] or [run.words[0]]
    elif not kin.issuperset(people) and not speaks_next(run):
        people = [p for p in people if p not in kin]
    last = last_named.get(run.words[0])
    others = [p for p in people if p in known and p not in kin]
    if last in kin and len(others) == 1 and not speaks_next(run):
        return others[0]
    return last if last in people else people[0]
