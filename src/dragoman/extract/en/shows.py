"""Presence by exhibiting and by markets: who shows what at an expo abroad, who enters or wants a market."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern
from dragoman.extract.en.ties import ADJECTIVE, SHOW_WORDS, free, tie
from dragoman.model.statement import Status

ENTER_WORDS = frozenset(
    (
        "enter enters entered entering penetrate penetrates penetrated explore explores explored exploring tap taps tapped "
        "tapping expand expands expanded expanding gain gained access accessed develop developing promote promotes promoting "
        "get work break"
    ).split()
)
WANTING = Gate("wants needs requires lacks need looking investing interested".split())
SHOWS = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|also|will|been|are|is|was|were|jointly|actively|to|for the first time|successively|"
    r"regularly|again) )*(?:display(?:s|ed|ing)?|exhibit(?:s|ed|ing)?|showcase[sd]?|showcasing|demonstrat(?:e|es|ed|"
    r"ing)|present(?:s|ed|ing)?|brought|bring(?:s|ing)?|unveil(?:s|ed)?|show(?:s|ed|n|ing)?|came with|participat(?:e|"
    r"es|ed|ing)|take[s]? part|took part|taken part|taking part|attend(?:s|ed|ing)?|represented))\b(?P<rest>[^;"
    r"“”\"]{0,130})"
)
WISH = (
    r"(?:(?:hop(?:e|es|ing) to|plan(?:s|ning)? to|want(?:s|ed)? to|ready to|seek(?:s|ing)? to|intend(?:s)? to|wish(?:es)? to|"
    r"will|to|has|have|already) )*"
)
ENTERS = pattern(
    rf"\b(?P<verb>{WISH}(?:(?:enter(?:s|ed|ing)?|penetrate[sd]?|explor(?:e|es|ed|ing)|tap(?:ped|ping)?(?: into)?|"
    rf"expand(?:s|ed|ing)? (?:in)?to|gain(?:ed)? a foothold in|access(?:ed)?|develop(?:ing)?|promot(?:e|es|ing)) "
    rf"(?P<obj>(?:[\w’'-]+ ){{0,5}}?(?:markets?|{ADJECTIVE} market|products))\b(?P<tail>(?: (?:in|of) <LOC>)?)|"
    rf"(?:enter|gain a foothold in|get a foothold in|expand (?:in)?to|break into) (?P<into>(?:the )?<LOC>)))"
)
MARKET_WANTS = pattern(
    rf"\b(?P<want>(?:the )?(?:(?:{ADJECTIVE} )?market|<LOC>)(?: here| there)? (?:wants|needs|requires|lacks|would need|is "
    rf"looking for|is investing in|was investing in|will need|is interested in) [^.;“”\"]{{4,90}})"
)
FOREIGN = re.compile(rf"\b(?:{ADJECTIVE}|overseas|foreign|abroad|international|countries|regions)\b", re.I)
COUNTRIES = re.compile(r"\b(?:countries|regions|states|nations)\b", re.I)


def shows(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    if scene.event is None and not line.within(0, len(line.text), "EVENT"):
        return
    for match in line.matches(SHOWS, SHOW_WORDS):
        joins = re.search(r"participat|part|attend", match["verb"], re.I)
        before = line.text[: match.start()]
        whole = line.text[: match.end()]
        if joins and not (
            line.within(match.end("verb"), match.end(), "EVENT") or re.search(r"countries|regions|states", before[-70:], re.I)
        ):
            continue
        if joins and re.search(r"\bwill\b", match["verb"]) and not line.within(max(0, match.start() - 3), match.start(), "LOC"):
            continue
        if re.match(r"bring", match["verb"], re.I) and not _goods(line, match):
            continue
        if not _exhibitors(scene, line, match, bool(joins)) or (
            re.search(r"\b(?:will|would|to)\b", match["verb"])
            and not (FOREIGN.search(whole) or line.within(0, match.start(), "LOC"))
        ):
            continue
        if not free(taken, match.start(), match.end("verb")):
            continue
        start, end = clause.clause(line, match.start(), match.end("verb"), 100)
        status = Status.PLANNED if re.search(r"\b(?:will|to)\b", match["verb"]) else Status.RUNNING
        event = scene.event
        extra = [Claim("presenceKind", "exhibition")] + ([Claim("event", event)] if event else [])
        rule = "presence.joins" if joins else "presence.shows"
        tie(
            scene,
            line,
            "Presence",
            start,
            end,
            match.start(),
            rule,
            status,
            match.end("verb"),
            *extra,
            negated=clause.negative(line.text[start:end]),
        )


def _exhibitors(scene: Scene, line: Line, match: re.Match[str], joins: bool) -> bool:
    """Whether foreign parties are the subject: countries, people with a body abroad, exhibitors from countries."""
    first = clause.left_edge(line, match.start(), 160)
    subject = line.text[first : match.start()]
    if COUNTRIES.search(subject) or re.search(r"\b(?:exhibitors|overseas|foreign)\b", subject, re.I):
        return True
    if line.within(max(0, first - 60), match.start(), "LOC") and re.search(
        r"countries|including|among them|from", line.text[max(0, first - 80) : match.start()], re.I
    ):
        return True
    near = line.within(max(0, match.start() - 60), match.start(), "LOC", "GROUP")
    if (
        near
        and match.start() - (near[-1].end - line.start) <= 2
        and (near[-1].subkind == "country" or near[-1].kind == "GROUP")
    ):
        return True
    people = line.within(0, match.start(), "PER", "ORG")
    shown = re.search(r"brought|came with|exhibit|display|showcas|demonstr|present", match["verb"], re.I)
    return bool(people and shown and not joins and _goods(line, match))


def _goods(line: Line, match: re.Match[str]) -> bool:
    from dragoman.extract.en import terms

    rest = line.text[match.end("verb") : match.end("verb") + 90]
    if re.search(r"\bto the (?:exhibition|expo|fair|forum)|at the (?:exhibition|expo|fair|stand)", rest):
        return True
    low, high = match.end("verb"), match.end("verb") + 60
    return any(low <= line.words[a][0] < high for a, _, _ in terms.spans(line))


def markets(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.finds(MARKET_WANTS) if line.has(WANTING) else ():
        if free(taken, match.start(), match.end()):
            end = clause.right_edge(line, match.start(), match.start() + 20, 120)
            text = line.text[match.start() : end]
            place = next(iter(line.within(match.start(), end, "LOC")), None)
            claims = [Claim("wants", text, lang="en")] + ([Claim("place", scene.ref(place))] if place else [])
            scene.add(
                "presence.market", Ref("Market", plain(text)), line.start + match.start(), line.start + end, *claims, line=line
            )
    for match in line.matches(ENTERS, ENTER_WORDS):
        if re.search(r"products", match["obj"] or "") or (
            not FOREIGN.search((match["obj"] or "") + (match["tail"] or ""))
            and not line.within(match.start(), match.end(), "LOC")
        ):
            continue
        if free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start(), match.end(), 110, subject=False)
            status = (
                Status.INTENDED if match["verb"].lower().startswith("to ") else clause.status_of(match["verb"], Status.RUNNING)
            )
            tie(
                scene,
                line,
                "Presence",
                start,
                end,
                match.start(),
                "presence.enters",
                status,
                match.start(),
                Claim("presenceKind", "market"),
            )
