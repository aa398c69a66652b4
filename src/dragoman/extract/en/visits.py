"""Visits: stops and what was shown, receptions, talks, invitations, and what the guests look for."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause, when
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern, twin
from dragoman.model.statement import Status

LUNCH = re.compile(
    r"\b(?P<what>(?:hosted|gave|offered|attended)\s+an?\s+(?:\w+\s+)?(?:lunch|dinner|reception|banquet)\s+(?:for|in "
    r"honou?r of|with)\s+[^.;,]{3,70})",
    re.I,
)
SEES = (
    r"(?:visited|toured|inspected|viewed|examined|surveyed|looked (?:around|at|over)|got acquainted with|get acquainted "
    r"with|became acquainted with|gets to know|got to know|were shown|was shown|were introduced to|were taken to|went to|"
    r"travel+ed to|walked (?:through|around)|stopped (?:at|by)|made a stop at|called (?:at|on)|dropped in (?:at|on)|saw|"
    r"watched|started at|began at|(?:was|were) (?:guided|led|conducted) (?:through|around|round)|flew in(?:to)?|landed "
    r"in|reached|called in at|were given a tour|was given a tour|familiari[sz]ed (?:themselves|itself) "
    r"with|learned about|studied|came to|arrived (?:in|at)|paid (?:an? )?(?:\w+ )?visit to|made (?:an? )?(?:\w+ )?(?:visit|"
    r"trip) to)"
)
VISITED = pattern(rf"\b(?P<verb>(?:(?:also|then|first|later|had|have|has|will|subsequently|jointly|separately|to) )*{SEES})\b")
WAS_VISITED = pattern(
    r"\b(?P<verb>(?:was|were|has been|have been|is being|will be) visited by)\b(?! (?:more than |over |about |nearly |"
    r"some )?\d)"
)
VISIT_NOUN = pattern(
    r"\b(?P<noun>(?:(?:the|an?|this|its|their|first|official|working|return|business|study|exploratory|three-day|two-day|"
    r"one-day|familiari[sz]ation|fact-finding|introductory|second|previous|next|upcoming) )+(?:visit|trip|tour|"
    r"excursion)\b(?: (?:to|of|by|around|at|was|is|took|lasted|began|started|included|had) [^.,;]{2,70})?)"
)
RECEIVED = pattern(
    r"\b(?P<verb>(?:(?:was|were|has been|have been|then|also|had been) )*(?:received|welcomed|greeted|met|hosted|"
    r"accompanied) (?:by|at|in))\b(?P<rest>[^.;]{3,100})"
)
RECEIVES = pattern(
    r"(?P<who><PER>|<ORG>|\bthe (?:deputy |vice |first |acting )?(?:governor|mayor|rector|minister|director|president|"
    r"chairman|ambassador|hosts?|administration))(?P<mid>[^.;]{0,60}?) (?P<verb>(?:received|welcomed|greeted|met with|"
    r"met|hosted)) "
    r"(?P<rest>(?:the |a |an )?(?:\w+ ){0,2}?(?:delegation|guests|delegates|visitors|<PER>|representatives|ambassador|"
    r"group of|mission|members of)[^.;,]{0,60})"
)
RECEPTION = re.compile(
    r"\b(?P<what>(?:(?:an?|the|official|gala|solemn|welcome)\s+)+reception\s+(?:was\s+(?:held|given)|at|in|by|"
    r"took\s+place)[^.;,]{0,80})",
    re.I,
)
TALKS = pattern(
    r"\b(?P<what>(?:held|hold|holds|had|took part in|conducted|joined|started) (?:\w+ ){0,3}?(?:talks|negotiations|"
    r"meetings?|a round table|consultations)(?: (?:with|at|in|on) [^.;,]{3,80})?|(?:the )?(?:talks|negotiations|meeting) "
    r"(?:with <WHO> )?(?:were held|was held|took place)[^.;,]{0,70}|met with [^.;,]{3,90})"
)
INVITED = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|also|were|was|are|is|been|successively|officially|in turn|kindly) )*(?:invited|invites|"
    r"invite|extended an invitation|received an invitation|accepted (?:an? |the )?invitation|handed over an invitation|"
    r"invitation))(?P<rest>[^.;]{3,120})"
)
WANTED = pattern(
    r"\b(?P<what>(?:the )?(?:guests|visitors|delegation|delegates|members of the delegation|(?:chinese |russian |foreign "
    r")?(?:side|businessmen|investors|entrepreneurs))[^.;]{0,30}? (?P<verb>(?:wanted to know|were (?:\w+ )?interested "
    r"in|was (?:\w+ )?"
    r"interested in|asked about|wanted to see|want to see|showed (?:\w+ )?interest in|inquired about|enquired about))[^.;"
    r"]{3,110})"
)
BEGAN = pattern(
    r"\b(?:visit|tour|excursion|programme|program|trip|acquaintance)(?: \w+){0,3}? (?:began|started|continued|ended|"
    r"concluded|finished) (?:in|at|with) (?P<what>(?:the |a |an )?[^.,;]{4,70})"
)
SHOWN = pattern(
    r"\b(?P<what>(?:the )?(?:guests|delegation|visitors|delegates|delegation members|members of the delegation) (?:were|"
    r"was) (?:shown|presented with|told about|introduced to|demonstrated) [^.;,]{3,100})"
)
SEE_WORDS = Gate(
    (
        "flew landed reached guided conducted flew landed reached watched started began visited toured inspected "
        "viewed examined surveyed looked got get "
        "became gets were was went "
        "traveled travelled walked stopped made called dropped saw familiarized familiarised learned studied came arrived paid"
    ).split()
)
SHOWN_WORDS = Gate("shown presented told introduced demonstrated".split())
BEGAN_WORDS = Gate("began started continued ended concluded finished".split())
TALK_WORDS = Gate("talks negotiations meeting meetings table tables consultations met".split())
WANTED_WORDS = Gate("wanted want interested interest asked inquired enquired".split())
VISIT_WORDS = Gate("visit trip tour excursion".split())
MEALS = Gate("lunch dinner reception banquet".split())
OPENS_ON = re.compile(rf"\W*(?:[Oo]n\s+)?(?P<date>{when.FULL})", re.I)
ON_DAY = re.compile(rf"\b(?:on|from)\s+(?P<date>{when.FULL})", re.I)
RECEIVE_WORDS = Gate("received welcomed greeted met hosted accompanied".split())


INVITATIONS = Gate("invited invite invites invitation")
TOLD = (
    SHOWN_WORDS.bit | BEGAN_WORDS.bit | SEE_WORDS.bit | TALK_WORDS.bit | WANTED_WORDS.bit | VISIT_WORDS.bit | MEALS.bit
    | RECEIVE_WORDS.bit | INVITATIONS.bit
)  # fmt: skip


def visits(scene: Scene, line: Line) -> None:
    """Stops, receptions, talks and invitations of a sentence."""
    if not line.part_bits & TOLD:
        return
    taken: list[tuple[int, int]] = []
    here = line.parts
    for match in line.finds(WAS_VISITED) if "visited" in here else ():
        _visit(scene, line, match.start(), match.end(), "visit.by", taken, 110)
    for match in line.finds(SHOWN) if line.names_any(SHOWN_WORDS) else ():
        _visit(scene, line, match.start("what"), match.start("what") + 20, "visit.shown", taken, 110)
    for match in line.finds(BEGAN) if line.names_any(BEGAN_WORDS) else ():
        _visit(scene, line, match.start("what"), match.start("what") + 4, "visit.began", taken, 80, subject=False)
    for match in line.matches(VISITED, SEE_WORDS):
        if _guest_subject(scene, line, match.start()):
            _visit(scene, line, match.start(), match.end(), "visit.saw", taken, 100)
    _receptions(scene, line, taken)
    for match in line.finds(TALKS) if line.names_any(TALK_WORDS) else ():
        if _guest_subject(scene, line, match.start()) or scene.delegation:
            _visit(scene, line, match.start("what"), match.start("what") + 8, "visit.talks", taken, 100)
    for match in line.finds(WANTED) if scene.delegation and line.names_any(WANTED_WORDS) else ():
        _wanted(scene, line, match)
    _invitations(scene, line, taken)
    _named_visits(scene, line, taken)
    if taken:
        _day(scene, line)


def _named_visits(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    """Visits told by a noun: a working trip to the plant."""
    if not line.names_any(VISIT_WORDS) or not (scene.delegation or line.lows & {"delegation", "guests"}):
        return
    for match in line.finds(VISIT_NOUN):
        if match[0].lower() in ("the visit", "the tour", "the trip", "this visit", "this trip", "this tour"):
            continue
        at = match.start() + len(match[0].split(" visit")[0])
        _visit(scene, line, match.start(), at, "visit.noun", taken, 70, subject=False)


def _wanted(scene: Scene, line: Line, match: re.Match[str]) -> None:
    """What the guests look for is a partnership looked into, not a stop."""
    start, end = match.start("verb"), clause.right_edge(line, match.start("verb"), match.end("verb"), 110)
    text = plain(line.text[start:end])
    status = Status.LOOKED_INTO
    claims = (Claim("status", status.value, status=status), Claim("description", text, lang="en", status=status))
    if scene.delegation and scene.once("partnership", text.lower()):
        scene.add(
            "partner.wanted",
            Ref("Partnership", f"{scene.delegation.name}: {text}"),
            line.start + start,
            line.start + end,
            *claims,
            line=line,
        )


GUESTS = re.compile(
    r"\b(?:delegation|guests|delegates|visitors|representatives of|members of|group|team|experts|specialists|colleagues|"
    r"businessmen|entrepreneurs|investors|mission|minister|governor|mayor|ambassador)\b",
    re.I,
)


def _guest_subject(scene: Scene, line: Line, at: int) -> bool:
    """Whether guests act: a delegation or visitors in the clause, or a person where a delegation was told of."""
    before = line.text[:at]
    if twin(GUESTS).search(line.small, 0, at):
        return True
    if scene.delegation and (re.search(r"\b(?:they|then|also|and)\s*$", before, re.I) or line.within(0, at, "PER")):
        return True
    return (
        bool(line.within(0, at, "PER"))
        and bool(re.search(r"visit|tour|inspect", line.text[at : at + 30], re.I))
        and not clause.INTENT.search(before[-30:])
    )


def _visit(
    scene: Scene, line: Line, start: int, at: int, rule: str, taken: list[tuple[int, int]], reach: int, subject: bool = True
) -> None:
    end = clause.right_edge(line, start, at, reach)
    first = clause.left_edge(line, start, 45) if subject else start
    if any(a < start and first < b for a, b in taken):
        first = start
    if end - first < 8 or any(a < end and start < b for a, b in taken):
        return
    taken.append((start, end))
    text = plain(line.text[first:end])
    seen = plain(line.text[at:end]) if rule in ("visit.saw", "visit.shown", "visit.began") else ""
    if not scene.once("visit", text.lower()):
        return
    planned = re.search(r"\b(?:will|plans? to|to)\s+(?:\w+\s+)?$|^(?:will|to)\b", line.text[first : start + 6])
    status = Status.PLANNED if planned else Status.ENDED
    visitor = _visitor(scene, line, start)
    hosts = [n for n in line.within(start, end, "ORG", "LOC", "PER") if visitor is None or scene.ref(n) != visitor]
    claims = [
        Claim("status", status.value, status=status),
        Claim("description", text, lang="en", status=status),
    ]
    claims += [Claim("shown", seen, lang="en", status=status)] if len(seen) > 3 else []
    claims += [Claim("visitor", visitor, status=status)] if visitor else []
    claims += [Claim("delegation", scene.delegation, status=status)] if scene.delegation else []
    claims += [Claim("host", scene.ref(n), status=status) for n in hosts[:2]]
    scene.add(rule, Ref("Visit", text), line.start + first, line.start + end, *claims, line=line)


def _visitor(scene: Scene, line: Line, at: int) -> Ref | None:
    """Who visits: the person or body named before the verb, or the delegation the text speaks of."""
    if scene.delegation is not None:
        return scene.delegation
    before = line.within(0, at, "PER", "ORG")
    return scene.ref(before[0]) if before else None


def _receptions(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.matches(RECEIVED, RECEIVE_WORDS):
        if _guest_subject(scene, line, match.start()) or (
            match.start() > 3 and scene.delegation and line.within(match.start("rest"), match.end(), "PER")
        ):
            _visit(scene, line, match.start("verb"), match.end("verb"), "visit.received", taken, 100)
    for match in line.finds(RECEIVES) if line.names_any(RECEIVE_WORDS) else ():
        if (
            re.search(r"delegation|guests|delegates|visitors|representatives|group of|mission|members of", match["rest"])
            or scene.delegation
        ):
            _visit(scene, line, match.start("verb"), match.end("verb") + 4, "visit.received", taken, 100)
    for match in line.reads(LUNCH) if line.names_any(MEALS) else ():
        _visit(scene, line, match.start(), match.start() + 16, "visit.reception", taken, 90, subject=False)
    for match in line.reads(RECEPTION) if "reception" in line.parts else ():
        _visit(scene, line, match.start(), match.start() + 12, "visit.reception", taken, 90, subject=False)


def _invitations(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    if not line.has(INVITATIONS):
        return
    for match in line.finds(INVITED):
        if re.search(r"guests? of hono|guest countr", match[0], re.I) or re.match(r"\s*(?:[,.)]|by invitation)", match["rest"]):
            continue
        if re.search(r"by\s+$", line.text[: match.start()]) or not (line.names or scene.delegation):
            continue
        end = clause.right_edge(line, match.start(), match.end("verb"), 120)
        first = clause.left_edge(line, match.start(), 50)
        if any(a < end and match.start() < b for a, b in taken):
            continue
        taken.append((match.start(), end))
        text = plain(line.text[first:end])
        events = line.within(match.end("verb"), end, "EVENT")
        parties = line.within(match.end("verb"), end, "ORG", "PER")
        claims = [
            Claim("status", Status.INVITED.value, status=Status.INVITED),
            Claim("purpose", text, lang="en", status=Status.INVITED),
        ]
        claims += [Claim("invitee", scene.ref(n), status=Status.INVITED) for n in parties[:2]]
        if events:
            from dragoman.extract.en.event_facts import event_ref

            claims.append(Claim("event", event_ref(scene, events[0]), status=Status.INVITED))
        if scene.once("visit", text.lower()):
            scene.add("visit.invited", Ref("Invitation", text), line.start + first, line.start + end, *claims, line=line)


def _day(scene: Scene, line: Line) -> None:
    """The day of a visit, where the sentence opens with it or names it in full."""
    if scene.delegation is None:
        return
    match = OPENS_ON.match(line.text) or ON_DAY.search(line.text)
    if match is None:
        return
    if scene.once("visit day", match["date"].lower()):
        start = match.start("date")
        lead = re.search(r"\b(?:on|from)\s+$", line.text[:start], re.I)
        start = lead.start() if lead else start
        made = when.claims(scene.reading, match["date"], line.start + start, line.start + match.end("date"))
        scene.add(
            "visit.day",
            Ref("Visit", "visit of the " + scene.delegation.name),
            line.start + start,
            line.start + match.end("date"),
            *made,
            line=line,
        )
