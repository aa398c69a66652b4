"""The store: append-only logs of what was said and decided, and views rebuilt from them."""

from dragoman.store.results import Added, DocumentSummary, EntityPage, EntityRow, Hit, Page, SearchPage
from dragoman.store.store import Store

__all__ = ["Added", "DocumentSummary", "EntityPage", "EntityRow", "Hit", "Page", "SearchPage", "Store"]
