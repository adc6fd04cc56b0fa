"""Finding one of many people by another spelling: `python benchmarks/identity/lookup.py [N] [QUERIES] [PEERS]`.

N invented people (100,000 unless given; 3,000,000 is the size aimed at), stored in two languages and two scripts. Each search is the name of
one of them in another script or another language's spelling, half by given name and surname, half with the patronymic where it is stored;
every second search has one slip (a letter out, in, other, or swapped). A hit: among the first ten is somebody who bears the same name in
every part that the search gives, by who they were invented to be, not by spelling; namesakes cannot be told apart by a name.

Type-ahead: given name and the first letters of the surname, and the surname's first letters alone, in another spelling, without a slip; people
are drawn as they come, so common surnames are asked for more often, as in life; the second figure draws every surname alike. A hit is
the same as above. Three letters fit hundreds of people: what is most possible is printed beside it. PEERS are run at that size (N unless given; 0 = none); `HABEAS_TEST_POSTGRES` names a server for pg_trgm.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.identity.invented_names import WRITTEN, Country, Human, misspelt, searched, stored
from benchmarks.identity.lookup_peers import COMPARED, PEERS

from habeas.identity.look_up import look_up
from habeas.identity.name_index import index_of, packed
from habeas.names.found import found_score
from habeas.names.readings import KEY_VERSION

#: People for whom the most that type-ahead can give is reckoned out.
MOST_POSSIBLE = 50
Finder = Callable[[str], Sequence[int]]
Query = tuple[str, int, tuple[str, ...]]


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    asked = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    peers = int(sys.argv[3]) if len(sys.argv) > 3 else number
    country = Country(1, max(20_000, number // 15))
    humans = country.humans(number)
    names = stored(country, humans)
    print(
        f"{number:,} people, {len({h.surname for h in humans}):,} surnames; keys of version {KEY_VERSION}", flush=True
    )

    began, at = time.perf_counter(), time.process_time()
    index = index_of(names)
    print(
        f"index built in {time.perf_counter() - began:.1f} s (processor {time.process_time() - at:.1f} s), "
        f"keys of {len(index.words):,} distinct words included"
    )
    print(f"index {len(packed(index)) / 1e6:.1f} MB", flush=True)

    def rough(text: str, limit: int = 10, unfinished: bool = False) -> list[int]:
        return look_up(index, text, limit, unfinished=unfinished).names.tolist()

    def in_full(text: str, found: Sequence[int]) -> list[int]:
        return sorted(found, key=lambda n: -found_score(text, names[n]))[:10]

    def compared(text: str) -> list[int]:
        return in_full(text, rough(text, COMPARED))

    queries = asked_for(country, humans, names, asked)
    for finder in (rough, compared):
        finder(queries[0][0])
    measured("habeas, rough order", rough, queries, humans)
    measured("habeas, compared in full", compared, queries, humans)
    typed(country, humans, names, asked // 2, lambda text: rough(text, 10, True))
    if peers:
        print(f"\npeers, {peers:,} people")
        few, some = humans[:peers], names[:peers]
        queries = asked_for(country, few, some, min(asked, 200))
        if peers < number:
            index = index_of(some)
            measured("habeas, rough order", rough, queries, few)
            names = some
            measured("habeas, compared in full", compared, queries, few)
        for name, make in PEERS.items():
            made = make(some)
            if isinstance(made, str):
                print(f"  {name:34} {made}")
                continue
            measured(f"{name}, {made.megabytes:.0f} MB in {made.seconds:.0f} s", made.find, queries, few)
            if made.more is not None:
                more = made.more
                measured("  the same, then compared in full", lambda t, more=more: in_full(t, more(t)), queries, few)
            made.close()


def asked_for(country: Country, humans: Sequence[Human], names: Sequence[str], number: int) -> list[Query]:
    """Searches: the text, who is meant, and the parts of the name that it gives. Every second has a slip."""
    draw, found = random.Random(7), list[Query]()
    for n in range(number):
        who = draw.randrange(len(humans))
        whole = n // 2 % 2 == 1 and len(names[who].split()) == 3
        parts = ("given", "father", "surname") if whole else ("given", "surname")
        text = searched(country, humans[who], names[who], parts)
        found.append((misspelt(draw, text) if n % 2 else text, who, parts))
    return found


def is_right(found: Human, meant: Human, parts: Sequence[str]) -> bool:
    same = {"gender": found.gender == meant.gender or "given" not in parts}
    same |= {part: getattr(found, part) == getattr(meant, part) for part in parts}
    return all(same.values())


def measured(what: str, finder: Finder, queries: Sequence[Query], humans: Sequence[Human]) -> None:
    clock, hits = Clock(), []
    for text, who, parts in queries:
        found = clock.timed(finder, text)
        hits.append(any(is_right(humans[n], humans[who], parts) for n in found[:10]))
    plain, slips = np.mean(hits[::2]), np.mean(hits[1::2])
    print(
        f"  {what:34} recall@10 {np.mean(hits):.3f} (no slip {plain:.3f}, one slip {slips:.3f})  {clock.said()}",
        flush=True,
    )


class Clock:
    """How long each search takes, on the clock on the wall and of the processor; the second does not count waiting for other programs."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def timed(self, finder: Finder, text: str) -> Sequence[int]:
        began, at = time.perf_counter(), time.process_time()
        found = finder(text)
        self.wall.append((time.perf_counter() - began) * 1000)
        self.cpu.append((time.process_time() - at) * 1000)
        return found

    def said(self) -> str:
        p50, p95 = np.percentile(self.wall, [50, 95])
        own, own95 = np.percentile(self.cpu, [50, 95])
        return f"p50 {p50:.1f} p95 {p95:.1f} ms (processor {own:.1f}, {own95:.1f})"


