"""What is told of events: names, opening, place, duration, theme, rhythm, honours, letters, halls, next editions."""

from __future__ import annotations

import re
from dataclasses import replace
from collections.abc import Iterator

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import happenings, when
from dragoman.extract.en.lexicon import choice, listed, verbs, words
from dragoman.extract.en.line import Line, pattern
from dragoman.extract.en.scene import Scene, plain
from dragoman.model.statement import Status

NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)"
OPENS = (
    r"(?:(?:has|have|had|will|is|are|was|were|to|officially|ceremonially|again|be|being|been|would|due|scheduled|set|recently|successfully|grandly|traditionally)\s+)*"
    r"(?:kick(?:s|ed)? off|open(?:s|ed)?(?: its doors)?(?: up)?|beg[iau]ns?|start(?:s|ed)?|got under way|held|staged|take[s]? place|took place|taken place|taking place|conclude[sd]?|close[sd]?|end(?:s|ed)|run[s]?|ran|scheduled|last(?:s|ed)?|organi[sz]ed)"
)
PLACE_TAIL = r"(?:\s*,?\s+(?:again|here|there|successfully|today|yesterday))?"
OPENING = pattern(rf"\b(?P<verb>{OPENS}){PLACE_TAIL}(?=(?P<rest>[^;.]{{0,150}}))")
DURATION = re.compile(rf"\b(?:the\s+|a\s+)?(?P<n>{NUMBER})-days?(?:-long)?\s+(?:\w+\s+){{0,2}}?(?P<head>event|expo|exhibition|fair|forum|conference|show|congress|summit|competition|salon|exposition)\b", re.I)
LASTS = re.compile(rf"\b(?:last(?:s|ed|ing)?|run(?:s|ning)?|continue[sd]?)\s+(?:for\s+)?(?P<n>{NUMBER})\s+(?P<unit>days|weeks)\b", re.I)
SLOGAN = re.compile(r"(?P<theme>[“\"«][^”\"»]{5,120}[”\"»])\s+(?:was|is|became)\s+(?:its|the)\s+(?:theme|motto|slogan)", re.I)
THEME = re.compile(r"\b(?:(?:under\s+|with\s+)?the\s+)?(?:theme|motto|slogan|topic)\s*(?:of|is|was|:|being)?\s*(?:the\s+year\s*)?(?P<theme>[“\"«‘][^”\"»’]{5,180}[”\"»’]|[A-Z][\w-]+(?:[ ,&]+(?:and |of |for |in )?[A-Z][\w-]+){1,12})|\bthemed\s+(?P<themed>[“\"«‘][^”\"»’]{5,180}[”\"»’])")
RHYTHM = re.compile(rf"\b(?:once (?:a|every(?: {NUMBER})?) years?|twice a year|every (?:(?:second|other|{NUMBER}) )?years?|every (?:spring|summer|autumn|fall|winter|month|january|february|march|april|may|june|july|august|september|october|november|december)|each (?:spring|summer|autumn|january|march|april|may|june|july|august|september|october|november|december)|annually|biennially|each year|yearly)\b|\b(?:annual|biennial|yearly)\b", re.I)
HONOUR_VERB = verbs("award", "win/won", "receive", "grant", "name", "honor", "honour", "recognize", "recognise", "rank", "list", "include", "certify", "confer", "bestow", "earn")
HONOUR = re.compile(
    rf"\b(?:{HONOUR_VERB})\b(?P<what>[^.;]{{0,80}}?(?:[“\"][^”\"]{{3,80}}[”\"]|\b(?:title|award|prize|medal|certification|top \d+|gold|diploma|honorary)\b[^,.;]{{0,60}}))(?P<times>\s+for\s+(?:the\s+)?{NUMBER}\w*\s+(?:consecutive\s+)?(?:years?|times)(?:\s+(?:in a row|running|in succession))?)?",
    re.I,
)
LETTER = pattern(r"(?P<who><PERS>(?:\s+of\s+<LOC>)?)[^.;]{0,40}?\s(?P<letter>(?:has |have )?(?:sent|extended|addressed|wrote|conveyed)\s+(?:\w+\s+){0,2}?(?:congratulatory letters?|letters? of congratulations?|congratulatory messages?|a message of greetings?|greetings?|congratulations|telegrams?)(?:\s+to\s+(?:participants of\s+)?<EVT>)?)")
HALL = re.compile(
    r"\b(?P<hall>(?:(?:a|an|its own|separate|special|dedicated|joint|national|country|foreign|digital|own|themed|exhibition|twin|new)\s+)*(?:exhibition hall|pavilion|exhibition area|exhibition zone|hall|exhibition stand|section|exposition|stand)s?\s+(?:specifically\s+|specially\s+|exclusively\s+)?(?:(?:set aside|dedicated|devoted|reserved|designed|meant)\s+)?(?:for|to|of)\s+[^,.;]{3,70})",
    re.I,
)
SETS_UP = re.compile(r"\b(?:set up|sets up|opened|opens|has opened|have|has|established|arranged|created|for the first time|introduced|built)\b", re.I)
FIRST = re.compile(r"\b(?:for the first time|the first of its kind|first-ever|debut)\b", re.I)
FIRST_HAVE = re.compile(r"\bfor the first time,?\s+(?:(?:in its history|ever),?\s+)?(?P<what>(?:have|has|had|feature|include|host|hold|offer)\s+[^,.;]{5,70})", re.I)
NEXT = re.compile(r"\b(?:the\s+)?(?:next|upcoming|forthcoming|following|previous|last)\s+(?:\w+\s+)?(?:edition|session|exhibition|fair|expo|forum|event|show|CHTF)\b(?:\s+of\s+the\s+\w+)?", re.I)
EDITION = re.compile(r"\b[Tt]he\s+(?P<n>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth)\s+(?:edition|session|show|fair|expo|exhibition|forum|festival)\b(?!\s+[A-Z])", re.I)
PAIRS = re.compile(r"\b(?P<pairs>[A-Z]\w+(?: [A-Z]\w+)?[-–][A-Z]\w+(?: Republic| States| Kingdom| Korea)?(?:(?:\s*,\s*|,?\s+and\s+)[A-Z]\w+(?: [A-Z]\w+)?[-–][A-Z]\w+(?: Republic| States| Kingdom| Korea)?)*+\s+(?P<what>(?:[\w-]+\s+){0,2}?(?:trade promotions?|promotions?|forums?|dialogues?|matchmaking(?: meetings?| sessions?)?|seminars?|conferences?|business days?|days?|exhibitions?|weeks?)))\b")
GENERIC_HEAD = r"(?:forums?|conferences?|seminars?|exhibitions?|competitions?|contests?|round\s?tables?|roundtables?|symposiums?|workshops?|presentations?|roadshows?|matchmaking (?:meetings?|sessions?)|meetings?|summits?|olympiads?|hackathons?|festivals?|fairs?)"
GENERIC = re.compile(
    r"\b(?P<mods>(?:(?!(?:the|a|an|and|of|in|at|on|this|that|its|such|these|other|many|both|several|various|for|with|to|first|second|will|is|was|were|be|during|by|said|hold|holds|held|host|hosts|attend|attended|previous|next|same|main|every|each|national|all|last|such|his|their|recent|new|large|major|annual|participated|organized|or)\b)[\w-]+\s+){0,3}?)(?P<head>" + GENERIC_HEAD + r")(?P<tail>(?:\s+(?:which|that)\s+(?:showcase|focus|discuss|cover|are dedicated|is dedicated|are devoted)\w*\s+(?:on\s+|to\s+)?[^,.;]{5,75}?(?=\s+will\b|\s+was\b|\s+were\b|\s+has\b|[,.;]|$))|\s+for\s+the\s+(?:release|presentation|launch|exchange|promotion|matching)\s+of\s+[\w-]+|\s+(?:on|dedicated to|devoted to)\s+(?!\d|(?:" + choice(words("months")) + r"|" + choice(words("weekdays")) + r"|the\b|November\b))[^,.;]{5,75}?(?=\s+(?:will|was|were|is|are|has|have|in|at|took|takes|held|with|for)\b|[,.;]|$))?",
    re.I,
)
GENERIC_MODS = frozenset(
    "youth high-tech hi-tech scientific investment innovation project-release release talent student business startup start-up pitch press signing opening closing awards academic technology science project recruitment trade industry economic matchmaking practical".split()
)
RELEASE_WORDS = frozenset("release launch presentation project-release releases presentations".split())
RELEASE = re.compile(r"\b(?:[Pp]roject|[Aa]chievements?|[Tt]echnology|[Pp]roduct|[Rr]esults?)[ -](?:[Rr]elease|[Ll]aunch|[Pp]resentation)s?\s+(?:[Cc]onference|[Ee]vent|[Cc]eremony|[Mm]eeting|[Ss]ession)\b")
HOLDS = frozenset("held hold holds staged stage hosted host organized organised open opened take took place launched carried part attended participated announced arranged conducted planned".split())
OPENING_WORDS = frozenset("got take takes taken taking kicked kicks kick opened opens open began begins begin started starts start way held hold staged place concluded concludes closed ended ends run runs ran scheduled lasts lasted last organized organised".split())
HONOUR_WORDS = frozenset("awarded won received granted named honored honoured recognized recognised ranked listed title certification".split())
HALL_WORDS = frozenset("hall halls pavilion area zone section stand stands exposition".split())


