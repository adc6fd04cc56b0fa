"""Registers of invented people in which some things are secret, each for one reason, and every secret is a word of its own.

What is secret holds a word that begins with "Zq", what may be shown one that begins with "Ov": a page that shows the former leaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from habeas.claims.entries import new_entry
from habeas.register.opened import Register

SECRET, OPEN = "Zq", "Ov"
#: Why something is secret; "open" is not.
REASONS = (
    "open", "withhold_asked", "minor", "born_late", "health", "one_death", "staff", "note_staff", "note_count", "undated", "embargoed",
    "other_name", "group_member", "named_in_a_value", "said_by", "alike", "retracted_health", "unquoted",
)  # fmt: skip


@dataclass(slots=True)
class Telling:
    """Entries being made. `secrets` are words that no visitor may see, `shown` words that every visitor should."""

    register: Register
    entries: list[Any] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    number: Any = field(default_factory=count)

    def word(self, secret: bool) -> str:
        """A word that stands nowhere else."""
        made = f"{SECRET if secret else OPEN}{self._letters(next(self.number))}"
        (self.secrets if secret else self.shown).append(made)
        return made

    @staticmethod
    def _letters(number: int) -> str:
        # sounds that no other name is like, so that nobody is taken for somebody else
        syllables = ("bak", "dol", "fim", "gur", "hep", "jor", "kil", "lum", "nad", "pos")
        return "".join(syllables[int(digit)] for digit in f"{number:03}")

    def entry(self, kind: str, content: dict[str, Any], **beside: Any) -> str:
        made = new_entry(self.register.store.key, kind, content, self.register.stamp(**beside))
        self.entries.append(made)
        return made.id

    def source(self, published: str = "2024-05-01", **said: Any) -> str:
        name = f"Paper {next(self.number)}"
        return self.entry("citation", {"name": name, **({"published": published} if published else {}), **said})

    def note(self, consent: str) -> str:
        return self.entry("note", {
            "channel": "call", "day": "2024-05-02", "text": f"{self.word(True)} told", "consent": consent, "informant": self.word(True),
        })  # fmt: skip

    def mention(self, source: str, name: str) -> str:
        return self.entry("mention", {"source": source, "name": name})

    def claim(self, source: str, subject: str | None, predicate: str, **said: Any) -> str:
        content = {"source": source, "subject": subject, "predicate": predicate, "value": {}, **said}
        return self.entry("claim", {name: value for name, value in content.items() if value is not None})

    def text(self, sentences: Sequence[str], published: str = "2024-05-01") -> tuple[str, str, list[tuple[int, int]]]:
        """An article of these sentences: source, passage, and where each stands."""
        source = self.entry("capture", {
            "sha256": f"{next(self.number):064}", "size": 1, "media_type": "text/plain", "file_name": "a.txt", "published": published,
            "publisher": f"Paper {next(self.number)}",
        })  # fmt: skip
        passage = self.entry("passage", {"source": source, "number": 0, "text": " ".join(sentences)})
        spans, start = [], 0
        for sentence in sentences:
            spans.append((start, start + len(sentence)))
            start += len(sentence) + 1
        return source, passage, spans


def tell(register: Register, reasons: Sequence[str]) -> Telling:
    """Put one person for each reason into the register."""
    told = Telling(register)
    for reason in reasons:
        _PEOPLE.get(reason, _one_person)(told, reason)
    register.append(told.entries)
    register.caught_up()
    return told


def _named(told: Telling, source: str, *, secret: bool) -> tuple[str, str]:
    name = f"{told.word(secret)} {told.word(secret)}"
    return told.mention(source, name), name


def _one_person(told: Telling, reason: str) -> None:
    """Arrested, in an article; what makes it secret comes from the same or another source."""
    secret = reason in ("withhold_asked", "minor", "born_late", "alike", "undated", "embargoed")
    name = f"{told.word(secret)} {told.word(secret)}"
    arrested = f"{name} was arrested near the {told.word(secret)} market."
    more = secret or reason in ("health", "one_death", "staff", "retracted_health", "unquoted")
    also = f"Also {told.word(more)} was said that day."
    day = {"undated": "", "embargoed": "2999-01-01"}.get(reason, "2024-05-01")
    # nothing is claimed by the third sentence, which may speak of the same person by another form of the name
    text = [arrested, also, f"There was {told.word(reason != 'open')} besides."]
    source, passage, (first, second, _) = told.text(text, day)
    person = told.mention(source, name)
    told.claim(source, person, "arrest", when="2024-04-01", quote=arrested, passage=passage, span=list(first),
               value={"place": f"{told.word(secret)} prison"})  # fmt: skip
    told.claim(source, person, "described_as_political_prisoner")
    beside = {"quote": also, "passage": passage, "span": list(second)}
    if reason == "withhold_asked":
        told.claim(told.source(), person, "withhold_asked", value={"by": told.word(True)})
    elif reason == "minor":
        told.claim(source, person, "minor", value={"value": True}, **beside)
    elif reason == "born_late":
        told.claim(source, person, "birth_date", when="2008-06-01", **beside)
    elif reason in ("health", "retracted_health"):
        made = told.claim(
            source, person, "health_condition", when="2024-04-20", value={"condition": told.word(True)}, **beside
        )
        part = also[5:-9]
        told.claim(
            source,
            person,
            "hearing",
            when="2024-04-20",
            quote=part,
            passage=passage,
            span=[second[0] + 5, second[1] - 9],
        )
        if reason == "retracted_health":
            told.entry("retract", {"claim": made, "why": told.word(True)})
    elif reason == "unquoted":
        told.claim(source, person, "health_condition", when="2024-04-20", value={"condition": told.word(True)})
    elif reason == "one_death":
        told.claim(source, person, "death_in_custody", when="2024-04-21", value={"cause": told.word(True)}, **beside)
    elif reason == "staff":
        told.claim(source, person, "address", value={"value": f"{told.word(True)} street"}, **beside)
        told.claim(source, person, "due_release", when="2031-03-03")
    elif reason == "alike":
        other = told.source()
        asked = told.mention(other, name)
        told.claim(other, asked, "withhold_asked", value={})


def _from_a_note(told: Telling, reason: str) -> None:
    note = told.note("staff_only" if reason == "note_staff" else "count_only")
    person, _ = _named(told, note, secret=True)
    told.claim(note, person, "arrest", when="2024-04-02", quote=f"they took {told.word(True)} away", value={"place": told.word(True)},
               speaker=told.word(True))  # fmt: skip


def _under_another_name(told: Telling, reason: str) -> None:
    """Known by a note under one name and by a paper under another; the paper tells of the person whom the note names."""
    note, paper = told.note("staff_only"), told.source()
    hidden, _ = _named(told, note, secret=True)
    shown, _ = _named(told, paper, secret=False)
    told.claim(note, hidden, "occupation", value={"value": told.word(True)})
    told.claim(paper, shown, "described_as_political_prisoner")
    told.claim(paper, hidden, "arrest", when="2024-04-03", value={"place": f"{told.word(False)} prison"})
    told.entry("judgement", {"a": hidden, "b": shown, "verdict": "same", "why": told.word(True)})


def _in_a_group(told: Telling, reason: str) -> None:
    paper = told.source()
    secret, hidden = _named(told, paper, secret=True)
    shown, _ = _named(told, paper, secret=False)
    told.claim(paper, secret, "withhold_asked")
    told.claim(
        paper,
        None,
        "release",
        when="2024-06-01",
        count=14,
        members=[secret, shown],
        quote=f"fourteen were freed, {hidden} among them",
    )


def _named_elsewhere(told: Telling, reason: str) -> None:
    """Somebody who may be shown, with a claim that names somebody who may not."""
    paper = told.source()
    secret, hidden = _named(told, paper, secret=True)
    shown, _ = _named(told, paper, secret=False)
    told.claim(paper, secret, "withhold_asked")
    said = {"speaker": hidden} if reason == "said_by" else {}
    value = {"authority": told.word(False), "co_defendants": [hidden]} if reason == "named_in_a_value" else {}
    told.claim(
        paper, shown, "case" if value else "arrest", value=value, **said, **({} if value else {"when": "2024-04-04"})
    )


_PEOPLE = {
    "note_staff": _from_a_note, "note_count": _from_a_note, "other_name": _under_another_name, "group_member": _in_a_group,
    "named_in_a_value": _named_elsewhere, "said_by": _named_elsewhere,
}  # fmt: skip
