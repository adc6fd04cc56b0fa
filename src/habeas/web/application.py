"""The application that a server calls, for one register."""

from __future__ import annotations

from collections.abc import Sequence

import django
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler

from habeas.web.settings import settings
from habeas.web.shelf import Shelf, put_on

#: Names under which a loopback server is reached.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def application(shelf: Shelf, hosts: Sequence[str] = LOOPBACK) -> WSGIHandler:
    """Pages over the register on the shelf. One process serves one register."""
    if not django_settings.configured:
        django_settings.configure(**settings(list(hosts)))
        django.setup()
    put_on(shelf)
    return WSGIHandler()
