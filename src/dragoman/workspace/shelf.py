"""The shelf of documents: a page of them at a time, without their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.store import DocumentSummary
    from dragoman.workspace import Workspace


def shelf(workspace: Workspace, words: str, limit: int, offset: int = 0) -> tuple[list[DocumentSummary], int]:
    """Some documents, newest first, those whose title or name holds some words; and how many there are."""
    from dragoman.store.several import document_page

    return document_page(workspace.store, words, limit, offset)
