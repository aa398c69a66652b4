"""The floor plan as SVG: halls and stands to scale, labels only where they fit.

Each stand is named to a screen reader and on hover, whether or not its name fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

from dragoman.report.papers.content import Box, FloorPlan, Hall, Stand
from dragoman.report.papers.flow import Writing

WIDTH = 1000.0  # units of the drawing; the plan's metres are scaled to it
MARGIN, HEAD, FOOT = 20.0, 64.0, 46.0
SMALLEST, LARGEST = 7.0, 15.0  # text sizes of names in stands
LABEL, HALL = 12.0, 17.0
WIDE, NARROW = 1.0, 0.6  # a letter's width in ems: of Han, of others (bold Latin and Cyrillic on average)
FONT = "'Noto Sans','Segoe UI','Helvetica Neue','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
# Free stands are white, taken ones tinted, highlighted ones dark with a thick outline: told apart without colour, too.
STYLE = (
    f".plan{{font-family:{FONT};fill:#1d2125}}.hall{{fill:#f5f3ec;stroke:#8a8472;stroke-width:1.5}}"
    ".stand rect{fill:#fff;stroke:#565d66;stroke-width:1}.taken rect{fill:#d5e6e6}"
    ".marked rect{fill:#0a5a6a;stroke:#1d2125;stroke-width:3}.marked text{fill:#fff}.soft{fill:#565d66}"
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Scale and origin of a plan, and what is written on it."""

    pen: Writing
    scale: float
    left: float
    top: float
    marked: frozenset[str]

    def box(self, box: Box) -> tuple[float, float, float, float]:
        """A rectangle of the plan in units of the drawing."""
        return (
            round(MARGIN + (box.x - self.left) * self.scale, 1), round(HEAD + (box.y - self.top) * self.scale, 1),
            round(box.w * self.scale, 1), round(box.h * self.scale, 1),
        )  # fmt: skip


def floor_plan(plan: FloorPlan, lang: str = "en", marked: Iterable[str] = ()) -> str:
    """The plan as one SVG element; stands whose label is in `marked` are highlighted. Raises `UnknownName` for a language."""
    boxes = [h.box for h in plan.halls] + [s.box for s in plan.stands] or [Box(0, 0, 1, 1)]
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    scale = (WIDTH - 2 * MARGIN) / max(max(b.x + b.w for b in boxes) - left, 1.0)
    height = round(HEAD + (max(b.y + b.h for b in boxes) - top) * scale + FOOT, 1)
    drawing = Drawing(Writing(lang), scale, left, top, frozenset(marked))
    title = drawing.pen.plain(plan.title)
    name = f"{drawing.pen.words('paper.name.plan')}: {title}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="plan" viewBox="0 0 {WIDTH:g} {height:g}" role="img" lang="{lang}" '
        f'aria-labelledby="plan-title plan-desc"><title id="plan-title">{escape(name)}</title>'
        f'<desc id="plan-desc">{escape(_described(plan, drawing))}</desc><style>{STYLE}</style>'
        f'<rect width="{WIDTH:g}" height="{height:g}" fill="#fff"/>{_heading(title)}'
        + "".join(_hall(drawing, h) for h in plan.halls)
        + "".join(_stand(drawing, s) for s in plan.stands)
        + _legend(drawing, height)
        + "</svg>"
    )


def _described(plan: FloorPlan, drawing: Drawing) -> str:
    words, number = drawing.pen.words, drawing.pen.words.number
    out = [words("paper.plan.describe", halls=number(len(plan.halls)), stands=number(len(plan.stands)))]
    out.append(words("paper.plan.taken", number=number(sum(bool(s.name) or s.taken for s in plan.stands))))
    shown = [s.label for s in plan.stands if s.label in drawing.marked]
    if shown:
        out.append(words("paper.plan.marked", stands=words("paper.comma").join(shown)))
    return " ".join(out)


def _heading(title: str) -> str:
    size = min(22.0, (WIDTH - 2 * MARGIN) / max(width(title), 1.0))
    return f'<text x="{MARGIN:g}" y="38" font-size="{size:.1f}" font-weight="700">{escape(title)}</text>'


def _hall(drawing: Drawing, hall: Hall) -> str:
    x, y, w, h = drawing.box(hall.box)
    name = drawing.pen.plain(hall.name)
    size = min(HALL, (w - 16) / max(width(name), 1.0))
    text = f'<text x="{x + 8:g}" y="{y + size + 7:.1f}" font-size="{size:.1f}" font-weight="600">{escape(name)}</text>'
    return f'<rect class="hall" x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"/>{text if size >= SMALLEST else ""}'


