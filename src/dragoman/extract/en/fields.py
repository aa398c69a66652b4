"""Technologies: fields and products by vocabulary, kinds by head noun and modifier, with their uses and origins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.lexicon import listed, singular, words
from dragoman.extract.en.line import Line, pattern
from dragoman.extract.en.scene import Scene, plain

LONGEST = 6  # words in a vocabulary entry
LEFT_REACH = 4  # modifiers taken before a head
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
USED = re.compile(
    r"\b(?P<use>(?:(?:be|is|are|was|were|been|being|first|initially|originally|now|today|nowadays|already|widely|also|"
    r"mainly|primarily|currently|still|actively|successfully)\s+)*"
    r"(?:used|utili[sz]ed|applied|employed|deployed|intended|designed|developed|invented|laid|installed|conceived|"
    r"suitable|adapted)\s+(?:for|in|to|as|by)\s+[^,.;]{4,110})",
    re.I,
)
HELPS = re.compile(
    r"\b(?P<use>(?:helps?|assists?|capable of|able to|allows?|enables?)\s+(?!(?:find|establish|them|us|the company|"
    r"companies|institutes|universities|small|start)\b)[^.;]{4,120})",
    re.I,
)
CAN = re.compile(r"\b(?:can|could|may)\s+(?:also\s+)?$", re.I)
ORIGIN = re.compile(
    r"\b(?P<use>(?:came|come|comes|originates?|originated|derived|stems?|grew)\s+(?:out\s+of|from)\s+[^,.;"
    r"]{4,60}?(?=\s+and\b|[,.;]|$))",
    re.I,
)
PAST = re.compile(r"\b(?:first|originally|initially|once|formerly|was|were|previously)\b", re.I)
PERSONAL = re.compile(
    r"\b(?:he|she|they|we|i|funds?|money|grant|term|word|platform|mechanism|building|hall)\s+(?:\w+\s+)?$", re.I
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
USE_WORDS = frozenset(
    (
        "used utilized utilised applied employed deployed intended designed developed suitable adapted invented laid installed "
        "conceived help helps assist assists capable able allows allow enables enable came comes come originates originated "
        "derived stems grew"
    ).split()
)
FIELD_WORDS = frozenset(
    (
        "field fields area areas sphere spheres domain domains sector sectors direction directions industries specializes "
        "specialises specializing specialising working work works projects technologies cooperation laboratory laboratories "
        "developments development research achievements leaders leader specialized specialised"
    ).split()
)


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word to the entries it starts, longest first, each with its class."""
    made: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("fields", "products"):
        for entry in listed(kind):
            parts = tuple(entry.split())
            made.setdefault(singular(parts[0]) if len(parts) == 1 else parts[0], []).append((parts, kind))
    for entries in made.values():
        entries.sort(key=lambda e: -len(e[0]))
    return made


def _entry_at(line: Line, index: int) -> tuple[int, str] | None:
    """The longest vocabulary entry that starts at a word: how many words, and its class."""
    tokens = line.words
    low = tokens[index][2]
    for key in dict.fromkeys((low, singular(low))):
        for parts, kind in _index().get(key, ()):
            have = [t[2] for t in tokens[index : index + len(parts)]]
            if len(have) < len(parts) or have[:-1] != list(parts[:-1]):
                continue
            if (have[-1] == parts[-1] or singular(have[-1]) == singular(parts[-1])) and _joined(
                line, index, index + len(parts) - 1
            ):
                return len(parts), kind
    return None


def _joined(line: Line, first: int, last: int) -> bool:
    return all(line.text[line.words[i][1] : line.words[i + 1][0]] in (" ", "-", "\n") for i in range(first, last))


def spans(line: Line) -> Iterator[tuple[int, int, str]]:
    """Word ranges that name a technology: first, last (included), and how it was found."""
    at = 0
    tokens = line.words
    while at < len(tokens):
        found = _entry_at(line, at)
        if found:
            last = at + found[0] - 1
            first = at
            while last + 1 < len(tokens) and tokens[last + 1][2] in words("heads") and _joined(line, last, last + 1):
                last += 1
            first = _left(line, first)
            yield first, last, found[1]
            at = last + 1
            continue
        if tokens[at][2] in words("heads"):
            if at + 1 < len(tokens) and tokens[at + 1][2] in words("heads") and _joined(line, at, at + 1):
                at += 1
                continue
            first = _left(line, at)
            if _telling(line, first, at):
                yield first, at, "head"
        at += 1


