"""Posts of people, and the parts bodies take in events: organisers, approvers, supporters, guests of honour, exhibitors."""

from __future__ import annotations

import re
from functools import cache

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import event_facts
from dragoman.extract.en.lexicon import choice, listed, words
from dragoman.extract.en.line import Line, pattern
from dragoman.extract.en.scene import Scene, plain

REACH = 110  # code points before a person's name that a post with its body takes
LONGEST = 150  # code points of a quote that names several bodies


@cache
def _role() -> str:
    nouns = choice(listed("role_nouns"))
    return (
        rf"(?:(?:(?!the\b|a\b|an\b|and\b|of\b|by\b|said\b|with\b|to\b|at\b|in\b|is\b|was\b)[\w’'-]+ ){{0,2}}?{nouns}(?:(?: "
        rf"and |-cum-|, ){nouns})?)\b"
    )


@cache
def _apposition() -> re.Pattern[str]:
    return pattern(
        rf"(?P<per><PER>)(?:, |,|\s*\(| [-–—] | is | was | as )(?:the |a |an |its |their |his |her |currently |now |"
        rf"[a-z]+['’]s )*(?P<role>{_role()}"
        r"(?:(?: of| for)(?: the)? (?:(?!<ORG>|<PER>)[a-z][\w-]+ ){0,4}?(?:department|division|office|section|"
        r"laboratory|bureau|committee|centre|center|administration|relations|affairs|cooperation|department))?)"
        r"(?P<tail>,? (?:of|at|for|in|from|with)(?: the)?(?: [\w.’'&-]+){0,5}? (?P<org><ORG>|<LOC>(?!-)))?"
    )


@cache
def _before() -> re.Pattern[str]:
    return pattern(
        rf"(?<![\w-])(?P<role>{_role()})(?P<of>(?: of| at| for)(?: the)?(?: (?!<PER>|<ORG>|<LOC>)[\w’'.-]+){{0,6}}?(?: "
        rf"<BODY>)?)?,? (?P<per><PER>)(?P<post> of <BODY>)?"
    )


@cache
def _owner() -> re.Pattern[str]:
    return pattern(rf"(?P<org><BODY>)(?:['’]s)? (?P<role>{_role()}),? (?P<per><PER>)")


@cache
def _labelled() -> re.Pattern[str]:
    return pattern(rf"(?:^|[.;)]\s+|\n)(?P<role>{_role()}(?: of [\w ]{{3,40}})?): ?(?P<per><PER>)")


def posts(scene: Scene, line: Line) -> None:
    """Who holds which post where."""
    people = [n for n in line.names if n.kind == "PER"]
    if not people:
        return
    windows = _windows(line, people)
    done: set[int] = set()
    _heads(scene, line)
    for shape, name in (
        (_apposition(), "post.after"),
        (_owner(), "post.owner"),
        (_before(), "post.before"),
        (_labelled(), "post.label"),
        (_copula(), "post.copula"),
    ):
        for match in (m for near in windows for m in shape.finditer(line.mask, *near)):
            person = next(iter(line.within(match.start("per"), match.end("per"), "PER")), None)
            if person is None or person.start in done:
                continue
            done.add(person.start)
            _post(scene, line, match, person, name)


HEADS = pattern(
    r"(?P<per><PER>),? who (?P<role>heads|leads|runs|chairs|directs|manages|founded|headed|led|ran) (?:the "
    r")?(?P<org><ORG>)"
)
HEADED_BY = pattern(
    r"(?P<org><ORG>|\bthe (?:institute|company|cent(?:re|er)|university|academy|department|laboratory|association|firm|union))"
    r" (?:is|was|has been) (?P<role>headed|led|chaired|run|directed) by (?:[\w’'-]+ ){0,3}?(?P<per><PER>)"
)


