"""What is told of an event: duration, theme, rhythm, honours, letters, firsts, next editions."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import happenings, when
from dragoman.extract.en.event_facts import NEXT, NEXT_WORDS, NUMBER, RHYTHM, event_ref, scheduled, subject
from dragoman.extract.en.event_kinds import HALL_WORDS, hall
from dragoman.extract.en.gates import Gate, gate
from dragoman.extract.en.lexicon import verbs
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern

DURATION = re.compile(
    rf"\b(?:the\s+|a\s+)?(?P<n>{NUMBER})-days?(?:-long)?\s+(?:\w+\s+){{0,2}}?(?P<head>event|expo|exhibition|fair|forum|"
    rf"conference|show|congress|summit|competition|salon|exposition)\b",
    re.I,
)
LASTS = re.compile(
    rf"\b(?:(?:last(?:s|ed|ing)?|run(?:s|ning)?|continue[sd]?)\s+(?:for\s+)?|(?:after|over|"
    rf"during)\s+)(?P<n>{NUMBER})\s+(?P<unit>days|weeks)\b",
    re.I,
)
SLOGAN = re.compile(r"(?P<theme>[“\"«][^”\"»]{5,120}[”\"»])\s+(?:was|is|became)\s+(?:its|the)\s+(?:theme|motto|slogan)", re.I)
THEME = re.compile(
    r"\b(?:(?:under\s+|with\s+)?the\s+)?(?:theme|motto|slogan|topic)\s*(?:of\s+(?:the|this|its)\s+[\w’' "
    r"-]{3,40}?\s+(?:is|was|:)|of|is|was|:|"
    r"being)?\s*(?:the\s+year\s*)?(?P<theme>[“\"«‘][^”\"»’]{5,180}[”\"»’]|[A-Z][\w-]+(?:[ ,&]+(?:and |of |for |in "
    r")?[A-Z][\w-]+){1,12})|\bthemed\s+(?P<themed>[“\"«‘][^”\"»’]{5,180}[”\"»’])"
)
HONOUR_VERB = verbs(
    "award",
    "win/won",
    "receive",
    "grant",
    "name",
    "honor",
    "honour",
    "recognize",
    "recognise",
    "rank",
    "list",
    "include",
    "certify",
    "confer",
    "bestow",
    "earn",
    "upgrade",
    "hold",
    "enjoy",
)
HONOUR = re.compile(
    rf"\b(?:{HONOUR_VERB})\b(?P<what>[^.;]{{0,80}}?(?:[“\"][^”\"]{{3,80}}[”\"]|\b(?:title|award|prize|medal|"
    rf"certification|approval|accreditation|status of|top \d+|gold|diploma|honorary|national level|most (?:influential|"
    rf"important|popular)|best|largest|(?:five|four)-star)\b[^,.;"
    rf"]{{0,60}}))(?P<times>\s+for\s+(?:the\s+)?{NUMBER}\w*\s+(?:consecutive\s+)?(?:years?|times)(?:\s+(?:in a row|"
    rf"running|in succession))?)?",
    re.I,
)
LETTER = pattern(
    r"(?P<who><PERS>(?:\s+of\s+<LOC>)?)[^.;]{0,40}?\s(?P<letter>(?:has |have )?(?:sent|extended|addressed|wrote|"
    r"conveyed)\s+(?:\w+\s+){0,2}?(?:congratulatory letters?|letters? of congratulations?|congratulatory messages?|a "
    r"message of greetings?|greetings?|congratulations|telegrams?)(?:\s+to\s+(?:participants of\s+)?<EVT>)?)"
)
FIRST_HAVE = re.compile(
    r"\bfor the first time,?\s+(?:(?:in its history|ever),?\s+)?(?P<what>(?:have|has|had|feature|include|host|hold|"
    r"offer)\s+[^,.;]{5,70})",
    re.I,
)
EDITION = re.compile(
    r"(?:\b[Tt]he\s+|['’]s\s+)(?P<n>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|eleventh|"
    r"twelfth|twentieth)\s+(?:edition|session|show|fair|expo|exhibition|forum|festival)\b(?!\s+(?-i:[A-Z]))",
    re.I,
)
HONOUR_WORDS = Gate(
    (
        "upgraded holds enjoys best largest approval accreditation status awarded won received granted named honored "
        "honoured recognized recognised ranked "
        "listed title certification"
    ).split()
)


THEMES = Gate("theme motto slogan themed topic")
RHYTHMS = Gate("year years annually annual biennial yearly biennially every each")
LETTERS = Gate("congratulatory congratulation congratulations greetings greeting telegram telegrams")
EDITIONS = Gate("edition session show fair expo exhibition forum festival")
LASTING = gate(frozenset({"day"}))  # three-day, days
TOLD = LASTING | HALL_WORDS.bit | HONOUR_WORDS.bit | THEMES.bit | RHYTHMS.bit | LETTERS.bit | EDITIONS.bit | Gate("first").bit


def features(scene: Scene, line: Line) -> None:
    """Duration, theme, rhythm, honours, letters, halls and firsts of an event."""
    if line.part_bits & TOLD:
        for rule in (_duration, _theme, _rhythm, _honour, _letter, hall, _first, _edition):
            rule(scene, line)


def _duration(scene: Scene, line: Line) -> None:
    if not scene.event or ("-day" not in line.text and "days" not in line.lows):
        return
    lasting = () if line.lows & {"visit", "tour", "delegation", "trip"} else line.reads(LASTS)
    for match in [*line.reads(DURATION), *lasting]:
        about = subject(scene, line, match.end()) or scene.event
        if scene.once("duration", about.name, match["n"].lower()):
            scene.add(
                "event.duration",
                about,
                line.start + match.start(),
                line.start + match.end(),
                Claim("duration", f"{match['n']} days"),
                line=line,
            )


def _theme(scene: Scene, line: Line) -> None:
    if scene.event is None or not line.has(THEMES):
        return
    for match in [*THEME.finditer(line.text), *line.reads(SLOGAN)]:
        group = "theme" if match["theme"] else "themed"
        value = match[group].strip('“”"«»‘’')
        about = subject(scene, line, match.start()) or scene.event
        scene.add(
            "event.theme",
            about,
            line.start + match.start(),
            line.start + match.end(),
            Claim("theme", value, lang="en"),
            line=line,
        )


def _rhythm(scene: Scene, line: Line) -> None:
    if scene.event is None or not line.has(RHYTHMS):
        return
    for match in line.reads(RHYTHM):
        adjective = match[0].lower() in ("annual", "biennial", "yearly")
        held = re.search(
            r"\b(?:is|are|been|was|being)\s+(?:\w+\s+)?(?:held|staged|organi[sz]ed|hosted)\b|\btakes? place\b",
            line.text[: match.start()],
        )
        noun = adjective and re.match(
            r"\s+(?:[\w-]+\s+){0,2}(?:event|expo|exhibition|fair|forum|conference|competition|congress)",
            line.text[match.end() :],
        )
        if not (held or noun):
            continue
        about = scene.series or scene.event
        start = held.start() if held else match.start()
        events = line.within(0, start, "EVENT")
        if events and start - (events[-1].end - line.start) <= 2:
            start = events[-1].start - line.start
        if scene.once("rhythm", about.name):
            scene.add(
                "event.rhythm",
                about,
                line.start + start,
                line.start + match.end(),
                Claim("frequency", match[0].lower()),
                line=line,
            )


def _honour(scene: Scene, line: Line) -> None:
    if scene.event is None or not line.has(HONOUR_WORDS):
        return
    for match in line.reads(HONOUR):
        about = subject(scene, line, match.start())
        if about is None or not (line.within(0, match.start(), "EVENT") or re.match(r"\W*it\b", line.text, re.I)):
            continue
        end = match.end("times") if match["times"] else match.end("what")
        if end - match.start() <= 150:
            scene.add(
                "event.honour",
                about,
                line.start + match.start(),
                line.start + end,
                Claim("result", line.text[match.start() : end], lang="en"),
                *when.of_act(scene.reading, line.text, match.start(), end, line.start),
                line=line,
            )


def _letter(scene: Scene, line: Line) -> None:
    if not line.has(LETTERS):
        return
    for match in line.finds(LETTER):
        events = line.within(match.start(), len(line.text), "EVENT")
        about = event_ref(scene, events[0]) if events else scene.event
        if about is None:
            continue
        start = _titled_start(line, match.start("who"))
        end = match.end("letter")
        senders = line.within(match.start("who"), match.end("who"), "PER")
        if end - start > 150:
            end = line.within(match.start("letter"), end, "EVENT")[0].start - line.start
        claim = Claim("letter", ", ".join(plain(n.text) for n in senders), lang="en")
        scene.add("event.letter", about, line.start + start, line.start + end, claim, line=line)


def _titled_start(line: Line, at: int) -> int:
    """Take in the title before a person's name."""
    found = re.search(r"(?:[A-Z][\w-]*\s+){1,3}$", line.text[max(0, at - 30) : at])
    return at - len(found[0]) if found else at