def names(scene: Scene, line: Line) -> None:
    """Each event once by its name; an edition also gives its series; short names in brackets become aliases."""
    for name in [n for n in line.names if n.kind == "EVENT" and n.source != "anaphor" and n.source != "alias"]:
        ref = event_ref(scene, name)
        if scene.once("event", ref.schema, ref.name.lower()):
            claims = [Claim("name", ref.name, lang="en")]
            if name.subkind:
                claims.append(Claim("ordinal", name.subkind))
            if ref.schema == "Edition" and scene.series:
                claims.append(Claim("expo", scene.series))
            rule = "event.quoted" if name.source == "quoted" else "event.name"
            scene.add(rule, ref, name.start, name.end, *claims, line=line)
        _short(scene, line, name, ref)


def event_ref(scene: Scene, name: Name) -> Ref:
    """What an event mention stands for; class words stand for the main event."""
    if name.source == "anaphor":
        return scene.event or Ref("Event", plain(name.text))
    known = scene.aliases.get(plain(name.text).lower())
    return known or Ref(name.schema, plain(name.text))


SHORT = re.compile(
    r"\s*\(\s*(?:(?:hereinafter|hereafter|also known as|abbreviated(?: as)?|referred to as|short for|or|the|known as|called|abbr\.)\s*)*(?:referred to as\s*|the\s*)?(?P<q>[“\"«]?)(?P<short>[A-Z][\w&-]*(?:[ -][A-Z][\w&-]*){0,4})[”\"»]?(?:\s*,?\s*(?:hereinafter|hereafter|for short))?\s*\)"
)


