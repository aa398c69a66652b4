"""What decisions come to: which still count, which clusters they make, what stands of a statement. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from dragoman.model.decision import Decision, Judgement, Subject

ACCEPTED, REJECTED, RETRACTED = "accepted", "rejected", "retracted"


class Standing(NamedTuple):
    """What was decided on a statement, and when."""

    state: str
    since: str


def effective(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that are not undone. An undoing may itself be undone."""
    found = {d.id: d for d in decisions}
    undoing: dict[str, list[str]] = {}
    for d in found.values():
        if d.undoes:
            undoing.setdefault(d.undoes, []).append(d.id)
    counts: dict[str, bool] = {}
    for start in found:
        pending = [start]
        while pending:  # an undoing is settled before what it undoes; without recursion, chains may be long
            current = pending[-1]
            open_ones = [u for u in undoing.get(current, ()) if u not in counts]
            if open_ones:
                pending += open_ones
                continue
            counts[pending.pop()] = not any(counts[u] for u in undoing.get(current, ()))
    return [d for d in found.values() if counts[d.id] and not d.undoes]


def _weight(d: Decision) -> tuple[bool, bool, str, str]:
    """A person's word goes before a rule's; of two rules the one that keeps apart; then the later one."""
    return (not d.by_rule, d.by_rule and d.verdict == Judgement.DIFFERENT, d.at, d.id)


def judgements(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """What counts for each pair of ids."""
    found: dict[tuple[str, str], Decision] = {}
    for d in effective(decisions):
        if d.subject is not Subject.IDENTITY or len(d.ids) != 2 or d.ids[0] == d.ids[1]:
            continue
        pair = (min(d.ids), max(d.ids))
        if pair not in found or _weight(d) > _weight(found[pair]):
            found[pair] = d
    return found


def _strength(pair: tuple[str, str], d: Decision) -> tuple[bool, float, str, tuple[str, str]]:
    """Links in the order they hold: persons' before rules', theirs by age; rules' by score, never by when they were found."""
    return (d.by_rule, -(d.score or 0.0), "", pair) if d.by_rule else (False, 0.0, d.at, pair)


def clusters(decisions: Iterable[Decision]) -> dict[str, str]:
    """The canonical id of each id that is in a cluster of two or more: the smallest of its cluster.

    Pairs judged the same are joined, the strongest links first; never so that two ids whose pair is judged different, by a
    person or a rule, come together: then the weaker link is cut. The order in which decisions were made plays no part.
    """
    judged = judgements(decisions)
    apart: dict[str, set[str]] = {}
    for (left, right), d in judged.items():
        if d.verdict == Judgement.DIFFERENT:
            apart.setdefault(left, set()).add(right)
            apart.setdefault(right, set()).add(left)
    same = sorted(_strength(pair, d) for pair, d in judged.items() if d.verdict == Judgement.SAME)
    group: dict[str, set[str]] = {}
    for _, _, _, (left, right) in same:
        a, b = group.get(left, {left}), group.get(right, {right})
        if a is b or _barred(a, b, apart):
            continue
        small, large = sorted((a, b), key=len)
        large |= small
        for member in small:
            group[member] = large
        for member in (left, right):
            group[member] = large
    names = {id(g): min(g) for g in group.values()}
    return {member: names[id(g)] for member, g in group.items()}


def _barred(a: Collection[str], b: Collection[str], apart: Mapping[str, set[str]]) -> bool:
    if not apart:
        return False
    small, large = sorted((a, b), key=len)
    return any(not apart[member].isdisjoint(large) for member in small if member in apart)


def standings(decisions: Iterable[Decision], retracted: Iterable[tuple[str, str]]) -> dict[str, Standing]:
    """What stands of each statement that was decided on or retracted (id, when). A retraction is final."""
    best: dict[str, Decision] = {}
    for d in effective(decisions):
        if d.subject is not Subject.FACT or not d.ids or d.verdict not in (ACCEPTED, REJECTED):
            continue
        held = best.get(d.ids[0])
        if held is None or _weight(d) > _weight(held):
            best[d.ids[0]] = d
    found = {statement: Standing(str(d.verdict), d.at) for statement, d in best.items()}
    for statement, at in sorted(retracted, reverse=True):
        found[statement] = Standing(RETRACTED, at)
    return found
