"""Acronyms across languages: what the Russian words behind an English name are shortened to.

`Ulyanovsk Mechanical Plant` is `УМЗ` in Russian (механический завод), in Latin letters `umz`. Each English word gives the
first letters its Russian words may have (data/lexicon/en-letters.tsv); any other word, a name or a place, gives the Cyrillic
letter its first sound is written with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, combinations, islice

from dragoman import data
from dragoman.compare.cyrillic import LONGEST_PIECE as LONGEST_CYRILLIC
from dragoman.compare.cyrillic import PIECES
from dragoman.text.cyrillic_tables import RUSSIAN

SHORTEST, LONGEST = 3, 8  # letters of an acronym
LONGEST_PIECE = LONGEST_CYRILLIC + 3  # in Latin letters
WORDS = 7  # words of a name that is shortened; longer ones seldom are by all of them
MOST = 40  # spellings with two second choices
SKIPPED = frozenset("of the and for in on to a an by at with from named after".split())
# First letters of a Latin word and the Cyrillic letter its sound is written with; longer before shorter.
SOUNDS = (
    ("shch", "щ"), ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ph", "ф"),
    ("ya", "я"), ("ia", "я"), ("yu", "ю"), ("iu", "ю"), ("ye", "е"), ("yo", "ё"), ("th", "т"), ("ju", "ю"), ("ja", "я"),
)  # fmt: skip
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "абкдефгхийклмнопкрстуввкйз", strict=True))
TWO_WAYS = {"e": "эе", "h": "хг", "c": "кц", "j": "дй", "i": "ий"}

PLAIN = RUSSIAN | {"х": "h", "ц": "c", "щ": "sch", "ю": "u", "я": "ia", "й": "j", "ж": "j"}  # how else a letter is written
Choices = tuple[str, ...]


@cache
def _letters() -> dict[str, Choices]:
    made = {}
    for line in data.text("lexicon/en-letters.tsv").splitlines()[1:]:
        rendering, letters = line.split("\t")
        made[rendering] = tuple(letters.split(" "))
    return made


@lru_cache(maxsize=20_000)
def initials(english: str) -> tuple[str, ...]:
    """First letters, in Latin, of the Russian words behind an English one; empty of a word without renderings."""
    return tuple(_spelled(letters, RUSSIAN) for letters in _letters().get(english, ()))


@lru_cache(maxsize=20_000)
def _by_sound(word: str) -> Choices:
    for letters, cyrillic in SOUNDS:
        if word.startswith(letters):
            return (cyrillic,)
    if word[0] in TWO_WAYS:
        return tuple(TWO_WAYS[word[0]])
    return (LETTERS[word[0]],) if word[0] in LETTERS else ()


def _choices(words: Sequence[str]) -> list[Choices]:
    """The letters each word, or run of words with a rendering of its own, may stand for."""
    known, made, place = _letters(), list[Choices](), 0
    while place < len(words):
        for size in (4, 3, 2):
            run = " ".join(words[place : place + size])
            if size <= len(words) - place and run in known:
                made.append(known[run])
                place += size
                break
        else:
            word = words[place]
            if word not in SKIPPED and (letters := known.get(word) or _by_sound(word)):
                made.append(letters)
            place += 1
    return made


def russian_acronyms(words: Sequence[str]) -> tuple[str, ...]:
    """Latin spellings of the Russian acronyms of an English name, the likeliest first; legal forms left out beforehand.

    `["ulyanovsk", "mechanical", "plant"]` gives `umz` among others.
    """
    choices = _choices(words)
    if not choices or len(choices) > WORDS:
        return ()
    found = dict.fromkeys("".join(letters) for letters in _likeliest(choices))
    if len(choices) > 2 and len(choices[-1][0]) > 1:  # Ulyanovsk Instrument Design Bureau: УКБП
        found |= dict.fromkeys("".join(letters) for letters in _likeliest([choices[0], choices[-1], *choices[1:-1]]))
    return tuple(_spelled(word, RUSSIAN) for word in found if SHORTEST <= len(word) <= LONGEST)


def _likeliest(choices: list[Choices]) -> Iterator[list[str]]:
    """The first letters of every word, then those with one word's next choice, then with two words'."""
    first = [letters[0] for letters in choices]
    others = [(place, letter) for place, letters in enumerate(choices) for letter in letters[1:]]
    yield first
    for changes in chain(combinations(others, 1), islice(combinations(others, 2), MOST)):
        made = first.copy()
        for place, letter in changes:
            made[place] = letter
        yield made


def own_acronyms(words: Sequence[str]) -> tuple[str, ...]:
    """Latin spellings of the acronyms of a Cyrillic name's folded words: `ульяновский механический завод` gives `umz`.

    Of the whole name with and without its short words, then of its ends: what stands in quotes comes last in most names.
    """
    parts = [part for word in words for part in word.split("-") if part]
    letters = "".join([part[0] for part in parts if len(part) >= SHORTEST])
    found = dict.fromkeys([letters, "".join([part[0] for part in parts])])
    found |= dict.fromkeys(letters[start:] for start in range(1, len(letters) - SHORTEST + 1))
    fit = [word for word in found if SHORTEST <= len(word) <= LONGEST]
    return tuple(dict.fromkeys(_spelled(word, table) for table in (RUSSIAN, PLAIN) for word in fit))


@cache
def _latin_pieces() -> frozenset[str]:
    spelled = {_spelled(piece, table) for piece in PIECES for table in (RUSSIAN, PLAIN)}
    return frozenset(spelled | {s.replace("kh", "ch") for s in spelled} | {s.replace("ks", "x") for s in spelled})


@lru_cache(maxsize=50_000)
def pieces(word: str) -> tuple[str, ...]:
    """The pieces a Russian compound, in Cyrillic or Latin letters, is put together of; empty of any other word.

    `stroygazmontazh` gives stroy, gaz, montazh.
    """
    known = _latin_pieces() if word.isascii() else PIECES
    for size in range(min(LONGEST_PIECE, len(word)), SHORTEST - 1, -1):
        if word[:size] in known:
            if size == len(word):
                return (word,)
            if rest := pieces(word[size:]):
                return (word[:size], *rest)
    return ()


def compound_acronym(word: str) -> str:
    """What a compound of three pieces or more is shortened to, in Latin letters: `promsvyazbank` gives `psb`."""
    found = pieces(word)
    return "".join(_spelled(piece[0], RUSSIAN) for piece in found) if len(found) >= SHORTEST else ""


def _spelled(word: str, table: dict[str, str]) -> str:
    return "".join([table.get(letter, letter) for letter in word])