def _short(scene: Scene, line: Line, name: Name, ref: Ref) -> None:
    at = name.end - line.start
    found = SHORT.match(line.text, at) or SHORT.match(line.text, max(0, at - 0))
    if not found:
        return
    short = found["short"]
    target = scene.series if ref.schema == "Edition" and scene.series else ref
    scene.aliases.setdefault(short.lower(), target)
    told = "herein" in found[0].lower() or "referred" in found[0].lower()
    start, end = (found.start() + found[0].index("(") + 1, found.end() - 1) if told else found.span("short")
    if scene.once("alias", short.lower()):
        scene.add("event.short", target, line.start + start, line.start + end, Claim("alias", short, lang="en"), line=line)


def subject(scene: Scene, line: Line, at: int) -> Ref | None:
    """The event a clause speaks of: the one named last before it in the sentence, or the main event."""
    before = [n for n in line.within(0, at, "EVENT")]
    return event_ref(scene, before[-1]) if before else scene.event


def opening(scene: Scene, line: Line) -> None:
    """When and where an event opens, is held, ends."""
    if not line.has(OPENING_WORDS) or not (scene.event or line.within(0, len(line.text), "EVENT")):
        return
    for match in line.matches(OPENING, OPENING_WORDS):
        about = _held(scene, line, match.start())
        if about is None:
            continue
        stop = match.end("verb") + 150
        date = when.DATE_RE.search(line.text, match.end("verb"), min(stop, match.end("rest")))
        made: tuple[Claim, ...] = ()
        place = next((n for n in line.within(match.end("verb"), match.end("rest"), "LOC") if _placed(line, n)), None)
        planned = bool(re.search(r"\b(?:will|to|scheduled|due|would|set)\b", match["verb"]))
        status = Status.PLANNED if planned else Status.NONE
        if date and date.start() - match.end("verb") <= 60:
            made = when.claims(scene.reading, date[0], line.start + match.start(), line.start + date.end())
            if re.search(r"\b(?:until|till)\s+$", line.text[: date.start()]):
                made = tuple(replace(c, prop="endDate") for c in made)
            scene.add("event.date", about, line.start + match.start(), line.start + date.end(), *(_with(c, status) for c in made), line=line)
        if place is not None:
            start, end = _venue_words(line, match.start(), place.end - line.start)
            if end - start <= 130:
                scene.add("event.venue", about, line.start + start, line.start + end, Claim("venue", plain(place.text), status=status), *(replace(c, start=None, end=None, status=status) for c in made if date and date.end() <= end), line=line)