def _first(scene: Scene, line: Line) -> None:
    if scene.event is None or "first" not in line.lows:
        return
    for match in line.reads(FIRST_HAVE):
        about = subject(scene, line, match.start()) or scene.event
        scene.uses.append((line.start + match.start(), line.start + match.end()))
        scene.add(
            "event.first",
            about,
            line.start + match.start(),
            line.start + match.end(),
            Claim("first", match["what"], lang="en"),
            line=line,
        )


def _edition(scene: Scene, line: Line) -> None:
    if scene.event is None or not line.has(EDITIONS):
        return
    for match in EDITION.finditer(line.text):
        number = happenings.ordinal(match["n"])
        series = scene.series or scene.event
        about = Ref("Edition", f"{number} {series.name}")
        if (
            number
            and not re.search(r"\b(?:at|to|from|since|of)\s+$", line.text[: match.start()])
            and scene.once("edition", str(number))
        ):
            scene.add(
                "event.edition",
                about,
                line.start + (match.start() if match[0][0] in "Tt" else match.start("n")),
                line.start + match.end(),
                Claim("ordinal", str(number)),
                Claim("expo", series),
                line=line,
            )
            scheduled(scene, line, match.end(), about)
    for match in line.reads(NEXT) if line.has(NEXT_WORDS) else ():
        if (
            re.match(r"(?:the\s+)?(?:next|upcoming|forthcoming)", match[0], re.I)
            and when.DATE_RE.search(line.text, match.end())
            and scene.once("edition", match[0].lower())
        ):
            about = Ref("Edition", f"{match[0].lower()} {(scene.series or scene.event).name}")
            scene.add(
                "event.nextname",
                about,
                line.start + match.start(),
                line.start + match.end(),
                Claim("expo", scene.series or scene.event),
                line=line,
            )
        if when.DATE_RE.search(line.text, match.end()):
            scheduled(scene, line, match.end(), Ref("Edition", f"{match[0].lower()} {(scene.series or scene.event).name}"))
