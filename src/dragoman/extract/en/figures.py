"""Figures: a number with its bound and the thing counted, shares, sums of money; each value with its thing once."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en.lexicon import choice, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.model.statement import Bound
from dragoman.text import numbers

SUM = re.compile(
    r"(?P<pre>RMB|CNY|USD|EUR|RUB|US\$|HK\$|\$|€|£|¥|₽)\s?(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>thousand|million|"
    r"billion|trillion|bn|mln|m\b)?"
    r"|(?P<n2>\d[\d,]*(?:\.\d+)?)\s?(?P<scale2>thousand|million|billion|trillion|bn|mln)?\s*(?P<post>U\.?\s?S\.? "
    r"dollars|dollars|USD|euros?|EUR|yuan|RMB|CNY|roubles?|rubles?|RUB|pounds sterling|pounds|yen|won|francs)\b",
    re.I,
)
CURRENCIES = {
    "rmb": "CNY",
    "cny": "CNY",
    "yuan": "CNY",
    "¥": "CNY",
    "usd": "USD",
    "us$": "USD",
    "$": "USD",
    "dollar": "USD",
    "eur": "EUR",
    "euro": "EUR",
    "€": "EUR",
    "rub": "RUB",
    "rouble": "RUB",
    "ruble": "RUB",
    "₽": "RUB",
    "pound": "GBP",
    "£": "GBP",
    "yen": "JPY",
    "won": "KRW",
    "hk$": "HKD",
    "franc": "CHF",
}
SCALES = {"thousand": 3, "million": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
WORTH = re.compile(r"\s+worth\s+of\s+[a-z]+(?:\s+[a-z]+)?")
BOUND_BEFORE = re.compile(
    r"\b(?P<b>more than|over|above|exceeding|at least|no less than|nearly|almost|close to|about|around|some|approximately|"
    r"roughly|up to|less than|under|fewer than|as many as|a total of|total of)\s+(?:the\s+)?$",
    re.I,
)
TO_BOUND = {
    "more than": Bound.MORE_THAN,
    "over": Bound.MORE_THAN,
    "above": Bound.MORE_THAN,
    "exceeding": Bound.MORE_THAN,
    "at least": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "nearly": Bound.NEARLY,
    "almost": Bound.NEARLY,
    "close to": Bound.NEARLY,
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "some": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "up to": Bound.UP_TO,
    "less than": Bound.LESS_THAN,
    "under": Bound.LESS_THAN,
    "fewer than": Bound.LESS_THAN,
}
SKIP_NOUNS = frozenset(
    "sides parties tiers parts ways things days day hours hour minutes o'clock steps others them us governments levels "
    "directions pm am times stages th st nd rd sq page pages".split()
)
SMALL_SKIP = SKIP_NOUNS | frozenset(
    "countries peoples leaders regions areas weeks months groups kinds types aspects categories fields".split()
)
PLURALS = frozenset("businessmen businesspeople percent staff personnel media children men women attendees".split())
NOT_PLURAL = frozenset(
    (
        "is was has this its as across various previous consecutive us plus thus less gas physics electronics business access "
        "process press overseas series"
    ).split()
)
UNITS = frozenset(
    (
        "kilograms kilogram kg tonnes tons km kilometres kilometers metres meters hectares kilowatts megawatts square litres "
        "degrees"
    ).split()
)
MONTHS = frozenset(words("months")) | frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
VERB_AFTER = re.compile(
    r"\s+(?:have|has|had|were|was|are|is)\s+(?:been\s+|successfully\s+|already\s+)?(?:successfully\s+)?(?:signed|launched|"
    r"presented|held|staged|reached|concluded|registered|implemented|completed|released|displayed|exhibited|published|"
    r"created|brought)\b"
)
BRACKET = re.compile(r"\s\([a-z ]{3,30}\)")
AFTER_NUMBER = re.compile(r"^(?:\s+|-)?(?:of\s+the\s+|of\s+its\s+)?")
BARE = re.compile(r"\s+(?:are|were|is|have|had|of them|of which|of whom)\s+[^,.;]{4,60}?(?=\s+and\s|[,.;]|$)")
IN_YEAR = re.compile(r"\s+in\s+(?:19|20)\d\d\b")
PER_CENT = re.compile(
    r"\s*(?:%|per\s?cent|percent)(?:\s+(?:of|at|in|on)\s+(?:the\s+)?(?:[\w-]+)(?:\s+(?!and\b|to\b|in\b|by\b|from\b|of\b|"
    r"is\b|was\b)[\w-]+){0,2})?",
    re.I,
)
RUNNING = re.compile(
    r"\b(?:for\s+)?(?:the\s+)?(?P<n>\w+)\s+(?P<unit>years?|times?)\s+(?:running|in a row|in succession)\b|"
    r"\b(?P<n2>\w+)\s+consecutive\s+(?P<unit2>years|times|sessions)\b",
    re.I,
)
NTH_TIME = re.compile(r"\b(?:for\s+the|it\s+(?:is|was)\s+the)\s+(?P<n>\w+)\s+time\b", re.I)
OUT_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+)?\d+(?=\s+[a-z])")
HUNDREDS = re.compile(
    r"\b(?P<q>(?:several |many )?(?:hundreds|thousands|dozens|tens of thousands|millions)) of (?P<noun>(?:[\w-]+ "
    r"){0,2}?[a-z-]+s)\b",
    re.I,
)
SHARE = re.compile(
    r"\b(?P<bound>at least |about |nearly |more than |over |almost |less than )?(?P<share>(?:a|one) (?:third|quarter|half|"
    r"fifth)|two[- ]thirds|three[- ]quarters|half) of (?:the |all |its |our )?(?P<noun>[\w-]+(?: (?!would|will|are|is|were|"
    r"have|has|had|can|of|in|to)[\w-]+)?)",
    re.I,
)
NUMBER_WORDS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion hundreds thousands "
        "dozens dozen third half quarter percent fifth per cent thirds"
    ).split()
)
LARGE = frozenset("hundreds thousands dozens tens millions".split())
PORTIONS = frozenset("third quarter half fifth thirds quarters two-thirds three-quarters".split())
STAGES = choice(["previous", "past", "last", "recent"])


def amount(written: str) -> Claim:
    """The claim of a sum of money as written, with its value as a plain number and its currency."""
    match = SUM.search(written)
    if match is None:
        return Claim("amount", written, original=written)
    digits = (match["n"] or match["n2"]).replace(",", "")
    scale = (match["scale"] or match["scale2"] or "").lower()
    sign = re.sub(r"s$|\.|\s", "", (match["pre"] or match["post"]).lower())
    unit = next((code for key, code in CURRENCIES.items() if key in sign.replace("usdollar", "dollar")), "")
    return Claim("amount", _scaled(digits, SCALES.get(scale, 0)), original=written, unit=unit)


def _scaled(digits: str, zeros: int) -> str:
    from decimal import Decimal

    value = Decimal(digits) * (Decimal(10) ** zeros)
    return format(value.normalize(), "f")


def find(scene: Scene, line: Line) -> None:
    """All figures of a sentence."""
    if (
        not any(c.isdigit() for c in line.text)
        and line.lows.isdisjoint(NUMBER_WORDS)
        and not any("-" in w and w.split("-")[0] in NUMBER_WORDS for w in line.lows)
    ):
        return
    taken: list[tuple[int, int]] = []
    _sums(scene, line, taken)
    _rows(scene, line, taken)
    for number in numbers.find(line.text, "en"):
        if number.ordinal or any(a <= number.start < b for a, b in taken):
            continue
        _counted(scene, line, number, taken)
    _vague(scene, line, taken)


def _figure(scene: Scene, line: Line, start: int, end: int, rule: str, claim: Claim, counted: str, *, key: str = "") -> None:
    if not scene.once("figure", claim.value if isinstance(claim.value, str) else "", (key or counted).lower()):
        return
    about = Ref("Figure", plain(line.text[start:end]), (key or counted).lower())
    claims = [claim, Claim("counted", counted, lang="en")]
    if scene.event:
        claims.append(Claim("subject", scene.event))
    scene.add(rule, about, line.start + start, line.start + end, *claims, line=line)


def _sums(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in SUM.finditer(line.text) if any(c.isdigit() for c in line.text) else ():
        if not match["pre"] and line.text[max(0, match.start() - 1) : match.start()].isalnum():
            continue
        before = BOUND_BEFORE.search(line.text[: match.start()])
        bound = TO_BOUND.get(before["b"].lower(), Bound.EXACT) if before else Bound.EXACT
        claim = amount(match[0])
        worth = WORTH.match(line.text, match.end())
        start, end = before.start() if before else match.start(), worth.end() if worth else match.end()
        taken.append((start, end))
        made = Claim("amount", claim.value, original=match[0], unit=claim.unit, bound=bound)
        _figure(scene, line, start, end, "figure.money", made, "money")


def _rows(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    """So many years in a row."""
    if line.lows.isdisjoint(("running", "row", "succession", "consecutive", "time")):
        return
    for match in NTH_TIME.finditer(line.text):
        value = next((n.plain for n in numbers.find(match["n"], "en") if n.ordinal and n.value > 1), "")
        if value:
            _figure(scene, line, match.start(), match.end(), "figure.nth", Claim("value", value, unit="times"), "times")
    for match in RUNNING.finditer(line.text):
        word = match["n"] or match["n2"]
        value = next((n.plain for n in numbers.find(word, "en")), "")
        if value:
            start = match.start("n") if match["n"] else match.start("n2")
            taken.append((start, match.end()))
            unit = (match["unit"] or match["unit2"]).lower()
            _figure(scene, line, start, match.end(), "figure.row", Claim("value", value, unit=unit), unit + " running")


def _counted(scene: Scene, line: Line, number: numbers.Number, taken: list[tuple[int, int]]) -> None:
    text = line.text
    start, end = number.outer_start if number.bound else number.start, number.end
    if _no_figure(line, number):
        return None
    bound = next((b for b in Bound if b.value == number.bound), Bound.EXACT)
    percent = PER_CENT.match(text, number.start + len(re.match(r"[\w.,-]*", text[number.start :])[0]))  # type: ignore[index]
    if number.percent or percent:
        stop = percent.end() if percent else end
        made = Claim("value", number.plain, unit="percent", bound=bound, original=text[number.start : end])
        return _figure(scene, line, start, stop, "figure.percent", made, "percent", key=f"percent {text[end:stop]}")
    share = OUT_OF.match(text, end)
    phrase = _phrase(line, share.end() if share else end)
    if share and phrase:
        taken.append((start, phrase[0]))
    if phrase is None:
        return _bare(scene, line, number, start, bound)
    noun_end, counted = phrase
    head = counted.split()[-1].lower()
    if head in SKIP_NOUNS or (number.words and number.value <= 10 and head in SMALL_SKIP and len(counted.split()) == 1):
        return None
    if head in ("years", "months", "weeks") and (
        re.match(r"\s+(?:later|ago|before|earlier|old)\b", text[noun_end:])
        or re.search(
            r"\b(?:over|past|last|next|coming|within|after|in|previous)\s+(?:the\s+|last\s+|past\s+|next\s+)?$",
            text[:start] + text[start : number.start],
            re.I,
        )
    ):
        return None
    group = (
        re.search(r"\b[A-Za-z]+s\s+from\s+$", text[:start]) if head in ("countries", "regions", "cities", "provinces") else None
    )
    start = group.start() if group else start
    total = re.search(r"\b(?:a total of|in total,?)\s+$", text[:start], re.I)
    start = total.start() if total else start
    stop = _stretched(line, noun_end)
    taken.append((start, stop))
    key = _key(line, counted, noun_end)
    rule = "figure.count" if not number.words else "figure.words"
    made = Claim("value", number.plain, unit=_unit(counted), bound=bound, original=text[number.start : end])
    return _figure(scene, line, start, stop, rule, made, counted, key=key)


def _no_figure(line: Line, number: numbers.Number) -> bool:
    """Years, dates, times, designations, ordinals and parts of names are no figures."""
    text, start, end = line.text, number.start, number.end
    before, after = text[:start], text[end:]
    if (
        line.name_at(start) is not None
        and line.name_at(start).kind in ("ORG", "EVENT", "PROJECT", "PER")
        and line.name_at(start).subkind != "unnamed"
    ):  # type: ignore[union-attr]
        return True
    if re.fullmatch(r"(?:19|20)\d\d", number.text) and not re.match(r"\s+(?:[a-z]+\s){0,2}[a-z]+s\b", after):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", number.text) and re.search(
        r"\b(?:in|since|of|by|year|until|from|to|january|february|march|april|may|june|july|august|september|october|"
        r"november|december)\s+$",
        before,
        re.I,
    ):
        return True
    if (
        re.search(r"(?:[A-Z]\w*|No\.?|no\.?|№|TRL|\d:|\d\.|[A-Za-z])[\s-]?$", before)
        and not before.rstrip().endswith((".", "!", "?"))
        and not re.search(
            r"\b(?:The|In|Over|More than|Nearly|About|At|With|Of|All|These|Some|To|From|By|Only|And|As|For|During|On)\s$",
            before,
        )
        and re.search(r"\b(?:[A-Z]\w*|no\.?|No\.?|№)[\s-]?$", before)
    ):
        return True
    if re.match(r"(?::\d|-(?:day|year|th|st|nd|rd)|\s?(?:st|nd|rd|th)\b|[-–]\d|[A-Za-z]|-[A-Za-z])", after) or re.search(
        r"\d[-–:/]$|[A-Za-z]-?$", before
    ):
        return True
    words_near = re.findall(r"[A-Za-z]+", before[-14:])[-1:] + re.findall(r"[A-Za-z]+", after[:14])[:1]
    month_before = bool(words_near and re.search(r"([A-Za-z]+)\.?\s+$", before) and words_near[0].lower() in MONTHS)
    month_after = bool(
        re.match(r"\s+(?:of\s+)?([A-Za-z]+)", after) and re.match(r"\s+(?:of\s+)?([A-Za-z]+)", after)[1].lower() in MONTHS
    )  # type: ignore[index]
    if month_before or (month_after and "million" not in number.text):
        return True
    return number.words and number.value <= 1


def _phrase(line: Line, at: int) -> tuple[int, str] | None:
    """The counted noun phrase after a number: its end and its words, up to the last plural noun before a break."""
    tokens = [t for t in line.words if t[0] >= at]
    if not tokens or tokens[0][0] - at > 3 or line.text[at : tokens[0][0]].strip(" -"):
        return None
    last, begin, previous, series = None, tokens[0][0], at, False
    for index, (start, end, low) in enumerate(tokens[:11]):
        gap = line.text[previous:start]
        if gap == ", " and last == previous and _series_ahead(line, tokens, index):
            previous, gap, series = start, "", True
        if gap.strip(" -/&’'") and index:
            break
        joins = low in ("and", "or", "as", "well", "&") and index
        if joins and not _plural_ahead(line, tokens, index):
            break
        if (
            not joins
            and (low in words("stop") or low in ("that", "across", "worth"))
            and not (last is None and low in ("exhibits", "displays", "exports"))
            and not (index == 0 and low in ("previous", "such", "other", "different", "own", "more"))
        ):
            break
        if joins or low in ("previous", "other", "different"):
            previous = end
            continue
        if last is not None and not _plural(low) and not series and not _noun_run(line, tokens, index):
            break
        if _plural(low):
            last = end
        previous = end
    if last is None:
        return None
    return last, plain(line.text[begin:last])


def _series_ahead(line: Line, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """Whether plural nouns follow, parted by commas, up to `and` and a last one: institutes, universities and firms."""
    plural = False
    for place, (_start, end, low) in enumerate(tokens[index : index + 9]):
        if low in NUMBER_WORDS or low.isdigit():
            return False
        if low == "and":
            return plural and _plural_ahead(line, tokens, index + place)
        if low in words("stop"):
            return False
        plural = _plural(low)
        if line.text[end : end + 1] == "," and not plural:
            return False
    return False


def _noun_run(line: Line, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """After a plural, only a coordination goes on."""
    return (index > 0 and tokens[index - 1][2] in ("and", "or", "&", "as")) or (
        index > 1
        and any(t[2] in ("and", "or", "as") for t in tokens[max(0, index - 4) : index])
        and not _verbal(tokens[index][2])
    )


def _verbal(low: str) -> bool:
    return low.endswith(("ed", "ing")) or low in words("stop")


def _plural_ahead(line: Line, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """Whether a coordination leads to another plural noun before a break or verb."""
    for _start, end, low in tokens[index + 1 : index + 6]:
        if low in ("well", "as", "and", "other"):
            continue
        if low in words("stop") or low.isdigit() or low in NUMBER_WORDS:
            return False
        if _plural(low) and not _verbal(low):
            return True
        if line.text[end : end + 1] in ",.;":
            return False
    return False


def _plural(low: str) -> bool:
    tail = low.rpartition("-")[2]
    return (
        low in PLURALS
        or low in UNITS
        or (
            len(tail) > 2
            and tail.endswith("s")
            and not tail.endswith(("ss", "us", "’s", "'s", "ous", "is"))
            and low not in NOT_PLURAL
        )
    )


def _stretched(line: Line, end: int) -> int:
    """Take in a bracket (countries (regions)) and the participle that says what was done with the things."""
    bracket = BRACKET.match(line.text, end)
    end = bracket.end() if bracket else end
    verb = VERB_AFTER.match(line.text, end)
    if verb:
        return verb.end()
    event = next(
        (
            n
            for n in line.names
            if n.kind == "EVENT" and re.fullmatch(r"\s+of\s+(?:the\s+)?", line.text[end : n.start - line.start])
        ),
        None,
    )
    if event and line.text[:end].rstrip().lower().endswith(("sessions", "editions")):
        return min(event.end - line.start, end + 60)
    return end


def _key(line: Line, counted: str, end: int) -> str:
    words_in = [
        w for w in counted.lower().split() if w not in ("previous", "past", "last", "recent", "the", "these", "successive")
    ]
    tail = ""
    if words_in and words_in[-1] in ("sessions", "editions"):
        event = next((n for n in line.names if n.kind == "EVENT" and 0 <= n.start - line.start - end <= 8), None)
        tail = " of forum" if event and event.schema in ("Forum", "Contest") else ""
    return (words_in[-1] if words_in else counted) + tail


def _unit(counted: str) -> str:
    """The thing counted: the phrase from its last lower-case modifiers on, without nationality."""
    parts = [
        p
        for p in counted.split()
        if p.lower() not in words("kinds_of_adjectives") and p.lower() not in ("previous", "new", "different", "other")
    ]
    return " ".join(parts) or counted


def _bare(scene: Scene, line: Line, number: numbers.Number, start: int, bound: Bound) -> None:
    """A number whose thing was told before: 22 are ready, 96 in 2017."""
    found = BARE.match(line.text, number.end) or IN_YEAR.match(line.text, number.end)
    if found is None or (number.words and number.value <= 2):
        return
    made = Claim("value", number.plain, bound=bound, original=number.text)
    end = found.end()
    year = re.search(r"(?:19|20)\d\d$", found[0])
    if year:
        made = Claim("value", number.plain, bound=bound, original=number.text, valid_from=year[0], valid_to=year[0])
    _figure(scene, line, start, end, "figure.bare", made, plain(found[0]))


def _vague(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in HUNDREDS.finditer(line.text) if line.has(LARGE) else ():
        if not any(a <= match.start() < b for a, b in taken):
            _figure(
                scene,
                line,
                match.start(),
                match.end(),
                "figure.vague",
                Claim("value", match["q"], original=match["q"], unit=match["noun"]),
                match["noun"],
            )
    for match in SHARE.finditer(line.text) if line.has(PORTIONS) else ():
        bound = TO_BOUND.get((match["bound"] or "").strip().lower(), Bound.EXACT)
        _figure(
            scene,
            line,
            match.start(),
            match.end(),
            "figure.share",
            Claim("value", match["share"], original=match["share"], bound=bound, unit=match["noun"]),
            match["noun"],
        )
