"""Projects: platforms, centres, programmes, strategies and funds that are set up or pursued, named or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.services import services
from dragoman.extract.en.shapes import pattern
from dragoman.extract.en.undertakings import told, undertakings
from dragoman.model.statement import Status

FIVE_YEAR = re.compile(r"Five-Year Plan", re.I)
NAME_JOINS = frozenset({"of", "for", "and", "the", "on"})
BUILT = re.compile(
    r"\b(?:built|set up|established|founded|launched|created|opened|inaugurated|put into operation|formed)\b", re.I
)
PURSUED = pattern(
    r"\b(?P<verb>(?:(?:is|are|was|were|has|have|had|been|will|to|also|plans to|plan to|hopes to|intends to|intend to|"
    r"jointly|working on|work on|began|started|decided to|agreed to|further|actively) )*"
    r"(?:establish(?:es|ed|ing)?|set(?:s|ting)? up|build(?:s|ing)?|built|creat(?:e|es|ed|ing)|launch(?:es|ed|ing)?|"
    r"implement(?:s|ed|ing)?|develop(?:s|ing|ed)?|construct(?:s|ed|ing)?|promot(?:e|es|ing)|maintain(?:s|ed|ing)?|"
    r"pursu(?:e|es|ing)|carry out|carrying out|form|found(?:ed)?|prepare|open(?:ed|ing)?|start(?:ed|ing)?|introduc(?:e|"
    r"es|ed|ing)))"
    r" (?P<what>(?:an?|the|its|their|new|two|three|several|\d+) (?:(?!which |who |that |of |for |with |in "
    r")[\w“”\"&’'/-]+ ){0,6}?(?P<head>(?:platforms?|cent(?:re|er)s?|bases?|parks?|incubators?|accelerators?|"
    r"technoparks?|mechanisms?|programmes?|programs?|initiatives?|funds?|clusters?|pilot projects?|projects?|hubs?|"
    r"zones?|corridors?|systems? of [a-z]+|services?|database|report|strategy|roadmap|bridges?)))\b"
    r"(?P<tail>(?: (?:for|of|on|between|in|to) [^,.;]{3,80}?(?=,| and (?:will|has|is|to|that|which)|[.;]|$| so as | in "
    r"order | which | that ))?)"
)
PROJECT_NOUN = re.compile(
    r"\b(?P<what>(?:an?\s+|the\s+)?(?:(?:joint|pilot|large-scale|investment|infrastructure|national|key|major|"
    r"international)\s+)+(?:pilot\s+)?(?:project|programme|program)s?\s+(?:for|of|on|to)\s+[^,.;]{4,70}?)(?=[,.;]|$|"
    r"\s+(?:was|were|is|are|will|has|have|which|that|with|and)\b)",
    re.I,
)
STRATEGY = re.compile(
    r"\b(?P<what>(?:military-civil(?:ian)?|civil-military|defen[cs]e|innovation)[\w -]{0,20}?(?:fusion|"
    r"integration))\b(?:[^.;]{0,60}?\b(?:strategy|policy|programme|system)\b|\s+(?:has|is|aims|refers|consists|comprises|"
    r"means|includes|rests))",
    re.I,
)
LOWER_HEAD = re.compile(
    r"(?P<what>(?:[“\"][A-Z0-9][^”\"]{2,50}[”\"]|[A-Z][\w-]+(?: (?:in|of|and|for) (?=[A-Z]))?(?: ?[A-Z0-9][\w-]*(?: (?:in|"
    r"of|and|for) (?=[A-Z]))?){1,4}) (?:strategy|programme|program|initiative|plan|scheme))\b"
)
STRATEGY_OF = re.compile(
    r"\b(?P<what>(?:national\s+)?(?:strategy|policy|programme|doctrine)\s+of\s+(?:military-civil(?:ian)?|civil-military|"
    r"innovation)[\w -]{0,30}?(?:fusion|integration|development))\b",
    re.I,
)
CONSULTS = pattern(
    r"\b(?P<verb>(?:(?:also|has|have|will|been|is|are|regularly|actively) )*(?:advis(?:e|es|ed|ing)|consult(?:s|ed|ing)?|"
    r"provid(?:e|es|ed|ing) (?:\w+ ){0,3}?(?:consultation|consulting|advice|advisory)(?: services?| support)?|giv(?:e|es|"
    r"ing) (?:\w+ ){0,2}?(?:consultations?|advice)|offers? (?:\w+ ){0,3}?(?:consultation|consulting)(?: services)?|(?:help|"
    r"support)(?:s|ed|ing)? (?:[\w-]+ ){0,4}?(?:institutes|universities|companies|enterprises|firms|developers|start-ups|"
    r"inventors|scientists|researchers)))\b(?=(?P<rest>[^.;]{5,110}))"
)
FRAMEWORK = re.compile(
    r"\b(?P<what>(?:strategic\s+)?(?:partnership|cooperation agenda|dialogue|commission)\s+(?:between|"
    r"of)\s+(?:the\s+)?(?:two\s+)?(?:governments|countries|heads of government)(?:\s+of\s+[^,.;]{3,50})?)",
    re.I,
)
INTO_PRODUCTS = re.compile(
    r"\b(?:turn|turning|transform|transforming|convert|converting|bring|bringing)\b[^.;]{3,50}?\b(?:into products?|into "
    r"production|to (?:the )?market)\b",
    re.I,
)
DEVELOPS = pattern(
    r"\b(?P<what>(?:which |that )?<ORG> (?:has been |is |have been )(?:developing|building|designing|creating|working "
    r"on)(?: [^.;,]{3,60})?)"
)
PURSUIT_WORDS = frozenset(
    (
        "establish establishes established establishing set sets setting build builds building built create creates created "
        "creating launch launches launched launching implement implements implemented implementing develop develops developing "
        "developed construct constructs constructed constructing promote promotes promoting maintain maintains maintained "
        "maintaining pursue pursues pursuing carry carrying form found founded prepare open opened opening start started "
        "starting introduce introduces introduced introducing working work decided"
    ).split()
)
CONSULT_WORDS = frozenset(
    (
        "advise advises advised advising consult consults consulted consulting provide provides provided providing give gives "
        "giving offers offer help helps helped helping support supports supported supporting"
    ).split()
)
PROJECT_WORDS = Gate(
    words("project_heads")
    | frozenset(
        (
            "fusion integration strategy policy report bridge bridges pilot advises advise consultation consulting "
            "consultations "
            "helps help helping provides provide giving gives developing building designing working roadmap"
        ).split()
    )
    | frozenset("governments supports supporting maintain maintains".split())
)

PROJECT_NOUNS = Gate("project projects programme programmes program programs".split())
LOWER_HEADS = Gate("strategy programme program initiative plan scheme".split())
FUSIONS = Gate("fusion integration development".split())
STATES = Gate("governments government countries".split())
DEVELOPING = Gate("developing building designing creating working".split())


HEADS = Gate(words("programme_heads") | words("platform_heads") | {"project", "projects"})


def find(scene: Scene, line: Line) -> None:
    """All projects of a sentence."""
    for name in _named(line):
        _named_project(scene, line, name)
    taken: list[tuple[int, int]] = []
    if line.has(PROJECT_WORDS):
        _grammar(scene, line, taken)
    if not line.title:
        undertakings(scene, line, taken)
        services(scene, line, taken)


def _grammar(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    _built_bodies(scene, line)
    for match in line.matches(PURSUED, PURSUIT_WORDS):
        _pursued(scene, line, match, taken)
    for match in line.reads(PROJECT_NOUN) if line.names_any(PROJECT_NOUNS) else ():
        told(scene, line, match.start("what"), match.end("what"), "project.noun", taken)
    for match in LOWER_HEAD.finditer(line.text) if line.names_any(LOWER_HEADS) else ():
        if not FIVE_YEAR.search(match[0]) and not re.match(r"(?:The|This|In|A)\s", match[0]):
            told(scene, line, match.start("what"), match.end("what"), "project.lower", taken, "Programme")
    for match in [*line.reads(STRATEGY), *line.reads(STRATEGY_OF)] if line.names_any(FUSIONS) else ():
        told(scene, line, match.start("what"), match.end("what"), "project.strategy", taken, "Programme")
    _services(scene, line, taken)


def _named(line: Line) -> Iterator[Name]:
    """Capitalised names with a project head that no other name covers: strategies, programmes, funds, platforms."""
    if not line.names_any(HEADS):
        return
    tokens, text, base = line.words, line.text, line.start
    for index, (start, _end, low) in enumerate(tokens):
        head = low.rpartition("-")[2]
        if head not in HEADS or not text[start].isupper() or (line.mask[start] != text[start] and not _org(line, start)):
            continue
        left = index
        while (
            left > 0
            and text[tokens[left - 1][1] : tokens[left][0]] in (" ", " & ", "-", "” ", " “")
            and (
                text[tokens[left - 1][0]].isupper()
                or text[tokens[left - 1][0]].isdigit()
                or (tokens[left - 1][2] in NAME_JOINS and left > 1 and text[tokens[left - 2][0]].isupper())
            )
            and line.mask[tokens[left - 1][0]] not in "መለ"
        ):
            left -= 1
        while left < index and tokens[left][2] in ("the", "a", "an", "and", "of", "for", "under", "in", "this", "our"):
            left += 1
        right = _complement(line, index)
        if left == index and right == index:
            continue
        begin, stop = tokens[left][0], tokens[right][1]
        schema = "Programme" if head in words("programme_heads") else "Platform"
        yield Name("PROJECT", base + begin, base + stop, text[begin:stop], "en", schema, source="pattern")


def _org(line: Line, at: int) -> bool:
    name = line.name_at(at)
    return name is not None and name.kind == "ORG"


def _complement(line: Line, index: int) -> int:
    tokens, text, at = line.words, line.text, index
    while (
        at + 2 < len(tokens)
        and tokens[at + 1][2] in ("of", "for", "and", "on")
        and text[tokens[at][1] : tokens[at + 1][0]] == " "
    ):
        step = at + 2 if tokens[at + 2][2] != "the" else at + 3
        if step >= len(tokens) or not text[tokens[step][0]].isupper() or (tokens[at + 1][2] == "and" and at == index):
            break
        at = step
        while at + 1 < len(tokens) and text[tokens[at][1] : tokens[at + 1][0]] == " " and text[tokens[at + 1][0]].isupper():
            at += 1
    return at


def _named_project(scene: Scene, line: Line, name: Name) -> None:
    start, end = name.start - line.start, name.end - line.start
    if FIVE_YEAR.search(name.text) or line.within(start, end, "EVENT"):
        return
    body = line.name_at(end - 1)
    if body is not None and body.kind == "ORG":
        return
    head = name.text.split()[-1].lower()
    if head in (
        "center",
        "centre",
        "centers",
        "centres",
        "park",
        "system",
        "base",
        "bases",
        "service",
        "bank",
        "zone",
        "project",
        "projects",
    ) and not line.says(BUILT):
        return
    if scene.once("project", plain(name.text).lower()):
        scene.add(
            "project.name",
            Ref(name.schema, plain(name.text)),
            name.start,
            name.end,
            Claim("name", plain(name.text), lang="en"),
            line=line,
        )


def _built_bodies(scene: Scene, line: Line) -> None:
    """Bodies with a platform's head word that the sentence tells are set up."""
    if not line.says(BUILT):
        return
    for name in line.names:
        if name.kind != "ORG" or name.subkind == "unnamed":
            continue
        lows = name.text.lower().split()
        if not any(
            w in words("platform_heads") or w in ("exchange", "laboratory", "lab", "observatory", "campus", "testbed", "valley")
            for w in (lows[-1], lows[0])
        ) or not _is_built(line, name):
            continue
        if scene.once("project", plain(name.text).lower()):
            status = Status.RUNNING
            scene.add(
                "project.body",
                Ref("Platform", plain(name.text)),
                name.start,
                name.end,
                Claim("name", plain(name.text), lang="en", status=status),
                line=line,
            )


