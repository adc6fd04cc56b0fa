"""Commands that look after the register itself."""

from __future__ import annotations

import sys
from typing import Any

import click

from habeas.cli.echoing import echo
from habeas.cli.options import Common, common, opened
from habeas.cli.printing import print_json


@click.command("init")
@click.argument("reg")
@click.option("--invented", is_flag=True, help="For invented people: the register accepts another clock.")
@common
def init_command(reg: str, invented: bool, common: Common) -> None:
    """Make register REG: one file, encrypted when a passphrase is given."""
    from habeas.register.opened import new_register

    passphrase = common.passphrase(new=True)
    with new_register(reg, passphrase=passphrase, invented=invented) as register:
        head = register.store.head()
    if common.json:
        print_json({"register": reg, "entries": head.size, "encrypted": passphrase is not None, "invented": invented})
    else:
        how = "encrypted" if passphrase else "not encrypted: set HABEAS_PASSPHRASE before init to encrypt one"
        echo(f"{reg} is ready ({how}).\nNext: habeas add {reg} ARTICLE.txt --published YYYY-MM-DD")


@click.command("check")
@click.argument("reg")
@common
def check_command(reg: str, common: Common) -> int:
    """Name every entry of REG that was changed, dropped, reordered or cut off, and every guard tampered with. Exit 1 when there is one."""
    from habeas.store.check import check
    from habeas.store.open import open_store

    store = open_store(reg, passphrase=common.passphrase(reg))
    try:
        result = check(store)
        for notice in store.notices:
            common.say(f"habeas: {notice}")
    finally:
        store.close()
    if common.json:
        problems = [{"kind": p.kind, "entry": p.entry, "why": p.why} for p in result.problems]
        guards = [{"name": g.name, "state": g.state} for g in result.guards]
        print_json(
            {"ok": result.ok, "entries": result.entries, "root": result.root, "problems": problems, "guards": guards}
        )
    else:
        echo(f"{result.entries} entries, root {result.root[:16]}…: {'all as entered' if result.ok else 'PROBLEMS'}")
        for guard in result.guards:
            echo(f"  guard {guard.name}: {guard.state}; the next write puts it right")
        for problem in result.problems[:100]:
            echo(f"  entry {problem.entry}: {problem.kind}: {problem.why}")
    return 0 if result.ok else 1


@click.command("rebuild")
@click.argument("reg")
@common
def rebuild_command(reg: str, common: Common) -> None:
    """Throw away everything derived from REG's ledger and make it again: the same bytes."""
    from habeas.register.rolled import rebuild

    with opened(reg, common) as register:
        made = rebuild(register)
    if common.json:
        print_json({"made": made})
    else:
        echo(f"Made again: {', '.join(made) or 'nothing is kept on disk for this register'}")


@click.command("backup")
@click.argument("reg")
@click.argument("out")
@common
def backup_command(reg: str, out: str, common: Common) -> None:
    """Write REG, as it stands now, to the file OUT. An encrypted register stays encrypted."""
    from habeas.store.backup import backup

    backup(reg, out, passphrase=common.passphrase(reg))
    _done(common, {"backup": out}, f"{out} holds {reg} as it stands now. Try it: habeas restore {out} OTHER")


@click.command("restore")
@click.argument("archive", metavar="IN")
@click.argument("reg")
@common
def restore_command(archive: str, reg: str, common: Common) -> None:
    """Make register REG from the backup IN; it is checked before it appears."""
    from habeas.store.backup import restore

    restore(archive, reg, passphrase=common.passphrase())
    _done(common, {"register": reg}, f"{reg} is restored and checked.")


@click.command("doctor")
@click.argument("reg", required=False)
@common
def doctor_command(reg: str | None, common: Common) -> int:
    """Is this machine fit for Habeas and, with REG, is the register sound?"""
    from habeas.register.examining import examine

    findings = examine(reg, common.passphrase(reg) if reg else None)
    if common.json:
        print_json({"findings": [f.to_json() for f in findings], "python": sys.version.split()[0]})
    else:
        for finding in findings:
            echo(f"{'ok  ' if finding.ok else 'MEND'}  {finding.what}: {finding.said}")
    return max((f.exit_code for f in findings if not f.ok), default=0)


def _done(common: Common, answer: dict[str, Any], text: str) -> None:
    if common.json:
        print_json(answer)
    else:
        echo(text)
