"""The words the Russian grammar turns on, from `data/vocabulary/ru.yaml`, and what endings tell of a word."""

from __future__ import annotations

import re
from functools import cache

from dragoman.extract.grammar.vocabulary import Vocabulary

TOKEN = re.compile(r"[а-яёa-z0-9]+(?:[-’'./][а-яёa-z0-9]+)*|[\ue000-\ue0ff]|[^\s\w]", re.IGNORECASE)
ADJECTIVE = re.compile(
    r"[а-яё-]{2,40}(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ую|юю|ском|[нвшщ]ом|[нжшщ]ем|ым|им|ых|их|ые|ие|ей|ыми|ими)"
)
GENITIVE_ADJECTIVE = re.compile(r"[а-яё-]{2,40}(?:ого|его|ой|ей|ых|их)")
NOUN_END = "(?:[аеёийоуыьэюя]{0,2}(?:[мхвй]|ми)?)"  # written @ in the vocabulary
VERB = re.compile(
    r"[а-яё-]+(?:[аеиоуыяё](?:л|ла|ло|ли)|(?:л|ла|ло|ли|ет|ёт|ит|ют|ут|ат|ят|ться|тся)(?:ся|сь)?|ть|ся|сь|ен|ан|ён|ена|ана|ено|ано|ены|аны|ивает|ует)"
)


WORDS = Vocabulary("ru", NOUN_END)
entries, choice, pattern = WORDS.entries, WORDS.choice, WORDS.pattern


@cache
def whole(section: str, part: str = "") -> re.Pattern[str]:
    """A pattern for one whole word (or phrase) of a section."""
    return re.compile(f"(?:{choice(section, part)})")


@cache
def anywhere(section: str, part: str = "") -> re.Pattern[str]:
    """A pattern that finds words of a section in lower-case text, from a word's start to a word's end."""
    return re.compile(rf"(?<![\w-])(?:{choice(section, part)})(?!\w|-[а-яё])")


@cache
def is_adjective(word: str) -> bool:
    """Whether a lower-case word may qualify a noun after it, by its ending."""
    return (
        bool(ADJECTIVE.fullmatch(word)) and not whole("determiner").fullmatch(word) and not whole("preposition").fullmatch(word)
    )


@cache
def is_verb(word: str) -> bool:
    """Whether a lower-case word is a verb form, by its ending."""
    return (
        bool(VERB.fullmatch(word)) and not whole("verb_like_noun").fullmatch(word) and not whole("genitive_too").fullmatch(word)
    )


@cache
def is_genitive(word: str) -> bool:
    """Whether a lower-case word may be the genitive of a noun or adjective."""
    if whole("not_genitive").fullmatch(word) or whole("preposition").fullmatch(word) or whole("determiner").fullmatch(word):
        return False
    if GENITIVE_ADJECTIVE.fullmatch(word) or whole("genitive_too").fullmatch(word):
        return True
    return bool(re.fullmatch(r"[а-яё-]{1,40}(?:а|я|ы|и|ов|ев|ей|ий|рств|дств|ств|аний|ений|уск|ок)", word)) and not is_verb(
        word
    )
