"""How a mapping is proposed for a list whose header no known format has: on the screen as it would be saved, with --json inside one object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.echoing import echo
from habeas.cli.options import Common
from habeas.cli.printing import print_json

if TYPE_CHECKING:
    from habeas.register.listing import UnknownHeader


def propose(unknown: UnknownHeader, list_name: str | None, common: Common) -> None:
    """Print the proposal."""
    from habeas.claims.lists.proposing import proposed

    text = proposed(unknown.table, list_name)
    if common.json:
        print_json({"header": list(unknown.table.columns), "mapping": text, "refused": str(unknown)})
    else:
        echo(text, nl=False)