def typed(country: Country, humans: Sequence[Human], names: Sequence[str], number: int, finder: Finder) -> None:
    print("type-ahead, by letters of the surname typed (all: mean over every letter from the third to the last)")
    draw = random.Random(8)
    bearers: dict[int, int] = {}
    for n, human in enumerate(humans):
        bearers.setdefault(human.surname, n)
    kinds = {
        "as in life": [draw.randrange(len(humans)) for _ in range(number)],
        "every surname alike": draw.sample(sorted(bearers.values()), min(number, len(bearers))),
    }
    for kind, people in kinds.items():
        for parts in (("given", "surname"), ("surname",)):
            letter_by_letter(kind, country, humans, names, people, parts, finder)
    most_possible(country, humans, kinds["as in life"][:MOST_POSSIBLE])


def letter_by_letter(
    kind: str, country: Country, humans: Sequence[Human], names: Sequence[str], people: Sequence[int],
    parts: tuple[str, ...], finder: Finder,
) -> None:  # fmt: skip
    hits, clock = defaultdict[int, list[bool]](list), Clock()
    for who in people:
        before, space, surname = searched(country, humans[who], names[who], parts).rpartition(" ")
        for letters in range(3, len(surname) + 1):
            found = clock.timed(finder, before + space + surname[:letters])
            hits[letters].append(any(is_right(humans[n], humans[who], parts) for n in found))
    print(f"  {kind:20} {' + '.join(parts):16} {by_letters(hits)}  {clock.said()}", flush=True)


def by_letters(hits: dict[int, list[bool]]) -> str:
    every = np.mean([hit for found in hits.values() for hit in found])
    return f"recall@10 all {every:.3f}  " + "  ".join(f"{n}: {np.mean(hits[n]):.2f}" for n in range(3, 9) if n in hits)


def most_possible(country: Country, humans: Sequence[Human], people: Sequence[int]) -> None:
    """What nobody can better: the ten commonest surnames that begin so when written by the very same scheme, the scheme being known."""
    borne = defaultdict[tuple[str, int], Counter[int]](Counter)
    for human in humans:
        borne[human.gender, human.given][human.surname] += 1
    hits = defaultdict[int, list[bool]](list)
    for who in people:
        human = humans[who]
        bearers = borne[human.gender, human.given]
        language = country.draw.choice(("be", "ru"))
        scheme = country.draw.choice((None, *WRITTEN[language], *WRITTEN[language]))
        others = [Human(surname, human.given, human.father, human.gender) for surname in bearers]
        spelled = {h.surname: country.written(h, language, scheme, ("surname",)) for h in others}
        for letters in range(3, len(spelled[human.surname]) + 1):
            begin = spelled[human.surname][:letters]
            alike = sorted((s for s in bearers if spelled[s].startswith(begin)), key=lambda s: -bearers[s])
            hits[letters].append(human.surname in alike[:10])
    print(f"  {'most possible':20} {'given + surname':16} {by_letters(hits)}  of {len(people)} people", flush=True)


if __name__ == "__main__":
    main()
