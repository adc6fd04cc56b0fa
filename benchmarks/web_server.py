"""A server in a process of its own, asked for pages and sent forms; its processor time and memory are read from the system."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

#: Seconds that a first page may take: a large register is opened and folded before it.
_PATIENCE = 3600


@dataclass(frozen=True, slots=True)
class Page:
    """An address; `form` is what is sent to it, None = it is only asked for."""

    address: str
    form: Mapping[str, str] | None = None


@dataclass(slots=True)
class Server:
    """Where it answers, its process, and the token with which forms are sent."""

    host: str
    port: int
    process: int
    token: dict[str, str] = field(default_factory=dict)

    def timed(self, page: Page, expects: int = 200) -> tuple[float, bytes]:
        """Seconds, and the answer."""
        began = time.perf_counter()
        connection = http.client.HTTPConnection(self.host, self.port, timeout=_PATIENCE)
        if page.form is None:
            connection.request("GET", page.address, headers=self._headers())
        else:
            sent = urlencode({**page.form, "csrfmiddlewaretoken": self.token["form"]})
            connection.request(
                "POST", page.address, sent, self._headers() | {"Content-Type": "application/x-www-form-urlencoded"}
            )
        answer = connection.getresponse()
        body = answer.read()
        taken = time.perf_counter() - began
        self._keep(answer, body)
        connection.close()
        if answer.status != expects:
            raise SystemExit(f"{page.address}: {answer.status} instead of {expects}")
        return taken, body

    def asked(self, page: Page, expects: int = 200) -> bytes:
        """The answer. Ends the run where it is another than expected."""
        return self.timed(page, expects)[1]

    def prepared(self, pages: Iterable[Page]) -> None:
        """Get a token where forms are to be sent."""
        form = next((page for page in pages if page.form is not None), None)
        if form is not None and not self.token:
            self.asked(Page(form.address))

    def worked(self) -> float:
        """Seconds of processor that its threads have used so far."""
        threads = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def memory(self) -> float:
        """Kilobytes resident now."""
        return float(re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process}/status").read_text())[0])

    def _headers(self) -> dict[str, str]:
        return {"Cookie": f"csrftoken={self.token['cookie']}"} if self.token else {}

    def _keep(self, answer: http.client.HTTPResponse, body: bytes) -> None:
        cookie = re.search(r"csrftoken=(\w+)", answer.headers.get("Set-Cookie") or "")
        form = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', body)
        if cookie and form and not self.token:
            self.token |= {"cookie": cookie[1], "form": form[1].decode()}


@contextmanager
def served(path: str, *, invented: bool) -> Iterator[Server]:
    """`habeas serve`, until the block ends. `invented`: by the clock of the invented country."""
    stop = "from web_register import stop_clock; stop_clock(); " if invented else ""
    words = [sys.executable, "-uc", f"{stop}from habeas.cli.main import main; main()", "serve", path, "--port", "0"]
    found = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    server = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=found)
    try:
        assert server.stdout is not None
        address = urlsplit(server.stdout.readline().split()[0])
        yield Server(str(address.hostname), int(address.port or 0), server.pid)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(_PATIENCE)