def _left(line: Line, index: int) -> int:
    """The first modifier of a head: lower-case words and known adjectives right before it."""
    tokens, first = line.words, index
    while first > 0 and index - first < LEFT_REACH and _joined(line, first - 1, first):
        start, _end, low = tokens[first - 1]
        if (
            low in words("stop")
            or low.isdigit()
            or low in NOT_MODIFIERS
            or low.endswith(("ly", "'s", "’s"))
            or line.mask[start] != line.text[start]
        ):
            break
        if line.text[start].isupper() and start > 0 and low not in words("domains"):
            break
        if low.endswith("s") and not low.endswith(("ss", "ics")) and low not in words("domains"):
            break
        if low.endswith("ing") and low not in words("domains") and "-" not in low and low not in NOUNS_IN_ING:
            break
        if (
            low.endswith("ed")
            and "-" not in low
            and low not in words("domains")
            and low not in ("advanced", "unmanned", "integrated", "manned", "patented", "guided", "secured")
        ):
            break
        first -= 1
    while first < index and (tokens[first][2] in words("generic") or tokens[first][2] in words("kinds_of_adjectives")):
        first += 1
    return first


NOT_MODIFIERS = frozenset(
    (
        "million billion worth total number kinds types series pieces sets percent military-industrial import export are "
        "selling buying developing producing cooperation cooperate eye seeking finding deepen strengthen merely its whole "
        "first-class exchange"
    ).split()
)
NOUNS_IN_ING = frozenset(
    (
        "cutting mining printing imaging sensing measuring testing monitoring packaging welding machining positioning "
        "engineering manufacturing computing processing training diving bearing casting sintering coating building "
        "shipbuilding housing lighting cooling heating drilling sequencing lifting rolling flying charging ranging"
    ).split()
)