def _venue_words(line: Line, start: int, end: int) -> tuple[int, int]:
    """Take in a short subject right before the verb, and the rhythm right after the place."""
    before = line.within(0, start, "EVENT")
    if before and start - (before[-1].end - line.start) <= 1 and before[-1].end - before[-1].start <= 25:
        start = before[-1].start - line.start
    rhythm = RHYTHM.search(line.text, end, end + 45)
    if rhythm:
        since = re.compile(r"\s+since\s+\d{4}").match(line.text, rhythm.end())
        end = since.end() if since else rhythm.end()
    return start, end


def _with(claim: Claim, status: Status) -> Claim:
    return replace(claim, status=status)


def _held(scene: Scene, line: Line, at: int) -> Ref | None:
    """The event that is the subject of a verb: it stands before it without another subject between."""
    before = line.within(0, at, "EVENT")
    if before:
        between = line.text[before[-1].end - line.start : at]
        if len(between) <= 90 and not re.search(r"[.;]|\b(?:said|he|she|company|delegation)\b", between):
            return event_ref(scene, before[-1])
        return None
    happens = re.match(r"[\w ]*?(?:held|staged|tak|took|organi|kick|last)", line.text[at : at + 40])
    if (happens and re.match(r"\W*(?:it|this)\b", line.text[:at], re.I)) or re.search(r"\b(?:edition|session|it)\s*(?:,[^,]*,\s*)?(?:which\s+)?$", line.text[:at], re.I):
        return scene.event
    return None


def _placed(line: Line, name: Name) -> bool:
    before = line.text[max(0, name.start - line.start - 40) : name.start - line.start]
    return bool(re.search(r"\b(?:in|at)\s+(?:[\w'’]+\s+){0,4}$", before))


def dated(scene: Scene, line: Line) -> None:
    """Dates that stand apart from a verb: in a dateline, in a heading, before a sentence on the event."""
    events = line.within(0, len(line.text), "EVENT")
    if DATELINE.match(line.text):
        _dateline(scene, line)
    for match in when.MONTH_YEAR.finditer(line.text, 0, 40) if events else ():
        if match.start() < 3 and scene.once("event date", match[0].lower()):
            made = when.claims(scene.reading, match[0], line.start + match.start(), line.start + match.end())
            scene.add("event.month", event_ref(scene, events[-1]), line.start + match.start(), line.start + match.end(), *made, line=line)
    for match in AFTER_EVENT.finditer(line.mask) if events else ():
        event = line.within(match.start(), match.end(), "EVENT")[0]
        about = event_ref(scene, event)
        start = match.start("date") - 3
        if scene.once("event date", about.name, match["date"].lower()):
            made = when.claims(scene.reading, match["date"], line.start + start, line.start + match.end("date"))
            scene.add("event.on", about, line.start + start, line.start + match.end("date"), *made, line=line)
    if line.heading or (events and len(line.text) < 160):
        _heading(scene, line, events)


AFTER_EVENT = pattern(rf"<EVT> on (?P<date>{when.FULL})")
NEXT_WORDS = frozenset("next upcoming forthcoming following previous last".split())
DATELINE = re.compile(rf"(?P<city>[A-Z][A-Z' .-]+(?:, [A-Z][\w ]+)?),\s+(?P<date>{when.MONTH}\s+\d{{1,2}}(?:,\s*\d{{4}})?)\s*(?P<by>\([^)]{{2,40}}\))?\s*[-–—]{{1,2}}\s", re.I)


def _dateline(scene: Scene, line: Line) -> None:
    match = DATELINE.match(line.text)
    if match is None or scene.event is None:
        return
    weekday = re.search(rf"\b(?:on\s+)?({when.WEEKDAY})\b", line.text, re.I)
    opened = OPENING.search(line.mask, match.end())
    if not weekday or not opened:
        return
    end = match.end("by") if match["by"] else match.end("date")
    first, _, _ = when.moments(scene.reading, match["date"])
    if first:
        claim = Claim("startDate", first, original=match["date"], inferred=True)
        scene.add("event.dateline", scene.event, line.start + match.start("date"), line.start + end, claim, line=line)


