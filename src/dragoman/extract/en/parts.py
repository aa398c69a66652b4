"""The parts bodies take in events: organisers, approvers, supporters, guests of honour, exhibitors, participants."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import event_facts
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.posts import posts
from dragoman.extract.en.scene import Scene
from dragoman.extract.en.shapes import pattern, shape_of

LONGEST = 150  # code points of a quote that names several bodies
PASSIVE = pattern(
    r"\b(?P<verb>(?:jointly |co-|mainly |officially )?(?P<kind>organi[sz]ed|co-organi[sz]ed|hosted|co-hosted|sponsored|"
    r"co-sponsored|approved|supported|backed|endorsed|initiated|held|staged|undertaken|arranged|founded|authori[sz]ed|"
    r"launched|presented|overseen|supervised|patronized|coordinated|run)(?: and (?:\w+ ){0,2}?(?:organi[sz]ed|hosted|"
    r"sponsored|supported|undertaken|approved))?(?: jointly)? by)(?: [a-z-]+){0,3}? ?:? ?(?P<list><BODYS>)"
)
SUPPORT = pattern(
    r"\b(?P<verb>(?:with|under|enjoys|enjoyed|has|had|receives|received|won) the (?:strong |active |joint |general "
    r")?(?P<kind>support|assistance|auspices|patronage|"
    r"participation|backing|sponsorship|guidance)(?: of| from)) ?:? ?(?P<list><BODYS>)"
)
LABEL = pattern(
    r"(?:^|\n|[.;] )(?P<verb>(?P<kind>Organi[sz]ers?|Co-?organi[sz]ers?|Hosts?|Sponsors?|Supporters?|Supporting units?|"
    r"Undertakers?|Approved by|Presented by|Supported by|Organi[sz]ed by|Hosted by|Partners?|Promoters?|Patrons?|Country "
    r"in focus|Guest of honou?r|Guest country|Partner country|General partner|Official partner|Co-host|Undertaken by|"
    r"Sponsored by|Approving bod(?:y|ies))(?: of (?:the )?\w+)?):\s*(?P<list><BODYS>)"
)
ACTIVE = pattern(
    r"(?P<list><BODYS>) (?:(?:have|has|will|jointly|also|are|is|again|traditionally) ){0,3}(?P<kind>organi[sz]e[sd]?|"
    r"co-organi[sz]e[sd]?|hosts?|hosted|co-hosts?|sponsor(?:s|ed)?|approved|initiated|staged?|holds?|held)(?: (?:the|this|"
    r"an?))?(?: [\w-]+){0,4}? <EVT>"
)
AS_UNITS = pattern(
    r"(?P<list><ORGS>)(?:(?:,| and)(?: other)?(?: [\w-]+){1,4}?)? (?P<kind>as|act as|is among|are among|is one of|"
    r"acted as|acting as|serve as|served as|"
    r"are|were|is|was|became)(?: the| an?)? (?:\w+ )?(?P<unit>supporting units?|undertakers?|patrons?|exhibitors?|"
    r"participants?|co-?organi[sz]ers?|organi[sz]ers?|hosts?|sponsors?|"
    r"partners? of(?= )|support(?:ing)? organi[sz]ations?|guests? of hono[u]?r)"
)
HONOUR_GUEST = pattern(
    r"(?P<list><BODYS>)(?P<mid>[^.;]{0,60}?)(?P<verb>(?:(?:as|be|is|was|were|been|the|a|become|became|serve as|act as|"
    r"of|invited|have|has) ){0,6}(?:guests? of hono[u]?r|guest (?:country|countries|nations?|cit(?:y|ies)) of "
    r"hono[u]?r|guest (?:country|countries)|countr(?:y|ies) of hono[u]?r|partner countr(?:y|ies)))"
)
GUEST_IS = pattern(
    r"(?P<verb>(?:the )?(?:guest (?:country |nation )?of hono[u]?r|guest country|partner country)(?: of (?:the )?\w+)?(?: this "
    r"year| in \d{4})? (?:is|was|will be|were|are):?) (?P<list><BODYS>)"
)
TAKES_PART = re.compile(
    r"\b(?:(?:actively |also |successively |has |have |had |will |regularly )*(?:participat(?:ed|es|e|ing)|took part|"
    r"takes? part|taken part|taking part|attend(?:ed|s|ing)?))\b(?:\s+in)?",
    re.I,
)
INCLUDING = pattern(r"\b(?P<class>including|such as|among them|among others) (?P<list><ORGS>)")
CLASS_BEFORE = re.compile(r"(?:[\w-]+\s+){1,3}$")
STAND = pattern(r"^(?P<stand>(?:(?:Stand|Booth)\s+)?[A-Z]{0,2}-?\d{1,3}(?:[-.]\d+)?[A-Z]?)[\s:.–-]+(?P<list><ORG>)")
KINDS = (
    ("co-org", "co-organiser"), ("coorg", "co-organiser"), ("co-host", "co-organiser"), ("co-spon", "sponsor"),
    ("organi", "organiser"), ("host", "host"), ("sponsor", "sponsor"), ("approv", "approver"), ("authori", "approver"),
    ("support", "supporting unit"), ("back", "supporting unit"), ("endors", "supporting unit"),
    ("assist", "supporting unit"), ("auspic", "patron"), ("patron", "patron"), ("guidance", "patron"),
    ("particip", "participant"), ("undertak", "undertaker"), ("overse", "overseer"), ("supervis", "overseer"),
    ("present", "presenter"), ("partner countr", "guest of honour"), ("country in", "guest of honour"),
    ("partner", "partner"), ("promot", "organiser"), ("exhibit", "exhibitor"), ("guest", "guest of honour"),
    ("initiat", "initiator"),
    ("found", "founder"), ("launch", "initiator"), ("run", "organiser"), ("", "organiser"),
)  # fmt: skip
HONOUR_WORDS = Gate("guest guests honor honour".split())
ARE = pattern(
    r"\b(?P<verb>(?:the )?(?:main |other |principal |general )?(?P<kind>organi[sz]ers?|hosts?|sponsors?|co-organi[sz]ers?|"
    r"undertakers?|patrons?|supporters?|exhibitors|supporting (?:organi[sz]ations?|units?|bodies))(?: of (?:the )?\w+)? "
        r"(?:are|is|were|was|include|included)) (?P<list><BODYS>)"
)  # fmt: skip
PLURAL_PARTS = Gate(
    (
        "organizers organisers organizer organiser hosts host sponsors sponsor undertakers patrons supporters "
        "exhibitors patron supporting"
    ).split()
)
PASSIVES = frozenset(
    (
        "organized organised co-organized co-organised hosted co-hosted sponsored co-sponsored approved supported "
        "backed endorsed "
        "initiated held staged undertaken arranged founded authorized authorised launched presented overseen "
        "supervised patronized "
        "coordinated run"
    ).split()
)
SUPPORTS = frozenset("with under enjoys enjoyed has had receives received won".split())
UNIT_WORDS = Gate(
    (
        "unit units organizer organizers organiser organisers co-organizer co-organizers co-organiser co-organisers "
        "host hosts sponsor "
        "sponsors undertaker undertakers patron patrons exhibitor exhibitors participant participants partner partners "
        "supporting guest guests"
    ).split()
)
ACTIVES = Gate(
    "organize organizes organized organise organises organised host hosts hosted sponsor sponsors sponsored approved "
    "initiated stage staged hold holds held".split()
)
EXAMPLES = Gate({"including", "such", "among"})
PART_WORDS = Gate(
    (
        "supporting patrons undertakers promoter promoters country organized organised organize organizes co-organized "
        "co-organised hosted host hosts hosting sponsored sponsor "
        "sponsors co-sponsored co-hosted approved supported backed endorsed initiated held staged undertaken arranged "
        "founded authorized launched presented overseen supervised support auspices patronage assistance participation "
        "units unit organizer organizers organiser organisers co-organizer co-organizers supporters partners partner guest "
        "guests honor honour attended attend participated participate part countries country coordinated run sponsorship "
        "backing guidance hold holds stage organises"
    ).split()
)


def kind_of(word: str) -> str:
    """The part a verb or label gives."""
    low = word.lower()
    return next(part for stem, part in KINDS if stem in low)


def find(scene: Scene, line: Line) -> None:
    """All posts and parts a sentence tells."""
    posts(scene, line)
    _stand(scene, line)
    if not line.has(PART_WORDS) or not any(n.kind in ("ORG", "LOC", "GROUP") for n in line.names):
        return
    for match in line.matches(PASSIVE, PASSIVES):
        _forward(scene, line, match, "part.by")
    for match in line.matches(SUPPORT, SUPPORTS):
        _forward(scene, line, match, "part.support")
    for match in line.finds(ARE) if line.has(PLURAL_PARTS) else ():
        _forward(scene, line, match, "part.are")
    for match in line.finds(LABEL) if ":" in line.text else ():
        _forward(scene, line, match, "part.label")
    active = line.finds(ACTIVE) if line.names_any(ACTIVES) and any(n.kind == "EVENT" for n in line.names) else ()
    for match in [*active, *(line.finds(AS_UNITS) if line.has(UNIT_WORDS) else ())]:
        _backward(scene, line, match, kind_of(match.groupdict().get("unit") or match["kind"]))
    for match in line.finds(HONOUR_GUEST) if line.has(HONOUR_WORDS) or "partner countr" in line.text else ():
        _guests(scene, line, match)
    for match in line.finds(GUEST_IS) if line.has(HONOUR_WORDS) else ():
        _forward(scene, line, match, "part.guest", "guest of honour")
    if scene.event and line.has(EXAMPLES) and TAKES_PART.search(line.text):
        _participants(scene, line)


def _target(scene: Scene, line: Line, at: int) -> Ref | None:
    return event_facts.subject(scene, line, at) or scene.event


def _party(scene: Scene, line: Line, name: Name, part: str, start: int, end: int, rule: str, at: int) -> None:
    who, event = scene.ref(name), _target(scene, line, at)
    if not scene.once("part", who.name.lower(), part):
        return
    claims = [Claim("participant", who), Claim("role", part)]
    claims += [Claim("event", event)] if event else []
    about = Ref("Participation", f"{who.name} {part}", event.name if event else "")
    scene.add(rule, about, line.start + start, line.start + end, *claims, line=line)


def _forward(scene: Scene, line: Line, match: re.Match[str], rule: str, part: str = "") -> None:
    """The verb stands before the list: each body's quote goes from the verb to it, or, where too long, from the one before."""
    bodies = line.within(match.start("list"), match.end("list"), "ORG", "LOC", "GROUP")
    part = part or kind_of(match["kind"])
    if not bodies or (all(n.kind == "LOC" for n in bodies) and part != "guest of honour"):
        return
    if part == "founder" or (scene.event is None and not line.within(0, len(line.text), "EVENT")):
        rule = "part.noevent"
    verb = match.start("verb")
    for index, body in enumerate(bodies):
        end = body.end - line.start
        previous = bodies[index - 1].start - line.start if index else verb
        start = verb if end - verb <= LONGEST else previous
        _party(scene, line, body, part, start, end, rule, verb)


