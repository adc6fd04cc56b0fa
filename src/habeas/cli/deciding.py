"""Commands by which a person decides."""

from __future__ import annotations

from typing import Any

import click

from habeas.cli.options import Common, common, one_of, opened
from habeas.cli.printing import print_json


@click.command("judge")
@click.argument("reg")
@click.argument("a")
@click.argument("b")
@click.argument("verdict", metavar="same|different|unsure")
@click.option("--why", metavar="T", help="The reason; kept with the judgement.")
@common
def judge_command(reg: str, a: str, b: str, verdict: str, why: str | None, common: Common) -> None:
    """Say whether A and B (ids of persons or mentions) are one human being. A later judgement replaces an earlier one."""
    from habeas.identity.judgements import Verdict
    from habeas.register.deciding import judge

    one_of(verdict, ("same", "different", "unsure"), "verdict")
    with opened(reg, common) as register:
        made = judge(register, a, b, Verdict(verdict), why)
    _done(common, {"judgement": made, "verdict": verdict}, f"Judged {verdict} ({made}). Undo by judging again.")


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
    text = f"{policy.reviewers} reviewer(s); {policy.waived_because or 'second look required'}; always two for: {', '.join(policy.two_for) or 'nothing'}"
    _done(common, policy.to_content(), text)


def _done(common: Common, answer: dict[str, Any], text: str) -> None:
    if common.json:
        print_json(answer)
    else:
        click.echo(text)
