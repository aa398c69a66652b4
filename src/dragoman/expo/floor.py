"""The floor of an edition in metres: stands that lie over one another, and stands that lie outside their hall."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NEAR = 0.01  # metres: walls that touch do not overlap


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the plan, from its upper left corner."""

    left: float
    top: float
    width: float
    depth: float

    def overlaps(self, other: Place) -> bool:
        """Whether two have floor in common."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.depth, other.top + other.depth) - max(self.top, other.top)
        return across > NEAR and down > NEAR

    def holds(self, other: Place) -> bool:
        """Whether another lies wholly within it."""
        return (
            other.left >= self.left - NEAR
            and other.top >= self.top - NEAR
            and other.left + other.width <= self.left + self.width + NEAR
            and other.top + other.depth <= self.top + self.depth + NEAR
        )


def overlapping(places: Mapping[str, Place]) -> list[tuple[str, str]]:
    """The pairs that lie over one another, from left to right."""
    ordered = sorted(places, key=lambda k: (places[k].left, places[k].top, k))
    found: list[tuple[str, str]] = []
    near: list[str] = []  # those that reach as far as the one looked at
    for key in ordered:
        near = [k for k in near if places[k].left + places[k].width > places[key].left]
        found += [(k, key) for k in near if places[k].overlaps(places[key])]
        near.append(key)
    return found


def outside(places: Mapping[str, Place], halls: Mapping[str, Place], of: Mapping[str, str]) -> list[str]:
    """Those that do not lie within the hall they belong to (`of`), where that hall has a place."""
    return [k for k, place in places.items() if (hall := halls.get(of.get(k, ""))) and not hall.holds(place)]
