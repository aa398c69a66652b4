"""Transliteration tables of Cyrillic: which language a word looks like, and how each system writes its letters in Latin.

Systems, the most usual in English texts first: newspapers (BGN/PCGN simplified), BGN/PCGN as written, passports (ICAO 9303
part 3, section 6), ISO 9 without accents, and the national systems of Ukraine (2010) and Belarus (2007).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

VOWELS = frozenset("аеёиоуыэюяіїєѣөүұәў")
STARTS = frozenset("- '")
IOTATED_AFTER = STARTS | VOWELS | {"й", "ь", "ъ"}


class Language(StrEnum):
    """What a Cyrillic word looks like by its letters; Russian where nothing tells."""

    RUSSIAN = "ru"
    UKRAINIAN = "uk"
    BELARUSIAN = "be"
    BULGARIAN = "bg"
    SERBIAN = "sr"
    TURKIC = "tr"  # Kazakh, Kyrgyz, Tatar, and Mongolian


@dataclass(frozen=True, slots=True)
class System:
    """A transliteration. `first` holds what letters become at the start of a word, and after a vowel or a sign if `inside`."""

    letters: dict[str, str]
    first: dict[str, str] = field(default_factory=dict)
    inside: bool = True
    groups: tuple[tuple[str, str], ...] = ()  # rewritten in the Cyrillic word first; "$" is its end, "^" its start


def _table(cyrillic: str, latin: str, **others: str) -> dict[str, str]:
    return dict(zip(cyrillic, latin.split(), strict=True)) | others


COMMON = _table("абвгдзиклмнопрстуф", "a b v g d z i k l m n o p r s t u f") | {"ь": "", "ъ": "", "ѕ": "s", "ј": "j"}
RUSSIAN = COMMON | _table("еёжйхцчшщыэюя", "e e zh y kh ts ch sh shch y e yu ya")
SOUTHERN = _table("јљњћђџѓќѕ", "j lj nj c dj dz gj kj dz")
EASTERN = _table("әғқңөұүһҗҳҷӯӣ", "a g k n o u u h j h j u i") | {"і": "i"}
ALL = RUSSIAN | SOUTHERN | EASTERN | {"ў": "u", "ї": "yi", "є": "ye", "ґ": "g", "ѣ": "e", "ѳ": "f", "ѵ": "i"}

ENDINGS = (("ий$", "ы$"), ("ый$", "ы$"), ("ия$", "иа$"))  # written -y, as ы is, and -ia
PRESS = System(ALL, groups=ENDINGS[:2])
BGN = System(ALL | {"ё": "yo"}, {"е": "ye", "ё": "yo"})
PASSPORT = System(ALL | {"й": "i", "ю": "iu", "я": "ia", "ъ": "ie"})
ENGLISH = System(ALL | {"ё": "yo"}, groups=(*ENDINGS, ("кс", "x"), ("ье", "йе")))
SHORT = System(ALL | {"х": "h", "й": "i"}, groups=(("ий$", "и$"), ("ый$", "и$"), ("кс", "x"), ("ье", "ие")))
ISO = System(ALL | {"й": "j", "х": "h", "ц": "c", "щ": "shh", "ю": "ju", "я": "ja", "ё": "jo"})

_UKRAINIAN = ALL | {"г": "h", "и": "y", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
UKRAINE = System(_UKRAINIAN, {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}, inside=False)
UKRAINE_BGN = System(_UKRAINIAN | {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"})
UKRAINE_PRESS = System(
    _UKRAINIAN | {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}, groups=(("ий$", "и$"), ("ій$", "и$"))
)
UKRAINE_AS_RUSSIAN = System(ALL | {"і": "i", "ї": "i", "є": "e"}, groups=ENDINGS)

_BELARUSIAN = ALL | {"г": "h", "ў": "u", "і": "i"}
BELARUS = System(_BELARUSIAN, {"е": "ye", "ё": "yo"})
BELARUS_PRESS = System(_BELARUSIAN | {"ё": "io", "ю": "iu", "я": "ia", "й": "i"}, groups=(("ье", "ие"),))
BELARUS_RUSSIAN = System(ALL | {"і": "i", "ў": "v"}, groups=ENDINGS)

_BULGARIAN = ALL | {"щ": "sht", "ъ": "a", "х": "h", "ь": "y", "ц": "ts"}
BULGARIA = System(_BULGARIAN, groups=(("ия$", "иа$"),))
BULGARIA_PLAIN = System(_BULGARIAN | {"ъ": "u"})

SERBIA = System(ALL | {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"})
SERBIA_ENGLISH = System(ALL | {"ђ": "dj", "х": "h", "џ": "dzh", "љ": "l", "њ": "n", "ћ": "ch"})

TURKIC = System(ALL | {"х": "kh", "ж": "zh", "ы": "y"})
TURKIC_NEW = System(ALL | {"х": "h", "ж": "j", "ы": "y", "ғ": "gh", "қ": "q", "ө": "u", "ә": "e"})

SYSTEMS: dict[Language, tuple[System, ...]] = {
    Language.RUSSIAN: (PRESS, BGN, PASSPORT, ENGLISH, SHORT, ISO),
    Language.UKRAINIAN: (UKRAINE, UKRAINE_BGN, UKRAINE_PRESS, UKRAINE_AS_RUSSIAN, PASSPORT),
    Language.BELARUSIAN: (BELARUS_PRESS, BELARUS, BELARUS_RUSSIAN, PRESS, PASSPORT),
    Language.BULGARIAN: (BULGARIA, BULGARIA_PLAIN, PRESS, PASSPORT),
    Language.SERBIAN: (SERBIA, SERBIA_ENGLISH, PRESS),
    Language.TURKIC: (TURKIC, TURKIC_NEW, PRESS, PASSPORT),
}
_MARKS = (
    (Language.SERBIAN, frozenset("јљњћђџѓќ")),
    (Language.TURKIC, frozenset("әғқңөұүһҗҳҷӯӣ")),
    (Language.BELARUSIAN, frozenset("ў")),
    (Language.UKRAINIAN, frozenset("їєґ")),
)
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")


def language_of(word: str) -> Language:
    """The language a folded word looks like by its letters."""
    letters = set(word)
    for language, marks in _MARKS:
        if letters & marks:
            return language
    if "і" in letters:
        return Language.BELARUSIAN if letters & set("ыэё") else Language.UKRAINIAN
    hard = word.find("ъ")
    if hard >= 0 and (hard + 1 == len(word) or word[hard + 1] in _CONSONANTS):
        return Language.BULGARIAN
    return Language.RUSSIAN


def systems(language: Language) -> tuple[System, ...]:
    """The transliterations a word of the language is met in, the most usual first."""
    return SYSTEMS[language]


def read(word: str, system: System) -> str:
    """The folded word as the system writes it; letters it does not know are dropped, ASCII is kept."""
    for group, other in system.groups:
        if group.endswith("$"):
            if word.endswith(group[:-1]):
                word = word[: 1 - len(group)] + other[:-1]
        else:
            word = word.replace(group, other)
    letters, first = system.letters, system.first
    after = IOTATED_AFTER if system.inside else STARTS
    made, before = [], "-"
    for letter in word:
        latin = first.get(letter) if first and before in after else None
        if latin is None:
            latin = letters.get(letter)
        made.append(latin if latin is not None else letter if letter.isascii() else "")
        before = letter
    return "".join(made)
