"""Who asks: found from the request alone."""

from __future__ import annotations

from django.http import HttpRequest

from habeas.web.permissions import OPERATOR, VISITOR, Who
from habeas.web.shelf import the_shelf


def who_asks(request: HttpRequest) -> Who:
    """The operator while nobody has an account and the server answers only on this machine; else a visitor."""
    return OPERATOR if the_shelf().everybody_sees_all else VISITOR
