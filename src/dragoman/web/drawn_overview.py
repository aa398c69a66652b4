"""The drawing of the whole: countries on the left send, countries on the right receive, channels between; width is how much."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from textwrap import wrap
from typing import TYPE_CHECKING

from markupsafe import Markup

from dragoman.workspace.overview import OTHER, Overview

if TYPE_CHECKING:
    from dragoman.web.words import Speech

ROW, TOP = 44, 34


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a drawing is drawn on: its width, where the columns stand, the width of a channel, the widest line, how many letters
    a line of a name and of a channel holds.
    """

    kind: str
    width: int
    left: int
    middle: int
    right: int
    box: int
    thick: float
    name: int
    label: int


WIDE = Sheet("wide", 880, 190, 440, 690, 150, 14.0, 20, 19)
NARROW = Sheet("narrow", 360, 90, 180, 270, 104, 9.0, 12, 14)  # for a phone: nothing is scrolled


def drawing(found: Overview, t: Speech) -> Markup:
    """The drawing as SVG, once for a wide window and once for a narrow one; empty where nothing flows."""
    return _drawing(found, t, WIDE) + _drawing(found, t, NARROW)


def _drawing(found: Overview, t: Speech, on: Sheet) -> Markup:
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
    near, far = on.middle - on.box / 2, on.middle + on.box / 2
    lines = [_line(on.left, y["l", c], near, y["m", ch], on.thick * sqrt(n / most), "out") for c, ch, n in found.left]
    lines += [_line(far, y["m", ch], on.right, y["r", c], on.thick * sqrt(n / most), "in") for c, ch, n in found.right]
    names = [_name(c, on.left - 6, y["l", c], "end", t, on) for c in left]
    names += [_name(c, on.right + 6, y["r", c], "start", t, on) for c in right]
    boxes = [_box(c, n, y["m", c], t, on) for c, n in found.channels]
    heads = [
        Markup('<text class="head" x="{}" y="18" text-anchor="{}">{}</text>').format(x, anchor, t(key))
        for x, anchor, key in (
            (on.left, "end", "start.from"), (on.middle, "middle", "start.channels"), (on.right, "start", "start.to"),
        )
    ]  # fmt: skip
    return Markup('<svg class="whole {}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        on.kind, on.width, height, t("start.whole"), Markup("").join([*lines, *heads, *names, *boxes])
    )


def _countries(side: list[tuple[str, str, int]]) -> list[str]:
    """Those with most first, the rest last."""
    totals: dict[str, int] = {}
    for country, _, n in side:
        totals[country] = totals.get(country, 0) + n
    return sorted(totals, key=lambda c: (c == OTHER, -totals[c], c))


def _y(place: int, of: int, height: int) -> float:
    return TOP + (place + 0.5) * (height - TOP) / of


def _line(x1: float, y1: float, x2: float, y2: float, thick: float, way: str) -> Markup:
    bend = (x2 - x1) / 2
    return Markup(
        '<path class="flow {}" d="M{:.0f} {:.0f}C{:.0f} {:.0f} {:.0f} {:.0f} {:.0f} {:.0f}" stroke-width="{:.1f}"/>'
    ).format(way, x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2, max(1.0, thick))


def _name(country: str, x: float, y: float, anchor: str, t: Speech, on: Sheet) -> Markup:
    return _text(t("start.other") if country == OTHER else t.country(country), x, y, anchor, on.name)


def _box(channel: str, n: int, y: float, t: Speech, on: Sheet) -> Markup:
    rect = Markup('<rect x="{:.0f}" y="{:.0f}" width="{}" height="36" rx="8"/>')
    label = f"{t('channel.' + channel)} {t.number(n)}"
    return rect.format(on.middle - on.box / 2, y - 18, on.box) + _text(label, on.middle, y, "middle", on.label)


def _text(text: str, x: float, y: float, anchor: str, letters: int) -> Markup:
    """A label around a height, in two lines where one does not hold it; what they do not hold is cut."""
    lines = wrap(text, letters, break_on_hyphens=False) or [""]
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][: letters - 1]}…"]
    rows = [(y + 5, lines[0])] if len(lines) == 1 else [(y - 3, lines[0]), (y + 12, lines[1])]
    line = Markup('<text x="{:.0f}" y="{:.0f}" text-anchor="{}">{}</text>')
    return Markup("").join(line.format(x, at, anchor, said) for at, said in rows)