def _telling(line: Line, first: int, head: int) -> bool:
    """Whether a head has a modifier that says what it is."""
    mods = [low for _, _, low in line.words[first:head]]
    if line.words[head][2] not in words("weak_heads"):
        return bool(mods) or line.words[head][2] not in words("stop")
    return any(
        m in words("domains") or any(p in words("domains") for p in m.split("-")) or singular(m) in _nouns() for m in mods
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(e for key in ("fields", "products") for e in listed(key) if " " not in e)


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
    _uses(scene, line)
    passed = 0
    for first, last, how in spans(line):
        start, end = line.words[first][0], line.words[last][1]
        if start < passed or _blocked(scene, line, start, end) or _modifier(line, first, last):
            continue
        passed = _tell(scene, line, start, end, how)
    _lists(scene, line)


def _blocked(scene: Scene, line: Line, start: int, end: int) -> bool:
    absolute = line.start + start
    if any(a <= absolute < b for a, b in scene.uses):
        return True
    name = line.name_at(start) or line.name_at(end - 1)
    return name is not None and name.source != "anaphor"


POINTED = re.compile(r"\b(?:this|these|such|the same|that)\s+$", re.I)


def _head(text: str) -> str:
    return singular(text.lower().split()[-1])


def _modifier(line: Line, first: int, last: int) -> bool:
    """Whether the words only say what kind of body follows: a telecommunications vendor."""
    if last + 1 >= len(line.words) or line.text[line.words[last][1] : line.words[last + 1][0]] != " ":
        return False
    low = line.words[last + 1][2]
    return low in words("body_words") or low in (
        "vendor",
        "vendors",
        "industry",
        "industries",
        "sector",
        "market",
        "faculty",
        "department",
        "ministry",
        "experts",
        "specialists",
        "engineers",
        "students",
    )


def _tell(scene: Scene, line: Line, start: int, end: int, how: str) -> int:
    """Draft one technology; gives back where its words end."""
    core = frozenset(singular(w) for w in re.findall(r"[a-z0-9]+", line.text[start:end].lower())) - {"technology", "field"}
    text = plain(line.text[start:end])
    stop = _extended(line, end, how)
    if stop > end and how != "fields" and re.search(r"\b(?:an?|new)\s+$", line.text[:start], re.I):
        core |= frozenset(singular(w) for w in re.findall(r"[a-z0-9]+", line.text[end:stop].lower()))
    if not core or text.lower() in NO_TECHNOLOGY or any(core <= key for key, _ in scene.technologies):
        return stop
    if POINTED.search(line.text[:start]) and any(_head(ref.name) == _head(text) for _, ref in scene.technologies):
        return end
    ref = Ref("Technology", text)
    scene.technologies.append((core, ref))
    claims = [Claim("name", text, lang="en"), Claim("nature", "field" if how == "fields" else "product")]
    claims += _producer(scene, line, end, stop)
    begin = _introduced(line, start)
    scene.add(f"tech.{how}", ref, line.start + begin, line.start + stop, *claims, line=line)
    return stop


def _introduced(line: Line, start: int) -> int:
    """Take in the noun of transfer before a technology: transformation of military technologies."""
    found = re.search(r"(\w+)\s+of\s+$", line.text[:start])
    return found.start() if found and found[1].lower() in TECH_GROUP else start


def _extended(line: Line, end: int, how: str) -> int:
    made = PRODUCED.match(line.mask, end)
    if made and made.end() - end <= 60:
        return made.end()
    if how != "fields":
        relative = RELATIVE.match(line.text, end)
        if relative and re.search(r"\b(?:an?|new)\s+(?:\w+\s+){0,3}$", line.text[:end]):
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


def _current(scene: Scene) -> Ref | None:
    return scene.technologies[-1][1] if scene.technologies else None


def _uses(scene: Scene, line: Line) -> None:
    if not line.has(USE_WORDS):
        return
    taken = 0
    for match in sorted(
        [*USED.finditer(line.text), *HELPS.finditer(line.text), *ORIGIN.finditer(line.text)], key=lambda m: m.start()
    ):
        if match.start() < taken or PERSONAL.search(line.text[: match.start()]) or not _about_thing(scene, line, match.start()):
            continue
        end = clause.right_edge(
            line, match.start("use"), match.end("use") if match.re is ORIGIN else match.start("use") + 14, 140
        )
        taken = max(match.end(), end)
        past = bool(PAST.search(match["use"][:30])) or match["use"].lower().startswith(
            ("came", "come", "orig", "deriv", "stem", "grew")
        )
        _use_pieces(scene, line, match.start("use"), end, past)


def _about_thing(scene: Scene, line: Line, at: int) -> bool:
    """Whether a thing, not a person or body, is what is used: a technology in the sentence, or `it` after one."""
    before = line.text[:at]
    if re.search(
        r"\b(?:robots?|machines?|technolog\w+|systems?|devices?|equipment|products?|lasers?|drones?|materials?|it|they|"
        r"coatings?|software|which|that|apparatus|simulator|complex)\b[^.;]{0,80}$",
        before,
        re.I,
    ):
        return bool(scene.technologies) or any(True for _ in spans(line))
    return False


def _use_pieces(scene: Scene, line: Line, begin: int, stop: int, past: bool) -> None:
    """One draft a use; `and can also help ...` starts another."""
    text = line.text[begin:stop]
    pieces = [
        p
        for p in re.finditer(r"(?:(?!,?\s+and\s+(?:can|now|also|to\s+\w|is\s|are\s)\s*|,?\s+but\s|,?\s+while\s).)+", text)
        if len(p[0].strip()) > 8
    ]
    about = _current(scene)
    if about is None:
        first = next(iter(spans(line)), None)
        if first is None:
            return
        about = Ref("Technology", plain(line.text[line.words[first[0]][0] : line.words[first[1]][1]]))
    for piece in pieces:
        start = begin + piece.start() + len(piece[0]) - len(piece[0].lstrip(" ,"))
        end = begin + piece.end()
        while end > start and line.text[end - 1] in ' ,”"':
            end -= 1
        scene.uses.append((line.start + start, line.start + end))
        scene.add(
            "tech.use",
            about,
            line.start + start,
            line.start + end,
            Claim("pastUse" if past else "use", line.text[start:end], lang="en"),
            line=line,
        )


def _lists(scene: Scene, line: Line) -> None:
    if not line.has(FIELD_WORDS):
        return
    for match in FIELD_OF.finditer(line.text):
        group = "list" if match["list"] else "list2"
        start = match.start(group)
        body = LIST_END.split(match[group])[0]
        parts = list(re.finditer(r"(?:(?!\s*,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+).)+", body))
        vocabulary = any(_entry_at(line, i) for i, (a, b, _) in enumerate(line.words) if start <= a and b <= start + len(body))
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
