"""Languages: told by script, then by telling letters, and among Latin languages by their function words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from dragoman import data
from dragoman.text import scripts

SAMPLE = 4_000  # code points that are looked at: keeps the cost of a long text flat
SHORT = 25  # words; a shorter text is only told as another language than English on evidence of two kinds or two words
FEW = 6  # words in small letters: fewer may be a list of names, more are a sentence in some language
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
VIETNAMESE = "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư"  # letters no other language has, but for đ
ALPHABET = {
    "fr": "àâæçéèêëîïôœùûü", "es": "áéíñóúü", "pt": "ãõáâàçéêíóôú", "it": "àèéìòù", "de": "äöüß", "nl": "éëï", "sv": "åäö",
    "da": "æøå", "fi": "äö", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű",
    "ro": "ăâîșşțţ", "hr": "čćđšž", "tr": "çğıöşü", "vi": "àáâãèéêìíòóôõùúýăĩũ" + VIETNAMESE, "id": "", "uz": "", "en": "",
}  # fmt: skip
TELLING = {
    "vi": VIETNAMESE, "pl": "łąęśźż", "cs": "ěřů", "hu": "őű", "tr": "ğış", "ro": "șță", "de": "ß", "es": "ñ", "pt": "ãõ",
    "sv": "å", "da": "øæ", "fr": "œ", "hr": "đć",
}  # fmt: skip
ACCENT, LETTER, SHARED = 0.5, 0.6, 0.3  # of a function word: an accent, a letter few languages have, a word English has too
ALIEN = -0.7  # a letter the language does not have

# Words of names between capitals (Rio de Janeiro, von der Leyen): they say nothing of the text around them.
PARTICLES = frozenset(
    "de da do dos das di del della dello dei du la le les los las el al van von der den ter zu zur y e i".split()
)
ENGLISH_CAPITALS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday university institute academy ministry company technology centre center mr mrs ms".split()
)


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
    words = _prose(sample)
    scores, proofs = _scores(words)
    english = scores.pop("en", 0.0)
    best, score = max(scores.items(), key=lambda item: item[1], default=("", 0.0))
    if score > english and score >= KNOWN_SHARE * len(words) and (len(words) >= SHORT or proofs[best] >= 2):
        return best
    return "en" if english or len(words) < FEW else ""


def _prose(sample: str) -> list[str]:
    """The words that are no part of a name: small ones, and capitalised ones that open a sentence or are English titles."""
    found = list(WORD.finditer(sample))
    kept = []
    for n, match in enumerate(found):
        word = match[0]
        before = sample[found[n - 1].end() : match.start()] if n else "\n"
        opens = "\n" in before or before.rstrip()[-1:] in (".", "!", "?")
        named = (word[0].isupper() and not opens) or (word in PARTICLES and _in_name(found, n))
        if not named or word.lower() in ENGLISH_CAPITALS:
            kept.append(word.lower())
    return kept


def _in_name(found: list[re.Match[str]], n: int) -> bool:
    """Whether the words before and after are capitalised, other particles between left out."""
    if not 0 < n < len(found) - 1 or (not found[n - 1][0][0].isupper() and found[n - 1][0] not in PARTICLES):
        return False
    ahead = next((m[0] for m in found[n + 1 : n + 4] if m[0] not in PARTICLES), "a")
    return ahead[0].isupper()


def _scores(words: list[str]) -> tuple[dict[str, float], dict[str, int]]:
    """How much speaks for each language, and how many different words do so that English does not have."""
    known = _languages_of()
    scores: defaultdict[str, float] = defaultdict(float)
    proofs: defaultdict[str, int] = defaultdict(int)
    for word in words:
        langs = known.get(word, ())
        for lang in langs:
            scores[lang] += SHARED if lang != "en" and "en" in langs else 1
    for word in set(words):
        langs = known.get(word, ())
        for lang in langs if "en" not in langs else ():
            proofs[lang] += 1
        if not word.isascii():
            _letters(word, scores, proofs)
    return scores, proofs


def _letters(word: str, scores: dict[str, float], proofs: dict[str, int]) -> None:
    """Count the letters of a word for the languages that have them, and against those that do not."""
    marks = {c for c in word if c > "\x7f"}
    for lang, letters in ALPHABET.items():
        if not marks <= set(letters):
            scores[lang] += ALIEN
            continue
        telling = bool(marks & set(TELLING.get(lang, "")))
        scores[lang] += ACCENT + LETTER * telling
        proofs[lang] += 1 + telling
