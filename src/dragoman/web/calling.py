"""What to call the rows of a list: by name; those without one by their role and what they tie, or by their kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.workspace.naming import Unnamed, unnamed

if TYPE_CHECKING:
    from dragoman.web.ask import Ask
    from dragoman.web.words import Speech


def calling(ask: Ask, rows: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """What to call each row (id, schema, caption), by its id."""
    listed = list(rows)
    bare = unnamed(ask.workspace, listed)
    return {key: _told(ask.words, bare.get(key), key, kind, caption) for key, kind, caption in listed}


def _told(t: Speech, bare: Unnamed | None, key: str, kind: str, caption: str) -> str:
    if bare is None or not (bare.ends or bare.role) or caption not in ("", key[:8], bare.role):
        return t.called(key, caption, kind)
    ends, role = t.listed(list(bare.ends)), t.value("role", bare.role) if bare.role else ""
    return t("summary.role", role=role, of=ends) if role and ends else role or ends
