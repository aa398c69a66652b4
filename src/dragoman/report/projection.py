"""The Equal Earth projection (Šavrič, Patterson and Jenny, 2018): areas keep their proportion, shapes stay familiar."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2
WIDTH = 1000.0  # of the whole world; x and y are in this unit
SCALE = WIDTH / (2 * 2.7066299836)  # the projected x of longitude 180 on the equator


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to x from 0 (west) to `WIDTH` and y downwards from the north pole, in the same unit."""
    theta = asin(M * sin(radians(max(-90.0, min(90.0, latitude)))))
    square = theta * theta
    power = square * square * square
    slope = A1 + 3 * A2 * square + power * (7 * A3 + 9 * A4 * square)
    x = radians(longitude) * cos(theta) / (M * slope)
    y = theta * (A1 + A2 * square + power * (A3 + A4 * square))
    return WIDTH / 2 + x * SCALE, (NORTH - y) * SCALE


def _north() -> float:
    theta = asin(M)
    square = theta * theta
    power = square * square * square
    return theta * (A1 + A2 * square + power * (A3 + A4 * square))


NORTH = _north()
HEIGHT = 2 * NORTH * SCALE
