"""Patterns and a model together: who is believed where both see something, and what is kept that only one of them saw."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.draft import Name

AGREED = 0.97  # share of names right that both found with the same extent and kind (development sets)


def combine(patterns: list[Name], model: list[Name]) -> list[Name]:
    """One list without overlaps, in order."""
    found = {(n.start, n.end, n.kind): n for n in model}
    mine = []
    for n in patterns:
        if (n.start, n.end, n.kind) in found:
            mine.append(replace(n, sure=max(n.sure, AGREED)))
        else:
            mine.append(n)
    kept: list[Name] = []
    for n in sorted([*mine, *model], key=_rank):
        if all(n.end <= k.start or n.start >= k.end for k in kept):
            kept.append(n)
    return sorted(kept, key=lambda n: n.start)


def _rank(n: Name) -> tuple[int, float, int]:
    """Patterns first, the surer and longer before the others."""
    return (0 if n.source in ("pattern", "gazetteer") else 1, -n.sure, n.start - n.end)
