"""Bodies, people and places: the plain facts of names, seats, and parties that are told but not named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en.lexicon import choice, listed, words
from dragoman.extract.en.line import Line, pattern
from dragoman.extract.en.scene import TITLED, Scene, plain

BASED = pattern(r"(?P<seat><LOC>)-based\s+(?:(?:[a-z-]+\s+){0,3})(?P<who><ORG>)")
SEAT = pattern(r"(?P<who><ORG>)(?P<gap>,? (?:based |headquartered |located |situated )?in |, )(?P<seat><LOC>)(?=[,.;)\s]|$)")
FOUNDED = re.compile(
    r"\b(?:was |were |is |has been |been )?(?:founded|established|created|set up|incorporated|registered|"
    r"organi[sz]ed)\s+(?:back\s+)?in\s+(?P<when>(?:\w+\s+)?(?:19|20)\d\d)\b",
    re.I,
)
GOVERNED = re.compile(
    r"\b(?:[a-z]+(?:ed|ing|tion|ion)|west|east|north|south|central|western|eastern|northern|southern|southwest|southeast|"
    r"northwest|northeast|held|city|province|region)\s+(?:in|at|to|with|from|of)\s+(?:the\s+)?$|\b(?:west|east|north|south|"
    r"central|western|eastern|northern|southern|south-?west(?:ern)?|south-?east(?:ern)?|north-?west(?:ern)?|"
    r"north-?east(?:ern)?)\s+(?:[A-Z]\w+['’]s\s+)?$"
)
LISTED_PLACES = pattern(r"(?P<list><LOC>(?:, <LOC>)*,? and <LOC>)")
ABBREVIATED = re.compile(
    r"\s*\(\s*(?:hereinafter\s+)?(?:referred to as\s+)?(?:the\s+)?[“\"]?(?P<short>[A-Z][\w&-]{1,14}(?: "
    r"[A-Z]\w+)?)[”\"]?(?:\s+hereinafter)?\s*\)"
)
ZONES = re.compile(
    r"\b(?:\w+ major economic zones in [A-Z]\w+|(?:[A-Z][\w-]+\s+)+Zones(?:\s+for\s+[A-Z][\w-]+(?:[ -][A-Z][\w-]+)*)?)"
)
ARTICLE_BEFORE = re.compile(r"\b(?:a|an|another|one|two|three|four|five|six|some|a number of|several)\s+$", re.I)
SHORT_ALIAS = re.compile(
    r"^(?:the )?(?P<head>Union|Institute|Academy|University|Company|Centre|Center|Group|Association|Alliance|Committee|"
    r"Ministry|Fund|Corporation|Laboratory|Consortium|Foundation|Agency|Council|Administration|Chamber|Federation|League|"
    r"Park|Guild|Exchange|Bureau|Commission|Society|Board|Board|Office|Consortium|House)$"
)


@cache
def _unnamed() -> re.Pattern[str]:
    adjective = choice(words("kinds_of_adjectives"))
    body = choice(words("body_words"))
    mods = (
        r"(?:(?!(?:of|in|for|to|and|the|with|by|from|at|on|that|which|an?|include|includes|are|is|was|were|has|have|two|"
        r"three|we|they)\b)[\w-]+\s+){0,4}?"
    )
    return re.compile(
        rf"\b(?P<det>an?|another|one|two|three|four|five|"
        rf"[1-9]\d?)\s+(?P<pre>{mods})(?P<adj>{adjective}\b)?\s?(?P<mods>{mods})(?P<body>{body})\b"
        r"(?P<tail>(?:\s+(?:of|for)\s+(?!the\b|its\b|their\b)[a-z][\w-]*(?:\s+(?!that|which|who|has|is|was|"
        r"said)[a-z][\w-]+){0,2})?"
        r"(?:\s+(?:which|that|engaged in|speciali[sz]ing in|working in|producing|developing|researching)\s+[^,.;"
        r"\"”]{4,70}?(?=[,.;\"”]|$| and | will | said | has )|(?P<site>(?=\s+(?:in|from)\s+[ሐ])))?)",
        re.I,
    )


def unnamed(scene: Scene, line: Line) -> Iterator[Name]:
    """Parties of interest without a name: a Chinese multinational technology company, two British universities."""
    if not line.has(words("body_words")):
        return
    for match in _unnamed().finditer(line.mask):
        match[0].lower()
        adjective, mods, tail = match["adj"], (match["pre"] + match["mods"]).split(), match["tail"]
        if any(c in match[0] for c in "ሀለመረሰ"):
            continue
        if not (adjective or tail or match["site"] is not None or _telling(mods)) or _hypothetical(line, match.start()):
            continue
        few = match["det"].lower() in ("a", "an", "another", "one", "two", "three")  # more are counted, not told apart
        sited = match["site"] is not None and re.match(
            r"institut|universit|colleg|factor|compan|firm|manufact|polytech|plant|bank", match["body"], re.I
        )
        if any(m.lower() in words("stop") or m.lower() in ("joint", "we", "years") for m in mods):
            continue
        if match["site"] is not None and not sited and not adjective and not _telling(mods):
            continue
        if not few or (tail and not adjective and not mods and "which" not in tail and "that" not in tail):
            continue
        end = match.end()
        text = line.text[match.start() : end].rstrip()
        country = ""
        yield Name(
            "ORG",
            line.start + match.start(),
            line.start + match.start() + len(text),
            text,
            "en",
            _schema(match["body"]),
            "unnamed",
            country,
            0.9,
            "unnamed",
        )


def _telling(mods: list[str]) -> bool:
    lows = {m.lower() for m in mods}
    return bool(lows & words("domains")) or bool(
        lows
        & {
            "multinational",
            "technology",
            "defence",
            "defense",
            "state-owned",
            "high-tech",
            "telecom",
            "telecoms",
            "private",
            "central",
            "fighter-aircraft",
            "telecommunications",
            "leading",
            "commercial",
            "military-industrial",
            "local",
        }
    )


def _hypothetical(line: Line, at: int) -> bool:
    before = line.text[max(0, at - 25) : at].lower()
    return bool(re.search(r"\b(?:as|become|becoming|being|is|was|not|into|like|if|any)\s+$", before))


def _schema(body: str) -> str:
    low = body.lower()
    if re.search(
        r"compan|firm|enterprise|corporat|conglomerate|start-?up|manufacturer|producer|supplier|developer|operator|holding|"
        r"giant|contractor",
        low,
    ):
        return "Company"
    return "PublicBody" if low in ("agency",) else "Organization"


def find(scene: Scene, line: Line) -> None:
    """The facts names alone prove, each thing once, and where a body sits."""
    for name in line.names:
        if name.kind == "ORG":
            _body(scene, line, name)
        elif name.kind == "PER":
            _person(scene, line, name)
        elif name.kind in ("LOC", "GROUP"):
            _place(scene, line, name)
        scene.remember(name)
    _seats(scene, line)
    _zones(scene, line)


def _body(scene: Scene, line: Line, name: Name) -> None:
    ref = scene.ref(name)
    if name.source == "short":
        if scene.once("alias", ref.name.lower(), name.text.lower()):
            scene.add("body.shortform", ref, name.start - 4, name.end, Claim("alias", name.text, lang="en"), line=line)
        return
    if _short_of(scene, name, ref):
        return
    if scene.once("body", ref.name.lower()):
        if name.subkind == "unnamed":
            claims = [Claim("unnamed", plain(name.text), lang="en"), Claim("status", "unnamed")]
            rule = "body.unnamed"
        else:
            claims = [Claim("name", ref.name, lang="en")]
            claims += [Claim("bodyKind", name.subkind)] if name.subkind else []
            claims += [Claim("country", name.country)] if name.country else []
            rule = f"body.{name.source or 'name'}"
        end = name.end
        site = re.match(r"\s+(?:in|from)\s+(?:the\s+)?", line.text[name.end - line.start :])
        if (
            name.subkind == "unnamed"
            and site
            and (place := line.name_at(name.end - line.start + site.end()))
            and place.kind == "LOC"
        ):
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


def short_forms(scene: Scene) -> None:
    """The Union, the Park: class words with a capital that stand for a body named before them."""
    heads: dict[str, Ref] = {}
    for line in scene.lines:
        for start, end, _ in line.words:
            word = line.text[start:end]
            if (
                word in heads
                and line.name_at(start) is None
                and line.text[max(0, start - 4) : start].lower() == "the "
                and not FOLLOWED.match(line.text, end)
            ):
                line.put(
                    [Name("ORG", line.start + start, line.start + end, word, "en", heads[word].schema, "short", source="short")]
                )
                scene.aliases.setdefault(word.lower(), heads[word])
        for name in line.names:
            parts = plain(name.text).split()
            if name.kind == "ORG" and len(parts) > 1 and name.subkind != "unnamed":
                for part in (parts[0], parts[-1]):
                    if SHORT_ALIAS.match(part):
                        heads[part] = Ref(name.schema or "Organization", plain(name.text))


FOLLOWED = re.compile(r"\s+(?:of|for)\b|\s+[A-Z]")


def _short_of(scene: Scene, name: Name, ref: Ref) -> bool:
    """Whether a mention is a short form of a body told before; then it is one with it."""
    key = plain(name.text).lower()
    if key in scene.aliases:
        return ("body", scene.aliases[key].name.lower()) in scene.told
    for kind, *rest in list(scene.told):
        if kind != "body":
            continue
        longer = rest[0]
        if longer != key and (
            longer.startswith(key + " ") or (longer.endswith(" " + key) and name.subkind != "unnamed" and len(key.split()) > 1)
        ):
            full = next((d.about for d in scene.drafts if d.about.name.lower() == longer), ref)
            scene.aliases[key] = full
            return True
    return False


def learn_people(scene: Scene) -> None:
    """Know every person's longest form before facts are told, so that a surname alone leads to it."""
    for line in scene.lines:
        for name in line.names:
            if name.kind == "PER":
                bare = TITLED.sub("", " ".join(name.text.split()))
                parts = bare.split()
                for key in {bare.lower(), parts[-1].lower(), parts[0].lower()}:
                    if (
                        len(parts) > 1
                        and len(scene.people.get(key, "")) < len(bare)
                        and (key == bare.lower() or key not in scene.people)
                    ):
                        scene.people[key] = bare


