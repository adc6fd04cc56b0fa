"""The queue of people who may be one: a card for each two, decided with a key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, as_of
from habeas.cli.printing import bullets, paragraph, print_json
from habeas.kernel.errors import RefusedByRule

_KEYS = {"s": "same", "d": "different", "u": "unsure", "n": "next", "q": "stop"}


def people_desk(register: Any, common: Common, *, only_list: bool, by_policy: bool) -> None:
    """List, decide, or let the declared policy decide what it can."""
    from habeas.figures.definitions import definition
    from habeas.register.intake import link_all
    from habeas.register.known import known
    from habeas.register.questions import question_json, questions

    linked = link_all(register)["linked"] if by_policy else None
    asked = as_of(None, None, "register")
    waiting = questions(register, asked, definition())
    now = known(register, asked.known_by, asked.basis)
    cards = [question_json(now, question) for question in waiting]
    if common.json:
        answer = {"on": asked.day.isoformat(), "definition": str(definition()), "questions": cards, "total": len(cards)}
        print_json(answer if linked is None else {**answer, "linked": linked})
        return
    if linked is not None:
        echo(f"The policy linked {len(linked)}.")
    for number, card in enumerate(cards, start=1):
        echo(f"\n{number} of {len(cards)}")
        _card(card if only_list else _with_effect(register, card, asked.day))
        if not only_list and not _decided(register, card):
            return
    if not cards:
        echo("Nobody here waits to be told apart or joined.")


def _with_effect(register: Any, card: Mapping[str, Any], day: date) -> Mapping[str, Any]:
    """A card on which either answer's change of the count stands, worked out from the whole register where the queue did not."""
    from habeas.figures.definitions import definition
    from habeas.identity.judgements import Verdict
    from habeas.register.effects import effect_of

    found = dict(card)
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        if found[f"if_{verdict}"] is None:
            pair = (card["a"]["id"], card["b"]["id"])
            (one,) = effect_of(register, *pair, verdict, [day], definition())["counts"]
            found[f"if_{verdict}"] = {
                bound: one["after"][bound] - one["before"][bound] for bound in ("certain", "possible")
            }
    return found


def _card(card: Mapping[str, Any]) -> None:
    """Who and where from, what agrees and what does not, and what either answer changes today."""
    for party in (card["a"], card["b"]):
        also = f" (also {', '.join(party['names'][1:])})" if len(party["names"]) > 1 else ""
        paragraph(f"{party['name']}{also}, {party['id']}: {', '.join(party['sources'])}")
    bullets(f"{f['part']} {f['verdict']}: {f['why']}" for f in card["features"])
    for verdict in ("same", "different"):
        change = card[f"if_{verdict}"]
        if change is not None:
            paragraph(f"if {verdict}: {change_in_words(change)} in today's count", "  ")


def change_in_words(change: Mapping[str, int]) -> str:
    """A change of bounds as prose says it."""
    return ", ".join(
        f"{name} {change[name]:+d}" if change[name] else f"{name} unchanged" for name in ("certain", "possible")
    )


def _decided(register: Any, card: Mapping[str, Any]) -> bool:
    """Whether to go on."""
    from habeas.identity.judgements import Verdict
    from habeas.register.deciding import judge

    asked = ", ".join(f"{key} {word}" for key, word in _KEYS.items())
    try:
        key = click.prompt(asked, type=click.Choice(list(_KEYS)), show_choices=False)
        if key in "sdu":
            why = click.prompt("why", default="", show_default=False).strip()
            judge(register, card["a"]["id"], card["b"]["id"], Verdict(_KEYS[key]), why or None)
    except click.Abort:  # the end of input: what was decided stays
        echo("\nStopped; what was decided stays.")
        return False
    except RefusedByRule as refusal:
        echo(f"  {refusal}")
        return True
    return bool(key != "q")
