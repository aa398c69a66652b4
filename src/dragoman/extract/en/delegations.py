"""Delegations: who sent whom, led by whom, with which members, and what they brought."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import NUMBER, pattern

GROUP = (
    r"(?:delegations?|mission|deputation|contingent|(?:group|team|party) of (?:experts|entrepreneurs|businessmen|"
    r"specialists|investors|scientists|"
    r"representatives|officials|engineers|managers|rectors|researchers|guests|delegates))"
)
FROM = pattern(
    rf"\b(?P<who>(?:an? |the )?(?:\w[\w'’-]* ){{0,3}}?{GROUP}(?: of [a-z][\w-]+(?: [a-z][\w-]+){{0,3}}?)?(?: and "
    rf"[a-z]+)? (?:from|"
    rf"of|representing) (?P<list>(?:(?:the )?(?:[\w-]+ ){{0,2}}?(?:city|cities|prefecture|municipality|province|region|"
    rf"district|"
    rf"republic|government|administration|state|county) of )?(?:the )?<ANYS>))"
)
NATIONAL = re.compile(
    r"\b(?P<who>(?:[Aa]n?|[Tt]he)\s+(?:(?:large|official|national|government|business|trade|economic|high-level|representative|"
    r"big|joint|trade|scientific|working|ministerial|\d+-member|\d+-strong|[A-Z][a-z]+(?:ese|ian|ish|i|an|"
    r"ch))\s+){1,3}(?:delegation|mission))\b"
)
OF_PLACE = pattern(
    r"(?P<who><LOC>(?:['’]s)? (?:(?:trade|business|official|economic|city|national|government|scientific) )*(?:delegation|"
    r"mission))\b"
)
SENT = pattern(
    rf"\b(?P<what>(?:(?:the|a|an|this|its|national|official) )*(?:{GROUP}),? (?:was |has been |is |were )?(?:sent|"
    rf"organi[sz]ed|dispatched|formed|assembled|arranged|put together) by (?P<by><BODYS>))"
)
SENDS = pattern(
    rf"(?P<by><BODY>)(?:[^.;]{{0,20}}?) (?P<what>(?:has |have |had |also |again |will )*(?:send[s]?|sent|dispatch(?:ed|es)|"
    rf"organi[sz]ed|led|brings?|brought|formed|put together) (?:an? |its |the )?(?:[\w-]+ ){{0,4}}?(?:{GROUP}|"
    rf"participants|{NUMBER} (?:\w+ )?(?:specialists|experts|engineers|officials|researchers|representatives|"
    rf"scientists|managers))(?: (?:to|of) (?:<ANY>|the \w+))?)"
)
LED = pattern(
    r"\b(?P<what>(?:(?:is|was|were|being|and|jointly) )*(?:headed|led|chaired) by (?P<who>[^.;"
    r"]{0,90}?<PER>)(?P<more>(?:,)? and (?:by )?(?P<second>[^.;,]{0,70}?<PER>))?)"
)
LED_BY_ROLE = pattern(
    r"\b(?P<what>(?:headed|led) by (?:the |its |their |a )?(?:[a-z][\w-]*(?: |(?=[,.;]))){1,6}(?:of )?(?:the "
    r")?(?:<ORG>|<LOC>)?)"
)
HEADS = pattern(
    rf"(?P<who><PER>),? (?P<what>(?:who )?(?:is |was |will )?(?:head(?:s|ed)?|led|leads?|heading|leading|brought) "
    rf"(?:the|an?|its|his|her) (?:[\w-]+ "
    rf"){{0,3}}?{GROUP})"
)
MEMBERS = pattern(
    rf"\b(?P<what>(?:the )?(?:{GROUP}|members of the delegation)(?: (?:to|from|of) [^,.;]{{3,30}}?)?(?:,? (?:that|"
    rf"which))? (?:also )?(?:(?:include[sd]?|including|comprise[sd]?|"
    rf"consist(?:s|ed) of|was made up of|is made up of|brings? together|brought together|unite[sd]|was composed of|is "
    rf"composed of|numbered|incorporates?|with) )[^.;]{{3,120}})"
)
AMONG = pattern(
    r"\b(?P<what>among (?:its|the|their) (?:[\w-]+ )?(?:members|delegates|participants|guests)(?: of the delegation)? "
    r"(?:there )?(?:were|was|are|is) [^.;]{3,110})"
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


def _delegation_ref(scene: Scene, line: Line) -> Ref:
    if scene.delegation is None:
        scene.delegation = Ref("Delegation", "delegation")
    return scene.delegation


def _fact(scene: Scene, line: Line, start: int, end: int, rule: str, *claims: Claim) -> None:
    text = plain(line.text[start:end])
    if scene.once("delegation", text.lower()):
        scene.add(rule, _delegation_ref(scene, line), line.start + start, line.start + end, *claims, line=line)


def delegations(scene: Scene, line: Line) -> None:
    for match in line.finds(BRINGS) if line.names_any(BRING_WORDS) else ():
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
    for match in line.finds(FROM) if line.names_any(GROUP_WORDS) else ():
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
    for match in line.finds(SENT) if "by" in line.parts and line.names_any(SENT_WORDS) else ():
        by = line.within(match.start("by"), match.end("by"), "ORG", "LOC")
        _fact(
            scene, line, match.start("what"), match.end("what"), "delegation.sent", *(Claim("sender", scene.ref(n)) for n in by)
        )
    for match in line.finds(SENDS) if line.names_any(SEND_WORDS) else ():
        if not re.search(
            r"delegation|mission|group of|team of|specialists|experts|engineers|officials|researchers|repres|scientists|"
            r"managers",
            match["what"],
        ):
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
    for match in line.finds(OF_PLACE):
        sender = line.within(match.start(), match.end(), "LOC")
        if sender and scene.once("sender", scene.ref(sender[0]).name.lower()):
            if scene.delegation is None:
                scene.delegation = Ref("Delegation", plain(line.text[match.start() : match.end()]))
            _fact(
                scene,
                line,
                match.start(),
                match.end(),
                "delegation.of",
                Claim("name", plain(line.text[match.start() : match.end()]), lang="en"),
                Claim("sender", scene.ref(sender[0])),
            )
    for match in NATIONAL.finditer(line.text):
        if scene.once("sender", plain(match[0]).lower()) and (scene.delegation is None or re.search(r"[A-Z]", plain(match[0]))):
            scene.delegation = scene.delegation or Ref("Delegation", plain(match[0]))
            _fact(scene, line, match.start(), match.end(), "delegation.national", Claim("name", plain(match[0]), lang="en"))


BRING_WORDS = Gate("brought bring brings".split())
GROUP_WORDS = Gate("delegation delegations mission deputation contingent group team party".split())
SENT_WORDS = Gate("sent organized organised dispatched formed assembled arranged put".split())
SEND_WORDS = Gate("send sends sent dispatched dispatches organized organised led bring brings brought formed put".split())
LED_WORDS = Gate("headed led chaired".split())
HEAD_WORDS = Gate("head heads headed led lead leads heading leading brought".split())
GROUPS = re.compile(
    r"\b(?:delegations?|mission|group|team|party|guests|delegates|it|deputation|contingent|specialists|experts|officials|"
    r"engineers)\b",
    re.I,
)
HEADED = re.compile(
    r"\b(?:institute|company|companies|ministry|academy|university|centre|center|department|laboratory|committee|"
    r"association|commission|firm)\b",
    re.I,
)


def _of_group(line: Line, at: int) -> bool:
    """Whether a group, not a body, is what somebody leads."""
    before = line.text[:at]
    groups, bodies = [*GROUPS.finditer(before)], [*HEADED.finditer(before)]
    return not before.strip() or bool(groups and (not bodies or groups[-1].start() > bodies[-1].start() - 60)) or not bodies


def _leaders(scene: Scene, line: Line) -> None:
    led = line.names_any(LED_WORDS)
    for match in line.finds(LED) if led else ():
        if not _of_group(line, match.start()):
            continue
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
    for match in line.finds(HEADS) if line.names_any(HEAD_WORDS) else ():
        person = line.within(match.start("who"), match.end("who"), "PER")[0]
        _fact(scene, line, match.start("who"), match.end("what"), "delegation.led", Claim("head", scene.ref(person)))
    if led and not LED.search(line.mask):
        for match in line.finds(LED_BY_ROLE):
            _fact(
                scene,
                line,
                match.start("what"),
                match.start("what") + len(match["what"].rstrip()),
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
        for match in line.finds(shape):
            start = match.start("what")
            if shape is TOGETHER and line.within(0, start, "EVENT"):
                continue
            end = clause.right_edge(line, start, start + min(40, match.end("what") - start), 130)
            if any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            prop = "brought" if rule.endswith("brought") else "memberKind"
            members = [Claim("member", scene.ref(n)) for n in line.within(start, end, "ORG")] if prop == "memberKind" else []
            _fact(scene, line, start, end, rule, Claim(prop, plain(line.text[start:end]), lang="en"), *members)
