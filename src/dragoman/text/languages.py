"""Languages: told by script, then by telling letters, and among Latin languages by their function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

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
# Function words, most frequent first. A word of several languages counts for each of them.
FUNCTION_WORDS = {
    "en": "the of and to in is was for with on by that are from as at be this which has have were its will an or it he their been they not but who also",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind",
    "fr": "de la le les et des en un une du est dans que pour qui au par sur plus pas avec son il ce aux sont été cette ont ses se leur mais nous elle d l",
    "es": "de la que el en y los del las se por un para con una su al lo como más pero sus este ha es son fue está han esta entre cuando también ya",
    "it": "di e il la che in un a per è una del della con le si da non i dei al nel gli ha sono delle più anche alla dal come sua lo dalla ed nella l d",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi à seu sua ou são nos pela pelo está também foram",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er die om ook als door bij uit naar heeft werd wordt maar nog hebben deze dan over zich",
    "pl": "w i na z do nie się że jest o to jak po przez dla od oraz są który która które za ale był była przy tym będzie ma tego jego roku",
    "cs": "a se v na je že z s o do i to jako pro ve za by k po které který která byl byla jsou od ale při jeho také u aby nebo však roce",
    "sk": "a sa v na je že z s o do aj to ako pre vo za by k po ktoré ktorý ktorá bol bola sú od ale pri jeho tiež u aby alebo však roku",
    "hu": "a az és hogy nem is egy van volt ez de meg azt csak már el mint vagy ki ha fel be még kell után által szerint amely között új",
    "tr": "ve bir bu için ile da de olarak olan en daha çok gibi kadar sonra olduğu var ise tarafından ilk yeni büyük her ne ya göre yıl üzere",
    "vi": "và của là các có được trong cho một với những không người này đã về để tại từ khi như năm đến cũng trên theo ra sẽ vào nhiều",
    "sv": "och i att det som en på är av för med den till har de inte om ett han var men sig från vi så kan när år ska vid också efter genom",
    "da": "og i at det er en til på som med de den for af ikke der var et har om vi ved fra kan efter blev også eller men være blevet",
    "fi": "ja on ei se että hän oli mutta ovat kuin myös sen joka tai niin mukaan vuonna jos kun ole tämä sekä voi jo ennen kanssa vuoden",
    "ro": "și de în a la cu pe este din o un care nu se mai pentru că au sunt fost prin al ale sau după lui dintre această care anul",
    "hr": "i u je na se da su za od s a ne koji koja to iz o kao bi do što biti će po godine ali ili te kako nakon prema ima",
    "id": "yang dan di dengan untuk dari dalam pada ini itu tidak akan oleh adalah ke juga telah sebagai dapat karena tersebut bahwa ada mereka para",
    "uz": "va bilan uchun bu bir ham edi bo'lgan deb esa o'z yil qilish emas haqida mumkin kerak hamda tomonidan orqali davlat boshqa yangi",
}
TELLING = (("vi", "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư"), ("pl", "łąęśźż"), ("cs", "ěřů"), ("hu", "őű"), ("tr", "ğış"), ("ro", "șță"),
           ("de", "ß"), ("es", "ñ¿¡"), ("pt", "ãõ"))  # fmt: skip
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
    for lang, words in FUNCTION_WORDS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), lang)
    return found


def _latin(sample: str) -> str:
    words = [w.lower() for w in WORD.findall(sample)]
    if sum(map(len, words)) < ENOUGH_LETTERS:
        return "en"
    known = _languages_of()
    scores: Counter[str] = Counter()
    for word in words:
        for lang in known.get(word, ()):
            scores[lang] += 1
    lower = sample.lower()
    for lang, letters in TELLING:
        if scores[lang]:
            scores[lang] += LETTER_WEIGHT * sum(lower.count(letter) for letter in letters)
    best, score = max(scores.items(), key=lambda item: item[1], default=("", 0))
    return best if score >= KNOWN_SHARE * len(words) else ""
