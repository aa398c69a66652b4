"""Pinyin syllables in Wade-Giles as names of Taiwan and old texts have it, without marks: xing is hsing, zhong chung."""

from __future__ import annotations

from functools import lru_cache

INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"), ("q", "ch"), ("x", "hs"),
    ("z", "ts"), ("c", "ts"), ("r", "j"),
)  # fmt: skip
WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "szu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "er": "erh",
    "you": "yu", "ye": "yeh", "yan": "yen", "yong": "yung", "ge": "ko", "ke": "ko", "he": "ho", "gui": "kuei",
    "kui": "kuei", "e": "o",
}  # fmt: skip
FINALS = {"ian": "ien", "ie": "ieh", "ue": "ueh", "ve": "ueh", "ong": "ung", "iong": "iung"}
NO_U = frozenset(("d", "t", "n", "l", "z", "c", "s", "zh", "ch", "r"))  # before -uo: to, cho, jo; but kuo, huo, shuo


@lru_cache(maxsize=512)
def wade_giles(syllable: str) -> str:
    """One pinyin syllable (ü as u or v) in Wade-Giles letters."""
    whole = WHOLE.get(syllable)
    if whole:
        return whole
    initial, letter = next(((old, new) for old, new in INITIALS if syllable.startswith(old)), ("", ""))
    if not initial and syllable[:1] in "ptkmfnlhs":
        initial = letter = syllable[0]
    final = syllable[len(initial) :]
    if final == "uo" and initial in NO_U:
        final = "o"
    return letter + FINALS.get(final, final).replace("v", "u")
