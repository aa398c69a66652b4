"""Names only a model saw, looked at again: headings, rubrics, class nouns and pieces of words are no names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.extract.draft import Name
from dragoman.extract.names.russian_organisations import head_kind
from dragoman.extract.names.russian_people import is_title
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places

MARKS = re.compile(r"[|\n\t<>@=]|https?:|www\.")
ZH_PLACE_END = re.compile(r"[市县省州国岛山河江湖海镇村路街区港湾寺洲郡府旗盟]$")
ZH_FAIR = re.compile(r"(?:交|博|展|洽|高交|科博|投洽|进博)会$")
LATIN_HAN = re.compile(r"[A-Za-z]{2,}|[㐀-鿿]{3,}")


def plausible(text: str, names: Iterable[Name], sentences: list[tuple[int, int]]) -> list[Name]:
    """The names that can be believed."""
    whole = {(start, end) for start, end in sentences}
    low = set(re.findall(r"(?<![\w-])[a-zа-яё]{4,}", text))
    return [n for n in names if not MARKS.search(n.text) and CHECKS.get(n.lang, _any)(text, n, whole, low)]


def _any(text: str, n: Name, whole: set[tuple[int, int]], low: set[str]) -> bool:
    return True


def _english(text: str, n: Name, whole: set[tuple[int, int]], low: set[str]) -> bool:
    words, vocab = n.text.split(), vocabulary("en")
    if n.kind == "ORG" and ((not n.subkind and _alone(n, whole)) or _event(words)):
        return False
    if len(words) > 1:
        return True
    word = words[0]
    common = vocab.words("general") | vocab.words("topic") | vocab.words("notname") | vocab.words("title") | set(vocab.heads)
    opens_plural = word.endswith("s") and n.kind == "ORG" and any(start == n.start for start, _ in whole)
    if word in common or {word.lower(), word.lower().rstrip("s")} & (low | vocab.words("role")) or opens_plural:
        return word in vocab.known or (n.kind == "LOC" and bool(places.look_up(word)))
    return not (n.kind == "ORG" and any(c.isdigit() for c in word) and len(word) < 5)


def _event(words: list[str]) -> bool:
    """A fair, a forum, a programme, a class of things: for the grammar, no body."""
    said, heads = vocabulary("en").words("event"), vocabulary("en").heads
    return any(w in said for w in words) and words[-1] not in heads


def _alone(n: Name, whole: set[tuple[int, int]]) -> bool:
    """A heading or a menu word: nothing but the name on its line."""
    return any(start <= n.start and n.end <= end and (end - start) - (n.end - n.start) <= 2 for start, end in whole)


def _russian(text: str, n: Name, whole: set[tuple[int, int]], low: set[str]) -> bool:
    words = n.text.split()
    if n.kind == "ORG" and _alone(n, whole) and not n.subkind:
        return False
    if len(words) > 1:
        return not (n.kind == "ORG" and n.text.isupper() and len(words) > 2)
    opens = any(start == n.start for start, _ in whole)
    if n.kind == "PER":
        return not (opens and is_title(n.text))
    if n.kind == "LOC" and opens and not n.subkind:
        return False
    return not (n.kind == "ORG" and opens and (n.text.lower() in low or head_kind(n.text)))


def _chinese(text: str, n: Name, whole: set[tuple[int, int]], low: set[str]) -> bool:
    vocab = vocabulary("zh")
    if n.kind == "LOC":
        if n.text in vocab.words("notplace") or (n.end < len(text) and text[n.end] == "据"):
            return False
        return bool(n.subkind or len(n.text) > 2 or ZH_PLACE_END.search(n.text))
    if n.kind == "ORG":
        class_noun = n.text in vocab.heads or n.text in vocab.words("notname")
        if class_noun or n.text.endswith(("代表团", "交易会", "博览会", "论坛", "展团")) or ZH_FAIR.search(n.text):
            return False
        return bool(n.subkind or LATIN_HAN.search(n.text))
    return n.text not in vocab.words("notperson")


CHECKS = {"en": _english, "ru": _russian, "zh": _chinese}
