"""Items of a programme, and what changes in them, as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.expo.programme import Change, Item


def told_item(item: Item, lang: str) -> dict[str, Any]:
    """An item in the reader's language, where it has one."""

    def told(texts: Mapping[str, str]) -> str:
        return texts.get(lang) or texts.get("en") or next(iter(texts.values()), "")

    return {
        "id": item.record, "from": item.start[11:16], "to": item.end[11:16], "title": told(item.title), "kind": item.kind,
        "room": told(item.room), "speakers": [told(t) for _, t in item.speakers], "by": [told(t) for _, t in item.by],
        "projects": len(item.projects),
    }  # fmt: skip


def told_change(change: Change, lang: str) -> dict[str, Any]:
    """What a version changes: the item, what became of it, what stood there and what stands there now."""
    shown = told_item(change.item, lang)
    return {
        "kind": change.kind, "id": shown["id"], "title": shown["title"], "day": change.item.start[:10], "from": shown["from"],
        "before": change.before, "after": change.after,
    }  # fmt: skip
