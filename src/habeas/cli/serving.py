"""The register in a browser."""

from __future__ import annotations

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, common, opened


@click.command("serve")
@click.argument("reg")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H", help="Address to answer on.")
@click.option(
    "--port", default=8400, show_default=True, metavar="N", type=click.IntRange(0, 65535), help="0 takes any free one."
)
@click.option("--public", is_flag=True, help="Whoever has not signed in sees only what may leave the house.")
@click.option(
    "--name", "names", multiple=True, metavar="N", help="A name under which others reach it; may be repeated."
)
@click.option("--behind-https", is_flag=True, help="A server before this one speaks https with browsers.")
@common
def serve_command(
    reg: str, host: str, port: int, public: bool, names: tuple[str, ...], behind_https: bool, common: Common
) -> None:
    """Show a register in the browser: one process, on this machine only unless told otherwise. Ends with Ctrl-C."""
    from habeas.web.serving import Reach, serve

    reach = Reach(host, port, public, names, behind_https)
    if not reach.everybody_sees_all:
        common.say("habeas: whoever has not signed in sees only what may leave the house.")
    with opened(reg, common) as register:
        serve(register, reach, lambda address: echo(f"{address}  (Ctrl-C ends it)"))