def _heading(scene: Scene, line: Line, events: list[Name]) -> None:
    """Title lines of catalogues and programmes: `20th Fair, Dongguan, November 15-19, 2018`."""
    if not events and (line.lows.isdisjoint(NEXT_WORDS) or not NEXT.search(line.text)):
        return
    about = event_ref(scene, events[-1]) if events else scene.event
    if about is None:
        return
    for match in when.STRONG_DATE.finditer(line.text):
        if re.fullmatch(when.WEEKDAY, match[0], re.I) or OPENING.search(line.mask[: match.start()]):
            continue
        if scene.once("event date", about.name, match[0].lower()):
            made = when.claims(scene.reading, match[0], line.start + match.start(), line.start + match.end())
            scene.add("event.heading", about, line.start + match.start(), line.start + match.end(), *made, line=line)
    if events:
        _heading_place(scene, line, events[-1], about)


def _heading_place(scene: Scene, line: Line, event: Name, about: Ref) -> None:
    at = event.end - line.start
    place = next((n for n in line.within(at, len(line.text), "LOC") if re.fullmatch(r",?\s+\(?(?:in\s+)?", line.text[at : n.start - line.start])), None)
    if place:
        scene.add("event.heading", about, event.start, place.end, Claim("venue", plain(place.text)), line=line)


def features(scene: Scene, line: Line) -> None:
    """Duration, theme, rhythm, honours, letters, halls and firsts of an event."""
    for rule in (_duration, _theme, _rhythm, _honour, _letter, _hall, _first, _edition):
        rule(scene, line)


def _duration(scene: Scene, line: Line) -> None:
    if not scene.event or ("-day" not in line.text and "days" not in line.lows):
        return
    for match in [*DURATION.finditer(line.text), *LASTS.finditer(line.text)]:
        about = subject(scene, line, match.end()) or scene.event
        if scene.once("duration", about.name, match["n"].lower()):
            scene.add("event.duration", about, line.start + match.start(), line.start + match.end(), Claim("duration", f"{match['n']} days"), line=line)


def _theme(scene: Scene, line: Line) -> None:
    if scene.event is None or line.lows.isdisjoint(("theme", "motto", "slogan", "themed", "topic")):
        return
    for match in [*THEME.finditer(line.text), *SLOGAN.finditer(line.text)]:
        group = "theme" if match["theme"] else "themed"
        value = match[group].strip("“”\"«»‘’")
        about = subject(scene, line, match.start()) or scene.event
        scene.add("event.theme", about, line.start + match.start(), line.start + match.end(), Claim("theme", value, lang="en"), line=line)


def _rhythm(scene: Scene, line: Line) -> None:
    if scene.event is None or line.lows.isdisjoint(("year", "years", "annually", "annual", "biennial", "yearly", "biennially", "every", "each")):
        return
    for match in RHYTHM.finditer(line.text):
        adjective = match[0].lower() in ("annual", "biennial", "yearly")
        held = re.search(r"\b(?:is|are|been|was|being)\s+(?:\w+\s+)?(?:held|staged|organi[sz]ed|hosted)\b|\btakes? place\b", line.text[: match.start()])
        noun = adjective and re.match(r"\s+(?:[\w-]+\s+){0,2}(?:event|expo|exhibition|fair|forum|conference|competition|congress)", line.text[match.end() :])
        if not (held or noun):
            continue
        about = scene.series or scene.event
        start = (held.start() if held else match.start())
        events = line.within(0, start, "EVENT")
        if events and start - (events[-1].end - line.start) <= 2:
            start = events[-1].start - line.start
        if scene.once("rhythm", about.name):
            scene.add("event.rhythm", about, line.start + start, line.start + match.end(), Claim("frequency", match[0].lower()), line=line)


def _honour(scene: Scene, line: Line) -> None:
    if scene.event is None or not line.has(HONOUR_WORDS):
        return
    for match in HONOUR.finditer(line.text):
        about = subject(scene, line, match.start())
        if about is None or not (line.within(0, match.start(), "EVENT") or re.match(r"\W*it\b", line.text, re.I)):
            continue
        end = match.end("times") if match["times"] else match.end("what")
        if end - match.start() <= 150:
            scene.add("event.honour", about, line.start + match.start(), line.start + end, Claim("result", line.text[match.start() : end], lang="en"), *when.of_act(scene.reading, line.text, match.start(), end, line.start), line=line)