def _stand(drawing: Drawing, stand: Stand) -> str:
    x, y, w, h = drawing.box(stand.box)
    words, name = drawing.pen.words, drawing.pen.plain(stand.name)
    taken = bool(name) or stand.taken
    look = "stand" + (" taken" if taken else "") + (" marked" if stand.label in drawing.marked else "")
    state = words("paper.plan.taken_mark") if taken else words("paper.plan.free")
    told = f"{words('paper.plan.stand', label=stand.label)}{words('paper.colon')}{name or state}"
    inner = f'<title>{escape(told)}</title><rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"/>'
    inner += _labels(stand.label, name, x, y, w, h)
    if stand.link.startswith(("https://", "http://", "#")):
        inner = f"<a href={quoteattr(stand.link)}>{inner}</a>"
    return f'<g class="{look}">{inner}</g>'


def _labels(label: str, name: str, x: float, y: float, w: float, h: float) -> str:
    """The stand's label, and its name below where the name fits at a size one can read."""
    middle, size = x + w / 2, min(LABEL, (w - 4) / max(width(label), 0.1))
    if size < SMALLEST:
        return ""
    lines, name_size = fitted(name, w - 8, h - size - 10)
    block = size + (len(lines) * name_size * 1.2)
    at = y + (h - block) / 2 + size * 0.85
    middled = f'<text text-anchor="middle" x="{middle:.1f}"'
    out = [f'{middled} y="{at:.1f}" font-size="{size:.1f}" font-weight="700">{escape(label)}</text>']
    for number, line in enumerate(lines, 1):
        below = at + number * name_size * 1.2
        out.append(f'{middled} y="{below:.1f}" font-size="{name_size:.1f}">{escape(line)}</text>')
    return "".join(out)


def width(text: str) -> float:
    """The width of a text in ems, estimated from the kind of its letters and never too small by much."""
    return sum(WIDE if east_asian_width(c) in "WF" else NARROW for c in text)


def fitted(name: str, room: float, height: float) -> tuple[list[str], float]:
    """A name in lines and the largest size at which they fit into a place; no line where none does."""
    size = LARGEST
    while name and size >= SMALLEST:
        lines = _wrapped(name, room / size)
        if lines and len(lines) * size * 1.2 <= height:
            return lines, size
        size -= 1.0
    return [], 0.0


def _wrapped(name: str, room: float) -> list[str]:
    """Words in lines of so many ems, Han broken anywhere; empty where a single word is too wide."""
    lines: list[str] = []
    for word in _pieces(name):
        if width(word.strip()) > room:
            return []
        if lines and width((lines[-1] + word).strip()) <= room:
            lines[-1] += word
        else:
            lines.append(word)
    return [line.strip() for line in lines]


def _pieces(name: str) -> list[str]:
    out: list[str] = []
    for sign in name:
        wide = east_asian_width(sign) in "WF"
        if wide or not out or out[-1].endswith((" ", "-")) or east_asian_width(out[-1][-1]) in "WF":
            out.append(sign)
        else:
            out[-1] += sign
    return out


def _legend(drawing: Drawing, height: float) -> str:
    kinds = [("stand", "free_mark"), ("stand taken", "taken_mark"), ("stand marked", "marked_mark")][: 2 + bool(drawing.marked)]
    out, x, y = [], MARGIN, height - 30
    for look, key in kinds:
        words = drawing.pen.words(f"paper.plan.{key}")
        out.append(f'<g class="{look}"><rect x="{x:g}" y="{y:g}" width="18" height="14"/></g>')
        out.append(f'<text class="soft" x="{x + 25:g}" y="{y + 12:g}" font-size="13">{escape(words)}</text>')
        x = round(x + 55 + width(words) * 13, 1)
    metres = next(m for m in (100, 50, 20, 10, 5, 2, 1) if m * drawing.scale <= 220 or m == 1)
    bar, end = metres * drawing.scale, WIDTH - MARGIN
    words = drawing.pen.words("paper.plan.scale", metres=metres)
    out.append(f'<path d="M{end - bar:.1f} {y + 4:g}v6h{bar:.1f}v-6" fill="none" stroke="#1d2125"/>')
    out.append(
        f'<text class="soft" x="{end - bar - 6:.1f}" y="{y + 12:g}" font-size="13" text-anchor="end">{escape(words)}</text>'
    )
    return "".join(out)
