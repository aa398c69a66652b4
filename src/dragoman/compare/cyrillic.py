"""English renderings of Cyrillic words: Russian, Ukrainian, Belarusian, Bulgarian words of organisation names.

A word is looked up by its stem in data/lexicon/ru-en.tsv (institutions, industry, science, the military), then among places
(data/lexicon/ru-places.tsv), then taken apart: at its hyphens, or after a known first part (`радио-`, `авиа-`, `гос-`).
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
LEAST_REST = 4  # letters that must follow a first part
# First parts of compounds and what they become in English; several, the most usual first.
PREFIXES = {
    "авиа": "aviation aircraft", "авто": "auto automobile", "агро": "agro", "аэро": "aero", "био": "bio", "видео": "video",
    "водо": "water", "газо": "gas", "гео": "geo", "гидро": "hydro", "гос": "state", "горно": "mining", "держ": "state",
    "дорстрой": "road construction", "евро": "euro", "зарубеж": "foreign", "инфо": "info", "кино": "film", "космо": "space",
    "лес": "forest", "макро": "macro", "мед": "medical", "медико": "medical", "мета": "meta", "микро": "micro",
    "мини": "mini", "мос": "moscow", "мото": "motor", "нано": "nano", "нафто": "oil", "нефте": "oil petroleum",
    "обл": "regional", "опто": "opto", "пневмо": "pneumatic", "пожар": "fire", "пром": "industrial", "радио": "radio",
    "рос": "russian", "ракето": "rocket", "сельхоз": "agricultural", "спец": "special", "спорт": "sport",
    "строй": "construction", "супер": "super", "судо": "ship", "теле": "tele", "тепло": "heat", "термо": "thermo",
    "техно": "techno", "транс": "trans", "турбо": "turbo", "укр": "ukrainian", "фарм": "pharmaceutical", "фото": "photo",
    "хим": "chemical", "хладо": "cold", "центр": "central", "эко": "eco", "экспорт": "export",
    "электро": "electro electrical electric", "энерго": "energy power", "юж": "south", "сев": "north", "бел": "belarusian",
    "электронно": "electronic", "бронетанко": "armored", "противо": "anti", "между": "inter", "меж": "inter",
}  # fmt: skip
LONGEST_PREFIX = max(map(len, PREFIXES))


@cache
def _lexicon(name: str) -> dict[str, Options]:
    """A table of stems; read once a process."""
    made = {}
    for line in data.text(f"lexicon/{name}.tsv").splitlines():
        if line[0] != "#":
            key, *options = line.split("\t")
            made[key] = tuple([(option[:-3], int(option[-2:]) / 100) for option in options])
    return made


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
    own, places, whole, key = _lexicon("ru-en"), _lexicon("ru-places"), bare(word), stem(word)
    return own.get(whole) or own.get(key) or places.get(key) or ()


def _hyphened(word: str) -> Options:
    """The renderings of each part, joined; a part without any counts as nothing."""
    parts = [_simple(part)[:OF_PARTS] for part in word.split("-") if part]
    if not all(parts):
        return ()
    return _joined(parts)


def _compound(word: str) -> Options:
    """The renderings of a word that a known first part opens."""
    for size in range(min(LONGEST_PREFIX, len(word) - LEAST_REST), 1, -1):
        first = PREFIXES.get(word[:size])
        if first is None:
            continue
        rest = _known(word[size:])
        if rest:
            return _joined([tuple((p, 1 / (place + 1)) for place, p in enumerate(first.split())), rest[:OF_PARTS]])
    return ()


def _joined(parts: list[Options]) -> Options:
    """Every choice of one rendering a part, the likeliest first."""
    made: dict[str, float] = {}
    for choice in product(*parts):
        share = TAKEN_APART
        for _, probability in choice:
            share *= probability
        made.setdefault(" ".join([rendering for rendering, _ in choice]), share)
    return tuple(sorted(made.items(), key=lambda option: -option[1])[:MOST])
