"""How long somebody has to wait after failed tries to sign in: by address and by account, growing, and never so long that the owner is shut out.

Whoever tries passwords for an account makes everybody wait for it, so that delay stays short: 30 seconds at most, and an address from which the owner
signed in lately does not wait for others' tries at all. The delay of an address grows further, to a quarter of an hour.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest

#: Tries that cost nothing, so that a slip of the hand does not.
FREE = 3
#: Longest delay in seconds, of an account and of an address.
MOST_FOR_ACCOUNT, MOST_FOR_ADDRESS = 30, 900
#: How long failed tries, and an address that the owner used, are remembered, in seconds.
_REMEMBERED, _OWNERS = 3600, 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Tries:
    """Failed tries since the last that did not fail, and when the latest was."""

    failed: int = 0
    at: float = 0.0

    def wait(self, most: int, now: float) -> float:
        """Seconds until the next try is looked at: none at first, then twice as many with each."""
        if self.failed < FREE:
            return 0.0
        return max(0.0, self.at + min(most, 2.0 ** (self.failed - FREE)) - now)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from."""
    return str(request.META.get("REMOTE_ADDR") or "unknown")[:45]


def must_wait(request: HttpRequest, username: str) -> int:
    """Seconds to wait before a password is looked at; 0 = none."""
    now, address = time.time(), address_of(request)
    waits = [_tries("address", address).wait(MOST_FOR_ADDRESS, now)]
    if not cache.get(_key("owner", f"{username} {address}")):
        waits.append(_tries("account", username).wait(MOST_FOR_ACCOUNT, now))
    return int(-(-max(waits) // 1))


def failed(request: HttpRequest, username: str) -> None:
    """A try failed."""
    for kind, name in (("address", address_of(request)), ("account", username)):
        before = _tries(kind, name)
        cache.set(_key(kind, name), (before.failed + 1, time.time()), _REMEMBERED)


def succeeded(request: HttpRequest, username: str) -> None:
    """The owner of an account signed in from here. Tries of the address for other accounts stay counted."""
    cache.delete(_key("account", username))
    cache.set(_key("owner", f"{username} {address_of(request)}"), True, _OWNERS)


def _tries(kind: str, name: str) -> Tries:
    return Tries(*cache.get(_key(kind, name), (0, 0.0)))


def _key(kind: str, name: str) -> str:
    # names hold what a cache's key may not
    return f"sign-in {kind} {name.casefold().encode().hex()}".replace(" ", ":")