def _is_built(line: Line, name: Name) -> bool:
    after = line.text[name.end - line.start :]
    before = line.text[: name.start - line.start]
    return bool(
        re.search(
            r"^[^.;]{0,150}?\b(?:have|has|had|was|were|will|been|are)\s+(?:be\s+|been\s+|successfully\s+|"
            r"jointly\s+)*(?:built|"
            r"set up|established|founded|launched|created|opened|formed|put into|inaugurated|commissioned)",
            after,
        )
    ) or bool(
        re.search(
            r"\b(?:built|set up|sets up|established|establishing|founded|launched|created|creating|building|opened|"
            r"opening)\s+(?:the|an?|its)?\s*$",
            before,
        )
    )


def _pursued(scene: Scene, line: Line, match: re.Match[str], taken: list[tuple[int, int]]) -> None:
    joint = re.search(r"\bjoint\b", match["what"]) and not re.search(r"project|programme", match["head"])
    if (
        joint
        or re.search(r"[ሀመ]", match["what"])
        or (re.match(r"(?:ha(?:s|ve|d)\s+)?(?:promot|develop|run|open)", match["verb"]) and not match["tail"])
    ):
        return
    if len(match["what"].split()) <= 2 and not match["tail"]:
        return
    start, end = match.start(), min(match.end(), match.start() + 120)
    while end < len(line.text) and line.text[end - 1] != " " and line.text[end].isalnum():
        end -= 1
    told(
        scene,
        line,
        start,
        end,
        "project.pursued",
        taken,
        status=clause.status_of(line.text[start : match.start("what")], Status.RUNNING),
        name=plain(line.text[match.start("what") : end]),
    )


