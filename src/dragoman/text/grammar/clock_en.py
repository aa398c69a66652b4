"""English times of day: 7:30 pm, half past five, noon, 9am to 5pm, tomorrow at 8."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.text.calendars import Moment
from dragoman.text.grammar import tries
from dragoman.text.grammar.clock import HALF, HOUR, Clock, Hand, Language
from dragoman.text.grammar.dates_en_words import DN, SMALL, M, amount, small

HW = rf"(?:{'|'.join(sorted(SMALL[:12], key=len, reverse=True))})(?![a-z])"
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
MW = (
    rf"(?:(?:twenty|thirty|forty|fifty)(?:[\s-]+(?:{_DIGIT}))?|oh?[\s-]+(?:{_DIGIT})|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen)(?![a-z])"
)
DAYPART = r"(?:morning|afternoon|evening|night)(?![a-z])"


def _time(p: str) -> str:
    """The pattern of one time; its groups end in `p`."""
    half = rf"(?:\s?\.?\s?(?P<ap{p}>[ap])(?:\s?\.\s?m(?:\s?\.)?|\s?m(?:pm)?)(?![a-z])|(?<=\d)(?P<b{p}>(?-i:[ap]))(?![a-z.]\w))"
    count = rf"{MW}|five|[0-5]?\d"
    minutes = (
        rf"(?P<past{p}>(?:a\s+)?quarter|half|{count})(?:[\s-]+min(?:ute)?s?)?\s+past\s+(?P<ph{p}>{HW}|1[0-2]|[1-9])(?!\d)|"
        rf"(?:(?P<to{p}>(?:a\s+)?quarter)|(?P<tn{p}>{count})[\s-]+min(?:ute)?s?)\s+to\s+(?P<th{p}>{HW}|1[0-2]|[1-9])(?!\d)"
    )
    digits = rf"(?P<h{p}>2[0-4]|1\d|0?\d)(?:(?P<dot{p}>[:.])(?P<m{p}>[0-5]\d)(?::(?P<s{p}>[0-5]\d)(?!\d))?)?(?!\d)"
    words = rf"(?P<w{p}>{HW})(?:[\s-]+(?P<wm{p}>{MW})(?:\s+minutes?)?)?"
    named = rf"(?P<n{p}>(?:12\s+)?(?:noon|midday|mid[\s-]?night))(?![a-hj-z])"
    part = rf"(?:\s+(?:in\s+the\s+(?:early\s+|late\s+)?|early\s+|late\s+)(?P<dp{p}>morning|afternoon|evening)(?![a-z])|\s+at\s+(?P<an{p}>night)(?![a-z]))"
    return (
        rf"(?:{minutes}|{named}|(?P<c{p}>(?:0\d|1\d|2[0-3])[0-5]\d)(?!\d)|{digits}|{words})(?P<ish{p}>ish(?![a-z]))?"
        rf"(?P<oc{p}>\s?o\s?['’]?\s?clock)?{half}?{part}?"
    )


LEADS = {
    "from": "", "between": "", "at": "", "@": "", "for": "", "before": "before", "by": "before", "prior to": "before", "no later than": "before",
    "not later than": "before", "after": "after", "later than": "after", "since": "since", "as early as": "since", "any time from": "since",
    "anytime from": "since", "starting at": "since", "until": "until", "till": "until", "as late as": "until", "around": "about", "about": "about",
    "circa": "about", "approximately": "about",
}  # fmt: skip
_LEAD = "|".join(sorted((k.replace(" ", r"\s+") for k in LEADS), key=len, reverse=True))
_SPAN = r"(?P<n1>\d+(?:\.\d+)?|half\s+an|an?|one|two|three|four)\s*(?P<u1>hours?|hrs?|minutes?|mins?)(?:\s+(?:and\s+)?(?P<n2>\d+)\s*(?P<u2>minutes?|mins?))?"
FULL = re.compile(
    rf"(?<![\w.,:/$€£¥#])(?<!\w-)(?:for\s+(?P<last>{_SPAN})\s+from\s+|(?P<lead>{_LEAD})\s+(?P<soft>around\s+|about\s+)?)?"
    rf"(?:in\s+the\s+(?P<dp>morning|afternoon|evening)\s+(?:at\s+)?)?{_time('a')}(?:(?P<join>\s*[-–—~]\s*|\s+(?:to|until|till|through|and)\s+)(?!{DN}\s+(?:of\s+)?{M}){_time('b')})?"
    rf"(?P<tail>\s+for\s+(?P<next>{_SPAN.replace('n1', 'n3').replace('u1', 'u3').replace('n2', 'n4').replace('u2', 'u4')}))?"
    r"(?P<later>\s+or\s+later(?!\s+\w+s\b)|\s+onwards?)?(?![A-Za-z0-9%°])(?![.:,/]\d)",
    re.IGNORECASE,
)
DIGITS = re.compile(
    r"\d(?::[0-5]\d|\s?\.?[apAP]\s?\.?\s?[mM](?![A-Za-z])|[apAP](?![A-Za-z])|\s?[oO]\s?['’]?\s?clock|ish(?![a-z])|\s+past\s|\s+for\s+[\da-z]|"
    r"\s?[-–]\s?(?:0\d|1\d)[0-5]\d(?!\d))"
)
# Words that stand in times without digits; looked for as they are, which costs a tenth of a pattern.
WORDS = (
    "clock", "noon", "midnight", "mid night", "mid-night", "midday", " past ", "quarter to ", "minutes to ", " in the morning",
    " in the afternoon", " in the evening", " p m", " p.m", " p . m", " a m", " a.m", " a . m", " thirty to ", " fifteen to ",
    " pm", " am", " hours from ", " hour from ", " minutes from ", " hrs from ",
)  # fmt: skip
NOT_A_TIME = re.compile(r"\b(?:ratio|scale|score|verse|odds)(?:\s+(?:of|was|is))?\s+$", re.IGNORECASE)


def _hand(match: re.Match[str], p: str) -> tuple[Hand, bool]:
    """One time of a match, and whether its words tell it from a number."""
    g = match.groupdict()
    part = (g[f"dp{p}"] or g[f"an{p}"] or "").lower()
    half = (g[f"ap{p}"] or g[f"b{p}"] or "").lower()
    strong = bool(part or half or g[f"oc{p}"] or g[f"ish{p}"])
    if g[f"n{p}"]:
        if g[f"n{p}"][0].isupper() and match.string[: match.start(f"n{p}")].rstrip()[-1:].isalnum():
            return Hand(HALF), False  # a name: High Noon
        return Hand(0 if "night" in g[f"n{p}"].lower() else HALF, True), True
    if g[f"ph{p}"] or g[f"th{p}"]:
        return _put(Hand(_past(g, p)), half, part), True
    if g[f"c{p}"]:
        seconds = int(g[f"c{p}"][:2]) * HOUR + int(g[f"c{p}"][2:]) * 60
    elif g[f"h{p}"]:
        seconds = int(g[f"h{p}"]) * HOUR + int(g[f"m{p}"] or 0) * 60 + int(g[f"s{p}"] or 0)
        strong = g[f"dot{p}"] == ":" or (strong and not (part and seconds > HALF + HOUR))
    else:
        seconds = (small(g[f"w{p}"]) or 0) * HOUR + (
            small(re.sub(r"^oh?[\s-]+", "", g[f"wm{p}"] or "", flags=re.IGNORECASE)) or 0
        ) * 60
    return _put(Hand(seconds), half, part), strong


def _past(g: dict[str, str], p: str) -> int:
    """The seconds of half past seven, twenty minutes to eight."""
    word = (g[f"past{p}"] or g[f"to{p}"] or g[f"tn{p}"]).lower()
    minutes = 30 if word == "half" else 15 if "quarter" in word else small(word) or 0
    if g[f"ph{p}"]:
        return (small(g[f"ph{p}"]) or 0) * HOUR + minutes * 60
    return (small(g[f"th{p}"]) or 0) * HOUR - minutes * 60


def _put(hand: Hand, half: str, part: str) -> Hand:
    if half == "p" and hand.seconds < HALF:
        hand.seconds += HALF
    elif half == "a" and HALF <= hand.seconds < HALF + HOUR:
        hand.seconds -= HALF
    hand.told = bool(half) or hand.seconds >= HALF + HOUR
    hand.put(part)
    return hand


def _seconds(match: re.Match[str], *names: str) -> int:
    """The length of the span of hours and minutes in the groups (number, unit)."""
    total = 0.0
    for n, u in zip(names[::2], names[1::2], strict=True):
        if match[n]:
            total += float(amount(match[n])) * (HOUR if match[u][0].lower() == "h" else 60)
    return int(total)


def read(match: re.Match[str] | None) -> Clock | None:
    """The clock a match of `FULL` tells."""
    if match is None:
        return None
    left = _hand(match, "a")
    lead = re.sub(r"\s+", " ", (match["lead"] or "").lower())
    right = _hand(match, "b") if match["join"] else None
    ranged = match["join"] is not None
    if ranged and "and" in match["join"] and lead != "between":
        return None
    clock = Clock(
        match.start(),
        match.end(),
        left[0],
        right[0] if right else None,
        LEADS.get(lead, ""),
        left[1] or bool(right and right[1]),
        lead,
    )
    clock.part(match["dp"] or "")
    clock.strong = clock.strong or bool(match["dp"])
    counted = ("n1", "u1", "n2", "u2") if match["last"] else ("n3", "u3", "n4", "u4")
    length = _seconds(match, *counted) if match["last"] or lead == "from" else 0
    if match["next"] and not length:
        clock.end = match.start("tail")  # at 2pm for one hour: a time and a duration
    if length:
        clock.right = Hand(clock.left.seconds + length, True)
        clock.strong = clock.strong or lead == "from" or bool(match["last"])
    spelled = match["wma"] and match["wmb"] and lead in ("from", "between")
    compact = (match["ca"] or "").startswith("0")  # 0730-0930; 1903-1952 are years
    clock.strong = clock.strong or bool(ranged and (compact or spelled))
    return _edges(match, clock, lead)


def _edges(match: re.Match[str], clock: Clock, lead: str) -> Clock:
    """Leave out the preposition that only says "at"; take in what opens the span."""
    if match["later"]:
        clock.modifier = "since"
    dotted = match["dota"] == "." and lead == "at"
    if (lead in ("at", "@", "for") and not dotted) or (lead in ("from", "between") and not match["join"] and not match["next"]):
        rest = match.string[match.end("lead") : match.end()]
        clock.start = match.end("lead") + len(rest) - len(rest.lstrip())
    if match["soft"]:
        clock.modifier = clock.modifier or "about"
        if lead == "from":
            clock.start = match.start("soft")
    if match["lead"] and match["join"]:
        clock.modifier = ""
    return clock


def _triggers(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where a time may be told, in order."""
    found = [m.span() for m in DIGITS.finditer(text, start, stop)]
    low = tries.lowered(text)
    for word in WORDS:
        at = low.find(word, start, stop)
        while at >= 0:
            if word[-1] != "m" or not low[at + len(word) : at + len(word) + 1].isalpha():
                found.append((at, at + len(word)))
            at = low.find(word, at + 1, stop)
    return sorted(found)


