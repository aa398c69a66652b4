"""What a screening answers, as plain rows and in words: who, which list, why, how sure, what next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.screen.hit import Hit, Query, Status
from dragoman.screen.screener import Meta

SHOWN_REASONS = 6


def version(meta: Meta) -> str:
    """A list with its edition and its date, as an answer names it."""
    dated = f"of {meta.published}" if meta.published else "undated"
    return f"{meta.label} ({meta.edition}, {dated})"


def not_found(metas: Sequence[Meta]) -> str:
    """What may be said where there is no hit."""
    if not metas:
        return "no list is loaded: nothing was checked"
    return "not found in " + ", ".join(version(m) for m in metas)


def row(query: Query, hits: Sequence[Hit], metas: Sequence[Meta]) -> dict[str, Any]:
    """One answer for programs: `row`, `name`, `hits` best first, the lists it was checked against, and what it comes to."""
    return {
        "row": query.row, "name": query.name, "hits": [hit_row(h) for h in hits],
        "answer": summary(hits, metas), "lists": [version(m) for m in metas],
    }  # fmt: skip


def hit_row(hit: Hit) -> dict[str, Any]:
    """A hit for programs; `id` is the record's id in its list, `fingerprint` changes when the record does."""
    return {
        "id": hit.record, "name": hit.caption, "score": round(hit.score, 6), "list": hit.list, "edition": hit.edition,
        "published": hit.published, "matched": hit.name, "matched_as": hit.name_kind, "schema": hit.schema, "sure": hit.sure,
        "status": str(hit.status), "by": hit.by, "decided": hit.decided, "note": hit.note, "programmes": list(hit.programmes),
        "at": hit.at, "remarks": list(hit.remarks), "fingerprint": hit.fingerprint,
    }  # fmt: skip


def flat(query: Query, hits: Sequence[Hit], metas: Sequence[Meta]) -> list[dict[str, Any]]:
    """The same as rows of a table, one a hit; a name without a hit has one row that says so."""
    start = {"row": query.row, "name": query.name}
    if not hits:
        empty = dict.fromkeys(("list", "id", "record", "score"), "")
        return [start | {"answer": not_found(metas)} | empty]
    return [
        start | {
            "answer": state(h), "list": f"{h.list} {h.published or h.edition}", "id": h.record, "record": h.caption,
            "score": round(h.score, 4), "matched": h.name, "remarks": "; ".join(h.remarks),
            "programmes": "; ".join(h.programmes), "by": h.by, "note": h.note,
        }
        for h in hits
    ]  # fmt: skip


def state(hit: Hit) -> str:
    """Where a hit stands, in words."""
    if hit.status is not Status.OPEN:
        return f"{hit.status} by {hit.by}"
    return "open hit" if hit.sure else "to check"


def summary(hits: Sequence[Hit], metas: Sequence[Meta]) -> str:
    """What a name's hits come to."""
    if not hits:
        return not_found(metas)
    standing = [h for h in hits if h.status is not Status.CLEARED]
    return state(standing[0]) if standing else "all hits cleared"


def told(query: Query, hits: Sequence[Hit], metas: Sequence[Meta]) -> list[str]:
    """Lines for a person: five questions about each hit have their answer here."""
    lines = [query.name if not query.row else f"row {query.row}: {query.name}"]
    if not hits:
        return [*lines, f"  {not_found(metas)}"]
    for hit in hits:
        lines += _hit_lines(query, hit)
    return lines


def _hit_lines(query: Query, hit: Hit) -> list[str]:
    score = hit.explain()
    dated = f", of {hit.published}" if hit.published else ""
    place = f", {hit.at}" if hit.at else ""
    named = "" if hit.name == hit.caption else f", met as {hit.name!r} ({hit.name_kind})"
    programmes = f", programme {'; '.join(hit.programmes)}" if hit.programmes else ""
    reasons = [r for r in score.reasons if abs(r.weight) >= 0.05][:SHOWN_REASONS]
    why = "; ".join(f"{r.detail or r.name} {r.weight:+.1f}" for r in reasons)
    return [
        f"  {state(hit)}: {hit.caption} [{hit.schema}]{named}",
        f"    list      {hit.list}, edition {hit.edition}{dated}; record {hit.record}{place}{programmes}",
        f"    how sure  {hit.score:.3f}{''.join(f'; {r}' for r in hit.remarks)}",
        f"    why       {why or 'the same name'}",
        f"    next      {_next(query, hit)}",
    ]


def _next(query: Query, hit: Hit) -> str:
    if hit.status is Status.CLEARED:
        return f"cleared by {hit.by} on {hit.decided[:10]}: {hit.note}"
    if hit.status is Status.CONFIRMED:
        return f"confirmed by {hit.by} on {hit.decided[:10]}: {hit.note}; ask counsel what binds"
    lacks = [what for what, has in (("a birth date", query.dates), ("a country", query.countries)) if not has]
    second = f"compare {' or '.join(lacks)}, then " if hit.schema == "Person" and lacks else "read the record, then "
    return f"{second}dragoman hits clear|confirm {hit.key!r} --for {query.name!r} --by YOU --note WHY"
