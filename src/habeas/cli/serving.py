"""The register in a browser."""

from __future__ import annotations

import click

from habeas.cli.options import Common, common, opened


@click.command("serve")
@click.argument("reg")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H", help="Address to answer on.")
@click.option(
    "--port", default=8400, show_default=True, metavar="N", type=click.IntRange(0, 65535), help="0 takes any free one."
)
@common
def serve_command(reg: str, host: str, port: int, common: Common) -> None:
    """Show a register in the browser: one process, on this machine only unless told otherwise. Ends with Ctrl-C."""
    from habeas.kernel.errors import UsageError
    from habeas.web.serving import is_loopback, serve

    if not is_loopback(host):
        raise UsageError(f"--host {host}: other machines would see the whole register; leave it at 127.0.0.1")
    with opened(reg, common) as register:
        serve(register, host, port, lambda address: click.echo(f"{address}  (Ctrl-C ends it)"))
