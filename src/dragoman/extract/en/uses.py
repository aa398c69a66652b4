"""What a technology is used for, was used for, and where it came from."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.terms import spans

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
ORIGIN = re.compile(
    r"\b(?P<use>(?:came|come|comes|originates?|originated|derived|stems?|grew)\s+(?:out\s+of|from)\s+[^,.;"
    r"]{4,60}?(?=\s+and\b|[,.;]|$))",
    re.I,
)
PAST = re.compile(r"\b(?:first|originally|initially|once|formerly|was|were|previously)\b", re.I)
PERSONAL = re.compile(
    r"\b(?:he|she|they|we|i|funds?|money|grant|term|word|platform|mechanism|building|hall)\s+(?:\w+\s+)?$", re.I
)
USE_WORDS = frozenset(
    (
        "used utilized utilised applied employed deployed intended designed developed suitable adapted invented laid installed "
        "conceived help helps assist assists capable able allows allow enables enable came comes come originates originated "
        "derived stems grew"
    ).split()
)


def _current(scene: Scene) -> Ref | None:
    return scene.technologies[-1][1] if scene.technologies else None


def uses(scene: Scene, line: Line) -> None:
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
