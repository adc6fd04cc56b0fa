"""Places on a map: a disc for those held there for certain, a ring around it for those who may be; outlines of countries behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby, pairwise
from math import cos, radians, sqrt

from habeas.drawing.outlines import Ring, Spot, Window, outlines_in

_LETTER, _LINE = 6.6, 15
#: Degrees shown around the places at least, and as a part of how far they lie apart.
_LEAST, _AROUND = 1.5, 0.3
#: Outlines are cut so far outside the picture that the cut is not seen (part of its size).
_BEYOND = 0.05
#: How fine outlines are drawn (user units), finest first; what they may weigh (characters); corners that make one.
_GRIDS, _HEAVIEST, _CORNERS = (1.0, 1.5, 2.5, 4.0), 40_000, 3


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place in degrees, with the persons `held` there for certain and at `most`. `address` of its page; None = several places."""

    name: str
    latitude: float
    longitude: float
    held: int
    most: int
    address: str | None


@dataclass(frozen=True, slots=True)
class _Size:
    name: str
    width: int
    height: int


_SIZES = (_Size("wide", 860, 420), _Size("narrow", 360, 300))


def place_map(points: Sequence[MapPoint]) -> str:
    """The map as two SVG drawings of one thing, one for wide screens and one for narrow; empty without points."""
    return "".join(_drawn(points, size) for size in _SIZES) if points else ""


@dataclass(frozen=True, slots=True)
class _Projection:
    """Degrees to user units, so many `across` and `up` a degree; lengths are right along the middle parallel. `window` is what is seen."""

    west: float
    north: float
    across: float
    up: float
    window: Window

    def at(self, longitude: float, latitude: float) -> Spot:
        return (longitude - self.west) * self.across, (self.north - latitude) * self.up


def _around(points: Sequence[MapPoint], size: _Size) -> _Projection:
    """Every place with some land around it."""
    longitudes, latitudes = [p.longitude for p in points], [p.latitude for p in points]
    middle = (max(longitudes) + min(longitudes)) / 2, (max(latitudes) + min(latitudes)) / 2
    squeeze = max(0.1, cos(radians(middle[1])))
    wide = (max(longitudes) - min(longitudes)) * (1 + 2 * _AROUND) + 2 * _LEAST
    high = (max(latitudes) - min(latitudes)) * (1 + 2 * _AROUND) + 2 * _LEAST
    up = min(size.width / (wide * squeeze), size.height / high)
    across = up * squeeze
    to_side, to_top = size.width / across / 2, size.height / up / 2
    cut_x, cut_y = to_side * (1 + 2 * _BEYOND), to_top * (1 + 2 * _BEYOND)
    window = Window(middle[0] - cut_x, middle[1] - cut_y, middle[0] + cut_x, middle[1] + cut_y)
    return _Projection(middle[0] - to_side, middle[1] + to_top, across, up, window)


def _drawn(points: Sequence[MapPoint], size: _Size) -> str:
    to = _around(points, size)
    ordered = sorted(points, key=lambda p: (-p.most, p.name))
    told = "; ".join(f"{p.name}: {p.held:,} held, at most {p.most:,}" for p in ordered)
    body = [_land(to), *(_mark(p, to) for p in ordered), *_labels(ordered, to, size)]
    return (
        f'<svg class="chart map {size.name}" viewBox="0 0 {size.width} {size.height}" role="group"'
        f' aria-label="{escape(f"Map of places of custody. {told}.")}" xmlns="http://www.w3.org/2000/svg">{"".join(body)}</svg>'
    )


@lru_cache(maxsize=64)
def _land(to: _Projection) -> str:
    """Outlines on a grid, so that neighbours share their border, and on a coarser one where they would make a page too heavy."""
    grid, path = 0.0, ""
    for grid in _GRIDS:
        path = "".join(_path(ring, to, grid) for ring in outlines_in(to.window))
        if len(path) <= _HEAVIEST:
            break
    return f'<path class="land" transform="scale({grid:g})" d="{path}"/>'


def _path(ring: Ring, to: _Projection, grid: float) -> str:
    spots = (to.at(longitude, latitude) for longitude, latitude in ring)
    kept = [spot for spot, _ in groupby((round(x / grid), round(y / grid)) for x, y in spots)]
    if len(kept) < _CORNERS:
        return ""
    steps = (f"{x - x0:d}{'' if y < y0 else ' '}{y - y0:d}" for (x0, y0), (x, y) in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps)}z"


def _radius(persons: int) -> float:
    """Areas are as the numbers are; nobody is still a dot."""
    return round(3 + 1.6 * sqrt(persons), 1)


def _mark(point: MapPoint, to: _Projection) -> str:
    x, y = to.at(point.longitude, point.latitude)
    marks = f'<circle class="held" cx="{x:.1f}" cy="{y:.1f}" r="{_radius(point.held):g}"/>'
    if point.most > point.held:
        marks = f'<circle class="most" cx="{x:.1f}" cy="{y:.1f}" r="{_radius(point.most):g}"/>{marks}'
    if point.address is None:
        return marks
    said = escape(f"{point.name}: {point.held:,} held, at most {point.most:,}")
    return f'<a href="{escape(point.address)}" aria-label="{said}">{marks}</a>'


def _labels(points: Sequence[MapPoint], to: _Projection, size: _Size) -> Iterator[str]:
    """Names beside the marks, those of most persons first; one that would cover a mark or another name is left out."""
    taken = [_box(*to.at(p.longitude, p.latitude), _radius(p.most)) for p in points]
    for point in points:
        x, y = to.at(point.longitude, point.latitude)
        width, gap = len(point.name) * _LETTER, _radius(point.most) + 4
        for left, edge, anchor in ((x + gap, x + gap, "start"), (x - gap - width, x - gap, "end")):
            box = (left, y - _LINE / 2, left + width, y + _LINE / 2)
            if left >= 4 and box[2] <= size.width - 4 and not any(_meet(box, other) for other in taken):
                taken.append(box)
                place = f'x="{edge:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}"'
                yield f'<text {place} font-size="12">{escape(point.name)}</text>'
                break


_Box = tuple[float, float, float, float]


def _box(x: float, y: float, radius: float) -> _Box:
    return x - radius, y - radius, x + radius, y + radius


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