def _backward(scene: Scene, line: Line, match: re.Match[str], part: str) -> None:
    """The verb stands after the list: each body's quote goes on to the verb, or, where too long, to the next body."""
    bodies = line.within(match.start("list"), match.end("list"), "ORG", "LOC", "GROUP")
    end = match.end()
    for index, body in enumerate(bodies):
        start = body.start - line.start
        stop = (
            end
            if end - start <= LONGEST
            else (bodies[index + 1].end - line.start if index + 1 < len(bodies) else min(end, start + LONGEST))
        )
        _party(scene, line, body, part, start, stop, "part.active", match.end())


def _guests(scene: Scene, line: Line, match: re.Match[str]) -> None:
    for body in line.within(match.start("list"), match.end("list"), "LOC", "GROUP", "ORG"):
        start, end = match.start("list"), match.end()
        if end - start > LONGEST:
            end = start + LONGEST
        _party(scene, line, body, "guest of honour", start, end, "part.guest", match.end())


def _participants(scene: Scene, line: Line) -> None:
    """Bodies picked out as examples of who took part."""
    for match in line.matches(INCLUDING, EXAMPLES):
        before = CLASS_BEFORE.search(line.mask[max(0, match.start() - 45) : match.start()])
        start = match.start() - (len(before[0]) if before else 0)
        for body in line.within(match.start("list"), match.end("list"), "ORG"):
            _party(scene, line, body, "participant", start, body.end - line.start, "part.including", match.end())


def _stand(scene: Scene, line: Line) -> None:
    match = STAND.match(line.mask) if scene.event and line.admits(shape_of(STAND)) else None
    if match is None or scene.event is None:
        return
    body = next(iter(line.within(match.start("list"), match.end("list"), "ORG")), None)
    if body and re.search(r"\d", match["stand"]):
        who = scene.ref(body)
        claims = (
            Claim("participant", who),
            Claim("role", "exhibitor"),
            Claim("stand", match["stand"]),
            Claim("event", scene.event),
        )
        scene.add(
            "part.stand",
            Ref("Participation", f"{who.name} exhibitor", scene.event.name),
            line.start + match.start(),
            body.end,
            *claims,
            line=line,
        )
