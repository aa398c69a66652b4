"""Chinese names by model (LAC): neighbouring words joined into the name of a body, its edges trimmed."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.draft import Name, NameKind
from dragoman.extract.names import models
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places

KINDS: dict[str, NameKind] = {"PER": "PER", "nr": "PER", "LOC": "LOC", "ns": "LOC", "ORG": "ORG", "nt": "ORG"}
SURE = {"PER": 0.9, "LOC": 0.75, "ORG": 0.5}  # right alone: own gold
SOURCE = "lac"
Word = tuple[int, int, str]


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """The model's names."""
    found: list[Name] = []
    for start, end in sentences:
        words, at = [], start
        for word, tag in models.chinese().run(text[start:end]):
            words.append((at, at + len(word), tag))
            at += len(word)
        found += list(_names(text, words))
    return found


def _names(text: str, words: list[Word]) -> Iterator[Name]:
    for start, end, tag in _joined(text, words):
        kind = KINDS.get(tag)
        if kind is None or end - start < 2:
            continue
        subkind = country = ""
        if kind == "LOC":
            listed = places.look_up(text[start:end], "zh")
            subkind, country = (listed[0].kind, listed[0].country) if listed else ("", "")
        elif kind == "ORG":
            subkind = head_kind(text[start:end])
        yield name(kind, text, start, end, "zh", subkind, country, SURE[kind], SOURCE)


def _joined(text: str, words: list[Word]) -> list[Word]:
    """A place right before a body belongs to its name."""
    made: list[Word] = []
    for word in words:
        if made and word[2] == "ORG" and made[-1][2] == "LOC" and made[-1][1] == word[0]:
            made[-1] = (made[-1][0], word[1], "ORG")
        else:
            made.append(word)
    return made


def head_kind(words: str) -> str:
    """The kind of organisation a name tells by its end."""
    known = vocabulary("zh")
    return known.known.get(words) or next((known.heads[words[i:]] for i in range(len(words)) if words[i:] in known.heads), "")
