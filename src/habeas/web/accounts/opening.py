"""Makes the accounts file ready for what is put on the shelf: its tables, the key that signs sessions, and whether anybody has an account.

Tables are laid when the first account is about to be made: a register that is only read at its own machine needs none.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection

from habeas.web.accounts.models import Account, Kept
from habeas.web.shelf import Shelf


def make_ready(shelf: Shelf) -> None:
    """To be called once a register is on the shelf and before it is asked.

    Where accounts cannot be written, nobody can sign in; and where somebody has one, whoever asks is a visitor.
    """
    shelf.signs_in = False
    if "://" in shelf.register.path or not _has_tables():
        return
    if shelf.register.store.accounts.takes_tables:
        lay_tables(shelf)
    if Account.objects.exists():
        shelf.everybody_sees_all = False


def lay_tables(shelf: Shelf) -> None:
    """Lay the tables, or bring those of an earlier version up to date; from then on people can sign in. Raises CannotOpen."""
    call_command("migrate", verbosity=0, interactive=False)
    kept, _ = Kept.objects.get_or_create(name="secret_key", defaults={"value": secrets.token_urlsafe(50)})
    settings.SECRET_KEY = kept.value
    shelf.signs_in = True


def _has_tables() -> bool:
    try:
        return Account._meta.db_table in connection.introspection.table_names()
    except DatabaseError:
        return False
