"""Where to go after something was entered: a page that can be loaded again without entering it twice."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponseRedirect


class _SeeOther(HttpResponseRedirect):
    status_code = 303


def see(address: str, *, there: str = "", **words: str | list[str]) -> HttpResponseRedirect:
    """Go to `address` with `words`, without those that are empty. `there` is the place on the page."""
    said = urlencode({name: told for name, told in words.items() if told}, doseq=True)
    return _SeeOther(f"{address}{'?' if said else ''}{said}{'#' if there else ''}{there}")
