"""English renderings of Cyrillic words: Russian, Ukrainian, Belarusian, Bulgarian words of organisation names.

A word is looked up by its stem in data/lexicon/ru-en.tsv (institutions, industry, science, the military), then among places
(data/lexicon/ru-places.tsv), then taken apart: at its hyphens, or into known pieces (`радио-завод`, `строй-газ-монтаж`).
Transliterations are no renderings: text/transliteration.py has them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from dragoman import data
from dragoman.compare.cyrillic_stem import bare, stem

Options = tuple[tuple[str, float], ...]
MOST = 8  # renderings of one word
TAKEN_APART = 0.7  # what a rendering keeps of its probability when the word was taken apart
OF_PARTS = 3  # renderings of each part that are combined
LEAST_REST = 3  # letters that must follow a piece
MOST_PIECES = 4
# Pieces that words are put together of (радио-завод, строй-газ-монтаж) and their renderings, the most usual first.
PIECES = {
    "авиа": "aviation aircraft", "авто": "auto automobile", "агро": "agro", "атом": "nuclear atom", "аэро": "aero",
    "банк": "bank", "бел": "belarusian", "бетон": "concrete", "био": "bio", "бронетанко": "armored", "бур": "drilling",
    "вагон": "wagon", "видео": "video", "вод": "water", "водо": "water", "воен": "military", "волго": "volga",
    "восток": "east", "газ": "gas", "газо": "gas", "гео": "geo", "гидро": "hydro", "гипро": "gipro",
    "горно": "mining", "гос": "state", "гранд": "grand", "даль": "far", "дата": "data", "держ": "state",
    "дет": "children", "дон": "don", "дор": "road", "евро": "euro", "зав": "plant",
    "запад": "west", "зарубеж": "foreign", "зерно": "grain", "имп": "import", "импекс": "impex", "импорт": "import",
    "инвест": "invest investment", "интер": "inter", "инфо": "info", "информ": "information", "канал": "canal",
    "кино": "film", "ком": "commercial com", "комплект": "komplekt", "космо": "space", "крым": "crimea crimean",
    "кузбасс": "kuzbass", "культ": "culture", "лаб": "lab", "ленин": "lenin", "лес": "forest", "макро": "macro",
    "мат": "mathematical", "маш": "machine engineering", "мед": "medical", "медиа": "media", "медико": "medical",
    "меж": "inter", "между": "inter", "мета": "meta", "металл": "metal", "метро": "metro", "микро": "micro", "мини": "mini",
    "монтаж": "installation", "мор": "marine sea", "морск": "marine", "мос": "moscow", "моск": "moscow", "мост": "bridge",
    "мото": "motor", "мульти": "multi", "нано": "nano", "нафто": "oil", "нац": "national", "нет": "net",
    "нефте": "oil petroleum", "нефть": "oil", "обл": "regional", "оборон": "defense defence", "опто": "opto",
    "очист": "treatment", "патриот": "patriot", "пед": "pedagogical", "питер": "petersburg", "пласт": "plastic",
    "пневмо": "pneumatic", "пожар": "fire", "полимер": "polymer", "прибор": "instrument", "продукт": "product",
    "проект": "design project", "пром": "industrial prom", "противо": "anti", "проф": "professional", "радио": "radio",
    "ракето": "rocket", "рег": "regional", "ремонт": "repair", "реч": "river", "рос": "russian", "сбыт": "sales",
    "связь": "communications", "сев": "north", "север": "north severny", "сельхоз": "agricultural", "сервис": "service",
    "сиб": "siberia siberian", "снаб": "supply", "софт": "soft", "соц": "social", "спец": "special", "спорт": "sport",
    "сталь": "steel", "стан": "tool", "станко": "tool", "страх": "insurance", "строй": "construction",
    "судо": "ship", "супер": "super", "тагил": "tagil", "тат": "tatar", "теле": "tele", "телеком": "telecom", "тепло": "heat",
    "термо": "thermo", "тех": "technology technical", "техно": "techno", "торг": "trade trading", "точ": "precision",
    "транс": "trans", "тула": "tula", "тур": "tourism", "турбо": "turbo", "тяж": "heavy",
    "уголь": "coal", "укр": "ukrainian", "урал": "ural", "фарм": "pharmaceutical", "физ": "physical", "фин": "financial",
    "флот": "fleet flot", "флота": "fleet", "фото": "photo", "хим": "chemical", "хлад": "cold", "хладо": "cold",
    "цемент": "cement", "центр": "central", "эко": "eco", "экспо": "expo", "экспорт": "export",
    "электро": "electro electrical electric", "электронно": "electronic", "энерго": "energy power",
     "юг": "south", "юж": "south", "юр": "legal",
}  # fmt: skip
LONGEST_PIECE = max(map(len, PIECES))


@cache
def _lines(name: str) -> dict[str, str]:
    """The lines of a table of data/lexicon by stem, not yet taken apart: a name needs few of them."""
    parted = [line.partition("\t") for line in data.text(f"lexicon/{name}.tsv").splitlines()[1:]]
    return {key: rest for key, _, rest in parted}


def _taken_apart(line: str) -> Options:
    return tuple([(option[:-3], int(option[-2:]) / 100) for option in line.split("\t")])


@cache
def lexicon(name: str) -> dict[str, Options]:
    """A whole table of data/lexicon (`ru-en`, `ru-places`): renderings with their shares by stem."""
    return {key: _taken_apart(line) for key, line in _lines(name).items()}


@lru_cache(maxsize=50_000)
def cyrillic_options(word: str) -> Options:
    """English renderings of a folded Cyrillic word with their probabilities (0-1), the likeliest first; may be empty.

    A rendering of several words holds spaces (`нии`: `research institute`).
    """
    if "-" in word.strip("-"):
        return _known(word) or _hyphened(word)
    return _simple(word)


def _simple(word: str) -> Options:
    return _known(word) or _compound(word)


def _known(word: str) -> Options:
    """What the tables say of the word as it stands, or else of its stem."""
    own, key = _lines("ru-en"), stem(word)
    line = own.get(bare(word)) or own.get(key) or _lines("ru-places").get(key)
    return _taken_apart(line) if line else ()


def is_place(word: str) -> bool:
    """Whether a folded Cyrillic word is a place or its adjective, and nothing else that is known."""
    line = _lines("ru-places").get(stem(word))
    return line is not None and _taken_apart(line)[0][0] == _known(word)[0][0]


def _hyphened(word: str) -> Options:
    """The renderings of each part, joined; a part without any counts as nothing."""
    parts = [_simple(part)[:OF_PARTS] for part in word.split("-") if part]
    if not all(parts):
        return ()
    return _joined(parts)


def _compound(word: str, pieces: int = MOST_PIECES) -> Options:
    """The renderings of a word that known pieces open: of the longest first piece after which the rest is known too."""
    for size in range(min(LONGEST_PIECE, len(word) - LEAST_REST), 1, -1):
        first = PIECES.get(word[:size])
        rest = first and (
            _long(word[size:]) or _piece(word[size:]) or (_compound(word[size:], pieces - 1) if pieces > 2 else ())
        )
        if first and rest:
            return _joined([_piece(word[:size]), rest[:OF_PARTS]])
    return ()


def _long(word: str) -> Options:
    """What is known of a word with a stem of four letters or more: shorter ones end too many names."""
    return _known(word) if len(stem(word)) > LEAST_REST else ()


def _piece(text: str) -> Options:
    """The renderings of a piece, the first as likely as not."""
    return tuple((rendering, 0.6 / (place + 1)) for place, rendering in enumerate(PIECES.get(text, "").split()))


def _joined(parts: list[Options]) -> Options:
    """Every choice of one rendering a part, the likeliest first."""
    made: dict[str, float] = {}
    for choice in product(*parts):
        share = TAKEN_APART
        for _, probability in choice:
            share *= probability
        made.setdefault(" ".join([rendering for rendering, _ in choice]), share)
    return tuple(sorted(made.items(), key=lambda option: -option[1])[:MOST])
