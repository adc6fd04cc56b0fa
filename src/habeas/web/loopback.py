"""Which addresses only this machine reaches."""

from __future__ import annotations

from ipaddress import ip_address

#: Names under which a loopback server is reached.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
