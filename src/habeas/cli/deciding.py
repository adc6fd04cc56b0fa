"""Commands by which a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, common, definition_named, one_of, opened
from habeas.cli.printing import print_json
from habeas.kernel.errors import UsageError

if TYPE_CHECKING:
    from habeas.register.opened import Register


@click.command("judge")
@click.argument("reg")
@click.argument("a")
@click.argument("b")
@click.argument("verdict", metavar="same|different|unsure")
@click.option("--why", metavar="T", help="The reason; kept with the judgement.")
@click.option("--dry-run", is_flag=True, help="Only say how the counts would change.")
@click.option(
    "--on", "days", multiple=True, metavar="D", help="With --dry-run: the count of this day; today unless given."
)
@click.option("--definition", "definition_name", metavar="X", help="With --dry-run: who counts.")
@common
def judge_command(
    reg: str, a: str, b: str, verdict: str, why: str | None, dry_run: bool, days: tuple[str, ...], definition_name: str | None,
    common: Common,
) -> None:  # fmt: skip
    """Say whether A and B (ids of persons or mentions) are one human being. A later judgement replaces an earlier one."""
    from habeas.identity.judgements import Verdict
    from habeas.register.deciding import judge

    one_of(verdict, ("same", "different", "unsure"), "verdict")
    if not dry_run and (days or definition_name):
        raise UsageError("--on and --definition say which count to compare: give --dry-run with them")
    with opened(reg, common) as register:
        if dry_run:
            _say_effect(register, (a, b, verdict), days, definition_name, common)
            return
        made = judge(register, a, b, Verdict(verdict), why)
    _done(common, {"judgement": made, "verdict": verdict}, f"Judged {verdict} ({made}). Undo by judging again.")


def _say_effect(
    register: Register, judged: tuple[str, str, str], days: Sequence[str], definition_name: str | None, common: Common
) -> None:
    from habeas.identity.judgements import Verdict
    from habeas.kernel.asof import parse_calendar_day, utc_today
    from habeas.register.effects import effect_of

    a, b, verdict = judged
    of = definition_named(definition_name)
    on = [parse_calendar_day(day, "--on") for day in days] or [utc_today()]
    answer = effect_of(register, a, b, Verdict(verdict), on, of)
    said = "; ".join(
        f"on {one['on']}: certain {one['before']['certain']} -> {one['after']['certain']},"
        f" possible {one['before']['possible']} -> {one['after']['possible']}"
        for one in answer["counts"]
    )
    text = f"Judged {verdict}, the count under {of} would be: {said}. Nothing was written; answers as known on earlier days stay."
    _done(common, answer, text)


@click.command("retract")
@click.argument("reg")
@click.argument("claim")
@click.option("--why", required=True, metavar="T", help="The reason.")
@common
def retract_command(reg: str, claim: str, why: str, common: Common) -> None:
    """Let CLAIM no longer count, from now on. What was answered before stays reproducible."""
    from habeas.register.deciding import retract

    with opened(reg, common) as register:
        appended = retract(register, claim, why)
    already = "" if appended else "was retracted already and "
    _done(
        common,
        {"retracted": claim, "appended": appended},
        f"{claim} {already}no longer counts. Undo: habeas reinstate {reg} {claim} --why ...",
    )


@click.command("reinstate")
@click.argument("reg")
@click.argument("claim")
@click.option("--why", required=True, metavar="T", help="The reason.")
@common
def reinstate_command(reg: str, claim: str, why: str, common: Common) -> None:
    """Let a retracted CLAIM count again, from now on."""
    from habeas.register.deciding import reinstate

    with opened(reg, common) as register:
        appended = reinstate(register, claim, why)
    text = f"{claim} counts again." if appended else f"{claim} was not retracted: it counts as before."
    _done(common, {"reinstated": claim, "appended": appended}, text)


@click.command("rule")
@click.argument("reg")
@click.argument("upheld")
@click.argument("set_aside", nargs=-1, required=True)
@click.option("--why", required=True, metavar="T", help="The reason.")
@common
def rule_command(reg: str, upheld: str, set_aside: tuple[str, ...], why: str, common: Common) -> None:
    """Decide that claim UPHELD is right against SET_ASIDE; those stay visible as disputed."""
    from habeas.register.deciding import rule

    with opened(reg, common) as register:
        made = rule(register, upheld, set_aside, why)
    _done(common, {"ruling": made}, f"Ruled ({made}): {len(set_aside)} set aside.")


@click.command("policy")
@click.argument("reg")
@click.argument("file", required=False)
@common
def policy_command(reg: str, file: str | None, common: Common) -> None:
    """Show the review policy in force, or put the one in FILE (YAML) in force from now on."""
    from habeas.claims.review import policy_of
    from habeas.kernel.country_files import read_yaml
    from habeas.register.deciding import set_policy
    from habeas.sources.media import read_bytes
    from habeas.sources.plain import decode

    with opened(reg, common) as register:
        if file:
            set_policy(register, policy_of(read_yaml(decode(read_bytes(file), file)[0], file)))
        policy = register.caught_up().policy()
    links = " or ".join(policy.automatic_links).replace("_", " ")
    text = (
        f"{policy.reviewers} reviewer(s); {policy.waived_because or 'second look required'}; always two for: {', '.join(policy.two_for) or 'nothing'};"
        f" people linked without a look: {f'by the same name and {links}' if links else 'none'}"
    )
    _done(common, {**policy.to_content(), "automatic_links": list(policy.automatic_links)}, text)


def _done(common: Common, answer: dict[str, Any], text: str) -> None:
    if common.json:
        print_json(answer)
    else:
        echo(text)
