"""Patterns and a model together: who is believed where both see something, and what is kept that only one of them saw."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.draft import Name

AGREED = 0.97  # share of names right that both found with the same extent and kind (development sets)


def combine(patterns: list[Name], model: list[Name], lang: str) -> list[Name]:
    """One list without overlaps, in order."""
    found = {(n.start, n.end, n.kind): n for n in model}
    mine = []
    people = [n for n in model if n.kind == "PER"]
    for n in (_widen(_clip(n, people), people) for n in patterns):
        if (n.start, n.end, n.kind) in found:
            mine.append(replace(n, sure=max(n.sure, AGREED)))
        else:
            mine.append(n)
    kept: list[Name] = []
    for n in sorted([*mine, *model], key=_rank_russian if lang == "ru" else _rank):
        if all(n.end <= k.start or n.start >= k.end for k in kept):
            kept.append(n)
    return sorted(kept, key=lambda n: n.start)


def _rank(n: Name) -> tuple[int, float, int]:
    """Patterns first, the surer and longer before the others."""
    return (0 if n.source in ("pattern", "gazetteer") else 1, -n.sure, n.start - n.end)


def _rank_russian(n: Name) -> tuple[int, float, int]:
    """Russian: the model's people and places before the patterns', whose strength are organisations."""
    model = n.source not in ("pattern", "gazetteer")
    first = 0 if n.kind in ("ORG", "GROUP") and not model else 1 if model else 2
    return (first, -n.sure, n.start - n.end)


def _clip(n: Name, people: list[Name]) -> Name:
    """A body's name ends where a person's begins: "клуба «Тоттенхэм» Ледли Кинг"."""
    cut = next((p.start for p in people if n.start < p.start < n.end <= p.end + 1), 0) if n.kind == "ORG" else 0
    short = n.text[: cut - n.start].rstrip() if cut else ""
    return replace(n, end=n.start + len(short), text=short) if len(short) > 3 and " " in short else n


def _widen(n: Name, people: list[Name]) -> Name:
    """A person the model sees as longer is longer: "D. Eisenhower" within "Dwight D. Eisenhower"."""
    if n.kind != "PER":
        return n
    longer = next((p for p in people if p.start <= n.start and n.end <= p.end and len(p.text) > len(n.text)), None)
    return replace(longer, sure=n.sure, source=n.source) if longer else n
