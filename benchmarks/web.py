"""How long pages take in a browser's hands: `python benchmarks/web.py [PEOPLE | REG] [CLIENTS]` (8,700 invented people, 8 clients).

A server in a process of its own answers over an invented country, or over the register REG. Each page is asked for alone, then all of
them by several clients at once; the peer is a static file that the same server sends in the same run.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import unescape
from itertools import batched
from pathlib import Path
from urllib.parse import urlsplit

from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import new_register
from habeas.sources.capture import About
from habeas.tour.invented import invented_country

#: Seconds that a first page may take: a large register is opened and folded before it.
_PATIENCE = 3600
STATIC = "/static/habeas/site.css"
ALONE, TOGETHER = 20, 400
#: Lines of a claims file taken in at a time: one source may not be larger than so many bytes.
_PART = 100_000
PAGES = {
    "front": "/", "front of another day": "/?on=2023-06-01", "people": "/people/", "people, last page": "/people/?page=99999",
    "people, one facet": "/people/?status=yes", "people, a name": "/people/?q=Borim+Velarling",
    "names while typing": "/people/suggested.json?q=borim+vel", "figures": "/figures/",
    "bridge": "/figures/bridge/", "figures, another definition": "/figures/?definition=recognised-by:Lantern", "days as CSV": "/figures/days.csv",
    "roll as CSV": "/figures/roll.csv", "published figures": "/figures/published/", "sources": "/sources/", "about": "/about/",
}  # fmt: skip


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else "8700"
    clients = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    with tempfile.TemporaryDirectory() as folder:
        path = _made(int(wanted), folder) if wanted.isdecimal() else wanted
        with served(path) as (host, port, server):
            pages = {**PAGES, **_found(host, port)}
            for name, address in pages.items():
                print(f"first time: {name:34} {_asked(host, port, address)[0] * 1000:9.1f} ms", flush=True)
            alone(host, port, pages, server)
            together(host, port, pages, clients, server)


def alone(host: str, port: int, pages: dict[str, str], server: int) -> None:
    """Each page by one client, warm."""
    static = statistics.median(_asked(host, port, STATIC)[0] for _ in range(ALONE))
    print(f"{'a static file':42} median {static * 1000:8.1f} ms")
    for name, address in pages.items():
        before = _worked(server)
        taken = [_asked(host, port, address) for _ in range(ALONE)]
        worked = (_worked(server) - before) / ALONE
        median, size = statistics.median(t for t, _ in taken), len(taken[0][1])
        print(
            f"{name:42} median {median * 1000:8.1f} ms  {size / 1000:7.1f} KB  {median / static:6.1f} static files"
            f"  processor {worked * 1000:6.1f} ms",
            flush=True,
        )


def together(host: str, port: int, pages: dict[str, str], clients: int, server: int) -> None:
    """All pages in a random order by several clients, one answer after the other for each; the static file likewise."""
    static = _p95(host, port, [STATIC] * TOGETHER, clients)
    dice = random.Random(7)
    files = ("days as CSV", "roll as CSV")
    mixed = dice.choices([address for name, address in pages.items() if name not in files], k=TOGETHER)
    before = _worked(server)
    taken = _p95(host, port, mixed, clients)
    worked = (_worked(server) - before) / TOGETHER
    print(f"{f'a static file, {clients} clients':42} p95 {static * 1000:8.1f} ms")
    print(
        f"{f'pages mixed, {clients} clients':42} p95 {taken * 1000:8.1f} ms  {taken / static:6.1f} static files"
        f"  processor {worked * 1000:6.1f} ms a page"
    )


def _worked(server: int) -> float:
    """Seconds of processor that a process has used."""
    told = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _p95(host: str, port: int, addresses: list[str], clients: int) -> float:
    with ThreadPoolExecutor(clients) as pool:
        taken = sorted(pool.map(lambda address: _asked(host, port, address)[0], addresses))
    return taken[int(len(taken) * 0.95)]


def _asked(host: str, port: int, address: str) -> tuple[float, bytes]:
    began = time.perf_counter()
    connection = http.client.HTTPConnection(host, port, timeout=_PATIENCE)
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    taken = time.perf_counter() - began
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{address}: {answer.status}")
    return taken, body


def _found(host: str, port: int) -> dict[str, str]:
    """A person and a source, from the pages that list them."""
    person = re.search(r'href="(/people/m[^"]*)"', _asked(host, port, "/people/?status=yes")[1].decode())
    source = re.search(r'href="(/sources/c[^"]*)"', _asked(host, port, "/sources/")[1].decode())
    return {name: unescape(link[1]) for name, link in (("a person", person), ("a source", source)) if link is not None}


def _made(people: int, folder: str) -> str:
    path, part = str(Path(folder) / "r.habeas"), Path(folder) / "part.jsonl"
    with new_register(path, invented=True) as register:
        for lines in batched(invented_country(people).jsonl().splitlines(keepends=True), _PART):
            part.write_text("".join(lines), "utf-8")
            import_claims(register, str(part), About(Day.unknown()), Wish())
    return path


@contextmanager
def served(path: str) -> Iterator[tuple[str, int, int]]:
    """`habeas serve`, until the block ends."""
    words = [sys.executable, "-uc", "from habeas.cli.main import main; main()", "serve", path, "--port", "0"]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = urlsplit(server.stdout.readline().split()[0])
        yield str(address.hostname), int(address.port or 0), server.pid
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(_PATIENCE)


if __name__ == "__main__":
    main()
