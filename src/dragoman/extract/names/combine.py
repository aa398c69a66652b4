"""Patterns and a model together: who is believed where both see something, and how sure what only one of them saw is.

The choices were counted on the development sets (Re-DocRED, CrossNER, FactRuEval): of the cases where the two differ, how
often each was right. A place inside a longer name of the model: model 0.85, gazetteer 0.1. A body the model sees as longer:
model 0.7 unless its span runs over commas or brackets; one the pattern sees as longer: pattern 0.75.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.extract.draft import Name
from dragoman.text import places

AGREED = {"PER": 0.97, "ORG": 0.94, "LOC": 0.96}  # right among names both found alike
ALONE = {"ORG": 0.88, "PER": 0.8, "LOC": 0.85}  # at most, for what the model did not confirm
PLAIN_HEADS = frozenset("ministry academy university institute government association".split())  # 0.92 alone, own gold
RUNS_OVER = re.compile(r"[,;(]| - |^[a-z]|'\s?s$|[,(]$")
OWN = frozenset({"pattern", "gazetteer"})
SIGNED = 0.955  # a Russian place after "в", "из", "город"
STRONG = 0.94  # patterns this sure (known names, titles, legal forms) need nobody's word


def combine(patterns: list[Name], model: list[Name], lang: str) -> list[Name]:
    """One list without overlaps, in order."""
    people = [n for n in model if n.kind == "PER"]
    exact = {(n.start, n.end, n.kind) for n in model}
    mine = []
    clipped = (c for n in patterns if (c := _clip(n, people)) is not None)
    for n in (_widen(n, people) for n in clipped):
        over = [m for m in model if m.start < n.end and n.start < m.end]
        if (n.start, n.end, n.kind) in exact:
            mine.append(replace(n, sure=max(n.sure, AGREED.get(n.kind, n.sure))))
        elif n.kind == "GROUP":
            mine.append(n)
        elif not any(_wins(m, n, lang) for m in over):
            mine.append(_unconfirmed(n, over))
    kept: list[Name] = []
    for n in sorted([*mine, *model], key=lambda n: (n.source not in OWN, -n.sure, n.start - n.end)):
        if all(n.end <= k.start or n.start >= k.end for k in kept):
            kept.append(n)
    return sorted(kept, key=lambda n: n.start)


def _wins(m: Name, n: Name, lang: str) -> bool:
    """Whether the model's name is believed instead of the pattern's that it overlaps."""
    longer = m.start <= n.start and n.end <= m.end and len(m.text) > len(n.text)
    sound = not RUNS_OVER.search(m.text)
    if n.kind == "LOC":
        if n.text.isupper() and len(n.text) > 3:  # a dateline
            return False
        if lang == "zh":
            return longer and m.kind == "ORG"
        if lang == "ru":
            return (m.kind == "PER" and n.sure < SIGNED) or (longer and sound and "•" not in m.text)
        same = (m.start, m.end) == (n.start, n.end)
        return (longer and sound) or (same and m.kind == "ORG" and n.subkind == "city")
    if n.kind == "PER":
        return n.sure < STRONG and m.kind != "PER" and m.start <= n.start and n.end <= m.end
    same = m.kind == "LOC" and (m.start, m.end) == (n.start, n.end)
    if lang == "ru":
        return same and bool(places.look_up(n.text, lang))
    return lang == "en" and m.kind == "ORG" and longer and sound


def _unconfirmed(n: Name, over: list[Name]) -> Name:
    """A pattern the model is silent on or sees otherwise is less sure."""
    if n.sure >= STRONG and n.kind != "LOC":
        return n
    cap = ALONE.get(n.kind, 1.0) - (0.1 if over and n.kind != "ORG" else 0.0)
    if n.kind == "ORG" and n.lang != "zh" and n.subkind in PLAIN_HEADS:
        cap = 0.91
    return replace(n, sure=min(n.sure, cap))


def _clip(n: Name, people: list[Name]) -> Name | None:
    """A body's name ends where a person's begins: "клуба «Тоттенхэм» Ледли Кинг"; nothing is left of "группы Юрген Клаузен"."""
    cut = next((p.start for p in people if n.start < p.start < n.end <= p.end + 1), 0) if n.kind == "ORG" else 0
    if not cut:
        return n
    short = n.text[: cut - n.start].rstrip()
    return replace(n, end=n.start + len(short), text=short) if " " in short else None


def _widen(n: Name, people: list[Name]) -> Name:
    """A person the model sees as longer is longer: "D. Eisenhower" within "Dwight D. Eisenhower"."""
    if n.kind != "PER":
        return n
    longer = next((p for p in people if p.start <= n.start and n.end <= p.end and len(p.text) > len(n.text)), None)
    return replace(longer, sure=n.sure, source=n.source) if longer else n
