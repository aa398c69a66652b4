"""Fields of technology: a question in one language and a record in another meet in a common vocabulary, `data/fields.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dragoman import data
from dragoman.compare.cyrillic_stem import stem as russian_stem
from dragoman.compare.stems import stem as english_stem
from dragoman.model.schema import LANGUAGES

GAP = r"\w*[\s-]+"  # between the words of an entry
CACHED = 20_000  # texts; records of an edition repeat their fields
LEAST = 4  # letters of a word that can tell a field by itself
# Words of questions and of names of bodies that say nothing of a field, as stems.
EMPTY = frozenset(
    english_stem(w) for w in
    "technology technologies technical technological science scientific research development institute company companies "
    "enterprise enterprises university centre center production products product systems system equipment application "
    "applications market partner partners project projects which makes made make with that from have wants want looking "
    "need needs small firm firms into their there this other national state academy laboratory high industrial industry".split()
) | frozenset(
    russian_stem(w) for w in
    "технологии технология технический научный наука исследования исследование разработка разработки институт компания "
    "предприятие университет центр производство продукция система системы оборудование применение рынок партнёр партнеры "
    "проект проекты который которые делает нужны ищем ищет малый фирма для или национальный государственный академия "
    "лаборатория промышленный".replace("ё", "е").split()
)  # fmt: skip
_WORD = re.compile(r"[a-z]+|[а-яё]+|[\u4e00-\u9fff]+", re.I)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its code, its labels, and the wider field it belongs to."""

    code: str
    labels: tuple[str, str, str]
    within: str = ""

    def label(self, lang: str = "en") -> str:
        """What it is called."""
        return self.labels[LANGUAGES.index(lang)] if lang in LANGUAGES else self.labels[0]


@cache
def _book() -> dict[str, tuple[Field, re.Pattern[str]]]:
    import yaml

    raw: dict[str, Any] = yaml.load(data.text("fields.yaml"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return {
        code: (Field(code, tuple(said["label"]), said.get("within", "")), _pattern(said)) for code, said in raw.items()
    }  # fmt: skip


def _pattern(said: dict[str, Any]) -> re.Pattern[str]:
    words = [str(w) for w in (*said["en"], *said["ru"])]
    spaced = [rf"(?<!\w){GAP.join(map(re.escape, w.split()))}" for w in words]
    return re.compile("|".join([*spaced, *(re.escape(str(w)) for w in said["zh"])]))


def plain(text: str) -> str:
    """A text as fields are looked for in it."""
    return text.casefold().replace("ё", "е")


@cache
def field(code: str) -> Field:
    """The field of a code."""
    return _book()[code][0]


def fields_of(text: str) -> dict[str, str]:
    """The fields a text speaks of, each with the words that say so; a wider field after those within it."""
    return dict(_met(text))


@lru_cache(CACHED)
def _met(text: str) -> tuple[tuple[str, str], ...]:
    folded = plain(text)
    found = {code: met[0] for code, (_, pattern) in _book().items() if (met := pattern.search(folded))}
    for code in list(found):
        if wider := field(code).within:
            found.setdefault(wider, found[code])
    return tuple(found.items())


def codes() -> tuple[str, ...]:
    """The codes of all fields, in their order."""
    return tuple(_book())


def words_of(text: str) -> dict[str, str]:
    """The words of a text that may tell a field, as written, by their stems; Chinese ones as pairs of characters."""
    found: dict[str, str] = {}
    for word in _WORD.findall(plain(text)):
        if "\u4e00" <= word[0] <= "\u9fff":
            found |= {word[i : i + 2]: word[i : i + 2] for i in range(len(word) - 1)}
        elif len(word) >= LEAST:
            found.setdefault(russian_stem(word) if word[0] > "z" else english_stem(word), word)
    return {stem: word for stem, word in found.items() if stem not in EMPTY}


def labels_of(text: str, lang: str) -> list[str]:
    """The fields a text speaks of in words of a language, without the wider ones of those; empty where none is known."""
    found = fields_of(text)
    return [field(c).label(lang) for c in found if not any(field(o).within == c for o in found)]
