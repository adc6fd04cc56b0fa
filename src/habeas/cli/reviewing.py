"""The desk in the terminal: one card per draft, decided with a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, common, opened
from habeas.cli.output import Output, output_option
from habeas.cli.printing import comparator_words, paragraph, print_json, print_table, quoted
from habeas.cli.saying_identity import say_identity
from habeas.kernel.days import in_words
from habeas.kernel.errors import InputRefused, UsageError

_KEYS = {"a": "accept", "r": "refuse", "e": "edit", "n": "next", "q": "stop"}
_ASKED = {
    "person": "name",
    "when": "day",
    "count": "how many",
    "place": "place",
    "term_years": "term in years",
    "reality": "reality",
    "speaker": "said by",
}
_CONTEXT = 260
_WARNING = "# Words of sources and names of people: for this team only, never to be published.\n"


@click.command("review")
@click.argument("reg")
@click.option("--list", "only_list", is_flag=True, help="Only list what waits.")
@click.option("--rates", is_flag=True, help="How the rules of reading fare: accepted, amended, refused.")
@output_option("--cases", help="Write refused and amended drafts as reading cases (YAML); private.")
@click.option("--people", is_flag=True, help="Who may be one person: s same, d different, u unsure, n next, q stop.")
@click.option("--by-policy", is_flag=True, help="With --people: let the policy on automatic links decide what it can.")
@common
def review_command(
    reg: str, only_list: bool, rates: bool, output: Output | None, people: bool, by_policy: bool, common: Common
) -> None:
    """Decide waiting drafts one by one: a accept, r refuse, e edit, n next, q stop. The most harmful come first."""
    from habeas.cli.reviewing_people import people_desk
    from habeas.register.intake import before_intake, take_up
    from habeas.register.reviewing import on_the_desk

    if by_policy and not people:
        raise UsageError("--by-policy links people: give --people with it")
    with opened(reg, common) as register:
        if people:
            people_desk(register, common, only_list=only_list, by_policy=by_policy)
        elif rates:
            _rates(register, common)
        elif output is not None:
            _write_cases(register, output, common)
        else:
            drafts = on_the_desk(register)
            if common.json or only_list:
                _listed(register, drafts, common)
            else:
                before = before_intake(register)
                _desk(register, drafts)
                say_identity(take_up(register, before))


def _listed(register: Any, drafts: Sequence[Any], common: Common) -> None:
    if common.json:
        rows = [{"id": d.id(register.store.key), "strength": d.strength, **d.to_content()["claim"]} for d in drafts]
        print_json({"drafts": rows, "total": len(rows)})
        return
    for draft in drafts:
        _card(register, draft)


def _desk(register: Any, drafts: Sequence[Any]) -> None:
    for number, draft in enumerate(drafts, start=1):
        echo(f"\n{number} of {len(drafts)}")
        _card(register, draft)
        try:
            goes_on = _decide(register, draft)
        except click.Abort:  # the end of input: what was decided stays
            echo(f"\nStopped; {len(drafts) - number + 1} still wait.")
            return
        if not goes_on:
            return
    echo("Nothing more waits.")


def _card(register: Any, draft: Any) -> None:
    """What is proposed, the words it rests on in their surroundings, where they stand, and what speaks for it."""
    claim, knowledge = draft.claim, register.caught_up()
    paragraph(_proposal(draft))
    passage = str(knowledge.passages.get(claim.get("passage", ""), {}).get("text", ""))
    span = claim.get("span")
    paragraph(_in_context(passage, span) if span and passage else quoted(claim.get("quote")), "    ")
    source = knowledge.sources.get(str(claim["source"]))
    where = f"{source.name}, {source.published.text or 'day not known'}" if source is not None else "source not known"
    paragraph(f"{where}; {draft.strength}; rules: {', '.join(draft.rules)}", "    ")


def _proposal(draft: Any) -> str:
    claim, value = draft.claim, draft.claim.get("value") or {}
    subject = claim.get("subject")
    who = draft.mentions[subject]["name"] if subject else _group(claim, draft)
    told = [f"{claim['predicate'].replace('_', ' ').upper()}: {who}"]
    reality = claim.get("reality") or "actual"
    if reality != "actual":
        told.append(f"only {reality}, not done")
    told += [in_words(str(claim["when"]))] if claim.get("when") else []
    told += [
        f"{name.replace('_', ' ')} {shown}" for name, shown in value.items() if name not in ("value", "comparator")
    ]
    told += [f"said by {claim['speaker']}"] if claim.get("speaker") else []
    return "; ".join(told)


def _group(claim: Mapping[str, Any], draft: Any) -> str:
    value = claim.get("value") or {}
    if "value" in value:
        return comparator_words(int(value["value"]), str(value.get("comparator", "exact")))
    number = claim.get("count")
    named = ", ".join(m["name"] for m in draft.mentions.values())
    return (f"{number} people" if number else "a group") + (f" ({named})" if named else "")


def _in_context(text: str, span: Sequence[int]) -> str:
    """The quote between >> and <<, with whole words around it."""
    before, quote, after = (
        text[max(0, span[0] - _CONTEXT) : span[0]],
        text[span[0] : span[1]],
        text[span[1] : span[1] + _CONTEXT],
    )
    if span[0] > _CONTEXT:
        before = "…" + before.partition(" ")[2]
    if len(text) > span[1] + _CONTEXT:
        after = after.rpartition(" ")[0] + "…"
    return " ".join(f"{before}>>{quote}<<{after}".split())


def _decide(register: Any, draft: Any) -> bool:
    """Whether to go on."""
    from habeas.register.deciding import accept

    asked = ", ".join(f"{key} {word}" for key, word in _KEYS.items())
    key = click.prompt(asked, type=click.Choice(list(_KEYS)), show_choices=False)
    if key == "a":
        accept(register, [draft])
    elif key == "r":
        _refuse(register, draft)
    elif key == "e":
        _edit(register, draft)
    return bool(key != "q")


def _refuse(register: Any, draft: Any) -> None:
    from habeas.claims.review import REFUSALS
    from habeas.register.deciding import refuse

    codes = list(REFUSALS)
    for number, (code, meaning) in enumerate(REFUSALS.items(), start=1):
        echo(f"  {number} {code}: {meaning}")
    given = click.prompt("reason", type=click.Choice([*map(str, range(1, len(codes) + 1)), *codes]), show_choices=False)
    refuse(register, draft, codes[int(given) - 1] if given.isdigit() else given)


def _edit(register: Any, draft: Any) -> None:
    """Ask for each field with its present value; a lone "-" clears it."""
    from habeas.register.reviewing import amended, checked, editable

    edits: dict[str, str] = {}
    echo('  Enter keeps a value, "-" clears it.')
    for name, present in editable(draft).items():
        while True:
            given = click.prompt(f"  {_ASKED[name]}", default=present, show_default=bool(present))
            text = "" if given.strip() == "-" else str(given)
            try:
                checked(name, text)
            except InputRefused as error:
                echo(f"  {error}")
                continue
            if text != present:
                edits[name] = text
            break
    if edits:
        amended(register, draft, edits)
        echo(f"  amended: {', '.join(edits)}")
    else:
        echo("  Nothing changed; accept it with a.")
        _decide(register, draft)


def _rates(register: Any, common: Common) -> None:
    from habeas.register.reviewing import rule_rates

    rates = [rate.to_json() for rate in rule_rates(register)]
    if common.json:
        print_json({"rules": rates})
        return
    rows = [
        [rate["rule"], rate["accepted"], rate["amended"], sum(rate["refused"].values()), rate["waiting"], _share(rate)] for rate in rates
    ]  # fmt: skip
    print_table(rows, ["rule", "accepted", "amended", "refused", "waiting", "accepted as proposed (95 % interval)"])


def _share(rate: Mapping[str, Any]) -> str:
    if rate["accept_rate"] is None:
        return "nothing decided yet"
    low, high = rate["interval"]
    reasons = ", ".join(f"{reason} {number}" for reason, number in rate["refused"].items())
    return f"{rate['accept_rate']:.0%} ({low:.0%} to {high:.0%})" + (f"; refused: {reasons}" if reasons else "")


def _write_cases(register: Any, output: Output, common: Common) -> None:
    import yaml

    from habeas.register.reviewing import cases

    found = cases(register)
    output.write(_WARNING + yaml.safe_dump(found, allow_unicode=True, sort_keys=False))
    if common.json:
        print_json({"file": output.path, "cases": len(found)})
    else:
        echo(f"{len(found)} cases written to {output.path}; they hold words of sources: keep them to yourselves.")
