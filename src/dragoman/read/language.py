"""The language of a block, told by its script where that is enough."""

from __future__ import annotations

import re

_HAN = re.compile("[\u3400-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def language(text: str) -> str:
    """ISO 639-1 code by script: zh, ru or en; empty where there are no letters. A Chinese character counts as two letters."""
    counts = {"zh": 2 * len(_HAN.findall(text)), "ru": len(_CYRILLIC.findall(text)), "en": len(_LATIN.findall(text))}
    best = max(counts, key=lambda k: counts[k])
    return best if counts[best] else ""
