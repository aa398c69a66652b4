"""What a technology is used for, was used for, and where it came from."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import twin
from dragoman.extract.en.techwords import known
from dragoman.extract.en.terms import Span

USED = re.compile(
    r"\b(?P<use>(?:(?:be|is|are|was|were|been|being|first|initially|originally|now|today|nowadays|already|widely|also|"
    r"mainly|primarily|currently|still|actively|successfully)\s+)*"
    r"(?:used|utili[sz]ed|applied|employed|deployed|intended|designed|developed|invented|laid|installed|conceived|"
    r"suitable|suited|adapted|meant|conceived|built|created|made|tested|trialled|piloted|fitted|mounted|ordered|bought|"
    r"recommended|certified|approved|repurposed|converted|modified|tailored|aimed|serves?|served)\s+(?:for|in|to|as|by|on|"
    r"at|with)\s+[^,.;]{4,110})",
    re.I,
)
HELPS = re.compile(
    r"\b(?P<use>(?:helps?|assists?|capable of|able to|allows?|enables?|makes? it possible to|lends? itself to|"
    r"(?:finds?|found|has) (?:its |an? |wide |broad |new )*(?:use|uses|application|applications|users) (?:in|as|for|among)|"
    r"for use (?:in|on|by|as|at|with|under)|protects?|replaces?|can be (?:used|applied|installed|fitted|mounted|carried|"
    r"worn|attached|steered|flown|operated))\s+(?!(?:find|establish|them|us|the company|"
    r"companies|institutes|universities|small|start)\b)[^.;]{4,120})",
    re.I,
)
ORIGIN = re.compile(
    r"\b(?P<use>(?:(?:came|come|comes|originates?|originated|derived|derives|stems?|grew|grown|spun|split|evolved|"
    r"descend(?:s|ed)|borrowed|adapted|transferred|taken over|born)\s+(?:off\s+)?(?:out\s+of|from|of)|spin-off (?:of|from)|"
    r"(?:started|began|begun) (?:its |their )?(?:life |out )?as|goes back to|(?:has|have) (?:its|their) (?:roots|"
    r"origins?) in|"
    r"by-product of|whose first (?:customers?|users?|buyers?|owners?) (?:was|were)|once (?:an? |the |part of)|formerly|"
    r"first (?:flew|served|worked|ran|saw)|a legacy of)\s+[^,.;]{4,70}?(?=\s+and\b|[,.;]|$))",
    re.I,
)
DOES = re.compile(
    r"\s+(?P<use>(?:(?:that|which|can|could|will|would|also|now|automatically|already|is able to|are able to|both)\s+)*"
    r"(?:detect|track|monitor|measur|map|recogni[sz]|identif|clean|inspect|patrol|carr|lift|transport|sort|spray|weed|purif|"
    r"filter|kill|destroy|neutrali[sz]|extinguish|locat|scan|analy[sz]|diagnos|treat|heal|restor|protect|warn|predict|"
    r"forecast|steer|guid|jam|intercept|encrypt|stor|generat|convert|cut|weld|drill|print|simulat|teach|translat|read|see|"
    r"watch|count|weigh|check|sav|reduc|prevent|replac|withstand|operat|dive|climb|swim|search|find|guard|suppl|deliver|"
    r"transmit|receiv|separat|remov|coat|harden|speed|shorten|lower|rais|counter|shoot|repel|resist|record|photograph)"
    r"(?:s|es|ies|ed|e|y)?\s+(?!by\b|at the (?:expo|fair|exhibition)|with\b)[^,.;]{4,100})",
    re.I,
)
THING = re.compile(
    r"\b(?:the|this|these|its|their|such)\s+(?:(?:same|new|whole|original)\s+)?(?:technolog\w+|systems?|devices?|equipment|"
    r"materials?|apparatus|software|machines?|instruments?|suits?|coatings?|alloys?|units?|sensors?|method|engines?|gloves)\b"
    r"(?:\s+(?!of\b)[^.;]{0,40})?$",
    re.I,
)
POINTER = re.compile(
    r"\b(?:technolog\w+|systems?|devices?|equipment|products?|materials?|it|they|which|that|apparatus|complex|developments?|"
    r"inventions?|exhibits?)\b[^.;]{0,80}$",
    re.I,
)
PAST_STARTS = tuple(
    "came|come|orig|deriv|stem|grew|spun|spin|start|beg|once|former|whose|first|evol|desc|a leg|goes|has|born|borrow|"
    "adapted from|taken|transferred|conceived".split("|")
)
PAST = re.compile(r"\b(?:first|originally|initially|once|formerly|was|were|previously)\b", re.I)
PERSONAL = re.compile(
    r"\b(?:he|she|they|we|i|funds?|money|grant|term|word|platform|mechanism|building|hall)\s+(?:\w+\s+)?$", re.I
)
USE_WORDS = Gate(
    (
        "used utilized utilised applied employed deployed intended designed developed suitable adapted invented laid installed "
        "conceived help helps assist assists capable able allows allow enables enable came comes come originates originated "
        "derived stems grew suited meant built created made tested trialled piloted fitted mounted ordered bought recommended "
        "certified approved repurposed converted modified tailored aimed serves serve served makes make lends lend finds found "
        "find use protects replaces protect replace can derives grown spun split evolved descends descended borrowed "
        "transferred taken born spin-off started began begun goes has have by-product whose once formerly first legacy"
    ).split()
)

USED_WORDS = Gate(
    (
        "used utilized utilised applied employed deployed intended designed developed invented laid installed conceived "
        "suitable suited adapted meant built created made tested trialled piloted fitted mounted ordered bought recommended "
        "certified approved repurposed converted modified tailored aimed serve serves served"
    ).split()
)
HELP_WORDS = Gate(
    (
        "help helps assist assists capable able allow allows enable enables make makes lend lends use uses application "
        "applications users protect protects replace replaces can"
    ).split()
)
ORIGIN_WORDS = Gate(
    (
        "came come comes originate originates originated derived derives stem stems grew grown spun split evolved descends "
        "descended borrowed adapted transferred taken born spin started began begun goes roots origin origins product whose "
        "once formerly first legacy"
    ).split()
)


def _current(scene: Scene) -> Ref | None:
    return scene.technologies[-1][1] if scene.technologies else None


def uses(scene: Scene, line: Line, terms: list[Span]) -> None:
    """Uses and origins of the technologies of a sentence; `terms` are its word ranges that name one."""
    taken = 0
    for match in sorted(_matches(line, terms), key=lambda m: m.start("use")):
        if (
            match.start("use") < taken
            or twin(PERSONAL).search(line.small[: match.start("use")])
            or not _about_thing(scene, line, match, terms)
        ):
            continue
        end = clause.right_edge(
            line, match.start("use"), match.end("use") if match.re is ORIGIN else match.start("use") + 14, 140
        )
        taken = max(match.end(), end)
        past = bool(PAST.search(match["use"][:30])) or match["use"].lower().startswith(PAST_STARTS)
        _use_pieces(scene, line, match.start("use"), end, past, terms)


def _matches(line: Line, terms: list[Span]) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    if line.has(USE_WORDS):
        for shape, gate in ((USED, USED_WORDS), (HELPS, HELP_WORDS), (ORIGIN, ORIGIN_WORDS)):
            if line.names_any(gate):
                found += line.reads(shape)
    ends = [line.words[last][1] for _, last, _ in terms]
    words, told = line.words, set(ends)
    for i in sorted([i for low in line.lows & known("heads") for i in line.places[low]]):
        if i and words[i - 1][2] in ("the", "this", "these") and words[i][1] not in told:
            ends.append(words[i][1])
    return found + [does for end in ends if (does := line.reads_at(DOES, end)) is not None]


def _about_thing(scene: Scene, line: Line, match: re.Match[str], terms: list[Span]) -> bool:
    """Whether a thing, not a person or body, is what is used: a technology in the sentence, or `it` after one."""
    if match.re is DOES:
        return True
    at = match.start()
    before = line.text[:at]
    if match.re is not HELPS and not re.sub(r"\W", "", before) and scene.technologies:
        return True  # a note below a product: Conceived for harbour defence
    low = line.small[:at]
    if twin(THING).search(low):
        return True
    if twin(POINTER).search(low):
        return bool(scene.technologies) or bool(terms)
    return any(line.words[last][1] <= at and at - line.words[last][1] <= 60 for _, last, _ in terms)


def _use_pieces(scene: Scene, line: Line, begin: int, stop: int, past: bool, terms: list[Span]) -> None:
    """One draft a use; `and can also help ...` starts another."""
    text = line.text[begin:stop]
    pieces = [
        p
        for p in re.finditer(r"(?:(?!,?\s+and\s+(?:can|now|also|to\s+\w|is\s|are\s)\s*|,?\s+but\s|,?\s+while\s).)+", text)
        if len(p[0].strip()) > 8
    ]
    about = _current(scene)
    if about is None:
        first = next(iter(terms), None)
        if first is None:
            about = Ref("Technology", plain(text))
        else:
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
