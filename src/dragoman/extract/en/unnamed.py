"""Parties of interest that are told but not named: a Chinese multinational technology company, two banks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene


@cache
def _unnamed() -> re.Pattern[str]:
    adjective = choice(words("kinds_of_adjectives"))
    body = choice(words("body_words"))
    mods = (
        r"(?:(?!(?:of|in|for|to|and|the|with|by|from|at|on|that|which|an?|include|includes|are|is|was|were|has|have|two|"
        r"three|we|they)\b)[\w-]+\s+){0,4}?"
    )
    return re.compile(
        rf"\b(?P<det>an?|another|one|two|three|four|five|"
        rf"[1-9]\d?)\s+(?P<pre>{mods})(?P<adj>{adjective}\b)?\s?(?P<mods>{mods})(?P<body>{body})\b"
        r"(?P<tail>(?:\s+(?:of|for)\s+(?!the\b|its\b|their\b)[a-z][\w-]*(?:\s+(?!that|which|who|has|is|was|"
        r"said)[a-z][\w-]+){0,2})?"
        r"(?:\s+(?:which|that|engaged in|speciali[sz]ing in|working in|producing|developing|researching)\s+[^,.;"
        r"\"”]{4,70}?(?=[,.;\"”]|$| and | will | said | has )|(?P<site>(?=\s+(?:in|from)\s+[ሐ])))?)",
        re.I,
    )


BODY_WORDS = Gate(words("body_words"))
ACTORS = re.compile(
    r"compan|firm|manufact|maker|produc|suppl|develop|vendor|start-?up|conglom|corporat|enterpris|group|institut|operator", re.I
)
BASED = re.compile(r"ሐ+-(?:based|headquartered)")


def unnamed(scene: Scene, line: Line) -> Iterator[Name]:
    """Parties of interest without a name: a Chinese multinational technology company, two British universities."""
    if not line.has(BODY_WORDS):
        return
    for match in line.finds(_unnamed()):
        mods, tail = (match["pre"] + match["mods"]).split(), match["tail"]
        adjective = match["adj"] or any(m.lower() in words("kinds_of_adjectives") or m.endswith("-based") for m in mods)
        if any(c in BASED.sub("", match[0]) for c in "ሀለመረሰ"):
            continue
        tail = tail if ACTORS.search(match["body"]) else ""
        if not (adjective or tail or match["site"] is not None or _telling(mods)) or _hypothetical(line, match.start()):
            continue
        few = match["det"].lower() in ("a", "an", "another", "one", "two", "three")  # more are counted, not told apart
        sited = match["site"] is not None and re.match(
            r"institut|universit|colleg|factor|compan|firm|manufact|polytech|bank", match["body"], re.I
        )
        if any(m.lower() in words("stop") or m.lower() in ("joint", "we", "years") for m in mods):
            continue
        if match["site"] is not None and not sited and not adjective and not _telling(mods):
            continue
        if not few or (tail and not adjective and not mods and "which" not in tail and "that" not in tail):
            continue
        end = match.end()
        text = line.text[match.start() : end].rstrip()
        country = ""
        yield Name(
            "ORG",
            line.start + match.start(),
            line.start + match.start() + len(text),
            text,
            "en",
            _schema(match["body"]),
            "unnamed",
            country,
            0.9,
            "unnamed",
        )


def _telling(mods: list[str]) -> bool:
    lows = {m.lower() for m in mods}
    return bool(lows & words("domains")) or bool(
        lows
        & {
            "multinational",
            "technology",
            "defence",
            "defense",
            "state-owned",
            "high-tech",
            "telecom",
            "telecoms",
            "private",
            "central",
            "fighter-aircraft",
            "telecommunications",
            "leading",
            "commercial",
            "military-industrial",
            "local",
        }
    )


def _hypothetical(line: Line, at: int) -> bool:
    before = line.text[max(0, at - 25) : at].lower()
    return bool(re.search(r"\b(?:as|become|becoming|being|is|was|not|into|like|if|any)\s+$", before))


def _schema(body: str) -> str:
    low = body.lower()
    if re.search(
        r"compan|firm|enterprise|corporat|conglomerate|start-?up|manufacturer|producer|supplier|developer|operator|holding|"
        r"giant|contractor",
        low,
    ):
        return "Company"
    return "PublicBody" if low in ("agency",) else "Organization"
