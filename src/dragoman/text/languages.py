"""Languages: told by script, then by telling letters, and among Latin languages by their function words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from dragoman import data
from dragoman.text import scripts

SAMPLE = 4_000  # code points that are looked at: keeps the cost of a long text flat
ENOUGH_LETTERS = 40  # about six words: a name or a heading has too few function words to tell
KNOWN_SHARE = 0.12  # of words that are function words of a language; prose has 0.2 to 0.5, see tests/text/test_languages.py
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
WORD = re.compile(r"[A-Za-zÀ-ɏ\u1e00-\u1eff]+")
TELLING = (
    ("vi", "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư"),
    ("pl", "łąęśźż"), ("cs", "ěřů"), ("hu", "őű"), ("tr", "ğış"),
    ("ro", "șță"), ("de", "ß"), ("es", "ñ¿¡"), ("pt", "ãõ"),
)  # fmt: skip
LETTER_WEIGHT = 0.6  # of a function word: letters tell neighbours apart, function words tell a language


def detect(text: str) -> str:
    """The ISO 639-1 language of a text; English where there are too few letters to tell, empty where none is known."""
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


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages each function word belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for row in data.text("function_words.tsv").splitlines()[1:]:
        lang, _, words = row.partition("\t")
        for word in words.split():
            found[word] = (*found.get(word, ()), lang)
    return found


def _latin(sample: str) -> str:
    words = [w.lower() for w in WORD.findall(sample)]
    if sum(map(len, words)) < ENOUGH_LETTERS:
        return "en"
    known = _languages_of()
    scores: defaultdict[str, float] = defaultdict(float)
    for word in words:
        for lang in known.get(word, ()):
            scores[lang] += 1
    lower = sample.lower()
    for lang, letters in TELLING:
        if scores[lang]:
            scores[lang] += LETTER_WEIGHT * sum(lower.count(letter) for letter in letters)
    best, score = max(scores.items(), key=lambda item: item[1], default=("", 0))
    return best if score >= KNOWN_SHARE * len(words) else ""