def _heads(scene: Scene, line: Line) -> None:
    """Posts told by a verb: Oleg Tan, who heads the institute; the institute is headed by Boris Ney."""
    for match in [*HEADS.finditer(line.mask), *HEADED_BY.finditer(line.mask)]:
        person = line.within(match.start("per"), match.end("per"), "PER")
        body = line.within(match.start("org"), match.end("org"), "ORG")
        where = scene.ref(body[0]) if body else scene.body
        if not person or where is None:
            continue
        full = scene.full_name(person[0].text)
        scene.employer.setdefault(full, where)
        claims = (Claim("employee", Ref("Person", full)), Claim("role", "head", lang="en"), Claim("employer", where))
        if scene.once("post", full.lower(), "head"):
            about = Ref("Employment", f"{full} head", where.name)
            scene.add("post.verb", about, line.start + match.start(), line.start + match.end(), *claims, line=line)


def _windows(line: Line, people: list[Name]) -> list[tuple[int, int]]:
    """The words around people where their posts stand; overlapping ones are one."""
    found: list[tuple[int, int]] = []
    for name in people:
        first = line.text.rfind(" ", 0, max(0, name.start - line.start - REACH)) + 1
        last = min(len(line.text), name.end - line.start + REACH + 60)
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _post(scene: Scene, line: Line, match: re.Match[str], person: Name, rule: str) -> None:
    full = scene.full_name(person.text)
    employer = next(iter(line.within(match.start(), match.end(), "ORG")), None)
    lead = _lead(line, match.start("role"), match.end("role"))
    role = plain(line.text[match.start("role") + lead : match.end("role")])
    country = next(iter(line.within(match.start(), match.end(), "LOC")), None)
    where = scene.ref(employer) if employer else None
    if where is None and rule == "post.before":
        where = _implied(scene, line, match)
    claims = [Claim("employee", Ref("Person", full)), Claim("role", role, lang="en")]
    if where:
        scene.employer.setdefault(full, where)
        claims.append(Claim("employer", where))
    elif country:
        claims.append(Claim("employer", Ref("PublicBody", f"Government of {plain(country.text)}")))
    start, end = match.start(), match.end()
    start += len(match[0]) - len(match[0].lstrip(" .;)\n"))
    if start == match.start("role"):
        start += lead
    start = _adjective(line, start)
    about = Ref("Employment", f"{full} {role}", where.name if where else "")
    if scene.once("post", full.lower(), role.lower()):
        scene.add(rule, about, line.start + start, line.start + _unspaced(line, end), *claims, line=line)


NO_POST = frozenset("met where when with also then meanwhile said says told saw thanked including among between".split())


def _lead(line: Line, start: int, end: int) -> int:
    """How many code points of words before a post are no part of it: They met deputy mayor."""
    taken = 0
    for word in re.finditer(r"[\w’'-]+\s+", line.text[start:end]):
        low = word[0].strip().lower()
        if word.start() != taken or not (low in words("stop") or low in NO_POST or low.endswith("ed")):
            break
        taken = word.end()
    return taken


def _implied(scene: Scene, line: Line, match: re.Match[str]) -> Ref | None:
    """A post without its body: of the body the sentence or the text spoke of last, where the words point back."""
    if match.groupdict().get("of") and re.search(r"\b(?:the|this|its)\b", match["of"] or ""):
        return scene.body
    return None


def _adjective(line: Line, start: int) -> int:
    found = re.search(r"\b[A-Z][a-z]+(?:ese|ian|ish|an|li|i|ch|ean)\s+$", line.text[max(0, start - 20) : start])
    return start - len(found[0]) if found else start


def _unspaced(line: Line, end: int) -> int:
    while end and line.text[end - 1] in " ,(":
        end -= 1
    return end


