"""On the screen: what became of those who came in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.cli.printing import bullets, paragraph

#: More are counted and not shown.
_SHOWN = 5


def say_identity(answer: Mapping[str, Any], *, supposed: bool = False) -> None:
    """New people, linked, in question; nothing where nobody came in. `supposed`: were what waits accepted."""
    linked, asked, new = (answer.get(part, ()) for part in ("linked", "to_review", "new_persons"))
    if not (linked or asked or new):
        return
    begin = "Were all that waits accepted: " if supposed else ""
    queue = "" if supposed or not asked else "; decide with: habeas review REG --people"
    counted = ((new, "new"), (linked, "known already"), (asked, "may be known"))
    paragraph(f"{begin}people: {', '.join(f'{len(those)} {how}' for those, how in counted if those)}{queue}")
    bullets(f"{one['name']} is {one['person']}: {' '.join(one['why'])}" for one in linked[:_SHOWN])
    bullets(f"{one['name']} may be {_likeliest(one)}" for one in asked[:_SHOWN])
    if (more := max(0, len(linked) - _SHOWN) + max(0, len(asked) - _SHOWN)) > 0:
        paragraph(f"and {more} more; all with --json", "  ")


def _likeliest(asked: Mapping[str, Any]) -> str:
    first = asked["candidates"][0]
    others = f" or {asked['of'] - 1} others" if asked["of"] > 1 else ""
    reasons = " ".join(f["why"] for f in first["features"] if f["verdict"] != "missing")
    return f"{first['name']}, {first['person']}{others}: {reasons}"
