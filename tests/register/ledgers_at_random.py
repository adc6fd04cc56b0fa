"""Ledgers of invented people made at random, entry by entry, so small that nearly everything bears on everything else."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from habeas.claims.entries import Opened
from habeas.claims.knowledge import Knowledge

NAMES = ("Ivan Nibyta", "Piotr Prydumany", "Hanna Vydumka", "Marta Fiktsyya", "Ivan Nibyta Stary", "IVAN NIBYTA")
TEXTS = (*NAMES, "Ivan", "a word besides", "Nibyta was told of by Hanna Vydumka", "the first prison there is")
DAYS = ("2024-05-01", "2024", "", "2999-01-01", "2024-05-03")
PREDICATES = (
    *("arrest", "release", "hearing", "sentence") * 4, "withhold_asked", "consent", "minor", "age", "birth_date", "health_condition", "death_in_custody",
    "address", "name", "patronymic", "sex", "described_as_political_prisoner",
)  # fmt: skip
VALUES: tuple[dict[str, Any], ...] = (
    {}, {}, {"place": "Orsk prison"}, {"covers": "health", "given": True}, {"covers": "everything", "given": False},
    {"covers": "under_age", "given": True}, {"value": True}, {"years": 16}, {"text": "Ivan Nibyta"}, {"text": "Marta"},
    {"co_defendants": ["Hanna Vydumka"], "authority": "Piotr Prydumany"}, {"way_out": "died"},
)  # fmt: skip
KINDS = (
    *("claim",) * 8, *("mention",) * 4, *("capture",) * 3, "citation", "note", "passage", *("judgement",) * 4, "retract", "retract",
    "reinstate", "ruling", "review", "review", "policy", "version", "version",
)  # fmt: skip


class Ledger:
    """`knowledge` is what was told so far; `today` the day on which it is asked about. `ahead`: entries may speak of what comes later only."""

    def __init__(self, dice: random.Random, *, ahead: bool = True) -> None:
        self.knowledge = Knowledge()
        self.today = datetime(2024, 5, 2, tzinfo=UTC)
        self.waiting: list[dict[str, Any]] = []
        self._dice = dice
        self._number = count()
        self._ahead = 2 if ahead else 0
        for kind in () if ahead else ("capture", "mention", "passage", "claim"):
            self._enter(kind)

    def act(self) -> None:
        """A few entries at once, or a day passes, or something is proposed."""
        if self._dice.random() < 0.1:
            self.today += timedelta(days=1)
        if self._dice.random() < 0.1:
            self.waiting = [{"source": self._one("s"), "predicate": self._dice.choice(PREDICATES)}]
        for _ in range(self._dice.choice((1, 1, 2, 6))):
            self._enter(self._dice.choice(KINDS))

    def _enter(self, kind: str) -> None:
        number = next(self._number)
        content = getattr(self, f"_{kind}", self._source)()
        beside = content.pop("beside", {})
        # ids of one kind are few, so that entries speak of one another, and of what is not here yet
        prefix = {"capture": "s", "citation": "s", "note": "s", "mention": "m", "claim": "c", "passage": "p"}.get(
            kind, "e"
        )
        taken: Any = {"s": self.knowledge.sources, "m": self.knowledge.mentions, "p": self.knowledge.passages}.get(
            prefix
        )
        made = len(self.knowledge.claims) if taken is None else len(taken)
        entry_id = f"{prefix}{made if prefix in 'smcp' else number}"
        actor = self._dice.choice(("one", "other"))
        recorded = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=number // 3)
        self.knowledge.add(Opened(number, entry_id, kind, content, actor, recorded, beside))

    def _one(self, prefix: str) -> str:
        held: dict[str, Any] = {
            "s": self.knowledge.sources,
            "m": self.knowledge.mentions,
            "c": self.knowledge.claims,
            "p": self.knowledge.passages,
        }
        return f"{prefix}{self._dice.randrange(max(1, len(held[prefix]) + self._ahead))}"

    def _source(self) -> dict[str, Any]:
        said: dict[str, Any] = {"name": self._dice.choice(TEXTS), "published": self._dice.choice(DAYS)}
        for name, told in (
            ("derived_from", self._one("s")), ("url", "https://a.example/ivan-nibyta"), ("list_name", "The List"), ("key", "Marta"),
            ("consent", self._dice.choice(("public", "count_only", "staff_only"))), ("sha256", self._one("s")),
        ):  # fmt: skip
            if self._dice.random() < 0.2:
                said[name] = told
        return said

    def _mention(self) -> dict[str, Any]:
        return {"source": self._one("s"), "name": self._dice.choice(NAMES)}

    def _passage(self) -> dict[str, Any]:
        return {"source": self._one("s"), "number": 0, "text": self._dice.choice(TEXTS)}

    def _claim(self) -> dict[str, Any]:
        dice = self._dice
        said: dict[str, Any] = {
            "source": self._one("s"), "predicate": dice.choice(PREDICATES), "value": dice.choice(VALUES),
            "when": dice.choice(("", "2024-04-01", "2007-01-01")),
        }  # fmt: skip
        if dice.random() < 0.8:
            said["subject"] = self._one("m")
        else:
            said |= {"members": sorted({self._one("m") for _ in range(3)}), "count": dice.choice((None, 2, 5))}
        if dice.random() < 0.4:
            start = dice.randrange(20)
            said |= {"quote": dice.choice(TEXTS), "passage": self._one("p"), "span": [start, start + 8]}
        if dice.random() < 0.2:
            said |= dice.choice(({"speaker": "Hanna Vydumka"}, {"reality": "denied"}, {"weak": True}))
        if dice.random() < 0.2:
            said["beside"] = {"version": self._one("s")}
        return said

    def _judgement(self) -> dict[str, Any]:
        said = {
            "a": self._one("m"),
            "b": self._one("m"),
            "verdict": self._dice.choice(("same", "same", "different", "unsure")),
        }
        why = self._dice.choice((None, "in the list The List: a doubt", "seen"))
        automatic = {"automatic": True} if said["verdict"] == "same" and self._dice.random() < 0.4 else {}
        return {**said, "why": why, **automatic}

    def _retract(self) -> dict[str, Any]:
        return {"claim": self._one("c"), "why": "Piotr Prydumany asked"}

    _reinstate = _retract

    def _ruling(self) -> dict[str, Any]:
        return {"upheld": self._one("c"), "set_aside": [self._one("c"), self._one("c")], "why": "seen"}

    def _review(self) -> dict[str, Any]:
        said = {"draft": f"d{self._dice.randrange(6)}", "decision": self._dice.choice(("accept", "reopen"))}
        told = {"claim": self._one("c")} if said["decision"] == "accept" else {"undoes": f"e{self._dice.randrange(60)}"}
        return {**said, **told, "why": "seen"}

    def _policy(self) -> dict[str, Any]:
        return self._dice.choice(({"reviewers": 2}, {"reviewers": 1, "waived_because": "one"}))

    def _version(self) -> dict[str, Any]:
        ids = {name: [self._one("c")] for name in ("again", "ended", "unlisted")}
        said = {"list": self._one("s"), "list_name": "The List", "capture": self._one("s"), "published": "2024-05-01"}
        return {**said, "rows": 1, "sha256": "0", **ids}
