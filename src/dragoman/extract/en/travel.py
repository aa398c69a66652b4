"""Delegations and visits: who sent whom, led by whom, with whom and what; stops, receptions, talks, invitations."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause, when
from dragoman.extract.en.line import NUMBER, Line, pattern
from dragoman.extract.en.scene import Scene, plain
from dragoman.model.statement import Status

GROUP = (
    r"(?:delegations?|mission|group of (?:experts|entrepreneurs|businessmen|specialists|investors|scientists|"
    r"representatives|officials))"
)
FROM = pattern(
    rf"\b(?P<who>(?:an? |the )?(?:\w+ ){{0,3}}?{GROUP}(?: of [a-z][\w-]+(?: [a-z][\w-]+){{0,3}}?)?(?: and [a-z]+)? (?:from|"
    rf"of|representing) (?P<list><ANYS>))"
)
NATIONAL = re.compile(
    r"\b(?P<who>(?:an?|the)\s+(?:(?:large|official|national|government|business|trade|economic|high-level|representative|"
    r"big|joint|trade|scientific|working|ministerial|\d+-member|\d+-strong|[A-Z][a-z]+(?:ese|ian|ish|i|an|"
    r"ch))\s+){1,3}(?:delegation|mission))\b"
)
OF_PLACE = pattern(
    r"(?P<who><LOC> (?:(?:trade|business|official|economic|city|national|government|scientific) )*(?:delegation|"
    r"mission))\b"
)
LUNCH = re.compile(
    r"\b(?P<what>(?:hosted|gave|offered|attended)\s+an?\s+(?:\w+\s+)?(?:lunch|dinner|reception|banquet)\s+(?:for|in "
    r"honou?r of|with)\s+[^.;,]{3,70})",
    re.I,
)
SENT = pattern(
    rf"\b(?P<what>(?:(?:the|a|an|this|its|national|official) )*(?:{GROUP}),? (?:was |has been |is |were )?(?:sent|"
    rf"organi[sz]ed|dispatched|formed|assembled|arranged|put together) by (?P<by><BODYS>))"
)
SENDS = pattern(
    rf"(?P<by><BODY>)(?:[^.;]{{0,20}}?) (?P<what>(?:has |have |had |also |again |will )*(?:send[s]?|sent|dispatch(?:ed|es)|"
    rf"organi[sz]ed|led|brings?|brought|formed|put together) (?:an? |its |the )?(?:[\w-]+ ){{0,4}}?(?:{GROUP}|"
    rf"participants)(?: (?:to|of) (?:<ANY>|the \w+))?)"
)
LED = pattern(
    r"\b(?P<what>(?:(?:is|was|were|being|and|jointly) )*(?:headed|led|chaired) by (?P<who>[^.;"
    r"]{0,90}?<PER>)(?P<more>(?:,)? and (?:by )?(?P<second>[^.;,]{0,70}?<PER>))?)"
)
LED_BY_ROLE = pattern(r"\b(?P<what>(?:headed|led) by (?:the |its )?(?:[a-z][\w-]* ){1,6}(?:of )?(?:the )?(?:<ORG>|<LOC>)?)")
HEADS = pattern(
    rf"(?P<who><PER>),? (?P<what>(?:who )?(?:head(?:s|ed)|led|leads|heading|leading) (?:the|an?) (?:[\w-]+ "
    rf"){{0,3}}?{GROUP})"
)
MEMBERS = pattern(
    rf"\b(?P<what>(?:the )?(?:{GROUP}|members of the delegation) (?:also )?(?:(?:include[sd]?|including|comprise[sd]?|"
    rf"consist(?:s|ed) of|was made up of|is made up of|brings? together|brought together|unite[sd]|was composed of|is "
    rf"composed of|numbered|incorporates?|with) )[^.;]{{3,120}})"
)
AMONG = pattern(
    r"\b(?P<what>among (?:its|the|their) (?:[\w-]+ )?(?:members|delegates|participants|guests)(?: of the delegation)? "
    r"(?:were|was|are|is) [^.;]{3,110})"
)
PART_OF = pattern(
    r"\b(?P<what>(?:as |were |was )?(?:part of|members of|joined|included in|within|in) the (?:[\w-]+ )?delegation(?: "
    r"(?:were|was|are|is|included) [^.;]{3,100})?)"
)
TOGETHER = pattern(
    rf"\b(?P<what>(?:brings?|brought) together (?:more than |nearly |over |about |almost )?{NUMBER} [^.;]{{3,120}})"
)
BROUGHT = pattern(
    rf"\b(?P<what>(?:the )?(?:\w+ )?(?:{GROUP}|delegates) (?:has |have |also |will )*(?:brings?|brought|presented|presents|"
    rf"showed|shows|exhibited|carried|displayed|showcased?) [^.;]{{3,100}})"
)
BRINGS = pattern(
    r"\b(?P<what>(?:we|<LOC>|<ORG>|(?:all |the |its |these )?projects) (?:has |have |had |also |will )*(?:brought|brings?) "
    r"(?:[\w,-]+ ){0,6}?(?:projects|technologies|achievements|developments|institutes|universities|enterprises|companies|"
    r"inventions|institutions|to <LOC>)\b[^.;]{0,60})"
)
NUMBERED = pattern(
    rf"\b(?P<what>(?:an? )?(?:\w+ )?{GROUP} of (?:more than |nearly |over |about |almost |some |around )?{NUMBER} [^.,;"
    rf"]{{3,90}})"
)

SEES = (
    r"(?:visited|toured|inspected|viewed|examined|surveyed|looked (?:around|at|over)|got acquainted with|get acquainted "
    r"with|became acquainted with|gets to know|got to know|were shown|was shown|were introduced to|were taken to|went to|"
    r"travel+ed to|walked (?:through|around)|stopped (?:at|by)|made a stop at|called (?:at|on)|dropped in (?:at|on)|saw|"
    r"watched|started at|began at|called in at|were given a tour|was given a tour|familiari[sz]ed (?:themselves|itself) "
    r"with|learned about|studied|came to|arrived (?:in|at)|paid (?:an? )?(?:\w+ )?visit to|made (?:an? )?(?:\w+ )?(?:visit|"
    r"trip) to)"
)
GUESTS = (
    r"(?:the (?:\w+ )?(?:delegation|guests|delegates|visitors|party|group|members of the delegation|representatives|"
    r"participants|businessmen|entrepreneurs|investors|mission)|(?:\w+ )?(?:delegation|guests|delegates|representatives|"
    r"visitors)|they|(?:the )?(?:chinese|russian|foreign) (?:side|guests|delegation|representatives|partners|colleagues|"
    r"visitors))"
)
VISITED = pattern(rf"\b(?P<verb>(?:(?:also|then|first|later|had|have|has|will|subsequently|jointly|separately|to) )*{SEES})\b")
WAS_VISITED = pattern(r"\b(?P<verb>(?:was|were|has been|have been|is being|will be) visited by)\b")
VISIT_NOUN = pattern(
    r"\b(?P<noun>(?:(?:the|an?|this|its|their|first|official|working|return|business|study|exploratory|three-day|two-day|"
    r"one-day|familiari[sz]ation|fact-finding|introductory|second|previous|next|upcoming) )+(?:visit|trip|tour|"
    r"excursion)(?: (?:to|of|by|around|at|was|is|took|lasted|began|started|included|had) [^.,;]{2,70})?)"
)
RECEIVED = pattern(
    r"\b(?P<verb>(?:(?:was|were|has been|have been|then|also|had been) )*(?:received|welcomed|greeted|met|hosted|"
    r"accompanied) (?:by|at|in))\b(?P<rest>[^.;]{3,100})"
)
RECEIVES = pattern(
    r"(?P<who><PER>|<ORG>)(?P<mid>[^.;]{0,60}?) (?P<verb>(?:received|welcomed|greeted|met with|met|hosted)) "
    r"(?P<rest>(?:the |a |an )?(?:\w+ ){0,2}?(?:delegation|guests|delegates|visitors|<PER>|representatives)[^.;,]{0,60})"
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
    r")?(?:side|businessmen|investors|entrepreneurs))[^.;]{0,30}? (?P<verb>(?:wanted to know|were interested in|was "
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
SEE_WORDS = frozenset(
    (
        "watched started began visited toured inspected viewed examined surveyed looked got get became gets were was went "
        "traveled travelled walked stopped made called dropped saw familiarized familiarised learned studied came arrived paid"
    ).split()
)
RECEIVE_WORDS = frozenset("received welcomed greeted met hosted accompanied".split())
TRAVEL_WORDS = frozenset(
    (
        "delegation delegations delegates delegate mission visited visit visits toured tour trip inspected viewed examined "
        "surveyed acquainted shown received welcomed greeted guests visitors reception talks negotiations meeting invited "
        "invites invite invitation led headed excursion arrived stopped members met participants know saw looked went "
        "familiarised familiarized studied watched called started began mission lunch dinner sends sent together heads "
        "brought bring brings"
    ).split()
)
PLURAL_GUESTS = re.compile(r"\b(?:countries|regions|guests? of hono|exporters|exhibitors)\b", re.I)


def find(scene: Scene, line: Line) -> None:
    """Delegations and visits of a sentence; a title is read last and tells only what the body did not."""
    if not line.has(TRAVEL_WORDS) or (line.title and scene.delegation):
        return
    _delegations(scene, line)
    _visits(scene, line)


def _delegation_ref(scene: Scene, line: Line) -> Ref:
    if scene.delegation is None:
        scene.delegation = Ref("Delegation", "delegation")
    return scene.delegation


def _fact(scene: Scene, line: Line, start: int, end: int, rule: str, *claims: Claim) -> None:
    text = plain(line.text[start:end])
    if scene.once("delegation", text.lower()):
        scene.add(rule, _delegation_ref(scene, line), line.start + start, line.start + end, *claims, line=line)


def _delegations(scene: Scene, line: Line) -> None:
    for match in BRINGS.finditer(line.mask):
        end = clause.right_edge(line, match.start("what"), match.start("what") + 20, 130)
        _fact(
            scene,
            line,
            match.start("what"),
            end,
            "delegation.brings",
            Claim("brought", plain(line.text[match.start("what") : end]), lang="en"),
        )
    context = line.lows & {"delegation", "delegations", "mission", "delegates"} or (
        scene.delegation and line.lows & {"led", "headed", "members", "participants", "together"}
    )
    if not context:
        return
    _origins(scene, line)
    _national(scene, line)
    _leaders(scene, line)
    _memberships(scene, line)


def _origins(scene: Scene, line: Line) -> None:
    for match in FROM.finditer(line.mask):
        if re.match(r"\d|\w+ (?:of|than)", match["who"]) and re.search(r"delegations", match["who"]):
            continue
        senders = line.within(match.start("list"), match.end("list"), "ORG", "LOC", "GROUP")
        if not senders or re.search(r"\bdelegations\b", match["who"]):
            continue
        sender = scene.ref(senders[0])
        if scene.delegation is None:
            scene.delegation = Ref("Delegation", f"delegation from {sender.name}")
        elif not scene.once("sender", sender.name.lower()):
            continue
        scene.once("sender", sender.name.lower())
        end = max(n.end for n in senders) - line.start
        _fact(
            scene,
            line,
            match.start("who"),
            end,
            "delegation.from",
            Claim("name", plain(line.text[match.start("who") : end]), lang="en"),
            *(Claim("sender", scene.ref(n)) for n in senders),
        )
    for match in SENT.finditer(line.mask):
        by = line.within(match.start("by"), match.end("by"), "ORG", "LOC")
        _fact(
            scene, line, match.start("what"), match.end("what"), "delegation.sent", *(Claim("sender", scene.ref(n)) for n in by)
        )
    for match in SENDS.finditer(line.mask):
        if not re.search(r"delegation|mission|group of", match["what"]):
            continue
        by = line.within(match.start("by"), match.end("by"), "ORG", "LOC")
        _fact(
            scene,
            line,
            match.start("what"),
            match.end("what"),
            "delegation.sends",
            *(Claim("sender", scene.ref(n)) for n in by),
        )


def _national(scene: Scene, line: Line) -> None:
    """The Ukrainian delegation: sent by a country that its adjective tells."""
    for match in OF_PLACE.finditer(line.mask):
        sender = line.within(match.start(), match.end(), "LOC")
        if scene.delegation is None and sender:
            scene.delegation = Ref("Delegation", plain(line.text[match.start() : match.end()]))
            _fact(
                scene,
                line,
                match.start(),
                match.end(),
                "delegation.of",
                Claim("name", scene.delegation.name, lang="en"),
                Claim("sender", scene.ref(sender[0])),
            )
    for match in NATIONAL.finditer(line.text):
        if scene.delegation is None:
            scene.delegation = Ref("Delegation", plain(match[0]))
            _fact(scene, line, match.start(), match.end(), "delegation.national", Claim("name", plain(match[0]), lang="en"))


def _leaders(scene: Scene, line: Line) -> None:
    for match in LED.finditer(line.mask):
        people = line.within(match.start("who"), match.end("what"), "PER")
        first = people[0]
        split = match.start("second") if match["more"] else match.end("what")
        _fact(
            scene,
            line,
            match.start("what"),
            min(split, match.end("what")) if not match["more"] else first.end - line.start,
            "delegation.led",
            Claim("head", scene.ref(first)),
        )
        if match["more"] and len(people) > 1:
            _fact(
                scene,
                line,
                match.start("second"),
                people[-1].end - line.start,
                "delegation.led",
                Claim("head", scene.ref(people[-1])),
            )
    for match in HEADS.finditer(line.mask):
        person = line.within(match.start("who"), match.end("who"), "PER")[0]
        _fact(scene, line, match.start("who"), match.end("what"), "delegation.led", Claim("head", scene.ref(person)))
    if not LED.search(line.mask):
        for match in LED_BY_ROLE.finditer(line.mask):
            _fact(
                scene,
                line,
                match.start("what"),
                match.end("what"),
                "delegation.led",
                Claim("description", plain(line.text[match.start("what") : match.end("what")]), lang="en"),
            )


def _memberships(scene: Scene, line: Line) -> None:
    if scene.delegation is None:
        return
    shapes = (
        (MEMBERS, "delegation.members"),
        (AMONG, "delegation.members"),
        (TOGETHER, "delegation.members"),
        (NUMBERED, "delegation.members"),
        (BROUGHT, "delegation.brought"),
    )
    taken: list[tuple[int, int]] = []
    for shape, rule in shapes:
        for match in shape.finditer(line.mask):
            start = match.start("what")
            end = clause.right_edge(line, start, start + min(40, match.end("what") - start), 130)
            if any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            prop = "brought" if rule.endswith("brought") else "memberKind"
            members = [Claim("member", scene.ref(n)) for n in line.within(start, end, "ORG")] if prop == "memberKind" else []
            _fact(scene, line, start, end, rule, Claim(prop, plain(line.text[start:end]), lang="en"), *members)


# --- visits


def _visits(scene: Scene, line: Line) -> None:
    taken: list[tuple[int, int]] = []
    for match in WAS_VISITED.finditer(line.mask):
        _visit(scene, line, match.start(), match.end(), "visit.by", taken, 110)
    for match in SHOWN.finditer(line.mask):
        _visit(scene, line, match.start("what"), match.start("what") + 20, "visit.shown", taken, 110)
    for match in BEGAN.finditer(line.mask):
        _visit(scene, line, match.start("what"), match.start("what") + 4, "visit.began", taken, 80, subject=False)
    for match in line.matches(VISITED, SEE_WORDS):
        if _guest_subject(scene, line, match.start()):
            _visit(scene, line, match.start(), match.end(), "visit.saw", taken, 100)
    _receptions(scene, line, taken)
    for match in TALKS.finditer(line.mask):
        if _guest_subject(scene, line, match.start()) or scene.delegation:
            _visit(scene, line, match.start("what"), match.start("what") + 8, "visit.talks", taken, 100)
    for match in WANTED.finditer(line.mask):
        if scene.delegation:
            _wanted(scene, line, match)
    _invitations(scene, line, taken)
    for match in VISIT_NOUN.finditer(line.mask):
        if scene.delegation or line.lows & {"delegation", "guests"}:
            _visit(
                scene,
                line,
                match.start(),
                match.start() + len(match[0].split(" visit")[0]),
                "visit.noun",
                taken,
                70,
                subject=False,
            )
    if taken:
        _day(scene, line)


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


def _guest_subject(scene: Scene, line: Line, at: int) -> bool:
    """Whether guests act: a delegation or visitors in the clause, or a person where a delegation was told of."""
    before = line.text[:at]
    if re.search(
        r"\b(?:delegation|guests|delegates|visitors|representatives of|members of|group of|businessmen|entrepreneurs|"
        r"investors|mission|minister|governor|mayor|ambassador)\b",
        before,
        re.I,
    ):
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
    if not scene.once("visit", text.lower()):
        return
    planned = re.search(r"\b(?:will|plans? to|to)\s+(?:\w+\s+)?$|^(?:will|to)\b", line.text[first : start + 6])
    status = Status.PLANNED if planned else Status.ENDED
    hosts = line.within(start, end, "ORG", "LOC", "PER")
    claims = [
        Claim("status", status.value, status=status),
        Claim(
            "shown" if rule in ("visit.saw", "visit.shown", "visit.began") else "description", text, lang="en", status=status
        ),
    ]
    claims += [Claim("delegation", scene.delegation, status=status)] if scene.delegation else []
    claims += [Claim("host", scene.ref(n), status=status) for n in hosts[:2]]
    scene.add(rule, Ref("Visit", text), line.start + first, line.start + end, *claims, line=line)


def _receptions(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.matches(RECEIVED, RECEIVE_WORDS):
        if _guest_subject(scene, line, match.start()) or (
            match.start() > 3 and scene.delegation and line.within(match.start("rest"), match.end(), "PER")
        ):
            _visit(scene, line, match.start("verb"), match.end("verb"), "visit.received", taken, 100)
    for match in RECEIVES.finditer(line.mask):
        if re.search(r"delegation|guests|delegates|visitors|representatives", match["rest"]) or scene.delegation:
            _visit(scene, line, match.start("verb"), match.end("verb") + 4, "visit.received", taken, 100)
    for match in LUNCH.finditer(line.text):
        _visit(scene, line, match.start(), match.start() + 16, "visit.reception", taken, 90, subject=False)
    for match in RECEPTION.finditer(line.text):
        _visit(scene, line, match.start(), match.start() + 12, "visit.reception", taken, 90, subject=False)


def _invitations(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    if line.lows.isdisjoint(("invited", "invite", "invites", "invitation")):
        return
    for match in INVITED.finditer(line.mask):
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
    match = re.match(rf"\W*(?:[Oo]n\s+)?(?P<date>{when.FULL})", line.text, re.I) or re.search(
        rf"\b(?:on|from)\s+(?P<date>{when.FULL})", line.text, re.I
    )
    if match is None or scene.delegation is None:
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
