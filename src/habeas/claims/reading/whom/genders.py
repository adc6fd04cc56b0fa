"""What a name itself tells of its bearer's gender: East Slavic surnames have a form for women and one for men."""

from __future__ import annotations

import re

_WOMANS = re.compile(r"\w{2}(?:ova|eva|yova|skaya|skaia|skaja|tskaya|ckaja)$")
_MANS = re.compile(r"\w{2}(?:ov|ev|yov|sky|skiy|skyi|ski|skyy)$")
_FIRST_OF_WOMEN = re.compile(r"(?:a|ya|ov|iya)$")
_FIRST_OF_MEN = re.compile(r"(?:[bcdfghjklmnprstvxz]|[aeo]i|iy|y)$")


def gender_of(name: str) -> str | None:
    """ "f" or "m" where first name and surname agree; None where the name does not tell, as most do not."""
    first, *rest = name.lower().split()
    if not rest:
        return None
    if _WOMANS.search(rest[-1]) and _FIRST_OF_WOMEN.search(first):
        return "f"
    return "m" if _MANS.search(rest[-1]) and _FIRST_OF_MEN.search(first) else None
