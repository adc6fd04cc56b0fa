"""What a judgement about two people would change in the counts, before it is made. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from habeas.figures.definitions import Definition
from habeas.figures.roll import Count, count, roll
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import Basis
from habeas.register.deciding import judgement_entry
from habeas.register.derived import laid_out
from habeas.register.intake import latest_day
from habeas.register.known import known_anew
from habeas.register.opened import Register
from habeas.register.supposing import supposing


def effect_of(
    register: Register, a: str, b: str, verdict: Verdict, days: Sequence[date], of: Definition
) -> dict[str, Any]:
    """The counts of these days as known today, as they are and as they would be. Raises as judging does.

    What was answered as known on an earlier day stays as it was, whatever is judged.
    """
    of.refuse_unless_answerable(list(days))
    entry = judgement_entry(register, a, b, verdict, None)
    known_by = latest_day(register)
    now = laid_out(register, known_by, Basis.register(), of).timeline
    then = known_anew(supposing(register, [entry]), known_by, Basis.register())
    return {
        "dry_run": True, "verdict": verdict.value, "known_by": known_by.isoformat(), "definition": str(of), "unit": "person",
        "counts": [
            {
                "on": day.isoformat(), "before": _as_json(now.on(day)),
                "after": _as_json(count(roll(then.everyone, then.look_alikes, of, day))),
            }
            for day in days
        ],
    }  # fmt: skip


def _as_json(found: Count) -> dict[str, int]:
    return {"certain": found.certain, "possible": found.possible, "unconfirmed": found.unconfirmed}
