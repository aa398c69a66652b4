"""Languages: told by script, then by telling letters, and only among Latin languages by a model (py3langid)."""

from __future__ import annotations

import re

from dragoman.text import scripts

SAMPLE = 4_000  # code points that are looked at: keeps the cost of a long text flat
ENOUGH_LETTERS = 40  # about six words; on fewer py3langid guesses, names above all
ENGLISH_SHARE = 0.08  # of words only English has: "the" and "and" alone are more of any English prose
KANA_SHARE = 0.05  # of East Asian characters: most of Japanese prose is kana, a Chinese text may quote a brand name

SCRIPT_LANGUAGE = {
    "Han": "zh", "Kana": "ja", "Hangul": "ko", "Greek": "el", "Arabic": "ar", "Hebrew": "he", "Devanagari": "hi",
    "Thai": "th", "Georgian": "ka", "Armenian": "hy",
}  # fmt: skip
CYRILLIC_TELLTALES = (
    ("be", re.compile("[ўЎ]")),
    ("kk", re.compile("[әғқңөұүһӘҒҚҢӨҰҮҺ]")),
    ("uk", re.compile("[їєґЇЄҐ]|(?<![А-Яа-я])[іІ](?![А-Яа-я])|[а-я]і[а-я]")),
    ("sr", re.compile("[ђјљњћџЂЈЉЊЋЏ]")),
    ("mk", re.compile("[ѓќѕЃЌЅ]")),
)
RUSSIAN_ONLY = re.compile("[ыэёЫЭЁ]")
BULGARIAN_VOWEL = re.compile("[а-я]ъ[бвгджзклмнпрстфхцчшщ]", re.IGNORECASE)
ENGLISH_WORDS = frozenset({
    "the", "and", "with", "from", "that", "has", "have", "were", "which", "this", "are", "will", "their", "been",
})  # fmt: skip
WORD = re.compile(r"[A-Za-zÀ-ɏ]+")


def detect(text: str) -> str:
    """The ISO 639-1 language of a text; English where there are too few letters to tell."""
    sample = text[:SAMPLE]
    script = scripts.dominant(sample)
    if script in ("Han", "Kana"):
        return _east_asian(sample)
    if script == "Cyrillic":
        return _cyrillic(sample)
    if script == "Latin":
        return _latin(sample)
    return SCRIPT_LANGUAGE.get(script, "en")


def _east_asian(sample: str) -> str:
    found = scripts.count(sample)
    kana, han = found.get("Kana", 0), found.get("Han", 0)
    return "ja" if kana > KANA_SHARE * (kana + han) else "zh"


def _cyrillic(sample: str) -> str:
    letters = scripts.count(sample)["Cyrillic"]
    for lang, telltale in CYRILLIC_TELLTALES:
        if len(telltale.findall(sample)) * 200 >= letters:  # one in 200 letters: a foreign name does not turn a text
            return lang
    if not RUSSIAN_ONLY.search(sample) and BULGARIAN_VOWEL.search(sample):
        return "bg"
    return "ru"


def _latin(sample: str) -> str:
    words = [w.lower() for w in WORD.findall(sample)]
    if sum(map(len, words)) < ENOUGH_LETTERS:
        return "en"
    if sum(w in ENGLISH_WORDS for w in words) >= ENGLISH_SHARE * len(words):
        return "en"
    import py3langid

    return str(py3langid.classify(sample)[0])