def _letter(scene: Scene, line: Line) -> None:
    if line.lows.isdisjoint(("congratulatory", "congratulation", "congratulations", "greetings", "greeting", "telegram", "telegrams")):
        return
    for match in LETTER.finditer(line.mask):
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


def _hall(scene: Scene, line: Line) -> None:
    if scene.event is None or not line.has(HALL_WORDS):
        return
    for match in HALL.finditer(line.text):
        if not SETS_UP.search(line.text[: match.start()] + line.text[match.end() : match.end() + 40]):
            continue
        hall = re.sub(r"\s+(?:and|which|where|that|will|was|has|since|in \d{4}).*$", "", match["hall"])
        first = FIRST.search(line.text)
        about = Ref("Hall", plain(hall))
        claims = [Claim("name", plain(hall), lang="en"), Claim("partOf", scene.event)]
        claims += [Claim("first", "first time in the series")] if first else []
        groups = [n for n in line.within(match.start(), match.start() + len(hall), "GROUP")]
        claims += [Claim("group", scene.ref(groups[0]))] if groups else []
        if scene.once("hall", plain(hall).lower()):
            scene.add("event.hall", about, line.start + match.start("hall"), line.start + match.start("hall") + len(hall), *claims, line=line)


def _first(scene: Scene, line: Line) -> None:
    if scene.event is None or "first" not in line.lows:
        return
    for match in FIRST_HAVE.finditer(line.text):
        about = subject(scene, line, match.start()) or scene.event
        scene.uses.append((line.start + match.start(), line.start + match.end()))
        scene.add("event.first", about, line.start + match.start(), line.start + match.end(), Claim("first", match["what"], lang="en"), line=line)


def _edition(scene: Scene, line: Line) -> None:
    if scene.event is None or line.lows.isdisjoint(("edition", "session", "show", "fair", "expo", "exhibition", "forum", "festival")):
        return
    for match in EDITION.finditer(line.text):
        number = happenings.ordinal(match["n"])
        series = scene.series or scene.event
        about = Ref("Edition", f"{number} {series.name}")
        if number and not re.search(r"\b(?:at|to|from|since|of)\s+$", line.text[: match.start()]) and scene.once("edition", str(number)):
            scene.add("event.edition", about, line.start + match.start(), line.start + match.end(), Claim("ordinal", str(number)), Claim("expo", series), line=line)
            _scheduled(scene, line, match.end(), about)
    for match in NEXT.finditer(line.text) if line.has(NEXT_WORDS) else ():
        if re.match(r"(?:the\s+)?(?:next|upcoming|forthcoming)", match[0], re.I) and when.DATE_RE.search(line.text, match.end()) and scene.once("edition", match[0].lower()):
            about = Ref("Edition", f"{match[0].lower()} {(scene.series or scene.event).name}")
            scene.add("event.nextname", about, line.start + match.start(), line.start + match.end(), Claim("expo", scene.series or scene.event), line=line)
        if when.DATE_RE.search(line.text, match.end()):
            _scheduled(scene, line, match.end(), Ref("Edition", f"{match[0].lower()} {(scene.series or scene.event).name}"))


SCHEDULED = re.compile(rf"(?:(?:is|was|are|were|has|will|which|be|been|,)\s+){{0,4}}(?:scheduled|planned|set|due|held|take[sn]? place|took place|open|opened|start)?\s*:?\s*(?:to\s+(?:be\s+held|open|take place)\s*)?(?:for|on|in|from|:)?\s*(?P<date>{when.DATE})", re.I)


def _scheduled(scene: Scene, line: Line, at: int, about: Ref) -> None:
    found = SCHEDULED.search(line.text[: at + 90], at)
    if not found:
        return
    planned = not re.search(r"\b(?:took|was|were)\b", found[0])
    made = when.claims(scene.reading, found["date"], line.start + found.start(), line.start + found.end())
    status = Status.PLANNED if planned else Status.NONE
    scene.add("event.next", about, line.start + found.start(), line.start + found.end(), *(_with(c, status) for c in made), line=line)


