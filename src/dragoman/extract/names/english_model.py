"""English names by model: spans of the entity recogniser, trimmed to the names themselves."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.draft import Name, NameKind
from dragoman.extract.names import models
from dragoman.extract.names.spans import name, stretches
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places

KINDS: dict[str, NameKind] = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
SURE = {"PERSON": 0.78, "ORG": 0.55, "GPE": 0.75, "LOC": 0.65, "FAC": 0.7}  # right alone: development sets and own gold
SOURCE = "en_core_web_md"
BATCH = 64


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """The model's names, trimmed."""
    parts = list(stretches(text, sentences))
    found = []
    for doc, (start, _) in zip(models.english().pipe((text[s:e] for s, e in parts), batch_size=BATCH), parts, strict=True):
        for span in doc.ents:
            if span.label_ in KINDS:
                found += list(_name(text, start + span.start_char, start + span.end_char, span.label_))
    return found


def _name(text: str, start: int, end: int, label: str) -> Iterator[Name]:
    start, end = trim(text, start, end)
    if label == "PERSON" and text[start:end].endswith((" Jr", " Sr")) and text[end : end + 1] == ".":
        end += 1
    if end - start < 2 or not text[start:end].strip(" .,'’\"-"):
        return
    kind, country, subkind = KINDS[label], "", ""
    if kind == "LOC":
        listed = places.look_up(text[start:end], "en")
        subkind = listed[0].kind if listed else ("site" if label == "FAC" else "")
        country = listed[0].country if listed else ""
    elif kind == "ORG":
        subkind = head_kind(text[start:end])
    yield name(kind, text, start, end, "en", subkind, country, SURE[label], SOURCE)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without article, possessive, marks and white space at the ends."""
    if text[start:end].lower().startswith("the "):
        start += 4
    while start < end and text[start] in " \n\t\"'“‘(,":
        start += 1
    while end > start and text[end - 1] in " \n\t\"'”’,;:(":
        end -= 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, len(text[:end].rstrip()) if end > start and text[end - 1] == " " else end


def head_kind(words: str) -> str:
    """The kind of organisation a name tells: by its last head, or by the head before "of"."""
    known = vocabulary("en")
    if words in known.known:
        return known.known[words]
    for part in reversed(words.split(" of ")[0].split()):
        if part in known.heads:
            return known.heads[part]
    return ""
