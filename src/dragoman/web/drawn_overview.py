"""The drawing of the whole: countries on the left send, countries on the right receive, channels between; width is how much."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from markupsafe import Markup

from dragoman.workspace.overview import OTHER, Overview

if TYPE_CHECKING:
    from dragoman.web.words import Speech

WIDTH, ROW, TOP = 880, 44, 34
LEFT, MIDDLE, RIGHT = 190, 440, 690  # where the three columns stand
BOX = 150  # width of a channel
THICK = 14.0  # the widest line


def drawing(found: Overview, t: Speech) -> Markup:
    """The drawing as SVG; empty where nothing flows."""
    channels = [c for c, _ in found.channels]
    left = _countries(found.left)
    right = _countries(found.right)
    if not channels or not (left or right):
        return Markup("")
    height = TOP + ROW * max(len(channels), len(left), len(right)) + 10
    most = max([n for *_, n in (*found.left, *found.right)], default=1)
    y = {("l", c): _y(n, len(left), height) for n, c in enumerate(left)}
    y |= {("r", c): _y(n, len(right), height) for n, c in enumerate(right)}
    y |= {("m", c): _y(n, len(channels), height) for n, c in enumerate(channels)}
    lines = [_line(LEFT, y["l", c], MIDDLE - BOX / 2, y["m", ch], n, most, "out") for c, ch, n in found.left]
    lines += [_line(MIDDLE + BOX / 2, y["m", ch], RIGHT, y["r", c], n, most, "in") for c, ch, n in found.right]
    names = [_name(c, LEFT - 8, y["l", c], "end", t) for c in left] + [
        _name(c, RIGHT + 8, y["r", c], "start", t) for c in right
    ]
    boxes = [_box(c, n, y["m", c], t) for c, n in found.channels]
    heads = [
        Markup('<text class="head" x="{}" y="18" text-anchor="{}">{}</text>').format(x, anchor, t(key))
        for x, anchor, key in ((LEFT, "end", "start.from"), (MIDDLE, "middle", "start.channels"), (RIGHT, "start", "start.to"))
    ]
    return Markup('<svg class="whole" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, height, t("start.whole"), Markup("").join([*lines, *heads, *names, *boxes])
    )


def _countries(side: list[tuple[str, str, int]]) -> list[str]:
    """Those with most first, the rest last."""
    totals: dict[str, int] = {}
    for country, _, n in side:
        totals[country] = totals.get(country, 0) + n
    return sorted(totals, key=lambda c: (c == OTHER, -totals[c], c))


def _y(place: int, of: int, height: int) -> float:
    return TOP + (place + 0.5) * (height - TOP) / of


def _line(x1: float, y1: float, x2: float, y2: float, n: int, most: int, way: str) -> Markup:
    bend = (x2 - x1) / 2
    return Markup(
        '<path class="flow {}" d="M{:.0f} {:.0f}C{:.0f} {:.0f} {:.0f} {:.0f} {:.0f} {:.0f}" stroke-width="{:.1f}"/>'
    ).format(way, x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2, max(1.0, THICK * sqrt(n / most)))


def _name(country: str, x: float, y: float, anchor: str, t: Speech) -> Markup:
    text = t("start.other") if country == OTHER else t.country(country)
    shown = text if len(text) <= 20 else f"{text[:19]}…"
    return Markup('<text x="{:.0f}" y="{:.0f}" text-anchor="{}">{}</text>').format(x, y + 5, anchor, shown)


def _box(channel: str, n: int, y: float, t: Speech) -> Markup:
    return Markup(
        '<rect x="{:.0f}" y="{:.0f}" width="{}" height="34" rx="8"/>'
        '<text class="n" x="{:.0f}" y="{:.0f}" text-anchor="middle">{}</text>'
    ).format(MIDDLE - BOX / 2, y - 17, BOX, MIDDLE, y + 5, f"{t('channel.' + channel)} {t.number(n)}")
