"""One draft for one fact: of rules that prove the same in the same words the surest is kept."""

from __future__ import annotations

from dragoman.extract.draft import Draft, Ref
from dragoman.model.schema import schema

RIVALS = frozenset({"agreement", "partnership", "presence", "visit", "role", "membership", "delegation"})
SHARED = 0.6  # of the shorter quote: two drafts of a kind that share more words tell one fact


def settled(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that a surer one of the same kind covers, in order of appearance."""
    uses = [(d.start, d.end) for d in drafts if d.about.schema == "Technology" and d.rule.endswith("use")]
    drafts = [d for d in drafts if not (d.rule.endswith("-tech") and any(a <= d.start and d.end <= b for a, b in uses))]
    kept: list[Draft] = []
    rivals: dict[str, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.about.schema != "Agreement", -d.sure, d.start, d.end)):
        kind = schema(draft.about.schema).kind or ""
        if kind in RIVALS:
            against = rivals.get(kind, []) + (rivals.get("agreement", []) if draft.about.schema == "Partnership" else [])
            if any(_covers(known, draft) for known in against):
                continue
            rivals.setdefault(kind, []).append(draft)
        kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.end))


def _covers(known: Draft, other: Draft) -> bool:
    shared = min(known.end, other.end) - max(known.start, other.start)
    if shared <= SHARED * min(known.end - known.start, other.end - other.start):
        return False
    if known.rule == other.rule and known.start == other.start:
        return False
    mine, theirs = _ends(known), _ends(other)
    return known.about.schema != "Participation" or mine == theirs


def _ends(draft: Draft) -> tuple[object, ...]:
    return tuple(c.value for c in draft.claims if c.prop in ("participant", "role") and isinstance(c.value, Ref | str))