@cache
def _copula() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:the |its )?(?:first )?(?P<role>{_role()})(?: of (?:the )?<BODY>)? (?:is|was|became|will be) (?P<per><PER>)"
    )


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
    r"Sponsored by|Approving bod(?:y|ies))(?: of the \w+)?):\s*(?P<list><BODYS>)"
)
ACTIVE = pattern(
    r"(?P<list><BODYS>) (?:(?:have|has|will|jointly|also|are|is|again|traditionally) ){0,3}(?P<kind>organi[sz]e[sd]?|"
    r"co-organi[sz]e[sd]?|hosts?|hosted|co-hosts?|sponsor(?:s|ed)?|approved|initiated|staged?|holds?|held)(?: (?:the|this|"
    r"an?))?(?: [\w-]+){0,4}? <EVT>"
)
AS_UNITS = pattern(
    r"(?P<list><ORGS>)(?:(?:,| and)(?: other)?(?: [\w-]+){1,4}?)? (?P<kind>as|act as|acted as|acting as|serve as|served as|"
    r"are|were|is|was|became)(?: the| an?)? (?:\w+ )?(?P<unit>supporting units?|undertakers?|patrons?|exhibitors?|"
    r"participants?|co-?organi[sz]ers?|organi[sz]ers?|hosts?|sponsors?|"
    r"partners? of the <EVT>|support(?:ing)? organi[sz]ations?|guests? of hono[u]?r)"
)
HONOUR_GUEST = pattern(
    r"(?P<list><BODYS>)(?P<mid>[^.;]{0,60}?)(?P<verb>(?:(?:as|be|is|was|were|been|the|a|become|became|serve as|act as|"
    r"of|invited|have|has) ){0,6}(?:guests? of hono[u]?r|guest (?:country|countries|nations?|cit(?:y|ies)) of "
    r"hono[u]?r|guest (?:country|countries)|countr(?:y|ies) of hono[u]?r|partner countr(?:y|ies)))"
)
GUEST_IS = pattern(
    r"(?P<verb>(?:the )?(?:guest (?:country |nation )?of hono[u]?r|guest country|partner country)(?: of the \w+)?(?: this "
    r"year| in \d{4})? (?:is|was|will be|were|are):?) (?P<list><BODYS>)"
)
TAKES_PART = re.compile(
    r"\b(?:(?:actively |also |successively |has |have |had |will |regularly )*(?:participat(?:ed|es|e|ing)|took part|"
    r"takes? part|taken part|taking part|attend(?:ed|s|ing)?))\b(?:\s+in)?",
    re.I,
)
INCLUDING = pattern(r"\b(?P<class>including|such as) (?P<list><ORGS>)")
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
HONOUR_WORDS = frozenset("guest guests honor honour".split())
ARE = pattern(
    r"\b(?P<verb>(?:the )?(?:main |other |principal |general )?(?P<kind>organi[sz]ers?|hosts?|sponsors?|co-organi[sz]ers?|"
    r"undertakers?|patrons?|supporters?|exhibitors)(?: of the \w+)? (?:are|is|were|was|include|included)) (?P<list><BODYS>)"
)
PLURAL_PARTS = frozenset(
    (
        "organizers organisers organizer organiser hosts host sponsors sponsor undertakers patrons supporters exhibitors patron"
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
EXAMPLES = frozenset({"including", "such"})
PART_WORDS = frozenset(
    (
        "organized organised organize organizes co-organized co-organised hosted host hosts hosting sponsored sponsor "
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
    for match in ARE.finditer(line.mask) if line.has(PLURAL_PARTS) else ():
        _forward(scene, line, match, "part.are")
    for match in LABEL.finditer(line.mask) if ":" in line.text else ():
        _forward(scene, line, match, "part.label")
    for match in [*ACTIVE.finditer(line.mask), *AS_UNITS.finditer(line.mask)]:
        _backward(scene, line, match, kind_of(match.groupdict().get("unit") or match["kind"]))
    for match in HONOUR_GUEST.finditer(line.mask) if line.has(HONOUR_WORDS) or "partner countr" in line.text else ():
        _guests(scene, line, match)
    for match in GUEST_IS.finditer(line.mask) if line.has(HONOUR_WORDS) else ():
        _forward(scene, line, match, "part.guest", "guest of honour")
    if TAKES_PART.search(line.text):
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
    if not bodies or (all(n.kind == "LOC" for n in bodies) and rule != "part.guest"):
        return
    part = part or kind_of(match["kind"])
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
    if scene.event is None:
        return
    for match in line.matches(INCLUDING, EXAMPLES):
        before = CLASS_BEFORE.search(line.mask[max(0, match.start() - 45) : match.start()])
        start = match.start() - (len(before[0]) if before else 0)
        for body in line.within(match.start("list"), match.end("list"), "ORG"):
            _party(scene, line, body, "participant", start, body.end - line.start, "part.including", match.end())


def _stand(scene: Scene, line: Line) -> None:
    match = STAND.match(line.mask)
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
