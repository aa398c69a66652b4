"""Keeping an entry: what it says is appended and what it takes back is retracted, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.workspace.expo_entries import Entry
from dragoman.workspace.expo_log import reworded

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


def keep(workspace: Workspace, entry: Entry, note: str, taken: list[str] | None = None) -> None:
    """Append what an entry says and take other statements back, in one transaction; nothing where it says nothing."""
    from dragoman.store.amending import amend

    if not entry.made and not taken:
        return
    document, made = entry.done()
    amend(workspace.store, document, reworded(workspace.store, made), taken or (), by=entry.by, note=note)
