"""Bodies, people and places: the plain facts of names, each thing once."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en.lexicon import listed
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.seats import seats, zones
from dragoman.extract.en.shapes import pattern

GOVERNED = re.compile(
    r"\b(?:[a-z]+(?:ed|ing|tion|ion)|west|east|north|south|central|western|eastern|northern|southern|southwest|southeast|"
    r"northwest|northeast|held|city|province|region)\s+(?:in|at|to|with|from|of)\s+(?:the\s+)?$|\b(?:west|east|north|south|"
    r"central|western|eastern|northern|southern|south-?west(?:ern)?|south-?east(?:ern)?|north-?west(?:ern)?|"
    r"north-?east(?:ern)?)\s+(?:[A-Z]\w+['’]s\s+)?$"
)
GOVERNORS = ("in", "at", "to", "with", "from", "of", "the", "west", "east", "north", "south", "central", "ern", "'s", "’s")
OWNER = re.compile(r"(?:(?:south|north)?-?(?:west|east|south|north|central)\w*\s+)?[A-Z]\w+['’]s\s+$")
SITED = re.compile(r"\s+(?:in|from)\s+(?:the\s+)?")
LISTED_PLACES = pattern(r"(?P<list><LOC>(?:, <LOC>)*,? and <LOC>)")
ABBREVIATED = re.compile(
    r"\s*\(\s*(?:hereinafter\s+)?(?:referred to as\s+)?(?:the\s+)?[“\"]?(?P<short>[A-Z][\w&-]{1,14}(?: "
    r"[A-Z]\w+)?)[”\"]?(?:\s+hereinafter)?\s*\)"
)


def find(scene: Scene, line: Line) -> None:
    """The facts names alone prove, each thing once, and where a body sits."""
    for name in line.names:
        if name.kind == "ORG":
            _body(scene, line, name)
        elif name.kind == "PER":
            _person(scene, line, name)
        elif name.kind in ("LOC", "GROUP"):
            _place(scene, line, name)
        scene.remember(line, name)
    seats(scene, line)
    zones(scene, line)


def _body(scene: Scene, line: Line, name: Name) -> None:
    ref = scene.ref(name)
    if name.source == "short":
        if scene.once("alias", ref.name.lower(), name.text.lower()):
            scene.add("body.shortform", ref, name.start - 4, name.end, Claim("alias", name.text, lang="en"), line=line)
        return
    if _short_of(scene, name, ref):
        return
    if scene.once("body", ref.name.lower()):
        scene.bodies[ref.name.lower()] = ref
        if name.subkind == "unnamed":
            claims = [Claim("unnamed", plain(name.text), lang="en"), Claim("status", "unnamed")]
            rule = "body.unnamed"
        else:
            claims = [Claim("name", ref.name, lang="en")]
            claims += [Claim("bodyKind", name.subkind)] if name.subkind else []
            claims += [Claim("country", name.country)] if name.country else []
            rule = _rule("body", name)
        end = name.end
        site = SITED.match(line.text, name.end - line.start) if name.subkind == "unnamed" else None
        if site and (place := line.name_at(site.end())) and place.kind == "LOC":
            end = place.end
        scene.add(rule, ref, name.start, end, *claims, line=line, sure=name.sure if name.sure < 0.6 else None)
    found = ABBREVIATED.match(line.text, name.end - line.start)
    if found and name.subkind != "unnamed":
        short = found["short"]
        scene.aliases.setdefault(short.lower(), ref)
        if not short[0].islower() and scene.once("alias", short.lower()):
            scene.add(
                "body.short",
                ref,
                line.start + found.start("short"),
                line.start + found.end("short"),
                Claim("alias", short, lang="en"),
                line=line,
            )


def _rule(kind: str, name: Name) -> str:
    """The rule of a name: who found it and of which class, so that each class is as sure as it proved to be."""
    return f"{kind}.{name.source or 'name'}.{name.subkind or 'bare'}".replace(" ", "-")


def _short_of(scene: Scene, name: Name, ref: Ref) -> bool:
    """Whether a mention is a short form of a body told before; then it is one with it."""
    key = plain(name.text).lower()
    if key in scene.aliases:
        return ("body", scene.aliases[key].name.lower()) in scene.told
    for longer, full in scene.bodies.items():
        starts = longer.startswith(key + " ")
        ends = longer.endswith(" " + key) and name.subkind != "unnamed" and " " in key
        if longer != key and (starts or ends):
            scene.aliases[key] = full
            return True
    return False


def _person(scene: Scene, line: Line, name: Name) -> None:
    full = scene.full_name(name.text)
    if scene.once("person", full.lower()):
        sure = name.sure if name.sure < 0.6 else None
        scene.add(
            _rule("person", name),
            Ref("Person", full),
            name.start,
            name.end,
            Claim("name", full, lang="en"),
            line=line,
            sure=sure,
        )


def _place(scene: Scene, line: Line, name: Name) -> None:
    ref = scene.ref(name)
    shouted = name.text.isupper() and len(name.text) > 3 and name.text.title() in scene.reading.text
    if (
        shouted
        or line.text.startswith("-style", name.end - line.start)
        or DOLLARS.match(line.text, name.end - line.start)
        or not scene.once("place", _core(ref.name))
    ):
        return
    claims = [Claim("name", ref.name, lang="en")]
    claims += [Claim("placeKind", name.subkind)] if name.subkind else []
    claims += [Claim("country", name.country)] if name.country else []
    start, end = _place_quote(line, name)
    rule = "place.group" if name.kind == "GROUP" else _rule("place", name)
    scene.add(rule, ref, start, end, *claims, line=line, sure=name.sure if name.sure < 0.6 else None)


DOLLARS = re.compile(r"\.?\s*dollars?\b", re.I)
AREA = re.compile(
    r"^(?:city|province|republic|people['’]s republic|state|municipality|region)\s+of\s+|\s+(?:province|city|municipality|"
    r"region|oblast|prefecture|county)$",
    re.I,
)


def _core(place: str) -> str:
    """A place's name without its class, so that Henan and Henan Province are told once."""
    return AREA.sub("", place).lower()


def _listed_places(line: Line) -> list[tuple[int, int]]:
    """The lists of places of a sentence, found once for all its places."""
    known = line.memo.get("listed")
    if isinstance(known, tuple) and known[0] == line.mask:
        spans: list[tuple[int, int]] = known[1]
        return spans
    spans = [m.span() for m in line.finds(LISTED_PLACES)] if "and" in line.parts else []
    line.memo["listed"] = (line.mask, spans)
    return spans


def _place_quote(line: Line, name: Name) -> tuple[int, int]:
    """A place with the words that govern it (held in X), or the list of places it stands in."""
    at = name.start - line.start
    for first, last in _listed_places(line):
        if first <= at < last and last - first <= 60:
            begin = first + (4 if line.text[first : first + 4].lower() == "the " else 0)
            return line.start + begin, line.start + last
    before = line.text[:at]
    told = before.rstrip()
    if told == before:
        return name.start, name.end
    owner = OWNER.search(before) if told.endswith(("'s", "’s")) else None
    if owner:
        return line.start + owner.start(), name.end
    found = GOVERNED.search(before) if told.endswith(GOVERNORS) else None
    if found and name.end - line.start - found.start() <= 60:
        return line.start + found.start(), name.end
    return name.start, name.end


def bodies() -> tuple[str, ...]:
    """The class words of bodies."""
    return listed("body_words")
