"""Memberships: who belongs to which alliance, union, network or league; who is on its list; how many it has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import NUMBER, pattern
from dragoman.extract.en.wording import wordings
from dragoman.model.statement import Status

UNION = (
    r"(?:alliances?|unions?|leagues?|associations?|networks?|consorti(?:um|a)|communit(?:y|ies)|federations?|clubs?|pools?|"
    r"councils?|clusters?|mechanisms?)"
)
BELONGS = pattern(
    r"(?:(?P<who><WHOS>)|\b(?:it|the (?:company|university|institute|centre|center|firm|academy|union|city)|"
    r"which))(?P<mid>[^.;]{0,45}?) (?P<verb>(?:(?:is|are|was|were|became|has been|have been|being|also|now|as) "
    r")*(?:an? |the |one of the )?(?:\w+ ){0,2}?(?:members? of|part of|participants? of|belongs? to|belonged to|"
    r"vice-chairs? of|vice chair of|chair of|joined|has joined|have joined|admitted to|acceded to|joins|entered)) "
    r"(?P<org>(?:the )?(?:<ORG>|(?:[\w-]+ ){0,4}?" + UNION + r"[^.;,]{0,60}))"
)
LISTED = pattern(
    rf"\b(?P<org>(?:the |an? )?(?:[\w-]+ ){{0,4}}?{UNION}(?: of (?:[\w-]+ ){{0,3}}?(?:cities|universities|institutes|"
    rf"regions|companies|countries|enterprises))?)(?: ?[:–—-] ?| ?\(| (?:includes?|included|unites?|united|comprises?|"
    rf"brings together|consists of|made up of|between|of) )(?P<list><WHO>(?:, <WHO>)*,? and <WHO>)"
)
WHOSE = pattern(
    rf"\b(?P<what>(?:whose|its|the|with|has|of) ?(?:more than |over )?(?:{NUMBER} )?members,? (?:include|are|were|among "
    rf"them|including|such as) (?P<list>[^.;]{{5,120}}))"
)
JOINED = pattern(
    r"\b(?P<verb>(?:(?:has|have|had|also|will|plans to|wants to|recently) )*(?:joined|join|joins|became a member of|become "
    r"a member of|is a member of|are members of|belongs to|belong to|acceded to|an? (?:founding |full |active )?member "
    r"of)) (?P<org>(?:the )?<ORG>)"
)
CITY_LIST = pattern(
    r"\b(?P<what>(?:the )?(?:(?:\w+|sister|partner|friendly) )?cities of (?P<list><LOC>(?:, <LOC>)*,? and <LOC>))"
)
NUMBER_CITIES = pattern(
    rf"\b(?P<what>{NUMBER} (?:\w+ )?(?:cities|universities|institutes|companies|regions)(?:,|:| –| —| \() "
    rf"(?P<list><WHO>(?:, <WHO>)*,? and <WHO>))"
)
FOUNDED_WITH = pattern(
    rf"(?P<org><ORG>)(?P<what> (?:was|has been|is|were) (?:\w+ )?(?:founded|established|set up|formed|created)[^.;"
    rf"]{{0,60}}? with (?:more than |over |nearly )?{NUMBER} (?:\w+ )?members)"
)
CHAIRS = pattern(r"\b(?P<verb>(?:chairs|chaired|heads|presides over|coordinates|leads) )(?P<org>(?:the )?<ORG>)")
SIZED = pattern(
    rf"\b(?P<what>(?:an? |the )?(?:[\w-]+ ){{0,3}}?{UNION} (?:of|with|uniting|unites|that unites|which unites|comprising|"
    rf"includes|bringing together) (?:more than |over |nearly |about )?{NUMBER} (?:[\w-]+ ){{0,2}}?(?:members|universities|"
    rf"institutes|companies|cities|organi[sz]ations|enterprises|participants|firms|institutions))"
)
CITIES = pattern(
    rf"\b(?P<what>{NUMBER} (?:[\w-]+ )?cities (?:in|of|from) [^.;:]{{3,50}}?(?: ?[:–—(-] ?| namely )(?P<list><LOC>(?:, "
    rf"<LOC>)*,? and <LOC>))"
)
MEMBER_WORDS = Gate(
    (
        "member members membership belongs belong belonged joined joins part alliance alliances union unions league leagues "
        "network networks consortium association community federation club mechanism cluster cities participants participant "
        "entered"
    ).split()
)
BELONGING = Gate(
    "belongs belong belonged joined joins member members acceded admitted entered participant participants".split()
)
BELONG_CORE = re.compile(
    r"\b(?:members?\s+of|part\s+of|participants?\s+of|belong(?:s?|ed)\s+to|chairs?\s+of|joined|joins|entered|admitted\s+to|"
    r"acceded\s+to)\s"
)
UNIONS = Gate(
    (
        "alliance alliances union unions league leagues association associations network networks consortium consortia "
        "community communities federation federations club clubs pool pools council councils cluster clusters mechanism "
        "mechanisms"
    ).split()
)
MEMBERS = Gate("member members".split())
JOINING = Gate("joined join joins belongs belong acceded member members".split())
CHAIRING = Gate("chairs chaired heads presides coordinates leads".split())
SIZES = Gate(
    (
        "members universities institutes companies cities organizations organisations enterprises participants firms "
        "institutions"
    ).split()
)
COUNTED = Gate("cities universities institutes companies regions".split())
NO_MEMBER = re.compile(
    r"\b(?:delegation|family|team|staff|board|public|committee|group of|took|take|taking|event|programme of|visit|expo|"
    r"exhibition|fair)\b",
    re.I,
)


def find(scene: Scene, line: Line) -> None:
    """All memberships of a sentence."""
    if line.has(MEMBER_WORDS):
        _grammar(scene, line)
    wordings(scene, line, "Membership")


def _grammar(scene: Scene, line: Line) -> None:
    taken: list[tuple[int, int]] = []
    union = line.names_any(UNIONS)
    for match in line.finds(LISTED) if union else ():
        _listed(scene, line, match, taken)
    for match in line.finds(FOUNDED_WITH) if line.names_any(MEMBERS) else ():
        body = _organization(scene, line, match.start("org"), match.end("org"))
        claims = (Claim("organization", body), Claim("role", plain(line.text[match.start("what") : match.end()]), lang="en"))
        if scene.once("member", "size", body.name.lower()):
            scene.add(
                "member.sized",
                Ref("Membership", f"members of {body.name}"),
                line.start + match.start(),
                line.start + match.end(),
                *claims,
                line=line,
            )
    for match in _lists(line):
        _listed(scene, line, match, taken)
    for match in _belongings(line):
        if NO_MEMBER.search(match["verb"]) or NO_MEMBER.search(match["org"]) or re.search(r"\btak|took", match["mid"]):
            continue
        _belongs(scene, line, match, taken)
    for match in line.finds(WHOSE) if line.names_any(MEMBERS) else ():
        _whose(scene, line, match)
    for match in line.finds(JOINED) if line.names_any(JOINING) else ():
        actor = scene.actor(line, match.start())
        body = _organization(scene, line, match.start("org"), match.end("org"))
        if actor and actor != body and not any(a < match.end() and match.start() < b for a, b in taken):
            status = clause.status_of(match["verb"], Status.RUNNING)
            _tie(scene, line, actor, body, match.start(), match.end(), "member.joined", status)
    for match in line.finds(CHAIRS) if line.names_any(CHAIRING) else ():
        body = _organization(scene, line, match.start("org"), match.end("org"))
        actor = scene.actor(line, match.start()) or scene.body(line.start + match.start())
        if actor and actor.schema != "Person" and actor != body:
            _tie(scene, line, actor, body, match.start(), match.end(), "member.chairs", Status.RUNNING)
    for match in line.finds(SIZED) if union and line.names_any(SIZES) else ():
        if not any(a < match.end() and match.start() < b for a, b in taken):
            _sized(scene, line, match)


def _lists(line: Line) -> list[re.Match[str]]:
    if not line.names_any(COUNTED):
        return []
    cities = "cities" in line.parts
    return [
        *(line.finds(CITIES) if cities else ()),
        *line.finds(NUMBER_CITIES),
        *(line.finds(CITY_LIST) if cities else ()),
    ]


def _belongings(line: Line) -> Iterable[re.Match[str]]:
    gate = (line.has(BELONGING) or "part of" in line.text) and BELONG_CORE.search(line.small_mask)
    return line.finds(BELONGS) if gate else ()


def _organization(scene: Scene, line: Line, start: int, end: int) -> Ref:
    named = line.within(start, end, "ORG")
    if named:
        return scene.ref(named[0])
    return Ref("Alliance", plain(line.text[start : min(end, start + 70)]))


def _member(scene: Scene, line: Line, name: Name, body: Ref, start: int, end: int, rule: str, status: Status) -> None:
    _tie(scene, line, scene.ref(name), body, start, end, rule, status)


def _tie(scene: Scene, line: Line, who: Ref, body: Ref, start: int, end: int, rule: str, status: Status) -> None:
    if who == body or not scene.once("member", who.name.lower(), body.name.lower()):
        return
    claims = (
        Claim("member", who, status=status),
        Claim("organization", body, status=status),
        Claim("status", status.value, status=status),
    )
    scene.add(rule, Ref("Membership", f"{who.name} in {body.name}"), line.start + start, line.start + end, *claims, line=line)


def _belongs(scene: Scene, line: Line, match: re.Match[str], taken: list[tuple[int, int]]) -> None:
    end = clause.right_edge(line, match.start("org"), match.start("org") + 8, 90)
    named = line.within(match.start("org"), match.end("org"), "ORG")
    if named:
        end = max(named[0].end - line.start, min(end, match.end()))
    body = _organization(scene, line, match.start("org"), end)
    status = clause.status_of(line.text[match.start("mid") : match.end("verb")], Status.RUNNING)
    if match["who"] is None:
        actor = scene.body(line.start + match.start())
        if actor and named and actor != body:
            taken.append((match.start("verb"), end))
            _tie(scene, line, actor, body, match.start("verb"), end, "member.pronoun", status)
        return
    people = line.within(match.start("who"), match.end("who"), "ORG", "LOC", "GROUP", "PER")
    if all(n.kind == "PER" for n in people) and not named:
        return
    for name in people:
        start = name.start - line.start
        start = start if end - start <= 150 else match.start("verb")
        taken.append((start, end))
        _member(scene, line, name, body, start, end, "member.belongs", status)


def _listed(scene: Scene, line: Line, match: re.Match[str], taken: list[tuple[int, int]]) -> None:
    start, end = match.start(), match.end("list")
    group = match.groupdict().get("org")
    body = Ref(
        "Alliance",
        plain(line.text[match.start("org") : match.end("org")]) if group else plain(line.text[start : match.start("list")]),
    )
    names = line.within(match.start("list"), end, "ORG", "LOC", "GROUP")
    if len(names) < 2 or any(a < end and start < b for a, b in taken):
        return
    taken.append((start, end))
    for name in names:
        _member(scene, line, name, body, start, end if end - start <= 155 else start + 155, "member.listed", Status.RUNNING)


def _whose(scene: Scene, line: Line, match: re.Match[str]) -> None:
    """The members of the body named last before: whose members include A and B."""
    before = line.within(0, match.start(), "ORG")
    body = scene.ref(before[-1]) if before else scene.body(line.start + match.start())
    if body is None:
        return
    for name in line.within(match.start("list"), match.end("list"), "ORG", "LOC"):
        end = name.end - line.start
        start = match.start() if end - match.start() <= 150 else name.start - line.start
        _member(scene, line, name, body, start, end, "member.whose", Status.RUNNING)


def _sized(scene: Scene, line: Line, match: re.Match[str]) -> None:
    text = plain(match[0])
    before = line.within(0, match.start(), "ORG")
    body = scene.ref(before[-1]) if before else Ref("Alliance", plain(line.text[match.start() : match.end()]))
    if scene.once("member", text.lower()):
        claims = (Claim("organization", body), Claim("role", plain(line.text[match.start() : match.end()]), lang="en"))
        scene.add(
            "member.sized",
            Ref("Membership", f"members of {body.name}"),
            line.start + match.start(),
            line.start + match.end(),
            *claims,
            line=line,
        )
