"""What the frame of every page shows, faults and account pages included."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from habeas.web.permissions import Deed
from habeas.web.shelf import the_shelf
from habeas.web.who import signed_in, who_asks


def frame(request: HttpRequest) -> dict[str, Any]:
    """A context processor."""
    shelf, who, account = the_shelf(), who_asks(request), signed_in(request)
    return {
        "who": who, "open_to_all": shelf.everybody_sees_all, "held_back": not who.may(Deed.READ_ALL), "staff_only": not who.may(Deed.READ_STAFF), "signs_in": shelf.signs_in,
        "may_have_accounts": shelf.register.store.accounts.takes_tables,
        "signed_in_as": account.username if account else None, "invented": shelf.register.store.invented,
    }  # fmt: skip