def unnamed(scene: Scene, line: Line) -> None:
    """Events told by class and subject: forums which showcase ..., China-Israel trade promotions, a project release conference."""
    for match in PAIRS.finditer(line.text) if "-" in line.text or "–" in line.text else ():
        text = plain(line.text[match.start() : match.end()])
        claim = Claim("name", text, lang="en")
        if scene.once("event", "Event", text.lower()):
            scene.add("event.pairs", Ref("Event", text), line.start + match.start(), line.start + match.end(), claim, line=line)
    for match in RELEASE.finditer(line.text) if line.has(RELEASE_WORDS) else ():
        if not line.within(match.start(), match.end(), "EVENT") and not any(m.start() <= match.start() < m.end() for m in PAIRS.finditer(line.text)) and scene.once("event", "Release", match[0].lower()):
            scene.add("event.release", Ref("Release", match[0]), line.start + match.start(), line.start + match.end(), Claim("name", match[0], lang="en"), line=line)
    yield_generic(scene, line)


GENERIC_WORDS = frozenset(w for w in re.findall(r"[a-z]+", GENERIC_HEAD)) | frozenset(f"{w}s" for w in re.findall(r"[a-z]+", GENERIC_HEAD))


def yield_generic(scene: Scene, line: Line) -> None:
    """Lower-case events that carry their subject or a telling modifier."""
    if not line.has(GENERIC_WORDS):
        return
    for match in GENERIC.finditer(line.text):
        mods = match["mods"].lower().split()
        telling = any(m in GENERIC_MODS or m.rpartition("-")[2] in GENERIC_MODS for m in mods)
        if not (match["tail"] or (telling and line.has(HOLDS))):
            continue
        if line.mask[match.start("head")] in "መሀ" or RELEASE.search(match[0]):
            continue
        start = match.start("mods") if telling else match.start("head")
        text = plain(line.text[start : match.end()])
        if scene.once("event", "generic", text.lower()):
            schema = happenings.schema_of(match["head"].lower(), False)
            rule = "event.subject" if match["tail"] else "event.generic"
            _day_of(scene, line, Ref(schema, text), match.start())
            scene.add(rule, Ref(schema, text), line.start + start, line.start + match.end(), Claim("name", text, lang="en"), line=line)


PAVILION = pattern(r"\b(?P<what>(?:(?:national|country|joint) )?pavilion of (?:the )?<BODY>|\b[A-Z]\w+(?:ese|ian|ish|an|li|ch) (?:National )?Pavilion)\b")
STANDS = re.compile(r"\b(?:Hall|Pavilion)\s+(?:No\.?\s*)?\d+[A-Z]?(?:,\s*(?:[Ss]tands?|[Bb]ooths?)\s+[\w–-]+)?|\b[Cc]onference\s+(?:[Rr]oom|[Hh]all)\s+\w+|\b(?:[Ss]tand|[Bb]ooth)s?\s+(?:No\.?\s*)?[A-Z]?\d[\w–-]*")


def halls(scene: Scene, line: Line) -> None:
    """Pavilions by name, and the halls, stands and rooms something takes place in."""
    for match in PAVILION.finditer(line.mask) if "pavilion" in line.lows else ():
        text = plain(line.text[match.start("what") : match.end("what")])
        if scene.once("hall", text.lower()):
            claims = [Claim("name", text, lang="en")] + ([Claim("partOf", scene.event)] if scene.event else [])
            scene.add("event.pavilion", Ref("Hall", text), line.start + match.start("what"), line.start + match.end("what"), *claims, line=line)
    if scene.event is None or line.lows.isdisjoint(("hall", "pavilion", "room", "stand", "booth", "stands", "booths")):
        return
    for match in STANDS.finditer(line.text):
        if scene.once("venue", match[0].lower()):
            scene.add("event.room", scene.event, line.start + match.start(), line.start + match.end(), Claim("venue", match[0]), line=line)


def _day_of(scene: Scene, line: Line, about: Ref, at: int) -> None:
    """The day a sentence on an unnamed event opens with."""
    found = re.match(rf"\W*[Oo]n\s+(?P<date>{when.FULL})", line.text, re.I)
    if found and line.has(HOLDS) and found.end() < at:
        made = when.claims(scene.reading, found["date"], line.start + found.start("date"), line.start + found.end())
        scene.add("event.day", about, line.start, line.start + found.end(), *made, line=line)


RULES = (names, opening, dated, features, unnamed, halls)


def find(scene: Scene, line: Line) -> None:
    """All facts on events a sentence tells."""
    for rule in RULES:
        rule(scene, line)


def aliases() -> Iterator[str]:
    """Class words that stand for the main event."""
    yield from listed("event_heads")
