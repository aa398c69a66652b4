"""Pinyin syllables in Tongyong Pinyin, which many schools and places of Taiwan keep: zhong is jhong, feng fong."""

from __future__ import annotations

from functools import lru_cache

WHOLE = {
    "zhi": "jhih", "chi": "chih", "shi": "shih", "ri": "rih", "zi": "zih", "ci": "cih", "si": "sih", "feng": "fong",
    "weng": "wong", "wen": "wun",
}  # fmt: skip
FINALS = {"iu": "iou", "ui": "uei", "un": "un", "iong": "yong"}


@lru_cache(maxsize=512)
def tongyong(syllable: str) -> str:
    """One pinyin syllable (ü as u or v) in Tongyong letters."""
    whole = WHOLE.get(syllable)
    if whole:
        return whole
    text = syllable.replace("v", "yu")
    if text.startswith("zh"):
        text = "j" + text[1:]
    elif text[:1] in ("q", "x"):
        text = {"q": "c", "x": "s"}[text[0]] + ("y" + text[1:] if text[1] == "u" else text[1:])
    elif text.startswith("ju"):
        text = "jyu" + text[2:]
    return next((text[: -len(old)] + new for old, new in FINALS.items() if text.endswith(old)), text)
