"""What the words of a message say of an event: whether it befell those who are named beside or below them.

Says yes, no or nothing. A word too many that makes somebody doubtful costs a look; one too few makes a prisoner free.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from habeas.kernel.country_files import read_yaml

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
#: Words so few are a remark or a heading of their own: "not yet", "not him".
_FEW = 3
_FILE = "pasted_against.yml"


@dataclass(frozen=True, slots=True)
class _Heard:
    """Which kinds of words a text holds. `words`: how many it has; `other`: words of another event."""

    words: int
    own: bool
    other: bool
    held: bool
    dead: bool
    denied: bool
    unchanged: bool
    leaves_out: bool
    over: bool


def heading_says(text: str, event: str) -> bool | None:
    """Whether a heading says that `event` befell those below it; None = it says nothing of that."""
    heard = _heard(text, event)
    if heard.over:
        return event == "release"
    if heard.unchanged or heard.leaves_out or _denies(heard):
        return False
    if heard.own:
        return True
    stays_held = heard.held and event == "release"
    return False if heard.other or heard.dead or stays_held else None


def remark_speaks_against(text: str, event: str) -> bool:
    """Whether words beside a name say that `event` did not befall whoever is named. What befell them earlier says nothing of it."""
    heard = _heard(text, event)
    if heard.over:
        return event != "release" and heard.own
    state = heard.own or heard.held
    unchanged = heard.unchanged and (state or heard.words <= _FEW)
    bare = event == "release" and heard.held and not heard.own and heard.words <= _FEW
    return heard.leaves_out or heard.dead or unchanged or bare or _denies(heard)


def sentence_says(text: str, event: str) -> bool | None:
    """As a heading, of a whole sentence that names nobody: it is heard only where it denies, or tells of, this event or of being held."""
    heard = _heard(text, event)
    if not (heard.own or heard.held):
        return None
    return heading_says(text, event) if heard.denied or heard.unchanged or heard.own else None


def _denies(heard: _Heard) -> bool:
    return heard.denied and (heard.own or heard.held or heard.words <= _FEW)


def _heard(text: str, event: str) -> _Heard:
    words = [word.casefold().replace("ё", "е").replace("’", "'") for word in _WORD.findall(text)]
    plain = " ".join("not" if word.endswith("n't") else word for word in words)
    plain = _pattern("no_denial").sub(" ", plain)
    over = bool(_pattern("over").search(plain))
    plain = _pattern("over").sub(" ", plain)
    events = {name for name in _file()["events"] if _has(plain, f"events.{name}")}
    return _Heard(
        words=len(words), own=event in events, other=bool(events - {event}), held=_has(plain, "held"), dead=_has(plain, "dead"),
        denied=_has(plain, "denied"), unchanged=_has(plain, "unchanged"), leaves_out=_has(plain, "except"), over=over,
    )  # fmt: skip


def _has(plain: str, name: str) -> bool:
    return _pattern(name).search(plain) is not None


@cache
def _file() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = read_yaml((resources.files("habeas.names") / _FILE).read_text("utf-8"), _FILE)
    return found


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Any phrase of a list of the file, as whole words; `events.release` goes one level down."""
    found: object = _file()
    for part in name.split("."):
        found = found[part]  # type: ignore[index]  # a mapping down to the lists
    phrases = sorted({str(p).replace("ё", "е") for entries in found.values() for p in entries}, key=len, reverse=True)  # type: ignore[attr-defined]
    told = "|".join(re.escape(phrase).replace(r"\*", r"[\w'-]*") for phrase in phrases)
    return re.compile(rf"(?<![\w'-])(?:{told})(?![\w'-])")
