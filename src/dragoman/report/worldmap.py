"""The map of places: country outlines and points, drawn as SVG and cropped to where something is.

Outlines and country names come from `data/map/world.json` (made by `scripts/make_map.py`). Borders are de facto; a file
of the same form may be given in its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dragoman import data
from dragoman.model.schema import LANGUAGES
from dragoman.report.projection import HEIGHT, WIDTH, project

MARGIN = (60.0, 40.0)  # beside and above the outermost points, in the unit of the projection
LEAST = (460.0, 230.0)  # the smallest stretch of the world shown, so that a map of one town still tells where it is
LABELS = 14
LABEL_CHARS = 28
GLYPH = 0.62  # mean width of a letter, in its size; Han is twice that

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Point:
    """A place to draw: how many facts stand there gives its size."""

    caption: str
    lang: str
    href: str
    longitude: float
    latitude: float
    weight: int
    country: bool = False  # a whole country, drawn as an open ring at its middle


@cache
def world(path: str = "") -> dict[str, Any]:
    """The map file: `countries` (longitude, latitude and three names by code) and `outlines`."""
    text = Path(path).read_text(encoding="utf-8") if path else data.text("map/world.json")
    found: dict[str, Any] = json.loads(text)
    return found


def country_name(code: str, lang: str = "en") -> str:
    """The name of a country by its ISO 3166-1 code, the code in capitals where it is not known."""
    found = world()["countries"].get(code.lower())
    return str(found[2 + (LANGUAGES.index(lang) if lang in LANGUAGES else 0)]) if found else code.upper()


def country_point(code: str) -> tuple[float, float] | None:
    """Longitude and latitude of the middle of a country's largest part."""
    found = world()["countries"].get(code.lower())
    return (float(found[0]), float(found[1])) if found else None


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretch of the projected world that is shown."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def around(cls, spots: list[tuple[float, float]]) -> Frame:
        """The smallest frame with all spots and a margin, no smaller than `LEAST`, within the world."""
        if not spots:
            return cls(0, 20, WIDTH, HEIGHT * 0.82)
        left, right = min(x for x, _ in spots) - MARGIN[0], max(x for x, _ in spots) + MARGIN[0]
        top, bottom = min(y for _, y in spots) - MARGIN[1], max(y for _, y in spots) + MARGIN[1]
        width = min(WIDTH, max(LEAST[0], right - left, (bottom - top) * 1.6))
        height = min(HEIGHT, max(LEAST[1], bottom - top, width * 0.5))
        left = min(max(0.0, (left + right - width) / 2), WIDTH - width)
        top = min(max(0.0, (top + bottom - height) / 2), HEIGHT - height)
        return cls(left, top, width, height)

    def has(self, box: Box) -> bool:
        """Whether a box lies in the frame."""
        return (
            self.left <= box[0] and box[2] <= self.left + self.width and self.top <= box[1]
            and box[3] <= self.top + self.height
        )  # fmt: skip


def draw(points: Iterable[Point], shaded: dict[str, int], title: str, path: str = "") -> Markup:
    """The map as one inline SVG. `shaded` counts the facts of each country, which gives its tint."""
    points = sorted(points, key=lambda p: -p.weight)
    spots = [project(p.longitude, p.latitude) for p in points]
    middles = [project(*found) for code in shaded if (found := country_point(code))]
    frame = Frame.around(spots or middles)
    unit = frame.width / 1000  # one pixel where the map is 1000 wide
    head = Markup('<svg class="map" viewBox="{:.0f} {:.0f} {:.0f} {:.0f}" role="group" aria-label="{}">').format(
        frame.left, frame.top, frame.width, frame.height, title
    )
    drawn = world(path)
    most = max(shaded.values(), default=1)
    land = Markup("").join(_land(o, drawn["steps"], shaded, most, frame) for o in drawn["outlines"])
    marks = Markup("").join(_mark(p, spot, unit) for p, spot in zip(points, spots, strict=True))
    return head + Markup('<g stroke-width="{:.2f}">').format(unit) + land + Markup("</g>") + marks + _labels(
        points, spots, frame, unit
    ) + Markup("</svg>")  # fmt: skip


def _land(outline: dict[str, Any], steps: int, shaded: dict[str, int], most: int, frame: Frame) -> Markup:
    parts = [p for ring in outline["rings"] if (p := _ring(ring, frame, steps))]
    if not parts:
        return Markup("")
    count = shaded.get(outline["code"], 0)
    tint = f" t{1 + min(3, count * 4 // (most + 1))}" if count else ""
    return Markup('<path class="land{}" d="{}"/>').format(tint, "".join(parts))


def _ring(flat: list[int], frame: Frame, steps: int) -> str:
    spots = [project(x / steps, y / steps) for x, y in zip(flat[::2], flat[1::2], strict=True)]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    apart = max(xs) < frame.left or min(xs) > frame.left + frame.width or max(ys) < frame.top
    if apart or min(ys) > frame.top + frame.height:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots) + "Z"


def _mark(point: Point, spot: tuple[float, float], unit: float) -> Markup:
    radius = unit * min(13.0, 4.5 + 1.6 * point.weight**0.5)
    return Markup('<a href="{}" aria-label="{}"><circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{:.2f}" stroke-width="{:.2f}"/>'
                  "<title>{}</title></a>").format(
        point.href, point.caption, "ring" if point.country else "dot", *spot, radius, unit * 1.6, point.caption
    )  # fmt: skip


def _labels(points: list[Point], spots: list[tuple[float, float]], frame: Frame, unit: float) -> Markup:
    """Names of the weightiest points, where they cover neither each other nor a point."""
    size = 17 * unit
    taken: list[Box] = [(x - 7 * unit, y - 7 * unit, x + 7 * unit, y + 7 * unit) for x, y in spots]
    marks = len(taken)
    out = Markup("")
    for number, (point, spot) in enumerate(zip(points, spots, strict=True)):
        text = point.caption[:LABEL_CHARS]
        others = taken[:number] + taken[number + 1 :]
        free = next((p for p in _places(text, spot, size, unit) if frame.has(p) and not any(_over(p, t) for t in others)), None)
        if free and len(taken) - marks < LABELS:
            taken.append(free)
            lang = Markup(' lang="{}"').format(point.lang) if point.lang else ""
            out += Markup('<text x="{:.1f}" y="{:.1f}" font-size="{:.1f}"{}>{}</text>').format(
                free[0], free[3] - size * 0.25, size, lang, text
            )
    return Markup('<g class="names" aria-hidden="true">{}</g>').format(out)


def _places(text: str, spot: tuple[float, float], size: float, unit: float) -> Iterator[Box]:
    """Where a label may stand: right of its point, left of it, above it."""
    x, y = spot
    width = sum(2 * GLYPH if ord(c) > 0x2E80 else GLYPH for c in text) * size
    for left, base in ((x + 11 * unit, y + size / 3), (x - 11 * unit - width, y + size / 3), (x - width / 2, y - 12 * unit)):
        yield left, base - size * 0.8, left + width, base + size * 0.25


def _over(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
