"""Make `src/dragoman/data/map/world.json`: country outlines, a point for each country, and names in three languages.

    python scripts/make_map.py --atlas DIR [--out FILE]

DIR holds `countries-110m.json` and `countries-50m.json` of the npm package world-atlas 2 (ISC), which is Natural Earth 4.1
(public domain). Names are Unicode CLDR's, out of the Python package Babel (Unicode licence). Rings are cut at 180 degrees,
so that none draws a band across the map. The 110m file has no small countries (Singapore, Hong Kong, Macao, Malta,
Bahrain ...): those get a point from the 50m file and no outline. Antarctica is left out. Borders are de facto.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

Ring = list[tuple[float, float]]
LANGUAGES = ("en", "zh", "ru")
NO_NUMBER = {"Kosovo": "xk"}  # without an ISO number in the atlas; N. Cyprus and Somaliland keep no code
ANTARCTICA = "010"
STEPS = 10  # outlines are kept to a tenth of a degree, half a pixel at the width they are drawn


def decode(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a TopoJSON file in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; a negative index is an arc walked backwards."""
    points: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return points


def rings(geometry: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """The outer rings of a country."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring(polygon[0], arcs) for polygon in polygons]


def unwrap(points: Ring) -> Ring:
    """The ring with longitudes that run on over 180 degrees instead of jumping."""
    out, shift, before = [], 0.0, points[0][0]
    for x, y in points:
        if x - before > 180:
            shift -= 360
        elif before - x > 180:
            shift += 360
        out.append((x + shift, y))
        before = x
    return out


def clip(points: Ring, limit: float, keep_below: bool) -> Ring:
    """Sutherland and Hodgman's cut of a ring along one meridian."""
    out: Ring = []
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        inside1, inside2 = (x1 <= limit) == keep_below or x1 == limit, (x2 <= limit) == keep_below or x2 == limit
        if inside1:
            out.append((x1, y1))
        if inside1 != inside2:
            out.append((limit, y1 + (y2 - y1) * (limit - x1) / (x2 - x1)))
    return out


def cut(points: Ring) -> list[Ring]:
    """The pieces of a ring within -180 and 180."""
    whole = unwrap(points)
    pieces = []
    for turn in (-360, 0, 360):
        piece = clip(clip([(x + turn, y) for x, y in whole], -180, False), 180, True)
        if len(piece) > 2:
            pieces.append(piece)
    return pieces


def area(points: Ring) -> float:
    """Signed area, in square degrees."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True)) / 2


def centre(points: Ring) -> tuple[float, float]:
    """The centroid of a ring."""
    size = area(points)
    pairs = list(zip(points, points[1:] + points[:1], strict=True))
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * size)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * size)
    return round(x, 1), round(y, 1)


def compact(points: Ring) -> list[int]:
    """Longitudes and latitudes in turn, in tenths of a degree, repeats dropped."""
    flat: list[int] = []
    for x, y in points:
        step = [round(x * STEPS), round(y * STEPS)]
        if flat[-2:] != step:
            flat += step
    return flat


def codes() -> dict[str, str]:
    """ISO 3166-1 numbers to lower-case two-letter codes."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {k: v[0].lower() for k, v in aliases.items() if k.isdigit() and len(k) == 3 and len(v[0]) == 2}


def names(code: str) -> list[str]:
    """A country's names in English, Chinese and Russian."""
    from babel import Locale

    return [Locale(lang).territories.get(code.upper(), code.upper()) for lang in LANGUAGES]


def load(path: Path) -> list[tuple[str, list[Ring]]]:
    """Each country of an atlas file with its rings, cut; the code is empty where it has none."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs, known, out = decode(topology), codes(), []
    for geometry in topology["objects"]["countries"]["geometries"]:
        if geometry.get("id") == ANTARCTICA or not geometry.get("arcs"):
            continue
        code = known.get(geometry.get("id") or "", NO_NUMBER.get(geometry["properties"]["name"], ""))
        out.append((code, [piece for r in rings(geometry, arcs) for piece in cut(r)]))
    return out


def make(atlas: Path) -> dict[str, Any]:
    """The whole file."""
    outlines: list[dict[str, Any]] = []
    points: dict[str, tuple[float, float]] = {}
    for code, pieces in load(atlas / "countries-110m.json"):
        outlines.append({"code": code, "rings": [compact(p) for p in pieces]})
        if code:
            points[code] = centre(max(pieces, key=lambda p: abs(area(p))))
    for code, pieces in load(atlas / "countries-50m.json"):
        if code:
            points.setdefault(code, centre(max(pieces, key=lambda p: abs(area(p)))))
    countries = {code: [*points[code], *names(code)] for code in sorted(points)}
    return {
        "source": "Natural Earth 4.1 (public domain) by world-atlas 2; names: Unicode CLDR",
        "steps": STEPS, "countries": countries, "outlines": sorted(outlines, key=lambda o: o["code"]),
    }  # fmt: skip


def main() -> None:
    """Write the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).resolve().parent.parent
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=here / "src/dragoman/data/map/world.json")
    args = parser.parse_args()
    text = json.dumps(make(args.atlas), ensure_ascii=False, separators=(",", ":"))
    args.out.write_text(text + "\n", encoding="utf-8")
    print(f"{args.out.name}: {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