def strong(text: str, start: int, stop: int) -> list[Clock]:
    """The times whose own words tell them."""
    found: list[Clock] = []
    at = start
    for begin, end in _triggers(text, start, stop):
        if begin < at:
            continue
        for match in FULL.finditer(text, max(at, begin - 60), min(stop, end + 60)):
            if match.start() > end:
                break
            clock = read(match) if match.end() > begin else None
            if clock and clock.strong and not NOT_A_TIME.search(text, max(0, match.start() - 16), match.start()):
                found.append(clock)
                at = clock.end
    return found


HINT_AFTER = re.compile(
    r"[\s,]*(?:at|@|around|about|from|between)\s+[\dofstnet]|,?\s+(?:[a-z]+\s+)?(?:1[0-2]|\d)\s?[-–]\s?\d|\s+(?:nine|ten|eleven|twelve|[a-z]{3,5})\s+(?:thirty|fifteen)",
    re.IGNORECASE,
)
GAP = re.compile(
    rf"(?:\s+(?:in\s+the\s+)?(?:early\s+|late\s+)?(?P<part>{DAYPART}))?(?:[\s,(–)-]|(?<=[\s,)–-])(?:at|@|for|around|about)(?=\s))*",
    re.IGNORECASE,
)
END = re.compile(r"\s*(?:$|[.,;!?)]|(?:[a-z]+\s+)?time\b|(?:on|in|for|at|and|or|with|of|to|work|is|was|will)\b)", re.IGNORECASE)
RELATIVE = re.compile(
    r"(?:on\s+)?(?:this|next|last|today|tomorrow|yesterday|tonight|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b",
    re.IGNORECASE,
)


