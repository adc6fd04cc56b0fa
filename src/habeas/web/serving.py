"""One process, no other service: the register's pages on one address, until interrupted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import Any

from waitress import create_server

from habeas.kernel.errors import UsageError
from habeas.register.opened import Register
from habeas.web.application import application
from habeas.web.limits import LARGEST
from habeas.web.loopback import LOOPBACK, is_loopback
from habeas.web.shelf import Shelf
from habeas.web.warming import keep_warm

_THREADS = 4
#: What is a little too large gets a page that says so; of what is larger than this nothing is even received.
_CUT_OFF = 4 * LARGEST
# requests take turns, so that some wait is no news
logging.getLogger("waitress.queue").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Reach:
    """How a server is reached. `names` are the names it answers to beside its address; `public`: whoever has not signed in is a visitor even
    while nobody has an account; `behind_https`: a server before this one speaks https with browsers and says so in its headers.
    """

    host: str = "127.0.0.1"
    port: int = 8400
    public: bool = False
    names: tuple[str, ...] = ()
    behind_https: bool = False

    @property
    def everybody_sees_all(self) -> bool:
        """Whether only whoever is at this machine can ask, so that nobody need sign in before the first account is made."""
        return not self.public and not self.names and not self.behind_https and is_loopback(self.host)


def serve(register: Register, reach: Reach, said: Callable[[str], None]) -> None:
    """Answer until interrupted. `said` is told the address once it answers. Raises UsageError when the address is taken.

    What the pages show first is derived meanwhile, and again whenever a desk has entered something, so that who comes a little later does not
    wait for it.
    """
    shelf = Shelf(register, everybody_sees_all=reach.everybody_sees_all)
    server = _server(shelf, reach)
    said(f"http://{reach.host}:{server.effective_port}/")
    Thread(target=keep_warm, args=(shelf,), daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


@contextmanager
def answering(register: Register) -> Iterator[str]:
    """Answer on a free port of this machine, on a thread of its own, for as long as the block lasts. Yields the address, without a slash at its end."""
    server = _server(Shelf(register), Reach(LOOPBACK[0], 0))
    runs = Thread(target=server.run, daemon=True)
    runs.start()
    try:
        yield f"http://{LOOPBACK[0]}:{server.effective_port}"
    finally:
        server.task_dispatcher.shutdown()  # whoever is being answered gets the answer
        server.trigger.pull_trigger(server.close)
        runs.join(timeout=5)


def _server(shelf: Shelf, reach: Reach) -> Any:
    host, port = reach.host, reach.port
    app = application(shelf, [*LOOPBACK, host, *reach.names], behind_https=reach.behind_https)
    proxy = {"trusted_proxy": "*", "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto"}
    try:
        return create_server(
            app, host=host, port=port, threads=_THREADS, ident=None, max_request_body_size=_CUT_OFF,
            **(proxy if reach.behind_https else {}),
        )  # fmt: skip
    except OSError as error:
        raise UsageError(f"--host {host} --port {port}: {error.strerror or error}; choose another --port") from error
