"""Names cut out of a message as people paste it: numbered or with bullets, one a line or in running text, with ages, titles and remarks.

Nothing is dropped: a name keeps the line it stood on, and every line and every run of words that was not taken for a name is told, with why.
What is only perhaps meant is taken and marked, so that a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.names.name_text import word_list
from habeas.names.parsed import parsed
from habeas.names.pasted_lines import Piece, Segment, beside, core, is_nickname, pieces_of, shape

#: Names have no more words than this.
_MOST_WORDS = 6
#: A message is a bare list where so many lines, and this share of them, hold a name and nothing before it.
_FEWEST, _SHARE = 3, 0.6
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[01]\d)(?!\d)")
_NAMED = ("capital", "caseless", "initial", "particle")
_CLOSED = ("comma", "and", "end", "bracket", "dash", "stop")


@dataclass(frozen=True, slots=True)
class PastedName:
    """`line` counts from 1; `raw` is that line as pasted. `born`: a year of birth beside the name, None = none. `likely`: whether the shape
    of the message says that it is a name of the list; otherwise a person should look. `against`: what the message says against the event
    having befallen whoever is named, "" = nothing, or nobody asked.
    """

    name: str
    line: int
    raw: str
    born: int | None = None
    likely: bool = True
    against: str = ""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """What was not taken for a name: a line, or words of one, and why."""

    text: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """Everything that a message held, in its order."""

    names: tuple[PastedName, ...]
    left: tuple[NotTaken, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that may be a name. `whole`: nothing else stands in their segment, or only what cannot belong to a name after them; `opens`:
    nothing stands before them. `called`: what somebody is called stands before them (journalist).
    """

    words: tuple[str, ...]
    whole: bool
    opens: bool
    called: bool

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def is_sure(self) -> bool:
        found = parsed(self.text)
        has_initial = len(self.words) > 1 and any(shape(word) == "initial" for word in self.words)
        return found.whole or has_initial or (len(self.words) > 1 and found.patronymic is not None)

    @property
    def may_stand_alone(self) -> bool:
        """Whether there are two words, an initial run into one, or one word of a script that may part none."""
        first = self.words[0]
        return len(self.words) > 1 or "." in first or (shape(first) == "caseless" and len(first) > 1)


def names_pasted(text: str) -> Pasted:
    """Cut a message into names. An empty message holds none."""
    names: list[PastedName] = []
    left: list[NotTaken] = []
    bare = total = 0
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip():
            continue
        found = [(piece, *_taken(piece)) for piece in pieces_of(raw)]
        here = [replace(name, line=number, raw=raw.strip()) for _, taken, _ in found for name in taken]
        names += here
        left += [NotTaken(words, number, why) for _, _, others in found for words, why in others]
        if not here and not any(others for _, _, others in found):
            left.append(NotTaken(raw.strip(), number, _why_none(raw)))
        if not any(piece.listed for piece, _, _ in found):
            total += 1
            bare += bool(here)
    if bare >= _FEWEST and bare >= _SHARE * total:
        names = [replace(n, likely=True) if n.name and _opens(n) else n for n in names]
    return Pasted(tuple(names), tuple(left))


def _opens(name: PastedName) -> bool:
    """Whether the name stands at the beginning of its line."""
    return "".join(filter(str.isalnum, name.raw)).startswith("".join(filter(str.isalnum, name.name)))


def _why_none(raw: str) -> str:
    if not any(map(str.isalpha, raw)):
        return "no letters"
    return "a heading" if raw.rstrip().endswith(":") else "no name seen in it"


def _taken(piece: Piece) -> tuple[list[PastedName], list[tuple[str, str]]]:
    """Names of a piece, and the runs of words in it that may be names and were not taken."""
    if all(_heads_a_column(segment) for segment in piece.segments):
        return [], [(piece.text, "headings of columns")]
    turned = _surname_first(piece)
    segments = piece.segments if turned is None else piece.segments[2:]
    names = [] if turned is None else [PastedName(turned, 0, "")]
    perhaps: list[tuple[str, str]] = []
    singles = _single_words(piece)
    after_name, is_row = turned is not None, True
    for place, segment in enumerate(segments):
        heads_line = place == 0 and turned is None
        joined = after_name and segment.before in ("comma", "and")
        after_name = False
        for run in _runs(segment):
            taken = run.words in singles or _is_meant(run, segment, piece, heads_line=heads_line, joined=joined)
            if taken is None:
                perhaps.append((run.text, "perhaps a name, in a remark about another"))
            elif not taken and joined and run.opens:
                perhaps.append((run.text, "perhaps a name, in one word"))
            elif taken:
                likely = run.words in singles or run.called or (run.whole and (piece.listed or run.is_sure or joined))
                names.append(PastedName(run.text, 0, "", likely=likely))
                after_name = True
                is_row = is_row and run.whole
    if names:
        if is_row and len(names) > 1:
            names = [replace(name, likely=True) for name in names]
        names[0] = replace(names[0], born=_born(piece))
        return names, perhaps
    return [], [(piece.text, _why_none(piece.text))]


