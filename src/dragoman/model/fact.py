"""Fact: what one quote proves of one entity, in words. A view for people and for measuring; statements are the truth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.model.entity import NAME_PROPS
from dragoman.model.schema import FactKind, Schema, schema
from dragoman.model.statement import Evidence, Stance, Statement


@dataclass(frozen=True, slots=True)
class Fact:
    """The statements of one entity that one quote proves. `start` counts code points; None for a table cell."""

    document: str
    kind: FactKind
    text: str
    quote: str
    start: int | None
    end: int | None
    suggested: bool
    attributes: dict[str, str]
    entity_id: str
    schema: str
    evidence: Evidence
    statements: tuple[Statement, ...] = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """The id of its first statement."""
        return self.statements[0].id


def facts(statements: Iterable[Statement], captions: Mapping[str, str]) -> list[Fact]:
    """Group statements by entity and quote, in the order they stand in their documents.

    Each statement counts once, at its first supporting evidence. `captions` names entities by id. Schemata without a
    kind of fact are left out.
    """
    groups: dict[tuple[object, ...], list[tuple[Statement, Evidence]]] = {}
    for statement in statements:
        proof = next((e for e in statement.evidence if e.stance is Stance.SUPPORTS), None)
        if proof is None or schema(statement.schema).kind is None:
            continue
        anchor = (proof.start, proof.end) if proof.start is not None else (proof.sheet, proof.row)
        groups.setdefault((proof.document, statement.entity_id, *anchor), []).append((statement, proof))
    made = [_fact(members, captions) for members in groups.values()]
    return sorted(made, key=_place)


def _place(fact: Fact) -> tuple[object, ...]:
    e = fact.evidence
    return (fact.document, fact.start if fact.start is not None else -1, e.sheet, e.row or 0, fact.end or 0, fact.kind)


def _fact(members: list[tuple[Statement, Evidence]], captions: Mapping[str, str]) -> Fact:
    statements = tuple(s for s, _ in members)
    proof = members[0][1]
    kinds = [schema(s.schema) for s in statements]
    leaf = max(kinds, key=lambda k: len(k.ancestors))
    assert leaf.kind is not None  # noqa: S101 (facts() leaves the others out)
    quote = captions.get(proof.exact, proof.exact) if proof.start is None else proof.exact  # a form's cell may hold an id
    return Fact(
        proof.document, leaf.kind, describe(leaf, statements, captions, proof.exact), quote, proof.start, proof.end,
        any(s.suggested for s in statements), attributes(statements, captions), statements[0].entity_id, leaf.name, proof,
        statements,
    )  # fmt: skip


def attributes(statements: Iterable[Statement], captions: Mapping[str, str]) -> dict[str, str]:
    """What the statements say, by property, with status, bound, unit, polarity, times and speaker where they have them."""
    found: dict[str, str] = {}
    for s in statements:
        shown = captions.get(s.value, s.value)
        found[s.prop] = f"{found[s.prop]}; {shown}" if s.prop in found else shown
        extra = {
            "status": s.status, "bound": s.bound, "unit": s.unit, "from": s.valid_from, "to": s.valid_to,
            "written": s.original_value if s.original_value != s.value else "",
            "negative": "yes" if s.negated else "", "inferred": "yes" if s.inferred else "",
            "speaker": s.evidence[0].speaker if s.evidence else "",
        }  # fmt: skip
        found |= {key: str(value) for key, value in extra.items() if value}
    return found


def describe(kind: Schema, statements: tuple[Statement, ...], captions: Mapping[str, str], quote: str = "") -> str:
    """One line of words for what the statements say together; what only repeats the quote is left out."""
    first = statements[0]
    caption = captions.get(first.entity_id, "")
    if kind.edge:
        return _describe_edge(kind, statements, captions, quote)
    if kind.name == "Figure":
        return _describe_figure(statements, captions)
    named = any(s.prop in NAME_PROPS for s in statements)
    if caption == first.entity_id[:8] or (caption == quote and not named and len(statements) > 1):
        caption = kind.label()
    told = [(s, _value(s, captions)) for s in statements if s.prop not in NAME_PROPS or s.value != captions.get(s.entity_id)]
    kept = [(s, shown) for s, shown in told if not _repeats(shown, quote)] or told
    once = {shown: s for s, shown in reversed(kept)}  # one value under two properties (visitor, delegation) is said once
    body = "; ".join(f"{_words(s.prop)} {'not ' if s.negated else ''}{shown}" for s, shown in kept if once[shown] is s)
    if not caption:
        return body or quote
    return f"{caption}: {body}" if body else caption


def _describe_edge(kind: Schema, statements: tuple[Statement, ...], captions: Mapping[str, str], quote: str) -> str:
    """`Rover Co. Ltd — research, 2017 (intended) — Minsk`: the ends, between them what ties them and how far it went."""
    assert kind.edge is not None  # noqa: S101 (asked by describe)
    ends = {s.prop: _value(s, captions) for s in statements if s.prop in kind.edge}
    said = [_value(s, captions) for s in statements if s.prop not in kind.edge and s.prop != "status"]
    link = [v for v in dict.fromkeys(said) if not _repeats(v, quote)] or [kind.label().lower()]
    status = next((s.status or s.value for s in statements if s.status or s.prop == "status"), "")
    words = ", ".join(link) + (f" ({status})" if status and status not in link else "")
    if any(s.negated for s in statements):
        words = f"not: {words}"
    left, right = ends.get(kind.edge[0], ""), ends.get(kind.edge[1], "")
    if left and right:
        return f"{left} — {words} — {right}"
    return f"{left or right}: {words}" if left or right else f"{words}: {quote}"


REPEATED = 40  # a shorter value that stands in its quote is a name or a kind; a longer one is the quote said again


def _repeats(value: str, quote: str) -> bool:
    return value == quote or (len(value) > REPEATED and (value in quote or quote in value))


def _describe_figure(statements: tuple[Statement, ...], captions: Mapping[str, str]) -> str:
    """`more than 200 delegations (9th Expo)`: number, thing counted, and what it is said of."""
    said = {s.prop: _value(s, captions) for s in statements}
    number = said.pop("value", "") or said.pop("amount", "")
    counted = said.pop("counted", "")
    head = number if counted in ("", "money") or counted in number else f"{number} {counted}"
    rest = [v for p, v in said.items() if p not in NAME_PROPS and v != head]
    return f"{head} ({'; '.join(rest)})" if rest else head


def _value(statement: Statement, captions: Mapping[str, str]) -> str:
    shown = captions.get(statement.value, statement.original_value or statement.value)
    return f"{statement.bound} {shown}" if statement.bound and statement.bound not in shown.lower() else shown


def _words(prop: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", prop).lower()
