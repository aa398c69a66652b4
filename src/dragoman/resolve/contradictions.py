"""What keeps ids apart whatever joins them: identifiers of which one bearer has one, and which differ.

Links make chains, and a chain may tie two ids whose identifiers contradict. Such pairs are judged different by rule, as
decisions that anyone can see and undo; the store then cuts the weakest link between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations

from dragoman.compare.entity_parts import identifiers
from dragoman.model.decision import Decision, Judgement, Subject

RULE = "rule:identifiers"
VERSION = "identifiers-1"
Numbers = Sequence[tuple[str, str]]  # (property, value)


def chains(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The ids that links tie together, by however many steps; each chain sorted, chains of one left out."""
    over: dict[str, str] = {}

    def top(one: str) -> str:
        while over.setdefault(one, one) != one:
            over[one] = over[over[one]]
            one = over[one]
        return one

    for left, right in pairs:
        over[top(left)] = top(right)
    found: dict[str, list[str]] = defaultdict(list)
    for one in list(over):
        found[top(one)].append(one)
    return sorted(sorted(members) for members in found.values())


def contradicting(
    links: Iterable[tuple[str, str]], numbers: Mapping[str, Numbers], judged: Iterable[tuple[str, str]], at: str
) -> list[Decision]:
    """Decisions for the pairs within a chain of links whose identifiers contradict; `judged` pairs are left as they are."""
    known, made = set(judged), []
    for members in chains(links):
        for pair in combinations([m for m in members if m in numbers], 2):
            level, ours, theirs = identifiers(numbers[pair[0]], numbers[pair[1]])
            if level == "differ" and pair not in known:
                note = f"{ours} / {theirs}: one bearer has only one"
                made.append(Decision(Subject.IDENTITY, pair, Judgement.DIFFERENT, RULE, at, note, 0.0, VERSION))
    return made


def settled(made: Iterable[Decision], numbers: Mapping[str, Numbers], touched: Container[str]) -> list[Decision]:
    """Of the decisions that count, those by this rule whose identifiers no longer contradict."""
    return [
        d
        for d in made
        if d.by == RULE
        and d.verdict == Judgement.DIFFERENT
        and any(i in touched for i in d.ids)
        and identifiers(*(numbers.get(i, ()) for i in d.ids))[0] != "differ"
    ]
