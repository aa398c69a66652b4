"""Events by name, with when and where they open, are held and end."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import when
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern
from dragoman.model.statement import Status

NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)"
OPENS = (
    r"(?:(?:has|have|had|will|is|are|was|were|to|officially|ceremonially|again|be|being|been|would|due|scheduled|set|"
    r"recently|successfully|grandly|traditionally)\s+)*"
    r"(?:kick(?:s|ed)? off|open(?:s|ed)?(?: its doors)?(?: up)?|beg[iau]ns?|start(?:s|ed)?|got under way|held|staged|"
    r"take[s]? place|took place|taken place|taking place|conclude[sd]?|close[sd]?|end(?:s|ed)|run[s]?|ran|return(?:s|"
    r"ed)?(?: to)?|"
    r"wraps? up|wrapped up|moves? to|moved to|draws to a close|drew to a close|scheduled|"
    r"last(?:s|ed)?|organi[sz]ed)"
)
CLOSES = re.compile(r"\b(?:conclude[sd]?|close[sd]?|end(?:s|ed)|wraps? up|wrapped up|draws to a close|drew to a close)$", re.I)
UNTIL = re.compile(r"\b(?:until|till)\s+$")
PLACE_TAIL = r"(?:\s*,?\s+(?:again|here|there|successfully|today|yesterday))?"
OPENING = pattern(rf"\b(?P<verb>{OPENS}){PLACE_TAIL}(?=(?P<rest>[^;.]{{0,150}}))")
RHYTHM = re.compile(
    rf"\b(?:once (?:a|every(?: {NUMBER})?) years?|twice a year|every (?:(?:second|other|{NUMBER}) )?years?|every (?:spring|"
    rf"summer|autumn|fall|winter|month|january|february|march|april|may|june|july|august|september|october|november|"
    rf"december)|each (?:spring|summer|autumn|january|march|april|may|june|july|august|september|october|november|"
    rf"december)|annually|biennially|each year|yearly)\b|\b(?:annual|biennial|yearly)\b",
    re.I,
)
NEXT = re.compile(
    r"\b(?:the\s+)?(?:next|upcoming|forthcoming|following|previous|last)\s+(?:\w+\s+)?(?:edition|session|exhibition|fair|"
    r"expo|forum|event|show|CHTF)\b(?:\s+of\s+the\s+\w+)?",
    re.I,
)
OPENING_WORDS = Gate(
    (
        "took close closes end takes returned returns return wraps wrapped moves moved draws drew wrap got take takes "
        "taken taking kicked kicks kick "
        "opened opens open began begins begin started starts start way held hold "
        "staged place concluded concludes closed ended ends run runs ran scheduled lasts lasted last organized organised"
    ).split()
)


OTHER = re.compile(r"\b(?P<which>next|upcoming|forthcoming|previous|preceding)\s+$", re.I)
YEARS = re.compile(r"\b20\d\d\b")


def other_editions(scene: Scene, line: Line) -> None:
    """Take note of the series named for another edition than the one the text is about: the next China Hi-Tech Fair."""
    for name in line.names:
        before = OTHER.search(line.text[: name.start - line.start]) if name.kind == "EVENT" else None
        if before and name.schema == "Expo" and scene.event and scene.event.schema == "Edition":
            scene.others[name.start] = before["which"].lower()


def names(scene: Scene, line: Line) -> None:
    """Each event once by its name; an edition also gives its series; short names in brackets become aliases."""
    for name in [n for n in line.names if n.kind == "EVENT" and n.source != "anaphor" and n.source != "alias"]:
        ref = event_ref(scene, name)
        if name.start in scene.others:
            _other(scene, line, name, ref)
            continue
        if scene.once("event", ref.schema, ref.name.lower()):
            claims = [Claim("name", ref.name, lang="en")]
            if name.subkind:
                claims.append(Claim("ordinal", name.subkind))
            if ref.schema == "Edition" and scene.series:
                claims.append(Claim("expo", scene.series))
            rule = "event.quoted" if name.source == "quoted" else "event.name"
            scene.add(rule, ref, name.start, name.end, *claims, line=line)
        _short(scene, line, name, ref)


def _other(scene: Scene, line: Line, name: Name, ref: Ref) -> None:
    """The next or previous edition, called by the year its sentence tells."""
    series = scene.series or Ref("Expo", plain(name.text))
    year = YEARS.search(line.text, name.end - line.start)
    if scene.once("edition", ref.name.lower()):
        called = (Claim("name", f"{series.name} {year[0]}", lang="en", inferred=True),) if year else ()
        start = name.start - len(scene.others[name.start]) - 1
        scene.add("event.nextname", ref, start, name.end, *called, Claim("expo", series), line=line)


def event_ref(scene: Scene, name: Name) -> Ref:
    """What an event mention stands for; class words stand for the main event."""
    if name.start in scene.others:
        return Ref("Edition", f"{scene.others[name.start]} {scene.series.name if scene.series else plain(name.text)}")
    if name.source == "anaphor":
        return scene.event or Ref("Event", plain(name.text))
    known = scene.aliases.get(plain(name.text).lower())
    return known or Ref(name.schema, plain(name.text))


SHORT = re.compile(
    r"\s*\(\s*(?:(?:hereinafter|hereafter|also known as|abbreviated(?: as)?|referred to as|short for|or|the|known as|"
    r"called|abbr\.)\s*)*(?:referred to as\s*|the\s*)?(?P<q>[“\"«]?)(?P<short>[A-Z][\w&-]*(?:[ "
    r"-][A-Z][\w&-]*){0,4})[”\"»]?(?:\s*,?\s*(?:hereinafter|hereafter|for short))?\s*\)"
)


def _short(scene: Scene, line: Line, name: Name, ref: Ref) -> None:
    at = name.end - line.start
    found = SHORT.match(line.text, at) or SHORT.match(line.text, max(0, at - 0))
    if not found:
        return
    short = found["short"]
    target = scene.series if ref.schema == "Edition" and scene.series else ref
    scene.aliases.setdefault(short.lower(), target)
    spelt = "herein" in found[0].lower() or "referred" in found[0].lower()
    start, end = (found.start() + found[0].index("(") + 1, found.end() - 1) if spelt else found.span("short")
    if scene.once("alias", short.lower()):
        scene.add("event.short", target, line.start + start, line.start + end, Claim("alias", short, lang="en"), line=line)


def subject(scene: Scene, line: Line, at: int) -> Ref | None:
    """The event a clause speaks of: the one named last before it in the sentence, or the main event."""
    before = list(line.within(0, at, "EVENT"))
    return event_ref(scene, before[-1]) if before else scene.event


def opening(scene: Scene, line: Line) -> None:
    """When and where an event opens, is held, ends."""
    if not line.has(OPENING_WORDS) or not (scene.event or line.within(0, len(line.text), "EVENT")):
        return
    for match in line.matches(OPENING, OPENING_WORDS):
        about = _held(scene, line, match.start())
        if about is None or TRANSITIVE.match(line.mask, match.end("verb")):
            continue
        stop = match.end("verb") + 150
        date = line.first(when.DATE_RE, match.end("verb"), min(stop, match.end("rest")))
        made: tuple[Claim, ...] = ()
        place = next((n for n in line.within(match.end("verb"), match.end("rest"), "LOC") if _placed(line, n)), None)
        planned = bool(re.search(r"\b(?:will|to|scheduled|due|would|set)\b", match["verb"]))
        status = Status.PLANNED if planned else Status.NONE
        if date and date.start() - match.end("verb") <= 60:
            made = when.claims(scene.reading, date[0], line.start + match.start(), line.start + date.end())
            if CLOSES.search(match["verb"]) or UNTIL.search(line.text[: date.start()]):
                made = tuple(replace(c, prop="endDate") for c in made)
            scene.add(
                "event.date",
                about,
                line.start + match.start(),
                line.start + date.end(),
                *(_with(c, status) for c in made),
                line=line,
            )
        if place is not None:
            start, end = _venue_words(line, match.start(), place.end - line.start)
            if end - start <= 130:
                scene.add(
                    "event.venue",
                    about,
                    line.start + start,
                    line.start + end,
                    Claim("venue", plain(place.text), status=status),
                    *(replace(c, start=None, end=None, status=status) for c in made if date and date.end() <= end),
                    line=line,
                )


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
            subject = before[-2] if len(before) > 1 and _bracketed(line, before[-1]) else before[-1]
            return event_ref(scene, subject)
        return None
    happens = re.match(r"[\w ]*?(?:held|staged|tak|took|organi|kick|last)", line.text[at : at + 40])
    if (happens and re.match(r"\W*(?:it|this)\b", line.text[:at], re.I)) or re.search(
        r"\b(?:edition|session|it)\s*(?:,[^,]*,\s*)?(?:which\s+)?$", line.text[:at], re.I
    ):
        return scene.event
    return None


def _bracketed(line: Line, name: Name) -> bool:
    """Whether a short name stands in brackets behind the full one."""
    return line.text[: name.start - line.start].rstrip('“" ').endswith("(")


def _placed(line: Line, name: Name) -> bool:
    before = line.text[max(0, name.start - line.start - 40) : name.start - line.start]
    return bool(re.search(r"\b(?:in|at)\s+(?:[\w'’]+\s+){0,4}$", before))


def dated(scene: Scene, line: Line) -> None:
    """Dates that stand apart from a verb: in a dateline, in a heading, before a sentence on the event."""
    events = line.within(0, len(line.text), "EVENT")
    months = line.names_any(when.MONTH_WORDS)
    if months and line.text[:1].isalpha() and DATELINE.match(line.text):
        _dateline(scene, line)
    for match in when.MONTH_YEAR.finditer(line.text, 0, 40) if events and months else ():
        if match.start() < 3 and scene.once("event date", match[0].lower()):
            made = when.claims(scene.reading, match[0], line.start + match.start(), line.start + match.end())
            scene.add(
                "event.month",
                event_ref(scene, events[-1]),
                line.start + match.start(),
                line.start + match.end(),
                *made,
                line=line,
            )
    if events:
        _ranges(scene, line, events)
    for match in line.finds(AFTER_EVENT) if events and "on" in line.parts else ():
        event = line.within(match.start(), match.end(), "EVENT")[0]
        about = event_ref(scene, event)
        start = match.start("date") - 3
        if scene.once("event date", about.name, match["date"].lower()):
            made = when.claims(scene.reading, match["date"], line.start + start, line.start + match.end("date"))
            scene.add("event.on", about, line.start + start, line.start + match.end("date"), *made, line=line)
    if line.heading or (events and len(line.text) < 160):
        _heading(scene, line, events)


AFTER_EVENT = pattern(rf"<EVT> on (?P<date>{when.FULL})")
NEXT_WORDS = Gate("next upcoming forthcoming following previous last".split())
RANGE = re.compile(
    rf"\b(?:from|between|on)?\s*(?:{when.DAYS_RANGE}\s+(?:of\s+)?{when.MONTH}|"
    rf"{when.MONTH}\s+{when.DAYS_RANGE})(?:,?\s+\d{{4}})?",
    re.I,
)
SITES = re.compile(r"\b(?:at|in)\s+(?:the\s+)?$")


def _ranges(scene: Scene, line: Line, events: list[Name]) -> None:
    """A range of days in a sentence that names an event is when it is held; a hall it names is where."""
    for match in line.reads(RANGE) if line.names_any(when.MONTH_WORDS) else ():
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        before = [n for n in events if n.start - line.start < start] or events
        about = event_ref(scene, before[-1])
        if scene.once("event days", about.name, match[0].strip().lower()) and not _dated_here(scene, line, start, match.end()):
            made = when.claims(scene.reading, line.text[start : match.end()], line.start + start, line.start + match.end())
            scene.add("event.range", about, line.start + start, line.start + match.end(), *made, line=line)
    for name in line.within(0, len(line.text), "LOC"):
        lead = SITES.search(line.text[: name.start - line.start])
        if name.subkind == "site" and lead and scene.event and scene.once("site", name.text.lower()):
            claim = Claim("venue", plain(name.text))
            scene.add("event.site", event_ref(scene, events[0]), line.start + lead.start(), name.end, claim, line=line)


def _dated_here(scene: Scene, line: Line, start: int, end: int) -> bool:
    """Whether an earlier rule told a date of the event on these words."""
    first, last = line.start + start, line.start + end
    return any(d.start < last and first < d.end for d in scene.drafts[-12:] if d.rule.startswith("en.event.") and d.sentence)


TRANSITIVE = re.compile(r"\s+(?:an?|its own|their|new|more)\s+(?!close\b)[a-z]")  # to open a branch is no opening of the event
DATELINE = re.compile(
    rf"(?P<city>[A-Z][A-Z' .-]+(?:, [A-Z][\w "
    rf"]+)?),\s+(?P<date>{when.MONTH}\s+\d{{1,2}}(?:,\s*\d{{4}})?)\s*(?P<by>\([^)]{{2,40}}\))?\s*[-–—]{{1,2}}\s",
    re.I,
)


WEEKDAY = re.compile(rf"\b(?:on\s+)?({when.WEEKDAY})\b", re.I)


def _dateline(scene: Scene, line: Line) -> None:
    match = DATELINE.match(line.text)
    if match is None or scene.event is None:
        return
    if not line.says(WEEKDAY) or not line.searches(OPENING, match.end()):
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
    for match in line.reads(when.STRONG_DATE):
        if re.fullmatch(when.WEEKDAY, match[0], re.I) or line.searches(OPENING, 0, match.start()):
            continue
        if scene.once("event date", about.name, match[0].lower()):
            made = when.claims(scene.reading, match[0], line.start + match.start(), line.start + match.end())
            scene.add("event.heading", about, line.start + match.start(), line.start + match.end(), *made, line=line)
    if events:
        _heading_place(scene, line, events[-1], about)


def _heading_place(scene: Scene, line: Line, event: Name, about: Ref) -> None:
    at = event.end - line.start
    place = next(
        (
            n
            for n in line.within(at, len(line.text), "LOC")
            if re.fullmatch(r",?\s+\(?(?:in\s+)?", line.text[at : n.start - line.start])
        ),
        None,
    )
    if place:
        scene.add("event.heading", about, event.start, place.end, Claim("venue", plain(place.text)), line=line)


SCHEDULED = re.compile(
    rf"(?:(?:is|was|are|were|has|will|which|be|been|,)\s+){{0,4}}(?:scheduled|planned|set|due|held|take[sn]? place|took "
    rf"place|open|opened|start)?\s*:?\s*(?:to\s+(?:be\s+held|open|take place)\s*)?(?:for|on|in|from|"
    rf":)?\s*(?P<date>{when.DATE})",
    re.I,
)


def scheduled(scene: Scene, line: Line, at: int, about: Ref) -> None:
    found = SCHEDULED.search(line.text[: at + 90], at)
    if not found:
        return
    planned = not re.search(r"\b(?:took|was|were)\b", found[0])
    start = found.start() + len(found[0]) - len(found[0].lstrip(" ,:;"))
    made = when.claims(scene.reading, found["date"], line.start + found.start(), line.start + found.end())
    status = Status.PLANNED if planned else Status.NONE
    scene.add("event.next", about, line.start + start, line.start + found.end(), *(_with(c, status) for c in made), line=line)
