"""Events without a name of their own: side events, pairs of countries, project releases, halls and pavilions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import happenings, when
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, words
from dragoman.extract.en.line import JOINT, Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern, twin

HALL = re.compile(
    r"\b(?P<hall>(?:(?:a|an|its own|separate|special|dedicated|joint|national|country|foreign|digital|own|themed|"
    r"exhibition|twin|new|special|small|large)\s+)*(?:exhibition hall|pavilion|exhibition area|exhibition zone|zone|"
    r"area|corner|row|space|hall|exhibition stand|"
    r"section|exposition|stand)s?\s+(?:specifically\s+|specially\s+|exclusively\s+)?(?:(?:set aside|dedicated|devoted|"
    r"reserved|designed|meant)\s+)?(?:for|to|of)\s+[^,.;]{3,70})",
    re.I,
)
SETS_UP = re.compile(
    r"\b(?:set up|sets up|set aside|was opened|were opened|opened|opens|has opened|have|has|established|arranged|"
    r"created|for the first time|introduced|"
    r"built)\b",
    re.I,
)
FIRST = re.compile(r"\b(?:for the first time|the first of its kind|first-ever|debut)\b", re.I)
PAIRS = re.compile(
    r"\b(?P<pairs>[A-Z]\w+(?: [A-Z]\w+)?[-–][A-Z]\w+(?: Republic| States| Kingdom| Korea)?(?:(?:\s*,\s*|"
    r",?\s+and\s+)[A-Z]\w+(?: [A-Z]\w+)?[-–][A-Z]\w+(?: Republic| States| Kingdom| "
    r"Korea)?)*+\s+(?P<what>(?:[\w-]+\s+){0,2}?(?:trade promotions?|promotions?|forums?|dialogues?|matchmaking(?: "
    r"meetings?| sessions?)?|seminars?|conferences?|business days?|days?|exhibitions?|weeks?)))\b"
)
PAIR_WORDS = Gate(
    "promotion promotions forum forums dialogue dialogues matchmaking seminar seminars conference conferences day days "
    "exhibition exhibitions week weeks".split()
)
GENERIC_HEAD = (
    r"(?:forums?|conferences?|seminars?|exhibitions?|competitions?|contests?|round\s?tables?|roundtables?|symposiums?|"
    r"workshops?|presentations?|roadshows?|matchmaking (?:meetings?|sessions?)|(?:award|awards|opening|closing|"
    r"signing) ceremon(?:y|ies)|pitch sessions?|meetings?|summits?|olympiads?|hackathons?|"
    r"festivals?|fairs?)"
)
GENERIC = re.compile(
    r"\b(?P<mods>(?:(?!(?:the|a|an|and|of|in|at|on|this|that|its|such|these|other|many|both|several|various|for|with|"
    r"to|first|second|will|is|was|were|be|during|by|said|hold|holds|held|host|hosts|attend|attended|previous|next|same|"
    r"main|every|each|national|all|last|such|his|their|recent|new|large|major|annual|participated|organized|"
    r"or)\b)[\w-]+\s+){0,3}?)(?P<head>"
    + GENERIC_HEAD
    + r")(?P<tail>(?:\s+(?:which|that)\s+(?:showcase|focus|discuss|cover|are dedicated|is dedicated|are "
    r"devoted)\w*\s+(?:on\s+|to\s+)?[^,.;]{5,75}?(?=\s+will\b|\s+was\b|\s+were\b|\s+has\b|[,.;]|$))|"
    r"\s+for\s+the\s+(?:release|presentation|launch|exchange|promotion|matching)\s+of\s+[\w-]+|\s+of\s+(?:young\s+|"
    r"[a-z]+\s+)?[a-z]+s(?=\s+(?:took|was|were|will|is|are)\b)|\s+(?:on|dedicated "
    r"to|devoted to)\s+(?!\d|(?:"
    + choice(words("months"))
    + r"|"
    + choice(words("weekdays"))
    + r"|the\b|November\b))[^,.;]{5,75}?(?=\s+(?:will|was|were|is|are|has|have|in|at|took|takes|held|with|for)\b|"
    r"[,.;]|$))?",
    re.I,
)
GENERIC_MODS = frozenset(
    (
        "youth high-tech hi-tech scientific investment innovation project-release release talent student business startup "
        "start-up pitch press signing opening closing awards academic technology science project recruitment trade "
        "industry economic matchmaking practical"
    ).split()
)
RELEASE_WORDS = Gate("release launch presentation project-release releases presentations".split())
RELEASE = re.compile(
    r"\b(?:[Pp]roject|[Aa]chievements?|[Tt]echnology|[Pp]roduct|[Rr]esults?)[ -](?:[Rr]elease|[Ll]aunch|"
    r"[Pp]resentation)s?\s+(?:[Cc]onference|[Ee]vent|[Cc]eremony|[Mm]eeting|[Ss]ession)\b"
)
HOLDS = Gate(
    (
        "held hold holds staged stage hosted host organized organised open opened take took place launched carried part "
        "attended participated announced arranged conducted planned"
    ).split()
)
HALL_WORDS = Gate("corner row space hall halls pavilion area zone section stand stands exposition".split())


def hall(scene: Scene, line: Line) -> None:
    if scene.event is None or not line.has(HALL_WORDS) or not line.says(SETS_UP):
        return
    for match in line.reads(HALL):
        hall = re.sub(r"\s+(?:and(?=\s+[a-z])|which|where|that|will|was|has|since|in \d{4}).*$", "", match["hall"])
        first = FIRST.search(line.text)
        about = Ref("Hall", plain(hall))
        claims = [Claim("name", plain(hall), lang="en"), Claim("partOf", scene.event)]
        claims += [Claim("first", "first time in the series")] if first else []
        groups = list(line.within(match.start(), match.start() + len(hall), "GROUP"))
        claims += [Claim("group", scene.ref(groups[0]))] if groups else []
        if scene.once("hall", plain(hall).lower()):
            scene.add(
                "event.hall",
                about,
                line.start + match.start("hall"),
                line.start + match.start("hall") + len(hall),
                *claims,
                line=line,
            )


def unnamed(scene: Scene, line: Line) -> None:
    """Events told by class and subject: forums which showcase ..., China-Israel trade promotions, a release conference."""
    paired = ("-" in line.text or "–" in line.text) and line.names_any(PAIR_WORDS)
    for match in PAIRS.finditer(line.text) if paired else ():
        text = plain(line.text[match.start() : match.end()])
        claim = Claim("name", text, lang="en")
        if scene.once("event", "Event", text.lower()):
            scene.add("event.pairs", Ref("Event", text), line.start + match.start(), line.start + match.end(), claim, line=line)
    for match in RELEASE.finditer(line.text) if line.has(RELEASE_WORDS) else ():
        if (
            not line.within(match.start(), match.end(), "EVENT")
            and not any(m.start() <= match.start() < m.end() for m in PAIRS.finditer(line.text))
            and scene.once("event", "Release", match[0].lower())
        ):
            scene.add(
                "event.release",
                Ref("Release", match[0]),
                line.start + match.start(),
                line.start + match.end(),
                Claim("name", match[0], lang="en"),
                line=line,
            )
    yield_generic(scene, line)


GENERIC_WORDS = Gate(form for word in re.findall(r"[a-z]+", GENERIC_HEAD) for form in (word, f"{word}s", word.rstrip("s")))


def yield_generic(scene: Scene, line: Line) -> None:
    """Lower-case events that carry their subject or a telling modifier."""
    if not line.has(GENERIC_WORDS):
        return
    for match in _generic(line):
        mods = match["mods"].lower().split()
        telling = any(_tells(m) for m in mods) or match["head"].lower().startswith(
            ("matchmaking", "award", "pitch", "signing", "hackathon", "olympiad", "roadshow")
        )
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
            _day_after(scene, line, Ref(schema, text), match.end())
            scene.add(
                rule, Ref(schema, text), line.start + start, line.start + match.end(), Claim("name", text, lang="en"), line=line
            )


REACH = 6  # words before a head at which a match can start at the earliest


def _generic(line: Line) -> Iterator[re.Match[str]]:
    """The matches of GENERIC, looked for only from a little before each head word."""
    at = 0
    for index, (_, end, low) in enumerate(line.words):
        if end <= at or not (low in GENERIC_WORDS or (not low.isalnum() and not GENERIC_WORDS.isdisjoint(JOINT.split(low)))):
            continue
        seen = twin(GENERIC).search(line.small, max(at, line.words[max(0, index - REACH)][0]))
        match = GENERIC.match(line.text, seen.start()) if seen else None
        if match is None:
            return
        at = match.end()
        yield match


def _tells(mod: str) -> bool:
    """Whether a modifier says what an event is about: a subject, a field of technology."""
    last = mod.rpartition("-")[2]
    return "-" in mod or mod in GENERIC_MODS or last in GENERIC_MODS or mod in words("domains") or mod in words("fields")


PAVILION = pattern(
    r"\b(?P<what>(?:(?:national|country|joint) )?pavilion of (?:the )?<BODY>|\b[A-Z]\w+(?:ese|ian|ish|an|li|ch) "
    r"(?:National )?Pavilion|(?<=the\x20)(?-i:[A-Z])[\w&-]*(?: (?-i:[A-Z])[\w-]*)? (?-i:Pavilion))\b"
)
STANDS = re.compile(
    r"\b(?:Hall|Pavilion)\s+(?:No\.?\s*)?\d+[A-Z]?(?:,\s*(?:[Ss]tands?|[Bb]ooths?)\s+[\w–-]+)?|"
    r"\b[Cc]onference\s+(?:[Rr]oom|[Hh]all)\s+\w+|\b(?:[Ss]tand|[Bb]ooth)s?\s+(?:No\.?\s*)?[A-Z]?\d[\w–-]*"
)


def halls(scene: Scene, line: Line) -> None:
    """Pavilions by name, and the halls, stands and rooms something takes place in."""
    for match in PAVILION.finditer(line.mask) if "pavilion" in line.lows else ():
        text = plain(line.text[match.start("what") : match.end("what")])
        if scene.once("hall", text.lower()):
            claims = [Claim("name", text, lang="en")] + ([Claim("partOf", scene.event)] if scene.event else [])
            scene.add(
                "event.pavilion",
                Ref("Hall", text),
                line.start + match.start("what"),
                line.start + match.end("what"),
                *claims,
                line=line,
            )
    if scene.event is None or line.lows.isdisjoint(("hall", "pavilion", "room", "stand", "booth", "stands", "booths")):
        return
    for match in STANDS.finditer(line.text):
        if scene.once("venue", match[0].lower()):
            scene.add(
                "event.room",
                scene.event,
                line.start + match.start(),
                line.start + match.end(),
                Claim("venue", match[0]),
                line=line,
            )


AFTER = re.compile(
    rf"(?:\s+(?:took place|takes place|was held|were held|is held|will be held|will take place|is scheduled|opened))?"
    rf"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w-]+(?: [A-Z][\w-]+)?)?\s+(?P<when>(?:on|from|in|for)\s+(?P<date>{when.FULL}))",
    re.I,
)


def _day_after(scene: Scene, line: Line, about: Ref, at: int) -> None:
    """The day that follows an unnamed event: a youth forum took place on 12 May."""
    found = AFTER.match(line.text, at)
    if found:
        first, last = line.start + found.start("when"), line.start + found.end("when")
        scene.add("event.after", about, first, last, *when.claims(scene.reading, found["date"], first, last), line=line)


def _day_of(scene: Scene, line: Line, about: Ref, at: int) -> None:
    """The day a sentence on an unnamed event opens with."""
    found = re.match(rf"\W*[Oo]n\s+(?P<date>{when.FULL})", line.text, re.I)
    if found and line.has(HOLDS) and found.end() < at:
        made = when.claims(scene.reading, found["date"], line.start + found.start("date"), line.start + found.end())
        scene.add("event.day", about, line.start, line.start + found.end(), *made, line=line)