def people_by_surname(scene: Scene) -> None:
    """A lone surname of a person named in full is that person, whatever a model took it for."""
    lasts = {full.split()[-1] for full in scene.people.values()}
    for line in scene.lines:
        wrong = [n for n in line.names if n.kind == "ORG" and n.text in lasts]
        line.put([replace(n, kind="PER", schema="Person", subkind="") for n in wrong])


def surnames(scene: Scene, line: Line) -> Iterator[Name]:
    """Surnames of people named in full elsewhere, where no finder saw them."""
    lasts = {full.split()[-1]: full for full in scene.people.values()}
    for start, end, _ in line.words:
        word = line.text[start:end]
        if word in lasts and len(word) > 2 and line.name_at(start) is None:
            yield Name("PER", line.start + start, line.start + end, word, "en", "Person", source="surname")


def _person(scene: Scene, line: Line, name: Name) -> None:
    full = scene.full_name(name.text)
    if scene.once("person", full.lower()):
        sure = name.sure if name.sure < 0.6 else None
        scene.add(
            f"person.{name.source or 'name'}",
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
    rule = "place.group" if name.kind == "GROUP" else f"place.{name.source or 'name'}"
    scene.add(rule, ref, start, end, *claims, line=line, sure=name.sure if name.sure < 0.6 else None)


FOUNDING = frozenset("founded established created set incorporated registered organized organised".split())
DOLLARS = re.compile(r"\.?\s*dollars?\b", re.I)
AREA = re.compile(
    r"^(?:city|province|republic|people['’]s republic|state|municipality|region)\s+of\s+|\s+(?:province|city|municipality|"
    r"region|oblast|prefecture|county)$",
    re.I,
)


def _core(place: str) -> str:
    """A place's name without its class, so that Henan and Henan Province are told once."""
    return AREA.sub("", place).lower()


def _place_quote(line: Line, name: Name) -> tuple[int, int]:
    """A place with the words that govern it (held in X), or the list of places it stands in."""
    at = name.start - line.start
    for match in LISTED_PLACES.finditer(line.mask):
        if match.start() <= at < match.end() and match.end() - match.start() <= 60:
            begin = match.start() + (4 if line.text[match.start() :].lower().startswith("the ") else 0)
            return line.start + begin, line.start + match.end()
    owner = re.search(r"(?:(?:south|north)?-?(?:west|east|south|north|central)\w*\s+)?[A-Z]\w+['’]s\s+$", line.text[:at])
    if owner:
        return line.start + owner.start(), name.end
    found = GOVERNED.search(line.text[:at])
    if found and name.end - line.start - found.start() <= 60:
        return line.start + found.start(), name.end
    return name.start, name.end


def _seats(scene: Scene, line: Line) -> None:
    kinds = {n.kind for n in line.names}
    for match in () if not {"ORG", "LOC"} <= kinds else [*BASED.finditer(line.mask), *SEAT.finditer(line.mask)]:
        body = next(iter(line.within(match.start("who"), match.end("who"), "ORG")), None)
        seat = next(iter(line.within(match.start("seat"), match.end("seat"), "LOC")), None)
        if body is None or seat is None:
            continue
        ref, start, end = scene.ref(body), min(body.start, seat.start), max(body.end, seat.end)
        if "gap" in match.groupdict() and not _seat_like(line, match):
            continue
        if scene.once("seat", ref.name.lower()):
            scene.add("body.seat", ref, start, end, Claim("seat", scene.ref(seat)), line=line)
    for match in FOUNDED.finditer(line.text) if line.has(FOUNDING) else ():
        body = next((n for n in reversed(line.within(0, match.start(), "ORG")) if n.subkind != "unnamed"), None)
        about = scene.ref(body) if body else scene.body
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


def _seat_like(line: Line, match: re.Match[str]) -> bool:
    gap = match["gap"]
    if gap.strip() == ",":
        return line.heading or bool(re.match(r"\s*(?:$|[.;)]|\d)", line.text[match.end() :]))
    return True


def _zones(scene: Scene, line: Line) -> None:
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


def bodies() -> tuple[str, ...]:
    """The class words of bodies."""
    return listed("body_words")
