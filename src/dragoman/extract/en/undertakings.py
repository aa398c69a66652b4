"""What is undertaken, told by a noun of undertaking and what is done with it: vocabulary in `en_projects.yaml`.

A noun phrase around such a head counts where a verb of setting up, running or planning governs it (set up an incubator), where
such a verb follows it (an incubator was opened), or where it bears a name (the Harbour Light scheme).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman import data
from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, inflected, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import small, twin
from dragoman.model.statement import Status

Taken = list[tuple[int, int]]
REACH = 6  # words before a head that its noun phrase may take
COMPLEMENT = re.compile(
    r"\s+of\s+(?:more than |over |about )?\d[\w. ]{3,30}?(?=[,.;]|$|\s+(?:was|is|has|will|for|to|set|in)\b)|"
    r"\s+(?:for|of|on|to|in|between|with|aimed at|dedicated to|devoted to)\s+(?!which|whom|\d|"
    r"20\d\d)[^,.;:()“”\"]{3,60}?(?=[,.;:()“”\"]|$|"
    r"\s+(?:which|that|who|and|is|are|was|were|will|has|have|had|by|where|when|opened|launched|established|founded|"
    r"created|built|began|began|started|from|under|at|with|near|"
    r"along|since|last|this|every|runs?|includes?|helps?|covers?|worth)\b)",
)
DETERMINER = frozenset("a an the its their this another new two three four five several our his".split())
BEFORE_NOUN = re.compile(
    r"\b(?:under way on|underway on|(?:phase|stage|part|launch|creation|construction|establishment|opening|implementation|"
    r"completion|realisation|head|coordinator|framework|inauguration|development|introduction) of|home to|land for|"
    r"serv(?:es?|ed|ing) as|acts? as|functions? as|used as|(?:learned|heard|briefed|informed) (?:about|on)|"
    r"acquainted with|consists? of|known as|called|"
    r"residents? of|within|funds? for|money for|budget for|idea of|plans? for|talks on|agreed on|site of|basis of|"
    r"invest(?:s|ed|ing)? [^.;]{0,25}in|became|becomes?|turned? into|grew into|(?:is|are|was) (?=(?:an?|the) (?:joint|"
    r"permanent|national|"
    r"pilot|standing|shared|major|key|flagship)))\s+$",
    re.I,
)
QUALITY = re.compile(r"\b(?:joint|pilot|national|demonstration|flagship|permanent|shared|exchange|transfer|incubation|"
    r"innovation|"
                     r"training|test|service|research|talent|one-stop|cooperation|state-level|"
    r"national-level)\b", re.I)  # fmt: skip
ACTIVE = re.compile(
    r"\s+(?:(?:also|now|already|currently|successfully|officially|jointly)\s+)*(?:(?:is|are|was|were|be|been|being|has|have|"
    r"had|will|to|also|now|already|currently|soon|officially|jointly|successfully|still|then|just|recently|formally|"
    r"gradually)\s+)*"
    r"(?P<verb>under (?:way|construction|development|preparation|discussion)|underway|in (?:operation|place|preparation|its)|"
    r"due|scheduled|up and running|completed|operates?|operating|"
    r"runs?|running|ran|opens|began|started|starts|exists|works|functions?|functioning|appeared|covers|selects|"
    r"connects|matches|unites|brings together|aims|foresees|"
    r"envisages|calls for|pays|attracted|drawn|attracts|grants|awards|rewards|subsidises|subsidizes|sends|took shape|"
    r"takes shape|"
    r"put into (?:operation|service)|commissioned|started up|@VERBS)\b"
)
NAMED = re.compile(
    r"(?P<what>(?:[“\"«‘'][A-Z0-9][^”\"»’'.;]{1,50}[”\"»’'],?\s+|(?<![\w-])(?:[A-Z0-9][\w’&-]*\s+(?:(?:of|and|for|the|"
    r"in|on)\s+"
    r"(?=[A-Z]))*){1,6})(?:(?:pilot|national|support|research|investment|development|exchange|talent|scholarship|"
    r"training|innovation|joint|funding|"
    r"grant|start-up|infrastructure|transfer|flagship|special|state|federal|regional|cooperation)\s+)?(?:programme|"
    r"program|project|initiative|strategy|plan|scheme|service|platform|"
    r"accelerator|incubator|portal|marketplace|campaign|concept|mechanism|roadmap|Programme|Program|Project|"
    r"Initiative|Strategy|"
    r"Plan|Scheme|Platform|Accelerator|Incubator|Service|Marketplace|Campaign|Roadmap|Mechanism))\b"
    r"(?P<more>(?:\s+(?:for|of|on)\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:(?:of|and|for)\s+)?[A-Z][\w-]+){0,4})?)(?!\s+(?:director|"
    r"manager|leader|head|coordinator|company|team|conference|partners?|release))"
)
QUOTED = re.compile(
    r"\b(?:programme|program|plan|project|scheme|incubator|accelerator|platform|initiative|strategy|school|fund|service|"
    r"campaign|competition|marathon|series|cycle)(?:,?\s+(?:called|named|known as|dubbed|titled|entitled))?,?\s+"
    r"(?P<what>[“\"«‘'][A-Z0-9][^”\"»’'.;]{1,50}[”\"»’'])",
    re.I,
)
ADVICE = re.compile(
    r"\b(?P<what>(?:@SERVE)\s+(?:(?:free|legal|technical|financial|practical|regular|a|an|the|its|also|full|individual|"
    r"professional|expert|small|foreign|patent|export|tax|customs)\s+)*(?:advice|consultations?|consulting|"
    r"counselling|mentoring|"
    r"coaching|legal support|legal aid|(?:[\w-]+\s+)?support services|advisory services|consultancy|"
    r"guidance)(?:\s+(?:services?|to|for|on|in)\s+[^.;,]{3,60})?)",
)
OPENING = re.compile(r"^(?:The|This|That|Its|Their|Our|Under|In|A|An|For|At|As|By|With|Within|Through|Since|After|"
    r"From|On|To|One|Two|Another|"
                     r"Such|New|His|Her)\s+")  # fmt: skip
FIVE_YEAR = re.compile(r"Five-Year", re.I)
SCHEME = re.compile(r"(?:programme|program|project|initiative|strategy|scheme|roadmap|policy)s?$", re.I)
ELSEWHERE = re.compile(
    r"^(?:joint|common) (?:[\w&-]+ ){0,3}(?:laborator(?:y|ies)|labs?|cent(?:re|er)s?|institutes?|factory|plant|school|"
    r"library)$|"
    r"\b(?:data cent(?:re|er)s?|offices?|assembly shops?|branch(?:es)?)$|^(?:\d[\d,.]*|many|other|such|first|last|"
    r"next|same|whole)\s+\w+$|"
    r"^(?:national|state|clear|new|own) (?:strategy|policy|plan)$|\b(?:exhibition|trade|event|press|congress|"
    r"convention|business|"
    r"media|city|town|shopping|sports|world|home|job|labou?r|stock|chinese|domestic|foreign|overseas|"
    r"local) (?:cent(?:re|er)|hall|market|port|city|exchange)s?$",
    re.I,
)
NAMED_HEADS = Gate(
    (
        "programme program project initiative strategy plan scheme service platform accelerator incubator portal marketplace "
        "campaign concept mechanism roadmap"
    ).split()
)
ADVICE_WORDS = Gate(
    (
        "advice consultation consultations consulting counselling mentoring coaching support aid services consultancy guidance"
    ).split()
)
TITLE_WORDS = Gate(
    (
        "launched launches launche launchs launching unveiled unveiles unveile unveils unveiling initiated initiates initiate "
        "initiats initiating introduced introduces introduce introducs introducing kick kicked kicks roll rolled rolls under"
    ).split()
)
ENDED = re.compile(r"\b(?:completed|finished|ended|closed)\b", re.I)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw: dict[str, str] = yaml.load(data.text("vocabulary/en_projects.yaml"), loader)  # noqa: S506 (a safe loader)
    return {key: tuple(e.strip() for e in text.split(";")) for key, text in raw.items()}


@cache
def _heads(key: str) -> frozenset[str]:
    return frozenset(_lists()[key])


@cache
def _last_words() -> frozenset[str]:
    return frozenset(e.rpartition(" ")[2] for key in ("pursuits", "sites") for e in _lists()[key])


def _is_head(line: Line, index: int, key: str) -> bool:
    low = line.words[index][2]
    if low not in _last_words():
        return False
    return low in _heads(key) or (index > 0 and f"{line.words[index - 1][2]} {low}" in _heads(key))


@cache
def _governed() -> re.Pattern[str]:
    return re.compile(rf"\b{choice(inflected(_lists()['verbs']))}\s+(?:(?:on|out|jointly|there|also)\s+)*$", re.I)


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(
        ACTIVE.pattern.replace("@VERBS", choice(f for f in inflected(_lists()["verbs"]) if not f.endswith("ing")))
    )


@cache
def _advice() -> re.Pattern[str]:
    return re.compile(ADVICE.pattern.replace("@SERVE", choice(inflected(_lists()["services"]))), re.I)


def free(taken: Taken, start: int, end: int) -> bool:
    """Whether no project told before stands on these words."""
    return not any(a < end and start < b for a, b in taken)


def told(
    scene: Scene, line: Line, start: int, end: int, rule: str, taken: Taken, schema: str = "Project",
    status: Status = Status.NONE, name: str = "",
) -> None:  # fmt: skip
    """One draft of a project on the words from start to end of the sentence."""
    if not free(taken, start, end):
        return
    taken.append((start, end))
    text = name or plain(line.text[start:end])
    if scene.once("project", text.lower()):
        scene.add(
            rule,
            Ref(schema, text),
            line.start + start,
            line.start + end,
            Claim("name", text, lang="en", status=status),
            *([Claim("status", status.value, status=status)] if status else []),
            line=line,
        )


def undertakings(scene: Scene, line: Line, taken: Taken) -> None:
    """Projects by what is done with them, and by their names."""
    for match in NAMED.finditer(line.text) if line.names_any(NAMED_HEADS) else ():
        _by_name(scene, line, match, taken)
    for index in sorted([i for low in line.lows & _last_words() for i in line.places[low]]):
        if _is_head(line, index, "pursuits") or _is_head(line, index, "sites"):
            _by_deed(scene, line, index, taken)
    for match in line.reads(QUOTED) if '"' in line.text or "“" in line.text or "«" in line.text else ():
        if "መ" not in line.mask[match.start() : match.end()]:
            told(scene, line, match.start(), match.end(), "project.called", taken, name=plain(match["what"]))
    for match in TITLED.finditer(line.text) if line.names_any(TITLE_WORDS) else ():
        if line.mask[match.start("name") : match.end("name")] == line.text[match.start("name") : match.end("name")]:
            told(scene, line, match.start("name"), match.end("name"), "project.called", taken, status=Status.RUNNING)
    for match in line.reads(_advice()) if line.names_any(ADVICE_WORDS) else ():
        told(scene, line, match.start("what"), match.end("what"), "project.service", taken, status=Status.RUNNING)


def _by_name(scene: Scene, line: Line, match: re.Match[str], taken: Taken) -> None:
    start, end = match.start("what"), match.end()
    while (opening := OPENING.match(line.text[start:end])) is not None:
        start += opening.end()
    text = line.text[start:end]
    mask = line.mask[start:end]
    if len(text.split()) < 2 or FIVE_YEAR.search(text) or "መ" in mask or "ለ" in mask or not re.match(r"[A-Z0-9“\"«‘']", text):
        return
    if (
        mask[0] == "ሀ"
        and mask.rstrip("ሀ") == ""
        and not re.search(r"(?:Programme|Program|Project|Initiative|Plan|Scheme)$", text)
    ):
        return
    if re.fullmatch(r"(?:\d+|[A-Z][a-z]+ese|[A-Z][a-z]+an|Each|Every|Other|Many|All|EU|US)\s+\w+", text):
        return
    told(
        scene,
        line,
        start,
        end,
        "project.called",
        taken,
        "Programme" if re.search(r"(?i)strategy|plan|programme|program$", text) else "Project",
    )


def _phrase(line: Line, index: int) -> tuple[int, int]:
    """Where the noun phrase of a head starts, and how many words stand before the head without its determiner."""
    first = index
    while first > 0 and index - first < REACH:
        start, _, low = line.words[first - 1]
        gap = line.text[line.words[first - 1][1] : line.words[first][0]]
        if gap.strip(" “”\"'‘’«»") or (low in words("stop") and low not in ("and",)) or (line.mask[start] in "ለመ"):
            break
        if low == "and" and first - 1 > 0 and line.words[first - 2][2] in words("stop"):
            break
        if low in DETERMINER and low != "new":
            break
        first -= 1
    while first < index and line.words[first][2] in ("and", "new"):
        first += 1
    return first, index - first


def _by_deed(scene: Scene, line: Line, index: int, taken: Taken) -> None:
    first, modifiers = _phrase(line, index)
    first, modifiers = _after_verb(line, first, index)
    start, end = line.words[first][0], line.words[index][1]
    determiner = line.words[first - 1][2] if first > 0 else ""
    begin = line.words[first - 1][0] if determiner in DETERMINER else start
    if determiner == "new" and first > 1 and line.words[first - 2][2] in DETERMINER:
        begin, determiner = line.words[first - 2][0], line.words[first - 2][2]
    if (
        _goes_on(line, index)
        or line.mask[line.words[index][0]] != line.text[line.words[index][0]]
        or line.text[end : end + 1] == "-"
    ):
        return
    pursuit = _is_head(line, index, "pursuits")
    complement = COMPLEMENT.match(line.mask, end)
    if (modifiers == 0 and complement is None) or determiner in ("this", "our", "his") or _told_elsewhere(line.text[start:end]):
        return
    before, stop = line.text[max(0, begin - 70) : begin], complement.end() if complement else end
    low = small(before)
    governed = twin(_governed()).search(low) or twin(BEFORE_NOUN).search(low)
    follows = None if governed else (_follows().match(line.text, end) or _follows().match(line.text, stop))
    if (
        governed is None
        and follows is None
        and not (pursuit and complement and determiner in ("a", "an") and SCHEME.search(line.text[start:end]))
    ):
        return
    if not pursuit and not _weighty(line.text[start:end], determiner, governed is not None, modifiers):
        return
    status = _status(line, begin, follows)
    begin, stop, name = _apposed(line, begin, stop)
    told(scene, line, begin, stop, "project.deed" if governed or follows else "project.of", taken, status=status, name=name)


NAME = r"[“\"]?[A-Z][\w.’-]*(?: (?:(?:of|and|for|the) )?[A-Z0-9][\w.’-]*){0,4}[”\"]?"
NAME_BEFORE = re.compile(rf"(?:^|(?<=[ :]))(?:the )?(?P<name>{NAME}), $")
NAME_AFTER = re.compile(
    rf",? (?:(?:called|named|known as|dubbed|titled) )?(?P<name>{NAME})(?=[,.;]|$| (?:which|and|in|was|went|is|has)\b)"
)
TITLED = re.compile(
    rf"\b(?:(?:launch|unveil|initiat|introduc)(?:ed|es|e|s|ing)|kick(?:ed|s)? off|roll(?:ed|s)? out|"
    rf"under the (?:title|name|banner|slogan))"
    rf"(?: of)? (?:the |its )?(?P<name>{NAME})(?=[,.;]|$| (?:in|on|to|at|for|with|last|this|–|-)\b)"
)


def _apposed(line: Line, begin: int, stop: int) -> tuple[int, int, str]:
    """Take in a name beside a noun phrase: Bridgehead 2025, a three-year effort; a marketplace, TumenTech.net."""
    before = NAME_BEFORE.search(line.text[max(0, begin - 60) : begin])
    if before is not None and not {"ለ", "ሐ", "መ"} & set(line.mask[max(0, begin - len(before[0])) : begin]):
        return begin - len(before["name"]) - 2, stop, plain(before["name"])
    after = NAME_AFTER.match(line.text, stop)
    if after is not None and not {"ለ", "ሐ", "መ"} & set(line.mask[stop : after.end()]):
        return begin, after.end(), plain(after["name"])
    return begin, stop, ""


def _goes_on(line: Line, index: int) -> bool:
    """Whether the next word is the head of the same phrase: a reactor hall."""
    if index + 1 == len(line.words) or line.text[line.words[index][1] : line.words[index + 1][0]] != " ":
        return False
    return _is_head(line, index + 1, "sites") or _is_head(line, index + 1, "pursuits")


def _told_elsewhere(text: str) -> bool:
    """Whether the words are a presence or a partnership, or a count, or no undertaking: a joint laboratory, 57 projects."""
    return bool(ELSEWHERE.search(text))


def _after_verb(line: Line, first: int, index: int) -> tuple[int, int]:
    """Cut a governing verb from the front of a noun phrase without a determiner."""
    for at in range(index - 1, first - 1, -1):
        if _governing(line.words[at][2]):
            return at + 1, index - at - 1
    return first, index - first


@lru_cache(maxsize=16_384)
def _governing(low: str) -> bool:
    """Whether a word is a verb of setting up, running or planning."""
    return _governed().search(low + " ") is not None


def _weighty(text: str, determiner: str, governed: bool, modifiers: int) -> bool:
    """Whether a place-like head is an undertaking: a new thing with a telling modifier, no passing mention."""
    if modifiers == 0:
        return False
    return determiner in ("a", "an", "new", "two", "three", "its", "another", "four", "five", "several", "new") or (
        governed and bool(QUALITY.search(text))
    )


def _status(line: Line, begin: int, follows: re.Match[str] | None) -> Status:
    text = follows[0] if follows else line.text[max(0, begin - 50) : begin]
    if ENDED.search(text):
        return Status.ENDED
    return clause.status_of(text, Status.RUNNING)
