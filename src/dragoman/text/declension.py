"""Russian case forms of names: which nominatives a form may come from, and whether a word is a form of a name.

Rules by ending, no dictionary: enough for names of places and people, wrong for some common nouns.
"""

from __future__ import annotations

from functools import lru_cache

# Nominative ending -> the endings of the other cases. "" stands for a name that ends in a consonant.
PARADIGMS: dict[str, tuple[str, ...]] = {
    "": ("а", "у", "ом", "ем", "е", "ым", "ы", "ов", "ам", "ами", "ах"),
    "ия": ("ии", "ию", "ией"),
    "ая": ("ой", "ую", "ою"),
    "яя": ("ей", "юю"),
    "ый": ("ого", "ому", "ым", "ом"),
    "ий": ("ого", "ому", "им", "ом", "его", "ему", "ем", "ия", "ию", "ием", "ии"),
    "ой": ("ого", "ому", "ым", "им", "ом"),
    "ое": ("ого", "ому", "ым", "ом", "им"),
    "ее": ("его", "ему", "им", "ем"),
    "ые": ("ых", "ым", "ыми"),
    "ие": ("их", "им", "ими", "ия", "ию", "ием", "ии"),
    "а": ("ы", "и", "е", "у", "ой", "ою", "ей"),
    "я": ("и", "е", "ю", "ей", "ёй"),
    "ь": ("и", "ью", "я", "ю", "ем", "ём", "е"),
    "й": ("я", "ю", "ем", "е", "и"),
    "о": ("а", "у", "ом", "е"),
    "ы": ("ов", "", "ам", "ами", "ах"),
    "и": ("ов", "", "ам", "ами", "ах", "ей", "ям", "ями", "ях"),
    "ец": ("ца", "цу", "цом", "цем", "це"),
    "ёл": ("ла", "лу", "лом", "ле"),
    "ел": ("ла", "лу", "лом", "ле"),
}  # fmt: skip
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")


def _inverse() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for nominative, others in PARADIGMS.items():
        for ending in others:
            table.setdefault(ending, []).append(nominative)
    return {ending: tuple(nominatives) for ending, nominatives in table.items()}


SOURCES = _inverse()


@lru_cache(maxsize=20_000)
def nominatives(word: str) -> tuple[str, ...]:
    """The word itself and every nominative it may be a form of: "Москве" -> "Москве", "Москва", "Москв", "Москвь" ..."""
    found = [word]
    first, river, rest = _compound(word)
    if river:
        return tuple(f"{n}{river}{rest}" for n in nominatives(first))
    for size in range(min(3, len(word) - 2), -1, -1):
        ending = word[len(word) - size :].lower()
        stem = word[: len(word) - size]
        for source in SOURCES.get(ending, ()):
            if source or stem[-1].lower() in CONSONANTS:
                found.append(stem + source)
    return tuple(dict.fromkeys(found))


def _compound(word: str) -> tuple[str, str, str]:
    """ "Ростовом-на-Дону" as "Ростовом", "-на-", "Дону": only the first part is declined."""
    for link in ("-на-", "-над-"):
        if link in word:
            return word.partition(link)
    return word, "", ""


def is_form(word: str, nominative: str) -> bool:
    """Whether the word may be a case form of the nominative."""
    return word == nominative or nominative in nominatives(word)


def are_forms(words: list[str], nominative_words: list[str]) -> bool:
    """Whether each word may be a form of its counterpart."""
    return len(words) == len(nominative_words) and all(map(is_form, words, nominative_words))
