"""Making and settling names: which of two that overlap is kept, and the names that are left, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.extract.draft import Name, NameKind
from dragoman.extract.names.vocabulary import schema_of

SCHEMAS = {"EVENT": "Event", "PER": "Person", "LOC": "Place", "GROUP": "CountryGroup"}
RANK = {"EVENT": 3, "GROUP": 3, "ORG": 2, "PER": 1, "LOC": 0}


def name(
    kind: NameKind, text: str, start: int, end: int, lang: str, subkind: str = "", country: str = "", sure: float = 1.0,
    source: str = "pattern",
) -> Name:  # fmt: skip
    """A name whose schema follows from its kind and, for organisations, from its subkind."""
    schema = SCHEMAS.get(kind) or schema_of(subkind)
    return Name(kind, start, end, text[start:end], lang, schema, subkind, country, sure, source)


def settle(names: Iterable[Name]) -> list[Name]:
    """Names without overlaps, in order: the longer wins, then the kind that says more, then the surer."""
    kept: list[Name] = []
    taken: set[int] = set()
    for found in sorted(names, key=lambda n: (n.start - n.end, -RANK.get(n.kind, 0), -n.sure)):
        span = range(found.start, found.end)
        if taken.isdisjoint(span):
            kept.append(found)
            taken.update(span)
    return sorted(kept, key=lambda n: n.start)


STRETCH = 1_500  # characters: about what a model reads at once without padding most of a batch


def stretches(text: str, sentences: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences that stand side by side joined, so that a model sees the words around a name."""
    start = end = -1
    for first, last in sentences:
        if start >= 0 and last - start <= STRETCH and first - end <= 2 and "\n" not in text[end:first]:
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end
