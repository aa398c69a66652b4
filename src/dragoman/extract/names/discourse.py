"""What one place in a text tells about another: a short form or surname introduced once is a name wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.draft import Name

ACRONYM = re.compile(r"(?:[A-Z][A-Za-z]?&?-?){2,8}|[А-ЯЁ]{2,8}")
BRACKETED = re.compile(r"\s?[(（]\s?([A-Z][A-Za-z&-]{1,11}|[А-ЯЁ][А-ЯЁа-яё-]{1,11}|[㐀-鿿]{2,6})\s?[)）]")
QUOTED_SHORT = re.compile(
    r"\s?[(（](?:以下)?简称[:：]?[“\"「]?([㐀-鿿A-Za-z]{2,8})[”\"」]?[)）]"
    r"|\s?\((?:далее\s?[—–-]\s?)([^)]{2,40})\)"
)
SURNAME = {"en": re.compile(r"[A-ZÀ-Þ][\w'’-]{2,}$"), "ru": re.compile(r"[А-ЯЁ][а-яё-]{3,}$")}
ENOUGH = 0.84  # a name this sure may speak for others of its text


def spread(text: str, names: list[Name], sentences: list[tuple[int, int]], lang: str, people: bool = True) -> list[Name]:
    """Names added where a short form, an acronym or a surname known from this text stands without its sign.

    `people` is false where a model has read the text: a surname it passed over there is mostly part of something else.
    """
    names = _surnames(names, lang)
    known = {form: n for form, n in _learnt(text, names, lang).items() if people or n.kind != "PER"}
    if not known:
        return names
    taken = [(n.start, n.end) for n in names]
    added = []
    for start, end in _occurrences(text, known, sentences, lang):
        if all(end <= s or start >= e for s, e in taken):
            model = known[text[start:end]]
            sure = min(model.sure, 0.88)
            added.append(replace(model, start=start, end=end, text=text[start:end], sure=sure, source="discourse"))
            taken.append((start, end))
    return sorted([*names, *added], key=lambda n: n.start)


def _surnames(names: list[Name], lang: str) -> list[Name]:
    """A single word that a model took for a body or place is the person whose surname it is in this text."""
    people = {n.text.split()[-1]: n for n in names if n.kind == "PER" and " " in n.text and lang in SURNAME}
    return [_as_person(n, people) for n in names] if people else names


def _as_person(n: Name, people: dict[str, Name]) -> Name:
    if n.kind not in ("ORG", "LOC") or n.source in ("pattern", "gazetteer") or n.text not in people:
        return n
    return replace(n, kind="PER", schema="Person", subkind="", country="", sure=min(people[n.text].sure, 0.88))


def _learnt(text: str, names: list[Name], lang: str) -> dict[str, Name]:
    """Surface forms worth looking for, each with the name it is modelled on; contradicted forms are left out."""
    known: dict[str, Name] = {}
    kinds: dict[str, Counter[str]] = {}
    for n in names:
        if n.sure < ENOUGH and not (n.kind == "ORG" and n.source == "en_core_web_md"):
            continue
        for form in _forms(text, n, lang):
            kinds.setdefault(form, Counter())[n.kind] += 1
            if form not in known or known[form].sure < n.sure:
                known[form] = n
    return {form: n for form, n in known.items() if len(kinds[form]) == 1}


def _forms(text: str, n: Name, lang: str) -> Iterator[str]:
    if n.kind == "ORG":
        bracket = BRACKETED.match(text, n.end) or QUOTED_SHORT.match(text, n.end)
        if bracket:
            yield next(g for g in bracket.groups() if g)
        if ACRONYM.fullmatch(n.text):
            yield n.text
    words = n.text.split()
    if n.kind == "PER" and len(words) > 1 and lang in SURNAME and SURNAME[lang].match(words[-1]):
        yield words[-1]
    if n.kind == "PER" and lang == "zh" and len(n.text) == 3:
        yield n.text


def _occurrences(text: str, known: dict[str, Name], sentences: list[tuple[int, int]], lang: str) -> Iterator[tuple[int, int]]:
    forms = "|".join(re.escape(f) for f in sorted(known, key=len, reverse=True))
    pattern = re.compile(forms if lang == "zh" else rf"(?<![\w-])(?:{forms})(?![\w-])")
    for start, end in sentences:
        for match in pattern.finditer(text, start, end):
            yield match.start(), match.end()