def weak_after(text: str, day: Moment, stop: int) -> Clock | None:
    """A bare hour behind a date: at 5, around 7, from 7 to 9; behind a weekday or a relative day also 3-8."""
    if not HINT_AFTER.match(text, day.end, stop):
        return None
    gap = re.compile(rf"(?:\s+(?:early\s+|late\s+)?{DAYPART})?[\s,]*", re.IGNORECASE).match(text, day.end, stop)
    match = FULL.match(text, gap.end() if gap else day.end, stop)
    clock = read(match)
    if match is None or clock is None or not END.match(text, match.end(), stop):
        return None
    relative = RELATIVE.match(text, day.start)
    digits = clock.right is not None and match["ha"] is not None
    if (
        clock.lead in ("at", "@", "around", "about")
        or (clock.right and clock.lead in ("from", "between"))
        or (digits and relative)
        or match["wma"]
    ):
        return clock
    return None


HINT_BEFORE = re.compile(
    r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|fifteen),?\s+(?:on\s+|of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def weak_before(text: str, day: Moment, start: int) -> Clock | None:
    """A bare span of hours before a day: between 3 and 8 yesterday, 6-8 next Monday."""
    low = max(start, day.start - 44)
    if not HINT_BEFORE.search(text, max(start, day.start - 20), day.start):
        return None
    for match in FULL.finditer(text, low, day.start):
        clock = read(match)
        told = clock is not None and (
            clock.right or match["wma"] or (clock.lead == "at" and " on " in text[match.end() : day.start])
        )
        if clock is None or not told or not BEFORE.fullmatch(text, match.end(), day.start):
            continue
        if clock.lead in ("from", "between", "at") or RELATIVE.match(text, day.start):
            return clock
    return None


DAYPARTS = re.compile(r"morning|afternoon|evening|tonight|tonite|night")
LEAD = re.compile(r"\b(?:this|(?P<next>next)|(?P<last>last)|(?P<every>every|each))\s+(?:early\s+|late\s+)?$", re.IGNORECASE)


def dated(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """This morning, tonight: days only where an hour stands beside them."""
    made: list[Moment] = []
    for match in DAYPARTS.finditer(tries.lowered(text), start, stop):
        whole = match[0].startswith("ton")
        lead = None if whole else LEAD.search(text, max(start, match.start() - 12), match.start())
        part = "night" if whole else match[0]
        if lead and lead["every"]:
            made.append(Moment(lead.start(), match.end(), "set", amount="1", unit="day", part=part))
        elif near is not None and (whole or lead):
            shift = 0 if lead is None else 1 if lead["next"] else -1 if lead["last"] else 0
            cut = (near + timedelta(days=shift)).isoformat()
            made.append(Moment(lead.start() if lead else match.start(), match.end(), first=cut, last=cut, part=part))
    return made


BEFORE = re.compile(r"\s*,?\s*(?:on\s+|of\s+|in\s+)?(?:the\s+)?", re.IGNORECASE)
TRAILING = re.compile(rf"\s+(?:early\s+|late\s+)?(?P<part>{DAYPART})", re.IGNORECASE)
ENGLISH = Language(
    strong, weak_after, weak_before, dated, GAP, BEFORE, TRAILING, re.compile(rf"\b(?P<part>{DAYPART})$", re.IGNORECASE), ";"
)
