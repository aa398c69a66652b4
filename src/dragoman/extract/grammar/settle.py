"""One draft for one fact: of rules that prove the same in the same words the surest is kept."""

from __future__ import annotations

from dragoman.extract.draft import Draft, Ref
from dragoman.model.schema import schema

RIVALS = frozenset({"agreement", "partnership", "presence", "visit", "role", "membership", "delegation"})
STRETCH = 200  # code points; no quote is longer, so rivals stand in neighbouring stretches
SHARED = 0.6  # of the shorter quote: two drafts of a kind that share more words tell one fact


def settled(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that a surer one of the same kind covers, in order of appearance."""
    uses: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.rule.endswith("use"):
            uses.setdefault(draft.start // STRETCH, []).append(draft)
    kept: list[Draft] = []
    rivals: dict[tuple[str, int], list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.about.schema != "Agreement", -d.sure, d.start, d.end)):
        if draft.rule.endswith("-tech") and any(u.start <= draft.start and draft.end <= u.end for u in _near(uses, draft)):
            continue
        kind = schema(draft.about.schema).kind or ""
        if kind in RIVALS and not draft.rule.endswith("-delegation"):  # a name within its facts is no rival of theirs
            kinds = (kind, "agreement") if draft.about.schema == "Partnership" else (kind,)
            stretch = draft.start // STRETCH
            against = (known for k in kinds for at in (stretch - 1, stretch, stretch + 1) for known in rivals.get((k, at), ()))
            if any(_covers(known, draft) for known in against):
                continue
            rivals.setdefault((kind, stretch), []).append(draft)
        kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.end))


def _near(drafts: dict[int, list[Draft]], draft: Draft) -> list[Draft]:
    stretch = draft.start // STRETCH
    return drafts.get(stretch, []) + drafts.get(stretch - 1, [])


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
