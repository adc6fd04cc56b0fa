"""The one way by which commands put text on a screen: no text of a source can turn, hide or recolour what stands beside it."""

from __future__ import annotations

import re

import click

#: Control characters but the tab and the line end, and those that turn the direction of writing.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print as `shown`, on standard error if `err`, with a line end unless `nl` is false."""
    click.echo(shown(text), err=err, nl=nl)


def shown(text: str) -> str:
    """The text with characters that steer a terminal written as JSON writes them, such as \\u202e: a JSON text stays the same value."""
    return _UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
