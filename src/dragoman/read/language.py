"""The language of each block: that of the document where the script is the same, else its own."""

from __future__ import annotations

import re

from dragoman.text.languages import detect

_RUNS = {"Han": re.compile("[\u3040-\u30ff\u3400-\u9fff]+"), "Cyrillic": re.compile("[\u0400-\u04ff]+")}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_OTHER = re.compile("[\u0370-\u03ff\u0531-\u0dff\u0e00-\u10ff\uac00-\ud7a3]")
SAMPLE = 300  # characters of a block looked at
ENOUGH = 1_000  # characters from which the language of a document is told
WEIGHT = 2  # a Chinese character says as much as two letters or more


def script(text: str) -> str:
    """Han, Cyrillic, Latin, other, or nothing where there are no letters. Quick: it is asked of every block."""
    text = text[:SAMPLE]
    latin = sum(map(len, _LATIN.findall(text)))
    if text.isascii():
        return "Latin" if latin else ""
    han, cyrillic = (sum(map(len, run.findall(text))) for run in _RUNS.values())
    best = max((WEIGHT * han, "Han"), (cyrillic, "Cyrillic"), (latin, "Latin"))
    if _OTHER.search(text) and len(_OTHER.findall(text)) > best[0]:
        return "other"
    return best[1] if best[0] else ""


def languages(texts: list[str]) -> list[str]:
    """ISO 639-1 codes of blocks that stand in one document; empty for a block without letters."""
    scripts = [script(t) for t in texts]
    langs: dict[str, str] = {}
    for kind in dict.fromkeys(s for s in scripts if s):
        longest = sorted((t for t, s in zip(texts, scripts, strict=True) if s == kind), key=len, reverse=True)
        langs[kind] = detect("\n".join(t[:SAMPLE] for t in longest[:5])[:ENOUGH])
    return [langs.get(s, "") for s in scripts]
