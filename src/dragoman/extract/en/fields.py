"""Technologies: fields and products of a sentence, each once, with producer, purpose, uses and listed fields."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import singular, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern
from dragoman.extract.en.terms import entry_at, spans
from dragoman.extract.en.uses import uses

PRODUCED = pattern(
    r"\s+(?:(?:that|which)\s+)?(?:is |are |was |were )?(?:produced|developed|made|designed|manufactured|created|built|"
    r"invented|grown)\s+(?:by|at|in|for|from)\s+(?:<ORG>|(?:his|her|their|its|the|our) \w+|[\w -]{3,40}?(?=[,.;]|$| "
    r"and | which | to | at | are | is ))"
)
FOR = re.compile(
    r"\s+(?:for|of)\s+(?!(?:the|a|an|its|their|many|more|over|about|nearly|\d+|example|instance|partners|sale|export|"
    r"several|some|years?|months?|decades?|long|five|two|three|four|six|"
    r"ten)\b)(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]+(?:\s+and\s+for\s+(?:[a-z-]+\s+)?[a-z-]+)?(?=[,.;)]|$|\s+(?:and|that|which|"
    r"who|is|are|was|were|to|with|in|at|on|from|by|has|have|will|can|able|where)\b)"
)
RELATIVE = re.compile(
    r"\s+(?:that|which|able to|capable of)\s+(?!is\b|was\b|has\b|have\b|had\b)[^,.;]{4,60}?(?=[,.;]|$|\s+(?:and|which|"
    r"but)\b)"
)
FIELD_OF = re.compile(
    r"\b(?:(?:in|of|on|into)\s+)?(?:the\s+)?(?:fields?|areas?|spheres?|domains?|sectors?|directions?|"
    r"industries)\s+(?:of|such\s+as|like|including)\s+(?:the\s+)?(?P<list>[^.;:()]{3,160})"
    r"|\b(?:speciali[sz](?:es|ing|ed)\s+in|working\s+in|work\s+in|works\s+on|projects\s+in|technologies\s+in|"
    r"cooperation\s+in|developments?\s+in|laborator(?:y|ies)\s+(?:of|for)|research\s+in|achievements\s+in|"
    r"leaders?\s+in)\s+(?:the\s+)?(?P<list2>[^.;:()]{3,140})",
    re.I,
)
LIST_END = re.compile(
    r"\s+(?:with|which|who|that|at|by|as|for|from|to|is|are|was|were|will|has|have|had|can|in\s+the|in\s+[A-Z]|where|when|"
    r"while|said|he|during|between|among|through|such|into)\b|\b(?:said|told|noted)\b"
)
TECH_GROUP = frozenset(
    "transformation transfer commercialisation commercialization introduction industrialization application".split()
)
FIELD_WORDS = Gate(
    (
        "field fields area areas sphere spheres domain domains sector sectors direction directions industries specializes "
        "specialises specializing specialising working work works projects technologies cooperation laboratory laboratories "
        "developments development research achievements leaders leader specialized specialised"
    ).split()
)
NO_TECHNOLOGY = frozenset(
    {
        "defence system",
        "defense system",
        "national defence system",
        "security system",
        "security systems",
        "data centres",
        "data centers",
        "energy",
    }
)


def find(scene: Scene, line: Line) -> None:
    """Technologies, their uses and the fields that lists name."""
    terms = list(spans(line))
    uses(scene, line, terms)
    passed = 0
    for first, last, how in terms:
        start, end = line.words[first][0], line.words[last][1]
        if _in_title(line, first, last):
            _tell(scene, line, start, end, "title")
            continue
        if start < passed or _blocked(scene, line, start, end) or _modifier(line, first, last) or _proper(line, first, last):
            continue
        passed = _tell(scene, line, start, end, how)
    _lists(scene, line)


def _blocked(scene: Scene, line: Line, start: int, end: int) -> bool:
    absolute = line.start + start
    if any(a <= absolute < b for a, b in scene.uses):
        return True
    name = line.name_at(start) or line.name_at(end - 1)
    return name is not None and name.source != "anaphor" and name.subkind != "unnamed"


def _in_title(line: Line, first: int, last: int) -> bool:
    """Whether a field stands in the name of an event: its subject."""
    name = line.name_at(line.words[first][0])
    field = entry_at(line, first)
    return name is not None and name.kind == "EVENT" and name.source != "anaphor" and field is not None and field[1] == "fields"


def _proper(line: Line, first: int, last: int) -> bool:
    """Whether capitals make the words part of a name within a sentence: Green Pump."""
    start, end, _ = line.words[last]
    before = line.text[line.words[last - 1][0]] if last else ""
    return not line.heading and start > 0 and line.text[start:end].istitle() and before.isupper()


POINTED = re.compile(r"\b(?:this|these|such|the same|that)\s+$", re.I)


def _head(text: str) -> str:
    return singular(text.lower().split()[-1])


def _modifier(line: Line, first: int, last: int) -> bool:
    """Whether the words only say what kind of body follows: a telecommunications vendor."""
    if last + 1 >= len(line.words) or line.text[line.words[last][1] : line.words[last + 1][0]] != " ":
        return False
    low = line.words[last + 1][2]
    name = line.name_at(line.words[first][0])
    unnamed = name is not None and name.subkind == "unnamed"
    return (low in words("body_words") and not unnamed) or low in FOLLOWERS


FOLLOWERS = frozenset(
    "vendor vendors industry industries sector market faculty department ministry experts specialists engineers "
    "students".split()
)


def _tell(scene: Scene, line: Line, start: int, end: int, how: str) -> int:
    """Draft one technology; gives back where its words end."""
    core = frozenset(singular(w) for w in re.findall(r"[a-z0-9]+", line.text[start:end].lower())) - {"technology", "field"}
    text = plain(line.text[start:end])
    stop = _extended(line, end, how) if how != "title" else end
    if stop > end and how != "fields" and re.search(r"\b(?:an?|new)\s+$", line.text[:start], re.I):
        core |= frozenset(singular(w) for w in re.findall(r"[a-z0-9]+", line.text[end:stop].lower()))
    if not core or text.lower() in NO_TECHNOLOGY or any(core <= key for key, _ in scene.technologies):
        return stop
    if POINTED.search(line.text[max(0, start - 20) : start]) and any(
        _head(ref.name) == _head(text) for _, ref in scene.technologies
    ):
        return end
    ref = Ref("Technology", text)
    scene.technologies.append((core, ref))
    claims = [Claim("name", text, lang="en"), Claim("nature", "field" if how in ("fields", "title") else "product")]
    claims += _producer(scene, line, end, stop)
    begin = _introduced(line, start)
    scene.add(f"tech.{how}", ref, line.start + begin, line.start + stop, *claims, line=line)
    return stop


def _introduced(line: Line, start: int) -> int:
    """Take in the noun of transfer before a technology: transformation of military technologies."""
    before = line.text[:start]
    if not before.rstrip().endswith("of"):
        return start
    found = re.search(r"(\w+)\s+of\s+$", before)
    return found.start() if found and found[1].lower() in TECH_GROUP else start


def _extended(line: Line, end: int, how: str) -> int:
    made = PRODUCED.match(line.mask, end)
    if made and made.end() - end <= 60:
        return made.end()
    if how != "fields":
        relative = RELATIVE.match(line.text, end)
        if relative and re.search(r"\b(?:an?|new)\s+(?:[\w-]+\s+){0,3}[\w-]+$", line.text[:end]):
            return relative.end()
        purpose = FOR.match(line.text, end)
        if purpose and purpose.end() - end <= 60:
            return purpose.end()
    return end


def _producer(scene: Scene, line: Line, end: int, stop: int) -> list[Claim]:
    named = line.within(end, stop, "ORG")
    if named:
        return [Claim("producer", scene.ref(named[0]))]
    if stop > end and re.search(r"\b(?:his|her|their|its|our) (?:company|firm)", line.text[end:stop]):
        actor = scene.actor(line, end)
        return [Claim("producer", actor)] if actor else []
    return []


def _lists(scene: Scene, line: Line) -> None:
    if not line.has(FIELD_WORDS):
        return
    for match in line.reads(FIELD_OF):
        group = "list" if match["list"] else "list2"
        start = match.start(group)
        body = LIST_END.split(match[group])[0]
        parts = list(re.finditer(r"(?:(?!\s*,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+).)+", body))
        vocabulary = any(entry_at(line, i) for i, (a, b, _) in enumerate(line.words) if start <= a and b <= start + len(body))
        if group == "list2" and not vocabulary:
            continue
        for part in parts:
            _listed_item(scene, line, start + part.start(), start + part.end(), vocabulary)


def _listed_item(scene: Scene, line: Line, start: int, end: int, vocabulary: bool) -> None:
    text = line.text[start:end]
    stripped = re.sub(r"^(?:and|other|the|various|new)\s+", "", text.strip(" ,"))
    start += text.find(stripped)
    end = start + len(stripped)
    tokens = stripped.lower().split()
    if (
        not 1 <= len(tokens) <= 5
        or tokens[0] in words("stop")
        or tokens[-1] in words("generic")
        or tokens[-1] in SKIPPED
        or _blocked(scene, line, start, end)
    ):
        return
    if any(line.mask[i] != line.text[i] for i in range(start, end)) or not re.search(r"[a-z]{3}", stripped):
        return
    core = frozenset(singular(w) for w in re.findall(r"[a-z0-9]+", stripped.lower())) - {"technology", "field"}
    if core and not any(core <= key or key <= core for key, _ in scene.technologies):
        scene.technologies.append((core, Ref("Technology", stripped)))
        rule = "tech.listed" if vocabulary else "tech.maybe"
        scene.add(
            rule,
            Ref("Technology", stripped),
            line.start + start,
            line.start + end,
            Claim("name", stripped, lang="en"),
            Claim("nature", "field"),
            line=line,
        )


SKIPPED = frozenset(
    (
        "fields areas others so etc more innovation cooperation trade economy education culture science tourism investment "
        "industries development talent policy business"
    ).split()
)
