"""The application that a server calls, for one register."""

from __future__ import annotations

from collections.abc import Sequence

import django
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler

from habeas.web.loopback import LOOPBACK
from habeas.web.settings import settings
from habeas.web.shelf import Shelf, put_on


def set_up(hosts: Sequence[str] = LOOPBACK, *, behind_https: bool = False) -> None:
    """Make Django ready, once in a process: what has to do with accounts can be imported only afterwards."""
    if not django_settings.configured:
        django_settings.configure(**settings(list(hosts), behind_https=behind_https))
        django.setup()


def application(shelf: Shelf, hosts: Sequence[str] = LOOPBACK, *, behind_https: bool = False) -> WSGIHandler:
    """Pages over the register on the shelf. One process serves one register. Raises CannotOpen when its accounts cannot be opened."""
    set_up(hosts, behind_https=behind_https)
    from habeas.web.accounts.opening import make_ready

    put_on(shelf)
    make_ready(shelf)
    return WSGIHandler()
