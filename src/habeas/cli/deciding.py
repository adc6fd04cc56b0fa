"""Commands by which a person decides."""

from __future__ import annotations

from typing import Any

import click

from habeas.cli.options import Common, common, one_of, opened
from habeas.cli.printing import paragraph, print_json, quoted


@click.command("review")
@click.argument("reg")
@click.option("--list", "only_list", is_flag=True, help="Only list what waits.")
@common
def review_command(reg: str, only_list: bool, common: Common) -> None:
    """Decide waiting drafts one by one: a accept, r refuse, n next, q stop. The most harmful come first."""
    from habeas.claims.drafts import harm_rank
    from habeas.register.deciding import waiting

    with opened(reg, common) as register:
        drafts = sorted(waiting(register), key=harm_rank)
        if common.json or only_list:
            listed = [
                {"id": d.id(register.store.key), "strength": d.strength, **d.to_content()["claim"]} for d in drafts
            ]
            if common.json:
                print_json({"drafts": listed, "total": len(listed)})
            else:
                for draft in drafts:
                    _card(register, draft)
            return
        for number, draft in enumerate(drafts, start=1):
            click.echo(f"\n{number} of {len(drafts)}")
            _card(register, draft)
            if not _decide(register, draft):
                return
        click.echo("Nothing more waits.")


def _card(register: Any, draft: Any) -> None:
    claim = draft.claim
    passage = register.caught_up().passages.get(claim.get("passage", ""), {})
    names = ", ".join(m["name"] for m in draft.mentions.values()) or f"a group of {claim.get('count', 'unstated size')}"
    paragraph(
        f"{claim['predicate'].replace('_', ' ')}: {names} {claim.get('when', '')} {claim.get('reality', '')} [{draft.strength}; {', '.join(draft.rules)}]"
    )
    span = claim.get("span")
    if span and passage:
        text = str(passage["text"])
        paragraph(
            f"…{text[max(0, span[0] - 120) : span[0]]}>>{text[span[0] : span[1]]}<<{text[span[1] : span[1] + 120]}…",
            "    ",
        )
    else:
        paragraph(quoted(claim.get("quote")), "    ")


def _decide(register: Any, draft: Any) -> bool:
    """Whether to go on."""
    from habeas.claims.review import REFUSALS
    from habeas.register.deciding import accept, refuse

    key = click.prompt(
        "a accept, r refuse, n next, q stop", type=click.Choice(["a", "r", "n", "q"]), show_choices=False
    )
    if key == "a":
        accept(register, [draft])
    elif key == "r":
        for code, meaning in REFUSALS.items():
            click.echo(f"  {code}: {meaning}")
        refuse(register, draft, click.prompt("reason", type=click.Choice(list(REFUSALS)), show_choices=False))
    return bool(key != "q")


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
        retract(register, claim, why)
    _done(common, {"retracted": claim}, f"{claim} no longer counts. Undo: habeas reinstate {reg} {claim} --why ...")


@click.command("reinstate")
@click.argument("reg")
@click.argument("claim")
@click.option("--why", required=True, metavar="T", help="The reason.")
@common
def reinstate_command(reg: str, claim: str, why: str, common: Common) -> None:
    """Let a retracted CLAIM count again, from now on."""
    from habeas.register.deciding import reinstate

    with opened(reg, common) as register:
        reinstate(register, claim, why)
    _done(common, {"reinstated": claim}, f"{claim} counts again.")


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