def _services(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    """Advice to firms, and developments a body is at work on."""
    for match in line.matches(CONSULTS, CONSULT_WORDS):
        whole = match[0] + match["rest"]
        if not re.search(
            r"\b(?:firms|companies|enterprises|businesses|institutes|universities|developers|start-ups|products|market|"
            r"clients|investors|inventors)\b",
            whole,
            re.I,
        ):
            continue
        if re.search(r"\b(?:elderly|people|search|rescue)\b", whole):
            continue
        start, end = match.start(), clause.right_edge(line, match.start(), match.end("verb"), 115)
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        actor = scene.actor(line, match.start())
        text = plain(line.text[start:end])
        claims = [Claim("question", text, lang="en"), Claim("status", "running", status=Status.RUNNING)]
        turned = INTO_PRODUCTS.search(line.text, start, end)
        if turned:
            end, text = turned.end(), plain(line.text[start : turned.end()])
            taken[-1] = (start, end)
        if turned and scene.once("partnership", text.lower()):
            tie = [Claim("subject", actor, status=Status.RUNNING)] if actor else []
            scene.add(
                "partner.transfer",
                Ref("Partnership", text),
                line.start + start,
                line.start + end,
                *tie,
                Claim("status", "running", status=Status.RUNNING),
                Claim("field", text, lang="en"),
                line=line,
            )
            continue
        claims += [Claim("adviser", actor)] if actor else []
        if scene.once("project", text.lower()):
            scene.add("project.advice", Ref("Consultation", text), line.start + start, line.start + end, *claims, line=line)
    for match in line.reads(FRAMEWORK) if line.names_any(STATES) else ():
        told(scene, line, match.start("what"), match.end("what"), "project.framework", taken, "Framework")
    for match in line.finds(DEVELOPS) if line.names_any(DEVELOPING) else ():
        told(scene, line, match.start("what"), match.end("what"), "project.develops", taken, status=Status.RUNNING)


def heads() -> str:
    """An alternation of every project head."""
    return choice(words("project_heads"))
