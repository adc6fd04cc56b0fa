"""How long pages take in a browser's hands: `python benchmarks/web.py [PEOPLE | REG] [CLIENTS] [FOLDER]` (8,700 invented people, 8 clients).

A server in a process of its own answers over an invented register, or over a copy of the register REG. Each page is asked for alone, then
all of them by several clients at once; then a fact is entered, and each page is asked for once more. The peer is a static file that the
same server sends in the same run. The invented register is kept in FOLDER for the next time, or thrown away where none is given.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from web_pages import FILES, all_pages, fact_to_enter
from web_register import register_of
from web_server import Page, Server, served

STATIC = Page("/static/habeas/site.css")
ALONE, TOGETHER = 10, 400


def main() -> None:
    wanted, clients, folder = [*sys.argv[1:], *("8700", "8", "")[len(sys.argv) - 1 :]][:3]
    with tempfile.TemporaryDirectory() as scratch:
        register = register_of(int(wanted), folder or scratch) if wanted.isdecimal() else wanted
        copy = _copied(register, Path(scratch) / "served.habeas")
        began = time.perf_counter()
        with served(copy, invented=wanted.isdecimal()) as server:
            _say("from start to first page", server, began, server.asked(Page("/")))
            pages = all_pages(server)
            first_times(server, pages)
            alone(server, pages)
            together(server, pages, int(clients))
            after_an_entry(server, pages)


def _copied(register: str, to: Path) -> str:
    """A register with its accounts, to be written to."""
    for end in ("", ".accounts"):
        if Path(f"{register}{end}").exists():
            shutil.copy(f"{register}{end}", f"{to}{end}")
    return str(to)


def first_times(server: Server, pages: Mapping[str, Page]) -> None:
    """Each page as whoever comes first waits for it."""
    server.prepared(pages.values())
    for name, page in pages.items():
        began, worked = time.perf_counter(), server.worked()
        server.asked(page)
        print(f"first time: {name:44} {_ms(began)}  processor {(server.worked() - worked) * 1000:8.1f} ms", flush=True)
    print(f"memory {server.memory() / 1000:.0f} MB")


def alone(server: Server, pages: Mapping[str, Page]) -> None:
    """Each page by one client, warm."""
    static = statistics.median(server.timed(STATIC)[0] for _ in range(ALONE))
    print(f"{'a static file':52} median {static * 1000:8.1f} ms")
    for name, page in pages.items():
        before = server.worked()
        taken = [server.timed(page) for _ in range(ALONE)]
        worked = (server.worked() - before) / ALONE
        median, size = statistics.median(t for t, _ in taken), len(taken[0][1])
        print(
            f"{name:52} median {median * 1000:8.1f} ms  {size / 1000:7.1f} KB  {median / static:6.1f} static files"
            f"  processor {worked * 1000:6.1f} ms",
            flush=True,
        )


def together(server: Server, pages: Mapping[str, Page], clients: int) -> None:
    """All reading pages in a random order by several clients, one answer after the other for each; the static file likewise."""
    static = _p95(server, [STATIC] * TOGETHER, clients)
    read = [page for name, page in pages.items() if page.form is None and name not in FILES]
    before, began = server.worked(), time.perf_counter()
    taken = _p95(server, random.Random(7).choices(read, k=TOGETHER), clients)
    passed, worked = time.perf_counter() - began, server.worked() - before
    print(f"{f'a static file, {clients} clients':52} p95 {static * 1000:8.1f} ms")
    print(
        f"{f'pages mixed, {clients} clients':52} p95 {taken * 1000:8.1f} ms  {taken / static:6.1f} static files"
        f"  processor {worked / TOGETHER * 1000:6.1f} ms a page, {worked / passed:.2f} of one core"
    )


def after_an_entry(server: Server, pages: Mapping[str, Page]) -> None:
    """How long whoever comes first waits when a fact was just entered."""
    began = time.perf_counter()
    server.asked(fact_to_enter(server), expects=303)
    _say("a fact entered", server, began, b"")
    for name, page in pages.items():
        began, worked = time.perf_counter(), server.worked()
        server.asked(page)
        print(
            f"after an entry: {name:40} {_ms(began)}  processor {(server.worked() - worked) * 1000:8.1f} ms", flush=True
        )
    print(f"memory {server.memory() / 1000:.0f} MB")


def _say(what: str, server: Server, began: float, _answer: bytes) -> None:
    print(
        f"{what:56} {_ms(began)}  processor in all {server.worked():8.1f} s  memory {server.memory() / 1000:.0f} MB",
        flush=True,
    )


def _ms(began: float) -> str:
    return f"{(time.perf_counter() - began) * 1000:9.1f} ms"


def _p95(server: Server, pages: list[Page], clients: int) -> float:
    with ThreadPoolExecutor(clients) as pool:
        taken = sorted(pool.map(lambda page: server.timed(page)[0], pages))
    return taken[int(len(taken) * 0.95)]


if __name__ == "__main__":
    main()