def _heads_a_column(segment: Segment) -> bool:
    return all(core(word).casefold().strip("№#") in beside("columns") | {""} for word in segment.words)


def _is_meant(run: _Run, segment: Segment, piece: Piece, *, heads_line: bool, joined: bool) -> bool | None:
    """Whether a run of words is a name of the list; None = it may be a name, but of somebody in a remark."""
    many = len(run.words) > 1
    if joined and run.opens and not many and shape(run.words[0]) == "caseless" and run.may_stand_alone:
        return True
    if heads_line and run.whole and segment.after != "colon":
        return run.may_stand_alone or piece.listed
    if joined and many and (run.whole or (run.opens and not piece.listed)) and (run.is_sure or not piece.listed):
        return True
    if not many or not run.is_sure:
        return False
    opened_by_name = (
        bool(piece.segments) and any(r.whole for r in _runs(piece.segments[0])) and piece.segments[0].after != "colon"
    )
    if opened_by_name and not heads_line:
        return None
    return True


def _runs(segment: Segment) -> Iterator[_Run]:
    """Runs of name-shaped words of a segment, without titles and callings before them."""
    words = segment.words
    place = 0
    while place < len(words):
        if shape(words[place]) not in _NAMED:
            place += 1
            continue
        end = place
        while end < len(words) and shape(words[end]) in _NAMED:
            end += 1
        run = _trimmed(words[place:end], opens=place == 0)
        called = place > 0 and core(words[place - 1]).casefold() in beside("callings")
        before = {core(word).casefold() for word in words[:place]}
        free = before <= (beside("callings") | word_list("titles")) - beside("officials")
        if run:
            yield _Run(tuple(run), free and _is_end(words[end:]), free, called)
        place = end


def _is_end(rest: Sequence[str]) -> bool:
    """Whether what follows cannot make the words before it the beginning of a sentence: nothing, or a number first."""
    return not rest or shape(rest[0]) == "other"


def _trimmed(words: Sequence[str], *, opens: bool) -> list[str]:
    """Without titles, callings and particles at the edges; nothing where no name can be left, or more words than a name has."""
    found = [word if shape(word) == "initial" or is_nickname(word) else core(word) for word in words]
    beside_names = word_list("titles") | beside("callings")
    while len(found) > 1 and found[0].casefold().strip(".") in beside_names:
        found.pop(0)
    if opens and _begins_a_sentence(found):
        found.pop(0)
    while found and shape(found[-1]) == "particle" and found[-1] not in word_list("after"):
        found.pop()
    named = [word for word in found if shape(word) in ("capital", "caseless")]
    lone = len(found) == 1 and found[0].casefold() in beside_names
    return found if named and not lone and len(found) <= _MOST_WORDS else []


def _begins_a_sentence(words: Sequence[str]) -> bool:
    """Whether the first of three words is rather the first of a sentence: a known given name and a word that is no patronymic follow it."""
    if len(words) != 3:
        return False
    first, second, third = (parsed(word) for word in words)
    follows = bool(second.classes) and not first.classes and parsed(" ".join(words)).patronymic is None
    return follows and not words[0].isupper() and not third.classes


def _surname_first(piece: Piece) -> str | None:
    """ "Surname, Given" as one name; None where the piece does not begin so."""
    if len(piece.segments) < 2:
        return None
    one, other = piece.segments[:2]
    lone = len(one.words) == 1 and shape(one.words[0]) in ("capital", "caseless") and one.after == "comma"
    given = 0 < len(other.words) <= 2 and all(shape(w) in _NAMED for w in other.words)
    if not lone or not given or parsed(core(one.words[0])).classes or not parsed(core(other.words[0])).classes:
        return None
    if len(other.words) == 2 and parsed(f"{one.words[0]}, {' '.join(other.words)}").patronymic is None:
        return None
    return f"{core(one.words[0])}, {' '.join(map(core, other.words))}"


def _single_words(piece: Piece) -> set[tuple[str, ...]]:
    """Surnames alone, where a whole row of them follows a colon or makes up the piece."""
    start = next((n + 1 for n, s in enumerate(piece.segments) if s.after == "colon"), 0)
    row = piece.segments[start:]
    lone = [s.words for s in row if len(s.words) == 1 and shape(s.words[0]) in ("capital", "caseless")]
    if len(lone) < 2 or len(lone) != len(row) or any(s.after not in _CLOSED for s in row):
        return set()
    return {(core(words[0]),) for words in lone}


def _born(piece: Piece) -> int | None:
    """A year of birth: a year alone in brackets or after a comma, or one beside a word that says so."""
    alone = [text for text in (*piece.brackets, *(" ".join(s.words) for s in piece.segments)) if _YEAR.fullmatch(text)]
    if alone:
        return int(alone[0])
    words = piece.text.replace("(", " ").replace(")", " ").split()
    for place, word in enumerate(words):
        year = _YEAR.search(word)
        near = {w.casefold().strip(".,;:") for w in words[max(0, place - 2) : place + 2]}
        if year and near & beside("born"):
            return int(year[1])
    return None
