"""Commands that analyse: so far waves of releases, and charges brought just before a due release."""

from __future__ import annotations

import click

from habeas.cli.options import Common, as_of, common, definition_named, one_of, opened, question
from habeas.cli.printing import paragraph, print_json
from habeas.figures.rounding import IN_WORDS

QUESTIONS = ("waves", "prolongation")


@click.command("analyse")
@click.argument("reg")
@click.argument("asked", metavar="waves|prolongation")
@click.option("--until", metavar="D", help="Only what happened by this day.")
@click.option("--most", default=3, show_default=True, help="How many to print.")
@question
@common
def analyse_command(
    reg: str,
    asked: str,
    until: str | None,
    most: int,
    known_by: str | None,
    basis: str,
    definition_name: str | None,
    common: Common,
) -> None:
    """Waves: who left together, who was nearly out anyway. Prolongation: who was charged just before being due out."""
    from habeas.register.waves import charged_before_due, waves

    one_of(asked, QUESTIONS, "question")
    definition_named(definition_name)
    with opened(reg, common) as register:
        about = as_of(until, known_by, basis)
        answer = waves(register, about) if asked == "waves" else charged_before_due(register, about)
    if common.json:
        print_json(answer)
    elif asked == "waves":
        for wave in answer["waves"][:most]:
            told = IN_WORDS.get(wave["announced_comparator"] or "exact", "")
            announced = f"{told}{wave['announced']} announced, " if wave["announced"] is not None else ""
            not_named = (
                f", {told if wave['not_named'] else ''}{wave['not_named']} not named"
                if wave["not_named"] is not None
                else ""
            )
            paragraph(
                f"{wave['day']}: {announced}{wave['named']} named here{not_named}. Of {wave['due_known']} whose due day is known, "
                f"{wave['nearly_out']} had {answer['soon_days']} days or fewer left; the median had {wave['median_days_left']} days. "
                f"Arrested or charged again within a year: {len(wave['again_within_a_year'])}."
            )
    else:
        charged = answer["charged"]
        paragraph(
            f"{len(charged)} people were charged again within {answer['soon_days']} days before they were due out."
        )
        for one in charged[:most]:
            paragraph(
                f"{one['name']}: charged {one['charged']}, {one['days_before_due']} days before the due day", "  "
            )
