"""Where a body sits, when it was founded, and zones that no gazetteer holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene
from dragoman.extract.en.shapes import pattern

BASED = pattern(r"(?P<seat><LOC>)-based\s+(?:(?:[a-z-]+\s+){0,3})(?P<who><ORG>)")
SEAT = pattern(r"(?P<who><ORG>)(?P<gap>,? (?:based |headquartered |located |situated )?in |, )(?P<seat><LOC>)(?=[,.;)\s]|$)")
FOUNDED = re.compile(
    r"\b(?:was |were |is |has been |been )?(?:founded|established|created|set up|incorporated|registered|"
    r"organi[sz]ed)\s+(?:back\s+)?in\s+(?P<when>(?:\w+\s+)?(?:19|20)\d\d)\b",
    re.I,
)
ZONES = re.compile(
    r"\b(?:\w+ major economic zones in [A-Z]\w+|(?:[A-Z][\w-]+\s+)+Zones(?:\s+for\s+[A-Z][\w-]+(?:[ -][A-Z][\w-]+)*)?)"
)
FOUNDING = Gate("founded established created set incorporated registered organized organised".split())


def seats(scene: Scene, line: Line) -> None:
    kinds = {n.kind for n in line.names}
    for match in () if not {"ORG", "LOC"} <= kinds else [*_based(line), *line.finds(SEAT)]:
        body = next(iter(line.within(match.start("who"), match.end("who"), "ORG")), None)
        seat = next(iter(line.within(match.start("seat"), match.end("seat"), "LOC")), None)
        if body is None or seat is None:
            continue
        ref, start, end = scene.ref(body), min(body.start, seat.start), max(body.end, seat.end)
        if "gap" in match.groupdict() and not _seat_like(line, match):
            continue
        if scene.once("seat", ref.name.lower()):
            scene.add("body.seat", ref, start, end, Claim("seat", scene.ref(seat)), line=line)
    for match in line.reads(FOUNDED) if line.has(FOUNDING) else ():
        body = next((n for n in reversed(line.within(0, match.start(), "ORG")) if n.subkind != "unnamed"), None)
        about = scene.ref(body) if body else scene.body(line.start + match.start())
        near = body is not None and match.start() - (body.end - line.start) <= 40
        if about and (
            near
            or match.start() < 3
            or re.search(r"\b(?:it|union|institute|company|centre|center)\s*,?\s*$", line.text[: match.start()], re.I)
        ):
            year = match["when"][-4:]
            scene.add(
                "body.founded",
                about,
                line.start + match.start(),
                line.start + match.end(),
                Claim("incorporationDate", year, original=match["when"]),
                line=line,
            )


def _based(line: Line) -> Iterable[re.Match[str]]:
    return line.finds(BASED) if "-based" in line.text.lower() else ()


def _seat_like(line: Line, match: re.Match[str]) -> bool:
    gap = match["gap"]
    if gap.strip() == ",":
        return line.heading or bool(re.match(r"\s*(?:$|[.;)]|\d)", line.text[match.end() :]))
    return True


def zones(scene: Scene, line: Line) -> None:
    """Zones told by class and area that no gazetteer holds."""
    if "zones" not in line.lows:
        return
    for match in ZONES.finditer(line.text):
        if line.name_at(match.start()) is None and len(match[0].split()) > 2 and scene.once("place", match[0].lower()):
            scene.add(
                "place.zones",
                Ref("Place", match[0]),
                line.start + match.start(),
                line.start + match.end(),
                Claim("name", match[0], lang="en"),
                Claim("placeKind", "zone"),
                line=line,
            )
