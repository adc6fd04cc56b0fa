"""One process, no other service: the register's pages on one address, until interrupted."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from waitress import create_server

from habeas.kernel.errors import UsageError
from habeas.register.opened import Register
from habeas.web.application import LOOPBACK, application
from habeas.web.shelf import Shelf

_THREADS = 4


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve(register: Register, host: str, port: int, said: Callable[[str], None]) -> None:
    """Answer until interrupted. `said` is told the address once it answers. Raises UsageError when the address is taken."""
    app = application(Shelf(register), [*LOOPBACK, host])
    try:
        server = create_server(app, host=host, port=port, threads=_THREADS, ident=None)
    except OSError as error:
        raise UsageError(f"--host {host} --port {port}: {error.strerror or error}; choose another --port") from error
    said(f"http://{host}:{server.effective_port}/")
    try:
        server.run()
    finally:
        server.close()
