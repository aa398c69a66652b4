"""Russian words in Latin letters, and English words that render one Russian word.

`Krymskaya strakhovaya kompaniya` is Crimean Insurance Company: the stems of the lexicon are spelled in Latin letters, all
systems of transliteration made alike, and a Latin word is looked up by what is left without its Russian ending. `factory`
and `plant` both render `завод`: such words may stand for each other in translated names.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.compare.cyrillic import MOST, Options, lexicon
from dragoman.text.cyrillic_tables import PRESS, read

SHORTEST = 5  # letters a Latin stem has at least: shorter ones are met in too many languages
LONG_PLACE = 7  # letters of an adjective of a place
RUSSIAN_ENDINGS = frozenset({"aia", "oe", "ogo", "omu", "imi", "iami"})  # after which one letter fewer will do
LIKELY = 0.1  # share from which on an English word may stand for another
# Spellings of one Cyrillic letter in the systems of transliteration, made alike one after the other.
ALIKE = (
    ("shch", "w"), ("shh", "w"), ("sch", "w"), ("kh", "h"), ("ch", "q"), ("tz", "c"), ("ts", "c"), ("x", "ks"), ("ph", "f"),
    ("y", "i"), ("j", "i"), ("io", "e"), ("ie", "e"), ("ii", "i"),
)  # fmt: skip
# Abbreviations of sorts of bodies in Latin letters, by the key of their renderings.
ABBREVIATED = {
    "npo": "нпо", "npp": "нпп", "npk": "нпк", "nii": "нии", "okb": "окб", "tskb": "цкб", "ckb": "цкб", "mkb": "мкб", "kb": "кб",
}  # fmt: skip
_ASSOCIATION: Options = (("association", 0.8), ("union", 0.1), ("amalgamation", 0.1))
_BUREAU: Options = (("bureau", 0.9), ("office", 0.1))
_PLANT: Options = (("plant", 0.9), ("factory", 0.3), ("works", 0.1))
# Words whose stem is another word's too, or too short.
WHOLE = {
    "obedinenie": _ASSOCIATION, "obyedineniye": _ASSOCIATION, "obedineniye": _ASSOCIATION, "obyedinenie": _ASSOCIATION,
    "obiedinenie": _ASSOCIATION, "obedinenye": _ASSOCIATION, "obedineniya": _ASSOCIATION,
    "byuro": _BUREAU, "biuro": _BUREAU, "bjuro": _BUREAU, "zavod": _PLANT, "zavoda": _PLANT,
}  # fmt: skip
# Endings of Russian words after that, the longest first.
ENDINGS = sorted(
    "aia oe oi ogo omu im om uiu ih imi ego emu iu ia iami iah iam ei em eiu ov ev am ami ah a o e i u ie ia".split(),
    key=lambda e: -len(e),
)


def _alike(word: str) -> str:
    for group, letter in ALIKE:
        if group in word:
            word = word.replace(group, letter)
    return "".join([letter for place, letter in enumerate(word) if not place or letter != word[place - 1]])


TECH = re.compile("ch(?=[nmrlv])")  # as in techno, chrome: no sound of its own in Russian, where it is kh


def spelled_alike(latin: str) -> str:
    """A word in the one spelling all systems of transliteration lead to."""
    return _alike(TECH.sub("kh", latin))


@cache
def _stems() -> dict[str, Options]:
    """Renderings by Latin stem, all spelled alike; of stems that fall together the shares are added."""
    found: dict[str, dict[str, float]] = {}
    for key, options in lexicon("ru-en").items():
        latin = _alike(read(key, PRESS))
        if len(latin) >= SHORTEST - 1:
            row = found.setdefault(latin, {})
            for rendering, share in options:
                row[rendering] = min(0.99, row.get(rendering, 0.0) + share)
    return {latin: tuple(sorted(row.items(), key=lambda o: -o[1])[:MOST]) for latin, row in found.items()}


@cache
def _english() -> dict[str, tuple[tuple[str, float], ...]]:
    """From a rendering to the stems it renders, with the share it has among the renderings of each."""
    found: dict[str, list[tuple[str, float]]] = {}
    for key, options in lexicon("ru-en").items():
        for rendering, share in options:
            found.setdefault(rendering, []).append((key, share))
    return {rendering: tuple(rows) for rendering, rows in found.items()}


@lru_cache(maxsize=50_000)
def romanised_options(latin: str) -> Options:
    """English renderings of a Latin word that is a Russian or Ukrainian one in Latin letters, with their shares.

    `krymskaya` gives `crimean`, `mashinostroitelny` gives `machine building`; empty of English and of unknown words.
    """
    if short := ABBREVIATED.get(latin):
        return tuple([option for option in lexicon("ru-en").get(short, ()) if option[0] != latin])
    if len(latin) < SHORTEST or latin in _english():
        return ()
    if latin in WHOLE:
        return WHOLE[latin]
    plain, stems = _alike(latin), _stems()
    for ending in ("", *ENDINGS):
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST - (ending in RUSSIAN_ENDINGS):
            stem = plain[: len(plain) - len(ending)] if ending else plain
            found = stems.get(stem) or (stems.get(stem[:-2] + "n") if stem.endswith("en") else None)  # as cyrillic_stem does
            if found:
                return tuple([option for option in found if option[0] != latin])
    return ()


# Endings of Russian and Ukrainian adjectives made of places, and how they end where all systems are spelled alike.
OF_PLACE = tuple("ski skii skaia skoe skie skogo skoi skij".split())


@cache
def _places() -> frozenset[str]:
    """Stems of adjectives of places, spelled alike."""
    return frozenset(_alike(read(key, PRESS)) for key in lexicon("ru-places") if key.endswith("ск"))


def is_romanised_place(latin: str) -> bool:
    """Whether a Latin word is the Russian adjective of a place: kurgansky, Khabarovskaya."""
    if len(latin) < LONG_PLACE or "sk" not in latin:
        return False
    plain = _alike(latin)
    return any(plain.endswith(ending) and plain[: len(plain) - len(ending) + 2] in _places() for ending in OF_PLACE)


@lru_cache(maxsize=20_000)
def synonyms(english: str) -> Options:
    """English words, or groups of words, that render what this one renders, the likeliest first: `factory` for `plant`."""
    rows = _english().get(english, ())
    whole = sum([share for _, share in rows])
    found: dict[str, float] = {}
    for key, share in rows:
        for rendering, other in lexicon("ru-en")[key]:
            if rendering != english:
                found[rendering] = found.get(rendering, 0.0) + share / whole * other
    return tuple(sorted([(r, s) for r, s in found.items() if s >= LIKELY], key=lambda option: -option[1])[:MOST])
