"""The drawing of a neighbourhood: the entity in the middle, rings around it, each node a link; made in Python, no script."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from markupsafe import Markup

from dragoman.model.schema import schema
from dragoman.workspace.neighbourhood import Neighbourhood, Node

if TYPE_CHECKING:
    from dragoman.web.words import Speech

RING, ROOM = 190, 30  # between rings; of the circle for one node
LABEL_WIDTH = 24  # of a label in Latin letters; a Chinese character is as wide as two
LABEL, MARGIN = 210, 40  # width kept for labels beside the outermost ring, height above it
UPRIGHT = 0.12  # cosine of an angle taken for straight up or down
Place = tuple[float, float, float]  # x, y, angle


def drawing(found: Neighbourhood, t: Speech, open_at: Callable[[str], str]) -> Markup:
    """The drawing as SVG; `open_at` gives the address that opens a node."""
    places = layout(found)
    xs, ys = [x for x, _, _ in places.values()], [y for _, y, _ in places.values()]
    left, top = min(xs) - LABEL, min(ys) - MARGIN
    width, height = max(xs) - min(xs) + 2 * LABEL, max(ys) - min(ys) + 2 * MARGIN
    lines = Markup("").join(_line(e.left, e.right, e.label, e.record, places, t) for e in found.edges)
    nodes = Markup("").join(_node(n, places[n.id], t, open_at) for n in found.nodes.values())
    return Markup('<svg class="ties" viewBox="{:.0f} {:.0f} {:.0f} {:.0f}" role="group" aria-label="{}">{}{}</svg>').format(
        left, top, width, height, t("ties.drawing"), lines, nodes
    )


def layout(found: Neighbourhood) -> dict[str, Place]:
    """Where each node stands: on the ring of its depth, in a slice as wide as what hangs on it."""
    children: dict[str, list[Node]] = {}
    for node in found.nodes.values():
        if node.depth:
            children.setdefault(node.parent, []).append(node)
    for group in children.values():
        group.sort(key=lambda n: (n.schema, n.caption))
    leaves = {key: _leaves(key, children) for key in found.nodes}
    first = max(RING, len(children.get(found.middle, ())) * ROOM / (2 * pi), leaves[found.middle] * ROOM / (2 * pi) - RING)
    places: dict[str, Place] = {found.middle: (0.0, 0.0, 0.0)}
    _place(found.middle, -pi / 2, 2 * pi, first, children, leaves, places)
    return places


def _leaves(key: str, children: dict[str, list[Node]]) -> int:
    return sum(_leaves(c.id, children) for c in children.get(key, ())) or 1


def _place(
    key: str, since: float, width: float, radius: float, children: dict[str, list[Node]], leaves: dict[str, int],
    places: dict[str, Place],
) -> None:  # fmt: skip
    at = since
    for child in children.get(key, ()):
        share = width * leaves[child.id] / leaves[key]
        angle = at + share / 2
        places[child.id] = (radius * cos(angle), radius * sin(angle), angle)
        _place(child.id, at, share, radius + RING, children, leaves, places)
        at += share


def _line(left: str, right: str, label: str, record: str, places: dict[str, Place], t: Speech) -> Markup:
    (x1, y1, _), (x2, y2, _) = places[left], places[right]
    said = t.schema(label) if record else t.property(label)
    path = Markup('<line x1="{:.0f}" y1="{:.0f}" x2="{:.0f}" y2="{:.0f}"/>').format(x1, y1, x2, y2)
    if not record:
        return Markup("<g><title>{}</title>{}</g>").format(said, path)
    dot = Markup('<circle class="between" cx="{:.0f}" cy="{:.0f}" r="5"/>').format((x1 + x2) / 2, (y1 + y2) / 2)
    return path + Markup('<a href="/entities/{}" aria-label="{}"><title>{}</title>{}</a>').format(record, said, said, dot)


def fitted(text: str) -> str:
    """A label cut to its width."""
    width, at = 0, 0
    for at, char in enumerate(text):
        width += 2 if east_asian_width(char) in "WF" else 1
        if width > LABEL_WIDTH:
            return f"{text[:at].rstrip()}…"
    return text


def _node(node: Node, place: Place, t: Speech, open_at: Callable[[str], str]) -> Markup:
    x, y, angle = place
    kind = schema(node.schema).kind or ""
    caption = t.called(node.id, node.caption, node.schema)
    shown = fitted(caption)
    middle = node.depth == 0
    right = cos(angle) >= 0
    upright = abs(cos(angle)) < UPRIGHT and not middle  # straight above or below: a label beside it would meet its neighbours
    anchor, dx, dy = ("start", 12, 4) if right else ("end", -12, 4)
    if middle or upright:
        anchor, dx, dy = "middle", 0, -16 if sin(angle) < 0 and not middle else 28 if middle else 24
    circle = Markup('<circle class="k-{}{}" cx="{:.0f}" cy="{:.0f}" r="{}"/>').format(
        kind, " shut" if not node.opened else "", x, y, 11 if middle else 8
    )
    dot = circle
    if not node.opened:
        label = t("ties.open", name=caption)
        dot = Markup('<a href="{}" aria-label="{}"><title>{}</title>{}</a>').format(open_at(node.id), label, label, circle)
    lang = t.foreign(node.caption)
    text = Markup('<text x="{:.0f}" y="{:.0f}" text-anchor="{}"{}>{}</text>').format(
        x + dx, y + dy, anchor, Markup(' lang="{}"').format(lang) if lang else "", shown
    )
    about = f"{t.schema(node.schema)}: {caption}"
    return dot + Markup('<a href="/entities/{}"><title>{}</title>{}</a>').format(node.id, about, text)
