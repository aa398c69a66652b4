"""Names that only their neighbours give away: the company RoboTyaga, Moscow-based Alfa Vision, Director: Ann Lee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.en.lexicon import choice, listed, words
from dragoman.extract.en.line import Line

CAP = r"[A-Z][\w&’'-]*"
RUN = rf"{CAP}(?: (?:& |of )?{CAP}){{0,3}}"
CLASS = (
    r"(?:company|firm|start-?up|enterprise|corporation|manufacturer|holding|concern|developer|resident|nano-?cent(?:re|er)|"
    r"nano-?technology cent(?:re|er)|technopark|technology park|operator|vendor|incubator|accelerator)"
)
AFTER_CLASS = re.compile(rf"\b(?i:{CLASS}),? (?P<q>[“\"«]?)(?P<name>{RUN})(?P<r>[”\"»]?)(?! (?i:{CLASS})\b)")
BEFORE_CLASS = re.compile(
    rf"(?<![.!?] )(?<!^)\b(?:[Tt]he|[Aa]) (?P<name>{CAP}(?: {CAP}){{0,2}}) (?:company|firm|start-?up|corporation|holding|"
    rf"concern|nanocent(?:re|er)|technopark)\b"
)
BASED = re.compile(rf"-based (?:(?:company|firm|start-?up|manufacturer|developer) )?(?P<name>{RUN})")
LABELLED = re.compile(
    r"(?:^|[.;] |\n)(?:Organi[sz]ers?|Co-?organi[sz]ers?|Promoters?|Hosts?|Sponsors?|Partners?|Patrons?|Undertakers?|"
    r"Owner|Exhibitor|"
    r"Presented by|Organi[sz]ed by|Hosted by|Supported by|Approved by|Developer|Manufacturer|Company|Institute)"
    rf"(?: of (?:the )?\w+)?: ?(?:the )?(?P<name>{CAP}(?: (?:(?:of|for|and|the) )?{CAP}){{1,6}})"
)
CAMEL = re.compile(r"\b(?P<name>[A-Z][a-z]+[A-Z][a-z]{2,}\w*)\b")
BRANCH = (
    "Cloud Technology Technologies Communications Systems Electronics Robotics Vision Holdings Networks Semiconductor "
    "Semiconductors Telecom Software Labs Instruments Industries Dynamics Aerospace "
    "Pharma Biotech Motors Photonics Optics Microelectronics Digital Mobile Solutions Aviation Machinery Avionics "
    "Biosciences Therapeutics Innovations"
)
BY_BRANCH = re.compile(rf"\b(?P<name>{CAP}(?: {CAP})? (?:{'|'.join(BRANCH.split())}))\b(?! (?:and|&) [A-Z])(?! of\b)")
ACTS = (
    r"(?:has |have |had |also |recently )*(?:opened|opens|operates|signed|acquired|supplies|supplied|exports|exported|"
    r"produces|manufactures|develops|developed|founded|delivers|employs|runs|sells|sold|established|makes|announced|"
    r"launched|plans|hopes|built|tests|exhibited|presented|cooperates|is seeking|is looking)"
)
ACTING = re.compile(rf"(?:^|[.;:”] |, |\band )(?P<name>{CAP}(?: {CAP}){{0,2}}),? (?:which |that )?{ACTS}\b")
BYLINE = re.compile(
    r"^(?:By|Author|Authors|Text|Written by|Posted on [\w ,]{6,20} by|Photos? by|Reporter|Correspondent|Editor):? "
    r"(?P<name>[A-Z][a-z]+(?:[- ][A-Z][a-z]*\.?){1,2})(?: and (?P<second>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}))?"
)
SIGNED = ("By", "Author", "Text", "Written", "Posted", "Photo", "Reporter", "Correspondent", "Editor")  # as in BYLINE
CLASS_WORDS = frozenset(
    "company firm start startup enterprise corporation manufacturer holding concern developer resident nanocentre nanocenter "
    "nano nanotechnology technopark technology operator vendor incubator accelerator".split()
)
BRANCH_WORDS = frozenset(BRANCH.lower().split())
ACT_WORDS = frozenset(
    "opened opens operates signed acquired supplies supplied exports exported produces manufactures develops developed "
    "founded delivers employs runs sells sold established makes announced launched plans hopes built tests exhibited "
    "presented cooperates seeking looking".split()
)
HUMP = re.compile(r"[A-Z][a-z]+[A-Z]")
INNER = re.compile(r"(?<=.)[A-Z]")
NOT_NAMES = frozenset(
    (
        "Organizers Organisers Cameras Drones Sensors Robots The This That These Those It He She They We In On At For From "
        "With By After Before During Since Then Another Other Our Its His Her Their In Some Many Most All Both Each "
        "Several One Two Three Four Five Firms Universities Companies Enterprises Forums Exhibitors Participants Visitors "
        "Guests Organizers Delegations Experts Officials Professors Scientists Researchers Chinese Russian European "
        "American Foreign Overseas National International And But However Also When While If As To An A Related Home News "
        "Sales Professor President Mr Ms Mrs Dr Deputy Director"
    ).split()
)


@cache
def _label() -> re.Pattern[str]:
    roles = choice(
        [*(r for r in listed("role_nouns") if "organi" not in r), "contact", "contact person", "speaker", "moderator"]
    )
    return re.compile(rf"(?:^|[.;] )(?i:{roles})(?: of [\w ]{{3,40}})?: (?P<name>[A-Z][a-zà-ÿ]+(?:[- ][A-Z][\w.’'-]*){{1,2}})")


def find(line: Line) -> Iterator[Name]:
    """Bodies and people that no name finder saw and the words around them tell."""
    if not line.words or (line.text[:1] + line.words[0][2][1:] in NOT_NAMES and not INNER.search(line.mask)):
        return
    taken: list[tuple[int, int]] = []
    for shape in _shapes(line):
        for match in shape.finditer(line.text):
            start, end = match.span("name")
            if not _free(line, start, end, taken) or not _name_like(match["name"]):
                continue
            taken.append((start, end))
            if "q" in match.groupdict() and match["q"] and match["r"]:
                start, end = start - 1, end + 1
            text = line.text[start:end]
            yield Name(
                "ORG", line.start + start, line.start + end, text, "en", "Company", "company", sure=0.85, source="context"
            )
    yield from _people(line, taken)


def _shapes(line: Line) -> Iterator[re.Pattern[str]]:
    """The patterns whose indispensable words occur, in their order of trust."""
    here = line.parts
    classed = not here.isdisjoint(CLASS_WORDS)
    if ":" in line.text:
        yield LABELLED
    if classed:
        yield AFTER_CLASS
    if "-based " in line.text:
        yield BASED
    if not here.isdisjoint(BRANCH_WORDS):
        yield BY_BRANCH
    if classed:
        yield BEFORE_CLASS
    if HUMP.search(line.text):
        yield CAMEL
    if not here.isdisjoint(ACT_WORDS):
        yield ACTING


def _people(line: Line, taken: list[tuple[int, int]]) -> Iterator[Name]:
    bylines = (BYLINE,) if line.text.startswith(SIGNED) else ()
    for shape in (*bylines, _label()) if ": " in line.text else bylines:
        for match in shape.finditer(line.text):
            for group in ("name", "second"):
                if group in match.groupdict() and match[group]:
                    start, end = match.span(group)
                    if _free(line, start, end, taken):
                        yield Name("PER", line.start + start, line.start + end, match[group], "en", "Person", source="context")


def _free(line: Line, start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    base = line.start
    return not any(n.start < base + end and base + start < n.end for n in line.names) and not any(
        a < end and start < b for a, b in taken
    )


def _name_like(text: str) -> bool:
    parts = text.split()
    if parts[0] in NOT_NAMES or parts[0].endswith(("’s", "'s")) or parts[-1].lower() in words("event_heads"):
        return False
    return not (len(parts) == 1 and (parts[0].lower() in words("stop") or (parts[0].isupper() and len(parts[0]) < 3)))
