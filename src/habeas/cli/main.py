"""The command line: parse, call, print. Nothing is computed here; heavy parts are imported by the command that needs them."""

from __future__ import annotations

import importlib
import os
import sys

import click

from habeas.cli.echoing import echo
from habeas.cli.interrupted import calling, say_interrupted
from habeas.kernel.errors import HabeasError, RefusedByRule

#: Command to the module that holds it, so that `habeas --help` loads none of them.
COMMANDS = {
    "demo": ("showing", "Take the guided tour, or read your own article. Asks nothing."),
    "init": ("keeping", "Make a register."),
    "read": ("taking", "Read an article; nothing is stored."),
    "add": ("taking", "Take articles into a register."),
    "note": ("taking", "Keep what you were told, as a source of its own."),
    "import": ("importing", "Import a published list, a claims file or published counts."),
    "sheet": ("sheets", "Write everybody as a workbook, to be edited and imported again."),
    "claims": ("taking", "Write a register's claims as a claims file."),
    "review": ("reviewing", "Decide drafts one by one."),
    "judge": ("deciding", "Say whether two mentions are one person."),
    "retract": ("deciding", "Let a claim no longer count, from now on."),
    "reinstate": ("deciding", "Let a retracted claim count again."),
    "rule": ("deciding", "Decide between claims that contradict each other."),
    "policy": ("deciding", "Show the review policy in force, or put a new one in force."),
    "count": ("asking", "Who is in custody on a day, as a count with bounds."),
    "roll": ("asking", "The persons behind a count, each with the reason."),
    "person": ("asking", "Everything about one person, down to the quotes."),
    "find": ("finding", "Find a person by name, in any script and spelling."),
    "figures": ("published_figures", "Published figures, each with its quote or its source."),
    "reconcile": ("published_figures", "What would have to be true for figures to hold together."),
    "serve": ("serving", "Show a register in the browser."),
    "dedupe": ("deduping", "Who in the register may be one person?"),
    "compare": ("comparing", "Are two names one person's, and why?"),
    "compare-lists": ("comparing", "Who is on one list and not on the other, and why?"),
    "bridge": ("bridging", "From one count to another, person by person."),
    "analyse": ("analysing", "Waves of releases; charges just before a due release."),
    "check": ("keeping", "Does the ledger still say what it said?"),
    "rebuild": ("keeping", "Make everything derived again."),
    "backup": ("keeping", "Write a register to one file."),
    "restore": ("keeping", "Make a register from a backup."),
    "doctor": ("keeping", "Is this machine fit, and is this register sound?"),
}


class Commands(click.Group):
    """Finds a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; None = there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"habeas.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `--help`, without loading any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="habeas")
def habeas() -> None:
    """Who is in custody on day D, as known on day K, under definition X, and who says so."""


def main() -> None:
    """Run, and turn every outcome into its exit code. A reader that went away is no fault; an output that cannot be written is."""
    try:
        status = run(sys.argv[1:])
    except BrokenPipeError:
        status = 0
        _let_go()
    except OSError as error:
        place = error.filename or "standard output"
        echo(f"habeas: {place}: {error.strerror or error}; free some space or write elsewhere", err=True)
        status = 5
        _let_go()
    sys.exit(status)


def _let_go() -> None:
    """What is still waiting to be written goes nowhere: Python would complain of it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str]) -> int:
    """The exit code for a call: 0 done, 1 findings, 2 usage, 3 input refused, 4 refused by a rule, 5 cannot open, 130 interrupted.

    An interrupt that comes after something was written is a finding: what was written stays, and what is left undone is said.
    """
    with calling() as call:
        try:
            return attempt(arguments)
        except (KeyboardInterrupt, click.Abort):
            return say_interrupted(call)


def attempt(arguments: list[str]) -> int:
    """The same, where somebody else tells of an interrupt. Raises KeyboardInterrupt or click.Abort."""
    try:
        result = habeas.main(arguments, prog_name="habeas", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except RefusedByRule as refusal:
        from habeas.cli.printing import print_json

        print_json(refusal.answer)
        echo(f"habeas: refused: {refusal}", err=True)
        return refusal.exit_code
    except HabeasError as error:
        echo(f"habeas: {error}", err=True)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 2
