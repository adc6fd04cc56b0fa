"""One process, no other service: the register's pages on one address, until interrupted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from threading import Thread
from typing import Any

from waitress import create_server

from habeas.kernel.errors import UsageError
from habeas.register.opened import Register
from habeas.web.application import LOOPBACK, application
from habeas.web.limits import LARGEST
from habeas.web.shelf import Shelf
from habeas.web.warming import warm

_THREADS = 4
#: What is a little too large gets a page that says so; of what is larger than this nothing is even received.
_CUT_OFF = 4 * LARGEST
# requests take turns, so that some wait is no news
logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve(register: Register, host: str, port: int, said: Callable[[str], None]) -> None:
    """Answer until interrupted. `said` is told the address once it answers. Raises UsageError when the address is taken.

    What the pages show first is derived meanwhile, so that who comes a little later does not wait for it.
    """
    shelf = Shelf(register)
    server = _server(shelf, host, port)
    said(f"http://{host}:{server.effective_port}/")
    Thread(target=warm, args=(shelf,), daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


@contextmanager
def answering(register: Register) -> Iterator[str]:
    """Answer on a free port of this machine, on a thread of its own, for as long as the block lasts. Yields the address, without a slash at its end."""
    server = _server(Shelf(register), LOOPBACK[0], 0)
    runs = Thread(target=server.run, daemon=True)
    runs.start()
    try:
        yield f"http://{LOOPBACK[0]}:{server.effective_port}"
    finally:
        server.trigger.pull_trigger(server.close)
        runs.join(timeout=5)
        server.task_dispatcher.shutdown()


def _server(shelf: Shelf, host: str, port: int) -> Any:
    app = application(shelf, [*LOOPBACK, host])
    try:
        return create_server(app, host=host, port=port, threads=_THREADS, ident=None, max_request_body_size=_CUT_OFF)
    except OSError as error:
        raise UsageError(f"--host {host} --port {port}: {error.strerror or error}; choose another --port") from error
